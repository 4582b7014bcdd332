//! The one way to write a word: without regard to case, accents and other differences that those who look for it leave out.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};

use super::run::{is_invisible, is_letter, is_word};

/// The word of a run, folded.
pub(in crate::search) fn folded(run: &str) -> String {
    if run.is_ascii() {
        let letters = run.bytes().filter(u8::is_ascii_alphanumeric);
        return letters.map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    }
    let lower = visible(run).to_lowercase();
    let mut word = String::with_capacity(lower.len());
    for character in without_marks(&lower).nfc() {
        plain(character, &mut word);
    }
    word
}

/// The word of a run as stemmers know it: in lower case, composed.
pub(in crate::search) fn unfolded(run: &str) -> String {
    let lower = visible(run).to_lowercase();
    if lower.is_ascii() { lower } else { lower.nfc().collect() }
}

/// Whether a folded word is one letter of those scripts in which that is no word to look for.
pub(in crate::search) fn is_single_letter(word: &str) -> bool {
    let mut characters = word.chars();
    let (Some(letter), None) = (characters.next(), characters.next()) else { return false };
    letter.is_ascii_lowercase() || matches!(letter.script(), Script::Latin | Script::Cyrillic) && is_letter(letter)
}

fn visible(run: &str) -> String {
    run.chars().filter(|character| !is_invisible(*character) && *character != '.').collect()
}

/// What is left when a text is decomposed and its accents are taken out.
fn without_marks(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut loses_marks = false;
    for character in text.nfkd().filter(|character| *character != '\u{640}') {
        if !is_combining_mark(character) {
            loses_marks = character.is_ascii_alphabetic()
                || matches!(character.script(), Script::Latin | Script::Greek | Script::Hebrew | Script::Arabic);
            left.push(character);
        } else if !loses_marks && !matches!(character, '\u{300}' | '\u{301}') {
            left.push(character);
        }
    }
    left
}

/// Writes a character as those do who have not got it on their keyboard.
fn plain(character: char, word: &mut String) {
    let one = match character {
        'ß' => return word.push_str("ss"),
        'æ' => return word.push_str("ae"),
        'œ' => return word.push_str("oe"),
        'þ' => return word.push_str("th"),
        'ё' => 'е',
        'ς' => 'σ',
        'ı' => 'i',
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ħ' => 'h',
        'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' => char::from(b'0' + (character as u32 & 15) as u8),
        other if is_word(other) => other,
        _ => return,
    };
    word.push(one);
}
