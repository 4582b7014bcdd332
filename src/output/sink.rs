//! Where the bytes of pages go: into an output folder, or nowhere.

use xxhash_rust::xxh3::xxh3_64;

use super::{Output, OutputError};
use crate::address::Address;

/// Where pages go.
pub trait Sink: Sync {
    /// Keeps the file of the previous run at an address, if it is unchanged and has this hash (XXH3), or any where none is
    /// given.
    fn keep(&self, address: &Address, hash: Option<u64>) -> bool;

    /// Takes the bytes of one file, and returns their hash (XXH3).
    ///
    /// # Errors
    /// `OutputError` where they cannot be kept.
    fn stage(&self, address: &Address, bytes: &[u8]) -> Result<u64, OutputError>;

    /// Leaves what is at an address, since another run writes this page of the site.
    fn leave(&self, address: &Address);
}

/// A sink that discards pages, for runs that only check.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Nowhere;

impl Sink for Nowhere {
    fn keep(&self, _: &Address, _: Option<u64>) -> bool {
        false
    }

    fn stage(&self, _: &Address, bytes: &[u8]) -> Result<u64, OutputError> {
        Ok(xxh3_64(bytes))
    }

    fn leave(&self, _: &Address) {}
}

impl Sink for Output {
    fn keep(&self, address: &Address, hash: Option<u64>) -> bool {
        Output::keep(self, address, hash)
    }

    fn stage(&self, address: &Address, bytes: &[u8]) -> Result<u64, OutputError> {
        Output::stage(self, address, bytes)
    }

    fn leave(&self, address: &Address) {
        Output::leave(self, address);
    }
}
