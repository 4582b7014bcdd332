//! Fingerprints of dependencies: a hash that changes if a [`Dependency`] does.
//!
//! Records are destructured exhaustively, so that the compiler reports a new field that is not hashed.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use super::dependency::Dependency;
use crate::checks::{Pictures, Proofs};
use crate::chronicle::{
    Change, Chronicle, Event, Gist, OrText, Organization, OrganizationId, Page, Party, Person, Place, PlaceId, Record,
    Relation, Speaker, Statement, StatementId, Subject, Topic,
};
use crate::entry::Entry;
use crate::entry::country::Country;
use crate::input::{InputId, Inputs, Stamp};
use crate::name::{Name, name};
use crate::plan::{PageKind, Plan};
use crate::theme::Theme;

/// The data that pages depend on, with an index from the names of dependencies.
#[derive(Debug)]
pub(crate) struct Sources<'a, K> {
    chronicle: &'a Chronicle,
    proofs: &'a Proofs,
    pictures: &'a Pictures,
    inputs: &'a Inputs,
    theme: &'a Theme,
    plan: &'a Plan<K>,
    records: OnceLock<FxHashMap<Name, Option<Record>>>,
    files: OnceLock<FxHashMap<Name, Option<InputId>>>,
}

impl<'a, K> Sources<'a, K> {
    /// The data that the pages of a plan depend on.
    pub(crate) fn of(
        chronicle: &'a Chronicle,
        proofs: &'a Proofs,
        pictures: &'a Pictures,
        inputs: &'a Inputs,
        theme: &'a Theme,
        plan: &'a Plan<K>,
    ) -> Sources<'a, K> {
        Sources { chronicle, proofs, pictures, inputs, theme, plan, records: OnceLock::new(), files: OnceLock::new() }
    }

    fn record_named(&self, name: Name) -> Option<Record> {
        let all = || self.chronicle.all().map(|(record, id)| (self::name(id.as_str()), record));
        self.records.get_or_init(|| by_name(all())).get(&name).copied().flatten()
    }

    fn statement_named(&self, name: Name) -> Option<StatementId> {
        match self.record_named(name)? {
            Record::Statement(id) => Some(id),
            _ => None,
        }
    }

    fn subject_named(&self, name: Name) -> Option<Subject> {
        match self.record_named(name) {
            Some(record) => record.subject(),
            None => Country::all().find(|country| self::name(country.code()) == name).map(Subject::Country),
        }
    }

    fn file_named(&self, name: Name) -> Option<InputId> {
        let all = || self.inputs.all().map(|(input, file)| (self::name(file.path()), input));
        self.files.get_or_init(|| by_name(all())).get(&name).copied().flatten()
    }
}

/// An index by name. Two items with the same hash are both left out: what depends on either is rendered in each run.
fn by_name<T>(all: impl Iterator<Item = (Name, T)>) -> FxHashMap<Name, Option<T>> {
    let mut named: FxHashMap<Name, Option<T>> = FxHashMap::default();
    for (name, of) in all {
        named.entry(name).and_modify(|of| *of = None).or_insert(Some(of));
    }
    named
}

impl<K: PageKind> Sources<'_, K> {
    /// The fingerprint of a dependency; `None` where it is gone, or unknown.
    pub(super) fn fingerprint(&self, dependency: Dependency) -> Option<u64> {
        let chronicle = &self.chronicle;
        let mut hash = Xxh3::new();
        match dependency {
            Dependency::Record(name) => self.record(&mut hash, self.record_named(name)?),
            Dependency::Gist(name) => {
                let Gist { title, date, topics, is_withdrawn } = chronicle.gist(self.statement_named(name)?);
                (title, date, is_withdrawn).hash(&mut hash);
                topics.iter().for_each(|topic| chronicle[*topic].entry.id.hash(&mut hash));
            }
            Dependency::Text(name) => self.text(self.file_named(name)?).hash(&mut hash),
            Dependency::Quotations(name) => {
                let quotations = chronicle[self.statement_named(name)?].entry.body.quotations.iter();
                quotations.for_each(|quoted| quoted.fingerprint.hash(&mut hash));
            }
            Dependency::Picture(name) => self.pictures.size(self.file_named(name)?).hash(&mut hash),
            Dependency::Proof(name) => {
                let id = self.statement_named(name)?;
                (self.proofs.sources(id), self.proofs.in_turns_of_others(id)).hash(&mut hash);
            }
            Dependency::Passages(name) => {
                let proof = self.proofs.of(self.statement_named(name)?);
                for one in proof.iter().flat_map(|proof| &proof.quotations) {
                    (one.source, &one.passages).hash(&mut hash);
                }
            }
            Dependency::SubjectsOf(name) => {
                let id = self.statement_named(name)?;
                chronicle.subjects_of(id).iter().for_each(|subject| chronicle.subject_key(*subject).hash(&mut hash));
                chronicle.speaking(id).for_each(|subject| (true, chronicle.subject_key(subject)).hash(&mut hash));
            }
            Dependency::Under(name) => {
                let subject = self.subject_named(name)?;
                self.dated_ids(&mut hash, chronicle.under(subject));
                self.ids(&mut hash, chronicle.made_by(subject));
                for (year, ids) in chronicle.years_under(subject) {
                    (year, ids.len()).hash(&mut hash);
                }
            }
            Dependency::HasPage(name) => chronicle.has_subject_page(self.subject_named(name)?).hash(&mut hash),
            Dependency::Neighbours(name) => self.neighbours(&mut hash, self.statement_named(name)?, None),
            Dependency::NeighboursUnder(name) => {
                let id = self.statement_named(name)?;
                let topics = chronicle[id].topics.iter();
                topics.for_each(|topic| self.neighbours(&mut hash, id, Some(Subject::Topic(*topic))));
            }
            Dependency::NeighboursAt(name) => {
                let id = self.statement_named(name)?;
                let event = chronicle[id].event.as_ref().and_then(OrText::record);
                event.into_iter().for_each(|event| self.neighbours(&mut hash, id, Some(Subject::Event(event))));
            }
            Dependency::Officers(name) => {
                let Record::Organization(id) = self.record_named(name)? else { return None };
                let officers = chronicle.officers(id).iter();
                officers.for_each(|(person, office)| (&chronicle[*person].entry.id, office).hash(&mut hash));
            }
            Dependency::Chain(name) => self.ids(&mut hash, chronicle.members(self.statement_named(name)?)),
            Dependency::ChainAround(name) => {
                let (count, shown) = chronicle.around(self.statement_named(name)?);
                count.hash(&mut hash);
                shown.iter().for_each(|(at, id)| (at, &chronicle[*id].entry.id).hash(&mut hash));
            }
            Dependency::HasAddress(name) => self.plan.has_name(name).hash(&mut hash),
            Dependency::Template(name) => self.theme.fingerprint(name)?.hash(&mut hash),
            Dependency::Statements => self.ids(&mut hash, &chronicle.statements().collect::<Vec<_>>()),
            Dependency::People => chronicle.people().for_each(|id| chronicle[id].entry.id.hash(&mut hash)),
            Dependency::Topics => chronicle.topics().for_each(|id| chronicle[id].entry.id.hash(&mut hash)),
            Dependency::Pages => chronicle.pages().for_each(|id| chronicle[id].entry.id.hash(&mut hash)),
            Dependency::Subjects => {
                for (subject, index) in chronicle.subjects() {
                    (chronicle.subject_key(*subject), index.statements.len(), index.own.len()).hash(&mut hash);
                }
            }
            Dependency::Years => {
                for (year, ids) in chronicle.years() {
                    year.hash(&mut hash);
                    self.dated_ids(&mut hash, ids);
                }
            }
            Dependency::Days => {
                for (day, ids) in chronicle.days() {
                    day.hash(&mut hash);
                    self.ids(&mut hash, ids);
                }
            }
            Dependency::Chains => chronicle.chains().for_each(|members| self.ids(&mut hash, members)),
            Dependency::Changes => self.changes(&mut hash, chronicle.changes()),
            Dependency::ChangesUnder(name) => {
                self.changes(&mut hash, &chronicle.changes_under(self.subject_named(name)?));
            }
            Dependency::Former => {
                for (id, record) in chronicle.former_ids() {
                    (id, chronicle.address(*record).map(|address| address.to_string())).hash(&mut hash);
                }
            }
            Dependency::Indexable => {
                let indexable = self.plan.pages().iter().filter(|page| page.kind.is_indexable());
                indexable.for_each(|page| page.address.as_str().hash(&mut hash));
            }
            // What another page says is known when it was rendered: the recorder and the validation look it up.
            Dependency::Bytes(_) | Dependency::Unknown => return None,
        }
        Some(hash.finish())
    }

    fn neighbours(&self, hash: &mut Xxh3, id: StatementId, within: Option<Subject>) {
        let (before, after) = self.chronicle.neighbours(id, within);
        [before, after].map(|id| id.map(|id| &self.chronicle[id].entry.id)).hash(hash);
    }

    /// Hashes a record's file, and the records that it resolves to.
    fn record(&self, hash: &mut Xxh3, record: Record) {
        let chronicle = &self.chronicle;
        match record {
            Record::Statement(id) => self.statement(hash, id),
            Record::Person(id) => {
                let Person { entry, office_organizations } = &chronicle[id];
                self.file(hash, entry);
                office_organizations.iter().for_each(|body| self.maybe(hash, *body));
            }
            Record::Organization(id) => {
                let Organization { entry, parent } = &chronicle[id];
                self.file(hash, entry);
                self.maybe(hash, *parent);
            }
            Record::Topic(id) => {
                let Topic { entry, broader, narrower, related } = &chronicle[id];
                self.file(hash, entry);
                for around in [broader, narrower, related] {
                    around.len().hash(hash);
                    around.iter().for_each(|topic| chronicle[*topic].entry.id.hash(hash));
                }
            }
            Record::Place(id) => {
                let Place { entry } = &chronicle[id];
                self.file(hash, entry);
            }
            Record::Event(id) => {
                let Event { entry, place, host, participants } = &chronicle[id];
                self.file(hash, entry);
                self.place(hash, place.as_ref());
                host.iter().chain(participants).for_each(|party| match party {
                    OrText::Record(party) => self.party(hash, *party),
                    OrText::Text(words) => words.hash(hash),
                });
            }
            Record::Page(id) => {
                let Page { entry } = &chronicle[id];
                self.file(hash, entry);
            }
        }
    }

    /// Hashes a record's file, and its path, since pages link to the file.
    fn file<T>(&self, hash: &mut Xxh3, entry: &Entry<T>) {
        let Entry { input, parsed } = entry;
        // All that was parsed is covered by this hash of the bytes.
        (parsed.hash, self.inputs.get(*input).path()).hash(hash);
    }

    fn statement(&self, hash: &mut Xxh3, id: StatementId) {
        // The address is derived from the id, which is the name of the dependency.
        let Statement {
            entry,
            speakers,
            topics,
            organizations,
            audience,
            event,
            place,
            publishers,
            relations,
            anchors,
            published,
            attributed,
            mixed,
            address: _,
        } = &self.chronicle[id];
        (entry.outline, self.inputs.get(entry.input).path(), anchors, published, attributed, mixed).hash(hash);
        for speaker in speakers {
            match speaker {
                Speaker::Person(person, office) => (&self.chronicle[*person].entry.id, office).hash(hash),
                // The title is in the front matter.
                Speaker::Office { organization, title: _ } => self.maybe(hash, *organization),
                Speaker::Organization(body) => self.chronicle.subject_key(Subject::Organization(*body)).hash(hash),
                Speaker::Country(country) => self.chronicle.subject_key(Subject::Country(*country)).hash(hash),
            }
        }
        topics.iter().for_each(|topic| self.chronicle[*topic].entry.id.hash(hash));
        organizations.iter().for_each(|body| self.maybe(hash, Some(*body)));
        audience.iter().filter_map(OrText::record).for_each(|party| self.party(hash, party));
        event.as_ref().and_then(OrText::record).map(|id| &self.chronicle[id].entry.id).hash(hash);
        self.place(hash, place.as_ref());
        publishers.iter().for_each(|body| self.maybe(hash, *body));
        relations.iter().for_each(|relation| self.relation(hash, relation));
    }

    fn relation(&self, hash: &mut Xxh3, relation: &Relation) {
        let Relation { kind, inverse, other, by, note } = relation;
        (kind.key(*inverse), &self.chronicle[*other].entry.id, by.word(), note).hash(hash);
    }

    fn place(&self, hash: &mut Xxh3, place: Option<&OrText<PlaceId>>) {
        place.map(OrText::record).map(|id| id.map(|id| &self.chronicle[id].entry.id)).hash(hash);
    }

    fn party(&self, hash: &mut Xxh3, party: Party) {
        match party {
            Party::Person(id) => self.chronicle.subject_key(Subject::Person(id)).hash(hash),
            Party::Organization(id) => self.chronicle.subject_key(Subject::Organization(id)).hash(hash),
            Party::Country(country) => self.chronicle.subject_key(Subject::Country(country)).hash(hash),
        }
    }

    fn maybe(&self, hash: &mut Xxh3, body: Option<OrganizationId>) {
        body.map(|id| &self.chronicle[id].entry.id).hash(hash);
    }

    fn changes(&self, hash: &mut Xxh3, changes: &[Change]) {
        for Change { statement, date, what } in changes {
            (&self.chronicle[*statement].entry.id, date, what).hash(hash);
        }
    }

    fn dated_ids(&self, hash: &mut Xxh3, ids: &[StatementId]) {
        self.ids(hash, ids);
        ids.iter().for_each(|id| self.chronicle.dates().of(*id).hash(hash));
    }

    fn ids(&self, hash: &mut Xxh3, ids: &[StatementId]) {
        ids.len().hash(hash);
        ids.iter().for_each(|id| self.chronicle[*id].entry.id.hash(hash));
    }

    /// The hash of a record's file; of any other file, that of its stamp.
    fn text(&self, input: InputId) -> Option<u64> {
        self.chronicle.record_of(input).map(|record| self.chronicle.head(record).hash).or_else(|| {
            // The stamp was taken before the file was read, so that a change in between is noticed.
            let stamp = self.inputs.get(input).stamp()?;
            let Stamp { size, modified, changed } = stamp;
            // Without a time of change, other bytes may have the same stamp.
            let bytes = match stamp.has_change_time() {
                true => 0,
                false => xxh3_64(&self.inputs.bytes(input).ok()?),
            };
            let all = [size.to_le_bytes(), modified.to_le_bytes(), changed.to_le_bytes(), bytes.to_le_bytes()];
            Some(xxh3_64(&all.concat()))
        })
    }

    /// Whether a dependency has only a stamp for a fingerprint, and that cannot be trusted: the file was written so shortly
    /// before the run that it may have been written again with the same stamp.
    pub(super) fn is_unsettled(&self, dependency: Dependency, is_settled: impl Fn(InputId) -> bool) -> bool {
        let Dependency::Text(name) = dependency else { return false };
        self.file_named(name).is_none_or(|input| self.chronicle.record_of(input).is_none() && !is_settled(input))
    }
}
