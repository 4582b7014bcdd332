//! The files of cards: what rows of results show.

use std::hash::Hash;
use std::ops::Range;

use xxhash_rust::xxh3::Xxh3;

use super::words::address;
use crate::chronicle::{Chronicle, Speaker, Statement, StatementId};
use crate::input::InputId;
use crate::pages::kind::{About, Content, Output, Planning};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::search::Card;
use crate::views::Template;

/// A file of the cards of the statements at these positions of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardFile {
    statements: Range<usize>,
}

/// Longer texts, in bytes, are not fetched for an excerpt: the summary stands in its place.
const LONG: usize = 40_000;

impl Output for CardFile {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCHES: &'static [&'static str] = &["search"];

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let files = site.search.into_iter().flat_map(|search| search.index.card_files());
        pages.extend(files.map(|(path, statements)| Page::new(address(&path), CardFile { statements })));
    }

    fn switch(&self) -> Option<&'static str> {
        Some("search")
    }

    fn about(&self) -> About {
        About::aside(Turn::Large)
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        if let Some(search) = site.search {
            search.index.numbers()[self.statements.clone()].hash(hash);
            for id in &search.statements[self.statements.clone()] {
                // The length of a text is not among what other pages depend on.
                (&site.chronicle[*id].entry.id, is_long(&site.chronicle[*id])).hash(hash);
            }
        }
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        let bytes = builder.search.map(|search| {
            let card = |at: usize| card(builder, search.statements[at]);
            search.index.cards(self.statements.clone(), card)
        });
        Ok(Content::Bytes(bytes.unwrap_or_default()))
    }
}

/// Whether a text is too long for an excerpt.
fn is_long(statement: &Statement) -> bool {
    statement.entry.body.range().len() > LONG && !statement.is_withdrawn()
}

fn card(builder: &PageBuilder<'_>, id: StatementId) -> Card {
    let statement = builder.chronicle.get(id);
    let entry = &statement.entry;
    let fields = &entry.fields;
    let summary = fields.summary.as_ref().map(|summary| summary.as_str()).or(entry.body.opening.as_deref());
    let language = fields.language.as_ref().filter(|language| **language != builder.config.language);
    Card {
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
