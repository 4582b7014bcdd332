//! Findings about syntax that is shown literally.

use std::ops::Range;

use crate::diagnostic::Code;

/// A finding about literal syntax: its code, range, message and help.
pub(super) type MarkFinding = (Code, Range<usize>, String, &'static str);

/// How many mistakes of mark-up a text may have.
pub(in crate::entry) const MISTAKES: usize = 20_000;

/// The help of all such findings.
pub(super) const HELP: &str =
    "use the mark-up of CommonMark, or take the marks out; write `\\` before each that is to be shown";

/// Whether a word can begin after this text.
pub(super) fn is_beginning(before: &str) -> bool {
    before.chars().next_back().is_none_or(|last| last.is_whitespace() || "([{\"'«“„‘>|".contains(last))
}
