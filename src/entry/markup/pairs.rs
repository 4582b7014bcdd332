//! Paired inline syntax such as `==text==`.

use std::ops::Range;

use super::finding::{HELP, MISTAKES, MarkFinding, is_beginning};
use super::signs::{FAR, Sign};
use crate::diagnostic::Code;

const EMPHASIS: &str = "put the marks within quotation marks and brackets: `«**word**»`; or take them out, or write `\\*` for each that is shown";
const UNDERSCORES: &str = "write `*` in place of `_`; or `\\_` for each that is to be shown";
const UNCLOSED: &str = "write the same marks at the end of the words, with no space before them; or write `\\` before each that is to be shown";

const APART: &str =
    "put the marks beside the words, with no space between: `**word**`; or write `\\*` for each that is shown";

/// How many following marks are searched for the closing one.
const NEAR: usize = 100;

/// A mark that opens something, closes it, or both.
#[derive(Debug)]
pub(super) struct Pair {
    mark: &'static str,
    at: usize,
    opens: bool,
    closes: bool,
    /// Whether it is at the start of its line.
    is_first: bool,
    /// Whether it stands within a word.
    is_within: bool,
}

/// Marks of a block, in the order of their places.
#[derive(Debug, Default)]
pub(super) struct Pairs(Vec<Pair>);

/// Note markers (`5 million*`), and lines that may be their notes (`*Preliminary`) or unclosed emphasis.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Whether the markers `*` and `**` occur.
    pub(super) has_sign: [bool; 2],
    lines: Vec<MarkFinding>,
}

impl Notes {
    /// Findings for lines that are not notes, because their marker does not occur in the text.
    pub(super) fn finish(&mut self) -> Vec<MarkFinding> {
        let [one, two] = self.has_sign;
        let is_note = |range: &Range<usize>| one && (range.len() == 1 || two);
        std::mem::take(&mut self.lines).into_iter().filter(|(_, range, ..)| !is_note(range)).collect()
    }
}

impl Pair {
    /// Reads a run of one character as a mark, if it is one.
    pub(super) fn of(sign: &Sign<'_>) -> Option<Pair> {
        let (text, row) = (sign.text, &sign.row);
        let mark = match (text.as_bytes()[row.start], row.len()) {
            (b'*', 1) => "*",
            (b'*', 2..=3) => "**",
            (b'_', 1) => "_",
            (b'_', 2..=3) => "__",
            (b'~', 1) => "~",
            (b'~', 2) => "~~",
            (b'=', 2) => "==",
            (b'$', 2) => "$$",
            (b'%', 2) => "%%",
            (b'+', 2) => "++",
            (b'|', 2) => "||",
            _ => return None,
        };
        if sign.is_in_address() {
            return None;
        }
        let (before, after) = (sign.before(), sign.after());
        let is_space = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
        let is_latin =
            |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() && letter < '\u{530}');
        let (mut opens, mut closes) = (!is_space(after), !is_space(before));
        match mark.as_bytes()[0] {
            // File and variable names contain underscores.
            b'_' => opens &= is_beginning(&text[..row.start]),
            b'=' | b'%' | b'+' | b'|' => {
                opens &= !is_latin(before);
                closes &= !is_latin(after);
            }
            // Before a number it says "about"; below a letter it is what chemists write: `H~2~O`.
            b'~' if mark == "~" => {
                let is_below = before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_alphanumeric);
                opens &= is_below || is_beginning(&text[..row.start]) && after.is_some_and(char::is_alphabetic);
            }
            // `(*)` is a sign by itself.
            b'*' => {
                let is_sign = after.is_some_and(|after| ")],.;:".contains(after));
                opens &= !(is_sign || is_latin(before) && is_latin(after));
                let is_sign = before.is_some_and(|before| "([".contains(before));
                closes &= !(is_sign || is_latin(before) && is_space(after) && row.len() == 1);
            }
            b'$' => opens |= sign.is_first,
            _ => {}
        }
        let is_within = before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
        Some(Pair { mark, at: row.start, opens, closes, is_first: sign.is_first, is_within })
    }

    /// Where it stands, from its beginning to the end of the one that closes it.
    fn to(&self, last: &Pair) -> Range<usize> {
        self.at..last.at + last.mark.len()
    }

    /// Whether it stands before a space, and another closes behind a word of the same line: `** word**`.
    fn is_apart_from(&self, last: &Pair, text: &str) -> bool {
        let is_before_space = self.mark == "**" && !self.opens && !self.closes && is_beginning(&text[..self.at]);
        let closes = last.mark == self.mark && last.closes && !last.opens && !last.is_within;
        is_before_space && closes && !text[self.at..last.at].contains('\n')
    }

    /// Whether the text between this mark and its closing one makes sense for the mark.
    fn is_for(&self, inner: &str, last: &Pair) -> bool {
        match self.mark {
            "~" if self.is_within => inner.len() <= 8 && inner.chars().all(char::is_alphanumeric),
            // `~gone~`; but `~user/name`, `H~2`
            "~" => !last.is_within && !inner.contains(['/', '~']),
            // `_so_called`; but `_config.yml, my_file`
            "_" | "__" => !last.is_within || !inner.contains(char::is_whitespace),
            _ => true,
        }
    }
}

impl Pairs {
    pub(super) fn add(&mut self, pair: Pair) {
        self.0.push(pair);
    }

    pub(super) fn end_block(&mut self, text: &str, notes: &mut Notes, found: &mut Vec<MarkFinding>) {
        let pairs = std::mem::take(&mut self.0);
        let mut at = 0;
        while at < pairs.len() && found.len() <= MISTAKES {
            let first = &pairs[at];
            let inner = |last: &Pair| &text[(first.at + first.mark.len()).min(last.at)..last.at];
            // `$$` may have spaces within.
            let closes = |pair: &Pair| {
                pair.mark == first.mark
                    && (pair.closes || first.mark == "$$" && first.is_first)
                    && first.is_for(inner(pair), pair)
            };
            let near = pairs[at + 1..].iter().take(NEAR).position(|pair| first.opens && closes(pair));
            if let Some(next) = near {
                let help = match first.mark.as_bytes()[0] {
                    b'*' => EMPHASIS,
                    b'_' => UNDERSCORES,
                    _ => HELP,
                };
                let message = format!("`{}` is shown as it is typed", first.mark);
                found.push((Code::RawMarkup, first.to(&pairs[at + 1 + next]), message, help));
                at += next + 2;
                continue;
            }
            if let Some(last) = pairs.get(at + 1).filter(|last| first.is_apart_from(last, text)) {
                let message = format!("`{}` is shown as it is typed", first.mark);
                found.push((Code::RawMarkup, first.to(last), message, APART));
                at += 2;
                continue;
            }
            unclosed(text, first, notes, found);
            at += 1;
        }
    }
}

/// A mark that nothing closes.
fn unclosed(text: &str, pair: &Pair, notes: &mut Notes, found: &mut Vec<MarkFinding>) {
    let end = pair.at + pair.mark.len();
    let (before, rest) = (&text[..pair.at], &text[end..]);
    let after = rest.chars().next();
    let begins = pair.opens && is_beginning(before);
    if pair.mark.starts_with('*') && !begins && pair.closes && !after.is_some_and(char::is_alphanumeric) {
        // `5 million*`; within a word it hides a letter.
        notes.has_sign[pair.mark.len() - 1] = true;
    }
    if !begins {
        return;
    }
    let begins_word = after.is_some_and(|after| after.is_alphanumeric() || "*«“„‘\"'(¿¡[".contains(after));
    let is_meant = match pair.mark {
        "**" => true,
        // `2 *3`
        "*" => begins_word && !(is_digit(after) && is_digit(before.trim_end().chars().next_back())),
        // `_config.yml`
        "_" => begins_word && !is_name(rest),
        "__" | "~~" => begins_word,
        _ => false,
    };
    if !is_meant {
        return;
    }
    let message = format!("`{}` does not close, and is shown as it is typed", pair.mark);
    // What would close it means nothing here either.
    let help = if pair.mark == "~~" { HELP } else { UNCLOSED };
    let finding = (Code::RawMarkup, pair.at..end, message, help);
    match pair.mark.starts_with('*') && pair.is_first {
        true => notes.lines.push(finding),
        false => found.push(finding),
    }
}

fn is_digit(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| letter.is_ascii_digit())
}

/// Whether the first word of a text is the name of a file or a variable.
fn is_name(text: &str) -> bool {
    let word = text[..text.floor_char_boundary(text.len().min(FAR))].split_whitespace().next().unwrap_or_default();
    word.trim_end_matches(|last: char| !last.is_alphanumeric()).contains(['.', '_', '/', '('])
}
