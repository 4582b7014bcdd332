//! What exists, at which address.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::page::{Page, Turn, address_hash};
use crate::address::Address;

/// Positions of pages by the hashes of their addresses.
pub(super) type Positions = FxHashMap<u64, usize>;

/// All pages of a site; no two stand on one address.
#[derive(Debug)]
pub struct Plan {
    pub(super) pages: Vec<Page>,
    /// Where each page is in the list, by the hash (XXH3) of its address.
    pub(super) positions: Positions,
    pub(super) assets: BTreeMap<String, Address>,
}

impl Plan {
    /// The pages; those that list statements first, in the order of the years.
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// Where the page is in the list that is written to this path of the output.
    pub fn position(&self, path: &str) -> Option<usize> {
        let address = Address::of_output(path);
        let position = self.positions.get(&address_hash(address.as_str())).copied();
        position.filter(|position| self.pages[*position].address == address)
    }

    /// The pages that share rows of statements, with others of which there are few; and all others.
    pub fn lists_and_others(&self) -> (&[Page], &[Page]) {
        self.pages.split_at(self.pages.partition_point(|page| matches!(page.kind.turn(), Turn::List(_))))
    }

    /// Whether there is a page or file at an address.
    pub(super) fn has(&self, address: &Address) -> bool {
        self.has_hash(address_hash(address.as_str()))
    }

    /// Whether there is a page or file at the address with this hash (XXH3).
    pub(super) fn has_hash(&self, address: u64) -> bool {
        self.positions.contains_key(&address)
    }

    /// The address of each static file, by its name below `static/`.
    pub fn assets(&self) -> &BTreeMap<String, Address> {
        &self.assets
    }

    /// The pages that a search engine should list, in the order of their addresses.
    pub fn indexable(&self) -> Vec<&Page> {
        let mut pages: Vec<&Page> = self.pages.iter().filter(|page| page.kind.is_indexable()).collect();
        pages.sort_unstable_by(|a, b| a.address.cmp(&b.address));
        pages
    }
}
