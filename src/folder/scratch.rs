//! Stores bytes on disk instead of in memory: in a file without a name. The system deletes it when the process ends, however
//! it ends.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use super::Folder;

/// A file without a name, with its free extents.
#[derive(Debug)]
pub(crate) struct Scratch {
    file: File,
    /// Where the last extent in use ends. The file may be longer.
    end: u64,
    free: FreeExtents,
}

/// Free extents; no two touch each other.
#[derive(Debug, Default)]
struct FreeExtents {
    /// Their sizes, by where they start.
    sizes: BTreeMap<u64, u64>,
    /// Size and start of each, smallest first.
    by_size: BTreeSet<(u64, u64)>,
}

/// Where some bytes are in the file.
#[derive(Debug)]
pub(crate) struct Extent {
    start: u64,
    length: usize,
}

/// Extents begin at multiples of this, so that a page that changes a little mostly fits where it was.
const BLOCK: u64 = 4096;

/// The size of an extent for this many bytes.
fn size(length: usize) -> u64 {
    (length as u64).next_multiple_of(BLOCK)
}

impl FreeExtents {
    fn insert(&mut self, start: u64, size: u64) {
        self.sizes.insert(start, size);
        self.by_size.insert((size, start));
    }

    fn remove(&mut self, start: u64, size: u64) {
        self.sizes.remove(&start);
        self.by_size.remove(&(size, start));
    }

    /// Takes room from the smallest extent that has it, and leaves the rest free; returns where it starts.
    fn take(&mut self, wanted: u64) -> Option<u64> {
        let (size, start) = *self.by_size.range((wanted, 0)..).next()?;
        self.remove(start, size);
        if size > wanted {
            self.insert(start + wanted, size - wanted);
        }
        Some(start)
    }

    /// Joins an extent that becomes free with those that it touches; returns the start and the end of all of them.
    fn join(&mut self, start: u64, size: u64) -> (u64, u64) {
        let (mut first, mut end) = (start, start + size);
        if let Some((before, size)) = self.sizes.range(..start).next_back().map(|(start, size)| (*start, *size))
            && before + size == start
        {
            self.remove(before, size);
            first = before;
        }
        if let Some(size) = self.sizes.get(&end).copied() {
            self.remove(end, size);
            end += size;
        }
        (first, end)
    }
}

impl Scratch {
    /// A file on the disk of a folder.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub(crate) fn within(folder: &Folder) -> io::Result<Scratch> {
        folder.unnamed_file("pages").map(Scratch::of)
    }

    /// Of an empty file.
    pub(crate) fn of(file: File) -> Scratch {
        Scratch { file, end: 0, free: FreeExtents::default() }
    }

    /// Writes bytes to a free extent, or to the end of the file.
    pub(crate) fn put(&mut self, bytes: &[u8]) -> io::Result<Extent> {
        let start = self.free.take(size(bytes.len())).unwrap_or(self.end);
        let extent = Extent { start, length: bytes.len() };
        self.end = self.end.max(start + size(bytes.len()));
        match self.file.seek(SeekFrom::Start(start)).and_then(|_| self.file.write_all(bytes)) {
            Ok(()) => Ok(extent),
            Err(error) => {
                self.free(extent);
                Err(error)
            }
        }
    }

    /// Reads the bytes of an extent.
    pub(crate) fn get(&mut self, extent: &Extent) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; extent.length];
        self.file.seek(SeekFrom::Start(extent.start))?;
        self.file.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    /// Frees an extent.
    pub(crate) fn free(&mut self, extent: Extent) {
        let Extent { start, length } = extent;
        let (start, end) = self.free.join(start, size(length));
        // What is at the end is no hole.
        if end == self.end {
            self.end = start;
        } else if end > start {
            self.free.insert(start, end - start);
        }
    }

    /// A file on a disk that is full.
    #[cfg(all(test, target_os = "linux"))]
    pub(crate) fn full() -> Scratch {
        Scratch::of(File::options().read(true).write(true).open("/dev/full").expect("Linux has it"))
    }

    /// Spoils all that was written.
    #[cfg(test)]
    pub(crate) fn lose(&self) {
        self.file.set_len(0).unwrap();
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Extent, Scratch, size};

    fn scratch() -> Scratch {
        Scratch::of(tempfile::tempfile().unwrap())
    }

    fn block() -> usize {
        usize::try_from(BLOCK).unwrap()
    }

    #[test]
    fn bytes_stay_until_they_are_freed_and_free_extents_are_reused() {
        let mut scratch = scratch();
        let bytes = |sign: u8, length: usize| vec![sign; length];
        let first = scratch.put(&bytes(1, block() + 1)).unwrap();
        let second = scratch.put(&bytes(2, 10)).unwrap();
        let none = scratch.put(&[]).unwrap();
        assert_eq!(scratch.get(&first).unwrap(), bytes(1, block() + 1));
        let end = scratch.end;
        scratch.free(first);
        let again = scratch.put(&bytes(3, 2 * block())).unwrap();
        assert_eq!((again.start, scratch.end), (0, end), "the free extent is reused");
        let more = scratch.put(&bytes(4, 2 * block())).unwrap();
        assert_eq!((more.start, scratch.end), (end, end + 2 * BLOCK));
        for (extent, expected) in [(&again, bytes(3, 2 * block())), (&second, bytes(2, 10)), (&none, Vec::new())] {
            assert_eq!(scratch.get(extent).unwrap(), expected);
        }
    }

    #[test]
    fn extents_are_split_and_joined_and_the_smallest_that_is_large_enough_is_taken() {
        let mut scratch = scratch();
        let mut put = |blocks: usize| scratch.put(&vec![1; blocks * block()]).unwrap();
        let (large, wall, small, last) = (put(5), put(1), put(2), put(1));
        let (small_start, end) = (small.start, scratch.end);
        scratch.free(large);
        scratch.free(small);
        let (one, two) = (scratch.put(&[1; 3]).unwrap(), scratch.put(&[1; 3]).unwrap());
        assert_eq!((one.start, two.start), (small_start, small_start + BLOCK), "the smaller one is split");
        let three = scratch.put(&vec![1; 3 * block()]).unwrap();
        assert_eq!((three.start, scratch.end), (0, end));
        // In any order, neighbours become one.
        [two, three, wall, one].into_iter().for_each(|extent| scratch.free(extent));
        let all = scratch.put(&vec![2; 8 * block()]).unwrap();
        assert_eq!((all.start, scratch.end), (0, end));
        [last, all].into_iter().for_each(|extent| scratch.free(extent));
        assert_eq!((scratch.end, scratch.free.sizes.len(), scratch.free.by_size.len()), (0, 0, 0));
    }

    #[test]
    fn whatever_is_written_and_freed_nothing_overlaps_and_no_room_is_lost() {
        let (mut scratch, mut state) = (scratch(), 7_u64);
        let mut random = |end: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from((state >> 33) % end).unwrap()
        };
        let mut extents: Vec<(Extent, u8)> = Vec::new();
        let (mut in_use, mut most) = (0, 0);
        for step in 0..3000_u32 {
            if extents.len() > 60 || random(2) == 0 && !extents.is_empty() {
                let (extent, _) = extents.swap_remove(random(extents.len() as u64));
                in_use -= size(extent.length);
                scratch.free(extent);
            } else {
                let (length, sign) = (random(5 * BLOCK), step.to_le_bytes()[0]);
                extents.push((scratch.put(&vec![sign; length]).unwrap(), sign));
                in_use += size(length);
            }
            most = most.max(in_use);
            let free: u64 = scratch.free.sizes.values().sum();
            assert_eq!(in_use + free, scratch.end);
            assert_eq!(scratch.free.sizes.len(), scratch.free.by_size.len());
        }
        assert!(scratch.end <= 2 * most, "{} of at most {most}", scratch.end);
        for (extent, sign) in &extents {
            assert_eq!(scratch.get(extent).unwrap(), vec![*sign; extent.length]);
        }
    }

    #[test]
    fn a_file_that_is_written_over_and_over_does_not_grow() {
        let mut scratch = scratch();
        let mut extents: Vec<_> =
            (0..50_u8).map(|sign| scratch.put(&vec![sign; 5000 + usize::from(sign)]).unwrap()).collect();
        let end = scratch.end;
        for round in 0..10_u8 {
            extents = extents
                .into_iter()
                .map(|extent| {
                    scratch.free(extent);
                    scratch.put(&vec![round; 5100]).unwrap()
                })
                .collect();
        }
        assert_eq!(scratch.end, end);
        assert!(extents.iter().all(|extent| scratch.get(extent).unwrap() == vec![9; 5100]));
    }
}
