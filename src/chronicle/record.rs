//! Resolved records: each holds its parsed entry and the ids of the records that it refers to.

use std::ops::Index;

use chrono::NaiveDate;

use super::{Chronicle, EventId, OrganizationId, PageId, PersonId, PlaceId, Relation, StatementId, TopicId};
use crate::address::Address;
use crate::entry::body::Quoted;
use crate::entry::country::Country;
use crate::entry::date::Date;
use crate::entry::statement::Fidelity;
use crate::entry::{Entry, Head, Kind, authority, kinds, statement};
use crate::lock::QuotationHashes;

macro_rules! records {
    ($($kind:ident {
        list: $list:ident, noun: $noun:literal, plural: $plural:literal,
        fields: $fields:ty, id: $id:ident, role: $role:ident
    })+) => {
        /// All resolved records of a site. With the indexes over them they form a [`Chronicle`].
        #[derive(Debug)]
        pub struct Resolved {
            $(pub(super) $list: Vec<$kind>,)+
        }

        /// Any record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Record {
            $(
                #[doc = concat!("A record in `content/", stringify!($list), "/`.")]
                $kind($id),
            )+
        }

        impl Record {
            /// What kind of record it is.
            pub(crate) fn kind(self) -> Kind {
                match self {
                    $(Record::$kind(_) => Kind::$kind,)+
                }
            }
        }

        impl Resolved {
            $(
                /// Every record of the kind: statements in the order of their dates, all others in that of their ids.
                pub(crate) fn $list(&self) -> impl DoubleEndedIterator<Item = $id> + ExactSizeIterator + use<> {
                    (0..self.$list.len()).map($id::new)
                }
            )+

            /// Every record of a kind, in the order of its list.
            pub(crate) fn of_kind(&self, kind: Kind) -> Vec<Record> {
                match kind {
                    $(Kind::$kind => self.$list().map(Record::$kind).collect(),)+
                }
            }

            /// What every record has, of this one.
            pub(crate) fn head(&self, record: Record) -> Head<'_> {
                match record {
                    $(Record::$kind(id) => self[id].entry.head(),)+
                }
            }
        }

        $(
            impl From<$id> for Record {
                fn from(id: $id) -> Record {
                    Record::$kind(id)
                }
            }

            impl Index<$id> for Resolved {
                type Output = $kind;

                fn index(&self, id: $id) -> &$kind {
                    &self.$list[id.index()]
                }
            }

            impl Index<$id> for Chronicle {
                type Output = $kind;

                fn index(&self, id: $id) -> &$kind {
                    &self.resolved[id]
                }
            }
        )+
    };
}

kinds!(records);

impl Resolved {
    /// Every record, kind by kind.
    pub(crate) fn records(&self) -> impl Iterator<Item = Record> {
        Kind::ALL.into_iter().flat_map(|kind| self.of_kind(kind))
    }

    /// Every record that is not a statement.
    pub(crate) fn authorities(&self) -> impl Iterator<Item = Record> {
        self.records().filter(|record| record.kind() != Kind::Statement)
    }
}

/// A resolved statement.
#[derive(Debug)]
pub struct Statement {
    /// What its file says.
    pub(crate) entry: Entry<statement::Statement>,
    pub(crate) speakers: Box<[Speaker]>,
    pub(crate) topics: Box<[TopicId]>,
    /// Bodies spoken about.
    pub(crate) organizations: Box<[OrganizationId]>,
    /// To whom.
    pub(crate) audience: Box<[OrText<Party>]>,
    pub(crate) event: Option<OrText<EventId>>,
    pub(crate) place: Option<OrText<PlaceId>>,
    /// The organization that published each source, where there is a record of it; empty if no source has one.
    pub(crate) publishers: Box<[Option<OrganizationId>]>,
    /// Relations it asserts and inverses of those that others assert, sorted by kind and date.
    pub(crate) relations: Vec<Relation>,
    /// The numbers of its quotations' anchors, in order: 1 for `#q1`.
    pub(crate) anchors: Box<[u32]>,
    /// The day on which it was published, where `chronicle.lock` has it.
    pub(crate) published: Option<NaiveDate>,
    /// The attributed speaker of each quotation as a position in `speakers`; empty where no quotation has an
    /// attribution.
    pub(crate) attributed: Box<[Option<u32>]>,
    /// The quotations with a line that may begin the words of somebody else, `Interviewer: …`: the position of each, and of its
    /// first such line among its turns.
    pub(crate) mixed: Box<[(u32, u32)]>,
    /// Where its page stands.
    pub(crate) address: Address,
}

/// A reference to a record, or a text where there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum OrText<I> {
    /// A record.
    Record(I),
    /// Only words.
    Text(Box<str>),
}

impl<I: Copy> OrText<I> {
    /// The record, if it is one.
    pub(crate) fn record(&self) -> Option<I> {
        match self {
            OrText::Record(id) => Some(*id),
            OrText::Text(_) => None,
        }
    }
}

/// Who spoke, in which office.
#[derive(Clone, Debug)]
pub(crate) enum Speaker {
    /// A person, with the position in the person's offices of the one spoken in.
    Person(PersonId, Option<usize>),
    /// An office, where the source names only that.
    Office {
        /// The office as the source names it.
        title: Box<str>,
        organization: Option<OrganizationId>,
    },
    /// A body that speaks as one.
    Organization(OrganizationId),
    /// A state that speaks as one.
    Country(Country),
}

impl Speaker {
    /// Whether both are the same record, in whatever office. Two speakers known only by the same office may be
    /// different people.
    pub(super) fn is(&self, other: &Speaker) -> bool {
        match (self, other) {
            (Speaker::Person(one, _), Speaker::Person(other, _)) => one == other,
            (Speaker::Organization(one), Speaker::Organization(other)) => one == other,
            (Speaker::Country(one), Speaker::Country(other)) => one == other,
            _ => false,
        }
    }
}

/// Someone spoken to, or taking part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Party {
    /// A person.
    Person(PersonId),
    /// An organization.
    Organization(OrganizationId),
    /// A country.
    Country(Country),
}

/// A resolved person.
#[derive(Debug)]
pub struct Person {
    /// What its file says.
    pub(crate) entry: Entry<authority::Person>,
    /// The organization of each office, in the order of `offices`.
    pub(crate) office_organizations: Vec<Option<OrganizationId>>,
}

/// A resolved topic.
#[derive(Debug)]
pub struct Topic {
    /// What its file says.
    pub(crate) entry: Entry<authority::Topic>,
    pub(crate) broader: Vec<TopicId>,
    /// Narrower topics, in the order of their labels.
    pub(crate) narrower: Vec<TopicId>,
    /// Related topics; a relation said by one side holds for both.
    pub(crate) related: Vec<TopicId>,
}

/// A resolved organization.
#[derive(Debug)]
pub struct Organization {
    /// What its file says.
    pub(crate) entry: Entry<authority::Organization>,
    /// The body it is part of.
    pub(crate) parent: Option<OrganizationId>,
}

/// A resolved place.
#[derive(Debug)]
pub struct Place {
    /// What its file says.
    pub(crate) entry: Entry<authority::Place>,
}

/// A resolved prose page.
#[derive(Debug)]
pub struct Page {
    /// What its file says.
    pub(crate) entry: Entry<authority::Page>,
}

/// A resolved event.
#[derive(Debug)]
pub struct Event {
    /// What its file says.
    pub(crate) entry: Entry<authority::Event>,
    pub(crate) place: Option<OrText<PlaceId>>,
    /// Who held it.
    pub(crate) host: Option<OrText<Party>>,
    pub(crate) participants: Vec<OrText<Party>>,
}

impl Statement {
    /// When it was said.
    pub(crate) fn date(&self) -> &Date {
        &self.entry.fields.date
    }

    /// The hashes (XXH3) of its quotations with the attributions applied.
    pub(crate) fn quotation_hashes(&self) -> impl Iterator<Item = u64> {
        self.quotation_words().map(|words| words.read)
    }

    /// The hashes of its quotations in each possible reading, for anchors.
    pub(crate) fn quotation_words(&self) -> impl Iterator<Item = QuotationHashes> {
        words(&self.entry.body.quotations, &self.attributed)
    }

    /// Whether the record was withdrawn.
    pub(crate) fn is_withdrawn(&self) -> bool {
        self.entry.fields.withdrawn.is_some()
    }

    /// Whether a quotation, by its position, may have words of somebody who is none of the speakers: it ends with a line that may
    /// name them, or has lines that begin with their names. On the page of the statement readers see these lines, but nowhere
    /// else may the words be taken for the speakers'.
    pub(crate) fn may_be_of_others(&self, position: usize) -> bool {
        let is_attributed = self.attributed.get(position).is_some_and(Option::is_some);
        let quoted = self.entry.body.quotations.get(position);
        // A line with nothing before it is what was said.
        let has_name = || quoted.is_some_and(|quoted| quoted.last_line().is_some() && !quoted.is_empty[1]);
        self.mixed.iter().any(|(mixed, _)| *mixed as usize == position) || !is_attributed && has_name()
    }

    /// Whether the words of its quotations are the speakers' own, and not those of a translator or of whoever summed them up.
    pub(crate) fn has_own_words(&self) -> bool {
        let fields = &self.entry.fields;
        fields.original_language.is_none() && matches!(fields.fidelity, Fidelity::Verbatim | Fidelity::Reported)
    }
}

/// The hashes of quotations in each possible reading, given their attributions.
pub(super) fn words(quotations: &[Quoted], attributed: &[Option<u32>]) -> impl Iterator<Item = QuotationHashes> {
    quotations.iter().enumerate().map(|(number, quotation)| {
        let has_speaker = attributed.get(number).is_some_and(Option::is_some);
        match quotation.attributed {
            Some(apart) if has_speaker => QuotationHashes {
                read: apart,
                with_images: quotation.with_images[1],
                others: [Some(quotation.hash), quotation.before, quotation.with_images[0]],
                is_attributed: true,
            },
            apart => QuotationHashes {
                read: quotation.hash,
                with_images: quotation.with_images[0],
                others: [apart, quotation.before, quotation.with_images[1]],
                is_attributed: false,
            },
        }
    })
}
