//! Typed indexes into the lists of a chronicle. Only `resolve` creates them.

use crate::entry::kinds;

macro_rules! ids {
    ($($kind:ident {
        list: $list:ident, noun: $noun:literal, plural: $plural:literal,
        fields: $fields:ty, id: $id:ident, role: $role:ident
    })+) => {
        $(
            #[doc = concat!("The position of a record in the list `", stringify!($list), "` of a chronicle.")]
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $id(u32);

            impl $id {
                pub(super) fn new(index: usize) -> $id {
                    $id(u32::try_from(index).unwrap_or(u32::MAX))
                }

                /// The position in the list of its kind.
                pub(crate) fn index(self) -> usize {
                    self.0 as usize
                }
            }
        )+
    };
}

kinds!(ids);
