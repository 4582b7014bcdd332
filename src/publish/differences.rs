//! What changes in a statement for readers: by the file `index.json` that was published beside its page, and the one that
//! takes its place. Changes that need a correction are told with it, or that there is none, as reviews do.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{FACTS, statement};
use crate::review::{TextPart, word_parts};

/// The most characters that are shown of what changes in one respect.
const SHOWN: usize = 300;

/// What readers are told beside the quotations, in the order of the page.
const KEYS: [&str; 18] = [
    "title",
    "date",
    "speakers",
    "attributed_as",
    "audience",
    "kind",
    "fidelity",
    "language",
    "original_language",
    "translator",
    "event",
    "position",
    "place",
    "topics",
    "countries",
    "organizations",
    "sources",
    "summary",
];

/// What changes in a statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Difference {
    /// A line for each change.
    lines: Vec<String>,
    /// Whether something changes that a correction has to speak of, and none does.
    is_unannounced: bool,
}

/// What changes in statements, by their ids.
#[derive(Debug, Default)]
pub(crate) struct Differences(BTreeMap<String, Option<Difference>>);

impl Differences {
    /// Compares what was published at a path of [`Changes::facts`] with what is published there now.
    pub(crate) fn compare(&mut self, path: &str, old: &[u8], new: &[u8]) {
        let Some(id) = statement(path, FACTS) else { return };
        let found = between(old, new);
        self.0.insert(id.to_owned(), found);
    }

    /// The statements of which more changes than what other records say.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        let found = self.0.iter().filter(|(_, found)| found.as_ref().is_some_and(|found| !found.lines.is_empty()));
        found.map(|(id, _)| id.as_str())
    }

    /// Where a statement stands among others: those first that are to be looked at first.
    pub(super) fn rank(&self, id: &str) -> u8 {
        match self.0.get(id) {
            Some(Some(found)) if found.is_unannounced => 0,
            Some(Some(found)) if !found.lines.is_empty() => 1,
            _ => 2,
        }
    }

    pub(super) fn lines(&self, id: &str) -> impl Iterator<Item = &str> {
        let (lines, else_said) = match self.0.get(id) {
            Some(Some(found)) if found.lines.is_empty() => {
                (&[][..], Some("something else of the record, such as words outside of quotations"))
            }
            Some(Some(found)) => (&found.lines[..], None),
            Some(None) => (&[][..], Some("what of it is not known: what was published has another form")),
            None => (&[][..], Some("what of it is not known: the site has no `index.json` beside it")),
        };
        lines.iter().map(String::as_str).chain(else_said)
    }

    pub(super) fn unannounced(&self) -> usize {
        self.0.values().flatten().filter(|found| found.is_unannounced).count()
    }
}

/// What differs between two versions of `index.json`; none where one of them is not of the form that this program writes.
fn between(old: &[u8], new: &[u8]) -> Option<Difference> {
    let (old, new) = (Said::of(old)?, Said::of(new)?);
    let mut found = Difference::default();
    let mut needs_correction = false;
    match (&old.withdrawn, &new.withdrawn) {
        (None, Some(notice)) => found.lines.push(cut(&format!("withdrawn: {notice}"))),
        // Readers were told not to rely on these words.
        (Some(_), None) => {
            needs_correction = true;
            found.lines.push("is no longer withdrawn".to_owned());
        }
        (Some(before), Some(now)) if before != now => found.lines.push(format!("withdrawn: {}", shown(before, now))),
        _ => {}
    }
    // What a withdrawal takes off the page.
    let goes_with = |now: &str| old.withdrawn.is_none() && new.withdrawn.is_some() && now.is_empty();
    for ((key, before), (_, now)) in old.fields.iter().zip(&new.fields) {
        if before != now && !goes_with(now) {
            needs_correction |= matches!(*key, "date" | "speakers" | "attributed_as");
            found.lines.push(format!("{}: {}", key.replace('_', " "), shown(before, now)));
        }
    }
    let anchors: BTreeSet<&String> = old.quotations.keys().chain(new.quotations.keys()).collect();
    for anchor in anchors {
        let line = match (old.quotations.get(anchor), new.quotations.get(anchor)) {
            (Some(before), Some(now)) if before == now => continue,
            (Some(_), None) if goes_with("") => continue,
            (Some(before), Some(now)) => format!("quotation {anchor}: {}", shown(before, now)),
            (Some(before), None) => format!("quotation {anchor} is gone: {}", shown(before, "")),
            (None, now) => {
                found.lines.push(format!("quotation {anchor} is new: {}", shown("", now.map_or("", String::as_str))));
                continue;
            }
        };
        needs_correction = true;
        found.lines.push(line);
    }
    let gone = old.corrections.iter().filter(|one| !new.corrections.contains(one));
    found.lines.extend(gone.map(|one| cut(&format!("correction is gone: {one}"))));
    let corrections: Vec<&String> = new.corrections.iter().filter(|one| !old.corrections.contains(one)).collect();
    found.lines.extend(corrections.iter().map(|one| cut(&format!("correction: {one}"))));
    found.is_unannounced = needs_correction && corrections.is_empty();
    if found.is_unannounced {
        found.lines.push("no correction says so".to_owned());
    }
    Some(found)
}

/// What `index.json` says.
struct Said {
    fields: Vec<(&'static str, String)>,
    /// The words of quotations, by their anchors.
    quotations: BTreeMap<String, String>,
    corrections: Vec<String>,
    withdrawn: Option<String>,
}

impl Said {
    fn of(bytes: &[u8]) -> Option<Said> {
        let value: Value = serde_json::from_slice(bytes).ok()?;
        if value.get("version")?.as_u64()? != u64::from(crate::views::statement_json::VERSION) {
            return None;
        }
        let list = |key: &str| value.get(key).and_then(Value::as_array).into_iter().flatten();
        let quotation = |quotation: &Value| {
            let (_, anchor) = quotation.get("id")?.as_str()?.rsplit_once('#')?;
            let words = quotation.get("selector")?.get("exact")?.as_str()?;
            let by = quotation.get("attributed_to").and_then(Value::as_str);
            Some((anchor.to_owned(), by.map_or_else(|| words.to_owned(), |name| format!("{words} — {name}"))))
        };
        Some(Said {
            fields: KEYS.into_iter().map(|key| (key, value.get(key).map(text).unwrap_or_default())).collect(),
            quotations: list("quotations").filter_map(quotation).collect(),
            corrections: list("corrections").map(text).collect(),
            withdrawn: value.get("withdrawn").map(text),
        })
    }
}

/// A value in one line; of records that it names, without the addresses of their pages.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(" · "),
        Value::Object(parts) => {
            let is_record =
                parts.contains_key("id") || parts.contains_key("organization") || parts.contains_key("country");
            let parts = parts.iter().filter(|(key, _)| !(is_record && *key == "url"));
            parts.map(|(_, value)| text(value)).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

/// The words of two texts, with those that go in `[-…-]` and those that come in `{+…+}`.
fn shown(old: &str, new: &str) -> String {
    let parts = word_parts(old, new).into_iter().map(|part| match part {
        TextPart::Same(text) => text,
        TextPart::Gone(text) => format!("[-{}-]", cut(&text)),
        TextPart::New(text) => format!("{{+{}+}}", cut(&text)),
        TextPart::Apart => "…".to_owned(),
    });
    let shown = parts.collect::<Vec<_>>().join(" ");
    // What differs in spaces only.
    if shown.is_empty() { "spaces or breaks of lines".to_owned() } else { cut(&shown) }
}

/// A text on one line, and not too long.
fn cut(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let most = text.char_indices().nth(SHOWN).map_or(text.len(), |(at, _)| at);
    if most < text.len() { format!("{}…", &text[..most]) } else { text }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{KEYS, between};

    fn lines(old: &str, new: &str) -> Vec<String> {
        let whole = |more: &str| format!("{{\"version\":1,\"title\":\"A\",\"revision\":\"{}\"{more}}}", more.len());
        between(whole(old).as_bytes(), whole(new).as_bytes()).unwrap().lines
    }

    /// A key that is added to `index.json` must be told of, or be one of those that say nothing to readers.
    #[test]
    fn every_key_is_told_or_says_nothing_to_readers() {
        let schema = crate::views::statement_json::schema().to_value();
        let keys: BTreeSet<&str> = schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        let apart = ["version", "id", "url", "quotations", "corrections", "withdrawn", "revision"];
        assert_eq!(keys, KEYS.into_iter().chain(apart).collect());
    }

    #[test]
    fn what_changes_is_told_with_what_the_record_says_of_it() {
        let quoted = |words: &str| {
            format!(
                ",\"quotations\":[{{\"id\":\"https://x/#q1\",\"selector\":{{\"type\":\"TextQuoteSelector\",\"exact\":\"{words}\"}}}}]"
            )
        };
        let note = ",\"corrections\":[{\"date\":\"2026-01-01\",\"kind\":\"correction\",\"note\":\"The day.\"}]";
        let gone = "no correction says so";
        for (old, new, expected) in [
            ("", "", vec![]),
            (",\"date\":\"2006\"", ",\"date\":\"2007\"", vec!["date: [-2006-] {+2007+}", gone]),
            (
                ",\"date\":\"2006\"",
                &format!(",\"date\":\"2007\"{note}"),
                vec!["date: [-2006-] {+2007+}", "correction: 2026-01-01, correction, The day."],
            ),
            (
                &quoted("We shall trade."),
                &quoted("We shall not trade."),
                vec!["quotation q1: We shall {+not+} trade.", gone],
            ),
            (&quoted("We agree."), "", vec!["quotation q1 is gone: [-We agree.-]", gone]),
            ("", &quoted("We agree."), vec!["quotation q1 is new: {+We agree.+}"]),
            (
                ",\"speakers\":[{\"id\":\"ann\",\"name\":\"Ann\",\"url\":\"https://x/1\"}]",
                ",\"speakers\":[{\"id\":\"bo\",\"name\":\"Bo\",\"url\":\"https://y/2\"}]",
                vec!["speakers: [-ann, Ann-] {+bo, Bo+}", gone],
            ),
            // Addresses of pages are not what a statement says.
            (
                ",\"url\":\"https://x/\",\"topics\":[{\"id\":\"a\",\"label\":\"A\",\"url\":\"https://x/1\"}]",
                ",\"url\":\"https://y/\",\"topics\":[{\"id\":\"a\",\"label\":\"A\",\"url\":\"https://y/1\"}]",
                vec![],
            ),
            (
                &quoted("We agree."),
                ",\"withdrawn\":{\"date\":\"2026\",\"reason\":\"Why\"}",
                vec!["withdrawn: 2026, Why"],
            ),
            // Whose the words were stays on the page of a withdrawn statement.
            (
                &format!(",\"date\":\"2006\",\"summary\":\"Of trade.\"{}", quoted("We agree.")),
                ",\"date\":\"2007\",\"withdrawn\":{\"date\":\"2026\",\"reason\":\"Why\"}",
                vec!["withdrawn: 2026, Why", "date: [-2006-] {+2007+}", gone],
            ),
        ] {
            assert_eq!(lines(old, new), expected, "{old} {new}");
        }
        for (old, new, expected) in [
            (",\"position\":1", ",\"position\":2", vec!["position: [-1-] {+2+}"]),
            ("", ",\"audience\":[{\"name\":\"Readers\"}]", vec!["audience: {+Readers+}"]),
            (
                ",\"withdrawn\":{\"date\":\"2026\",\"reason\":\"Why\"}",
                ",\"withdrawn\":{\"date\":\"2026\",\"reason\":\"Because\"}",
                vec!["withdrawn: 2026, [-Why-] {+Because+}"],
            ),
            (",\"withdrawn\":{\"date\":\"2026\",\"reason\":\"Why\"}", "", vec!["is no longer withdrawn", gone]),
            (
                ",\"withdrawn\":{\"date\":\"2026\",\"reason\":\"Why\"}",
                note,
                vec!["is no longer withdrawn", "correction: 2026-01-01, correction, The day."],
            ),
            (note, "", vec!["correction is gone: 2026-01-01, correction, The day."]),
        ] {
            assert_eq!(lines(old, new), expected, "{old} {new}");
        }
        assert_eq!(between(b"{\"version\":2}", b"{\"version\":1}"), None);
        assert_eq!(between(b"<html>", b"{\"version\":1}"), None);
        let long = "word ".repeat(1000);
        assert!(lines("", &quoted(&long))[0].chars().count() < 500);
    }
}
