//! References in RIS (Research Information Systems), with the tags that Zotero reads and writes.

use std::borrow::Cow;

use super::line::line;
use super::{Citation, ItemType, Name};
use crate::entry::date::{Date, Qualifier};

/// A reference, from `TY` to `ER`. Each field is one line, so that no text can begin another.
pub(super) fn reference(citation: &Citation<'_>) -> String {
    let item_type = citation.item_type();
    let mut out = String::with_capacity(1024);
    let mut add = |tag: &str, value: &str| field(&mut out, tag, value);
    add("TY", item_type.in_ris());
    add("ID", citation.id);
    citation.speakers.iter().for_each(|name| add("AU", &name.inverted()));
    citation.recipients.iter().for_each(|name| add("A2", &name.inverted()));
    let (translator, as_note) = citation.translator.map_or((None, None), |name| match item_type.has_translator() {
        true => (Some(Name::Whole(name.into())), None),
        false => (None, Some(format!("translator: {name}"))),
    });
    translator.iter().for_each(|name| add("A4", &name.inverted()));
    add("TI", citation.title);
    let occasion = in_fields(citation, item_type, &mut add);
    citation.place.iter().for_each(|place| add("CY", place));
    let date = date(&citation.date, &citation.date_in_words);
    if let Some((year, day)) = &date {
        add("PY", year);
        add("DA", day);
    }
    add("M3", &citation.genre);
    add("LA", citation.language);
    citation.summary.iter().for_each(|summary| add("AB", summary));
    citation.topics.iter().for_each(|topic| add("KW", &keyword(topic, citation.topics.len())));
    // What the numbers leave out: all of a date that begins in no known year, and of others the words in `DA`, which Zotero
    // does not read.
    if date.is_none_or(|(_, day)| !day.ends_with('/')) {
        add("N1", &citation.date_in_words);
    }
    as_note.iter().for_each(|note| add("N1", note));
    occasion.into_iter().chain(citation.all_notes()).for_each(|note| add("N1", note));
    add("DP", citation.chronicle);
    add("UR", &citation.url);
    out.push_str("ER  - \r\n");
    out
}

/// The occasion and the publication, as far as the type has fields for them; the occasion otherwise.
fn in_fields<'a>(citation: &'a Citation<'_>, item_type: ItemType, add: &mut impl FnMut(&str, &str)) -> Option<&'a str> {
    match item_type {
        ItemType::Presentation => citation.event.iter().for_each(|event| add("T2", event)),
        ItemType::Hearing => {
            // Zotero: a committee, and the legislative body.
            citation.event.iter().for_each(|event| add("T2", event));
            citation.host.iter().for_each(|host| add("T3", host));
        }
        ItemType::NewspaperArticle | ItemType::ForumPost => {
            citation.publication().iter().for_each(|publication| add("T2", publication));
            return citation.event;
        }
        ItemType::Interview | ItemType::Letter => return citation.event,
    }
    None
}

/// A topic without the marks at which programs divide keywords: a semicolon, and a comma in the only one.
fn keyword(topic: &str, count: usize) -> Cow<'_, str> {
    match topic {
        _ if count == 1 && topic.contains([';', ',']) => topic.replace([';', ','], "").into(),
        _ if topic.contains(';') => topic.replace(';', "").into(),
        _ => topic.into(),
    }
}

fn field(out: &mut String, tag: &str, value: &str) {
    let value = line(value);
    if !value.is_empty() {
        out.push_str(tag);
        out.push_str("  - ");
        out.push_str(&value);
        out.push_str("\r\n");
    }
}

/// The year, and the date as `YYYY/MM/DD/other`, of which what is not known is empty. The rest is said in words in the last
/// part: doubt, a season, the end of an interval.
fn date(date: &Date, in_words: &str) -> Option<(String, String)> {
    let start = date.start()?;
    let year = format!("{:04}", start.year()?);
    let two = |number: Option<u32>| number.map(|number| format!("{number:02}")).unwrap_or_default();
    let is_plain = !date.is_interval() && start.qualifier() == Qualifier::Certain && start.season().is_none();
    // A slash would begin another part.
    let other = if is_plain { String::new() } else { in_words.replace('/', " ") };
    let day = format!("{year}/{}/{}/{other}", two(start.month()), two(start.day()));
    Some((year, day))
}

#[cfg(test)]
mod tests {
    use crate::citation::sample;
    use crate::citation::{Citation, Name};
    use crate::entry::statement::Kind;

    fn lines(citation: &Citation<'_>) -> Vec<String> {
        let reference = super::reference(citation);
        assert!(reference.ends_with("\r\nER  - \r\n"));
        reference.split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_reference_has_what_the_record_says() {
        let expected = [
            "TY  - SLIDE",
            "ID  - 2006-02-02-on-trade",
            "AU  - von der Leyen, Ursula",
            "AU  - Ministry of Foreign Affairs Trade and Aid,",
            "A4  - The embassy,",
            "TI  - On {trade} & more: 50% \\ of $1_000#~^",
            "T2  - Press conference after talks",
            "CY  - Moscow",
            "PY  - 2006",
            "DA  - 2006/02/02/",
            "M3  - Press conference",
            "LA  - en",
            "AB  - What was said.",
            "KW  - Trade",
            "KW  - Energy",
            "N1  - Withdrawn: 3 May 2020. Not authentic.",
            "N1  - Reported by TASS; not a transcript.",
            "DP  - The Chronicle",
            "UR  - https://example.org/statements/2006-02-02-on-trade/",
            "ER  - ",
        ];
        assert_eq!(lines(&sample::citation()), expected);
    }

    #[test]
    fn no_text_begins_another_field() {
        let citation = Citation {
            title: "A\r\nER  - \r\nTY  - BOOK\u{2028}AU  - Nobody",
            speakers: vec![Name::Whole("B\nAU  - Nobody".into())],
            ..sample::citation()
        };
        let lines = lines(&citation);
        assert_eq!(lines.iter().filter(|line| line.starts_with("TY")).count(), 1);
        assert_eq!(lines.iter().filter(|line| line.starts_with("AU")).count(), 1);
        assert!(lines.contains(&"TI  - A ER  - TY  - BOOK AU  - Nobody".to_owned()));
    }

    #[test]
    fn a_date_is_no_finer_than_known() {
        for (written, year, day) in [
            ("2006-02-02", "PY  - 2006", "DA  - 2006/02/02/"),
            ("2006-02-XX", "PY  - 2006", "DA  - 2006/02//"),
            ("2006", "PY  - 2006", "DA  - 2006///"),
            ("2006~", "PY  - 2006", "DA  - 2006///in words"),
            ("2006-02-01/2006-02-03", "PY  - 2006", "DA  - 2006/02/01/in words"),
            ("200X", "", "N1  - in words"),
            ("../2006", "", "N1  - in words"),
        ] {
            let date = written.parse().expect("a date");
            let citation = Citation { date, date_in_words: "in words".into(), ..sample::citation() };
            let lines = lines(&citation);
            let year_line = lines.iter().find(|line| line.starts_with("PY")).map_or("", String::as_str);
            assert_eq!(year_line, year, "{written}");
            assert!(lines.iter().any(|line| line == day), "{written}: {lines:?}");
        }
    }

    #[test]
    fn keywords_are_not_divided() {
        let keywords = |topics: Vec<&'static str>| {
            let lines = lines(&Citation { topics, ..sample::citation() });
            lines.into_iter().filter(|line| line.starts_with("KW")).collect::<Vec<_>>()
        };
        assert_eq!(keywords(vec!["War, peace; trade"]), ["KW  - War peace trade"]);
        assert_eq!(keywords(vec!["War, peace; trade", "Energy"]), ["KW  - War, peace trade", "KW  - Energy"]);
    }

    #[test]
    fn what_has_no_field_is_a_note() {
        let post = lines(&Citation { kind: Kind::Post, ..sample::citation() });
        assert!(post.contains(&"TY  - BLOG".to_owned()) && post.contains(&"N1  - translator: The embassy".to_owned()));
        let near = Citation {
            date: "2006~".parse().expect("a date"),
            date_in_words: "about 2006".into(),
            ..sample::citation()
        };
        assert!(lines(&near).contains(&"N1  - about 2006".to_owned()));
        let citation = Citation { kind: Kind::Article, withdrawn: None, ..sample::citation() };
        let lines = lines(&citation);
        assert!(lines.contains(&"TY  - NEWS".to_owned()) && lines.contains(&"T2  - TASS".to_owned()));
        assert!(lines.contains(&"N1  - Press conference after talks".to_owned()));
    }
}
