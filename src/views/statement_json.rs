//! A statement for programs: `index.json` beside its page, described in `docs/statement-json.md`. Keys that say nothing are
//! left out.
//!
//! Front matter that stands here in the order in which it is written is serialised as it is: corrections, and the notice in
//! place of a withdrawn record. A statement and a source have an order of their own here, with what records say in between,
//! and not all that they say; of these each value is serialised as it is.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::url::Url;
use crate::address::WebUrl;
use crate::entry::country::Country;
use crate::entry::date::Date;
use crate::entry::position::Position;
use crate::entry::quotation::InText;
use crate::entry::shape::{Headline, Text};
use crate::entry::statement::{Correction, Fidelity, Kind, Sha256, SourceKind, Withdrawal};
use crate::language::Language;

/// The version of the shape; it changes when the meaning of a key does.
pub(crate) const VERSION: u32 = 1;

/// A statement: `index.json`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "statement")]
pub(crate) struct Statement<'a> {
    pub(crate) version: u32,
    pub(crate) id: &'a str,
    /// The address of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<Url<'a>>,
    pub(crate) title: &'a Headline,
    pub(crate) date: &'a Date,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) speakers: Vec<Speaker<'a>>,
    /// The name as the source prints it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) attributed_as: Option<&'a Text>,
    /// To whom.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) audience: Vec<Addressee<'a>>,
    pub(crate) kind: Kind,
    pub(crate) fidelity: Fidelity,
    pub(crate) language: &'a Language,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) original_language: Option<&'a Language>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) translator: Option<&'a Text>,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) event: Option<&'a str>,
    /// Where it stands among the statements of the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) position: Option<Position>,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) place: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) topics: Vec<Topic<'a>>,
    #[serde(skip_serializing_if = "<[Country]>::is_empty")]
    pub(crate) countries: &'a [Country],
    /// Ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) organizations: Vec<&'a str>,
    /// The abstract, or the first paragraph; absent in a withdrawn record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) summary: Option<&'a str>,
    /// In the order of the page.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) sources: Vec<Source<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) quotations: Vec<Quotation<'a>>,
    #[serde(skip_serializing_if = "<[Correction]>::is_empty")]
    pub(crate) corrections: &'a [Correction],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) withdrawn: Option<&'a Withdrawal>,
    /// A short hash of the file.
    pub(crate) revision: &'a str,
}

/// Who said it. Which key comes first says what kind of speaker it is.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "speaker")]
pub(crate) enum Speaker<'a> {
    /// A person, with the office as of the date and the id of its organization.
    Person {
        id: &'a str,
        name: &'a Text,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<Url<'a>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        office: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        organization: Option<&'a str>,
    },
    /// An office, where the source names only that, with the id of its organization.
    Office {
        office: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        organization: Option<&'a str>,
    },
    /// A body that speaks as one, by its id, with its name as of the date.
    Organization {
        organization: &'a str,
        name: Cow<'a, str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<Url<'a>>,
    },
    /// A state that speaks as one.
    Country {
        country: Country,
        name: Cow<'a, str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<Url<'a>>,
    },
}

/// To whom it was said. Which key comes first says what kind of addressee it is.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "addressee")]
pub(crate) enum Addressee<'a> {
    /// A person.
    Person {
        id: &'a str,
        name: &'a Text,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<Url<'a>>,
    },
    /// An organization, by its id, with its name as of the date.
    Organization {
        organization: &'a str,
        name: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<Url<'a>>,
    },
    /// A state.
    Country {
        country: Country,
        name: Cow<'a, str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<Url<'a>>,
    },
    /// A group in words.
    Group { name: &'a str },
}

/// A topic.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "topic")]
pub(crate) struct Topic<'a> {
    pub(crate) id: &'a str,
    pub(crate) label: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<Url<'a>>,
}

/// Where the record comes from.
#[derive(Debug, Default, Serialize, JsonSchema)]
#[schemars(rename = "source")]
pub(crate) struct Source<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<&'a Text>,
    /// What the publisher is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) publisher: Option<&'a str>,
    /// Of a publisher on record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) publisher_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) kind: Option<SourceKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) language: Option<&'a Language>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<&'a str>,
    /// Address of a snapshot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) archived: Option<&'a WebUrl>,
    /// Of the kept text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) sha256: Option<&'a Sha256>,
}

/// A quotation with a selector for its place on the page, and with selectors for the first source that has it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "quotation")]
pub(crate) struct Quotation<'a> {
    /// The address with the anchor.
    pub(crate) id: Url<'a>,
    /// The speaker whom its last line names, as it is written there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) attributed_to: Option<&'a str>,
    pub(crate) selector: Selector<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) checked_against: Option<CheckedAgainst<'a>>,
}

/// The source that has the words of a quotation.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "checked_against")]
pub(crate) struct CheckedAgainst<'a> {
    /// The position of the source, from 1 on.
    pub(crate) source: usize,
    /// Where the words stand in its kept text; of a quotation without a word there is none.
    pub(crate) selectors: Vec<Selector<'a>>,
}

/// A selector of the Web Annotation Data Model (W3C, 2017).
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "type")]
#[schemars(rename = "selector")]
pub(crate) enum Selector<'a> {
    /// A part of a text by its words.
    TextQuoteSelector {
        exact: Cow<'a, str>,
        /// Up to 32 letters before it.
        prefix: Cow<'a, str>,
        /// Up to 32 letters after it.
        suffix: Cow<'a, str>,
    },
}

impl<'a> From<&'a InText> for Selector<'a> {
    fn from(part: &'a InText) -> Selector<'a> {
        let InText { exact, prefix, suffix } = part;
        Selector::TextQuoteSelector { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() }
    }
}

impl From<InText> for Selector<'_> {
    fn from(part: InText) -> Self {
        let InText { exact, prefix, suffix } = part;
        Selector::TextQuoteSelector { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() }
    }
}

/// The schema (JSON Schema 2020-12) of what is written.
pub(crate) fn schema() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Statement<'_>>()
}
