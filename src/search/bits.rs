//! Bits in bytes, the lowest first, and numbers of varying length.

/// More ones than these announce a number that is written plainly.
pub(super) const MOST_ONES: u32 = 24;

/// Bits that are written one after another.
pub(super) struct Bits<'a> {
    bytes: &'a mut Vec<u8>,
    waiting: u64,
    count: u32,
}

impl<'a> Bits<'a> {
    /// Those that follow some bytes.
    pub(super) fn after(bytes: &'a mut Vec<u8>) -> Bits<'a> {
        Bits { bytes, waiting: 0, count: 0 }
    }

    /// Adds the low bits of a number, at most 32.
    pub(super) fn push(&mut self, value: u32, bits: u32) {
        self.waiting |= u64::from(value) << self.count;
        self.count += bits;
        if self.count >= 32 {
            self.bytes.extend_from_slice(&(self.waiting as u32).to_le_bytes());
            self.waiting >>= 32;
            self.count -= 32;
        }
    }

    /// Adds a number by Rice's code: most of it in ones, the low bits as they are.
    pub(super) fn rice(&mut self, value: u32, low: u32) {
        let ones = value >> low;
        if ones >= MOST_ONES {
            self.push((1 << MOST_ONES) - 1, MOST_ONES);
            return self.push(value, 32);
        }
        self.push((1 << ones) - 1, ones + 1);
        self.push(value & ((1 << low) - 1), low);
    }

    /// Fills the last byte.
    pub(super) fn end(self) {
        let bytes = self.count.div_ceil(8) as usize;
        self.bytes.extend_from_slice(&self.waiting.to_le_bytes()[..bytes]);
    }
}

/// Adds a number in seven bits a byte, the lowest first.
pub(super) fn push_varint(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// FNV-1a of nothing.
pub(super) const FNV: u32 = 2_166_136_261;

/// What each step of FNV-1a multiplies by.
pub(super) const FNV_PRIME: u32 = 16_777_619;

/// FNV-1a of 32 bits: the check of a file, and the hash of a word.
pub(super) fn fnv(bytes: &[u8]) -> u32 {
    bytes.iter().fold(FNV, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(FNV_PRIME))
}

#[cfg(test)]
pub(super) mod reading {
    //! What a browser does.

    use super::MOST_ONES;

    /// Bits that are read one after another.
    pub(in crate::search) struct ReadBits<'a>(pub(in crate::search) &'a [u8], pub(in crate::search) usize);

    impl ReadBits<'_> {
        pub(in crate::search) fn take(&mut self, bits: u32) -> u32 {
            (0..bits).fold(0, |value, bit| {
                let is_one = self.0[self.1 >> 3] >> (self.1 & 7) & 1;
                self.1 += 1;
                value | u32::from(is_one) << bit
            })
        }

        pub(in crate::search) fn rice(&mut self, low: u32) -> u32 {
            let mut ones = 0;
            while ones < MOST_ONES && self.take(1) == 1 {
                ones += 1;
            }
            if ones == MOST_ONES { self.take(32) } else { ones << low | self.take(low) }
        }
    }

    /// Takes a number off the front.
    pub(in crate::search) fn varint(bytes: &mut &[u8]) -> u32 {
        let mut value = 0;
        for shift in (0..).step_by(7) {
            let byte = bytes[0];
            *bytes = &bytes[1..];
            value |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                break;
            }
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::reading::{ReadBits, varint};
    use super::*;

    #[test]
    fn numbers_are_read_as_they_were_written() {
        let values = [0, 1, 2, 23, 24, 25, 95, 96, 97, 1000, 65_535, 1 << 24, u32::MAX - 1, u32::MAX];
        for low in 0..16 {
            let mut bytes = vec![9];
            let mut bits = Bits::after(&mut bytes);
            values.iter().for_each(|value| {
                bits.rice(*value, low);
                bits.push(*value & 7, 3);
            });
            bits.end();
            let mut read = ReadBits(&bytes[1..], 0);
            for value in values {
                assert_eq!((read.rice(low), read.take(3)), (value, value & 7), "{low}");
            }
            assert!(bytes.len() - 1 == read.1.div_ceil(8));
        }
        let mut bytes = Vec::new();
        values.iter().for_each(|value| push_varint(&mut bytes, *value));
        let mut rest = bytes.as_slice();
        values.iter().for_each(|value| assert_eq!(varint(&mut rest), *value));
    }

    #[test]
    fn the_check_is_the_known_one() {
        assert_eq!((fnv(b""), fnv(b"a"), fnv(b"foobar")), (0x811c_9dc5, 0xe40c_292c, 0xbf9c_f968));
    }
}
