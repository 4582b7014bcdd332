//! Audiences: a record, or a group in plain words. A misspelt name of a record must not pass for a group.

use super::names::if_meant;
use super::resolver::NameTables;
use crate::entry::country::Country;
use crate::entry::id::Id;

/// The country that a word unambiguously means. Names of countries can be names of people, and two lower-case letters
/// can be a word.
pub(super) fn code(word: &str) -> Option<Country> {
    let is_word = word.chars().any(char::is_lowercase);
    Country::certain(word).filter(|_| word.len() <= 3 && !is_word)
}

/// The suggestion for a word that is probably a misspelt name of a record rather than a group.
pub(super) fn slip(names: &NameTables, word: &str) -> Option<String> {
    if names.people.is_ambiguous(word) || names.organizations.is_ambiguous(word) {
        return Some("several are called so: write the id of the one that is meant".to_owned());
    }
    if let Some(country) = Country::named(word) {
        return Some(format!("write `{country}`"));
    }
    let several: Vec<String> = Country::several(word).iter().map(|country| format!("`{country}`")).collect();
    if word.len() > 3 && !several.is_empty() {
        return Some(format!("write the code of the country that is meant: {}", several.join(" or ")));
    }
    let near = [names.people.nearest(word), names.organizations.nearest(word)];
    let count = |words: &str| words.split([' ', '-']).filter(|word| !word.is_empty()).count();
    let parts = count(word);
    let [person, body] = near;
    // A family name identifies a person, but a single word of an organization's name does not identify it.
    let person = person.filter(|near| parts <= count(&near.word));
    let body = body.filter(|near| parts == count(&near.word));
    if let Some(near) = [person, body].into_iter().flatten().min() {
        return Some(if_meant(&near.word));
    }
    let is_code = word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let of_code = || word.parse::<Country>().err().filter(|error| word.len() == 2 || error.is_certain());
    if let Some(error) = is_code.then(of_code).flatten() {
        return error.help();
    }
    // Anything of more than one word in the form of an id is meant as one.
    let is_id = Id::new(word).is_ok() && word.contains(|letter: char| letter == '-' || letter.is_ascii_digit());
    is_id.then(|| "write the group in words, or add the record".to_owned())
}
