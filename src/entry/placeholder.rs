//! Placeholders: a draft marks missing values as `FIXME(what to write)`. Real texts do not contain this, and both YAML
//! and Markdown read it as plain text, so it can stand anywhere in a record.

use std::ops::Range;

/// How every placeholder begins.
const OPENING: &str = "FIXME(";

/// A placeholder that asks for `what`.
pub(crate) fn placeholder(what: &str) -> String {
    let what: String = what.chars().map(|c| if matches!(c, '(' | ')' | '\n') { ' ' } else { c }).collect();
    format!("{OPENING}{what})")
}

/// The placeholders in a text, as byte ranges. One that is not closed ends with its line, or before the next.
pub(crate) fn placeholders(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut starts = memchr::memmem::find_iter(text.as_bytes(), OPENING).peekable();
    std::iter::from_fn(move || {
        let start = starts.next()?;
        let inner = start + OPENING.len();
        let most = starts.peek().copied().unwrap_or(text.len());
        let line = text[inner..most].find('\n').map_or(most, |at| inner + at);
        let end = text[inner..line].find(')').map_or_else(|| text[..line].trim_end().len(), |at| inner + at + 1);
        Some(start..end)
    })
}

/// What a placeholder asks for.
pub(crate) fn asks_for(placeholder: &str) -> &str {
    placeholder.trim_start_matches(OPENING).trim_end_matches(')').trim()
}

#[cfg(test)]
mod tests {
    use super::{asks_for, placeholder, placeholders};

    #[test]
    fn are_found_as_written() {
        let text = format!("a: {}\nb: [{}]\nFIXME( \nFIXME (no)\n", placeholder("when"), placeholder("who (or what)"));
        let found: Vec<&str> = placeholders(&text).map(|range| &text[range]).collect();
        assert_eq!(found, ["FIXME(when)", "FIXME(who  or what )", "FIXME("]);
        assert_eq!(found.iter().map(|text| asks_for(text)).collect::<Vec<_>>(), ["when", "who  or what", ""]);
    }
}
