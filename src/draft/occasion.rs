//! When, where and on which occasion something was said, by the text.

use std::collections::BTreeSet;

use super::dates;
use super::report::Report;
use super::white_space::folded;
use crate::entry::date::{Date, Precision};

/// Day and place that a transcript's headline ends with: `…, Moscow, December 1, 2021`.
pub(super) fn in_headline(headline: Option<&str>) -> (Option<Date>, Option<String>) {
    let Some(headline) = headline else { return (None, None) };
    let found = dates::find(headline, None).into_iter().find(|found| found.date.precision() == Precision::Day);
    let Some(found) = found else { return (None, None) };
    let before = headline[..found.range.start].trim_end().strip_suffix(',');
    let place = before.and_then(|before| before.rsplit_once(", ")).map(|(_, place)| place.trim());
    let is_name = |place: &&str| place.split(' ').count() <= 3 && place.starts_with(char::is_uppercase);
    (Some(found.date), place.filter(is_name).map(str::to_owned))
}

/// The day that a report means by `said on Monday`: the last one up to its own date.
pub(super) fn weekday_said(report: &Report<'_>, near: &BTreeSet<usize>) -> Option<Date> {
    let published = report.published?.earliest()?;
    let mut days = report.paragraphs.iter().enumerate().filter(|(index, _)| *index == 0 || near.contains(index));
    let day = days.find_map(|(_, paragraph)| {
        let words: Vec<&str> = paragraph.split_whitespace().collect();
        words.windows(2).find_map(|pair| {
            let day = dates::weekday(pair[1].trim_end_matches(|c: char| !c.is_alphabetic()));
            day.filter(|_| pair[0] == "on")
        })
    })?;
    let back = (chrono::Datelike::weekday(&published).num_days_from_monday() + 7 - day) % 7;
    let said = published.checked_sub_days(chrono::Days::new(u64::from(back)))?;
    said.format("%Y-%m-%d").to_string().parse().ok()
}

/// The occasion that a report names: `at a meeting of the Group`.
pub(super) fn event(paragraph: &str) -> Option<String> {
    const OCCASIONS: [&str; 16] = [
        "briefing",
        "ceremony",
        "conference",
        "congress",
        "dinner",
        "forum",
        "hearing",
        "hour",
        "lecture",
        "meeting",
        "panel",
        "reception",
        "seminar",
        "session",
        "summit",
        "talks",
    ];
    let text = folded(paragraph);
    ["at a ", "at an ", "at the ", "during a ", "during the "].iter().find_map(|opening| {
        let (_, rest) = text.split_once(&format!(" {opening}"))?;
        let end = rest.find(['.', ',', ';', '"', '“', '”', '«', '»', ':']).unwrap_or(rest.len());
        let mut phrase = &rest[..end];
        for weekday in phrase.match_indices(" on ").map(|(at, _)| at).collect::<Vec<_>>() {
            let day = phrase.get(weekday + 4..).and_then(|rest| dates::weekday(rest.split(' ').next()?));
            phrase = if day.is_some() { &phrase[..weekday] } else { phrase };
        }
        let is_occasion = phrase.split(' ').take(4).any(|word| OCCASIONS.contains(&word.to_lowercase().as_str()));
        let mut letters = phrase.chars();
        let first = letters.next().filter(|_| is_occasion)?;
        Some(first.to_uppercase().chain(letters).collect())
    })
}
