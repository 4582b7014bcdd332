//! The fields that front matter of every kind has.

use std::iter::once;

use super::authority::{Event, Organization, Page, Person, Place, Topic};
use super::shape::Text;
use super::statement::Statement;
use crate::language::Language;

/// The front matter of a record of any kind.
pub(crate) trait FrontMatter {
    /// The ids that the record had before.
    fn old_ids(&self) -> &[Text];

    /// The name that the chronicle prints, if there is one.
    fn name(&self) -> Option<&str>;

    /// All that the record can be called; of statements and prose pages, their titles.
    fn names(&self) -> Vec<&str>;

    /// Whether it is only built with `--drafts`.
    fn is_draft(&self) -> bool;

    /// The language of its text, where it says one.
    fn language(&self) -> Option<&Language>;

    /// Whether it is an example of a new site, to be replaced.
    fn is_example(&self) -> bool;
}

/// A kind of record: its name, all its names, which of them are drafts, and in which language each is.
macro_rules! called {
    ($kind:ty, $name:expr, $names:expr, is_draft: $is_draft:expr, language: $language:expr) => {
        impl FrontMatter for $kind {
            fn old_ids(&self) -> &[Text] {
                self.old_ids.as_slice()
            }

            fn name(&self) -> Option<&str> {
                let name: fn(&$kind) -> Option<&str> = $name;
                name(self)
            }

            fn names(&self) -> Vec<&str> {
                let names: fn(&$kind) -> Vec<&str> = $names;
                names(self)
            }

            fn is_draft(&self) -> bool {
                let is_draft: fn(&$kind) -> bool = $is_draft;
                is_draft(self)
            }

            fn language(&self) -> Option<&Language> {
                let language: fn(&$kind) -> Option<&Language> = $language;
                language(self)
            }

            fn is_example(&self) -> bool {
                self.example
            }
        }
    };
}

called!(
    Statement,
    |of| Some(of.title.as_str()),
    |of| vec![of.title.as_str()],
    is_draft: |of| of.draft,
    language: |of| of.language.as_ref()
);
called!(Person, |of| Some(of.name.as_str()), |of| words(of.all_names()), is_draft: |_| false, language: |_| None);
called!(
    Organization,
    |of| of.current_name().map(Text::as_str),
    |of| words(of.all_names()),
    is_draft: |_| false,
    language: |_| None
);
called!(
    Topic,
    |of| Some(of.label.as_str()),
    |of| words(once(&of.label).chain(of.alt.as_slice())),
    is_draft: |_| false,
    language: |_| None
);
called!(
    Place,
    |of| Some(of.name.as_str()),
    |of| words(once(&of.name).chain(of.names.iter().map(|name| &name.name))),
    is_draft: |_| false,
    language: |_| None
);
called!(Event, |of| Some(of.name.as_str()), |of| vec![of.name.as_str()], is_draft: |_| false, language: |_| None);
called!(
    Page,
    |of| Some(of.title.as_str()),
    |of| vec![of.title.as_str()],
    is_draft: |of| of.draft,
    language: |of| of.language.as_ref()
);

fn words<'a>(names: impl Iterator<Item = &'a Text>) -> Vec<&'a str> {
    names.map(Text::as_str).collect()
}
