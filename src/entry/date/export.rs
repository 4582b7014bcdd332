//! Dates for formats that support less than EDTF, never more precise than what is known.

use chrono::NaiveDate;

use super::point::{Part, Qualifier};
use super::{Bound, Date, Point, Shape};

impl Date {
    /// As ISO 8601-1 writes dates: `2006-02-02`, `2006-02`, `2006`, `2006-02-01/2006-02-03`, `2006/..`. The season of a year,
    /// which it cannot say, is left out. `None` where no year is known, and where the date is uncertain or approximate, which
    /// it cannot say either.
    pub(crate) fn iso_where_certain(&self) -> Option<String> {
        self.written(Point::iso_where_certain)
    }

    /// The same for every date, with doubt as ISO 8601-2 writes it: `2006~`, `2006-02-02?`.
    pub(crate) fn iso_with_doubt(&self) -> Option<String> {
        self.written(|point| Some(point.iso()? + point.qualifier.suffix()))
    }

    fn written(&self, write: impl Fn(&Point) -> Option<String>) -> Option<String> {
        let bound = |bound: &Bound| match bound {
            Bound::At(point) => write(point),
            Bound::Open => Some("..".to_owned()),
            Bound::Unknown => Some(String::new()),
        };
        match &self.0 {
            Shape::Single(point) => write(point),
            // Dropping one end of an interval would make another date of it.
            Shape::Interval(from, to) => Some(format!("{}/{}", bound(from)?, bound(to)?)),
        }
    }

    /// The last day that the date names itself.
    pub(crate) fn last_day(&self) -> Option<NaiveDate> {
        let days = self.points().filter(|point| point.day().is_some());
        days.filter_map(|point| point.earliest()).max()
    }
}

impl Point {
    /// As ISO 8601-1 writes it, without doubt and season; `None` where no year is known.
    pub(crate) fn iso(&self) -> Option<String> {
        let year = self.year()?;
        Some(match self.part {
            Part::Day(month, day) => format!("{year:04}-{month:02}-{day:02}"),
            Part::Month(month) | Part::SomeDay(month) => format!("{year:04}-{month:02}"),
            _ => format!("{year:04}"),
        })
    }

    /// The same, where it is beyond doubt.
    pub(crate) fn iso_where_certain(&self) -> Option<String> {
        if self.qualifier == Qualifier::Certain { self.iso() } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn nothing_finer_than_what_is_known_is_written() {
        for (written, without_doubt, with_doubt, day) in [
            ("2006-02-02", "2006-02-02", "2006-02-02", "2006-02-02"),
            ("2006-02-02?", "2006-02-02", "2006-02-02?", "2006-02-02"),
            ("2006-02", "2006-02", "2006-02", ""),
            ("2006-02-XX", "2006-02", "2006-02", ""),
            ("2006-02%", "2006-02", "2006-02%", ""),
            ("2006", "2006", "2006", ""),
            ("2006~", "2006", "2006~", ""),
            ("2006-XX-XX", "2006", "2006", ""),
            ("2006-22", "2006", "2006", ""),
            ("2006-22~", "2006", "2006~", ""),
            ("200X", "", "", ""),
            ("20XX?", "", "", ""),
            ("2006-02-01/2006-02-03", "2006-02-01/2006-02-03", "2006-02-01/2006-02-03", "2006-02-03"),
            ("2006-02-01~/2006-03", "2006-02-01/2006-03", "2006-02-01~/2006-03", "2006-02-01"),
            ("2006-02/..", "2006-02/..", "2006-02/..", ""),
            ("../2006-02-03", "../2006-02-03", "../2006-02-03", "2006-02-03"),
            ("2006/", "2006/", "2006/", ""),
            ("200X/2010-01-05", "", "", "2010-01-05"),
            ("0006-02-02", "0006-02-02", "0006-02-02", "0006-02-02"),
        ] {
            let date: Date = written.parse().expect("a date");
            assert_eq!(date.iso_with_doubt().unwrap_or_default(), with_doubt, "{written}");
            let certain = if without_doubt == with_doubt { with_doubt } else { "" };
            assert_eq!(date.iso_where_certain().unwrap_or_default(), certain, "{written}");
            assert_eq!(date.last_day().map(|day| day.to_string()).unwrap_or_default(), day, "{written}");
        }
    }
}
