//! What rows of results show of statements.

use std::hash::Hash;
use std::ops::Range;

use xxhash_rust::xxh3::Xxh3;

use super::Search;
use crate::chronicle::{Chronicle, Speaker, Statement, StatementId};
use crate::pages::PageBuilder;
use crate::search::StoredFields;

/// Longer texts, in bytes, are not fetched for an excerpt: the summary stands in its place.
const LONG: usize = 40_000;

/// Hashes which statements are at these positions of the index.
pub(super) fn hash(search: &Search, chronicle: &Chronicle, statements: Range<usize>, hash: &mut Xxh3) {
    search.index.numbers()[statements.clone()].hash(hash);
    for id in &search.statements[statements] {
        // The length of a text is not among what other pages depend on.
        (&chronicle[*id].entry.id, is_long(&chronicle[*id])).hash(hash);
    }
}

/// Whether a text is too long for an excerpt.
fn is_long(statement: &Statement) -> bool {
    statement.entry.body.range().len() > LONG && !statement.is_withdrawn()
}

/// What the row of a statement shows.
pub(super) fn fields(builder: &PageBuilder<'_>, id: StatementId) -> StoredFields {
    let statement = builder.chronicle.get(id);
    let entry = &statement.entry;
    let fields = &entry.fields;
    let summary = fields.summary.as_ref().map(|summary| summary.as_str()).or(entry.body.opening.as_deref());
    let language = fields.language.as_ref().filter(|language| **language != builder.config.language);
    StoredFields {
        address: builder.chronicle.statement_address(id).as_str().trim_start_matches('/').to_owned(),
        date: fields.date.to_string(),
        shown: builder.messages.short_date(&fields.date),
        title: fields.title.as_str().to_owned(),
        speakers: speakers(builder, id),
        language: language.map_or_else(String::new, |language| language.as_str().to_owned()),
        is_withdrawn: statement.is_withdrawn(),
        summary: is_long(statement).then(|| summary.unwrap_or_default().to_owned()),
        anchors: Some(&statement.anchors)
            .filter(|anchors| !anchors.iter().copied().eq(1..=anchors.len() as u32))
            .map(|anchors| anchors.to_vec()),
    }
}

/// The speakers of a statement as its row in a list names them; of a single one with the office.
fn speakers(builder: &PageBuilder<'_>, id: StatementId) -> String {
    let (statement, comma) = (builder.chronicle.get(id), format!("{} ", builder.messages.word("list_comma")));
    let names = statement.speakers.iter().map(|speaker| builder.speaker_name(id, speaker));
    let names = names.collect::<Vec<_>>().join(&comma);
    match &*statement.speakers {
        [Speaker::Person(person, Some(office))] => {
            let office = builder.chronicle.get(*person).entry.fields.offices[*office].title.as_str();
            format!("{names}{comma}{office}")
        }
        _ => names,
    }
}
