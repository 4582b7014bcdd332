//! Lookups while a page is rendered: addresses of other pages, and files.

use std::borrow::Cow;
use std::sync::Arc;

use crate::address::Address;
use crate::chronicle::StatementId;
use crate::incremental::Dependency;
use crate::input::{InputId, Inputs};
use crate::pages::{Page, PageBuilder, ViewError};
use crate::views::{Href, Url};

impl<'a> PageBuilder<'a> {
    /// An address ready for `href`; none where the page is turned off.
    pub(crate) fn href(&self, address: &Address) -> Option<Href> {
        self.is_planned(address).then(|| Href::new(self.config.base_url.path(), &address.in_links()))
    }

    /// Whether a page that records link to is not turned off. This depends on the settings alone, so it is no dependency of
    /// the page that asks.
    pub(crate) fn is_planned(&self, address: &Address) -> bool {
        !self.plan.is_partial() || self.plan.has(address)
    }

    /// The address of a quotation on the page of its statement.
    pub(crate) fn quotation_href(&self, id: StatementId, anchor: u32) -> Href {
        let address = self.chronicle.statement_address(id);
        Href::new(self.config.base_url.path(), &format!("{address}#q{anchor}"))
    }

    /// An address with scheme and host.
    pub(crate) fn url(&self, address: &Address) -> String {
        [self.config.base_url.origin(), self.config.base_url.path(), &address.in_links()].concat()
    }

    /// The same in ASCII.
    pub(crate) fn encoded_url(&self, address: &Address) -> String {
        self.config.base_url.encoded(address)
    }

    /// An address with scheme and host, for JSON; none where the page is turned off.
    pub(crate) fn json_url(&self, address: impl Into<Cow<'a, Address>>) -> Option<Url<'a>> {
        let address = address.into();
        self.is_planned(&address).then(|| Url::new(&self.config.base_url, address))
    }

    /// The same as an identifier, which it is even where the page is turned off.
    pub(crate) fn json_id(&self, address: impl Into<Cow<'a, Address>>) -> Url<'a> {
        Url::new(&self.config.base_url, address.into())
    }

    /// Whether there is a page or file at an address.
    pub(crate) fn has(&self, address: &Address) -> bool {
        self.chronicle.note(Dependency::has(address));
        self.plan.has(address)
    }

    /// The pages that a search engine should list, in the order of their addresses.
    pub(crate) fn indexable(&self) -> Vec<&Page> {
        self.chronicle.note(Dependency::Indexable);
        self.plan.indexable()
    }

    /// A builder that records its own dependencies, for a fragment that is cached.
    pub(crate) fn isolated(&self) -> PageBuilder<'_> {
        PageBuilder {
            config: self.config,
            chronicle: self.chronicle.fresh(),
            inputs: self.inputs,
            plan: self.plan,
            search: self.search,
            texts: self.texts,
            messages: self.messages,
            shared: self.shared,
            worker: self.worker,
            previous: self.previous,
            shares_rows: self.shares_rows,
            failed: self.failed,
        }
    }

    /// The bytes of a file; an error if they are not those that were parsed.
    pub(crate) fn source(&self, (input, hash): (InputId, u64)) -> Result<Arc<Vec<u8>>, ViewError> {
        self.chronicle.note_text(input);
        self.worker.file(input, hash, || parsed_bytes(self.inputs, (input, hash)).map(Cow::into_owned))
    }
}

/// The bytes of a file; an error if they are not those that were parsed, with this hash (XXH3).
pub(crate) fn parsed_bytes(inputs: &Inputs, (input, hash): (InputId, u64)) -> Result<Cow<'_, [u8]>, ViewError> {
    let bytes = inputs.bytes(input)?;
    if xxhash_rust::xxh3::xxh3_64(&bytes) == hash { Ok(bytes) } else { Err(ViewError::Changed(input)) }
}
