//! Bytes that are put aside where they take no memory: in a file without a name, in the system's folder for temporary
//! files, which goes with the process, whatever way it ends.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

/// A temporary file without a name, and what in it is free.
#[derive(Debug)]
pub(crate) struct Scratch {
    file: File,
    end: u64,
    /// Where rooms begin that were given back, by their sizes.
    free: BTreeMap<u64, Vec<u64>>,
}

/// Where some bytes are.
#[derive(Debug)]
pub(crate) struct Place {
    start: u64,
    length: usize,
    /// The size of the room, all of which is given back.
    room: u64,
}

/// Rooms have sizes that are multiples of this, so that what changes a little mostly fits where it was.
const BLOCK: u64 = 4096;

/// The room that so many bytes take.
fn room(length: usize) -> u64 {
    (length as u64).next_multiple_of(BLOCK)
}

impl Scratch {
    pub(crate) fn new() -> io::Result<Scratch> {
        Ok(Scratch { file: tempfile::tempfile()?, end: 0, free: BTreeMap::new() })
    }

    /// Puts bytes aside.
    pub(crate) fn put(&mut self, bytes: &[u8]) -> io::Result<Place> {
        let wanted = room(bytes.len());
        // Of a room that is much larger, too much would be lost.
        let near = self.free.range_mut(wanted..=wanted + wanted / 8);
        let free = near.into_iter().find_map(|(room, starts)| Some((*room, starts.pop()?)));
        let (size, start) = free.unwrap_or((wanted, self.end));
        let written = self.file.seek(SeekFrom::Start(start)).and_then(|_| self.file.write_all(bytes));
        if let Err(error) = written {
            if start < self.end {
                self.free.entry(size).or_default().push(start);
            }
            return Err(error);
        }
        self.end = self.end.max(start + size);
        Ok(Place { start, length: bytes.len(), room: size })
    }

    /// The bytes at a place.
    pub(crate) fn get(&mut self, place: &Place) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; place.length];
        self.file.seek(SeekFrom::Start(place.start))?;
        self.file.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    /// Gives a place back.
    pub(crate) fn free(&mut self, place: Place) {
        self.free.entry(place.room).or_default().push(place.start);
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Scratch};

    #[test]
    fn bytes_stay_until_they_are_given_back_and_room_is_used_again() {
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
        assert_eq!((again.start, scratch.end), (0, end), "the room that is free is taken");
        let more = scratch.put(&bytes(4, 2 * block)).unwrap();
        assert_eq!((more.start, scratch.end), (end, end + 2 * BLOCK));
        for (place, expected) in [(&again, bytes(3, 2 * block)), (&second, bytes(2, 10)), (&none, Vec::new())] {
            assert_eq!(scratch.get(place).unwrap(), expected);
        }
    }

    #[test]
    fn a_file_that_is_written_over_and_over_does_not_grow() {
        let mut scratch = Scratch::new().unwrap();
        let mut places: Vec<_> =
            (0..50_u8).map(|sign| scratch.put(&vec![sign; 5000 + usize::from(sign)]).unwrap()).collect();
        let end = scratch.end;
        for round in 0..10_u8 {
            places = places
                .into_iter()
                .map(|place| {
                    scratch.free(place);
                    scratch.put(&vec![round; 5100]).unwrap()
                })
                .collect();
        }
        assert_eq!(scratch.end, end);
        assert!(places.iter().all(|place| scratch.get(place).unwrap() == vec![9; 5100]));
    }
}
