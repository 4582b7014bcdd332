//! Whom and what statements are by, about and from.

use std::borrow::Cow;

use serde::Serialize;

use super::{Id, Node, Reference};
use crate::address::WebUrl;
use crate::language::Language;
use crate::views::url::Url;

/// A topic.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "DefinedTerm")]
pub(crate) struct DefinedTerm<'a> {
    #[serde(rename = "@id")]
    pub(crate) id: Id<'a>,
    pub(crate) name: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) alternate_name: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<&'a str>,
    #[serde(skip_serializing_if = "<[WebUrl]>::is_empty")]
    pub(crate) same_as: &'a [WebUrl],
}

/// A person.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "Person")]
pub(crate) struct Person<'a> {
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<Id<'a>>,
    pub(crate) name: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) alternate_name: Vec<&'a str>,
    /// The offices: of a speaker the one spoken in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) member_of: Vec<OrganizationRole<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) image: Option<ImageObject<'a>>,
    #[serde(skip_serializing_if = "<[WebUrl]>::is_empty")]
    pub(crate) same_as: &'a [WebUrl],
}

/// A picture.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "ImageObject")]
pub(crate) struct ImageObject<'a> {
    pub(crate) content_url: String,
    /// In pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) height: Option<u32>,
    pub(crate) description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) credit_text: Option<&'a str>,
}

/// The office of a person.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "OrganizationRole")]
pub(crate) struct OrganizationRole<'a> {
    pub(crate) role_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) end_date: Option<String>,
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) alternate_name: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) parent_organization: Option<Box<Organization<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<Url<'a>>,
    #[serde(skip_serializing_if = "<[WebUrl]>::is_empty")]
    pub(crate) same_as: &'a [WebUrl],
}

/// A state.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "Country")]
pub(crate) struct Country<'a> {
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<Id<'a>>,
    pub(crate) name: Cow<'a, str>,
    /// ISO 3166-1 alpha-2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) identifier: Option<&'static str>,
}

/// The words of a speaker.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "Quotation")]
pub(crate) struct Quotation<'a> {
    #[serde(rename = "@id")]
    pub(crate) id: Id<'a>,
    /// The words, or the first of many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) creator: Option<Reference<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) temporal_coverage: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date_created: Option<String>,
}

/// An occasion.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "Event")]
pub(crate) struct Event<'a> {
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<Id<'a>>,
    pub(crate) name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) end_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) location: Option<Place<'a>>,
    /// The host.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) organizer: Option<Node<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) attendee: Vec<Node<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) super_event: Option<EventSeries<'a>>,
}

/// A series of occasions.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "EventSeries")]
pub(crate) struct EventSeries<'a> {
    pub(crate) name: &'a str,
}

/// Where something was.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "Place")]
pub(crate) struct Place<'a> {
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<Id<'a>>,
    pub(crate) name: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) alternate_name: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) geo: Option<GeoCoordinates>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) contained_in_place: Option<Country<'a>>,
}

/// Where a place is.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "GeoCoordinates")]
pub(crate) struct GeoCoordinates {
    pub(crate) latitude: f64,
    pub(crate) longitude: f64,
}

/// A source.
#[derive(Debug, Default, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase", rename = "CreativeWork")]
pub(crate) struct CreativeWork<'a> {
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
