//! Words of a text, as both the index and a query have them: `docs/search-format.md`, "Words".

mod folded;
mod paired;
mod run;

pub(super) use folded::{folded, is_single_letter, unfolded};
pub(super) use paired::{has_pairs, split};
pub(super) use run::Runs;
pub(crate) use {paired::is_paired, run::is_invisible};

/// After so many characters a word is cut.
pub(super) const LONGEST: usize = 40;

/// The first characters of a word, as many as count.
pub(super) fn cut(word: &str) -> &str {
    match word.char_indices().nth(LONGEST) {
        Some((end, _)) => &word[..end],
        None => word,
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Deserialize)]
    struct Case {
        text: String,
        words: Vec<String>,
    }

    /// The words of a text, one after another.
    fn words(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        for run in Runs::of(text) {
            split(&folded(run), |word| words.push(cut(word).to_owned()));
        }
        words
    }

    /// The list that the browser's side reads as well.
    #[test]
    fn words_are_those_of_the_cases() {
        let cases: Vec<Case> = serde_json::from_str(include_str!("../../tests/search/words.json")).unwrap();
        assert!(cases.len() > 60, "the list of cases was not read");
        for case in cases {
            assert_eq!(words(&case.text), case.words, "{:?}", case.text);
        }
    }

    #[test]
    fn a_word_that_was_folded_stays_so() {
        for text in
            ["Ångström", "ΣΊΣΥΦΟΣ", "İstanbul", "ﬁn", "ё", "Й", "أَهْلًا", "が", "한글", "ﷺ", "½", "x\u{300}\u{345}"]
        {
            let once = folded(text);
            assert_eq!(folded(&once), once, "{text}");
        }
    }
}
