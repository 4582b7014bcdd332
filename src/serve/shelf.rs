//! The pages as they can be served.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};

use axum::body::Bytes;
use xxhash_rust::xxh3::xxh3_64;

use crate::sync;

/// Everything that can be served.
#[derive(Debug, Default)]
pub(super) struct Shelf(Mutex<Contents>);

#[derive(Debug, Default)]
struct Contents {
    leaves: HashMap<String, Leaf>,
    /// Counts the sites that were put here.
    turn: u64,
    /// Whether everything of this turn's site is there, and nothing else.
    is_whole: bool,
    /// The path of `base_url`.
    base: String,
    /// Errors in the site, for people; empty where there are none.
    findings: String,
}

/// One file.
#[derive(Clone, Debug, Default)]
pub(super) struct Leaf {
    /// As it was last made.
    pub(super) bytes: Bytes,
    /// Hash (XXH3) of the bytes.
    pub(super) hash: u64,
    /// The turn in which a build would make it so.
    pub(super) turn: u64,
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
        let contents = self.contents();
        match contents.leaves.get(path) {
            Some(leaf) if leaf.turn == contents.turn => Found::Fresh(leaf.clone()),
            None if contents.is_whole => Found::Nothing,
            _ => Found::Unknown,
        }
    }

    /// What was put at a path last, in whatever turn.
    pub(super) fn last(&self, path: &str) -> Option<Leaf> {
        self.contents().leaves.get(path).cloned()
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
        let turn = contents.turn;
        contents.leaves.insert(path, Leaf { bytes: bytes.into_boxed_slice().into(), hash, turn });
        hash
    }

    /// Removes what is not of this site.
    pub(super) fn remove(&self, path: &str) {
        self.contents().leaves.remove(path);
    }

    /// The site is whole: what is of another is removed.
    pub(super) fn end(&self) {
        let mut contents = self.contents();
        let turn = contents.turn;
        contents.leaves.retain(|_, leaf| leaf.turn == turn);
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
