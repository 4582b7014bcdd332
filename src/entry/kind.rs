//! The kinds of record: one table, from which all code per kind is generated.

/// Gives the table of the kinds to a macro. A row says which folder below `content/` has the records of the kind (the
/// chronicle lists them by that name too), what one and several of them are called, the type of their front matter, that
/// of their ids among the others, and which pages they have: those of a statement, of a subject of statements, or of prose.
macro_rules! kinds {
    ($make:ident) => {
        $make! {
            Statement {
                list: statements, noun: "statement", plural: "statements",
                fields: statement::Statement, id: StatementId, role: Statement
            }
            Person {
                list: people, noun: "person", plural: "people",
                fields: authority::Person, id: PersonId, role: Subject
            }
            Organization {
                list: organizations, noun: "organization", plural: "organizations",
                fields: authority::Organization, id: OrganizationId, role: Subject
            }
            Topic {
                list: topics, noun: "topic", plural: "topics",
                fields: authority::Topic, id: TopicId, role: Subject
            }
            Place {
                list: places, noun: "place", plural: "places",
                fields: authority::Place, id: PlaceId, role: Subject
            }
            Event {
                list: events, noun: "event", plural: "events",
                fields: authority::Event, id: EventId, role: Subject
            }
            Page {
                list: pages, noun: "page", plural: "prose pages",
                fields: authority::Page, id: PageId, role: Page
            }
        }
    };
}

pub(crate) use kinds;

macro_rules! kind {
    ($($kind:ident {
        list: $list:ident, noun: $noun:literal, plural: $plural:literal,
        fields: $fields:ty, id: $id:ident, role: $role:ident
    })+) => {
        /// The kinds of record, by the folder that holds them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind {
            $(
                #[doc = concat!("`content/", stringify!($list), "/`")]
                $kind,
            )+
        }

        impl Kind {
            /// Every kind.
            pub const ALL: [Kind; [$(Kind::$kind),+].len()] = [$(Kind::$kind),+];

            /// The folder below `content/`.
            pub const fn folder(self) -> &'static str {
                match self {
                    $(Kind::$kind => stringify!($list),)+
                }
            }

            /// The kind in a sentence: `statement`.
            pub(crate) const fn noun(self) -> &'static str {
                match self {
                    $(Kind::$kind => $noun,)+
                }
            }

            /// Several of the kind: `statements`.
            pub(crate) const fn plural(self) -> &'static str {
                match self {
                    $(Kind::$kind => $plural,)+
                }
            }
        }
    };
}

kinds!(kind);
