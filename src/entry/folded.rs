//! A text as it is compared: white space, quotation marks, apostrophes and dashes may be written in many ways.

use std::ops::Range;

/// A text as it is compared, with the way back to how it is written.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    text: String,
    /// Where in the original it goes on after a letter that takes another number of bytes there: offset in `text`,
    /// offset in the original.
    jumps: Vec<(u32, u32)>,
    /// Length of the original.
    end: usize,
}

impl Folded {
    /// Folds a text: white space becomes one space, and none beside quotation marks and dashes, of which there is one
    /// form each; invisible marks do not count.
    pub fn of(written: &str) -> Folded {
        let mut folded = Folded { text: String::with_capacity(written.len()), jumps: Vec::new(), end: written.len() };
        let (mut space, mut joins) = (None, true);
        for (at, letter) in written.char_indices() {
            match class(letter) {
                Class::Nothing => {}
                Class::Space => space = space.or(Some(at)),
                Class::Mark(mark) => {
                    // Two hyphens are typed for one dash.
                    if mark != '-' || !folded.text.ends_with('-') {
                        folded.push(mark, at);
                    }
                    (space, joins) = (None, true);
                }
                Class::Letter => {
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

    fn push(&mut self, letter: char, at: usize) {
        let expected =
            self.jumps.last().map_or(0, |(text, written)| *written as usize + self.text.len() - *text as usize);
        if expected != at {
            let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            self.jumps.push((clip(self.text.len()), clip(at)));
        }
        self.text.push(letter);
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Where a part of the folded text is in the original.
    pub fn written(&self, part: Range<usize>) -> Range<usize> {
        let start = self.place(part.start);
        let last = self.text[part.clone()].chars().next_back();
        // The end is that of the last letter, before what is skipped after it; all marks are at least a byte long.
        let end = last.map_or(start, |last| self.place(part.end - last.len_utf8()) + 1);
        start..end
    }

    fn place(&self, offset: usize) -> usize {
        let at = self.jumps.partition_point(|(text, _)| *text as usize <= offset);
        let (text, written) = at.checked_sub(1).map_or((0, 0), |at| self.jumps[at]);
        (written as usize + offset - text as usize).min(self.end)
    }
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
        'a'..='z' | 'A'..='Z' | '0'..='9' => Class::Letter,
        // Soft hyphens, zero-width characters, marks of direction.
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
    use super::Folded;

    #[test]
    fn forms_of_marks_and_spaces_are_one() {
        for (one, other) in [
            ("Don’t say “peace”", "Don't  say\n'peace'"),
            ("« мир » — слово", "\"мир\" - слово"),
            ("so—called", "so — called"),
            ("so -- called", "so – called"),
            ("\u{200f}السلام\u{a0}عليكم", " السلام عليكم "),
            ("co\u{ad}operation", "cooperation"),
        ] {
            assert_eq!(Folded::of(one).as_str(), Folded::of(other).as_str(), "{one}");
        }
        assert_ne!(Folded::of("a b").as_str(), Folded::of("ab").as_str());
        assert_ne!(Folded::of("We").as_str(), Folded::of("we").as_str());
    }

    #[test]
    fn parts_lead_back() {
        let written = "Он:  «мир»\n\n— это “слово”, да.";
        let folded = Folded::of(written);
        for part in ["Он:", "мир", "-это", "слово'", "да."] {
            let at = folded.as_str().find(part).expect(part);
            let back = folded.written(at..at + part.len());
            let back = written.floor_char_boundary(back.start)..written.ceil_char_boundary(back.end);
            assert_eq!(Folded::of(&written[back]).as_str(), part);
        }
    }
}
