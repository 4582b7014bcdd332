//! What the files of words will be: which texts there are, how often, and in which shards they stand. It is made from counts
//! alone, before any list.

use rayon::prelude::*;

use super::dictionary::MOST_STEMS;
use super::shard::{Shard, cut, file_name};
use super::successors::bucket_bits;
use super::terms::{Term, Terms};
use super::vocabulary::{NO_STEM, Words};

/// The longest a shard is: bytes of the dictionary, of lists, of successors, about.
const LIMIT: [u32; 3] = [12_000, 16_384, 32_768];

/// A stem in so many statements has files of its own.
const ALONE: u32 = 4_096;

/// In place of the position of a text that does not occur.
pub(super) const NOWHERE: u32 = u32::MAX;

/// The words of a statement.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    pub(super) head: &'a Terms,
    pub(super) body: &'a Terms,
}

/// The texts that occur, in order, in shards.
pub(super) struct Layout {
    /// By position: the number that the vocabulary has for the text.
    pub(super) texts: Vec<u32>,
    /// By number: the position.
    pub(super) positions: Vec<u32>,
    pub(super) counts: Counts,
    /// By position: the stems of the word, as positions, itself included.
    pub(super) stems: Vec<Vec<u32>>,
    pub(super) shards: Vec<Shard>,
}

/// How often texts occur, by their numbers.
#[derive(Clone, Default)]
pub(super) struct Counts {
    /// In how many statements, as a form that is no stop word.
    pub(super) forms: Vec<u32>,
    /// In how many statements, as a stem.
    pub(super) stems: Vec<u32>,
    /// In how many places, as a stem.
    pub(super) places: Vec<u32>,
    /// Whether it occurs as a stop word.
    pub(super) stop_words: Vec<bool>,
    /// By word: whether it occurs.
    words: Vec<bool>,
}

impl Counts {
    /// Of some statements.
    pub(super) fn of(texts: &[Text<'_>], words: &Words) -> Counts {
        let count = words.texts();
        let (forms, stems, places, stop_words) = (vec![0; count], vec![0; count], vec![0; count], vec![false; count]);
        let mut counts = Counts { forms, stems, places, stop_words, words: vec![false; words.all().len()] };
        // The last statement in which a text occurred.
        let (mut form_in, mut stem_in) = (vec![0_u32; count], vec![0_u32; count]);
        for (text, statement) in texts.iter().zip(1..) {
            for term in text.head.iter().chain(text.body.iter()) {
                let Term::Word(number) = term else { continue };
                let word = words.all()[number as usize];
                let (form, stem) = (word.form as usize, word.stem as usize);
                counts.words[number as usize] = true;
                if word.stem == NO_STEM {
                    counts.stop_words[form] = true;
                    continue;
                }
                counts.forms[form] += u32::from(std::mem::replace(&mut form_in[form], statement) != statement);
                counts.stems[stem] += u32::from(std::mem::replace(&mut stem_in[stem], statement) != statement);
                counts.places[stem] += 1;
            }
        }
        counts
    }

    fn add(&mut self, other: &Counts) {
        let numbers = [(&mut self.forms, &other.forms), (&mut self.stems, &other.stems), (&mut self.places, &other.places)];
        for (own, other) in numbers {
            own.iter_mut().zip(other).for_each(|(own, other)| *own += other);
        }
        for (own, other) in [(&mut self.stop_words, &other.stop_words), (&mut self.words, &other.words)] {
            own.iter_mut().zip(other).for_each(|(own, other)| *own |= other);
        }
    }
}

impl Layout {
    /// Of all statements, from the counts of parts of them.
    pub(super) fn of(parts: &[Counts], words: &Words) -> Layout {
        let mut counts = parts[0].clone();
        parts[1..].iter().for_each(|part| counts.add(part));
        let texts = in_order(&counts, words);
        let mut positions = vec![NOWHERE; words.texts()];
        texts.iter().zip(0..).for_each(|(text, position)| positions[*text as usize] = position);
        let mut stems = vec![Vec::new(); texts.len()];
        for (word, _) in words.all().iter().zip(&counts.words).filter(|(word, occurs)| **occurs && word.stem != NO_STEM) {
            stems[positions[word.form as usize] as usize].push(positions[word.stem as usize]);
        }
        for (stems, own) in stems.iter_mut().zip(0..) {
            let letters = |stem: u32| words.text(texts[stem as usize]).chars().count();
            // Itself is said by a bit.
            stems.sort_unstable_by_key(|stem| (*stem != own, letters(*stem), *stem));
            stems.truncate(MOST_STEMS + usize::from(stems.first() == Some(&own)));
        }
        let mut layout = Layout { texts, positions, counts, stems, shards: Vec::new() };
        let names: Vec<&str> = layout.texts.iter().map(|text| words.text(*text)).collect();
        layout.shards = cut(&names, |position| layout.weight(position, words), LIMIT);
        layout
    }

    /// About how many bytes a text takes in the dictionary, its list, and its successors.
    fn weight(&self, position: usize, words: &Words) -> [u32; 3] {
        let text = self.texts[position];
        let (statements, places) = (self.counts.stems[text as usize], self.counts.places[text as usize]);
        let entry = 7 + words.text(text).len() as u32 / 2 + 3 * self.stems[position].len() as u32;
        if statements == 0 || self.is_alone(position, words) {
            return [entry, 0, 0];
        }
        [entry, 5 + statements * 3 / 2, 2 * places]
    }

    /// The positions of the texts of a shard.
    pub(super) fn shard(&self, shard: usize) -> std::ops::Range<usize> {
        self.shards[shard].start..self.shards.get(shard + 1).map_or(self.texts.len(), |next| next.start)
    }

    /// In how many statements a stem is.
    pub(super) fn statements(&self, position: usize) -> u32 {
        self.counts.stems[self.texts[position] as usize]
    }

    /// In how many places a stem is.
    pub(super) fn places(&self, position: usize) -> u32 {
        self.counts.places[self.texts[position] as usize]
    }

    /// Whether a stem has files of its own.
    pub(super) fn is_alone(&self, position: usize, words: &Words) -> bool {
        self.statements(position) >= ALONE && file_name(words.text(self.texts[position])).is_some()
    }

    /// Into how many buckets the successors of a stem that has files of its own are parted.
    pub(super) fn bucket_bits(&self, position: usize) -> u32 {
        bucket_bits(self.places(position))
    }
}

/// The texts that occur, in the order of their letters.
fn in_order(counts: &Counts, words: &Words) -> Vec<u32> {
    let occurs = |text: &usize| counts.forms[*text] > 0 || counts.stems[*text] > 0 || counts.stop_words[*text];
    // Most texts differ in their first bytes, which are compared as numbers.
    let keyed = |text: usize| {
        let bytes = words.text(text as u32).as_bytes();
        let mut first = [0; 8];
        let length = bytes.len().min(8);
        first[..length].copy_from_slice(&bytes[..length]);
        (u64::from_be_bytes(first), text as u32)
    };
    let mut texts: Vec<(u64, u32)> = (0..words.texts()).filter(occurs).map(keyed).collect();
    texts.par_sort_unstable_by(|one, other| {
        one.0.cmp(&other.0).then_with(|| words.text(one.1).cmp(words.text(other.1)))
    });
    texts.into_iter().map(|(_, text)| text).collect()
}
