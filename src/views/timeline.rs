//! The timeline, and its small form. Places are in the units of a picture that is 1000 broad, and paths as SVG has them.

use schemars::JsonSchema;
use serde::Serialize;

use super::Href;

/// The whole chronicle as one picture: `timeline.html`. Up to 1000 statements have a mark each; of more, dots stand for those
/// of a year.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Timeline<'a> {
    pub(crate) first: i32,
    pub(crate) last: i32,
    pub(crate) ticks: Vec<Tick>,
    /// How high the picture is: 80 for the row of the chains, where there are any, and 40 for each other row.
    pub(crate) height: i32,
    /// The rows below that of the chains.
    pub(crate) lanes: Vec<Lane>,
    /// The statements in their order, where each has a mark.
    pub(crate) marks: Vec<TimelineMark<'a>>,
    /// The most statements of a year; absent where each statement has a mark.
    pub(crate) most: Option<usize>,
    /// The most statements of a topic in a year; absent where each statement has a mark.
    pub(crate) most_of_topic: Option<usize>,
    /// The longest 50, in the order of their first statements.
    pub(crate) chains: Vec<TimelineChain<'a>>,
    /// How many chains there are.
    pub(crate) chains_total: usize,
    /// Address of all chains.
    pub(crate) all_chains: Option<Href>,
    /// How many topics have a row, of `topics`.
    pub(crate) topics_shown: usize,
    /// How many topics there are that have statements.
    pub(crate) topics: usize,
    /// Address of all topics.
    pub(crate) all_topics: Option<Href>,
    /// How many statements are of a known year.
    pub(crate) total: usize,
    /// How many statements are of no known year, and not shown.
    pub(crate) undated: usize,
    /// Address of all years.
    pub(crate) all_years: Option<Href>,
}

/// A year that is named, and where it begins.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "tick")]
pub(crate) struct Tick {
    pub(crate) year: i32,
    /// From 0 to 1000.
    pub(crate) at: i32,
}

/// A row of the timeline: a topic, or what has none of the topics that have a row.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "lane")]
pub(crate) struct Lane {
    pub(crate) label: String,
    /// The label, cut, for the words of its dots; empty where each statement has a mark.
    pub(crate) name: String,
    pub(crate) address: Option<Href>,
    pub(crate) count: usize,
    /// Whether it is that of a topic.
    pub(crate) is_topic: bool,
    /// None where each statement has a mark.
    pub(crate) years: Vec<LaneYear>,
}

/// The dot of a year.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "lane_year")]
pub(crate) struct LaneYear {
    pub(crate) year: i32,
    pub(crate) count: usize,
    /// The page that lists them.
    pub(crate) address: Option<Href>,
    /// How broad its dot is, in pixels: its area is as large as the count.
    pub(crate) width: usize,
    /// A line of no length.
    pub(crate) path: String,
}

/// A statement.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "timeline_mark")]
pub(crate) struct TimelineMark<'a> {
    pub(crate) label: &'a str,
    /// Its date and title, cut.
    pub(crate) name: String,
    pub(crate) address: Option<Href>,
    /// As a person writes it, for tables.
    pub(crate) date_short: String,
    /// For `<time>`.
    pub(crate) date_machine: Option<String>,
    /// The labels of those of its topics that have a row.
    pub(crate) topics: Vec<String>,
    pub(crate) withdrawn: bool,
    /// In each of its rows a line as long as its date is open, which is of no length where that is a day.
    pub(crate) path: String,
}

/// A chain of reiterations.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "timeline_chain")]
pub(crate) struct TimelineChain<'a> {
    /// The title of its first statement.
    pub(crate) label: &'a str,
    /// The same, cut.
    pub(crate) name: String,
    pub(crate) address: Option<Href>,
    pub(crate) count: usize,
    /// The first year.
    pub(crate) first: i32,
    /// The last year.
    pub(crate) last: i32,
    /// An arc from each of its statements to the next one.
    pub(crate) path: String,
}

/// The timeline in small: the dots of some topics by year.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "small_timeline")]
pub(crate) struct SmallTimeline {
    pub(crate) first: i32,
    pub(crate) last: i32,
    pub(crate) ticks: Vec<Tick>,
    /// How high the picture is: 40 for each row.
    pub(crate) height: i32,
    pub(crate) lanes: Vec<SmallLane>,
    /// Address of the timeline.
    pub(crate) address: Href,
}

/// A topic of the timeline in small.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "small_lane")]
pub(crate) struct SmallLane {
    pub(crate) label: String,
    pub(crate) address: Option<Href>,
    pub(crate) count: usize,
    /// The dots of its years, those of one size together.
    pub(crate) dots: Vec<Dots>,
}

/// Dots of one size.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "dots")]
pub(crate) struct Dots {
    /// How broad each is, in pixels.
    pub(crate) width: usize,
    /// For each a line of no length.
    pub(crate) path: String,
}
