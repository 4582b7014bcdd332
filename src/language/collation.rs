//! The order of names in a language: the root collation of the Unicode Collation Algorithm (UTS 10) with the rules of the
//! Common Locale Data Repository for that language.

use icu_collator::options::CollatorOptions;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;

use super::Language;

/// How a language sorts names.
#[derive(Debug)]
pub(crate) struct Collation(CollatorBorrowed<'static>);

impl Collation {
    /// The order of a language; of one that has no rules of its own, that of all languages.
    pub(crate) fn of(language: &Language) -> Collation {
        let preferences = language
            .as_str()
            .parse::<Locale>()
            .map_or_else(|_| CollatorPreferences::default(), |locale| (&locale).into());
        let collator = CollatorBorrowed::try_new(preferences, CollatorOptions::default())
            .or_else(|_| CollatorBorrowed::try_new(CollatorPreferences::default(), CollatorOptions::default()));
        Collation(collator.expect("the root collation is compiled in"))
    }

    /// The sort key of a name: names sort as their keys do, byte by byte.
    pub(crate) fn key(&self, name: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(4 * name.len());
        let Ok(()) = self.0.write_sort_key_to(name, &mut key);
        key
    }
}

#[cfg(test)]
mod tests {
    use super::Collation;
    use crate::language::Language;

    fn sorted(language: &str, names: &[&'static str]) -> Vec<&'static str> {
        let collation = Collation::of(&language.parse::<Language>().unwrap());
        let mut names = names.to_vec();
        names.sort_by_key(|name| collation.key(name));
        names
    }

    #[test]
    fn names_sort_as_the_language_has_it() {
        let names = ["Zoe", "Ødegård", "Łukasz", "Lu", "Oda", "Đỗ", "Do", "Äcker", "abel"];
        assert_eq!(sorted("en", &names), ["abel", "Äcker", "Do", "Đỗ", "Lu", "Łukasz", "Oda", "Ødegård", "Zoe"]);
        assert_eq!(sorted("nb", &["Zoe", "Ødegård", "Oda"]), ["Oda", "Zoe", "Ødegård"]);
        assert_eq!(sorted("sv", &["Öst", "Zoe", "Oda"]), ["Oda", "Zoe", "Öst"]);
        assert_eq!(sorted("ru", &["Яковлев", "Ёлкин", "Жуков", "Еремин"]), ["Ёлкин", "Еремин", "Жуков", "Яковлев"]);
        // A language without rules of its own.
        assert_eq!(sorted("tlh", &["b", "Á", "a"]), ["a", "Á", "b"]);
    }
}
