//! What is kept of an index between runs: the words of each statement, so that only changed texts are read again, and in which
//! run each partition last changed, so that only files that can differ are made again.

use std::sync::Arc;

use bitcode::{Decode, Encode};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::changes::Changes;
use super::layout::Counts;
use super::number::Number;
use super::statement::{self, Statement};
use super::vocabulary::Words;

/// What is kept of an index.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kept {
    pub(super) vocabulary: Arc<KeptWords>,
    pub(super) statements: Arc<Vec<Statement>>,
}

/// What is kept beside the statements.
#[derive(Debug, Default, Encode, Decode)]
pub(crate) struct KeptWords {
    /// The number of the run.
    pub(super) run: u64,
    pub(super) words: Arc<Words>,
    pub(super) counts: Arc<Counts>,
    /// The first text of each partition, and the run in which it last changed.
    pub(super) partitions: Vec<(String, u64)>,
}

/// How many statements are encoded together, so that they are not in memory twice.
const PART: usize = 500;

impl Kept {
    /// The same run, of which nothing else is known.
    pub(crate) fn emptied(&self) -> Kept {
        Kept::of_run(self.run())
    }

    /// A run of which nothing else is known.
    pub(super) fn of_run(run: u64) -> Kept {
        let vocabulary = Arc::new(KeptWords { run, ..KeptWords::default() });
        Kept { vocabulary, statements: Arc::default() }
    }

    /// The number of the run.
    pub(super) fn run(&self) -> u64 {
        self.vocabulary.run
    }

    /// The words of its vocabulary.
    pub(crate) fn words(&self) -> &Words {
        &self.vocabulary.words
    }

    /// All of it in parts that can be encoded.
    pub(crate) fn parts(&self) -> (&KeptWords, impl ExactSizeIterator<Item = &[Statement]>) {
        (&self.vocabulary, self.statements.chunks(PART))
    }

    /// Decodes it from its parts, on all threads; `bytes` are those of a part.
    pub(crate) fn of_parts<'a, T: Sync>(
        words: &[u8],
        statements: &'a [T],
        bytes: impl Fn(&'a T) -> Option<&'a [u8]> + Sync,
    ) -> Option<Kept> {
        let decode = |part| bitcode::decode::<Vec<Statement>>(bytes(part)?).ok();
        let statements: Option<Vec<Vec<Statement>>> = statements.par_iter().map(decode).collect();
        let vocabulary = Arc::new(bitcode::decode(words).ok()?);
        Some(Kept { vocabulary, statements: Arc::new(statements?.into_iter().flatten().collect()) })
    }

    /// Its statements by the hashes of what their bodies were read from.
    pub(crate) fn by_body(&self) -> FxHashMap<u64, &Statement> {
        self.statements.iter().map(|statement| (statement.body.source, statement)).collect()
    }

    /// What differs from it; none where more were of one day than can be.
    pub(super) fn changes<'a>(&'a self, numbers: &[Number], statements: &'a [Statement]) -> Option<Changes<'a>> {
        Some(Changes::of(numbers, statements, &statement::numbers(&self.statements)?, &self.statements))
    }

    /// The run in which the partition between two texts last changed, if there was one.
    pub(super) fn version(&self, first: &str, next: Option<&str>) -> Option<u64> {
        let at = self.vocabulary.partitions.binary_search_by(|(text, _)| text.as_str().cmp(first)).ok()?;
        let is_same = self.vocabulary.partitions.get(at + 1).map(|(text, _)| text.as_str()) == next;
        is_same.then_some(self.vocabulary.partitions[at].1)
    }
}
