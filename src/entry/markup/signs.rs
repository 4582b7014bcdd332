//! Inline syntax that is recognized where it opens: brackets, formulas, emoji names, attributes.

use std::ops::Range;

use super::finding::{HELP, MarkFinding, is_beginning};
use crate::diagnostic::Code;

/// A run of one character in the prose of a block.
#[derive(Clone, Debug)]
pub(super) struct Sign<'a> {
    pub(super) text: &'a str,
    /// Where the row stands.
    pub(super) row: Range<usize>,
    /// Whether nothing of its line stands before it.
    pub(super) is_first: bool,
}

/// How many bytes beside a mark are inspected, to keep the time per mark constant.
pub(super) const FAR: usize = 500;

const LINK: &str = "write the path of the record's file in a link: `[words](../topics/trade.md)`";
const ADDRESS: &str = "write the address without spaces, or between `<` and `>`, and close the bracket";
const DEFINE: &str = "add it in a paragraph of its own, `[^…]: …`, or write `\\[` for a bracket that is to be shown";
const REFERENCE: &str =
    "add what the name stands for in a paragraph of its own, `[…]: https://…`; or part the brackets by a space";
const NOTE: &str = "write `[^1]`, and `[^1]: …` in a paragraph of its own";
const FENCE: &str = "begin the line with it, or write `` ` `` once on both sides of code within a line";
const DASH: &str =
    "write `&mdash;` for a dash at the beginning of a line that is no attribution; else take the `\\` out";
const ESCAPE: &str = "take the `\\` out: it is needed before signs of ASCII only";

impl<'a> Sign<'a> {
    /// The row and what follows it in its line, if that is not too long.
    pub(super) fn rest(&self) -> &'a str {
        let end = self.text.floor_char_boundary(self.text.len().min(self.row.end + FAR));
        let rest = &self.text[self.row.start..end];
        &rest[..memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())]
    }

    pub(super) fn before(&self) -> Option<char> {
        self.text[..self.row.start].chars().next_back()
    }

    pub(super) fn after(&self) -> Option<char> {
        self.text[self.row.end..].chars().next()
    }

    /// Whether it is part of a bare URL, after its scheme.
    pub(super) fn is_in_address(&self) -> bool {
        let before = &self.text[self.text.floor_char_boundary(self.row.start.saturating_sub(FAR))..self.row.start];
        before.rfind(char::is_whitespace).map_or(before, |space| &before[space..]).contains("://")
    }

    fn raw(&self, length: usize, help: &'static str) -> Option<MarkFinding> {
        let shown = super::short(&self.rest()[..length]);
        self.found(Code::RawMarkup, length, format!("`{shown}` is shown as it is typed"), help)
    }

    fn found(&self, code: Code, length: usize, message: impl Into<String>, help: &'static str) -> Option<MarkFinding> {
        Some((code, self.row.start..self.row.start + length, message.into(), help))
    }
}

/// The finding for what the characters open, if it is shown literally.
pub(super) fn find(sign: &Sign<'_>) -> Option<MarkFinding> {
    let byte = sign.text.as_bytes()[sign.row.start];
    if matches!(byte, b'*' | b'_' | b'~' | b'=' | b'%' | b'+' | b'|') {
        return None;
    }
    let rest = sign.rest();
    // A URL cannot contain a link.
    let is_behind_link = sign.before().is_some_and(|before| ")]".contains(before));
    if byte != b']' && !(byte == b'{' && is_behind_link) && sign.is_in_address() {
        return None;
    }
    match byte {
        b'[' => bracket(sign, rest),
        b']' => closing_bracket(sign, rest),
        b'{' => brace(sign, rest),
        b'^' if rest.starts_with("^[") && rest.contains(']') => {
            sign.found(Code::RawMarkup, 2, "`^[…]` makes no footnote: it is shown as it is typed", NOTE)
        }
        b'^' if sign.row.len() == 1 => {
            let inner = within(&rest[1..], '^').filter(|inner| inner.chars().all(char::is_alphanumeric))?;
            sign.raw(inner.len() + 2, HELP)
        }
        b'$' if sign.row.len() == 1 => {
            let inner = within(&rest[1..], '$').filter(|inner| is_formula(inner))?;
            sign.raw(inner.len() + 2, HELP)
        }
        b':' if sign.row.len() == 1 && is_beginning(&sign.text[..sign.row.start]) => {
            let is_name = |name: &&str| {
                name.starts_with(|first: char| first.is_ascii_lowercase())
                    && name
                        .bytes()
                        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-+".contains(&byte))
            };
            let name = within(&rest[1..], ':').filter(is_name)?;
            let is_end = !rest[name.len() + 2..].starts_with(char::is_alphanumeric);
            is_end.then(|| sign.raw(name.len() + 2, "write the sign itself, or take it out")).flatten()
        }
        b'<' if ["<http://", "<https://", "<mailto:"].iter().any(|scheme| rest.starts_with(scheme)) => {
            sign.found(Code::RawMarkup, 1, "this is no link: `<` is shown as it is typed", ADDRESS)
        }
        b'`' if sign.row.len() >= 3 => sign.raw(sign.row.len(), FENCE),
        b'\\' => backslash(sign),
        _ => None,
    }
}

/// The text up to the next `sign`, if that is near and the text has no space at either end.
fn within(rest: &str, sign: char) -> Option<&str> {
    let (inner, _) = rest[..rest.floor_char_boundary(100)].split_once(sign)?;
    (!inner.is_empty() && inner == inner.trim()).then_some(inner)
}

/// Whether a text is a formula of TeX: `x^2`, `\\alpha`; not `5 \[`.
fn is_formula(text: &str) -> bool {
    let mut commands = text.match_indices('\\').map(|(at, _)| &text[at + 1..]);
    text.contains('^')
        || text.contains("_{")
        || commands.any(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
}

fn bracket(sign: &Sign<'_>, rest: &str) -> Option<MarkFinding> {
    if sign.row.len() > 1 {
        let length = rest.find("]]")? + 2;
        return sign.found(Code::RawMarkup, length, "`[[…]]` makes no link: it is shown as it is typed", LINK);
    }
    let (inner, _) = rest[1..].split_once(']')?;
    let is_word = |text: &str| text.starts_with(char::is_alphabetic) && text.chars().all(char::is_alphanumeric);
    if let Some(label) = inner.strip_prefix('^') {
        let is_label = !label.is_empty() && label.len() < 100 && !label.contains('[');
        let message = format!("there is no footnote `[^{label}]`: the mark is shown as it is typed");
        return is_label.then(|| sign.found(Code::UndefinedReference, label.len() + 3, message, DEFINE)).flatten();
    }
    let is_mark = if let Some(key) = inner.strip_prefix('-').unwrap_or(inner).strip_prefix('@') {
        key.starts_with(char::is_alphanumeric)
    } else if let Some(word) = inner.strip_prefix('!').or_else(|| inner.strip_prefix('/')) {
        is_word(word)
    } else {
        false
    };
    is_mark.then(|| sign.raw(inner.len() + 2, HELP)).flatten()
}

fn closing_bracket(sign: &Sign<'_>, rest: &str) -> Option<MarkFinding> {
    if sign.row.len() > 1 {
        return None;
    }
    if rest.starts_with("](") {
        return sign.found(Code::RawMarkup, 2, "this is no link: `](` is shown as it is typed", ADDRESS);
    }
    let (label, _) = rest.strip_prefix("][")?.split_once(']')?;
    let near = &sign.text[sign.text.floor_char_boundary(sign.row.start.saturating_sub(FAR))..sign.row.start];
    let before = near.rsplit('[').next().unwrap_or_default();
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !(label.is_empty() || label.contains(char::is_alphanumeric)) || is_number(before) {
        return None;
    }
    let name = if label.is_empty() { before } else { label };
    let message = format!("nothing says where `[{}]` leads: it is shown as it is typed", super::short(name));
    sign.found(Code::UndefinedReference, label.len() + 3, message, REFERENCE)
}

fn brace(sign: &Sign<'_>, rest: &str) -> Option<MarkFinding> {
    if sign.row.len() == 2 {
        return rest.contains("}}").then(|| sign.raw(2, HELP)).flatten();
    }
    if sign.row.len() > 2 {
        return None;
    }
    // Changes and comments of editors.
    let changes = [("{++", "++}"), ("{--", "--}"), ("{~~", "~~}"), ("{==", "==}"), ("{>>", "<<}")];
    if let Some((open, close)) = changes.iter().find(|(open, _)| rest.starts_with(open)) {
        let length = rest.find(close).map_or(open.len(), |at| at + close.len());
        return sign.raw(length, "write the text as it is to be read, and take the marks out");
    }
    let (inner, _) = rest[1..].split_once('}')?;
    let is_beside = sign.before().is_some_and(|before| ")]`*_".contains(before));
    is_attribute(inner, is_beside).then(|| sign.raw(inner.len() + 2, HELP)).flatten()
}

/// Whether a text in braces is an attribute list: `.note`, `#id`, `: .note`, `% … %`, or `width=5` directly after an
/// element.
fn is_attribute(inner: &str, is_beside: bool) -> bool {
    let own = inner.strip_prefix(':').unwrap_or(inner).trim_start();
    let is_name = |rest: &str| rest.starts_with(|first: char| first.is_alphabetic());
    let is_key = |key: &str| is_name(key) && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    inner.len() < 200
        && (own.strip_prefix(['.', '#']).is_some_and(is_name)
            || is_beside && own.split_once('=').is_some_and(|(key, _)| is_key(key))
            || inner.len() > 1 && inner.starts_with('%') && inner.ends_with('%'))
}

/// A backslash before a sign that no backslash is needed for.
fn backslash(sign: &Sign<'_>) -> Option<MarkFinding> {
    let next = sign.after()?;
    let is_mark = !next.is_ascii() && !next.is_alphanumeric() && !next.is_whitespace() && sign.row.len() == 1;
    let help = if crate::entry::quotation::is_dash(next) { DASH } else { ESCAPE };
    is_mark.then(|| sign.raw(1 + next.len_utf8(), help)).flatten()
}
