//! The pages as they can be served. They lie in a temporary file: hundreds of megabytes of pages of which a few are asked
//! for are not kept in memory.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};

use axum::body::Bytes;
use xxhash_rust::xxh3::xxh3_64;

use crate::folder::scratch::{Place, Scratch};
use crate::sync;

/// Everything that can be served.
#[derive(Debug, Default)]
pub(super) struct Shelf(Mutex<Contents>);

#[derive(Debug, Default)]
struct Contents {
    leaves: HashMap<String, Kept>,
    store: Store,
    /// Counts the sites that were put here.
    turn: u64,
    /// Whether everything of this turn's site is there, and nothing else.
    is_whole: bool,
    /// The path of `base_url`.
    base: String,
    /// Errors in the site, for people; empty where there are none.
    findings: String,
}

/// One file as it is kept.
#[derive(Debug)]
struct Kept {
    /// As it was last made.
    bytes: Stored,
    /// Hash (XXH3) of the bytes.
    hash: u64,
    /// The turn in which a build would make it so.
    turn: u64,
}

/// Where the bytes of a file are.
#[derive(Debug)]
enum Stored {
    Aside(Place),
    /// In memory, where there is no temporary file, or no room in it.
    Here(Bytes),
}

/// What keeps the bytes of files.
#[derive(Debug)]
struct Store(Option<Scratch>);

impl Default for Store {
    fn default() -> Store {
        // Where no file can be made, everything is kept in memory.
        Store(Scratch::new().ok())
    }
}

impl Store {
    fn put(&mut self, bytes: Vec<u8>) -> Stored {
        let place = self.0.as_mut().and_then(|scratch| scratch.put(&bytes).ok());
        place.map_or_else(|| Stored::Here(bytes.into_boxed_slice().into()), Stored::Aside)
    }

    /// The bytes; none where they cannot be read any more.
    fn get(&mut self, stored: &Stored) -> Option<Bytes> {
        match stored {
            Stored::Aside(place) => Some(self.0.as_mut()?.get(place).ok()?.into()),
            Stored::Here(bytes) => Some(bytes.clone()),
        }
    }

    fn free(&mut self, kept: Kept) {
        if let (Some(scratch), Stored::Aside(place)) = (&mut self.0, kept.bytes) {
            scratch.free(place);
        }
    }
}

/// One file.
#[derive(Debug, Default)]
pub(super) struct Leaf {
    /// As it was last made; none where it cannot be read any more.
    pub(super) bytes: Option<Bytes>,
    /// Hash (XXH3) of the bytes.
    pub(super) hash: u64,
}

impl Contents {
    /// What is at a path, if it is of this turn's site or an older one `may_be_old`.
    fn leaf(&mut self, path: &str, may_be_old: bool) -> Option<Leaf> {
        let kept = self.leaves.get(path).filter(|kept| may_be_old || kept.turn == self.turn)?;
        Some(Leaf { bytes: self.store.get(&kept.bytes), hash: kept.hash })
    }
}

/// What is known of a path.
#[derive(Debug)]
pub(super) enum Found {
    /// It is as a build would make it now.
    Fresh(Leaf),
    /// There is nothing.
    Nothing,
    /// Only the workshop can tell.
    Unknown,
}

impl Shelf {
    fn contents(&self) -> MutexGuard<'_, Contents> {
        sync::lock(&self.0)
    }

    /// What is at a path.
    pub(super) fn find(&self, path: &str) -> Found {
        let mut contents = self.contents();
        match contents.leaf(path, false) {
            Some(leaf) => Found::Fresh(leaf),
            None if contents.is_whole && !contents.leaves.contains_key(path) => Found::Nothing,
            None => Found::Unknown,
        }
    }

    /// What was put at a path last, in whatever turn.
    pub(super) fn last(&self, path: &str) -> Option<Leaf> {
        self.contents().leaf(path, true)
    }

    /// Whether no site was put here yet.
    pub(super) fn is_empty(&self) -> bool {
        self.contents().turn == 0
    }

    /// Begins with another site: of every page it has to be found out whether it is as it was.
    pub(super) fn begin(&self, base: &str) {
        let mut contents = self.contents();
        contents.turn += 1;
        contents.is_whole = false;
        base.clone_into(&mut contents.base);
    }

    /// Keeps a page whose bytes have this hash now, if it is there.
    pub(super) fn keep(&self, path: &str, hash: u64) -> bool {
        let mut contents = self.contents();
        let turn = contents.turn;
        let leaf = contents.leaves.get_mut(path).filter(|leaf| leaf.hash == hash);
        leaf.map(|leaf| leaf.turn = turn).is_some()
    }

    /// Puts a page there as it was made now.
    pub(super) fn put(&self, path: String, bytes: Vec<u8>) -> u64 {
        let hash = xxh3_64(&bytes);
        let mut contents = self.contents();
        let contents = &mut *contents;
        // What is there is read only while nobody puts anything.
        if let Some(old) = contents.leaves.remove(&path) {
            contents.store.free(old);
        }
        let kept = Kept { bytes: contents.store.put(bytes), hash, turn: contents.turn };
        contents.leaves.insert(path, kept);
        hash
    }

    /// Removes what is not of this site.
    pub(super) fn remove(&self, path: &str) {
        let mut contents = self.contents();
        if let Some(old) = contents.leaves.remove(path) {
            contents.store.free(old);
        }
    }

    /// The site is whole: what is of another is removed.
    pub(super) fn end(&self) {
        let mut contents = self.contents();
        let contents = &mut *contents;
        let old = contents.leaves.extract_if(|_, kept| kept.turn != contents.turn);
        old.for_each(|(_, kept)| contents.store.free(kept));
        contents.is_whole = true;
    }

    pub(super) fn base(&self) -> String {
        self.contents().base.clone()
    }

    pub(super) fn findings(&self) -> String {
        self.contents().findings.clone()
    }

    /// Sets the errors; whether they were others before.
    pub(super) fn set_findings(&self, findings: &str) -> bool {
        let mut contents = self.contents();
        let changed = contents.findings != findings;
        findings.clone_into(&mut contents.findings);
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::{Found, Leaf, Shelf, Store};

    fn bytes(leaf: Option<Leaf>) -> Option<Vec<u8>> {
        Some(leaf?.bytes?.to_vec())
    }

    /// What is there now.
    fn now(shelf: &Shelf, path: &str) -> Option<Vec<u8>> {
        match shelf.find(path) {
            Found::Fresh(leaf) => bytes(Some(leaf)),
            Found::Nothing | Found::Unknown => None,
        }
    }

    #[test]
    fn pages_are_as_they_were_put_with_and_without_a_file() {
        for shelf in [Shelf::default(), Shelf::default()].into_iter().enumerate().map(|(round, shelf)| {
            if round == 1 {
                shelf.contents().store = Store(None);
            }
            shelf
        }) {
            shelf.begin("");
            let one = shelf.put("a".to_owned(), b"one".to_vec());
            shelf.put("b".to_owned(), vec![7; 10_000]);
            shelf.end();
            assert_eq!(now(&shelf, "a").as_deref(), Some(&b"one"[..]));
            assert!(matches!(shelf.find("c"), Found::Nothing));
            shelf.begin("");
            assert!(matches!(shelf.find("a"), Found::Unknown) && now(&shelf, "b").is_none());
            assert_eq!(bytes(shelf.last("b")), Some(vec![7; 10_000]));
            assert!(shelf.keep("a", one) && !shelf.keep("a", one + 1) && !shelf.keep("c", one));
            shelf.put("c".to_owned(), vec![8; 9_000]);
            shelf.put("c".to_owned(), vec![9; 9_500]);
            shelf.end();
            assert_eq!(now(&shelf, "a").as_deref(), Some(&b"one"[..]));
            assert_eq!(now(&shelf, "c"), Some(vec![9; 9_500]));
            assert!(bytes(shelf.last("b")).is_none(), "it is not of this site");
            shelf.remove("a");
            assert!(bytes(shelf.last("a")).is_none());
        }
    }
}
