//! What the entries mean together: each name resolved, each relation known from both ends, indexes by year, topic,
//! speaker, country, body, place and occasion.
//!
//! Only [`resolve`] makes a [`Chronicle`] and the ids it is read with; after it no lookup can fail.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Index;
use std::sync::OnceLock;

use crate::address::Address;
use crate::diagnostic::Vocabulary;
use crate::entry::country::Country;
use crate::entry::date::{Date, Gap};
use crate::entry::id::Id;
use crate::entry::statement::Asserter;
use crate::entry::{Entry, Kind, authority, statement};
use crate::input::InputId;

mod clean;
mod index;
mod links;
mod lookup;
mod names;
mod resolve;
mod statements;
mod topics;

pub use clean::Clean;
pub use index::Index as SubjectIndex;
pub use links::Target;
pub use lookup::{Known, Lookup};
pub use resolve::{Drafts, resolve};

macro_rules! records {
    ($($(#[doc = $doc:literal])+ $id:ident: $type:ty, $field:ident;)+) => {
        $(
            $(#[doc = $doc])+
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $id(u32);

            impl $id {
                fn new(index: usize) -> $id {
                    $id(u32::try_from(index).unwrap_or(u32::MAX))
                }

                /// The position in the list of its kind.
                pub fn index(self) -> usize {
                    self.0 as usize
                }
            }

            impl Index<$id> for Chronicle {
                type Output = $type;

                fn index(&self, id: $id) -> &$type {
                    &self.$field[id.index()]
                }
            }
        )+

        impl Chronicle {
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
    /// A statement; in the order of their dates.
    StatementId: Statement, statements;
    /// A person; in the order of their ids.
    PersonId: Person, people;
    /// An organization; in the order of their ids.
    OrganizationId: Organization, organizations;
    /// A topic; in the order of their ids.
    TopicId: Topic, topics;
    /// A place; in the order of their ids.
    PlaceId: Entry<authority::Place>, places;
    /// An event; in the order of their ids.
    EventId: Event, events;
    /// A prose page; in the order of their ids.
    PageId: Entry<authority::Page>, pages;
}

/// All records of a site, resolved.
#[derive(Debug)]
pub struct Chronicle {
    statements: Vec<Statement>,
    people: Vec<Person>,
    organizations: Vec<Organization>,
    topics: Vec<Topic>,
    places: Vec<Entry<authority::Place>>,
    events: Vec<Event>,
    pages: Vec<Entry<authority::Page>>,
    /// What each file holds, by its position.
    by_input: Vec<Option<Record>>,
    by_id: HashMap<Id, InputId>,
    /// Files of records with errors of their own.
    left_out: BTreeSet<InputId>,
    /// Whether one of them is a statement: what it would have been listed under may have no page for that alone.
    lacks_statements: bool,
    subjects: BTreeMap<Subject, SubjectIndex>,
    /// What each statement is listed under.
    subjects_of: Vec<Box<[Subject]>>,
    years: BTreeMap<i32, Vec<StatementId>>,
    days: BTreeMap<(u32, u32), Vec<StatementId>>,
    /// Former ids, each with the record that has them now.
    former: Vec<(Id, Record)>,
    /// What each word stands for.
    names: resolve::AllNames,
    /// The paths of all files, prepared for help when the first link leads to none.
    paths: OnceLock<Vocabulary>,
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
    /// Under a body spoken about, spoken for, or spoken to.
    Organization(OrganizationId),
    /// Under a country spoken about or to.
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
    pub audience: Box<[Party]>,
    /// The occasion.
    pub event: Option<OrText<EventId>>,
    /// Where.
    pub place: Option<OrText<PlaceId>>,
    /// Relations it asserts, and those that others assert of it, in the order of their kinds and dates.
    pub relations: Vec<Relation>,
    /// The numbers of its quotations' anchors, in order: 1 for `#q1`.
    pub anchors: Box<[u32]>,
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

/// The kinds of relation between statements; each has an inverse, which is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RelationKind {
    /// Says again.
    Reiterates,
    /// Answers.
    RespondsTo,
    /// Refers to.
    Cites,
    /// Brings up to date.
    Updates,
    /// Departs from.
    DepartsFrom,
}

impl RelationKind {
    /// The key in front matter, or that of the inverse.
    pub fn key(self, inverse: bool) -> &'static str {
        match (self, inverse) {
            (RelationKind::Reiterates, false) => "reiterates",
            (RelationKind::Reiterates, true) => "reiterated_by",
            (RelationKind::RespondsTo, false) => "responds_to",
            (RelationKind::RespondsTo, true) => "responded_to_by",
            (RelationKind::Cites, false) => "cites",
            (RelationKind::Cites, true) => "cited_by",
            (RelationKind::Updates, false) => "updates",
            (RelationKind::Updates, true) => "updated_by",
            (RelationKind::DepartsFrom, false) => "departs_from",
            (RelationKind::DepartsFrom, true) => "departed_from_by",
        }
    }
}

/// A relation as seen from one of its ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// What it is.
    pub kind: RelationKind,
    /// Whether the other statement asserts it.
    pub inverse: bool,
    /// The other statement.
    pub other: StatementId,
    /// Who asserts it.
    pub by: Asserter,
    /// Why, or in which words.
    pub note: Option<Box<str>>,
}

/// One statement of a chain of reiterations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The statement.
    pub statement: StatementId,
    /// Time since the one before it in the chain.
    pub gap: Option<Gap>,
    /// Who says that it reiterates an earlier one; the first of a chain reiterates none.
    pub by: Option<Asserter>,
    /// Why, or in which words.
    pub note: Option<Box<str>>,
}

impl Statement {
    /// When it was said.
    pub fn date(&self) -> &Date {
        &self.entry.fields.date
    }

    /// Whether the record was withdrawn.
    pub fn is_withdrawn(&self) -> bool {
        self.entry.fields.withdrawn.is_some()
    }

    fn reiterations(&self) -> impl Iterator<Item = &Relation> {
        self.relations.iter().filter(|relation| relation.kind == RelationKind::Reiterates)
    }
}

impl Chronicle {
    /// The record that a file holds, if it is one without errors.
    pub fn record_of(&self, input: InputId) -> Option<Record> {
        self.by_input.get(input.index()).copied().flatten()
    }

    /// The record with an id.
    pub fn find(&self, id: &str) -> Option<Record> {
        self.record_of(*self.by_id.get(id)?)
    }

    /// Whether a file is that of a record with errors of its own.
    pub fn is_left_out(&self, input: InputId) -> bool {
        self.left_out.contains(&input)
    }

    /// Former ids, each with the record that has it now, in order.
    pub fn former_ids(&self) -> &[(Id, Record)] {
        &self.former
    }

    /// Every subject that a statement is listed under, in order, with its statements.
    pub fn subjects(&self) -> &BTreeMap<Subject, SubjectIndex> {
        &self.subjects
    }

    /// The statements listed under a subject, in the order of their dates.
    pub fn under(&self, subject: Subject) -> &[StatementId] {
        self.subjects.get(&subject).map_or(&[], |index| &index.statements)
    }

    /// The statements listed under a subject by year, in order.
    pub fn years_under(&self, subject: Subject) -> &BTreeMap<i32, Vec<StatementId>> {
        static NONE: BTreeMap<i32, Vec<StatementId>> = BTreeMap::new();
        self.subjects.get(&subject).map_or(&NONE, |index| &index.years)
    }

    /// The statement at a position in the order of dates.
    pub fn statement_at(&self, position: usize) -> Option<StatementId> {
        (position < self.statements.len()).then(|| StatementId::new(position))
    }

    /// The statements of each year that has any, in order.
    pub fn years(&self) -> &BTreeMap<i32, Vec<StatementId>> {
        &self.years
    }

    /// The statements of each day of the calendar, by month and day.
    pub fn days(&self) -> &BTreeMap<(u32, u32), Vec<StatementId>> {
        &self.days
    }

    /// The chain of reiterations a statement belongs to, oldest first: all that it reiterates or that reiterate it,
    /// over any number of steps. Only the statement itself where there is none.
    pub fn chain(&self, of: StatementId) -> Vec<Link> {
        let (mut found, mut open) = (vec![of], vec![of]);
        while let Some(id) = open.pop() {
            for relation in self[id].reiterations() {
                if !found.contains(&relation.other) {
                    found.push(relation.other);
                    open.push(relation.other);
                }
            }
        }
        // Ids are in the order of dates.
        found.sort_unstable();
        let mut before: Option<StatementId> = None;
        let links = found.into_iter().map(|statement| {
            let asserted = self[statement].reiterations().find(|relation| !relation.inverse);
            let gap = before.and_then(|before| crate::entry::date::gap(self[before].date(), self[statement].date()));
            before = Some(statement);
            let note = asserted.and_then(|relation| relation.note.clone());
            Link { statement, gap, by: asserted.map(|relation| relation.by), note }
        });
        links.collect()
    }

    /// The chains among `statements`, longest first; each chain once.
    pub fn chains(&self, statements: &[StatementId]) -> Vec<Vec<Link>> {
        let mut seen = BTreeSet::new();
        let mut chains = Vec::new();
        for id in statements {
            if !seen.contains(id) && self[*id].reiterations().next().is_some() {
                let chain = self.chain(*id);
                seen.extend(chain.iter().map(|link| link.statement));
                chains.push(chain);
            }
        }
        chains.sort_by_key(|chain| (std::cmp::Reverse(chain.len()), chain.first().map(|link| link.statement)));
        chains
    }

    /// The address of a record's page; none where no statement uses it, so that it has no page.
    pub fn address(&self, record: Record) -> Option<Address> {
        let subject = match record {
            Record::Statement(id) => return Some(self.statement_address(id).clone()),
            Record::Page(id) => return Some(page_address(&self[id].id)),
            Record::Person(id) => Subject::Person(id),
            Record::Organization(id) => Subject::Organization(id),
            Record::Topic(id) => return self.has_page(id).then(|| self.subject_address(Subject::Topic(id))),
            Record::Place(id) => Subject::Place(id),
            Record::Event(id) => Subject::Event(id),
        };
        self.subjects.contains_key(&subject).then(|| self.subject_address(subject))
    }

    /// A topic has a page when a statement uses it or a narrower one.
    pub fn has_page(&self, topic: TopicId) -> bool {
        self.subjects.contains_key(&Subject::Topic(topic))
            || self[topic].narrower.iter().any(|below| self.has_page(*below))
    }

    /// The address of a statement.
    pub fn statement_address(&self, id: StatementId) -> &Address {
        &self[id].address
    }

    /// The address of a subject's page, whether or not it has one.
    pub fn subject_address(&self, subject: Subject) -> Address {
        match subject {
            Subject::Topic(id) => Address::page(["topics", self[id].entry.id.as_str()]),
            Subject::Person(id) => Address::page(["people", self[id].entry.id.as_str()]),
            Subject::Organization(id) => Address::page(["organizations", self[id].entry.id.as_str()]),
            Subject::Country(country) => Address::page(["countries", &country.code().to_lowercase()]),
            Subject::Place(id) => Address::page(["places", self[id].id.as_str()]),
            Subject::Event(id) => Address::page(["events", self[id].entry.id.as_str()]),
        }
    }
}

/// The address of a prose page; that of `home.md` is the home page, which it introduces.
pub fn page_address(id: &Id) -> Address {
    if id.as_str() == "home" { Address::home() } else { Address::page([id.as_str()]) }
}
