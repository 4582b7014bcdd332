//! Errors and suggestions for texts that are not EDTF dates, most of which are dates in another notation.

use std::fmt;

use super::Date;
use super::notation::Written;
use super::parse::{Fault, parse};
use super::point::MONTHS;
use super::vague;
use super::words::{ABOUT, is_within, month_named, season_named};

/// Why a text is not a date, and what to write instead. `Display` gives the reason.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DateError {
    message: String,
    help: Option<String>,
}

impl DateError {
    /// The error for a text that gives no hint which date was meant.
    pub(super) fn unclear(text: &str) -> Self {
        Self { message: not_edtf(text), help: Some(GENERAL.to_owned()) }
    }

    /// What to write instead, beginning with a verb.
    pub(crate) fn help(&self) -> Option<String> {
        self.help.clone()
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for DateError {}

/// The longest text that is read as a date in another notation, in bytes.
pub(super) const LONGEST: usize = 128;

pub(super) fn explain(text: &str, fault: Fault) -> DateError {
    if let Fault::Value(message, help) = fault {
        return DateError { message, help };
    }
    let (shown, not_edtf) = (shown(text), not_edtf(text));
    // Typographic quotation marks are not YAML syntax.
    let text = text.trim().trim_matches(['“', '”', '„', '‘', '’', '«', '»', '"', '\'']).trim();
    let written = if text.len() > LONGEST { None } else { Written::of(text) };
    let meant = written.and_then(|written| meant(&written.text)?.on_day(&written));
    let (message, help) = match meant {
        Some(Meant::Date(date)) => match parse(&date) {
            Ok(_) => (not_edtf, format!("write `{date}`")),
            Err(Fault::Value(message, help)) => return DateError { message, help },
            Err(Fault::Form) => (not_edtf, GENERAL.to_owned()),
        },
        Some(Meant::OneOf(dates, of_year)) => {
            let dates: Vec<String> = dates.iter().map(|date| format!("`{date}`")).collect();
            let either = if dates.len() > 1 { ", whichever is meant" } else { "" };
            (not_edtf, format!("write {}{either}{of_year}", dates.join(" or ")))
        }
        Some(Meant::Time(date)) => {
            (format!("`{shown}` has a time of day, and a civil date has none"), format!("write `{date}`"))
        }
        Some(Meant::Unsupported(why, help)) => (format!("`{shown}` {why}"), help.to_owned()),
        None => (not_edtf, GENERAL.to_owned()),
    };
    DateError { message, help: Some(help) }
}

pub(super) const GENERAL: &str = "write a date as `2006-02-02`, `2006-02` or `2006`";

fn not_edtf(text: &str) -> String {
    format!("`{}` is not an EDTF date", shown(text))
}

/// The text as a message may quote it: short, without control characters.
fn shown(text: &str) -> String {
    let mut shown: String =
        text.chars().take(40).map(|c| if c.is_control() || c == '`' { '\u{FFFD}' } else { c }).collect();
    if text.chars().nth(40).is_some() {
        shown.push('…');
    }
    shown
}

enum Meant {
    Date(String),
    /// Ambiguous: the possible dates, and a remark on the year.
    OneOf(Vec<String>, &'static str),
    Time(String),
    Unsupported(&'static str, &'static str),
}

impl Meant {
    /// What is meant if the date is on the day of the week that stands beside it.
    fn on_day(self, written: &Written) -> Option<Meant> {
        let is_on = |date: &String| !parse(date).is_ok_and(|date| !written.is_on(&date));
        match self {
            Meant::Date(date) => is_on(&date).then_some(Meant::Date(date)),
            Meant::OneOf(mut dates, of_year) => {
                dates.retain(is_on);
                (!dates.is_empty()).then_some(Meant::OneOf(dates, of_year))
            }
            other => Some(other),
        }
    }
}

/// What a text means, in lower case and with ASCII digits and separators.
fn meant(lower: &str) -> Option<Meant> {
    // German "on the"; elsewhere in a text it is a time of day.
    let lower = lower.strip_prefix("am ").unwrap_or(lower);
    // Spaces and other dashes around an EDTF date, `2006-02-xx`, `2006-02-??`.
    let upper = lower.to_ascii_uppercase().replace("??", "XX").replace(" / ", "/");
    if parse(&upper).is_ok() {
        return Some(Meant::Date(upper));
    }
    if let Some((day, rest)) = lower.split_at_checked(10)
        && is_time(rest)
        && parse(day).is_ok()
    {
        return Some(Meant::Time(day.to_owned()));
    }
    if let Some(unsupported) = unsupported(&upper) {
        return Some(unsupported);
    }
    for sign in ABOUT {
        if let Some(rest) = lower.strip_prefix(sign) {
            if let Some((readings, of_year)) = several(rest) {
                return Some(Meant::OneOf(readings.iter().map(|date| format!("{date}~")).collect(), of_year));
            }
            let date = if parse(rest).is_ok() { Some(rest.to_owned()) } else { one_date(rest) };
            return date.map(|date| Meant::Date(format!("{date}~")));
        }
    }
    if let Some(readings) = vague::readings(lower, one_date) {
        return Some(Meant::OneOf(readings, ""));
    }
    if let Some((readings, of_year)) = several(lower) {
        return Some(Meant::OneOf(readings, of_year));
    }
    match tokens(lower)?.as_slice() {
        [N(from, _), N(to, _), M(m), Y(y)] | [M(m), N(from, _), N(to, _), Y(y)] if has_one_dash(lower) => {
            Some(Meant::Date(format!("{}/{}", ymd(*y, *m, *from), ymd(*y, *m, *to))))
        }
        [M(a), M(b), Y(y)] if has_one_dash(lower) => Some(Meant::Date(format!("{y:04}-{a:02}/{y:04}-{b:02}"))),
        [N(a, _), M(am), N(b, _), M(bm), Y(y)] | [M(am), N(a, _), M(bm), N(b, _), Y(y)] if has_one_dash(lower) => {
            Some(Meant::Date(format!("{}/{}", ymd(*y, *am, *a), ymd(*y, *bm, *b))))
        }
        [Y(a), Y(b)] if is_from_to(lower, 0) => Some(Meant::Date(format!("{a:04}/{b:04}"))),
        [Y(a), N(am, _), N(ad, _), Y(b), N(bm, _), N(bd, _)] if is_from_to(lower, 2) => {
            Some(Meant::Date(format!("{}/{}", ymd(*a, *am, *ad), ymd(*b, *bm, *bd))))
        }
        _ => one_date(lower).map(Meant::Date),
    }
}

/// Whether a time of day begins behind a date.
fn is_time(rest: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    match (rest.strip_prefix('t'), rest.strip_prefix(' ')) {
        (Some(time), _) => digits(time) > 0,
        (None, Some(time)) => (1..=2).contains(&digits(time)) && !time[digits(time)..].starts_with(['-', '/']),
        (None, None) => false,
    }
}

/// Whether what stands between two numbers, counted from 0, says that one is the end of what the other begins: two dates
/// side by side are two.
fn is_from_to(lower: &str, at: usize) -> bool {
    between_numbers(lower).get(at).is_some_and(|between| matches!(between.trim(), "-" | "/" | ".." | "..."))
}

/// Whether the only hyphen or dash of a text parts two dates.
fn has_one_dash(lower: &str) -> bool {
    lower.bytes().filter(|byte| *byte == b'-').count() == 1
}

/// The dates that three numbers can mean, the last or first of which is the year: day and month stand in either order. Only
/// where there are several, or the century is left open.
fn several(lower: &str) -> Option<(Vec<String>, &'static str)> {
    if let Some(readings) = month_or_years(lower) {
        return Some((readings, ""));
    }
    let (readings, of_year) = match tokens(lower)?.as_slice() {
        [Y(y), N(a, _), N(b, _)] if is_mixed(lower) => {
            (vec![ymd(*y, *a, *b), format!("{y:04}-{a:02}/{y:04}-{b:02}")], "")
        }
        [N(a, _), N(b, _), Y(y)] if is_mixed(lower) => {
            (vec![ymd(*y, *b, *a), ymd(*y, *a, *b), format!("{y:04}-{a:02}/{y:04}-{b:02}")], "")
        }
        [N(a, _), N(b, _), Y(y)] => (vec![ymd(*y, *b, *a), ymd(*y, *a, *b)], ""),
        [N(a, 2), N(b, 2), N(c, 2)] => {
            let all = vec![ymd(full(*c), *b, *a), ymd(full(*c), *a, *b), ymd(full(*a), *b, *c)];
            (all, ", with all four digits of its year")
        }
        [N(a, _), N(b, _), N(c, 2)] => {
            let all = vec![ymd(full(*c), *b, *a), ymd(full(*c), *a, *b)];
            (all, ", with all four digits of its year")
        }
        _ => return None,
    };
    let mut known: Vec<String> = Vec::with_capacity(readings.len());
    for date in readings {
        if parse(&date).is_ok() && !known.contains(&date) {
            known.push(date);
        }
    }
    (known.len() > 1 || !known.is_empty() && !of_year.is_empty()).then_some((known, of_year))
}

/// What a year and a number behind a hyphen or a slash can mean, where that may be a later year: `2005/6`, `2006-7`.
fn month_or_years(lower: &str) -> Option<Vec<String>> {
    let tokens = tokens(lower)?;
    let [Y(y), N(number, length)] = tokens.as_slice() else { return None };
    let later = later_year(*y, *number, *length).filter(|_| is_from_to(lower, 0))?;
    let mut readings = vec![format!("{y:04}-{number:02}"), format!("{y:04}/{later:04}")];
    readings.retain(|date| parse(date).is_ok());
    Some(readings)
}

/// The year whose last digits a number behind a year may be: `06` behind 2005, `02` behind 1999.
pub(super) fn later_year(year: u32, number: u32, digits: usize) -> Option<u32> {
    /// Two years of different centuries are this close where the later one is shortened.
    const YEARS: u32 = 30;
    let unit = if digits == 1 { 10 } else { 100 };
    let same = year - year % unit + number;
    let next = same + 100;
    let is_next = digits == 2 && next - year < YEARS && next < 10_000;
    if same > year { Some(same) } else { is_next.then_some(next) }
}

/// The year that two digits stand for most likely.
fn full(year: u32) -> u32 {
    if year < 50 { 2000 + year } else { 1900 + year }
}

fn unsupported(text: &str) -> Option<Meant> {
    let write = "write a date from the year 0000 on: earlier ones cannot be recorded";
    if text.starts_with('-') && text[1..].starts_with(|c: char| c.is_ascii_digit()) {
        return Some(Meant::Unsupported("is before the year 0000", write));
    }
    if text.starts_with(['[', '{']) || text.contains("-XX-") || text.find(['~', '%']) > Some(0) && text.contains('-') {
        let help = "write one date, an interval `a/b`, or `~`, `?` or `%` after a whole date";
        return Some(Meant::Unsupported("is not level 1 of EDTF", help));
    }
    None
}

/// The date that a text spells in numbers or with the name of a month; the text has nothing else.
pub(super) fn spelled(text: &str) -> Option<Date> {
    let date = if text.len() > LONGEST { None } else { one_date(&text.to_lowercase()) };
    date.and_then(|date| parse(&date).ok())
}

/// The EDTF for one date written in numbers or with the name of a month or a season.
fn one_date(lower: &str) -> Option<String> {
    match tokens(lower)?.as_slice() {
        [Y(_), N(..), N(..)] | [N(..), N(..), Y(_)] if is_mixed(lower) => None,
        [Y(y), N(m, _), N(d, _)] | [Y(y), M(m), N(d, _)] | [N(d, _), M(m), Y(y)] | [M(m), N(d, _), Y(y)] => {
            Some(ymd(*y, *m, *d))
        }
        [N(a, _), N(b, _), Y(y)] if *b > 12 && *a <= 12 => Some(ymd(*y, *a, *b)),
        [N(d, _), N(m, _), Y(y)] => Some(ymd(*y, *m, *d)),
        [Y(y), N(m, _)] | [Y(y), M(m)] | [N(m, _), Y(y)] | [M(m), Y(y)] | [S(m), Y(y)] | [Y(y), S(m)] => {
            Some(format!("{y:04}-{m:02}"))
        }
        [Eight(number)] => Some(ymd(number / 10_000, number / 100 % 100, number % 100)),
        [Y(y)] => Some(format!("{y:04}")),
        _ => None,
    }
}

pub(super) fn ymd(year: u32, month: u32, day: u32) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

#[derive(Debug)]
pub(super) enum Token {
    /// A number of one or two digits, and how many.
    N(u32, usize),
    /// Four digits.
    Y(u32),
    /// `20060202`
    Eight(u32),
    /// A month's name.
    M(u32),
    /// A season's name, as its EDTF code.
    S(u32),
}
use Token::{Eight, M, N, S, Y};

/// The separators between the numbers of a text.
pub(super) fn between_numbers(lower: &str) -> Vec<&str> {
    let is_digit = |c: char| c.is_ascii_digit();
    let between = lower.trim_matches(|c| !is_digit(c)).split(is_digit);
    between.filter(|text| !text.is_empty()).collect()
}

/// Whether the numbers are separated by different signs, as in `2024-05/06`, where one may be that of an interval.
pub(super) fn is_mixed(lower: &str) -> bool {
    let is_name = |token: &Token| matches!(token, M(_) | S(_));
    // Beside a month's name, a comma or a dash has a meaning of its own: `February 2-3, 2006`.
    let has_name = tokens(lower).is_some_and(|tokens| tokens.iter().any(is_name));
    let of_two_kinds = |between: Vec<&str>| between.windows(2).any(|two| two[0] != two[1]);
    lower.contains('/') && lower.contains('-') || !has_name && of_two_kinds(between_numbers(lower))
}

/// The numbers and names in a text; `None` if it has anything else. A month that is named twice, as in `3 شباط/فبراير`,
/// counts once. A hyphen before a number that parts it from nothing is the sign of a year before 0000, which is none.
pub(super) fn tokens(lower: &str) -> Option<Vec<Token>> {
    if has_sign(lower) {
        return None;
    }
    let words = lower.split(|c: char| c.is_whitespace() || ".,/-_()".contains(c)).filter(|word| !word.is_empty());
    let mut tokens: Vec<Token> =
        words.filter(|word| !is_within(word) && !ENDS.contains(word)).map(token).collect::<Option<_>>()?;
    tokens.dedup_by(|one, other| matches!((one, other), (M(one), M(other)) if one == other));
    Some(tokens)
}

/// Whether a number has a minus sign before it.
fn has_sign(lower: &str) -> bool {
    lower.match_indices('-').any(|(at, _)| {
        let (before, after) = (lower[..at].chars().next_back(), &lower[at + 1..]);
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        // Behind a space, days may be meant: `2 -3 February`.
        let least = if before.is_some_and(char::is_whitespace) { 4 } else { 1 };
        digits >= least && before.is_none_or(|c| c.is_whitespace() || "-/.,_(".contains(c))
    })
}

/// What follows the digits of a day, and after the year a short word for it.
const ENDS: [&str; 12] = ["st", "nd", "rd", "th", "er", "ère", "º", "°", "го", "е", "г", "م"];

fn token(word: &str) -> Option<Token> {
    let bare = ENDS.iter().find_map(|end| word.strip_suffix(end));
    let number = bare.filter(|number| number.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or(word);
    if number.bytes().all(|byte| byte.is_ascii_digit()) {
        let value = number.parse().ok()?;
        return match number.len() {
            length @ 1..=2 => Some(N(value, length)),
            4 => Some(Y(value)),
            8 => Some(Eight(value)),
            _ => None,
        };
    }
    if let Some(code) = season_named(word) {
        return Some(S(code));
    }
    let english = |name: &&str| word.len() >= 3 && name.to_ascii_lowercase().starts_with(word);
    let abbreviated = || MONTHS.iter().position(english).and_then(|index| u32::try_from(index + 1).ok());
    month_named(word).or_else(abbreviated).map(M)
}
