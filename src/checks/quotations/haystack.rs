//! A text to search, with an index built on demand.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use memchr::memmem::Finder;

use super::suffixes::Suffixes;
use crate::entry::normalized::Normalized;

/// A normalized text with a suffix array that is built once the text has been searched often.
#[derive(Debug)]
pub(super) struct Haystack {
    folded: Normalized,
    /// Bytes scanned so far; decides when the index is built, never what is found.
    read: AtomicUsize,
    suffixes: OnceLock<Suffixes>,
    letters: OnceLock<Vec<char>>,
}

/// What must surround a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edges {
    /// Between other words.
    Words,
    /// Anywhere; they end with a space.
    Space,
}

/// How many full scans cost as much as sorting the suffixes.
const READINGS: usize = 64;

impl Haystack {
    pub(super) fn of(folded: Normalized) -> Haystack {
        Haystack { folded, read: AtomicUsize::new(0), suffixes: OnceLock::new(), letters: OnceLock::new() }
    }

    /// A haystack that is indexed from the start.
    #[cfg(test)]
    pub(super) fn indexed(folded: Normalized) -> Haystack {
        let haystack = Haystack::of(folded);
        haystack.suffixes.get_or_init(|| haystack.sorted());
        haystack
    }

    pub(super) fn folded(&self) -> &Normalized {
        &self.folded
    }

    pub(super) fn as_str(&self) -> &str {
        self.folded.as_str()
    }

    /// The cases of a letter that occur in the text.
    pub(super) fn forms(&self, letter: char) -> impl Iterator<Item = char> {
        let letters = self.letters.get_or_init(|| {
            let (mut ascii, mut others) = ([false; 128], BTreeSet::new());
            for letter in self.as_str().chars() {
                match ascii.get_mut(letter as usize) {
                    Some(seen) => *seen = true,
                    None => drop(others.insert(letter)),
                }
            }
            (0..128_u8).filter(|byte| ascii[usize::from(*byte)]).map(char::from).chain(others).collect()
        });
        letters.iter().copied().filter(move |form| form.to_lowercase().eq(letter.to_lowercase()))
    }

    /// The suffix array, once the text has been scanned often.
    fn suffixes(&self) -> Option<&Suffixes> {
        let often = self.as_str().len().saturating_mul(READINGS).saturating_add(1 << 16);
        let is_read_often = || self.read.load(Ordering::Relaxed) > often;
        self.suffixes.get().or_else(|| is_read_often().then(|| self.suffixes.get_or_init(|| self.sorted())))
    }

    fn sorted(&self) -> Suffixes {
        Suffixes::of(symbols(self.as_str()), ALPHABET)
    }

    fn note(&self, bytes: usize) {
        self.read.fetch_add(bytes, Ordering::Relaxed);
    }
}

/// A search for words.
pub(super) struct Needle<'a> {
    haystack: &'a Haystack,
    finder: Finder<'a>,
    edges: Edges,
    /// The matching ranges of the suffix array.
    suffixes: OnceCell<Vec<std::ops::Range<usize>>>,
}

impl<'a> Needle<'a> {
    pub(super) fn of(haystack: &'a Haystack, words: &'a str, edges: Edges) -> Needle<'a> {
        Needle { haystack, finder: Finder::new(words), edges, suffixes: OnceCell::new() }
    }

    /// The first place of the words from `from` on.
    pub(super) fn next(&self, from: usize) -> Option<usize> {
        let text = self.haystack.as_str();
        let length = self.finder.needle().len();
        let mut search = from;
        let suffixes = loop {
            if let Some(suffixes) = self.haystack.suffixes() {
                break suffixes;
            }
            let Some(at) = self.finder.find(&text.as_bytes()[search..]).map(|at| at + search) else {
                self.haystack.note(text.len() - search);
                return None;
            };
            self.haystack.note(at - search + length);
            if self.fits(at) {
                return Some(at);
            }
            search = after_letter(text, at);
        };
        // Frequent words are found nearby without the index.
        const NEAR: usize = 256;
        if length < NEAR {
            let end = text.len().min(search + NEAR);
            if let Some(at) = self.finder.find(&text.as_bytes()[search..end]).map(|at| at + search)
                && self.fits(at)
            {
                return Some(at);
            }
        }
        let places = self.suffixes.get_or_init(|| {
            let words = String::from_utf8_lossy(self.finder.needle());
            let mut symbols = symbols(&words);
            let mut found = vec![suffixes.beginning_with(&symbols)];
            // The first word may begin within another, so both forms are searched.
            if let (Edges::Space, Some(first)) = (self.edges, symbols.first_mut().filter(|first| **first & FIRST > 0)) {
                *first &= !FIRST;
                found.push(suffixes.beginning_with(&symbols));
            }
            found
        });
        places.iter().filter_map(|range| suffixes.next(range, search)).min()
    }

    fn fits(&self, at: usize) -> bool {
        let text = self.haystack.as_str();
        self.edges == Edges::Space || is_edge(text, at) && is_edge(text, at + self.finder.needle().len())
    }
}

/// The place after the letter at a place.
pub(super) fn after_letter(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(1, char::len_utf8)
}

/// Letters and digits of scripts with spaces between words and no attached particles: Latin, Greek, Cyrillic.
fn is_in_word(letter: char) -> bool {
    letter.is_alphanumeric() && letter < '\u{530}'
}

/// Whether a position is a word boundary.
pub(super) fn is_edge(text: &str, at: usize) -> bool {
    !(text[..at].chars().next_back().is_some_and(is_in_word) && text[at..].chars().next().is_some_and(is_in_word))
}

/// Set in the first byte of a word.
const FIRST: u16 = 1 << 8;
/// Set in the last byte of a word.
const LAST: u16 = 1 << 9;
/// Symbols are less than this.
const ALPHABET: usize = 1 << 10;

/// The bytes of a text with word boundaries marked, so that equal symbols mean whole-word matches.
fn symbols(text: &str) -> Vec<u16> {
    let mut symbols: Vec<u16> = text.bytes().map(u16::from).collect();
    let mut is_inside = false;
    for (at, letter) in text.char_indices() {
        let was_inside = std::mem::replace(&mut is_inside, is_in_word(letter));
        if is_inside && !was_inside {
            symbols[at] |= FIRST;
        }
        if was_inside && !is_inside {
            symbols[at - 1] |= LAST;
        }
    }
    if let Some(last) = symbols.last_mut().filter(|_| is_inside) {
        *last |= LAST;
    }
    symbols
}
