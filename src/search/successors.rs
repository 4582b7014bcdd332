//! What follows a word: hashes of the stop words between it and the next stem, with that. `docs/search-format.md`, "Successors".
//!
//! Those of a stem stand in whole 16 bits each, in the order of its list. Where they are many they are parted by their low
//! bits into lists, so that a phrase loads one part.

use super::bits::{FNV, FNV_PRIME};

/// Hashes are from 1 to this.
const MOST: u32 = 32_767;

/// The bit that marks the last successor of a posting.
pub(super) const LAST: u16 = 1 << 15;

/// The hash of what follows, as it is read: stop words, then a stem. It is made of the hashes of these, which are known.
#[derive(Clone, Copy)]
pub(super) struct SuccessorHash(u32);

impl SuccessorHash {
    /// Nothing, yet.
    pub(super) fn new() -> SuccessorHash {
        SuccessorHash(FNV)
    }

    /// A stop word more, by the FNV-1a hash of it.
    pub(super) fn stop_word(self, hash: u32) -> SuccessorHash {
        SuccessorHash((self.0 ^ hash).wrapping_mul(FNV_PRIME))
    }

    /// The successor: this, and then a stem with this FNV-1a hash.
    pub(super) fn stem(self, hash: u32) -> u16 {
        (self.stop_word(hash).0 % MOST) as u16 + 1
    }
}

/// Into two to the power of this many buckets are so many successors parted, if so many can stand together; 0 if they do.
pub(super) fn bucket_bits(successors: u32, together: u32) -> u32 {
    if successors <= together { 0 } else { successors.div_ceil(together / 2).next_power_of_two().ilog2().min(12) }
}

/// In which bucket a successor stands, and the rest of its hash.
pub(super) fn in_bucket(successor: u16, bits: u32) -> (u32, u32) {
    let hash = u32::from(successor);
    (hash & ((1 << bits) - 1), hash >> bits)
}

#[cfg(test)]
mod tests {
    use super::super::bits::fnv;
    use super::*;

    #[test]
    fn successors_are_hashes_of_what_is_read() {
        let [and, stem] = ["and", "secur"].map(|text| fnv(text.as_bytes()));
        let secur = SuccessorHash::new().stop_word(and).stem(stem);
        assert_eq!([SuccessorHash::new().stem(stem), secur], [23_822, 7_484]);
        assert!((1..=32_767).contains(&secur));
    }

    #[test]
    fn buckets_hold_all_and_about_as_many() {
        let bits = |successors| bucket_bits(successors, 16_384);
        assert_eq!([0, 1, 16_384].map(bits), [0; 3]);
        assert_eq!([16_385, 32_768, 32_769, 65_536, 65_537, 200_000].map(bits), [2, 2, 3, 3, 4, 5]);
        for bits in 1..13 {
            for hash in [1_u16, 2, 77, 32_766, 32_767] {
                let (bucket, rest) = in_bucket(hash, bits);
                assert!(bucket < 1 << bits && rest < 1 << (15 - bits));
                assert_eq!(rest << bits | bucket, u32::from(hash));
            }
        }
    }
}
