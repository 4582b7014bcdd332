//! What a statement says: for its page, and for all that speaks of it elsewhere.

use std::sync::Arc;

use super::facts::Fact;
use super::{ViewError, Views};
use crate::chronicle::StatementId;
use crate::markdown::{Html, Quoted};

/// The text of a statement as HTML; empty where the record was withdrawn.
pub(super) fn body(views: &Views<'_>, id: StatementId) -> Result<Arc<Html>, ViewError> {
    let statement = &views.chronicle[id];
    if statement.is_withdrawn() {
        return Ok(Arc::default());
    }
    // The page and what stands beside it are made one after the other.
    let worker = views.worker;
    if let Some((html, facts)) = worker.text_of(id) {
        facts.iter().for_each(|fact| views.chronicle.note(*fact));
        return Ok(html);
    }
    let apart = views.apart();
    let quoted = Quoted { anchors: &statement.anchors, attributed: &statement.attributed };
    let html = Arc::new(apart.text(&statement.entry, statement.entry.fields.language.as_ref(), Some(quoted))?);
    let facts: Arc<[Fact]> = apart.chronicle.noted().into();
    facts.iter().for_each(|fact| views.chronicle.note(*fact));
    worker.keep_text(id, (Arc::clone(&html), facts));
    Ok(html)
}

/// The abstract, or the first paragraph; nothing of a withdrawn record.
pub(super) fn summary<'a>(views: &Views<'a>, id: StatementId) -> Option<&'a str> {
    let statement = views.chronicle.get(id);
    let summary =
        statement.entry.fields.summary.as_ref().map(|text| text.as_str()).or(statement.entry.body.opening.as_deref());
    summary.filter(|_| !statement.is_withdrawn())
}

/// The publisher of the first source that has one.
pub(super) fn reported_by<'a>(views: &Views<'a>, id: StatementId) -> Option<&'a str> {
    let sources = views.chronicle[id].entry.fields.sources.as_slice();
    (0..sources.len()).find_map(|position| Some(views.publisher(id, position)?.name))
}
