//! The rows of the tables, from the records.

use std::borrow::Cow;

use crate::chronicle::{OrText, OrganizationId, Party, PersonId, Relation, Speaker, Statement, StatementId, Subject};
use crate::entry::authority::PeriodName;
use crate::entry::date::Date;
use crate::entry::shape::{Text, TextOr};
use crate::entry::statement::Source;
use crate::pages::PageBuilder;
use crate::pages::statement::quoted::Quoted;
use crate::pages::statement::text;
use crate::views::data as view;

/// Everything about a statement but its text.
pub(super) fn statement<'a>(builder: &PageBuilder<'a>, id: StatementId) -> view::Statement<'a> {
    let of = builder.chronicle.get(id);
    let fields = &of.entry.fields;
    let event = of.event.as_ref();
    let event_id = event.and_then(OrText::record).map(|event| builder.chronicle.get(event).entry.id.as_str());
    let is_certain = !of.date().is_approximate() && !of.date().is_uncertain();
    view::Statement {
        id: of.entry.id.as_str().into(),
        url: builder.url(builder.chronicle.statement_address(id)).into(),
        date: of.date().to_string().into(),
        earliest: view::Day::of(of.date().earliest().filter(|_| is_certain)),
        latest: view::Day::of(of.date().latest().filter(|_| is_certain)),
        title: fields.title.as_str().into(),
        speakers: of.speakers.iter().map(|one| builder.speaker_name(id, one)).collect(),
        speaker_ids: of.speakers.iter().map(|one| builder.chronicle.ids().speaker_key(one).into()).collect(),
        offices: of.speakers.iter().map(|one| office(builder, id, one)).collect(),
        kind: fields.kind.word().into(),
        fidelity: fields.fidelity.word().into(),
        language: language(builder, of).into(),
        original_language: fields.original_language.as_ref().map_or("", |language| language.as_str()).into(),
        event: event.map_or("", |event| builder.event_name(event)).into(),
        event_id: event_id.unwrap_or_default().into(),
        place: of.place.as_ref().map_or("", |place| builder.place_name(place)).into(),
        audience: of.audience.iter().map(|party| addressee(builder, id, party)).collect(),
        topics: of.topics.iter().map(|topic| builder.chronicle.get(*topic).entry.id.as_str().into()).collect(),
        countries: fields.countries.as_slice().iter().map(|country| country.code().into()).collect(),
        organizations: of.organizations.iter().map(|body| organization_id(builder, *body).into()).collect(),
        summary: text::summary(builder, id).unwrap_or_default().into(),
        sources: fields.sources.as_slice().iter().filter_map(source_name).map(Cow::Borrowed).collect(),
        quotations: if of.is_withdrawn() { 0 } else { of.anchors.len() },
        published: view::Day::of(of.published),
        corrections: fields.corrections.len(),
        withdrawn: of.is_withdrawn(),
        draft: fields.draft,
    }
}

/// Quotations of a statement.
pub(super) fn quotations<'b, 'a>(
    builder: &'b PageBuilder<'a>,
    id: StatementId,
    quoted: Vec<Quoted<'a>>,
) -> impl Iterator<Item = view::Quotation<'a>> + use<'b, 'a> {
    let of = builder.chronicle.get(id);
    let (address, language) = (builder.url(builder.chronicle.statement_address(id)), language(builder, of));
    let sources = of.entry.fields.sources.as_slice();
    let proof = builder.chronicle.proof(id);
    let first = sources.iter().find_map(source_name);
    let row = move |Quoted { position, anchor, speakers, quotation }: Quoted<'a>| {
        let proven = proof.and_then(|proof| proof.quotations.get(position));
        let found_in = proven.and_then(|proven| sources.get(proven.source as usize)).and_then(source_name);
        view::Quotation {
            statement: of.entry.id.as_str().into(),
            anchor: format!("q{anchor}").into(),
            url: format!("{address}#q{anchor}").into(),
            date: of.date().to_string().into(),
            speakers: speakers.iter().map(|one| builder.speaker_name(id, one)).collect(),
            speaker_ids: speakers.iter().map(|one| builder.chronicle.ids().speaker_key(one).into()).collect(),
            offices: speakers.iter().map(|one| office(builder, id, one)).collect(),
            words: quotation.text.trim_end().to_owned().into(),
            language: language.into(),
            source: found_in.or(first).unwrap_or_default().into(),
            proven: proven.is_some(),
        }
    };
    quoted.into_iter().map(row)
}

/// The relations that a statement asserts.
pub(super) fn relations<'a>(builder: &PageBuilder<'a>, id: StatementId) -> Vec<view::Relation<'a>> {
    let of = builder.chronicle.get(id);
    let row = |relation: &'a Relation| view::Relation {
        statement: of.entry.id.as_str().into(),
        relation: relation.kind.key(false).into(),
        other: builder.chronicle.get(relation.other).entry.id.as_str().into(),
        asserted_by: relation.by.word().into(),
        note: relation.note.as_deref().filter(|_| !of.is_withdrawn()).unwrap_or_default().into(),
    };
    of.relations.iter().filter(|relation| !relation.inverse).map(row).collect()
}

/// A person who has a page.
pub(super) fn person<'a>(builder: &PageBuilder<'a>, id: PersonId) -> view::Person<'a> {
    let of = builder.chronicle.get(id);
    let fields = &of.entry.fields;
    let subject = Subject::Person(id);
    let offices = fields.offices.iter().zip(&of.office_organizations);
    let variant = |name: &'a TextOr<_>| variant(name);
    view::Person {
        id: of.entry.id.as_str().into(),
        url: page(builder, subject).into(),
        name: fields.name.as_str().into(),
        family: fields.family.as_ref().map_or("", Text::as_str).into(),
        given: fields.given.as_ref().map_or("", Text::as_str).into(),
        variants: fields.names.as_slice().iter().map(variant).collect(),
        offices: offices
            .map(|(office, body)| {
                let title = in_office(builder, office.title.as_str(), *body, |body| builder.organization_name(body));
                format!("{title}{}", dates(Some(&office.from), office.to.as_ref())).into()
            })
            .collect(),
        same_as: fields.same_as.as_slice().iter().map(|address| address.as_str().into()).collect(),
        statements: builder.chronicle.under(subject).len(),
    }
}

/// An organization that has a page.
pub(super) fn organization<'a>(builder: &PageBuilder<'a>, id: OrganizationId) -> view::Organization<'a> {
    let of = builder.chronicle.get(id);
    let fields = &of.entry.fields;
    let subject = Subject::Organization(id);
    let name = |name: &'a PeriodName| -> Cow<'a, str> {
        format!("{}{}", name.name.as_str(), dates(name.from.as_ref(), name.to.as_ref())).into()
    };
    view::Organization {
        id: of.entry.id.as_str().into(),
        url: page(builder, subject).into(),
        name: builder.organization_name(id).into(),
        names: fields.names.iter().map(name).collect(),
        variants: fields.variants.as_slice().iter().map(|name| name.as_str().into()).collect(),
        kind: fields.kind.as_ref().map_or("", Text::as_str).into(),
        parent: of.parent.map_or("", |parent| organization_id(builder, parent)).into(),
        country: fields.country.map_or("", |country| country.code()).into(),
        same_as: fields.same_as.as_slice().iter().map(|address| address.as_str().into()).collect(),
        statements: builder.chronicle.under(subject).len(),
    }
}

fn variant(name: &TextOr<crate::entry::authority::NameVariant>) -> Cow<'_, str> {
    match name {
        TextOr::Text(name) => name.as_str().into(),
        TextOr::Map(variant) => variant.name.as_str().into(),
    }
}

/// The address of the page of a subject; empty where there is none.
fn page(builder: &PageBuilder<'_>, subject: Subject) -> String {
    let address = builder.chronicle.subject_address(subject);
    if builder.is_planned(&address) { builder.url(&address) } else { String::new() }
}

fn language<'a>(builder: &PageBuilder<'a>, of: &'a Statement) -> &'a str {
    of.entry.fields.language.as_ref().unwrap_or(&builder.config.language).as_str()
}

fn organization_id<'a>(builder: &PageBuilder<'a>, body: OrganizationId) -> &'a str {
    builder.chronicle.get(body).entry.id.as_str()
}

/// The office in which a speaker made a statement; empty where there is none.
fn office<'a>(builder: &PageBuilder<'a>, id: StatementId, speaker: &'a Speaker) -> Cow<'a, str> {
    let then = |body: OrganizationId| builder.name_on(body, builder.chronicle[id].date());
    match speaker {
        Speaker::Person(person, Some(position)) => {
            let record = builder.chronicle.get(*person);
            let title = record.entry.fields.offices[*position].title.as_str();
            in_office(builder, title, record.office_organizations[*position], then)
        }
        Speaker::Office { title, organization } => in_office(builder, title, *organization, then),
        Speaker::Person(_, None) | Speaker::Organization(_) | Speaker::Country(_) => "".into(),
    }
}

fn in_office<'a>(
    builder: &PageBuilder<'a>,
    title: &'a str,
    body: Option<OrganizationId>,
    name: impl Fn(OrganizationId) -> &'a str,
) -> Cow<'a, str> {
    match body {
        Some(body) => format!("{title}{} {}", builder.messages.word("list_comma"), name(body)).into(),
        None => title.into(),
    }
}

fn addressee<'a>(builder: &PageBuilder<'a>, id: StatementId, party: &'a OrText<Party>) -> Cow<'a, str> {
    match party {
        OrText::Record(Party::Person(person)) => builder.chronicle.get(*person).entry.fields.name.as_str().into(),
        OrText::Record(Party::Organization(body)) => builder.name_on(*body, builder.chronicle[id].date()).into(),
        OrText::Record(Party::Country(country)) => builder.messages.country(country.code()).into(),
        OrText::Text(words) => (&**words).into(),
    }
}

/// The address of a source, or else its title.
fn source_name(source: &TextOr<Source>) -> Option<&str> {
    match source {
        TextOr::Text(address) => Some(address.as_str()),
        TextOr::Map(source) => {
            let title = source.title.as_ref().map(|title| title.as_str());
            source.url.as_ref().map(|address| address.as_str()).or(title)
        }
    }
}

/// From when until when, as ` (1999/2003)`; empty where neither is known.
fn dates(from: Option<&Date>, to: Option<&Date>) -> String {
    let text = |date: Option<&Date>| date.map(ToString::to_string).unwrap_or_else(|| "..".to_owned());
    match (from, to) {
        (None, None) => String::new(),
        (from, to) => format!(" ({}/{})", text(from), text(to)),
    }
}
