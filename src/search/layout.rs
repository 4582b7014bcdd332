//! What the files of words will be: which texts there are, how often, and in which partitions they stand. It is made from counts
//! alone, before any list.

use std::sync::Arc;

use bitcode::{Decode, Encode};
use rayon::prelude::*;

use super::dictionary::MOST_STEMS;
use super::partition::{Partition, cut, file_name};
use super::statement::Statement;
use super::successors::bucket_bits;
use super::terms::Term;
use super::vocabulary::{NO_STEM, Word, Words};

/// From where on what is large is parted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// The longest a partition is: bytes of the dictionary, of lists, of successors, about.
    pub(super) partition: [u32; 3],
    /// A stem in so many statements has files of its own.
    pub(super) alone: u32,
    /// At most so many successors of such a stem stand together.
    pub(super) together: u32,
}

/// Those of every site: a query loads some ten thousand bytes a word.
pub(super) const LIMITS: Limits = Limits { partition: [12_000, 16_384, 32_768], alone: 4_096, together: 16_384 };

/// In place of the position of a text that does not occur.
pub(super) const NOWHERE: u32 = u32::MAX;

/// The texts that occur, in order, in partitions.
#[derive(Debug)]
pub(super) struct Layout {
    /// By position: the number that the vocabulary has for the text.
    pub(super) texts: Vec<u32>,
    /// By number: the position.
    pub(super) positions: Vec<u32>,
    pub(super) counts: Arc<Counts>,
    /// By position: whether it is a stop word.
    pub(super) stop_words: Vec<bool>,
    /// By position: the stems of the word, as positions, itself included.
    pub(super) stems: Vec<Vec<u32>>,
    pub(super) partitions: Vec<Partition>,
    limits: Limits,
}

/// How often words and texts occur, by their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Counts {
    /// In how many statements, as a word.
    pub(super) words: Vec<u32>,
    /// In how many statements, as a form that is no stop word.
    pub(super) forms: Vec<u32>,
    /// In how many statements, as a stem.
    pub(super) stems: Vec<u32>,
    /// In how many places, as a stem.
    pub(super) occurrences: Vec<u32>,
}

impl Counts {
    /// Of some statements.
    pub(super) fn of<'a>(statements: impl Iterator<Item = &'a Statement>, words: &Words) -> Counts {
        let (count, all) = (words.texts(), words.all());
        let mut counts = Counts {
            words: vec![0; all.len()],
            forms: vec![0; count],
            stems: vec![0; count],
            occurrences: vec![0; count],
        };
        // The last statement in which a word or a text occurred, and in how many places a word did.
        let mut word_in = vec![(0_u32, 0_u32); all.len()];
        let (mut form_in, mut stem_in) = (vec![0_u32; count], vec![0_u32; count]);
        for (of, statement) in statements.zip(1..) {
            for term in of.head.terms.iter().chain(of.body.terms.iter()) {
                let Term::Word(number) = term else { continue };
                let (last, occurrences) = &mut word_in[number as usize];
                *occurrences += 1;
                if std::mem::replace(last, statement) == statement {
                    continue;
                }
                counts.words[number as usize] += 1;
                let word = all[number as usize];
                if word.stem != NO_STEM {
                    let (form, stem) = (word.form as usize, word.stem as usize);
                    counts.forms[form] += u32::from(std::mem::replace(&mut form_in[form], statement) != statement);
                    counts.stems[stem] += u32::from(std::mem::replace(&mut stem_in[stem], statement) != statement);
                }
            }
        }
        for (word, (_, occurrences)) in all.iter().zip(word_in).filter(|(word, _)| word.stem != NO_STEM) {
            counts.occurrences[word.stem as usize] += occurrences;
        }
        counts
    }

    /// The same, with room for all words of a vocabulary.
    pub(super) fn with_room_for(mut self, words: &Words) -> Counts {
        self.words.resize(words.all().len(), 0);
        [&mut self.forms, &mut self.stems, &mut self.occurrences]
            .into_iter()
            .for_each(|counts| counts.resize(words.texts(), 0));
        self
    }

    /// With or without others.
    pub(super) fn change(&mut self, other: &Counts, change: impl Fn(u32, u32) -> u32) {
        for (own, other) in [
            (&mut self.words, &other.words),
            (&mut self.forms, &other.forms),
            (&mut self.stems, &other.stems),
            (&mut self.occurrences, &other.occurrences),
        ] {
            own.iter_mut().zip(other).for_each(|(own, other)| *own = change(*own, *other));
        }
    }
}

impl Layout {
    /// Of all statements, from their counts.
    pub(super) fn of(counts: Counts, words: &Words, limits: Limits) -> Layout {
        let occurring = || words.all().iter().zip(&counts.words).filter(|(_, count)| **count > 0).map(|(word, _)| word);
        let texts = in_order(occurring(), words);
        let mut positions = vec![NOWHERE; words.texts()];
        texts.iter().zip(0..).for_each(|(text, position)| positions[*text as usize] = position);
        let (mut stems, mut stop_words) = (vec![Vec::new(); texts.len()], vec![false; texts.len()]);
        for word in occurring() {
            let form = positions[word.form as usize] as usize;
            match word.stem {
                NO_STEM => stop_words[form] = true,
                stem => stems[form].push(positions[stem as usize]),
            }
        }
        for (stems, own) in stems.iter_mut().zip(0..).filter(|(stems, _)| stems.len() > 1) {
            let letters = |stem: u32| words.text(texts[stem as usize]).chars().count();
            // Itself is said by a bit.
            stems.sort_unstable_by_key(|stem| (*stem != own, letters(*stem), *stem));
            stems.truncate(MOST_STEMS + usize::from(stems.first() == Some(&own)));
        }
        let counts = Arc::new(counts);
        let mut layout = Layout { texts, positions, counts, stop_words, stems, partitions: Vec::new(), limits };
        let names: Vec<&str> = layout.texts.iter().map(|text| words.text(*text)).collect();
        layout.partitions = cut(&names, |position| layout.weight(position, words), limits.partition);
        layout
    }

    /// About how many bytes a text takes in the dictionary, its list, and its successors.
    fn weight(&self, position: usize, words: &Words) -> [u32; 3] {
        let text = self.texts[position];
        let (statements, occurrences) = (self.counts.stems[text as usize], self.counts.occurrences[text as usize]);
        let entry = 7 + words.text(text).len() as u32 / 2 + 3 * self.stems[position].len() as u32;
        if statements == 0 || self.is_alone(position, words) {
            return [entry, 0, 0];
        }
        [entry, 5 + statements * 3 / 2, 2 * occurrences]
    }

    /// The partition in which a text stands, or would stand.
    pub(super) fn partition_of(&self, text: &str) -> usize {
        self.partitions.partition_point(|partition| partition.first.as_str() <= text) - 1
    }

    /// The positions of the texts of a partition.
    pub(super) fn partition(&self, partition: usize) -> std::ops::Range<usize> {
        self.partitions[partition].start..self.partitions.get(partition + 1).map_or(self.texts.len(), |next| next.start)
    }

    /// In how many statements a stem is.
    pub(super) fn statements(&self, position: usize) -> u32 {
        self.counts.stems[self.texts[position] as usize]
    }

    /// In how many places a stem is.
    pub(super) fn occurrences(&self, position: usize) -> u32 {
        self.counts.occurrences[self.texts[position] as usize]
    }

    /// Whether a stem has files of its own.
    pub(super) fn is_alone(&self, position: usize, words: &Words) -> bool {
        self.statements(position) >= self.limits.alone && file_name(words.text(self.texts[position])).is_some()
    }

    /// Into how many buckets the successors of a stem that has files of its own are parted.
    pub(super) fn bucket_bits(&self, position: usize) -> u32 {
        bucket_bits(self.occurrences(position), self.limits.together)
    }
}

/// The forms and stems of words, in the order of their letters.
fn in_order<'a>(occurring: impl Iterator<Item = &'a Word>, words: &Words) -> Vec<u32> {
    let mut occurs = vec![false; words.texts()];
    for word in occurring {
        occurs[word.form as usize] = true;
        if word.stem != NO_STEM {
            occurs[word.stem as usize] = true;
        }
    }
    // Most texts differ in their first bytes, which are compared as numbers.
    let keyed = |text: u32| {
        let bytes = words.text(text).as_bytes();
        let mut first = [0; 8];
        let length = bytes.len().min(8);
        first[..length].copy_from_slice(&bytes[..length]);
        (u64::from_be_bytes(first), text)
    };
    let mut texts: Vec<(u64, u32)> =
        occurs.iter().zip(0..).filter(|(occurs, _)| **occurs).map(|(_, text)| keyed(text)).collect();
    texts.par_sort_unstable_by(|one, other| {
        one.0.cmp(&other.0).then_with(|| words.text(one.1).cmp(words.text(other.1)))
    });
    texts.into_iter().map(|(_, text)| text).collect()
}
