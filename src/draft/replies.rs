//! Clauses without a verb by which whoever reports says whose the words are: `this from Bo Day`, `Pike's reply`; and
//! single words that say how somebody speaks: `laughing`, `bromea`.

use super::tokens::Token;
use super::word_classes::{is_in, is_name, is_open, is_place, is_russian};
use crate::naming::words::{DETERMINERS, ORDINARY, POINTING, REPLIES, STAGE, VOICES};

/// How words end that say how somebody speaks, or that somebody does without naming them, by language: in Spanish,
/// Italian and Portuguese a verb has its subject with it.
const MANNERS: [(&str, &[&str]); 7] = [
    ("en", &["ing", "ed"]),
    ("fr", &["ant", "ante", "é", "ée", "ise"]),
    ("de", &["nd", "te", "tet"]),
    ("es", &["ndo", "ó", "a", "e"]),
    ("it", &["ndo", "ò", "a", "e"]),
    ("pt", &["ndo", "ou", "a", "e"]),
    ("ru", &["л", "ла", "ет", "ёт", "ит", "ют", "ут", "ат", "ят", "тся", "лся", "лась", "ась", "ясь", "вшись", "вши"]),
];

/// Ends of adverbs and nouns among them.
const NO_MANNERS: [&str; 9] = ["mente", "ement", "amment", "emment", "té", "dad", "weise", "heute", "siempre"];

/// Whether a single word between commas or dashes says how somebody speaks.
pub(super) fn is_manner(word: &Token, language: Option<&str>) -> bool {
    let plain = word.plain.as_str();
    let is_stage = STAGE.iter().any(|stage| plain.starts_with(stage));
    let has_end = |ends: &[&str]| ends.iter().any(|end| plain.ends_with(end));
    let is_of = |tag: &str| if tag == "ru" { is_russian(word) } else { language.is_none_or(|known| known == tag) };
    let is_one = MANNERS.iter().any(|(tag, ends)| is_of(tag) && has_end(ends));
    is_open(word) && (is_stage || is_one && !has_end(&NO_MANNERS) && !ORDINARY.contains(&plain) && !is_aside(plain))
}

/// Whether a word is one that speakers put between commas themselves: `кажется`, `claro`.
fn is_aside(word: &str) -> bool {
    const ASIDES: [&str; 24] = [
        "значит",
        "кажется",
        "разумеется",
        "может",
        "говорят",
        "получается",
        "считается",
        "думается",
        "maintenant",
        "pourtant",
        "cependant",
        "autant",
        "auparavant",
        "durant",
        "ahora",
        "nada",
        "gente",
        "señora",
        "fuera",
        "adelante",
        "während",
        "indeed",
        "agreed",
        "granted",
    ];
    ASIDES.contains(&word)
}

/// Whether a clause says whose the words are: a noun for what is said, or a word that points at it, beside a name or
/// office; or only what is somebody's.
pub(super) fn names_whose(words: &[Token], has_office: bool) -> bool {
    const LONGEST: usize = 7;
    let Some((first, rest)) = words.split_first() else { return false };
    let name = words.iter().position(is_person);
    let is_named = name.is_some() || has_office;
    let is_reply = |word: &Token| REPLIES.iter().any(|reply| word.plain.starts_with(reply));
    let is_voice = is_in(first, DETERMINERS) && rest.first().is_some_and(|word| is_in(word, VOICES));
    // `Oak again`
    let behind = name == Some(0) && matches!(rest, [last] if is_in(last, POINTING));
    let is_possessive =
        name == Some(0) && first.plain.ends_with("'s") && (1..=2).contains(&rest.len()) && rest.iter().all(is_open);
    // `the comeback from Jo Oak`
    let is_from = |pair: &[Token]| is_in(&pair[0], &["from", "by", "von", "от"]) && is_person(&pair[1]);
    let comes_from = is_in(first, DETERMINERS) && words.windows(2).any(is_from);
    let points = is_in(first, POINTING) && !first.is_capital;
    let is_told = is_named && (points || words.iter().any(is_reply));
    words.len() <= LONGEST && (is_told || is_voice || behind || is_possessive || comes_from)
}

/// Whether a word may be the name of a person: `Oak`, `d'Orme`, not `Europe`.
fn is_person(word: &Token) -> bool {
    let is_elided = word.has_capital && word.plain.contains('\'') && !word.is_capital;
    (is_name(word) || is_elided) && !is_place(std::slice::from_ref(word))
}
