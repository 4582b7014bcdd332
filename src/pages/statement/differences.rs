//! The differences between two wordings, word by word; in scripts that do not part words by spaces, character by character.

use std::cmp::Ordering;
use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};
use unicode_normalization::char::is_combining_mark;
use xxhash_rust::xxh3::xxh3_64;

use crate::entry::normalized::Normalized;
use crate::search::{is_invisible, is_paired};

/// Wordings of more words and marks of punctuation than this are not compared: the time that takes grows faster than they do.
pub(super) const MOST: usize = 1_000;

/// The words of a text, with its marks of punctuation, to be compared with those of others.
#[derive(Debug)]
pub(super) struct Tokens {
    ranges: Vec<Range<usize>>,
    /// What they are but for forms of quotation marks, dashes and letters with marks.
    keys: Vec<Box<str>>,
    /// The hashes of those that are words, sorted.
    words: Vec<u64>,
}

/// How two wordings compare.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    /// Word for word the same.
    Same,
    /// What of each is not in the other, in bytes, in order.
    Different([Vec<Range<usize>>; 2]),
    /// They have so little in common that marks would say nothing.
    Unlike,
}

impl Tokens {
    /// Those of some parts of a text; none where they have more than [`MOST`].
    pub(super) fn of(text: &str, parts: impl Iterator<Item = Range<usize>>) -> Option<Tokens> {
        let mut tokens = Tokens { ranges: Vec::new(), keys: Vec::new(), words: Vec::new() };
        for part in parts {
            tokens.add(text, part)?;
        }
        tokens.words.sort_unstable();
        Some(tokens)
    }

    /// Adds those of a part of a text; none where they are more than [`MOST`] then.
    fn add(&mut self, text: &str, part: Range<usize>) -> Option<()> {
        let mut at = part.start;
        while let Some(first) = text[at..part.end].chars().next() {
            let end = at + token(&text[at..part.end]);
            let range = at..end;
            at = end;
            if first.is_whitespace() || is_invisible(first) {
                continue;
            }
            let key: Box<str> = Normalized::of(&text[range.clone()]).as_str().into();
            // Marks around words that are a quotation anyway say nothing.
            if matches!(&*key, "" | "'") {
                continue;
            }
            if self.ranges.len() == MOST {
                return None;
            }
            if first.is_alphanumeric() {
                self.words.push(xxh3_64(key.as_bytes()));
            }
            self.ranges.push(range);
            self.keys.push(key);
        }
        Some(())
    }

    /// How many words two texts have in common, in thousandths of all that they have, whatever their order.
    pub(super) fn nearness(&self, other: &Tokens) -> usize {
        let (mut common, mut one, mut two) = (0, self.words.as_slice(), other.words.as_slice());
        while let ([first, rest @ ..], [second, others @ ..]) = (one, two) {
            match first.cmp(second) {
                Ordering::Less => one = rest,
                Ordering::Greater => two = others,
                Ordering::Equal => (common, one, two) = (common + 1, rest, others),
            }
        }
        2_000 * common / (self.words.len() + other.words.len()).max(1)
    }

    /// Compares an earlier wording with a later one.
    pub(super) fn compared(&self, later: &Tokens) -> Comparison {
        if self.keys == later.keys {
            return Comparison::Same;
        }
        // Wordings that share few words in any order share fewer in the same.
        if self.nearness(later) < LEAST {
            return Comparison::Unlike;
        }
        let (mut gone, mut new) = (Vec::new(), Vec::new());
        let mut kept = 0;
        // Without a deadline, so that the same texts always give the same; its time is bounded by the number of tokens.
        for op in capture_diff_slices(Algorithm::Myers, &self.keys, &later.keys) {
            let (tag, before, after) = op.as_tag_tuple();
            if tag == DiffTag::Equal {
                kept += self.keys[before].iter().filter(|key| key.starts_with(char::is_alphanumeric)).count();
                continue;
            }
            gone.extend(self.stretch(before));
            new.extend(later.stretch(after));
        }
        if 2_000 * kept / (self.words.len() + later.words.len()).max(1) < LEAST {
            return Comparison::Unlike;
        }
        Comparison::Different([gone, new])
    }

    /// Where some neighbouring tokens stand, from the first to the last.
    fn stretch(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let tokens = &self.ranges[tokens];
        Some(tokens.first()?.start..tokens.last()?.end)
    }
}

/// How many thousandths of their words two wordings share at least, so that the others are marked.
const LEAST: usize = 300;

/// The length of the first token of a text: a word; a character of a script that does not part words; any other one.
fn token(text: &str) -> usize {
    let mut letters = text.char_indices().peekable();
    let Some((_, first)) = letters.next() else { return 0 };
    let is_word = |letter: char| letter.is_alphanumeric() && !is_paired(letter);
    let mut before = first;
    while let Some((at, letter)) = letters.peek().copied() {
        let next = text[at + letter.len_utf8()..].chars().next();
        // A mark belongs to what it stands on.
        let goes_on = is_combining_mark(letter)
            // Two hyphens stand for one dash.
            || first == '-' && letter == '-'
            || is_word(first) && (is_word(letter) || is_invisible(letter) || joins(before, letter, next));
        if !goes_on {
            return at;
        }
        before = letter;
        letters.next();
    }
    text.len()
}

/// Whether a character between two others is part of one word or number with them: `don’t`, `co-operation`, `2,000`.
fn joins(before: char, letter: char, next: Option<char>) -> bool {
    let around = |is: fn(char) -> bool| is(before) && next.is_some_and(is);
    match letter {
        '\'' | '’' | '-' | '‐' | '‑' | '·' => {
            around(|letter| letter.is_alphanumeric() && !is_paired(letter) || is_combining_mark(letter))
        }
        '.' | ',' | '٫' | '٬' => around(char::is_numeric),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Comparison, MOST, Tokens};

    fn tokens(text: &str) -> Tokens {
        Tokens::of(text, std::iter::once(0..text.len())).expect("a short text")
    }

    /// The words that are gone, and those that are new.
    fn changes<'a>(earlier: &'a str, later: &'a str) -> [Vec<&'a str>; 2] {
        match tokens(earlier).compared(&tokens(later)) {
            Comparison::Different([gone, new]) => [
                gone.into_iter().map(|range| &earlier[range]).collect(),
                new.into_iter().map(|range| &later[range]).collect(),
            ],
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn words_and_marks_are_told_apart() {
        let of =
            |text: &'static str| -> Vec<&str> { tokens(text).ranges.into_iter().map(|range| &text[range]).collect() };
        assert_eq!(
            of("We don’t, in 2,000.5 co-operate —\n“no”."),
            ["We", "don’t", ",", "in", "2,000.5", "co-operate", "—", "no", "."]
        );
        assert_eq!(of("我们 2023年のThai ไทยที่"), ["我", "们", "2023", "年", "の", "Thai", "ไ", "ท", "ย", "ที่"]);
        assert_eq!(of("e\u{301}te\u{301} می‌خواهم قالَ"), ["e\u{301}te\u{301}", "می‌خواهم", "قالَ"]);
        assert!(of(" \u{200b}\u{2060} ").is_empty());
    }

    #[test]
    fn what_differs() {
        let earlier = "We want peace and trade with all neighbours.";
        assert_eq!(
            changes(earlier, "We still want peace with all our neighbours."),
            [vec!["and trade"], vec!["still", "our"]]
        );
        assert_eq!(changes("نريد السلام مع الجميع", "نريد السلام والتجارة مع الجميع"), [vec![], vec!["والتجارة"]]);
        assert_eq!(changes("我们希望和平与贸易。", "我们一贯希望和平。"), [vec!["与贸易"], vec!["一贯"]]);
    }

    #[test]
    fn forms_of_marks_make_no_difference() {
        assert_eq!(tokens("“Peace” — now,\ncafe\u{301}").compared(&tokens("\"Peace\" - now, café")), Comparison::Same);
        assert_eq!(tokens("«Peace, now»").compared(&tokens("Peace, “now”")), Comparison::Same);
        assert_eq!(tokens("").compared(&tokens("")), Comparison::Same);
        assert_eq!(changes("We want Peace", "We want peace"), [vec!["Peace"], vec!["peace"]]);
    }

    #[test]
    fn what_has_little_in_common_is_not_marked() {
        let earlier = tokens("We want peace and trade with all neighbours.");
        assert_eq!(earlier.compared(&tokens("The bridge is open, and the water is low.")), Comparison::Unlike);
        // The same words in the order of another text.
        let backwards = |count: usize| (0..count).rev().map(|word| format!("w{word} ")).collect::<String>();
        let forwards = |count: usize| (0..count).map(|word| format!("w{word} ")).collect::<String>();
        assert_eq!(tokens(&forwards(500)).nearness(&tokens(&backwards(500))), 1_000);
        assert_eq!(tokens(&forwards(500)).compared(&tokens(&backwards(500))), Comparison::Unlike);
    }

    #[test]
    fn the_nearest_wording_has_most_words_in_common() {
        let of = |other: &str| tokens("We want peace and trade.").nearness(&tokens(other));
        assert!(of("We want peace, and trade!") > of("We want peace."));
        assert!(of("We want peace.") > of("The bridge is open, and so on."));
        assert_eq!([of(""), of("…"), tokens("").nearness(&tokens(""))], [0; 3]);
    }

    #[test]
    fn a_long_text_is_not_compared() {
        let is_compared = |text: String| Tokens::of(&text, std::iter::once(0..text.len())).is_some();
        assert!(is_compared("word ".repeat(MOST)));
        assert!(!is_compared("word ".repeat(MOST + 1)) && !is_compared("字".repeat(MOST + 1)));
    }
}
