//! JSON as pages say it.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

/// A JSON value whose keys are words of a vocabulary; lighter than `serde_json::Value`, since every page has many.
pub(super) enum Json<'a> {
    Null,
    Text(Cow<'a, str>),
    Number(usize),
    List(Vec<Json<'a>>),
    Map(Vec<(&'static str, Json<'a>)>),
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => serializer.serialize_unit(),
            Json::Text(text) => serializer.serialize_str(text),
            Json::Number(number) => number.serialize(serializer),
            Json::List(items) => serializer.collect_seq(items),
            Json::Map(pairs) => serializer.collect_map(pairs.iter().map(|(key, value)| (key, value))),
        }
    }
}

impl From<String> for Json<'_> {
    fn from(text: String) -> Self {
        Json::Text(text.into())
    }
}

impl<'a> From<&'a str> for Json<'a> {
    fn from(text: &'a str) -> Self {
        Json::Text(text.into())
    }
}

impl<'a, T: Into<Json<'a>>> From<Option<T>> for Json<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Json::Null, Into::into)
    }
}

/// A list; null where it would be empty.
pub(super) fn list<'a>(items: impl IntoIterator<Item = Json<'a>>) -> Json<'a> {
    let items: Vec<Json<'a>> = items.into_iter().collect();
    if items.is_empty() { Json::Null } else { Json::List(items) }
}

/// An object of these pairs, without those that are null.
pub(super) fn node<'a, const N: usize>(pairs: [(&'static str, Json<'a>); N]) -> Json<'a> {
    Json::Map(pairs.into_iter().filter(|(_, value)| !matches!(value, Json::Null)).collect())
}
