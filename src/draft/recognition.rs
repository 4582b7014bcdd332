//! What can be told of a statement from a pasted report of it and from the names the chronicle knows.

use std::collections::BTreeSet;

use super::body::{self, SpeakerWords};
use super::dateline::is_agency;
use super::headline::Headline;
use super::labels::Who;
use super::names::{NameIndex, once_each};
use super::notes::{also_named, list, listed, other_dates};
use super::people::{People, Person};
use super::prose::{self, Quotations};
use super::report::Report;
use super::statement::{Source, Speaker, StatementDraft};
use super::turns::Transcript;
use super::{headline, labels, languages, occasion, report};
use crate::chronicle::Chronicle;
use crate::entry::Kind;
use crate::entry::date::Date;
use crate::entry::id::Id;
use crate::entry::statement::{Fidelity, SourceKind};

/// A draft from a pasted text.
#[derive(Clone, Debug)]
pub struct Recognition {
    /// What the text says; one source, without the text that is kept of it.
    pub statement: StatementDraft,
    pub(crate) headline: Option<String>,
    /// The speaker's name in Latin letters, where the headline has none that an id could be made of.
    pub(crate) latin_name: Option<String>,
    /// When the source was published.
    pub(crate) published: Option<Date>,
    /// What else the text names, a sentence each.
    pub(crate) notes: Vec<String>,
}

/// What is known of a statement before its text is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints<'a> {
    /// Those whose words are asked for.
    pub(crate) speakers: &'a [Speaker],
    /// When it was said.
    pub(crate) date: Option<Date>,
}

/// A text with what is known of it before anybody's words are taken.
struct Read<'a> {
    text: &'a str,
    report: Report<'a>,
    people: People,
    headline: Headline,
    layout: Layout<'a>,
}

/// How a text tells whose words it has.
enum Layout<'a> {
    /// By labels: quotation marks say nothing in it.
    Transcript(Transcript<'a>),
    /// By what is said beside quotation marks.
    Prose(Quotations),
}

impl<'a> Read<'a> {
    fn of(text: &'a str, chronicle: &Chronicle) -> Read<'a> {
        let people = People::of(chronicle);
        let is_label = |line: &str| match labels::who(&labels::clean(line), &people) {
            Some(Who::Person(..)) => true,
            who => who.is_some() && !line.trim().contains(' '),
        };
        let report = report::read(text, &is_label);
        let headline = headline::read(report.headline.as_deref(), &people);
        let layout = match Transcript::of(report.body, &people, &headline) {
            Some(transcript) => Layout::Transcript(transcript),
            None => Layout::Prose(prose::read(&report, &people)),
        };
        Read { text, report, people, headline, layout }
    }

    /// The people whose words the text has for sure, in order.
    fn speakers(&self) -> Vec<usize> {
        match &self.layout {
            Layout::Transcript(transcript) => transcript.speakers(),
            Layout::Prose(quotations) => quotations.speakers(),
        }
    }

    /// Whose words are taken: those of the one who was asked for, or else of the only one who speaks or whom the headline
    /// names among those who do.
    fn speaker(&self, wanted: &[Speaker]) -> Result<usize, String> {
        let speakers = self.speakers();
        match wanted {
            [] => {}
            [Speaker::Person(one)] => {
                return self.people.position(one).ok_or_else(|| format!("`{one}` is no person on record"));
            }
            [Speaker::Organization(_) | Speaker::Country(_)] => {
                return Err("labels and reports name people, whose words are not those of a body or a state".into());
            }
            _ => return Err("the words of several people are statements of their own: give one `--speaker`".into()),
        }
        let named: Vec<usize> =
            speakers.iter().copied().filter(|person| self.headline.people.contains(person)).collect();
        match (speakers.as_slice(), named.as_slice()) {
            ([one], _) | (_, [one]) => Ok(*one),
            ([], _) => Err("nothing in the text says for sure that words are those of a person on record".into()),
            (several, _) => {
                let ids: Vec<String> = several.iter().map(|person| self.people.get(*person).id.to_string()).collect();
                Err(format!("several people speak: give one as `--speaker`: {}", list(&ids)))
            }
        }
    }

    fn words(&self, speaker: Option<usize>) -> SpeakerWords {
        match &self.layout {
            Layout::Transcript(transcript) => SpeakerWords::of_turns(&transcript.turns(&self.people), speaker),
            Layout::Prose(quotations) => quotations.words(speaker),
        }
    }
}

/// Reads a report or transcript. Words are taken only where the text says whose they are; what it does not say stays
/// absent; what may be read in two ways is noted.
pub fn recognize(text: &str, chronicle: &Chronicle, asked: &Hints<'_>) -> Recognition {
    let read = Read::of(text, chronicle);
    let (speaker, open) = match read.speaker(asked.speakers) {
        Ok(speaker) => (Some(speaker), None),
        Err(reason) => (None, Some(reason)),
    };
    let words = read.words(speaker);
    let mut notes = Vec::new();
    notes.extend(open.map(|reason| format!("no words were taken as a quotation: {reason}")));
    read.recognition(speaker, words, chronicle, asked.date, notes)
}

/// The people on record whose turns a transcript has, in the order of their first; none where a text is no transcript.
pub fn speakers(text: &str, chronicle: &Chronicle) -> Vec<Id> {
    let read = Read::of(text, chronicle);
    match &read.layout {
        Layout::Transcript(transcript) => {
            transcript.speakers().into_iter().map(|person| read.people.get(person).id.clone()).collect()
        }
        Layout::Prose(_) => Vec::new(),
    }
}

impl Read<'_> {
    fn recognition(
        &self,
        speaker: Option<usize>,
        words: SpeakerWords,
        chronicle: &Chronicle,
        known: Option<Date>,
        mut notes: Vec<String>,
    ) -> Recognition {
        let report = &self.report;
        let (people, bodies) = (NameIndex::of(chronicle, Kind::Person), NameIndex::of(chronicle, Kind::Organization));
        let quoted = matches!(self.layout, Layout::Prose(_)) && words.is_some();
        let (day, place) = occasion::in_headline(report.headline.as_deref());
        let date = day.or_else(|| occasion::weekday_said(report, &words.within));
        // Of a transcript, which may be long, only the headline tells the subject.
        let own = if quoted { words.joined() } else { String::new() };
        let topics = topics(&own, report, chronicle);
        let spoken_of = bodies.ids_in(&own);
        let speaker_index = speaker;
        let speaker = speaker.map(|person| self.people.get(person).id.clone());
        notes.extend(words.notes.iter().cloned());
        if !topics.is_empty() {
            notes.push(format!("{} found by name in the headline and the quotations", listed("topic", &topics)));
        }
        notes.extend(also_named(report, &people, "person", speaker.as_slice()));
        notes.extend(also_named(report, &bodies, "organization", &spoken_of));
        notes.extend(other_dates(report, known.or(date)));
        let statement = StatementDraft {
            date,
            attributed_as: speaker.as_ref().and_then(|id| people.as_printed(self.text, id)),
            speakers: speaker.iter().map(|id| Speaker::Person(id.to_string())).collect(),
            topics,
            fidelity: quoted.then_some(Fidelity::Reported),
            event: event(report, &words.within, quoted),
            place,
            organizations: spoken_of.iter().map(Id::to_string).collect(),
            sources: vec![source(report)],
            language: languages::of(self.report.body),
            body: body::blocks(words),
            ..StatementDraft::default()
        };
        let latin_name = latin_name(report.headline.as_deref(), speaker_index.map(|person| self.people.get(person)));
        Recognition { statement, headline: report.headline.clone(), latin_name, published: report.published, notes }
    }
}

/// The speaker's name in Latin letters, where a headline has only letters that are not spelled in Latin ones.
fn latin_name(headline: Option<&str>, speaker: Option<&Person>) -> Option<String> {
    let is_spelled = |c: char| c.is_alphabetic() && (c.is_lowercase() || c.is_uppercase());
    match headline {
        Some(headline) if headline.contains(is_spelled) => None,
        _ => speaker?.latin_name(),
    }
}

fn source(report: &Report<'_>) -> Source {
    Source {
        title: report.headline.clone(),
        kind: report.publisher.as_deref().filter(|name| is_agency(name)).map(|_| SourceKind::Agency),
        publisher: report.publisher.clone(),
        date: report.published,
        url: report.url.clone(),
        ..Source::default()
    }
}

/// The occasion that a report names beside the speaker's words, or in its first paragraph.
fn event(report: &Report<'_>, within: &BTreeSet<usize>, quoted: bool) -> Option<String> {
    let beside = within.iter().map(|within| report.paragraphs[*within]);
    let first = report.paragraphs.first().copied();
    beside.chain(first).filter(|_| quoted).find_map(occasion::event)
}

/// The topics whose label or synonym stands in the headline or in the speaker's words.
fn topics(words: &str, report: &Report<'_>, chronicle: &Chronicle) -> Vec<String> {
    let topics = NameIndex::of(chronicle, Kind::Topic);
    let text = format!("{}\n{words}", report.headline.as_deref().unwrap_or_default());
    once_each(topics.in_any_case(&text)).iter().map(Id::to_string).collect()
}
