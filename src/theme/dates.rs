//! Dates as people write them, in the site's language.
//!
//! The names of months and weekdays come from messages, which the theme has from the Unicode CLDR, or else from the locales
//! of `chrono` (`names`); the order of day, month and year from the CLDR (`patterns`), and every other word from messages. In
//! many languages a month has one form beside a day and another on its own («2 февраля 2006», «февраль 2006»). Digits are
//! always 0 to 9.
//!
//! A line does not end between a day and its month, nor within a short date: there stand no-break spaces (U+00A0). Who
//! writes for programs puts plain spaces in their place by `with_plain_spaces`.

use chrono::Datelike;

use crate::entry::date::{Date, Point, Precision, Qualifier, Season};
use names::Names;
use patterns::Pattern;

mod names;
mod patterns;

/// Gives the text of a message, by its id and arguments; an empty text if there is none.
///
/// Asked for are `season_spring`, `season_summer`, `season_autumn`, `season_winter` (`$year`); `date_approximate`,
/// `date_uncertain`, `date_uncertain_approximate` (`$date`, and its `$precision`: `day`, `month`, `year` or `other`);
/// `date_interval` and `date_unspecified` (`$from`, `$to`: days or years); `date_open_end`, `date_unknown_end` (`$from`);
/// `date_open_start`, `date_unknown_start` (`$to`).
pub(super) type Phrase<'a> = &'a dyn Fn(&str, &[(&str, &str)]) -> String;

/// Gives a message without arguments by its id, or its attribute (`date_open_start.form`), where there is one.
pub(super) type Named<'a> = &'a dyn Fn(&str) -> Option<String>;

/// How dates are written in one language. Made once, then cheap.
#[derive(Clone, Debug)]
pub(super) struct DateFormat {
    pattern: Pattern,
    first_of_month: &'static str,
    names: Names,
    /// The forms of dates in `date_approximate`, `date_uncertain_approximate` and `date_open_start`.
    within: Within,
}

/// Whether a month within a message has the form that it has beside a day: «до февраля», but «по февраль».
#[derive(Clone, Copy, Debug)]
struct Within {
    approximate: bool,
    uncertain_approximate: bool,
    open_start: bool,
}

/// The length of a month's name, and its form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// On its own.
    Long,
    /// After a word like «около», "about", which in Slavic languages wants the form used beside a day.
    Governed,
    Short,
    /// The short one after such a word.
    ShortGoverned,
}

impl Form {
    fn governed(self) -> Self {
        if self.is_short() { Form::ShortGoverned } else { Form::Governed }
    }

    fn is_short(self) -> bool {
        matches!(self, Form::Short | Form::ShortGoverned)
    }
}

impl DateFormat {
    /// The format for a BCP 47 tag. A language that neither messages nor chrono know is written as English.
    ///
    /// A message that dates are put into says by its attribute `form = alone` that months have the form which they have on
    /// their own.
    pub(super) fn new(language: &str, named: Named<'_>) -> Self {
        let pattern = Pattern::of(if names::is_known(language) { language } else { "" });
        let first_of_month = if language.split('-').next() == Some("fr") { "1er" } else { "1" };
        let is_beside_day = |id: &str| named(&format!("{id}.form")).is_none_or(|form| form != "alone");
        let within = Within {
            approximate: is_beside_day("date_approximate"),
            uncertain_approximate: is_beside_day("date_uncertain_approximate"),
            open_start: is_beside_day("date_open_start"),
        };
        Self { pattern, first_of_month, names: Names::of(language, named), within }
    }

    /// The format without the year; none where the language does not have it at the end.
    pub(super) fn without_year(&self) -> Option<Self> {
        self.pattern.without_year().map(|pattern| Self { pattern, ..self.clone() })
    }

    /// The format with other short names of months.
    pub(super) fn with_short_months(self, short_months: [&str; 12]) -> Self {
        let short_months = short_months.map(str::to_owned);
        let names = Names { short_months_alone: short_months.clone(), short_months, ..self.names };
        Self { names, ..self }
    }

    /// The date in full: `2 February 2006`, `February 2006`, `2006`, `1–3 February 2006`, `about February 2006`.
    pub(super) fn long(&self, date: &Date, phrase: Phrase<'_>) -> String {
        self.date(date, Form::Long, phrase)
    }

    /// The same with short names of months, for tables: `2 Feb 2006`.
    pub(super) fn short(&self, date: &Date, phrase: Phrase<'_>) -> String {
        self.date(date, Form::Short, phrase)
    }

    /// The day of the week of a date known to the day and without doubt; otherwise empty.
    pub(super) fn weekday(&self, date: &Date) -> String {
        let day =
            date.start().filter(|start| !date.is_interval() && certain_day(start)).and_then(|start| start.earliest());
        day.map(|day| self.names.weekdays[day.weekday().num_days_from_monday() as usize].clone()).unwrap_or_default()
    }

    /// The name of a month, 1 to 12, on its own; empty for any other number.
    pub(super) fn month_name(&self, month: u32) -> &str {
        self.month(month, Form::Long)
    }

    /// The name of a month, 1 to 12, as it stands beside a day; empty for any other number.
    pub(super) fn month_beside_day(&self, month: u32) -> &str {
        self.month(month, Form::Governed)
    }

    /// A month of a year: `February 2006`.
    pub(super) fn month_year(&self, year: i32, month: u32) -> String {
        fill(self.pattern.month, Form::Long, "", self.month(month, Form::Long), month, year)
    }

    fn date(&self, date: &Date, form: Form, phrase: Phrase<'_>) -> String {
        match (date.start(), date.end()) {
            (Some(start), Some(_)) if !date.is_interval() => self.qualified(&start, form, phrase),
            (Some(start), Some(end)) => self.within_month(&start, &end, form, phrase).unwrap_or_else(|| {
                let (from, to) = (self.qualified(&start, form, phrase), self.qualified(&end, form, phrase));
                said(phrase, "date_interval", &[("from", &from), ("to", &to)], || format!("{from} – {to}"))
            }),
            (Some(start), None) => {
                let from = self.qualified(&start, form, phrase);
                let id = if date.is_open_end() { "date_open_end" } else { "date_unknown_end" };
                said(phrase, id, &[("from", &from)], || format!("{from} –"))
            }
            (None, Some(end)) => {
                let (id, governs) = match date.is_open_start() {
                    true => ("date_open_start", self.within.open_start),
                    false => ("date_unknown_start", false),
                };
                let form = if governs { form.governed() } else { form };
                let to = self.qualified(&end, form, phrase);
                said(phrase, id, &[("to", &to)], || format!("– {to}"))
            }
            (None, None) => String::new(),
        }
    }

    /// `1–3 February 2006`.
    fn within_month(&self, start: &Point, end: &Point, form: Form, phrase: Phrase<'_>) -> Option<String> {
        let (from, to) = (start.day()?, end.day()?);
        let same = start.year() == end.year() && start.month() == end.month();
        if !same || !certain_day(start) || !certain_day(end) {
            return None;
        }
        if from == to {
            return Some(self.qualified(start, form, phrase));
        }
        // What marks the day (`1.`, `1日`) marks both.
        let (_, after) = self.pattern.day.split_once("{d}").unwrap_or_default();
        let mark = if after == "." { "" } else { after.split([' ', ',', '{']).next().unwrap_or_default() };
        Some(self.day(start, &format!("{}{mark}{}{to}", self.day_number(from), self.pattern.to), form))
    }

    fn qualified(&self, point: &Point, form: Form, phrase: Phrase<'_>) -> String {
        let (id, governs) = match point.qualifier() {
            Qualifier::Certain => return self.point(point, form, phrase),
            Qualifier::Approximate => ("date_approximate", self.within.approximate),
            Qualifier::Uncertain => ("date_uncertain", false),
            Qualifier::UncertainApproximate => ("date_uncertain_approximate", self.within.uncertain_approximate),
        };
        let form = if governs { form.governed() } else { form };
        let date = self.point(point, form, phrase);
        let precision = match point.precision() {
            Precision::Day => "day",
            Precision::Month => "month",
            Precision::Year => "year",
            Precision::Season | Precision::Decade | Precision::Century => "other",
        };
        said(phrase, id, &[("date", &date), ("precision", precision)], || date.clone())
    }

    fn point(&self, point: &Point, form: Form, phrase: Phrase<'_>) -> String {
        let year = point.first_year();
        match (point.precision(), point.month(), point.day(), point.season()) {
            (Precision::Day, _, Some(day), _) => self.day(point, &self.day_number(day), form),
            (Precision::Month, Some(month), ..) => {
                let pattern = if form.is_short() { self.pattern.short_month } else { self.pattern.month };
                fill(pattern, form, "", self.month(month, form), month, year)
            }
            (Precision::Season, _, _, Some(season)) => {
                let id = match season {
                    Season::Spring => "season_spring",
                    Season::Summer => "season_summer",
                    Season::Autumn => "season_autumn",
                    Season::Winter => "season_winter",
                };
                said(phrase, id, &[("year", &year.to_string())], || year.to_string())
            }
            (Precision::Decade | Precision::Century, ..) => {
                let last = if point.precision() == Precision::Decade { year + 9 } else { year + 99 };
                let (from, to) = (year.to_string(), last.to_string());
                said(phrase, "date_unspecified", &[("from", &from), ("to", &to)], || format!("{from}–{to}"))
            }
            _ => fill(self.pattern.year, form, "", "", 0, year),
        }
    }

    /// The number of a day: `1er` for the first where the language has an ordinal there.
    pub(super) fn day_number(&self, day: u32) -> String {
        if day == 1 { self.first_of_month.to_owned() } else { day.to_string() }
    }

    fn day(&self, point: &Point, day: &str, form: Form) -> String {
        let month = point.month().unwrap_or(1);
        let (pattern, form) = match form.is_short() {
            true => (self.pattern.short_day, Form::ShortGoverned),
            false => (self.pattern.day, Form::Governed),
        };
        fill(pattern, form, day, self.month(month, form), month, point.first_year())
    }

    fn month(&self, month: u32, form: Form) -> &str {
        let names = match form {
            Form::Long => &self.names.months_alone,
            Form::Governed => &self.names.months,
            Form::Short => &self.names.short_months_alone,
            Form::ShortGoverned => &self.names.short_months,
        };
        month.checked_sub(1).and_then(|index| names.get(index as usize)).map_or("", String::as_str)
    }
}

/// Puts the parts of a date into a pattern, without a line end in a short date, between day and month, or behind a day at
/// the end.
fn fill(pattern: &str, form: Form, day: &str, name: &str, month: u32, year: i32) -> String {
    let mut filled = String::with_capacity(pattern.len() + day.len() + name.len() + 4);
    let (mut rest, mut last) = (pattern, "");
    let is_of_day = |place: &str| matches!(place, "d" | "m" | "n");
    while let Some((before, (place, after))) =
        rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    {
        push(&mut filled, before, form.is_short() || is_of_day(last) && is_of_day(place));
        match place {
            "d" => filled.push_str(day),
            "m" => filled.push_str(name),
            "n" => filled.push_str(&month.to_string()),
            _ => filled.push_str(&year.to_string()),
        }
        (rest, last) = (after, place);
    }
    push(&mut filled, rest, form.is_short() || last == "d");
    filled
}

/// Adds what stands between two parts of a date.
fn push(filled: &mut String, between: &str, holds: bool) {
    let space = |character: char| if holds && character == ' ' { NO_BREAK } else { character };
    filled.extend(between.chars().map(space));
}

/// The space at which no line ends.
const NO_BREAK: char = '\u{a0}';

/// A date, or a text with dates, in which lines may end at each space.
pub(super) fn with_plain_spaces(text: &str) -> String {
    text.replace(NO_BREAK, " ")
}

fn certain_day(point: &Point) -> bool {
    point.precision() == Precision::Day && point.qualifier() == Qualifier::Certain
}

/// The message, or if there is none, what `otherwise` makes.
fn said(phrase: Phrase<'_>, id: &str, arguments: &[(&str, &str)], otherwise: impl Fn() -> String) -> String {
    let text = phrase(id, arguments);
    if text.is_empty() { otherwise() } else { text }
}

#[cfg(test)]
mod tests;
