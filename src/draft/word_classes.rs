//! What kind of word a token may be, for all that lists and endings say of it.

use super::tokens::Token;
use crate::entry::country::Country;
use crate::entry::date::month_named;
use crate::naming::words::{
    ADVERBS, AUXILIARIES, BESIDE_NAMES, CONJUNCTIONS, COURTESY, DETERMINERS, FIRST_PERSON, FUNCTION, NEAR_NAMES,
    OBJECTS, PARTICLES, PLACES, PRONOUNS, SAYING, SECOND_PERSON, SOMEBODY,
};

/// How Russian verbs end in the third person and in the past.
const RUSSIAN_VERBS: [&str; 13] = ["ет", "ёт", "ит", "ют", "ут", "ат", "ят", "тся", "л", "ла", "ли", "лся", "лась"];

pub(super) fn is_in(word: &Token, list: &[&str]) -> bool {
    list.contains(&word.plain.as_str())
}

/// Whether a word may be a name or, in German, a noun.
pub(super) fn is_name(word: &Token) -> bool {
    word.is_capital
        && !word.is_acronym
        && !is_closed(word)
        && super::dates::weekday(&word.plain).is_none()
        && month_named(&word.plain).is_none()
}

/// Whether a word goes on with a sentence: a preposition, a conjunction, an article, an adverb.
pub(super) fn is_closed(word: &Token) -> bool {
    let lists = [CONJUNCTIONS, PARTICLES, ADVERBS, COURTESY, BESIDE_NAMES, NEAR_NAMES, DETERMINERS, SOMEBODY, OBJECTS];
    let elided = word.plain.split_once('\'').map_or("", |(before, _)| before);
    lists.into_iter().any(|list| is_in(word, list))
        || FUNCTION.iter().any(|(_, words)| words.contains(&word.plain.as_str()))
        || matches!(elided, "qu" | "d" | "c" | "j" | "n" | "lorsqu" | "puisqu" | "jusqu" | "it" | "that" | "there")
        || word.plain.starts_with("котор")
        || PRONOUNS.iter().any(|(pronoun, _)| *pronoun == word.plain)
}

/// Whether a word may be a verb, for all that is known of it.
pub(super) fn is_open(word: &Token) -> bool {
    word.is_cased && !word.has_capital && !is_closed(word) && !is_in(word, FIRST_PERSON) && !is_in(word, SECOND_PERSON)
}

pub(super) fn is_auxiliary(word: &Token) -> bool {
    is_in(word, AUXILIARIES)
}

pub(super) fn is_russian(word: &Token) -> bool {
    word.plain.chars().all(|c| matches!(c, 'а'..='я' | 'ё' | '-'))
}

pub(super) fn is_russian_verb(word: &Token) -> bool {
    is_russian(word) && is_open(word) && RUSSIAN_VERBS.iter().any(|end| word.plain.ends_with(end))
}

/// Whether words are the name of a country or of another part of the world, which needs and wants but says nothing.
pub(super) fn is_place(words: &[Token]) -> bool {
    let plain: Vec<&str> = words.iter().map(|word| word.plain.as_str()).collect();
    let name = plain.join(" ");
    PLACES.contains(&name.as_str()) || Country::is_name(&name)
}

/// Whether a word is a verb of saying, also with the Arabic prefix for `and`.
pub(super) fn is_saying(word: &str) -> bool {
    let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    SAYING.contains(&word) || SAYING.contains(&bare)
}
