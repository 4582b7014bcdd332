//! A citation for tests: all fields, and characters that formats have to escape.

use super::{Citation, Name};
use crate::entry::statement::Kind;

pub(super) fn citation() -> Citation<'static> {
    Citation {
        id: "2006-02-02-on-trade",
        kind: Kind::PressConference,
        genre: "Press conference".into(),
        speakers: vec![
            Name::Parts { family: "von der Leyen", given: "Ursula", printed: "Ursula von der Leyen" },
            Name::Whole("Ministry of Foreign Affairs, Trade, and Aid".into()),
        ],
        recipients: Vec::new(),
        translator: Some("The embassy"),
        title: "On {trade} & more: 50% \\ of $1_000#~^",
        event: Some("Press conference after talks"),
        host: None,
        place: Some("Moscow"),
        date: "2006-02-02".parse().expect("a date"),
        date_in_words: "2 February 2006".into(),
        publisher: Some("TASS"),
        chronicle: "The Chronicle",
        language: "en",
        url: "https://example.org/statements/2006-02-02-on-trade/".into(),
        topics: vec!["Trade", "Energy"],
        summary: Some("What was said."),
        withdrawn: Some("Withdrawn: 3 May 2020. Not authentic.".into()),
        notes: vec!["Reported by TASS; not a transcript.".into()],
    }
}
