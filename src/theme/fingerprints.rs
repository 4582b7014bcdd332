//! Fingerprints of templates, each with those that it includes: a page that uses them is rendered again only if one changed.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};

use xxhash_rust::xxh3::Xxh3;

use super::texts::{Texts, named_in};

/// The fingerprint of each template, by its name without a prefix.
pub(super) fn of(texts: &Texts<'_>) -> BTreeMap<String, u64> {
    // A component is used without naming its file.
    let components = texts.texts.values().any(|text| text.contains("component"));
    let bare =
        |name: &str| texts.prefixes.iter().find_map(|prefix| name.strip_prefix(prefix.as_str())).map(str::to_owned);
    let names: BTreeSet<String> =
        texts.texts.keys().map(|name| bare(name).unwrap_or_else(|| (*name).to_owned())).collect();
    let named: BTreeMap<&str, Vec<&str>> = texts
        .texts
        .iter()
        .map(|(name, text)| (*name, named_in(text).into_iter().map(|(named, _)| named).collect()))
        .collect();
    let fingerprint = |name: &str| {
        let mut hash = Xxh3::new();
        if components {
            texts.texts.hash(&mut hash);
            return hash.finish();
        }
        let found = |named: &str, found: Option<(&str, &str)>, hash: &mut Xxh3| (named, found).hash(hash);
        let (mut open, mut seen) = (Vec::new(), BTreeSet::new());
        let first = texts.find(name);
        found(name, first, &mut hash);
        open.extend(first);
        while let Some((name, _)) = open.pop() {
            if seen.insert(name) {
                for named in named.get(name).into_iter().flatten() {
                    let next = texts.find_from(name, named);
                    found(named, next, &mut hash);
                    open.extend(next);
                }
            }
        }
        hash.finish()
    };
    names.iter().map(|name| (name.clone(), fingerprint(name))).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Texts;

    fn of(templates: &[(&str, &str)]) -> BTreeMap<String, u64> {
        let prefixes = ["theme/".to_owned(), "parent/".to_owned()];
        super::of(&Texts::of(templates.iter().copied(), prefixes.to_vec()))
    }

    #[test]
    fn a_change_reaches_those_above() {
        let with = |base: &'static str, own: &'static str| {
            of(&[("theme/base.html", base), ("theme/page.html", "{% extends \"base.html\" %}"), ("a.html", own)])
        };
        let (before, base, own) = (with("1", "1"), with("2", "1"), with("1", "2"));
        assert_ne!(before["page.html"], base["page.html"]);
        assert_eq!(before["a.html"], base["a.html"]);
        assert_eq!(before["page.html"], own["page.html"]);
        assert_ne!(before["a.html"], own["a.html"]);
    }

    #[test]
    fn a_site_template_takes_the_place_of_the_themes() {
        let page = ("theme/page.html", "{% include \"row.html\" %}");
        let before = of(&[page, ("theme/row.html", "1")]);
        let after = of(&[page, ("theme/row.html", "1"), ("row.html", "1")]);
        assert_ne!(before["page.html"], after["page.html"]);
    }
    #[test]
    fn a_change_behind_a_template_of_the_same_name_reaches_it() {
        let extends = "{% extends \"theme/page.html\" %}";
        let with = |parent| of(&[("page.html", extends), ("theme/page.html", extends), ("parent/page.html", parent)]);
        assert_ne!(with("1")["page.html"], with("2")["page.html"]);
    }
}
