//! Relations between dates: whether one lies within a period, and how far apart two are.

use chrono::{Datelike, Months};

use super::{Date, Precision};

/// The time from one date to another, both included; without `from` since ever, without `to` until today.
///
/// The period takes in the whole of a coarse end: one that ends in `2004-03` covers 31 March 2004.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Period {
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
}

/// Whether a date lies within a [`Period`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Coverage {
    /// Every day that the date can mean does.
    Yes,
    /// None does.
    No,
    /// Some do: the date is too coarse, or open, to tell.
    Maybe,
}

impl Period {
    /// Whether the date lies within the period.
    pub(crate) fn covers(&self, date: &Date) -> Coverage {
        let from = self.from.and_then(|from| from.earliest());
        let to = self.to.and_then(|to| to.latest());
        let (earliest, latest) = (date.earliest(), date.latest());
        let ends_before = from.zip(latest).is_some_and(|(from, latest)| latest < from);
        let starts_after = to.zip(earliest).is_some_and(|(to, earliest)| earliest > to);
        if ends_before || starts_after {
            return Coverage::No;
        }
        let starts_within = from.is_none_or(|from| earliest.is_some_and(|earliest| earliest >= from));
        let ends_within = to.is_none_or(|to| latest.is_some_and(|latest| latest <= to));
        if starts_within && ends_within { Coverage::Yes } else { Coverage::Maybe }
    }
}

/// The distance between two dates in whole calendar units, no finer than both of them are known.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Gap {
    /// Whole years.
    pub(crate) years: u32,
    /// Whole months beyond the years, 0 to 11; 0 unless both dates have a month.
    pub(crate) months: u32,
    /// Whole days beyond the months, 0 to 30; 0 unless both dates have a day.
    pub(crate) days: u32,
    /// The finest unit that was counted. A gap of nothing in days is the same day, in years only the same year.
    pub(crate) unit: Precision,
}

/// How long after the start of `from` the start of `to` is; `None` if it is before it, or if either has no known year.
pub(crate) fn gap(from: &Date, to: &Date) -> Option<Gap> {
    let (from, to) = (from.start()?, to.start()?);
    let years = u32::try_from(to.year()? - from.year()?).ok()?;
    let (Some(from_month), Some(to_month)) = (from.month(), to.month()) else {
        return Some(Gap { years, months: 0, days: 0, unit: Precision::Year });
    };
    let months = (years * 12 + to_month).checked_sub(from_month)?;
    if from.precision().min(to.precision()) < Precision::Day {
        return Some(Gap { years: months / 12, months: months % 12, days: 0, unit: Precision::Month });
    }
    let (first, last) = (from.earliest()?, to.earliest()?);
    // As in java.time: 31 January to 1 March is one month (to 28 February) and one day.
    let months = if last.day() < first.day() { months.checked_sub(1)? } else { months };
    let whole = first.checked_add_months(Months::new(months))?;
    let days = u32::try_from((last - whole).num_days()).ok()?;
    Some(Gap { years: months / 12, months: months % 12, days, unit: Precision::Day })
}
