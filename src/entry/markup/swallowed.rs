//! Blocks of code and HTML that swallow text meant as prose or as a quotation.

use std::ops::Range;

use pulldown_cmark::CodeBlockKind;

const CLOSE: &str = "end the code with a line of the same marks, ``` or ~~~; or take the line out that begins it";
const UNINDENT: &str = "begin the line of a quotation with at most three spaces; code that is to be shown as it is typed \
                        stands between the lines `~~~ text` and `~~~`";
const PART: &str = "put an empty line before the quotation, and write Markdown in place of the HTML";

/// A block of code or HTML that is open.
#[derive(Debug)]
pub(super) struct Block {
    /// The end offset of what was read so far.
    end: usize,
    kind: BlockKind,
    /// Whether it is within a quotation, whose words are compared in any case.
    is_quoted: bool,
    /// The first line that begins with `>`.
    quotation: Option<Range<usize>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BlockKind {
    /// A fenced block, and whether it has an info string.
    Fenced {
        has_name: bool,
    },
    Indented,
    Html,
}

impl Block {
    /// A block of code that begins.
    pub(super) fn of_code(text: &str, kind: &CodeBlockKind<'_>, range: &Range<usize>, is_quoted: bool) -> Block {
        let first = text[range.clone()].lines().next().unwrap_or_default();
        let (kind, end) = match kind {
            CodeBlockKind::Fenced(name) => {
                (BlockKind::Fenced { has_name: !name.is_empty() }, range.start + first.len())
            }
            CodeBlockKind::Indented => (BlockKind::Indented, range.start),
        };
        Block { end, kind, is_quoted, quotation: None }
    }

    /// A block of HTML that begins, unless it is a comment, which is not shown at all.
    pub(super) fn of_html(text: &str, range: &Range<usize>, is_quoted: bool) -> Option<Block> {
        let is_comment = crate::entry::quotation::is_comment(&text[range.clone()]);
        (!is_comment).then_some(Block { end: range.start, kind: BlockKind::Html, is_quoted, quotation: None })
    }

    /// Whether it is code between two lines of marks.
    pub(super) fn is_fenced(&self) -> bool {
        matches!(self.kind, BlockKind::Fenced { .. })
    }

    /// Reads some of its text.
    pub(super) fn read(&mut self, text: &str, range: &Range<usize>) {
        self.end = range.end;
        if self.is_quoted || self.quotation.is_some() || matches!(self.kind, BlockKind::Fenced { has_name: true }) {
            return;
        }
        let mut start = range.start;
        for line in text[range.clone()].split_inclusive('\n') {
            let own = line.trim_start();
            if own.starts_with('>') {
                let at = start + line.len() - own.len();
                self.quotation = Some(at..at + own.trim_end().len());
                return;
            }
            start += line.len();
        }
    }

    /// Ends the block; returns the range, the message and the help where something is wrong.
    pub(super) fn end(self, text: &str, range: &Range<usize>) -> Option<(Range<usize>, &'static str, &'static str)> {
        let is_closed = || text[self.end.min(range.end)..range.end].contains(['`', '~']);
        if self.is_fenced() && !is_closed() {
            let first = text[range.clone()].lines().next().unwrap_or_default().trim_end();
            let message = "this begins code that does not end: all that follows is part of it";
            return Some((range.start..range.start + first.len(), message, CLOSE));
        }
        let (message, help) = match self.kind {
            BlockKind::Html => ("this line is part of the HTML above it, and no quotation", PART),
            _ => ("this line is code, and no quotation", UNINDENT),
        };
        self.quotation.map(|range| (range, message, help))
    }
}
