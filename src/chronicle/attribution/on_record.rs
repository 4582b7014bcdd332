//! Whether words before a colon name somebody on record.

use crate::chronicle::families::Families;
use crate::chronicle::names::NameMatch;
use crate::chronicle::resolver::NameTables;
use crate::entry::name::normalized;

/// The names on record.
#[derive(Clone, Copy, Debug)]
pub(in crate::chronicle) struct OnRecord<'a> {
    pub(in crate::chronicle) names: &'a NameTables,
    pub(in crate::chronicle) families: &'a Families,
}

impl OnRecord<'_> {
    /// Whether a label is the name of a person or body, or the family name of one.
    pub(super) fn has(&self, label: &str) -> bool {
        let head = label.split([',', '(', '（']).next().unwrap_or_default();
        [label, head].into_iter().any(|label| self.is_name(label.trim()))
    }

    /// Whether a line that is nothing but a name has that of a person, with what stands behind a comma or in brackets; a word alone
    /// may be any.
    pub(super) fn is_person(&self, line: &str) -> bool {
        let head = line.split([',', '(', '（']).next().unwrap_or_default().trim();
        let is_more = head.contains(char::is_whitespace) || crate::naming::letters::has_han(head);
        is_more && matches!(self.names.people.find(head), NameMatch::One(_))
    }

    fn is_name(&self, label: &str) -> bool {
        !matches!(self.names.people.find(label), NameMatch::None)
            || !matches!(self.names.organizations.find(label), NameMatch::None)
            || self.families.count(&normalized(label)) > 0
    }

    /// Whether several people have a word in their family names.
    pub(super) fn is_shared(&self, word: &str) -> bool {
        self.families.count(word) > 1
    }
}
