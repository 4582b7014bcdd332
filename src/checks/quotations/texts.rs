//! Stored texts of sources.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use sha2::{Digest, Sha256};
use xxhash_rust::xxh3::xxh3_64;

use super::haystack::Haystack;
use crate::document::merge_conflict::is_within_text;
use crate::entry::normalized::Normalized;
use crate::entry::quotation::{SourceTurn, turns_of_source};

/// The stored text of a source.
#[derive(Debug)]
pub(super) struct SourceText {
    /// The text as it is written.
    pub(super) written: String,
    pub(super) haystack: Haystack,
    /// The hash (XXH3) of the file.
    pub(super) hash: u64,
    /// Whether it has two versions of a line, as an unresolved merge leaves them.
    pub(super) has_conflict: bool,
    bytes: Option<Cow<'static, [u8]>>,
    digest: OnceLock<String>,
    turns: OnceLock<Arc<[SourceTurn]>>,
}

impl SourceText {
    /// Prepares a text for searching.
    pub(super) fn of(bytes: Cow<'static, [u8]>) -> SourceText {
        let hash = xxh3_64(&bytes);
        let has_conflict = is_within_text(&bytes);
        let (written, bytes) = match String::from_utf8(bytes.into_owned()) {
            Ok(written) => (written, None),
            Err(error) => {
                let bytes = error.into_bytes();
                (String::from_utf8_lossy(&bytes).into_owned(), Some(bytes.into()))
            }
        };
        let haystack = Haystack::of(Normalized::of(&written));
        SourceText { written, haystack, hash, has_conflict, bytes, digest: OnceLock::new(), turns: OnceLock::new() }
    }

    /// Its turns, if it is a transcript.
    pub(super) fn turns(&self) -> &Arc<[SourceTurn]> {
        self.turns.get_or_init(|| turns_of_source(&self.written).into())
    }

    /// The SHA-256 of the file, in hexadecimal.
    pub(super) fn digest(&self) -> &str {
        self.digest.get_or_init(|| {
            let bytes = self.bytes.as_deref().unwrap_or(self.written.as_bytes());
            Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
        })
    }
}
