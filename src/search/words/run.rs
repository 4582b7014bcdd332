//! Where a text has words: longest runs of letters, digits and marks.

use unicode_normalization::char::is_combining_mark;

/// The runs of a text, as they are written.
pub(in crate::search) struct Runs<'a> {
    rest: &'a str,
}

impl<'a> Runs<'a> {
    /// Those of a text.
    pub(in crate::search) fn of(text: &'a str) -> Runs<'a> {
        Runs { rest: text }
    }
}

impl<'a> Iterator for Runs<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let start = position(self.rest, true);
        self.rest = &self.rest[start..];
        let mut end = position(self.rest, false);
        if end == 0 {
            return None;
        }
        // Few words are followed by a dot, and fewer have one letter.
        if self.rest.as_bytes().get(end) == Some(&b'.') && single(self.rest) == Some(end) {
            while let Some(length) = self.rest[end..].strip_prefix('.').and_then(single) {
                let after = end + 1 + length;
                if position(&self.rest[after..], false) > 0 {
                    break;
                }
                end = after;
            }
        }
        let (run, rest) = self.rest.split_at(end);
        self.rest = rest;
        Some(run)
    }
}

/// What a byte is: [`NEITHER`] or [`WORD`] where it is a character of ASCII, [`LONG`] where it begins or continues another.
const KINDS: [u8; 256] = {
    let mut kinds = [LONG; 256];
    let mut byte = 0;
    while byte < 128 {
        kinds[byte] = if (byte as u8).is_ascii_alphanumeric() { WORD } else { NEITHER };
        byte += 1;
    }
    kinds
};

const NEITHER: u8 = 0;
const WORD: u8 = 1;
const LONG: u8 = 2;

/// Where the first character stands that belongs to a run, or that does not.
fn position(text: &str, belongs: bool) -> usize {
    let (bytes, wanted) = (text.as_bytes(), if belongs { WORD } else { NEITHER });
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let kind = KINDS[usize::from(*byte)];
        if kind == wanted {
            return at;
        }
        if kind != LONG {
            at += 1;
            continue;
        }
        let Some(character) = text[at..].chars().next() else { break };
        if (is_word(character) || is_invisible(character)) == belongs {
            return at;
        }
        at += character.len_utf8();
    }
    bytes.len()
}

/// The length of the letter that a text begins with, with its marks.
fn single(text: &str) -> Option<usize> {
    let mut characters = text.char_indices();
    characters.next().filter(|(_, character)| is_letter(*character))?;
    Some(characters.find(|(_, character)| !is_combining_mark(*character)).map_or(text.len(), |(at, _)| at))
}

/// `\p{L}`.
pub(super) fn is_letter(character: char) -> bool {
    is_word(character) && !character.is_numeric() && !is_combining_mark(character)
}

/// `\p{L}`, `\p{N}` or `\p{M}`.
pub(super) fn is_word(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric();
    }
    (character.is_alphanumeric() && !is_sign(character)) || is_combining_mark(character)
}

/// Letters in circles and squares: Unicode calls them alphabetic, and no letters.
fn is_sign(character: char) -> bool {
    matches!(character,
        '\u{24B6}'..='\u{24E9}' | '\u{1F130}'..='\u{1F149}' | '\u{1F150}'..='\u{1F169}' | '\u{1F170}'..='\u{1F189}')
}

/// What nobody sees within a word: the soft hyphen, joiners, marks of direction.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{61C}' | '\u{200C}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}
