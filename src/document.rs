//! Documents (YAML front matter and TOML settings) as trees of keys and values with spans.
//!
//! Types of the content model are plain `serde` types. [`read`] deserializes them from a [`Node`] tree and reports
//! every error with its span, not only the first. Valid YAML takes the fast path (`serde_yaml`, see [`yaml`]); the tree
//! is only built to explain errors and to locate values.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::input::{InputId, Span};

mod deserialize;
pub(crate) mod merge_conflict;
mod respelled;
mod static_name;
pub(crate) mod toml;
mod toml_repair;
pub(crate) mod yaml;

pub(crate) use deserialize::{invalid, misspelt, no_number, read};
pub(crate) use respelled::respelled;
pub(crate) use static_name::{StaticName, has_ending};

/// A value with its span.
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
    /// A stand-in for the value of a missing key that was reported, so that reading can continue.
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
    /// All keys and texts in the tree, with their byte ranges.
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

    /// The start offsets of plain scalars by their end offsets; of missing values, where they would stand.
    fn ends(&self, found: &mut BTreeMap<usize, usize>) {
        match &self.value {
            Value::List(items) => items.iter().for_each(|item| item.ends(found)),
            Value::Map(pairs) => pairs.iter().for_each(|pair| match pair.value.value {
                // After the colon.
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
    /// The edits that fix it, if there is one answer: ranges of the document and their replacements.
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
