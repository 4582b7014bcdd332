//! Common value shapes of front matter: one or many, text or map, non-empty text.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use bitcode::{Decode, Encode};
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};

use super::limits::ITEMS;
use crate::diagnostic::Code;
use crate::document::invalid;

/// A text that is not empty, without white space at its ends, on one line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Decode, Encode)]
pub(crate) struct Text(Box<str>);

impl Text {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
        let text = text.trim();
        if text.is_empty() {
            return Err(invalid(
                Code::BadValue,
                "the text is empty",
                Some("write something, or leave the key out".into()),
            ));
        }
        Ok(Text(
            if text.contains('\n') { text.split_whitespace().collect::<Vec<_>>().join(" ") } else { text.to_owned() }
                .into(),
        ))
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
        // Not `deserialize_string`, for which some deserializers turn `2006` or `~` into text.
        deserializer.deserialize_any(TextVisitor)
    }
}

/// A headline: a [`Text`] of at most 120 characters.
#[derive(Clone, Debug, PartialEq, Eq, Decode, Encode)]
pub(crate) struct Headline(Text);

impl Headline {
    pub(crate) fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl<'de> Deserialize<'de> for Headline {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Headline, D::Error> {
        let text = Text::deserialize(deserializer)?;
        let length = text.as_str().chars().count();
        if length > 120 {
            let message = format!("the title has {length} characters, at most 120 fit a headline");
            return Err(invalid(Code::BadValue, message, Some("shorten it, and say the rest in `summary`".into())));
        }
        Ok(Headline(text))
    }
}

/// A list that is mostly empty, and takes little then: hundreds of thousands of entries stay in memory.
#[derive(Clone, Debug, Decode, Encode)]
pub(crate) struct Rare<T>(Option<Box<Box<[T]>>>);

impl<T> Rare<T> {
    fn of(values: impl Into<Box<[T]>>) -> Rare<T> {
        Rare(Some(values.into()).filter(|values| !values.is_empty()).map(Box::new))
    }
}

impl<T> Default for Rare<T> {
    fn default() -> Rare<T> {
        Rare(None)
    }
}

impl<T> Deref for Rare<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.0.as_deref().map_or(&[], |values| values)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Rare<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Rare<T>, D::Error> {
        Vec::deserialize(deserializer).map(Rare::of)
    }
}

/// A single value or a list.
#[derive(Clone, Debug, Decode, Encode)]
pub(crate) struct OneOrMany<T>(Rare<T>);

impl<T> OneOrMany<T> {
    /// The values, in the order written.
    pub(crate) fn as_slice(&self) -> &[T] {
        &self.0
    }
}

impl<T> Default for OneOrMany<T> {
    fn default() -> OneOrMany<T> {
        OneOrMany(Rare::default())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<OneOrMany<T>, D::Error> {
        deserializer.deserialize_any(OneOrManyVisitor(PhantomData))
    }
}

struct OneOrManyVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for OneOrManyVisitor<T> {
    type Value = OneOrMany<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<OneOrMany<T>, A::Error> {
        let mut values = Vec::with_capacity(items.size_hint().unwrap_or(1));
        while let Some(value) = items.next_element()? {
            values.push(value);
            if values.len() > ITEMS {
                let message = format!("the list has more than {ITEMS} items");
                let help = "record in several statements what was said of so many".to_owned();
                return Err(invalid(Code::OversizedEntry, message, Some(help)));
            }
        }
        Ok(OneOrMany(Rare::of(values)))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<OneOrMany<T>, E> {
        Ok(OneOrMany(Rare::of([T::deserialize(StrDeserializer::new(text))?])))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<OneOrMany<T>, A::Error> {
        Ok(OneOrMany(Rare::of([T::deserialize(MapAccessDeserializer::new(map))?])))
    }
}

/// A list that must not be empty, or one value alone. Boxed without spare capacity.
#[derive(Clone, Debug, Decode, Encode)]
pub(crate) struct AtLeastOne<T>(Box<[T]>);

impl<T> AtLeastOne<T> {
    /// The values, in the order written.
    pub(crate) fn as_slice(&self) -> &[T] {
        &self.0
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for AtLeastOne<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<AtLeastOne<T>, D::Error> {
        match OneOrMany::deserialize(deserializer)?.0.0 {
            Some(values) => Ok(AtLeastOne(*values)),
            None => Err(invalid(Code::BadValue, "the list is empty", Some("name at least one".into()))),
        }
    }
}

/// A plain text, or a map that says more.
#[derive(Clone, Debug, Decode, Encode)]
pub(crate) enum TextOr<T, S = Text> {
    /// The short form.
    Text(S),
    /// The long form.
    Map(T),
}

impl<'de, T: Deserialize<'de>, S: Deserialize<'de>> Deserialize<'de> for TextOr<T, S> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<TextOr<T, S>, D::Error> {
        deserializer.deserialize_any(TextOrVisitor(PhantomData))
    }
}

struct TextOrVisitor<T, S>(PhantomData<(T, S)>);

impl<'de, T: Deserialize<'de>, S: Deserialize<'de>> Visitor<'de> for TextOrVisitor<T, S> {
    type Value = TextOr<T, S>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text or a map")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<TextOr<T, S>, E> {
        S::deserialize(StrDeserializer::new(text)).map(TextOr::Text)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<TextOr<T, S>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(TextOr::Map)
    }
}
