//! Marks of direction (U+200E, U+200F, U+061C): where they are for something.

use std::ops::Range;

use super::escapes;

/// The marks of direction in a text whose front matter ends at some byte. They are for something wherever a text has letters that
/// are written from right to left, since the signs and digits that they act on have no direction of their own; but not within an
/// address of the web, which they would break, nor within a word of other letters, which nobody would find.
pub(super) struct Marks<'t> {
    pub(super) text: &'t str,
    pub(super) matter_end: usize,
    /// Where marks are for nothing, in order; found with the first mark, since most texts have none.
    useless: Option<Vec<Range<usize>>>,
}

impl<'t> Marks<'t> {
    pub(super) fn new(text: &'t str, matter_end: usize) -> Marks<'t> {
        Marks { text, matter_end, useless: None }
    }

    /// Whether the mark at byte `at`, which may be written by its number or name, is for something.
    pub(super) fn has_use(&mut self, at: usize) -> bool {
        let useless = self.useless.get_or_insert_with(|| useless(self.text, self.matter_end));
        let next = useless.partition_point(|range| range.end <= at);
        useless.get(next).is_none_or(|range| at < range.start)
    }
}

/// Where marks of direction in a text are for nothing, in order. Each character is read once.
fn useless(text: &str, matter_end: usize) -> Vec<Range<usize>> {
    let (mut useless, mut has_right_to_left) = (Vec::new(), false);
    let (mut before, mut in_address) = (None, false);
    // The marks that stand one behind another since the last character that is none.
    let mut marks: Option<Range<usize>> = None;
    for (range, letter) in escapes::decoded(text, matter_end) {
        if is_direction_mark(letter) {
            match &mut marks {
                _ if in_address => useless.push(range),
                Some(marks) => marks.end = range.end,
                None => marks = Some(range),
            }
            continue;
        }
        has_right_to_left |= is_right_to_left(letter);
        let is_in_word = [before, Some(letter)].iter().all(|beside| beside.is_some_and(is_of_other_word));
        useless.extend(marks.take().filter(|_| is_in_word));
        before = Some(letter);
        in_address = (in_address || letter == '/' && text[..range.end].ends_with("://")) && !ends_address(letter);
    }
    if has_right_to_left { useless } else { std::iter::once(0..text.len()).collect() }
}

/// Whether a character is a letter or digit that is not written from right to left.
fn is_of_other_word(letter: char) -> bool {
    letter.is_alphanumeric() && !is_right_to_left(letter)
}

/// Whether an address of the web ends before a character.
fn ends_address(letter: char) -> bool {
    letter.is_whitespace() || "()<>[]\"'`".contains(letter)
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
