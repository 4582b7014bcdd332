//! Lists of statements and of subjects with counts, and numbers for pictures.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Href, Html, Year};

/// Statements of one year in a list, newest first. Where `shown` is less than `count`, the list was cut, and `address` has
/// all.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "group")]
pub(crate) struct Group {
    pub(crate) year: Year,
    pub(crate) address: Option<Href>,
    pub(crate) count: usize,
    pub(crate) shown: usize,
    /// What `row.html` makes of each statement, one after another.
    pub(crate) rows: Html,
}

/// One of two parts of the statements of a body or state: what it said itself, or all others.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "part")]
pub(crate) struct Part {
    /// `own` or `others`.
    pub(crate) key: &'static str,
    pub(crate) total: usize,
    pub(crate) listed: usize,
    pub(crate) groups: Vec<Group>,
}

/// The same of one year, as rows.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "part_of_year")]
pub(crate) struct PartOfYear {
    /// `own` or `others`.
    pub(crate) key: &'static str,
    pub(crate) total: usize,
    pub(crate) rows: Html,
}

/// A year with its count of statements.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "year_count")]
pub(crate) struct YearCount {
    pub(crate) year: Year,
    pub(crate) count: usize,
    pub(crate) address: Option<Href>,
}

/// A subject with its count of statements.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "counted")]
pub(crate) struct Counted {
    pub(crate) label: String,
    pub(crate) address: Option<Href>,
    pub(crate) count: usize,
}

/// Statements per year, every year from first to last; on the page of a person those of the terms of office, too. Absent
/// where there is nothing to draw.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "bars")]
pub(crate) struct Bars {
    pub(crate) years: Vec<Bar>,
    /// The largest count.
    pub(crate) max: usize,
    pub(crate) total: usize,
    /// How many statements are of no known year; they are not in `total`.
    pub(crate) undated: usize,
    pub(crate) first: i32,
    pub(crate) last: i32,
}

/// A year of the bars; empty ones have the count 0.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "bar")]
pub(crate) struct Bar {
    pub(crate) year: i32,
    pub(crate) count: usize,
    pub(crate) address: Option<Href>,
}

/// The topics with the most statements, by year; absent below two years.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "heat")]
pub(crate) struct Heat {
    pub(crate) years: Vec<i32>,
    /// At most 40.
    pub(crate) rows: Vec<HeatRow>,
    /// How many topics have statements.
    pub(crate) topics: usize,
    /// How many statements are of no known year; they are in no cell.
    pub(crate) undated: usize,
}

/// A topic of the heat map.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "heat_row")]
pub(crate) struct HeatRow {
    pub(crate) label: String,
    pub(crate) address: Option<Href>,
    pub(crate) cells: Vec<HeatCell>,
}

/// A topic in a year.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "heat_cell")]
pub(crate) struct HeatCell {
    pub(crate) year: i32,
    pub(crate) count: usize,
    /// From 0 to 5.
    pub(crate) level: usize,
    pub(crate) address: Option<Href>,
}
