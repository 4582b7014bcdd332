//! Finds known names in running text.

use std::collections::BTreeSet;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

/// A name that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention<I> {
    /// Where, in bytes.
    pub(super) range: Range<usize>,
    /// What it stands for.
    pub(super) of: I,
}

/// Whether letter case counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// `UN` is not `un`: for names.
    Counts,
    /// For subjects.
    Ignored,
}

/// Names that are looked for in texts.
pub(super) struct NameFinder<I> {
    finder: AhoCorasick,
    /// The record of each name.
    of: Vec<I>,
    case: Case,
}

impl<I: Clone> NameFinder<I> {
    pub(super) fn of(names: &[(I, &str)], case: Case) -> NameFinder<I> {
        let (mut seen, mut patterns, mut of) = (BTreeSet::new(), Vec::new(), Vec::new());
        for (id, name) in names {
            let name = name.trim();
            if name.chars().nth(1).is_some() {
                let pattern = PlainText::of(name, case).pattern();
                if seen.insert(pattern.clone()) {
                    patterns.push(pattern);
                    of.push(id.clone());
                }
            }
        }
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(patterns);
        NameFinder { finder: finder.expect("the names of a site have less than 2 GB"), of, case }
    }

    /// The names in a text, whole words only, in order; where several begin at one place, the longest. Dashes,
    /// apostrophes and white space count as their plain forms.
    pub(super) fn find(&self, text: &str) -> Vec<Mention<I>> {
        let plain = PlainText::of(text, self.case);
        let found = self.finder.find_iter(&plain.text);
        let mention = |found: aho_corasick::Match| Mention {
            range: plain.offsets[found.start() + START.len_utf8()]..plain.offsets[found.end() - END.len_utf8()],
            of: self.of[found.pattern().as_usize()].clone(),
        };
        found.map(mention).collect()
    }
}

/// Marks a position where a word may begin.
const START: char = '\u{2}';
/// Marks a position where a word has ended.
const END: char = '\u{1}';

/// A normalized text with word boundaries marked.
struct PlainText {
    text: String,
    /// The offset in the original for each byte.
    offsets: Vec<usize>,
}

impl PlainText {
    fn of(text: &str, case: Case) -> PlainText {
        let mut plain = PlainText { text: String::with_capacity(text.len() * 2), offsets: Vec::new() };
        let mut is_inside = false;
        for (at, letter) in text.char_indices() {
            let letter = plain_form(letter, case);
            let was_inside = std::mem::replace(&mut is_inside, letter.is_alphanumeric());
            let (end, start) = ((!is_inside).then_some(END), (!was_inside).then_some(START));
            end.into_iter().chain(start).chain([letter]).for_each(|letter| plain.push(letter, at));
        }
        plain.push(END, text.len());
        plain
    }

    fn push(&mut self, letter: char, at: usize) {
        self.text.push(letter);
        self.offsets.resize(self.text.len(), at);
    }

    /// The text from where its first letter can begin.
    fn pattern(self) -> String {
        self.text[self.text.find(START).unwrap_or(0)..].to_owned()
    }
}

fn plain_form(letter: char, case: Case) -> char {
    match letter {
        '’' | 'ʼ' | '‘' => '\'',
        '–' | '—' | '‑' | '−' => '-',
        letter if letter.is_whitespace() => ' ',
        // Letters whose lower case is several letters are kept.
        letter if case == Case::Ignored => {
            Some(letter.to_lowercase()).filter(|l| l.len() == 1).and_then(|mut l| l.next()).unwrap_or(letter)
        }
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::{Case, Mention, NameFinder};

    fn find<I: Clone>(text: &str, names: &[(I, &str)], case: Case) -> Vec<Mention<I>> {
        NameFinder::of(names, case).find(text)
    }

    #[test]
    fn whole_names_the_longest_first() {
        let names = [
            (1, "Lavrov"),
            (1, "Sergei Lavrov"),
            (2, "UN"),
            (3, "United Nations"),
            (4, "Russia - Islamic World Group"),
            (5, ""),
        ];
        let text = "Sergei Lavrov’s UN visit: Lavrova, the United\nNations, the Russia – Islamic World Group; un, FUN";
        let found = find(text, &names, Case::Counts);
        let found: Vec<_> = found.iter().map(|mention| (mention.of, &text[mention.range.clone()])).collect();
        assert_eq!(
            found,
            [(1, "Sergei Lavrov"), (2, "UN"), (3, "United\nNations"), (4, "Russia – Islamic World Group")]
        );
        let found = find("the islamic World", &[(1, "Islamic world")], Case::Ignored);
        assert_eq!(found.len(), 1);
        assert_eq!(find("Islamic world", &[(1, "Islamic World")], Case::Counts), []);
    }
}
