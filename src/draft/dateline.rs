//! The date line of an agency's report, in any language: `MOSCOW, March 6. /TASS/.`, `新华社北京3月6日电`.

use super::dates;
use crate::entry::date::{Date, Precision};
use crate::naming::words::{AGENCIES, HAN_AGENCIES};

/// A date line: agency, date, and where the text begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dateline<'a> {
    pub(super) agency: &'a str,
    pub(super) date: Option<Date>,
    pub(super) words: &'a str,
}

pub(super) fn is_agency(name: &str) -> bool {
    AGENCIES.iter().chain(HAN_AGENCIES).any(|agency| agency.eq_ignore_ascii_case(name))
}

/// The date line that a paragraph begins with. A day without its year is one of `year`.
pub(super) fn read(paragraph: &str, year: Option<i32>) -> Option<Dateline<'_>> {
    let (before, agency, after) = chinese(paragraph).or_else(|| marked(paragraph)).or_else(|| dashed(paragraph))?;
    let is_day = |date: &Date| date.precision() == Precision::Day;
    let date = dates::find(before, year).into_iter().map(|found| found.date).find(is_day);
    let words = without_reporter(begun(after));
    let (behind, words) = if date.is_none() { dated(words, year) } else { (None, words) };
    Some(Dateline { agency, date: date.or(behind), words })
}

fn begun(words: &str) -> &str {
    words.trim_start_matches(|c: char| c.is_whitespace() || ".-–—:,，：".contains(c))
}

/// `（记者王力）安妮说`: the text behind the name of the reporter.
fn without_reporter(words: &str) -> &str {
    let inner = words.strip_prefix(['（', '(']).filter(|inner| inner.starts_with("记者") || inner.starts_with("記者"));
    let rest = inner.and_then(|inner| inner.split_once(['）', ')'])).filter(|(name, _)| name.chars().count() <= 20);
    rest.map_or(words, |(_, rest)| begun(rest))
}

/// `(dpa), 6. März 2024 – Die`, `(AP) — March 6, 2024. The`: the day behind the agency, and the text behind that.
fn dated(words: &str, year: Option<i32>) -> (Option<Date>, &str) {
    let near = &words[..words.floor_char_boundary(40)];
    let found = dates::find(near, year).into_iter().next().filter(|found| found.range.start == 0);
    let ends = |rest: &str| rest.trim_start().starts_with(['.', ':', '-', '–', '—']);
    match found {
        Some(found) if found.date.precision() == Precision::Day && ends(&words[found.range.end..]) => {
            (Some(found.date), begun(&words[found.range.end..]))
        }
        _ => (None, words),
    }
}

/// No date line is longer, in bytes.
const LONGEST: usize = 120;

fn start(paragraph: &str) -> &str {
    &paragraph[..paragraph.floor_char_boundary(LONGEST)]
}

/// `RIVERTOWN, March 6 (Reuters) - `, `MOSCOW, March 6. /TASS/. `
fn marked(paragraph: &str) -> Option<(&str, &str, &str)> {
    let short = start(paragraph);
    [('/', '/'), ('(', ')'), ('（', '）')].into_iter().find_map(|(open, close)| {
        let (before, rest) = short.split_once(open)?;
        let (name, _) = rest.split_once(close)?;
        // A date line is at the start; a name within the text is not a credit.
        let is_short = before.chars().count() <= 40 && !before.contains(['"', '“', '«', '„']);
        let after = &paragraph[before.len() + open.len_utf8() + name.len() + close.len_utf8()..];
        let name = name.trim();
        (is_agency(name) && is_short).then_some((before, name, after))
    })
}

/// `МОСКВА, 6 мар - РИА Новости. `, `BERLIN, 6. März – dpa. `
fn dashed(paragraph: &str) -> Option<(&str, &str, &str)> {
    let short = start(paragraph);
    [" - ", " – ", " — ", ", "].into_iter().find_map(|dash| {
        short.match_indices(dash).find_map(|(at, _)| {
            let (before, rest) = (&short[..at], &short[at + dash.len()..]);
            let (name, _) = rest.split_once('.')?;
            let begins = before.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
            let is_place = before.chars().count() <= 40 && begins && !before.contains(['"', '“', '«', '„']);
            let after = &paragraph[at + dash.len() + name.len() + 1..];
            (is_agency(name.trim()) && is_place).then_some((before, name.trim(), after))
        })
    })
}

/// `新华社北京3月6日电 `, `（法新社北京3月6日电）`
fn chinese(paragraph: &str) -> Option<(&str, &str, &str)> {
    let bare = paragraph.trim_start_matches(['（', '(', '【', '　', ' ']);
    let agency = HAN_AGENCIES.iter().find(|agency| bare.starts_with(**agency))?;
    let short = start(bare);
    let end = short.find(['电', '電', '讯', '訊'])?;
    let mark = short[end..].chars().next().map_or(0, char::len_utf8);
    let before = &bare[agency.len()..end];
    let after = bare[end + mark..].trim_start_matches(['）', ')', '】']);
    let is_line = before.chars().count() <= 30 && !before.contains(['，', '。', '：', '“']);
    is_line.then_some((before, &bare[..agency.len()], after))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn of_agencies_in_seven_languages() {
        for (text, agency, date, words) in [
            ("RIVERTOWN, March 6 (Reuters) - The tin", "Reuters", Some("2024-03-06"), "The tin"),
            ("MOSCOU, 6 mars (AFP) – Le", "AFP", Some("2024-03-06"), "Le"),
            ("BERLIN (dpa) – Die", "dpa", None, "Die"),
            ("Berlin (dpa), 6. März 2024 – Die", "dpa", Some("2024-03-06"), "Die"),
            ("VALE (AP) — March 6, 2024. The tin", "AP", Some("2024-03-06"), "The tin"),
            ("VALE (AP) — March 6 was a day of rain.", "AP", None, "March 6 was a day of rain."),
            ("新华社北京3月6日电（记者王力）价格", "新华社", Some("2024-03-06"), "价格"),
            ("Madrid, 6 de marzo (EFE).- El", "EFE", Some("2024-03-06"), "El"),
            ("МОСКВА, 6 мар - РИА Новости. Цены", "РИА Новости", Some("2024-03-06"), "Цены"),
            ("МОСКВА, 6 марта. /ТАСС/. Цены", "ТАСС", Some("2024-03-06"), "Цены"),
            ("新华社北京3月6日电 价格", "新华社", Some("2024-03-06"), "价格"),
            ("باريس 6 مارس (رويترز) - قال", "رويترز", Some("2024-03-06"), "قال"),
        ] {
            let line = read(text, Some(2024)).unwrap_or_else(|| panic!("{text}"));
            let found = (line.agency, line.date.map(|date| date.to_string()), line.words);
            assert_eq!(found, (agency, date.map(str::to_owned), words), "{text}");
        }
        assert_eq!(read("He spoke to the agency (Reuters) of \"tin\"", None).map(|line| line.agency), Some("Reuters"));
        assert_eq!(read("The tin trade, he said to all who would hear it, will go (Reuters) on", None), None);
    }
}
