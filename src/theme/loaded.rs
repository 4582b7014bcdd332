//! The style sheets that all pages load by the template that they are made from, as far as that is sure.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::blocked::without_code;
use super::texts::Texts;
use super::tokens::{Kind, Part, Token, parts, words};
use crate::html::{Markup, StartTag, tags};

/// Attributes of a `<link>` with which every browser loads it.
const PLAIN: [&[u8]; 9] =
    [b"rel", b"href", b"integrity", b"crossorigin", b"referrerpolicy", b"fetchpriority", b"nonce", b"id", b"type"];

/// Elements in which a `<link>` may load nothing.
const SET_ASIDE: [&[u8]; 2] = [b"noscript", b"template"];

/// The style sheets that pages load by the template `base`, or by one that it extends or includes, whatever the page is: not
/// those under a condition, nor in a block that another template has, too.
pub(super) fn sheets_loaded<'t>(texts: &Texts<'t>, base: &str) -> BTreeSet<&'t str> {
    let standing: BTreeMap<&str, Standing<'t>> =
        texts.texts.iter().map(|(name, text)| (*name, Standing::of(text))).collect();
    let mut having: BTreeMap<&str, Vec<(&str, bool)>> = BTreeMap::new();
    for (name, it) in &standing {
        it.blocks.iter().for_each(|(block, is_sure)| having.entry(block).or_default().push((name, *is_sure)));
    }
    // The template and those that it extends, the nearest first.
    let mut chain: BTreeMap<&str, usize> = BTreeMap::new();
    let mut next = texts.find(base);
    while let Some((name, _)) = next.filter(|(name, _)| !chain.contains_key(name)) {
        chain.insert(name, chain.len());
        next = standing[name].extends.and_then(|extended| texts.find_from(name, extended));
    }
    let mut open: Vec<&str> = chain.keys().copied().collect();
    let (mut read, mut sheets) = (BTreeSet::new(), BTreeSet::new());
    while let Some(name) = open.pop() {
        if !read.insert(name) {
            continue;
        }
        // Whether no block of a template stands in place of one of this.
        let is_behind = |other: &str| {
            other == name || chain.get(name).zip(chain.get(other)).is_some_and(|(this, other)| this < other)
        };
        let is_own = |block: &&str| having[block].iter().all(|(other, is_sure)| *is_sure && is_behind(other));
        let is_shown = |blocks: &[&str]| match blocks {
            [] => standing[name].extends.is_none(),
            blocks => blocks.iter().all(is_own),
        };
        for (found, _) in standing[name].found.iter().filter(|(_, blocks)| is_shown(blocks)) {
            match found {
                Found::Sheet(sheet) => drop(sheets.insert(*sheet)),
                Found::Include(named) => open.extend(texts.find_from(name, named).map(|(name, _)| name)),
            }
        }
    }
    sheets
}

/// What stands in a template under no condition.
#[derive(Debug, Default)]
struct Standing<'t> {
    extends: Option<&'t str>,
    /// Its blocks, and whether they stand under no condition.
    blocks: BTreeMap<&'t str, bool>,
    /// What is found, with the blocks in which it stands.
    found: Vec<(Found<'t>, Vec<&'t str>)>,
}

#[derive(Debug)]
enum Found<'t> {
    /// A style sheet that is loaded.
    Sheet(&'t str),
    /// A template that is included.
    Include(&'t str),
}

impl<'t> Standing<'t> {
    fn of(text: &'t str) -> Standing<'t> {
        let mut standing = Standing::default();
        // What is shown as it is looks like code that is run.
        if text.contains("endraw") {
            return standing;
        }
        let mut sheets = sheets_in(text).into_iter().peekable();
        // The tags that are open: the names of blocks, and others.
        let mut open: Vec<Option<&'t str>> = Vec::new();
        for part in parts(text).iter().filter(|part| part.is_tag) {
            let [first, rest @ ..] = words(&part.tokens) else { continue };
            while let Some((_, sheet)) = sheets.next_if(|(at, _)| *at < first.at) {
                standing.add(Found::Sheet(sheet), &open);
            }
            let name = rest.iter().find(|token| token.kind == Kind::Text).map(|token| token.text);
            match first.text {
                "extends" => standing.extends = name,
                "include" => name.into_iter().for_each(|name| standing.add(Found::Include(name), &open)),
                "block" => {
                    let block = rest.first().map_or("", |name| name.text);
                    let is_sure = open.iter().all(Option::is_some);
                    standing.blocks.entry(block).and_modify(|known| *known &= is_sure).or_insert(is_sure);
                    open.push(Some(block));
                }
                _ if is_end(first, rest) => drop(open.pop()),
                _ if is_beginning(first, rest) => open.push(None),
                _ => {}
            }
        }
        sheets.for_each(|(_, sheet)| standing.add(Found::Sheet(sheet), &open));
        standing
    }

    fn add(&mut self, found: Found<'t>, open: &[Option<&'t str>]) {
        // Nobody has so many blocks within each other, and they would be kept for each that is found.
        const MOST: usize = 20;
        let blocks = open.iter().copied().collect::<Option<Vec<&str>>>().filter(|blocks| blocks.len() <= MOST);
        self.found.extend(blocks.map(|blocks| (found, blocks)));
    }
}

fn is_end(first: &Token<'_>, rest: &[Token<'_>]) -> bool {
    first.text.starts_with("end") || first.is("<") && rest.first().is_some_and(|next| next.is("/"))
}

/// Whether a tag holds what stands behind it, up to its end.
fn is_beginning(first: &Token<'_>, rest: &[Token<'_>]) -> bool {
    match first.text {
        "if" | "for" | "filter" | "component" => true,
        "set" | "set_global" => !rest.iter().any(|token| token.is("=")),
        "<" => !matches!(rest, [.., slash, end] if slash.is("/") && end.is(">")),
        _ => false,
    }
}

/// The style sheets that elements of a text load, with the bytes at which the elements begin.
fn sheets_in(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    if !text.contains("assets") {
        return found;
    }
    let mut aside = 0_usize;
    for tag in tags(&without_code(text)) {
        match tag {
            Markup::Start(tag) if SET_ASIDE.contains(&tag.name.as_slice()) => aside += 1,
            Markup::End(tag) if SET_ASIDE.contains(&tag.name.as_slice()) => aside = aside.saturating_sub(1),
            Markup::Start(tag) if aside == 0 => found.extend(sheet(text, &tag).map(|name| (tag.span.start, name))),
            _ => {}
        }
    }
    found
}

/// The style sheet that an element loads, whatever the page is.
fn sheet<'t>(text: &'t str, tag: &StartTag<usize>) -> Option<&'t str> {
    let value =
        |name: &[u8]| tag.attributes.get(name).map(|value| String::from_utf8_lossy(&value.value).to_lowercase());
    let code = |name: &[u8]| {
        let span = tag.attributes.get(name)?.span;
        code_in(text, span.start..span.end)
    };
    let relation = value(b"rel")?;
    let is_plain = tag.name.as_slice() == b"link"
        && tag.attributes.keys().all(|name| PLAIN.contains(&name.as_slice()))
        && relation.split_ascii_whitespace().eq(["stylesheet"])
        && value(b"type").is_none_or(|kind| kind == "text/css")
        && value(b"href")?.trim().is_empty();
    let [Part { is_tag: false, tokens }] = &code(b"href")?[..] else { return None };
    let [of, open, name, close] = words(tokens) else { return None };
    let is_asset = of.is_name("assets") && open.is("[") && name.kind == Kind::Text && close.is("]");
    // No other code may have a say.
    let others = code(b"integrity").map_or(0, |code| code.len());
    let all = code_in(text, tag.span.start..tag.span.end)?;
    let is_alone = all.len() == 1 + others && all.iter().all(|part| !part.is_tag);
    (is_plain && is_asset && is_alone).then_some(name.text)
}

/// The tags and expressions between bytes of a text.
fn code_in(text: &str, range: Range<usize>) -> Option<Vec<Part<'_>>> {
    text.get(range).map(parts)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::sheets_loaded;
    use crate::theme::texts::Texts;

    const LINK: &str = "<link rel=\"stylesheet\" href=\"{{ assets['h.css'] }}\">";

    fn is_loaded(files: &[(&str, &str)]) -> bool {
        let texts: BTreeMap<&str, &str> = files.iter().copied().collect();
        let texts = Texts::of(texts, vec!["theme/".to_owned()]);
        sheets_loaded(&texts, "base.html").contains("h.css")
    }

    #[test]
    fn only_what_every_page_loads_is_loaded() {
        let with = |before: &str, after: &str| format!("{before}{LINK}{after}");
        for text in [
            LINK,
            "<LINK\n  href=\"{{- assets[\"h.css\"] -}}\" integrity=\"{{ integrity['h.css'] }}\" rel='StyleSheet'>",
            &with("{% if a %}b{% else %}{% endif %}{% set a = 1 %}{% block head %}", "{% endblock %}"),
            &with("{% <a b=1 /> %}{% set c %}{% endset %}<noscript></noscript><!-- -->", ""),
        ] {
            assert!(is_loaded(&[("base.html", text)]), "{text}");
        }
        for text in [
            "<link rel=\"preload\" as=\"style\" href=\"{{ assets['h.css'] }}\">",
            "<link rel=\"alternate stylesheet\" href=\"{{ assets['h.css'] }}\">",
            "<link rel=\"stylesheet\" media=\"print\" href=\"{{ assets['h.css'] }}\">",
            "<link rel=\"stylesheet\" {{ a }} href=\"{{ assets['h.css'] }}\">",
            "<link rel=\"stylesheet\" href=\"{{ assets['h.css'] }}?a\">",
            "<link rel=\"stylesheet\" href=\"{{ assets['h.css'] | default(value='a') }}\">",
            "<link {% if a %}rel=\"stylesheet\"{% endif %} href=\"{{ assets['h.css'] }}\">",
            "<a rel=\"stylesheet\" href=\"{{ assets['h.css'] }}\">",
            "{% set a = assets['h.css'] %}",
            &with("{% if a %}", "{% endif %}"),
            &with("{% if a %}b{% else %}", "{% endif %}"),
            &with("{% for a in b %}", "{% endfor %}"),
            &with("{% set a %}", "{% endset %}"),
            &with("{% raw %}", "{% endraw %}"),
            &with("{#", "#}"),
            &with("<!--", "-->"),
            &with("<noscript>", "</noscript>"),
            &with("<script>", "</script>"),
            &with("{% <a> %}", "{% </a> %}"),
            &with("{% component a() %}", "{% endcomponent a %}"),
        ] {
            assert!(!is_loaded(&[("base.html", text)]), "{text}");
        }
    }

    #[test]
    fn templates_that_are_extended_or_included_load_for_all_pages() {
        let block = format!("{{% block head %}}{LINK}{{% endblock %}}");
        let own = format!("{{% extends 'theme/base.html' %}}{block}");
        let theme = "a{% block head %}{% endblock %}";
        assert!(is_loaded(&[("base.html", &own), ("theme/base.html", theme)]));
        assert!(is_loaded(&[("base.html", "{% include 'a.html' %}"), ("a.html", LINK)]));
        assert!(is_loaded(&[("base.html", "{% extends 'theme/base.html' %}"), ("theme/base.html", &block)]));
        for files in [
            &[("base.html", "{% if a %}{% include 'a.html' %}{% endif %}"), ("a.html", LINK)][..],
            &[("base.html", &own), ("theme/base.html", theme), ("a.html", theme)],
            &[("base.html", &own), ("theme/base.html", "{% if a %}{% block head %}{% endblock %}{% endif %}")],
            &[("base.html", &format!("{{% extends 'theme/base.html' %}}{LINK}")), ("theme/base.html", theme)],
            &[("base.html", &format!("{{% extends 'theme/base.html' %}}{theme}")), ("theme/base.html", &block)],
        ] {
            assert!(!is_loaded(files), "{files:?}");
        }
    }
}
