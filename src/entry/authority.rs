//! The front matter of authority records: people, organizations, topics, places, events; and of prose pages. What names a
//! record, or is shown in another form than it is written in, has a place of its own in the values of the page (`views`);
//! all else is there as it is written.

use bitcode::{Decode, Encode};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use super::country::Country;
use super::date::{Date, Period};
use super::name::normalized;
use super::shape::{OneOrMany, Text, TextOr};
use crate::address::WebUrl;
use crate::diagnostic::Code;
use crate::language::Language;
use crate::picture::PictureFile;

/// A speaker.
#[derive(Clone, Debug, Deserialize, Serialize, Decode, Encode, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The name as the chronicle prints it.
    pub(crate) name: Text,
    /// Family name, for citations and sorting.
    pub(crate) family: Option<Text>,
    /// Given names.
    pub(crate) given: Option<Text>,
    /// Other forms of the name; each can stand in `speakers`.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) names: OneOrMany<TextOr<NameVariant>>,
    /// Offices held.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) offices: Vec<Office>,
    /// The same person elsewhere: Wikidata, VIAF, an official page.
    #[serde(default)]
    pub(crate) same_as: OneOrMany<WebUrl>,
    /// The name of a picture of the person below `static/`, or that with more about it.
    #[serde(skip_serializing)]
    pub(crate) portrait: Option<TextOr<Portrait, PictureFile>>,
    /// An example of a new site, to be replaced; never locked.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) example: bool,
    /// Former ids; each redirects.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) old_ids: OneOrMany<Text>,
}

/// A picture of a person.
#[derive(Clone, Debug, Deserialize, Decode, Encode, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Portrait {
    /// Its name below `static/`.
    pub(crate) file: PictureFile,
    /// What it shows, in words, for those who do not see it; without it, the name of the person.
    pub(crate) alt: Option<Text>,
    /// Who made it, and under which licence it is used; shown below it as written.
    pub(crate) credit: Option<Text>,
}

/// A form of a person's name.
#[derive(Clone, Debug, Deserialize, Serialize, Decode, Encode, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NameVariant {
    /// The form.
    pub(crate) name: Text,
    /// Its language.
    pub(crate) language: Option<Language>,
    /// Where it was seen.
    pub(crate) seen: Option<Text>,
}

/// An office held by a person.
#[derive(Clone, Debug, Deserialize, Serialize, Decode, Encode, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Office {
    /// Id within the person, for `as`.
    pub(crate) id: Text,
    /// What the office is called.
    pub(crate) title: Text,
    /// Id or name of its organization, where known.
    #[serde(skip_serializing)]
    pub(crate) organization: Option<Text>,
    /// Since when.
    pub(crate) from: Date,
    /// Until when; without it, until today.
    pub(crate) to: Option<Date>,
    /// Spoken in where several offices were held and nothing else is said.
    #[serde(default)]
    pub(crate) primary: bool,
}

impl Office {
    /// The time it was held.
    pub(crate) fn period(&self) -> Period {
        Period { from: Some(self.from), to: self.to }
    }
}

/// A body.
#[derive(Clone, Debug, Deserialize, Serialize, Decode, Encode, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    /// The name, where it never changed.
    #[serde(skip_serializing)]
    pub(crate) name: Option<Text>,
    /// Names by period, newest first.
    #[serde(default)]
    pub(crate) names: Vec<PeriodName>,
    /// Other forms of the name; each can stand in a statement.
    #[serde(default)]
    pub(crate) variants: OneOrMany<Text>,
    /// What kind of body: a text.
    pub(crate) kind: Option<Text>,
    /// Id or name of the body it is part of.
    #[serde(skip_serializing)]
    pub(crate) parent: Option<Text>,
    /// Its country.
    pub(crate) country: Option<Country>,
    /// The same body elsewhere.
    #[serde(default)]
    pub(crate) same_as: OneOrMany<WebUrl>,
    /// An example of a new site, to be replaced; never locked.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) example: bool,
    /// Former ids; each redirects.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) old_ids: OneOrMany<Text>,
}

/// A name in a period.
#[derive(Clone, Debug, Deserialize, Serialize, Decode, Encode, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PeriodName {
    /// The name.
    pub(crate) name: Text,
    /// Its short form.
    pub(crate) short: Option<Text>,
    /// Since when.
    pub(crate) from: Option<Date>,
    /// Until when.
    pub(crate) to: Option<Date>,
}

impl PeriodName {
    /// The time it was used.
    pub(crate) fn period(&self) -> Period {
        Period { from: self.from, to: self.to }
    }

    /// Whether it was in use later than another, by their ends; by their beginnings where both still are.
    fn is_after(&self, other: &PeriodName) -> bool {
        let last = |name: &PeriodName| name.to.map(|to| to.latest());
        match (last(self), last(other)) {
            (None, None) => {
                let first = |name: &PeriodName| name.from.and_then(|from| from.earliest());
                first(self).zip(first(other)).is_some_and(|(own, other)| own > other)
            }
            (own, None) => own.is_none(),
            (None, Some(_)) => true,
            (Some(own), Some(other)) => own.zip(other).is_some_and(|(own, other)| own > other),
        }
    }
}

/// A subject heading (a SKOS concept).
#[derive(Clone, Debug, Deserialize, Serialize, Decode, Encode, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// The heading (`skos:prefLabel`).
    pub(crate) label: Text,
    /// Synonyms (`skos:altLabel`).
    #[serde(default)]
    pub(crate) alt: OneOrMany<Text>,
    /// Misspellings that should still resolve (`skos:hiddenLabel`).
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) hidden: OneOrMany<Text>,
    /// Broader topics (`skos:broader`).
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) broader: OneOrMany<Text>,
    /// Related topics (`skos:related`).
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) related: OneOrMany<Text>,
    /// What belongs under it (`skos:scopeNote`).
    pub(crate) scope: Option<Text>,
    /// A hint for contributors.
    pub(crate) usage: Option<Text>,
    /// The same subject elsewhere (`skos:exactMatch`).
    #[serde(rename = "match", default)]
    pub(crate) matches: OneOrMany<WebUrl>,
    /// An example of a new site, to be replaced; never locked.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) example: bool,
    /// Former ids; each redirects.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) old_ids: OneOrMany<Text>,
}

/// A place.
#[derive(Clone, Debug, Deserialize, Serialize, Decode, Encode, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The name.
    pub(crate) name: Text,
    /// Names by period.
    #[serde(default)]
    pub(crate) names: Vec<PeriodName>,
    /// Its country.
    pub(crate) country: Option<Country>,
    /// Latitude in degrees (WGS 84), north positive.
    #[serde(default, deserialize_with = "latitude")]
    pub(crate) lat: Option<f64>,
    /// Longitude in degrees (WGS 84), east positive.
    #[serde(default, deserialize_with = "longitude")]
    pub(crate) lon: Option<f64>,
    /// An example of a new site, to be replaced; never locked.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) example: bool,
    /// Former ids; each redirects.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) old_ids: OneOrMany<Text>,
}

/// Reads a latitude: -90 to 90 degrees.
fn latitude<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    degrees(deserializer, "latitude", 90.0)
}

/// Reads a longitude: -180 to 180 degrees.
fn longitude<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    degrees(deserializer, "longitude", 180.0)
}

/// Reads degrees up to `most` in either direction; YAML knows numbers that are none (`.nan`) or infinite.
fn degrees<'de, D: Deserializer<'de>>(deserializer: D, noun: &str, most: f64) -> Result<Option<f64>, D::Error> {
    let degrees = Option::<f64>::deserialize(deserializer)?;
    if degrees.is_none_or(|degrees| (-most..=most).contains(&degrees)) {
        return Ok(degrees);
    }
    let message = format!("the {noun} is not between -{most} and {most} degrees");
    let help = "write decimal degrees, `lat` north and `lon` east of zero".to_owned();
    Err(crate::document::invalid(Code::BadValue, message, Some(help)))
}

/// An occasion that several statements share, or that needs describing.
#[derive(Clone, Debug, Deserialize, Serialize, Decode, Encode, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The name.
    pub(crate) name: Text,
    /// When it was held.
    pub(crate) date: Date,
    /// Where: id of a place, or a text.
    #[serde(skip_serializing)]
    pub(crate) place: Option<Text>,
    /// Who held it: a person, organization, country, or a text.
    #[serde(skip_serializing)]
    pub(crate) host: Option<Text>,
    /// Who took part: people, organizations, countries, or texts.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) participants: OneOrMany<Text>,
    /// The series it belongs to.
    pub(crate) series: Option<Text>,
    /// An example of a new site, to be replaced; never locked.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) example: bool,
    /// Former ids; each redirects.
    #[serde(skip_serializing)]
    #[serde(default)]
    pub(crate) old_ids: OneOrMany<Text>,
}

/// A prose page.
#[derive(Clone, Debug, Deserialize, Decode, Encode, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// The title.
    pub(crate) title: Text,
    /// One or two sentences on what it says.
    pub(crate) summary: Option<Text>,
    /// Its language; without it, the site's.
    pub(crate) language: Option<Language>,
    /// Built only with `--drafts`.
    #[serde(default)]
    pub(crate) draft: bool,
    /// An example of a new site, to be replaced; never locked.
    #[serde(default)]
    pub(crate) example: bool,
    /// Former ids; each redirects.
    #[serde(default)]
    pub(crate) old_ids: OneOrMany<Text>,
}

/// Kinds of organizations that are authorities of a state.
const OF_A_STATE: [&str; 8] = [
    "ministry",
    "foreign ministry",
    "government",
    "government agency",
    "head of state",
    "parliament",
    "embassy",
    "consulate",
];

/// The names an organization's record gives, newest first; never empty where the record is whole.
impl Organization {
    /// The name on `date`, by the periods of its names; the newest where the periods do not tell.
    pub(crate) fn name_on(&self, date: &Date) -> Option<&Text> {
        let dated = self.names.iter().find(|name| name.period().covers(date) != super::date::Coverage::No);
        dated.map(|name| &name.name).or_else(|| self.current_name())
    }

    /// Whether a word is one of the dated names, long or short, and none of those of `date`; compared as names are.
    pub(crate) fn is_name_of_another_time(&self, word: &str, date: &Date) -> bool {
        let word = normalized(word);
        let is_so_called = |name: &&PeriodName| {
            std::iter::once(&name.name).chain(&name.short).any(|name| normalized(name.as_str()) == word)
        };
        let mut periods = self.names.iter().filter(is_so_called).map(|name| name.period().covers(date)).peekable();
        let is_variant = self.variants.as_slice().iter().any(|variant| normalized(variant.as_str()) == word);
        periods.peek().is_some() && !is_variant && periods.all(|coverage| coverage == super::date::Coverage::No)
    }

    /// Whether it is an authority of its country, as `kind` says in plain English.
    pub(crate) fn is_of_a_state(&self) -> bool {
        let kind = self.kind.as_ref().map(|kind| kind.as_str().to_lowercase());
        self.country.is_some() && kind.is_some_and(|kind| OF_A_STATE.contains(&kind.as_str()))
    }

    /// Today's name: the one in use last, as its time says; where that does not tell, the first.
    pub(crate) fn current_name(&self) -> Option<&Text> {
        let last = self.names.iter().reduce(|last, name| if name.is_after(last) { name } else { last });
        last.map(|name| &name.name).or(self.name.as_ref())
    }

    /// Every form of the name.
    pub(crate) fn all_names(&self) -> impl Iterator<Item = &Text> {
        let dated = self.names.iter().flat_map(|name| std::iter::once(&name.name).chain(name.short.as_ref()));
        self.name.iter().chain(dated).chain(self.variants.as_slice())
    }
}

impl Person {
    /// The file of the portrait, and what else is said of it.
    pub(crate) fn portrait(&self) -> Option<(&PictureFile, Option<&Portrait>)> {
        self.portrait.as_ref().map(|portrait| match portrait {
            TextOr::Text(file) => (file, None),
            TextOr::Map(portrait) => (&portrait.file, Some(portrait)),
        })
    }

    /// Every form of the name, the one the chronicle prints first.
    pub(crate) fn all_names(&self) -> impl Iterator<Item = &Text> {
        let variants = self.names.as_slice().iter().map(|variant| match variant {
            TextOr::Text(name) => name,
            TextOr::Map(variant) => &variant.name,
        });
        std::iter::once(&self.name).chain(variants)
    }
}
