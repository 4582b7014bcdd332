//! From the words of statements to files.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::{Arc, Mutex};

use xxhash_rust::xxh3::Xxh3;

use super::bits::fnv;
use super::dictionary::{self, Entry, Listed};
use super::facet::Facet;
use super::fold::{Folding, Lists, PartCounts};
use super::kept::{Kept, KeptWords};
use super::layout::{LIMITS, Layout, Limits};
use super::number::Number;
use super::partition::name_of;
use super::rank::RANK_BITS;
use super::statement::{Statement, numbers};
use super::stored::{self, StoredFields, StoredRange};
use super::successors::{LAST, in_bucket};
use super::vocabulary::Words;
use super::{directory, list};
use crate::language::Language;
use crate::sync;

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
    /// What was counted in each part of the statements, until the lists are made.
    part_counts: Mutex<Option<Arc<PartCounts>>>,
    layout: Layout,
    stored: Vec<StoredRange>,
    /// By partition: the run in which it last changed.
    versions: Vec<u64>,
    run: u64,
}

/// Lists of the stems of some partitions.
#[derive(Debug)]
pub(crate) struct Folded {
    /// Their numbers, rising.
    partitions: Vec<usize>,
    lists: Lists,
}

impl Folded {
    /// Whether these are lists of a partition.
    pub(crate) fn has(&self, partition: usize) -> bool {
        self.partitions.binary_search(&partition).is_ok()
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
        let (counts, part_counts) = if is_little {
            (changes.counts(&before.vocabulary.counts, &words), None)
        } else {
            let (counts, parts) = PartCounts::of(&statements, &words);
            (counts, Some(Arc::new(parts)))
        };
        let layout = Layout::of(counts, &words, limits);
        let run = before.run() + 1;
        let mut versions = vec![run; layout.partitions.len()];
        if is_little {
            let touched: BTreeSet<usize> = changes
                .texts(&words, &before.vocabulary.counts, &layout.counts)
                .into_iter()
                .map(|text| layout.partition_of(words.text(text)))
                .collect();
            for (partition, version) in
                versions.iter_mut().enumerate().filter(|(partition, _)| !touched.contains(partition))
            {
                let next = layout.partitions.get(partition + 1).map(|next| next.first.as_str());
                *version = before.version(&layout.partitions[partition].first, next).unwrap_or(run);
            }
        }
        let (stored, part_counts) = (stored::ranges(&numbers), Mutex::new(part_counts));
        let (words, statements, numbers) = (Arc::new(words), Arc::new(statements), numbers.into());
        Some(Index { words, statements, numbers, part_counts, layout, stored, versions, run })
    }

    /// What is kept of it for the next run.
    pub(crate) fn kept(&self) -> Kept {
        // Words that no text has any more are kept as well, until they are too many.
        let is_stale = self.words.texts() > 2 * self.layout.texts.len() + 10_000;
        if is_stale {
            return Kept::of_run(self.run);
        }
        let firsts = self.layout.partitions.iter().map(|partition| partition.first.clone());
        let vocabulary = KeptWords {
            run: self.run,
            words: Arc::clone(&self.words),
            counts: Arc::clone(&self.layout.counts),
            partitions: firsts.zip(self.versions.iter().copied()).collect(),
        };
        Kept { vocabulary: Arc::new(vocabulary), statements: Arc::clone(&self.statements) }
    }

    /// The numbers of its statements.
    pub(crate) fn numbers(&self) -> &[Number] {
        &self.numbers
    }

    /// How many partitions the dictionary has.
    pub(crate) fn partitions(&self) -> usize {
        self.layout.partitions.len()
    }

    /// The run in which a partition last changed: until then its files are the same.
    pub(crate) fn version(&self, partition: usize) -> u64 {
        self.versions[partition]
    }

    /// The paths of the files of a partition.
    pub(crate) fn partition_files(&self, partition: usize) -> Vec<String> {
        let name = name_of(&self.layout.partitions[partition].first);
        let mut files: Vec<String> = ["d", "p", "n"].iter().map(|folder| format!("{folder}/{name}.bin")).collect();
        for position in self.layout.partition(partition).filter(|position| self.layout.is_alone(*position, &self.words))
        {
            let name = self.name(position);
            files.push(format!("l/{name}.bin"));
            match self.layout.bucket_bits(position) {
                0 => files.push(format!("l/{name}.n.bin")),
                bits => files.extend((0..1 << bits).map(|bucket| format!("l/{name}.{bits}-{bucket}.bin"))),
            }
        }
        files
    }

    /// Gathers the lists of some partitions, whose numbers rise, on all threads. They take about four bytes for each statement in
    /// which a stem stands, and two for each place.
    pub(crate) fn fold(&self, partitions: Vec<usize>) -> Folded {
        let counts = sync::lock(&self.part_counts).clone();
        let folding = Folding {
            words: &self.words,
            layout: &self.layout,
            statements: &self.statements,
            numbers: &self.numbers,
            counts: counts.as_deref(),
        };
        let lists = folding.lists(partitions.iter().flat_map(|partition| self.layout.partition(*partition)));
        Folded { partitions, lists }
    }

    /// Frees what was counted for lists; more of them are counted again.
    pub(crate) fn free_counts(&self) {
        *sync::lock(&self.part_counts) = None;
    }

    /// Makes the files of a partition from its lists, in the order of [`Index::partition_files`].
    pub(crate) fn make(&self, partition: usize, folded: &Folded) -> Vec<File> {
        let lists = &folded.lists;
        let name = name_of(&self.layout.partitions[partition].first);
        let (mut packed_lists, mut successors, mut alone) = (Vec::new(), vec![0; 4], Vec::new());
        let mut listed = Vec::new();
        for position in self.layout.partition(partition) {
            let statements = self.layout.statements(position);
            listed.push(match (statements, self.layout.is_alone(position, &self.words)) {
                (0, _) => None,
                (_, true) => {
                    let (bytes, bits) = self.alone(position, lists, &mut alone);
                    Some(Listed { statements, bytes, alone: Some(bits) })
                }
                (_, false) => {
                    let before = packed_lists.len();
                    list::encode(lists.list(position), RANK_BITS, &mut packed_lists);
                    push_successors(lists, position, &mut successors);
                    Some(Listed { statements, bytes: (packed_lists.len() - before) as u32, alone: None })
                }
            });
        }
        let check = fnv(&packed_lists);
        successors[..4].copy_from_slice(&check.to_le_bytes());
        let next = self.layout.partitions.get(partition + 1).map_or("", |next| next.first.as_str());
        let entries =
            self.layout.partition(partition).zip(&listed).map(|(position, listed)| self.entry(position, *listed));
        let dictionary = dictionary::encode(check, next, entries);
        let mut files: Vec<File> = [("d", dictionary), ("p", packed_lists), ("n", successors)]
            .map(|(folder, bytes)| (format!("{folder}/{name}.bin"), bytes))
            .into();
        files.append(&mut alone);
        files
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

    /// Adds the files of one stem: returns the bytes of its list, and how its successors are parted.
    fn alone(&self, position: usize, lists: &Lists, files: &mut Vec<File>) -> (u32, u32) {
        let name = self.name(position);
        let mut list = Vec::new();
        list::encode(lists.list(position), RANK_BITS, &mut list);
        let (length, check) = (list.len() as u32, fnv(&list));
        files.push((format!("l/{name}.bin"), list));
        let bits = self.layout.bucket_bits(position);
        if bits == 0 {
            let mut successors = check.to_le_bytes().to_vec();
            push_successors(lists, position, &mut successors);
            files.push((format!("l/{name}.n.bin"), successors));
            return (length, bits);
        }
        for (bucket, postings) in buckets(lists, position, bits).into_iter().enumerate() {
            let mut bytes = Vec::new();
            list::encode(postings.into_iter(), SUCCESSOR_BITS - bits, &mut bytes);
            files.push((format!("l/{name}.{bits}-{bucket}.bin"), bytes));
        }
        (length, bits)
    }

    fn name(&self, position: usize) -> String {
        name_of(self.words.text(self.layout.texts[position]))
    }

    /// The files of stored fields: the path of each, and the positions of its statements.
    pub(crate) fn stored_files(&self) -> impl Iterator<Item = (String, Range<usize>)> {
        let ends = self.stored.iter().skip(1).map(|next| next.start).chain([self.statements.len()]);
        self.stored.iter().zip(ends).map(|(range, end)| (format!("s/{}.json", range.first), range.start..end))
    }

    /// Makes a file of stored fields, of the statements at these positions.
    pub(crate) fn stored(&self, at: Range<usize>, fields: impl Fn(usize) -> StoredFields) -> Vec<u8> {
        stored::encode(at.map(|at| (self.numbers[at], fields(at))))
    }

    /// Makes the directory, `index.json`; `language` is that of the site.
    pub(crate) fn directory(&self, language: &Language, facets: &[&Facet]) -> Vec<u8> {
        directory::encode(self.statements.len(), language, &self.layout.partitions, &self.stored, facets)
    }

    /// A fingerprint of what the directory says beside the facets.
    pub(crate) fn directory_fingerprint(&self) -> u64 {
        let mut hash = Xxh3::new();
        self.statements.len().hash(&mut hash);
        self.layout.partitions.iter().for_each(|partition| partition.first.hash(&mut hash));
        self.stored.iter().for_each(|range| range.first.hash(&mut hash));
        hash.finish()
    }
}

/// The successors of a stem in buckets: for each, the statement and the rest of the hash.
fn buckets(lists: &Lists, position: usize, bits: u32) -> Vec<Vec<(Number, u32)>> {
    let mut buckets = vec![Vec::new(); 1 << bits];
    let mut numbers = lists.list(position).map(|(number, _)| number);
    let mut number = numbers.next();
    for successor in lists.successors(position).flatten() {
        let hash = successor & !LAST;
        if let Some(number) = number.filter(|_| hash > 0) {
            let (bucket, rest) = in_bucket(hash, bits);
            buckets[bucket as usize].push((number, rest));
        }
        if hash != *successor {
            number = numbers.next();
        }
    }
    buckets
}

fn push_successors(lists: &Lists, position: usize, bytes: &mut Vec<u8>) {
    for successors in lists.successors(position) {
        bytes.extend(successors.iter().flat_map(|successor| successor.to_le_bytes()));
    }
}
