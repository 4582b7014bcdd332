//! Splits paragraphs at quotation marks of all systems. Unbalanced marks make no quotation.

use crate::naming::letters::is_han;

/// A part of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Segment<'t> {
    /// The reporter's words.
    Narrative(&'t str),
    /// What stands between marks, without them.
    Quoted(&'t str),
    /// The same, where the closing mark is not in the paragraph; and the opening mark.
    Unclosed(&'t str, char),
}

/// A mark that is open: what opened it, and what closes it.
#[derive(Clone, Copy, Debug)]
struct Open {
    mark: char,
    closes: &'static [char],
}

/// The segments of a paragraph; none where its marks are unbalanced.
pub(super) fn segments(paragraph: &str) -> Option<Vec<Segment<'_>>> {
    if !singles_are_even(paragraph) {
        return None;
    }
    let mut reader = Reader { text: paragraph, segments: Vec::new(), open: Vec::new(), start: 0 };
    let mut before = None;
    let mut letters = paragraph.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        if is_mark(c) && !reader.read(at, c, before, next) {
            return None;
        }
        before = Some(c);
    }
    reader.end()
}

struct Reader<'t> {
    text: &'t str,
    segments: Vec<Segment<'t>>,
    open: Vec<Open>,
    start: usize,
}

impl<'t> Reader<'t> {
    /// Reads a mark; whether it makes sense where it stands.
    fn read(&mut self, at: usize, c: char, before: Option<char>, next: Option<char>) -> bool {
        let single = matches!(c, '‘' | '’' | '‚' | '‛');
        let Some(top) = self.open.last().copied() else {
            if c == '’' {
                return true; // an apostrophe
            }
            return match opens(c, before, next) {
                Some(closes) => {
                    self.narrative(at);
                    self.open.push(Open { mark: c, closes });
                    self.start = at + c.len_utf8();
                    true
                }
                // A single mark that opens nothing is an apostrophe, and a straight one stands for inches.
                None => single || c == '"' && before.is_some_and(|before| before.is_ascii_digit()),
            };
        };
        // Single marks within others are words of the quotation.
        if single && !matches!(self.open[0].mark, '‘' | '‚') {
            return true;
        }
        if top.closes.contains(&c) && closes(c, before, next) && !(c == top.mark && opens_again(c, before, next)) {
            self.open.pop();
            if self.open.is_empty() {
                self.segments.push(Segment::Quoted(&self.text[self.start..at]));
                self.start = at + c.len_utf8();
            }
            return true;
        }
        match opens(c, before, next) {
            Some(closes) => self.open.push(Open { mark: c, closes }),
            None if single => {}
            None => return false,
        }
        true
    }

    fn narrative(&mut self, end: usize) {
        if self.start < end {
            self.segments.push(Segment::Narrative(&self.text[self.start..end]));
        }
    }

    fn end(mut self) -> Option<Vec<Segment<'t>>> {
        match self.open.as_slice() {
            [] => self.narrative(self.text.len()),
            [open] => self.segments.push(Segment::Unclosed(&self.text[self.start..], open.mark)),
            _ => return None,
        }
        Some(self.segments)
    }
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '「'
            | '」'
            | '『'
            | '』'
            | '〝'
            | '〞'
            | '＂'
    )
}

/// Whether a letter or digit follows, or another mark that opens.
fn begins(next: Option<char>) -> bool {
    next.is_some_and(|next| next.is_alphanumeric() || "¿¡(«„“‘‚‹\"…[.—–$€£".contains(next))
}

/// Whether words could begin after a character.
fn is_break(before: Option<char>) -> bool {
    before.is_none_or(|before| {
        before.is_whitespace()
            || "([{（—–-/:：，,、。；".contains(before)
            || is_han(before)
            || "“„«‘‚‹\"".contains(before)
    })
}

/// What closes a mark, if it opens here.
fn opens(c: char, before: Option<char>, next: Option<char>) -> Option<&'static [char]> {
    match c {
        '「' => Some(&['」']),
        '『' => Some(&['』']),
        '„' => Some(&['“', '”', '"']),
        '‚' if is_break(before) && begins(next) => Some(&['‘', '’']),
        '“' | '‟' | '〝' => (next.is_some() && is_break(before)).then_some(&['”', '"', '〞']),
        '”' if is_break(before) && begins(next) => Some(&['“', '”']),
        '«' if is_break(before) && next.is_some_and(|next| begins(Some(next)) || next.is_whitespace()) => Some(&['»']),
        '»' if is_break(before) && begins(next) => Some(&['«', '»']),
        '‹' if is_break(before) && begins(next) => Some(&['›']),
        '›' if is_break(before) && begins(next) => Some(&['‹', '›']),
        '‘' if is_break(before) && begins(next) => Some(&['’']),
        '"' | '＂' if is_break(before) && begins(next) => Some(&['"', '＂']),
        _ => None,
    }
}

/// Whether a mark closes here: words stand before it, and none begin behind it.
fn closes(c: char, before: Option<char>, next: Option<char>) -> bool {
    let is_plain = next.is_none_or(|next| !next.is_alphanumeric() || is_han(next) || before.is_some_and(is_han));
    match c {
        '」' | '』' => true,
        '»' => before.is_some() && next.is_none_or(|next| !next.is_alphanumeric()),
        '’' => {
            before.is_some_and(|before| !before.is_whitespace()) && next.is_none_or(|next| !next.is_alphanumeric())
        }
        _ => before.is_some_and(|before| !before.is_whitespace()) && is_plain,
    }
}

/// Whether a mark that closes as it opens begins another quotation instead.
fn opens_again(c: char, before: Option<char>, next: Option<char>) -> bool {
    c != '"' && before.is_none_or(char::is_whitespace) && begins(next)
}

/// Whether single marks are as many as they open; an apostrophe at the end of a word looks like one that closes.
fn singles_are_even(text: &str) -> bool {
    if !text.contains('‘') {
        return true;
    }
    let letters: Vec<char> = text.chars().collect();
    let at = |index: usize| letters.get(index).copied();
    let before = |index: usize| index.checked_sub(1).and_then(at);
    let german = letters.iter().filter(|c| **c == '‚').count();
    let opening =
        (0..letters.len()).filter(|i| letters[*i] == '‘' && is_break(before(*i)) && begins(at(i + 1))).count();
    let closing = (0..letters.len()).filter(|i| letters[*i] == '’' && closes('’', before(*i), at(i + 1))).count();
    german > 0 || opening == closing
}

#[cfg(test)]
mod tests {
    use super::{Segment, segments};

    fn quoted(text: &str) -> Option<Vec<&str>> {
        let quoted = |segment| match segment {
            Segment::Narrative(_) => None,
            Segment::Quoted(words) | Segment::Unclosed(words, _) => Some(words),
        };
        Some(segments(text)?.into_iter().filter_map(quoted).collect())
    }

    #[test]
    fn every_system() {
        for (text, expected) in [
            ("He said: “We have ‘no’ way”, none.", &["We have ‘no’ way"][..]),
            ("\"Peace first,\" he said. \"Nobody wants it.\"", &["Peace first,", "Nobody wants it."]),
            ("„Wir wollen Frieden“, sagte er.", &["Wir wollen Frieden"]),
            ("»Keine Zölle«, sagte Lee. Niemand. »Das bleibt so.«", &["Keine Zölle", "Das bleibt so."]),
            ("« Oui, c’est l’Europe », a-t-il dit.", &[" Oui, c’est l’Europe "]),
            ("«Мы говорим «да» миру», — сказал он.", &["Мы говорим «да» миру"]),
            ("‘We won’t raise it’, said Lee. It’s so.", &["We won’t raise it"]),
            ("安妮说：「今年『不』会。」他走了", &["今年『不』会。"]),
            ("安妮说“今年不会”。", &["今年不会"]),
            ("قال: ”نعم نحن هنا“، ثم", &["نعم نحن هنا"]),
            ("a 5\" gun", &[]),
        ] {
            assert_eq!(quoted(text).as_deref(), Some(expected), "{text}");
        }
        for uneven in ["He said ”no.", "‘The ministers’ plan’ is", "He “said “no”."] {
            let found = quoted(uneven);
            assert!(
                found.is_none() || matches!(segments(uneven).unwrap().last(), Some(Segment::Unclosed(..))),
                "{uneven}: {found:?}"
            );
        }
    }
}
