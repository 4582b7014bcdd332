//! How findings are shown to a person or a program; one format per file.
//!
//! Lines and columns count from one. A column counts characters (Unicode scalar values) in every format, and a
//! byte-order mark is none of them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::OnceLock;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::input::{InputId, Inputs, Span};

pub mod catalogue;
mod github;
mod human;
mod json;
mod sarif;
mod short;
mod visible;

pub(crate) use visible::{Printable, one_line, visible};

use visible::{defused, escaped_json, same_places};

/// Findings with the texts needed to show them.
#[derive(Debug)]
pub struct Report<'a> {
    findings: &'a [Diagnostic],
    inputs: &'a Inputs,
    /// The texts that findings point into, read once each.
    texts: BTreeMap<InputId, SourceText>,
    /// Prefix for paths: from the working folder to the root of the site (empty, `site/` or `../`).
    way: String,
}

/// A text and where its lines start, which is worked out when it is asked for.
#[derive(Debug)]
struct SourceText {
    text: String,
    places: OnceLock<Places>,
}

#[derive(Debug)]
struct Places {
    /// Where lines start.
    lines: Vec<usize>,
    /// The number of characters before each block, so that columns in long lines are found quickly.
    blocks: Vec<usize>,
}

/// Bytes in a block of a text.
const BLOCK: usize = 1024;

/// A place as people count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
struct Position {
    byte: usize,
    line: usize,
    column: usize,
}

impl<'a> Report<'a> {
    /// A report with paths as seen from the root of the site.
    pub fn of(findings: &'a [Diagnostic], inputs: &'a Inputs) -> Report<'a> {
        let spans = findings.iter().flat_map(|f| std::iter::once(f.span).chain(f.labels.iter().map(|l| l.0)));
        let files: BTreeSet<InputId> = spans.map(|span| span.input).collect();
        let text = |file: InputId| {
            // A file that can no longer be read is shown without its lines.
            let text = inputs.bytes(file).map(|bytes| same_places(same_long(bytes.into_owned()))).unwrap_or_default();
            (file, SourceText::new(text))
        };
        let texts = files.into_par_iter().map(text).collect();
        Report { findings, inputs, texts, way: String::new() }
    }

    /// The report with `way` before each path: `site/` where the root is the folder `site`.
    #[must_use]
    pub(crate) fn seen_from(mut self, way: impl Into<String>) -> Report<'a> {
        self.way = way.into();
        self
    }

    fn path(&self, input: InputId) -> String {
        format!("{}{}", self.way, self.inputs.get(input).path())
    }

    /// The path made safe for a terminal, on one line.
    fn visible_path(&self, input: InputId) -> String {
        one_line(&self.path(input))
    }

    fn text(&self, input: InputId) -> &str {
        self.texts.get(&input).map_or("", |text| &text.text)
    }

    /// Where a span begins and ends; the end is the place behind its last character.
    fn positions(&self, span: Span) -> (Position, Position) {
        let start = Position { byte: 0, line: 1, column: 1 };
        self.texts.get(&span.input).map_or((start, start), |text| {
            let range = fit(&text.text, span.range());
            (text.position(range.start), text.position(range.end))
        })
    }
}

impl SourceText {
    fn new(text: String) -> SourceText {
        SourceText { text, places: OnceLock::new() }
    }

    fn places(&self) -> &Places {
        self.places.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let lines = std::iter::once(0).chain(memchr::memchr_iter(b'\n', bytes).map(|at| at + 1)).collect();
            let counts = bytes.chunks(BLOCK).scan(0, |count, block| {
                let before = *count;
                *count += characters(block);
                Some(before)
            });
            Places { lines, blocks: counts.collect() }
        })
    }

    /// How many characters begin before a byte.
    fn characters_before(&self, byte: usize) -> usize {
        let blocks = &self.places().blocks;
        let block = (byte / BLOCK).min(blocks.len().saturating_sub(1));
        blocks.get(block).map_or(0, |count| count + characters(&self.text.as_bytes()[block * BLOCK..byte]))
    }

    /// The place of a byte on a character boundary.
    fn position(&self, byte: usize) -> Position {
        let lines = &self.places().lines;
        let line = lines.partition_point(|start| *start <= byte);
        let start = lines[line - 1];
        let mark = usize::from(line == 1 && byte > 0 && self.text.starts_with('\u{feff}'));
        let before = self.characters_before(byte) - self.characters_before(start);
        Position { byte, line, column: before - mark + 1 }
    }
}

/// How many characters begin in a part of a text.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xbf)).count()
}

/// The bytes as text, with a question mark for each that is not UTF-8: places in it are places in the bytes.
fn same_long(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let chunks = error.as_bytes().utf8_chunks();
        chunks.flat_map(|chunk| [chunk.valid().to_owned(), "?".repeat(chunk.invalid().len())]).collect()
    })
}

/// `range` cut to the text and moved outwards to character boundaries.
fn fit(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start.min(text.len()));
    let end = text.ceil_char_boundary(range.end.min(text.len())).max(start);
    start..end
}

/// Message and help in one text, for formats that have one field for both.
fn message(finding: &Diagnostic) -> String {
    match &finding.help {
        Some(help) => visible(&format!("{}\nhelp: {help}", finding.message)).into_owned(),
        None => visible(&finding.message).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::SourceText;

    #[test]
    fn columns_count_characters_and_no_mark() {
        let text = "\u{feff}---\r\nназвание: я\n";
        let places = SourceText::new(text.to_owned());
        let at = |byte| (places.position(byte).line, places.position(byte).column);
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(3), (1, 1));
        assert_eq!(at(6), (1, 4));
        assert_eq!(at(8), (2, 1));
        assert_eq!(at(text.find(": я").expect("it is there")), (2, 9));
        assert_eq!(at(text.len()), (3, 1));
    }
}
