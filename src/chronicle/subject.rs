//! Subjects: what statements are listed under.

use super::{Chronicle, EventId, OrganizationId, PageId, PersonId, PlaceId, Record, StatementId, TopicId};
use crate::address::Address;
use crate::entry::country::Country;
use crate::entry::{Kind, kinds};

macro_rules! subjects {
    ($($(#[doc = $doc:literal])+ $many:ident: $one:ident($id:ty), $key:expr, $word:expr;)+) => {
        /// Anything that statements are listed under.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Subject {
            $(
                $(#[doc = $doc])+
                $one($id),
            )+
        }

        /// A kind of subject.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum SubjectKind {
            $(
                $(#[doc = $doc])+
                $many,
            )+
        }

        impl Subject {
            /// The record of the subject, or the country, which has none.
            pub(crate) fn record(self) -> Result<Record, Country> {
                match self {
                    $(Subject::$one(id) => id.named(),)+
                }
            }
        }

        impl SubjectKind {
            /// Every kind.
            pub const ALL: [SubjectKind; [$(SubjectKind::$many),+].len()] = [$(SubjectKind::$many),+];

            /// The first part of the addresses, and the key of the word for all subjects of the kind.
            pub fn key(self) -> &'static str {
                match self {
                    $(SubjectKind::$many => $key,)+
                }
            }

            /// What one subject of the kind is called.
            pub(crate) fn word(self) -> &'static str {
                match self {
                    $(SubjectKind::$many => $word,)+
                }
            }

            /// The kind of a subject.
            pub(crate) fn of(subject: Subject) -> SubjectKind {
                match subject {
                    $(Subject::$one(_) => SubjectKind::$many,)+
                }
            }
        }

        $(
            impl From<$id> for Subject {
                fn from(id: $id) -> Subject {
                    Subject::$one(id)
                }
            }
        )+
    };
}

subjects! {
    /// Subject headings.
    Topics: Topic(TopicId), Kind::Topic.folder(), Kind::Topic.noun();
    /// Speakers.
    People: Person(PersonId), Kind::Person.folder(), Kind::Person.noun();
    /// Bodies that spoke, or were spoken about, for or to.
    Organizations: Organization(OrganizationId), Kind::Organization.folder(), Kind::Organization.noun();
    /// Countries that spoke, or were spoken about or to.
    Countries: Country(Country), "countries", "country";
    /// Places.
    Places: Place(PlaceId), Kind::Place.folder(), Kind::Place.noun();
    /// Occasions.
    Events: Event(EventId), Kind::Event.folder(), Kind::Event.noun();
}

trait SubjectName {
    fn named(self) -> Result<Record, Country>;
}

impl SubjectName for Country {
    fn named(self) -> Result<Record, Country> {
        Err(self)
    }
}

/// Which pages a record has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Those of a statement.
    Statement(StatementId),
    /// Those of a subject, if a statement is listed under it.
    Subject(Subject),
    /// Its text.
    Page(PageId),
}

macro_rules! roles {
    ($($kind:ident {
        list: $list:ident, noun: $noun:literal, plural: $plural:literal,
        fields: $fields:ty, id: $id:ident, role: $role:ident
    })+) => {
        impl Record {
            /// What the pages of the record are.
            pub(crate) fn role(self) -> Role {
                match self {
                    $(Record::$kind(id) => Role::$role(id.into()),)+
                }
            }
        }

        $(
            impl SubjectName for $id {
                fn named(self) -> Result<Record, Country> {
                    Ok(self.into())
                }
            }
        )+
    };
}

kinds!(roles);

impl Record {
    /// The record as something that statements are listed under, if it is of such a kind.
    pub(crate) fn subject(self) -> Option<Subject> {
        match self.role() {
            Role::Subject(subject) => Some(subject),
            Role::Statement(_) | Role::Page(_) => None,
        }
    }
}

impl Chronicle {
    /// The address of a subject's page, whether or not it has one.
    pub(crate) fn subject_address(&self, subject: Subject) -> Address {
        let folder = SubjectKind::of(subject).key();
        match subject.record() {
            Ok(record) => Address::page([folder, self.id(record).as_str()]),
            Err(country) => Address::page([folder, &country.code().to_lowercase()]),
        }
    }
}
