//! Detects the language of a text by script and function words.

use crate::language::Language;
use crate::naming::letters::is_han;
use crate::naming::words::FUNCTION;

/// How many letters of a text are examined.
const LOOKED_AT: usize = 20_000;

/// The language that a text is in for the most part, where that can be told.
pub(super) fn of(text: &str) -> Option<Language> {
    let text = &text[..text.floor_char_boundary(LOOKED_AT)];
    let count = |is: &dyn Fn(char) -> bool| text.chars().filter(|c| is(*c)).count();
    let letters = count(&|c| c.is_alphabetic());
    if letters < 10 {
        return None;
    }
    let most = |number: usize| number * 10 > letters * 6;
    let kana = count(&|c| matches!(c, '\u{3040}'..='\u{30ff}'));
    let tag = if kana * 10 > letters {
        "ja"
    } else if most(count(&is_han)) {
        "zh"
    } else if most(count(&|c| matches!(c, '\u{ac00}'..='\u{d7a3}'))) {
        "ko"
    } else if most(count(&|c| matches!(c, '\u{370}'..='\u{3ff}'))) {
        "el"
    } else if most(count(&|c| matches!(c, '\u{590}'..='\u{5ff}'))) {
        "he"
    } else {
        by_words(text).or_else(|| by_letters(text))?
    };
    tag.parse().ok()
}

/// The language with the most function words, if there are enough and clearly more than of any other.
fn by_words(text: &str) -> Option<&'static str> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .map(crate::naming::letters::plain)
        .collect();
    let count = |(tag, known): &(&'static str, &[&str])| {
        (words.iter().filter(|word| known.contains(&word.as_str())).count(), *tag)
    };
    let mut counts: Vec<(usize, &'static str)> = FUNCTION.iter().map(count).collect();
    counts.sort_unstable_by_key(|(count, tag)| (std::cmp::Reverse(*count), *tag));
    let ((most, tag), (second, _)) = (counts[0], counts[1]);
    (most >= 4 && most * 100 > words.len() * 6 && most * 2 > second * 3).then_some(tag)
}

/// Arabic by its article, Russian by letters that its neighbours do not have.
fn by_letters(text: &str) -> Option<&'static str> {
    let articles = text.split_whitespace().filter(|word| word.starts_with("ال") || word.starts_with("لل")).count();
    let persian = text.contains(['پ', 'چ', 'ژ', 'گ', 'ک', 'ی']);
    let russian = text.contains(['ы', 'э']) && !text.contains(['і', 'ї', 'є', 'ў', 'қ', 'ө', 'ң', 'ғ', 'ү']);
    match (articles > 2 && !persian, russian) {
        (true, _) => Some("ar"),
        (_, true) => Some("ru"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn by_script_and_small_words() {
        for (text, tag) in [
            (
                "We shall sell tin to all who ask for it, and that is the law of the land; it is not for this.",
                Some("en"),
            ),
            ("Nous avons dans le pays des règles qui ne sont pas les mêmes pour vous, et nous le savons.", Some("fr")),
            ("Wir werden in diesem Jahr keine neuen Zölle erheben, und das ist nicht mit mir zu machen.", Some("de")),
            (
                "No vamos a subir los peajes este año, y por eso las obras del puerto se pagan con lo que hay.",
                Some("es"),
            ),
            (
                "Мы не будем повышать пошлины в этом году, и это для нас важно, но что будет по этому вопросу?",
                Some("ru"),
            ),
            ("今年不会提高关税，这是我们的决定，我们会继续坚持下去，请大家放心。", Some("zh")),
            ("نحن لا نرفع الرسوم في هذا العام، وهذا ما قلناه من قبل على لسان الوزير الذي كان هنا.", Some("ar")),
            ("Tin.", None),
        ] {
            assert_eq!(of(text).as_ref().map(|language| language.as_str()), tag, "{text}");
        }
    }
}
