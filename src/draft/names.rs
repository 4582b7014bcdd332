//! Names of records in a text.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::mentions::{Case, Mention, NameFinder};
use super::white_space::folded;
use crate::chronicle::{Chronicle, Lookup};
use crate::entry::Kind;
use crate::entry::id::Id;

/// The names of all records of a kind that stand for one record.
pub(super) struct NameIndex<'a> {
    all: Vec<(&'a Id, &'a str)>,
    as_written: NameFinder<&'a Id>,
    in_any_case: OnceCell<NameFinder<&'a Id>>,
}

impl<'a> NameIndex<'a> {
    pub(super) fn of(chronicle: &'a Chronicle, kind: Kind) -> NameIndex<'a> {
        let all = chronicle.record_names(kind).into_iter();
        let pairs = all.flat_map(|known| known.names.into_iter().map(move |name| (known.id, name)));
        // Ambiguous names are left out.
        let all: Vec<(&Id, &str)> =
            pairs.filter(|(_, name)| matches!(chronicle.look_up(kind, name), Lookup::One(_))).collect();
        NameIndex { as_written: NameFinder::of(&all, Case::Counts), in_any_case: OnceCell::new(), all }
    }

    fn in_text(&self, text: &str) -> Vec<Mention<&'a Id>> {
        self.as_written.find(text)
    }

    pub(super) fn in_any_case(&self, text: &str) -> Vec<Mention<&'a Id>> {
        self.in_any_case.get_or_init(|| NameFinder::of(&self.all, Case::Ignored)).find(text)
    }

    /// The records that a text names, each once, in the order of their first mention.
    pub(super) fn ids_in(&self, text: &str) -> Vec<Id> {
        once_each(self.in_text(text))
    }

    /// The fullest form of a record's name that a text has.
    pub(super) fn as_printed(&self, text: &str, id: &Id) -> Option<String> {
        let own = self.in_text(text).into_iter().filter(|mention| mention.of == id);
        let forms = own.map(|mention| folded(&text[mention.range]));
        forms.rev().max_by_key(|form| form.chars().count())
    }
}

pub(super) fn once_each(mentions: Vec<Mention<&Id>>) -> Vec<Id> {
    let mut seen = BTreeSet::new();
    mentions.into_iter().map(|mention| mention.of).filter(|id| seen.insert(*id)).cloned().collect()
}
