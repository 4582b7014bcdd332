//! The years across the picture.

use chrono::{Datelike, NaiveDate};

use crate::entry::date::Date;
use crate::pages::common::{chart, lists};
use crate::views::Tick;

/// How broad the picture is, in its own units; it is stretched to the page.
pub(super) const WIDTH: i32 = 1000;

/// Of more years several would stand at one place.
const MOST_YEARS: i32 = WIDTH;

/// The most years that are named.
const MOST_TICKS: i32 = 6;

/// From the first to the last known year of the statements, each as broad as any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Scale {
    pub(super) first: i32,
    pub(super) last: i32,
}

impl Scale {
    /// None where no year is known, or the years are too many.
    pub(super) fn of(years: &lists::Years) -> Option<Scale> {
        let (first, last) = chart::ends(years.keys().filter_map(|year| year.known()))?;
        (last - first < MOST_YEARS).then_some(Scale { first, last })
    }

    fn years(self) -> i32 {
        self.last - self.first + 1
    }

    /// Where a year begins.
    fn start(self, year: i32) -> i32 {
        (year - self.first) * WIDTH / self.years()
    }

    /// Where the middle of a year is.
    pub(super) fn middle(self, year: i32) -> i32 {
        ((year - self.first) * 2 + 1) * WIDTH / (self.years() * 2)
    }

    fn day(self, day: NaiveDate) -> i32 {
        let in_year = if day.leap_year() { 366 } else { 365 };
        let days = i64::from(day.year() - self.first) * in_year + i64::from(day.ordinal0());
        let place = days * i64::from(WIDTH) / (i64::from(self.years()) * in_year);
        i32::try_from(place.clamp(0, i64::from(WIDTH))).unwrap_or(WIDTH)
    }

    /// From where to where a date reaches: a day is one place, a year that is known no closer reaches from its first day to its
    /// last. None where no year is known.
    pub(super) fn reach(self, date: &Date) -> Option<(i32, i32)> {
        let point = date.start().or(date.end()).filter(|point| point.year().is_some())?;
        let from = self.day(point.earliest()?);
        let to = date.latest().or(point.latest()).map_or(from, |to| self.day(to));
        Some((from, to.max(from)))
    }

    /// The years that are named, and where they begin; the first one, with which the picture begins, is not among them.
    pub(super) fn ticks(self) -> Vec<Tick> {
        let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500];
        let step = steps.into_iter().find(|step| self.years() / step <= MOST_TICKS).unwrap_or(WIDTH);
        let named = (self.first + 1..=self.last).filter(|year| year.rem_euclid(step) == 0);
        named.map(|year| Tick { year, at: self.start(year) }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;

    const TEN: Scale = Scale { first: 2000, last: 2009 };

    fn reach(date: &str) -> Option<(i32, i32)> {
        TEN.reach(&date.parse().expect("a date"))
    }

    #[test]
    fn a_date_reaches_as_far_as_it_is_open() {
        assert_eq!(reach("2000-01-01"), Some((0, 0)));
        assert_eq!(reach("2005-01-01"), Some((500, 500)));
        assert_eq!(reach("2009-12-31"), Some((999, 999)));
        assert_eq!(reach("2005"), Some((500, 599)));
        assert_eq!(reach("2005-07"), Some((549, 557)));
        assert_eq!(reach("2005-01-01/2006-01-01"), Some((500, 600)));
        // What is later than all of the years, and what has no end or no beginning.
        assert_eq!(reach("2009/2030"), Some((900, 1000)));
        assert_eq!(reach("2005-01-01/.."), Some((500, 500)));
        assert_eq!(reach("../2005"), Some((500, 599)));
        assert_eq!(reach("200X"), None);
        assert_eq!(reach("200X/2005"), None);
    }

    #[test]
    fn few_years_are_named() {
        let named = |first: i32, last: i32| {
            let ticks = Scale { first, last }.ticks();
            ticks.iter().map(|tick| (tick.year, tick.at)).collect::<Vec<_>>()
        };
        assert_eq!(named(2006, 2006), []);
        assert_eq!(named(2006, 2008), [(2007, 333), (2008, 666)]);
        assert_eq!(named(1815, 2026), [(1850, 165), (1900, 400), (1950, 636), (2000, 872)]);
        assert_eq!(named(1000, 1999), [(1200, 200), (1400, 400), (1600, 600), (1800, 800)]);
        assert!((1000..1999).all(|first| named(first, 1999).len() <= 7));
    }
}
