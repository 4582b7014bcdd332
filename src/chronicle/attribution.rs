//! Attribution of quotations by their last line `— Name`. The line is an attribution only if it names a speaker of the
//! statement; otherwise it is part of the words, since in many languages direct speech begins with a dash.

mod called;
mod in_source;
mod on_record;
mod turns;

use super::names::NameMatch;
use super::{Chronicle, Organization, OrganizationId, Person, PersonId, Record, Speaker, StatementId};
use crate::diagnostic::Vocabulary;
use crate::entry::body::Quoted;
use crate::entry::country::Country;
use crate::entry::date::Date;
use crate::entry::name::normalized;
use crate::entry::statement;
use called::{Called, MORE, SEPARATORS, Who, words};
pub(super) use on_record::OnRecord;

/// What the name in a line `— Name` of a quotation resolves to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NamedInLine {
    /// The speaker at this position.
    Speaker(u32),
    /// Speakers who share the name.
    Several,
    /// More than one speaker.
    Together,
    /// Probably a misspelt name of a speaker.
    Nearly {
        /// The name as the chronicle prints it.
        speaker: String,
        /// The id of somebody who does not speak here and has a name that is nearer still.
        other: Option<String>,
    },
    /// A record that is not one of the speakers, here as it would stand among them.
    Other(String),
    /// Nobody: the line is part of the words.
    Nobody,
}

impl NamedInLine {
    fn nearly(printed: &str) -> NamedInLine {
        NamedInLine::Nearly { speaker: printed.to_owned(), other: None }
    }
}

/// The records that speakers can be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Records<'a> {
    pub(super) people: &'a [Person],
    pub(super) organizations: &'a [Organization],
}

impl<'a> Records<'a> {
    /// The attributed speaker of each quotation of a statement, as a position among its speakers; empty where no
    /// quotation has an attribution.
    pub(super) fn attributed(
        self,
        fields: &'a statement::Statement,
        quotations: &'a [Quoted],
        speakers: &'a [Speaker],
    ) -> Box<[Option<u32>]> {
        // A quotation without words attributes nothing.
        let name = |quoted: &'a Quoted| Some(&quoted.last_line().filter(|_| !quoted.is_empty[1])?.name);
        if quotations.iter().all(|quoted| name(quoted).is_none()) {
            return Box::default();
        }
        let called = self.called(fields, speakers);
        let of = |quoted| match exactly(&called, &normalized(name(quoted)?)) {
            NamedInLine::Speaker(position) => Some(position),
            _ => None,
        };
        let attributed: Vec<Option<u32>> = quotations.iter().map(of).collect();
        if attributed.iter().all(Option::is_none) { Box::default() } else { attributed.into() }
    }

    fn called(self, fields: &'a statement::Statement, speakers: &'a [Speaker]) -> Vec<Called<'a>> {
        let mut called: Vec<Called<'a>> = speakers.iter().map(|speaker| self.of(speaker, &fields.date)).collect();
        // `attributed_as` is unambiguous only with a single speaker.
        if let ([one], Some(name)) = (called.as_mut_slice(), &fields.attributed_as) {
            one.add(name.as_str());
        }
        called
    }

    fn of(self, speaker: &'a Speaker, date: &Date) -> Called<'a> {
        match speaker {
            Speaker::Person(id, _) => self.person(*id),
            Speaker::Office { title, organization } => {
                let mut called = Called::of(Who::Office(title, *organization), title);
                for name in organization.map(|body| self.names(body)).unwrap_or_default() {
                    called.add(name);
                    called.about.extend(words(&normalized(name)).map(str::to_owned));
                }
                called.about.extend(words(&normalized(title)).map(str::to_owned));
                called
            }
            Speaker::Organization(id) => {
                let body = &self.organizations[id.index()].entry;
                let then = body.fields.name_on(date).map_or(body.id.as_str(), |name| name.as_str());
                let mut called = Called::of(Who::Organization(*id), then);
                body.fields.all_names().for_each(|name| called.add(name.as_str()));
                called
            }
            Speaker::Country(country) => {
                let mut called = Called::of(Who::Country(*country), country.english_name());
                called.add(country.code());
                called
            }
        }
    }

    fn person(self, id: PersonId) -> Called<'a> {
        let record = &self.people[id.index()];
        let fields = &record.entry.fields;
        let mut called = Called::of(Who::Person(id), fields.name.as_str());
        fields.all_names().for_each(|name| called.add(name.as_str()));
        if let (Some(family), Some(given)) = (&fields.family, &fields.given) {
            called.add(&format!("{given} {family}"));
            called.add(&format!("{family} {given}"));
            called.add(&format!("{family}, {given}"));
        }
        let name = normalized(fields.name.as_str());
        match &fields.family {
            Some(family) => {
                let family = normalized(family.as_str());
                called.parts.extend(words(&family).map(str::to_owned));
                called.family.extend(words(&family).map(str::to_owned));
            }
            None => called.family.extend(words(&name).last().map(str::to_owned)),
        }
        for (office, body) in fields.offices.iter().zip(&record.office_organizations) {
            let bodies = body.map(|body| self.names(body)).unwrap_or_default();
            for name in std::iter::once(office.title.as_str()).chain(bodies) {
                called.about.extend(words(&normalized(name)).map(str::to_owned));
            }
        }
        called
    }

    fn names(self, body: OrganizationId) -> Vec<&'a str> {
        self.organizations[body.index()].entry.fields.all_names().map(|name| name.as_str()).collect()
    }
}

/// The speaker whose name the line is exactly.
fn exactly(called: &[Called<'_>], line: &str) -> NamedInLine {
    let mut found = called.iter().enumerate().filter(|(_, called)| called.is_named_by(line));
    match (found.next(), found.next()) {
        (Some((position, _)), None) => NamedInLine::Speaker(u32::try_from(position).unwrap_or(u32::MAX)),
        // The same speaker may be listed twice.
        (Some((position, one)), Some((_, other)))
            if one.who == other.who && found.all(|(_, more)| more.who == one.who) =>
        {
            NamedInLine::Speaker(u32::try_from(position).unwrap_or(u32::MAX))
        }
        (Some(_), Some(_)) => NamedInLine::Several,
        (None, _) => NamedInLine::Nobody,
    }
}

/// The speaker whom a line probably names.
fn nearly(called: &[Called<'_>], line: &str, written: &str) -> Option<NamedInLine> {
    if line.ends_with(['!', '?', '…', ',', ';']) || line.ends_with("...") || words(line).next().is_none() {
        return None;
    }
    let is_near = |called: &&Called<'_>| {
        called.is_nearly_named_by(line) || called.is_misspelt_in(line) || called.is_titled_in(written)
    };
    let mut near = called.iter().filter(is_near);
    if let Some(first) = near.next() {
        let is_one = near.all(|other| other.who == first.who);
        return Some(if is_one { NamedInLine::nearly(first.printed) } else { NamedInLine::Several });
    }
    let known: Vec<Vocabulary> = called.iter().map(Called::vocabulary).collect();
    let head = |text: &'_ str| text.split(SEPARATORS).next().unwrap_or_default().trim().to_owned();
    [line.to_owned(), head(line), normalized(&head(written))].iter().find_map(|line| {
        let is_name = words(line).count() <= 5 && line.chars().count() > 4 && !line.ends_with('.');
        let is_near = |known: &Vocabulary| known.nearest(line).is_some_and(|near| near.distance < NEAR);
        let mut near =
            called.iter().zip(&known).filter(|(_, known)| is_name && is_near(known)).map(|(called, _)| called);
        let first = near.next()?;
        let mut meant = near.chain(called.iter().filter(|called| called.may_be_meant_by(line)));
        let is_one = meant.all(|other| other.who == first.who);
        Some(if is_one { NamedInLine::nearly(first.printed) } else { NamedInLine::Several })
    })
}

/// The largest distance to a name, in hundredths of edits; beyond it, the line is more likely to be speech.
const NEAR: u32 = 400;

/// What the speakers of a statement are called.
#[derive(Debug)]
pub(crate) struct SpeakersCalled<'a> {
    chronicle: &'a Chronicle,
    called: Vec<Called<'a>>,
}

impl Chronicle {
    pub(crate) fn speakers_called(&self, id: StatementId) -> SpeakersCalled<'_> {
        let statement = &self[id];
        let records = Records { people: &self.resolved.people, organizations: &self.resolved.organizations };
        SpeakersCalled { chronicle: self, called: records.called(&statement.entry.fields, &statement.speakers) }
    }
}

impl SpeakersCalled<'_> {
    /// Resolves the name in a line `— Name`; `line` is the text after the dash. With `loosely`, misspelt names and
    /// names of other records are recognized too.
    pub(crate) fn named(&self, line: &str, loosely: bool) -> NamedInLine {
        let written = normalized(line);
        match exactly(&self.called, &written) {
            NamedInLine::Nobody if loosely => {}
            found => return found,
        }
        // The exact name of another record is not a misspelt name of a speaker.
        let mut are_there = self.called.iter().filter(|called| called.is_within(&written));
        let first = are_there.next();
        if are_there.any(|other| first.is_some_and(|first| first.who != other.who))
            && !written.ends_with(['!', '?', '…', '.'])
            && words(&written).count() <= 4 * MORE
        {
            return NamedInLine::Together;
        }
        // A country has names that are not the one by which it is printed.
        let country = Country::named(line.trim());
        if let Some(called) =
            self.called.iter().find(|called| country.is_some_and(|one| called.who == Who::Country(one)))
        {
            return NamedInLine::nearly(called.printed);
        }
        match self.other(line) {
            Some(Other::Speaker(printed)) => return NamedInLine::nearly(printed),
            Some(Other::Record(id)) => return NamedInLine::Other(id),
            None => {}
        }
        match nearly(&self.called, &written, line) {
            Some(NamedInLine::Nearly { speaker, .. }) => {
                NamedInLine::Nearly { speaker, other: self.nearest_other(line) }
            }
            found => found.unwrap_or(NamedInLine::Nobody),
        }
    }

    /// The id of the person who is no speaker here and whose name this is, if there is only one.
    pub(crate) fn somebody_else(&self, name: &str) -> Option<String> {
        let NameMatch::One(person) = self.chronicle.names.people.find(name.trim()) else { return None };
        let is_speaker = self.called.iter().any(|called| called.who == Who::Person(person));
        (!is_speaker).then(|| self.chronicle.id(Record::Person(person)).to_string())
    }

    /// The id of the person whose name is the nearest of all on record, if they are not a speaker.
    fn nearest_other(&self, line: &str) -> Option<String> {
        let head = line.split(SEPARATORS).next().unwrap_or_default().trim();
        self.somebody_else(&self.chronicle.names.people.nearest(head)?.word)
    }

    /// The person or organization that a name stands for.
    fn other(&self, line: &str) -> Option<Other<'_>> {
        let head = line.split([',', '(']).next().unwrap_or_default().trim();
        let is_sentence = line.ends_with(['.', '!', '?', '…']) || words(line).count() > MORE;
        let names = &self.chronicle.names;
        std::iter::once(line.trim()).chain((!is_sentence).then_some(head)).find_map(|name| {
            let (record, who) = match (names.people.find(name), names.organizations.find(name)) {
                (NameMatch::One(person), _) => (Record::Person(person), Some(Who::Person(person))),
                (_, NameMatch::One(body)) => (Record::Organization(body), None),
                _ => return None,
            };
            let speaker = self.called.iter().find(|called| Some(called.who) == who);
            Some(match speaker {
                Some(called) => Other::Speaker(called.printed),
                None => {
                    let id = self.chronicle.id(record);
                    Other::Record(if who.is_some() { id.to_string() } else { format!("{{organization: {id}}}") })
                }
            })
        })
    }
}

/// What a name on record stands for.
enum Other<'a> {
    /// A speaker, but not by a name that attributions use: an id, or a name with more beside it.
    Speaker(&'a str),
    /// Somebody or something else, as it would stand among the speakers.
    Record(String),
}
