//! Dates in running text.

use std::ops::Range;

use crate::entry::date::{Date, Precision};

/// A date and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) range: Range<usize>,
    pub(super) date: Date,
}

/// The days and months that a text names, in order: `6 March 2023`, `February 2, 2006`, `2006-02-02`, `February 2006`.
/// A day without its year is one of `year`, if that is given.
pub(super) fn find(text: &str, year: Option<i32>) -> Vec<Found> {
    let words = words(text);
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match window(text, &words[at..], year) {
            Some((count, date)) => {
                found.push(Found { range: words[at].start..words[at + count - 1].end, date });
                at += count;
            }
            None => at += 1,
        }
    }
    found
}

/// No date is longer, in bytes.
const LONGEST: usize = 100;

/// The date that the first words are, and how many of them.
fn window(text: &str, words: &[Range<usize>], year: Option<i32>) -> Option<(usize, Date)> {
    for count in (1..=words.len().min(4)).rev() {
        let phrase = &text[words[0].start..words[count - 1].end];
        if phrase.len() > LONGEST {
            continue;
        }
        // `2006-02-02` and `02.02.2006` are one word; any other date has a month's name. `2/3/2006` can be two days.
        let separators = phrase.bytes().filter(|byte| matches!(byte, b'-' | b'.')).count();
        let whole = if count == 1 { separators == 2 } else { phrase.contains(char::is_alphabetic) };
        let ends = [&words[0], &words[count - 1]].map(|word| &text[word.clone()]);
        let numeric = ends.iter().any(|word| word.contains(|c: char| c.is_ascii_digit()));
        if !whole || !numeric || phrase.contains(['\n', '/']) {
            continue;
        }
        if let Some(date) = Date::spelled(phrase).filter(|date| date.precision() >= Precision::Month) {
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
