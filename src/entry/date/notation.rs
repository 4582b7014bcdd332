//! Dates in the digits and signs of other scripts, rewritten into those of Latin ones: `٣ فبراير ٢٠٠٦`, `2006年2月3日`.

use chrono::{Datelike, NaiveDate};
use unicode_normalization::UnicodeNormalization;

use super::words::{OF_TWO_WORDS, season_named, weekdays};
use super::{Date, Precision};

/// A text that may be a date, as `spelling` reads it.
#[derive(Debug)]
pub(super) struct Written {
    /// In lower case, with ASCII digits and separators and without a day of the week; a Chinese date is numbers.
    pub(super) text: String,
    /// The day of the week that stood beside it, Monday 0.
    weekday: Option<u32>,
}

impl Written {
    /// Reads a text. A year in Arabic digits is one of the common calendar from 1700 on; an earlier one may be of another,
    /// and is none.
    pub(super) fn of(text: &str) -> Option<Written> {
        if text.is_ascii() {
            let lower = text.to_ascii_lowercase();
            let (rest, weekday) = without_weekday(&lower);
            return Some(Written { text: rest.to_owned(), weekday });
        }
        let parted = with_dash_of_interval(text);
        let text = parted.as_deref().unwrap_or(text);
        let lower: String = text.nfc().filter_map(letter).flat_map(char::to_lowercase).collect();
        if text.contains(|c| matches!(c, '\u{660}'..='\u{669}')) && !has_common_year(&lower) {
            return None;
        }
        let (rest, weekday) = without_weekday(&lower);
        let mut text = chinese(rest).unwrap_or_else(|| rest.to_owned());
        for (names, one) in OF_TWO_WORDS {
            if text.contains(names) {
                text = text.replace(names, one);
            }
        }
        Some(Written { text, weekday })
    }

    /// Whether a date is on the day of the week that stands beside it, or none stands there.
    pub(super) fn is_on(&self, date: &Date) -> bool {
        let of_day = |day: NaiveDate| day.weekday().num_days_from_monday();
        let is_one_day = date.precision() == Precision::Day && !date.is_interval();
        self.weekday.is_none_or(|weekday| is_one_day && date.earliest().map(of_day) == Some(weekday))
    }
}

/// A character in its ASCII form where it has one; nothing for marks that are not seen.
fn letter(c: char) -> Option<char> {
    let digit = |first: u32| char::from_digit(u32::from(c).wrapping_sub(first), 10);
    match c {
        '\u{660}'..='\u{669}' => digit(0x660),
        // Full-width forms.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '،' | '、' => Some(','),
        '\u{64b}'..='\u{652}' | '\u{640}' | '\u{200e}' | '\u{200f}' => None,
        c => Some(c),
    }
}

/// A text whose only dash stands between two dates, with the sign of an interval for it: beside hyphens, or in a text
/// without words, as in `2006-02–03` and `2006–07`, which may be two years. Beside the name of a month it is left.
fn with_dash_of_interval(text: &str) -> Option<String> {
    let is_dash = |c: char| matches!(c, '\u{2012}'..='\u{2015}');
    let (before, after) = text.split_once(is_dash).filter(|(_, after)| !after.contains(is_dash))?;
    let is_between = !before.trim().is_empty() && !after.trim().is_empty();
    let is_interval = text.contains(['-', '\u{2010}', '\u{2011}']) || !text.contains(char::is_alphabetic);
    (is_between && is_interval).then(|| format!("{before}/{after}"))
}

/// Whether a text has a number from 1700 to 2099.
fn has_common_year(text: &str) -> bool {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers.filter(|number| number.len() == 4).any(|number| ("1700".."2100").contains(&number))
}

/// `2006年2月3日` as `2006-02-03`, `二〇〇六年二月` as `2006-02`, `2006年春` as `2006-21`.
fn chinese(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (year, rest) = text.split_once('年')?;
    let year = year_of(year)?;
    if rest.is_empty() {
        return Some(year);
    }
    if let Some(season) = season_named(rest) {
        return Some(format!("{year}-{season}"));
    }
    let (month, rest) = rest.split_once('月')?;
    let month = number(month)?;
    if rest.is_empty() {
        return Some(format!("{year}-{month:02}"));
    }
    let day = number(rest.strip_suffix(['日', '号', '號'])?)?;
    Some(format!("{year}-{month:02}-{day:02}"))
}

fn year_of(text: &str) -> Option<String> {
    let digit = |c: char| if c.is_ascii_digit() { Some(c) } else { char::from_digit(chinese_digit(c)?, 10) };
    let year: String = text.chars().map(digit).collect::<Option<String>>()?;
    (year.len() == 4).then_some(year)
}

/// A number up to 31, in digits or as `十`, `二十`, `三十一`.
fn number(text: &str) -> Option<u32> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return (1..=2).contains(&text.len()).then(|| text.parse().ok()).flatten();
    }
    let ones = |text: &str| match text.chars().collect::<Vec<_>>().as_slice() {
        [] => Some(0),
        [one] => chinese_digit(*one).filter(|digit| *digit > 0),
        _ => None,
    };
    match text.split_once('十') {
        Some(("", one)) => Some(10 + ones(one)?),
        Some((tens, one)) => Some(10 * ones(tens)? + ones(one)?),
        None => ones(text).filter(|number| *number > 0),
    }
}

fn chinese_digit(c: char) -> Option<u32> {
    let digits = ["〇零○", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    digits.iter().position(|known| known.contains(c)).and_then(|digit| u32::try_from(digit).ok())
}

/// A text without the day of the week at either end of it, and which that is.
fn without_weekday(lower: &str) -> (&str, Option<u32>) {
    let is_beside = |c: char| c.is_whitespace() || ",.()".contains(c);
    let whole = lower.strip_prefix("يوم ").unwrap_or(lower).trim_matches(is_beside);
    let first = whole.find(is_beside).unwrap_or(whole.len());
    let is_parted =
        |rest: &str, name: &str| !rest.ends_with(char::is_alphabetic) || name.starts_with(['星', '周', '週']);
    let at_end = || weekdays().find_map(|(name, day)| Some((whole.strip_suffix(name)?, name, day)));
    if let Some((_, day)) = weekdays().find(|(name, _)| *name == &whole[..first]) {
        return (whole[first..].trim_start_matches(is_beside), Some(day));
    }
    match at_end().filter(|(rest, name, _)| is_parted(rest, name)) {
        Some((rest, _, day)) => (rest.trim_end_matches(is_beside), Some(day)),
        None => (lower, None),
    }
}
