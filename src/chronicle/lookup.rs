//! Name lookup for commands, by the same rules as for statements.

use super::names::{NameMatch, NameTable};
use super::{Chronicle, Record};
use crate::entry::id::Id;
use crate::entry::{Kind, kinds};

/// What a word stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Lookup {
    /// The record with this id.
    One(Id),
    /// Several records, by their ids.
    Several(Vec<Id>),
    /// Nothing; help where a name is near: ``write `sergey-lavrov` ``.
    Nothing(Option<String>),
}

/// The id and all names of a record.
#[derive(Clone, Debug)]
pub(crate) struct RecordNames<'a> {
    pub(crate) id: &'a Id,
    /// Its names, the one the chronicle prints first.
    pub(crate) names: Vec<&'a str>,
}

macro_rules! look_up {
    ($($kind:ident {
        list: $list:ident, noun: $noun:literal, plural: $plural:literal,
        fields: $fields:ty, id: $id:ident, role: $role:ident
    })+) => {
        impl Chronicle {
            /// Looks a word up among the records of a kind. A record with errors is found by its id.
            pub(crate) fn look_up(&self, kind: Kind, word: &str) -> Lookup {
                match kind {
                    $(Kind::$kind => self.among(&self.names.$list, word),)+
                }
            }
        }
    };
}

kinds!(look_up);

impl Chronicle {
    fn among<I: Copy + Ord + Into<Record>>(&self, names: &NameTable<I>, word: &str) -> Lookup {
        let id = |record: I| self.id(record.into()).clone();
        match names.find(word) {
            NameMatch::One(one) | NameMatch::Former(one, _) => Lookup::One(id(one)),
            NameMatch::Many(many) => Lookup::Several(many.into_iter().map(id).collect()),
            NameMatch::Absent => Id::new(word).map_or(Lookup::Nothing(None), Lookup::One),
            NameMatch::None => Lookup::Nothing(names.help(word)),
        }
    }

    /// Every record with its id.
    pub(crate) fn all(&self) -> impl Iterator<Item = (Record, &Id)> {
        self.records().map(|record| (record, self.id(record)))
    }

    pub(crate) fn id(&self, record: Record) -> &Id {
        self.head(record).id
    }

    /// The records of a kind with their names, in the order of their ids; of statements and pages, the titles.
    pub(crate) fn record_names(&self, kind: Kind) -> Vec<RecordNames<'_>> {
        let heads = self.of_kind(kind).into_iter().map(|record| self.head(record));
        heads.map(|head| RecordNames { id: head.id, names: head.fields.names() }).collect()
    }
}
