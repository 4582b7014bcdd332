//! What programs read: feeds, sitemaps, redirects.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Card, Change, Href, Html, Merged, SharedValue};

/// A feed: `atom.xml`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Feed {
    pub(crate) feed: FeedHead,
    /// Markup of the entries, newest first.
    pub(crate) entries: Html,
}

/// What a feed says of itself.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "feed")]
pub(crate) struct FeedHead {
    pub(crate) title: String,
    /// What it is known by: the address of the page, or by `id_base` of `[feeds]` an id that stays when the site moves.
    pub(crate) id: String,
    /// Absolute address of the feed.
    pub(crate) url: String,
    /// Absolute address of the page.
    pub(crate) html: String,
    /// As RFC 3339 writes it.
    pub(crate) updated: String,
}

/// A feed of what changed in the record: `changes.xml`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ChangesFeed<'a> {
    pub(crate) feed: FeedHead,
    /// Newest first.
    pub(crate) changes: Vec<ChangeEntry<'a>>,
}

/// A change as an entry of a feed.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "change_entry")]
pub(crate) struct ChangeEntry<'a> {
    /// What it is known by.
    pub(crate) id: String,
    /// Absolute address of the statement.
    pub(crate) url: String,
    /// As RFC 3339 writes it.
    pub(crate) updated: String,
    /// What happened to which statement.
    pub(crate) title: String,
    pub(crate) change: Change<'a>,
}

/// An entry of a feed: `atom-entry.xml`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Entry {
    pub(crate) entry: Merged<SharedValue<Card<'static>>, EntryOnly>,
}

/// What an entry has beside the card of its statement.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "entry")]
pub(crate) struct EntryOnly {
    /// What it is known by: its address, or by `id_base` of `[feeds]` an id that stays when the site moves.
    pub(crate) id: String,
    /// Absolute address.
    pub(crate) url: String,
    /// When it came into the record, where that is known, as RFC 3339 writes it.
    pub(crate) published: Option<String>,
    /// As RFC 3339 writes it.
    pub(crate) updated: Option<String>,
    /// `withdrawn` or `corrected`, where it was: the message of this name says it.
    pub(crate) status: Option<&'static str>,
    /// That it was withdrawn, when and why.
    pub(crate) notice: Option<String>,
    pub(crate) authors: Vec<String>,
    /// HTML, still to be escaped; absent but in the feed of the site.
    pub(crate) content: Option<String>,
}

/// A sitemap: `sitemap.xml`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Sitemap<'a> {
    pub(crate) urls: Vec<SitemapUrl<'a>>,
}

/// A page in a sitemap.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "sitemap_url")]
pub(crate) struct SitemapUrl<'a> {
    pub(crate) url: String,
    pub(crate) lastmod: Option<&'a str>,
}

/// The index of several sitemaps: `sitemap-index.xml`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct SitemapIndex {
    /// Absolute addresses.
    pub(crate) sitemaps: Vec<String>,
}

/// `robots.txt`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Robots {
    /// Absolute address.
    pub(crate) sitemap: String,
}

/// A page that leads on to another: `redirect.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Redirect {
    pub(crate) target: Option<Href>,
    /// Absolute address.
    pub(crate) target_url: String,
}
