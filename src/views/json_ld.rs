//! JSON-LD (schema.org) in the pages: one struct for each type of the vocabulary, with the properties that are said.

use std::borrow::Cow;
use std::io::{self, Write};

use memchr::memchr;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use super::url::Url;
use crate::address::WebUrl;
use crate::language::Language;

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
    CollectionPage(CollectionPage<'a>),
    Article(Box<Article<'a>>),
    BreadcrumbList(BreadcrumbList<'a>),
    Person(Person<'a>),
    Organization(Organization<'a>),
    Country(Country<'a>),
    Quotation(Quotation<'a>),
    Event(Event<'a>),
    CreativeWork(CreativeWork<'a>),
}

/// What a thing is known by.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum Id<'a> {
    Url(Url<'a>),
    /// A name within the graph, `_:…`.
    Blank(String),
}

/// A thing by what it is known by.
#[derive(Debug, Serialize)]
pub(crate) struct Reference<'a> {
    #[serde(rename = "@id")]
    pub(crate) id: Id<'a>,
}

/// A page that lists statements.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "CollectionPage")]
pub(crate) struct CollectionPage<'a> {
    #[serde(rename = "@id")]
    pub(crate) id: Url<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<Url<'a>>,
    pub(crate) name: &'a str,
    pub(crate) in_language: &'a Language,
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

/// The way to a page from the home page.
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<Url<'a>>,
    pub(crate) headline: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<&'a str>,
    pub(crate) in_language: &'a Language,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) temporal_coverage: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) position: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) about: Vec<DefinedTerm<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) is_based_on: Vec<Reference<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) correction: Vec<CorrectionComment<'a>>,
    pub(crate) publisher: Organization<'a>,
}

/// A topic.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "DefinedTerm")]
pub(crate) struct DefinedTerm<'a> {
    #[serde(rename = "@id")]
    pub(crate) id: Url<'a>,
    pub(crate) name: &'a str,
}

/// A change to the record.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "CorrectionComment")]
pub(crate) struct CorrectionComment<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date_published: Option<String>,
    pub(crate) text: &'a str,
}

/// A person who speaks.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "Person")]
pub(crate) struct Person<'a> {
    #[serde(rename = "@id")]
    pub(crate) id: Id<'a>,
    pub(crate) name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) member_of: Option<OrganizationRole<'a>>,
    #[serde(skip_serializing_if = "<[WebUrl]>::is_empty")]
    pub(crate) same_as: &'a [WebUrl],
}

/// The office of a person.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "OrganizationRole")]
pub(crate) struct OrganizationRole<'a> {
    pub(crate) role_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) member_of: Option<Organization<'a>>,
}

/// Which type an organization has.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub(crate) enum OrganizationType {
    #[default]
    Organization,
    GovernmentOrganization,
}

/// A body, an office, or a publisher.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Organization<'a> {
    #[serde(rename = "@type")]
    pub(crate) kind: OrganizationType,
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<Id<'a>>,
    pub(crate) name: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) parent_organization: Option<Box<Organization<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<Url<'a>>,
    #[serde(skip_serializing_if = "<[WebUrl]>::is_empty")]
    pub(crate) same_as: &'a [WebUrl],
}

/// A state that speaks.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "Country")]
pub(crate) struct Country<'a> {
    #[serde(rename = "@id")]
    pub(crate) id: Id<'a>,
    pub(crate) name: Cow<'a, str>,
}

/// The words of a speaker.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "Quotation")]
pub(crate) struct Quotation<'a> {
    #[serde(rename = "@id")]
    pub(crate) id: Url<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) creator: Option<Reference<'a>>,
    pub(crate) is_part_of: Reference<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) temporal_coverage: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date_created: Option<String>,
}

/// The occasion.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "Event")]
pub(crate) struct Event<'a> {
    #[serde(rename = "@id")]
    pub(crate) id: Url<'a>,
    pub(crate) name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) end_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) location: Option<Place<'a>>,
}

/// Where it was.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "Place")]
pub(crate) struct Place<'a> {
    pub(crate) name: &'a str,
}

/// A source.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "CreativeWork")]
pub(crate) struct CreativeWork<'a> {
    #[serde(rename = "@id")]
    pub(crate) id: Url<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) publisher: Option<Organization<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) in_language: Option<&'a Language>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) archived_at: Option<&'a WebUrl>,
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
            let graph = Graph::new(vec![Node::CreativeWork(CreativeWork {
                id: Url::new(&base, Address::home().into()),
                name: Some(text),
                url: None,
                publisher: None,
                date_published: None,
                in_language: None,
                archived_at: None,
            })]);
            let script = graph.script();
            assert_eq!(script, serde_json::to_string(&graph).unwrap().replace('<', "\\u003c"));
            let value: serde_json::Value = serde_json::from_str(&script).unwrap();
            let node = serde_json::json!({"@type": "CreativeWork", "@id": "https://a.example/b/", "name": text});
            assert_eq!(value["@graph"][0], node);
        }
    }
}
