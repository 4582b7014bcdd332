//! The chronicle as one page reads it. Every look at it is noted, so that afterwards it is known what the page was made
//! from, and whether it has to be made again; no page says this by hand, so none can say it wrong.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Index;

use rustc_hash::{FxBuildHasher, FxHashSet};

use super::facts::Fact;
use crate::address::Address;
use crate::checks::{Proof, Proofs};
use crate::chronicle::{
    ChainLink, Chronicle, EventId, OrganizationId, PageId, PersonId, Record, StatementId, Subject, SubjectIndex,
    Target, TopicId,
};
use crate::entry::Head;
use crate::entry::date::ListedYear;
use crate::entry::id::Id;
use crate::input::{InputId, Inputs};

/// A chronicle, and what was looked at in it.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    chronicle: &'a Chronicle,
    proofs: &'a Proofs,
    noted: RefCell<Vec<Fact>>,
}

impl<'a, I: Copy + Into<Fact>> Index<I> for Reading<'a>
where
    Chronicle: Index<I>,
{
    type Output = <Chronicle as Index<I>>::Output;

    fn index(&self, id: I) -> &Self::Output {
        self.note(id.into());
        &self.chronicle[id]
    }
}

impl<'a> Reading<'a> {
    pub(super) fn of(chronicle: &'a Chronicle, proofs: &'a Proofs) -> Reading<'a> {
        Reading { chronicle, proofs, noted: RefCell::default() }
    }

    /// Notes what something was made from.
    pub(super) fn note(&self, fact: Fact) {
        let mut noted = self.noted.borrow_mut();
        if noted.last() != Some(&fact) {
            noted.push(fact);
        }
    }

    /// What was noted, each once.
    pub(super) fn noted(self) -> Box<[Fact]> {
        let mut noted = self.noted.into_inner();
        let mut seen = FxHashSet::with_capacity_and_hasher(noted.len(), FxBuildHasher);
        noted.retain(|fact| seen.insert(*fact));
        noted.into()
    }

    /// A record, for as long as the chronicle is there.
    pub(super) fn get<I: Copy + Into<Fact>>(&self, id: I) -> &'a <Chronicle as Index<I>>::Output
    where
        Chronicle: Index<I>,
    {
        self.note(id.into());
        &self.chronicle[id]
    }

    /// What every record has, of this one.
    pub(super) fn head(&self, record: Record) -> Head<'a> {
        self.note(record.into());
        self.chronicle.head(record)
    }

    pub(super) fn statements(&self) -> impl DoubleEndedIterator<Item = StatementId> + ExactSizeIterator + use<> {
        self.note(Fact::Statements);
        self.chronicle.statements()
    }

    pub(super) fn people(&self) -> impl DoubleEndedIterator<Item = PersonId> + ExactSizeIterator + use<> {
        self.note(Fact::People);
        self.chronicle.people()
    }

    pub(super) fn topics(&self) -> impl DoubleEndedIterator<Item = TopicId> + ExactSizeIterator + use<> {
        self.note(Fact::Topics);
        self.chronicle.topics()
    }

    pub(super) fn pages(&self) -> impl DoubleEndedIterator<Item = PageId> + ExactSizeIterator + use<> {
        self.note(Fact::Pages);
        self.chronicle.pages()
    }

    pub(super) fn years(&self) -> &'a BTreeMap<ListedYear, Vec<StatementId>> {
        self.note(Fact::Years);
        self.chronicle.years()
    }

    pub(super) fn days(&self) -> &'a BTreeMap<(u32, u32), Vec<StatementId>> {
        self.note(Fact::Days);
        self.chronicle.days()
    }

    pub(super) fn subjects(&self) -> &'a BTreeMap<Subject, SubjectIndex> {
        self.note(Fact::Subjects);
        self.chronicle.subjects()
    }

    pub(super) fn under(&self, subject: Subject) -> &'a [StatementId] {
        self.note(Fact::Under(subject));
        self.chronicle.under(subject)
    }

    /// Those of the statements under a subject that it made itself.
    pub(super) fn made_by(&self, subject: Subject) -> &'a [StatementId] {
        self.note(Fact::Under(subject));
        self.chronicle.made_by(subject)
    }

    pub(super) fn years_under(&self, subject: Subject) -> &'a BTreeMap<ListedYear, Vec<StatementId>> {
        self.note(Fact::Under(subject));
        self.chronicle.years_under(subject)
    }

    pub(super) fn subjects_of(&self, id: StatementId) -> &'a [Subject] {
        self.note(Fact::SubjectsOf(id));
        self.chronicle.subjects_of(id)
    }

    /// The bodies and states that made a statement themselves.
    pub(super) fn speaking(&self, id: StatementId) -> impl Iterator<Item = Subject> {
        self.note(Fact::SubjectsOf(id));
        self.chronicle.speaking(id)
    }

    pub(super) fn by_year(&self, ids: &[StatementId]) -> BTreeMap<ListedYear, Vec<StatementId>> {
        ids.iter().for_each(|id| self.note((*id).into()));
        self.chronicle.by_year(ids)
    }

    /// The statements before and after one in the chronicle.
    pub(super) fn neighbours(&self, id: StatementId) -> (Option<StatementId>, Option<StatementId>) {
        self.note(Fact::Neighbours(id));
        self.chronicle.neighbours(id, None)
    }

    /// The statements before and after one under a topic.
    pub(super) fn neighbours_under(
        &self,
        id: StatementId,
        topic: TopicId,
    ) -> (Option<StatementId>, Option<StatementId>) {
        self.note(Fact::NeighboursUnder(id, topic));
        self.chronicle.neighbours(id, Some(Subject::Topic(topic)))
    }

    /// The statements before and after one at an event.
    pub(super) fn neighbours_at(&self, id: StatementId, event: EventId) -> (Option<StatementId>, Option<StatementId>) {
        self.note(Fact::NeighboursAt(id, event));
        self.chronicle.neighbours(id, Some(Subject::Event(event)))
    }

    /// Who held an office of an organization, with the position of the office among theirs.
    pub(super) fn officers(&self, organization: OrganizationId) -> &'a [(PersonId, usize)] {
        self.note(Fact::Officers(organization));
        self.chronicle.officers(organization)
    }

    /// The chain that a statement belongs to.
    pub(super) fn members(&self, of: StatementId) -> &'a [StatementId] {
        self.note(Fact::Chain(of));
        self.chronicle.members(of)
    }

    /// The same, of which nothing is looked at but its length and what is near the statement.
    pub(super) fn members_around(&self, of: StatementId) -> &'a [StatementId] {
        self.note(Fact::ChainAround(of));
        self.chronicle.members(of)
    }

    /// The chains that some statements belong to, longest first.
    pub(super) fn chains_of(&self, statements: &[StatementId]) -> Vec<&'a [StatementId]> {
        self.note(Fact::Chains);
        self.chronicle.chains_of(statements)
    }

    /// A statement of a chain as it follows another one.
    pub(super) fn link(&self, statement: StatementId, before: Option<StatementId>) -> ChainLink {
        self.note(statement.into());
        before.into_iter().for_each(|before| self.note(before.into()));
        self.chronicle.link(statement, before)
    }

    /// How many statements each topic and all narrower ones have; noted by those who look at the topics.
    pub(super) fn totals(&self) -> Vec<usize> {
        self.chronicle.topics().for_each(|id| {
            self.note(id.into());
            self.note(Fact::Under(Subject::Topic(id)));
        });
        self.chronicle.totals()
    }

    /// The chronicle for what looks at the ids of all statements in chains.
    pub(super) fn with_chains(&self) -> &'a Chronicle {
        self.note(Fact::Chains);
        self.chronicle
    }

    pub(super) fn former_ids(&self) -> &'a [(Id, Record)] {
        self.note(Fact::Former);
        self.chronicle.former_ids()
    }

    /// Notes what a link to a subject is made from: the record that names it, and whether it has a page.
    pub(super) fn note_link(&self, subject: Subject) {
        if let Ok(record) = subject.record() {
            self.note(record.into());
        }
        self.note(Fact::HasPage(subject));
    }

    /// Whether a subject has a page.
    pub(super) fn has_page(&self, subject: Subject) -> bool {
        self.note(Fact::HasPage(subject));
        self.chronicle.has_subject_page(subject)
    }

    pub(super) fn address(&self, record: Record) -> Option<Address> {
        if let Some(subject) = record.subject() {
            self.note(Fact::HasPage(subject));
        }
        self.chronicle.address(record)
    }

    /// The address of a statement: its id, by which it was found.
    pub(super) fn statement_address(&self, id: StatementId) -> &'a Address {
        self.chronicle.statement_address(id)
    }

    /// The address of a subject: its id, by which it was found.
    pub(super) fn subject_address(&self, subject: Subject) -> Address {
        self.chronicle.subject_address(subject)
    }

    /// Where a link leads. What a path stands for does not change while there is a page for it; a link that leads to
    /// nothing that is published may lead somewhere at any time.
    pub(super) fn target(&self, inputs: &Inputs, from: InputId, destination: &str) -> Option<Target> {
        let target = self.chronicle.target(inputs, from, destination);
        match &target {
            Some(Target::Page(address, _)) => self.note(Fact::has(address)),
            Some(Target::Fragment(_) | Target::File(_)) => {}
            None => self.note(Fact::Unsettled),
        }
        target
    }

    /// The same, with nothing noted yet.
    pub(super) fn anew(&self) -> Reading<'a> {
        Reading::of(self.chronicle, self.proofs)
    }

    /// The positions of the sources that the quotations of a statement were checked against.
    pub(super) fn proven_by(&self, id: StatementId) -> &'a [u32] {
        self.note(Fact::Proof(id));
        self.proofs.sources(id)
    }

    /// The same, with where the quotations stand. Whoever looks at that reads the texts as well, and notes them.
    pub(super) fn proof(&self, id: StatementId) -> Option<&'a Proof> {
        self.note(Fact::Proof(id));
        self.proofs.of(id)
    }

    /// The chronicle for what does not look at what records say.
    pub(super) fn ids(&self) -> &'a Chronicle {
        self.chronicle
    }
}
