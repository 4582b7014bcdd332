//! Characters that are not seen, in the words of a theme: what messages and templates in Arabic, Hebrew or Persian need of them is
//! no deceit there.

use std::ops::Range;

use super::{ODD, as_they_are, joins, odd};
use crate::diagnostic::{Code, Diagnostic};
use crate::input::{InputId, Span};

/// The findings in a file of Fluent, also for what stands there by its number (`{"\u202E"}`). Of a language that is written from
/// right to left every line may have marks of direction.
pub(crate) fn in_messages(input: InputId, text: &str, is_right_to_left: bool) -> Vec<Diagnostic> {
    let mut lines = Lines { text, has_numbers: true, is_right_to_left, line: 0..0, uses: Uses::default() };
    let (mut findings, mut mixed) = as_they_are(input, text, 0, |at, letter| lines.has_use(at, letter, false));
    for (range, letter) in by_number(text) {
        if findings.len() > ODD {
            break;
        }
        let (before, after) = (text[..range.start].chars().next_back(), text[range.end..].chars().next());
        let kind = odd(letter, before, after).filter(|_| !matches!(letter, '\n' | '\r' | '\t'));
        let Some(kind) = kind.filter(|_| !lines.has_use(range.start, letter, true)) else { continue };
        let message = format!("`{}` stands for U+{:04X}, {kind}", &text[range.clone()], u32::from(letter));
        let finding = Diagnostic::lint(Code::InvisibleCharacter, Span::new(input, range), message);
        findings.push(finding.help(Some("remove it, so that everybody reads what is written".to_owned())));
    }
    findings.append(&mut mixed);
    findings.truncate(ODD + 1);
    findings
}

/// The findings in a template, or another text of a theme.
pub(crate) fn in_templates(input: InputId, text: &str) -> Vec<Diagnostic> {
    let uses = Uses::default();
    let mut lines = Lines { text, has_numbers: false, is_right_to_left: false, line: 0..0, uses };
    let (mut findings, mut mixed) = as_they_are(input, text, 0, |at, letter| lines.has_use(at, letter, false));
    findings.append(&mut mixed);
    findings.truncate(ODD + 1);
    findings
}

/// What is known of the line that was looked at last: each is read once.
struct Lines<'t> {
    text: &'t str,
    /// Whether characters stand in it by their numbers.
    has_numbers: bool,
    is_right_to_left: bool,
    line: Range<usize>,
    uses: Uses,
}

/// What some characters have a use for in a line.
#[derive(Clone, Copy, Default)]
struct Uses {
    /// A letter that is written from right to left.
    has_right_to_left: bool,
    /// A letter that joins others.
    has_joining: bool,
    /// Whether all that turns the direction is ended, by its own end.
    is_closed: bool,
}

impl Lines<'_> {
    /// Whether a character at byte `at` does what it is for: it joins or parts letters that join, marks the direction in a text of
    /// both, or sets a part of a line apart that ends in it. What turns letters round by force has no use.
    fn has_use(&mut self, at: usize, letter: char, is_by_number: bool) -> bool {
        if !matches!(letter, '\u{200c}'..='\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202c}' | '\u{2066}'..='\u{2069}') {
            return false;
        }
        if !self.line.contains(&at) {
            let start = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
            let end = self.text[at..].find('\n').map_or(self.text.len(), |length| at + length + 1);
            self.line = start..end;
            self.uses = Uses::of(&self.text[start..end], self.has_numbers);
        }
        let Uses { has_right_to_left, has_joining, is_closed } = self.uses;
        match letter {
            '\u{200c}' | '\u{200d}' if is_by_number => has_joining,
            '\u{200c}' | '\u{200d}' => {
                let (before, after) = (&self.text[..at], &self.text[at + letter.len_utf8()..]);
                [before.chars().next_back(), after.chars().next()].into_iter().flatten().any(joins)
            }
            '\u{200e}' | '\u{200f}' | '\u{61c}' => has_right_to_left || self.is_right_to_left,
            '\u{202a}' | '\u{202b}' | '\u{202c}' | '\u{2066}'..='\u{2069}' => is_closed,
            _ => false,
        }
    }
}

impl Uses {
    fn of(line: &str, has_numbers: bool) -> Uses {
        let mut letters: Vec<(usize, char)> = line.char_indices().collect();
        if has_numbers {
            letters.extend(by_number(line).map(|(range, letter)| (range.start, letter)));
            letters.sort_by_key(|(at, _)| *at);
        }
        let letters = letters.into_iter().map(|(_, letter)| letter);
        let is_right_to_left = |letter: char| {
            letter.is_alphabetic()
                && matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
                    | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        };
        Uses {
            has_right_to_left: letters.clone().any(is_right_to_left),
            has_joining: letters.clone().any(|letter| letter.is_alphabetic() && joins(letter)),
            is_closed: is_closed(letters),
        }
    }
}

/// Whether each beginning of a part with a direction of its own has its end, and each end its beginning.
fn is_closed(letters: impl Iterator<Item = char>) -> bool {
    let mut open = Vec::new();
    for letter in letters {
        let is_right = match letter {
            '\u{202a}' | '\u{202b}' => {
                open.push('\u{202c}');
                true
            }
            '\u{2066}'..='\u{2068}' => {
                open.push('\u{2069}');
                true
            }
            '\u{202d}' | '\u{202e}' => false,
            '\u{202c}' | '\u{2069}' => open.pop() == Some(letter),
            _ => true,
        };
        if !is_right {
            return false;
        }
    }
    open.is_empty()
}

/// Escapes of Fluent: `\u200F`, `\U00200F`; two backslashes are one that means nothing.
fn by_number(text: &str) -> impl Iterator<Item = (Range<usize>, char)> {
    let mut next = 0;
    memchr::memchr_iter(b'\\', text.as_bytes()).filter_map(move |at| {
        if at < next {
            return None;
        }
        let digits = match text.as_bytes().get(at + 1)? {
            b'u' => 4,
            b'U' => 6,
            _ => {
                next = at + 2;
                return None;
            }
        };
        let end = at + 2 + digits;
        let letter = char::from_u32(u32::from_str_radix(text.get(at + 2..end)?, 16).ok()?)?;
        next = end;
        Some((at..end, letter))
    })
}
