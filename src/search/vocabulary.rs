//! All words that occur, each with a number. A word is a form with its stem, or with none if it is a stop word; the same form
//! can be several words, in several languages.
//!
//! The numbers depend on the order in which texts are read. No file does: those are made in the order of the letters.

use std::sync::Mutex;

use bitcode::{Decode, Encode};
use rustc_hash::FxHashMap;

use super::stems::{self, LanguageRules};
use super::terms::{Term, Terms};
use super::words::{Runs, cut, folded, has_pairs, split, unfolded};
use crate::language::Language;
use crate::sync;

/// Words with their numbers, to which those of more texts can be added from several threads.
#[derive(Default)]
pub(crate) struct Vocabulary {
    table: Mutex<Table>,
    idle: Mutex<Vec<WordCaches>>,
}

/// All words: what is kept of a vocabulary.
#[derive(Clone, Debug, Default, Encode, Decode)]
pub(crate) struct Words {
    /// All forms and stems, one after another, and where each ends.
    texts: String,
    ends: Vec<u32>,
    words: Vec<Word>,
}

/// A form and its stem, as numbers of texts; [`NO_STEM`] for a stop word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Encode, Decode)]
pub(super) struct Word {
    pub(super) form: u32,
    pub(super) stem: u32,
}

/// In place of the stem of a stop word.
pub(super) const NO_STEM: u32 = u32::MAX;

/// Words, and how they are found.
#[derive(Default)]
struct Table {
    words: Words,
    by_text: FxHashMap<Box<str>, u32>,
    by_word: FxHashMap<Word, u32>,
}

impl Vocabulary {
    /// One with words that were kept.
    pub(crate) fn of(words: Words) -> Vocabulary {
        let by_text = (0..words.texts() as u32).map(|text| (words.text(text).into(), text)).collect();
        let by_word = words.words.iter().copied().zip(0..).collect();
        Vocabulary { table: Mutex::new(Table { words, by_text, by_word }), idle: Mutex::default() }
    }

    /// Someone to read texts; each thread has its own, and they remember what they have read before.
    pub(crate) fn reader(&self) -> Reader<'_> {
        Reader { vocabulary: self, caches: sync::lock(&self.idle).pop().unwrap_or_default() }
    }

    /// The words, when all texts are read.
    pub(crate) fn into_words(self) -> Words {
        sync::into_inner(self.table).words
    }

    fn word(&self, form: &str, stem: Option<&str>) -> u32 {
        let mut table = sync::lock(&self.table);
        let form = table.text(form);
        let stem = stem.map_or(NO_STEM, |stem| table.text(stem));
        let word = Word { form, stem };
        let next = table.words.words.len() as u32;
        let number = *table.by_word.entry(word).or_insert(next);
        if number == next {
            table.words.words.push(word);
        }
        number
    }
}

impl Table {
    fn text(&mut self, text: &str) -> u32 {
        if let Some(number) = self.by_text.get(text) {
            return *number;
        }
        let number = self.words.texts() as u32;
        self.words.texts.push_str(text);
        self.words.ends.push(self.words.texts.len() as u32);
        self.by_text.insert(text.into(), number);
        number
    }
}

impl Words {
    /// How many texts there are.
    pub(super) fn texts(&self) -> usize {
        self.ends.len()
    }

    /// A text.
    pub(super) fn text(&self, text: u32) -> &str {
        let text = text as usize;
        let start = text.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.texts[start..self.ends[text] as usize]
    }

    /// All words, by their numbers.
    pub(super) fn all(&self) -> &[Word] {
        &self.words
    }
}

/// Reads texts, and adds their words to a vocabulary.
pub(crate) struct Reader<'a> {
    vocabulary: &'a Vocabulary,
    caches: WordCaches,
}

/// The numbers of words as they were written, for each language that has rules of its own; all others share one.
#[derive(Default)]
struct WordCaches(Vec<(String, LanguageRules, WordCache)>);

/// Words as they were written. Most are short enough to be compared as numbers.
#[derive(Default)]
struct WordCache {
    short: FxHashMap<u128, CachedWord>,
    long: FxHashMap<Box<str>, CachedWord>,
}

/// A cache that has so many words begins anew: no text can make it grow further. The open vocabulary of 100,000 statements has
/// fewer.
const MOST_CACHED: usize = 1 << 18;

/// What a run of letters stands for.
#[derive(Clone, Copy)]
enum CachedWord {
    Nothing,
    Word(u32),
    /// Several words: scripts without spaces.
    Several,
}

/// A run of more bytes is not cached.
const LONGEST_CACHED: usize = 100;

impl Reader<'_> {
    /// Adds a block of text in a language to the terms of a statement.
    pub(crate) fn block(&mut self, language: &Language, text: &str, terms: &mut Terms) {
        let (rules, cache) = self.caches.of(language);
        for run in Runs::of(text) {
            read(self.vocabulary, rules, cache, run, terms);
        }
        terms.push(Term::End);
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        sync::lock(&self.vocabulary.idle).push(std::mem::take(&mut self.caches));
    }
}

fn read(vocabulary: &Vocabulary, rules: &LanguageRules, cache: &mut WordCache, run: &str, terms: &mut Terms) {
    match cache.get(run) {
        Some(CachedWord::Nothing) => return,
        Some(CachedWord::Word(word)) => return terms.push(Term::Word(word)),
        Some(CachedWord::Several) | None => {}
    }
    let form = folded(run);
    let mut words = 0;
    if has_pairs(&form) {
        split(&form, |word| {
            words += 1;
            if words > 1 || word.len() < form.len() {
                words = 2;
                read(vocabulary, rules, cache, word, terms);
            }
        });
    }
    let word = match (words, cut(&form)) {
        (2.., _) => CachedWord::Several,
        (_, "") => CachedWord::Nothing,
        (1, form) => CachedWord::Word(vocabulary.word(form, Some(form).filter(|form| !rules.is_stop_word(form)))),
        (_, form) if rules.is_stop_word(form) => CachedWord::Word(vocabulary.word(form, None)),
        (_, form) => {
            let stem = if run.is_ascii() { rules.stem(form) } else { rules.stem(&unfolded(run)) };
            CachedWord::Word(vocabulary.word(form, Some(stem.as_deref().unwrap_or(form))))
        }
    };
    cache.set(run, word);
    if let CachedWord::Word(word) = word {
        terms.push(Term::Word(word));
    }
}

impl WordCaches {
    /// The rules of a language, and the words that were read by them.
    fn of(&mut self, language: &Language) -> (&LanguageRules, &mut WordCache) {
        let name = stems::name(language);
        let caches = &mut self.0;
        let position = caches.iter().position(|(known, ..)| *known == name).unwrap_or_else(|| {
            caches.push((name.to_owned(), LanguageRules::of(language), WordCache::default()));
            caches.len() - 1
        });
        let (_, rules, cache) = &mut caches[position];
        (rules, cache)
    }
}

impl WordCache {
    fn get(&self, run: &str) -> Option<CachedWord> {
        match packed(run) {
            Some(packed) => self.short.get(&packed).copied(),
            None => self.long.get(run).copied(),
        }
    }

    fn set(&mut self, run: &str, word: CachedWord) {
        if self.short.len() + self.long.len() >= MOST_CACHED {
            *self = WordCache::default();
        }
        match packed(run) {
            Some(packed) => drop(self.short.insert(packed, word)),
            None if run.len() <= LONGEST_CACHED => drop(self.long.insert(run.into(), word)),
            None => {}
        }
    }
}

/// The bytes of a short run, with their number. They are taken in pieces of fixed lengths, which is several times as fast as
/// to copy them.
fn packed(run: &str) -> Option<u128> {
    let bytes = run.as_bytes();
    let length = bytes.len();
    let (low, high) = match length {
        0 => (0, 0),
        1..4 => (u64::from(bytes[0]) | u64::from(bytes[length / 2]) << 8 | u64::from(bytes[length - 1]) << 16, 0),
        4..8 => {
            let (first, last) = (bytes.first_chunk()?, bytes.last_chunk()?);
            (u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (8 * (length - 4)), 0)
        }
        8 => (u64::from_le_bytes(*bytes.first_chunk()?), 0),
        9..16 => {
            let (first, last) = (bytes.first_chunk()?, bytes.last_chunk()?);
            (u64::from_le_bytes(*first), u64::from_le_bytes(*last) >> (8 * (16 - length)))
        }
        _ => return None,
    };
    Some(u128::from(low) | u128::from(high | (length as u64) << 56) << 64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look<T>(vocabulary: &Vocabulary, at: impl FnOnce(&Words) -> T) -> T {
        at(&sync::lock(&vocabulary.table).words)
    }

    /// The words of a text: form and stem.
    fn words(vocabulary: &Vocabulary, language: &str, text: &str) -> Vec<(String, String)> {
        let mut terms = Terms::default();
        vocabulary.reader().block(&language.parse().unwrap(), text, &mut terms);
        look(vocabulary, |words| {
            let word = |term| match term {
                Term::Word(word) => {
                    let Word { form, stem } = words.all()[word as usize];
                    let stem = if stem == NO_STEM { "-" } else { words.text(stem) };
                    (words.text(form).to_owned(), stem.to_owned())
                }
                Term::End => ("|".to_owned(), String::new()),
            };
            terms.iter().map(word).collect()
        })
    }

    #[test]
    fn words_have_forms_and_stems_by_language() {
        let vocabulary = Vocabulary::default();
        for (language, text, expected) in [
            ("en", "The U.N.’s nations, NATIONS", "the - un un s - nations nation nations nation |"),
            ("de", "die Nationen", "die - nationen nation |"),
            ("en", "die", "die die |"),
            ("ru", "О переговорах", "о - переговорах переговор |"),
            ("zh", "联合国 第3回", "联合 联合 合国 合国 第 第 3 3 回 回 |"),
            ("ja", "国", "国 国 |"),
            ("sw", "amani", "amani amani |"),
        ] {
            for _ in 0..2 {
                let found: Vec<String> = words(&vocabulary, language, text)
                    .into_iter()
                    .map(|(form, stem)| format!("{form} {stem}"))
                    .collect();
                assert_eq!(found.join(" ").trim_end(), expected);
            }
        }
        let words_before = look(&vocabulary, |words| words.all().len());
        let kept = look(&vocabulary, Words::clone);
        let again = Vocabulary::of(bitcode::decode(&bitcode::encode(&kept)).unwrap());
        assert_eq!(words(&again, "en", "nations die"), words(&vocabulary, "en", "nations die"));
        assert_eq!(look(&again, |words| words.all().len()), words_before);
    }

    /// However many words and languages texts have, what is remembered of them is bounded.
    #[test]
    fn caches_do_not_grow_without_bound() {
        let vocabulary = Vocabulary::default();
        let (mut reader, mut terms) = (vocabulary.reader(), Terms::default());
        for language in ["en", "en-GB", "nb", "nn", "no", "fa", "prs", "sw", "am", "zh", "zh-Hant"] {
            reader.block(&language.parse().unwrap(), "some words", &mut terms);
        }
        let names: Vec<&str> = reader.caches.0.iter().map(|(name, ..)| name.as_str()).collect();
        assert_eq!(names, ["en", "no", "fa", ""]);
        let mut cache = WordCache::default();
        for number in 0..2 * MOST_CACHED + 10 {
            cache.set(&format!("w{number}"), CachedWord::Nothing);
        }
        assert_eq!(cache.short.len(), 10);
    }

    #[test]
    fn short_runs_are_told_apart() {
        let mut seen = std::collections::BTreeMap::new();
        let letters = "aaabbbabababcabcdef";
        for length in 0..20 {
            for start in 0..letters.len() {
                let Some(run) = letters.get(start..start + length) else { continue };
                let Some(packed) = packed(run) else { continue };
                assert_eq!(*seen.entry(packed).or_insert(run), run);
            }
        }
        assert!(seen.len() > 100 && packed("sixteen letters.").is_none());
    }
}
