//! The pages as they are served. They are stored in a temporary file: a site can have hundreds of megabytes of pages, of which
//! few are requested.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};

use axum::body::Bytes;
use xxhash_rust::xxh3::xxh3_64;

use crate::folder::scratch::{Extent, Scratch};
use crate::sync;

/// All files of the site as they are served, by their paths in the output.
#[derive(Debug, Default)]
pub(super) struct PageStore(Mutex<Contents>);

#[derive(Debug, Default)]
struct Contents {
    files: HashMap<String, StoredFile>,
    store: ByteStore,
    /// Counts the sites: each rebuild begins a new generation.
    generation: u64,
    /// Whether exactly the files of this generation are stored.
    is_complete: bool,
    /// The path of `base_url`.
    base: String,
    /// The errors in the site, as text; empty where there are none.
    findings: String,
}

/// A file in the store.
#[derive(Debug)]
struct StoredFile {
    bytes: StoredBytes,
    /// Hash (XXH3) of the bytes.
    hash: u64,
    /// The last generation in which it was known to be current.
    generation: u64,
}

/// Where the bytes of a file are.
#[derive(Debug)]
enum StoredBytes {
    OnDisk(Extent),
    /// Used where there is no temporary file, or its disk is full.
    InMemory(Bytes),
}

/// The storage for the bytes of files.
#[derive(Debug)]
struct ByteStore(Option<Scratch>);

impl Default for ByteStore {
    fn default() -> ByteStore {
        // Where no temporary file can be created, all files are stored in memory.
        ByteStore(Scratch::new().ok())
    }
}

impl ByteStore {
    fn put(&mut self, bytes: Vec<u8>) -> StoredBytes {
        let extent = self.0.as_mut().and_then(|scratch| scratch.put(&bytes).ok());
        extent.map_or_else(|| StoredBytes::InMemory(bytes.into_boxed_slice().into()), StoredBytes::OnDisk)
    }

    /// The bytes; `None` where the temporary file cannot be read.
    fn get(&mut self, stored: &StoredBytes) -> Option<Bytes> {
        match stored {
            StoredBytes::OnDisk(extent) => Some(self.0.as_mut()?.get(extent).ok()?.into()),
            StoredBytes::InMemory(bytes) => Some(bytes.clone()),
        }
    }

    fn free(&mut self, stored: StoredFile) {
        if let (Some(scratch), StoredBytes::OnDisk(extent)) = (&mut self.0, stored.bytes) {
            scratch.free(extent);
        }
    }
}

/// A file as it is served.
#[derive(Debug, Default)]
pub(super) struct ServedFile {
    /// `None` where the temporary file cannot be read.
    pub(super) bytes: Option<Bytes>,
    /// Hash (XXH3) of the bytes.
    pub(super) hash: u64,
}

impl Contents {
    /// The file at a path, if it is of this generation, or of any where it `may_be_old`.
    fn file(&mut self, path: &str, may_be_old: bool) -> Option<ServedFile> {
        let stored = self.files.get(path).filter(|stored| may_be_old || stored.generation == self.generation)?;
        Some(ServedFile { bytes: self.store.get(&stored.bytes), hash: stored.hash })
    }
}

/// What the store knows of a path.
#[derive(Debug)]
pub(super) enum Lookup {
    /// The file is what a build would write now.
    Current(ServedFile),
    /// The site has no such file.
    Missing,
    /// The file has not been revalidated in this generation.
    Unknown,
}

impl PageStore {
    fn contents(&self) -> MutexGuard<'_, Contents> {
        sync::lock(&self.0)
    }

    /// Looks a path up in this generation.
    pub(super) fn find(&self, path: &str) -> Lookup {
        let mut contents = self.contents();
        match contents.file(path, false) {
            Some(file) => Lookup::Current(file),
            None if contents.is_complete && !contents.files.contains_key(path) => Lookup::Missing,
            None => Lookup::Unknown,
        }
    }

    /// The file last stored at a path, of any generation.
    pub(super) fn last(&self, path: &str) -> Option<ServedFile> {
        self.contents().file(path, true)
    }

    /// Whether there was no site yet.
    pub(super) fn is_empty(&self) -> bool {
        self.contents().generation == 0
    }

    /// Starts a new generation; every page must be revalidated.
    pub(super) fn begin(&self, base: &str) {
        let mut contents = self.contents();
        contents.generation += 1;
        contents.is_complete = false;
        base.clone_into(&mut contents.base);
    }

    /// Takes a stored page over into this generation, if its bytes have this hash; whether it was.
    pub(super) fn keep(&self, path: &str, hash: u64) -> bool {
        let mut contents = self.contents();
        let generation = contents.generation;
        let file = contents.files.get_mut(path).filter(|file| file.hash == hash);
        file.map(|file| file.generation = generation).is_some()
    }

    /// Stores a page that was rendered in this generation; returns the hash of its bytes.
    pub(super) fn put(&self, path: String, bytes: Vec<u8>) -> u64 {
        let hash = xxh3_64(&bytes);
        let mut contents = self.contents();
        let contents = &mut *contents;
        // The room of the old page can be reused at once: reading it takes the same lock.
        if let Some(old) = contents.files.remove(&path) {
            contents.store.free(old);
        }
        let stored = StoredFile { bytes: contents.store.put(bytes), hash, generation: contents.generation };
        contents.files.insert(path, stored);
        hash
    }

    /// Removes a path that the site does not have.
    pub(super) fn remove(&self, path: &str) {
        let mut contents = self.contents();
        if let Some(old) = contents.files.remove(path) {
            contents.store.free(old);
        }
    }

    /// Marks this generation as complete, and removes files of older ones.
    pub(super) fn end(&self) {
        let mut contents = self.contents();
        let contents = &mut *contents;
        let old = contents.files.extract_if(|_, stored| stored.generation != contents.generation);
        old.for_each(|(_, stored)| contents.store.free(stored));
        contents.is_complete = true;
    }

    pub(super) fn base(&self) -> String {
        self.contents().base.clone()
    }

    pub(super) fn findings(&self) -> String {
        self.contents().findings.clone()
    }

    /// Sets the errors; returns whether they changed.
    pub(super) fn set_findings(&self, findings: &str) -> bool {
        let mut contents = self.contents();
        let changed = contents.findings != findings;
        findings.clone_into(&mut contents.findings);
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::{ByteStore, Lookup, PageStore, ServedFile};

    fn bytes(file: Option<ServedFile>) -> Option<Vec<u8>> {
        Some(file?.bytes?.to_vec())
    }

    /// The bytes of the current file.
    fn now(store: &PageStore, path: &str) -> Option<Vec<u8>> {
        match store.find(path) {
            Lookup::Current(file) => bytes(Some(file)),
            Lookup::Missing | Lookup::Unknown => None,
        }
    }

    #[test]
    fn pages_are_read_as_they_were_stored_with_and_without_a_file() {
        for store in [PageStore::default(), PageStore::default()].into_iter().enumerate().map(|(round, store)| {
            if round == 1 {
                store.contents().store = ByteStore(None);
            }
            store
        }) {
            store.begin("");
            let one = store.put("a".to_owned(), b"one".to_vec());
            store.put("b".to_owned(), vec![7; 10_000]);
            store.end();
            assert_eq!(now(&store, "a").as_deref(), Some(&b"one"[..]));
            assert!(matches!(store.find("c"), Lookup::Missing));
            store.begin("");
            assert!(matches!(store.find("a"), Lookup::Unknown) && now(&store, "b").is_none());
            assert_eq!(bytes(store.last("b")), Some(vec![7; 10_000]));
            assert!(store.keep("a", one) && !store.keep("a", one + 1) && !store.keep("c", one));
            store.put("c".to_owned(), vec![8; 9_000]);
            store.put("c".to_owned(), vec![9; 9_500]);
            store.end();
            assert_eq!(now(&store, "a").as_deref(), Some(&b"one"[..]));
            assert_eq!(now(&store, "c"), Some(vec![9; 9_500]));
            assert!(bytes(store.last("b")).is_none(), "it is not of this site");
            store.remove("a");
            assert!(bytes(store.last("a")).is_none());
        }
    }
}
