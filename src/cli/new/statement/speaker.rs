//! Who speaks: a person, or a body or a state as one.

use super::super::Site;
use crate::chronicle::Lookup;
use crate::draft::Speaker;
use crate::entry::Kind;
use crate::entry::country::Country;

/// The speaker that a word stands for; `new` are ids of people that are made with the statement.
///
/// # Errors
/// Why it stands for none, or for several.
pub(super) fn found(word: &str, site: &Site, new: &[String]) -> Result<Speaker, String> {
    // As it stands in front matter, too: `{organization: un}`.
    let word = word.strip_prefix('{').and_then(|word| word.strip_suffix('}')).map_or(word, str::trim);
    if let Some(name) = word.strip_prefix("organization:") {
        return site.id(Kind::Organization, name.trim()).map(Speaker::Organization);
    }
    if let Some(code) = word.strip_prefix("country:") {
        return super::super::country(code.trim()).map(Speaker::Country);
    }
    if new.iter().any(|id| id == word) {
        return Ok(Speaker::Person(word.to_owned()));
    }
    let mut meant = Vec::new();
    match site.chronicle.look_up(Kind::Person, word) {
        Lookup::One(id) => meant.push(Speaker::Person(id.to_string())),
        Lookup::Several(_) => return site.id(Kind::Person, word).map(Speaker::Person),
        Lookup::Nothing(_) => {}
    }
    if let Lookup::One(id) = site.chronicle.look_up(Kind::Organization, word) {
        meant.push(Speaker::Organization(id.to_string()));
    }
    meant.extend(word.parse().ok().map(Speaker::Country));
    match meant.len() {
        0 => match Country::named(word) {
            Some(country) => {
                Err(format!("`{word}` is the name of a country: write `{country}`, if the state itself speaks"))
            }
            None => site.id(Kind::Person, word).map(Speaker::Person),
        },
        1 => Ok(meant.swap_remove(0)),
        _ => {
            let words: Vec<String> = meant.iter().map(|one| format!("`{}`", in_words(one))).collect();
            Err(format!("`{word}` stands for several: write {}", words.join(" or ")))
        }
    }
}

/// A word that stands for this speaker alone.
pub(super) fn in_words(speaker: &Speaker) -> String {
    match speaker {
        Speaker::Person(id) => id.clone(),
        Speaker::Organization(id) => format!("organization:{id}"),
        Speaker::Country(country) => format!("country:{country}"),
    }
}
