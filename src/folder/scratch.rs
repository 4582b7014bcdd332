//! Stores bytes on disk instead of in memory: in an unnamed file in the system's folder for temporary files. The system
//! deletes it when the process ends, however it ends.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

/// An unnamed temporary file, with its free extents.
#[derive(Debug)]
pub(crate) struct Scratch {
    file: File,
    end: u64,
    /// The starts of freed extents, by capacity.
    free: BTreeMap<u64, Vec<u64>>,
}

/// Where some bytes are in the file.
#[derive(Debug)]
pub(crate) struct Extent {
    start: u64,
    length: usize,
    /// The allocated size, which can be larger than the length.
    capacity: u64,
}

/// Capacities are multiples of this, so that a page that changes a little mostly fits where it was.
const BLOCK: u64 = 4096;

/// The capacity for this many bytes.
fn capacity(length: usize) -> u64 {
    (length as u64).next_multiple_of(BLOCK)
}

impl Scratch {
    pub(crate) fn new() -> io::Result<Scratch> {
        Ok(Scratch { file: tempfile::tempfile()?, end: 0, free: BTreeMap::new() })
    }

    /// Writes bytes to a free extent, or to the end of the file.
    pub(crate) fn put(&mut self, bytes: &[u8]) -> io::Result<Extent> {
        let wanted = capacity(bytes.len());
        // An extent that is much larger would waste too much.
        let near = self.free.range_mut(wanted..=wanted + wanted / 8);
        let free = near.into_iter().find_map(|(capacity, starts)| Some((*capacity, starts.pop()?)));
        let (size, start) = free.unwrap_or((wanted, self.end));
        let written = self.file.seek(SeekFrom::Start(start)).and_then(|_| self.file.write_all(bytes));
        if let Err(error) = written {
            if start < self.end {
                self.free.entry(size).or_default().push(start);
            }
            return Err(error);
        }
        self.end = self.end.max(start + size);
        Ok(Extent { start, length: bytes.len(), capacity: size })
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
        self.free.entry(extent.capacity).or_default().push(extent.start);
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Scratch};

    #[test]
    fn bytes_stay_until_they_are_freed_and_free_extents_are_reused() {
        let mut scratch = Scratch::new().unwrap();
        let block = usize::try_from(BLOCK).unwrap();
        let bytes = |sign: u8, length: usize| vec![sign; length];
        let first = scratch.put(&bytes(1, block + 1)).unwrap();
        let second = scratch.put(&bytes(2, 10)).unwrap();
        let none = scratch.put(&[]).unwrap();
        assert_eq!(scratch.get(&first).unwrap(), bytes(1, block + 1));
        let end = scratch.end;
        scratch.free(first);
        let again = scratch.put(&bytes(3, 2 * block)).unwrap();
        assert_eq!((again.start, scratch.end), (0, end), "the free extent is reused");
        let more = scratch.put(&bytes(4, 2 * block)).unwrap();
        assert_eq!((more.start, scratch.end), (end, end + 2 * BLOCK));
        for (extent, expected) in [(&again, bytes(3, 2 * block)), (&second, bytes(2, 10)), (&none, Vec::new())] {
            assert_eq!(scratch.get(extent).unwrap(), expected);
        }
    }

    #[test]
    fn a_file_that_is_written_over_and_over_does_not_grow() {
        let mut scratch = Scratch::new().unwrap();
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
