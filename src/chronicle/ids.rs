//! Ids of records: positions in the lists of a chronicle, which only resolving gives.

macro_rules! ids {
    ($($(#[doc = $doc:literal])+ $id:ident,)+) => {
        $(
            $(#[doc = $doc])+
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $id(u32);

            impl $id {
                pub(super) fn new(index: usize) -> $id {
                    $id(u32::try_from(index).unwrap_or(u32::MAX))
                }

                /// The position in the list of its kind.
                pub fn index(self) -> usize {
                    self.0 as usize
                }
            }
        )+
    };
}

ids! {
    /// A statement; in the order of their dates.
    StatementId,
    /// A person; in the order of their ids.
    PersonId,
    /// An organization; in the order of their ids.
    OrganizationId,
    /// A topic; in the order of their ids.
    TopicId,
    /// A place; in the order of their ids.
    PlaceId,
    /// An event; in the order of their ids.
    EventId,
    /// A prose page; in the order of their ids.
    PageId,
}
