//! Subjects that statements are listed under: their overviews, their pages, and their pages by year.

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Bars, Chain, Counted, Edtf, Group, Heat, Href, Html, Link, ListPart, Merged, MonthOfYear, Part, PartOfYear,
    SharedValue, Year, YearCount,
};
use crate::entry::authority;

/// The topic tree: `topics.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Topics<'a> {
    /// In reading order.
    pub(crate) tree: Vec<TopicRow<'a>>,
    pub(crate) heat: Option<Heat>,
    /// Address of the timeline.
    pub(crate) timeline: Option<Href>,
}

/// A topic of the tree. One with several broader topics stands below the first in full, as the element with the id
/// `anchor`, and below the others with `again`, without what is narrower, to be linked to `#{anchor}`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "topic_row")]
pub(crate) struct TopicRow<'a> {
    pub(crate) label: &'a str,
    pub(crate) address: Option<Href>,
    /// Its own statements.
    pub(crate) count: usize,
    /// With those of all narrower topics.
    pub(crate) total: usize,
    /// From 0 to 31.
    pub(crate) depth: usize,
    /// Absent where it stands again.
    pub(crate) scope: Option<&'a str>,
    /// Only a topic with several broader ones has one.
    pub(crate) anchor: Option<String>,
    pub(crate) again: bool,
}

/// What every subject has in the overview of its kind.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "subject_row")]
pub(crate) struct SubjectRow {
    pub(crate) label: String,
    /// What puts it in order.
    pub(crate) sort: String,
    pub(crate) address: Option<Href>,
    pub(crate) count: usize,
    /// How many statements it made itself, of an organization or country.
    pub(crate) own: usize,
    /// The date of the oldest statement.
    pub(crate) first: Option<Edtf>,
    /// The date of the newest statement.
    pub(crate) last: Option<Edtf>,
}

/// All people, by family name: `people.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct People<'a> {
    pub(crate) people: Vec<Merged<SubjectRow, PersonRow<'a>>>,
}

/// What a person has in the overview besides.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "person_row")]
pub(crate) struct PersonRow<'a> {
    /// The title of the first one.
    pub(crate) office: Option<&'a str>,
}

/// All organizations, by name: `organizations.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Organizations<'a> {
    pub(crate) organizations: Vec<Merged<SubjectRow, OrganizationRow<'a>>>,
}

/// What an organization has in the overview besides.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "organization_row")]
pub(crate) struct OrganizationRow<'a> {
    /// Its former names, newest first.
    pub(crate) former: Vec<&'a str>,
}

/// All countries, by name: `countries.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Countries {
    pub(crate) countries: Vec<Merged<SubjectRow, CountryRow>>,
}

/// What a country has in the overview besides.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "country_row")]
pub(crate) struct CountryRow {
    /// ISO 3166-1 alpha-2.
    pub(crate) code: &'static str,
}

/// All places, by name: `places.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Places {
    pub(crate) places: Vec<Merged<SubjectRow, PlaceRow>>,
}

/// What a place has in the overview besides.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "place_row")]
pub(crate) struct PlaceRow {
    /// Code of its country (ISO 3166-1 alpha-2).
    pub(crate) country: Option<&'static str>,
}

/// All events, by date: `events.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Events {
    pub(crate) events: Vec<Merged<SubjectRow, EventRow>>,
}

/// What an event has in the overview besides.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "event_row")]
pub(crate) struct EventRow {
    pub(crate) date: Edtf,
}

/// What the page of every subject says of its statements. Of a long list only the newest are shown; the others stand on
/// the pages by year.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct UnderSubject {
    pub(crate) bars: Option<Bars>,
    /// Newest first.
    pub(crate) groups: Vec<Group>,
    /// What an organization or country said itself, and all others; absent where it made no statement itself.
    pub(crate) parts: Option<Vec<Part>>,
    pub(crate) total: usize,
    pub(crate) listed: usize,
    /// The date of the oldest statement.
    pub(crate) first: Option<Edtf>,
    /// The date of the newest statement.
    pub(crate) last: Option<Edtf>,
    pub(crate) years: Vec<YearCount>,
    /// The longest ten.
    pub(crate) chains: Vec<Chain>,
    pub(crate) topics: Vec<Counted>,
    pub(crate) people: Vec<Counted>,
    /// Organizations and countries that made statements themselves.
    pub(crate) speaking: Vec<Counted>,
}

/// A topic: `topic.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct TopicPage {
    pub(crate) topic: Merged<authority::Topic, Topic>,
    /// Of its proven quotations in the order of their dates, where there are any.
    pub(crate) position: Option<Href>,
}

/// What a topic has beside its front matter.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "topic")]
pub(crate) struct Topic {
    pub(crate) body: Option<Html>,
    pub(crate) broader: Vec<SharedValue<Link<'static>>>,
    pub(crate) narrower: Vec<Merged<SharedValue<Link<'static>>, Narrower>>,
    pub(crate) related: Vec<SharedValue<Link<'static>>>,
}

/// What a link to a narrower topic has besides.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "narrower")]
pub(crate) struct Narrower {
    pub(crate) count: usize,
}

/// A person: `person.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct PersonPage {
    pub(crate) person: Merged<authority::Person, Person>,
}

/// What a person has beside the front matter.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "person")]
pub(crate) struct Person {
    pub(crate) names: Vec<Merged<authority::NameVariant, NameVariant>>,
    pub(crate) offices: Vec<Merged<authority::Office, OfficeHeld>>,
    pub(crate) portrait: Option<Portrait>,
    pub(crate) body: Option<Html>,
}

/// The portrait of a person.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "portrait")]
pub(crate) struct Portrait {
    pub(crate) address: Href,
    /// What it shows, in words.
    pub(crate) alt: String,
    /// In pixels; absent where the file does not say it.
    pub(crate) width: Option<u32>,
    pub(crate) height: Option<u32>,
    /// Whom it is from.
    pub(crate) credit: Option<String>,
}

/// What a form of a name has beside its front matter.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "name_variant")]
pub(crate) struct NameVariant {
    /// `ltr` or `rtl`; absent where no language is given.
    pub(crate) dir: Option<&'static str>,
}

/// What an office of a person has beside its front matter.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "office_held")]
pub(crate) struct OfficeHeld {
    pub(crate) organization: Option<SharedValue<Link<'static>>>,
    /// Where it stands among the years of `bars`; absent where there are none.
    pub(crate) held: Option<Held>,
}

/// When an office was held, as places among years that stand side by side.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "held")]
pub(crate) struct Held {
    pub(crate) possible: Stretch,
    /// Absent where no day of it is certain.
    pub(crate) certain: Option<Stretch>,
}

/// A stretch of the breadth of all years, in percent: `12.50%`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "stretch")]
pub(crate) struct Stretch {
    pub(crate) start: String,
    pub(crate) width: String,
}

/// An organization: `organization.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct OrganizationPage<'a> {
    pub(crate) organization: Merged<authority::Organization, Organization<'a>>,
}

/// What an organization has beside its front matter.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "organization")]
pub(crate) struct Organization<'a> {
    /// Today's.
    pub(crate) name: &'a str,
    pub(crate) parent: Option<SharedValue<Link<'static>>>,
    pub(crate) body: Option<Html>,
    pub(crate) officers: Vec<Merged<authority::Office, Officer>>,
}

/// Who held an office of an organization.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "officer")]
pub(crate) struct Officer {
    pub(crate) person: SharedValue<Link<'static>>,
}

/// A country: `country.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct CountryPage {
    pub(crate) country: Country,
}

/// A country by its code.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "country")]
pub(crate) struct Country {
    /// ISO 3166-1 alpha-2.
    pub(crate) code: &'static str,
    pub(crate) name: String,
}

/// A place: `place.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct PlacePage {
    pub(crate) place: Merged<authority::Place, Place>,
}

/// What a place has beside its front matter.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "place")]
pub(crate) struct Place {
    pub(crate) body: Option<Html>,
}

/// An event: `event.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct EventPage {
    pub(crate) event: Merged<authority::Event, Event>,
    /// Newest first; in the order of the transcript where a statement says its position.
    pub(crate) rows: Html,
}

/// What an event has beside its front matter.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "event")]
pub(crate) struct Event {
    pub(crate) place: Option<SharedValue<Link<'static>>>,
    pub(crate) host: Option<SharedValue<Link<'static>>>,
    pub(crate) participants: Vec<SharedValue<Link<'static>>>,
    pub(crate) body: Option<Html>,
}

/// The statements of a year, or of a month where the year has too many for one page, under a subject: `subject-year.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct SubjectYear<'a> {
    pub(crate) subject: SubjectOf<'a>,
    pub(crate) year: Year,
    pub(crate) year_address: Option<Href>,
    /// The month that the page is of, from 1 to 12.
    pub(crate) month: Option<u32>,
    /// The page of the subject in the year, where this one is of a month.
    pub(crate) within_address: Option<Href>,
    /// All twelve, where the statements are listed on the pages of the months alone.
    pub(crate) months: Vec<MonthOfYear>,
    pub(crate) rows: Html,
    /// Of an organization or country that made statements itself in the year.
    pub(crate) parts: Option<Vec<PartOfYear>>,
    pub(crate) total: usize,
    pub(crate) list_parts: Vec<ListPart>,
    /// What `years-list.html` makes of the subject's years; absent where there is only one, or more than 150.
    pub(crate) years_list: Option<Html>,
}

/// The subject whose year a page is of.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "subject_of_year")]
pub(crate) struct SubjectOf<'a> {
    /// `topic`, `person`, `organization`, `country`, `place` or `event`.
    pub(crate) kind: &'static str,
    pub(crate) label: &'a str,
    pub(crate) address: Option<Href>,
}
