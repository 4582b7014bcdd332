//! Tables of the whole record, for spreadsheets and statistics: one struct for a row of each. The comment on a field is what
//! is published of its column, on the page of the data and in `datapackage.json`.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Href, License};
use crate::views::url::Url;

/// A column of a table.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[schemars(rename = "column")]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    /// Its type in a Frictionless Table Schema.
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    /// The same where a row is JSON.
    #[serde(skip)]
    pub(crate) json_kind: &'static str,
    pub(crate) description: &'static str,
}

/// A row of a table.
pub(crate) trait Row: Serialize {
    const COLUMNS: &'static [Column];

    /// What it says, as text, in the order of the columns.
    fn cells(&self) -> Vec<Cow<'_, str>>;
}

/// A text of a table. One that a spreadsheet would take for a formula begins with an apostrophe: the words of strangers are
/// never computed (CWE-1236).
fn guarded(text: &str) -> Cow<'_, str> {
    const FORMULAS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    match text.trim_start_matches([' ', '\u{feff}']).starts_with(FORMULAS) {
        true => format!("'{text}").into(),
        false => text.into(),
    }
}

/// What a cell holds.
trait Cell {
    const KIND: &'static str;
    const JSON_KIND: &'static str = Self::KIND;

    fn text(&self) -> Cow<'_, str>;
}

impl Cell for Cow<'_, str> {
    const KIND: &'static str = "string";

    fn text(&self) -> Cow<'_, str> {
        guarded(self)
    }
}

/// Several, separated by `; ` in a table, in which none of them has a semicolon.
impl Cell for Vec<Cow<'_, str>> {
    const KIND: &'static str = "string";
    const JSON_KIND: &'static str = "array";

    fn text(&self) -> Cow<'_, str> {
        let values: Vec<String> = self.iter().map(|value| guarded(&value.replace(';', ",")).into_owned()).collect();
        values.join("; ").into()
    }
}

impl Cell for usize {
    const KIND: &'static str = "integer";

    fn text(&self) -> Cow<'_, str> {
        self.to_string().into()
    }
}

impl Cell for bool {
    const KIND: &'static str = "boolean";

    fn text(&self) -> Cow<'_, str> {
        if *self { "true" } else { "false" }.into()
    }
}

/// A day as ISO 8601 writes it, where one is known.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Day(Option<String>);

impl Day {
    /// A day of the years 1 to 9999, which all readers of dates know.
    pub(crate) fn of(day: Option<NaiveDate>) -> Day {
        Day(day.filter(|day| (1..=9999).contains(&day.year())).map(|day| day.to_string()))
    }
}

impl Cell for Day {
    const KIND: &'static str = "date";

    fn text(&self) -> Cow<'_, str> {
        self.0.as_deref().unwrap_or_default().into()
    }
}

macro_rules! rows {
    ($($(#[doc = $about:literal])+ $row:ident { $(#[doc = $description:literal] $field:ident: $of:ty,)+ })+) => {
        $(
            $(#[doc = $about])+
            #[derive(Debug, Serialize)]
            pub(crate) struct $row<'a> {
                $(#[doc = $description] pub(crate) $field: $of,)+
            }

            impl<'a> Row for $row<'a> {
                const COLUMNS: &'static [Column] = &[$(Column {
                    name: stringify!($field),
                    kind: <$of as Cell>::KIND,
                    json_kind: <$of as Cell>::JSON_KIND,
                    description: $description.trim_ascii_start(),
                }),+];

                fn cells(&self) -> Vec<Cow<'_, str>> {
                    vec![$(self.$field.text()),+]
                }
            }
        )+
    };
}

rows! {
    /// A statement.
    Statement {
        /// The id of the statement, which never changes: its address ends with it.
        id: Cow<'a, str>,
        /// The address of its page.
        url: Cow<'a, str>,
        /// When it was said, as an EDTF date (ISO 8601-2), with what is doubtful or not known of it.
        date: Cow<'a, str>,
        /// The first day that the date can mean, of the years 1 to 9999; empty where none is known, or the date is in doubt.
        earliest: Day,
        /// The last day that the date can mean, of the years 1 to 9999; empty where none is known, or the date is in doubt.
        latest: Day,
        /// The chronicle's heading; the words are the editors'.
        title: Cow<'a, str>,
        /// Who said it, by name; bodies by the name they had then.
        speakers: Vec<Cow<'a, str>>,
        /// The ids of who said it, in the same order: of a person the id alone, of a body `organization:` and its id, of a country `country:` and its ISO 3166-1 code, of an office without a name `office:`, its title and, behind `@`, the id of the body.
        speaker_ids: Vec<Cow<'a, str>>,
        /// The offices of those who said it on that day, in the same order; empty for one without.
        offices: Vec<Cow<'a, str>>,
        /// What kind of occasion it is, as the content model names it.
        kind: Cow<'a, str>,
        /// How close the words are to what was said, as the content model names it.
        fidelity: Cow<'a, str>,
        /// The language of the text here (BCP 47).
        language: Cow<'a, str>,
        /// The language in which it was said (BCP 47), where that is another.
        original_language: Cow<'a, str>,
        /// The occasion.
        event: Cow<'a, str>,
        /// The id of the occasion, where it has a record.
        event_id: Cow<'a, str>,
        /// Where it was said.
        place: Cow<'a, str>,
        /// To whom it was said.
        audience: Vec<Cow<'a, str>>,
        /// The ids of its topics.
        topics: Vec<Cow<'a, str>>,
        /// The countries spoken of, by ISO 3166-1 code.
        countries: Vec<Cow<'a, str>>,
        /// The ids of the bodies spoken of.
        organizations: Vec<Cow<'a, str>>,
        /// The editors' abstract, or the first paragraph of the text; empty in a withdrawn record.
        summary: Cow<'a, str>,
        /// The addresses of its sources; of one without an address its title.
        sources: Vec<Cow<'a, str>>,
        /// How many quotations it has.
        quotations: usize,
        /// The day on which it came into the record; empty where that was not noted.
        published: Day,
        /// How many corrections it has.
        corrections: usize,
        /// Whether the record was withdrawn.
        withdrawn: bool,
        /// Whether the record is a draft, which a published chronicle has none of.
        draft: bool,
    }
    /// A quotation.
    Quotation {
        /// The id of the statement.
        statement: Cow<'a, str>,
        /// The anchor on its page, which never leads to other words.
        anchor: Cow<'a, str>,
        /// The address of the quotation.
        url: Cow<'a, str>,
        /// When it was said, as an EDTF date (ISO 8601-2).
        date: Cow<'a, str>,
        /// Whose words they are, by name; several where the source gives the words to all of them.
        speakers: Vec<Cow<'a, str>>,
        /// The ids of the same, as in the table of statements.
        speaker_ids: Vec<Cow<'a, str>>,
        /// The offices of the same on that day, in the same order.
        offices: Vec<Cow<'a, str>>,
        /// The words, with line breaks between paragraphs.
        words: Cow<'a, str>,
        /// The language of the words (BCP 47).
        language: Cow<'a, str>,
        /// The address of the source that they were found in, or of the first one; of one without an address its title.
        source: Cow<'a, str>,
        /// Whether the words were found in the kept text of that source.
        proven: bool,
    }
    /// A relation between two statements.
    Relation {
        /// The id of the statement that says so.
        statement: Cow<'a, str>,
        /// The relation, as the content model names it.
        relation: Cow<'a, str>,
        /// The id of the earlier statement.
        other: Cow<'a, str>,
        /// Who asserts it: `speaker`, `source` or `editor`.
        asserted_by: Cow<'a, str>,
        /// The editors' note on it.
        note: Cow<'a, str>,
    }
    /// A person.
    Person {
        /// The id of the person.
        id: Cow<'a, str>,
        /// The address of the page.
        url: Cow<'a, str>,
        /// The name.
        name: Cow<'a, str>,
        /// The part of the name that lists are sorted by; empty where it has no parts.
        family: Cow<'a, str>,
        /// The other part of the name.
        given: Cow<'a, str>,
        /// Other spellings of the name.
        variants: Vec<Cow<'a, str>>,
        /// The offices held, each with its organization and dates.
        offices: Vec<Cow<'a, str>>,
        /// Addresses of the same person elsewhere.
        same_as: Vec<Cow<'a, str>>,
        /// How many statements of the person are recorded.
        statements: usize,
    }
    /// An organization.
    Organization {
        /// The id of the organization.
        id: Cow<'a, str>,
        /// The address of the page.
        url: Cow<'a, str>,
        /// Its name today.
        name: Cow<'a, str>,
        /// Its names in the course of time, each with its dates.
        names: Vec<Cow<'a, str>>,
        /// Other spellings of the name.
        variants: Vec<Cow<'a, str>>,
        /// What kind of body it is, as the editors say.
        kind: Cow<'a, str>,
        /// The id of the body that it is a part of.
        parent: Cow<'a, str>,
        /// Its country, by ISO 3166-1 code.
        country: Cow<'a, str>,
        /// Addresses of the same body elsewhere.
        same_as: Vec<Cow<'a, str>>,
        /// How many statements are listed under it.
        statements: usize,
    }
}

/// The page of the data: `data.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Data<'a> {
    pub(crate) tables: Vec<Table>,
    /// Files with references to all statements; none where `[outputs]` turns them off.
    pub(crate) references: Vec<ReferencesFile>,
    /// Address of the description of all files for programs.
    pub(crate) package: Option<Href>,
    /// Address of `CITATION.cff`.
    pub(crate) citation_file: Option<Href>,
    /// Address of `SHA256SUMS`.
    pub(crate) checksums: Option<Href>,
    pub(crate) license: Option<License<'a>>,
}

/// A file with references.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "references_file")]
pub(crate) struct ReferencesFile {
    pub(crate) name: String,
    pub(crate) address: Href,
}

/// A table as the page of the data describes it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "table")]
pub(crate) struct Table {
    /// The message `data_<key>` says what it is of.
    pub(crate) key: &'static str,
    /// One, or one for each year.
    pub(crate) files: Vec<TableFile>,
    pub(crate) rows: usize,
    /// None of what is no table.
    pub(crate) columns: &'static [Column],
}

/// A file of a table.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "table_file")]
pub(crate) struct TableFile {
    pub(crate) name: String,
    pub(crate) address: Option<Href>,
    pub(crate) rows: usize,
}

/// A Frictionless Data Package (datapackage.org): `datapackage.json`.
#[derive(Debug, Serialize)]
pub(crate) struct Package<'a> {
    #[serde(rename = "$schema")]
    pub(crate) schema: &'static str,
    pub(crate) name: String,
    pub(crate) title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) homepage: Option<Url<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) licenses: Vec<PackageLicense<'a>>,
    pub(crate) resources: Vec<Resource>,
}

/// A licence of a package.
#[derive(Debug, Serialize)]
pub(crate) struct PackageLicense<'a> {
    pub(crate) title: &'a str,
    pub(crate) path: &'a str,
}

/// A file of a package.
#[derive(Debug, Serialize)]
pub(crate) struct Resource {
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) bytes: u64,
    /// The algorithm, a colon and the checksum in hexadecimal digits.
    pub(crate) hash: String,
    #[serde(flatten)]
    pub(crate) kind: ResourceKind,
}

/// What files of a kind are.
#[derive(Debug, Serialize)]
pub(crate) struct ResourceKind {
    pub(crate) format: &'static str,
    pub(crate) mediatype: &'static str,
    pub(crate) encoding: &'static str,
    /// Of a table what its columns are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) profile: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) schema: Option<TableSchema>,
}

/// A Frictionless Table Schema.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TableSchema {
    pub(crate) fields: Vec<Column>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) primary_key: Option<&'static str>,
    pub(crate) missing_values: [&'static str; 1],
}
