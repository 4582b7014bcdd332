//! From entries to a chronicle.

use std::collections::hash_map::Entry as Claim;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use ahash::AHashMap;
use rayon::prelude::*;

use super::former::former_ids;
use super::index::Indexes;
use super::names::Names;
use super::resolver::{AllNames, Resolver};
use super::{
    Chronicle, Event, EventId, OrText, Organization, OrganizationId, Person, PersonId, PlaceId, Resolved, StatementId,
    occasions, statements, topics,
};
use crate::diagnostic::{Checked, Code, Diagnostic, Named};
use crate::document::Step;
use crate::entry::id::Id;
use crate::entry::name::folded;
use crate::entry::shape::{OneOrMany, Text};
use crate::entry::{AnyEntry, AnyParsed, Entry, Kind, authority, locate, statement};
use crate::input::{InputId, Inputs, Span};
use crate::lock::Lock;

/// Whether drafts are part of the chronicle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Drafts {
    /// They are built.
    Include,
    /// They are left out, and nothing may refer to them.
    Leave,
}

/// Resolves the entries of a site; the links in their texts are followed by [`Chronicle::check_links`]. Entries that were
/// refused before are known by their ids, so that a reference to one is not reported a second time.
pub fn resolve(entries: Vec<AnyEntry>, lock: &Lock, inputs: &Inputs, drafts: Drafts) -> Checked<Chronicle> {
    let mut findings = Vec::new();
    let mut sorted = Sorted::default();
    for entry in entries {
        sorted.put(entry, drafts);
    }
    let ids = sorted.claim_ids(&mut findings);
    let mut names = all_names(&sorted, inputs, &mut findings);
    occasions::order(&mut sorted.statements, &names.events);
    for (index, entry) in sorted.statements.iter().enumerate() {
        names.statements.add_id(&entry.id, StatementId::new(index));
        names.statements.add_former(old(&entry.fields.old_ids), &entry.id, StatementId::new(index));
    }
    let resolver = Resolver { inputs, lock, names };
    let chronicle = resolver.chronicle(sorted, ids, &mut findings);
    Checked { value: chronicle, findings }
}

/// Entries by kind, each in the order of their ids; statements in the order of their dates, and of their positions in
/// an event of one day.
#[derive(Debug, Default)]
pub(super) struct Sorted {
    statements: Vec<Entry<statement::Statement>>,
    people: Vec<Entry<authority::Person>>,
    organizations: Vec<Entry<authority::Organization>>,
    topics: Vec<Entry<authority::Topic>>,
    places: Vec<Entry<authority::Place>>,
    events: Vec<Entry<authority::Event>>,
    pages: Vec<Entry<authority::Page>>,
    absent: BTreeMap<Kind, BTreeSet<Id>>,
    invalid: BTreeSet<InputId>,
    lacks_statements: bool,
}

impl Sorted {
    fn put(&mut self, entry: AnyEntry, drafts: Drafts) {
        let leave = |draft: bool| draft && drafts == Drafts::Leave;
        let (input, parsed) = match entry {
            AnyEntry::Record(input, parsed) => (input, parsed),
            AnyEntry::Invalid(kind, id, input) => {
                self.invalid.insert(input);
                self.lacks_statements |= kind == Kind::Statement;
                return self.leave_out(kind, id);
            }
            AnyEntry::Other => return,
        };
        match parsed {
            AnyParsed::Statement(parsed) if leave(parsed.fields.draft) => {
                self.leave_out(Kind::Statement, parsed.id.clone());
            }
            AnyParsed::Page(parsed) if leave(parsed.fields.draft) => self.leave_out(Kind::Page, parsed.id.clone()),
            AnyParsed::Statement(parsed) => self.statements.push(Entry { input, parsed }),
            AnyParsed::Person(parsed) => self.people.push(Entry { input, parsed }),
            AnyParsed::Organization(parsed) => self.organizations.push(Entry { input, parsed }),
            AnyParsed::Topic(parsed) => self.topics.push(Entry { input, parsed }),
            AnyParsed::Place(parsed) => self.places.push(Entry { input, parsed }),
            AnyParsed::Event(parsed) => self.events.push(Entry { input, parsed }),
            AnyParsed::Page(parsed) => self.pages.push(Entry { input, parsed }),
        }
    }

    fn leave_out(&mut self, kind: Kind, id: Id) {
        self.absent.entry(kind).or_default().insert(id);
    }

    fn absent(&self, kind: Kind) -> BTreeSet<Id> {
        self.absent.get(&kind).cloned().unwrap_or_default()
    }

    fn count(&self) -> usize {
        let others = self.people.len() + self.organizations.len() + self.topics.len() + self.places.len();
        self.statements.len() + others + self.events.len() + self.pages.len()
    }

    /// Puts the entries in order and leaves one record for each id; the others are reported.
    fn claim_ids(&mut self, findings: &mut Vec<Diagnostic>) -> AHashMap<Id, InputId> {
        let mut claimed = AHashMap::with_capacity(self.count());
        claim(&mut self.people, Kind::Person, &mut claimed, findings);
        claim(&mut self.organizations, Kind::Organization, &mut claimed, findings);
        claim(&mut self.topics, Kind::Topic, &mut claimed, findings);
        claim(&mut self.places, Kind::Place, &mut claimed, findings);
        claim(&mut self.events, Kind::Event, &mut claimed, findings);
        claim(&mut self.pages, Kind::Page, &mut claimed, findings);
        claim(&mut self.statements, Kind::Statement, &mut claimed, findings);
        // They are in the order of their ids, which stays where dates are the same.
        self.statements.sort_by_cached_key(|entry| entry.fields.date.sort_key());
        claimed
    }
}

fn claim<T>(
    entries: &mut Vec<Entry<T>>,
    kind: Kind,
    claimed: &mut AHashMap<Id, InputId>,
    findings: &mut Vec<Diagnostic>,
) {
    entries.sort_by(|a, b| (&a.id, a.input).cmp(&(&b.id, b.input)));
    entries.retain(|entry| match claimed.entry(entry.id.clone()) {
        Claim::Vacant(free) => {
            free.insert(entry.input);
            true
        }
        Claim::Occupied(first) => {
            let message = format!("the {} `{}` has the id of another record", kind.noun(), entry.id);
            let finding = Diagnostic::error(Code::DuplicateId, Span::file(entry.input), message)
                .label(Span::file(*first.get()), "this file has it first")
                .help(Some("rename one of the two files; where it was published, keep its id in `old_ids`".to_owned()));
            findings.push(finding);
            false
        }
    });
}

/// The vocabularies of all but the statements, whose order depends on the events.
fn all_names(sorted: &Sorted, inputs: &Inputs, findings: &mut Vec<Diagnostic>) -> AllNames {
    let mut names = AllNames {
        statements: Names::new(sorted.absent(Kind::Statement)),
        people: Names::of(Named::People, sorted.absent(Kind::Person)),
        organizations: Names::of(Named::Bodies, sorted.absent(Kind::Organization)),
        topics: Names::new(sorted.absent(Kind::Topic)),
        places: Names::of(Named::Things, sorted.absent(Kind::Place)),
        events: Names::of(Named::Things, sorted.absent(Kind::Event)),
    };
    for (index, entry) in sorted.people.iter().enumerate() {
        names.people.add_id(&entry.id, PersonId::new(index));
        names.people.add_former(old(&entry.fields.old_ids), &entry.id, PersonId::new(index));
        for name in entry.fields.all_names() {
            names.people.add_name(name.as_str(), PersonId::new(index));
        }
    }
    for (index, entry) in sorted.organizations.iter().enumerate() {
        let id = OrganizationId::new(index);
        names.organizations.add_id(&entry.id, id);
        names.organizations.add_former(old(&entry.fields.old_ids), &entry.id, id);
        for name in entry.fields.all_names() {
            names.organizations.add_name(name.as_str(), id);
        }
        findings.extend(name_beside_names(entry, inputs));
        if entry.fields.current_name().is_none() {
            let message = "the organization has no name";
            let finding = Diagnostic::error(Code::MissingKey, Span::file(entry.input), message)
                .help(Some("add `name: …`, or `names:` by period".to_owned()));
            findings.push(finding);
        }
    }
    for (index, entry) in sorted.places.iter().enumerate() {
        let id = PlaceId::new(index);
        names.places.add_id(&entry.id, id);
        names.places.add_former(old(&entry.fields.old_ids), &entry.id, id);
        let dated = entry.fields.names.iter().map(|name| &name.name);
        for name in std::iter::once(&entry.fields.name).chain(dated) {
            names.places.add_name(name.as_str(), id);
        }
    }
    for (index, entry) in sorted.events.iter().enumerate() {
        names.events.add_id(&entry.id, EventId::new(index));
        names.events.add_former(old(&entry.fields.old_ids), &entry.id, EventId::new(index));
        names.events.add_name(entry.fields.name.as_str(), EventId::new(index));
    }
    topics::name(&mut names.topics, &sorted.topics, inputs, findings);
    names
}

/// A warning that an organization's name is shown nowhere, since it has others by period.
fn name_beside_names(entry: &Entry<authority::Organization>, inputs: &Inputs) -> Option<Diagnostic> {
    let (name, names) = (entry.fields.name.as_ref()?, &entry.fields.names);
    if names.is_empty() || names.iter().any(|dated| folded(dated.name.as_str()) == folded(name.as_str())) {
        return None;
    }
    let span = locate(inputs, entry.input, &[Step::Key("name")]);
    let message = format!("`{name}` is shown nowhere: the organization has `names` by period");
    let help = "move it to `names`, newest first, with the time of its use (`from`, `to`); or to `variants`";
    Some(Diagnostic::lint(Code::NameBesideNames, span, message).help(Some(help.to_owned())))
}

fn old(ids: &OneOrMany<Text>) -> impl Iterator<Item = &str> {
    ids.as_slice().iter().map(Text::as_str)
}

impl Resolver<'_> {
    fn chronicle(self, sorted: Sorted, ids: AHashMap<Id, InputId>, findings: &mut Vec<Diagnostic>) -> Chronicle {
        let topics = topics::resolve(&self, sorted.topics, findings);
        let organizations: Vec<_> =
            sorted.organizations.into_iter().map(|entry| self.organization(entry, findings)).collect();
        let people: Vec<_> = sorted.people.into_iter().map(|entry| self.person(entry, findings)).collect();
        let events = sorted.events.into_iter().map(|entry| self.event(entry, findings)).collect();
        let resolve = |entry| statements::resolve(&self, &people, &organizations, entry);
        let resolved: Vec<_> = sorted.statements.into_par_iter().map(resolve).collect();
        let mut statements = Vec::with_capacity(resolved.len());
        for checked in resolved {
            statements.push(checked.keep(findings));
        }
        statements::add_inverses(&mut statements);
        let (places, pages) = (sorted.places, sorted.pages);
        let resolved = Resolved { statements, people, organizations, topics, places, events, pages };
        let mut by_input = vec![None; self.inputs.count()];
        resolved.records().for_each(|(record, input, ..)| by_input[input.index()] = Some(record));
        Chronicle {
            indexes: Indexes::of(&resolved),
            former: former_ids(&resolved, &ids, self.inputs, findings),
            resolved,
            by_input,
            by_id: ids,
            left_out: sorted.invalid,
            lacks_statements: sorted.lacks_statements,
            names: self.names,
            paths: OnceLock::new(),
        }
    }

    fn organization(&self, entry: Entry<authority::Organization>, findings: &mut Vec<Diagnostic>) -> Organization {
        let parent = entry.fields.parent.as_ref();
        let parent = parent.and_then(|name| self.body(entry.input, name, &[Step::Key("parent")], findings));
        Organization { parent, entry }
    }

    fn person(&self, entry: Entry<authority::Person>, findings: &mut Vec<Diagnostic>) -> Person {
        let organization = |(position, office): (usize, &authority::Office)| {
            let path = [Step::Key("offices"), Step::Item(position), Step::Key("organization")];
            self.body(entry.input, office.organization.as_ref()?, &path, findings)
        };
        let office_organizations = entry.fields.offices.iter().enumerate().map(organization).collect();
        Person { entry, office_organizations }
    }

    fn event(&self, entry: Entry<authority::Event>, findings: &mut Vec<Diagnostic>) -> Event {
        let place = entry.fields.place.as_ref().map(|text| self.place(entry.input, text, findings));
        let mut party_or_text = |text: &Text, path: &[Step<'_>]| {
            let party = self.party(entry.input, text, path, findings);
            party.map_or_else(|| OrText::Text(text.as_str().into()), OrText::Record)
        };
        let host = entry.fields.host.as_ref().map(|host| party_or_text(host, &[Step::Key("host")]));
        let participants = entry.fields.participants.as_slice().iter().enumerate();
        let participants =
            participants.map(|(at, text)| party_or_text(text, &[Step::Key("participants"), Step::Item(at)])).collect();
        Event { entry, place, host, participants }
    }
}
