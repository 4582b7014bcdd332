//! From the words of statements to files.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::bits::fnv;
use super::card::{self, Card, Pack};
use super::dictionary::{self, Entry, Listed};
use super::facet::Facet;
use super::fold::{Folding, Lists};
use super::kept::{Kept, KeptWords};
use super::layout::{Counts, LIMITS, Layout, Limits};
use super::number::Number;
use super::rank::RANK_BITS;
use super::shard::name_of;
use super::statement::{Statement, numbers};
use super::successors::in_bucket;
use super::vocabulary::Words;
use super::{directory, list};
use crate::language::Language;

/// How many bits a successor has.
const SUCCESSOR_BITS: u32 = 15;

/// If more than one in so many statements changed, all are counted again.
const FEW: usize = 8;

/// A file: its path below that of search, and its bytes.
pub(crate) type File = (String, Vec<u8>);

/// An index: all that is known of the files of search before they are made.
#[derive(Debug)]
pub(crate) struct Index {
    words: Arc<Words>,
    statements: Arc<Vec<Statement>>,
    numbers: Arc<[Number]>,
    /// How many statements one thread reads, and what it counts in each such part.
    part: usize,
    counts: Vec<Counts>,
    layout: Layout,
    packs: Vec<Pack>,
    /// By shard: the run in which it last changed.
    versions: Vec<u64>,
    run: u64,
}

/// Lists of the stems of some shards.
#[derive(Debug)]
pub(crate) struct Folded {
    /// Their numbers, rising.
    shards: Vec<usize>,
    lists: Lists,
}

impl Folded {
    /// Whether these are lists of a shard.
    pub(crate) fn has(&self, shard: usize) -> bool {
        self.shards.binary_search(&shard).is_ok()
    }
}

impl Index {
    /// Of statements in the order of their days, by words of this vocabulary, which has all words of `before`, the index of the
    /// run before. None where more are of one day than can be.
    pub(crate) fn of(words: Words, statements: Vec<Statement>, before: &Kept) -> Option<Index> {
        Index::with(LIMITS, words, statements, before)
    }

    /// The same, with parts of another size.
    pub(super) fn with(limits: Limits, words: Words, statements: Vec<Statement>, before: &Kept) -> Option<Index> {
        let numbers = numbers(&statements)?;
        let changes = before.changes(&numbers, &statements)?;
        let is_little = changes.count() <= statements.len() / FEW;
        let (part, counts) = if is_little {
            (statements.len().max(1), vec![changes.counts(&before.vocabulary.counts, &words)])
        } else {
            let part = statements.len().div_ceil(rayon::current_num_threads().min(16)).max(1);
            (part, statements.par_chunks(part).map(|part| Counts::of(part.iter(), &words)).collect())
        };
        let mut all = counts.first().cloned().unwrap_or_else(|| Counts::of([].iter(), &words));
        counts.iter().skip(1).for_each(|counts| all.change(counts, |all, part| all + part));
        let layout = Layout::of(all, &words, limits);
        let run = before.run() + 1;
        let mut versions = vec![run; layout.shards.len()];
        if is_little {
            let touched: BTreeSet<usize> = changes
                .texts(&words, &before.vocabulary.counts, &layout.counts)
                .into_iter()
                .map(|text| layout.shard_of(words.text(text)))
                .collect();
            for (shard, version) in versions.iter_mut().enumerate().filter(|(shard, _)| !touched.contains(shard)) {
                let next = layout.shards.get(shard + 1).map(|next| next.first.as_str());
                *version = before.version(&layout.shards[shard].first, next).unwrap_or(run);
            }
        }
        let packs = card::packs(&numbers);
        let (words, statements, numbers) = (Arc::new(words), Arc::new(statements), numbers.into());
        Some(Index { words, statements, numbers, part, counts, layout, packs, versions, run })
    }

    /// What is kept of it for the next run.
    pub(crate) fn kept(&self) -> Kept {
        // Words that no text has any more are kept as well, until they are too many.
        let is_stale = self.words.texts() > 2 * self.layout.texts.len() + 10_000;
        if is_stale {
            return Kept::of_run(self.run);
        }
        let firsts = self.layout.shards.iter().map(|shard| shard.first.clone());
        let vocabulary = KeptWords {
            run: self.run,
            words: Arc::clone(&self.words),
            counts: Arc::clone(&self.layout.counts),
            shards: firsts.zip(self.versions.iter().copied()).collect(),
        };
        Kept { vocabulary: Arc::new(vocabulary), statements: Arc::clone(&self.statements) }
    }

    /// The numbers of its statements.
    pub(crate) fn numbers(&self) -> &[Number] {
        &self.numbers
    }

    /// How many shards the dictionary has.
    pub(crate) fn shards(&self) -> usize {
        self.layout.shards.len()
    }

    /// The run in which a shard last changed: until then its files are the same.
    pub(crate) fn version(&self, shard: usize) -> u64 {
        self.versions[shard]
    }

    /// The paths of the files of a shard.
    pub(crate) fn shard_files(&self, shard: usize) -> Vec<String> {
        let name = name_of(&self.layout.shards[shard].first);
        let mut files: Vec<String> = ["d", "p", "n"].iter().map(|folder| format!("{folder}/{name}.bin")).collect();
        for position in self.layout.shard(shard).filter(|position| self.layout.is_alone(*position, &self.words)) {
            let name = self.name(position);
            files.push(format!("l/{name}.bin"));
            match self.layout.bucket_bits(position) {
                0 => files.push(format!("l/{name}.n.bin")),
                bits => files.extend((0..1 << bits).map(|bucket| format!("l/{name}.{bits}-{bucket}.bin"))),
            }
        }
        files
    }

    /// Gathers the lists of some shards, whose numbers rise, on all threads. They take about four bytes for each statement in
    /// which a stem stands, and two for each place.
    pub(crate) fn fold(&self, shards: Vec<usize>) -> Folded {
        let folding = Folding {
            words: &self.words,
            layout: &self.layout,
            statements: &self.statements,
            numbers: &self.numbers,
            part: self.part,
            counts: &self.counts,
        };
        let lists = folding.lists(shards.iter().flat_map(|shard| self.layout.shard(*shard)));
        Folded { shards, lists }
    }

    /// Makes the files of a shard from its lists.
    pub(crate) fn make(&self, shard: usize, folded: &Folded) -> Vec<File> {
        let mut files = Vec::new();
        self.shard(shard, &folded.lists, &mut |file| files.push(file));
        files
    }

    fn shard(&self, shard: usize, lists: &Lists, give: &mut impl FnMut(File)) {
        let name = name_of(&self.layout.shards[shard].first);
        let (mut pack, mut successors) = (Vec::new(), vec![0; 4]);
        let mut listed = Vec::new();
        for position in self.layout.shard(shard) {
            let statements = self.layout.statements(position);
            listed.push(match (statements, self.layout.is_alone(position, &self.words)) {
                (0, _) => None,
                (_, true) => {
                    let (bytes, alone) = self.alone(position, lists, give);
                    Some(Listed { statements, bytes, alone: Some(alone) })
                }
                (_, false) => {
                    let before = pack.len();
                    list::encode(lists.list(position), RANK_BITS, &mut pack);
                    push_successors(lists, position, &mut successors);
                    Some(Listed { statements, bytes: (pack.len() - before) as u32, alone: None })
                }
            });
        }
        let check = fnv(&pack);
        successors[..4].copy_from_slice(&check.to_le_bytes());
        let next = self.layout.shards.get(shard + 1).map_or("", |next| next.first.as_str());
        let entries = self.layout.shard(shard).zip(&listed).map(|(position, listed)| self.entry(position, *listed));
        give((format!("d/{name}.bin"), dictionary::encode(check, next, entries)));
        give((format!("p/{name}.bin"), pack));
        give((format!("n/{name}.bin"), successors));
    }

    fn entry(&self, position: usize, list: Option<Listed>) -> Entry<'_> {
        let text = self.layout.texts[position];
        let stems = &self.layout.stems[position];
        let others = stems.iter().filter(|stem| **stem as usize != position);
        let statements = self.layout.counts.forms[text as usize];
        Entry {
            text: self.words.text(text),
            is_stop_word: self.layout.stop_words[position],
            statements: Some(statements).filter(|statements| *statements > 0),
            is_own_stem: stems.contains(&(position as u32)),
            stems: others.map(|stem| self.words.text(self.layout.texts[*stem as usize])).collect(),
            list,
        }
    }

    /// The files of one stem: gives the bytes of its list, and how its successors are parted.
    fn alone(&self, position: usize, lists: &Lists, give: &mut impl FnMut(File)) -> (u32, u32) {
        let name = self.name(position);
        let mut list = Vec::new();
        list::encode(lists.list(position), RANK_BITS, &mut list);
        let bits = self.layout.bucket_bits(position);
        if bits == 0 {
            let mut successors = fnv(&list).to_le_bytes().to_vec();
            push_successors(lists, position, &mut successors);
            give((format!("l/{name}.n.bin"), successors));
        } else {
            let mut buckets = vec![Vec::new(); 1 << bits];
            let mut numbers = lists.list(position).map(|(number, _)| number);
            let mut number = numbers.next();
            for successor in lists.successors(position).flatten() {
                let hash = successor & !super::successors::LAST;
                if let Some(number) = number.filter(|_| hash > 0) {
                    let (bucket, rest) = in_bucket(hash, bits);
                    buckets[bucket as usize].push((number, rest));
                }
                if hash != *successor {
                    number = numbers.next();
                }
            }
            for (bucket, postings) in buckets.into_iter().enumerate() {
                let mut bytes = Vec::new();
                list::encode(postings.into_iter(), SUCCESSOR_BITS - bits, &mut bytes);
                give((format!("l/{name}.{bits}-{bucket}.bin"), bytes));
            }
        }
        let length = list.len() as u32;
        give((format!("l/{name}.bin"), list));
        (length, bits)
    }

    fn name(&self, position: usize) -> String {
        name_of(self.words.text(self.layout.texts[position]))
    }

    /// The files of cards: the path of each, and the positions of its statements.
    pub(crate) fn card_files(&self) -> impl Iterator<Item = (String, Range<usize>)> {
        let ends = self.packs.iter().skip(1).map(|next| next.start).chain([self.statements.len()]);
        self.packs.iter().zip(ends).map(|(pack, end)| (format!("c/{}.json", pack.first), pack.start..end))
    }

    /// Makes a file of cards, of the statements at these positions.
    pub(crate) fn cards(&self, at: Range<usize>, card: impl Fn(usize) -> Card) -> Vec<u8> {
        card::encode(at.map(|at| (self.numbers[at], card(at))))
    }

    /// Makes the directory, `index.json`; `language` is that of the site.
    pub(crate) fn directory(&self, language: &Language, facets: &[&Facet]) -> Vec<u8> {
        directory::encode(self.statements.len(), language, &self.layout.shards, &self.packs, facets)
    }
}

fn push_successors(lists: &Lists, position: usize, bytes: &mut Vec<u8>) {
    for successors in lists.successors(position) {
        bytes.extend(successors.iter().flat_map(|successor| successor.to_le_bytes()));
    }
}
