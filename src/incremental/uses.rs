//! The dependencies of pages, as positions in a list. A page has dozens, mostly beside each other in the list, so that each is
//! written as the difference to the one before it: mostly one byte instead of four.

/// Bits of a byte that hold a number; the highest bit says that more follow.
const BITS: u32 = 7;

/// Appends the positions of one page; returns how many bytes they take.
pub(super) fn append(bytes: &mut Vec<u8>, positions: impl IntoIterator<Item = u32>) -> usize {
    let (start, mut before) = (bytes.len(), 0);
    for position in positions {
        // Differences of either sign, small ones as small numbers: 0, -1, 1, -2, … (zigzag).
        let difference = i64::from(position) - i64::from(before);
        let mut rest = ((difference << 1) ^ (difference >> 63)).cast_unsigned();
        while rest >> BITS > 0 {
            bytes.push(rest.to_le_bytes()[0] | 1 << BITS);
            rest >>= BITS;
        }
        bytes.push(rest.to_le_bytes()[0]);
        before = position;
    }
    bytes.len() - start
}

/// The positions of one page. Where the bytes are none that [`append`] has written, the last one is [`u32::MAX`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Uses<'a> {
    bytes: &'a [u8],
    before: u32,
}

impl<'a> Uses<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Uses<'a> {
        Uses { bytes, before: 0 }
    }

    fn read(&mut self) -> Option<u32> {
        let mut number = 0_u64;
        for shift in (0..u64::BITS).step_by(BITS as usize) {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= u64::from(byte & !(1 << BITS)).checked_shl(shift)?;
            if byte >> BITS == 0 {
                let difference = (number >> 1).cast_signed() ^ -(number & 1).cast_signed();
                return u32::try_from(i64::from(self.before).checked_add(difference)?).ok();
            }
        }
        None
    }
}

impl Iterator for Uses<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        if self.bytes.is_empty() {
            return None;
        }
        let position = self.read();
        if position.is_none() {
            self.bytes = &[];
        }
        self.before = position.unwrap_or(u32::MAX);
        Some(self.before)
    }
}

#[cfg(test)]
mod tests {
    use super::{Uses, append};

    #[test]
    fn positions_are_read_as_they_were_written() {
        let most = u32::MAX - 1;
        for positions in [&[][..], &[0], &[5, 6, 7, 3, 63, 127, 128, 0], &[most, 0, most, most - 1, 1 << 20]] {
            let mut bytes = vec![9];
            let length = append(&mut bytes, positions.iter().copied());
            assert_eq!(length, bytes.len() - 1);
            assert_eq!(Uses::of(&bytes[1..]).collect::<Vec<_>>(), positions);
        }
        assert_eq!(append(&mut Vec::new(), 1000..1020), 21);
    }

    #[test]
    fn what_is_no_position_is_the_largest_number() {
        for bytes in [&[0x80][..], &[2, 0xff, 0xff], &[1], &[0xff; 12], &[0xfe, 0xff, 0xff, 0xff, 0x7f]] {
            let all: Vec<u32> = Uses::of(bytes).collect();
            assert_eq!(all.last(), Some(&u32::MAX), "{bytes:?}: {all:?}");
        }
    }
}
