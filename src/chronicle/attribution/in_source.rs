//! Whose the turns of a transcript are.

use super::{Called, Records, owner_of};
use crate::chronicle::families::Families;
use crate::chronicle::names::NameMatch;
use crate::chronicle::{Chronicle, StatementId};
use crate::entry::name::normalized;
use crate::naming::{Role, role};

/// Tells the turns of others from those of a statement's speakers by the labels of its source.
#[derive(Debug)]
pub(crate) struct TurnsOfOthers<'a> {
    chronicle: &'a Chronicle,
    families: Families,
}

impl<'a> TurnsOfOthers<'a> {
    /// Counts the family names on record.
    pub(crate) fn of(chronicle: &'a Chronicle) -> TurnsOfOthers<'a> {
        TurnsOfOthers { chronicle, families: Families::of(&chronicle.resolved.people) }
    }

    /// The first of some labels that is somebody else's than that of whom a quotation of a statement is attributed to. Each comes
    /// with whether the words stand in its paragraph: where nobody else is labelled, the next may be an answer without a label. `all`
    /// are the labels of its source.
    pub(crate) fn first(
        &self,
        id: StatementId,
        quotation: usize,
        labels: &[(&str, bool)],
        all: &[Box<str>],
    ) -> Option<usize> {
        let statement = &self.chronicle[id];
        let records =
            Records { people: &self.chronicle.resolved.people, organizations: &self.chronicle.resolved.organizations };
        let called = records.called(&statement.entry.fields, &statement.speakers);
        let attributed = statement.attributed.get(quotation).copied().flatten();
        let whose = attributed.or((statement.speakers.len() == 1).then_some(0));
        let owner = |label: &str| owner_of(&called, label, false, &|word| self.families.count(word) > 1);
        let has_own = all.iter().any(|label| owner(label).is_some());
        let is_other = |(label, is_near): &(&str, bool)| {
            let owner = owner(label);
            if owner.is_some() {
                return whose.is_some() && owner != whose;
            }
            match role(label) {
                Some(Role::Answering) => false,
                Some(Role::Asking | Role::Interpreting) => *is_near,
                None => {
                    self.is_on_record(label) && (*is_near || has_own) || has_own && !has_family_name(&called, label)
                }
            }
        };
        labels.iter().position(is_other)
    }

    /// Whether a label is the name of one person, who is no speaker where this is asked.
    fn is_on_record(&self, label: &str) -> bool {
        matches!(self.chronicle.names.people.find(label.trim()), NameMatch::One(_))
    }
}

/// Whether a label has the family name of a speaker, with whatever else.
fn has_family_name(called: &[Called<'_>], label: &str) -> bool {
    let label = normalized(label);
    called.iter().any(|called| super::words(&label).any(|word| called.family.contains(word)))
}
