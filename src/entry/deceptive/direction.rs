//! Marks of direction (U+200E, U+200F, U+061C): beside which letters they are for something.

use std::ops::Range;

use super::escapes;

/// So many characters around a mark are looked at.
const MOST: usize = 64;

/// The characters between which one stands that takes some bytes: of a mark of direction the nearest letters of its line, since what
/// it acts on, signs and digits, has no direction of its own.
pub(super) fn beside(text: &str, range: Range<usize>, letter: char) -> [Option<char>; 2] {
    let (mut before, mut after) = (text[..range.start].chars().rev(), text[range.end..].chars());
    if !is_direction_mark(letter) {
        return [before.next(), after.next()];
    }
    if is_in_web_address(&text[..range.start]) {
        return [None, None];
    }
    [before.take(MOST).find(decides), after.take(MOST).find(decides)]
}

/// The same for a mark of direction that is written by its number or name, with what is written so beside it.
pub(super) fn beside_written(text: &str, range: Range<usize>, matter_end: usize) -> [Option<char>; 2] {
    /// As many bytes as so many characters can take by their numbers.
    const WINDOW: usize = MOST * 10;
    let near = text.floor_char_boundary(range.start.saturating_sub(WINDOW))
        ..text.floor_char_boundary(range.end.saturating_add(WINDOW));
    let decoded = |part: Range<usize>| {
        let (text, mut letters, mut done) = (&text[part.clone()], String::new(), 0);
        for (written, letter) in escapes::find(text, matter_end.saturating_sub(part.start)) {
            letters.push_str(&text[done..written.start]);
            letters.push(letter);
            done = written.end;
        }
        letters + &text[done..]
    };
    let (before, after) = (decoded(near.start..range.start), decoded(range.end..near.end));
    [before.chars().rev().take(MOST).find(decides), after.chars().take(MOST).find(decides)]
}

/// Whether it is decided by a character what a mark of direction beside it is for: by letters, and by the end of the line.
fn decides(letter: &char) -> bool {
    *letter == '\n' || letter.is_alphabetic() || is_right_to_left(*letter)
}

/// Whether a text ends within an address of the web, which a mark would break.
fn is_in_web_address(before: &str) -> bool {
    /// The most characters of an address that are looked at.
    const LONGEST: usize = 256;
    let is_end = |(_, c): &(usize, char)| c.is_whitespace() || "()<>[]\"'`".contains(*c);
    let end = before.char_indices().rev().take(LONGEST).take_while(|c| !is_end(c)).last();
    end.is_some_and(|(start, _)| before[start..].contains("://"))
}

/// Whether a character is a mark of direction, which is typed beside signs and digits where texts go from right to left.
pub(super) fn is_direction_mark(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// Whether it is a letter that is written from right to left: Hebrew, Arabic, Syriac, Thaana, N’Ko and others.
pub(super) fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{5d0}'..='\u{5f2}' | '\u{620}'..='\u{65f}' | '\u{66e}'..='\u{6d5}' | '\u{6e5}'..='\u{6ef}'
        | '\u{6fa}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fdfb}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
