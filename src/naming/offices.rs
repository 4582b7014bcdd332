//! Maps titles in all languages to classes of offices: `BUNDESMINISTERIN LEE` is a minister.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::words::{OFFICE_ENDS, OFFICES};

/// A class of offices, such as `minister`.
pub(crate) type Class = &'static str;

/// The words of an office, with its class.
type Phrase = (Vec<&'static str>, Class);

/// The phrases of the table, by their first word; the longest of each first.
static PHRASES: LazyLock<BTreeMap<&str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: BTreeMap<&str, Vec<Phrase>> = BTreeMap::new();
    for (phrase, class) in OFFICES {
        let words: Vec<&str> = phrase.split(' ').collect();
        phrases.entry(words[0]).or_default().push((words, class));
    }
    phrases.values_mut().for_each(|phrases| phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len())));
    phrases
});

/// The office that some words in lower case begin with: its class, and how many of them it is.
pub(crate) fn leading(words: &[String]) -> Option<(Class, usize)> {
    let first = words.first()?.as_str();
    let known = PHRASES.get(first).into_iter().flatten();
    let fits = |phrase: &&Phrase| {
        phrase.0.len() <= words.len() && phrase.0.iter().zip(words).all(|(known, word)| *known == word.as_str())
    };
    let phrase = known.into_iter().find(fits).map(|(phrase, class)| (*class, phrase.len()));
    phrase.or_else(|| OFFICE_ENDS.iter().find(|(end, _)| first.ends_with(end)).map(|(_, class)| (*class, 1)))
}

/// The classes of the offices that some words name. Of a deputy minister, not that of a minister.
pub(crate) fn classes(words: &[String]) -> BTreeSet<Class> {
    let (mut classes, mut at) = (BTreeSet::new(), 0);
    while at < words.len() {
        match leading(&words[at..]) {
            Some((class, count)) => {
                classes.insert(class);
                at += count;
            }
            None => at += 1,
        }
    }
    classes
}

/// The classes of the offices that a Chinese text names: the longest words first, each character once.
pub(crate) fn han_classes(text: &str) -> (BTreeSet<Class>, String) {
    let mut words: Vec<&(&str, Class)> =
        OFFICES.iter().filter(|(word, _)| crate::naming::letters::has_han(word)).collect();
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    let (mut classes, mut rest) = (BTreeSet::new(), text.to_owned());
    for (word, class) in words {
        if rest.contains(word) {
            classes.insert(*class);
            rest = rest.replace(word, "\u{1}");
        }
    }
    (classes, rest)
}

#[cfg(test)]
mod tests {
    use super::{classes, han_classes};

    #[test]
    fn of_several_languages() {
        for (text, expected) in [
            ("vice president", &["vice-president"][..]),
            ("president", &["president"]),
            ("bundesaußenministerin", &["minister"]),
            ("le premier ministre", &["prime-minister"]),
            ("secretary of state", &["secretary"]),
            ("пресс-секретарь президента", &["press-secretary"]),
        ] {
            let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
            assert_eq!(classes(&words).into_iter().collect::<Vec<_>>(), expected, "{text}");
        }
        assert_eq!(han_classes("副總統").0.into_iter().collect::<Vec<_>>(), ["vice-president"]);
    }
}
