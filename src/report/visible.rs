//! Makes untrusted text safe for terminals and CI logs.

use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Deref;

/// A text that is safe to print: without terminal escapes, invisible or bidirectional characters, or CI workflow
/// commands that Chronicle did not put there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printable(String);

impl Printable {
    /// Makes a text safe; keeps line breaks.
    pub(crate) fn of(text: &str) -> Printable {
        Printable(visible(text).into_owned())
    }

    /// Wraps a text that is Chronicle's own or already safe.
    pub(crate) fn own(text: String) -> Printable {
        Printable(text)
    }

    /// Makes a file of Fluent safe: what acts is written by its number, as Fluent has it, so that it stays the same file.
    pub(crate) fn fluent(text: &str) -> Printable {
        let mut safe = String::with_capacity(text.len());
        let mut is_literal = false;
        for (at, letter) in text.char_indices() {
            match letter {
                '"' if is_literal => is_literal = text[..at].ends_with('\\'),
                '"' => is_literal = text[..at].ends_with("{ "),
                '\n' => is_literal = false,
                _ => {}
            }
            // Writing to a `String` cannot fail.
            let _ = match letter {
                letter if letter == '\n' || !acts(letter) => write!(safe, "{letter}"),
                letter if is_literal => write!(safe, "\\U{:06X}", u32::from(letter)),
                letter => write!(safe, "{{ \"\\U{:06X}\" }}", u32::from(letter)),
            };
        }
        Printable::of(&safe)
    }

    /// Makes a text safe, on one line.
    pub(crate) fn line(text: &str) -> Printable {
        Printable(one_line(text) + "\n")
    }
}

impl Deref for Printable {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<Printable> for String {
    fn from(text: Printable) -> String {
        text.0
    }
}

/// Whether a character must be escaped: control, directional, zero-width and default-ignorable characters, and
/// noncharacters.
fn acts(c: char) -> bool {
    // Nearly all are these, of which only the control characters act.
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    c.is_control()
        || crate::xml::is_noncharacter(c)
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Escapes unsafe characters and CI commands as `\u{…}`; keeps line breaks.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    let acts = |c: char| c != '\n' && acts(c);
    if !text.contains(acts) {
        return defused(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if acts(c) { shown.extend(c.escape_unicode()) } else { shown.push(c) }
    }
    Cow::Owned(defused(&shown).into_owned())
}

/// The same on one line, with line breaks escaped as `\n`.
pub(crate) fn one_line(text: &str) -> String {
    visible(&text.replace('\n', "\\n")).into_owned()
}

/// Disables CI workflow commands: GitHub Actions reads lines that begin with `::` after white space, and `##[` anywhere
/// in a line (others read `##vso[` and `##teamcity[`).
pub(super) fn defused(text: &str) -> Cow<'_, str> {
    without_commands(text, "\\u{3a}", "\\u{23}")
}

/// A text with the first sign of each command written as `colon` or `hash`.
fn without_commands<'a>(text: &'a str, colon: &str, hash: &str) -> Cow<'a, str> {
    if !text.contains("::") && !text.contains("##") {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for line in text.split_inclusive('\n') {
        let body = line.trim_start();
        shown.push_str(&line[..line.len() - body.len()]);
        // Frames begin a second file with `::: `, which is no command.
        let body = match body.strip_prefix("::").filter(|rest| !rest.starts_with(": ")) {
            Some(rest) => {
                shown.push_str(colon);
                shown.push(':');
                rest
            }
            None => body,
        };
        let mut from = 0;
        for (at, _) in body.match_indices('#') {
            let rest = body[at + 1..].trim_start_matches(|c: char| c.is_ascii_alphanumeric());
            if at > 0 && body.as_bytes()[at - 1] == b'#' && rest.starts_with('[') {
                shown.push_str(&body[from..at]);
                shown.push_str(hash);
                from = at + 1;
            }
        }
        shown.push_str(&body[from..]);
    }
    Cow::Owned(shown)
}

/// Makes lines of a file safe without moving offsets: unsafe characters are replaced by others of the same length in
/// bytes. Single-byte ones are left to the renderer.
pub(super) fn same_places(text: String) -> String {
    if !text.contains(|c: char| !c.is_ascii() && acts(c)) {
        return text;
    }
    let sign = |c: char| match c.len_utf8() {
        1 => c,
        _ if !acts(c) => c,
        2 => '\u{a4}',
        3 => '\u{fffd}',
        _ => '\u{1f6c7}',
    };
    text.chars().map(sign).collect()
}

/// Escapes unsafe characters in JSON as `\u…`, which is equivalent. Line breaks between values are kept.
pub(super) fn escaped_json(json: &str) -> String {
    let mut shown = String::with_capacity(json.len());
    for c in json.chars() {
        if c != '\n' && acts(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                // Writing to a string cannot fail.
                let _ = write!(shown, "\\u{unit:04x}");
            }
        } else {
            shown.push(c);
        }
    }
    // Only strings can have these; an escape before them is complete.
    without_commands(&shown, "\\u003a", "\\u0023").into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Printable, defused, escaped_json, one_line, same_places, visible};

    #[test]
    fn fluent_stays_the_same_file() {
        for (text, safe) in [
            ("a = \"b\" {\u{a0}c}\n", "a = \"b\" {\u{a0}c}\n"),
            ("a = b\u{200b}c\r\n", "a = b{ \"\\U00200B\" }c{ \"\\U00000D\" }\n"),
            ("a = { \"b\u{202e}\\\"\u{feff}\" }\u{1b}", "a = { \"b\\U00202E\\\"\\U00FEFF\" }{ \"\\U00001B\" }"),
        ] {
            assert_eq!(&*Printable::fluent(text), safe);
        }
    }

    #[test]
    fn what_acts_is_written_out() {
        assert_eq!(visible("a `b` я\n…"), "a `b` я\n…");
        assert_eq!(visible("\u{1b}[31m \u{202e}x\u{200b}"), "\\u{1b}[31m \\u{202e}x\\u{200b}");
        assert_eq!(one_line("a\n::b\r\u{9b}"), "a\\n::b\\u{d}\\u{9b}");
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32).filter(|c| c.is_control() && *c != '\n') {
            let shown = visible(&c.to_string()).into_owned();
            assert!(shown.starts_with("\\u{"), "{c:?}");
            assert_eq!(visible(&shown), shown, "what is safe stays as it is");
        }
    }

    #[test]
    fn no_line_commands_a_runner() {
        assert_eq!(defused("a::b # c ## d [e] x"), "a::b # c ## d [e] x");
        assert_eq!(
            defused("::error::x\n \u{a0}::stop-commands::y"),
            "\\u{3a}:error::x\n \u{a0}\\u{3a}:stop-commands::y"
        );
        assert_eq!(defused("a ##[error]x ###[b] ##vso[c]"), "a #\\u{23}[error]x ##\\u{23}[b] #\\u{23}vso[c]");
        assert_eq!(defused("::##[x]"), "\\u{3a}:#\\u{23}[x]");
        assert_eq!(&*Printable::line("::a\n::b"), "\\u{3a}:a\\n::b\n");
    }

    #[test]
    fn places_stay_where_they_are() {
        let text = "a\u{85}b\u{ad}c\u{200b}d\u{e0041}e\tя";
        let shown = same_places(text.to_owned());
        assert_eq!(shown, "a¤b¤c\u{fffd}d\u{1f6c7}e\tя");
        assert_eq!(shown.len(), text.len());
    }

    #[test]
    fn json_says_the_same() {
        let value = serde_json::json!({"a": "\u{1b}\u{9b}\u{202e}\u{2028}\u{e0041}\u{7f} ##[x] \\##[y] \\u{23}[ ::z", "b": ["::c"]});
        let shown = escaped_json(&value.to_string());
        assert!(shown.is_ascii() && !shown.contains("##["), "{shown}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&shown).unwrap(), value);
    }
}
