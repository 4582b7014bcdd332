//! Resolves references in entries to records by name or id, or reports them with a suggestion.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::families::Families;
use super::names::{NameMatch, NameTable};
use super::{EventId, OrText, OrganizationId, PageId, Party, PersonId, PlaceId, StatementId, TopicId};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Step;
use crate::entry::country::Country;
use crate::entry::id::Id;
use crate::entry::shape::Text;
use crate::entry::{kinds, locate, respelled};
use crate::input::{InputId, Inputs};
use crate::lock::Lock;

macro_rules! all_names {
    ($($kind:ident {
        list: $list:ident, noun: $noun:literal, plural: $plural:literal,
        fields: $fields:ty, id: $id:ident, role: $role:ident
    })+) => {
        /// The name tables of all kinds.
        #[derive(Debug)]
        pub(super) struct NameTables {
            $(pub(super) $list: NameTable<$id>,)+
        }
    };
}

kinds!(all_names);

/// Everything that resolving one entry needs.
#[derive(Debug)]
pub(super) struct Resolver<'a> {
    pub(super) inputs: &'a Inputs,
    pub(super) lock: &'a Lock,
    pub(super) names: NameTables,
    /// Drafts that are left out. Nothing else is reported of them.
    pub(super) drafts: BTreeSet<Id>,
    /// The family names of all people, counted when the first label of a turn is looked at.
    pub(super) families: OnceLock<Families>,
}

impl Resolver<'_> {
    /// The organization that a name or id stands for.
    pub(super) fn body(
        &self,
        input: InputId,
        name: &Text,
        path: &[Step<'_>],
        findings: &mut Vec<Diagnostic>,
    ) -> Option<OrganizationId> {
        match self.names.organizations.find(name.as_str()) {
            NameMatch::One(id) => Some(id),
            NameMatch::Former(id, now) => {
                findings.push(self.former(input, path, name, &now));
                Some(id)
            }
            NameMatch::Absent => None,
            NameMatch::Many(_) => {
                let message = format!("several organizations are called `{name}`");
                let finding = Diagnostic::error(Code::AmbiguousName, locate(self.inputs, input, path), message)
                    .help(Some("write the organization's id".to_owned()));
                findings.push(finding);
                None
            }
            NameMatch::None => {
                let message = format!("unknown organization `{name}`");
                let help = self.names.organizations.help(name.as_str());
                let help = help.unwrap_or_else(|| "add it as `content/organizations/<id>.md`".to_owned());
                findings.push(
                    Diagnostic::error(Code::UnknownOrganization, locate(self.inputs, input, path), message)
                        .help(Some(help)),
                );
                None
            }
        }
    }

    /// A warning that a reference has an id that its record had before.
    pub(super) fn former(&self, input: InputId, path: &[Step<'_>], word: &Text, now: &Id) -> Diagnostic {
        let message = format!("`{word}` is a former id of `{now}`");
        Diagnostic::lint(Code::FormerId, locate(self.inputs, input, path), message).help(Some(format!("write `{now}`")))
    }

    /// A person, organization or country by name, id or code.
    pub(super) fn party(
        &self,
        input: InputId,
        word: &Text,
        path: &[Step<'_>],
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Party> {
        if let Ok(country) = word.as_str().parse::<Country>() {
            return Some(Party::Country(country));
        }
        let (person, body) = (self.names.people.find(word.as_str()), self.names.organizations.find(word.as_str()));
        match (person, body) {
            (NameMatch::One(id), _) => Some(Party::Person(id)),
            (_, NameMatch::One(id)) => Some(Party::Organization(id)),
            (NameMatch::Former(id, now), _) => {
                findings.push(self.former(input, path, word, &now));
                Some(Party::Person(id))
            }
            (_, NameMatch::Former(id, now)) => {
                findings.push(self.former(input, path, word, &now));
                Some(Party::Organization(id))
            }
            _ => None,
        }
    }

    /// A place by id or name; other text is kept as text, unless it looks like a misspelt id.
    pub(super) fn place(&self, input: InputId, text: &Text, findings: &mut Vec<Diagnostic>) -> OrText<PlaceId> {
        match self.names.places.find(text.as_str()) {
            NameMatch::One(id) => return OrText::Record(id),
            NameMatch::Former(id, now) => {
                findings.push(self.former(input, &[Step::Key("place")], text, &now));
                return OrText::Record(id);
            }
            _ => {}
        }
        self.refuse_id(Code::UnknownPlace, input, "place", text, &self.names.places, findings);
        OrText::Text(text.as_str().into())
    }

    /// Reports a text that looks like an id but is not one.
    pub(super) fn refuse_id<I: Copy + Ord>(
        &self,
        code: Code,
        input: InputId,
        key: &'static str,
        text: &Text,
        names: &NameTable<I>,
        findings: &mut Vec<Diagnostic>,
    ) {
        if Id::new(text.as_str()).is_err() || names.by_id(text.as_str()) == NameMatch::Absent {
            return;
        }
        let help = names
            .help(text.as_str())
            .unwrap_or_else(|| format!("write the {key} in words, with a capital letter, or add its record"));
        let span = locate(self.inputs, input, &[Step::Key(key)]);
        let right = names.certainly(text.as_str()).and_then(|right| respelled(self.inputs, span, right.as_str()));
        findings.push(Diagnostic::error(code, span, format!("unknown {key} `{text}`")).help(Some(help)).fixes(right));
    }
}
