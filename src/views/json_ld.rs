//! JSON-LD (schema.org) in the pages: one struct for each type of the vocabulary, with the properties that are said. Here
//! are the graph and the types of pages; what pages are about is in `things`.
//!
//! Things stand where they are first named, and later by their ids. An id is relative to the page (`#q1`) or to the host
//! (`/people/…`), as JSON-LD in a page may have it; search engines want whole addresses of pages, so those have them.

mod things;

use std::borrow::Cow;
use std::io::{self, Write};

use memchr::memchr;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use super::url::{Fragment, Url};
use crate::language::Language;
pub(crate) use things::{
    Country, CreativeWork, DefinedTerm, Event, EventSeries, GeoCoordinates, ImageObject, Organization,
    OrganizationRole, OrganizationType, Person, Place, Quotation,
};

/// A graph.
#[derive(Debug, Serialize)]
pub(crate) struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    nodes: Vec<Node<'a>>,
}

impl<'a> Graph<'a> {
    pub(crate) fn new(nodes: Vec<Node<'a>>) -> Graph<'a> {
        Graph { context: "https://schema.org", nodes }
    }

    /// The text of a script: nothing in it can end the script.
    pub(crate) fn script(&self) -> String {
        let mut text = Vec::with_capacity(8192);
        self.serialize(&mut Serializer::with_formatter(&mut text, InScript))
            .expect("texts and numbers in structs are JSON, and writing to memory does not fail");
        String::from_utf8(text).expect("JSON is UTF-8")
    }
}

/// Writes `<` in texts as an escape: a script ends at `</script`, and begins another state at `<!--`.
struct InScript;

impl Formatter for InScript {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment.as_bytes();
        while let Some(at) = memchr(b'<', rest) {
            writer.write_all(&rest[..at])?;
            writer.write_all(b"\\u003c")?;
            rest = &rest[at + 1..];
        }
        writer.write_all(rest)
    }
}

/// A thing of the graph.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum Node<'a> {
    CollectionPage(Box<CollectionPage<'a>>),
    Article(Box<Article<'a>>),
    BreadcrumbList(BreadcrumbList<'a>),
    DefinedTerm(DefinedTerm<'a>),
    Person(Person<'a>),
    Organization(Organization<'a>),
    Country(Country<'a>),
    Place(Place<'a>),
    Event(Box<Event<'a>>),
    Dataset(Box<Dataset<'a>>),
}

/// What a thing is known by.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum Id<'a> {
    /// The path of a page.
    Path(Url<'a>),
    /// A place on the page that has the graph.
    Here(Fragment),
    /// A name within the graph, `_:…`.
    Blank(Cow<'static, str>),
}

impl<'a> Id<'a> {
    /// That of a page of the site.
    pub(crate) fn page(url: Url<'a>) -> Id<'a> {
        Id::Path(url.path())
    }
}

/// A thing by what it is known by.
#[derive(Debug, Serialize)]
pub(crate) struct Reference<'a> {
    #[serde(rename = "@id")]
    pub(crate) id: Id<'a>,
}

/// The record as data.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "Dataset")]
pub(crate) struct Dataset<'a> {
    #[serde(rename = "@id")]
    pub(crate) id: Url<'a>,
    pub(crate) name: &'a str,
    pub(crate) description: &'a str,
    pub(crate) in_language: &'a Language,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) license: Option<&'a str>,
    pub(crate) distribution: Vec<DataDownload<'a>>,
}

/// A file of a dataset.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "DataDownload")]
pub(crate) struct DataDownload<'a> {
    pub(crate) content_url: Url<'a>,
    /// Its media type.
    pub(crate) encoding_format: &'static str,
}

/// A page that lists statements.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "CollectionPage")]
pub(crate) struct CollectionPage<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<Url<'a>>,
    pub(crate) name: &'a str,
    pub(crate) in_language: &'a Language,
    /// Whom or what the statements are by, or about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) about: Option<Node<'a>>,
    pub(crate) main_entity: ItemList<'a>,
}

/// The statements of a list.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "ItemList")]
pub(crate) struct ItemList<'a> {
    pub(crate) number_of_items: usize,
    pub(crate) item_list_element: Vec<ListItem<'a>>,
}

/// A statement of a list.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "ListItem")]
pub(crate) struct ListItem<'a> {
    pub(crate) position: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<Url<'a>>,
}

/// The way to a page from the home page. The last step is the page itself, and has no address.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "BreadcrumbList")]
pub(crate) struct BreadcrumbList<'a> {
    pub(crate) item_list_element: Vec<Breadcrumb<'a>>,
}

/// A step of the way.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "ListItem")]
pub(crate) struct Breadcrumb<'a> {
    pub(crate) position: usize,
    pub(crate) name: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) item: Option<Url<'a>>,
}

/// What the chronicle says of a statement.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "Article")]
pub(crate) struct Article<'a> {
    #[serde(rename = "@id")]
    pub(crate) id: Url<'a>,
    pub(crate) headline: &'a str,
    pub(crate) in_language: &'a Language,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) temporal_coverage: Option<String>,
    /// The day on which it came into the record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date_published: Option<String>,
    /// The day on which the record of it changed last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date_modified: Option<String>,
    /// `Withdrawn`, where it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) creative_work_status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) position: Option<u32>,
    /// The topics, and the occasion.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) about: Vec<Node<'a>>,
    /// The speakers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) mentions: Vec<Node<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) has_part: Vec<Quotation<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) is_based_on: Vec<CreativeWork<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) correction: Vec<CorrectionComment<'a>>,
    /// The chronicle: the words of the article are the editors'.
    pub(crate) author: Organization<'a>,
    /// The same.
    pub(crate) publisher: Reference<'a>,
}

/// A change to the record.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "CorrectionComment")]
pub(crate) struct CorrectionComment<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date_published: Option<String>,
    pub(crate) text: &'a str,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::Address;
    use crate::config::BaseUrl;

    #[test]
    fn a_script_is_the_text_of_serde_without_what_ends_it() {
        let long = "<a> ".repeat(100);
        let base = BaseUrl::parse("https://a.example/b").unwrap();
        for text in
            ["", "plain", "„Ünïcode“", "<", "a<", "</script>", "<!-- <script>", "\"<\\<\"", "\u{1}<\n\u{2028}", &long]
        {
            let id = Some(Id::page(Url::new(&base, Address::home().into())));
            let graph = Graph::new(vec![Node::Country(Country { id, name: text.into(), identifier: None })]);
            let script = graph.script();
            assert_eq!(script, serde_json::to_string(&graph).unwrap().replace('<', "\\u003c"));
            let value: serde_json::Value = serde_json::from_str(&script).unwrap();
            let node = serde_json::json!({"@type": "Country", "@id": "/b/", "name": text});
            assert_eq!(value["@graph"][0], node);
        }
    }
}
