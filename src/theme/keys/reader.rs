//! Reads a template as Tera would, with the shapes of its variables instead of values, and records the keys that it reads.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::shape::{Shape, Shapes, alternatives, items};
use crate::theme::texts::Texts;
use crate::theme::tokens::{Kind, Token, parts, words};

/// A key or variable that does not exist.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct UnknownKey {
    /// The name of the template in Tera.
    pub(crate) template: String,
    /// Its byte range.
    pub(crate) range: (usize, usize),
    /// The value that has no such key: `statement`; `None` for a variable.
    pub(crate) of: Option<String>,
    pub(crate) key: String,
    /// The keys that exist.
    pub(crate) known: Vec<String>,
}

/// What a template reads.
pub(super) struct Read<'t> {
    /// The keys that it is not given.
    pub(super) unknown: BTreeSet<UnknownKey>,
    /// The places of those that it is given.
    pub(super) known: BTreeSet<Place<'t>>,
    /// The variables that it is given and shows, whole or a key of them: `chain`, `chain.links`.
    pub(super) variables: Shown<'t>,
    /// The keys that it reads of any value, and the texts in its tags and expressions, by which filters may read keys.
    pub(super) keys: BTreeSet<&'t str>,
    /// Whether it may read others: where `site`, all that it is given, or a key that a variable names is read.
    pub(super) is_any: bool,
}

/// Variables and keys of variables that are shown. A condition shows nothing; what a loop goes over, and what a name is set to,
/// are shown where the name of the loop, or the one that is set, is.
pub(super) type Shown<'t> = BTreeSet<(&'t str, Option<&'t str>)>;

/// What a name stands for.
#[derive(Clone, Debug, Default)]
struct Value<'t, 's> {
    shapes: Shapes<'s>,
    /// What is shown where it is.
    shows: Shown<'t>,
}

/// The state of reading one template.
pub(super) struct Reader<'t, 's> {
    texts: &'s Texts<'t>,
    /// Every name that some template sets: where it is not set, it is absent on purpose. A loop always gives its own a value.
    named: &'s BTreeSet<&'t str>,
    scopes: Vec<BTreeMap<String, Value<'t, 's>>>,
    /// How many conditions were open where each scope began.
    begun: Vec<usize>,
    /// The names of variables that stand for other values than those that are given, whatever is the case.
    shadowed: BTreeSet<&'t str>,
    /// How many conditions are open.
    conditions: usize,
    /// The templates that are being read, outermost first: includes can be circular.
    open: Vec<&'t str>,
    /// The blocks of the template that is extended which have other content here.
    overridden: BTreeSet<&'t str>,
    read: Read<'t>,
}

/// A template, and the bytes of a key in it.
pub(super) type Place<'t> = (&'t str, (usize, usize));

/// The deepest nesting of included templates that is read.
const MAX_DEPTH: usize = 16;

/// Keywords, and variables that Tera defines.
const KEYWORDS: [&str; 16] = [
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
    /// Reads a template that is given these variables. `named` are all names that any template sets.
    pub(super) fn read(
        texts: &'s Texts<'t>,
        named: &'s BTreeSet<&'t str>,
        template: &str,
        given: &'s BTreeMap<String, Shape>,
    ) -> Read<'t> {
        let value = |shape| Value { shapes: vec![shape], shows: BTreeSet::new() };
        let scopes = vec![given.iter().map(|(name, shape)| (name.clone(), value(shape))).collect()];
        let read = Read {
            unknown: BTreeSet::new(),
            known: BTreeSet::new(),
            variables: BTreeSet::new(),
            keys: BTreeSet::new(),
            is_any: false,
        };
        let (open, overridden, shadowed) = Default::default();
        let begun = vec![0];
        let mut reader = Reader { texts, named, scopes, begun, shadowed, conditions: 0, open, overridden, read };
        reader.template(template);
        reader.read
    }

    fn template(&mut self, name: &str) {
        let found = match self.open.last() {
            Some(from) => self.texts.find_from(from, name),
            None => self.texts.find(name),
        };
        let Some((name, text)) = found else { return };
        if self.open.contains(&name) || self.open.len() >= MAX_DEPTH {
            return;
        }
        self.open.push(name);
        // How many blocks are open of which nothing is rendered.
        let mut unseen = 0_usize;
        for part in parts(text) {
            match (part.is_tag, words(&part.tokens)) {
                (true, [first, name, ..])
                    if first.text == "block" && (unseen > 0 || self.overridden.contains(name.text)) =>
                {
                    unseen += 1;
                }
                (true, [first, ..]) if first.text == "endblock" && unseen > 0 => unseen -= 1,
                _ if unseen > 0 => {}
                (true, [first, name, ..]) if first.text == "extends" && name.kind == Kind::Text => {
                    let before = self.overridden.clone();
                    self.overridden.extend(replaced_blocks(text));
                    self.template(name.text);
                    self.overridden = before;
                }
                (true, [first, rest @ ..]) if first.kind == Kind::Name => self.tag(first.text, rest),
                (_, tokens) => drop(self.expression(tokens)),
            }
        }
        self.open.pop();
    }

    fn tag(&mut self, tag: &str, tokens: &[Token<'t>]) {
        match tag {
            "if" => self.conditions += 1,
            "endif" => self.conditions = self.conditions.saturating_sub(1),
            _ => {}
        }
        match (tag, tokens) {
            ("for", tokens) => {
                let (names, of) =
                    tokens.split_at(tokens.iter().position(|token| token.is_name("in")).unwrap_or(tokens.len()));
                let Value { shapes, shows } = self.value(of.get(1..).unwrap_or_default());
                let names: Vec<&str> =
                    names.iter().filter(|token| token.kind == Kind::Name).map(|token| token.text).collect();
                let item = if let [_] = *names { items(&shapes) } else { Vec::new() };
                let value = Value { shapes: item, shows };
                self.scopes.push(names.into_iter().map(|name| (name.to_owned(), value.clone())).collect());
                self.begun.push(self.conditions);
            }
            ("endfor", _) if self.scopes.len() > 1 => {
                self.scopes.pop();
                self.begun.pop();
            }
            ("set" | "set_global", [name, equals, rest @ ..]) if equals.is("=") => {
                let value = self.value(rest);
                self.set(*name, value, tag == "set_global");
            }
            ("set" | "set_global", [name, ..]) => self.set(*name, Value::default(), tag == "set_global"),
            ("include", [name, ..]) if name.kind == Kind::Text => {
                // Variables that an included template sets are not visible outside of it.
                let before = (self.scopes.clone(), self.begun.clone(), self.shadowed.clone());
                self.template(name.text);
                (self.scopes, self.begun, self.shadowed) = before;
            }
            ("if" | "elif", tokens) => drop(self.value(tokens)),
            // The first name is that of a filter, as those behind `|` are.
            ("filter", [_, tokens @ ..]) => drop(self.expression(tokens)),
            _ => {}
        }
    }

    /// Gives a value to a name. Where that is not certain, the name may still stand for what it stood for.
    fn set(&mut self, name: Token<'t>, value: Value<'t, 's>, is_global: bool) {
        let last = self.scopes.len() - 1;
        let scope = if is_global { 0 } else { last };
        let is_certain = scope == last && self.conditions <= self.begun[scope];
        if scope == 0 && is_certain {
            self.shadowed.insert(name.text);
        }
        let mut value = value;
        if !is_certain && let Some((found, before)) = self.find(name.text) {
            value.shows.extend(before.shows.iter().copied());
            if found == 0 && !self.shadowed.contains(name.text) {
                value.shows.insert((name.text, None));
            }
        }
        self.scopes[scope].insert(name.text.to_owned(), value);
    }

    /// What a name stands for, with the number of its scope.
    fn find(&self, name: &str) -> Option<(usize, &Value<'t, 's>)> {
        let scopes = self.scopes.iter().enumerate().rev();
        scopes.into_iter().find_map(|(number, scope)| Some((number, scope.get(name)?)))
    }

    /// Reads an expression that is not shown by itself.
    fn value(&mut self, tokens: &[Token<'t>]) -> Value<'t, 's> {
        let before = std::mem::take(&mut self.read.variables);
        let shapes = self.expression(tokens);
        Value { shapes, shows: std::mem::replace(&mut self.read.variables, before) }
    }

    /// Reads an expression; returns its shapes if it is one variable or one key.
    fn expression(&mut self, tokens: &[Token<'t>]) -> Shapes<'s> {
        let (mut at, mut whole) = (0, None);
        let texts = tokens.iter().filter(|token| token.kind == Kind::Text).map(|token| token.text);
        self.read.keys.extend(texts);
        self.read.is_any |= tokens.iter().any(|token| token.is_name("__tera_context"));
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
                && !KEYWORDS.contains(&token.text)
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

    /// Reads a variable with the keys after it; returns its shapes, and the position after it.
    fn path(&mut self, tokens: &[Token<'t>], start: usize) -> (Shapes<'s>, usize) {
        let root = tokens[start];
        let known = self.find(root.text).map(|(scope, value)| (scope, value.clone()));
        let is_known = known.is_some();
        let (scope, Value { mut shapes, shows }) = known.unwrap_or((usize::MAX, Value::default()));
        self.read.variables.extend(shows);
        if scope == 0 && !self.shadowed.contains(root.text) {
            let key = match &tokens[start + 1..] {
                [dot, key, ..] if dot.is(".") => Some(key.text),
                [open, key, ..] if open.is("[") && key.kind == Kind::Text => Some(key.text),
                _ => None,
            };
            self.read.variables.insert((root.text, key));
        }
        if is_known {
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
                // Optional chaining: `a?.b`.
                (Some(mark), Some(dot), _) if mark.is("?") && dot.is(".") => at += 1,
                (Some(open), Some(key), Some(close)) if open.is("[") && key.kind == Kind::Text && close.is("]") => {
                    shapes = self.key(shapes, *key, &said);
                    said = key.text.to_owned();
                    at += 3;
                }
                (Some(open), ..) if open.is("[") => {
                    let end = closing(tokens, at);
                    self.read.is_any |= alternatives(shapes.clone()).iter().any(|shape| matches!(shape, Shape::Map(_)));
                    self.expression(&tokens[at + 1..end]);
                    shapes = items(&shapes);
                    at = (end + 1).min(tokens.len());
                }
                _ => {
                    self.read.is_any |= root.text == "site" && at == start + 1;
                    return (shapes, at);
                }
            }
        }
    }

    /// The shapes of a key of values.
    fn key(&mut self, of: Shapes<'s>, key: Token<'t>, said: &str) -> Shapes<'s> {
        self.read.keys.insert(key.text);
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
        self.read.known.extend(self.open.last().map(|template| (*template, (start, end))));
    }

    fn add(&mut self, token: Token<'t>, of: Option<String>, known: Vec<String>) {
        let Range { start, end } = token.range();
        let template = self.open.last().map_or_else(String::new, |name| (*name).to_owned());
        self.read.unknown.insert(UnknownKey { template, range: (start, end), of, key: token.text.to_owned(), known });
    }
}

/// The blocks of a template that do not show what the template that it extends has in them.
fn replaced_blocks(text: &str) -> BTreeSet<&str> {
    let (mut blocks, mut open) = (BTreeSet::new(), Vec::new());
    for part in parts(text) {
        let tokens = words(&part.tokens);
        match (part.is_tag, tokens) {
            (true, [first, name, ..]) if first.text == "block" => {
                blocks.insert(name.text);
                open.push(name.text);
            }
            (true, [first, ..]) if first.text == "endblock" => drop(open.pop()),
            _ if tokens.iter().any(|token| token.is_name("super")) => {
                open.last().map(|block| blocks.remove(block));
            }
            _ => {}
        }
    }
    blocks
}

/// The position of the matching bracket; the end of the tokens where there is none.
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
