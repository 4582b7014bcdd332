//! What one run leaves for the next: what each file said, and what each page was made from. It can only save work: with
//! it and without it a run comes to the same.

use std::borrow::Cow;
use std::io::{self, Write};
use std::sync::Arc;

use bitcode::{Decode, Encode};
use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

use crate::checks;
use crate::diagnostic::{Code, Diagnostic};
use crate::entry::AnyParsed;
use crate::input::{InputId, Inputs, ReadError, Stamp};
use crate::pages::{Piece, Traces};

/// The first bytes of what is kept in a file. Any other mean that another program wrote it: it may have read files in
/// another way, or lay its values out in another order. So they name what this one was made from (`build.rs`).
pub const PROGRAM: &[u8] = concat!("chronicle ", env!("CHRONICLE_BUILD")).as_bytes();

/// A file system may not tell two times apart that are nearer than this, in nanoseconds; a file that was written so
/// shortly before it was read may have been written again.
const BLUR: i64 = 2_000_000_000;

/// The same where the stamp is finer than a millisecond, in nanoseconds.
const FINE_BLUR: i64 = 50_000_000;

/// What is needed to see that nothing has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Decode, Encode)]
pub struct Summary {
    /// The program and the request; another may make other pages of the same files.
    pub program: u64,
    /// What was asked of the findings.
    pub strictness: u64,
    /// When the run began, in nanoseconds since 1970.
    pub began: i64,
    /// The newest day that anything recorded could be of, in days since the year 1.
    pub today: Option<i32>,
    /// Every file, with its stamp; in the order of the paths.
    pub stamps: Vec<(Arc<str>, Option<Stamp>)>,
    /// The files that were written so shortly before the run that their stamps alone say nothing, if they are few: their
    /// paths, with the hashes (XXH3) of their bytes before the run read them.
    pub fresh: Vec<(Arc<str>, u64)>,
    /// How many pages there were.
    pub pages: u64,
    /// How many statements.
    pub statements: u64,
    /// What was found, in the order of the places: warnings. It is in the same files as long as these are the same.
    pub findings: Vec<Diagnostic>,
}

/// The path of a file of the content, and what it said.
pub type File = (Arc<str>, AnyParsed);

/// What files said and pages were made from.
#[derive(Debug, Default)]
pub struct Kept {
    /// What the files said.
    pub files: Files,
    /// What is on every page, and what it was made with.
    pub site: u64,
    /// What the pages were made from: of all pages, or, in a run that had what the one before left, of those that it made.
    pub traces: Traces,
}

/// What the files of the content said.
#[derive(Debug, Default)]
pub struct Files {
    /// What each said, if nothing was wrong with it; in the order of the paths.
    pub entries: Vec<File>,
    /// What was found to be right.
    pub known: checks::RuleCache,
}

/// What was read, with the bytes that its entries were read from: parts whose entries are the same need not be put into
/// bytes again.
#[derive(Debug)]
pub struct Read<'a> {
    /// What the files said.
    pub files: Files,
    /// What was on every page, and what it was made with.
    pub site: u64,
    traces: Vec<Part<'a>>,
    entries: Vec<Part<'a>>,
}

impl Summary {
    /// The summary of a run that begins.
    pub fn of(inputs: &Inputs, numbers: Numbers) -> Summary {
        let Numbers { program, strictness, began, today } = numbers;
        // What is part of the program is as the program is.
        let files = inputs.all().filter(|(_, file)| !file.is_embedded());
        let stamps: Vec<(Arc<str>, Option<Stamp>)> =
            files.map(|(_, file)| (file.shared_path(), file.stamp())).collect();
        let mut fresh: Vec<(Arc<str>, u64)> = Vec::new();
        for (path, _) in stamps.iter().filter(|(_, stamp)| !is_known(*stamp, began)) {
            let hash = inputs.find(path).and_then(|input| inputs.bytes(input).ok()).map(|bytes| xxh3_64(&bytes));
            match hash.filter(|_| fresh.len() < MOST_FRESH) {
                Some(hash) => fresh.push((path.clone(), hash)),
                None => break,
            }
        }
        Summary { program, strictness, began, today, stamps, fresh, ..Summary::default() }
    }

    /// Whether nothing can have changed between the run with this summary and the one that begins with `now`.
    pub fn still_holds(&self, now: &Summary, inputs: &Inputs) -> bool {
        let is_same = |path: &str| {
            let known = self.fresh.iter().find(|(fresh, _)| **fresh == *path);
            let bytes = inputs.find(path).and_then(|input| inputs.bytes(input).ok());
            known.zip(bytes).is_some_and(|((_, hash), bytes)| xxh3_64(&bytes) == *hash)
        };
        (self.program, self.strictness) == (now.program, now.strictness)
            && self.is_of_today(now)
            && self.stamps == now.stamps
            && self.stamps.iter().all(|(path, stamp)| is_known(*stamp, self.began) || is_same(path))
    }

    /// Whether the day makes no difference: what is of no later day than one is of no later day than the next.
    fn is_of_today(&self, now: &Summary) -> bool {
        let is_later = self.today.is_some() && self.today <= now.today;
        self.today == now.today || is_later && self.findings.iter().all(|finding| finding.code != Code::FutureDate)
    }
}

/// What a summary keeps of the request.
#[derive(Clone, Copy, Debug)]
pub struct Numbers {
    /// The program and what is asked of the pages.
    pub program: u64,
    /// What is asked of the findings.
    pub strictness: u64,
    /// When the run begins, in nanoseconds since 1970.
    pub began: i64,
    /// The newest day that anything recorded can be of, in days since the year 1.
    pub today: Option<i32>,
}

/// Whether a stamp tells that a file is the same. A link has none: what it leads to may be another.
fn is_known(stamp: Option<Stamp>, began: i64) -> bool {
    stamp.is_some_and(|stamp| is_settled(stamp, began))
}

/// So many files are read twice at most, to know them again without a stamp.
const MOST_FRESH: usize = 64;

fn is_settled(stamp: Stamp, began: i64) -> bool {
    // A file system that keeps more than milliseconds has the time from a clock that ticks a hundred times a second or
    // more often.
    let blur = if stamp.modified % 1_000_000 == 0 { BLUR } else { FINE_BLUR };
    stamp.modified.max(stamp.changed).saturating_add(blur) < began
}

/// Whether the stamp of a file will mean that it is the same, for a run after the one that began at `began`.
pub fn is_settled_file(inputs: &Inputs, input: InputId, began: i64) -> bool {
    let file = inputs.get(input);
    file.is_embedded() || file.stamp().is_some_and(|stamp| is_settled(stamp, began))
}

/// What was kept, and how far it can be trusted.
#[derive(Debug)]
pub struct Before<'a> {
    summary: &'a Summary,
    files: &'a Files,
    site: u64,
    /// How many files came before those of the content.
    others: usize,
}

impl<'a> Before<'a> {
    /// Prepares what was kept for a run: what the files said, and what was on every page.
    pub fn of(summary: &'a Summary, files: &'a Files, site: u64) -> Before<'a> {
        let others = summary.stamps.partition_point(|(path, _)| &**path < "content/");
        Before { summary, files, site, others }
    }

    /// What a file said, if it still has the same bytes.
    ///
    /// # Errors
    /// [`ReadError`] where it has to be read to know, and cannot be.
    pub fn entry(&self, inputs: &Inputs, input: InputId) -> Result<Option<AnyParsed>, ReadError> {
        let file = inputs.get(input);
        // As long as no file came or went, each is where it was.
        let parsed = of_path(&self.files.entries, file.path(), input.index().wrapping_sub(self.others));
        let Some(parsed) = parsed.filter(|_| file.refusal().is_none()) else {
            return Ok(None);
        };
        let known = of_path(&self.summary.stamps, file.path(), input.index()).copied().flatten();
        let same = match file.stamp() {
            Some(stamp) if known == Some(stamp) && is_settled(stamp, self.summary.began) => true,
            _ => xxh3_64(&inputs.bytes(input)?) == parsed.hash(),
        };
        Ok(same.then(|| parsed.clone()))
    }

    /// What the same program found to be right; quotations are known by the stamps of their sources, which must be settled.
    pub fn known(&self, program: u64, inputs: &Inputs) -> Option<&'a checks::RuleCache> {
        let mut sources = inputs.under("content/sources/");
        let is_told = self.summary.program == program
            && sources.all(|(input, _)| is_settled_file(inputs, input, self.summary.began));
        is_told.then_some(&self.files.known)
    }

    /// Whether the same is on every page, and made by the same program: then what is known of pages tells something.
    pub fn has_site(&self, program: u64, site: u64) -> bool {
        (self.summary.program, self.site) == (program, site)
    }
}

/// What belongs to a path in a list in the order of the paths; it is likely to be at the position `near`.
fn of_path<'a, T>(list: &'a [(Arc<str>, T)], path: &str, near: usize) -> Option<&'a T> {
    let at = match list.get(near) {
        Some((here, _)) if **here == *path => near,
        _ => list.binary_search_by(|(here, _)| (**here).cmp(path)).ok()?,
    };
    list.get(at).map(|(_, value)| value)
}

/// So many stamps are put into bytes at once.
const STAMPS: usize = 20_000;

/// So many entries are put into bytes at once; a large chronicle is never in memory twice.
const PART: usize = 250;

/// So many parts are put into bytes on all threads while as many are written.
const AT_ONCE: usize = 2;

/// Writes what is kept: the program; the summary, its stamps in parts; what is on every page; the traces and the entries
/// in parts. Each part has its length and hash (XXH3) before it. `read` is what the run before left.
///
/// # Errors
/// That of the writer.
pub fn write<'b>(
    summary: &Summary,
    kept: &'b Kept,
    read: Option<&'b Read<'b>>,
    out: &mut (dyn Write + Send),
) -> io::Result<()> {
    out.write_all(PROGRAM)?;
    let stamps = summary.stamps.chunks(STAMPS);
    let head =
        Summary { stamps: Vec::new(), fresh: summary.fresh.clone(), findings: summary.findings.clone(), ..*summary };
    part(out, &bitcode::encode(&(head, stamps.len() as u64)))?;
    stamps.into_iter().try_for_each(|stamps| part(out, &bitcode::encode(stamps)))?;
    let entries = &kept.files.entries;
    // What was known of pages is still true, and is not taken into the hand again.
    let known = read.filter(|_| !kept.traces.is_whole()).map_or(&[][..], |read| &read.traces);
    let pieces = kept.traces.pieces();
    part(out, &bitcode::encode(&(kept.site, entries.len() as u64, (known.len() + pieces.len()) as u64)))?;
    part(out, &bitcode::encode(&kept.files.known))?;
    known.iter().try_for_each(|(hash, bytes)| whole_part(out, *hash, bytes))?;
    parts(pieces, |piece: Piece| encoded(&piece), out)?;
    let before: &[File] = read.map_or(&[], |read| &read.files.entries);
    let before = before.chunks(PART).zip(read.iter().flat_map(|read| &read.entries)).map(Some);
    let entries = entries.chunks(PART).zip(before.chain(std::iter::repeat(None)));
    let encoded = |(entries, before): (&'b [File], Option<(&[File], &'b Part<'b>)>)| match before {
        Some((before, (hash, bytes))) if is_same(entries, before) => (*hash, Cow::Borrowed(*bytes)),
        _ => encoded(entries),
    };
    parts(entries, encoded, out)
}

/// Writes parts in their order; some are put into bytes on all threads while those before them are written.
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

/// The hash of a part, and its bytes.
type Encoded<'a> = (u64, Cow<'a, [u8]>);

fn encoded<T: Encode + ?Sized>(part: &T) -> Encoded<'static> {
    let bytes = bitcode::encode(part);
    (xxh3_64(&bytes), Cow::Owned(bytes))
}

/// Whether files said what they said before.
fn is_same(entries: &[File], before: &[File]) -> bool {
    let same = |(one, other): (&File, &File)| one.0 == other.0 && one.1.is_that_of(&other.1);
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

/// What is kept, as far as it has been read.
#[derive(Debug)]
pub struct Stored<'a> {
    /// The summary.
    pub summary: Summary,
    rest: &'a [u8],
}

/// Reads the summary of what is kept. What is foreign, cut short or spoilt counts as nothing.
pub fn read(bytes: &[u8]) -> Option<Stored<'_>> {
    let (head, mut rest) = next(bytes.strip_prefix(PROGRAM)?)?;
    let (mut summary, parts): (Summary, u64) = bitcode::decode(whole(head)?).ok()?;
    for _ in 0..parts {
        let (stamps, after) = next(rest)?;
        summary.stamps.extend(bitcode::decode::<Vec<(Arc<str>, Option<Stamp>)>>(whole(stamps)?).ok()?);
        rest = after;
    }
    Some(Stored { summary, rest })
}

impl<'a> Stored<'a> {
    /// Reads what the files said, on all threads, and where the rest is.
    pub fn files(&self) -> Option<Read<'a>> {
        let (first, rest) = next(self.rest)?;
        let (site, count, pieces): (u64, u64, u64) = bitcode::decode(whole(first)?).ok()?;
        let (known, mut rest) = next(rest)?;
        let known: checks::RuleCache = bitcode::decode(whole(known)?).ok()?;
        let mut parts = Vec::new();
        while !rest.is_empty() {
            let (part, after) = next(rest)?;
            parts.push(part);
            rest = after;
        }
        let files = parts.split_off(usize::try_from(pieces).ok().filter(|pieces| *pieces <= parts.len())?);
        let read = |part: &Part<'_>| bitcode::decode::<Vec<File>>(whole(*part)?).ok();
        let entries: Option<Vec<_>> = files.par_iter().map(read).collect();
        let entries: Vec<File> = entries?.into_iter().flatten().collect();
        let is_whole = entries.len() as u64 == count;
        is_whole.then_some(Read { files: Files { entries, known }, site, traces: parts, entries: files })
    }
}

impl Read<'_> {
    /// Reads what the pages were made from, on all threads.
    pub fn traces(&self) -> Option<Traces> {
        let piece = |part: &Part<'_>| bitcode::decode::<Piece>(whole(*part)?).ok();
        let pieces: Option<Vec<Piece>> = self.traces.par_iter().map(piece).collect();
        pieces.map(Traces::whole)
    }
}

/// The hash that a part should have, and its bytes.
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
    use super::{Kept, Summary, read, write};

    #[test]
    fn what_is_spoilt_counts_as_nothing() {
        let summary = Summary { program: 1, pages: 3, ..Summary::default() };
        let mut bytes = Vec::new();
        write(&summary, &Kept { site: 7, ..Kept::default() }, None, &mut bytes).unwrap();
        let stored = read(&bytes).unwrap();
        assert_eq!(stored.summary, summary);
        assert_eq!(stored.files().unwrap().site, 7);
        assert!(stored.files().unwrap().traces().is_some());
        let is_whole = |bytes: &[u8]| read(bytes).and_then(|stored| stored.files()?.traces()).is_some();
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
    fn spoilt_traces_are_not_kept_on_beside_files_that_are_whole() {
        let summary = Summary::default();
        let mut bytes = Vec::new();
        write(&summary, &Kept::default(), None, &mut bytes).unwrap();
        // Without entries the traces come last.
        *bytes.last_mut().unwrap() ^= 1;
        let stored = read(&bytes).unwrap();
        let spoilt = stored.files().unwrap();
        assert!(spoilt.traces().is_none());
        let mut next = Vec::new();
        write(&summary, &Kept::default(), Some(&spoilt), &mut next).unwrap();
        assert!(read(&next).unwrap().files().unwrap().traces().is_some());
    }
}
