//! The manifest: what a build wrote, one line per file, sorted by address. Kept outside the output.

use std::io::{self, Write};

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};
use xxhash_rust::xxh3::xxh3_64;

use super::WrittenFile;
use crate::address::Address;
use crate::folder::{Stamp, is_plain};

/// The first line of a manifest; any other means that it is not one of this version.
const VERSION: &str = "chronicle manifest 3\n";

/// How many lines are formatted before they are written.
const ROUND: usize = 8192;

/// How many lines a thread formats at a time.
const SHARE: usize = 1024;

/// The manifest of the previous build.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    text: String,
    files: Vec<File>,
    /// The position of each file by the hash (XXH3) of its address.
    positions: FxHashMap<u64, u32>,
}

/// A file: the offsets of its line and address, and its entry.
#[derive(Debug)]
struct File {
    start: usize,
    address: usize,
    end: usize,
    written: WrittenFile,
}

impl Manifest {
    /// Parses a manifest. A foreign or broken one counts as empty, so that no file is taken for Chronicle's own.
    pub(super) fn of(bytes: Vec<u8>) -> Manifest {
        String::from_utf8(bytes).ok().and_then(Manifest::parse).unwrap_or_default()
    }

    pub(super) fn parse(text: String) -> Option<Manifest> {
        let mut end = text.starts_with(VERSION).then_some(VERSION.len())?;
        let mut lines = Vec::new();
        for line in text[end..].split_terminator('\n') {
            lines.push((end, end + line.len()));
            end += line.len() + 1;
        }
        let file = |(start, end)| {
            let mut parts = text[start..end].splitn(5, ' ');
            let hash = u64::from_str_radix(parts.next()?, 16).ok()?;
            let (size, modified) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
            let changed = parts.next()?.parse().ok()?;
            let address = end - parts.next()?.len();
            let written = WrittenFile { hash, stamp: Stamp { size, modified, changed } };
            let file = File { start, address, end, written };
            is_address(&text[address..end]).then_some(file)
        };
        let files: Vec<File> = lines.into_par_iter().map(file).collect::<Option<_>>()?;
        let mut positions = FxHashMap::with_capacity_and_hasher(files.len(), FxBuildHasher);
        for (position, file) in files.iter().enumerate() {
            let key = xxh3_64(&text.as_bytes()[file.address..file.end]);
            // Duplicates mean that it was tampered with, or a hash collision that would hide a file.
            if positions.insert(key, u32::try_from(position).ok()?).is_some() {
                return None;
            }
        }
        Some(Manifest { text, files, positions })
    }

    /// How many files there are.
    pub(super) fn len(&self) -> usize {
        self.files.len()
    }

    /// The position and entry of a file.
    pub(super) fn find(&self, address: &Address) -> Option<(usize, WrittenFile)> {
        self.find_text(address.as_str())
    }

    /// The same of an address that is given as text.
    pub(super) fn find_text(&self, address: &str) -> Option<(usize, WrittenFile)> {
        let position = *self.positions.get(&xxh3_64(address.as_bytes()))? as usize;
        (self.address(position) == address).then(|| (position, self.files[position].written))
    }

    /// The address of the file at a position.
    pub(super) fn address(&self, position: usize) -> &str {
        let file = &self.files[position];
        &self.text[file.address..file.end]
    }

    /// The entry of the file at a position.
    pub(super) fn written(&self, position: usize) -> WrittenFile {
        self.files[position].written
    }

    /// Writes the next manifest: lines at some positions of this one, merged with new ones, both sorted by address.
    ///
    /// # Errors
    /// That of the writer.
    pub(super) fn write<'a>(
        &self,
        positions: impl Iterator<Item = usize>,
        others: impl Iterator<Item = (&'a Address, WrittenFile)>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        out.write_all(VERSION.as_bytes())?;
        let (mut old, mut new) = (positions.peekable(), others.peekable());
        let mut lines = std::iter::from_fn(|| match (old.peek(), new.peek()) {
            (Some(position), Some((address, _))) if self.address(*position) > address.as_str() => {
                new.next().map(|(address, written)| Line::New(address, written))
            }
            (Some(_), _) => old.next().map(Line::Old),
            (None, _) => new.next().map(|(address, written)| Line::New(address, written)),
        });
        loop {
            let round: Vec<Line<'_>> = lines.by_ref().take(ROUND).collect();
            if round.is_empty() {
                return Ok(());
            }
            let shares: Vec<Vec<u8>> = round.par_chunks(SHARE).map(|share| self.bytes(share)).collect();
            shares.iter().try_for_each(|share| out.write_all(share))?;
        }
    }

    fn bytes(&self, lines: &[Line<'_>]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for line in lines {
            match line {
                Line::Old(position) => {
                    let File { start, end, .. } = self.files[*position];
                    bytes.extend_from_slice(&self.text.as_bytes()[start..end]);
                    bytes.push(b'\n');
                }
                Line::New(address, WrittenFile { hash, stamp: Stamp { size, modified, changed } }) => {
                    // Writing to memory cannot fail.
                    let _ = writeln!(bytes, "{hash:016x} {size} {modified} {changed} {address}");
                }
            }
        }
        bytes
    }
}

/// Whether this is the canonical address of a file in the output folder.
fn is_address(text: &str) -> bool {
    let path = Address::path_of(text);
    is_plain(&path) && Address::of_output(&path).as_str() == text && !text.contains(char::is_control)
}

/// A line of a manifest that is written.
enum Line<'a> {
    /// That at a position of the manifest before.
    Old(usize),
    New(&'a Address, WrittenFile),
}

#[cfg(test)]
mod tests {
    use super::{Address, Manifest, Stamp, VERSION, WrittenFile};

    fn of_hash(hash: u64) -> WrittenFile {
        WrittenFile { hash, stamp: Stamp { size: 1, modified: 2, changed: 3 } }
    }

    fn written(before: &Manifest, positions: &[usize], others: &[(&str, u64)]) -> String {
        let others: Vec<(Address, WrittenFile)> =
            others.iter().map(|(part, hash)| (Address::page([*part]), of_hash(*hash))).collect();
        let mut bytes = Vec::new();
        let lines = others.iter().map(|(address, written)| (address, *written));
        before.write(positions.iter().copied(), lines, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn lines_that_stay_and_new_ones_are_in_one_order() {
        let first = written(&Manifest::default(), &[], &[("a", 1), ("c", 3), ("e", 5)]);
        let before = Manifest::parse(first).unwrap();
        assert_eq!(before.find(&Address::page(["c"])), Some((1, of_hash(3))));
        assert_eq!(before.find(&Address::page(["d"])), None);
        let second = written(&before, &[0, 2], &[("b", 2), ("f", 6)]);
        assert_eq!(second, written(&Manifest::default(), &[], &[("a", 1), ("b", 2), ("e", 5), ("f", 6)]));
    }

    #[test]
    fn what_is_foreign_or_broken_counts_as_nothing() {
        let line = "0000000000000001 1 2 3 /a/\n";
        assert!(Manifest::parse(format!("{VERSION}{line}")).is_some());
        let twice = "/a/\n0000000000000001 1 2 3 /a/";
        let broken = ["/../a/", "a/", "/a//b/", "/./", "", "/a/index.html", "/index.html", "/a/\r", twice];
        for address in broken {
            assert!(Manifest::parse(format!("{VERSION}0000000000000001 1 2 3 {address}\n")).is_none(), "{address}");
        }
        assert!(Manifest::parse(line.to_owned()).is_none());
        assert!(Manifest::parse(format!("{VERSION}0000000000000001 1 /a/\n")).is_none());
    }
}
