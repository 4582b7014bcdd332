//! Civil dates in EDTF, the Extended Date/Time Format of ISO 8601-2:2019, level 1.
//!
//! A chronicle knows some dates to the day and others to the month, the year or not even that, and EDTF is the
//! standard way to write so: `2006-02-02`, `2006-02`, `2006-02~` (about), `2006?` (uncertain), `2006-02-01/2006-02-03`,
//! `2006/..` (still going on), `2006-02-XX`, `200X`, `2006-21` (spring). No date has a time or a time zone, so nothing
//! ever moves one. [`Date`] is a small `Copy` value that keeps exactly what was written; its `Display` writes it back.

mod certain;
mod export;
mod listed;
mod notation;
mod parse;
mod period;
mod point;
mod spelling;
#[cfg(test)]
mod tests;
mod vague;
mod words;

pub(crate) use listed::ListedYear;
pub(crate) use period::{Coverage, Gap, Period, gap};
pub(crate) use point::{Point, Precision, Qualifier, Season, SortKey};
pub(crate) use spelling::DateError;
pub(crate) use words::{is_within, month_named};

use std::fmt;
use std::str::FromStr;

use bitcode::{Decode, Encode};
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A civil date or an interval of them, as written in EDTF level 1 (ISO 8601-2:2019).
///
/// It has no `Ord`: `2006` and `2006-02-02` overlap. To put dates in a row, use [`Date::sort_key`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Decode, Encode)]
pub struct Date(Shape);

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Decode, Encode)]
enum Shape {
    Single(Point),
    Interval(Bound, Bound),
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Decode, Encode)]
enum Bound {
    At(Point),
    /// `..`
    Open,
    /// Nothing.
    Unknown,
}

impl Date {
    /// The date that a text spells as people do: `2 February 2006`, `February 2, 2006`,
    /// `02.02.2006`, `février 2006`. None for a text that has anything else.
    pub fn spelled(text: &str) -> Option<Date> {
        spelling::spelled(text)
    }

    /// A day of the years 0 to 9999; `None` for any other.
    pub(crate) fn of_day(day: NaiveDate) -> Option<Date> {
        day.to_string().parse().ok()
    }

    /// Where the date stands in a chronicle: by its start, a month without a day after that month's days, a season after
    /// its last month (as the north counts them), a year after everything in it; then certain, approximate, uncertain.
    /// An interval without a known start stands by its end.
    pub fn sort_key(&self) -> SortKey {
        self.start().or(self.end()).map_or_else(SortKey::default, |point| point.sort_key())
    }

    /// The first day the date can mean; `None` if its start is open or unknown.
    pub fn earliest(&self) -> Option<NaiveDate> {
        self.start().and_then(|point| point.earliest())
    }

    /// The last day the date can mean; `None` if its end is open or unknown.
    pub fn latest(&self) -> Option<NaiveDate> {
        self.end().and_then(|point| point.latest())
    }

    /// The year in which the date stands in a chronicle: that of the start, or of the end where the start is open or
    /// unknown; `None` where it has unspecified digits.
    pub(crate) fn year(&self) -> Option<i32> {
        self.start().or(self.end()).and_then(|point| point.year())
    }

    /// The month in which the date stands, 1 to 12, where it is known.
    pub(crate) fn month(&self) -> Option<u32> {
        self.start().or(self.end()).and_then(|point| point.month())
    }

    /// The day of the month of the start, 1 to 31, where it is known.
    pub(crate) fn day(&self) -> Option<u32> {
        self.start().and_then(|point| point.day())
    }

    /// The unit the date is known to; of an interval, the coarser of its known ends.
    pub(crate) fn precision(&self) -> Precision {
        let coarsest = self.points().map(|point| point.precision()).min();
        coarsest.unwrap_or(Precision::Century) // every date has a point
    }

    /// Whether this is an interval (`a/b`, `a/..`, …).
    pub(crate) fn is_interval(&self) -> bool {
        matches!(self.0, Shape::Interval(..))
    }

    /// Whether the date, or either end of it, is marked `~` or `%`.
    pub(crate) fn is_approximate(&self) -> bool {
        self.points().any(|point| point.qualifier.is_approximate())
    }

    /// Whether the date, or either end of it, is marked `?` or `%`.
    pub(crate) fn is_uncertain(&self) -> bool {
        self.points().any(|point| point.qualifier.is_uncertain())
    }

    /// The date itself, or the start of an interval; `None` if open or unknown.
    pub(crate) fn start(&self) -> Option<Point> {
        match self.0 {
            Shape::Single(point) | Shape::Interval(Bound::At(point), _) => Some(point),
            Shape::Interval(..) => None,
        }
    }

    /// The date itself, or the end of an interval; `None` if open or unknown.
    pub(crate) fn end(&self) -> Option<Point> {
        match self.0 {
            Shape::Single(point) | Shape::Interval(_, Bound::At(point)) => Some(point),
            Shape::Interval(..) => None,
        }
    }

    /// Whether the start of an interval is open (`../2006`) rather than unknown (`/2006`).
    pub(crate) fn is_open_start(&self) -> bool {
        matches!(self.0, Shape::Interval(Bound::Open, _))
    }

    /// Whether the end of an interval is open (`2006/..`) rather than unknown (`2006/`).
    pub fn is_open_end(&self) -> bool {
        matches!(self.0, Shape::Interval(_, Bound::Open))
    }

    /// The value for the `datetime` of an HTML `<time>`: `2006-02-02`, `2006-02` or `2006`. `None` for all that HTML cannot
    /// say: intervals, seasons, decades, anything qualified.
    pub fn machine(&self) -> Option<String> {
        match self.0 {
            Shape::Single(point) => point.machine(),
            Shape::Interval(..) => None,
        }
    }

    fn points(&self) -> impl Iterator<Item = Point> + use<> {
        let end = if self.is_interval() { self.end() } else { None };
        self.start().into_iter().chain(end)
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        parse::parse(text).map_err(|fault| spelling::explain(text, fault))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Shape::Single(point) => point.fmt(f),
            Shape::Interval(from, to) => write!(f, "{from}/{to}"),
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(point) => point.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    /// From text, or from a number: a bare `2006` is one in YAML.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DateVisitor)
    }
}

struct DateVisitor;

impl de::Visitor<'_> for DateVisitor {
    type Value = Date;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date such as `2006-02-02`, `2006-02` or `2006`")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
        text.parse().map_err(|error| invalid(error, certain::certain(text)))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Date, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Date, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Date, E> {
        // `2006.10` and `2006.1` are one number: do not guess which month.
        Err(invalid(DateError::unclear(&number.to_string()), None))
    }
}

fn invalid<E: de::Error>(error: DateError, right: Option<String>) -> E {
    crate::document::misspelt::<E>(crate::diagnostic::Code::BadDate, error.to_string(), error.help(), right)
}
