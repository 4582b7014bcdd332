//! Serialization of front matter values for templates and JSON: the same as in front matter.

use serde::{Serialize, Serializer};

use super::position::Position;
use super::shape::{Headline, OneOrMany, Rare, Text};
use super::statement::Sha256;
use crate::address::WebUrl;

/// Serializes types as the text they hold.
macro_rules! as_text {
    ($($type:ty),+) => { $(impl Serialize for $type {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    })+ };
}

as_text!(Headline, Sha256, Text, WebUrl);

impl Serialize for Position {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.number())
    }
}

impl<T: Serialize> Serialize for Rare<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

/// A list, also where one value stands alone.
impl<T: Serialize> Serialize for OneOrMany<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_slice().serialize(serializer)
    }
}
