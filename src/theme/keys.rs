//! Which keys templates read: a key that a template is never given is undefined, and Tera takes what is undefined for false,
//! so that a slip in `{% if … %}` would leave a part of the page out without a word.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use self::tokens::{Kind, Part, Token, parts};

mod tokens;

/// What a value is, as far as keys are concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Any: nothing is known of its keys.
    Any,
    /// A text, a number, or true or false.
    Plain,
    /// A list of values of a shape.
    List(Box<Shape>),
    /// A map with these keys.
    Map(BTreeMap<String, Shape>),
    /// One of several.
    OneOf(Vec<Shape>),
}

/// A key, or a variable, that there is not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct UnknownKey {
    /// The template it is in, as Tera names it.
    pub(crate) template: String,
    /// Where, in bytes.
    pub(crate) range: (usize, usize),
    /// The value that has no such key: `statement`; none where it is a variable that there is not.
    pub(crate) of: Option<String>,
    /// The key.
    pub(crate) key: String,
    /// The keys that there are.
    pub(crate) known: Vec<String>,
}

/// Templates by the names that Tera knows them by, with the prefixes that are tried in turn where a name has none.
#[derive(Clone, Copy, Debug)]
pub(super) struct Texts<'t> {
    pub(super) texts: &'t BTreeMap<&'t str, &'t str>,
    pub(super) prefixes: &'t [String],
}

impl<'t> Texts<'t> {
    fn find(&self, name: &str) -> Option<(&'t str, &'t str)> {
        let prefixed = || self.prefixes.iter().map(|prefix| format!("{prefix}{name}"));
        let all = std::iter::once(name.to_owned()).chain(prefixed());
        all.filter_map(|name| self.texts.get_key_value(name.as_str())).map(|(name, text)| (*name, *text)).next()
    }

    /// The keys that templates read and are never given, where `given` are the values of each. A template that several
    /// include is given a key if one of them gives it.
    pub(super) fn unknown(&self, given: &BTreeMap<&str, BTreeMap<String, Shape>>) -> Vec<UnknownKey> {
        let (mut found, mut known) = (BTreeSet::new(), BTreeSet::new());
        let named: BTreeSet<&'t str> = self.texts.values().flat_map(|text| named(&parts(text))).collect();
        for (template, given) in given {
            let (unknown, given) = self.read(template, given, &named);
            found.extend(unknown);
            known.extend(given);
        }
        found.into_iter().filter(|found| !known.contains(&(found.template.as_str(), found.range))).collect()
    }

    fn read(
        &self,
        template: &str,
        given: &BTreeMap<String, Shape>,
        named: &BTreeSet<&'t str>,
    ) -> (BTreeSet<UnknownKey>, BTreeSet<Place<'t>>) {
        let mut reader = Reader {
            texts: *self,
            named,
            scopes: Vec::new(),
            open: Vec::new(),
            known: BTreeSet::new(),
            found: BTreeSet::new(),
        };
        reader.scopes.push(given.iter().map(|(name, shape)| (name.clone(), vec![shape])).collect());
        reader.template(template);
        (reader.found, reader.known)
    }
}

/// The names that a template gives to values of its own: by `set`, `for` and as arguments of components.
fn named<'t>(parts: &[Part<'t>]) -> Vec<&'t str> {
    let mut names = Vec::new();
    for tokens in parts.iter().filter(|part| part.is_tag).map(|part| words(&part.tokens)) {
        let Some(first) = tokens.first() else { continue };
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

/// The tokens of a tag without the signs of white space at its ends.
fn words<'a, 't>(tokens: &'a [Token<'t>]) -> &'a [Token<'t>] {
    let tokens =
        tokens.strip_prefix(&tokens[..tokens.first().map_or(0, |first| usize::from(first.is("-")))]).unwrap_or(tokens);
    match tokens.last() {
        Some(last) if last.is("-") => &tokens[..tokens.len() - 1],
        _ => tokens,
    }
}

/// The shapes a value may have; none where nothing is known of it.
type Shapes<'s> = Vec<&'s Shape>;

struct Reader<'t, 's> {
    texts: Texts<'t>,
    /// Every name that some template gives to a value: where it is not set, it is absent on purpose.
    named: &'s BTreeSet<&'t str>,
    scopes: Vec<BTreeMap<String, Shapes<'s>>>,
    /// Templates that are being read: one may include another, and that the first.
    open: Vec<&'t str>,
    found: BTreeSet<UnknownKey>,
    /// Where keys stand that were found.
    known: BTreeSet<Place<'t>>,
}

/// A template, and the bytes of a key in it.
type Place<'t> = (&'t str, (usize, usize));

/// So many templates may lie within each other.
const DEEPEST: usize = 16;

/// Words of the syntax that are no variables, and variables that Tera has.
const WORDS: [&str; 16] = [
    "and",
    "or",
    "not",
    "in",
    "is",
    "if",
    "else",
    "true",
    "false",
    "none",
    "True",
    "False",
    "None",
    "loop",
    "as",
    "__tera_context",
];

impl<'t, 's> Reader<'t, 's> {
    fn template(&mut self, name: &str) {
        let Some((name, text)) = self.texts.find(name) else { return };
        if self.open.contains(&name) || self.open.len() >= DEEPEST {
            return;
        }
        self.open.push(name);
        for part in parts(text) {
            match (part.is_tag, words(&part.tokens)) {
                (true, [first, rest @ ..]) if first.kind == Kind::Name => self.tag(first.text, rest),
                (_, tokens) => drop(self.expression(tokens)),
            }
        }
        self.open.pop();
    }

    fn tag(&mut self, name: &str, tokens: &[Token<'t>]) {
        match (name, tokens) {
            ("for", tokens) => {
                let (names, of) =
                    tokens.split_at(tokens.iter().position(|token| token.is_name("in")).unwrap_or(tokens.len()));
                let shapes = self.expression(of.get(1..).unwrap_or_default());
                let names: Vec<&str> =
                    names.iter().filter(|token| token.kind == Kind::Name).map(|token| token.text).collect();
                let item = if let [_] = *names { items(&shapes) } else { Vec::new() };
                self.scopes.push(names.into_iter().map(|name| (name.to_owned(), item.clone())).collect());
            }
            ("endfor", _) if self.scopes.len() > 1 => drop(self.scopes.pop()),
            ("set" | "set_global", [name, equals, rest @ ..]) if equals.is("=") => {
                let shapes = self.expression(rest);
                let last = self.scopes.len() - 1;
                self.scopes[last].insert(name.text.to_owned(), shapes);
            }
            ("set" | "set_global", [name, ..]) => {
                let last = self.scopes.len() - 1;
                self.scopes[last].insert(name.text.to_owned(), Vec::new());
            }
            ("include" | "extends", [name, ..]) if name.kind == Kind::Text => {
                // What a template sets that is included is not seen around it.
                let scopes = self.scopes.clone();
                self.template(name.text);
                self.scopes = scopes;
            }
            ("if" | "elif" | "filter", tokens) => drop(self.expression(tokens)),
            _ => {}
        }
    }

    /// Reads an expression. If it is one variable or one key, these are its shapes.
    fn expression(&mut self, tokens: &[Token<'t>]) -> Shapes<'s> {
        let (mut at, mut whole) = (0, None);
        while let Some(token) = tokens.get(at) {
            let before = at.checked_sub(1).and_then(|at| tokens.get(at));
            let is_after = |sign: &str| before.is_some_and(|before| before.is(sign));
            let is_test = before.is_some_and(|before| before.is_name("is"))
                || before.is_some_and(|before| before.is_name("not")) && at > 1 && tokens[at - 2].is_name("is");
            let next = tokens.get(at + 1);
            let is_argument = next.is_some_and(|next| next.is("="))
                && !tokens.get(at + 2).is_some_and(|second| second.is("="))
                && before.is_some_and(|before| before.is("(") || before.is(","));
            let is_variable = token.kind == Kind::Name
                && !WORDS.contains(&token.text)
                && !is_test
                && !is_argument
                && !is_after("|")
                && !is_after(".")
                && !next.is_some_and(|next| next.is("("));
            if !is_variable {
                at += 1;
                continue;
            }
            let (shapes, end) = self.path(tokens, at);
            whole = (at == 0 && end == tokens.len()).then_some(shapes);
            at = end;
        }
        whole.unwrap_or_default()
    }

    /// Reads a variable with the keys behind it: its shapes, and where it ends.
    fn path(&mut self, tokens: &[Token<'t>], start: usize) -> (Shapes<'s>, usize) {
        let root = tokens[start];
        let known = self.scopes.iter().rev().find_map(|scope| scope.get(root.text)).cloned();
        let mut shapes = known.clone().unwrap_or_default();
        if known.is_some() {
            self.note(root);
        } else if !self.named.contains(root.text) {
            let known = self.scopes.iter().flat_map(|scope| scope.keys().cloned()).collect();
            self.add(root, None, known);
        }
        let (mut at, mut said) = (start + 1, root.text.to_owned());
        loop {
            match (tokens.get(at), tokens.get(at + 1), tokens.get(at + 2)) {
                (Some(dot), Some(key), _) if dot.is(".") && key.kind == Kind::Name => {
                    shapes = self.key(shapes, *key, &said);
                    said = key.text.to_owned();
                    at += 2;
                }
                // What may be absent: `a?.b`.
                (Some(mark), Some(dot), _) if mark.is("?") && dot.is(".") => at += 1,
                (Some(open), Some(key), Some(close)) if open.is("[") && key.kind == Kind::Text && close.is("]") => {
                    shapes = self.key(shapes, *key, &said);
                    said = key.text.to_owned();
                    at += 3;
                }
                (Some(open), ..) if open.is("[") => {
                    let end = closing(tokens, at);
                    self.expression(&tokens[at + 1..end]);
                    shapes = items(&shapes);
                    at = (end + 1).min(tokens.len());
                }
                _ => return (shapes, at),
            }
        }
    }

    /// The shapes of a key of values.
    fn key(&mut self, of: Shapes<'s>, key: Token<'t>, said: &str) -> Shapes<'s> {
        let of = alternatives(of);
        if of.is_empty() || of.contains(&&Shape::Any) {
            self.note(key);
            return Vec::new();
        }
        let maps = || of.iter().filter_map(|shape| if let Shape::Map(keys) = shape { Some(keys) } else { None });
        let found: Shapes<'s> = maps().filter_map(|keys| keys.get(key.text)).collect();
        if found.is_empty() {
            let known: BTreeSet<String> = maps().flat_map(|keys| keys.keys().cloned()).collect();
            self.add(key, Some(said.to_owned()), known.into_iter().collect());
        } else {
            self.note(key);
        }
        found
    }

    fn note(&mut self, token: Token<'t>) {
        let Range { start, end } = token.range();
        self.known.extend(self.open.last().map(|template| (*template, (start, end))));
    }

    fn add(&mut self, token: Token<'t>, of: Option<String>, known: Vec<String>) {
        let Range { start, end } = token.range();
        let template = self.open.last().map_or_else(String::new, |name| (*name).to_owned());
        self.found.insert(UnknownKey { template, range: (start, end), of, key: token.text.to_owned(), known });
    }
}

/// The shapes with those of which they are one.
fn alternatives(shapes: Shapes<'_>) -> Shapes<'_> {
    let mut all = Vec::new();
    for shape in shapes {
        match shape {
            Shape::OneOf(shapes) => all.extend(alternatives(shapes.iter().collect())),
            other => all.push(other),
        }
    }
    all
}

/// The shapes of the items of lists; nothing is known of those of other values.
fn items<'s>(shapes: &Shapes<'s>) -> Shapes<'s> {
    let mut all = Vec::new();
    for shape in alternatives(shapes.clone()) {
        if let Shape::List(item) = shape {
            all.push(&**item);
        }
    }
    all
}

/// Where the bracket at a position is closed; the last token where it is not.
fn closing(tokens: &[Token<'_>], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        if token.is("[") {
            depth += 1;
        } else if token.is("]") {
            depth -= 1;
            if depth == 0 {
                return at;
            }
        }
    }
    tokens.len()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Shape, Texts};

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
        let texts = Texts { texts: &texts, prefixes: &["theme/".to_owned()] };
        let found = texts.unknown(&BTreeMap::from([("page", given)]));
        found
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
            ("{% set l = s.link %}{% include \"part\" %}", "l.lable"),
            ("{% extends \"base\" %}{% block main %}{{ s.title }}{% endblock %}", "s.titel"),
            ("{{ t(key=s.kye) }}", "s.kye"),
            ("{{ either.c }}", "either.c"),
            ("{{ s.title.length }}", "title.length"),
            ("{{ msg[s.nothing] }}", "s.nothing"),
            ("{% for l in s.linsk %}{{ l.whatever }}{% endfor %}", "s.linsk"),
        ];
        for (text, expected) in cases {
            assert_eq!(unknown(text), [expected], "{text}");
        }
    }
}
