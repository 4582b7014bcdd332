//! The previous run, and how far its cache can be trusted.

use std::sync::Arc;

use xxhash_rust::xxh3::xxh3_64;

use super::cache::ParsedFiles;
use super::snapshot::{Snapshot, is_settled, is_settled_file};
use crate::checks;
use crate::entry::AnyParsed;
use crate::input::{InputId, Inputs, ReadError};
use crate::search;

/// The cache of the previous run, with checks of how far it can be trusted.
#[derive(Debug)]
pub(crate) struct PreviousRun<'a> {
    snapshot: &'a Snapshot,
    files: &'a ParsedFiles,
    site: u64,
    /// The position of the first file of the content.
    others: usize,
}

impl<'a> PreviousRun<'a> {
    /// The previous run: its snapshot, parsed files, and fingerprint of what every page depended on.
    pub(crate) fn of(snapshot: &'a Snapshot, files: &'a ParsedFiles, site: u64) -> PreviousRun<'a> {
        let others = snapshot.stamps.partition_point(|(path, _)| &**path < "content/");
        PreviousRun { snapshot, files, site, others }
    }

    /// The cached entry of a file, if it still has the same bytes.
    ///
    /// # Errors
    /// [`ReadError`] where it has to be read to know, and cannot be.
    pub(crate) fn entry(&self, inputs: &Inputs, input: InputId) -> Result<Option<AnyParsed>, ReadError> {
        let file = inputs.get(input);
        // As long as no file was added or removed, each has the same position.
        let parsed = of_path(&self.files.entries, file.path(), input.index().wrapping_sub(self.others));
        let Some(parsed) = parsed.filter(|_| file.refusal().is_none()) else {
            return Ok(None);
        };
        let known = of_path(&self.snapshot.stamps, file.path(), input.index()).copied().flatten();
        let same = match file.stamp() {
            Some(stamp) if known == Some(stamp) && is_settled(stamp, self.snapshot.began) => true,
            _ => xxh3_64(&inputs.bytes(input)?) == parsed.hash(),
        };
        Ok(same.then(|| parsed.clone()))
    }

    /// The cache of rules, if the same program wrote it. Quotations are keyed by the stamps of their sources, which must be
    /// settled.
    pub(crate) fn known(&self, program: u64, inputs: &Inputs) -> Option<&'a checks::RuleCache> {
        let mut sources = inputs.under("content/sources/");
        let is_told = self.snapshot.program == program
            && sources.all(|(input, _)| is_settled_file(inputs, input, self.snapshot.began));
        is_told.then_some(&self.files.known)
    }

    /// The words of the statements of the previous run.
    pub(crate) fn search(&self) -> &'a search::Kept {
        &self.files.search
    }

    /// Whether the program and what every page depends on are unchanged; otherwise the ledger says nothing.
    pub(crate) fn has_site(&self, program: u64, site: u64) -> bool {
        (self.snapshot.program, self.site) == (program, site)
    }
}

/// Looks a path up in a sorted list; it is likely to be at the position `near`.
fn of_path<'a, T>(list: &'a [(Arc<str>, T)], path: &str, near: usize) -> Option<&'a T> {
    let at = match list.get(near) {
        Some((here, _)) if **here == *path => near,
        _ => list.binary_search_by(|(here, _)| (**here).cmp(path)).ok()?,
    };
    list.get(at).map(|(_, value)| value)
}
