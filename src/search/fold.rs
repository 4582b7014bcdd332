//! The words of statements, folded into the lists of stems: some partitions of the dictionary at a time, so that little is in
//! memory.

use std::sync::Arc;

use rayon::prelude::*;

use super::bits::fnv;
use super::layout::{Counts, Layout, NOWHERE};
use super::number::Number;
use super::rank::{RANK_BITS, Scale};
use super::statement::Statement;
use super::successors::{LAST, SuccessorHash};
use super::terms::Term;
use super::vocabulary::{NO_STEM, Word, Words};

/// What is folded: a row of statements, of which each part is read by one thread.
pub(super) struct Folding<'a> {
    pub(super) words: &'a Words,
    pub(super) layout: &'a Layout,
    pub(super) statements: &'a [Statement],
    pub(super) numbers: &'a Arc<[Number]>,
    /// The counts of each part, where they are known.
    pub(super) counts: Option<&'a PartCounts>,
}

/// How often stems occur in each part of the statements.
#[derive(Debug)]
pub(super) struct PartCounts {
    /// How many statements a part has.
    part: usize,
    counts: Vec<StemCounts>,
}

/// By the numbers of texts: in how many statements a stem occurs, and in how many places.
#[derive(Debug)]
struct StemCounts {
    statements: Vec<u32>,
    occurrences: Vec<u32>,
}

/// At most so many parts are folded at once, since each takes memory for all stems.
const MOST_PARTS: usize = 16;

impl PartCounts {
    /// The counts of all statements, and those of their parts, counted on all threads.
    pub(super) fn of(statements: &[Statement], words: &Words) -> (Counts, PartCounts) {
        let part = part(statements.len());
        let counted: Vec<Counts> = statements.par_chunks(part).map(|part| Counts::of(part.iter(), words)).collect();
        let mut all = Counts::default().with_room_for(words);
        let mut counts = Vec::with_capacity(counted.len());
        for counted in counted {
            all.change(&counted, |all, part| all + part);
            counts.push(StemCounts { statements: counted.stems, occurrences: counted.occurrences });
        }
        (all, PartCounts { part, counts })
    }
}

/// Of so many statements, how many a part has: there is a part for each thread.
fn part(statements: usize) -> usize {
    statements.div_ceil(rayon::current_num_threads().min(MOST_PARTS)).max(1)
}

/// The lists of some stems in all parts.
#[derive(Debug)]
pub(super) struct Lists {
    numbers: Arc<[Number]>,
    /// By position of a text: its slot among those that were folded.
    folded: Vec<u32>,
    parts: Vec<Part>,
}

/// The lists of some stems in one part of the statements.
#[derive(Debug)]
struct Part {
    /// By slot: where the postings and the successors of a stem begin.
    starts: Vec<(u32, u32)>,
    /// By slot: where they end.
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
        stems.iter().zip(0..).for_each(|(position, slot)| folded[*position] = slot);
        let wanted = Wanted::of(self.words, |stem| {
            folded.get(self.layout.positions[stem as usize] as usize).copied().unwrap_or(NOWHERE)
        });
        let size = self.counts.map_or_else(|| part(self.statements.len()), |counts| counts.part);
        let parts = self.statements.par_chunks(size).enumerate().map(|(part, statements)| {
            let mut lists = Part::empty(self.counts(part, statements, &stems, &wanted));
            let mut entries = Vec::new();
            for (statement, at) in statements.iter().zip((part * size) as u32..) {
                let scale = &wanted.read(statement, &mut entries);
                lists.add(at, scale, &mut entries);
            }
            lists
        });
        Lists { numbers: Arc::clone(self.numbers), parts: parts.collect(), folded }
    }

    /// In how many statements of a part the stems at these positions occur, and in how many places.
    fn counts(&self, part: usize, statements: &[Statement], stems: &[usize], wanted: &Wanted) -> Vec<(u32, u32)> {
        let texts = stems.iter().map(|position| self.layout.texts[*position] as usize);
        match self.counts {
            Some(counts) => {
                let StemCounts { statements, occurrences } = &counts.counts[part];
                texts.map(|text| (statements[text], occurrences[text])).collect()
            }
            None if statements.len() == self.statements.len() => {
                let counts = &self.layout.counts;
                texts.map(|text| (counts.stems[text], counts.occurrences[text])).collect()
            }
            None => wanted.counts(statements, stems.len()),
        }
    }
}

/// By word: the slot of its stem, [`STOP_WORD`], or [`NOWHERE`] for a stem that is not wanted; and the hash of the stem, or
/// of the stop word.
pub(super) struct Wanted(Vec<(u32, u32)>);

const STOP_WORD: u32 = NOWHERE - 1;

impl Wanted {
    /// Of all words, where stems have these slots.
    pub(super) fn of(words: &Words, slot: impl Fn(u32) -> u32 + Sync) -> Wanted {
        let hash = |text| fnv(words.text(text).as_bytes());
        let of = |word: &Word| match word.stem {
            NO_STEM => (STOP_WORD, hash(word.form)),
            stem => (slot(stem), hash(stem)),
        };
        Wanted(words.all().par_iter().with_min_len(4_096).map(of).collect())
    }

    /// In how many statements the stems of so many slots occur, and in how many places.
    fn counts(&self, statements: &[Statement], slots: usize) -> Vec<(u32, u32)> {
        let mut counts = vec![(0, 0); slots];
        let mut last_in = vec![0_u32; slots];
        for (statement, at) in statements.iter().zip(1..) {
            for term in statement.head.terms.iter().chain(statement.body.terms.iter()) {
                let Term::Word(number) = term else { continue };
                let slot = self.0[number as usize].0 as usize;
                // Neither a stop word nor a stem that is not wanted has a slot.
                let Some((statements, occurrences)) = counts.get_mut(slot) else { continue };
                *occurrences += 1;
                *statements += u32::from(std::mem::replace(&mut last_in[slot], at) != at);
            }
        }
        counts
    }

    /// The words of a statement whose stems are wanted: slot of the stem, successor, and field.
    pub(super) fn read(&self, statement: &Statement, entries: &mut Vec<u64>) -> Scale {
        let mut lengths = [0; 3];
        for (terms, mut field) in [(&statement.head.terms, TITLE), (&statement.body.terms, BODY)] {
            let mut waiting: Option<u64> = None;
            let mut so_far = SuccessorHash::new();
            for term in terms.iter() {
                let (next, slot) = match term {
                    Term::End => (0, NOWHERE),
                    Term::Word(number) => {
                        let (slot, hash) = self.0[number as usize];
                        if slot == STOP_WORD {
                            so_far = so_far.stop_word(hash);
                            continue;
                        }
                        lengths[field as usize] += 1;
                        (so_far.stem(hash), slot)
                    }
                };
                if let Some(slot) = waiting.take() {
                    entries.push(slot << SLOT | u64::from(next) << NEXT | field);
                }
                so_far = SuccessorHash::new();
                waiting = Some(u64::from(slot)).filter(|_| slot != NOWHERE);
                // The title is the first block of the head.
                field = if term == Term::End { field.max(REST_OF_HEAD) } else { field };
            }
            entries.extend(waiting.map(|slot| slot << SLOT | field));
        }
        Scale::of(lengths[TITLE as usize], lengths[BODY as usize])
    }
}

/// Where a word stands. An entry is, from its highest bit on, slot, successor and field.
const TITLE: u64 = 0;
const REST_OF_HEAD: u64 = 1;
const BODY: u64 = 2;
const NEXT: u32 = 2;
const SLOT: u32 = NEXT + 16;

/// Gives the postings of a statement: slot of the stem, rank, and successors; and takes its entries.
pub(super) fn each_posting(entries: &mut Vec<u64>, scale: &Scale, mut give: impl FnMut(u32, u32, &[u16])) {
    entries.sort_unstable();
    let mut successors = Vec::new();
    for stem in entries.chunk_by(|one, other| one >> SLOT == other >> SLOT) {
        let mut times = [0; 4];
        stem.iter().for_each(|entry| times[(entry & 3) as usize] += 1);
        let [title, rest_of_head, body, _] = times;
        successors.clear();
        successors.extend(stem.iter().map(|entry| (entry >> NEXT) as u16));
        successors.dedup();
        // The end of a block says nothing beside another successor; it stands first.
        let end = usize::from(successors.len() > 1 && successors[0] == 0);
        if let Some(last) = successors.last_mut() {
            *last |= LAST;
        }
        give((stem[0] >> SLOT) as u32, scale.rank(title, rest_of_head, body), &successors[end..]);
    }
    entries.clear();
}

impl Part {
    /// With room for stems that occur in so many statements and places.
    fn empty(counts: Vec<(u32, u32)>) -> Part {
        let (mut postings, mut successors) = (0, 0);
        let starts: Vec<(u32, u32)> = counts
            .into_iter()
            .map(|(statements, occurrences)| {
                let start = (postings, successors);
                postings += statements;
                successors += occurrences;
                start
            })
            .collect();
        let (postings, successors) = (vec![0; postings as usize], vec![0; successors as usize]);
        Part { ends: starts.clone(), starts, postings, successors }
    }

    /// Adds a statement, and takes its entries.
    fn add(&mut self, statement: u32, scale: &Scale, entries: &mut Vec<u64>) {
        each_posting(entries, scale, |slot, rank, hashes| {
            let (posting, successor) = &mut self.ends[slot as usize];
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
        let slot = self.folded[position] as usize;
        self.parts.iter().map(move |part| {
            let (start, end) = (part.starts[slot], part.ends[slot]);
            (&part.postings[start.0 as usize..end.0 as usize], &part.successors[start.1 as usize..end.1 as usize])
        })
    }
}
