//! The resolved model of a site: names resolved to records, relations with their inverses, indexes by year, topic,
//! speaker, country, organization, place and event.
//!
//! Only [`resolve`] creates a [`Chronicle`] and the ids that index it, so lookups by id cannot fail.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::sync::OnceLock;

use ahash::AHashMap;

use crate::address::Address;
use crate::diagnostic::Vocabulary;
use crate::entry::date::ListedYear;
use crate::entry::id::Id;
use crate::input::InputId;

mod attribution;
mod audience;
mod chains;
mod changes;
mod contradictions;
mod dates;
mod families;
mod former_ids;
mod gist;
mod hierarchy;
mod ids;
mod index;
mod link_helps;
mod links;
mod lookup;
mod names;
mod occasions;
mod record;
mod relation;
mod resolve;
mod resolver;
mod sorted;
mod speakers;
mod statements;
mod subject;
mod topics;
mod verified;

pub(crate) use attribution::NamedInLine;
pub(crate) use chains::{ChainLink, SHORT_CHAIN, near_in_chain};
pub(crate) use changes::{Change, ChangeKind};
pub(crate) use dates::Dates;
pub(crate) use gist::Gist;
pub(crate) use hierarchy::DEEPEST_TOPIC;
pub(crate) use ids::{EventId, OrganizationId, PageId, PersonId, PlaceId, StatementId, TopicId};
pub(crate) use index::Index as SubjectIndex;
pub(crate) use links::Target;
pub(crate) use lookup::{Lookup, RecordNames};
pub(crate) use record::{
    Event, OrText, Organization, Page, Party, Person, Place, Record, Resolved, Speaker, Statement, Topic,
};
pub(crate) use relation::{Relation, RelationKind};
pub use resolve::resolve;
pub use sorted::Drafts;
pub(crate) use subject::Role;
pub use subject::{Subject, SubjectKind};
pub(crate) use verified::Verified;

/// All records of a site, resolved.
#[derive(Debug)]
pub struct Chronicle {
    resolved: Resolved,
    indexes: index::Indexes,
    /// The record of each file, by the index of its `InputId`.
    by_input: Vec<Option<Record>>,
    by_id: AHashMap<Id, InputId>,
    /// Files of records with errors of their own.
    left_out: BTreeSet<InputId>,
    /// Whether one of them is a statement. Then a subject may lack its page only because that statement is missing.
    lacks_statements: bool,
    /// Former ids, each with the record that has them now.
    former: Vec<(Id, Record)>,
    /// The name tables, for commands that look names up.
    names: resolver::NameTables,
    /// The names of all records' files for suggestions, built when the first broken link is found.
    stems: OnceLock<Vocabulary>,
}

impl Deref for Chronicle {
    type Target = Resolved;

    fn deref(&self) -> &Resolved {
        &self.resolved
    }
}

impl Chronicle {
    /// The record that a file holds, if it is one without errors.
    pub(crate) fn record_of(&self, input: InputId) -> Option<Record> {
        self.by_input.get(input.index()).copied().flatten()
    }

    pub(crate) fn find(&self, id: &str) -> Option<Record> {
        self.record_of(*self.by_id.get(id)?)
    }

    /// Whether a file is that of a record with errors of its own.
    pub(crate) fn is_left_out(&self, input: InputId) -> bool {
        self.left_out.contains(&input)
    }

    /// Former ids, each with the record that has it now, in order.
    pub(crate) fn former_ids(&self) -> &[(Id, Record)] {
        &self.former
    }

    /// Every subject that a statement is listed under, in order, with its statements.
    pub(crate) fn subjects(&self) -> &BTreeMap<Subject, SubjectIndex> {
        &self.indexes.subjects
    }

    /// The statements listed under a subject, in the order of their dates.
    pub(crate) fn under(&self, subject: Subject) -> &[StatementId] {
        self.indexes.subjects.get(&subject).map_or(&[], |index| &index.statements)
    }

    /// The statements listed under an organization or country that it made itself.
    pub(crate) fn made_by(&self, subject: Subject) -> &[StatementId] {
        self.indexes.subjects.get(&subject).map_or(&[], |index| &index.own)
    }

    /// The statements listed under a subject by year, in order.
    pub(crate) fn years_under(&self, subject: Subject) -> &BTreeMap<ListedYear, Vec<StatementId>> {
        static NONE: BTreeMap<ListedYear, Vec<StatementId>> = BTreeMap::new();
        self.indexes.subjects.get(&subject).map_or(&NONE, |index| &index.years)
    }

    /// Who held an office of an organization, in the order of the people, with the position of the office among theirs.
    pub(crate) fn officers(&self, organization: OrganizationId) -> &[(PersonId, usize)] {
        &self.indexes.officers[organization.index()]
    }

    /// The statement at a position in the order of dates.
    pub(crate) fn statement_at(&self, position: usize) -> Option<StatementId> {
        (position < self.statements.len()).then(|| StatementId::new(position))
    }

    /// The statements before and after one in the order of dates: among all, or among those listed under a subject.
    pub(crate) fn neighbours(
        &self,
        id: StatementId,
        within: Option<Subject>,
    ) -> (Option<StatementId>, Option<StatementId>) {
        let Some(subject) = within else {
            let before = id.index().checked_sub(1).and_then(|position| self.statement_at(position));
            return (before, self.statement_at(id.index() + 1));
        };
        let ids = self.under(subject);
        let at = ids.partition_point(|other| *other < id);
        (at.checked_sub(1).and_then(|index| ids.get(index)).copied(), ids.get(at + 1).copied())
    }

    /// A subject by names that mean the same in every run: its kind, and its id or code.
    pub(crate) fn subject_key(&self, subject: Subject) -> (&'static str, &str) {
        let id = match subject.record() {
            Ok(record) => self.id(record).as_str(),
            Err(country) => country.code(),
        };
        (SubjectKind::of(subject).key(), id)
    }

    /// Whether a subject has a page: a statement is listed under it, or under a topic that is narrower.
    pub(crate) fn has_subject_page(&self, subject: Subject) -> bool {
        match subject {
            Subject::Topic(id) => self.has_page(id),
            other => !self.under(other).is_empty(),
        }
    }

    /// All statements by year, or by decade or century where the year is unknown; each statement once.
    pub(crate) fn years(&self) -> &BTreeMap<ListedYear, Vec<StatementId>> {
        &self.indexes.years
    }

    /// The statements of each day of the calendar, by month and day.
    pub(crate) fn days(&self) -> &BTreeMap<(u32, u32), Vec<StatementId>> {
        &self.indexes.days
    }

    /// The address of a record's page; none where no statement uses it, so that it has no page.
    pub(crate) fn address(&self, record: Record) -> Option<Address> {
        match record.role() {
            Role::Statement(id) => Some(self.statement_address(id).clone()),
            Role::Page(id) => Some(page_address(&self[id].entry.id)),
            Role::Subject(subject) => self.has_subject_page(subject).then(|| self.subject_address(subject)),
        }
    }

    pub(crate) fn statement_address(&self, id: StatementId) -> &Address {
        &self[id].address
    }
}

/// The address of a prose page; that of `home.md` is the home page, which it introduces.
pub(crate) fn page_address(id: &Id) -> Address {
    if id.as_str() == "home" { Address::home() } else { Address::page([id.as_str()]) }
}
