//! Entries grouped by kind and sorted, with unique ids.

use std::collections::hash_map::Entry as Claim;
use std::collections::{BTreeMap, BTreeSet};

use ahash::AHashMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::entry::id::Id;
use crate::entry::{AnyEntry, AnyParsed, Entry, FrontMatter, Kind, authority, kinds, statement};
use crate::input::{InputId, Span};

/// Whether drafts are part of the chronicle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Drafts {
    /// They are built.
    Include,
    /// They are left out, and nothing may refer to them.
    Leave,
}

macro_rules! sorted {
    ($($kind:ident {
        list: $list:ident, noun: $noun:literal, plural: $plural:literal,
        fields: $fields:ty, id: $id:ident, role: $role:ident
    })+) => {
        /// Entries by kind, each in the order of their ids; statements in the order of their dates, and of their
        /// positions in an event of one day.
        #[derive(Debug, Default)]
        pub(super) struct Sorted {
            $(pub(super) $list: Vec<Entry<$fields>>,)+
            absent: BTreeMap<Kind, BTreeSet<Id>>,
            /// Drafts that are left out; no error was reported of them.
            pub(super) drafts: BTreeSet<Id>,
            pub(super) invalid: BTreeSet<InputId>,
            pub(super) lacks_statements: bool,
        }

        impl Sorted {
            fn put_record(&mut self, input: InputId, parsed: AnyParsed, drafts: Drafts) {
                match parsed {
                    $(AnyParsed::$kind(parsed) => match parsed.fields.is_draft() && drafts == Drafts::Leave {
                        true => {
                            self.drafts.insert(parsed.id.clone());
                            self.leave_out(Kind::$kind, parsed.id.clone());
                        }
                        false => self.$list.push(Entry { input, parsed }),
                    },)+
                }
            }

            fn count(&self) -> usize {
                [$(self.$list.len()),+].into_iter().sum()
            }

            /// Sorts the entries of a kind and reports duplicates of ids, keeping one entry each.
            fn claim(&mut self, kind: Kind, claimed: &mut AHashMap<Id, InputId>, findings: &mut Vec<Diagnostic>) {
                match kind {
                    $(Kind::$kind => claim(&mut self.$list, kind, claimed, findings),)+
                }
            }
        }
    };
}

kinds!(sorted);

impl Sorted {
    pub(super) fn put(&mut self, entry: AnyEntry, drafts: Drafts) {
        match entry {
            AnyEntry::Record(input, parsed) => self.put_record(input, parsed, drafts),
            AnyEntry::Invalid(kind, id, input) => {
                self.invalid.insert(input);
                self.lacks_statements |= kind == Kind::Statement;
                self.leave_out(kind, id);
            }
            AnyEntry::Other => {}
        }
    }

    fn leave_out(&mut self, kind: Kind, id: Id) {
        self.absent.entry(kind).or_default().insert(id);
    }

    pub(super) fn absent(&self, kind: Kind) -> BTreeSet<Id> {
        self.absent.get(&kind).cloned().unwrap_or_default()
    }

    /// Sorts all entries and reports duplicates of ids, keeping one entry each.
    pub(super) fn claim_ids(&mut self, findings: &mut Vec<Diagnostic>) -> AHashMap<Id, InputId> {
        let mut claimed = AHashMap::with_capacity(self.count());
        // Authorities take precedence over statements.
        let (statements, authorities): (Vec<Kind>, Vec<Kind>) =
            Kind::ALL.into_iter().partition(|kind| *kind == Kind::Statement);
        authorities.into_iter().chain(statements).for_each(|kind| self.claim(kind, &mut claimed, findings));
        // A stable sort: statements of the same date stay in the order of their ids.
        self.statements.sort_by_cached_key(|entry| entry.fields.date.sort_key());
        claimed
    }
}

fn claim<T>(
    entries: &mut Vec<Entry<T>>,
    kind: Kind,
    claimed: &mut AHashMap<Id, InputId>,
    findings: &mut Vec<Diagnostic>,
) {
    entries.sort_by(|a, b| (&a.id, a.input).cmp(&(&b.id, b.input)));
    entries.retain(|entry| match claimed.entry(entry.id.clone()) {
        Claim::Vacant(free) => {
            free.insert(entry.input);
            true
        }
        Claim::Occupied(first) => {
            let message = format!("the {} `{}` has the id of another record", kind.noun(), entry.id);
            let finding = Diagnostic::error(Code::DuplicateId, Span::file(entry.input), message)
                .label(Span::file(*first.get()), "this file has it first")
                .help(Some("rename one of the two files; where it was published, keep its id in `old_ids`".to_owned()));
            findings.push(finding);
            false
        }
    });
}
