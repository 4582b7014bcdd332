//! Years, months and days.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Bars, Counted, Group, Href, Html, Year, YearCount};

/// Every day of the calendar that has a statement: `on-this-day.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct OnThisDay {
    pub(crate) months: Vec<CalendarMonth>,
    /// Address of the same for calendar programs.
    pub(crate) calendar: Option<Href>,
}

/// A month of the calendar with its days.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "calendar_month")]
pub(crate) struct CalendarMonth {
    /// From 1 to 12.
    pub(crate) month: u32,
    pub(crate) days: Vec<CalendarDay>,
}

/// A day of the calendar that has statements.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "calendar_day")]
pub(crate) struct CalendarDay {
    pub(crate) day: u32,
    pub(crate) count: usize,
    /// From 1 to 5: how many there are, of the most on one day.
    pub(crate) level: usize,
    pub(crate) address: Option<Href>,
}

/// The statements of a day of the calendar: `day.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Day {
    pub(crate) month: u32,
    pub(crate) day: u32,
    pub(crate) groups: Vec<Group>,
}

/// All years: `years.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Years {
    pub(crate) years: Vec<YearCount>,
    pub(crate) bars: Option<Bars>,
    /// Newest first.
    pub(crate) decades: Vec<Decade>,
    /// What stands for years of which no more than the century is known; newest first.
    pub(crate) centuries: Vec<YearCount>,
    /// Address of the timeline.
    pub(crate) timeline: Option<Href>,
}

/// A decade with its years, newest first.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "decade")]
pub(crate) struct Decade {
    /// Its first year.
    pub(crate) decade: i32,
    pub(crate) years: Vec<YearCount>,
}

/// A year, or what stands for one that is not known: `year.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct YearPage {
    pub(crate) year: Year,
    /// All twelve; none where the year is not known.
    pub(crate) months: Vec<MonthOfYear>,
    /// Each with the address of the topic in the year.
    pub(crate) topics: Vec<Counted>,
    pub(crate) people: Vec<Counted>,
    /// Organizations and countries that made statements themselves.
    pub(crate) speaking: Vec<Counted>,
    /// Whether the statements of the months are listed on the pages of the months alone.
    pub(crate) divided: bool,
    pub(crate) rows: Html,
    pub(crate) total: usize,
    /// Of a list that is too long for one page, all its pages, the newest first.
    pub(crate) list_parts: Vec<ListPart>,
}

/// A page of a list that is too long for one.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "list_part")]
pub(crate) struct ListPart {
    /// The date of its first statement.
    pub(crate) from: Option<String>,
    /// The date of its last statement; absent where it is the newest part, and another one is shown.
    pub(crate) to: Option<String>,
    /// Absent where `to` is for that reason.
    pub(crate) count: Option<usize>,
    pub(crate) address: Option<Href>,
    /// Whether it is the one shown.
    pub(crate) current: bool,
}

/// A month of a year.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "month_of_year")]
pub(crate) struct MonthOfYear {
    /// From 1 to 12.
    pub(crate) month: u32,
    pub(crate) count: usize,
    pub(crate) address: Option<Href>,
}

/// The statements of a month: `month.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Month {
    pub(crate) year: i32,
    pub(crate) month: u32,
    pub(crate) year_address: Option<Href>,
    /// The days that have statements, where these are listed on the pages of the days alone.
    pub(crate) days: Vec<CalendarDay>,
    pub(crate) rows: Html,
    pub(crate) total: usize,
    pub(crate) list_parts: Vec<ListPart>,
}

/// The statements of a day of a year, where its month has too many for one page: `date.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct DatePage {
    pub(crate) year: i32,
    pub(crate) month: u32,
    pub(crate) day: u32,
    pub(crate) month_address: Option<Href>,
    pub(crate) rows: Html,
    pub(crate) total: usize,
    pub(crate) list_parts: Vec<ListPart>,
}
