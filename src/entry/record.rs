//! Parsed records: of a known kind, or of any kind.

use std::ops::Deref;
use std::sync::Arc;

use bitcode::{Decode, Encode};

use super::body::Body;
use super::common_fields::FrontMatter;
use super::id::Id;
use super::kind::{Kind, kinds};
use super::{authority, statement};
use crate::input::InputId;

/// A parsed record at its position among the inputs; `T` is its front matter.
#[derive(Clone, Debug)]
pub(crate) struct Entry<T> {
    pub(crate) input: InputId,
    /// The parsed content, shared with the cache of the next run.
    pub(crate) parsed: Arc<Parsed<T>>,
}

impl<T> Deref for Entry<T> {
    type Target = Parsed<T>;

    fn deref(&self) -> &Parsed<T> {
        &self.parsed
    }
}

/// The parsed content of a file, independent of its position among the inputs.
#[derive(Clone, Debug, Decode, Encode)]
pub struct Parsed<T> {
    /// The file's stem.
    pub(crate) id: Id,
    pub(crate) fields: T,
    /// The text below the front matter.
    pub(crate) body: Body,
    /// Hash (XXH3) of the file's bytes, checked again when the text is rendered.
    pub(crate) hash: u64,
    /// Hash of what other pages can show of it: the front matter, the headings, the opening and the number of
    /// quotations.
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
    /// The front matter through the trait that all kinds implement.
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
    /// A record of known kind and id whose errors were reported.
    Invalid(Kind, Id, InputId),
    /// Not a record: a source text, or a file that was reported.
    Other,
}

impl AnyEntry {
    /// The part that can be cached: invalid files are parsed again, to report their errors again.
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
        /// The parsed content of a file of any kind, which can be cached for the next run.
        #[derive(Clone, Debug, Decode, Encode)]
        pub enum AnyParsed {
            $(
                #[doc = concat!("A record in `content/", stringify!($list), "/`.")]
                $kind(Arc<Parsed<$fields>>),
            )+
        }

        impl AnyParsed {
            /// The entry at the file's position among the inputs of this run.
            pub(crate) fn at(self, input: InputId) -> AnyEntry {
                AnyEntry::Record(input, self)
            }

            /// Whether both share one allocation.
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
