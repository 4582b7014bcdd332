//! What reference managers and search engines read in the head of a statement page, tried against Zotero's translators.

use tera::Value;

use super::value::{list, maybe, object, text};
use super::{Views, card, statement};
use crate::chronicle::{Speaker, StatementId};
use crate::entry::statement::Kind;

/// Zotero's item type for a genre.
fn item_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Interview => "interview",
        Kind::Parliament => "hearing",
        Kind::Article => "newspaperArticle",
        _ => "presentation",
    }
}

/// A speaker as reference managers want the name: `Family, Given`; a body's name keeps whole by a trailing comma.
pub(super) fn inverted(views: &Views<'_>, speaker: &Speaker) -> String {
    match speaker {
        Speaker::Person(id, _) => {
            let fields = &views.chronicle[*id].entry.fields;
            match (&fields.family, &fields.given) {
                (Some(family), Some(given)) => format!("{family}, {given}"),
                _ => format!("{},", fields.name),
            }
        }
        Speaker::Office { title, .. } => format!("{title},"),
    }
}

/// The `<meta name=…>` of a statement page.
pub(super) fn names(views: &Views<'_>, id: StatementId) -> Value {
    let of = &views.chronicle[id];
    let fields = &of.entry.fields;
    let language = fields.language.as_ref().unwrap_or(&views.config.language).as_str();
    let url = views.url(&views.chronicle.statement_address(id));
    let date = fields.date.machine().or_else(|| fields.date.earliest().map(|day| day.to_string()));
    let mut pairs: Vec<(&str, String)> = vec![("z:itemType", item_type(fields.kind).to_owned())];
    if item_type(fields.kind) == "presentation" {
        pairs.push(("z:presentationType", fields.kind.word().to_owned()));
    }
    if let Some(event) = &of.event {
        pairs.push(("z:meetingName", views.event_name(event).to_owned()));
    }
    if let Some(place) = &of.place {
        pairs.push(("z:place", views.place_name(place).to_owned()));
    }
    pairs.extend(of.speakers.iter().map(|speaker| ("eprints.creators_name", inverted(views, speaker))));
    pairs.push(("citation_title", fields.title.as_str().to_owned()));
    if let Some(date) = &date {
        pairs.push(("citation_date", date.replace('-', "/")));
    }
    pairs.push(("citation_language", language.to_owned()));
    pairs.push(("citation_public_url", url.clone()));
    pairs.push(("DCTERMS.title", fields.title.as_str().to_owned()));
    pairs.push(("DCTERMS.type", "Text".to_owned()));
    pairs.push(("DCTERMS.date", fields.date.to_string()));
    pairs.push(("DCTERMS.language", language.to_owned()));
    pairs.push(("DCTERMS.identifier", url));
    pairs.extend(
        of.topics.iter().map(|topic| ("DCTERMS.subject", views.chronicle[*topic].entry.fields.label.to_string())),
    );
    if let Some(publisher) = statement::reported_by(views, id) {
        pairs.push(("DCTERMS.source", publisher.to_owned()));
    }
    pairs_of(pairs)
}

/// The `<meta property=og:…>` of a statement page. The type is `article`: any other makes it a bare web page.
pub(super) fn open_graph(views: &Views<'_>, id: StatementId) -> Value {
    let fields = &views.chronicle[id].entry.fields;
    let url = views.url(&views.chronicle.statement_address(id));
    let mut pairs: Vec<(&str, String)> = vec![
        ("og:type", "article".to_owned()),
        ("og:title", fields.title.as_str().to_owned()),
        ("og:url", url),
        ("og:site_name", views.config.title.as_str().to_owned()),
    ];
    pairs.extend(statement::summary(views, id).map(|summary| ("og:description", summary)));
    pairs_of(pairs)
}

/// Pairs as lists of two, which are lighter than maps; every page has some thirty of them.
fn pairs_of(pairs: Vec<(&str, String)>) -> Value {
    list(pairs.into_iter().map(|(name, content)| list([text(name), Value::from(content)])))
}

/// The parts of the "cite this" text.
pub(super) fn citation(views: &Views<'_>, id: StatementId) -> Value {
    let of = &views.chronicle[id];
    let authors: Vec<&str> = of.speakers.iter().map(|speaker| views.speaker_name(speaker)).collect();
    object([
        ("authors", Value::from(authors.join(", "))),
        ("title", text(of.entry.fields.title.as_str())),
        ("container", maybe(of.event.as_ref(), |event| text(views.event_name(event)))),
        ("place", maybe(of.place.as_ref(), |place| text(views.place_name(place)))),
        ("date", card::date(of.date())),
        ("publisher", maybe(statement::reported_by(views, id), Value::from)),
    ])
}
