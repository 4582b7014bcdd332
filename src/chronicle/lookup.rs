//! What a single word stands for, as statements are resolved: for commands that are given one.

use std::iter::once;

use super::names::{Found, Names};
use super::{Chronicle, Record};
use crate::entry::authority::{Place, Topic};
use crate::entry::id::Id;
use crate::entry::shape::Text;
use crate::entry::{Entry, Kind};

/// What a word stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// The record with this id.
    One(Id),
    /// Several records, by their ids.
    Several(Vec<Id>),
    /// Nothing; help where a name is near: ``write `sergey-lavrov` ``.
    Nothing(Option<String>),
}

/// A record by all it can be called.
#[derive(Clone, Debug)]
pub struct Known<'a> {
    /// Its id.
    pub id: &'a Id,
    /// Its names, the one the chronicle prints first.
    pub names: Vec<&'a str>,
}

impl Chronicle {
    /// What a word stands for among the records of a kind. A record with errors of its own stands for itself by its id.
    pub fn look_up(&self, kind: Kind, word: &str) -> Lookup {
        match kind {
            Kind::Statement => self.among(&self.names.statements, word, Record::Statement),
            Kind::Person => self.among(&self.names.people, word, Record::Person),
            Kind::Organization => self.among(&self.names.organizations, word, Record::Organization),
            Kind::Topic => self.among(&self.names.topics, word, Record::Topic),
            Kind::Place => self.among(&self.names.places, word, Record::Place),
            Kind::Event => self.among(&self.names.events, word, Record::Event),
            Kind::Page => {
                let page = self.pages.iter().find(|page| page.id.as_str() == word);
                page.map_or(Lookup::Nothing(None), |page| Lookup::One(page.id.clone()))
            }
        }
    }

    fn among<I: Copy + Ord>(&self, names: &Names<I>, word: &str, record: fn(I) -> Record) -> Lookup {
        match names.find(word) {
            Found::One(one) | Found::Former(one, _) => Lookup::One(self.id(record(one)).clone()),
            Found::Many(many) => Lookup::Several(many.into_iter().map(|one| self.id(record(one)).clone()).collect()),
            Found::Absent => Id::new(word).map_or(Lookup::Nothing(None), Lookup::One),
            Found::None => Lookup::Nothing(names.help(word)),
        }
    }

    /// Every record with its id.
    pub fn all(&self) -> impl Iterator<Item = (Record, &Id)> {
        self.records().map(|(record, _, id, _)| (record, id))
    }

    /// The id of a record.
    pub fn id(&self, record: Record) -> &Id {
        match record {
            Record::Statement(id) => &self[id].entry.id,
            Record::Person(id) => &self[id].entry.id,
            Record::Organization(id) => &self[id].entry.id,
            Record::Topic(id) => &self[id].entry.id,
            Record::Place(id) => &self[id].id,
            Record::Event(id) => &self[id].entry.id,
            Record::Page(id) => &self[id].id,
        }
    }

    /// Hash (XXH3) of a record's file.
    pub fn hash_of(&self, record: Record) -> u64 {
        match record {
            Record::Statement(id) => self[id].entry.hash,
            Record::Person(id) => self[id].entry.hash,
            Record::Organization(id) => self[id].entry.hash,
            Record::Topic(id) => self[id].entry.hash,
            Record::Place(id) => self[id].hash,
            Record::Event(id) => self[id].entry.hash,
            Record::Page(id) => self[id].hash,
        }
    }

    /// The records of a kind with their names, in the order of their ids; of statements and pages, the titles.
    pub fn known<'a>(&'a self, kind: Kind) -> Vec<Known<'a>> {
        match kind {
            Kind::Statement => {
                let titles = self.statements.iter().map(|s| (&s.entry.id, s.entry.fields.title.as_str()));
                titles.map(|(id, title)| Known { id, names: vec![title] }).collect()
            }
            Kind::Person => {
                let people = self.people.iter().map(|person| &person.entry);
                people.map(|entry| known(&entry.id, entry.fields.all_names())).collect()
            }
            Kind::Organization => {
                let bodies = self.organizations.iter().map(|body| &body.entry);
                bodies.map(|entry| known(&entry.id, entry.fields.all_names())).collect()
            }
            Kind::Topic => {
                let topics = self.topics.iter().map(|topic| &topic.entry);
                let names = |entry: &'a Entry<Topic>| once(&entry.fields.label).chain(entry.fields.alt.as_slice());
                topics.map(|entry| known(&entry.id, names(entry))).collect()
            }
            Kind::Place => {
                let dated = |entry: &'a Entry<Place>| entry.fields.names.iter().map(|name| &name.name);
                let names = |entry: &'a Entry<Place>| once(&entry.fields.name).chain(dated(entry));
                self.places.iter().map(|entry| known(&entry.id, names(entry))).collect()
            }
            Kind::Event => {
                let events = self.events.iter().map(|event| &event.entry);
                events.map(|entry| known(&entry.id, once(&entry.fields.name))).collect()
            }
            Kind::Page => self.pages.iter().map(|entry| known(&entry.id, once(&entry.fields.title))).collect(),
        }
    }
}

fn known<'a>(id: &'a Id, names: impl Iterator<Item = &'a Text>) -> Known<'a> {
    Known { id, names: names.map(Text::as_str).collect() }
}
