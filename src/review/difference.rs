//! Word-level differences between two versions of a record.

use std::collections::BTreeMap;

use serde_yaml::{Mapping, Value};
use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::entry::front_matter;
use crate::entry::quotation::{Quotation, quotations};

/// A part of a record that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    pub(crate) what: RecordPart,
    /// Its words, with those that are gone and those that are new.
    pub(crate) parts: Vec<TextPart>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RecordPart {
    /// A key of the front matter.
    Field(String),
    /// A quotation, by the number of its anchor.
    Quotation(u32),
    /// The text beside the quotations.
    Text,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TextPart {
    /// They stay.
    Same(String),
    /// They are gone.
    Gone(String),
    /// They are new.
    New(String),
    /// Words that stay and are not shown.
    Apart,
}

/// The content of a record's file.
pub(super) struct RecordText {
    fields: Vec<(String, String)>,
    quotations: Vec<(u32, Quotation)>,
    text: String,
}

/// Words shown before and after a change.
const AROUND: usize = 8;

/// Texts that differ in more words than this, beyond their common prefix and suffix, are not compared word by word,
/// which is quadratic.
const MOST: usize = 10_000;

impl RecordText {
    /// Parses a file; `quoted` has the anchors and attributions of a statement's quotations. None where the front
    /// matter is not YAML: it was when the record was parsed, so the file has changed since.
    pub(super) fn of(bytes: &[u8], quoted: Option<(&[u32], &[Option<u32>])>) -> Option<RecordText> {
        let parts = front_matter::split(bytes).ok()?;
        let mapping: Mapping = serde_yaml::from_str(&parts.text[parts.matter.clone()]).ok()?;
        let fields = mapping.iter().map(|(key, value)| (said(key), said(value))).collect();
        let mut text = parts.text[parts.body.clone()].to_owned();
        let (anchors, found) =
            quoted.map(|(anchors, attributed)| (anchors, quotations(&text, attributed))).unwrap_or_default();
        for quotation in found.iter().rev() {
            text.replace_range(quotation.range.clone(), "\n");
        }
        let quotations = anchors.iter().copied().zip(found).collect();
        Some(RecordText { fields, quotations, text })
    }
}

/// A value in one line.
fn said(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Sequence(items) => items.iter().map(part_said).collect::<Vec<_>>().join(" · "),
        Value::Mapping(pairs) => {
            let pairs = pairs.iter().map(|(key, value)| format!("{}: {}", part_said(key), part_said(value)));
            pairs.collect::<Vec<_>>().join("; ")
        }
        Value::Tagged(tagged) => said(&tagged.value),
    }
}

/// A value within another. Ambiguous text is quoted, so that different values never look the same.
fn part_said(value: &Value) -> String {
    match value {
        Value::String(text) if [" · ", "; ", ": ", "\""].iter().any(|mark| text.contains(mark)) => format!("{text:?}"),
        other => said(other),
    }
}

/// The differences of two versions: fields in the order of the new version, then quotations, then the text.
pub(super) fn between(old: &RecordText, new: &RecordText) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut push = |what: RecordPart, old: &str, new: &str| {
        let parts = parts(old, new);
        if !parts.is_empty() {
            found.push(Difference { what, parts });
        }
    };
    let value =
        |words: &RecordText, key: &str| words.fields.iter().find(|(other, _)| other == key).map(|(_, v)| v.clone());
    let gone = old.fields.iter().filter(|(key, _)| value(new, key).is_none());
    for (key, _) in new.fields.iter().chain(gone) {
        let (old, new) = (value(old, key).unwrap_or_default(), value(new, key).unwrap_or_default());
        push(RecordPart::Field(key.clone()), &old, &new);
    }
    for (number, (old, new)) in quotations_by_number(old, new) {
        push(RecordPart::Quotation(number), &old, &new);
    }
    push(RecordPart::Text, &old.text, &new.text);
    found
}

/// The quotations whose words are not in both versions, by the numbers of their anchors.
fn quotations_by_number(old: &RecordText, new: &RecordText) -> BTreeMap<u32, (String, String)> {
    let is_in = |quotation: &Quotation, other: &RecordText| {
        let hash = quotation.hash();
        other.quotations.iter().any(|(_, other)| other.hash() == hash)
    };
    let mut found: BTreeMap<u32, (String, String)> = BTreeMap::new();
    for (number, quotation) in old.quotations.iter().filter(|(_, quotation)| !is_in(quotation, new)) {
        found.entry(*number).or_default().0 = shown(quotation);
    }
    for (number, quotation) in new.quotations.iter().filter(|(_, quotation)| !is_in(quotation, old)) {
        found.entry(*number).or_default().1 = shown(quotation);
    }
    found
}

/// The words of quotations that have other words under the same number, or are in one of the versions only, by number.
pub(super) fn quotations_by_anchor(old: &RecordText, new: &RecordText) -> BTreeMap<u32, (String, String)> {
    let of = |words: &RecordText| -> BTreeMap<u32, (u64, String)> {
        words.quotations.iter().map(|(number, quotation)| (*number, (quotation.hash(), shown(quotation)))).collect()
    };
    let (old, mut new) = (of(old), of(new));
    let changed = old.into_iter().filter_map(|(number, (hash, text))| match new.remove(&number) {
        Some((other, _)) if other == hash => None,
        other => Some((number, (text, other.map(|(_, text)| text).unwrap_or_default()))),
    });
    let mut changed: BTreeMap<u32, (String, String)> = changed.collect();
    changed.extend(new.into_iter().map(|(number, (_, text))| (number, (String::new(), text))));
    changed
}

fn shown(quotation: &Quotation) -> String {
    match &quotation.attribution {
        Some(name) => format!("{} — {name}", quotation.text.trim()),
        None => quotation.text.clone(),
    }
}

/// The words of two texts, with what changes between them; nothing where they are the same.
pub(crate) fn parts(old: &str, new: &str) -> Vec<TextPart> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split_whitespace().collect(), new.split_whitespace().collect());
    if old == new {
        return Vec::new();
    }
    let start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let ends = old[start..].iter().rev().zip(new[start..].iter().rev());
    let end = ends.take_while(|(old, new)| old == new).count();
    let (before, after) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    let mut parts = Vec::new();
    if start > 0 {
        same(&new[..start], true, false, &mut parts);
    }
    if before.len() + after.len() > MOST {
        parts.extend((!before.is_empty()).then(|| TextPart::Gone(before.join(" "))));
        parts.extend((!after.is_empty()).then(|| TextPart::New(after.join(" "))));
    } else {
        for op in capture_diff_slices(Algorithm::Myers, before, after) {
            let (tag, gone, added) = op.as_tag_tuple();
            if tag == DiffTag::Equal {
                same(&after[added], false, false, &mut parts);
                continue;
            }
            parts.extend((!gone.is_empty()).then(|| TextPart::Gone(before[gone].join(" "))));
            parts.extend((!added.is_empty()).then(|| TextPart::New(after[added].join(" "))));
        }
    }
    if end > 0 {
        same(&new[new.len() - end..], false, true, &mut parts);
    }
    parts
}

/// Words that stay: those next to a change.
fn same(words: &[&str], is_first: bool, is_last: bool, parts: &mut Vec<TextPart>) {
    let (head, tail) = (if is_first { 0 } else { AROUND }, if is_last { 0 } else { AROUND });
    if words.len() <= head + tail + 2 {
        return parts.push(TextPart::Same(words.join(" ")));
    }
    if head > 0 {
        parts.push(TextPart::Same(words[..head].join(" ")));
    }
    parts.push(TextPart::Apart);
    if tail > 0 {
        parts.push(TextPart::Same(words[words.len() - tail..].join(" ")));
    }
}

#[cfg(test)]
mod tests {
    use super::{RecordText, TextPart, parts};

    #[test]
    fn what_cannot_be_read_is_not_taken_for_nothing() {
        assert!(RecordText::of(b"---\ntitle: A\n---\nText.\n", None).is_some());
        for bytes in [&b"No front matter.\n"[..], b"", b"---\ntitle: [\n---\n", b"---\n- a\n---\n", b"\xff"] {
            assert!(RecordText::of(bytes, Some((&[1], &[]))).is_none(), "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn words_that_change_stand_among_some_that_stay() {
        let same = |text: &str| TextPart::Same(text.into());
        assert_eq!(parts("one  two\nthree", "one two three"), []);
        let found = parts("We shall trade.", "We shall not trade.");
        assert_eq!(found, [same("We shall"), TextPart::New("not".into()), same("trade.")]);
        let long = "a b c d e f g h i j k l m n o p q r s t u v w x y z";
        let found = parts(&format!("{long} old {long}"), &format!("{long} new {long}"));
        let (before, after) = (same("s t u v w x y z"), same("a b c d e f g h"));
        assert_eq!(
            found,
            [
                TextPart::Apart,
                before,
                TextPart::Gone("old".into()),
                TextPart::New("new".into()),
                after,
                TextPart::Apart
            ]
        );
    }
}
