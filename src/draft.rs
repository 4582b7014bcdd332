//! Generates drafts of new records. Missing values are marked by placeholders, which the checks refuse until they are
//! filled in.
//!
//! A draft is only text, and is parsed like any other file.

mod about;
mod answerer;
mod authority;
mod behind;
mod body;
mod brackets;
mod clauses;
mod dateline;
mod dates;
mod endings;
mod floor;
mod han;
mod headline;
mod inserts;
mod interruptions;
mod known_labels;
mod labels;
mod languages;
mod marks;
mod markup;
mod mentions;
mod name_span;
mod names;
mod notes;
mod occasion;
mod office_labels;
mod others;
mod passages;
mod people;
mod person;
mod prose;
mod recognition;
mod replies;
mod report;
mod sentences;
mod signatures;
mod stage;
mod statement;
mod tail;
mod tellers;
mod tokens;
mod turns;
mod units;
mod unlabelled;
mod white_space;
mod whose;
mod word_classes;
mod yaml;

pub(crate) use authority::{AuthorityDraft, Office};
pub(crate) use markup::{document, markup};
pub use recognition::{Hints, Recognition, recognize, speakers};
pub use statement::{Block, Source, Speaker, StatementDraft};

use sha2::{Digest, Sha256};

/// The SHA-256 of a kept text, in hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests;
