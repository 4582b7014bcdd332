//! The cache: the parsed files, and the dependencies of each page. It only saves time: with and without it the result of a
//! run is the same.

use std::borrow::Cow;
use std::io::{self, Write};
use std::sync::Arc;

use bitcode::Encode;
use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

use super::ledger::{Chunk, Ledger};
use super::snapshot::Snapshot;
use crate::checks;
use crate::entry::AnyParsed;
use crate::input::Stamp;
use crate::search;

/// The first bytes of a cache, which contain a hash of the sources of this program (`build.rs`). Another program may have
/// parsed files differently, or encoded values in another layout, so its cache is ignored.
pub const PROGRAM: &[u8] = concat!("chronicle ", env!("CHRONICLE_BUILD")).as_bytes();

/// The path of a file of the content, and its parsed entry.
pub(crate) type ParsedFile = (Arc<str>, AnyParsed);

/// The cache that a run writes.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    pub(crate) files: ParsedFiles,
    /// The fingerprint of what every page depends on.
    pub(crate) site: u64,
    pub(crate) ledger: Ledger,
}

/// The parsed files of the content.
#[derive(Debug, Default)]
pub(crate) struct ParsedFiles {
    /// The entries of files without findings, in the order of the paths.
    pub(crate) entries: Vec<ParsedFile>,
    /// The cache of rules without findings.
    pub(crate) known: checks::RuleCache,
    /// The words of statements.
    pub(crate) search: search::Kept,
}

/// A cache that was read, with the encoded bytes of its entries, which are copied where nothing changed.
#[derive(Debug)]
pub(crate) struct LoadedCache<'a> {
    pub(crate) files: ParsedFiles,
    /// The fingerprint of what every page depended on.
    pub(crate) site: u64,
    ledger: Vec<Part<'a>>,
    entries: Vec<Part<'a>>,
}

/// The number of stamps in one part.
const STAMPS: usize = 20_000;

/// The number of entries in one part: parts are encoded one after the other, so that a large chronicle is never in memory
/// twice.
const PART: usize = 250;

/// The number of parts that are encoded in parallel while as many are written.
const AT_ONCE: usize = 2;

/// Writes a cache: the program; the snapshot, its stamps in parts; the fingerprint of the site; the ledger and the entries in
/// parts. Each part has its length and hash (XXH3) before it. `previous` is the cache of the run before.
///
/// # Errors
/// The error of the writer.
pub(crate) fn write<'b>(
    snapshot: &Snapshot,
    cache: &'b Cache,
    previous: Option<&'b LoadedCache<'b>>,
    out: &mut (dyn Write + Send),
) -> io::Result<()> {
    out.write_all(PROGRAM)?;
    let stamps = snapshot.stamps.chunks(STAMPS);
    let head = Snapshot {
        stamps: Vec::new(),
        recent: snapshot.recent.clone(),
        findings: snapshot.findings.clone(),
        ..*snapshot
    };
    part(out, &bitcode::encode(&(head, stamps.len() as u64)))?;
    stamps.into_iter().try_for_each(|stamps| part(out, &bitcode::encode(stamps)))?;
    let entries = &cache.files.entries;
    let (words, statements) = cache.files.search.parts();
    let counts = [entries.len(), cache.ledger.chunk_count(), statements.len()].map(|count| count as u64);
    part(out, &bitcode::encode(&(cache.site, counts)))?;
    part(out, &bitcode::encode(&cache.files.known))?;
    part(out, &bitcode::encode(words))?;
    parts(statements, encoded, out)?;
    parts(cache.ledger.chunks(), |chunk: Chunk| encoded(&chunk), out)?;
    let before: &[ParsedFile] = previous.map_or(&[], |previous| &previous.files.entries);
    let before = before.chunks(PART).zip(previous.iter().flat_map(|previous| &previous.entries)).map(Some);
    let entries = entries.chunks(PART).zip(before.chain(std::iter::repeat(None)));
    let encoded = |(entries, before): (&'b [ParsedFile], Option<(&[ParsedFile], &'b Part<'b>)>)| match before {
        Some((before, (hash, bytes))) if is_same(entries, before) => (*hash, Cow::Borrowed(*bytes)),
        _ => encoded(entries),
    };
    parts(entries, encoded, out)
}

/// Writes parts in their order; some are encoded on all threads while those before them are written.
fn parts<'a, T: Send>(
    parts: impl Iterator<Item = T>,
    encoded: impl Fn(T) -> Encoded<'a> + Sync,
    out: &mut (dyn Write + Send),
) -> io::Result<()> {
    let (mut parts, mut waiting) = (parts.peekable(), Vec::new());
    while parts.peek().is_some() || !waiting.is_empty() {
        let some: Vec<T> = parts.by_ref().take(AT_ONCE).collect();
        let (next, written) = rayon::join(
            || some.into_par_iter().map(&encoded).collect(),
            || waiting.iter().try_for_each(|(hash, bytes): &Encoded<'_>| whole_part(out, *hash, bytes)),
        );
        written?;
        waiting = next;
    }
    Ok(())
}

/// The hash of an encoded part, and its bytes.
type Encoded<'a> = (u64, Cow<'a, [u8]>);

fn encoded<T: Encode + ?Sized>(part: &T) -> Encoded<'static> {
    let bytes = bitcode::encode(part);
    (xxh3_64(&bytes), Cow::Owned(bytes))
}

/// Whether the entries are unchanged.
fn is_same(entries: &[ParsedFile], before: &[ParsedFile]) -> bool {
    let same = |(one, other): (&ParsedFile, &ParsedFile)| one.0 == other.0 && one.1.is_that_of(&other.1);
    before.len() == entries.len() && entries.iter().zip(before).all(same)
}

fn part(out: &mut (dyn Write + Send), bytes: &[u8]) -> io::Result<()> {
    whole_part(out, xxh3_64(bytes), bytes)
}

fn whole_part(out: &mut (dyn Write + Send), hash: u64, bytes: &[u8]) -> io::Result<()> {
    out.write_all(&(bytes.len() as u64).to_le_bytes())?;
    out.write_all(&hash.to_le_bytes())?;
    out.write_all(bytes)
}

/// A cache of which the snapshot has been read.
#[derive(Debug)]
pub(crate) struct OpenedCache<'a> {
    pub(crate) snapshot: Snapshot,
    rest: &'a [u8],
}

/// Reads the snapshot of a cache. `None` if it was written by another program, truncated or damaged.
pub(crate) fn read(bytes: &[u8]) -> Option<OpenedCache<'_>> {
    let (head, mut rest) = next(bytes.strip_prefix(PROGRAM)?)?;
    let (mut snapshot, parts): (Snapshot, u64) = bitcode::decode(whole(head)?).ok()?;
    for _ in 0..parts {
        let (stamps, after) = next(rest)?;
        snapshot.stamps.extend(bitcode::decode::<Vec<(Arc<str>, Option<Stamp>)>>(whole(stamps)?).ok()?);
        rest = after;
    }
    Some(OpenedCache { snapshot, rest })
}

/// Reads a cache and writes it again, as the next run does with the parts that are still valid; `None` if the bytes are no
/// cache of this program.
pub fn rewritten(bytes: &[u8]) -> Option<Vec<u8>> {
    let opened = read(bytes)?;
    let loaded = opened.files()?;
    let cache = Cache { site: loaded.site, ledger: loaded.ledger().unwrap_or_default(), ..Cache::default() };
    let mut out = Vec::new();
    write(&opened.snapshot, &cache, Some(&loaded), &mut out).ok()?;
    Some(out)
}

impl<'a> OpenedCache<'a> {
    /// Decodes the parsed files, on all threads; the ledger stays encoded.
    pub(crate) fn files(&self) -> Option<LoadedCache<'a>> {
        let (first, rest) = next(self.rest)?;
        let (site, counts): (u64, [u64; 3]) = bitcode::decode(whole(first)?).ok()?;
        let (known, rest) = next(rest)?;
        let known: checks::RuleCache = bitcode::decode(whole(known)?).ok()?;
        let (words, mut rest) = next(rest)?;
        let mut statements = Vec::new();
        while !rest.is_empty() {
            let (part, after) = next(rest)?;
            statements.push(part);
            rest = after;
        }
        let [count, chunks, with_words] = counts.map(|count| usize::try_from(count).ok());
        let mut ledger = statements.split_off(with_words.filter(|count| *count <= statements.len())?);
        let files = ledger.split_off(chunks.filter(|chunks| *chunks <= ledger.len())?);
        let read = |part: &Part<'_>| bitcode::decode::<Vec<ParsedFile>>(whole(*part)?).ok();
        let (search, entries) = rayon::join(
            || search::Kept::of_parts(whole(words)?, &statements, |part| whole(*part)),
            || files.par_iter().map(read).collect::<Option<Vec<_>>>(),
        );
        let entries: Vec<ParsedFile> = entries?.into_iter().flatten().collect();
        let is_whole = Some(entries.len()) == count;
        let files_before = ParsedFiles { entries, known, search: search? };
        is_whole.then_some(LoadedCache { files: files_before, site, ledger, entries: files })
    }
}

impl LoadedCache<'_> {
    /// Decodes the ledger, on all threads.
    pub(crate) fn ledger(&self) -> Option<Ledger> {
        let chunk = |part: &Part<'_>| bitcode::decode::<Chunk>(whole(*part)?).ok();
        let chunks: Option<Vec<Chunk>> = self.ledger.par_iter().map(chunk).collect();
        Ledger::whole(chunks?)
    }
}

/// The recorded hash of a part, and its bytes.
type Part<'a> = (u64, &'a [u8]);

fn next(bytes: &[u8]) -> Option<(Part<'_>, &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    let (hash, rest) = rest.split_first_chunk()?;
    let (part, rest) = rest.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
    Some(((u64::from_le_bytes(*hash), part), rest))
}

fn whole((hash, bytes): Part<'_>) -> Option<&[u8]> {
    (xxh3_64(bytes) == hash).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::super::dependency::Dependency;
    use super::super::ledger::Entry;
    use super::{Cache, Ledger, Snapshot, read, write};

    fn cache() -> Cache {
        let page = Entry { address: 1, kind: 2, bytes: 3, length: 1 };
        let ledger = Ledger::of(vec![(Dependency::People, 4)], vec![page], vec![0], Vec::new());
        Cache { site: 7, ledger, ..Cache::default() }
    }

    #[test]
    fn what_is_spoilt_counts_as_nothing() {
        let snapshot = Snapshot { program: 1, pages: Some(3), ..Snapshot::default() };
        let mut bytes = Vec::new();
        write(&snapshot, &cache(), None, &mut bytes).unwrap();
        let stored = read(&bytes).unwrap();
        assert_eq!(stored.snapshot, snapshot);
        assert_eq!(stored.files().unwrap().site, 7);
        assert!(stored.files().unwrap().ledger().is_some());
        let is_whole = |bytes: &[u8]| read(bytes).and_then(|stored| stored.files()?.ledger()).is_some();
        for length in 0..bytes.len() {
            assert!(!is_whole(&bytes[..length]), "cut at {length}");
        }
        for at in 0..bytes.len() {
            let mut spoilt = bytes.clone();
            spoilt[at] ^= 1;
            assert!(!is_whole(&spoilt), "spoilt at {at}");
        }
    }

    #[test]
    fn a_spoilt_ledger_is_not_copied_beside_files_that_are_whole() {
        let snapshot = Snapshot::default();
        let mut bytes = Vec::new();
        write(&snapshot, &cache(), None, &mut bytes).unwrap();
        // Without entries the snapshot and the ledger come last.
        *bytes.last_mut().unwrap() ^= 1;
        let stored = read(&bytes).unwrap();
        let spoilt = stored.files().unwrap();
        assert!(spoilt.ledger().is_none());
        let mut next = Vec::new();
        write(&snapshot, &cache(), Some(&spoilt), &mut next).unwrap();
        assert!(read(&next).unwrap().files().unwrap().ledger().is_some());
    }
}
