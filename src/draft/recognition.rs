//! What can be told of a statement from a pasted report of it and from the names the chronicle knows.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::dates;
use super::mentions::{Case, Known, Mention};
use super::quotations::{Passage, folded, passages};
use super::report::{Report, is_agency, read};
use super::statement::{Block, Source, Speaker, Statement};
use super::turns::{Turn, turns};
use crate::chronicle::{Chronicle, Lookup};
use crate::entry::Kind;
use crate::entry::date::{Date, Precision};
use crate::entry::id::Id;
use crate::entry::statement::{Fidelity, SourceKind};

/// A draft from a pasted text.
#[derive(Clone, Debug)]
pub struct Recognition {
    /// What the text says; one source, without the text that is kept of it.
    pub statement: Statement,
    /// The source's headline.
    pub headline: Option<String>,
    /// When the source was published.
    pub published: Option<Date>,
    /// What else the text names, a sentence each.
    pub notes: Vec<String>,
}

/// What is known of those who speak before the text is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A person; the text may say who.
    ByAPerson,
    /// A body or a state, and no person: the ids of the bodies. What stands beside a person's name is not theirs.
    ByBodies(Vec<String>),
}

/// Reads a report or transcript. What the text does not say stays absent; what may be read in two ways is noted.
pub fn recognize(text: &str, chronicle: &Chronicle, said: &Said) -> Recognition {
    let report = read(text);
    let people = Names::of(chronicle, Kind::Person);
    let bodies = Names::of(chronicle, Kind::Organization);
    let quoted = passages(&report.paragraphs);
    let named: Vec<Named<'_>> = report.paragraphs.iter().map(|paragraph| people.named_in(paragraph)).collect();
    let speaker = match said {
        Said::ByAPerson => speaker(&report, &quoted, &people, &named),
        Said::ByBodies(_) => None,
    };
    let (day, place) = occasion_in_headline(report.headline.as_deref());
    let date = day.or_else(|| weekday_said(&report, &quoted));
    let (own, others): (Vec<Passage>, Vec<Passage>) =
        quoted.into_iter().partition(|passage| is_of(&named[passage.within], speaker.as_ref()));
    let spoken = match own.is_empty() {
        true => turns(&report.paragraphs, |label| match said {
            Said::ByAPerson => people.is_one(label, speaker.as_ref()),
            // Whoever else has a label may be anybody.
            Said::ByBodies(ids) => Some(bodies.is_any(label, ids)),
        }),
        false => Vec::new(),
    };
    let words = own.iter().flat_map(|passage| &passage.paragraphs).cloned().collect::<Vec<_>>().join("\n");
    let topics = topics(&words, &report, chronicle);
    let mut spoken_of = bodies.ids_in(&words);
    if let Said::ByBodies(ids) = said {
        spoken_of.retain(|body| !ids.iter().any(|id| id == body.as_str()));
    }
    let mut notes = Vec::new();
    notes.extend(told_of_turns(&spoken));
    if !topics.is_empty() {
        notes.push(format!("{} found by name in the headline and the quotations", listed("topic", &topics)));
    }
    notes.extend(also_named(&report, &people, "person", speaker.as_slice()));
    notes.extend(also_named(&report, &bodies, "organization", &spoken_of));
    notes.extend(left_out(&others));
    notes.extend(other_dates(&report, date));
    let statement = Statement {
        date,
        attributed_as: speaker.as_ref().and_then(|id| people.as_printed(text, id)),
        speakers: speaker.iter().map(|id| Speaker::Person(id.to_string())).collect(),
        topics,
        fidelity: (!own.is_empty()).then_some(Fidelity::Reported),
        event: BTreeSet::from_iter(own.iter().map(|passage| passage.within))
            .into_iter()
            .map(|within| report.paragraphs[within])
            .chain(report.paragraphs.first().copied().filter(|_| !own.is_empty()))
            .find_map(event),
        place,
        organizations: spoken_of.iter().map(Id::to_string).collect(),
        sources: vec![Source {
            title: report.headline.clone(),
            kind: report.publisher.as_deref().filter(|name| is_agency(name)).map(|_| SourceKind::Agency),
            publisher: report.publisher.clone(),
            date: report.published,
            url: report.url.clone(),
            ..Source::default()
        }],
        body: body(&own, &spoken),
        ..Statement::default()
    };
    Recognition { statement, headline: report.headline, published: report.published, notes }
}

/// The names of all records of a kind that stand for one record.
struct Names<'a> {
    all: Vec<(&'a Id, &'a str)>,
    as_written: Known<&'a Id>,
    in_any_case: OnceCell<Known<&'a Id>>,
}

/// How often a text names each record.
type Named<'a> = BTreeMap<&'a Id, usize>;

impl<'a> Names<'a> {
    fn of(chronicle: &'a Chronicle, kind: Kind) -> Names<'a> {
        let all = chronicle.known(kind).into_iter();
        let pairs = all.flat_map(|known| known.names.into_iter().map(move |name| (known.id, name)));
        // A name that several bear tells nothing.
        let all: Vec<(&Id, &str)> =
            pairs.filter(|(_, name)| matches!(chronicle.look_up(kind, name), Lookup::One(_))).collect();
        Names { as_written: Known::of(&all, Case::Counts), in_any_case: OnceCell::new(), all }
    }

    fn in_text(&self, text: &str) -> Vec<Mention<&'a Id>> {
        self.as_written.find(text)
    }

    fn in_any_case(&self, text: &str) -> Vec<Mention<&'a Id>> {
        self.in_any_case.get_or_init(|| Known::of(&self.all, Case::Ignored)).find(text)
    }

    fn named_in(&self, text: &str) -> Named<'a> {
        let mut named = Named::new();
        self.in_text(text).into_iter().for_each(|mention| *named.entry(mention.of).or_default() += 1);
        named
    }

    /// The records that a text names, each once, in the order of their first mention.
    fn ids_in(&self, text: &str) -> Vec<Id> {
        once_each(self.in_text(text))
    }

    /// Whether a label names this record; nothing where it names none that is known.
    fn is_one(&self, label: &str, id: Option<&Id>) -> Option<bool> {
        let named = self.in_any_case(label);
        let first = named.first()?;
        Some(id.is_none_or(|id| named.iter().any(|mention| mention.of == id) || first.of == id))
    }

    /// Whether a label names one of these records, and none besides.
    fn is_any(&self, label: &str, ids: &[String]) -> bool {
        let named = self.in_any_case(label);
        !named.is_empty() && named.iter().all(|mention| ids.iter().any(|id| id == mention.of.as_str()))
    }

    /// The fullest form of a record's name that a text has.
    fn as_printed(&self, text: &str, id: &Id) -> Option<String> {
        let own = self.in_text(text).into_iter().filter(|mention| mention.of == id);
        let forms = own.map(|mention| folded(&text[mention.range]));
        forms.rev().max_by_key(|form| form.chars().count())
    }
}

fn once_each(mentions: Vec<Mention<&Id>>) -> Vec<Id> {
    let mut seen = BTreeSet::new();
    mentions.into_iter().map(|mention| mention.of).filter(|id| seen.insert(*id)).cloned().collect()
}

/// Who speaks: the first known person of the headline, else the one most named beside quotations, else in the text.
fn speaker(report: &Report<'_>, quoted: &[Passage], people: &Names<'_>, named: &[Named<'_>]) -> Option<Id> {
    let in_headline = report.headline.as_deref().and_then(|headline| people.ids_in(headline).into_iter().next());
    let most_named = |paragraphs: BTreeMap<usize, usize>| {
        let mut counts = Named::new();
        for (index, times) in paragraphs {
            named[index].iter().for_each(|(id, count)| *counts.entry(*id).or_default() += times * count);
        }
        let most = counts.values().max().copied()?;
        let mut first = counts.into_iter().filter(|(_, count)| *count == most);
        // Two who are named as often as each other leave it open.
        first.next().filter(|_| first.next().is_none()).map(|(id, _)| id.clone())
    };
    let mut beside = BTreeMap::new();
    quoted.iter().for_each(|passage| *beside.entry(passage.within).or_default() += 1);
    let anywhere = || (0..named.len()).map(|index| (index, 1)).collect();
    in_headline.or_else(|| most_named(beside)).or_else(|| most_named(anywhere()))
}

/// Whether a passage is the speaker's: its paragraph names them, or nobody else.
fn is_of(named: &Named<'_>, speaker: Option<&Id>) -> bool {
    named.is_empty() || speaker.is_some_and(|speaker| named.contains_key(speaker))
}

/// Day and place that a transcript's headline ends with: `…, Moscow, December 1, 2021`.
fn occasion_in_headline(headline: Option<&str>) -> (Option<Date>, Option<String>) {
    let Some(headline) = headline else { return (None, None) };
    let found = dates::find(headline, None).into_iter().find(|found| found.date.precision() == Precision::Day);
    let Some(found) = found else { return (None, None) };
    let before = headline[..found.range.start].trim_end().strip_suffix(',');
    let place = before.and_then(|before| before.rsplit_once(", ")).map(|(_, place)| place.trim());
    let is_name = |place: &&str| place.split(' ').count() <= 3 && place.starts_with(char::is_uppercase);
    (Some(found.date), place.filter(is_name).map(str::to_owned))
}

/// The day that a report means by `said on Monday`: the last one up to its own date.
fn weekday_said(report: &Report<'_>, quoted: &[Passage]) -> Option<Date> {
    let published = report.published?.earliest()?;
    let near: BTreeSet<usize> = quoted.iter().map(|passage| passage.within).collect();
    let mut days = report.paragraphs.iter().enumerate().filter(|(index, _)| *index == 0 || near.contains(index));
    let day = days.find_map(|(_, paragraph)| {
        let words: Vec<&str> = paragraph.split_whitespace().collect();
        words.windows(2).find_map(|pair| {
            let day = dates::weekday(pair[1].trim_end_matches(|c: char| !c.is_alphabetic()));
            day.filter(|_| pair[0] == "on")
        })
    })?;
    let back = (chrono::Datelike::weekday(&published).num_days_from_monday() + 7 - day) % 7;
    let said = published.checked_sub_days(chrono::Days::new(u64::from(back)))?;
    said.format("%Y-%m-%d").to_string().parse().ok()
}

/// The topics whose label or synonym stands in the headline or in the speaker's words.
fn topics(words: &str, report: &Report<'_>, chronicle: &Chronicle) -> Vec<String> {
    let topics = Names::of(chronicle, Kind::Topic);
    let text = format!("{}\n{words}", report.headline.as_deref().unwrap_or_default());
    once_each(topics.in_any_case(&text)).iter().map(Id::to_string).collect()
}

/// The occasion that a report names: `at a meeting of the Group`.
fn event(paragraph: &str) -> Option<String> {
    const OCCASIONS: [&str; 16] = [
        "briefing",
        "ceremony",
        "conference",
        "congress",
        "dinner",
        "forum",
        "hearing",
        "hour",
        "lecture",
        "meeting",
        "panel",
        "reception",
        "seminar",
        "session",
        "summit",
        "talks",
    ];
    let text = folded(paragraph);
    ["at a ", "at an ", "at the ", "during a ", "during the "].iter().find_map(|opening| {
        let (_, rest) = text.split_once(&format!(" {opening}"))?;
        let end = rest.find(['.', ',', ';', '"', '“', '”', '«', '»', ':']).unwrap_or(rest.len());
        let mut phrase = &rest[..end];
        for weekday in phrase.match_indices(" on ").map(|(at, _)| at).collect::<Vec<_>>() {
            let day = phrase.get(weekday + 4..).and_then(|rest| dates::weekday(rest.split(' ').next()?));
            phrase = if day.is_some() { &phrase[..weekday] } else { phrase };
        }
        let is_occasion = phrase.split(' ').take(4).any(|word| OCCASIONS.contains(&word.to_lowercase().as_str()));
        let mut letters = phrase.chars();
        let first = letters.next().filter(|_| is_occasion)?;
        Some(first.to_uppercase().chain(letters).collect())
    })
}

/// The text of the entry: a lead to be written, and each passage as a block quotation; of a transcript, the speaker's
/// turns, and a place for each question, which is the editors' to tell.
fn body(own: &[Passage], spoken: &[Turn]) -> Vec<Block> {
    let mut blocks =
        vec![Block::Missing("what was said, to whom and on which occasion, in your own neutral words".into())];
    for passage in own {
        if passage.paragraphs.first().is_some_and(|words| words.starts_with(char::is_lowercase)) {
            let before = &passage.before;
            blocks.push(Block::Missing(format!("a lead to words that begin within a sentence: {before} …")));
        }
        blocks.push(Block::Quotation(passage.paragraphs.clone()));
    }
    blocks.extend(spoken.iter().filter_map(|turn| match turn {
        Turn::Own(words) => Some(Block::Quotation(vec![words.clone()])),
        Turn::Question => Some(Block::Missing("the question, in your own words".into())),
        Turn::Other(_) => None,
    }));
    blocks
}

/// What was taken for the speaker's in a text without quotation marks, and what was not.
fn told_of_turns(spoken: &[Turn]) -> Vec<String> {
    let mut notes = Vec::new();
    if !spoken.is_empty() {
        let whose = match spoken.iter().all(|turn| matches!(turn, Turn::Own(_))) {
            true => "all paragraphs were taken as the speaker's",
            false => "the paragraphs of the speaker's turns were taken",
        };
        notes.push(format!("no words stand between quotation marks: {whose}"));
    }
    let (mut seen, mut others) = (BTreeSet::new(), Vec::new());
    for turn in spoken {
        if let Turn::Other(label) = turn
            && seen.insert(label)
        {
            others.push(label.clone());
        }
    }
    if !others.is_empty() {
        notes.push(format!("the words of {} were left out", list(&others)));
    }
    notes
}

fn listed(noun: &str, ids: &[String]) -> String {
    format!("{noun}{} {}", if ids.len() == 1 { "" } else { "s" }, list(ids))
}

/// How many of a kind are named one by one.
const NAMED: usize = 100;

fn list(words: &[String]) -> String {
    let list = words.iter().take(NAMED).map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    let more = words.len().saturating_sub(NAMED);
    if more > 0 { format!("{list} and {more} more") } else { list }
}

fn also_named(report: &Report<'_>, names: &Names<'_>, noun: &str, taken: &[Id]) -> Option<String> {
    let others: Vec<String> = names
        .ids_in(&report.paragraphs.join("\n"))
        .into_iter()
        .filter(|id| !taken.contains(id))
        .map(|id| id.to_string())
        .collect();
    (!others.is_empty()).then(|| format!("the text also names the {}", listed(noun, &others)))
}

fn left_out(others: &[Passage]) -> Option<String> {
    let first = others.first()?.paragraphs.first()?;
    let start: String = first.chars().take(40).collect();
    let more = if others.len() > 1 { format!(" and {} more", others.len() - 1) } else { String::new() };
    Some(format!("words beside another person's name were left out: “{start}…”{more}"))
}

/// Days and months that the text names besides the statement's and its own.
fn other_dates(report: &Report<'_>, date: Option<Date>) -> Option<String> {
    let text = report.paragraphs.join("\n");
    let (mut seen, mut others) = (BTreeSet::new(), Vec::new());
    for found in dates::find(&text, None) {
        let named = found.date.to_string();
        if Some(found.date) != date && Some(found.date) != report.published && seen.insert(named.clone()) {
            others.push(named);
        }
    }
    let list = list(&others);
    (!others.is_empty()).then(|| format!("the text also names {list}: what was said then is a statement of its own"))
}
