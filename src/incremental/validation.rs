//! Decides which pages of the previous run are still valid.

use std::sync::OnceLock;

use super::checksum::Checksum;
use super::dependency::Dependency;
use super::fingerprint::Sources;
use super::ledger::Ledger;
use crate::name::Name;
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

    /// The checksum of a page that is still valid, if it has one. Its kind is not looked at: those who ask are of another kind
    /// where another page has the address.
    pub(crate) fn checksum(&self, page: Name) -> Option<Checksum> {
        let (_, uses) = self.ledger.page(page)?;
        // A page with a checksum depends on the bytes of none: a file that says so is not followed in circles.
        let is_of_bytes =
            |at: u32| matches!(self.ledger.dependencies.get(at as usize), Some((Dependency::Bytes(_), _)));
        let is_valid = || uses.into_iter().all(|at| !is_of_bytes(at) && self.holds(at));
        self.ledger.checksum(page).filter(|_| is_valid())
    }

    pub(crate) fn ledger(&self) -> &'a Ledger {
        self.ledger
    }

    fn holds(&self, at: u32) -> bool {
        let (verdict, dependency) = (self.verdicts.get(at as usize), self.ledger.dependencies.get(at as usize));
        verdict.zip(dependency).is_some_and(|(verdict, (dependency, before))| {
            *verdict.get_or_init(|| match *dependency {
                Dependency::Bytes(page) => self.checksum(page).is_some_and(|one| one.fingerprint() == *before),
                dependency => self.sources.fingerprint(dependency) == Some(*before),
            })
        })
    }
}
