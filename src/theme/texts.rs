//! The texts of templates, found as Tera finds them, and the templates that they name.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::tokens::{Kind, Part, parts, words};

/// What a name begins with that leads past the templates of the site, or of the theme that it stands in, to those behind it.
const BEHIND: &str = "theme/";

/// Templates by their names in Tera, with the prefixes that are tried in turn for a name without one.
#[derive(Debug)]
pub(super) struct Texts<'t> {
    pub(super) texts: BTreeMap<&'t str, &'t str>,
    /// The prefixes of the themes, the chosen one first.
    pub(super) prefixes: Vec<String>,
}

/// A block that none of the templates has that its own extends.
#[derive(Debug)]
pub(super) struct LostBlock<'t> {
    /// The bytes of its name.
    pub(super) range: Range<usize>,
    /// The blocks that these have.
    pub(super) known: Vec<&'t str>,
    /// They, the nearest first.
    pub(super) extended: Vec<&'t str>,
}

impl<'t> Texts<'t> {
    /// Templates with their names in Tera.
    pub(super) fn of(templates: impl IntoIterator<Item = (&'t str, &'t str)>, prefixes: Vec<String>) -> Texts<'t> {
        Texts { texts: templates.into_iter().collect(), prefixes }
    }

    /// Whether there is a template that is found by this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// The full name and the text of a template.
    pub(super) fn find(&self, name: &str) -> Option<(&'t str, &'t str)> {
        self.get(name).or_else(|| self.with_prefix(&self.prefixes, name))
    }

    /// The full name and the text of the template that the one with the full name `from` names so: behind `theme/`, the
    /// first of that name in the themes behind its own.
    pub(super) fn find_from(&self, from: &str, name: &str) -> Option<(&'t str, &'t str)> {
        self.behind(from, name).or_else(|| self.find(name))
    }

    /// What has to stand in a template in place of its names that begin with `theme/`, since Tera knows of no such order:
    /// the full names, with the bytes that they replace.
    pub(super) fn replaced_names(&self, from: &str, text: &str) -> Vec<(Range<usize>, &'t str)> {
        let replaced = |(name, range): (&str, Range<usize>)| Some((range, self.behind(from, name)?.0));
        named_in(text).into_iter().filter_map(replaced).collect()
    }

    /// The block of a template that none of the templates that it extends has; nothing where it has no such block, or extends
    /// none.
    pub(super) fn lost_block(&self, template: &str, block: &str) -> Option<LostBlock<'t>> {
        let (from, text) = self.texts.get_key_value(template)?;
        let mut from = *from;
        let (_, range) = blocks_in(text).into_iter().find(|(name, _)| *name == block)?;
        let (mut text, mut known, mut extended) = (*text, BTreeSet::new(), vec![from]);
        while let Some(name) = extended_in(text) {
            let Some((next, next_text)) = self.find_from(from, name) else { break };
            if extended.contains(&next) {
                break;
            }
            known.extend(blocks_in(next_text).into_iter().map(|(name, _)| name));
            extended.push(next);
            (from, text) = (next, next_text);
        }
        let is_lost = extended.len() > 1 && !known.contains(block);
        extended.remove(0);
        is_lost.then(|| LostBlock { range, known: known.into_iter().collect(), extended })
    }

    /// The texts of the template that is found by a name, and of all that it extends or includes.
    pub(super) fn reached(&self, name: &str) -> Vec<&'t str> {
        let (mut open, mut reached) = (Vec::from_iter(self.find(name)), BTreeMap::new());
        while let Some((name, text)) = open.pop() {
            if reached.insert(name, text).is_none() {
                open.extend(named_in(text).into_iter().filter_map(|(named, _)| self.find_from(name, named)));
            }
        }
        reached.into_values().collect()
    }

    fn behind(&self, from: &str, name: &str) -> Option<(&'t str, &'t str)> {
        let own = self.prefixes.iter().position(|prefix| from.starts_with(prefix));
        self.with_prefix(&self.prefixes[own.map_or(0, |own| own + 1)..], name.strip_prefix(BEHIND)?)
    }

    fn with_prefix(&self, prefixes: &[String], name: &str) -> Option<(&'t str, &'t str)> {
        prefixes.iter().find_map(|prefix| self.get(&format!("{prefix}{name}")))
    }

    fn get(&self, name: &str) -> Option<(&'t str, &'t str)> {
        self.texts.get_key_value(name).map(|(name, text)| (*name, *text))
    }
}

/// The templates that a text extends or includes, each with the bytes of its name; Tera takes only names in quotes.
pub(super) fn named_in(text: &str) -> Vec<(&str, Range<usize>)> {
    let mut named = Vec::new();
    for part in parts(text).iter().filter(|part| part.is_tag) {
        if let [tag, rest @ ..] = words(&part.tokens)
            && (tag.is_name("extends") || tag.is_name("include"))
        {
            let names = rest.iter().filter(|token| token.kind == Kind::Text);
            named.extend(names.map(|token| (token.text, token.range())));
        }
    }
    named
}

/// The blocks of a text, each with the bytes of its name.
fn blocks_in<'t>(text: &'t str) -> Vec<(&'t str, Range<usize>)> {
    let named = parts(text).into_iter().filter(|part| part.is_tag);
    let name = |part: Part<'t>| match words(&part.tokens) {
        [first, name, ..] if first.is_name("block") => Some((name.text, name.range())),
        _ => None,
    };
    named.filter_map(name).collect()
}

/// The template that a text extends.
fn extended_in(text: &str) -> Option<&str> {
    parts(text).iter().find_map(|part| match words(&part.tokens) {
        [first, name, ..] if part.is_tag && first.is_name("extends") => Some(name.text),
        _ => None,
    })
}

/// The static files that a text asks for: the words in quotes of each tag or expression that has the variable of their addresses
/// or of their hashes.
pub(super) fn assets_in(text: &str) -> Vec<&str> {
    const VARIABLES: [&str; 2] = ["assets", "integrity"];
    let mut named = Vec::new();
    // Few templates have one, and to divide a text into tokens takes far longer.
    if !VARIABLES.iter().any(|variable| text.contains(variable)) {
        return named;
    }
    for part in parts(text) {
        if part.tokens.iter().any(|token| VARIABLES.iter().any(|variable| token.is_name(variable))) {
            named.extend(part.tokens.iter().filter(|token| token.kind == Kind::Text).map(|token| token.text));
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Texts, assets_in, named_in};

    #[test]
    fn names_in_quotes() {
        let names: Vec<&str> =
            named_in("{% extends \"base.html\" %}{%- include 'a.html' -%} include \"b\"{# {% include \"c\" %} #}")
                .into_iter()
                .map(|(name, _)| name)
                .collect();
        assert_eq!(names, ["base.html", "a.html"]);
    }

    #[test]
    fn static_files_by_name() {
        let text = "{{ assets[\"a.css\"] }}{% set b = assets | get(key='b.js') %}{{ c[\"d.css\"] }}assets[\"e.css\"]";
        assert_eq!(assets_in(text), ["a.css", "b.js"]);
    }

    #[test]
    fn a_name_leads_to_the_next_theme_that_has_it() {
        let texts = ["page", "theme/page", "parent/base", "parent2/base", "parent2/page", "parent2/row"];
        let texts: BTreeMap<&str, &str> = texts.map(|name| (name, "")).into();
        let prefixes = ["theme/", "parent/", "parent2/"].map(str::to_owned);
        let texts = Texts::of(texts, prefixes.to_vec());
        for (from, name, expected) in [
            ("page", "theme/page", "theme/page"),
            ("page", "theme/base", "parent/base"),
            ("theme/page", "theme/page", "parent2/page"),
            ("theme/page", "theme/base", "parent/base"),
            ("theme/page", "base", "parent/base"),
            ("parent/base", "theme/base", "parent2/base"),
            ("parent2/page", "page", "page"),
        ] {
            assert_eq!(texts.find_from(from, name).map(|(name, _)| name), Some(expected), "{name} in {from}");
        }
        assert_eq!(texts.find_from("parent2/page", "theme/row"), None);
        let text = "{% extends \"theme/base\" %}{% include \"page\" %}";
        let replaced = texts.replaced_names("theme/page", text);
        assert_eq!(replaced, [(12..22, "parent/base")]);
        assert_eq!(&text[12..22], "theme/base");
    }
}
