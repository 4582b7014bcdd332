//! Decides which pages of the previous run are still valid.

use std::sync::OnceLock;

use super::fingerprint::Sources;
use super::ledger::Ledger;
use crate::plan::PageKind;

/// A ledger that is checked against the current data. Each dependency is checked when the first page needs it, so that a
/// requested page does not wait for all others.
#[derive(Debug)]
pub(crate) struct Validation<'a, K> {
    ledger: &'a Ledger,
    sources: &'a Sources<'a, K>,
    /// For each dependency that was checked: whether its fingerprint is the same.
    verdicts: Vec<OnceLock<bool>>,
}

impl<'a, K: PageKind> Validation<'a, K> {
    /// A validation in which nothing is checked yet.
    pub(crate) fn of(ledger: &'a Ledger, sources: &'a Sources<'a, K>) -> Validation<'a, K> {
        let verdicts = std::iter::repeat_with(OnceLock::new).take(ledger.dependencies.len()).collect();
        Validation { ledger, sources, verdicts }
    }

    /// The hash (XXH3) of the bytes of a page that is still valid: its kind and the fingerprints of all its dependencies are
    /// unchanged. `address` is the hash (XXH3) of its address, `kind` the fingerprint of its kind.
    pub(crate) fn page(&self, address: u64, kind: u64) -> Option<u64> {
        let (page, mut uses) = self.ledger.page(address)?;
        (page.kind == kind && uses.all(|at| self.holds(at))).then_some(page.bytes)
    }

    pub(crate) fn ledger(&self) -> &'a Ledger {
        self.ledger
    }

    fn holds(&self, at: u32) -> bool {
        let (verdict, dependency) = (self.verdicts.get(at as usize), self.ledger.dependencies.get(at as usize));
        verdict.zip(dependency).is_some_and(|(verdict, (dependency, before))| {
            *verdict.get_or_init(|| self.sources.fingerprint(*dependency) == Some(*before))
        })
    }
}
