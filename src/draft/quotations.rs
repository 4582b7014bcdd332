//! Words as quotations have them.

/// What a text has after its last full stop; of a text without one, the end.
pub(super) fn sentence_before(text: &str) -> &str {
    /// No sentence that helps anybody to write a lead is longer, in bytes.
    const LONGEST: usize = 1000;
    let text = &text[text.ceil_char_boundary(text.len().saturating_sub(LONGEST))..];
    let ends = |(at, c): (usize, char)| {
        let after = &text[at + c.len_utf8()..];
        ".!?"
            .contains(c)
            .then(|| after.trim_start_matches(['"', '”', '»', '.', '!', '?']))
            .filter(|after| after.is_empty() || after.starts_with(char::is_whitespace))
    };
    text.char_indices().rev().find_map(ends).unwrap_or(text)
}

/// A text with its white space folded.
pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
