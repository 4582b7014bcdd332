//! What is said of marks that are shown as they are typed.

use std::ops::Range;

use crate::diagnostic::Code;

/// A finding of marks: its code, where, what is wrong and what to do.
pub(super) type MarkFinding = (Code, Range<usize>, String, &'static str);

/// What helps against all of them.
pub(super) const HELP: &str =
    "use the mark-up of CommonMark, or take the marks out; write `\\` before each that is to be shown";

/// Whether a word or a sentence can begin after a text.
pub(super) fn is_beginning(before: &str) -> bool {
    before.chars().next_back().is_none_or(|last| last.is_whitespace() || "([{\"'«“„‘>|".contains(last))
}
