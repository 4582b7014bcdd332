//! Scripts that do not part words by spaces: pairs of neighbouring characters stand for words.

use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};

/// Whether a word has characters of which pairs are made.
pub(in crate::search) fn has_pairs(word: &str) -> bool {
    !word.is_ascii() && word.chars().any(is_paired)
}

/// Gives the words of a folded run one by one.
pub(in crate::search) fn split<'a>(run: &'a str, mut word: impl FnMut(&'a str)) {
    if !has_pairs(run) {
        if !run.is_empty() {
            word(run);
        }
        return;
    }
    let mut units = units(run).peekable();
    while let Some((start, end, paired)) = units.next() {
        let (mut before, mut last, mut is_alone) = (start, end, true);
        while let Some((start, end, _)) = units.next_if(|(.., next)| *next == paired) {
            if paired {
                word(&run[before..end]);
                (before, is_alone) = (start, false);
            }
            last = end;
        }
        if !paired || is_alone {
            word(&run[start..last]);
        }
    }
}

/// Characters with their marks: where each begins and ends, and whether it is one of a pair.
fn units(run: &str) -> impl Iterator<Item = (usize, usize, bool)> {
    let mut characters = run.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = characters.next()?;
        while characters.next_if(|(_, character)| is_combining_mark(*character)).is_some() {}
        let end = characters.peek().map_or(run.len(), |(at, _)| *at);
        Some((start, end, is_paired(first)))
    })
}

pub(crate) fn is_paired(character: char) -> bool {
    use Script::{Han, Hiragana, Katakana, Khmer, Lao, Myanmar, Thai};

    character >= '\u{E00}'
        && (character == '\u{30FC}'
            || matches!(character.script(), Han | Hiragana | Katakana | Thai | Lao | Khmer | Myanmar))
}
