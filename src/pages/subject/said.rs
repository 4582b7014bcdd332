//! What was said in statements, quotation by quotation, with whose words they are.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::chronicle::{Speaker, StatementId};
use crate::pages::statement::{quoted, speaker};
use crate::pages::{PageBuilder, ViewError};
use crate::views::{Merged, NextOfSpeaker, PositionSpeaker, Said, SaidQuotation};

/// The most speakers that a page leads to.
const SPEAKERS: usize = 40;

/// Words of the same speakers in one statement.
pub(super) struct Words<'a> {
    statement: StatementId,
    speakers: &'a [Speaker],
    /// In order, with the numbers of their anchors; there is at least one.
    quotations: Vec<(u32, quoted::Words)>,
}

/// The words of some quotations, in their order: those of the same statement follow each other, as do their positions.
pub(super) fn in_order<'a>(
    builder: &PageBuilder<'a>,
    quotations: impl Iterator<Item = (StatementId, usize)>,
) -> Result<Vec<Words<'a>>, ViewError> {
    let mut found: Vec<Words<'a>> = Vec::new();
    let mut read = (None, Vec::new().into_iter());
    for (statement, position) in quotations {
        if read.0 != Some(statement) {
            read = (Some(statement), quoted::quoted(builder, statement)?.into_iter());
        }
        let Some(one) = read.1.find(|one| one.position == position) else { continue };
        let quotation = (one.anchor, quoted::Words::of(&one.quotation));
        match found.last_mut() {
            Some(last) if last.statement == statement && std::ptr::eq(last.speakers, one.speakers) => {
                last.quotations.push(quotation);
            }
            _ => found.push(Words { statement, speakers: one.speakers, quotations: vec![quotation] }),
        }
    }
    Ok(found)
}

impl Words<'_> {
    /// The id of a quotation of the statement on the page of others.
    fn anchor(&self, builder: &PageBuilder<'_>, number: u32) -> String {
        format!("{}-q{number}", builder.chronicle[self.statement].entry.id)
    }

    /// The id of the first one.
    fn first(&self, builder: &PageBuilder<'_>) -> String {
        self.anchor(builder, self.quotations.first().map_or(1, |(number, _)| *number))
    }
}

/// Whose words are on a page, by the keys of speakers.
pub(super) struct Heard(BTreeMap<String, OfSpeaker>);

struct OfSpeaker {
    name: String,
    count: usize,
    /// The ids of the first quotations of each statement, in order.
    anchors: Vec<String>,
}

impl Heard {
    pub(super) fn of<'w, 'a: 'w>(builder: &PageBuilder<'a>, all: impl Iterator<Item = &'w Words<'a>>) -> Heard {
        let mut heard: BTreeMap<String, OfSpeaker> = BTreeMap::new();
        for words in all {
            let anchor = words.first(builder);
            for one in words.speakers {
                let name = || builder.speaker_name(words.statement, one).into_owned();
                let entry = heard.entry(builder.chronicle.ids().speaker_key(one));
                let of = entry.or_insert_with(|| OfSpeaker { name: name(), count: 0, anchors: Vec::new() });
                // The same speaker may be listed twice.
                if of.anchors.last() != Some(&anchor) {
                    of.count += words.quotations.len();
                    of.anchors.push(anchor.clone());
                }
            }
        }
        Heard(heard)
    }

    /// Those with most quotations first.
    pub(super) fn speakers(&self) -> Vec<PositionSpeaker> {
        let mut all: Vec<&OfSpeaker> = self.0.values().collect();
        all.sort_by_key(|of| Reverse(of.count));
        let speaker = |of: &OfSpeaker| {
            let anchor = of.anchors.first()?.clone();
            Some(PositionSpeaker { label: of.name.clone(), count: of.count, anchor })
        };
        all.into_iter().take(SPEAKERS).filter_map(speaker).collect()
    }

    /// Where a speaker's words come next.
    fn next(&self, key: &str, after: &str) -> Option<String> {
        let anchors = &self.0.get(key)?.anchors;
        anchors.iter().skip_while(|anchor| *anchor != after).nth(1).cloned()
    }
}

/// Words as a page shows them.
pub(super) fn value<'a>(builder: &PageBuilder<'a>, words: Words<'a>, heard: &Heard) -> Said<'a> {
    let id = words.statement;
    let statement = builder.chronicle.get(id);
    let language = statement.entry.fields.language.as_ref().unwrap_or(&builder.config.language);
    let first = words.first(builder);
    let speaker = |one: &'a Speaker| {
        let next = heard.next(&builder.chronicle.ids().speaker_key(one), &first);
        Merged::new(&speaker::value(builder, id, one), &NextOfSpeaker { next })
    };
    let quotation = |(number, of): &(u32, quoted::Words)| SaidQuotation {
        anchor: words.anchor(builder, *number),
        address: builder.quotation_href(id, *number),
        paragraphs: of.paragraphs(&[]),
        cut: of.is_cut,
    };
    Said {
        statement: builder.brief(id),
        speakers: words.speakers.iter().map(speaker).collect(),
        fidelity: statement.entry.fields.fidelity.word(),
        event: statement.event.as_ref().map(|event| builder.event_link(event)),
        language: language.as_str(),
        dir: language.direction().as_str(),
        quotations: words.quotations.iter().map(quotation).collect(),
    }
}
