//! What pages are made from, in pieces small enough that a change of one piece concerns few pages.
//!
//! A fact has a key that means the same in the next run (`keys`), and a fingerprint; a page whose facts all have the
//! fingerprints they had need not be made again.

use std::hash::{Hash, Hasher};

use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use crate::address::Address;
use crate::chronicle::{
    Event, EventId, OrText, Organization, OrganizationId, Page, Party, Person, Place, PlaceId, Record, Relation,
    Speaker, Statement, StatementId, Subject, Topic, TopicId,
};
use crate::entry::Entry;
use crate::input::{InputId, Stamp};
use crate::pages::Site;
use crate::pages::statement::chain;

/// One thing that a page was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fact {
    /// What a record's file says, and the records around it; of a statement's text, only the outline.
    Record(Record),
    /// The bytes of a file.
    Text(InputId),
    /// The list-card of a statement, with its row.
    Card(StatementId),
    /// Against which source the quotations of a statement were checked.
    Proof(StatementId),
    /// What a statement is listed under, and which of that made it.
    SubjectsOf(StatementId),
    /// Which statements are listed under a subject, by year.
    Under(Subject),
    /// Whether a subject has a page.
    HasPage(Subject),
    /// The statements before and after one in the chronicle.
    Neighbours(StatementId),
    /// The statements before and after one under a topic.
    NeighboursUnder(StatementId, TopicId),
    /// The statements before and after one at an event.
    NeighboursAt(StatementId, EventId),
    /// All statements in their order.
    Statements,
    /// Which people there are.
    People,
    /// Which topics there are.
    Topics,
    /// Which prose pages there are.
    Pages,
    /// All subjects with their counts.
    Subjects,
    /// The statements of each year.
    Years,
    /// The statements of each day of the calendar.
    Days,
    /// Who held which office of an organization.
    Officers(OrganizationId),
    /// Which statements the chain of one has.
    Chain(StatementId),
    /// How long the chain of a statement is, and what is near the statement in it.
    ChainAround(StatementId),
    /// Which statements each chain has.
    Chains,
    /// All former ids.
    Former,
    /// Whether there is a page at the address with this hash (XXH3), in two halves: a page has many facts, they are small.
    Has(u32, u32),
    /// The addresses that search engines should list.
    Indexable,
    /// The template whose name has this hash (XXH3), with those it is made of; in two halves as an address.
    Template(u32, u32),
    /// Something that is different each time, for all that is known.
    Unsettled,
}

impl<I: Into<Record>> From<I> for Fact {
    fn from(id: I) -> Fact {
        Fact::Record(id.into())
    }
}

impl Fact {
    /// Whether there is a page at an address.
    pub(crate) fn has(address: &Address) -> Fact {
        let (low, high) = halves(xxh3_64(address.as_str().as_bytes()));
        Fact::Has(low, high)
    }

    /// A template by its name.
    pub(crate) fn template(name: &str) -> Fact {
        let (low, high) = halves(xxh3_64(name.as_bytes()));
        Fact::Template(low, high)
    }
}

fn halves(hash: u64) -> (u32, u32) {
    let [a, b, c, d, e, f, g, h] = hash.to_le_bytes();
    (u32::from_le_bytes([a, b, c, d]), u32::from_le_bytes([e, f, g, h]))
}

fn whole(low: u32, high: u32) -> u64 {
    u64::from(low) | u64::from(high) << 32
}

impl Site<'_> {
    /// A number that stays the same as long as the fact does.
    pub(crate) fn fingerprint(&self, fact: Fact) -> u64 {
        let chronicle = &self.chronicle;
        let mut hash = Xxh3::new();
        match fact {
            Fact::Record(record) => self.record(&mut hash, record),
            Fact::Text(input) => self.text(input).hash(&mut hash),
            // The pages that show a card depend on what the card was made from; see `Traces`.
            Fact::Card(id) => chronicle[id].entry.id.hash(&mut hash),
            Fact::Proof(id) => self.proofs.sources(id).hash(&mut hash),
            Fact::SubjectsOf(id) => {
                chronicle.subjects_of(id).iter().for_each(|subject| self.name_of(*subject).hash(&mut hash));
                chronicle.speaking(id).for_each(|subject| (true, self.name_of(subject)).hash(&mut hash));
            }
            Fact::Under(subject) => {
                self.ids(&mut hash, chronicle.under(subject));
                self.ids(&mut hash, chronicle.made_by(subject));
                for (year, ids) in chronicle.years_under(subject) {
                    (year, ids.len()).hash(&mut hash);
                }
            }
            Fact::HasPage(subject) => chronicle.has_subject_page(subject).hash(&mut hash),
            Fact::Neighbours(id) => self.neighbours(&mut hash, id, None),
            Fact::NeighboursUnder(id, topic) => self.neighbours(&mut hash, id, Some(Subject::Topic(topic))),
            Fact::NeighboursAt(id, event) => self.neighbours(&mut hash, id, Some(Subject::Event(event))),
            Fact::Statements => self.ids(&mut hash, &chronicle.statements().collect::<Vec<_>>()),
            Fact::People => chronicle.people().for_each(|id| chronicle[id].entry.id.hash(&mut hash)),
            Fact::Topics => chronicle.topics().for_each(|id| chronicle[id].entry.id.hash(&mut hash)),
            Fact::Pages => chronicle.pages().for_each(|id| chronicle[id].entry.id.hash(&mut hash)),
            Fact::Subjects => {
                for (subject, index) in chronicle.subjects() {
                    (self.name_of(*subject), index.statements.len(), index.own.len()).hash(&mut hash);
                }
            }
            Fact::Years => {
                for (year, ids) in chronicle.years() {
                    year.hash(&mut hash);
                    self.ids(&mut hash, ids);
                }
            }
            Fact::Days => {
                for (day, ids) in chronicle.days() {
                    day.hash(&mut hash);
                    self.ids(&mut hash, ids);
                }
            }
            Fact::Officers(id) => {
                let officers = chronicle.officers(id).iter();
                officers.for_each(|(person, office)| (&chronicle[*person].entry.id, office).hash(&mut hash));
            }
            Fact::Chain(id) => self.ids(&mut hash, chronicle.members(id)),
            Fact::ChainAround(id) => {
                let (count, shown) = chain::around(chronicle, id);
                count.hash(&mut hash);
                shown.iter().for_each(|(at, id)| (at, &chronicle[*id].entry.id).hash(&mut hash));
            }
            Fact::Chains => chronicle.chains().for_each(|members| self.ids(&mut hash, members)),
            Fact::Former => {
                for (id, record) in chronicle.former_ids() {
                    (id, chronicle.address(*record).map(|address| address.to_string())).hash(&mut hash);
                }
            }
            Fact::Has(low, high) => self.plan.has_hash(whole(low, high)).hash(&mut hash),
            Fact::Indexable => {
                let indexable = self.plan.pages().iter().filter(|page| page.kind.about().is_indexable);
                indexable.for_each(|page| page.address.as_str().hash(&mut hash));
            }
            Fact::Template(low, high) => self.theme.fingerprint(whole(low, high)).hash(&mut hash),
            Fact::Unsettled => {}
        }
        hash.finish()
    }

    fn neighbours(&self, hash: &mut Xxh3, id: StatementId, within: Option<Subject>) {
        let (before, after) = self.chronicle.neighbours(id, within);
        [before, after].map(|id| id.map(|id| &self.chronicle[id].entry.id)).hash(hash);
    }

    /// What a record's file says, and the records that it was resolved to.
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

    /// What a record's file says, and where it is: pages lead to the file.
    fn file<T>(&self, hash: &mut Xxh3, entry: &Entry<T>) {
        let Entry { input, parsed } = entry;
        // All that was parsed is in the bytes that this is the hash of.
        (parsed.hash, self.inputs.get(*input).path()).hash(hash);
    }

    fn statement(&self, hash: &mut Xxh3, id: StatementId) {
        // The address is made of the id, by which the statement was found.
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
            attributed,
            address: _,
        } = &self.chronicle[id];
        (entry.outline, self.inputs.get(entry.input).path(), anchors, attributed).hash(hash);
        for speaker in speakers {
            match speaker {
                Speaker::Person(person, office) => (&self.chronicle[*person].entry.id, office).hash(hash),
                // The title is in the front matter.
                Speaker::Office { organization, title: _ } => self.maybe(hash, *organization),
                Speaker::Organization(body) => self.name_of(Subject::Organization(*body)).hash(hash),
                Speaker::Country(country) => self.name_of(Subject::Country(*country)).hash(hash),
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
            Party::Person(id) => self.name_of(Subject::Person(id)).hash(hash),
            Party::Organization(id) => self.name_of(Subject::Organization(id)).hash(hash),
            Party::Country(country) => self.name_of(Subject::Country(country)).hash(hash),
        }
    }

    fn maybe(&self, hash: &mut Xxh3, body: Option<OrganizationId>) {
        body.map(|id| &self.chronicle[id].entry.id).hash(hash);
    }

    fn ids(&self, hash: &mut Xxh3, ids: &[StatementId]) {
        ids.len().hash(hash);
        ids.iter().for_each(|id| self.chronicle[*id].entry.id.hash(hash));
    }

    /// The hash of a record's file; of any other file, its stamp.
    fn text(&self, input: InputId) -> Option<u64> {
        self.chronicle.record_of(input).map(|record| self.chronicle.head(record).hash).or_else(|| {
            // The stamp is that of the time before the file was read, so that a change in between is seen.
            let Stamp { size, modified, changed: _ } = self.inputs.get(input).stamp()?;
            Some(xxh3_64(&[size.to_le_bytes(), modified.to_le_bytes()].concat()))
        })
    }

    /// Whether the fact is one that only a stamp tells of, and the stamp may not tell: the file was written so shortly
    /// before the run that it may have been written again.
    pub(crate) fn is_blurred(&self, fact: Fact, is_settled: impl Fn(InputId) -> bool) -> bool {
        matches!(fact, Fact::Text(input) if self.chronicle.record_of(input).is_none() && !is_settled(input))
    }
}
