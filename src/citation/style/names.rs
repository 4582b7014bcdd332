//! Names in references: given names first or family name first, and lists of them.

use std::borrow::Cow;

use super::{Name, Words};
use crate::citation::line::line;

impl Name<'_> {
    /// As the chronicle prints it: `Sergey Lavrov`, `Wang Yi`.
    pub(super) fn natural(&self) -> Cow<'_, str> {
        match self {
            Name::Parts { printed, .. } => line(printed),
            Name::Whole(name) => line(name),
        }
    }

    /// `Lavrov, Sergey`. A name that is printed with the family name first anyway needs no comma.
    pub(super) fn family_first(&self, words: &Words<'_>) -> Cow<'_, str> {
        match self {
            Name::Parts { family, given, printed } if *printed == format!("{family} {given}") => line(printed),
            Name::Parts { family, given, .. } => format!("{}{} {}", line(family), words.comma, line(given)).into(),
            Name::Whole(name) => line(name),
        }
    }

    /// `Lavrov, S. V.`
    pub(super) fn with_initials(&self, words: &Words<'_>) -> Cow<'_, str> {
        match self {
            Name::Parts { family, given, .. } => {
                format!("{}{} {}", line(family), words.comma, initials(&line(given))).into()
            }
            Name::Whole(name) => line(name),
        }
    }
}

/// The first letters of given names: `S. V.`, `J.-P.`. Particles stay whole, and so do names in scripts without capitals, in
/// which nobody writes initials.
fn initials(given: &str) -> String {
    let one = |name: &str| match name.chars().next() {
        Some(first) if first.is_uppercase() => format!("{first}."),
        _ => name.to_owned(),
    };
    let word = |word: &str| word.split('-').filter(|part| !part.is_empty()).map(one).collect::<Vec<_>>().join("-");
    let words = given.split([' ', '.', '\u{a0}']).filter(|part| !part.is_empty());
    words.map(word).collect::<Vec<_>>().join(" ")
}

/// Names in a row, the last after the words of a message that is given `$first` and `$last`.
pub(super) fn joined(names: &[Cow<'_, str>], last: &str, words: &Words<'_>) -> String {
    let Some((end, before)) = names.split_last() else { return String::new() };
    if before.is_empty() {
        return end.to_string();
    }
    let before = before.join(&format!("{} ", words.comma));
    said(words, last, &[("first", &before), ("last", end)], || format!("{before}{} {end}", words.comma))
}

/// The first of several names, and that there are others.
pub(super) fn and_others(first: &str, message: &str, words: &Words<'_>) -> String {
    said(words, message, &[("first", first)], || format!("{first} et al."))
}

fn said(words: &Words<'_>, id: &str, arguments: &[(&str, &str)], otherwise: impl Fn() -> String) -> String {
    let said = (words.phrase)(id, arguments);
    if said.is_empty() { otherwise() } else { said }
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_of_names_with_capitals() {
        for (given, expected) in [
            ("Sergey", "S."),
            ("Sergey Viktorovich", "S. V."),
            ("Jean-Pierre", "J.-P."),
            ("S. V.", "S. V."),
            ("S.V.", "S. V."),
            ("Charles de", "C. de"),
            ("Сергей", "С."),
            ("毅", "毅"),
            ("بشار", "بشار"),
            ("", ""),
        ] {
            assert_eq!(initials(given), expected, "{given}");
        }
    }
}
