//! The words of statements, folded into the lists of stems: a part of the alphabet at a time, so that little is in memory.

use std::sync::Arc;

use rayon::prelude::*;

use super::bits::fnv;
use super::layout::{Counts, Layout, NOWHERE};
use super::number::Number;
use super::rank::{RANK_BITS, Scale};
use super::statement::Statement;
use super::successors::{Between, LAST};
use super::terms::Term;
use super::vocabulary::{NO_STEM, Word, Words};

/// What is folded: a row of statements, of which each part is read by one thread.
pub(super) struct Folding<'a> {
    pub(super) words: &'a Words,
    pub(super) layout: &'a Layout,
    pub(super) statements: &'a [Statement],
    pub(super) numbers: &'a Arc<[Number]>,
    /// How many statements a part has.
    pub(super) part: usize,
    /// The counts of each part.
    pub(super) counts: &'a [Counts],
}

/// The lists of some stems in all parts.
#[derive(Debug)]
pub(super) struct Lists {
    numbers: Arc<[Number]>,
    /// By position of a text: its place among those that were folded.
    folded: Vec<u32>,
    parts: Vec<Part>,
}

/// The lists of some stems in one part of the statements.
#[derive(Debug)]
struct Part {
    /// By place: where the postings and the successors of a stem begin.
    starts: Vec<(u32, u32)>,
    /// By place: where they end.
    ends: Vec<(u32, u32)>,
    /// Statement and rank.
    postings: Vec<u32>,
    successors: Vec<u16>,
}

impl Folding<'_> {
    /// The lists of the stems at these positions, which rise.
    pub(super) fn lists(&self, positions: impl Iterator<Item = usize>) -> Lists {
        let mut folded = vec![NOWHERE; self.layout.texts.len()];
        let stems: Vec<usize> = positions.filter(|position| self.layout.statements(*position) > 0).collect();
        stems.iter().zip(0..).for_each(|(position, place)| folded[*position] = place);
        let places = Wanted::of(self.words, |stem| {
            folded.get(self.layout.positions[stem as usize] as usize).copied().unwrap_or(NOWHERE)
        });
        let parts = self.statements.par_chunks(self.part).zip(self.counts).enumerate();
        let parts = parts.map(|(part, (statements, counts))| {
            let mut lists = Part::empty(stems.iter().map(|position| self.layout.texts[*position] as usize), counts);
            let mut entries = Vec::new();
            for (statement, at) in statements.iter().zip((part * self.part) as u32..) {
                let scale = &places.read(statement, &mut entries);
                lists.add(at, scale, &mut entries);
            }
            lists
        });
        Lists { numbers: Arc::clone(self.numbers), parts: parts.collect(), folded }
    }
}

/// By word: the place of its stem, [`STOP_WORD`], or [`NOWHERE`] for a stem that is not wanted; and the hash of the stem, or
/// of the stop word.
pub(super) struct Wanted(Vec<(u32, u32)>);

const STOP_WORD: u32 = NOWHERE - 1;

impl Wanted {
    /// Of all words, where stems have these places.
    pub(super) fn of(words: &Words, place: impl Fn(u32) -> u32 + Sync) -> Wanted {
        let hash = |text| fnv(words.text(text).as_bytes());
        let of = |word: &Word| match word.stem {
            NO_STEM => (STOP_WORD, hash(word.form)),
            stem => (place(stem), hash(stem)),
        };
        Wanted(words.all().par_iter().with_min_len(4_096).map(of).collect())
    }

    /// The words of a statement whose stems are wanted: place of the stem, successor, and whether it stands in the body.
    pub(super) fn read(&self, statement: &Statement, entries: &mut Vec<u64>) -> Scale {
        let mut length = 0;
        for (terms, is_body) in [(&statement.head.terms, 0_u64), (&statement.body.terms, 1)] {
            let mut waiting: Option<u64> = None;
            let mut between = Between::nothing();
            for term in terms.iter() {
                let (next, place) = match term {
                    Term::End => (0, NOWHERE),
                    Term::Word(number) => {
                        let (place, hash) = self.0[number as usize];
                        if place == STOP_WORD {
                            between = between.stop_word(hash);
                            continue;
                        }
                        length += is_body as u32;
                        (between.stem(hash), place)
                    }
                };
                if let Some(place) = waiting.take() {
                    entries.push(place << 17 | u64::from(next) << 1 | is_body);
                }
                between = Between::nothing();
                waiting = Some(u64::from(place)).filter(|_| place != NOWHERE);
            }
            entries.extend(waiting.map(|place| place << 17 | is_body));
        }
        Scale::of(length)
    }
}

/// Gives the postings of a statement: place of the stem, rank, and successors; and takes its entries.
pub(super) fn each_posting(entries: &mut Vec<u64>, scale: &Scale, mut give: impl FnMut(u32, u32, &[u16])) {
    entries.sort_unstable();
    let mut successors = Vec::new();
    for stem in entries.chunk_by(|one, other| one >> 17 == other >> 17) {
        let body = stem.iter().filter(|entry| **entry & 1 == 1).count() as u32;
        successors.clear();
        successors.extend(stem.iter().map(|entry| (entry >> 1) as u16));
        successors.dedup();
        // The end of a block says nothing beside another successor; it stands first.
        let end = usize::from(successors.len() > 1 && successors[0] == 0);
        if let Some(last) = successors.last_mut() {
            *last |= LAST;
        }
        give((stem[0] >> 17) as u32, scale.rank(stem.len() as u32 - body, body), &successors[end..]);
    }
    entries.clear();
}

impl Part {
    fn empty(stems: impl Iterator<Item = usize>, counts: &Counts) -> Part {
        let (mut postings, mut successors) = (0, 0);
        let starts: Vec<(u32, u32)> = stems
            .map(|stem| {
                let start = (postings, successors);
                postings += counts.stems[stem];
                successors += counts.places[stem];
                start
            })
            .collect();
        let (postings, successors) = (vec![0; postings as usize], vec![0; successors as usize]);
        Part { ends: starts.clone(), starts, postings, successors }
    }

    /// Adds a statement, and takes its entries.
    fn add(&mut self, statement: u32, scale: &Scale, entries: &mut Vec<u64>) {
        each_posting(entries, scale, |place, rank, hashes| {
            let (posting, successor) = &mut self.ends[place as usize];
            self.postings[*posting as usize] = statement << RANK_BITS | rank;
            *posting += 1;
            let until = *successor as usize + hashes.len();
            self.successors[*successor as usize..until].copy_from_slice(hashes);
            *successor = until as u32;
        });
    }
}

impl Lists {
    /// The list of the stem at a position.
    pub(super) fn list(&self, position: usize) -> impl Iterator<Item = (Number, u32)> + Clone {
        let postings = self.slices(position).flat_map(|(postings, _)| postings);
        postings.map(|posting| (self.numbers[(posting >> RANK_BITS) as usize], posting & ((1 << RANK_BITS) - 1)))
    }

    /// Its successors, in the order of the list.
    pub(super) fn successors(&self, position: usize) -> impl Iterator<Item = &[u16]> {
        self.slices(position).map(|(_, successors)| successors)
    }

    fn slices(&self, position: usize) -> impl Iterator<Item = (&[u32], &[u16])> + Clone {
        let place = self.folded[position] as usize;
        self.parts.iter().map(move |part| {
            let (start, end) = (part.starts[place], part.ends[place]);
            (&part.postings[start.0 as usize..end.0 as usize], &part.successors[start.1 as usize..end.1 as usize])
        })
    }
}
