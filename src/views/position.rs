//! The position on a topic over time.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Brief, Href, Link, ListPart, Merged, Paragraph, SharedValue, Speaker, SubjectOf, Year};

/// The proven quotations on a topic in the order of their dates, or a part of them: `position.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Position<'a> {
    pub(crate) subject: SubjectOf<'a>,
    /// How many quotations are on the page.
    pub(crate) count: usize,
    /// How many there are in all; only the newest part says so.
    pub(crate) total: Option<usize>,
    /// Whose words are on the page, most first.
    pub(crate) speakers: Vec<PositionSpeaker>,
    pub(crate) years: Vec<PositionYear<'a>>,
    /// Years after the last quotation.
    pub(crate) gap: Option<YearsWithout>,
    pub(crate) list_parts: Vec<ListPart>,
}

/// A speaker with quotations on the page.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "position_speaker")]
pub(crate) struct PositionSpeaker {
    pub(crate) label: String,
    pub(crate) count: usize,
    /// The id of the element with the first of them.
    pub(crate) anchor: String,
}

/// The quotations of a year.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "position_year")]
pub(crate) struct PositionYear<'a> {
    pub(crate) year: Year,
    /// Of the topic in that year.
    pub(crate) address: Option<Href>,
    /// Years just before it without a quotation.
    pub(crate) gap: Option<YearsWithout>,
    pub(crate) said: Vec<Said<'a>>,
}

/// Years of which no proven quotation is recorded.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "years_without")]
pub(crate) struct YearsWithout {
    pub(crate) from: i32,
    pub(crate) to: i32,
    /// How many statements on the topic are recorded of these years.
    pub(crate) statements: usize,
}

/// What somebody said in a statement.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "said")]
pub(crate) struct Said<'a> {
    pub(crate) statement: SharedValue<Brief<'static>>,
    /// Whose words they are: of several speakers of a statement those whom the record attributes them to.
    pub(crate) speakers: Vec<Merged<Speaker<'a>, NextOfSpeaker>>,
    /// How the words came to the record: `verbatim`, `official-translation`, `translation` or `reported`.
    pub(crate) fidelity: &'static str,
    pub(crate) event: Option<SharedValue<Link<'static>>>,
    pub(crate) language: &'a str,
    /// `ltr` or `rtl`.
    pub(crate) dir: &'static str,
    pub(crate) quotations: Vec<SaidQuotation>,
}

/// Where words of the same speaker come next on the page.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "next_of_speaker")]
pub(crate) struct NextOfSpeaker {
    /// The id of the element.
    pub(crate) next: Option<String>,
}

/// A quotation on a topic.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "said_quotation")]
pub(crate) struct SaidQuotation {
    /// Its id on the page: `<id of the statement>-q1`.
    pub(crate) anchor: String,
    /// Of it on the page of the statement.
    pub(crate) address: Href,
    pub(crate) paragraphs: Vec<Paragraph>,
    /// Whether it is longer than 2,000 characters, of which these are the first.
    pub(crate) cut: bool,
}
