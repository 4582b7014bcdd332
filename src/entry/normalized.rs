//! Normalization of texts for comparison: one form of white space, quotation marks, apostrophes and dashes, and Unicode
//! normalization form C.

use std::ops::Range;

use unicode_normalization::char::{compose, is_combining_mark};

/// A normalized text with a mapping back to the original.
#[derive(Clone, Debug, Default)]
pub(crate) struct Normalized {
    text: String,
    /// Offset pairs (in `text`, in the original) at which the distance between the two changes.
    jumps: Vec<(u32, u32)>,
}

impl Normalized {
    /// Normalizes a text: white space is collapsed, and removed beside quotation marks and dashes, which have one form
    /// each; invisible characters are dropped; letters are composed with combining marks (NFC).
    pub(crate) fn of(written: &str) -> Normalized {
        let mut folded = Normalized { text: String::with_capacity(written.len()), jumps: Vec::new() };
        let (mut space, mut joins) = (None, true);
        let mut rest = written;
        while let Some(letter) = rest.chars().next() {
            let at = written.len() - rest.len();
            // Fast path: ASCII letters and digits are copied a word at a time.
            let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
            if plain > 0 {
                if let Some(at) = space.take().filter(|_| !joins) {
                    folded.push(' ', at);
                }
                folded.push_str(&rest[..plain], at);
                joins = false;
                rest = &rest[plain..];
                continue;
            }
            rest = &rest[letter.len_utf8()..];
            match class(letter) {
                Class::Nothing => {}
                Class::Space => space = space.or(Some(at)),
                Class::Mark(mark) => {
                    // Two hyphens stand for one dash.
                    if mark != '-' || !folded.text.ends_with('-') {
                        folded.push(mark, at);
                    }
                    (space, joins) = (None, true);
                }
                Class::Letter => {
                    if can_join(letter) && space.is_none() && folded.compose(letter) {
                        continue;
                    }
                    if let Some(at) = space.take().filter(|_| !joins) {
                        folded.push(' ', at);
                    }
                    folded.push(letter, at);
                    joins = false;
                }
            }
        }
        folded
    }

    /// Composes a combining mark with the letter before it, if Unicode has a character for both.
    fn compose(&mut self, mark: char) -> bool {
        let Some(both) = self.text.chars().next_back().and_then(|letter| compose(letter, mark)) else { return false };
        self.text.pop();
        self.text.push(both);
        true
    }

    fn push(&mut self, letter: char, at: usize) {
        self.push_str(letter.encode_utf8(&mut [0; 4]), at);
    }

    /// Appends unchanged letters from byte `at` of the original.
    fn push_str(&mut self, letters: &str, at: usize) {
        let expected =
            self.jumps.last().map_or(0, |(text, written)| *written as usize + self.text.len() - *text as usize);
        if expected != at {
            let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            self.jumps.push((clip(self.text.len()), clip(at)));
        }
        self.text.push_str(letters);
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Maps a range of the normalized text to the original `written`, extended to whole letters with their combining
    /// marks.
    pub(crate) fn written(&self, written: &str, part: Range<usize>) -> Range<usize> {
        let start = self.place(part.start).min(written.len());
        let Some(last) = self.text[part.clone()].chars().next_back() else { return start..start };
        // End after the last letter, before characters that were dropped behind it.
        let last = self.place(part.end - last.len_utf8()).min(written.len());
        let mut letters = written[last..].char_indices().skip(1);
        let end = letters.find(|(_, letter)| *letter < FIRST_MARK || !is_combining_mark(*letter));
        start..end.map_or(written.len(), |(length, _)| last + length)
    }

    fn place(&self, offset: usize) -> usize {
        let at = self.jumps.partition_point(|(text, _)| *text as usize <= offset);
        let (text, written) = at.checked_sub(1).map_or((0, 0), |at| self.jumps[at]);
        written as usize + offset - text as usize
    }
}

/// The first combining mark; no lower character combines.
const FIRST_MARK: char = '\u{300}';

/// Whether a character may be a combining mark; letters of Greek, Cyrillic, Hebrew and Arabic are not.
fn can_join(letter: char) -> bool {
    matches!(letter, FIRST_MARK..='\u{36f}' | '\u{653}'..='\u{655}' | '\u{93c}'..)
}

enum Class {
    Nothing,
    Space,
    /// A quotation mark, an apostrophe or a dash, in its one form.
    Mark(char),
    Letter,
}

fn class(letter: char) -> Class {
    match letter {
        // Soft hyphens, zero-width characters, directional marks.
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => Class::Nothing,
        '"' | '\'' | '`' | '´' | '«' | '»' | '‘'..='‟' | '′' | '″' | '‹' | '›' | '＂' | '＇' | '「' | '」' => {
            Class::Mark('\'')
        }
        '-' | '‐'..='―' | '−' => Class::Mark('-'),
        letter if letter.is_whitespace() => Class::Space,
        _ => Class::Letter,
    }
}

#[cfg(test)]
mod tests {
    use super::Normalized;

    #[test]
    fn forms_of_marks_and_spaces_are_one() {
        for (one, other) in [
            ("Don’t say “peace”", "Don't  say\n'peace'"),
            ("« мир » — слово", "\"мир\" - слово"),
            ("so—called", "so — called"),
            ("so -- called", "so – called"),
            ("\u{200f}السلام\u{a0}عليكم", " السلام عليكم "),
            ("co\u{ad}operation", "cooperation"),
            ("cafe\u{301} Иса\u{438}\u{306}", "café Исай"),
        ] {
            assert_eq!(Normalized::of(one).as_str(), Normalized::of(other).as_str(), "{one}");
        }
        assert_ne!(Normalized::of("a b").as_str(), Normalized::of("ab").as_str());
        assert_ne!(Normalized::of("We").as_str(), Normalized::of("we").as_str());
    }

    #[test]
    fn parts_lead_back() {
        let written = "Он:  «мир»\n\n— это “слово”, да.";
        let folded = Normalized::of(written);
        for part in ["Он:", "мир", "-это", "слово'", "да."] {
            let at = folded.as_str().find(part).expect(part);
            let back = folded.written(written, at..at + part.len());
            assert_eq!(Normalized::of(&written[back]).as_str(), part);
        }
        let written = "Re\u{301}sume\u{301}, Исаи\u{306}";
        let folded = Normalized::of(written);
        for (part, there) in
            [("Résumé", "Re\u{301}sume\u{301}"), ("й", "и\u{306}"), ("s", "s"), ("Исай", "Исаи\u{306}")]
        {
            let at = folded.as_str().find(part).expect(part);
            assert_eq!(&written[folded.written(written, at..at + part.len())], there);
        }
    }
}
