//! The ledger: the dependencies of each page, as one run records them for the next. Each run writes all of it.

use std::sync::OnceLock;

use bitcode::{Decode, Encode};
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::checksum::Checksum;
use super::dependency::Dependency;
use super::uses::Uses;
use crate::name::Name;

/// The dependencies of all pages of a site, with the fingerprints they had.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    /// Each dependency with its fingerprint at the time when a page that has it was rendered.
    pub(super) dependencies: Vec<(Dependency, u64)>,
    pub(super) pages: Vec<Entry>,
    /// The dependencies of the pages, one page after the other, as positions in `dependencies` (`uses::append`).
    pub(super) uses: Vec<u8>,
    /// The checksums of the pages that have one, in the order of their addresses.
    checksums: Checksums,
    /// The positions of each page and of the first of its dependencies, computed at the first lookup if not before.
    positions: OnceLock<FxHashMap<u64, (u32, usize)>>,
}

/// Checksums of pages, by the hashes (XXH3) of their addresses.
#[derive(Debug, Default)]
pub(super) struct Checksums(Vec<(Name, Checksum)>);

impl Checksums {
    /// Checksums in any order, one of each page.
    pub(super) fn of(mut checksums: Vec<(Name, Checksum)>) -> Checksums {
        checksums.sort_unstable_by_key(|(page, _)| *page);
        Checksums(checksums)
    }

    pub(super) fn get(&self, page: Name) -> Option<Checksum> {
        let at = self.0.binary_search_by_key(&page, |(page, _)| *page).ok()?;
        self.0.get(at).map(|(_, checksum)| *checksum)
    }
}

/// The record of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Decode, Encode)]
pub(super) struct Entry {
    /// Hash (XXH3) of its address.
    pub(super) address: u64,
    /// The fingerprint of which page it is: later another page can have the address.
    pub(super) kind: u64,
    /// Hash (XXH3) of its bytes.
    pub(super) bytes: u64,
    /// How many bytes its dependencies take.
    pub(super) length: u32,
}

/// Records of pages, looked up one after the other.
#[derive(Debug)]
pub(super) struct InOrder<'a> {
    ledger: &'a Ledger,
    /// The position of the next record, and of the first of its dependencies.
    at: usize,
    first: usize,
}

impl<'a> InOrder<'a> {
    /// The same as [`Ledger::page`].
    pub(super) fn page(&mut self, address: u64) -> Option<(&'a Entry, Uses<'a>)> {
        let next = self.ledger.pages.get(self.at).filter(|page| page.address == address);
        let (at, first) = match next {
            Some(_) => (self.at, self.first),
            None => self.ledger.position_of(address)?,
        };
        let page = self.ledger.pages.get(at)?;
        let end = first + page.length as usize;
        (self.at, self.first) = (at + 1, end);
        Some((page, Uses::of(self.ledger.uses.get(first..end)?)))
    }
}

/// A part of a ledger, as it is encoded: parts keep a large ledger from being in memory twice.
#[derive(Debug, Decode, Encode)]
pub(crate) struct Chunk(Part);

#[derive(Debug, Decode, Encode)]
enum Part {
    Dependencies(Vec<(Dependency, u64)>),
    Pages(Vec<Entry>, Vec<u8>),
    Checksums(Vec<(Name, Checksum)>),
}

/// The number of dependencies or pages in a part.
const CHUNK: usize = 8_000;

impl Ledger {
    /// A ledger of pages with their dependencies, one page after the other.
    pub(super) fn of(
        dependencies: Vec<(Dependency, u64)>,
        pages: Vec<Entry>,
        uses: Vec<u8>,
        checksums: Vec<(Name, Checksum)>,
    ) -> Ledger {
        Ledger { dependencies, pages, uses, checksums: Checksums::of(checksums), positions: OnceLock::new() }
    }

    /// The checksum that a page had when it was rendered, if it has one.
    pub(super) fn checksum(&self, page: Name) -> Option<Checksum> {
        self.checksums.get(page)
    }

    fn positions(&self) -> FxHashMap<u64, (u32, usize)> {
        let (mut first, mut positions) = (0, FxHashMap::with_capacity_and_hasher(self.pages.len(), FxBuildHasher));
        for (at, page) in self.pages.iter().enumerate() {
            positions.insert(page.address, (position(at), first));
            first += page.length as usize;
        }
        positions
    }

    /// Whether all positions are valid.
    fn is_whole(&self) -> bool {
        let mut rest = self.uses.as_slice();
        let is_valid = |page: &Entry| {
            let Some((uses, after)) = rest.split_at_checked(page.length as usize) else { return false };
            rest = after;
            Uses::of(uses).all(|at| (at as usize) < self.dependencies.len())
        };
        self.pages.iter().all(is_valid) && rest.is_empty()
    }

    /// The record of the page at the address with this hash, and its dependencies.
    pub(super) fn page(&self, address: u64) -> Option<(&Entry, Uses<'_>)> {
        let (at, first) = self.position_of(address)?;
        let page = self.pages.get(at)?;
        Some((page, Uses::of(self.uses.get(first..first + page.length as usize)?)))
    }

    /// The position of the record of a page, and of the first of its dependencies.
    fn position_of(&self, address: u64) -> Option<(usize, usize)> {
        let (at, first) = *self.positions.get_or_init(|| self.positions()).get(&address)?;
        Some((at as usize, first))
    }

    /// The records in an order that is mostly theirs: looked up much faster than each by itself.
    pub(super) fn in_order(&self) -> InOrder<'_> {
        InOrder { ledger: self, at: 0, first: 0 }
    }

    /// The ledger in parts, each created when it is taken.
    pub(crate) fn chunks(&self) -> impl Iterator<Item = Chunk> {
        let dependencies = self.dependencies.chunks(CHUNK).map(|some| Part::Dependencies(some.to_vec()));
        let mut first = 0;
        let pages = self.pages.chunks(CHUNK).map(move |pages| {
            let length: usize = pages.iter().map(|page| page.length as usize).sum();
            let uses = self.uses[first..first + length].to_vec();
            first += length;
            Part::Pages(pages.to_vec(), uses)
        });
        let checksums = self.checksums.0.chunks(CHUNK).map(|some| Part::Checksums(some.to_vec()));
        dependencies.chain(pages).chain(checksums).map(Chunk)
    }

    pub(crate) fn chunk_count(&self) -> usize {
        let lengths = [self.dependencies.len(), self.pages.len(), self.checksums.0.len()];
        lengths.into_iter().map(|length| length.div_ceil(CHUNK)).sum()
    }

    /// Joins the parts of a ledger in their order; `None` where some of it is missing.
    pub(crate) fn whole(chunks: impl IntoIterator<Item = Chunk>) -> Option<Ledger> {
        let (mut ledger, mut checksums) = (Ledger::default(), Vec::new());
        for chunk in chunks {
            match chunk.0 {
                Part::Dependencies(dependencies) => ledger.dependencies.extend(dependencies),
                Part::Pages(pages, uses) => {
                    ledger.pages.extend(pages);
                    ledger.uses.extend(uses);
                }
                Part::Checksums(some) => checksums.extend(some),
            }
        }
        ledger.checksums = Checksums::of(checksums);
        // Pages are looked up on all threads at once, which would all wait for the first.
        ledger.positions.get_or_init(|| ledger.positions());
        ledger.is_whole().then_some(ledger)
    }
}

/// A position in a list; 2³² dependencies would not have fitted into memory.
pub(super) fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::uses::append;
    use super::{CHUNK, Checksum, Chunk, Dependency, Entry, Ledger, Part};

    #[test]
    fn chunks_make_the_whole_again() {
        let dependencies = (0..CHUNK as u64 + 5).map(|n| (Dependency::Text(n), n)).collect();
        let mut uses = Vec::new();
        let uses_of = |n: u64| (0..n as u32 % 3).map(move |more| n as u32 / 2 + more);
        let page = |n: u64| {
            let length = append(&mut uses, uses_of(n)) as u32;
            Entry { address: n * 7, kind: 0, bytes: n, length }
        };
        let pages: Vec<Entry> = (0..2 * CHUNK as u64 + 3).map(page).collect();
        let checksums = [9, 4].map(|page| (page, Checksum::of(&[page as u8]))).to_vec();
        let ledger = Ledger::of(dependencies, pages, uses, checksums);
        assert_eq!(ledger.chunks().count(), ledger.chunk_count());
        let whole = Ledger::whole(ledger.chunks()).unwrap();
        assert_eq!(
            (&whole.dependencies, &whole.pages, &whole.uses),
            (&ledger.dependencies, &ledger.pages, &ledger.uses)
        );
        for n in [1, 2, CHUNK as u64 + 1, 2 * CHUNK as u64 + 2] {
            let (page, uses) = whole.page(7 * n).unwrap();
            assert_eq!((page.bytes, uses.collect::<Vec<_>>()), (n, uses_of(n).collect()));
        }
        let mut in_order = whole.in_order();
        // With gaps, to and fro.
        for n in [0, 1, 2, 2, 5, 4, 5, 6, CHUNK as u64, CHUNK as u64 + 1, 0] {
            let (page, uses) = in_order.page(7 * n).unwrap();
            assert_eq!((page.bytes, uses.collect::<Vec<_>>()), (n, uses_of(n).collect()));
            assert!(in_order.page(1).is_none());
        }
        assert!(whole.page(1).is_none());
        assert_eq!(
            [4, 5, 9].map(|page| whole.checksum(page)),
            [Some(Checksum::of(&[4])), None, Some(Checksum::of(&[9]))]
        );
    }

    #[test]
    fn a_ledger_with_a_position_of_nothing_is_none() {
        let page = Entry { address: 1, kind: 2, bytes: 3, length: 1 };
        let of = |pages: Vec<Entry>, uses: Vec<u8>| {
            let parts = [Part::Dependencies(vec![(Dependency::People, 4)]), Part::Pages(pages, uses)];
            Ledger::whole(parts.map(Chunk)).is_some()
        };
        assert!(of(vec![page], vec![0]));
        for uses in [vec![2], vec![0x80], vec![]] {
            assert!(!of(vec![page], uses));
        }
        assert!(!of(vec![page, page], vec![0]));
    }
}
