//! Characters that are not seen, in the words of a theme: what messages and templates in Arabic, Hebrew or Persian need of them is
//! no deceit there.

use std::ops::Range;

use super::escapes::of_html;
use super::{Marks, ODD, as_they_are, is_right_to_left, joins, odd};
use crate::diagnostic::{Code, Diagnostic};
use crate::input::{InputId, Span};
use crate::naming::letters::excerpt;

mod markup;

/// The findings in a file of Fluent, also for what stands there by its number (`{"\u202E"}`). Of a language that is written from
/// right to left every line may have marks of direction.
pub(crate) fn in_messages(input: InputId, text: &str, is_right_to_left: bool) -> Vec<Diagnostic> {
    let mut lines = Lines { text, is_markup: false, is_right_to_left, line: 0..0, uses: Uses::default() };
    let (mut findings, mut mixed) =
        as_they_are(input, &mut Marks::new(text, 0), |at, letter| lines.has_use(at, letter, false));
    for (range, letter) in by_number(text) {
        if findings.len() > ODD {
            break;
        }
        let (before, after) = (text[..range.start].chars().next_back(), text[range.end..].chars().next());
        let kind = odd(letter, before, after).filter(|_| !matches!(letter, '\n' | '\r' | '\t'));
        let Some(kind) = kind.filter(|_| !lines.has_use(range.start, letter, true)) else { continue };
        findings.push(stands_for(input, text, range, letter, kind));
    }
    findings.append(&mut mixed);
    findings.truncate(ODD + 1);
    findings
}

/// The findings in a template, or another text of a theme, also for what stands there by its number (`&#x202E;`). Whoever reads
/// the template sees that a joiner, a mark of direction or a place where a line may end is written so, and is not deceived by it.
pub(crate) fn in_templates(input: InputId, text: &str) -> Vec<Diagnostic> {
    let uses = Uses::default();
    let mut lines = Lines { text, is_markup: true, is_right_to_left: false, line: 0..0, uses };
    let (mut findings, mut mixed) =
        as_they_are(input, &mut Marks::new(text, 0), |at, letter| lines.has_use(at, letter, false));
    let is_plain = |letter| {
        matches!(letter, '\t' | '\n' | '\r' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{61c}' | '\u{2060}' | '\u{feff}')
            // Browsers read these as signs of an older encoding.
            || matches!(letter, '\u{80}'..='\u{9f}')
    };
    for (range, letter) in by_reference(text).filter(|(_, letter)| !is_plain(*letter)) {
        if findings.len() > ODD {
            break;
        }
        let (before, after) = (text[..range.start].chars().next_back(), text[range.end..].chars().next());
        let kind = odd(letter, before, after).filter(|_| !lines.has_use(range.start, letter, true));
        findings.extend(kind.map(|kind| stands_for(input, text, range, letter, kind)));
    }
    findings.append(&mut mixed);
    findings.truncate(ODD + 1);
    findings
}

/// The finding for a character that stands in a text by its number.
fn stands_for(input: InputId, text: &str, range: Range<usize>, letter: char, kind: &str) -> Diagnostic {
    let message = format!("`{}` stands for U+{:04X}, {kind}", excerpt(&text[range.clone()]), u32::from(letter));
    let finding = Diagnostic::lint(Code::InvisibleCharacter, Span::new(input, range), message);
    finding.help(Some("remove it, so that everybody reads what is written".to_owned()))
}

/// What is known of the line that was looked at last: each is read once.
struct Lines<'t> {
    text: &'t str,
    /// Whether it is one of HTML, where characters stand by their numbers as `&#x202E;`; else of Fluent.
    is_markup: bool,
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
            self.uses = Uses::of(&self.text[start..end], self.is_markup);
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
    fn of(line: &str, is_markup: bool) -> Uses {
        let mut letters: Vec<(usize, char)> = line.char_indices().collect();
        match is_markup {
            true => letters.extend(by_reference(line).map(|(range, letter)| (range.start, letter))),
            false => letters.extend(by_number(line).map(|(range, letter)| (range.start, letter))),
        }
        letters.sort_by_key(|(at, _)| *at);
        Uses {
            has_right_to_left: letters.iter().any(|(_, letter)| is_right_to_left(*letter)),
            has_joining: letters.iter().any(|(_, letter)| letter.is_alphabetic() && joins(*letter)),
            is_closed: match is_markup {
                true => markup::parts(line, &letters).into_iter().all(is_closed),
                false => is_closed(letters.into_iter().map(|(_, letter)| letter)),
            },
        }
    }
}

/// Whether each beginning of a part with a direction of its own has its end, and each end its beginning.
fn is_closed(letters: impl IntoIterator<Item = char>) -> bool {
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

/// References of HTML to characters: `&#x202E;`, `&#8238`, `&rlm;`.
fn by_reference(text: &str) -> impl Iterator<Item = (Range<usize>, char)> {
    memchr::memchr_iter(b'&', text.as_bytes()).filter_map(|at| {
        let (length, letter) = of_html(&text[at..])?;
        Some((at..at + length, letter))
    })
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
