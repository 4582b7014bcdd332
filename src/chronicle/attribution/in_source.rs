//! Whose the turns of a transcript are.

use super::Records;
use super::called::{Called, Who};
use super::turns::{owner_of, without_notes};
use crate::chronicle::names::NameMatch;
use crate::chronicle::{Chronicle, StatementId};
use crate::naming::{Role, role};

impl Chronicle {
    /// The first of some labels of a source that is certainly somebody else's than that of whom a quotation of a statement is
    /// attributed to: whoever asks, or the name of another person on record. Of all others nothing is known: the speaker may be
    /// called by an office, or in another script, in many ways.
    pub(crate) fn label_of_another(&self, id: StatementId, quotation: usize, labels: &[&str]) -> Option<usize> {
        let statement = &self[id];
        let records = Records { people: &self.resolved.people, organizations: &self.resolved.organizations };
        let called = records.called(&statement.entry.fields, &statement.speakers);
        let attributed = statement.attributed.get(quotation).copied().flatten();
        let whose = attributed.or((statement.speakers.len() == 1).then_some(0));
        let is_other = |label: &&str| match owner_of(&called, label, false, &|_| false) {
            Some(owner) => whose.is_some_and(|whose| whose != owner),
            None => role(label) == Some(Role::Asking) || self.is_another(&called, label),
        };
        labels.iter().position(is_other)
    }

    /// Whether a label is the name of one person, who is none of those who are called.
    fn is_another(&self, called: &[Called<'_>], label: &str) -> bool {
        let NameMatch::One(person) = self.names.people.find(without_notes(label).trim()) else { return false };
        called.iter().all(|called| called.who != Who::Person(person))
    }
}
