//! Sentences, and family names that two people in a text may have.

use std::collections::BTreeSet;

use super::clauses::is_saying;
use super::people::People;
use crate::naming::letters::{ends_sentence, name_words, plain};
use crate::naming::offices;
use crate::naming::words::{ABBREVIATIONS, COURTESY};

/// Family names that stand in a text behind another name or initial: `Bo Lee`. Alone they may be that person's.
pub(super) fn rivals(text: &str, people: &People) -> BTreeSet<String> {
    let mut rivals = BTreeSet::new();
    let words: Vec<&str> = text.split_whitespace().collect();
    for pair in words.windows(2) {
        let family = name_words(pair[1]).into_iter().next_back().map(|word| word.trim_end_matches("'s").to_owned());
        let Some(family) = family.filter(|word| pair[1].starts_with(char::is_uppercase) && people.is_family(word))
        else {
            continue;
        };
        let before = pair[0];
        let name = before.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = plain(name);
        let is_name =
            before.starts_with(|c: char| c.is_uppercase()) && before.ends_with(|c: char| c.is_alphabetic() || c == '.');
        let is_known = people.has_given(&family, &lower)
            || COURTESY.contains(&lower.as_str())
            || offices::leading(std::slice::from_ref(&lower)).is_some()
            || crate::naming::words::FUNCTION.iter().any(|(_, words)| words.contains(&lower.as_str()))
            || crate::naming::words::ORDINARY.contains(&lower.as_str())
            || super::dates::weekday(&lower).is_some()
            || before.ends_with('.') && name.chars().count() > 3
            || is_saying(&lower);
        if is_name && !is_known {
            rivals.insert(family);
        }
    }
    rivals
}

/// The sentences of a text; a full stop behind a short word with a capital letter is an abbreviation's.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let (mut sentences, mut start) = (Vec::new(), 0);
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        let is_end = (ends_sentence(c) || c == ';')
            && (after.is_empty() || after.starts_with(char::is_whitespace) || "。！？".contains(c));
        if is_end && !is_abbreviation(&text[start..at], c) {
            sentences.push(&text[start..at + c.len_utf8()]);
            start = at + c.len_utf8();
        }
    }
    sentences.push(&text[start..]);
    sentences.retain(|sentence| sentence.contains(char::is_alphanumeric));
    sentences
}

/// Whether a mark behind a text is the full stop of an abbreviation.
pub(super) fn is_abbreviation(before: &str, c: char) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || "(.".contains(c)).next().unwrap_or_default();
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    c == '.' && (is_initial || ABBREVIATIONS.contains(&plain(word).as_str()))
}
