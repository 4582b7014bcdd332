//! What happened to the record: which statements were published, corrected and withdrawn, and when.

use super::{Chronicle, Resolved, StatementId, Subject};
use crate::entry::date::{Date, SortKey};

/// Something that happened to a statement of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Change {
    pub(crate) statement: StatementId,
    /// When it happened, as far as that is known.
    pub(crate) date: Date,
    pub(crate) what: ChangeKind,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum ChangeKind {
    /// It was published, on the day that `chronicle.lock` has.
    Published,
    /// By the position of the correction in its file.
    Corrected(usize),
    Withdrawn,
}

impl Change {
    /// Oldest first; what happened at one time, in the order of the statements.
    fn sort_key(&self) -> (SortKey, StatementId, ChangeKind) {
        (self.date.sort_key(), self.statement, self.what)
    }
}

impl Resolved {
    /// What happened to a statement.
    fn changes_of(&self, id: StatementId) -> impl Iterator<Item = Change> {
        let statement = &self[id];
        let fields = &statement.entry.fields;
        let published = statement.published.and_then(Date::of_day).map(|date| (date, ChangeKind::Published));
        let corrections = fields.corrections.iter().enumerate();
        let corrected = corrections.map(|(position, change)| (change.date, ChangeKind::Corrected(position)));
        let withdrawn = fields.withdrawn.iter().map(|notice| (notice.date, ChangeKind::Withdrawn));
        let all = published.into_iter().chain(corrected).chain(withdrawn);
        all.map(move |(date, what)| Change { statement: id, date, what })
    }

    /// What happened to some statements, oldest first.
    pub(super) fn changes_among(&self, ids: impl Iterator<Item = StatementId>) -> Vec<Change> {
        let mut changes: Vec<Change> = ids.flat_map(|id| self.changes_of(id)).collect();
        changes.sort_by_key(Change::sort_key);
        changes
    }
}

impl Chronicle {
    /// All that happened to the record, oldest first.
    pub(crate) fn changes(&self) -> &[Change] {
        &self.indexes.changes
    }

    /// What happened to the statements under a subject, oldest first.
    pub(crate) fn changes_under(&self, subject: Subject) -> Vec<Change> {
        self.changes_among(self.under(subject).iter().copied())
    }
}
