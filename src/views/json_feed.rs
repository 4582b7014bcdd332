//! JSON Feed 1.1 (jsonfeed.org): `feed.json`.

use std::borrow::Cow;

use serde::Serialize;

use super::url::Url;
use crate::language::Language;

/// The version of the format.
pub(crate) const VERSION: &str = "https://jsonfeed.org/version/1.1";

/// A feed.
#[derive(Debug, Serialize)]
pub(crate) struct Feed<'a> {
    pub(crate) version: &'static str,
    pub(crate) title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) home_page_url: Option<Url<'a>>,
    pub(crate) feed_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<&'a str>,
    pub(crate) language: &'a Language,
    pub(crate) authors: [Author<'a>; 1],
    pub(crate) items: Vec<Item<'a>>,
}

/// Who wrote or said something.
#[derive(Debug, Serialize)]
pub(crate) struct Author<'a> {
    pub(crate) name: Cow<'a, str>,
}

/// An entry.
#[derive(Debug, Serialize)]
pub(crate) struct Item<'a> {
    pub(crate) id: String,
    pub(crate) url: String,
    pub(crate) title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) content_html: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) content_text: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) summary: Option<&'a str>,
    /// As RFC 3339 writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date_published: Option<String>,
    /// As RFC 3339 writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date_modified: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) authors: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) tags: Vec<Cow<'a, str>>,
    pub(crate) language: &'a Language,
}
