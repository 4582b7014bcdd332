//! Records among the others: each contains what its file says, and the ids of the records that this names.

use std::ops::Index;

use super::{Chronicle, EventId, OrganizationId, PageId, PersonId, PlaceId, Relation, StatementId, TopicId};
use crate::address::Address;
use crate::entry::body::Quoted;
use crate::entry::country::Country;
use crate::entry::date::Date;
use crate::entry::{Entry, Kind, authority, statement};
use crate::input::InputId;
use crate::lock::Words;

macro_rules! records {
    ($($(#[doc = $doc:literal])+ $id:ident: $type:ty, $field:ident;)+) => {
        $(
            impl Index<$id> for Resolved {
                type Output = $type;

                fn index(&self, id: $id) -> &$type {
                    &self.$field[id.index()]
                }
            }

            impl Index<$id> for Chronicle {
                type Output = $type;

                fn index(&self, id: $id) -> &$type {
                    &self.resolved[id]
                }
            }
        )+

        /// All records of a site, each with the records that its names stand for. What only all of them together tell
        /// comes next, and makes a [`Chronicle`] of them.
        #[derive(Debug)]
        pub struct Resolved {
            $(pub(super) $field: Vec<$type>,)+
        }

        impl Resolved {
            $(
                $(#[doc = $doc])+
                pub fn $field(&self) -> impl DoubleEndedIterator<Item = $id> + ExactSizeIterator + use<> {
                    (0..self.$field.len()).map($id::new)
                }
            )+
        }
    };
}

records! {
    /// Every statement; in the order of their dates.
    StatementId: Statement, statements;
    /// Every person; in the order of their ids.
    PersonId: Person, people;
    /// Every organization; in the order of their ids.
    OrganizationId: Organization, organizations;
    /// Every topic; in the order of their ids.
    TopicId: Topic, topics;
    /// Every place; in the order of their ids.
    PlaceId: Entry<authority::Place>, places;
    /// Every event; in the order of their ids.
    EventId: Event, events;
    /// Every prose page; in the order of their ids.
    PageId: Entry<authority::Page>, pages;
}

/// Any record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Record {
    /// A statement.
    Statement(StatementId),
    /// A person.
    Person(PersonId),
    /// An organization.
    Organization(OrganizationId),
    /// A topic.
    Topic(TopicId),
    /// A place.
    Place(PlaceId),
    /// An event.
    Event(EventId),
    /// A prose page.
    Page(PageId),
}

impl Record {
    /// The file of the record.
    pub fn input(self, chronicle: &Chronicle) -> InputId {
        match self {
            Record::Statement(id) => chronicle[id].entry.input,
            Record::Person(id) => chronicle[id].entry.input,
            Record::Organization(id) => chronicle[id].entry.input,
            Record::Topic(id) => chronicle[id].entry.input,
            Record::Place(id) => chronicle[id].input,
            Record::Event(id) => chronicle[id].entry.input,
            Record::Page(id) => chronicle[id].input,
        }
    }

    /// What kind of record it is.
    pub fn kind(self) -> Kind {
        match self {
            Record::Statement(_) => Kind::Statement,
            Record::Person(_) => Kind::Person,
            Record::Organization(_) => Kind::Organization,
            Record::Topic(_) => Kind::Topic,
            Record::Place(_) => Kind::Place,
            Record::Event(_) => Kind::Event,
            Record::Page(_) => Kind::Page,
        }
    }

    /// The record as something that statements are listed under, if it is of such a kind.
    pub fn subject(self) -> Option<Subject> {
        match self {
            Record::Statement(_) | Record::Page(_) => None,
            Record::Person(id) => Some(Subject::Person(id)),
            Record::Organization(id) => Some(Subject::Organization(id)),
            Record::Topic(id) => Some(Subject::Topic(id)),
            Record::Place(id) => Some(Subject::Place(id)),
            Record::Event(id) => Some(Subject::Event(id)),
        }
    }
}

/// Anything that statements are listed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// Under a topic.
    Topic(TopicId),
    /// Under a speaker.
    Person(PersonId),
    /// Under a body that spoke, or was spoken about, for or to.
    Organization(OrganizationId),
    /// Under a country that spoke, or was spoken about or to.
    Country(Country),
    /// Under a place.
    Place(PlaceId),
    /// Under an occasion.
    Event(EventId),
}

impl Subject {
    /// The record of the subject, or the country, which has none.
    pub fn record(self) -> Result<Record, Country> {
        match self {
            Subject::Topic(id) => Ok(Record::Topic(id)),
            Subject::Person(id) => Ok(Record::Person(id)),
            Subject::Organization(id) => Ok(Record::Organization(id)),
            Subject::Country(country) => Err(country),
            Subject::Place(id) => Ok(Record::Place(id)),
            Subject::Event(id) => Ok(Record::Event(id)),
        }
    }
}

/// A statement among the others.
#[derive(Debug)]
pub struct Statement {
    /// What its file says.
    pub entry: Entry<statement::Statement>,
    /// Who spoke.
    pub speakers: Box<[Speaker]>,
    /// Its subject headings.
    pub topics: Box<[TopicId]>,
    /// Bodies spoken about.
    pub organizations: Box<[OrganizationId]>,
    /// To whom.
    pub audience: Box<[OrText<Party>]>,
    /// The occasion.
    pub event: Option<OrText<EventId>>,
    /// Where.
    pub place: Option<OrText<PlaceId>>,
    /// The organization that published each source, where there is a record of it. Empty where there is none.
    pub publishers: Box<[Option<OrganizationId>]>,
    /// Relations it asserts, and those that others assert of it, in the order of their kinds and dates.
    pub relations: Vec<Relation>,
    /// The numbers of its quotations' anchors, in order: 1 for `#q1`.
    pub anchors: Box<[u32]>,
    /// Whose words each quotation has by its last line `— Name`: the position among `speakers`. Empty where no quotation
    /// has such a line.
    pub attributed: Box<[Option<u32>]>,
    /// Where its page stands.
    pub address: Address,
}

/// A record, or a text where the chronicle has no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrText<I> {
    /// A record.
    Record(I),
    /// Only words.
    Text(Box<str>),
}

impl<I: Copy> OrText<I> {
    /// The record, if it is one.
    pub fn record(&self) -> Option<I> {
        match self {
            OrText::Record(id) => Some(*id),
            OrText::Text(_) => None,
        }
    }
}

/// Who spoke, in which office.
#[derive(Clone, Debug)]
pub enum Speaker {
    /// A person, with the position in the person's offices of the one spoken in.
    Person(PersonId, Option<usize>),
    /// An office, where the source names only that.
    Office {
        /// The office as the source names it.
        title: Box<str>,
        /// Its organization.
        organization: Option<OrganizationId>,
    },
    /// A body that speaks as one.
    Organization(OrganizationId),
    /// A state that speaks as one.
    Country(Country),
}

impl Speaker {
    /// Whether the two are one record, whatever office is spoken in. Two who are named by the same office only may be two
    /// people.
    pub(super) fn is(&self, other: &Speaker) -> bool {
        match (self, other) {
            (Speaker::Person(one, _), Speaker::Person(other, _)) => one == other,
            (Speaker::Organization(one), Speaker::Organization(other)) => one == other,
            (Speaker::Country(one), Speaker::Country(other)) => one == other,
            _ => false,
        }
    }
}

/// Someone spoken to, or taking part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// A person.
    Person(PersonId),
    /// An organization.
    Organization(OrganizationId),
    /// A country.
    Country(Country),
}

/// A person among the others.
#[derive(Debug)]
pub struct Person {
    /// What its file says.
    pub entry: Entry<authority::Person>,
    /// The organization of each office, in the order of `offices`.
    pub office_organizations: Vec<Option<OrganizationId>>,
}

/// A topic among the others.
#[derive(Debug)]
pub struct Topic {
    /// What its file says.
    pub entry: Entry<authority::Topic>,
    /// Broader topics.
    pub broader: Vec<TopicId>,
    /// Narrower topics, in the order of their labels.
    pub narrower: Vec<TopicId>,
    /// Related topics; a relation said by one side holds for both.
    pub related: Vec<TopicId>,
}

/// An organization among the others.
#[derive(Debug)]
pub struct Organization {
    /// What its file says.
    pub entry: Entry<authority::Organization>,
    /// The body it is part of.
    pub parent: Option<OrganizationId>,
}

/// An event among the others.
#[derive(Debug)]
pub struct Event {
    /// What its file says.
    pub entry: Entry<authority::Event>,
    /// Where.
    pub place: Option<OrText<PlaceId>>,
    /// Who held it.
    pub host: Option<OrText<Party>>,
    /// Who took part.
    pub participants: Vec<OrText<Party>>,
}

impl Statement {
    /// When it was said.
    pub fn date(&self) -> &Date {
        &self.entry.fields.date
    }

    /// The hashes (XXH3) of its quotations, as they are attributed.
    pub fn quotation_hashes(&self) -> impl Iterator<Item = u64> {
        self.quotation_words().map(|words| words.read)
    }

    /// The words of its quotations, as they are attributed and as they could be.
    pub fn quotation_words(&self) -> impl Iterator<Item = Words> {
        words(&self.entry.body.quotations, &self.attributed)
    }

    /// Whether the record was withdrawn.
    pub fn is_withdrawn(&self) -> bool {
        self.entry.fields.withdrawn.is_some()
    }
}

/// The words of quotations, given whose words each has by its last line.
pub(super) fn words(quotations: &[Quoted], attributed: &[Option<u32>]) -> impl Iterator<Item = Words> {
    quotations.iter().enumerate().map(|(number, quotation)| {
        let has_speaker = attributed.get(number).is_some_and(Option::is_some);
        match quotation.attributed {
            Some(apart) if has_speaker => {
                Words { read: apart, others: [Some(quotation.hash), quotation.before], is_attributed: true }
            }
            apart => Words { read: quotation.hash, others: [apart, quotation.before], is_attributed: false },
        }
    })
}
