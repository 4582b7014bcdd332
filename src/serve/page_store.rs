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
    /// Used where there is no temporary file, or it has failed.
    InMemory(Bytes),
    /// They could not be read: the page has to be rendered again.
    Lost,
}

/// The storage for the bytes of files.
#[derive(Debug, Default)]
struct ByteStore {
    scratch: Option<Scratch>,
    /// Whether it failed once, as where the disk is full. It is still read, and written to no more: trying that for each page
    /// takes time, and what fails once may fail again.
    has_failed: bool,
}

impl ByteStore {
    fn put(&mut self, bytes: Vec<u8>) -> StoredBytes {
        let scratch = self.scratch.as_mut().filter(|_| !self.has_failed);
        match scratch.map(|scratch| scratch.put(&bytes)) {
            Some(Ok(extent)) => return StoredBytes::OnDisk(extent),
            Some(Err(_)) => self.has_failed = true,
            None => {}
        }
        StoredBytes::InMemory(bytes.into_boxed_slice().into())
    }

    /// The bytes; `None` where they are lost.
    fn get(&mut self, stored: &StoredBytes) -> Option<Bytes> {
        match stored {
            StoredBytes::OnDisk(extent) => {
                let bytes = self.scratch.as_mut().and_then(|scratch| scratch.get(extent).ok());
                self.has_failed |= bytes.is_none();
                bytes.map(Bytes::from)
            }
            StoredBytes::InMemory(bytes) => Some(bytes.clone()),
            StoredBytes::Lost => None,
        }
    }

    fn free(&mut self, stored: StoredFile) {
        if let (Some(scratch), StoredBytes::OnDisk(extent)) = (&mut self.scratch, stored.bytes) {
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

impl StoredFile {
    fn is_lost(&self) -> bool {
        matches!(self.bytes, StoredBytes::Lost)
    }
}

/// What the store knows of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lookup {
    /// The file is what a build would write now.
    Current,
    /// The site has no such file.
    Missing,
    /// The file has not been revalidated in this generation, or was lost.
    Unknown,
}

impl PageStore {
    /// An empty store, with a file for the pages where there is one.
    pub(super) fn of(scratch: Option<Scratch>) -> PageStore {
        let store = ByteStore { scratch, has_failed: false };
        PageStore(Mutex::new(Contents { store, ..Contents::default() }))
    }

    fn contents(&self) -> MutexGuard<'_, Contents> {
        sync::lock(&self.0)
    }

    /// Looks a path up in this generation.
    pub(super) fn find(&self, path: &str) -> Lookup {
        let contents = self.contents();
        match contents.files.get(path) {
            Some(stored) if stored.generation == contents.generation && !stored.is_lost() => Lookup::Current,
            None if contents.is_complete => Lookup::Missing,
            _ => Lookup::Unknown,
        }
    }

    /// Reads the file last stored at a path, of any generation.
    pub(super) fn read(&self, path: &str) -> Option<ServedFile> {
        let mut contents = self.contents();
        let Contents { files, store, .. } = &mut *contents;
        let stored = files.get_mut(path)?;
        let bytes = store.get(&stored.bytes);
        if bytes.is_none() {
            stored.bytes = StoredBytes::Lost;
        }
        Some(ServedFile { bytes, hash: stored.hash })
    }

    /// The hash (XXH3) of the file last stored at a path, of any generation; it is not read.
    pub(super) fn hash(&self, path: &str) -> Option<u64> {
        self.contents().files.get(path).map(|stored| stored.hash)
    }

    /// Whether the bytes of a stored file could not be read.
    pub(super) fn is_lost(&self, path: &str) -> bool {
        self.contents().files.get(path).is_some_and(StoredFile::is_lost)
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

    /// Takes a stored page over into this generation, if its bytes have this hash and were not lost; whether it was.
    pub(super) fn keep(&self, path: &str, hash: u64) -> bool {
        let mut contents = self.contents();
        let generation = contents.generation;
        let file = contents.files.get_mut(path).filter(|file| file.hash == hash && !file.is_lost());
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
    use super::{Lookup, PageStore, Scratch, ServedFile, StoredBytes};

    fn scratch() -> Scratch {
        Scratch::of(tempfile::tempfile().unwrap())
    }

    fn bytes(file: Option<ServedFile>) -> Option<Vec<u8>> {
        Some(file?.bytes?.to_vec())
    }

    /// The bytes of the current file.
    fn now(store: &PageStore, path: &str) -> Option<Vec<u8>> {
        (store.find(path) == Lookup::Current).then(|| bytes(store.read(path))).flatten()
    }

    fn is_in_memory(store: &PageStore, path: &str) -> bool {
        matches!(store.contents().files[path].bytes, StoredBytes::InMemory(_))
    }

    #[test]
    fn pages_are_read_as_they_were_stored_with_and_without_a_file() {
        for store in [PageStore::of(Some(scratch())), PageStore::of(None)] {
            store.begin("");
            let one = store.put("a".to_owned(), b"one".to_vec());
            store.put("b".to_owned(), vec![7; 10_000]);
            store.end();
            assert_eq!(now(&store, "a").as_deref(), Some(&b"one"[..]));
            assert_eq!(store.find("c"), Lookup::Missing);
            store.begin("");
            assert!(store.find("a") == Lookup::Unknown && now(&store, "b").is_none());
            assert_eq!((bytes(store.read("b")), store.hash("a")), (Some(vec![7; 10_000]), Some(one)));
            assert!(store.keep("a", one) && !store.keep("a", one + 1) && !store.keep("c", one));
            store.put("c".to_owned(), vec![8; 9_000]);
            store.put("c".to_owned(), vec![9; 9_500]);
            store.end();
            assert_eq!(now(&store, "a").as_deref(), Some(&b"one"[..]));
            assert_eq!(now(&store, "c"), Some(vec![9; 9_500]));
            assert!(bytes(store.read("b")).is_none(), "it is not of this site");
            store.remove("a");
            assert!(bytes(store.read("a")).is_none() && store.hash("a").is_none());
        }
    }

    #[test]
    fn a_page_that_cannot_be_read_is_rendered_again_and_stored_in_memory() {
        let store = PageStore::of(Some(scratch()));
        store.begin("");
        let hash = store.put("a".to_owned(), b"one".to_vec());
        store.put("b".to_owned(), b"two".to_vec());
        store.end();
        assert!(!is_in_memory(&store, "a"));
        store.contents().store.scratch.as_ref().unwrap().lose();
        // Its hash is known without reading it.
        assert_eq!((store.find("a"), store.hash("a"), store.is_lost("a")), (Lookup::Current, Some(hash), false));
        assert!(store.read("a").is_some_and(|file| file.bytes.is_none()));
        assert_eq!((store.find("a"), store.find("b"), store.is_lost("a")), (Lookup::Unknown, Lookup::Current, true));
        store.begin("");
        assert!(!store.keep("a", hash), "it has to be rendered");
        store.put("a".to_owned(), b"one".to_vec());
        store.end();
        assert!(now(&store, "a").as_deref() == Some(b"one") && is_in_memory(&store, "a"));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_written_to_once() {
        let store = PageStore::of(Some(Scratch::full()));
        store.begin("");
        for path in ["a", "b"] {
            assert!(!store.contents().store.has_failed || path == "b");
            store.put(path.to_owned(), vec![1; 5000]);
            assert!(now(&store, path) == Some(vec![1; 5000]) && is_in_memory(&store, path));
        }
        assert!(store.contents().store.has_failed);
    }
}
