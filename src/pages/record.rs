//! A statement for programs: `index.json` beside its page, described in `docs/statement-json.md`.

use std::hash::Hash;
use std::string::FromUtf8Error;
use std::sync::Arc;

use rayon::prelude::*;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use super::facts::Fact;
use super::json::{self, Object, Place, Url};
use super::output::{About, Content, Output, Planning};
use super::{Page, Site, ViewError, Views, statement_text};
use crate::checks::Proven;
use crate::chronicle::{Chronicle, OrganizationId, Record, Speaker, StatementId, Subject, TopicId};
use crate::entry::quotation::{InText, Quotation};
use crate::entry::shape::{Text, TextOr};
use crate::entry::statement::Source;
use crate::input::InputId;
use crate::plan::Turn;
use crate::views::Template;

/// A statement for programs, beside its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementJson(StatementId);

impl Output for StatementJson {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCHES: &'static [&'static str] = &["json"];

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let ids: Vec<StatementId> = site.chronicle.statements().collect();
        pages.par_extend(
            ids.into_par_iter()
                .map(|id| Page::new(site.chronicle.statement_address(id).file("index.json"), StatementJson(id))),
        );
    }

    fn switch(&self) -> Option<&'static str> {
        Some("json")
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

    fn view(&self, views: &Views<'_>, _: &Page) -> Result<Content, ViewError> {
        Ok(Content::Bytes(view(views, self.0)?))
    }
}

/// The record as JSON.
fn view(views: &Views<'_>, id: StatementId) -> Result<Vec<u8>, ViewError> {
    let of = &views.chronicle[id];
    // The revision is that of the whole file.
    views.chronicle.note(Fact::Text(of.entry.input));
    let fields = &of.entry.fields;
    let url = &views.json_url(views.chronicle.statement_address(id));
    let (html, kept) = if of.is_withdrawn() || of.entry.body.quotations.is_empty() {
        (Arc::default(), Vec::new())
    } else {
        (statement_text::body(views, id)?, kept_texts(views, id)?)
    };
    let language = fields.language.as_ref().unwrap_or(&views.config.language);
    let record = json::object(|record| {
        record.number("version", 1);
        record.text("id", of.entry.id.as_str());
        record.url("url", url);
        record.text("title", fields.title.as_str());
        record.text("date", &*of.date().to_string());
        record.list("speakers", &of.speakers, |node, one| node.object(|node| speaker(node, views, id, one)));
        record.text("attributed_as", plain(fields.attributed_as.as_ref()));
        record.text("kind", fields.kind.word());
        record.text("fidelity", fields.fidelity.word());
        record.text("language", language.as_str());
        record.text("original_language", fields.original_language.as_ref().map(|tag| tag.as_str()));
        record.text("translator", plain(fields.translator.as_ref()));
        record.text("event", of.event.as_ref().map(|event| views.event_name(event)));
        if let Some(position) = fields.position {
            record.number("position", position.number() as usize);
        }
        record.text("place", of.place.as_ref().map(|place| views.place_name(place)));
        record.list("topics", &of.topics, |node, topic| node.object(|node| self::topic(node, views, *topic)));
        record.list("countries", fields.countries.as_slice(), |node, country| node.text(country.code()));
        record.list("organizations", &of.organizations, |node, body| {
            node.text(views.chronicle[*body].entry.id.as_str());
        });
        record.text("summary", statement_text::summary(views, id));
        record.list("sources", fields.sources.as_slice().iter().enumerate(), |node, (position, one)| {
            node.object(|node| source(node, views, one, (id, position)));
        });
        let proof = views.chronicle.proof(id).map_or(&[][..], |proof| &proof.quotations);
        let in_text = html.in_text.iter().zip(&of.anchors).enumerate();
        record.list("quotations", in_text, |node, (index, (one, number))| {
            let proven = proof.get(index);
            let kept = proven.and_then(|proven| kept.iter().find(|kept| kept.position == proven.source));
            node.object(|node| quotation(node, one, url, *number, kept.zip(proven)));
        });
        record.list("corrections", &fields.corrections, |node, change| {
            node.object(|node| {
                node.text("date", &*change.date.to_string());
                node.text("kind", change.kind.word());
                node.text("note", change.note.as_str());
            });
        });
        if let Some(notice) = &fields.withdrawn {
            record.object("withdrawn", |node| {
                node.text("date", &*notice.date.to_string());
                node.text("reason", notice.reason.as_str());
            });
        }
        record.text("revision", &format!("{:016x}", of.entry.hash)[..12]);
    });
    let mut bytes = record.into_bytes();
    bytes.push(b'\n');
    Ok(bytes)
}

fn plain(text: Option<&Text>) -> Option<&str> {
    text.map(|text| text.as_str())
}

fn topic(node: &mut Object<'_>, views: &Views<'_>, id: TopicId) {
    let entry = &views.chronicle[id].entry;
    node.text("id", entry.id.as_str());
    node.text("label", entry.fields.label.as_str());
    node.url("url", &views.json_url(&views.chronicle.subject_address(Subject::Topic(id))));
}

fn speaker(node: &mut Object<'_>, views: &Views<'_>, id: StatementId, speaker: &Speaker) {
    let organization = |id: &OrganizationId| views.chronicle.get(*id).entry.id.as_str();
    match speaker {
        Speaker::Person(person, office) => {
            let record = &views.chronicle[*person];
            node.text("id", record.entry.id.as_str());
            node.text("name", record.entry.fields.name.as_str());
            if let Some(address) = views.chronicle.address(Record::Person(*person)) {
                node.url("url", &views.json_url(&address));
            }
            node.text("office", office.map(|position| record.entry.fields.offices[position].title.as_str()));
            let body = office.and_then(|position| record.office_organizations[position]);
            node.text("organization", body.as_ref().map(organization));
        }
        Speaker::Office { title, organization: body } => {
            node.text("office", &**title);
            node.text("organization", body.as_ref().map(organization));
        }
        Speaker::Organization(body) => {
            node.text("organization", organization(body));
            node.text("name", &*views.speaker_name(id, speaker));
            node.url("url", &views.json_url(&views.chronicle.subject_address(Subject::Organization(*body))));
        }
        Speaker::Country(country) => {
            node.text("country", country.code());
            node.text("name", &*views.speaker_name(id, speaker));
            node.url("url", &views.json_url(&views.chronicle.subject_address(Subject::Country(*country))));
        }
    }
}

fn source(node: &mut Object<'_>, views: &Views<'_>, source: &TextOr<Source>, (id, position): (StatementId, usize)) {
    let publisher = views.publisher(id, position);
    match source {
        TextOr::Text(url) => node.text("url", url.as_str()),
        TextOr::Map(source) => {
            node.text("title", plain(source.title.as_ref()));
            node.text("publisher", publisher.map(|publisher| publisher.name));
            let body = publisher.and_then(|publisher| publisher.body);
            node.text("publisher_id", body.map(|body| views.chronicle.get(body).entry.id.as_str()));
            node.text("kind", source.kind.map(|kind| kind.word()));
            node.text("date", source.date.map(|date| date.to_string()).as_deref());
            node.text("language", source.language.as_ref().map(|tag| tag.as_str()));
            node.text("url", source.url.as_ref().map(|url| url.as_str()));
            node.text("archived", source.archived.as_ref().map(|url| url.as_str()));
            node.text("sha256", source.sha256.as_ref().map(|hash| hash.as_str()));
        }
    }
}

/// A quotation with a selector for its place on the page, and with selectors for the first source that has it.
fn quotation(
    node: &mut Object<'_>,
    (of, place): &(Quotation, InText),
    url: &Url<'_>,
    number: u32,
    proven: Option<(&Kept, &Proven)>,
) {
    node.place("id", url, Place::Quotation(number));
    node.text("attributed_to", of.attribution.as_deref());
    node.object("selector", |node| selector(node, place));
    if let Some((kept, proven)) = proven {
        node.object("checked_against", |node| {
            node.number("source", kept.position as usize + 1);
            // Of a quotation without a word there is none.
            node.items("selectors", |items| {
                for (start, end) in &proven.passages {
                    let place = *start as usize..*end as usize;
                    items.object(|node| selector(node, &InText::of(&kept.text, place)));
                }
            });
        });
    }
}

/// A text that quotations were checked against, with the position of its source.
struct Kept {
    position: u32,
    text: String,
}

/// The texts that the quotations of a statement were checked against, which must be as they were then.
fn kept_texts(views: &Views<'_>, id: StatementId) -> Result<Vec<Kept>, ViewError> {
    let mut texts = Vec::new();
    let sources = views.chronicle[id].entry.fields.sources.as_slice();
    let Some(proof) = views.chronicle.proof(id) else { return Ok(texts) };
    for (position, hash) in proof.sources.iter().zip(&proof.hashes) {
        let Some(TextOr::Map(Source { text: Some(path), .. })) = sources.get(*position as usize) else { continue };
        let Some(input) = views.inputs.find(&format!("content/{path}")) else { continue };
        views.chronicle.note(Fact::Text(input));
        let bytes = views.inputs.bytes(input)?;
        if xxh3_64(&bytes) != *hash {
            return Err(ViewError::Changed(input));
        }
        let lossy = |error: FromUtf8Error| String::from_utf8_lossy(error.as_bytes()).into_owned();
        let text = String::from_utf8(bytes.into_owned()).unwrap_or_else(lossy);
        texts.push(Kept { position: *position, text });
    }
    Ok(texts)
}

/// A selector of the Web Annotation Data Model (W3C, 2017).
fn selector(node: &mut Object<'_>, part: &InText) {
    node.text("type", "TextQuoteSelector");
    node.text("exact", part.exact.as_str());
    node.text("prefix", part.prefix.as_str());
    node.text("suffix", part.suffix.as_str());
}
