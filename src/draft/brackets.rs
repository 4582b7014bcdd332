//! What a bracket in a label says of whom the label names: `Ann Lee (Minister)`, `Lee (Vale)`, `Lee (interpreter)`.

use super::people::Person;
use super::stage::has_stage;
use crate::naming::is_medium;
use crate::naming::letters::{name_words, plain};
use crate::naming::offices;
use crate::naming::words::{BESIDE, COURTESY, INTERPRETING};

/// What the brackets of a label are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bracket {
    /// There is none, or what it says is true of the person: their office, how they speak, a time.
    Known,
    /// A place, a party, a name.
    Unknown,
    /// Somebody else speaks: an interpreter, a spokesman, a reporter.
    OfAnother,
}

/// Words behind which the one stands through whom a person speaks.
const THROUGH: [&str; 8] = ["through", "via", "with", "par", "durch", "mit", "por", "через"];

/// Stems of languages, in languages.
#[rustfmt::skip]
const LANGUAGES: &[&str] = &[
    "english", "french", "german", "spanish", "russian", "arabic", "chinese", "anglais", "français", "allemand", "espagnol", "russe",
    "arabe", "chinois", "englisch", "französisch", "deutsch", "spanisch", "russisch", "arabisch", "chinesisch", "inglés", "francés",
    "alemán", "español", "ruso", "árabe", "chino", "английск", "французск", "немецк", "испанск", "русск", "арабск", "китайск",
];

/// What the brackets of a label say of a person whom it names.
pub(super) fn read(label: &str, person: &Person) -> Bracket {
    let mut all = Bracket::Known;
    let mut rest = label;
    while let Some(open) = rest.find(['(', '（', '[', '［']) {
        let inner = rest[open..].trim_start_matches(['(', '（', '[', '［']);
        let end = inner.find([')', '）', ']', '］']).unwrap_or(inner.len());
        match one(&inner[..end], person) {
            Bracket::OfAnother => return Bracket::OfAnother,
            Bracket::Unknown => all = Bracket::Unknown,
            Bracket::Known => {}
        }
        rest = &inner[end..];
    }
    all
}

fn one(inner: &str, person: &Person) -> Bracket {
    let (words, lower) = (name_words(inner), plain(inner));
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    let classes = offices::classes(&words);
    let is_own = match person.has_offices() {
        true => person.holds(&classes),
        false => !classes.iter().any(|class| BESIDE.contains(class)),
    };
    if !is_own || has(INTERPRETING) && !has(&THROUGH) || is_medium(&words) {
        return Bracket::OfAnother;
    }
    let is_name = |word: &String| {
        let is_family = person.families().iter().flatten().any(|known| known == word);
        is_family || person.is_given(word) || COURTESY.contains(&word.as_str())
    };
    let is_known = !inner.contains(char::is_alphabetic)
        || !classes.is_empty()
        || has_stage(inner)
        || LANGUAGES.iter().any(|stem| lower.contains(stem))
        || words.iter().all(|word| is_name(word) || person.is_of_office(word))
        || person.is_named_in(inner);
    if is_known { Bracket::Known } else { Bracket::Unknown }
}

#[cfg(test)]
mod tests {
    use super::{Bracket, read};
    use crate::draft::people::People;

    #[test]
    fn what_they_say() {
        let people = People::known(&[(&["Ann Lee"], "Lee", "Minister of Trade")]);
        for (label, expected) in [
            ("Lee", Bracket::Known),
            ("Lee (00:12)", Bracket::Known),
            ("Lee (Minister)", Bracket::Known),
            ("Lee (laughs)", Bracket::Known),
            ("Lee (in Arabic)", Bracket::Known),
            ("Lee (through interpreter)", Bracket::Known),
            ("The Minister (Mrs Ann Lee)", Bracket::Known),
            ("Lee (Vale)", Bracket::Unknown),
            ("Lee (Bo)", Bracket::Unknown),
            ("Lee (Minister) (Vale)", Bracket::Unknown),
            ("Lee (interpreter)", Bracket::OfAnother),
            ("Lee (via spokesman)", Bracket::OfAnother),
            ("Lee (Reuters)", Bracket::OfAnother),
            ("Lee (Radio Vale)", Bracket::OfAnother),
        ] {
            assert_eq!(read(label, people.get(0)), expected, "{label}");
        }
    }
}
