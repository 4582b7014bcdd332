//! Inline syntax of other dialects, and unclosed emphasis, in the prose of a block.

use std::ops::Range;

use super::finding::{MISTAKES, MarkFinding};
use super::line;
use super::pairs::{Notes, Pair, Pairs};
use super::signs::{self, Sign};

/// The prose of a block.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// The current run of text that is contiguous in the source.
    run: Range<usize>,
    /// Whether the line has text before the run.
    has_begun: bool,
    /// Whether a row of a malformed table was found in the block.
    has_row: bool,
    pairs: Pairs,
    /// Note markers and candidates for their notes, in the whole text.
    notes: Notes,
    found: Vec<MarkFinding>,
}

impl Marks {
    pub(super) fn read(&mut self, text: &str, range: &Range<usize>) {
        if self.run.end == range.start && !self.run.is_empty() {
            self.run.end = range.end;
            return;
        }
        self.end_run(text);
        self.run = range.clone();
    }

    pub(super) fn end_line(&mut self, text: &str) {
        self.end_run(text);
        self.has_begun = false;
    }

    /// Ends the block and returns its findings.
    pub(super) fn end_block(&mut self, text: &str) -> Vec<MarkFinding> {
        self.end_line(text);
        self.has_row = false;
        self.pairs.end_block(text, &mut self.notes, &mut self.found);
        std::mem::take(&mut self.found)
    }

    /// Ends the text and returns findings that depend on all of it.
    pub(super) fn finish(&mut self) -> Vec<MarkFinding> {
        self.notes.finish()
    }

    fn end_run(&mut self, text: &str) {
        let run = std::mem::replace(&mut self.run, 0..0);
        if run.is_empty() {
            return;
        }
        let is_first = !std::mem::replace(&mut self.has_begun, true);
        if is_first && let Some(found) = line::beginning(text, &run, &mut self.has_row) {
            self.found.push(found);
        }
        let bytes = text.as_bytes();
        let mut at = run.start;
        // Nearly all is no mark, and is passed over in a loop of a few instructions.
        let next = |at| bytes.get(at..run.end)?.iter().position(|byte| MARKS[usize::from(*byte)]);
        // A text with more is refused.
        while let Some(before) = next(at).filter(|_| self.found.len() <= MISTAKES) {
            at += before;
            let byte = bytes[at];
            if at == run.start && text[..at].ends_with('\\') {
                // An escaped `*` may be a note marker.
                self.notes.has_sign[0] |= byte == b'*';
                at += 1;
                continue;
            }
            let count = bytes[at..run.end].iter().take_while(|other| **other == byte).count();
            let row = at..at + count;
            let sign = Sign { text, row: row.clone(), is_first: is_first && at == run.start };
            at = match signs::find(&sign) {
                Some(found) => {
                    let end = found.1.end.max(row.end);
                    self.found.push(found);
                    end
                }
                None => {
                    if let Some(pair) = Pair::of(&sign) {
                        self.pairs.add(pair);
                    }
                    row.end
                }
            };
        }
    }
}

/// Bytes that may be inline syntax.
const MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let signs = b"[]{^*_~=$%|+:<\\`";
    let mut at = 0;
    while at < signs.len() {
        marks[signs[at] as usize] = true;
        at += 1;
    }
    marks
};
