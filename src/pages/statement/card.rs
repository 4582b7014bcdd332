//! The card of a statement: its values in lists.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::chronicle::{StatementId, Subject};
use crate::citation::ItemType;
use crate::pages::PageBuilder;
use crate::pages::common::description::shortened;
use crate::pages::statement::names;
use crate::pages::statement::text;
use crate::views::{Brief, Card};

pub(crate) fn card<'a>(builder: &PageBuilder<'a>, id: StatementId) -> Card<'a> {
    let card = without_coins(builder, id);
    Card { coins: Some(coins(builder, id, card.language)), ..card }
}

/// The card on the statement's own page.
pub(crate) fn without_coins<'a>(builder: &PageBuilder<'a>, id: StatementId) -> Card<'a> {
    let statement = builder.chronicle.get(id);
    let fields = &statement.entry.fields;
    let language = fields.language.as_ref().unwrap_or(&builder.config.language);
    let summary = fields.summary.as_ref().map(|summary| summary.as_str()).or(statement.entry.body.opening.as_deref());
    Card {
        id: statement.entry.id.as_str(),
        address: builder.href(builder.chronicle.statement_address(id)),
        title: fields.title.as_str(),
        date: (&fields.date).into(),
        year: fields.date.year(),
        date_short: builder.messages.short_date(&fields.date),
        date_machine: fields.date.machine(),
        speakers: statement.speakers.iter().map(|speaker| builder.speaker_link(id, speaker)).collect(),
        kind: fields.kind.word(),
        fidelity: fields.fidelity.word(),
        withdrawn: statement.is_withdrawn(),
        language: language.as_str(),
        dir: language.direction().as_str(),
        summary: summary.filter(|_| !statement.is_withdrawn()),
        topics: statement.topics.iter().map(|topic| builder.subject_link(Subject::Topic(*topic))).collect(),
        event: statement.event.as_ref().map(|event| builder.event_name(event)),
        place: statement.place.as_ref().map(|place| builder.place_name(place)),
        coins: None,
    }
}

/// The link to a statement on the page of another, with its date and speakers.
pub(crate) fn brief<'a>(builder: &PageBuilder<'a>, id: StatementId) -> Brief<'a> {
    let of = builder.chronicle.get(id);
    let date = of.date();
    Brief {
        label: of.entry.fields.title.as_str().into(),
        address: builder.href(&of.address),
        date: date.into(),
        date_short: builder.messages.short_date(date),
        date_machine: date.machine(),
        speakers: of.speakers.iter().map(|speaker| builder.speaker_link(id, speaker)).collect(),
        withdrawn: of.is_withdrawn(),
    }
}

/// The most characters of the abstract of a statement in a list, which each of its lists carries.
const ABSTRACT: usize = 80;

/// The COinS title of a statement (ANSI/NISO Z39.88-2004, Dublin Core): a reference manager finds each statement of a
/// list. It has the fields of `meta_tags`, as far as there are such.
fn coins(builder: &PageBuilder<'_>, id: StatementId, language: &str) -> String {
    let statement = builder.chronicle.get(id);
    let item_type = ItemType::of(statement.entry.fields.kind);
    let mut out = String::with_capacity(1024);
    out.push_str("ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc&rft.type=");
    out.push_str(item_type.word());
    let mut add = |key: &str, value: &str| {
        out.push_str("&rft.");
        out.push_str(key);
        out.push('=');
        out.extend(utf8_percent_encode(value, RESERVED));
    };
    add("title", statement.entry.fields.title.as_str());
    add("date", &statement.date().to_string());
    add("language", language);
    add("identifier", &builder.url(builder.chronicle.statement_address(id)));
    for speaker in &statement.speakers {
        add("creator", &names::speaker(builder, id, speaker).inverted());
    }
    if let Some(place) = &statement.place {
        add("place", builder.place_name(place));
    }
    let event = statement.event.as_ref().map(|event| builder.event_name(event));
    // What it is taken from: of a presentation the session that it was a part of. Others name the occasion in their abstract.
    let (source, occasion) = match item_type {
        ItemType::Presentation => (event, None),
        of if of.has_publication() => (text::reported_by(builder, id), event),
        _ => (None, event),
    };
    source.into_iter().for_each(|source| add("source", source));
    let said = match statement.is_withdrawn() {
        true => Some(text::description(builder, id).into()),
        false => text::summary(builder, id).map(Cow::from),
    };
    let said = said.map(|said| shortened(&said, ABSTRACT));
    let parts: Vec<&str> = occasion.into_iter().chain(said.as_deref()).collect();
    if !parts.is_empty() {
        add("description", &parts.join(". "));
    }
    out
}

/// What is encoded in a query: everything but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
