//! Terms of office against the years of a person's statements: where each stands beside the bars.

use chrono::{Datelike, NaiveDate};

use crate::chronicle::Subject;
use crate::entry::authority::Office;
use crate::entry::date::{Date, Qualifier};
use crate::pages::PageBuilder;
use crate::pages::common::chart;
use crate::views::{Held, Stretch};

/// The first and the last year of the bars: those of its statements, and of a person those of the terms of office.
pub(crate) fn span(builder: &PageBuilder<'_>, subject: Subject) -> Option<(i32, i32)> {
    let held = match subject {
        Subject::Person(id) => years(&builder.chronicle[id].entry.fields.offices),
        _ => None,
    };
    chart::span(builder.chronicle.years_under(subject), held)
}

/// The first and the last year that the terms of some offices are known to touch.
fn years(offices: &[Office]) -> Option<(i32, i32)> {
    let touched = offices.iter().filter_map(known).flatten();
    touched.fold(None, |span, year| {
        let (first, last) = span.unwrap_or((year, year));
        Some((first.min(year), last.max(year)))
    })
}

/// The years of a term's beginning and end; where no end is known, the former alone.
fn known(office: &Office) -> Option<[i32; 2]> {
    let begin = office.from.earliest().or(office.from.latest())?;
    let end = office.to.as_ref().and_then(|to| to.latest().or(to.earliest()));
    Some([begin.year(), end.map_or_else(|| office.from.latest().unwrap_or(begin).year(), |end| end.year())])
}

/// Where a term stands among the years from `first` to `last`; nothing where it is not within them. Without an end it goes on
/// until today, so to the last of the years. Where the record leaves a beginning or an end open, in doubt, or known to a
/// month or year only, the term is certain for less than what is possible.
pub(crate) fn held(office: &Office, (first, last): (i32, i32)) -> Option<Held> {
    let is_within = |year: &i32| (first..=last).contains(year);
    known(office).filter(|years| years.iter().all(is_within))?;
    let axis = Axis { first, years: last - first + 1 };
    let (from, to) = (&office.from, office.to.as_ref());
    let begin = |day: NaiveDate| axis.place(day.year(), day.ordinal0(), day);
    let end = |day: NaiveDate| axis.place(day.year(), day.ordinal(), day);
    let possible = (from.earliest().map_or(0, begin), to.and_then(Date::latest).map_or(WHOLE, end));
    let is_doubtful = [Some(from), to].into_iter().flatten().any(is_in_doubt);
    let certain_end = to.map_or(Some(WHOLE), |to| to.earliest().map(end));
    let certain = from.latest().map(begin).zip(certain_end).filter(|(begin, end)| begin < end && !is_doubtful);
    Some(Held { possible: stretch(possible), certain: certain.map(stretch) })
}

fn is_in_doubt(date: &Date) -> bool {
    date.start().into_iter().chain(date.end()).any(|point| point.qualifier() != Qualifier::Certain)
}

/// The breadth of all years, in hundredths of a percent.
const WHOLE: i64 = 10_000;

/// The least breadth that is seen.
const LEAST: i64 = 50;

/// Years side by side, each as broad as any other.
struct Axis {
    first: i32,
    years: i32,
}

impl Axis {
    /// The place of so many days into a year.
    fn place(&self, year: i32, days: u32, of: NaiveDate) -> i64 {
        let in_year = if of.leap_year() { 366 } else { 365 };
        (i64::from(year - self.first) * in_year + i64::from(days)) * WHOLE / (i64::from(self.years) * in_year)
    }
}

fn stretch((begin, end): (i64, i64)) -> Stretch {
    let begin = begin.min(WHOLE - LEAST);
    let percent = |hundredths: i64| format!("{}.{:02}%", hundredths / 100, hundredths % 100);
    Stretch { start: percent(begin), width: percent((end - begin).max(LEAST)) }
}

#[cfg(test)]
mod tests {
    use super::{Office, held, years};

    fn office(from: &str, to: &str) -> Office {
        let to = if to.is_empty() { String::new() } else { format!(", to: \"{to}\"") };
        serde_yaml::from_str(&format!("{{id: a, title: A, from: \"{from}\"{to}}}")).expect("an office")
    }

    /// Where it may have been held, and where it was.
    fn drawn(from: &str, to: &str) -> Option<(String, String)> {
        let held = held(&office(from, to), (2000, 2009))?;
        let said = |stretch: crate::views::Stretch| format!("{}+{}", stretch.start, stretch.width);
        Some((said(held.possible), held.certain.map_or_else(String::new, said)))
    }

    #[test]
    fn nothing_is_certain_that_the_record_leaves_open() {
        let both = |place: &str| Some((place.to_owned(), place.to_owned()));
        let may = |place: &str, certain: &str| Some((place.to_owned(), certain.to_owned()));
        assert_eq!(drawn("2000-01-01", "2009-12-31"), both("0.00%+100.00%"));
        assert_eq!(drawn("2005-01-01", "2005-12-31"), both("50.00%+10.00%"));
        assert_eq!(drawn("2009-12-31", "2009-12-31"), both("99.50%+0.50%"));
        // Without an end it goes on.
        assert_eq!(drawn("2005-01-01", ""), both("50.00%+50.00%"));
        // A year says no day.
        assert_eq!(drawn("2001", "2003"), may("10.00%+30.00%", "19.97%+10.05%"));
        assert_eq!(drawn("2001", "2001"), may("10.00%+10.00%", ""));
        assert_eq!(drawn("200X", "2009-12-31"), may("0.00%+100.00%", "99.50%+0.50%"));
        // Doubt is about all of it.
        assert_eq!(drawn("2001-01-01~", "2003-12-31"), may("10.00%+30.00%", ""));
        assert_eq!(drawn("2001-01-01", "2003-12-31?"), may("10.00%+30.00%", ""));
        // An end that is not known.
        assert_eq!(drawn("2005-01-01", "2006-01-01/.."), may("50.00%+50.00%", "50.00%+10.02%"));
        assert_eq!(drawn("../2005-12-31", "2007-12-31"), may("0.00%+80.00%", "59.97%+20.03%"));
        // Not within these years.
        assert_eq!(drawn("1999-12-31", "2003"), None);
        assert_eq!(drawn("2005", "2010"), None);
    }

    #[test]
    fn the_years_are_those_of_all_terms() {
        assert_eq!(years(&[]), None);
        assert_eq!(years(&[office("2004-03-09", ""), office("1994", "2004-03-09")]), Some((1994, 2004)));
    }
}
