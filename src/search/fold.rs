//! The words of statements, folded into the lists of stems: a part of the alphabet at a time, so that little is in memory.

use rayon::prelude::*;

use super::layout::{Counts, Layout, NOWHERE, Text};
use super::number::Number;
use super::rank::Scale;
use super::successors::{Between, LAST};
use super::terms::Term;
use super::vocabulary::{NO_STEM, Words};

/// What is folded: a row of statements, of which each part is read by one thread.
pub(super) struct Folding<'a> {
    pub(super) words: &'a Words,
    pub(super) layout: &'a Layout,
    pub(super) texts: &'a [Text<'a>],
    pub(super) numbers: &'a [Number],
    /// How many statements a part has.
    pub(super) part: usize,
    /// The counts of each part.
    pub(super) counts: &'a [Counts],
}

/// The lists of some stems in all parts.
pub(super) struct Lists<'a> {
    numbers: &'a [Number],
    /// By position of a text: its place among those that were folded.
    folded: Vec<u32>,
    parts: Vec<Part>,
}

/// The lists of some stems in one part of the statements.
struct Part {
    /// By place: where the postings and the successors of a stem begin.
    starts: Vec<(u32, u32)>,
    /// By place: where they end.
    ends: Vec<(u32, u32)>,
    /// Statement and rank.
    postings: Vec<u32>,
    successors: Vec<u16>,
}

impl<'a> Folding<'a> {
    /// The lists of the stems at these positions, which rise.
    pub(super) fn lists(&self, positions: impl Iterator<Item = usize>) -> Lists<'a> {
        let mut folded = vec![NOWHERE; self.layout.texts.len()];
        let stems: Vec<usize> = positions.filter(|position| self.layout.statements(*position) > 0).collect();
        stems.iter().zip(0..).for_each(|(position, place)| folded[*position] = place);
        // By number of a text.
        let places: Vec<u32> = self
            .layout
            .positions
            .iter()
            .map(|position| folded.get(*position as usize).copied().unwrap_or(NOWHERE))
            .collect();
        let parts = self.texts.par_chunks(self.part).zip(self.counts).enumerate().map(|(part, (texts, counts))| {
            let mut lists = Part::empty(stems.iter().map(|position| self.layout.texts[*position] as usize), counts);
            let mut entries = Vec::new();
            for (text, statement) in texts.iter().zip((part * self.part) as u32..) {
                let scale = self.read(*text, &places, &mut entries);
                lists.add(statement, scale, &mut entries);
            }
            lists
        });
        Lists { numbers: self.numbers, parts: parts.collect(), folded }
    }

    /// The words of a statement whose stems are wanted: place of the stem, successor, and whether it stands in the body.
    fn read(&self, text: Text<'_>, places: &[u32], entries: &mut Vec<u64>) -> Scale {
        let mut length = 0;
        for (terms, is_body) in [(text.head, 0_u64), (text.body, 1)] {
            let mut waiting: Option<u32> = None;
            let mut between = Between::nothing();
            for term in terms.iter() {
                let (next, place) = match term {
                    Term::End => (0, NOWHERE),
                    Term::Word(word) => {
                        let word = self.words.all()[word as usize];
                        if word.stem == NO_STEM {
                            if waiting.is_some() {
                                between = between.stop_word(self.words.text(word.form));
                            }
                            continue;
                        }
                        length += is_body as u32;
                        let next = if waiting.is_some() { between.stem(self.words.text(word.stem)) } else { 0 };
                        (next, places[word.stem as usize])
                    }
                };
                if let Some(place) = waiting.take() {
                    entries.push(u64::from(place) << 17 | u64::from(next) << 1 | is_body);
                }
                between = Between::nothing();
                waiting = Some(place).filter(|place| *place != NOWHERE);
            }
            if let Some(place) = waiting {
                entries.push(u64::from(place) << 17 | is_body);
            }
        }
        Scale::of(length)
    }
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
    fn add(&mut self, statement: u32, scale: Scale, entries: &mut Vec<u64>) {
        entries.sort_unstable();
        for stem in entries.chunk_by(|one, other| one >> 17 == other >> 17) {
            let body = stem.iter().filter(|entry| **entry & 1 == 1).count() as u32;
            let rank = scale.rank(stem.len() as u32 - body, body);
            let (posting, successor) = &mut self.ends[(stem[0] >> 17) as usize];
            self.postings[*posting as usize] = statement << 3 | rank;
            *posting += 1;
            let hashes = stem.iter().map(|entry| (entry >> 1) as u16);
            // The end of a block says nothing beside another successor.
            let says_more = hashes.clone().next_back() > Some(0);
            let mut before = None;
            for hash in hashes.filter(|hash| *hash > 0 || !says_more) {
                if before.replace(hash) != Some(hash) {
                    self.successors[*successor as usize] = hash;
                    *successor += 1;
                }
            }
            self.successors[*successor as usize - 1] |= LAST;
        }
        entries.clear();
    }
}

impl Lists<'_> {
    /// The list of the stem at a position.
    pub(super) fn list(&self, position: usize) -> impl Iterator<Item = (Number, u32)> + Clone {
        let postings = self.slices(position).flat_map(|(postings, _)| postings);
        postings.map(|posting| (self.numbers[(posting >> 3) as usize], posting & 7))
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
