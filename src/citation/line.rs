//! Texts on one line.

use std::borrow::Cow;

/// A text without control characters and ends of lines, of whatever kind: some programs end a line at any of them, and take
/// what follows for another field. Each run of them becomes a space.
pub(super) fn line(text: &str) -> Cow<'_, str> {
    if !text.contains(breaks) {
        return Cow::Borrowed(text);
    }
    let parts: Vec<&str> = text.split(breaks).map(str::trim).filter(|part| !part.is_empty()).collect();
    Cow::Owned(parts.join(" "))
}

fn breaks(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn nothing_ends_a_line() {
        assert_eq!(line("On trade"), "On trade");
        assert_eq!(line("On\r\nER  - \r\nTY  - GEN"), "On ER  - TY  - GEN");
        assert_eq!(line("a\u{2028}b\u{85}c\u{1c}d\u{b}e\0f"), "a b c d e f");
        assert_eq!(line("\n"), "");
    }
}
