//! The checksum of a page that readers take away, kept with its dependencies: what publishes it does not make the page again.

use bitcode::{Decode, Encode};
use sha2::{Digest, Sha256};

/// By what a copy of a file is known to be whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub(crate) struct Checksum {
    /// How many bytes the file has.
    pub(crate) length: u64,
    sha256: [u8; 32],
}

impl Checksum {
    pub(crate) fn of(bytes: &[u8]) -> Checksum {
        Checksum { length: bytes.len() as u64, sha256: Sha256::digest(bytes).into() }
    }

    /// The SHA-256 (FIPS 180-4) as `sha256sum` writes it: 64 hexadecimal digits.
    pub(crate) fn sha256(&self) -> String {
        self.sha256.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// A fingerprint of it.
    pub(super) fn fingerprint(&self) -> u64 {
        let [a, b, c, d, e, f, g, h, ..] = self.sha256;
        u64::from_le_bytes([a, b, c, d, e, f, g, h])
    }
}

#[cfg(test)]
mod tests {
    use super::Checksum;

    #[test]
    fn it_is_what_other_programs_compute() {
        let checksum = Checksum::of(b"abc");
        assert_eq!(checksum.length, 3);
        assert_eq!(checksum.sha256(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
