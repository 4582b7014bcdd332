//! From the words of statements to files.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::bits::fnv;
use super::card::{self, Card, Pack};
use super::changes::Changes;
use super::dictionary::{self, Entry, Listed};
use super::facet::{self, Facet};
use super::fold::{Folding, Lists};
use super::layout::{Counts, LIMITS, Layout, Limits, Text};
use super::number::{Day, Number};
use super::shard::{Shard, name_of};
use super::successors::in_bucket;
use super::terms::Terms;
use super::vocabulary::Words;
use super::{directory, list};
use crate::language::Language;

/// About so many bytes of lists are in memory at once.
const AT_ONCE: usize = 64 << 20;

/// How many bits a rank has.
const RANK_BITS: u32 = 3;

/// How many bits a successor has.
const SUCCESSOR_BITS: u32 = 15;

/// The words of a statement, and its day.
#[derive(Clone, Copy, Debug)]
pub struct Statement<'a> {
    /// When it was said.
    pub day: Day,
    /// The words of its title, speakers, topics, event and place.
    pub head: &'a Terms,
    /// The words of its summary, text and context.
    pub body: &'a Terms,
}

impl<'a> Statement<'a> {
    fn text(&self) -> Text<'a> {
        Text { head: self.head, body: self.body }
    }
}

/// The numbers of statements in the order of their days.
fn numbers(statements: &[Statement<'_>]) -> Option<Vec<Number>> {
    debug_assert!(statements.is_sorted_by_key(|statement| statement.day));
    let days = statements.chunk_by(|one, other| one.day == other.day);
    days.flat_map(|day| day.iter().zip(0..)).map(|(statement, place)| statement.day.number(place)).collect()
}

/// A file: its path below that of search, and its bytes.
pub type File = (String, Vec<u8>);

/// All files of search, as far as they are known before they are made.
pub struct Index<'a> {
    words: &'a Words,
    texts: Vec<Text<'a>>,
    numbers: Vec<Number>,
    part: usize,
    counts: Vec<Counts>,
    layout: Layout,
    packs: Vec<Pack>,
    limits: Limits,
}

impl<'a> Index<'a> {
    /// Of statements in the order of their days, by words of this vocabulary. None where more are of one day than can be.
    pub fn of(words: &'a Words, statements: &[Statement<'a>]) -> Option<Index<'a>> {
        Index::with(LIMITS, words, statements)
    }

    /// The same, with parts of another size.
    pub(super) fn with(limits: Limits, words: &'a Words, statements: &[Statement<'a>]) -> Option<Index<'a>> {
        let numbers = numbers(statements)?;
        let texts: Vec<Text<'_>> = statements.iter().map(Statement::text).collect();
        let part = texts.len().div_ceil(rayon::current_num_threads().min(16)).max(1);
        let counts: Vec<Counts> = texts.par_chunks(part).map(|texts| Counts::of(texts, words)).collect();
        let mut all = counts.first().cloned().unwrap_or_else(|| Counts::of(&[], words));
        counts.iter().skip(1).for_each(|counts| all.change(counts, |all, part| all + part));
        let layout = Layout::of(all, words, limits);
        let packs = card::packs(&numbers);
        Some(Index { words, texts, numbers, part, counts, layout, packs, limits })
    }

    /// The shards of which files can differ from those that would be made of other statements, which had words of the same
    /// vocabulary. None of other shards does.
    pub fn changed(&self, before: &[Statement<'_>]) -> Option<Vec<usize>> {
        let old: Vec<Text<'_>> = before.iter().map(Statement::text).collect();
        let changes = Changes::of(&self.numbers, &self.texts, &numbers(before)?, &old);
        let touched = changes.touched(self.words, &self.layout.counts);
        let old = Layout::of(touched.counts, self.words, self.limits);
        let borders = |layout: &Layout| -> Vec<(String, Option<String>)> {
            let first = |shard: usize| layout.shards.get(shard).map(|shard: &Shard| shard.first.clone());
            (0..layout.shards.len()).filter_map(|shard| Some((first(shard)?, first(shard + 1)))).collect()
        };
        let old: BTreeSet<_> = borders(&old).into_iter().collect();
        let mut changed: BTreeSet<usize> =
            touched.texts.iter().map(|text| self.layout.shard_of(self.words.text(*text))).collect();
        changed
            .extend(borders(&self.layout).iter().zip(0..).filter(|(shard, _)| !old.contains(shard)).map(|(_, at)| at));
        Some(changed.into_iter().collect())
    }

    /// How many shards the dictionary has.
    pub fn shards(&self) -> usize {
        self.layout.shards.len()
    }

    /// The paths of the files of a shard.
    pub fn shard_files(&self, shard: usize) -> Vec<String> {
        let name = name_of(&self.layout.shards[shard].first);
        let mut files: Vec<String> = ["d", "p", "n"].iter().map(|folder| format!("{folder}/{name}.bin")).collect();
        for position in self.layout.shard(shard).filter(|position| self.layout.is_alone(*position, self.words)) {
            let name = self.name(position);
            files.push(format!("l/{name}.bin"));
            match self.layout.bucket_bits(position) {
                0 => files.push(format!("l/{name}.n.bin")),
                bits => files.extend((0..1 << bits).map(|bucket| format!("l/{name}.{bits}-{bucket}.bin"))),
            }
        }
        files
    }

    /// Makes the files of some shards, whose numbers rise, and gives each when it is made, from any thread.
    pub fn make(&self, shards: &[usize], give: &(impl Fn(File) + Sync)) {
        let bytes = |position: usize| 4 * self.layout.statements(position) + 2 * self.layout.places(position);
        let size = |shard: usize| self.layout.shard(shard).map(|position| bytes(position) as usize).sum::<usize>();
        let mut rest = shards;
        while !rest.is_empty() {
            let mut sum = 0;
            let fit = rest.iter().take_while(|shard| {
                sum += size(**shard);
                sum <= AT_ONCE
            });
            let (now, later) = rest.split_at(fit.count().max(1));
            let folding = Folding {
                words: self.words,
                layout: &self.layout,
                texts: &self.texts,
                numbers: &self.numbers,
                part: self.part,
                counts: &self.counts,
            };
            let lists = folding.lists(now.iter().flat_map(|shard| self.layout.shard(*shard)));
            now.par_iter().for_each(|shard| self.shard(*shard, &lists, give));
            rest = later;
        }
    }

    fn shard(&self, shard: usize, lists: &Lists<'_>, give: &(impl Fn(File) + Sync)) {
        let name = name_of(&self.layout.shards[shard].first);
        let (mut pack, mut successors) = (Vec::new(), vec![0; 4]);
        let mut listed = Vec::new();
        for position in self.layout.shard(shard) {
            let statements = self.layout.statements(position);
            listed.push(match (statements, self.layout.is_alone(position, self.words)) {
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

    fn entry(&self, position: usize, list: Option<Listed>) -> Entry<'a> {
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
    fn alone(&self, position: usize, lists: &Lists<'_>, give: &(impl Fn(File) + Sync)) -> (u32, u32) {
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

    /// Makes the files of cards.
    pub fn cards(&self, card: &(impl Fn(usize) -> Card + Sync), give: &(impl Fn(File) + Sync)) {
        self.packs.par_iter().enumerate().for_each(|(at, pack)| {
            let end = self.packs.get(at + 1).map_or(self.texts.len(), |next| next.start);
            let cards = (pack.start..end).map(|statement| (self.numbers[statement], card(statement)));
            give((format!("c/{}.json", pack.first), card::encode(cards)));
        });
    }

    /// Makes the files of facets, and the directory.
    pub fn rest(&self, language: &Language, facets: &[Facet], give: &(impl Fn(File) + Sync)) {
        let facets: Vec<&Facet> = facets.iter().filter(|facet| !facet.values.is_empty()).collect();
        let bytes: Vec<usize> = facets
            .par_iter()
            .map(|facet| {
                let (files, bytes) = facet::encode(facet, &self.numbers);
                files.into_iter().for_each(give);
                bytes
            })
            .collect();
        let facets = facets.iter().zip(bytes).map(|(facet, bytes)| (facet.name.clone(), facet.values.len(), bytes));
        let shards = &self.layout.shards;
        give(("index.json".to_owned(), directory::encode(self.texts.len(), language, shards, &self.packs, facets)));
    }
}

fn push_successors(lists: &Lists<'_>, position: usize, bytes: &mut Vec<u8>) {
    for successors in lists.successors(position) {
        bytes.extend(successors.iter().flat_map(|successor| successor.to_le_bytes()));
    }
}
