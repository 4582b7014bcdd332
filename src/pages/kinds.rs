//! The list of all kinds of output. Everything else about a kind is in its own file.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use xxhash_rust::xxh3::Xxh3;

use crate::chronicle::Chronicle;
use crate::config::Outputs;
use crate::input::InputId;
use crate::pages::kind::{About, Content, Output, Planning};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::{PageKind, Turn};
use crate::theme::{Given, Shape};
use crate::views::{self, Template};

macro_rules! kinds {
    ($($folder:ident::$module:ident::$kind:ident),+ $(,)?) => {
        $(use crate::pages::$folder::$module::$kind;)+

        /// The kind of a page, with the records it is about.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Kind {
            $($kind($kind)),+
        }

        $(impl From<$kind> for Kind {
            fn from(of: $kind) -> Kind {
                Kind::$kind(of)
            }
        })+

        pub(crate) fn plan(site: &Planning<'_>) -> Vec<Page> {
            let outputs = &site.config.outputs;
            let mut pages: Vec<Page> = Vec::new();
            $(
                let from = pages.len();
                $kind::plan(site, &mut pages);
                if !outputs.is_everything() {
                    let planned = pages.split_off(from);
                    let is_on = |page: &Page| page.kind.switch().is_none_or(|name| outputs.has(name));
                    pages.extend(planned.into_iter().filter(is_on));
                }
            )+
            pages
        }

        fn templates() -> Vec<Template> {
            [$($kind::TEMPLATES),+].concat()
        }

        /// The templates of the kinds of output that are on.
        fn templates_in_use(outputs: &Outputs) -> Vec<Template> {
            let mut templates = FRAGMENTS.to_vec();
            $(
                let names = $kind::SWITCH.names();
                if names.is_empty() || names.iter().any(|name| outputs.has(name)) {
                    templates.extend($kind::TEMPLATES);
                }
            )+
            templates
        }

        /// The names of kinds of output that can be turned off, in order.
        pub fn switches() -> Vec<&'static str> {
            let mut names = [$($kind::SWITCH.names()),+].concat();
            names.sort_unstable();
            names.dedup();
            names
        }

        impl Kind {
            /// The name in `[outputs]` that turns the page off.
            pub(crate) fn switch(&self) -> Option<&'static str> {
                match self {
                    $(Kind::$kind(of) => $kind::SWITCH.of(of)),+
                }
            }

            pub(crate) fn about(&self) -> About {
                match self {
                    $(Kind::$kind(of) => of.about()),+
                }
            }

            /// A fingerprint of which page it is, without its content.
            pub(crate) fn fingerprint(&self, site: &Site<'_>) -> u64 {
                let mut hash = Xxh3::new();
                std::mem::discriminant(self).hash(&mut hash);
                match self {
                    $(Kind::$kind(of) => of.hash(site, &mut hash)),+
                }
                hash.finish()
            }

            pub(crate) fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
                match self {
                    $(Kind::$kind(of) => of.view(builder, page)),+
                }
            }

            /// The file that a page is made from, where there is one.
            pub(crate) fn input(&self, chronicle: &Chronicle) -> Option<InputId> {
                match self {
                    $(Kind::$kind(of) => of.input(chronicle)),+
                }
            }
        }
    };
}

// In the order in which their pages are planned: the sitemap lists those before it.
kinds! {
    editorial::home::Home,
    editorial::home::NotFound,
    statement::list::StatementList,
    statement::markdown::StatementMarkdown,
    statement::json::StatementJson,
    statement::citation::StatementCitation,
    statement::page::StatementPage,
    statement::chain_page::ChainList,
    statement::chain_page::ChainPage,
    statement::chain_page::ChainRedirect,
    subject::overview::SubjectList,
    subject::period::SubjectPeriod,
    subject::page::SubjectPage,
    subject::position::PositionPage,
    calendar::years::YearList,
    calendar::timeline::Timeline,
    calendar::periods::PeriodPage,
    calendar::days::OnThisDay,
    calendar::days::DayPage,
    calendar::ics::OnThisDayCalendar,
    editorial::changes::ChangesPage,
    editorial::sources::SourceList,
    source_text::page::SourceTextPage,
    editorial::coverage::CoveragePage,
    editorial::contribute::ContributePage,
    editorial::contribute::ContributeRecord,
    editorial::prose::ProsePage,
    data::description::DataDescription,
    data::files::DataFile,
    search::page::SearchPage,
    search::page::SearchDescription,
    search::index_file::IndexFile,
    machine::citations::CitationList,
    machine::feed::Feed,
    machine::changes_feed::ChangesFeed,
    machine::redirects::FormerAddress,
    machine::redirects::RedirectList,
    machine::static_files::StaticFile,
    machine::static_files::NoJekyll,
    machine::accent_sheet::AccentSheet,
    machine::headers::HostHeaders,
    machine::sitemap::Robots,
    machine::sitemap::SitemapIndex,
    machine::sitemap::Sitemap,
}

/// The templates of fragments that pages of several kinds share.
const FRAGMENTS: [Template; 5] = [
    Template::fragment::<views::Entry>("atom-entry.xml"),
    Template::fragment::<views::Foot<'_>>("foot.html"),
    Template::fragment::<views::Nav<'_>>("nav.html"),
    Template::fragment::<views::Row>("row.html"),
    Template::fragment::<views::YearsList>("years-list.html"),
];

/// What each template is given.
pub(crate) fn given() -> BTreeMap<&'static str, Given> {
    views::shapes(templates().into_iter().chain(FRAGMENTS))
}

/// The names of the templates without which pages cannot be made, in order.
pub(crate) fn needed_templates(outputs: &Outputs) -> BTreeSet<&'static str> {
    templates_in_use(outputs).iter().map(|template| template.name).collect()
}

/// The names of all keys that templates are given, in order.
pub fn keys_given() -> BTreeSet<String> {
    fn collect(shape: &Shape, keys: &mut BTreeSet<String>) {
        match shape {
            Shape::Any | Shape::Plain => {}
            Shape::List(item) => collect(item, keys),
            Shape::OneOf(shapes) => shapes.iter().for_each(|shape| collect(shape, keys)),
            Shape::Map(values) => values.iter().for_each(|(key, shape)| {
                keys.insert(key.clone());
                collect(shape, keys);
            }),
        }
    }
    let mut keys = BTreeSet::new();
    given().into_values().for_each(|given| collect(&Shape::Map(given.keys), &mut keys));
    keys
}

/// The templates that pages and their fragments are made with, in order; a theme has them all.
pub static TEMPLATES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let names = templates().into_iter().map(|template| template.name);
    let mut all: Vec<&'static str> = names.chain(FRAGMENTS.map(|fragment| fragment.name)).collect();
    all.sort_unstable();
    all.dedup();
    all
});

impl Kind {
    /// The partition of the dictionary of search that the page is a file of.
    pub(crate) fn search_partition(&self) -> Option<usize> {
        match self {
            Kind::IndexFile(IndexFile::Words { partition, .. }) => Some(*partition),
            _ => None,
        }
    }

    /// Whether readers take the page away as a file of the data, and its checksum is published.
    pub(crate) fn has_checksum(&self) -> bool {
        match self {
            Kind::DataFile(_) => true,
            Kind::CitationList(list) => list.is_of_whole(),
            _ => false,
        }
    }

    /// Whether the page is a file of the index of search.
    pub(crate) fn is_of_search_index(&self) -> bool {
        matches!(self, Kind::IndexFile(_))
    }

    /// What to do where the page is too large.
    pub(crate) fn help_if_too_large(&self) -> &'static str {
        if self.is_of_search_index() {
            // Nothing that an author sets makes one smaller.
            "turn search off: write `search = false` below `[outputs]` in `site.toml`"
        } else {
            // What a page lists, and how, is set in `site.toml` and in templates.
            "set a smaller `limit` of `[lists]` or `[feeds]`, or let its template write less"
        }
    }
}

impl PageKind for Kind {
    fn is_indexable(&self) -> bool {
        self.about().is_indexable
    }

    fn turn(&self) -> Turn {
        self.about().turn
    }

    fn input(&self, chronicle: &Chronicle) -> Option<InputId> {
        Kind::input(self, chronicle)
    }

    fn is_static_file(&self) -> bool {
        matches!(self, Kind::StaticFile(_))
    }

    fn made_together(&self) -> Option<usize> {
        // Checksums are computed once for all pages that have them.
        self.search_partition().or_else(|| (self.about().turn == Turn::Last).then_some(usize::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of search is not made smaller by what makes lists and templates smaller.
    #[test]
    fn what_helps_against_a_large_page_depends_on_its_kind() {
        let help = |kind: Kind| kind.help_if_too_large();
        assert!(help(IndexFile::Directory.into()).contains("`search = false`"));
        assert!(help(Home.into()).contains("`[lists]`"));
    }
}
