//! The chronicle as a page sees it. Every access is recorded as a [`Dependency`], so that no page lists its dependencies by
//! hand.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Index;

use rustc_hash::{FxBuildHasher, FxHashSet};

use crate::address::Address;
use crate::checks::{Pictures, Proof, Proofs};
use crate::chronicle::{
    ChainLink, Change, Chronicle, Dates, EventId, Gist, OrganizationId, PageId, PersonId, Record, StatementId, Subject,
    SubjectIndex, Target, TopicId,
};
use crate::entry::Head;
use crate::entry::date::ListedYear;
use crate::entry::id::Id;
use crate::incremental::dependency::{Dependency, of_record, of_subject};
use crate::input::{InputId, Inputs};
use crate::name::name;
use crate::picture::Size;

/// A chronicle that records every access to it.
#[derive(Debug)]
pub(crate) struct Tracked<'a> {
    chronicle: &'a Chronicle,
    proofs: &'a Proofs,
    pictures: &'a Pictures,
    inputs: &'a Inputs,
    noted: RefCell<Vec<Dependency>>,
}

impl<'a, I: Copy + Into<Record>> Index<I> for Tracked<'a>
where
    Chronicle: Index<I>,
{
    type Output = <Chronicle as Index<I>>::Output;

    fn index(&self, id: I) -> &Self::Output {
        self.note_record(id.into());
        &self.chronicle[id]
    }
}

impl<'a> Tracked<'a> {
    pub(crate) fn of(
        chronicle: &'a Chronicle,
        proofs: &'a Proofs,
        pictures: &'a Pictures,
        inputs: &'a Inputs,
    ) -> Tracked<'a> {
        Tracked { chronicle, proofs, pictures, inputs, noted: RefCell::default() }
    }

    pub(crate) fn note(&self, dependency: Dependency) {
        let mut noted = self.noted.borrow_mut();
        if noted.last() != Some(&dependency) {
            noted.push(dependency);
        }
    }

    /// Records the dependencies of a cached fragment.
    pub(crate) fn note_all(&self, dependencies: &[Dependency]) {
        self.noted.borrow_mut().extend_from_slice(dependencies);
    }

    /// Records a dependency on the bytes of a file.
    pub(crate) fn note_text(&self, input: InputId) {
        self.note(Dependency::Text(name(self.inputs.get(input).path())));
    }

    /// Records a dependency on the words of a statement's quotations, for callers that read nothing else of its text.
    pub(crate) fn note_quotations(&self, id: StatementId) {
        self.note_of(Dependency::Quotations, id);
    }

    fn note_record(&self, record: Record) {
        self.note(Dependency::Record(of_record(record, self.chronicle)));
    }

    fn note_of(&self, dependency: fn(u64) -> Dependency, statement: StatementId) {
        self.note(dependency(of_record(statement.into(), self.chronicle)));
    }

    fn note_about(&self, dependency: fn(u64) -> Dependency, subject: Subject) {
        self.note(dependency(of_subject(subject, self.chronicle)));
    }

    /// The recorded dependencies, each once.
    pub(crate) fn noted(self) -> Box<[Dependency]> {
        let mut noted = self.noted.into_inner();
        let mut seen = FxHashSet::with_capacity_and_hasher(noted.len(), FxBuildHasher);
        noted.retain(|dependency| seen.insert(*dependency));
        noted.into()
    }

    /// A record, for as long as the chronicle is there.
    pub(crate) fn get<I: Copy + Into<Record>>(&self, id: I) -> &'a <Chronicle as Index<I>>::Output
    where
        Chronicle: Index<I>,
    {
        self.note_record(id.into());
        &self.chronicle[id]
    }

    /// The title and date of a statement, its topics, and whether it was withdrawn, for callers that use nothing else of it.
    pub(crate) fn gist(&self, id: StatementId) -> Gist<'a> {
        self.note_of(Dependency::Gist, id);
        self.chronicle.gist(id)
    }

    /// What every record has, of this one.
    pub(crate) fn head(&self, record: Record) -> Head<'a> {
        self.note_record(record);
        self.chronicle.head(record)
    }

    pub(crate) fn statements(&self) -> impl DoubleEndedIterator<Item = StatementId> + ExactSizeIterator + use<> {
        self.note(Dependency::Statements);
        self.chronicle.statements()
    }

    pub(crate) fn people(&self) -> impl DoubleEndedIterator<Item = PersonId> + ExactSizeIterator + use<> {
        self.note(Dependency::People);
        self.chronicle.people()
    }

    pub(crate) fn topics(&self) -> impl DoubleEndedIterator<Item = TopicId> + ExactSizeIterator + use<> {
        self.note(Dependency::Topics);
        self.chronicle.topics()
    }

    pub(crate) fn pages(&self) -> impl DoubleEndedIterator<Item = PageId> + ExactSizeIterator + use<> {
        self.note(Dependency::Pages);
        self.chronicle.pages()
    }

    pub(crate) fn years(&self) -> &'a BTreeMap<ListedYear, Vec<StatementId>> {
        self.note(Dependency::Years);
        self.chronicle.years()
    }

    /// The same, with the dates of all that is in it: whoever divides a long list looks at each, but a page shows few.
    pub(crate) fn dated_years(&self) -> (&'a BTreeMap<ListedYear, Vec<StatementId>>, Dates<'a>) {
        (self.years(), self.chronicle.dates())
    }

    pub(crate) fn days(&self) -> &'a BTreeMap<(u32, u32), Vec<StatementId>> {
        self.note(Dependency::Days);
        self.chronicle.days()
    }

    pub(crate) fn subjects(&self) -> &'a BTreeMap<Subject, SubjectIndex> {
        self.note(Dependency::Subjects);
        self.chronicle.subjects()
    }

    pub(crate) fn under(&self, subject: Subject) -> &'a [StatementId] {
        self.note_about(Dependency::Under, subject);
        self.chronicle.under(subject)
    }

    /// Those of the statements under a subject that it made itself.
    pub(crate) fn made_by(&self, subject: Subject) -> &'a [StatementId] {
        self.note_about(Dependency::Under, subject);
        self.chronicle.made_by(subject)
    }

    pub(crate) fn years_under(&self, subject: Subject) -> &'a BTreeMap<ListedYear, Vec<StatementId>> {
        self.note_about(Dependency::Under, subject);
        self.chronicle.years_under(subject)
    }

    /// The same, with the dates of all that is in it.
    pub(crate) fn dated_years_under(
        &self,
        subject: Subject,
    ) -> (&'a BTreeMap<ListedYear, Vec<StatementId>>, Dates<'a>) {
        (self.years_under(subject), self.chronicle.dates())
    }

    pub(crate) fn subjects_of(&self, id: StatementId) -> &'a [Subject] {
        self.note_of(Dependency::SubjectsOf, id);
        self.chronicle.subjects_of(id)
    }

    /// The bodies and states that made a statement themselves.
    pub(crate) fn speaking(&self, id: StatementId) -> impl Iterator<Item = Subject> {
        self.note_of(Dependency::SubjectsOf, id);
        self.chronicle.speaking(id)
    }

    pub(crate) fn by_year(&self, ids: &[StatementId]) -> BTreeMap<ListedYear, Vec<StatementId>> {
        ids.iter().for_each(|id| self.note_record((*id).into()));
        self.chronicle.by_year(ids)
    }

    /// The statements before and after one in the chronicle.
    pub(crate) fn neighbours(&self, id: StatementId) -> (Option<StatementId>, Option<StatementId>) {
        self.note_of(Dependency::Neighbours, id);
        self.chronicle.neighbours(id, None)
    }

    /// The statements before and after one under a topic.
    pub(crate) fn neighbours_under(
        &self,
        id: StatementId,
        topic: TopicId,
    ) -> (Option<StatementId>, Option<StatementId>) {
        self.note_of(Dependency::NeighboursUnder, id);
        self.chronicle.neighbours(id, Some(Subject::Topic(topic)))
    }

    /// The statements before and after one at an event.
    pub(crate) fn neighbours_at(&self, id: StatementId, event: EventId) -> (Option<StatementId>, Option<StatementId>) {
        self.note_of(Dependency::NeighboursAt, id);
        self.chronicle.neighbours(id, Some(Subject::Event(event)))
    }

    /// All that happened to the record, oldest first.
    pub(crate) fn changes(&self) -> &'a [Change] {
        self.note(Dependency::Changes);
        self.chronicle.changes()
    }

    /// What happened to the statements under a subject, oldest first.
    pub(crate) fn changes_under(&self, subject: Subject) -> Vec<Change> {
        self.note_about(Dependency::ChangesUnder, subject);
        self.chronicle.changes_under(subject)
    }

    /// Who held an office of an organization, with the position of the office among theirs.
    pub(crate) fn officers(&self, organization: OrganizationId) -> &'a [(PersonId, usize)] {
        self.note(Dependency::Officers(of_record(organization.into(), self.chronicle)));
        self.chronicle.officers(organization)
    }

    /// The chain that a statement belongs to.
    pub(crate) fn members(&self, of: StatementId) -> &'a [StatementId] {
        self.note_of(Dependency::Chain, of);
        self.chronicle.members(of)
    }

    /// The same, for callers that use only its length and the neighbours of the statement.
    pub(crate) fn members_around(&self, of: StatementId) -> &'a [StatementId] {
        self.note_of(Dependency::ChainAround, of);
        self.chronicle.members(of)
    }

    /// The chains that some statements belong to, longest first.
    pub(crate) fn chains_of(&self, statements: &[StatementId]) -> Vec<&'a [StatementId]> {
        self.note(Dependency::Chains);
        self.chronicle.chains_of(statements)
    }

    /// A statement of a chain as it follows another one.
    pub(crate) fn link(&self, statement: StatementId, before: Option<StatementId>) -> ChainLink {
        self.note_record(statement.into());
        before.into_iter().for_each(|before| self.note_record(before.into()));
        self.chronicle.link(statement, before)
    }

    /// How many statements each topic and all narrower ones have; noted by those who look at the topics.
    pub(crate) fn totals(&self) -> Vec<usize> {
        self.chronicle.topics().for_each(|id| {
            self.note_record(id.into());
            self.note_about(Dependency::Under, Subject::Topic(id));
        });
        self.chronicle.totals()
    }

    /// The chronicle, for callers that use the ids of all statements in chains.
    pub(crate) fn with_chains(&self) -> &'a Chronicle {
        self.note(Dependency::Chains);
        self.chronicle
    }

    pub(crate) fn former_ids(&self) -> &'a [(Id, Record)] {
        self.note(Dependency::Former);
        self.chronicle.former_ids()
    }

    /// Records the dependencies of a link to a subject: the record that names it, and whether it has a page.
    pub(crate) fn note_link(&self, subject: Subject) {
        if let Ok(record) = subject.record() {
            self.note_record(record);
        }
        self.note_about(Dependency::HasPage, subject);
    }

    /// Whether a subject has a page.
    pub(crate) fn has_page(&self, subject: Subject) -> bool {
        self.note_about(Dependency::HasPage, subject);
        self.chronicle.has_subject_page(subject)
    }

    pub(crate) fn address(&self, record: Record) -> Option<Address> {
        if let Some(subject) = record.subject() {
            self.note_about(Dependency::HasPage, subject);
        }
        self.chronicle.address(record)
    }

    /// The address of a statement: its id, by which it was found.
    pub(crate) fn statement_address(&self, id: StatementId) -> &'a Address {
        self.chronicle.statement_address(id)
    }

    /// The address of a subject: its id, by which it was found.
    pub(crate) fn subject_address(&self, subject: Subject) -> Address {
        self.chronicle.subject_address(subject)
    }

    /// The target of a link. It does not change while there is a page for it; a link without a published target may get one
    /// in any run.
    pub(crate) fn target(&self, inputs: &Inputs, from: InputId, destination: &str) -> Option<Target> {
        let target = self.chronicle.target(inputs, from, destination);
        match &target {
            Some(Target::Page(address, _)) => self.note(Dependency::has(address)),
            Some(Target::Fragment(_) | Target::File(_) | Target::Address(_)) => {}
            None => self.note(Dependency::Unknown),
        }
        target
    }

    /// The size of a picture by its name below `static/`; none where its file does not say it.
    pub(crate) fn picture(&self, file: &str) -> Option<Size> {
        let path = format!("static/{file}");
        self.note(Dependency::Picture(name(&path)));
        self.pictures.size(self.inputs.find(&path)?)
    }

    /// The same chronicle, without recorded dependencies.
    pub(crate) fn fresh(&self) -> Tracked<'a> {
        Tracked::of(self.chronicle, self.proofs, self.pictures, self.inputs)
    }

    /// The positions of the sources that the quotations of a statement were checked against.
    pub(crate) fn proven_by(&self, id: StatementId) -> &'a [u32] {
        self.note_of(Dependency::Proof, id);
        self.proofs.sources(id)
    }

    /// The positions of the quotations of a statement that its source has in the turns of others.
    pub(crate) fn in_turns_of_others(&self, id: StatementId) -> &'a [u32] {
        self.note_of(Dependency::Proof, id);
        self.proofs.in_turns_of_others(id)
    }

    /// The positions of the sources that the quotations of a statement were checked against, with the places of the quotations. Callers also read the texts, and record that.
    pub(crate) fn proof(&self, id: StatementId) -> Option<&'a Proof> {
        self.note_of(Dependency::Proof, id);
        self.proofs.of(id)
    }

    /// The same, for callers that use the places alone.
    pub(crate) fn passages(&self, id: StatementId) -> Option<&'a Proof> {
        self.note_of(Dependency::Passages, id);
        self.proofs.of(id)
    }

    /// The chronicle, for callers that do not use the content of records.
    pub(crate) fn ids(&self) -> &'a Chronicle {
        self.chronicle
    }
}
