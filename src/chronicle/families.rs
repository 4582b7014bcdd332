//! Family names of all people.

use ahash::AHashMap;

use super::Person;
use crate::entry::name::normalized;

/// How many people have each word of family names.
#[derive(Debug)]
pub(super) struct Families(AHashMap<String, u32>);

impl Families {
    pub(super) fn of(people: &[Person]) -> Families {
        let mut families: AHashMap<String, u32> = AHashMap::new();
        for person in people {
            let fields = &person.entry.fields;
            let name = normalized(fields.family.as_ref().unwrap_or(&fields.name).as_str());
            let mut words: Vec<&str> = name.split(|letter: char| !letter.is_alphanumeric()).collect();
            words.retain(|word| !word.is_empty());
            if fields.family.is_none() {
                // The last word of the name stands for it.
                words.drain(..words.len().saturating_sub(1));
            }
            words.into_iter().for_each(|word| *families.entry(word.to_owned()).or_default() += 1);
        }
        Families(families)
    }

    /// How many people have this word, normalized, in their family names.
    pub(super) fn count(&self, word: &str) -> u32 {
        self.0.get(word).copied().unwrap_or_default()
    }
}
