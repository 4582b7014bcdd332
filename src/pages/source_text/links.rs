//! The ways from the quotations of a statement to their places in kept texts that have pages.

use std::collections::BTreeMap;

use crate::checks::Proven;
use crate::chronicle::StatementId;
use crate::pages::PageBuilder;
use crate::views::Href;

/// The place of a quotation on the page of a kept text.
#[derive(Debug)]
pub(crate) struct InText {
    /// Path and fragment, below the path of the site.
    pub(crate) address: String,
    /// The same, ready for `href`.
    pub(crate) href: Href,
}

/// The places of the quotations of a statement, by the numbers of their anchors; none of those that are not proven, or whose
/// text has no page.
pub(crate) fn in_texts(builder: &PageBuilder<'_>, id: StatementId) -> BTreeMap<u32, InText> {
    let statement = builder.chronicle.get(id);
    let texts = builder.texts.of_statement(builder.inputs, statement);
    if texts.is_empty() {
        return BTreeMap::new();
    }
    let proven = builder.chronicle.passages(id).map_or(&[][..], |proof| &proof.quotations);
    let place = |(proven, number): (&Proven, &u32)| {
        let text = texts.get(&(proven.source as usize))?;
        let address = match proven.passages.first() {
            Some((start, _)) => {
                let page = text.part_address(text.part_of(*start as usize));
                format!("{page}#{}", anchor(statement.entry.id.as_str(), *number))
            }
            None => text.address.to_string(),
        };
        let href = Href::new(builder.config.base_url.path(), &address);
        Some((*number, InText { address, href }))
    };
    proven.iter().zip(&statement.anchors).filter_map(place).collect()
}

/// The anchor of a quotation on the page of a kept text. An id of a statement and a number are there only once.
pub(super) fn anchor(id: &str, number: u32) -> String {
    format!("{id}-q{number}")
}
