//! How findings are shown to a person or a program; one format per file.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::input::{InputId, Inputs};

mod human;

pub use human::human;

/// The texts of the files that findings point into, read once each.
struct Sources<'a> {
    inputs: &'a Inputs,
    texts: BTreeMap<InputId, String>,
}

impl<'a> Sources<'a> {
    fn of(findings: &[Diagnostic], inputs: &'a Inputs) -> Sources<'a> {
        let mut texts = BTreeMap::new();
        for span in findings.iter().flat_map(|f| std::iter::once(f.span).chain(f.labels.iter().map(|l| l.0))) {
            texts.entry(span.input).or_insert_with(|| {
                // A file that can no longer be read, or is not text, is shown without its lines.
                inputs.bytes(span.input).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
            });
        }
        Sources { inputs, texts }
    }

    fn path(&self, input: InputId) -> &str {
        self.inputs.get(input).path()
    }

    fn text(&self, input: InputId) -> &str {
        self.texts.get(&input).map_or("", String::as_str)
    }
}

/// `range` cut to the text and moved outwards to character boundaries.
fn fit(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start.min(text.len()));
    let end = text.ceil_char_boundary(range.end.min(text.len())).max(start);
    start..end
}
