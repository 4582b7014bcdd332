//! The resolver: from entries to a chronicle.

use std::sync::OnceLock;

use ahash::AHashMap;
use rayon::prelude::*;

use super::former_ids::former_ids;
use super::index::Indexes;
use super::names::NameTable;
use super::resolver::{NameTables, Resolver};
use super::sorted::{Drafts, Sorted};
use super::{
    Chronicle, Event, EventId, OrText, Organization, OrganizationId, Page, PageId, Person, PersonId, Place, PlaceId,
    Resolved, StatementId, TopicId, contradictions, occasions, statements, topics,
};
use crate::diagnostic::{Checked, Code, Diagnostic, NameKind};
use crate::document::Step;
use crate::entry::id::Id;
use crate::entry::name::normalized;
use crate::entry::shape::Text;
use crate::entry::{AnyEntry, Entry, FrontMatter, Kind, authority, locate};
use crate::input::{InputId, Inputs, Span};
use crate::lock::Lock;

/// Resolves the entries of a site; links in texts are checked by `Chronicle::check_links`. Invalid entries are known
/// by their ids, so that references to them are not reported as well.
pub fn resolve(entries: Vec<AnyEntry>, lock: &Lock, inputs: &Inputs, drafts: Drafts) -> Checked<Chronicle> {
    let mut findings = Vec::new();
    let mut sorted = Sorted::default();
    for entry in entries {
        sorted.put(entry, drafts);
    }
    let ids = sorted.claim_ids(&mut findings);
    let mut names = all_names(&sorted, inputs, &mut findings);
    occasions::order(&mut sorted.statements, &names.events);
    names.statements = by_ids(names.statements, &sorted.statements, StatementId::new);
    let drafts = std::mem::take(&mut sorted.drafts);
    let resolver = Resolver { inputs, lock, names, drafts, families: OnceLock::new() };
    let chronicle = resolver.chronicle(sorted, ids, &mut findings);
    Checked { value: chronicle, findings }
}

/// The name tables of all kinds but statements, whose order depends on the events.
fn all_names(sorted: &Sorted, inputs: &Inputs, findings: &mut Vec<Diagnostic>) -> NameTables {
    let mut names = NameTables {
        statements: NameTable::new(sorted.absent(Kind::Statement)),
        people: by_names(NameTable::of(NameKind::People, sorted.absent(Kind::Person)), &sorted.people, PersonId::new),
        organizations: by_names(
            NameTable::of(NameKind::Bodies, sorted.absent(Kind::Organization)),
            &sorted.organizations,
            OrganizationId::new,
        ),
        // Labels of topics are added below, with their clashes.
        topics: by_ids(NameTable::new(sorted.absent(Kind::Topic)), &sorted.topics, TopicId::new),
        places: by_names(NameTable::of(NameKind::Things, sorted.absent(Kind::Place)), &sorted.places, PlaceId::new),
        events: by_names(NameTable::of(NameKind::Things, sorted.absent(Kind::Event)), &sorted.events, EventId::new),
        pages: by_ids(NameTable::new(sorted.absent(Kind::Page)), &sorted.pages, PageId::new),
    };
    for entry in &sorted.organizations {
        findings.extend(name_beside_names(entry, inputs));
        if entry.fields.current_name().is_none() {
            let message = "the organization has no name";
            let finding = Diagnostic::error(Code::MissingKey, Span::file(entry.input), message)
                .help(Some("add `name: …`, or `names:` by period".to_owned()));
            findings.push(finding);
        }
    }
    topics::name(&mut names.topics, &sorted.topics, inputs, findings);
    names
}

/// Adds the ids of entries, with those that they had before.
fn by_ids<T: FrontMatter, I: Copy + Ord>(
    mut names: NameTable<I>,
    entries: &[Entry<T>],
    id: fn(usize) -> I,
) -> NameTable<I> {
    for (index, entry) in entries.iter().enumerate() {
        names.add_id(&entry.id, id(index));
        names.add_former(entry.fields.old_ids().iter().map(Text::as_str), &entry.id, id(index));
    }
    names
}

/// Adds the ids of entries, and all that they are called.
fn by_names<T: FrontMatter, I: Copy + Ord>(
    names: NameTable<I>,
    entries: &[Entry<T>],
    id: fn(usize) -> I,
) -> NameTable<I> {
    let mut names = by_ids(names, entries, id);
    for (index, entry) in entries.iter().enumerate() {
        for name in entry.fields.names() {
            names.add_name(name, id(index));
        }
    }
    names
}

/// A warning that an organization's name is shown nowhere, since it has others by period.
fn name_beside_names(entry: &Entry<authority::Organization>, inputs: &Inputs) -> Option<Diagnostic> {
    let (name, names) = (entry.fields.name.as_ref()?, &entry.fields.names);
    if names.is_empty() || names.iter().any(|dated| normalized(dated.name.as_str()) == normalized(name.as_str())) {
        return None;
    }
    let span = locate(inputs, entry.input, &[Step::Key("name")]);
    let message = format!("`{name}` is shown nowhere: the organization has `names` by period");
    let help = "move it to `names`, newest first, with the time of its use (`from`, `to`); or to `variants`";
    Some(Diagnostic::lint(Code::NameBesideNames, span, message).help(Some(help.to_owned())))
}

impl Resolver<'_> {
    fn chronicle(self, sorted: Sorted, ids: AHashMap<Id, InputId>, findings: &mut Vec<Diagnostic>) -> Chronicle {
        let topics = topics::resolve(&self, sorted.topics, findings);
        let mut organizations: Vec<_> =
            sorted.organizations.into_iter().map(|entry| self.organization(entry, findings)).collect();
        contradictions::break_circles(&mut organizations, self.inputs, findings);
        let people: Vec<_> = sorted.people.into_iter().map(|entry| self.person(entry, findings)).collect();
        let events = sorted.events.into_iter().map(|entry| self.event(entry, findings)).collect();
        let resolve = |entry| statements::resolve(&self, &people, &organizations, entry);
        let resolved: Vec<_> = sorted.statements.into_par_iter().map(resolve).collect();
        let mut statements = Vec::with_capacity(resolved.len());
        for checked in resolved {
            statements.push(checked.keep(findings));
        }
        statements::add_inverses(&mut statements);
        let places: Vec<_> = sorted.places.into_iter().map(|entry| Place { entry }).collect();
        for place in &places {
            contradictions::of_names(&place.entry.fields.names, self.inputs, place.entry.input, findings);
        }
        let pages = sorted.pages.into_iter().map(|entry| Page { entry }).collect();
        let resolved = Resolved { statements, people, organizations, topics, places, events, pages };
        let mut by_input = vec![None; self.inputs.count()];
        resolved.records().for_each(|record| by_input[resolved.head(record).input.index()] = Some(record));
        Chronicle {
            indexes: Indexes::of(&resolved),
            former: former_ids(&resolved, &ids, self.inputs, findings),
            resolved,
            by_input,
            by_id: ids,
            left_out: sorted.invalid,
            lacks_statements: sorted.lacks_statements,
            names: self.names,
            stems: OnceLock::new(),
        }
    }

    fn organization(&self, entry: Entry<authority::Organization>, findings: &mut Vec<Diagnostic>) -> Organization {
        contradictions::of_names(&entry.fields.names, self.inputs, entry.input, findings);
        let parent = entry.fields.parent.as_ref();
        let parent = parent.and_then(|name| self.body(entry.input, name, &[Step::Key("parent")], findings));
        Organization { parent, entry }
    }

    fn person(&self, entry: Entry<authority::Person>, findings: &mut Vec<Diagnostic>) -> Person {
        contradictions::of_offices(&entry, self.inputs, findings);
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
