//! Facts by names that mean the same in every run, as they are kept.

use std::sync::OnceLock;

use bitcode::{Decode, Encode};
use rustc_hash::FxHashMap;

use crate::chronicle::{Chronicle, Record, Subject};
use crate::entry::country::Country;
use crate::input::InputId;
use crate::pages::Site;
use crate::pages::facts::Fact;

/// A fact; records, files and templates by their positions among [`Names`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Decode, Encode)]
pub(crate) enum Key {
    Record(u32),
    Text(u32),
    Card(u32),
    Proof(u32),
    SubjectsOf(u32),
    Under(SubjectName),
    HasPage(SubjectName),
    Neighbours(u32),
    NeighboursUnder(u32, u32),
    NeighboursAt(u32, u32),
    Statements,
    People,
    Topics,
    Pages,
    Subjects,
    Years,
    Days,
    Officers(u32),
    Chain(u32),
    ChainAround(u32),
    Chains,
    Former,
    Has(u32, u32),
    Indexable,
    Template(u32, u32),
    Unsettled,
}

/// A subject by the position of its id, or a country by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Decode, Encode)]
pub(crate) enum SubjectName {
    /// A record.
    Record(u32),
    /// A country.
    Country(Country),
}

/// Ids of records, paths of files and names of templates, each once: facts have most of them in common.
#[derive(Debug)]
pub(crate) struct Names {
    /// The position of the first of them.
    first: usize,
    positions: FxHashMap<Named, u32>,
    names: Vec<Box<str>>,
}

/// What has a name.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Named {
    Record(Record),
    File(InputId),
}

impl Names {
    /// Names at positions from `first` on.
    pub(crate) fn after(first: usize) -> Names {
        Names { first, positions: FxHashMap::default(), names: Vec::new() }
    }

    /// The names, in the order of their positions.
    pub(crate) fn into_list(self) -> Vec<Box<str>> {
        self.names
    }

    fn of(&mut self, named: Named, site: &Site<'_>) -> u32 {
        *self.positions.entry(named).or_insert_with(|| {
            self.names.push(match named {
                Named::Record(record) => site.chronicle.id(record).as_str().into(),
                Named::File(input) => site.inputs.get(input).path().into(),
            });
            // Four thousand million names would not have fitted into memory before.
            u32::try_from(self.first + self.names.len() - 1).unwrap_or(u32::MAX)
        })
    }

    fn of_subject(&mut self, subject: Subject, site: &Site<'_>) -> SubjectName {
        match subject.record() {
            Ok(record) => SubjectName::Record(self.of(Named::Record(record), site)),
            Err(country) => SubjectName::Country(country),
        }
    }
}

impl Key {
    /// The key of a fact.
    pub(crate) fn of(fact: Fact, site: &Site<'_>, names: &mut Names) -> Key {
        let mut id = |record: Record| names.of(Named::Record(record), site);
        match fact {
            Fact::Record(record) => Key::Record(id(record)),
            Fact::Text(input) => Key::Text(names.of(Named::File(input), site)),
            Fact::Card(statement) => Key::Card(id(Record::Statement(statement))),
            Fact::Proof(statement) => Key::Proof(id(Record::Statement(statement))),
            Fact::SubjectsOf(statement) => Key::SubjectsOf(id(Record::Statement(statement))),
            Fact::Under(subject) => Key::Under(names.of_subject(subject, site)),
            Fact::HasPage(subject) => Key::HasPage(names.of_subject(subject, site)),
            Fact::Neighbours(statement) => Key::Neighbours(id(Record::Statement(statement))),
            Fact::NeighboursUnder(statement, topic) => {
                Key::NeighboursUnder(id(Record::Statement(statement)), id(Record::Topic(topic)))
            }
            Fact::NeighboursAt(statement, event) => {
                Key::NeighboursAt(id(Record::Statement(statement)), id(Record::Event(event)))
            }
            Fact::Statements => Key::Statements,
            Fact::People => Key::People,
            Fact::Topics => Key::Topics,
            Fact::Pages => Key::Pages,
            Fact::Subjects => Key::Subjects,
            Fact::Years => Key::Years,
            Fact::Days => Key::Days,
            Fact::Officers(body) => Key::Officers(id(Record::Organization(body))),
            Fact::Chain(statement) => Key::Chain(id(Record::Statement(statement))),
            Fact::ChainAround(statement) => Key::ChainAround(id(Record::Statement(statement))),
            Fact::Chains => Key::Chains,
            Fact::Former => Key::Former,
            Fact::Has(low, high) => Key::Has(low, high),
            Fact::Indexable => Key::Indexable,
            Fact::Template(low, high) => Key::Template(low, high),
            Fact::Unsettled => Key::Unsettled,
        }
    }

    /// The same key where names have moved to other positions.
    pub(crate) fn renamed(self, to: &mut dyn FnMut(u32) -> u32) -> Key {
        let subject = |name, to: &mut dyn FnMut(u32) -> u32| match name {
            SubjectName::Record(at) => SubjectName::Record(to(at)),
            SubjectName::Country(_) => name,
        };
        match self {
            Key::Record(at) => Key::Record(to(at)),
            Key::Text(at) => Key::Text(to(at)),
            Key::Card(at) => Key::Card(to(at)),
            Key::Proof(at) => Key::Proof(to(at)),
            Key::SubjectsOf(at) => Key::SubjectsOf(to(at)),
            Key::Under(name) => Key::Under(subject(name, to)),
            Key::HasPage(name) => Key::HasPage(subject(name, to)),
            Key::Neighbours(at) => Key::Neighbours(to(at)),
            Key::Officers(at) => Key::Officers(to(at)),
            Key::Chain(at) => Key::Chain(to(at)),
            Key::ChainAround(at) => Key::ChainAround(to(at)),
            Key::NeighboursUnder(at, topic) => Key::NeighboursUnder(to(at), to(topic)),
            Key::NeighboursAt(at, event) => Key::NeighboursAt(to(at), to(event)),
            Key::Statements
            | Key::People
            | Key::Topics
            | Key::Pages
            | Key::Subjects
            | Key::Years
            | Key::Days
            | Key::Chains
            | Key::Former
            | Key::Has(..)
            | Key::Indexable
            | Key::Template(..)
            | Key::Unsettled => self,
        }
    }

    /// The fact; nothing where what it speaks of is gone, or of another kind now.
    pub(crate) fn fact(self, site: &Site<'_>, meanings: &Meanings<'_>) -> Option<Fact> {
        let record = |at| meanings.record(at, site.chronicle);
        let statement = |at| match record(at)? {
            Record::Statement(id) => Some(id),
            _ => None,
        };
        let subject = |name| match name {
            SubjectName::Record(at) => record(at)?.subject(),
            SubjectName::Country(country) => Some(Subject::Country(country)),
        };
        Some(match self {
            // The record of this id may be of another kind now: then its file is another, too, which the fingerprint tells.
            Key::Record(at) => Fact::Record(record(at)?),
            Key::Card(at) => Fact::Card(statement(at)?),
            Key::Proof(at) => Fact::Proof(statement(at)?),
            Key::SubjectsOf(at) => Fact::SubjectsOf(statement(at)?),
            Key::Neighbours(at) => Fact::Neighbours(statement(at)?),
            Key::Chain(at) => Fact::Chain(statement(at)?),
            Key::ChainAround(at) => Fact::ChainAround(statement(at)?),
            Key::NeighboursUnder(at, topic) => match record(topic)? {
                Record::Topic(topic) => Fact::NeighboursUnder(statement(at)?, topic),
                _ => return None,
            },
            Key::NeighboursAt(at, event) => match record(event)? {
                Record::Event(event) => Fact::NeighboursAt(statement(at)?, event),
                _ => return None,
            },
            Key::Officers(at) => match record(at)? {
                Record::Organization(body) => Fact::Officers(body),
                _ => return None,
            },
            Key::Text(at) => Fact::Text(site.inputs.find(meanings.name(at)?)?),
            Key::Under(name) => Fact::Under(subject(name)?),
            Key::HasPage(name) => Fact::HasPage(subject(name)?),
            Key::Statements => Fact::Statements,
            Key::People => Fact::People,
            Key::Topics => Fact::Topics,
            Key::Pages => Fact::Pages,
            Key::Subjects => Fact::Subjects,
            Key::Years => Fact::Years,
            Key::Days => Fact::Days,
            Key::Chains => Fact::Chains,
            Key::Former => Fact::Former,
            Key::Has(low, high) => Fact::Has(low, high),
            Key::Indexable => Fact::Indexable,
            Key::Template(low, high) => Fact::Template(low, high),
            Key::Unsettled => Fact::Unsettled,
        })
    }
}

/// What names of an earlier run stand for now.
#[derive(Debug)]
pub(crate) struct Meanings<'a> {
    names: &'a [Box<str>],
    /// The record of each id that was asked for.
    records: Vec<OnceLock<Option<Record>>>,
}

impl<'a> Meanings<'a> {
    /// Prepares to look names up.
    pub(crate) fn of(names: &'a [Box<str>]) -> Meanings<'a> {
        Meanings { names, records: std::iter::repeat_with(OnceLock::new).take(names.len()).collect() }
    }

    fn name(&self, at: u32) -> Option<&'a str> {
        self.names.get(at as usize).map(|name| &**name)
    }

    fn record(&self, at: u32, chronicle: &Chronicle) -> Option<Record> {
        *self.records.get(at as usize)?.get_or_init(|| chronicle.find(self.name(at)?))
    }
}
