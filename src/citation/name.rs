//! Names in references: parts of a person's name, and names that have none.

use std::borrow::Cow;

/// Someone who spoke, or was written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Name<'a> {
    /// A person of whom the record knows the family name and the given names apart.
    Parts {
        /// With its particles, as the record has them: `von der Leyen`.
        family: &'a str,
        given: &'a str,
        /// As the chronicle prints it.
        printed: &'a str,
    },
    /// A body, a state, an office, or a person with one name: nothing of it is a family name.
    Whole(Cow<'a, str>),
}

impl Name<'_> {
    /// `Family, Given`, as programs for references read names; a comma at the end keeps a name whole.
    pub(crate) fn inverted(&self) -> String {
        match self {
            Name::Parts { family, given, .. } => format!("{}, {}", without_commas(family), without_commas(given)),
            Name::Whole(name) => format!("{},", without_commas(name)),
        }
    }
}

/// The parts of a person's name by the terms of CSL.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Particles<'a> {
    /// Without its particle.
    pub(super) family: &'a str,
    /// What stands before the family name wherever it does: `von der` of `von der Leyen`.
    pub(super) non_dropping: &'a str,
    /// Without its particle.
    pub(super) given: &'a str,
    /// What stands before the family name only where the given names do, too: `de` of `Charles de`.
    pub(super) dropping: &'a str,
}

impl<'a> Particles<'a> {
    /// The particles of a name: words in lower case before a capitalised family name, or at the end of the given names. One
    /// that is joined to the name (`al-`, `d’`) is a part of it.
    pub(super) fn of(family: &'a str, given: &'a str) -> Particles<'a> {
        let (non_dropping, own) = leading(family);
        let (given, dropping) = trailing(given);
        Particles { family: own, non_dropping, given, dropping }
    }
}

/// Words in lower case at the beginning, and the rest, which is not empty.
fn leading(family: &str) -> (&str, &str) {
    let mut end = 0;
    while let Some((word, _)) = family[end..].split_once(' ') {
        if !is_lower(word) {
            break;
        }
        end += word.len() + 1;
    }
    (family[..end].trim_end(), family[end..].trim_start())
}

/// What is before words in lower case at the end, which is not empty, and these.
fn trailing(given: &str) -> (&str, &str) {
    let mut start = given.len();
    while let Some((_, word)) = given[..start].trim_end().rsplit_once(' ') {
        if !is_lower(word) {
            break;
        }
        start = given[..start].trim_end().len() - word.len();
    }
    (given[..start].trim_end(), &given[start..])
}

/// Whether a word begins with a letter in lower case; scripts that have no case have no particles either.
fn is_lower(word: &str) -> bool {
    word.chars().find(|letter| letter.is_alphabetic()).is_some_and(char::is_lowercase)
}

/// A name without commas: each would be taken for the one between the parts of a name, and what follows a second one would
/// be lost. The name of a body loses the mark and keeps all its words.
pub(super) fn without_commas(name: &str) -> Cow<'_, str> {
    if name.contains([',', '،']) { name.replace([',', '،'], "").into() } else { name.into() }
}

#[cfg(test)]
mod tests {
    use super::{Name, Particles};

    #[test]
    fn a_name_stays_whole() {
        for (name, inverted) in [
            ("Ministry of Trade", "Ministry of Trade,"),
            ("Department of Foreign Affairs, Trade, and Aid", "Department of Foreign Affairs Trade and Aid,"),
            ("وزارة الخارجية، والتجارة", "وزارة الخارجية والتجارة,"),
        ] {
            assert_eq!(Name::Whole(name.into()).inverted(), inverted);
        }
        let person = Name::Parts { family: "von der Leyen", given: "Ursula", printed: "Ursula von der Leyen" };
        assert_eq!(person.inverted(), "von der Leyen, Ursula");
    }

    #[test]
    fn particles_are_words_in_lower_case() {
        for (family, given, own, non_dropping, first, dropping) in [
            ("Lavrov", "Sergey", "Lavrov", "", "Sergey", ""),
            ("von der Leyen", "Ursula", "Leyen", "von der", "Ursula", ""),
            ("Gaulle", "Charles de", "Gaulle", "", "Charles", "de"),
            ("De Gasperi", "Alcide", "De Gasperi", "", "Alcide", ""),
            ("al-Assad", "Bashar", "al-Assad", "", "Bashar", ""),
            ("d’Estaing", "Valéry", "d’Estaing", "", "Valéry", ""),
            ("ван Ден Берг", "Ян", "Ден Берг", "ван", "Ян", ""),
            ("von", "", "von", "", "", ""),
            ("bin Salman", "Mohammed", "Salman", "bin", "Mohammed", ""),
            ("van den Berg", "Jan Peter van", "Berg", "van den", "Jan Peter", "van"),
            ("الأسد", "بشار", "الأسد", "", "بشار", ""),
        ] {
            let expected = Particles { family: own, non_dropping, given: first, dropping };
            assert_eq!(Particles::of(family, given), expected, "{family}, {given}");
        }
    }
}
