//! Dates in running text.

use std::ops::Range;

use crate::entry::date::{Date, Precision, is_within, month_named};

/// A date and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FoundDate {
    pub(super) range: Range<usize>,
    pub(super) date: Date,
}

/// The days and months that a text names, in order: `6 March 2023`, `February 2, 2006`, `2006-02-02`, `February 2006`.
/// A day without its year is one of `year`, if that is given.
pub(super) fn find(text: &str, year: Option<i32>) -> Vec<FoundDate> {
    let words = words(text);
    let mut found: Vec<FoundDate> = chinese(text, year);
    let mut at = 0;
    while at < words.len() {
        match window(text, &words[at..], year) {
            Some((count, date)) => {
                found.push(FoundDate { range: words[at].start..words[at + count - 1].end, date });
                at += count;
            }
            None => at += 1,
        }
    }
    found.sort_by_key(|found| found.range.start);
    found
}

/// The days and months that a text names in Chinese: `2023年3月6日`, `3月6日`.
fn chinese(text: &str, year: Option<i32>) -> Vec<FoundDate> {
    let mut found: Vec<FoundDate> = Vec::new();
    for (at, month) in text.match_indices('月') {
        let number = |text: &str| -> usize { text.bytes().rev().take_while(u8::is_ascii_digit).count() };
        let before = &text[..at];
        let digits = number(before);
        let (before_month, own) = before.split_at(at - digits);
        let with_year = before_month.trim_end().strip_suffix('年').map(str::trim_end);
        let year_digits = with_year.map_or(0, number);
        let (start, own_year) = match with_year {
            Some(before) if year_digits == 4 => {
                let start = before.len() - 4;
                (start, before[start..].parse().ok())
            }
            _ => (before_month.len(), year),
        };
        let after = &text[at + month.len()..];
        let rest = after.trim_start_matches(' ');
        let day_digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let has_day = rest[day_digits..].trim_start().starts_with(['日', '号', '號']);
        let Some((year, month)) = own_year.zip(own.parse::<u32>().ok()) else { continue };
        let day = rest[..day_digits].parse::<u32>().ok().filter(|_| has_day);
        let (date, end) = match day {
            Some(day) => {
                let mark = rest[day_digits..].trim_start();
                let end = text.len() - mark.len() + mark.chars().next().map_or(0, char::len_utf8);
                (format!("{year:04}-{month:02}-{day:02}"), end)
            }
            None if with_year.is_some() => (format!("{year:04}-{month:02}"), at + '月'.len_utf8()),
            None => continue,
        };
        found.extend(date.parse().ok().map(|date| FoundDate { range: start..end, date }));
    }
    found
}

/// Parses a day or month in any supported language: `8. Juni 2016`, `12 de octubre de 2023`.
fn spelled(phrase: &str, year: Option<i32>) -> Option<Date> {
    let (mut named, mut numbers) = (None, Vec::new());
    for word in phrase.split(|c: char| c.is_whitespace() || ".,،".contains(c)).filter(|word| !word.is_empty()) {
        let lower = crate::naming::letters::plain(word);
        let digits: String = lower.chars().map(western).collect();
        let ordinal = ["er", "º", "º", "st", "nd", "rd", "th"].iter().find_map(|end| digits.strip_suffix(end));
        let digits = ordinal.unwrap_or(&digits);
        if digits.bytes().all(|byte| byte.is_ascii_digit()) && (1..=4).contains(&digits.len()) {
            numbers.push(digits.parse::<u32>().ok()?);
        } else if let Some(number) = month_named(&lower) {
            if named.replace(number).is_some() {
                return None;
            }
        } else if !is_within(&lower) {
            return None;
        }
    }
    let month = named?;
    let years = |number: u32| number >= 1000;
    let year = year.and_then(|year| u32::try_from(year).ok());
    let date = match numbers.as_slice() {
        [day, year] | [year, day] if years(*year) && !years(*day) => format!("{year:04}-{month:02}-{day:02}"),
        [one] if years(*one) => format!("{one:04}-{month:02}"),
        [day] => format!("{:04}-{month:02}-{day:02}", year?),
        _ => return None,
    };
    date.parse().ok()
}

fn western(c: char) -> char {
    let eastern = |c: char| u32::from(c).checked_sub(0x660).filter(|digit| *digit < 10);
    eastern(c).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)
}

/// No date is longer, in bytes.
const LONGEST: usize = 100;

/// The date at the start, and its length in words.
fn window(text: &str, words: &[Range<usize>], year: Option<i32>) -> Option<(usize, Date)> {
    for count in (1..=words.len().min(6)).rev() {
        let phrase = &text[words[0].start..words[count - 1].end];
        if phrase.len() > LONGEST {
            continue;
        }
        // `2006-02-02` and `02.02.2006` are one word; any other date has a month's name. `2/3/2006` can be two days.
        let separators = phrase.bytes().filter(|byte| matches!(byte, b'-' | b'.')).count();
        let whole = if count == 1 { separators == 2 } else { phrase.contains(char::is_alphabetic) };
        // Function words do not begin a date.
        if is_within(&text[words[0].clone()].to_lowercase()) {
            continue;
        }
        let ends = [&words[0], &words[count - 1]].map(|word| &text[word.clone()]);
        let numeric = ends.iter().any(|word| word.contains(char::is_numeric));
        if !whole || !numeric || phrase.contains(['\n', '/']) {
            continue;
        }
        if let Some(date) = Date::spelled(phrase).filter(|date| date.precision() >= Precision::Month) {
            return Some((count, date));
        }
        if let Some(date) = spelled(phrase, year.filter(|_| count <= 3)) {
            return Some((count, date));
        }
        let with_year = year.filter(|_| count == 2).and_then(|year| Date::spelled(&format!("{phrase} {year:04}")));
        if let Some(date) = with_year.filter(|date| date.precision() == Precision::Day) {
            return Some((count, date));
        }
    }
    None
}

/// The words of a text without the punctuation around them; a word may have hyphens and full stops within it.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        let start = word.as_ptr().addr() - text.as_ptr().addr();
        let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
        if !inner.is_empty() {
            let start = start + (inner.as_ptr().addr() - word.as_ptr().addr());
            words.push(start..start + inner.len());
        }
    }
    words
}

/// The day of the week that a word names, Monday 0.
pub(super) fn weekday(word: &str) -> Option<u32> {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let word = word.to_lowercase();
    DAYS.iter().position(|day| *day == word).and_then(|day| u32::try_from(day).ok())
}

#[cfg(test)]
mod tests {
    use super::find;

    fn dates(text: &str, year: Option<i32>) -> Vec<String> {
        find(text, year).into_iter().map(|found| format!("{} = {}", &text[found.range], found.date)).collect()
    }

    #[test]
    fn in_running_text() {
        assert_eq!(dates("Monday 6 March 2023", None), ["6 March 2023 = 2023-03-06"]);
        assert_eq!(dates("by Lavrov on February 2, 2006, said", None), ["February 2, 2006 = 2006-02-02"]);
        assert_eq!(dates("in Moscow, February 2006.", None), ["February 2006 = 2006-02"]);
        assert_eq!(
            dates("(2006-02-02) and 01.12.2021 16:17", None),
            ["2006-02-02 = 2006-02-02", "01.12.2021 = 2021-12-01"]
        );
        assert_eq!(dates("6 марта 2023 года", None), ["6 марта 2023 года = 2023-03-06"]);
        assert_eq!(
            dates("the 2nd of February 2006 and May 5, 1999", None),
            ["2nd of February 2006 = 2006-02-02", "May 5, 1999 = 1999-05-05"]
        );
        assert_eq!(dates("MOSCOW, March 6. /TASS/.", None), Vec::<String>::new());
        assert_eq!(dates("MOSCOW, March 6. /TASS/.", Some(2023)), ["March 6 = 2023-03-06"]);
        assert_eq!(dates("In 2006 they may 1,000 times march 40 km; 12 of 31", Some(2023)), Vec::<String>::new());
        assert_eq!(dates("31 February 2006", None), ["February 2006 = 2006-02"]);
    }
}
