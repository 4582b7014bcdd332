//! One point in time, as precise as it is known.

use bitcode::{Decode, Encode};
use std::fmt;

use chrono::NaiveDate;

/// The months by their English names.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// One date of EDTF level 1: a whole [`Date`](super::Date), or either end of an interval.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Decode, Encode)]
pub(crate) struct Point {
    /// 0 to 9999; the earliest where digits are unspecified.
    pub(super) year: u16,
    pub(super) part: Part,
    pub(super) qualifier: Qualifier,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Decode, Encode)]
pub(super) enum Part {
    /// `20XX`
    Century,
    /// `200X`
    Decade,
    /// `2006`, `2006-XX` and `2006-XX-XX`, by the number of `XX`.
    Year(u8),
    Season(Season),
    Month(u8),
    /// `2006-02-XX`
    SomeDay(u8),
    Day(u8, u8),
}

/// A season, codes 21 to 24 of EDTF. The standard leaves the hemisphere open, and so does every answer given here.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Decode, Encode)]
pub(crate) enum Season {
    /// 21
    Spring,
    /// 22
    Summer,
    /// 23
    Autumn,
    /// 24
    Winter,
}

/// How sure a date is: what its EDTF suffix says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Decode, Encode)]
pub(crate) enum Qualifier {
    /// No suffix.
    #[default]
    Certain,
    /// `~`: near this date.
    Approximate,
    /// `?`: possibly this date, the source is in doubt.
    Uncertain,
    /// `%`: both.
    UncertainApproximate,
}

/// The unit a date is known to, the coarsest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Precision {
    /// `20XX`
    Century,
    /// `200X`
    Decade,
    /// `2006`, `2006-XX`
    Year,
    /// `2006-21`
    Season,
    /// `2006-02`, `2006-02-XX`
    Month,
    /// `2006-02-02`
    Day,
}

/// A date's place in chronological order. Different dates may have equal keys; sort stably.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct SortKey(u32);

impl Point {
    /// The year; `None` if any of its digits is unspecified.
    pub(crate) fn year(&self) -> Option<i32> {
        (!matches!(self.part, Part::Century | Part::Decade)).then_some(self.first_year())
    }

    /// The first year it can mean: 2000 for `200X`.
    pub(crate) fn first_year(&self) -> i32 {
        i32::from(self.year)
    }

    /// The month, 1 to 12, where it is known.
    pub(crate) fn month(&self) -> Option<u32> {
        match self.part {
            Part::Month(month) | Part::SomeDay(month) | Part::Day(month, _) => Some(month.into()),
            _ => None,
        }
    }

    /// The day of the month, 1 to 31, where it is known.
    pub(crate) fn day(&self) -> Option<u32> {
        match self.part {
            Part::Day(_, day) => Some(day.into()),
            _ => None,
        }
    }

    /// The season, where the date is one.
    pub(crate) fn season(&self) -> Option<Season> {
        match self.part {
            Part::Season(season) => Some(season),
            _ => None,
        }
    }

    /// How sure the date is.
    pub(crate) fn qualifier(&self) -> Qualifier {
        self.qualifier
    }

    /// The unit it is known to.
    pub(crate) fn precision(&self) -> Precision {
        match self.part {
            Part::Century => Precision::Century,
            Part::Decade => Precision::Decade,
            Part::Year(_) => Precision::Year,
            Part::Season(_) => Precision::Season,
            Part::Month(_) | Part::SomeDay(_) => Precision::Month,
            Part::Day(..) => Precision::Day,
        }
    }

    /// The first day it can mean. A season has no fixed place in the year, so its bounds are the year's.
    pub(crate) fn earliest(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.first_year(), self.month().unwrap_or(1), self.day().unwrap_or(1))
    }

    /// The last day it can mean.
    pub(crate) fn latest(&self) -> Option<NaiveDate> {
        if let Some(day) = self.day() {
            return NaiveDate::from_ymd_opt(self.first_year(), self.month()?, day);
        }
        let month = self.month().unwrap_or(12);
        NaiveDate::from_ymd_opt(self.last_year(), month, days_in(self.last_year(), month))
    }

    fn last_year(&self) -> i32 {
        self.first_year()
            + match self.part {
                Part::Century => 99,
                Part::Decade => 9,
                _ => 0,
            }
    }

    pub(super) fn sort_key(&self) -> SortKey {
        let (month, day) = match self.part {
            Part::Day(month, day) => (month, day),
            Part::Month(month) | Part::SomeDay(month) => (month, 32),
            Part::Season(Season::Spring) => (5, 33),
            Part::Season(Season::Summer) => (8, 33),
            Part::Season(Season::Autumn) => (11, 33),
            Part::Season(Season::Winter) => (12, 33),
            Part::Year(_) => (13, 0),
            Part::Decade => (14, 0),
            Part::Century => (15, 0),
        };
        let year = self.last_year().unsigned_abs();
        SortKey((((year * 16 + u32::from(month)) * 64) + u32::from(day)) * 4 + self.qualifier as u32)
    }

    pub(super) fn machine(&self) -> Option<String> {
        if self.qualifier != Qualifier::Certain || self.year == 0 || self.precision() == Precision::Season {
            return None;
        }
        self.year()?;
        Some(match self.part {
            Part::Day(month, day) => text(&digits(self.year, month, day)).to_owned(),
            Part::Month(month) | Part::SomeDay(month) => text(&digits(self.year, month, 0)[..7]).to_owned(),
            _ => text(&digits(self.year, 0, 0)[..4]).to_owned(),
        })
    }
}

impl Qualifier {
    /// How it is written after a date.
    pub(super) fn suffix(self) -> &'static str {
        match self {
            Qualifier::Certain => "",
            Qualifier::Approximate => "~",
            Qualifier::Uncertain => "?",
            Qualifier::UncertainApproximate => "%",
        }
    }

    /// Whether it is `~` or `%`.
    pub(crate) fn is_approximate(self) -> bool {
        matches!(self, Self::Approximate | Self::UncertainApproximate)
    }

    /// Whether it is `?` or `%`.
    pub(crate) fn is_uncertain(self) -> bool {
        matches!(self, Self::Uncertain | Self::UncertainApproximate)
    }
}

pub(super) fn days_in(year: i32, month: u32) -> u32 {
    match month {
        2 if NaiveDate::from_ymd_opt(year, 2, 29).is_some() => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// `2006-02-03`; shorter dates are a prefix of it. Every page has many dates, and `write!` would dominate the cost of
/// formatting them.
fn digits(year: u16, month: u8, day: u8) -> [u8; 10] {
    let digit = |number: u16| b'0' + u8::try_from(number % 10).unwrap_or_default();
    let [month, day] = [month, day].map(u16::from);
    let [a, b, c, d] = [year / 1000, year / 100, year / 10, year].map(digit);
    let [e, f, g, h] = [month / 10, month, day / 10, day].map(digit);
    [a, b, c, d, b'-', e, f, b'-', g, h]
}

/// Digits are always text.
fn text(digits: &[u8]) -> &str {
    std::str::from_utf8(digits).unwrap_or_default()
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (known, month, day, unknown) = match self.part {
            Part::Century => (2, 0, 0, "XX"),
            Part::Decade => (3, 0, 0, "X"),
            Part::Year(0) => (4, 0, 0, ""),
            Part::Year(1) => (4, 0, 0, "-XX"),
            Part::Year(_) => (4, 0, 0, "-XX-XX"),
            Part::Season(season) => (7, 21 + season as u8, 0, ""),
            Part::Month(month) => (7, month, 0, ""),
            Part::SomeDay(month) => (7, month, 0, "-XX"),
            Part::Day(month, day) => (10, month, day, ""),
        };
        f.write_str(text(&digits(self.year, month, day)[..known]))?;
        f.write_str(unknown)?;
        f.write_str(self.qualifier.suffix())
    }
}
