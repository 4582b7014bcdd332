//! Chains of reiterations.

use super::{Chronicle, Relation, RelationKind, Statement, StatementId};
use crate::entry::date::Gap;
use crate::entry::statement::Asserter;

/// One statement of a chain of reiterations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ChainLink {
    pub(crate) statement: StatementId,
    /// The time since the previous statement.
    pub(crate) gap: Option<Gap>,
    /// Who says that it reiterates an earlier one; the first of a chain reiterates none.
    pub(crate) by: Option<Asserter>,
    /// Which one.
    pub(crate) to: Option<StatementId>,
    /// Why, or in which words.
    pub(crate) note: Option<Box<str>>,
}

impl Statement {
    fn reiterations(&self) -> impl Iterator<Item = &Relation> {
        self.relations.iter().filter(|relation| relation.kind == RelationKind::Reiterates)
    }
}

/// The chains of reiterations, found once for all statements.
#[derive(Debug, Default)]
pub(super) struct Chains {
    /// Each oldest first; in the order of their first statements.
    lists: Vec<Box<[StatementId]>>,
    /// The index in `lists` for each statement.
    of: Vec<Option<u32>>,
}

impl Chains {
    /// Computes the chains; the relations must include the inverses.
    pub(super) fn of(statements: &[Statement]) -> Chains {
        let mut chains = Chains { lists: Vec::new(), of: vec![None; statements.len()] };
        for start in (0..statements.len()).map(StatementId::new) {
            let is_alone = statements[start.index()].reiterations().all(|relation| relation.other == start);
            if is_alone || chains.of[start.index()].is_some() {
                continue;
            }
            // More than `u32::MAX` chains do not fit into memory.
            let number = u32::try_from(chains.lists.len()).ok();
            chains.of[start.index()] = number;
            let (mut found, mut next) = (vec![start], 0);
            while let Some(id) = found.get(next).copied() {
                next += 1;
                for relation in statements[id.index()].reiterations() {
                    let place = &mut chains.of[relation.other.index()];
                    if place.is_none() {
                        *place = number;
                        found.push(relation.other);
                    }
                }
            }
            // Ids are in the order of dates.
            found.sort_unstable();
            chains.lists.push(found.into());
        }
        chains
    }
}

/// A chain of no more statements is shown whole wherever it is shown.
pub(crate) const SHORT_CHAIN: usize = 8;

/// Of a longer one the page of a statement shows the first, and so many before and after the statement.
const NEAR: usize = 3;

/// The positions that the page of a statement shows of its chain, in which it is at `at` of `count`.
pub(crate) fn near_in_chain(count: usize, at: usize) -> impl Iterator<Item = usize> {
    let is_whole = count <= SHORT_CHAIN;
    let from = if is_whole { 0 } else { at.saturating_sub(NEAR) };
    let to = if is_whole { count } else { count.min(at + NEAR + 1) };
    (from > 0).then_some(0).into_iter().chain(from..to)
}

impl Chronicle {
    /// The statements of the chain of reiterations that a statement belongs to, oldest first: all that it reiterates or
    /// that reiterate it, over any number of steps. None where it reiterates none and none reiterates it.
    pub(crate) fn members(&self, of: StatementId) -> &[StatementId] {
        self.indexes.chains.of[of.index()].map_or(&[], |number| &self.indexes.chains.lists[number as usize])
    }

    /// All that the page of a statement shows of its chain: how many statements it has, and those that are shown, with
    /// their positions. Nothing where it has no chain.
    pub(crate) fn around(&self, id: StatementId) -> (usize, Vec<(usize, StatementId)>) {
        let members = self.members(id);
        let shown = members.binary_search(&id);
        let shown = shown.map(|at| near_in_chain(members.len(), at).map(|at| (at, members[at])).collect());
        (members.len(), shown.unwrap_or_default())
    }

    /// A statement of a chain as it follows another one of it.
    pub(crate) fn link(&self, statement: StatementId, before: Option<StatementId>) -> ChainLink {
        let asserted = self[statement].reiterations().find(|relation| !relation.inverse);
        let gap = before.and_then(|before| crate::entry::date::gap(self[before].date(), self[statement].date()));
        let note = asserted.and_then(|relation| relation.note.clone());
        ChainLink {
            statement,
            gap,
            by: asserted.map(|relation| relation.by),
            to: asserted.map(|relation| relation.other),
            note,
        }
    }

    /// Every chain of two or more statements, in the order of their first ones.
    pub(crate) fn chains(&self) -> impl Iterator<Item = &[StatementId]> {
        self.indexes.chains.lists.iter().map(|members| &**members)
    }

    /// The chains that some statements belong to, longest first; each chain once and whole.
    pub(crate) fn chains_of(&self, statements: &[StatementId]) -> Vec<&[StatementId]> {
        let mut numbers: Vec<u32> = statements.iter().filter_map(|id| self.indexes.chains.of[id.index()]).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let mut chains: Vec<&[StatementId]> =
            numbers.into_iter().map(|number| &*self.indexes.chains.lists[number as usize]).collect();
        // A stable sort: chains of the same length keep the order of their first statements.
        chains.sort_by_key(|members| std::cmp::Reverse(members.len()));
        chains
    }
}

#[cfg(test)]
mod tests {
    use super::{SHORT_CHAIN, near_in_chain};

    #[test]
    fn what_is_near_is_bounded_and_begins_with_the_first() {
        let at = |count, at| near_in_chain(count, at).collect::<Vec<usize>>();
        assert_eq!(at(2, 1), [0, 1]);
        assert_eq!(at(SHORT_CHAIN, 0), [0, 1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(at(9, 0), [0, 1, 2, 3]);
        assert_eq!(at(9, 3), [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(at(9, 5), [0, 2, 3, 4, 5, 6, 7, 8]);
        assert_eq!(at(1000, 500), [0, 497, 498, 499, 500, 501, 502, 503]);
        assert_eq!(at(1000, 999), [0, 996, 997, 998, 999]);
    }
}
