//! Tells whether words speak of a person as of somebody else.

use super::marks::{Segment, segments};
use super::people::Person;
use crate::naming::letters::{has_han, is_closing, name_words, plain};
use crate::naming::offices;
use crate::naming::words::{FIRST_PERSON, SAYING, SECOND_PERSON};

/// Whether a part speaks about the person in the third person: by name, by office without `I` or `you`, or with an
/// attribution clause.
pub(super) fn is_about(words: &str, person: &Person) -> bool {
    says_office(words, person) || (names(words, person) || tells_who_said(words)) && !is_own_speech(words)
}

/// Whether somebody says `I` or `we` outside quotation marks, who may name themselves.
pub(super) fn is_own_speech(words: &str) -> bool {
    let Some(segments) = segments(words) else { return false };
    let narrative = segments.into_iter().filter_map(|segment| match segment {
        Segment::Narrative(words) => Some(words),
        _ => None,
    });
    narrative.flat_map(name_words).any(|word| is_in_person(&word, &[FIRST_PERSON, SECOND_PERSON]))
}

/// Whether a word is of some lists of pronouns, also with a verb behind it: `we've`.
pub(super) fn is_in_person(word: &str, lists: &[&[&str]]) -> bool {
    let plain = word.split('\'').next().unwrap_or_default();
    lists.iter().any(|list| list.contains(&plain))
}

pub(super) fn names(words: &str, person: &Person) -> bool {
    if has_han(words) {
        return person.names().iter().map(|name| name.concat()).any(|name| has_han(&name) && words.contains(&name));
    }
    let tokens: Vec<(bool, String)> = words
        .split(|c: char| c.is_whitespace() || "—–/.".contains(c))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(|word| {
            let whole = plain(word);
            let bare = whole.strip_suffix("'s").map(str::to_owned).unwrap_or(whole);
            (!word.starts_with(char::is_lowercase), bare)
        })
        .collect();
    let families = person.families().iter().chain(person.names());
    families.filter(|name| !name.is_empty()).any(|name| {
        let fits = |window: &[(bool, String)]| {
            window.iter().zip(name).all(|((_, word), known)| word == known) && window.last().is_some_and(|last| last.0)
        };
        tokens.windows(name.len()).any(fits)
    })
}

fn says_office(words: &str, person: &Person) -> bool {
    const ARTICLES: [&str; 8] = ["the", "der", "die", "le", "la", "el", "l'", "al"];
    if words.chars().count() > 400 || has_han(words) {
        return false;
    }
    let all = name_words(words);
    if all.iter().any(|word| is_in_person(word, &[FIRST_PERSON, SECOND_PERSON])) {
        return false;
    }
    // Where an office with its article begins a sentence: `The minister then left the hall.`
    super::sentences::sentences(words).into_iter().any(|sentence| {
        let words = name_words(sentence);
        let office = words.get(1..).and_then(offices::leading);
        let is_own = office.is_some_and(|(class, _)| person.offices().contains(class));
        is_own && words.first().is_some_and(|word| ARTICLES.contains(&word.as_str()))
    })
}

/// `…”, said the man`, `…” she added`.
fn tells_who_said(words: &str) -> bool {
    words.char_indices().filter(|(_, c)| is_closing(*c) && !")]）】'’".contains(*c)).any(|(at, c)| {
        let after = &words[at + c.len_utf8()..];
        let after = &after[..after.floor_char_boundary(60)];
        let mut next = name_words(after).into_iter().take(3);
        !after.starts_with(char::is_alphanumeric) && next.any(|word| SAYING.contains(&word.as_str()))
    })
}
