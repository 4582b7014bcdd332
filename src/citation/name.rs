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

/// A name without commas: each would be taken for the one between the parts of a name, and what follows a second one would
/// be lost. The name of a body loses the mark and keeps all its words.
pub(super) fn without_commas(name: &str) -> Cow<'_, str> {
    if name.contains([',', '،']) { name.replace([',', '،'], "").into() } else { name.into() }
}

#[cfg(test)]
mod tests {
    use super::Name;

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
}
