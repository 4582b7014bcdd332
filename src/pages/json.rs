//! JSON as pages say it.

use std::borrow::Cow;
use std::io::Write;

use crate::address::Address;
use crate::config::BaseUrl;

/// An address of the site with scheme and host, and a place on the page. Graphs are made of them for the most part, so
/// they become text only when they are written.
#[derive(Clone)]
pub(super) struct Url<'a> {
    pub(super) base: &'a BaseUrl,
    pub(super) address: Address,
    pub(super) place: Place,
}

/// A place on a statement's page.
#[derive(Clone, Copy)]
pub(super) enum Place {
    /// The page itself.
    Page,
    /// A quotation, by its number.
    Quotation(u32),
    /// A source, from 1 on.
    Source(usize),
    /// The occasion.
    Event,
}

impl Url<'_> {
    fn write(&self, out: &mut Vec<u8>) {
        for part in [self.base.origin(), self.base.path(), self.address.as_str()] {
            out.extend_from_slice(part.as_bytes());
        }
        // Writing to memory cannot fail.
        match self.place {
            Place::Page => {}
            Place::Quotation(number) => drop(write!(out, "#q{number}")),
            Place::Source(position) => drop(write!(out, "#source-{position}")),
            Place::Event => out.extend_from_slice(b"#event"),
        }
    }

    /// Another place on the same page.
    pub(super) fn at(&self, place: Place) -> Self {
        Url { place, ..self.clone() }
    }
}

/// A JSON value whose keys are words of a vocabulary; lighter than `serde_json::Value`, since every page has many.
pub(super) enum Json<'a> {
    Null,
    Text(Cow<'a, str>),
    Url(Url<'a>),
    Number(usize),
    List(Vec<Json<'a>>),
    Map(Vec<(&'static str, Json<'a>)>),
}

impl Json<'_> {
    /// The value as JSON (RFC 8259).
    pub(super) fn to_text(&self) -> String {
        let mut out = Vec::with_capacity(8192);
        self.write(&mut out);
        // Texts and punctuation are all that was written.
        String::from_utf8(out).unwrap_or_default()
    }

    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Json::Null => out.extend_from_slice(b"null"),
            // Writing to memory cannot fail.
            Json::Text(text) => drop(serde_json::to_writer(out, &**text)),
            // Neither a web address nor an id can have a letter that JSON escapes.
            Json::Url(url) => {
                out.push(b'"');
                url.write(out);
                out.push(b'"');
            }
            Json::Number(number) => drop(serde_json::to_writer(out, number)),
            Json::List(items) => {
                out.push(b'[');
                for (position, item) in items.iter().enumerate() {
                    if position > 0 {
                        out.push(b',');
                    }
                    item.write(out);
                }
                out.push(b']');
            }
            Json::Map(pairs) => {
                out.push(b'{');
                for (position, (key, value)) in pairs.iter().enumerate() {
                    if position > 0 {
                        out.push(b',');
                    }
                    // A word of a vocabulary has nothing to escape.
                    out.push(b'"');
                    out.extend_from_slice(key.as_bytes());
                    out.extend_from_slice(b"\":");
                    value.write(out);
                }
                out.push(b'}');
            }
        }
    }
}

impl<'a> From<Url<'a>> for Json<'a> {
    fn from(url: Url<'a>) -> Self {
        Json::Url(url)
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
