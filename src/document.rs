//! Keys and values with their places: what front matter and settings are before they have a meaning.
//!
//! Types of the content model are plain `serde` types. [`read`] gives them a [`Node`] tree to deserialize from and
//! turns what goes wrong into findings with exact spans: all of them, not only the first. YAML that is right never
//! gets here (`serde_yaml` reads it, see [`yaml`]); the tree is made to explain, and to find where a value stands.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::input::{InputId, Span};

mod deserialize;
pub(crate) mod merge_conflict;
mod respelled;
pub(crate) mod toml;
mod toml_repair;
pub(crate) mod yaml;

pub(crate) use deserialize::{invalid, misspelt, read};
pub(crate) use respelled::respelled;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    range: Range<usize>,
    value: Value,
}

#[derive(Clone, Debug)]
enum Value {
    Null,
    Bool(bool),
    Integer(i64),
    Float(f64),
    Text(String),
    List(Vec<Node>),
    Map(Vec<Pair>),
    /// Stands in for a required key that is missing (and was reported), so that reading can go on.
    Stopgap,
}

#[derive(Clone, Debug)]
struct Pair {
    key: String,
    key_range: Range<usize>,
    value: Node,
}

/// A step on the way from the top of a document to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    /// The value of a key.
    Key(&'a str),
    /// An item of a list; where there is one value instead of a list, that value.
    Item(usize),
    /// A key of a map itself, and not its value.
    Name(&'a str),
}

impl Node {
    /// All keys and texts in it, with the bytes where they stand.
    fn texts(&self, found: &mut Vec<(Range<usize>, String)>) {
        match &self.value {
            Value::Text(text) => found.push((self.range.clone(), text.clone())),
            Value::List(items) => items.iter().for_each(|item| item.texts(found)),
            Value::Map(pairs) => pairs.iter().for_each(|pair| {
                found.push((pair.key_range.clone(), pair.key.clone()));
                pair.value.texts(found);
            }),
            Value::Null | Value::Bool(_) | Value::Integer(_) | Value::Float(_) | Value::Stopgap => {}
        }
    }

    /// Where texts without quotation marks end, with where they begin; of values that are not there, where they would
    /// stand.
    fn ends(&self, found: &mut BTreeMap<usize, usize>) {
        match &self.value {
            Value::List(items) => items.iter().for_each(|item| item.ends(found)),
            Value::Map(pairs) => pairs.iter().for_each(|pair| match pair.value.value {
                // Behind the colon.
                Value::Null => drop(found.insert(pair.key_range.end + 1, pair.key_range.end + 1)),
                _ => pair.value.ends(found),
            }),
            _ => drop(found.insert(self.range.end, self.range.start)),
        }
    }

    /// The bytes of the value at `path`; of the nearest value above it where it does not exist.
    pub(crate) fn locate(&self, path: &[Step<'_>]) -> Range<usize> {
        let Some((first, rest)) = path.split_first() else { return self.range.clone() };
        if let (Step::Name(key), Value::Map(pairs)) = (first, &self.value) {
            let named = pairs.iter().find(|pair| pair.key == *key);
            return named.map_or_else(|| self.range.clone(), |pair| pair.key_range.clone());
        }
        let below = match (first, &self.value) {
            (Step::Key(key), Value::Map(pairs)) => pairs.iter().find(|pair| pair.key == *key).map(|pair| &pair.value),
            (Step::Item(index), Value::List(items)) => items.get(*index),
            (Step::Item(_), _) => Some(self),
            _ => None,
        };
        below.map_or_else(|| self.range.clone(), |node| node.locate(rest))
    }
}

/// A finding in a document, with byte offsets of that document.
#[derive(Clone, Debug)]
pub struct Fault {
    pub(crate) code: Code,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    /// Where, in bytes of the document.
    pub(crate) range: Range<usize>,
    /// What mends it, if there is one answer: bytes of the document, and what comes in their place.
    pub(crate) fix: Vec<(Range<usize>, String)>,
}

impl Fault {
    /// The finding in the file `input`, in which the document begins at byte `offset`.
    pub(crate) fn at(self, input: InputId, offset: usize) -> Diagnostic {
        let span = |range: Range<usize>| Span::new(input, range.start + offset..range.end + offset);
        let edits = self.fix.into_iter().map(|(range, text)| Edit { span: span(range), text });
        Diagnostic::error(self.code, span(self.range), self.message).help(self.help).fixes(edits)
    }
}
