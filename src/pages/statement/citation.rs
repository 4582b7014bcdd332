//! What a reference to a statement says, from the record; and the references of a statement beside its page.

use std::hash::Hash;

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use crate::chronicle::{Chronicle, StatementId};
use crate::citation::{Citation, Format, ItemType};
use crate::entry::shape::TextOr;
use crate::input::InputId;
use crate::pages::kind::{About, Content, Output, Planning, Switch};
use crate::pages::statement::{names, text};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views::Template;

/// The reference to a statement in a format, beside its page: `cite.ris`, `cite.bib`, `cite.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementCitation(StatementId, Format);

impl Output for StatementCitation {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCH: Switch<StatementCitation> = Switch::Named("citations");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let ids: Vec<StatementId> = site.chronicle.statements().collect();
        pages.par_extend(ids.into_par_iter().flat_map_iter(|id| {
            let address = |format: Format| site.chronicle.statement_address(id).file(format.file_name());
            Format::ALL.map(|format| Page::new(address(format), StatementCitation(id, format)))
        }));
    }

    fn about(&self) -> About {
        About::aside(Turn::Statement(self.0))
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        (&site.chronicle[self.0].entry.id, self.1).hash(hash);
    }

    fn input(&self, chronicle: &Chronicle) -> Option<InputId> {
        Some(chronicle[self.0].entry.input)
    }

    fn view(&self, builder: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        let &StatementCitation(id, format) = self;
        let make = || {
            let isolated = builder.isolated();
            let citation = Citation { summary: text::summary(&isolated, id), ..citation(&isolated, id) };
            let references = Format::ALL.map(|format| format.reference(&citation).into());
            (references, isolated.chronicle.noted())
        };
        let bytes = builder.worker.references(id, make, |references, dependencies| {
            builder.chronicle.note_all(dependencies);
            format.file(std::iter::once(&*references[format as usize]))
        });
        Ok(Content::Bytes(bytes))
    }
}

/// The reference to a statement, without its abstract.
pub(crate) fn citation<'a>(builder: &PageBuilder<'a>, id: StatementId) -> Citation<'a> {
    let of = builder.chronicle.get(id);
    let fields = &of.entry.fields;
    let date = |date| builder.messages.date(date);
    let is = |item_type: ItemType| ItemType::of(fields.kind) == item_type;
    let recipients = || of.audience.iter().map(|party| names::addressee(builder, id, party)).collect();
    let withdrawn = fields.withdrawn.as_deref().map(|notice| {
        let word = word(builder, "withdrawn_on").unwrap_or_else(|| builder.messages.word("withdrawn") + ":");
        format!("{word} {}. {}", date(&notice.date), notice.reason.as_str())
    });
    Citation {
        id: of.entry.id.as_str(),
        kind: fields.kind,
        genre: builder.messages.kind(fields.kind.word()),
        speakers: of.speakers.iter().map(|speaker| names::speaker(builder, id, speaker)).collect(),
        recipients: if is(ItemType::Letter) { recipients() } else { Vec::new() },
        translator: fields.translator.as_ref().map(|name| name.as_str()),
        title: fields.title.as_str(),
        event: of.event.as_ref().map(|event| builder.event_name(event)),
        host: if is(ItemType::Hearing) { names::host(builder, id) } else { None },
        place: of.place.as_ref().map(|place| builder.place_name(place)),
        date: fields.date,
        date_in_words: date(&fields.date),
        publisher: text::reported_by(builder, id),
        chronicle: builder.config.title.as_str(),
        language: fields.language.as_ref().unwrap_or(&builder.config.language).as_str(),
        url: builder.url(builder.chronicle.statement_address(id)),
        topics: of.topics.iter().map(|topic| builder.chronicle.get(*topic).entry.fields.label.as_str()).collect(),
        summary: None,
        withdrawn,
        notes: [record(builder, id), source(builder, id)].into_iter().flatten().collect(),
    }
}

/// What kind of record it is, in a sentence: "Reported by TASS; not a transcript."
fn record(builder: &PageBuilder<'_>, id: StatementId) -> Option<String> {
    let fidelity = builder.chronicle.get(id).entry.fields.fidelity.word();
    let said = match text::reported_by(builder, id) {
        Some(publisher) => builder.messages.phrase(&format!("fidelity_{fidelity}"), &[("publisher", publisher)]),
        None => word(builder, &format!("fidelity_{fidelity}_nobody")).unwrap_or_default(),
    };
    (!said.is_empty()).then(|| said + ".")
}

/// Where the first source is, and the archived copy of it: "Source: https://… (archived copy: https://…)".
fn source(builder: &PageBuilder<'_>, id: StatementId) -> Option<String> {
    let source = builder.chronicle.get(id).entry.fields.sources.as_slice().first()?;
    let (place, archived) = match source {
        TextOr::Text(url) => (url.as_str(), None),
        TextOr::Map(source) => {
            let url = source.url.as_ref().map(|url| url.as_str());
            (url.or(source.title.as_ref().map(|title| title.as_str()))?, source.archived.as_ref())
        }
    };
    let said = word(builder, "cite_source").map_or_else(|| place.to_owned(), |source| format!("{source} {place}"));
    Some(match (archived, word(builder, "source_archived"), word(builder, "colon")) {
        (Some(copy), Some(archived), Some(colon)) => format!("{said} ({archived}{colon} {})", copy.as_str()),
        (Some(copy), ..) => format!("{said} ({})", copy.as_str()),
        (None, ..) => said,
    })
}

/// A word of the theme, if it has it.
fn word(builder: &PageBuilder<'_>, id: &str) -> Option<String> {
    builder.messages.plain().get(id).cloned()
}
