//! Whether one word of a name may be a misspelling of another.

use super::states::state;
use super::{IsCountry, NameKind};
use crate::diagnostic::phonetic::Phonetic;

/// Whether a word is a number or an initial, which distinguish people of the same name.
pub(super) fn tells_apart(word: &str) -> bool {
    let is_roman = word.chars().all(|letter| "ivxIVX".contains(letter));
    is_roman || word.chars().any(char::is_numeric) || matches!(word, "Jr" | "jr" | "Sr" | "sr" | "junior" | "Junior")
}

/// Whether one word may be the other, misspelt or transliterated.
pub(super) fn is_same_word(written: &str, known: &str, named: NameKind, is_country: IsCountry) -> bool {
    let (one, other) = (written.to_lowercase(), known.to_lowercase());
    if one == other {
        return true;
    }
    // Elided articles: `d'Iran`.
    let parts = |word: &'_ str| word.split_once(['\'', '’']).map(|(first, rest)| (first.to_owned(), rest.to_owned()));
    if let (Some((first, rest)), Some((other_first, other_rest))) = (parts(&one), parts(&other)) {
        return first == other_first && is_same_word(&rest, &other_rest, named, is_country);
    }
    let is_short_form = |word: &str| named != NameKind::People && is_abbreviation(word);
    let counts_each = |word: &str| tells_apart(word) || is_sign(word) || is_east_asian(word) || is_short_form(word);
    if [written, known].into_iter().any(counts_each) || state(&one) != state(&other) {
        return false;
    }
    let is_near = if one.is_ascii() != other.is_ascii() && is_latin(&one) != is_latin(&other) {
        is_taken_over(&one, &other)
    } else {
        !(named == NameKind::People && is_of_other_sex(&one, &other)) && is_slip(&one, &other)
    };
    is_near && !is_country(written)
}

/// Whether two lower-case words differ by a typo or a spelling variant.
fn is_slip(one: &str, other: &str) -> bool {
    let (sound, other_sound) = (Phonetic::of(one), Phonetic::of(other));
    let (sound, other_sound) = (sound.as_str(), other_sound.as_str());
    if sound.chars().next() != other_sound.chars().next() {
        return false;
    }
    let letters = one.chars().count().min(other.chars().count());
    let edits = strsim::osa_distance(one, other);
    if letters > 4 {
        let is_vowels = letters > 5 && consonants(sound) == consonants(other_sound);
        return edits <= if letters > 8 || is_vowels { 2 } else { 1 } || sound == other_sound;
    }
    // In short words only transposed or doubled letters count.
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    let single = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.dedup();
        letters
    };
    let is_begun_alike = one.chars().next() == other.chars().next();
    is_begun_alike && edits == 1 && (sorted(one) == sorted(other) || single(one) == single(other))
}

/// Whether two words are the feminine and masculine forms of a family name.
fn is_of_other_sex(one: &str, other: &str) -> bool {
    let is_longer = |long: &str, short: &str| matches!(long.strip_suffix(['a', 'а']), Some(rest) if rest == short);
    is_longer(one, other) || is_longer(other, one)
}

/// Whether a transliterated word sounds like the other. Not all scripts write vowels, and Russian writes the first
/// sound of `Ann` as `э`.
fn is_taken_over(one: &str, other: &str) -> bool {
    let is_heard = |one: &str, other: &str| {
        let (one, other) = (Phonetic::of(one), Phonetic::of(other));
        let (one, other) = (one.as_str(), other.as_str());
        let bones = consonants(one);
        let is_near = bones.len() >= 3 && bones == consonants(other)
            || one.len().min(other.len()) > 4 && strsim::osa_distance(one, other) <= 1;
        one == other || is_near && one.chars().next() == other.chars().next()
    };
    let with_a = |word: &str| word.replace('э', "а");
    is_heard(one, other) || (one.contains('э') || other.contains('э')) && is_heard(&with_a(one), &with_a(other))
}

/// The consonants of a sound; Arabic has one letter for two of them.
fn consonants(sound: &str) -> String {
    let letters = sound.chars().filter(|letter| !matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u'));
    letters.map(|letter| if letter == 'v' { 'f' } else { letter }).collect()
}

/// Whether a word is a single letter, or has a sign that changes its meaning.
fn is_sign(word: &str) -> bool {
    word.contains('+') || word.chars().count() == 1
}

/// Whether a word is in a script whose characters are words or syllables, so that one difference makes another name.
fn is_east_asian(word: &str) -> bool {
    let is_such = |letter| matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..);
    word.chars().any(is_such)
}

fn is_latin(word: &str) -> bool {
    word.chars()
        .all(|letter| letter < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&letter) || !letter.is_alphabetic())
}

/// Whether a word is an abbreviation, in which each letter is significant.
fn is_abbreviation(word: &str) -> bool {
    let letters = word.chars().count();
    let is_capital = letters <= 6 && word.chars().all(|letter| !letter.is_lowercase());
    let vowels = word.chars().filter(|letter| "aeiouy".contains(*letter)).count();
    let is_unspeakable = letters <= 5 && vowels <= 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    is_capital && word.chars().any(char::is_uppercase) || is_unspeakable
}
