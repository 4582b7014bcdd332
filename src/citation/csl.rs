//! References in CSL-JSON (Citation Style Language 1.0.2, `csl-data.json`).

use serde::{Serialize, Serializer};

use super::line::line;
use super::{Citation, ItemType, Name};
use crate::entry::date::{Date, Point, Precision, Qualifier, Season};

/// An item of a file.
#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    /// The same: what Zotero takes for the key of the reference.
    #[serde(rename = "citation-key")]
    key: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: Text<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Person<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    recipient: Vec<Person<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    translator: Vec<Person<'a>>,
    issued: When<'a>,
    genre: Text<'a>,
    #[serde(rename = "event-title", skip_serializing_if = "Option::is_none")]
    event_title: Option<Text<'a>>,
    #[serde(rename = "event-place", skip_serializing_if = "Option::is_none")]
    event_place: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    authority: Option<Text<'a>>,
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    container_title: Option<Text<'a>>,
    source: Text<'a>,
    language: &'a str,
    #[serde(rename = "URL")]
    url: &'a str,
    #[serde(rename = "abstract", skip_serializing_if = "Option::is_none")]
    summary: Option<Text<'a>>,
    #[serde(skip_serializing_if = "String::is_empty")]
    keyword: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
}

/// A text on one line.
struct Text<'a>(&'a str);

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&line(self.0))
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum Person<'a> {
    Whole {
        literal: Text<'a>,
    },
    /// With their particles: Zotero reads none apart and would lose them, and programs that know styles find them.
    Parts {
        family: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        given: &'a str,
    },
}

/// A date. What CSL has no numbers for (a decade, an interval without an end) is given in words.
#[derive(Serialize)]
#[serde(untagged)]
enum When<'a> {
    Parts {
        #[serde(rename = "date-parts")]
        parts: Vec<Vec<i32>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        season: Option<u8>,
        /// Near this date, or possibly this date: CSL has one mark for both.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        circa: bool,
    },
    Words {
        literal: &'a str,
    },
}

pub(super) fn reference(citation: &Citation<'_>) -> String {
    let item_type = citation.item_type();
    let authority = citation.host.filter(|_| item_type == ItemType::Hearing);
    let item = Item {
        id: citation.id,
        key: citation.id,
        kind: item_type.in_csl(),
        title: Text(citation.title),
        author: citation.speakers.iter().map(person).collect(),
        recipient: citation.recipients.iter().map(person).collect(),
        translator: citation
            .translator
            .filter(|_| item_type.has_translator())
            .iter()
            .map(|name| Person::Whole { literal: Text(name) })
            .collect(),
        // Of a speech without `event-date`: styles that know both would give the day twice (`docs/citing.md`).
        issued: when(&citation.date, &citation.date_in_words),
        genre: Text(&citation.genre),
        event_title: citation.event.map(Text),
        event_place: citation.place.map(Text),
        authority: authority.map(Text),
        container_title: citation.publication().map(Text),
        source: Text(citation.chronicle),
        language: citation.language,
        url: &citation.url,
        summary: citation.summary.map(Text),
        keyword: citation.topics.iter().map(|topic| line(topic)).collect::<Vec<_>>().join(", "),
        note: note(citation, item_type),
    };
    serde_json::to_string(&item).expect("texts and numbers in structures are JSON")
}

/// What has no variable, and before it, each on a line of its own, the variables that Zotero has no field for in this type: it
/// keeps them, and styles read them from there.
fn note(citation: &Citation<'_>, item_type: ItemType) -> String {
    let apart = !item_type.has_occasion();
    let more = [
        ("event-title", citation.event.filter(|_| apart)),
        ("event-place", citation.place.filter(|_| apart)),
        ("translator", citation.translator.filter(|_| !item_type.has_translator())),
    ];
    let more = more.iter().filter_map(|(name, value)| Some(format!("{name}: {}", plain((*value)?))));
    let notes = citation.all_notes().map(plain).collect::<Vec<_>>().join(" ");
    more.chain((!notes.is_empty()).then_some(notes)).collect::<Vec<_>>().join("\n")
}

/// A text on one line in which programs find no variables of their own: some read `{:type: book}` within a note.
fn plain(text: &str) -> String {
    line(text).replace("{:", "{ :")
}

fn person<'a>(name: &'a Name<'_>) -> Person<'a> {
    match name {
        Name::Whole(name) => Person::Whole { literal: Text(name) },
        Name::Parts { family, given, .. } => Person::Parts { family, given },
    }
}

fn when<'a>(date: &Date, in_words: &'a str) -> When<'a> {
    let ends = || if date.is_interval() { Some(vec![date.start()?, date.end()?]) } else { Some(vec![date.start()?]) };
    let Some(points) = ends() else { return When::Words { literal: in_words } };
    let parts: Option<Vec<Vec<i32>>> = points.iter().map(parts).collect();
    let season = points.iter().find_map(Point::season);
    match parts {
        // A season is one of a whole date.
        Some(parts) if season.is_none() || points.len() == 1 => When::Parts {
            parts,
            season: season.map(number),
            circa: points.iter().any(|point| point.qualifier() != Qualifier::Certain),
        },
        _ => When::Words { literal: in_words },
    }
}

/// The year, month and day of a point in time, as far as they are known; none where the year is not.
fn parts(point: &Point) -> Option<Vec<i32>> {
    let year = point.year()?;
    let finer = match point.precision() {
        Precision::Day => vec![point.month()?, point.day()?],
        Precision::Month => vec![point.month()?],
        _ => Vec::new(),
    };
    // Months and days are small.
    Some(std::iter::once(year).chain(finer.into_iter().filter_map(|part| i32::try_from(part).ok())).collect())
}

fn number(season: Season) -> u8 {
    match season {
        Season::Spring => 1,
        Season::Summer => 2,
        Season::Autumn => 3,
        Season::Winter => 4,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::citation::sample;
    use crate::citation::{Citation, Name};
    use crate::entry::statement::Kind;

    fn item(citation: &Citation<'_>) -> Value {
        serde_json::from_str(&super::reference(citation)).expect("JSON")
    }

    #[test]
    fn a_reference_has_what_the_record_says() {
        let expected = json!({
            "id": "2006-02-02-on-trade",
            "citation-key": "2006-02-02-on-trade",
            "type": "speech",
            "title": "On {trade} & more: 50% \\ of $1_000#~^",
            "author": [
                { "family": "von der Leyen", "given": "Ursula" },
                { "literal": "Ministry of Foreign Affairs, Trade, and Aid" },
            ],
            "translator": [{ "literal": "The embassy" }],
            "issued": { "date-parts": [[2006, 2, 2]] },
            "genre": "Press conference",
            "event-title": "Press conference after talks",
            "event-place": "Moscow",
            "source": "The Chronicle",
            "language": "en",
            "URL": "https://example.org/statements/2006-02-02-on-trade/",
            "abstract": "What was said.",
            "keyword": "Trade, Energy",
            "note": "Withdrawn: 3 May 2020. Not authentic. Reported by TASS; not a transcript.",
        });
        assert_eq!(item(&sample::citation()), expected);
    }

    #[test]
    fn a_date_is_no_finer_than_known() {
        for (written, expected) in [
            ("2006-02-02", json!({ "date-parts": [[2006, 2, 2]] })),
            ("2006-02", json!({ "date-parts": [[2006, 2]] })),
            ("2006-02-XX", json!({ "date-parts": [[2006, 2]] })),
            ("2006", json!({ "date-parts": [[2006]] })),
            ("2006~", json!({ "date-parts": [[2006]], "circa": true })),
            ("2006-02-02?", json!({ "date-parts": [[2006, 2, 2]], "circa": true })),
            ("2006-22", json!({ "date-parts": [[2006]], "season": 2 })),
            ("2006-02-01/2006-02-03", json!({ "date-parts": [[2006, 2, 1], [2006, 2, 3]] })),
            ("2006-02/2007", json!({ "date-parts": [[2006, 2], [2007]] })),
            ("2006-21/2007", json!({ "literal": "in words" })),
            ("2006/..", json!({ "literal": "in words" })),
            ("/2006", json!({ "literal": "in words" })),
            ("200X", json!({ "literal": "in words" })),
        ] {
            let date = written.parse().expect("a date");
            let citation = Citation { date, date_in_words: "in words".into(), ..sample::citation() };
            assert_eq!(item(&citation)["issued"], expected, "{written}");
        }
    }

    #[test]
    fn what_zotero_has_no_field_for_is_in_the_note() {
        let of = |kind: Kind| item(&Citation { kind, withdrawn: None, ..sample::citation() });
        let post = of(Kind::Post);
        let expected = "event-title: Press conference after talks\nevent-place: Moscow\ntranslator: The embassy\n\
                        Reported by TASS; not a transcript.";
        assert_eq!((post["note"].as_str(), post.get("translator")), (Some(expected), None));
        assert_eq!(of(Kind::Speech)["note"], "Reported by TASS; not a transcript.");
        let interview = of(Kind::Interview);
        assert!(
            interview["translator"].is_array()
                && interview["note"].as_str().is_some_and(|note| note.contains("event-"))
        );
    }

    #[test]
    fn texts_are_on_one_line() {
        let citation =
            Citation { title: "On\ntrade", speakers: vec![Name::Whole("A\nB".into())], ..sample::citation() };
        assert_eq!(item(&citation)["title"], "On trade");
        assert_eq!(item(&citation)["author"], json!([{ "literal": "A B" }]));
    }
}
