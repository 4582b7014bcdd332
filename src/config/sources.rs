//! What is made public of the texts that are kept of sources: `[sources]`.

use serde::Deserialize;

/// What is made public of the kept texts of sources.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Sources {
    /// Whether kept texts have pages, where their sources do not say otherwise. Off by default: the words are somebody
    /// else's.
    pub(crate) publish: bool,
}
