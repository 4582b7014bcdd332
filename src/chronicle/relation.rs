//! Relations between statements, and the chains of those that say the same again.

use std::collections::BTreeSet;

use super::{Chronicle, Statement, StatementId};
use crate::entry::date::Gap;
use crate::entry::statement::Asserter;

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
    fn reiterations(&self) -> impl Iterator<Item = &Relation> {
        self.relations.iter().filter(|relation| relation.kind == RelationKind::Reiterates)
    }
}

impl Chronicle {
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
}
