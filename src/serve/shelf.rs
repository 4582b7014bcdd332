//! The pages as they can be served.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use xxhash_rust::xxh3::xxh3_64;

/// Everything that can be served.
#[derive(Debug, Default)]
pub(super) struct Shelf(Mutex<Contents>);

#[derive(Debug, Default)]
struct Contents {
    leaves: HashMap<String, Leaf>,
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
    /// Whether it is as a build would make it now.
    pub(super) is_fresh: bool,
}

impl Shelf {
    fn contents(&self) -> MutexGuard<'_, Contents> {
        // Every change leaves the contents whole, so a thread that panicked elsewhere has not harmed them.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is at a path.
    pub(super) fn get(&self, path: &str) -> Option<Leaf> {
        self.contents().leaves.get(path).cloned()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.contents().leaves.is_empty()
    }

    /// Puts a page there as it was made now.
    pub(super) fn put(&self, path: String, bytes: Vec<u8>) -> u64 {
        let hash = xxh3_64(&bytes);
        self.contents().leaves.insert(path, Leaf { bytes: bytes.into(), hash, is_fresh: true });
        hash
    }

    /// Takes over the pages of a new site: each path with the hash that its bytes should have, if that is known; what is
    /// not named is gone. Whether each can stay as it is comes back.
    pub(super) fn arrange(&self, base: &str, pages: &[(String, Option<u64>)]) -> Vec<bool> {
        let mut contents = self.contents();
        base.clone_into(&mut contents.base);
        let leaves = &mut contents.leaves;
        let mut is_fresh = Vec::with_capacity(pages.len());
        for (path, hash) in pages {
            let known = leaves.get_mut(path).map(|leaf| {
                leaf.is_fresh &= *hash == Some(leaf.hash);
                leaf.is_fresh
            });
            if known.is_none() {
                leaves.insert(path.clone(), Leaf::default());
            }
            is_fresh.push(known.unwrap_or_default());
        }
        if leaves.len() > pages.len() {
            let named: HashSet<&str> = pages.iter().map(|(path, _)| path.as_str()).collect();
            leaves.retain(|path, _| named.contains(path.as_str()));
        }
        is_fresh
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
