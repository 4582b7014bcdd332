//! Lines of a quotation that may be attributions.

use std::ops::Range;

use bitcode::{Decode, Encode};

/// A line that begins with a dash, or is the last item of a list at the end of the quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AttributionLine {
    /// The dash with the space after it, as typed; empty where a single hyphen or the mark of a list stands for it.
    pub(crate) dash: String,
    /// What stands after the dash.
    pub(crate) name: String,
    /// Where in the quotation it stands.
    pub(crate) place: LinePosition,
    /// Where it is, in bytes of the Markdown.
    pub(crate) range: Range<usize>,
}

/// Where in a quotation a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Decode, Encode)]
pub(crate) enum LinePosition {
    /// It is the last line of the quotation itself.
    Last,
    /// Something follows it.
    Within,
    /// It is in a quotation within the quotation, in a list or a table.
    Deeper,
    /// It is the last line, but stands after a single hyphen or the mark of a list.
    Item,
    /// It begins with a dash and goes on over the lines below it, which are the last.
    Broken,
    /// It is the end of the last line, after a dash: `We agree. — Name`.
    Inline,
}

/// No name is longer than this, in bytes.
pub(super) const LONGEST: usize = 300;

/// The text after a leading dash.
pub(crate) fn without_dash(line: &str) -> Option<&str> {
    dash_and_rest(line).map(|(_, name)| name)
}

/// A leading dash with the space after it, and the text after that.
pub(super) fn dash_and_rest(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_matches(is_beside);
    let is_dashed = line.starts_with(is_dash) || line.starts_with("--");
    let name = line.trim_start_matches(|letter| letter == '-' || is_dash(letter) || is_beside(letter));
    (is_dashed && !name.is_empty()).then(|| line.split_at(line.len() - name.len()))
}

/// The text after a leading single hyphen.
pub(super) fn without_hyphen(line: &str) -> Option<&str> {
    let name = line.trim_matches(is_beside).strip_prefix(['-', '‐', '‑', '﹣'])?.trim_start_matches(is_beside);
    (!name.is_empty()).then_some(name)
}

/// The text after the last dash of a line, if it may be a name.
pub(super) fn after_dash(line: &str) -> Option<&str> {
    let (at, _) = line.char_indices().rfind(|(at, letter)| is_dash(*letter) || line[*at..].starts_with("--"))?;
    let name = line[at..].trim_start_matches(|letter| letter == '-' || is_dash(letter) || is_beside(letter)).trim_end();
    let is_name = name.starts_with(|first: char| first.is_alphabetic() && !first.is_lowercase());
    (is_name && !name.ends_with(['!', '?', '…', ';', ','])).then_some(name)
}

/// A dash that is not typed with hyphens.
pub(crate) fn is_dash(letter: char) -> bool {
    // Texts of East Asia have the strokes of tables for dashes.
    matches!(letter, '‒'..='―' | '−' | '─' | '━' | '⸺' | '⸻' | '﹘' | '－')
}

/// White space and directional marks.
fn is_beside(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{without_dash, without_hyphen};

    #[test]
    fn dashes_of_many_kinds() {
        for line in [
            "— Ann Lee",
            "–Ann Lee",
            "― Ann Lee",
            "-- Ann Lee",
            "--- Ann Lee",
            "\u{200f}— Ann Lee ",
            "⸺ Ann Lee",
            "──Ann Lee",
            "﹘ Ann Lee",
        ] {
            assert_eq!(without_dash(line), Some("Ann Lee"), "{line}");
        }
        for line in ["Ann Lee", "- Ann Lee", "—", "", "~ Ann Lee"] {
            assert_eq!(without_dash(line), None, "{line}");
        }
        for line in ["- Ann Lee", "‐ Ann Lee", "‑Ann Lee"] {
            assert_eq!(without_hyphen(line), Some("Ann Lee"), "{line}");
        }
    }
}
