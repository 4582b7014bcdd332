//! Stems of words, by language, and the words that nobody looks for.

mod stop;

use frostem::{Algorithm, Stemmer};
use rustc_hash::FxHashSet;

use super::words::{cut, folded, is_single_letter};
use crate::language::Language;

/// How the words of a language are read: its stemmer and its stop words.
pub(super) struct LanguageRules {
    stemmer: Option<Stemmer>,
    is_arabic: bool,
    stop_words: FxHashSet<String>,
}

impl LanguageRules {
    /// That of a language; one that the stemmer does not know has its words as they are.
    pub(super) fn of(language: &Language) -> LanguageRules {
        let name = name(language);
        let stop_words = stop::words(name).map(folded).collect();
        let stemmer = Algorithm::from_name(name).ok().map(Stemmer::new);
        LanguageRules { stemmer, is_arabic: name == "ar", stop_words }
    }

    /// Whether a folded word is one that nobody looks for.
    pub(super) fn is_stop_word(&self, word: &str) -> bool {
        is_single_letter(word) || self.stop_words.contains(word)
    }

    /// The stem of a word that was not folded, folded; nothing where nothing would be left of it.
    pub(super) fn stem(&self, word: &str) -> Option<String> {
        let word = if self.is_arabic { without_conjunction(word) } else { word };
        let stem = folded(&self.stemmer?.stem(cut(word)));
        Some(cut(&stem).to_owned()).filter(|stem| !stem.is_empty())
    }
}

/// An Arabic word without the "and" or "so" that is written with it, where an article after that shows that it is one. The
/// stemmer takes out the article.
fn without_conjunction(word: &str) -> &str {
    let rest = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let is_noun = ["ال", "بال", "كال", "لل"].iter().any(|article| rest.starts_with(article));
    if is_noun && rest.chars().count() > 4 { rest } else { word }
}

/// By which code a language is known here; empty for all that have neither a stemmer nor stop words, whose words are read alike.
pub(super) fn name(language: &Language) -> &str {
    let name = match language.primary() {
        "nb" | "nn" | "nor" | "nob" | "nno" => "no",
        "hr" | "bs" | "sh" => "sr",
        "arb" | "arz" | "ary" => "ar",
        "prs" | "pes" => "fa",
        other => other,
    };
    let has_rules = Algorithm::from_name(name).is_ok() || stop::words(name).next().is_some();
    if has_rules { name } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(language: &str) -> LanguageRules {
        LanguageRules::of(&language.parse().unwrap())
    }

    #[test]
    fn stems_join_the_forms_of_a_word() {
        for (language, forms, stem) in [
            ("en", "nation nations national", "nation"),
            ("en-GB", "negotiate negotiated negotiating negotiation negotiations", "negoti"),
            ("ru", "переговоры переговоров переговорами", "переговор"),
            ("ru", "соглашение соглашения соглашений", "соглашен"),
            ("ar", "كتاب الكتاب والكتاب بالكتاب وبالكتاب", "كتاب"),
            ("fr", "négociation négociations", "negoci"),
            ("de", "Verhandlung Verhandlungen", "verhandl"),
            ("nb", "forhandling forhandlinger", "forhandling"),
            ("hi", "देशों", "देश"),
            ("zh", "谈判", "none"),
            ("eo", "paco pacon", "pac"),
        ] {
            let rules = rules(language);
            for form in forms.split(' ') {
                let found = rules.stem(&form.to_lowercase());
                assert_eq!(found.as_deref().unwrap_or("none"), stem, "{form}");
            }
        }
    }

    #[test]
    fn stop_words_are_folded_and_by_language() {
        for (language, words) in [
            ("en", "the and of s t because"),
            ("ru", "и в на по ещё её"),
            ("ar", "على إلى في أن التي"),
            ("fr", "à été où l d"),
            ("de", "für über und"),
        ] {
            words.split(' ').for_each(|word| assert!(rules(language).is_stop_word(&folded(word)), "{word}"));
        }
        assert!(!rules("en").is_stop_word("die") && rules("de").is_stop_word("die"));
        assert!(!rules("en").is_stop_word("5") && !rules("zh").is_stop_word("国"));
    }

    /// Every stemmer there is, with what no language has.
    #[test]
    fn no_word_is_too_much_for_a_stemmer() {
        let mut seed = 3_u32;
        let mut random = |below: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) % below
        };
        let blocks =
            [0x61, 0xE0, 0x370, 0x400, 0x531, 0x5D0, 0x620, 0x905, 0xB85, 0xE01, 0x1E00, 0x1F00, 0x300, 0x4E00];
        for algorithm in Algorithm::all() {
            let stemmer = Stemmer::new(*algorithm);
            for _ in 0..2000 {
                let block = blocks[random(14) as usize];
                let letters = (0..random(41)).filter_map(|_| {
                    let other = if random(9) == 0 { blocks[random(14) as usize] } else { block };
                    char::from_u32(other + random(0x40))
                });
                let word: String = letters.collect();
                let _ = stemmer.stem(&word);
            }
        }
    }
}
