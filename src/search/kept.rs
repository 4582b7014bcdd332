//! What is kept of an index between runs: the words of each statement, so that only changed texts are read again, and in which
//! run each shard last changed, so that only files that can differ are made again.

use std::sync::Arc;

use bitcode::{Decode, Encode};
use rustc_hash::FxHashMap;

use super::changes::Changes;
use super::layout::Counts;
use super::number::Number;
use super::statement::{self, Statement};
use super::vocabulary::Words;

/// What is kept of an index.
#[derive(Clone, Debug, Default, Encode, Decode)]
pub struct Kept {
    /// The number of the run.
    pub(super) run: u64,
    pub(super) words: Arc<Words>,
    pub(super) statements: Arc<Vec<Statement>>,
    pub(super) counts: Arc<Counts>,
    /// The first text of each shard, and the run in which it last changed.
    pub(super) shards: Vec<(String, u64)>,
}

impl Kept {
    /// The same run, of which nothing else is known.
    pub fn emptied(&self) -> Kept {
        Kept { run: self.run, ..Kept::default() }
    }

    /// The words of its vocabulary.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Its statements by the hashes of what their bodies were read from.
    pub fn by_body(&self) -> FxHashMap<u64, &Statement> {
        self.statements.iter().map(|statement| (statement.body.source, statement)).collect()
    }

    /// What differs from it; none where more were of one day than can be.
    pub(super) fn changes<'a>(&'a self, numbers: &[Number], statements: &'a [Statement]) -> Option<Changes<'a>> {
        Some(Changes::of(numbers, statements, &statement::numbers(&self.statements)?, &self.statements))
    }

    /// The run in which the shard between two texts last changed, if there was one.
    pub(super) fn version(&self, first: &str, next: Option<&str>) -> Option<u64> {
        let at = self.shards.binary_search_by(|(text, _)| text.as_str().cmp(first)).ok()?;
        let is_same = self.shards.get(at + 1).map(|(text, _)| text.as_str()) == next;
        is_same.then_some(self.shards[at].1)
    }
}
