//! The text of a statement, for its page and for other pages that show it.

use std::sync::Arc;

use crate::chronicle::StatementId;
use crate::incremental::Dependency;
use crate::markdown::{Html, Quoted};
use crate::pages::{PageBuilder, ViewError};

/// The text of a statement as HTML; empty where the record was withdrawn.
pub(crate) fn body(builder: &PageBuilder<'_>, id: StatementId) -> Result<Arc<Html>, ViewError> {
    let statement = &builder.chronicle[id];
    if statement.is_withdrawn() {
        return Ok(Arc::default());
    }
    // The outputs of a statement are rendered one after the other, so its text is cached by the worker.
    let worker = builder.worker;
    if let Some((html, from)) = worker.cached_text(id) {
        builder.chronicle.note_all(&from);
        return Ok(html);
    }
    let isolated = builder.isolated();
    let quoted = Quoted { anchors: &statement.anchors, attributed: &statement.attributed };
    let html = Arc::new(isolated.text(&statement.entry, statement.entry.fields.language.as_ref(), Some(quoted))?);
    let from: Arc<[Dependency]> = isolated.chronicle.noted().into();
    builder.chronicle.note_all(&from);
    worker.cache_text(id, (Arc::clone(&html), from));
    Ok(html)
}

/// The abstract, or the first paragraph; nothing of a withdrawn record.
pub(crate) fn summary<'a>(builder: &PageBuilder<'a>, id: StatementId) -> Option<&'a str> {
    let statement = builder.chronicle.get(id);
    let summary =
        statement.entry.fields.summary.as_ref().map(|text| text.as_str()).or(statement.entry.body.opening.as_deref());
    summary.filter(|_| !statement.is_withdrawn())
}

/// The fewest characters of a first paragraph that says enough by itself: many reports begin with the room they are from.
const ENOUGH: usize = 100;

/// What a statement says of itself to search engines and in cards: the abstract, or a first paragraph that says enough; that it
/// was withdrawn; or else who said it when, and its title.
pub(crate) fn description(builder: &PageBuilder<'_>, id: StatementId) -> String {
    let statement = builder.chronicle.get(id);
    let fields = &statement.entry.fields;
    let title = fields.title.as_str();
    if let Some(notice) = fields.withdrawn.as_deref() {
        let date = builder.messages.date(&notice.date);
        let arguments = [("title", title), ("date", &date), ("reason", notice.reason.as_str())];
        let said = builder.messages.phrase("description_withdrawn", &arguments);
        // A theme of its own may lack the message; that the record was withdrawn must be said all the same.
        let plain = || format!("{} ({date}): {title}. {}", builder.messages.word("withdrawn"), notice.reason.as_str());
        return if said.is_empty() { plain() } else { said };
    }
    let summary = summary(builder, id).unwrap_or_default();
    // What ends in a colon leads to a list of what it is about.
    let says_enough = summary.len() >= ENOUGH && summary.chars().count() >= ENOUGH && !summary.ends_with([':', '：']);
    if fields.summary.is_some() || says_enough {
        return summary.to_owned();
    }
    let speakers: Vec<_> = statement.speakers.iter().map(|speaker| builder.speaker_name(id, speaker)).collect();
    let speakers = speakers.join(&format!("{} ", builder.messages.word("list_comma")));
    let date = builder.messages.date(statement.date());
    let arguments = [("title", title), ("date", &date), ("speakers", &speakers)];
    let said = builder.messages.phrase("description_statement", &arguments);
    let said = if said.is_empty() { format!("{date}: {title}") } else { said };
    let is_ended = summary.is_empty() || said.ends_with(['.', '?', '!', '…', '؟', '。', '？', '！']);
    format!("{said}{} {summary}", if is_ended { "" } else { "." })
}

/// The publisher of the first source that has one.
pub(crate) fn reported_by<'a>(builder: &PageBuilder<'a>, id: StatementId) -> Option<&'a str> {
    let sources = builder.chronicle[id].entry.fields.sources.as_slice();
    (0..sources.len()).find_map(|position| Some(builder.publisher(id, position)?.name))
}
