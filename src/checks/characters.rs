//! Characters in files that are not records but end up on pages and in feeds: settings, messages, word lists,
//! templates.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic};
use crate::document::toml;
use crate::input::{InputId, Inputs, Span};
use crate::xml;

/// Reports control characters and noncharacters, literal or escaped: XML forbids them, so they would break feeds. Other
/// invisible characters are legitimate in some languages.
pub(crate) fn check(inputs: &Inputs) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let settings = std::iter::once((inputs.config(), inputs.get(inputs.config())));
    let others = ["themes/", "templates/", "messages/", "wording/"].into_iter().flat_map(|folder| inputs.under(folder));
    for (input, file) in settings.chain(others) {
        let Some((_, kind)) = file.path().rsplit_once('.') else { continue };
        let is_text = matches!(kind, "toml" | "ftl" | "html" | "xml" | "txt") && !file.path().contains("/static/");
        // Of the themes in the program a test looks at every character.
        if !is_text || file.refusal().is_some() || file.is_embedded() {
            continue;
        }
        // Unreadable and non-text files are reported by the stages that need them.
        let Ok(bytes) = inputs.bytes(input) else { continue };
        let Ok(text) = std::str::from_utf8(&bytes) else { continue };
        if is_plain(text) {
            continue;
        }
        let raw = text.char_indices().map(|(at, letter)| (at..at + letter.len_utf8(), letter));
        findings.extend(raw.filter(|(_, letter)| is_odd(*letter)).map(|(range, letter)| finding(input, range, letter)));
        match kind {
            "toml" => findings.extend(in_values(input, text)),
            "ftl" => findings.extend(by_number(text).map(|(range, letter)| finding(input, range, letter))),
            _ => {}
        }
    }
    findings
}

/// Fast path: most files have no control character, no backslash, and no character that starts like a noncharacter.
fn is_plain(text: &str) -> bool {
    !text.bytes().any(|byte| byte < b' ' && !matches!(byte, b'\n' | b'\t' | b'\r') || matches!(byte, b'\\' | 0xef..))
}

fn is_odd(letter: char) -> bool {
    !xml::is_allowed(letter) || xml::is_noncharacter(letter)
}

fn finding(input: InputId, range: Range<usize>, letter: char) -> Diagnostic {
    let kind = if xml::is_noncharacter(letter) { "a code that stands for no character" } else { "a control character" };
    let message = format!("U+{:04X} is {kind}", u32::from(letter));
    let help = "remove it: XML has no such character, and no feed with it can be read";
    Diagnostic::lint(Code::InvisibleCharacter, Span::new(input, range), message).help(Some(help.to_owned()))
}

/// Escaped characters in keys and values of TOML, reported at the whole value.
fn in_values(input: InputId, text: &str) -> Vec<Diagnostic> {
    let texts = toml::texts(text).into_iter();
    let odd = texts.filter_map(|(range, value)| {
        let letter = value.chars().find(|letter| is_odd(*letter))?;
        // Literal characters were reported already.
        let is_raw = text.get(range.clone()).is_some_and(|written| written.contains(letter));
        (!is_raw).then(|| finding(input, range, letter))
    });
    odd.collect()
}

/// Escapes of Fluent: `\uFFFE`, `\U00FFFE`.
fn by_number(text: &str) -> impl Iterator<Item = (Range<usize>, char)> {
    text.match_indices('\\').filter_map(move |(at, _)| {
        let digits = match text.as_bytes().get(at + 1)? {
            b'u' => 4,
            b'U' => 6,
            _ => return None,
        };
        let end = at + 2 + digits;
        let letter = char::from_u32(u32::from_str_radix(text.get(at + 2..end)?, 16).ok()?)?;
        is_odd(letter).then_some((at..end, letter))
    })
}
