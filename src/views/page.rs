//! What every page has, and what is on every page.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Brief, Card, Href, Html, Link, SharedValue, YearCount};

/// The values of every page, as far as they say what the page is.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "page")]
pub(crate) struct Page<'a> {
    pub(crate) kind: &'static str,
    pub(crate) address: Option<Href>,
    /// Absolute address.
    pub(crate) url: String,
    pub(crate) title: &'a str,
    /// One or two sentences without markup, of at most 200 characters.
    pub(crate) description: &'a str,
    /// Of the page's own text; the words around it are in `site.language`.
    pub(crate) language: &'a str,
    pub(crate) dir: &'static str,
    /// Of topics the eight broader ones next to it.
    pub(crate) breadcrumbs: Vec<Step<'a>>,
    pub(crate) feeds: Vec<FeedLink>,
    /// Other forms of the page.
    pub(crate) alternates: Vec<Alternate>,
    /// Of statements, and of lists of a person, topic, event or year.
    pub(crate) references: Vec<ReferenceFile>,
    /// On a statement's page a brief, otherwise a link.
    pub(crate) prev: Option<Neighbour>,
    pub(crate) next: Option<Neighbour>,
    /// Address in the repository.
    pub(crate) edit: Option<String>,
    /// Address of what changed in what the page lists.
    pub(crate) changes: Option<Href>,
    /// Address of the page of search, for what this page lists.
    pub(crate) search: Option<Href>,
    /// Whether search engines should list it.
    pub(crate) indexable: bool,
    /// What is shown beside a link to the page elsewhere, in place of `site.picture`: the portrait of a person.
    pub(crate) picture: Option<Picture<'a>>,
    /// The text of the JSON-LD script.
    pub(crate) jsonld: Option<Html>,
}

/// A page that others lead to: the word `msg["nav_" ~ key]` names it where it has a key, otherwise its label.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "step")]
pub(crate) struct Step<'a> {
    pub(crate) key: Option<&'static str>,
    pub(crate) label: Option<Cow<'a, str>>,
    pub(crate) address: Href,
}

/// A feed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "feed_link")]
pub(crate) struct FeedLink {
    pub(crate) title: String,
    pub(crate) address: Href,
    /// Address of the same as JSON.
    pub(crate) json: Option<Href>,
}

/// Another form of a page.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "alternate")]
pub(crate) struct Alternate {
    /// Media type.
    #[serde(rename = "type")]
    pub(crate) media_type: &'static str,
    pub(crate) address: Href,
}

/// A file with the references to what a page is about.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "reference_file")]
pub(crate) struct ReferenceFile {
    /// `RIS`, `BibLaTeX` or `CSL-JSON`.
    pub(crate) format: &'static str,
    /// Media type.
    #[serde(rename = "type")]
    pub(crate) media_type: &'static str,
    pub(crate) address: Href,
    /// The name to save it by.
    pub(crate) file: String,
}

/// The page before or after one.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "neighbour")]
pub(crate) enum Neighbour {
    Page(SharedValue<Link<'static>>),
    Statement(SharedValue<Brief<'static>>),
}

impl From<SharedValue<Link<'static>>> for Neighbour {
    fn from(link: SharedValue<Link<'static>>) -> Neighbour {
        Neighbour::Page(link)
    }
}

impl From<SharedValue<Brief<'static>>> for Neighbour {
    fn from(brief: SharedValue<Brief<'static>>) -> Neighbour {
        Neighbour::Statement(brief)
    }
}

/// The values of the site.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "site")]
pub(crate) struct Site<'a> {
    pub(crate) title: &'a str,
    pub(crate) subtitle: Option<&'a str>,
    /// Absolute address of the home page.
    pub(crate) base_url: String,
    pub(crate) language: &'a str,
    pub(crate) dir: &'static str,
    pub(crate) repository: Option<&'a str>,
    /// Address of the home page.
    pub(crate) home: Option<Href>,
    pub(crate) generator: &'static str,
    /// Address of the Atom feed.
    pub(crate) feed: Option<Href>,
    /// Address of the page of search.
    pub(crate) search: Option<Href>,
    /// Address of the description of the search for browsers.
    pub(crate) opensearch: Option<Href>,
    /// Address of the form to contribute.
    pub(crate) contribute: Option<Href>,
    pub(crate) license: Option<License<'a>>,
    /// The language as the Open Graph protocol writes it: `en_US`.
    pub(crate) locale: String,
    /// What is shown beside a link to a page elsewhere.
    pub(crate) picture: Option<Picture<'a>>,
    /// Address of the picture that stands beside the name of the site.
    pub(crate) logo: Option<Href>,
    /// What browsers show in tabs and bookmarks, where the site has an icon of its own.
    pub(crate) icon: Option<Icon>,
    /// The style sheets of the site, which pages load after that of the theme, in order.
    pub(crate) styles: Vec<StyleSheet>,
    /// What pages may load (Content Security Policy), unless `site.toml` turns it off.
    pub(crate) policy: Option<Html>,
}

/// A licence.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "license")]
pub(crate) struct License<'a> {
    pub(crate) name: &'a str,
    pub(crate) url: &'a str,
}

/// The picture of a site or a page.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "picture")]
pub(crate) struct Picture<'a> {
    /// Absolute address.
    pub(crate) url: String,
    /// What it shows, in words.
    pub(crate) alt: &'a str,
}

/// The icon of a site.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "icon")]
pub(crate) struct Icon {
    pub(crate) address: Href,
    /// Media type.
    #[serde(rename = "type")]
    pub(crate) media_type: &'static str,
}

/// A style sheet of a site.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "style_sheet")]
pub(crate) struct StyleSheet {
    pub(crate) address: Href,
    /// Its hash, for the attribute of this name.
    pub(crate) integrity: String,
}

/// The navigation: `nav.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Nav<'a> {
    /// The parts of the site that have a page, and what else `site.toml` puts there.
    pub(crate) parts: Vec<NavPart<'a>>,
}

/// A link of the navigation: the word `msg["nav_" ~ key]` names it where it has a key, otherwise its label.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "nav_part")]
pub(crate) struct NavPart<'a> {
    pub(crate) key: Option<&'static str>,
    pub(crate) label: Option<&'a str>,
    pub(crate) address: Href,
    /// `page` on the page that it leads to, `true` on the pages below, otherwise absent.
    pub(crate) current: Option<&'static str>,
}

/// The foot of every page: `foot.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Foot<'a> {
    /// The prose pages, and those about the chronicle itself.
    pub(crate) prose: Vec<Step<'a>>,
    /// The words of the site there.
    pub(crate) text: Option<Html>,
}

/// A statement in a list: `row.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Row {
    pub(crate) card: SharedValue<Card<'static>>,
}

/// The years of a subject that has pages by year: `years-list.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct YearsList {
    pub(crate) years: Vec<YearCount>,
}
