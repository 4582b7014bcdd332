//! Replacement of a key or value in its source form, with the same quotation marks or none.

use serde::de;

/// What a key or value is meant to be.
#[derive(Debug)]
pub(super) enum Right {
    /// This text.
    Text(String),
    /// This value that is no text, and stands without quotation marks.
    Bare(String),
    /// The text that it is written as, in quotation marks.
    Quoted,
}

impl Right {
    pub(super) fn text(text: impl Into<String>) -> Box<Right> {
        Box::new(Right::Text(text.into()))
    }

    /// What to write in place of `raw`.
    pub(super) fn written_for(&self, raw: &str) -> Option<String> {
        match self {
            Right::Text(right) => respelled(raw, right),
            Right::Bare(right) => Some(right.clone()),
            Right::Quoted => quoted(raw),
        }
    }
}

/// The unambiguous meaning of a value of the wrong type: a number where a text is expected is that text, and some
/// quoted texts are booleans or numbers.
pub(super) fn meant(found: de::Unexpected<'_>, expected: &str) -> Option<Box<Right>> {
    use de::Unexpected::{Bool, Float, Signed, Str, Unsigned};
    let bare = |right: &str| Some(Box::new(Right::Bare(right.to_owned())));
    match (found, expected) {
        (Bool(_) | Float(_) | Signed(_) | Unsigned(_), "text" | "text or a map" | "a string") => {
            Some(Box::new(Right::Quoted))
        }
        (Str(word), "a boolean") => match word.trim().to_lowercase().as_str() {
            "true" | "yes" | "on" => bare("true"),
            "false" | "no" | "off" => bare("false"),
            _ => None,
        },
        (Str(word), "usize" | "a nonzero usize") => {
            let is_number = (1..=9).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
            let number = word.parse::<u32>().ok().filter(|_| is_number)?;
            bare(&number.to_string())
        }
        _ => None,
    }
}

/// What to write in place of `raw`, a key or value on one line, so that it reads as `right`. None where a plain
/// replacement is not enough.
pub(crate) fn respelled(raw: &str, right: &str) -> Option<String> {
    let marks = raw.chars().next().filter(|mark| matches!(mark, '"' | '\''));
    if raw.is_empty() || raw.contains('\n') || right.chars().any(|c| c.is_control() || matches!(c, '"' | '\'' | '\\')) {
        return None;
    }
    match marks {
        Some(mark) => {
            let inner = raw.strip_prefix(mark)?.strip_suffix(mark)?;
            (!inner.contains(['"', '\'', '\\'])).then(|| format!("{mark}{right}{mark}"))
        }
        // Not where the replacement would need quotation marks, a comment may follow, or the value has a name for others.
        None => (is_plain(right) && !raw.contains('#') && !raw.starts_with('&')).then(|| right.to_owned()),
    }
}

/// A text in quotation marks; none where it has characters that need escapes.
pub(super) fn quoted(raw: &str) -> Option<String> {
    let mark = match (raw.contains(['"', '\\']), raw.contains('\'')) {
        (false, _) => '"',
        (true, false) => '\'',
        (true, true) => return None,
    };
    (!raw.contains(char::is_control)).then(|| format!("{mark}{raw}{mark}"))
}

/// Whether a text is a plain scalar in YAML.
fn is_plain(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_alphanumeric() || c == '.');
    let goes_on = |c: char| c.is_alphanumeric() || "-_./~%?=&+@".contains(c);
    // The colon of a URL is not followed by a space.
    begins && text.replacen("://", "", 1).chars().all(goes_on)
}

#[cfg(test)]
mod tests {
    use super::{quoted, respelled};

    #[test]
    fn as_it_was_written() {
        for (raw, right, written) in [
            ("2006-2-6", "2006-02-06", Some("2006-02-06")),
            ("\"2006-2-6\"", "2006-02-06", Some("\"2006-02-06\"")),
            ("'Verbatim'", "verbatim", Some("'verbatim'")),
            ("fr", "FR", Some("FR")),
            ("a # b", "c", None),
            ("a\n  b", "c", None),
            ("|\n  a", "c", None),
            ("\"a\\u0062\"", "c", None),
            ("a", "c: d", None),
            ("a", "- b", None),
            ("'a'", "it's", None),
            ("", "c", None),
            ("'", "c", None),
            ("&a b", "c", None),
        ] {
            assert_eq!(respelled(raw, right).as_deref(), written, "{raw}");
        }
        assert_eq!(quoted("Minister: talks").as_deref(), Some("\"Minister: talks\""));
        assert_eq!(quoted("\"Talks\" go on").as_deref(), Some("'\"Talks\" go on'"));
        assert_eq!(quoted("\"Talks\" don't"), None);
    }
}
