//! Who published a source, as pages name them: an organization on record, or whoever a text names.

use crate::chronicle::{OrganizationId, StatementId};
use crate::entry::shape::TextOr;
use crate::pages::PageBuilder;

/// The publisher of a source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Publisher<'a> {
    /// What it is called: what stands in the source; where that is an id, the name of the organization on the day of the
    /// source, or on that of the statement where the source has none.
    pub(crate) name: &'a str,
    /// The organization, where there is a record of it.
    pub(crate) body: Option<OrganizationId>,
}

impl<'a> PageBuilder<'a> {
    /// The publisher of the source at a position of a statement, where it is known.
    pub(crate) fn publisher(&self, id: StatementId, position: usize) -> Option<Publisher<'a>> {
        let of = self.chronicle.get(id);
        let TextOr::Map(source) = of.entry.fields.sources.as_slice().get(position)? else { return None };
        let written = source.publisher.as_ref()?;
        let body = of.publishers.get(position).copied().flatten();
        let Some(body) = body else { return Some(Publisher { name: written.as_str(), body }) };
        let entry = &self.chronicle.get(body).entry;
        let is_id = entry.id.as_str() == written.as_str() || entry.fields.old_ids.as_slice().contains(written);
        let date = source.date.as_ref().unwrap_or(of.date());
        let name = if is_id { self.name_on(body, date) } else { written.as_str() };
        Some(Publisher { name, body: Some(body) })
    }
}
