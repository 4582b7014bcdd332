//! One record as its file has it, of a kind that is known, or of any.

use std::ops::Deref;
use std::sync::Arc;

use bitcode::{Decode, Encode};

use super::body::Body;
use super::common_fields::FrontMatter;
use super::id::Id;
use super::kind::{Kind, kinds};
use super::{authority, statement};
use crate::input::InputId;

/// One record as its file has it: `T` is its front matter.
#[derive(Clone, Debug)]
pub(crate) struct Entry<T> {
    pub(crate) input: InputId,
    /// What it says, shared with what is kept for the next run.
    pub(crate) parsed: Arc<Parsed<T>>,
}

impl<T> Deref for Entry<T> {
    type Target = Parsed<T>;

    fn deref(&self) -> &Parsed<T> {
        &self.parsed
    }
}

/// What one file says, wherever it lies.
#[derive(Clone, Debug, Decode, Encode)]
pub struct Parsed<T> {
    /// The file's stem.
    pub(crate) id: Id,
    pub(crate) fields: T,
    /// The text below the front matter.
    pub(crate) body: Body,
    /// Hash (XXH3) of the file's bytes: what was parsed is what is rendered.
    pub(crate) hash: u64,
    /// Hash of what other pages can show of it: the front matter, and the outline of the text.
    pub(crate) outline: u64,
}

/// What every record has, of whatever kind.
#[derive(Clone, Copy)]
pub(crate) struct Head<'a> {
    pub(crate) input: InputId,
    /// The file's stem.
    pub(crate) id: &'a Id,
    /// Hash (XXH3) of the file's bytes.
    pub(crate) hash: u64,
    /// The text below the front matter.
    pub(crate) body: &'a Body,
    /// The front matter, by what any has: names, and the ids that the record had before.
    pub(crate) fields: &'a dyn FrontMatter,
}

impl<T: FrontMatter> Entry<T> {
    /// What every record has.
    pub(crate) fn head(&self) -> Head<'_> {
        let Parsed { id, fields, body, hash, outline: _ } = &*self.parsed;
        Head { input: self.input, id, hash: *hash, body, fields }
    }
}

impl<'a> Head<'a> {
    /// The name that the chronicle prints: an organization may have none, and is called by its id.
    pub(crate) fn name(&self) -> &'a str {
        self.fields.name().unwrap_or(self.id.as_str())
    }
}

/// A parsed file of any kind.
#[derive(Debug)]
pub enum AnyEntry {
    /// A record, and its file.
    Record(InputId, AnyParsed),
    /// A file that is known to be a record of this kind and id, but has errors that were reported.
    Invalid(Kind, Id, InputId),
    /// Not a record: a kept source text, or a file that was reported.
    Other,
}

impl AnyEntry {
    /// What can be kept of it: all but what was refused, which has to be reported again.
    pub(crate) fn parsed(&self) -> Option<AnyParsed> {
        match self {
            AnyEntry::Record(_, parsed) => Some(parsed.clone()),
            AnyEntry::Invalid(..) | AnyEntry::Other => None,
        }
    }
}

macro_rules! any {
    ($($kind:ident {
        list: $list:ident, noun: $noun:literal, plural: $plural:literal,
        fields: $fields:ty, id: $id:ident, role: $role:ident
    })+) => {
        /// What a file of any kind says, wherever it lies: what can be kept for the next run.
        #[derive(Clone, Debug, Decode, Encode)]
        pub enum AnyParsed {
            $(
                #[doc = concat!("A record in `content/", stringify!($list), "/`.")]
                $kind(Arc<Parsed<$fields>>),
            )+
        }

        impl AnyParsed {
            /// The entry at the place where the file lies in this run.
            pub(crate) fn at(self, input: InputId) -> AnyEntry {
                AnyEntry::Record(input, self)
            }

            /// Whether the two are one value, and not only equal.
            pub(crate) fn is_that_of(&self, other: &AnyParsed) -> bool {
                match (self, other) {
                    $((AnyParsed::$kind(one), AnyParsed::$kind(other)) => Arc::ptr_eq(one, other),)+
                    // Two kinds.
                    $((AnyParsed::$kind(_), _) => false,)+
                }
            }

            /// Hash (XXH3) of the file's bytes.
            pub(crate) fn hash(&self) -> u64 {
                match self {
                    $(AnyParsed::$kind(parsed) => parsed.hash,)+
                }
            }
        }

        $(
            impl From<Arc<Parsed<$fields>>> for AnyParsed {
                fn from(parsed: Arc<Parsed<$fields>>) -> AnyParsed {
                    AnyParsed::$kind(parsed)
                }
            }
        )+
    };
}

kinds!(any);
