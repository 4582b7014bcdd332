//! How texts name people: word lists of languages, offices, and what looks like a name or a label of whoever asks.

pub(crate) mod letters;
pub(crate) mod offices;
mod role;
pub(crate) mod words;

use letters::{has_han, is_cased, is_han, name_words, plain};
pub(crate) use role::{Role, role};
use words::{AGENCIES, COURTESY, FUNCTION, HAN_FUNCTION, HAN_SAYING, MEDIA, ORDINARY, PARTICLES, PRONOUNS, SAYING};

/// No name is longer, in characters.
const LONGEST: usize = 160;

/// Whether a clean label looks like a person's name: each word is capitalized, a name particle or part of an office; in
/// scripts without case, it is short and not a sentence.
pub(crate) fn is_name(label: &str) -> bool {
    let odd = |c: char| "\"“”„«»‹›「」『』?!;。？！；؟،…=<>{}|@#%+".contains(c) && c != '،';
    if label.is_empty() || label.chars().count() > LONGEST || label.contains(odd) || label.contains("://") {
        return false;
    }
    if has_han(label) {
        let letters = label.chars().filter(|c| !c.is_whitespace());
        let is_plain = letters.clone().all(|c| is_han(c) || c.is_alphanumeric() || "·・•".contains(c));
        let is_said = HAN_SAYING.iter().any(|verb| label.ends_with(verb));
        let is_sentence = is_said || label.contains(|c| HAN_FUNCTION.contains(c)) || ORDINARY.contains(&label);
        return is_plain && letters.count() <= 12 && !is_sentence;
    }
    if label.contains(is_cased) { is_cased_name(label) } else { is_uncased_name(label) }
}

fn is_uncased_name(label: &str) -> bool {
    let words: Vec<String> = label.split_whitespace().map(plain).collect();
    let is_small = |word: &String| {
        let word = word.as_str();
        let by_language = FUNCTION.iter().any(|(_, words)| words.contains(&word));
        by_language || ORDINARY.contains(&word) || SAYING.contains(&word)
    };
    let has_letters = label.chars().any(char::is_alphabetic) && !label.contains(". ");
    has_letters && (1..=8).contains(&words.len()) && !words.iter().any(is_small)
}

/// Words that begin a phrase of any kind.
const ARTICLES: [&str; 12] = ["the", "der", "die", "das", "le", "la", "l'", "el", "los", "las", "les", "il"];

fn is_cased_name(label: &str) -> bool {
    let (name, office) = label.split_once(',').map_or((label, None), |(name, office)| (name, Some(office)));
    let is_capital = !label.contains(char::is_lowercase);
    let words: Vec<&str> = name.split_whitespace().collect();
    let Some(first) = words.first().map(|word| plain(word.trim_matches(|c: char| !c.is_alphanumeric()))) else {
        return false;
    };
    let lower = name_words(name);
    let has_office = !offices::classes(&lower).is_empty();
    let begins_well = words[0].starts_with(|c: char| c.is_uppercase())
        || ["von", "van", "de", "di", "al", "el", "du", "d"].contains(&first.as_str())
            && label.contains(char::is_uppercase)
        || words[0].starts_with(['\'', '’']);
    let is_initial = words[0].contains('.') && first.chars().count() <= 3;
    let is_ordinary = ORDINARY.contains(&first.as_str()) || PRONOUNS.iter().any(|(word, _)| *word == first);
    if !begins_well
        || words.len() > 8
        || is_ordinary && !is_initial && words[0].starts_with(char::is_uppercase) && !(is_capital && words.len() > 1)
    {
        return false;
    }
    // `El señor RUIZ SOTO`, `La RUIZ`
    let is_called = words.get(1).is_some_and(|word| {
        let title = plain(word.trim_matches(|c: char| !c.is_alphanumeric()));
        COURTESY.contains(&title.as_str()) && !ARTICLES.contains(&title.as_str())
    });
    let has_capitals = words[1..].iter().any(|word| word.chars().count() > 4 && is_capitals(word));
    let is_phrase = ARTICLES.contains(&first.as_str()) && words[0].starts_with(char::is_uppercase) && !is_capital;
    if is_phrase && !has_office && !is_called && !has_capitals {
        return false;
    }
    let fits = |word: &&str| {
        let lower = plain(word.trim_matches(|c: char| !c.is_alphanumeric()));
        let inner = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let small = [PARTICLES, COURTESY].iter().any(|table| table.contains(&lower.as_str()));
        inner.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || small
            || offices::leading(std::slice::from_ref(&lower)).is_some()
            || inner.starts_with("d'")
            || inner.starts_with("d’")
            || inner.starts_with("al-")
    };
    // After a comma there must be an office or further names.
    let office_fits = office.is_none_or(|office| {
        let is_list = office.matches(',').count() > 1 && offices::classes(&name_words(office)).is_empty();
        !is_list && {
            let has_class = !offices::classes(&name_words(office)).is_empty();
            has_class || office.split_whitespace().all(|word| fits(&word))
        }
    });
    words.iter().all(fits) && office_fits
}

/// Whether a label begins with a title of courtesy and goes on with a name: `M. Herbillon`, `Mme la présidente`.
pub(crate) fn is_addressed(label: &str) -> bool {
    let words = name_words(label);
    let is_title = |word: &String| COURTESY.contains(&word.as_str()) && !ARTICLES.contains(&word.as_str());
    words.len() > 1 && words.first().is_some_and(is_title) && is_name(label)
}

/// Whether words are the name of an agency, or of a paper or station.
pub(crate) fn is_medium(words: &[String]) -> bool {
    words.iter().any(|word| MEDIA.contains(&word.as_str()))
        || !words.is_empty() && AGENCIES.iter().any(|agency| name_words(agency) == words)
}

/// Whether a text has letters and all of them are capitals.
pub(crate) fn is_capitals(text: &str) -> bool {
    text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn names() {
        for name in [
            "ANN LEE",
            "Dr. Ann Lee, Minister of Trade",
            "von der Leyen",
            "M. le président",
            "胡志偉議員",
            "عماد الأطرش",
        ] {
            assert!(is_name(name), "{name}");
        }
        for no in ["Let me be clear", "Note", "我的回答很清楚", "The answer", "Yes, he said", "وقال الوزير في كلمته"]
        {
            assert!(!is_name(no), "{no}");
        }
    }
}
