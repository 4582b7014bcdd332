//! Indexes of statements by subject.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::chains::Chains;
use super::changes::Change;
use super::hierarchy::Hierarchy;
use super::{Chronicle, OrText, Party, PersonId, Resolved, Speaker, Statement, StatementId, Subject};
use crate::entry::date::ListedYear;

/// The statements under one subject.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// In the order of their dates.
    pub(crate) statements: Vec<StatementId>,
    /// Those that the subject, an organization or country, made itself; in the same order.
    pub(crate) own: Vec<StatementId>,
    /// The same by year; by decade or century where no more is known.
    pub(crate) years: BTreeMap<ListedYear, Vec<StatementId>>,
}

/// All indexes of a site.
#[derive(Debug)]
pub(super) struct Indexes {
    pub(super) subjects: BTreeMap<Subject, Index>,
    /// What each statement is listed under.
    pub(super) subjects_of: Vec<Box<[Subject]>>,
    pub(super) years: BTreeMap<ListedYear, Vec<StatementId>>,
    pub(super) days: BTreeMap<(u32, u32), Vec<StatementId>>,
    /// The topics by what is narrower and broader.
    pub(super) hierarchy: Hierarchy,
    pub(super) chains: Chains,
    /// Oldest first.
    pub(super) changes: Vec<Change>,
    /// Who held an office of each organization, with the position of the office among the person's.
    pub(super) officers: Vec<Vec<(PersonId, usize)>>,
}

impl Indexes {
    /// Builds the indexes.
    pub(super) fn of(records: &Resolved) -> Indexes {
        let all: Vec<StatementId> = records.statements().collect();
        // Computed once: each statement is listed under several subjects, and fetching it again would be a cache miss.
        let years: Vec<ListedYear> = all.par_iter().map(|id| records[*id].date().listed_year()).collect();
        let by_year = |ids: &[StatementId]| in_years(ids, |id| years[id.index()]);
        let own = |id: StatementId| records.speaking(id).map(|subject| (subject, id)).collect();
        let gathered = |id: &StatementId| (records.gathered(*id).into(), own(*id));
        let (subjects_of, own): (Vec<Box<[Subject]>>, Vec<Vec<_>>) = all.par_iter().map(gathered).unzip();
        // Iterating in the order of dates keeps each list in that order.
        let mut under: FxHashMap<Subject, Vec<StatementId>> = FxHashMap::default();
        for id in &all {
            subjects_of[id.index()].iter().for_each(|subject| under.entry(*subject).or_default().push(*id));
        }
        let index = |statements: Vec<StatementId>| Index { years: by_year(&statements), statements, own: Vec::new() };
        let mut subjects: BTreeMap<Subject, Index> =
            under.into_par_iter().map(|(subject, statements)| (subject, index(statements))).collect();
        for (subject, id) in own.into_iter().flatten() {
            subjects.entry(subject).or_default().own.push(id);
        }
        let hierarchy = Hierarchy::of(&records.topics, |id| subjects.contains_key(&Subject::Topic(id)));
        let (years, days, officers) = (by_year(&all), days(records, &all), officers(records));
        let (chains, changes) = (Chains::of(&records.statements), records.changes_among(all.iter().copied()));
        Indexes { subjects, subjects_of, years, days, hierarchy, chains, changes, officers }
    }
}

/// The statements of each day of the calendar.
fn days(records: &Resolved, all: &[StatementId]) -> BTreeMap<(u32, u32), Vec<StatementId>> {
    let mut days: BTreeMap<(u32, u32), Vec<StatementId>> = BTreeMap::new();
    for id in all {
        let date = records[*id].date();
        if let (Some(month), Some(day), false) = (date.month(), date.day(), date.is_interval()) {
            days.entry((month, day)).or_default().push(*id);
        }
    }
    days
}

/// Who held an office of each organization.
fn officers(records: &Resolved) -> Vec<Vec<(PersonId, usize)>> {
    let mut officers = vec![Vec::new(); records.organizations.len()];
    for person in records.people() {
        for (position, body) in records[person].office_organizations.iter().enumerate() {
            if let Some(body) = body {
                officers[body.index()].push((person, position));
            }
        }
    }
    officers
}

impl Chronicle {
    /// Everything a statement is listed under, each once.
    pub(crate) fn subjects_of(&self, id: StatementId) -> &[Subject] {
        &self.indexes.subjects_of[id.index()]
    }
}

impl Resolved {
    /// The statements of `ids` by the year they were said in, in order.
    pub(crate) fn by_year(&self, ids: &[StatementId]) -> BTreeMap<ListedYear, Vec<StatementId>> {
        in_years(ids, |id| self[id].date().listed_year())
    }

    /// The bodies and states that made a statement themselves.
    pub(crate) fn speaking(&self, id: StatementId) -> impl Iterator<Item = Subject> {
        self[id].speakers.iter().filter_map(|speaker| match speaker {
            Speaker::Organization(body) => Some(Subject::Organization(*body)),
            Speaker::Country(country) => Some(Subject::Country(*country)),
            Speaker::Person(..) | Speaker::Office { .. } => None,
        })
    }

    fn gathered(&self, id: StatementId) -> Vec<Subject> {
        // Exhaustive, so that the compiler asks about new fields: nothing is listed under relations, anchors, addresses,
        // publishers or the day of publication.
        let Statement {
            entry,
            speakers,
            topics,
            organizations,
            audience,
            event,
            place,
            publishers: _,
            relations: _,
            anchors: _,
            published: _,
            attributed: _,
            mixed: _,
            address: _,
        } = &self[id];
        let mut subjects: Vec<Subject> = topics.iter().map(|topic| Subject::Topic(*topic)).collect();
        for speaker in speakers {
            match speaker {
                Speaker::Person(person, office) => {
                    subjects.push(Subject::Person(*person));
                    let organization = office.and_then(|position| self[*person].office_organizations[position]);
                    subjects.extend(organization.map(Subject::Organization));
                }
                Speaker::Office { organization, title: _ } => subjects.extend(organization.map(Subject::Organization)),
                Speaker::Organization(body) => subjects.push(Subject::Organization(*body)),
                Speaker::Country(country) => subjects.push(Subject::Country(*country)),
            }
        }
        subjects.extend(organizations.iter().map(|body| Subject::Organization(*body)));
        subjects.extend(entry.fields.countries.as_slice().iter().map(|country| Subject::Country(*country)));
        for party in audience.iter().filter_map(OrText::record) {
            match party {
                Party::Organization(body) => subjects.push(Subject::Organization(body)),
                Party::Country(country) => subjects.push(Subject::Country(country)),
                Party::Person(_) => {}
            }
        }
        let event = event.as_ref().and_then(OrText::record);
        let place = place.as_ref().or_else(|| event.and_then(|event| self[event].place.as_ref()));
        subjects.extend(place.and_then(OrText::record).map(Subject::Place));
        subjects.extend(event.map(Subject::Event));
        subjects.sort_unstable();
        subjects.dedup();
        subjects
    }
}

/// Some statements by year, in order.
fn in_years(ids: &[StatementId], year: impl Fn(StatementId) -> ListedYear) -> BTreeMap<ListedYear, Vec<StatementId>> {
    let mut years: BTreeMap<ListedYear, Vec<StatementId>> = BTreeMap::new();
    // Usually already grouped, since ids are in the order of dates.
    for same in ids.chunk_by(|one, other| year(*one) == year(*other)) {
        years.entry(year(same[0])).or_default().extend_from_slice(same);
    }
    years
}
