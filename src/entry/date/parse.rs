//! The grammar of EDTF level 1 (ISO 8601-2:2019).

use super::point::{MONTHS, Part, Point, Qualifier, Season, days_in};
use super::{Bound, Date, Shape};

/// Why a text is not a date; `spelling` makes the message.
#[derive(Debug)]
pub(super) enum Fault {
    /// Not EDTF at all: probably another notation.
    Form,
    /// EDTF, but an impossible date: the message and the help.
    Value(String, Option<String>),
}

pub(super) fn parse(text: &str) -> Result<Date, Fault> {
    let Some((start, end)) = text.split_once('/') else {
        return Ok(Date(Shape::Single(parse_point(text)?)));
    };
    let (from, to) = (parse_bound(start)?, parse_bound(end)?);
    if !matches!(from, Bound::At(_)) && !matches!(to, Bound::At(_)) {
        let help = "write at least one end, as in `2006-02-02/..`".to_owned();
        return Err(Fault::Value("an interval needs a date at one of its ends".to_owned(), Some(help)));
    }
    let date = Date(Shape::Interval(from, to));
    match (date.earliest(), date.latest()) {
        (Some(first), Some(last)) if last < first => {
            let help = format!("write `{end}/{start}`");
            Err(Fault::Value("interval ends before it starts".to_owned(), Some(help)))
        }
        _ => Ok(date),
    }
}

fn parse_bound(text: &str) -> Result<Bound, Fault> {
    match text {
        "" => Ok(Bound::Unknown),
        ".." => Ok(Bound::Open),
        _ => parse_point(text).map(Bound::At),
    }
}

fn parse_point(text: &str) -> Result<Point, Fault> {
    let (bare, qualifier) = match text.as_bytes().last() {
        Some(b'~') => (&text[..text.len() - 1], Qualifier::Approximate),
        Some(b'?') => (&text[..text.len() - 1], Qualifier::Uncertain),
        Some(b'%') => (&text[..text.len() - 1], Qualifier::UncertainApproximate),
        _ => (text, Qualifier::Certain),
    };
    let mut fields = bare.split('-');
    let (year, month, day) = (fields.next().unwrap_or_default(), fields.next(), fields.next());
    if fields.next().is_some() {
        return Err(Fault::Form);
    }
    let (year, whole) = match year.as_bytes() {
        [_, _, _, _] if let Some(number) = digits(year) => (number, None),
        [_, _, _, b'X'] if let Some(number) = digits(&year[..3]) => (number * 10, Some(Part::Decade)),
        [_, _, b'X', b'X'] if let Some(number) = digits(&year[..2]) => (number * 100, Some(Part::Century)),
        _ => return Err(Fault::Form),
    };
    let part = match (whole, month, day) {
        (Some(part), None, None) => part,
        (Some(_), ..) => return Err(Fault::Form),
        (None, None, _) => Part::Year(0),
        (None, Some("XX"), None) => Part::Year(1),
        (None, Some("XX"), Some("XX")) => Part::Year(2),
        (None, Some(month), day) => parse_part(year, two_digits(month)?, day)?,
    };
    Ok(Point { year, part, qualifier })
}

fn parse_part(year: u16, month: u8, day: Option<&str>) -> Result<Part, Fault> {
    let season = match month {
        1..=12 => None,
        21 => Some(Season::Spring),
        22 => Some(Season::Summer),
        23 => Some(Season::Autumn),
        24 => Some(Season::Winter),
        _ => return Err(Fault::Value(format!("month `{month:02}` is not between 01 and 12"), None)),
    };
    let day = match (season, day) {
        (None, None) => return Ok(Part::Month(month)),
        (None, Some("XX")) => return Ok(Part::SomeDay(month)),
        (Some(season), None) => return Ok(Part::Season(season)),
        (Some(_), Some(_)) => {
            let help = format!("write `{year:04}-{month:02}` for the season, or a month from 01 to 12");
            return Err(Fault::Value(format!("`{month:02}` is a season, and a season has no days"), Some(help)));
        }
        (None, Some(day)) => two_digits(day)?,
    };
    if !(1..=31).contains(&day) {
        return Err(Fault::Value(format!("day `{day:02}` is not between 01 and 31"), None));
    }
    if u32::from(day) > days_in(year.into(), month.into()) {
        let name = MONTHS[usize::from(month) - 1];
        let common = month == 2 && day == 29;
        let when = if common { format!(" in {year:04}") } else { String::new() };
        return Err(Fault::Value(format!("there is no {day} {name}{when}"), None));
    }
    Ok(Part::Day(month, day))
}

fn two_digits(text: &str) -> Result<u8, Fault> {
    let number = digits(text).filter(|_| text.len() == 2);
    number.and_then(|number| u8::try_from(number).ok()).ok_or(Fault::Form)
}

/// The number that a text of ASCII digits, and nothing else, writes.
fn digits(text: &str) -> Option<u16> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}
