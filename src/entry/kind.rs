//! The kinds of record: one table, from which all is made that there is of each kind.

/// Gives the table of the kinds to a macro. A row says which folder below `content/` has the records of the kind (the
/// chronicle lists them by that name too), what one of them is called, the type of their front matter, that of their ids
/// among the others, and which pages they have: their own, those of a subject of statements, or that of a prose page.
macro_rules! kinds {
    ($make:ident) => {
        $make! {
            Statement { list: statements, noun: "statement", fields: statement::Statement, id: StatementId, role: Statement }
            Person { list: people, noun: "person", fields: authority::Person, id: PersonId, role: Subject }
            Organization {
                list: organizations,
                noun: "organization",
                fields: authority::Organization,
                id: OrganizationId,
                role: Subject
            }
            Topic { list: topics, noun: "topic", fields: authority::Topic, id: TopicId, role: Subject }
            Place { list: places, noun: "place", fields: authority::Place, id: PlaceId, role: Subject }
            Event { list: events, noun: "event", fields: authority::Event, id: EventId, role: Subject }
            Page { list: pages, noun: "page", fields: authority::Page, id: PageId, role: Page }
        }
    };
}

pub(crate) use kinds;

macro_rules! kind {
    ($($kind:ident {
        list: $list:ident, noun: $noun:literal, fields: $fields:ty, id: $id:ident, role: $role:ident
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
            pub const fn noun(self) -> &'static str {
                match self {
                    $(Kind::$kind => $noun,)+
                }
            }
        }
    };
}

kinds!(kind);
