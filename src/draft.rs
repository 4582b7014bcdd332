//! Drafts of new records: the text of a file from what is known so far. What is not known is marked by a placeholder,
//! which the checks refuse until it is filled in.
//!
//! A draft is only text. It becomes a record by the same parser as any other.

mod authority;
mod body;
mod clauses;
mod dates;
mod han;
mod headline;
mod inserts;
mod labels;
mod letters;
mod marks;
mod mentions;
mod names;
mod notes;
mod occasion;
mod offices;
mod people;
mod plain;
mod prose;
mod quotations;
mod recognition;
mod report;
mod signatures;
mod stage;
mod statement;
mod turns;
mod units;
mod words;
mod yaml;

pub use authority::{Authority, Office};
pub use recognition::{Recognition, recognize};
pub use statement::{Block, Source, Statement};

use sha2::{Digest, Sha256};

/// The SHA-256 of a kept text, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::quotations::folded;
    use super::{dates, marks, report};

    /// Numbers that look random and are the same in every run (xorshift).
    struct Numbers(u64);

    impl Numbers {
        fn below(&mut self, end: usize) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            usize::try_from(self.0 % end.max(1) as u64).unwrap_or_default()
        }
    }

    #[test]
    fn any_text_is_taken_apart_and_no_word_is_made_up() {
        let seed = include_str!("../content/sources/2023-03-06-tass.txt");
        let scraps = [
            "\"", "“", "”", "«", "»", "\n\n", "\n", " ", "/TASS/", "©", ",", ".", "6 March", "2023", "é", "😀", "\r\n",
            "(",
        ];
        let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
        let mut quoted = 0;
        for _ in 0..300 {
            let mut text: Vec<char> = seed.chars().collect();
            for _ in 0..numbers.below(40) {
                let at = numbers.below(text.len() + 1);
                match numbers.below(30) {
                    0 => text.truncate(at.max(40)),
                    1..=10 => drop(text.drain(at.min(text.len())..(at + numbers.below(60)).min(text.len()))),
                    _ => drop(text.splice(at..at, scraps[numbers.below(scraps.len())].chars())),
                }
            }
            let text: String = text.into_iter().collect();
            let read = report::read(&text, &|_| false);
            for found in dates::find(&text, Some(2023)) {
                assert!(text.is_char_boundary(found.range.start) && text.is_char_boundary(found.range.end));
            }
            let whole = folded(&text);
            for segment in read.paragraphs.iter().filter_map(|paragraph| marks::segments(paragraph)).flatten() {
                if let marks::Segment::Quoted(words) = segment {
                    assert!(whole.contains(&folded(words)), "{words:?} in {text}");
                    quoted += 1;
                }
            }
        }
        assert!(quoted > 300, "only {quoted} passages were found");
    }
}
