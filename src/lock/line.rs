//! One line of `chronicle.lock`: `<id> <kind>`, and the words `<key>=<value>` that say what was published.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::{LockedRecord, PublishedStatement, Version};
use crate::entry::Kind;
use crate::entry::country::Country;
use crate::entry::id::Id;

/// Parses a line, without its span. Anything unknown is an error and never dropped.
pub(super) fn read(text: &str, version: Version) -> Result<(Id, LockedRecord), String> {
    let mut words = text.split(' ');
    let word = words.next().unwrap_or_default();
    let id = Id::new(word).map_err(|reason| format!("`{word}` is no id: {reason}"))?;
    let noun = words.next().unwrap_or_default();
    let kind = Kind::ALL.into_iter().find(|kind| kind.noun() == noun);
    let kind = kind.ok_or_else(|| format!("`{noun}` is no kind of record"))?;
    let mut line = LockedRecord { kind, day: None, statement: None, range: 0..0 };
    let mut keys = BTreeSet::new();
    for word in words {
        let (key, value) = match word.split_once('=') {
            Some((key, value)) => (key, Some(value)),
            None => (word, None),
        };
        if !keys.insert(key) {
            return Err(format!("`{key}` stands twice in the line"));
        }
        match (key, value) {
            ("published", Some(day)) if version != Version::One => line.day = Some(self::day(day)?),
            _ if kind != Kind::Statement => return Err(format!("`{word}` says nothing of a {noun}")),
            _ => published(line.statement.get_or_insert_default(), key, value)
                .ok_or_else(|| format!("`{word}` cannot be read"))??,
        }
    }
    Ok((id, line))
}

/// Parses one `<key>=<value>` of a statement; none where key or value is invalid.
fn published(statement: &mut PublishedStatement, key: &str, value: Option<&str>) -> Option<Result<(), String>> {
    match (key, value) {
        ("date", Some(date)) => statement.date = date.to_owned(),
        ("speakers", Some(speakers)) => {
            // Version 1 wrote people and offices, as version 2 does: what neither could have written was not published.
            let speakers = list(speakers).map(|key| is_speaker(key).then(|| key.to_owned()));
            statement.speakers = speakers.collect::<Option<_>>()?;
        }
        ("sources", Some(sources)) => statement.sources = list(sources).map(number).collect::<Option<_>>()?,
        ("corrections", Some(count)) => statement.corrections = self::count(count)?,
        ("withdrawn", None) => statement.withdrawn = true,
        ("quotations", Some(quotations)) => {
            statement.quotations = list(quotations).map(quotation).collect::<Option<_>>()?;
            // Anchors are unique.
            let mut numbers = BTreeSet::new();
            if let Some((twice, _)) = statement.quotations.iter().find(|(number, _)| !numbers.insert(*number)) {
                return Some(Err(format!("`q{twice}` stands twice in the line")));
            }
        }
        _ => return None,
    }
    Some(Ok(()))
}

/// Whether a key is that of a speaker: an id of a person, or what kind of speaker it is, `:`, and which.
fn is_speaker(key: &str) -> bool {
    match key.split_once(':') {
        None => Id::new(key).is_ok(),
        Some(("organization", id)) => Id::new(id).is_ok(),
        Some(("country", code)) => code.parse::<Country>().is_ok_and(|country| country.code() == code),
        Some((kind, which)) => kind == "office" && !which.is_empty(),
    }
}

/// A day as `2006-02-02`.
fn day(text: &str) -> Result<NaiveDate, String> {
    let day = text.parse::<NaiveDate>().ok().filter(|day| day.to_string() == text && (0..=9999).contains(&day.year()));
    day.ok_or_else(|| format!("`{text}` is no day: it is written as 2006-02-02"))
}

fn list(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').filter(|_| !value.is_empty())
}

fn number(text: &str) -> Option<u64> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_hexdigit());
    u64::from_str_radix(text, 16).ok().filter(|_| is_number)
}

/// A number without a sign.
fn count<N: std::str::FromStr>(text: &str) -> Option<N> {
    let is_count = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_count)
}

fn quotation(text: &str) -> Option<(u32, Option<u64>)> {
    let (anchor, hash) = text.strip_prefix('q')?.split_once(':')?;
    Some((count(anchor)?, if hash == "gone" { None } else { Some(number(hash)?) }))
}

#[cfg(test)]
mod tests {
    use super::super::{PublishedStatement, Version};
    use super::read;

    fn line(text: &str) -> Result<super::LockedRecord, String> {
        read(text, Version::Two).map(|(_, line)| line)
    }

    #[test]
    fn a_line_is_read_as_it_was_written() {
        let published = PublishedStatement {
            date: "2006-02-01/2006-02-03".into(),
            speakers: ["ann-lee", "office:envoy@un", "organization:un", "country:KZ"].map(str::to_owned).into(),
            sources: vec![1, u64::MAX],
            corrections: 2,
            withdrawn: true,
            quotations: vec![(3, Some(7)), (1, None)],
        };
        let words = format!("statement published=2024-02-29 {published}");
        let (id, read) = read(&format!("first {words}"), Version::Two).expect("it was written");
        assert_eq!((id.as_str(), read.words()), ("first", words));
        assert_eq!(read.statement, Some(published));
        assert!(line("trade topic").expect("it was written").statement.is_none());
        let former = line("trade statement published=2024-02-29").expect("it was written");
        assert_eq!((former.statement.is_none(), former.words().as_str()), (true, "statement published=2024-02-29"));
    }

    #[test]
    fn what_cannot_be_understood_is_refused() {
        for bad in [
            "",
            "<<<<<<< ours",
            "first",
            "first record",
            "first statement sources=x",
            "first statement q1",
            "first statement quotations=1:2",
            "first statement quotations=q1:2,q1:3",
            "first statement corrections=-1",
            "first statement corrections=+1",
            "first statement sources=+1",
            "first statement sources=1,,2",
            "first statement quotations=q+1:2",
            "first statement speakers=ann-lee,,bo-day",
            "first statement withdrawn=2024-02-29",
            "first statement withdrawn=",
            "first statement date",
            "first statement licence=CC0",
            "first statement date=2006 date=2006",
            "first statement speakers=planet:mars",
            "first statement speakers=organization:",
            "first statement speakers=country:Kazakhstan",
            "first statement speakers=country:kz",
            "first statement speakers=office:",
            "first statement published",
            "first statement published=",
            "first statement published=2024-02-30",
            "first statement published=2024-2-9",
            "first statement published=2024",
            "first statement published=+12024-02-29",
            "first statement published=2024-02-29 published=2024-02-29",
            "trade topic date=2006",
            "trade topic withdrawn",
        ] {
            assert!(line(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_first_version_knows_no_days() {
        assert!(read("first statement published=2024-02-29", Version::One).is_err());
        for known in ["ann-lee,office:envoy", "office:посол@un", ""] {
            assert!(read(&format!("first statement date=2006 speakers={known}"), Version::One).is_ok(), "{known}");
        }
        // What version 2 would refuse is refused before it is written down as such.
        for unknown in ["Ann", "ann_lee", "office:", "planet:mars", "ann-lee,,bo-day", "\u{202e}"] {
            assert!(read(&format!("first statement date=2006 speakers={unknown}"), Version::One).is_err(), "{unknown}");
        }
    }
}
