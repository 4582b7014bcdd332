//! The files of messages that a site, or a theme of its own, has: where each message stands, and which stand
//! twice.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Resource};
use fluent_syntax::parser;

use crate::diagnostic::{Code, Diagnostic};
use crate::input::{InputId, Span};

/// The messages of a file.
pub(super) struct OwnFile<'a> {
    input: InputId,
    parsed: Resource<&'a str>,
    /// The bytes at which messages and terms begin, by their names as they are written (`-brand`).
    places: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> OwnFile<'a> {
    pub(super) fn of(input: InputId, text: &'a str) -> OwnFile<'a> {
        let parsed = parser::parse(text).unwrap_or_else(|(resource, _)| resource);
        let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        defined(text).for_each(|(name, at)| places.entry(name).or_default().push(at));
        OwnFile { input, parsed, places }
    }

    /// Each message with its id and the place of that; of one that stands twice, the last.
    pub(super) fn messages(&self) -> impl Iterator<Item = (&'a str, Span, &Entry<&'a str>)> {
        self.parsed.body.iter().filter_map(move |entry| {
            let id = message(entry)?;
            Some((id, self.span(id, *self.places.get(id)?.last()?), entry))
        })
    }

    /// Findings for messages and terms that stand twice: the first is never shown.
    pub(super) fn doubled(&self) -> Vec<Diagnostic> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for entry in &self.parsed.body {
            let name = match entry {
                Entry::Message(message) => message.id.name.to_owned(),
                Entry::Term(term) => format!("-{}", term.id.name),
                _ => continue,
            };
            *counts.entry(name).or_default() += 1;
        }
        let twice = self.places.iter().filter(|(name, _)| counts.get(**name).is_some_and(|count| *count > 1));
        let finding = |(name, places): (&&str, &Vec<usize>)| {
            let (first, last) = (places.first()?, places.last()?);
            let what = if name.starts_with('-') { "term" } else { "message" };
            let message = format!("the {what} `{}` stands twice in the file", shown(name));
            let finding = Diagnostic::error(Code::DuplicateKey, self.span(name, *last), message);
            let help = "leave one of the two out, or give it the id that is meant".to_owned();
            Some(finding.label(self.span(name, *first), "never shown").help(Some(help)))
        };
        twice.filter_map(finding).collect()
    }

    fn span(&self, name: &str, at: usize) -> Span {
        Span::new(self.input, at..at + name.len())
    }
}

/// The id of a message.
pub(super) fn message<'a>(entry: &Entry<&'a str>) -> Option<&'a str> {
    if let Entry::Message(message) = entry { Some(message.id.name) } else { None }
}

/// The id of a message, or as much of it as fits a finding.
pub(super) fn shown(id: &str) -> Cow<'_, str> {
    const MOST: usize = 100;
    match id.len() {
        0..=MOST => id.into(),
        _ => format!("{}…", &id[..id.floor_char_boundary(MOST)]).into(),
    }
}

/// The names of the messages and terms of a text in Fluent, each with the byte at which it begins.
pub(super) fn defined(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let at = start;
        start += line.len();
        let name = line.split([' ', '=']).next().unwrap_or_default();
        let is_defined = !name.is_empty() && line[name.len()..].trim_start_matches(' ').starts_with('=');
        is_defined.then_some((name, at))
    })
}
