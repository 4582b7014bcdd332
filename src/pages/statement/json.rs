//! A statement for programs: `index.json` beside its page, described in `docs/statement-json.md`.

use std::hash::Hash;
use std::string::FromUtf8Error;
use std::sync::Arc;

use rayon::prelude::*;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use crate::checks::Proven;
use crate::chronicle::{Chronicle, OrText, OrganizationId, Party, Record, Speaker, StatementId, Subject, TopicId};
use crate::entry::quotation::InText;
use crate::entry::shape::TextOr;
use crate::entry::statement::Source;
use crate::input::InputId;
use crate::markdown::Html;
use crate::pages::kind::{About, Content, Output, Planning, Switch};
use crate::pages::statement::text;
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views::{Fragment, Template, statement_json as json};

/// A statement for programs, beside its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementJson(StatementId);

impl Output for StatementJson {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCH: Switch<StatementJson> = Switch::Named("json");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let ids: Vec<StatementId> = site.chronicle.statements().collect();
        pages.par_extend(
            ids.into_par_iter()
                .map(|id| Page::new(site.chronicle.statement_address(id).file("index.json"), StatementJson(id))),
        );
    }

    fn about(&self) -> About {
        About::aside(Turn::Statement(self.0))
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        site.chronicle[self.0].entry.id.hash(hash);
    }

    fn input(&self, chronicle: &Chronicle) -> Option<InputId> {
        Some(chronicle[self.0].entry.input)
    }

    fn view(&self, builder: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        Ok(Content::Bytes(view(builder, self.0)?))
    }
}

/// The schema (JSON Schema 2020-12) of the file beside each statement.
pub fn statement_json_schema() -> serde_json::Value {
    json::schema().to_value()
}

fn view(builder: &PageBuilder<'_>, id: StatementId) -> Result<Vec<u8>, ViewError> {
    let of = builder.chronicle.get(id);
    // The revision is that of the whole file.
    builder.chronicle.note_text(of.entry.input);
    let fields = &of.entry.fields;
    let (html, kept) = if of.is_withdrawn() || of.entry.body.quotations.is_empty() {
        (Arc::default(), Vec::new())
    } else {
        (text::body(builder, id)?, kept_texts(builder, id)?)
    };
    let sources = fields.sources.as_slice().iter().enumerate();
    let record = json::Statement {
        version: json::VERSION,
        id: of.entry.id.as_str(),
        url: builder.json_url(builder.chronicle.statement_address(id)),
        title: &fields.title,
        date: of.date(),
        speakers: of.speakers.iter().map(|one| speaker(builder, id, one)).collect(),
        attributed_as: fields.attributed_as.as_ref(),
        audience: of.audience.iter().map(|party| addressee(builder, id, party)).collect(),
        kind: fields.kind,
        fidelity: fields.fidelity,
        language: fields.language.as_ref().unwrap_or(&builder.config.language),
        original_language: fields.original_language.as_ref(),
        translator: fields.translator.as_ref(),
        event: of.event.as_ref().map(|event| builder.event_name(event)),
        position: fields.position,
        place: of.place.as_ref().map(|place| builder.place_name(place)),
        topics: of.topics.iter().map(|topic| self::topic(builder, *topic)).collect(),
        countries: fields.countries.as_slice(),
        organizations: of.organizations.iter().map(|body| builder.chronicle.get(*body).entry.id.as_str()).collect(),
        summary: text::summary(builder, id),
        sources: sources.map(|(position, one)| source(builder, one, (id, position))).collect(),
        quotations: quotations(builder, id, &html, &kept),
        corrections: &fields.corrections,
        withdrawn: fields.withdrawn.as_deref(),
        revision: &format!("{:016x}", of.entry.hash)[..12],
    };
    let mut bytes = Vec::with_capacity(8192);
    serde_json::to_writer(&mut bytes, &record)
        .expect("texts and numbers in structures are JSON, and writing to memory does not fail");
    bytes.push(b'\n');
    Ok(bytes)
}

fn topic<'a>(builder: &PageBuilder<'a>, id: TopicId) -> json::Topic<'a> {
    let entry = &builder.chronicle.get(id).entry;
    json::Topic {
        id: entry.id.as_str(),
        label: entry.fields.label.as_str(),
        url: builder.json_url(builder.chronicle.subject_address(Subject::Topic(id))),
    }
}

fn speaker<'a>(builder: &PageBuilder<'a>, id: StatementId, speaker: &'a Speaker) -> json::Speaker<'a> {
    let organization = |id: OrganizationId| builder.chronicle.get(id).entry.id.as_str();
    match speaker {
        Speaker::Person(person, office) => {
            let record = builder.chronicle.get(*person);
            let body = office.and_then(|position| record.office_organizations[position]);
            json::Speaker::Person {
                id: record.entry.id.as_str(),
                name: &record.entry.fields.name,
                url: builder.chronicle.address(Record::Person(*person)).and_then(|address| builder.json_url(address)),
                office: office.map(|position| record.entry.fields.offices[position].title.as_str()),
                organization: body.map(organization),
            }
        }
        Speaker::Office { title, organization: body } => {
            json::Speaker::Office { office: title, organization: body.map(organization) }
        }
        Speaker::Organization(body) => json::Speaker::Organization {
            organization: organization(*body),
            name: builder.speaker_name(id, speaker),
            url: builder.json_url(builder.chronicle.subject_address(Subject::Organization(*body))),
        },
        Speaker::Country(country) => json::Speaker::Country {
            country: *country,
            name: builder.speaker_name(id, speaker),
            url: builder.json_url(builder.chronicle.subject_address(Subject::Country(*country))),
        },
    }
}

/// Someone spoken to: an organization by its name on the date of the statement.
fn addressee<'a>(builder: &PageBuilder<'a>, id: StatementId, party: &'a OrText<Party>) -> json::Addressee<'a> {
    let url = |subject: Subject| builder.json_url(builder.chronicle.subject_address(subject));
    match party {
        OrText::Record(Party::Person(person)) => {
            let entry = &builder.chronicle.get(*person).entry;
            let address = builder.chronicle.address(Record::Person(*person));
            let url = address.and_then(|address| builder.json_url(address));
            json::Addressee::Person { id: entry.id.as_str(), name: &entry.fields.name, url }
        }
        OrText::Record(Party::Organization(body)) => json::Addressee::Organization {
            organization: builder.chronicle.get(*body).entry.id.as_str(),
            name: builder.name_on(*body, builder.chronicle[id].date()),
            url: url(Subject::Organization(*body)),
        },
        OrText::Record(Party::Country(country)) => json::Addressee::Country {
            country: *country,
            name: builder.messages.country(country.code()).into(),
            url: url(Subject::Country(*country)),
        },
        OrText::Text(words) => json::Addressee::Group { name: words },
    }
}

fn source<'a>(
    builder: &PageBuilder<'a>,
    source: &'a TextOr<Source>,
    (id, position): (StatementId, usize),
) -> json::Source<'a> {
    let publisher = builder.publisher(id, position);
    let body = publisher.and_then(|publisher| publisher.body);
    match source {
        TextOr::Text(url) => json::Source { url: Some(url.as_str()), ..json::Source::default() },
        TextOr::Map(source) => json::Source {
            title: source.title.as_ref(),
            publisher: publisher.map(|publisher| publisher.name),
            publisher_id: body.map(|body| builder.chronicle.get(body).entry.id.as_str()),
            kind: source.kind,
            date: source.date,
            language: source.language.as_ref(),
            url: source.url.as_ref().map(|url| url.as_str()),
            archived: source.archived.as_ref(),
            sha256: source.sha256.as_ref(),
        },
    }
}

/// The quotations of a statement, with the texts that they were checked against.
fn quotations<'q>(
    builder: &PageBuilder<'q>,
    id: StatementId,
    html: &'q Html,
    kept: &'q [Kept],
) -> Vec<json::Quotation<'q>> {
    let of = builder.chronicle.get(id);
    let url = builder.json_id(builder.chronicle.statement_address(id));
    let proof = builder.chronicle.proof(id).map_or(&[][..], |proof| &proof.quotations);
    let in_text = html.in_text.iter().zip(&of.anchors).enumerate();
    let quotation = in_text.map(|(index, ((quotation, place), number))| {
        let proven = proof.get(index);
        let kept = proven.and_then(|proven| kept.iter().find(|kept| kept.position == proven.source));
        json::Quotation {
            id: url.at(Fragment::Quotation(*number)),
            attributed_to: quotation.attribution.as_deref(),
            selector: place.into(),
            checked_against: kept.zip(proven).map(|(kept, proven)| checked_against(kept, proven)),
        }
    });
    quotation.collect()
}

fn checked_against(kept: &Kept, proven: &Proven) -> json::CheckedAgainst<'static> {
    let selectors = proven.passages.iter().map(|(start, end)| {
        let place = *start as usize..*end as usize;
        InText::of(&kept.text, place).into()
    });
    json::CheckedAgainst { source: kept.position as usize + 1, selectors: selectors.collect() }
}

/// A text that quotations were checked against, with the position of its source.
struct Kept {
    position: u32,
    text: String,
}

/// The texts that the quotations of a statement were checked against, which must be as they were then.
fn kept_texts(builder: &PageBuilder<'_>, id: StatementId) -> Result<Vec<Kept>, ViewError> {
    let mut texts = Vec::new();
    let sources = builder.chronicle[id].entry.fields.sources.as_slice();
    let Some(proof) = builder.chronicle.proof(id) else { return Ok(texts) };
    for (position, hash) in proof.sources.iter().zip(&proof.hashes) {
        let Some(TextOr::Map(Source { text: Some(path), .. })) = sources.get(*position as usize) else { continue };
        let Some(input) = builder.inputs.find(&format!("content/{path}")) else { continue };
        builder.chronicle.note_text(input);
        let bytes = builder.inputs.bytes(input)?;
        if xxh3_64(&bytes) != *hash {
            return Err(ViewError::Changed(input));
        }
        let lossy = |error: FromUtf8Error| String::from_utf8_lossy(error.as_bytes()).into_owned();
        let text = String::from_utf8(bytes.into_owned()).unwrap_or_else(lossy);
        texts.push(Kept { position: *position, text });
    }
    Ok(texts)
}
