//! Fingerprints of templates, each with those that it includes: a page that uses them is rendered again only if one changed.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};

use xxhash_rust::xxh3::Xxh3;

/// The fingerprint of each template, by its name without a prefix. `templates` are the names in Tera with the
/// texts; `prefixes` are tried in turn for a name without one, as Tera does.
pub(super) fn of(templates: &[(&str, &str)], prefixes: &[String]) -> BTreeMap<String, u64> {
    let texts: BTreeMap<&str, &str> = templates.iter().copied().collect();
    // A component is used without naming its file.
    let components = templates.iter().any(|(_, text)| text.contains("component"));
    let find = |name: &str| {
        let named = texts.get_key_value(name).map(|(name, _)| *name);
        let prefixed = || {
            let names = prefixes.iter().map(|prefix| format!("{prefix}{name}"));
            names.filter_map(|name| texts.get_key_value(name.as_str()).map(|(name, _)| *name)).next()
        };
        named.or_else(prefixed)
    };
    let bare = |name: &str| prefixes.iter().find_map(|prefix| name.strip_prefix(prefix.as_str())).map(str::to_owned);
    let names: BTreeSet<String> = texts.keys().map(|name| bare(name).unwrap_or_else(|| (*name).to_owned())).collect();
    let fingerprint = |name: &str| {
        let mut hash = Xxh3::new();
        if components {
            templates.hash(&mut hash);
            return hash.finish();
        }
        let (mut open, mut seen) = (vec![name.to_owned()], BTreeSet::new());
        while let Some(name) = open.pop() {
            if seen.insert(name.clone()) {
                let found = find(&name);
                (&name, found, found.map(|found| texts[found])).hash(&mut hash);
                open.extend(found.into_iter().flat_map(|found| named_in(texts[found])));
            }
        }
        hash.finish()
    };
    names.iter().map(|name| (name.clone(), fingerprint(name))).collect()
}

/// The templates that a text extends or includes; Tera takes only names in quotes.
fn named_in(text: &str) -> Vec<String> {
    let mut named = Vec::new();
    for tag in text.split("{%").skip(1) {
        let tag = tag.split("%}").next().unwrap_or(tag).trim_start_matches('-').trim_start();
        if tag.starts_with("extends") || tag.starts_with("include") {
            for quote in ['"', '\'', '`'] {
                named.extend(tag.split(quote).skip(1).step_by(2).map(str::to_owned));
            }
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::{named_in, of};

    #[test]
    fn names_in_quotes() {
        assert_eq!(
            named_in("{% extends \"base.html\" %}{%- include 'a.html' -%} include \"b\""),
            ["base.html", "a.html"]
        );
    }

    #[test]
    fn a_change_reaches_those_above() {
        let prefixes = ["theme/".to_owned()];
        let with = |base: &'static str, own: &'static str| {
            of(
                &[("theme/base.html", base), ("theme/page.html", "{% extends \"base.html\" %}"), ("a.html", own)],
                &prefixes,
            )
        };
        let (before, base, own) = (with("1", "1"), with("2", "1"), with("1", "2"));
        assert_ne!(before["page.html"], base["page.html"]);
        assert_eq!(before["a.html"], base["a.html"]);
        assert_eq!(before["page.html"], own["page.html"]);
        assert_ne!(before["a.html"], own["a.html"]);
    }

    #[test]
    fn a_site_template_takes_the_place_of_the_themes() {
        let prefixes = ["theme/".to_owned()];
        let page = ("theme/page.html", "{% include \"row.html\" %}");
        let before = of(&[page, ("theme/row.html", "1")], &prefixes);
        let after = of(&[page, ("theme/row.html", "1"), ("row.html", "1")], &prefixes);
        assert_ne!(before["page.html"], after["page.html"]);
    }
}
