//! The ledger: the dependencies of each page, as one run records them for the next. Each run writes all of it.

use std::sync::OnceLock;

use bitcode::{Decode, Encode};
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::dependency::Dependency;

/// The dependencies of all pages of a site, with the fingerprints they had.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    /// Each dependency with its fingerprint at the time when a page that has it was rendered.
    pub(super) dependencies: Vec<(Dependency, u64)>,
    pub(super) pages: Vec<Entry>,
    /// The dependencies of the pages, one page after the other, as positions in `dependencies`.
    pub(super) uses: Vec<u32>,
    /// The positions of each page and of the first of its dependencies, computed at the first lookup.
    positions: OnceLock<FxHashMap<u64, (u32, usize)>>,
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
    /// How many dependencies it has.
    pub(super) count: u32,
}

/// A part of a ledger, as it is encoded: parts keep a large ledger from being in memory twice.
#[derive(Debug, Decode, Encode)]
pub(crate) struct Chunk(Part);

#[derive(Debug, Decode, Encode)]
enum Part {
    Dependencies(Vec<(Dependency, u64)>),
    Pages(Vec<Entry>, Vec<u32>),
}

/// The number of dependencies or pages in a part.
const CHUNK: usize = 8_000;

impl Ledger {
    /// A ledger of pages with their dependencies, as positions, one page after the other.
    pub(super) fn of(dependencies: Vec<(Dependency, u64)>, pages: Vec<Entry>, uses: Vec<u32>) -> Ledger {
        Ledger { dependencies, pages, uses, positions: OnceLock::new() }
    }

    fn positions(&self) -> FxHashMap<u64, (u32, usize)> {
        let (mut first, mut positions) = (0, FxHashMap::with_capacity_and_hasher(self.pages.len(), FxBuildHasher));
        for (at, page) in self.pages.iter().enumerate() {
            positions.insert(page.address, (position(at), first));
            first += page.count as usize;
        }
        positions
    }

    /// Whether all positions are valid.
    fn is_whole(&self) -> bool {
        let count: usize = self.pages.iter().map(|page| page.count as usize).sum();
        count == self.uses.len() && self.uses.iter().all(|at| (*at as usize) < self.dependencies.len())
    }

    /// The record of the page at the address with this hash, and its dependencies.
    pub(super) fn page(&self, address: u64) -> Option<(&Entry, &[u32])> {
        let (at, first) = *self.positions.get_or_init(|| self.positions()).get(&address)?;
        let page = self.pages.get(at as usize)?;
        Some((page, self.uses.get(first..first + page.count as usize)?))
    }

    /// The ledger in parts, each created when it is taken.
    pub(crate) fn chunks(&self) -> impl Iterator<Item = Chunk> {
        let dependencies = self.dependencies.chunks(CHUNK).map(|some| Part::Dependencies(some.to_vec()));
        let mut first = 0;
        let pages = self.pages.chunks(CHUNK).map(move |pages| {
            let count: usize = pages.iter().map(|page| page.count as usize).sum();
            let uses = self.uses[first..first + count].to_vec();
            first += count;
            Part::Pages(pages.to_vec(), uses)
        });
        dependencies.chain(pages).map(Chunk)
    }

    pub(crate) fn chunk_count(&self) -> usize {
        self.dependencies.len().div_ceil(CHUNK) + self.pages.len().div_ceil(CHUNK)
    }

    /// Joins the parts of a ledger in their order; `None` where some of it is missing.
    pub(crate) fn whole(chunks: impl IntoIterator<Item = Chunk>) -> Option<Ledger> {
        let mut ledger = Ledger::default();
        for chunk in chunks {
            match chunk.0 {
                Part::Dependencies(dependencies) => ledger.dependencies.extend(dependencies),
                Part::Pages(pages, uses) => {
                    ledger.pages.extend(pages);
                    ledger.uses.extend(uses);
                }
            }
        }
        ledger.is_whole().then_some(ledger)
    }
}

/// A position in a list; 2³² dependencies would not have fitted into memory.
pub(super) fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{CHUNK, Dependency, Entry, Ledger};

    #[test]
    fn chunks_make_the_whole_again() {
        let dependencies = (0..CHUNK as u64 + 5).map(|n| (Dependency::Text(n), n)).collect();
        let pages = (0..2 * CHUNK as u64 + 3).map(|n| Entry { address: n * 7, kind: 0, bytes: n, count: n as u32 % 3 });
        let pages: Vec<Entry> = pages.collect();
        let uses: Vec<u32> = pages.iter().flat_map(|page| (0..page.count).map(|n| page.bytes as u32 / 2 + n)).collect();
        let ledger = Ledger::of(dependencies, pages, uses);
        assert_eq!(ledger.chunks().count(), ledger.chunk_count());
        let whole = Ledger::whole(ledger.chunks()).unwrap();
        assert_eq!(
            (&whole.dependencies, &whole.pages, &whole.uses),
            (&ledger.dependencies, &ledger.pages, &ledger.uses)
        );
        let (page, uses) = whole.page(7 * (CHUNK as u64 + 1)).unwrap();
        assert_eq!(
            (page.bytes, uses),
            (CHUNK as u64 + 1, &[CHUNK as u32 / 2, CHUNK as u32 / 2 + 1][..page.count as usize])
        );
        assert!(whole.page(1).is_none());
    }
}
