//! A statement for programs: `index.json` beside its page, described in `docs/statement-json.md`.

use super::facts::Fact;
use super::json::{Json, Place, Url, list, node};
use super::{ViewError, Views, statement};
use crate::checks::passages;
use crate::chronicle::{Record, Speaker, StatementId, Subject};
use crate::entry::folded::Folded;
use crate::entry::quotation::InText;
use crate::entry::shape::{Text, TextOr};
use crate::entry::statement::Source;

/// The record as JSON.
pub(super) fn view(views: &Views<'_>, id: StatementId) -> Result<Vec<u8>, ViewError> {
    let of = &views.chronicle[id];
    // The revision is that of the whole file.
    views.chronicle.note(Fact::Text(of.entry.input));
    let fields = &of.entry.fields;
    let url = views.json_url(views.chronicle.statement_address(id));
    let corrections = fields.corrections.iter().map(|change| {
        node([
            ("date", change.date.to_string().into()),
            ("kind", change.kind.word().into()),
            ("note", change.note.as_str().into()),
        ])
    });
    let withdrawn = fields
        .withdrawn
        .as_ref()
        .map(|notice| node([("date", notice.date.to_string().into()), ("reason", notice.reason.as_str().into())]));
    let topics = of.topics.iter().map(|topic| {
        let entry = &views.chronicle[*topic].entry;
        let address = views.chronicle.subject_address(Subject::Topic(*topic));
        let label = entry.fields.label.as_str();
        node([("id", entry.id.as_str().into()), ("label", label.into()), ("url", views.json_url(address).into())])
    });
    let countries = fields.countries.as_slice().iter().map(|country| country.code().into());
    let organizations = of.organizations.iter().map(|body| views.chronicle[*body].entry.id.as_str().into());
    let language = fields.language.as_ref().unwrap_or(&views.config.language);
    let record = node([
        ("version", Json::Number(1)),
        ("id", of.entry.id.as_str().into()),
        ("url", url.clone().into()),
        ("title", fields.title.as_str().into()),
        ("date", of.date().to_string().into()),
        ("speakers", list(of.speakers.iter().map(|one| speaker(views, one)))),
        ("attributed_as", plain(fields.attributed_as.as_ref())),
        ("kind", fields.kind.word().into()),
        ("fidelity", fields.fidelity.word().into()),
        ("language", language.as_str().into()),
        ("original_language", fields.original_language.as_ref().map(|tag| tag.as_str()).into()),
        ("translator", plain(fields.translator.as_ref())),
        ("event", of.event.as_ref().map(|event| views.event_name(event)).into()),
        ("place", of.place.as_ref().map(|place| views.place_name(place)).into()),
        ("topics", list(topics)),
        ("countries", list(countries)),
        ("organizations", list(organizations)),
        ("summary", statement::summary(views, id).into()),
        ("sources", list(fields.sources.as_slice().iter().map(source))),
        ("quotations", list(quotations(views, id, &url)?)),
        ("corrections", list(corrections)),
        ("withdrawn", withdrawn.unwrap_or(Json::Null)),
        ("revision", format!("{:016x}", of.entry.hash)[..12].to_owned().into()),
    ]);
    let mut bytes = record.to_text().into_bytes();
    bytes.push(b'\n');
    Ok(bytes)
}

fn plain<'a>(text: Option<&'a Text>) -> Json<'a> {
    text.map(|text| text.as_str()).into()
}

fn speaker<'a>(views: &'a Views<'_>, speaker: &'a Speaker) -> Json<'a> {
    match speaker {
        Speaker::Person(person, office) => {
            let record = &views.chronicle[*person];
            let title = office.map(|position| record.entry.fields.offices[position].title.as_str());
            let body = office.and_then(|position| record.office_organizations[position]);
            let address = views.chronicle.address(Record::Person(*person));
            node([
                ("id", record.entry.id.as_str().into()),
                ("name", record.entry.fields.name.as_str().into()),
                ("url", address.map(|address| views.json_url(address)).into()),
                ("office", title.into()),
                ("organization", body.map(|body| views.chronicle.get(body).entry.id.as_str()).into()),
            ])
        }
        Speaker::Office { title, organization } => node([
            ("office", (&**title).into()),
            ("organization", organization.map(|body| views.chronicle.get(body).entry.id.as_str()).into()),
        ]),
    }
}

fn source(source: &TextOr<Source>) -> Json<'_> {
    match source {
        TextOr::Text(url) => node([("url", url.as_str().into())]),
        TextOr::Map(source) => node([
            ("title", plain(source.title.as_ref())),
            ("publisher", plain(source.publisher.as_ref())),
            ("kind", source.kind.map(|kind| kind.word()).into()),
            ("date", source.date.map(|date| date.to_string()).into()),
            ("language", source.language.as_ref().map(|tag| tag.as_str()).into()),
            ("url", source.url.as_ref().map(|url| url.as_str()).into()),
            ("archived", source.archived.as_ref().map(|url| url.as_str()).into()),
            ("sha256", source.sha256.as_ref().map(|hash| hash.as_str()).into()),
        ]),
    }
}

/// The quotations with selectors for the page, and for the source that has them.
fn quotations<'a>(views: &Views<'_>, id: StatementId, url: &Url<'a>) -> Result<Vec<Json<'a>>, ViewError> {
    let of = &views.chronicle[id];
    let entry = &of.entry;
    if of.is_withdrawn() || entry.body.quotations.is_empty() {
        return Ok(Vec::new());
    }
    let html = statement::body(views, id)?;
    let kept = kept_texts(views, id)?;
    let quotations = html.in_text.iter().zip(&of.anchors).map(|((quotation, place), number)| {
        let found = kept.iter().find_map(|(position, text, folded)| {
            let selectors = passages(&quotation.text, text, folded)?.into_iter();
            let selectors = selectors.map(|place| selector(InText::of(text, place))).collect();
            Some(node([("source", Json::Number(*position)), ("selectors", Json::List(selectors))]))
        });
        node([
            ("id", url.at(Place::Quotation(*number)).into()),
            ("attributed_to", quotation.attribution.clone().into()),
            ("selector", selector(place.clone())),
            ("checked_against", found.unwrap_or(Json::Null)),
        ])
    });
    Ok(quotations.collect())
}

/// The texts that the quotations were checked against, with the positions of their sources from 1 on.
fn kept_texts(views: &Views<'_>, id: StatementId) -> Result<Vec<(usize, String, Folded)>, ViewError> {
    let mut texts = Vec::new();
    let sources = views.chronicle[id].entry.fields.sources.as_slice();
    for position in views.chronicle.proof(id).iter().map(|position| *position as usize) {
        let Some(TextOr::Map(Source { text: Some(path), .. })) = sources.get(position) else { continue };
        let Some(input) = views.inputs.find(&format!("content/{path}")) else { continue };
        views.chronicle.note(Fact::Text(input));
        let text = String::from_utf8_lossy(&views.inputs.bytes(input)?).into_owned();
        let folded = Folded::of(&text);
        texts.push((position + 1, text, folded));
    }
    Ok(texts)
}

/// A selector of the Web Annotation Data Model (W3C, 2017).
fn selector<'a>(part: InText) -> Json<'a> {
    node([
        ("type", "TextQuoteSelector".into()),
        ("exact", part.exact.into()),
        ("prefix", part.prefix.into()),
        ("suffix", part.suffix.into()),
    ])
}
