//! What one run leaves for the next: what each file said, and what each page was made from. It can only save work: with
//! it and without it a run comes to the same.

use std::collections::BTreeMap;

use bitcode::{Decode, Encode};
use xxhash_rust::xxh3::xxh3_64;

use crate::entry::AnyParsed;
use crate::input::{InputId, Inputs, ReadError, Stamp};
use crate::pages::Traces;

/// The first bytes of what is kept in a file; any other mean that it is not of this version.
const VERSION: &[u8; 16] = b"chronicle kept 1";

/// A file system may not tell two times apart that are nearer than this, in nanoseconds; a file that was written so
/// shortly before it was read may have been written again.
const BLUR: i64 = 2_000_000_000;

/// What is needed to see that nothing has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Decode, Encode)]
pub struct Summary {
    /// The program and the request; another may make other pages of the same files.
    pub program: u64,
    /// When the run began, in nanoseconds since 1970.
    pub began: i64,
    /// Every file, with its stamp.
    pub stamps: Vec<(String, Option<Stamp>)>,
    /// How many pages there were.
    pub pages: u64,
    /// How many statements.
    pub statements: u64,
    /// Whether there was nothing to report.
    pub clean: bool,
}

/// What files said and pages were made from.
#[derive(Debug, Default, Decode, Encode)]
pub struct Kept {
    /// What is on every page, and what it was made with.
    pub site: u64,
    /// What each file of the content said, if nothing was wrong with it.
    pub entries: BTreeMap<String, AnyParsed>,
    /// What the pages were made from.
    pub traces: Traces,
}

impl Summary {
    /// The summary of a run that begins.
    pub fn of(inputs: &Inputs, program: u64, began: i64) -> Summary {
        let stamps = inputs.all().map(|(_, file)| (file.path().to_owned(), file.stamp())).collect();
        Summary { program, began, stamps, ..Summary::default() }
    }

    /// Whether nothing can have changed between the run with this summary and the one that begins with `now`.
    pub fn still_holds(&self, now: &Summary) -> bool {
        let settled = |stamp: &Option<Stamp>| stamp.is_none_or(|stamp| is_settled(stamp, self.began));
        self.clean
            && self.program == now.program
            && self.stamps == now.stamps
            && self.stamps.iter().all(|(_, stamp)| settled(stamp))
    }
}

fn is_settled(stamp: Stamp, began: i64) -> bool {
    stamp.modified.saturating_add(BLUR) < began
}

/// What was kept, and how far it can be trusted.
#[derive(Debug)]
pub struct Before<'a> {
    summary: &'a Summary,
    kept: &'a Kept,
    stamps: BTreeMap<&'a str, Stamp>,
}

impl<'a> Before<'a> {
    /// Prepares what was kept for a run.
    pub fn of(summary: &'a Summary, kept: &'a Kept) -> Before<'a> {
        let stamps = summary.stamps.iter().filter_map(|(path, stamp)| Some((path.as_str(), (*stamp)?))).collect();
        Before { summary, kept, stamps }
    }

    /// What a file said, if it still has the same bytes.
    ///
    /// # Errors
    /// [`ReadError`] where it has to be read to know, and cannot be.
    pub fn entry(&self, inputs: &Inputs, input: InputId) -> Result<Option<AnyParsed>, ReadError> {
        let file = inputs.get(input);
        let Some(parsed) = self.kept.entries.get(file.path()).filter(|_| !file.is_refused_link()) else {
            return Ok(None);
        };
        let known = self.stamps.get(file.path()).copied();
        let same = match file.stamp() {
            Some(stamp) if known == Some(stamp) && is_settled(stamp, self.summary.began) => true,
            _ => xxh3_64(&inputs.bytes(input)?) == parsed.hash(),
        };
        Ok(same.then(|| parsed.clone()))
    }

    /// What the pages were made from, if what is on every page is the same.
    pub fn traces(&self, program: u64, site: u64) -> Option<&'a Traces> {
        (self.summary.program == program && self.kept.site == site).then_some(&self.kept.traces)
    }
}

/// What is kept, as bytes; the summary can be read by itself.
pub fn to_bytes(summary: &Summary, kept: &Kept) -> Vec<u8> {
    let (summary, kept) = (bitcode::encode(summary), bitcode::encode(kept));
    let mut bytes = Vec::with_capacity(40 + summary.len() + kept.len());
    bytes.extend_from_slice(VERSION);
    bytes.extend_from_slice(&xxh3_64(&summary).to_le_bytes());
    bytes.extend_from_slice(&xxh3_64(&kept).to_le_bytes());
    bytes.extend_from_slice(&(summary.len() as u64).to_le_bytes());
    bytes.extend_from_slice(&summary);
    bytes.extend_from_slice(&kept);
    bytes
}

/// What is kept, as far as it has been read.
#[derive(Debug)]
pub struct Stored<'a> {
    /// The summary.
    pub summary: Summary,
    rest: &'a [u8],
    hash: u64,
}

/// Reads the summary of what is kept. What is foreign, cut short or spoilt counts as nothing.
pub fn from_bytes(bytes: &[u8]) -> Option<Stored<'_>> {
    let rest = bytes.strip_prefix(VERSION)?;
    let (summary_hash, rest) = number(rest)?;
    let (hash, rest) = number(rest)?;
    let (length, rest) = number(rest)?;
    let (summary, rest) = rest.split_at_checked(usize::try_from(length).ok()?)?;
    if xxh3_64(summary) != summary_hash {
        return None;
    }
    Some(Stored { summary: bitcode::decode(summary).ok()?, rest, hash })
}

impl Stored<'_> {
    /// Reads the rest.
    pub fn kept(&self) -> Option<Kept> {
        if xxh3_64(self.rest) != self.hash {
            return None;
        }
        bitcode::decode(self.rest).ok()
    }
}

fn number(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let (number, rest) = bytes.split_first_chunk()?;
    Some((u64::from_le_bytes(*number), rest))
}

#[cfg(test)]
mod tests {
    use super::{Kept, Summary, from_bytes, to_bytes};

    #[test]
    fn what_is_spoilt_counts_as_nothing() {
        let summary = Summary { program: 1, pages: 3, clean: true, ..Summary::default() };
        let bytes = to_bytes(&summary, &Kept { site: 7, ..Kept::default() });
        let stored = from_bytes(&bytes).unwrap();
        assert_eq!(stored.summary, summary);
        assert_eq!(stored.kept().unwrap().site, 7);
        for length in 0..bytes.len() {
            assert!(from_bytes(&bytes[..length]).and_then(|stored| stored.kept()).is_none(), "cut at {length}");
        }
        for at in 0..bytes.len() {
            let mut spoilt = bytes.clone();
            spoilt[at] ^= 1;
            let read = from_bytes(&spoilt).map(|stored| stored.kept().is_some());
            assert_ne!(read, Some(true), "spoilt at {at}");
        }
    }
}
