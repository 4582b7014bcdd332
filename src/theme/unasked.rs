//! Templates that nothing asks for: most have a misspelt name, and what they were to change stays as it is.

use std::collections::BTreeSet;

use super::texts::named_in;
use super::{Template, prefixes};
use crate::diagnostic::{Code, Diagnostic, Vocabulary};
use crate::input::Span;

/// The most findings for which the nearest name is looked for, which takes a while where there are many of both.
const MOST_HELPED: usize = 100;

/// Findings for templates of the site, and of the `themes` that it has, that no page is made with (`pages` names those that are)
/// and that no other template names.
pub(super) fn unasked(
    templates: &[Template],
    themes: usize,
    pages: impl Iterator<Item = &'static str>,
) -> Vec<Diagnostic> {
    let prefixes = prefixes(themes);
    let bare = |name: &'_ str| -> usize {
        prefixes.iter().find(|prefix| name.starts_with(prefix.as_str())).map_or(0, String::len)
    };
    let mut asked: BTreeSet<&str> = pages.collect();
    for template in templates {
        if template.is_embedded {
            asked.insert(&template.name[bare(&template.name)..]);
        }
        asked.extend(named_in(&template.text).into_iter().map(|(name, _)| &name[bare(name)..]));
    }
    let is_unasked = |template: &&Template| {
        // What defines components is used by these.
        !template.is_embedded
            // Notes to whoever works on the templates.
            && !template.name.ends_with(".md")
            && !template.name.ends_with(".txt")
            && !asked.contains(&template.name[bare(&template.name)..])
            && !template.text.contains("component")
    };
    let mut unasked = templates.iter().filter(is_unasked).peekable();
    if unasked.peek().is_none() {
        return Vec::new();
    }
    // Endings are alike in nearly all names, and make none near.
    let known = Vocabulary::of(asked.iter().copied().map(stem));
    let finding = |(at, template): (usize, &Template)| {
        let name = &template.name[bare(&template.name)..];
        let near = if at < MOST_HELPED { known.nearest(stem(name)) } else { None };
        let help = match near {
            Some(near) => {
                let is_near = |name: &&&str| stem(name) == &*near.word;
                let name = asked.iter().find(is_near).copied().unwrap_or(&near.word);
                format!("name it `{name}` if that is meant, or else remove it")
            }
            None => "remove it, or include it in another template".to_owned(),
        };
        let message = format!("nothing asks for the template `{name}`: no page, and no other template");
        Diagnostic::lint(Code::UnreadTemplate, Span::file(template.input), message).help(Some(help))
    };
    unasked.enumerate().map(finding).collect()
}

/// A name without its ending.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
