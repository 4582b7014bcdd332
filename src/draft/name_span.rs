//! Finds the name of a person in a headline.

use super::people::Person;
use crate::naming::letters::has_han;

/// Case endings of Russian family names.
pub(super) const CASES: [&str; 9] = ["", "а", "у", "ым", "ом", "е", "ой", "ую", "ого"];

/// Where a headline has a name, in words; of a Chinese one, anywhere.
pub(super) struct NameSpan {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) is_family: bool,
}

/// The first place where a headline, given with its words, has a name of a person.
pub(super) fn place(text: &str, words: &[String], person: &Person) -> Option<NameSpan> {
    for (names, is_family) in [(person.names(), false), (person.families(), true)] {
        for name in names {
            let whole = name.concat();
            if has_han(&whole) {
                if !is_family && whole.chars().count() > 1 && text.contains(&whole) {
                    return Some(NameSpan { start: 0, end: words.len(), is_family });
                }
                continue;
            }
            let same = |(word, known): (&String, &String)| {
                word == known || word.strip_suffix("'s").is_some_and(|word| word == known) || is_declined(word, known)
            };
            let at = words.windows(name.len()).position(|window| window.iter().zip(name).all(same));
            if let Some(start) = at {
                return Some(NameSpan { start, end: start + name.len(), is_family });
            }
        }
    }
    None
}

fn is_declined(word: &str, known: &str) -> bool {
    let is_russian = known.chars().all(|c| matches!(c, 'а'..='я' | 'ё' | '-')) && known.chars().count() > 3;
    let stem = known.trim_end_matches(['а', 'я', 'й', 'ь', 'и']);
    is_russian && (CASES.iter().any(|end| word.strip_suffix(end).is_some_and(|word| word == stem || word == known)))
}
