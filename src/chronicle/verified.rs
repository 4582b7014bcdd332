//! What was looked at and found to be right, so that the next run need not look again: each statement by a number for
//! itself and for all that it was compared with.

use bitcode::{Decode, Encode};

/// Numbers (XXH3) for what was found to be right.
#[derive(Clone, Debug, Default, PartialEq, Eq, Decode, Encode)]
pub(crate) struct Verified(Vec<u64>);

impl Verified {
    /// Whether this was found to be right.
    pub(crate) fn has(&self, key: u64) -> bool {
        self.0.binary_search(&key).is_ok()
    }

    #[must_use]
    pub(crate) fn with(mut self, more: Verified) -> Verified {
        self.0.extend(more.0);
        self.0.into_iter().collect()
    }
}

impl FromIterator<u64> for Verified {
    fn from_iter<T: IntoIterator<Item = u64>>(keys: T) -> Verified {
        let mut keys: Vec<u64> = keys.into_iter().collect();
        keys.sort_unstable();
        Verified(keys)
    }
}
