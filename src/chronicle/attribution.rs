//! Whose words a quotation has by its last line `— Name`: those of a speaker of its statement whom the line names, and
//! of nobody else. Any other line is words of the speaker, however it begins: in many languages direct speech begins
//! with a dash.

use std::collections::BTreeSet;

use super::names::Found;
use super::{Chronicle, Organization, OrganizationId, Person, PersonId, Record, Speaker, StatementId};
use crate::diagnostic::Vocabulary;
use crate::entry::body::Quoted;
use crate::entry::country::Country;
use crate::entry::date::Date;
use crate::entry::folded::Folded;
use crate::entry::id::Id;
use crate::entry::statement;

/// Whom a line `— Name` of a quotation names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// The speaker at this position.
    Speaker(u32),
    /// Speakers who share the name.
    Several,
    /// More than one speaker.
    Together,
    /// Probably the speaker whom the chronicle calls so.
    Nearly(String),
    /// A record that is none of the speakers.
    Other(Id),
    /// Nobody: the line is words.
    Nobody,
}

/// The records that speakers can be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Records<'a> {
    pub(super) people: &'a [Person],
    pub(super) organizations: &'a [Organization],
}

impl<'a> Records<'a> {
    /// Whose words each quotation of a statement has by its last line, as positions among the speakers; empty where no
    /// quotation has such a line.
    pub(super) fn attributed(
        self,
        fields: &'a statement::Statement,
        quotations: &'a [Quoted],
        speakers: &'a [Speaker],
    ) -> Box<[Option<u32>]> {
        // A line with no words before it attributes nothing.
        let name = |quoted: &'a Quoted| Some(&quoted.last_line().filter(|_| !quoted.is_empty[1])?.name);
        if quotations.iter().all(|quoted| name(quoted).is_none()) {
            return Box::default();
        }
        let called = self.called(fields, speakers);
        let of = |quoted| match exactly(&called, &normal(name(quoted)?)) {
            Named::Speaker(position) => Some(position),
            _ => None,
        };
        let attributed: Vec<Option<u32>> = quotations.iter().map(of).collect();
        if attributed.iter().all(Option::is_none) { Box::default() } else { attributed.into() }
    }

    /// What each speaker is called.
    fn called(self, fields: &'a statement::Statement, speakers: &'a [Speaker]) -> Vec<Called<'a>> {
        let mut called: Vec<Called<'a>> = speakers.iter().map(|speaker| self.of(speaker, &fields.date)).collect();
        // How the source prints the name says something only where there is one.
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
                    called.about.extend(words(&normal(name)).map(str::to_owned));
                }
                called.about.extend(words(&normal(title)).map(str::to_owned));
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
        }
        if let Some(family) = &fields.family {
            called.parts.extend(words(&normal(family.as_str())).map(str::to_owned));
        }
        for (office, body) in fields.offices.iter().zip(&record.office_organizations) {
            let bodies = body.map(|body| self.names(body)).unwrap_or_default();
            for name in std::iter::once(office.title.as_str()).chain(bodies) {
                called.about.extend(words(&normal(name)).map(str::to_owned));
            }
        }
        called
    }

    fn names(self, body: OrganizationId) -> Vec<&'a str> {
        self.organizations[body.index()].entry.fields.all_names().map(|name| name.as_str()).collect()
    }
}

/// Who a speaker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who<'a> {
    Person(PersonId),
    Office(&'a str, Option<OrganizationId>),
    Organization(OrganizationId),
    Country(Country),
}

/// What a speaker is called.
#[derive(Debug)]
struct Called<'a> {
    who: Who<'a>,
    /// As the chronicle prints it.
    printed: &'a str,
    /// All names as they are compared.
    names: Vec<String>,
    /// The words of all names.
    parts: BTreeSet<String>,
    /// The words of the offices, and of the bodies these are of.
    about: BTreeSet<String>,
}

impl<'a> Called<'a> {
    fn of(who: Who<'a>, printed: &'a str) -> Called<'a> {
        let mut called = Called { who, printed, names: Vec::new(), parts: BTreeSet::new(), about: BTreeSet::new() };
        called.add(printed);
        called
    }

    fn add(&mut self, name: &str) {
        let name = normal(name);
        self.parts.extend(words(&name).map(str::to_owned));
        if !self.names.contains(&name) && words(&name).next().is_some() {
            self.names.push(name);
        }
    }

    /// Whether a line is one of the names, with nothing beside it but an office: `Ann Lee, Minister of Trade`,
    /// `Minister Ann Lee`.
    fn is_named_by(&self, line: &str) -> bool {
        let is_office = |part: &str| {
            let mut count = 0;
            words(part).all(|word| (count += 1, self.about.contains(word)).1) && count > 0
        };
        let is_closed = line.ends_with(|last: char| last.is_alphanumeric() || ")）".contains(last));
        self.names.iter().any(|name| {
            let after = line.strip_prefix(name.as_str()).map(str::trim_start);
            let before = line.strip_suffix(name.as_str()).filter(|before| before.ends_with([' ', ',', '-']));
            line == name
                || after.is_some_and(|after| is_closed && after.starts_with(SEPARATORS) && is_office(after))
                || before.is_some_and(is_office)
        })
    }

    /// Whether one of the names stands somewhere in a line.
    fn is_within(&self, line: &str) -> bool {
        let is_word = |letter: Option<char>| letter.is_some_and(is_of_word);
        self.names.iter().any(|name| {
            line.match_indices(name.as_str()).any(|(at, _)| {
                !is_word(line[..at].chars().next_back()) && !is_word(line[at + name.len()..].chars().next())
            })
        })
    }

    /// Whether a line is nearly one of the names: a part of one, one with titles of courtesy, or one with more beside it.
    fn is_nearly_named_by(&self, line: &str) -> bool {
        let all: Vec<&str> = words(line).collect();
        let is_part = |word: &str| self.parts.contains(word);
        let is_initial = |word: &str| word.chars().count() == 1 && self.parts.iter().any(|part| part.starts_with(word));
        let is_beside = |word: &str| self.about.contains(word) || COURTESY.contains(&word);
        let is_long = |word: &str| word.chars().count() > 2 || !word.is_ascii();
        if all.iter().all(|word| is_part(word) || is_initial(word) || is_beside(word))
            && all.iter().any(|word| is_part(word) && is_long(word))
        {
            return true;
        }
        self.names.iter().any(|name| {
            let is_edge = |letter: Option<char>| letter.is_none_or(|letter| !is_of_word(letter) || !letter.is_ascii());
            let begins = line.strip_prefix(name.as_str()).is_some_and(|rest| is_edge(rest.chars().next()));
            let ends = line.strip_suffix(name.as_str()).is_some_and(|rest| is_edge(rest.chars().next_back()));
            let more = all.len().saturating_sub(words(name).count());
            // A patronymic may stand between the words of a name.
            let has_all = more <= 2 && words(name).count() > 1 && words(name).all(|word| all.contains(&word));
            (begins || ends || has_all) && more <= MORE && (more == 0 || !line.ends_with('.'))
        })
    }
}

/// What parts a name from an office.
const SEPARATORS: [char; 9] = [',', '(', '-', ';', '،', '、', '，', '（', '؛'];

/// A line with so many words beside a name is a sentence.
const MORE: usize = 8;

/// Words by which people are addressed.
const COURTESY: [&str; 24] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "he",
    "hon",
    "excellency",
    "m",
    "mme",
    "herr",
    "frau",
    "sr",
    "sra",
    "г",
    "господин",
    "госпожа",
    "the",
];

/// Whom a line names exactly.
fn exactly(called: &[Called<'_>], line: &str) -> Named {
    let mut found = called.iter().enumerate().filter(|(_, called)| called.is_named_by(line));
    match (found.next(), found.next()) {
        (Some((position, _)), None) => Named::Speaker(u32::try_from(position).unwrap_or(u32::MAX)),
        // Somebody who is named twice is one speaker.
        (Some((position, one)), Some((_, other)))
            if one.who == other.who && found.all(|(_, more)| more.who == one.who) =>
        {
            Named::Speaker(u32::try_from(position).unwrap_or(u32::MAX))
        }
        (Some(_), Some(_)) => Named::Several,
        (None, _) => Named::Nobody,
    }
}

/// The speaker whom a line probably names.
fn nearly<'a>(called: &[Called<'a>], line: &str, written: &str) -> Option<&'a str> {
    if line.ends_with(['!', '?', '…', ',', ';']) || line.ends_with("...") || words(line).next().is_none() {
        return None;
    }
    if let Some(near) = called.iter().find(|called| called.is_nearly_named_by(line)) {
        return Some(near.printed);
    }
    let names = || called.iter().flat_map(|called| called.names.iter().map(String::as_str));
    let known = Vocabulary::of(names());
    let head = |text: &'_ str| text.split(SEPARATORS).next().unwrap_or_default().trim().to_owned();
    [line.to_owned(), head(line), normal(&head(written))].iter().find_map(|line| {
        let is_name = words(line).count() <= 5 && line.chars().count() > 4 && !line.ends_with('.');
        let near = known.nearest(line).filter(|near| is_name && near.distance < NEAR)?;
        Some(called.iter().find(|called| called.names.iter().any(|name| **name == *near.word))?.printed)
    })
}

/// What is farther from all names, in hundredths of edits, is more likely to be said by somebody.
const NEAR: u32 = 400;

/// A name as it is compared: marks and white space in one form, letters with their marks as one, letter case ignored.
fn normal(name: &str) -> String {
    let folded = Folded::of(name);
    folded.as_str().trim().to_lowercase()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !is_of_word(letter)).filter(|word| !word.is_empty())
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || unicode_normalization::char::is_combining_mark(letter)
}

/// What the speakers of a statement are called.
#[derive(Debug)]
pub struct SpeakersCalled<'a> {
    chronicle: &'a Chronicle,
    called: Vec<Called<'a>>,
}

impl Chronicle {
    /// What the speakers of a statement are called.
    pub fn speakers_called(&self, id: StatementId) -> SpeakersCalled<'_> {
        let statement = &self[id];
        let records = Records { people: &self.people, organizations: &self.organizations };
        SpeakersCalled { chronicle: self, called: records.called(&statement.entry.fields, &statement.speakers) }
    }
}

impl SpeakersCalled<'_> {
    /// Whom a line `— Name` names, given what stands after the dash; `loosely` also where it is not written as on record,
    /// or the name of somebody else.
    pub fn named(&self, line: &str, loosely: bool) -> Named {
        let written = normal(line);
        match exactly(&self.called, &written) {
            Named::Nobody if loosely => {}
            found => return found,
        }
        // Somebody else's name that is written right is not a speaker's that is written wrong.
        let mut are_there = self.called.iter().filter(|called| called.is_within(&written));
        let first = are_there.next();
        if are_there.any(|other| first.is_some_and(|first| first.who != other.who))
            && !written.ends_with(['!', '?', '…', '.'])
            && words(&written).count() <= 4 * MORE
        {
            return Named::Together;
        }
        match self.other(line) {
            Some(Other::Speaker(printed)) => return Named::Nearly(printed.to_owned()),
            Some(Other::Record(id)) => return Named::Other(id),
            None => {}
        }
        nearly(&self.called, &written, line).map_or(Named::Nobody, |near| Named::Nearly(near.to_owned()))
    }

    /// The person or body that a name stands for.
    fn other(&self, line: &str) -> Option<Other<'_>> {
        let head = line.split([',', '(']).next().unwrap_or_default().trim();
        let is_sentence = line.ends_with(['.', '!', '?', '…']) || words(line).count() > MORE;
        let names = &self.chronicle.names;
        std::iter::once(line.trim()).chain((!is_sentence).then_some(head)).find_map(|name| {
            let (record, who) = match (names.people.find(name), names.organizations.find(name)) {
                (Found::One(person), _) => (Record::Person(person), Some(Who::Person(person))),
                (_, Found::One(body)) => (Record::Organization(body), None),
                _ => return None,
            };
            let speaker = self.called.iter().find(|called| Some(called.who) == who);
            Some(match speaker {
                Some(called) => Other::Speaker(called.printed),
                None => Other::Record(self.chronicle.id(record).clone()),
            })
        })
    }
}

/// What a name on record stands for.
enum Other<'a> {
    /// A speaker, who is not called so in quotations: an id, or a name with more beside it.
    Speaker(&'a str),
    /// Somebody or something else.
    Record(Id),
}
