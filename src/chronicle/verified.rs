//! Cache of checks that found nothing, so that the next run can skip them. Each is keyed by a fingerprint of all its
//! inputs.

use bitcode::{Decode, Encode};

/// The sorted fingerprints (XXH3) of checks that found nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Decode, Encode)]
pub(crate) struct Verified(Vec<u64>);

impl Verified {
    /// Whether the check with this fingerprint found nothing.
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
