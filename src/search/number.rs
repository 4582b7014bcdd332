//! Numbers of statements, which say their dates.

use bitcode::{Decode, Encode};

use crate::entry::date::{Date, ListedYear, Season};

/// How many statements a day can have.
pub(crate) const MOST_ON_A_DAY: u32 = 4096;

/// The place of a date among all dates: greater is later, and what is known less exactly comes after.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Encode, Decode)]
pub(crate) struct Day(u32);

/// The number of a statement: its day, and its ordinal among those of that day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Number(u64);

impl Day {
    /// Of a date; of an interval, of its start, or of its end where that is open or unknown.
    pub(crate) fn of(date: &Date) -> Day {
        let year = |year: i32| year.unsigned_abs() * 429;
        let Some(point) = date.start().or(date.end()) else { return Day(0) };
        let last = date.listed_year().last();
        Day(match (point.month(), point.day(), point.season()) {
            (Some(month), day, _) => year(last) + (month - 1) * 33 + day.map_or(31, |day| day - 1),
            (None, _, Some(season)) => {
                let month = match season {
                    Season::Spring => 5,
                    Season::Summer => 8,
                    Season::Autumn => 11,
                    Season::Winter => 12,
                };
                year(last) + (month - 1) * 33 + 32
            }
            (None, ..) => {
                let known = match date.listed_year() {
                    ListedYear::Year(_) => 0,
                    ListedYear::Decade(_) => 1,
                    ListedYear::Century(_) => 2,
                };
                year(last) + 12 * 33 + known
            }
        })
    }

    /// The number of a statement of this day; none beyond the most that a day can have.
    pub(crate) fn number(self, ordinal: u32) -> Option<Number> {
        (ordinal < MOST_ON_A_DAY).then(|| Number(u64::from(self.0) * u64::from(MOST_ON_A_DAY) + u64::from(ordinal)))
    }
}

impl Number {
    /// The number itself.
    pub(crate) fn get(self) -> u64 {
        self.0
    }

    /// The day, as a number.
    pub(super) fn day(self) -> u32 {
        (self.0 / u64::from(MOST_ON_A_DAY)) as u32
    }

    /// The ordinal among the statements of the day.
    pub(super) fn ordinal(self) -> u32 {
        (self.0 % u64::from(MOST_ON_A_DAY)) as u32
    }

    /// That of a day and an ordinal.
    #[cfg(test)]
    pub(super) fn at(day: u32, ordinal: u32) -> Number {
        Number(u64::from(day) * u64::from(MOST_ON_A_DAY) + u64::from(ordinal))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_stand_as_dates_do() {
        let dates = [
            "0001-01-01",
            "1999-12-31",
            "1999-12",
            "1999",
            "2000-01-01",
            "2006-02-01/2006-02-03",
            "2006-02-02",
            "2006-02-28",
            "2006-02",
            "2006-03-01",
            "2006-05-31",
            "2006-05",
            "2006-21",
            "2006-08-31",
            "2006-22",
            "2006-11",
            "2006-23",
            "2006-12-31",
            "2006-12",
            "2006-24",
            "2006",
            "../2007-01",
            "2009-12-31",
            "2009",
            "200X",
            "2099",
            "20XX",
            "9999-12-31",
        ];
        let days: Vec<Day> = dates.iter().map(|date| Day::of(&date.parse().unwrap())).collect();
        assert!(days.is_sorted_by(|one, other| one < other), "{days:?}");
        for (date, day) in dates.iter().zip(&days).filter(|(date, _)| !date.contains('X')) {
            let parsed: Date = date.parse().unwrap();
            assert_eq!(day.0 / 429, parsed.year().unwrap() as u32, "{date}");
        }
    }

    #[test]
    fn a_number_says_its_day_and_ordinal() {
        let day = Day::of(&"2006-02-02".parse().unwrap());
        let number = day.number(4095).unwrap();
        assert_eq!((number.day(), number.ordinal()), (day.0, 4095));
        assert_eq!(day.number(4096), None);
        assert_eq!(number.get(), (2006 * 429 + 33 + 1) * 4096 + 4095);
    }
}
