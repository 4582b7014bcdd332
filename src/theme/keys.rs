//! Which keys templates read. A key that one is never given is undefined, which is false in Tera: a typo in `{% if … %}`
//! would silently leave a part of the page out. Where one does not read the keys that lead to all statements of a list,
//! some are missing.

use std::collections::{BTreeMap, BTreeSet};

use super::texts::Texts;
use super::tokens::{Kind, Part, parts, words};
use reader::Reader;

mod reader;
mod shape;

pub(crate) use reader::UnknownKey;
pub(crate) use shape::Shape;

/// What a template is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Given {
    pub(crate) keys: BTreeMap<String, Shape>,
    /// Groups of keys, of each of which it has to read one: without them statements are not listed.
    pub(crate) lists: &'static [&'static [&'static str]],
}

/// A template that does not list all statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct IncompleteTemplate<'t> {
    /// Its name in Tera.
    pub(crate) name: &'t str,
    /// The groups of keys of each of which it reads none.
    pub(crate) unread: Vec<&'static [&'static str]>,
}

/// What a template reads, with those that it extends and includes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ReadKeys<'t> {
    /// Its name, without a prefix.
    pub(crate) template: &'t str,
    /// The keys that it reads of any value, and the texts that may be such keys.
    pub(crate) keys: BTreeSet<&'t str>,
    /// The variables that it is given and shows.
    pub(crate) variables: BTreeSet<&'t str>,
    /// Whether it may read other keys: it hands a value on as a whole, or names a key by a variable.
    pub(crate) is_any: bool,
}

/// What is wrong with the keys that templates read, and which these are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct WrongKeys<'t> {
    pub(crate) unknown: Vec<UnknownKey>,
    pub(crate) incomplete: Vec<IncompleteTemplate<'t>>,
    pub(crate) read: Vec<ReadKeys<'t>>,
}

impl<'t> Texts<'t> {
    /// The keys that templates read and are never given, and those that they should read and do not. A template that
    /// several include is given a key if one of them gives it.
    pub(super) fn wrong_keys(&self, given: &BTreeMap<&str, Given>) -> WrongKeys<'t> {
        let (mut found, mut known, mut incomplete, mut all) =
            (BTreeSet::new(), BTreeSet::new(), Vec::new(), Vec::new());
        let set = |text: &&'t str| names_of(&parts(text), |tag| tag != "for");
        let named: BTreeSet<&'t str> = self.texts.values().flat_map(set).collect();
        for (name, given) in given {
            let Some((template, _)) = self.find(name) else { continue };
            let read = Reader::read(self, &named, name, &given.keys);
            let bare = self.prefixes.iter().find_map(|prefix| template.strip_prefix(prefix.as_str()));
            let (keys, is_any) = (read.keys, read.is_any);
            let variables = read.variables.iter().map(|(of, _)| *of).collect();
            all.push(ReadKeys { template: bare.unwrap_or(template), keys, variables, is_any });
            let is_shown = |key: &str| match key.split_once('.') {
                Some((of, key)) => [None, Some(key)].iter().any(|key| read.variables.contains(&(of, *key))),
                None => read.variables.iter().any(|(of, _)| *of == key),
            };
            let is_unread = |keys: &&[&str]| !keys.iter().any(|key| is_shown(key));
            let unread: Vec<_> = given.lists.iter().copied().filter(is_unread).collect();
            incomplete.extend((!unread.is_empty()).then_some(IncompleteTemplate { name: template, unread }));
            found.extend(read.unknown);
            known.extend(read.known);
        }
        let unknown = found.into_iter().filter(|found| !known.contains(&(found.template.as_str(), found.range)));
        WrongKeys { unknown: unknown.collect(), incomplete, read: all }
    }
}

/// The names that a template gives to values of its own: by `set`, `for` and as arguments of components.
pub(super) fn own_names<'t>(parts: &[Part<'t>]) -> Vec<&'t str> {
    names_of(parts, |_| true)
}

/// The names that the tags of some kinds give to values.
fn names_of<'t>(parts: &[Part<'t>], is_wanted: impl Fn(&str) -> bool) -> Vec<&'t str> {
    let mut names = Vec::new();
    for tokens in parts.iter().filter(|part| part.is_tag).map(|part| words(&part.tokens)) {
        let Some(first) = tokens.first().filter(|first| is_wanted(first.text)) else { continue };
        let until = match first.text {
            "set" | "set_global" => tokens.get(..2).unwrap_or_default().len(),
            "for" => tokens.iter().position(|token| token.is_name("in")).unwrap_or_default(),
            "component" => tokens.len(),
            _ => 0,
        };
        names.extend(tokens[..until].iter().skip(1).filter(|token| token.kind == Kind::Name).map(|token| token.text));
    }
    names
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Given, IncompleteTemplate, Shape, Texts};

    fn map(keys: &[(&str, Shape)]) -> Shape {
        Shape::Map(keys.iter().map(|(key, shape)| ((*key).to_owned(), shape.clone())).collect())
    }

    /// The keys that are unknown in a template, as `of.key`.
    fn unknown(text: &str) -> Vec<String> {
        let link = map(&[("label", Shape::Plain), ("address", Shape::OneOf(vec![Shape::Plain]))]);
        let given = map(&[
            ("msg", Shape::Any),
            ("s", map(&[("title", Shape::Plain), ("links", Shape::List(Box::new(link.clone()))), ("link", link)])),
            ("either", Shape::OneOf(vec![map(&[("a", Shape::Plain)]), map(&[("b", Shape::Plain)])])),
        ]);
        let Shape::Map(given) = given else { unreachable!() };
        let texts = BTreeMap::from([
            ("page", text),
            ("theme/part", "{{ l.label }}{{ l.lable }}"),
            ("theme/base", "{{ s.title }}{% if s.titel %}{% endif %}{% block main %}{% endblock %}"),
        ]);
        let texts = Texts::of(texts, vec!["theme/".to_owned()]);
        let found = texts.wrong_keys(&BTreeMap::from([("page", Given { keys: given, lists: &[] })]));
        found
            .unknown
            .iter()
            .map(|found| format!("{}{}", found.of.iter().map(|of| format!("{of}.")).collect::<String>(), found.key))
            .collect()
    }

    #[test]
    fn what_is_given_is_known() {
        for text in [
            "{{ s.title | date(form=\"short\") }} {{ t(key=\"a\", count=s.title) }} {{ msg[\"nav_\" ~ s.title] }} {{ msg.x.y }}",
            "{% for l in s.links %}{% if not loop.first and l.label is not containing(\"x\") %}{{ l[\"address\"] }}{% endif %}{% endfor %}",
            "{% set l = s.link -%}{{ l.label }}{% set n = s.links | length %}{{ n.what }} {{ either.a }} {{ either?.b }} {{ s.links[0].label }}",
            "{# {{ s.no }} #}{% raw %}{{ s.no }}{% endraw %}{{ \"s.no\" }} {% if s.title == \"no\" %}{% elif s.title in [1, 2] %}{% endif %}",
            "{% filter upper %}{{ s.title }}{% endfilter %}{%- filter replace(from=\"a\", to=s.title) | lower -%}{% endfilter %}",
            "{% if maybe %}{{ maybe }}{% endif %}{% if s.title %}{% set maybe = true %}{% endif %}",
        ] {
            assert_eq!(unknown(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn what_is_not_given_is_found_wherever_it_stands() {
        let cases = [
            ("{% if s.titel %}{% endif %}", "s.titel"),
            ("{% for l in s.links %}{{ l.adress }}{% endfor %}", "l.adress"),
            ("{{ x }}", "x"),
            ("{% filter upper %}{{ s.titel }}{% endfilter %}", "s.titel"),
            ("{% filter replace(from=\"a\", to=s.titel) %}{% endfilter %}", "s.titel"),
            ("{% filter upper | replace(from=titel, to=\"\") %}{% endfilter %}", "titel"),
            ("{% set l = s.link %}{% include \"part\" %}", "l.lable"),
            ("{% extends \"base\" %}{% block main %}{{ s.title }}{% endblock %}", "s.titel"),
            ("{{ t(key=s.kye) }}", "s.kye"),
            ("{{ either.c }}", "either.c"),
            ("{{ s.title.length }}", "title.length"),
            ("{{ msg[s.nothing] }}", "s.nothing"),
            ("{% for l in s.linsk %}{{ l.whatever }}{% endfor %}", "s.linsk"),
            ("{% for link in s.links %}{{ link.label }}{% endfor %}{{ link.label }}", "link"),
        ];
        for (text, expected) in cases {
            assert_eq!(unknown(text), [expected], "{text}");
        }
    }

    #[test]
    fn lists_that_are_not_read_are_found() {
        let texts = BTreeMap::from([
            ("year", "{% extends \"base\" %}{% block main %}{% for r in rows %}{{ r }}{% endfor %}{% endblock %}"),
            ("base", "{% block main %}{% endblock %}{% include \"parts\" %}"),
            (
                "parts",
                "{% if list_parts | length > 1 %}{% for p in list_parts %}{{ p }}{{ loop.months }}{% endfor %}{% endif %}{# months #}",
            ),
        ]);
        let keys = ["rows", "parts", "list_parts", "months"].map(|key| (key.to_owned(), Shape::Any)).into();
        let lists: &[&[&str]] = &[&["rows", "parts"], &["list_parts"], &["months"]];
        let texts = Texts::of(texts, Vec::new());
        let found = texts.wrong_keys(&BTreeMap::from([("year", Given { keys, lists })]));
        assert_eq!(found.incomplete, [IncompleteTemplate { name: "year", unread: vec![&["months"]] }]);
    }

    /// A condition shows nothing, nor does another value of the same name.
    #[test]
    fn a_list_is_read_where_it_is_shown() {
        for (text, is_shown) in [
            ("{% if rows %}{{ rows }}{% endif %}", true),
            ("{% if rows %}{% include \"shown\" %}{% endif %}", true),
            ("{% if rows %}{% include \"nothing\" %}{% elif rows %}{% endif %}", false),
            ("{% set rows = [] %}{{ rows }}", false),
            ("{% set rows %}x{% endset %}{{ rows }}", false),
            ("{% set items = rows %}{{ items }}", true),
            ("{% set rows = rows | reverse %}{{ rows }}", true),
            ("{% if other %}{% set rows = other %}{% endif %}{{ rows }}", true),
            ("{% for rows in other %}{{ rows }}{% endfor %}", false),
            ("{% for rows in other %}{{ rows }}{% endfor %}{{ rows }}", true),
            ("{% include \"own\" %}{{ rows }}", true),
            ("{% for r in rows %}{% if r %}x{% endif %}{% endfor %}", false),
            ("{% for r in rows %}{% if r %}{% set_global last = r %}{% endif %}{% endfor %}", false),
            ("{% for r in rows %}{% if r %}{% set_global last = r %}{% endif %}{% endfor %}{{ last }}", true),
            ("{% for r in rows %}{% for o in r.others %}{{ o.label }}{% endfor %}{% endfor %}", true),
            ("{% for r in rows %}{% set label = r.label %}{% include \"label\" %}{% endfor %}", true),
            ("{% for o in other %}{% if o %}{% set rows = o %}{% endif %}{{ rows }}{% endfor %}", true),
            ("{% for o in other %}{% set rows = o %}{{ rows }}{% endfor %}", false),
            ("{% if other %}{% for o in other %}{% set rows = o %}{{ rows }}{% endfor %}{% endif %}", false),
            ("{% set items = rows %}", false),
        ] {
            let texts = BTreeMap::from([
                ("page", text),
                ("shown", "{% for r in rows %}{{ r }}{% endfor %}"),
                ("nothing", "{# nothing #}"),
                ("own", "{% set rows = other %}"),
                ("label", "{{ label }}"),
            ]);
            let texts = Texts::of(texts, Vec::new());
            let keys = ["rows", "other"].map(|key| (key.to_owned(), Shape::Any)).into();
            let found = texts.wrong_keys(&BTreeMap::from([("page", Given { keys, lists: &[&["rows"]] })]));
            assert_eq!(found.incomplete.is_empty(), is_shown, "{text}");
        }
    }

    #[test]
    fn a_block_that_is_replaced_is_not_read() {
        let texts = BTreeMap::from([
            ("replaced", "{% extends \"base\" %}{% block main %}{{ rows }}{% endblock main %}"),
            ("added", "{% extends \"base\" %}{% block main %}{{ super() }}{{ rows }}{% endblock %}"),
            ("below", "{% extends \"added\" %}{% block inner %}{% endblock %}"),
            ("base", "{% block main %}{% block inner %}{{ months }}{% endblock %}{{ years }}{% endblock %}{{ rows }}"),
        ]);
        let texts = Texts::of(texts, Vec::new());
        for (template, unread) in [("replaced", &["months", "years"][..]), ("added", &[]), ("below", &["months"])] {
            let keys = ["rows", "months", "years"].map(|key| (key.to_owned(), Shape::Any)).into();
            let found = texts.wrong_keys(&BTreeMap::from([(
                template,
                Given { keys, lists: &[&["rows"], &["months"], &["years"]] },
            )]));
            let found: Vec<&str> = found.incomplete.iter().flat_map(|one| &one.unread).map(|keys| keys[0]).collect();
            assert_eq!(found, unread, "{template}");
        }
    }
}
