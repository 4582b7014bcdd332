//! Records the dependencies of pages during a run.

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::checksum::Checksum;
use super::dependency::Dependency;
use super::fingerprint::Sources;
use super::ledger::{Checksums, Entry, Ledger, position};
use super::uses;
use crate::input::InputId;
use crate::name::Name;
use crate::plan::PageKind;

/// A page that was rendered.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    /// Its dependencies, each once.
    pub(crate) dependencies: Box<[Dependency]>,
    /// The hash (XXH3) of its bytes.
    pub(crate) bytes: u64,
    /// The checksum of its bytes, if it is of a kind that has one.
    pub(crate) checksum: Option<Checksum>,
}

/// The pages that were rendered in a run, with their dependencies.
#[derive(Debug)]
pub(crate) struct Recorder {
    positions: FxHashMap<Dependency, u32>,
    dependencies: Vec<Dependency>,
    pages: Vec<Entry>,
    uses: Vec<u8>,
    checksums: Vec<(Name, Checksum)>,
}

impl Recorder {
    /// A recorder with room for some pages.
    pub(crate) fn with_room_for(pages: usize) -> Recorder {
        // There are about four times as many dependencies, but most of them are added after the lists were rendered, which
        // take memory.
        let positions = FxHashMap::with_capacity_and_hasher(pages, FxBuildHasher);
        Recorder {
            positions,
            dependencies: Vec::with_capacity(pages),
            pages: Vec::with_capacity(pages),
            uses: Vec::new(),
            checksums: Vec::new(),
        }
    }

    /// Adds a page that was rendered, by the hash (XXH3) of its address and the fingerprint of its kind.
    pub(crate) fn add(&mut self, address: u64, kind: u64, made: &Made) {
        let positions = made.dependencies.iter().map(|dependency| {
            *self.positions.entry(*dependency).or_insert_with(|| {
                self.dependencies.push(*dependency);
                position(self.dependencies.len() - 1)
            })
        });
        let length = position(uses::append(&mut self.uses, positions));
        self.pages.push(Entry { address, kind, bytes: made.bytes, length });
        self.checksums.extend(made.checksum.map(|checksum| (address, checksum)));
    }

    /// The ledger of the site. Earlier records of the other pages at `addresses` stay valid, and are copied. `is_settled` says
    /// whether the stamp of a file can be trusted later.
    pub(crate) fn finish<K: PageKind + Sync>(
        self,
        before: Option<&Ledger>,
        sources: &Sources<'_, K>,
        addresses: impl Iterator<Item = u64>,
        is_settled: impl Fn(InputId) -> bool + Sync,
    ) -> Ledger {
        let Recorder { mut positions, dependencies, mut pages, mut uses, mut checksums } = self;
        let made = Checksums::of(checksums.clone());
        let of_bytes = |page: Name| made.get(page).or_else(|| before?.checksum(page)).map(|one| one.fingerprint());
        let found = |dependency: Dependency| match dependency {
            Dependency::Bytes(page) => of_bytes(page),
            dependency => sources.fingerprint(dependency),
        };
        let fingerprint = |dependency: &Dependency| match found(*dependency) {
            Some(fingerprint) if !sources.is_unsettled(*dependency, &is_settled) => (*dependency, fingerprint),
            _ => (Dependency::Unknown, 0),
        };
        let Some(before) = before else {
            // The index takes as much memory as the fingerprints.
            drop(positions);
            return Ledger::of(dependencies.par_iter().map(fingerprint).collect(), pages, uses, checksums);
        };
        let mut dependencies: Vec<(Dependency, u64)> = dependencies.par_iter().map(fingerprint).collect();
        let made: rustc_hash::FxHashSet<u64> = pages.iter().map(|page| page.address).collect();
        let mut moved: Vec<Option<u32>> = vec![None; before.dependencies.len()];
        let mut in_order = before.in_order();
        for address in addresses.filter(|address| !made.contains(address)) {
            let Some((page, used)) = in_order.page(address) else { continue };
            let used = used.map(|at| {
                *moved[at as usize].get_or_insert_with(|| {
                    // Its fingerprint may have changed since this page was rendered; then the ledger has it with both.
                    let known = before.dependencies[at as usize];
                    let here = positions.get(&known.0).copied();
                    here.filter(|here| dependencies[*here as usize] == known).unwrap_or_else(|| {
                        dependencies.push(known);
                        let here = position(dependencies.len() - 1);
                        positions.entry(known.0).or_insert(here);
                        here
                    })
                })
            });
            let length = position(uses::append(&mut uses, used));
            pages.push(Entry { length, ..*page });
            checksums.extend(before.checksum(address).map(|checksum| (address, checksum)));
        }
        Ledger::of(dependencies, pages, uses, checksums)
    }
}
