//! The checksums of pages that readers take away: of those that were rendered, of those that did not change since the previous
//! run, or of bytes made for the checksum alone, where another run writes the page.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use crate::address::Address;
use crate::incremental::{Checksum, Dependency};
use crate::name::Name;
use crate::pages::kind::Content;
use crate::pages::{Page, PageBuilder, ViewError};
use crate::sync;

/// The checksums that are known in a run, each with what it depends on.
#[derive(Debug, Default)]
pub(crate) struct KnownChecksums(Mutex<BTreeMap<Name, Known>>);

type Known = (Checksum, Arc<[Dependency]>);

impl KnownChecksums {
    /// Adds that of a page that was rendered, and is recorded.
    pub(crate) fn add(&self, page: Name, checksum: Checksum) {
        sync::lock(&self.0).insert(page, (checksum, Arc::new([Dependency::Bytes(page)])));
    }
}

impl PageBuilder<'_> {
    /// The checksum of another page; none where something else stands at its address, which is an error in the site.
    pub(crate) fn checksum(&self, address: &Address) -> Result<Option<Checksum>, ViewError> {
        let Some(page) = self.plan.page(address).filter(|page| page.kind.has_checksum()) else { return Ok(None) };
        let known = sync::lock(&self.shared.checksums.0).get(&page.key).cloned();
        let (checksum, dependencies) = match known {
            Some(known) => known,
            None => match self.previous.and_then(|previous| previous.checksum(page.key)) {
                Some(checksum) => (checksum, [Dependency::Bytes(page.key)].into()),
                None => self.computed(page)?,
            },
        };
        self.chronicle.note_all(&dependencies);
        Ok(Some(checksum))
    }

    /// Makes the bytes of a page for its checksum, which has the dependencies of the page.
    fn computed(&self, page: &Page) -> Result<Known, ViewError> {
        // The rows are not shared with a list that follows.
        let isolated = PageBuilder { shares_rows: false, ..self.isolated() };
        let Content::Bytes(bytes) = page.kind.view(&isolated, page)? else {
            unreachable!("no kind with a checksum has a template");
        };
        let known: Known = (Checksum::of(&bytes), isolated.chronicle.noted().into());
        sync::lock(&self.shared.checksums.0).entry(page.key).or_insert_with(|| known.clone());
        Ok(known)
    }
}
