//! The year, decade or century under which a date is listed.

use std::cmp::Ordering;
use std::fmt;

use super::Date;
use super::point::Part;

/// The year under which a date is listed; where that is not known, its decade or century. Ordered as dates are: a decade
/// stands after its last year, a century after its last decade.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ListedYear {
    /// A year.
    Year(i32),
    /// Some year of the decade that begins with this one.
    Decade(i32),
    /// Some year of the hundred that begin with this one.
    Century(i32),
}

impl ListedYear {
    /// The year, where it is known.
    pub(crate) fn known(self) -> Option<i32> {
        match self {
            ListedYear::Year(year) => Some(year),
            ListedYear::Decade(_) | ListedYear::Century(_) => None,
        }
    }

    /// The first year that it can be.
    pub(crate) fn first(self) -> i32 {
        let (ListedYear::Year(first) | ListedYear::Decade(first) | ListedYear::Century(first)) = self;
        first
    }

    /// The last year that it can be.
    pub(crate) fn last(self) -> i32 {
        match self {
            ListedYear::Year(year) => year,
            ListedYear::Decade(first) => first + 9,
            ListedYear::Century(first) => first + 99,
        }
    }

    fn rank(self) -> u8 {
        match self {
            ListedYear::Year(_) => 0,
            ListedYear::Decade(_) => 1,
            ListedYear::Century(_) => 2,
        }
    }
}

impl Ord for ListedYear {
    fn cmp(&self, other: &ListedYear) -> Ordering {
        (self.last(), self.rank()).cmp(&(other.last(), other.rank()))
    }
}

impl PartialOrd for ListedYear {
    fn partial_cmp(&self, other: &ListedYear) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// As a part of addresses: `2006`, `2000s`, `20xx`. The decade and the century that begin with one year differ.
impl fmt::Display for ListedYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ListedYear::Year(year) => write!(f, "{year}"),
            ListedYear::Decade(first) => write!(f, "{first}s"),
            ListedYear::Century(first) => write!(f, "{:02}xx", first / 100),
        }
    }
}

impl Date {
    /// Where the date stands in lists by year: by its start, or by its end where the start is open or unknown.
    pub(crate) fn listed_year(&self) -> ListedYear {
        // Every date has a point.
        let Some(point) = self.start().or(self.end()) else { return ListedYear::Century(0) };
        match point.part {
            Part::Century => ListedYear::Century(point.first_year()),
            Part::Decade => ListedYear::Decade(point.first_year()),
            _ => ListedYear::Year(point.first_year()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, ListedYear};

    fn date(text: &str) -> Date {
        text.parse().expect("a date")
    }

    #[test]
    fn every_date_is_listed_under_something() {
        for (written, listed) in [
            ("2006-02-02", "2006"),
            ("2006?", "2006"),
            ("2006-22", "2006"),
            ("2006-XX-XX", "2006"),
            ("200X", "2000s"),
            ("200X~", "2000s"),
            ("20XX", "20xx"),
            ("00XX", "00xx"),
            ("000X", "0s"),
            ("200X/2011", "2000s"),
            ("../2006", "2006"),
            ("../200X", "2000s"),
            ("/19XX", "19xx"),
            ("2006/..", "2006"),
        ] {
            assert_eq!(date(written).listed_year().to_string(), listed, "{written}");
        }
    }

    #[test]
    fn lists_by_year_have_the_order_of_dates() {
        let mut dates: Vec<Date> =
            ["20XX", "2010", "200X", "2009-12-31", "2099", "209X", "19XX", "1999", "2006", "../200X", "2009"]
                .map(date)
                .into();
        dates.sort_by_key(Date::sort_key);
        let years: Vec<ListedYear> = dates.iter().map(Date::listed_year).collect();
        assert!(years.is_sorted(), "{years:?}");
    }
}
