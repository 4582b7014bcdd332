//! Relations between statements.

use super::StatementId;
use crate::entry::statement::Asserter;

/// The kinds of relation between statements; each has an inverse, which is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum RelationKind {
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
    pub(crate) fn key(self, inverse: bool) -> &'static str {
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
pub(crate) struct Relation {
    pub(crate) kind: RelationKind,
    /// Whether the other statement asserts it.
    pub(crate) inverse: bool,
    pub(crate) other: StatementId,
    pub(crate) by: Asserter,
    /// Why, or in which words.
    pub(crate) note: Option<Box<str>>,
}
