//! Dates as styles of references write them. Those styles are American: their English has the month before the day, and short
//! names of months of its own; other languages have the order and the names that they have elsewhere.

use super::dates::{DateFormat, Named, Phrase, with_plain_spaces};
use crate::citation::style::Dates;
use crate::entry::date::{Date, Qualifier};

/// How dates in references are written in one language.
#[derive(Debug)]
pub(super) struct CitedDates {
    long: DateFormat,
    /// None where the language has the year elsewhere than at the end.
    without_year: Option<DateFormat>,
    short: DateFormat,
}

/// The names of months in references after the MLA: none of more than four letters is written out.
const SHORT_MONTHS: [&str; 12] =
    ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

impl CitedDates {
    /// Those for a BCP 47 tag.
    pub(super) fn new(language: &str, named: Named<'_>) -> CitedDates {
        let (long, short) = match language.split('-').next() {
            Some("en") => {
                (DateFormat::new("en-US", named), DateFormat::new("en", named).with_short_months(SHORT_MONTHS))
            }
            _ => (DateFormat::new(language, named), DateFormat::new(language, named)),
        };
        CitedDates { without_year: long.without_year(), long, short }
    }

    /// A date in each form. References are copied and broken into lines as other text is.
    pub(super) fn of(&self, date: &Date, comma: &str, phrase: Phrase<'_>) -> Dates {
        let long = with_plain_spaces(&self.long.long(date, phrase));
        let short = with_plain_spaces(&self.short.short(date, phrase));
        let day = self.without_year.as_ref().map(|format| with_plain_spaces(&format.long(date, phrase)));
        Dates { year_first: year_first(date, &long, day.as_deref(), comma), short, long }
    }
}

/// A date whose year stands at its end, with that at its beginning: `2006, February 2`, `2006, February 1–3`; `day` is the
/// same without the year. One in other words (about, until), of several years, or of a language that begins with the year, is
/// left as it is.
fn year_first(date: &Date, long: &str, day: Option<&str>, comma: &str) -> String {
    let ends = [date.start(), date.end()];
    let plain = ends.iter().all(|end| end.is_some_and(|end| end.qualifier() == Qualifier::Certain));
    let [Some(from), Some(to)] = ends.map(|end| end.and_then(|end| end.year())) else { return long.to_owned() };
    let year = from.to_string();
    let rest = match day {
        Some(day) if !day.contains(&year) => Some(day),
        // A season, whose message has the year; where that says more than its name, what stands between is not known.
        _ => long.strip_suffix(&year).map(str::trim_end).filter(|rest| !rest.contains(' ')),
    };
    match rest {
        Some(rest) if plain && from == to && !rest.is_empty() => format!("{year}{comma} {rest}"),
        _ => long.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::CitedDates;

    fn written(language: &str, comma: &str, date: &str) -> [String; 3] {
        let phrase = |id: &str, given: &[(&str, &str)]| match id {
            "date_approximate" => format!("about {}", given[0].1),
            _ => String::new(),
        };
        let dates = CitedDates::new(language, &|_| None).of(&date.parse().expect("a date"), comma, &phrase);
        [dates.long, dates.year_first, dates.short]
    }

    #[test]
    fn dates_are_as_styles_have_them() {
        for (date, expected) in [
            ("2006-02-02", ["February 2, 2006", "2006, February 2", "2 Feb. 2006"]),
            ("2006-09", ["September 2006", "2006, September", "Sept. 2006"]),
            ("2006", ["2006", "2006", "2006"]),
            ("2006-02-01/2006-02-03", ["February 1–3, 2006", "2006, February 1–3", "1–3 Feb. 2006"]),
            ("2006-02~", ["about February 2006", "about February 2006", "about Feb. 2006"]),
            (
                "2006-02-01/2007-03",
                ["February 1, 2006 – March 2007", "February 1, 2006 – March 2007", "1 Feb. 2006 – Mar. 2007"],
            ),
        ] {
            assert_eq!(written("en", ",", date), expected, "{date}");
        }
        assert_eq!(written("ru", ",", "2006-02-02")[1], "2006, 2 февраля");
        assert_eq!(written("ar", "،", "2006-02-02")[1], "2006، 2 فبراير");
        assert_eq!(written("ja", "、", "2006-02-02")[1], "2006年2月2日");
        assert_eq!(written("es", ",", "2006-02-02")[1], "2006, 2 de febrero");
        assert_eq!(written("es", ",", "2006-02")[1], "2006, febrero");
        assert_eq!(written("de", ",", "2006-02-01/2006-02-03")[1], "2006, 1.–3. Februar");
    }
}
