//! Finds where a talk has ended: words of those who asked, thank or print it are nobody's.

use super::about::{is_in_person, is_own_speech, names};
use super::people::Person;
use super::sentences::sentences;
use super::stage::has_stage;
use super::tokens::tokens;
use crate::naming::letters::{has_han, has_part, is_ended, name_words, plain};
use crate::naming::offices;
use crate::naming::words::{
    CLOSING, CONNECTIVES, CREDITS, DETERMINERS, ENDED, ENDINGS, FIRST_PERSON, FOR_TALKING, FUNCTION, FURNITURE, HALL,
    HAN_CONNECTIVES, NEAR_NAMES, ORDINARY, PARTICLES, TALKS, THANKS, THIS,
};

pub(super) fn is_ending(words: &str) -> bool {
    let lower = plain(words.trim_start_matches(|c: char| "[(*_".contains(c)));
    let begins = |known: &&str| {
        let rest = lower.strip_prefix(*known);
        // A whole word, and a short line: a sentence may begin with the same word.
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric) || has_han(known))
            && (lower.chars().count() <= 120 || known.contains(' '))
            && (rest.is_none_or(|rest| rest.is_empty()) || !is_sentence(&lower) || known.contains(' '))
    };
    ENDINGS.iter().any(begins)
}

/// Whether a short text ends a talk, as who asks does: `Minister, thank you for the interview.`, `Thank you, Minister.`
fn is_sign_off(words: &str, person: Option<&Person>) -> bool {
    let lower = plain(words);
    let has = |parts: &[&str]| parts.iter().any(|part| lower.contains(part));
    let thanks = thanks(words);
    let is_short = words.chars().count() <= SIGN_OFF;
    is_short
        && (has_part(&lower, CLOSING)
            || thanks && (has(FOR_TALKING) || person.is_some_and(|person| addresses(words, person))))
}

/// Whether a sentence thanks, and not in the speaker's own name: `I thank the minister`, `thanks to the interview`.
fn thanks(words: &str) -> bool {
    let lower = plain(words);
    let has = |parts: &[&str]| parts.iter().any(|part| lower.contains(part));
    let is_own = name_words(words).iter().any(|word| OWN_THANKS.contains(&word.as_str()));
    has(THANKS) && !is_own && !has(&["thanks to ", "grâce à ", "gracias a ", "dank de"])
}

/// The most characters of what ends a talk.
const SIGN_OFF: usize = 160;

/// Words of those who thank in their own name.
const OWN_THANKS: [&str; 6] = ["i", "je", "ich", "yo", "я", "my"];

/// Whether a text addresses a person: by name, or by an office of theirs without an article.
fn addresses(words: &str, person: &Person) -> bool {
    const ARTICLES: [&str; 12] = ["the", "this", "our", "a", "der", "dem", "den", "el", "al", "le", "à", "de"];
    let all = name_words(words);
    let office = |at: usize| {
        let is_own = offices::leading(&all[at..]).is_some_and(|(class, _)| person.offices().contains(class));
        is_own && !at.checked_sub(1).is_some_and(|before| ARTICLES.contains(&all[before].as_str()))
    };
    names(words, person) || (0..all.len()).any(office)
}

/// Whether a sentence has the whole name of a person, and nobody says `I` or `we` in it: `That was Ann Lee.`
fn presents(sentence: &str, person: &Person) -> bool {
    let words = name_words(sentence);
    let whole = person.names().iter().filter(|name| name.len() > 1);
    let is_named = whole.into_iter().any(|name| words.windows(name.len()).any(|window| window == name.as_slice()));
    is_named && !is_own_speech(sentence)
}

/// Where the last sentences of the last turn begin to be another's, as a paragraph and a byte of it: those of whoever
/// ends the talk, or prints it. The first sentence of a turn is of the one whom its label names; of the last ones,
/// those that go on with what was said, or in which somebody says `I` or `we`, are.
pub(super) fn end_of_turn(paragraphs: &[String], person: &Person, is_talk: bool) -> Option<(usize, usize)> {
    /// How many of the last sentences may be another's.
    const LAST: usize = 5;
    /// How many of them that nothing says anything of, and the most characters of each.
    const PLAIN: usize = 2;
    const SHORT: usize = 80;
    let all = paragraphs
        .iter()
        .enumerate()
        .flat_map(|(index, words)| sentences(words).into_iter().map(move |sentence| (index, sentence)));
    let all: Vec<(usize, &str)> = all.skip(1).collect();
    let last = &all[all.len().saturating_sub(LAST)..];
    let closing = last.iter().position(|(_, sentence)| is_talk && is_sign_off(sentence, Some(person)));
    let (mut found, mut plain_ones) = (closing.unwrap_or(last.len()), 0);
    for (at, (_, sentence)) in last.iter().enumerate().take(found).rev() {
        let has = |parts: &[&str]| has_part(&plain(sentence), parts);
        let is_ending = is_told(sentence, person) || has(CLOSING) || has(HALL);
        plain_ones += usize::from(!is_ending);
        let is_sure = is_own(sentence) || goes_on(sentence) || sentence.chars().count() > SHORT;
        if !is_ending && (is_sure || plain_ones > PLAIN) {
            break;
        }
        found = at;
    }
    let (index, sentence) = last.get(found)?;
    Some((*index, sentence.as_ptr().addr() - paragraphs[*index].as_ptr().addr()))
}

/// Whether a sentence tells of the talk, of those who print it, or of the speaker, and nobody says `I` or `we` in it.
fn is_told(sentence: &str, person: &Person) -> bool {
    const SHORT: usize = 200;
    let is_short = sentence.chars().count() <= SHORT;
    let sentence = sentence.trim();
    is_short
        && (is_ending(sentence)
            || tells_of_talk(sentence)
            || introduces_another(sentence, person)
            || !is_own(sentence) && (is_credit(sentence) || has_stage(sentence) || begins_with(sentence, person)))
}

/// `I'm Jo Oak, and this was the news.`: somebody says who they are, and are not this person.
fn introduces_another(sentence: &str, person: &Person) -> bool {
    const I_AM: [&[&str]; 9] = [
        &["i'm"],
        &["i", "am"],
        &["this", "is"],
        &["je", "suis"],
        &["ich", "bin"],
        &["soy"],
        &["yo", "soy"],
        &["с", "вами", "был"],
        &["с", "вами", "была"],
    ];
    let all: Vec<_> = tokens(sentence).into_iter().filter(|token| token.is_word).collect();
    let begins = |known: &&[&str]| {
        let words = all.iter().take(known.len()).map(|token| token.plain.as_str());
        words.eq(known.iter().copied())
    };
    let Some(at) = I_AM.iter().filter(|known| begins(known)).map(|known| known.len()).max() else { return false };
    let Some(name) = all.get(at..at + 2) else { return false };
    let lower: Vec<String> = name.iter().map(|token| token.plain.clone()).collect();
    let is_name = |token: &super::tokens::Token| token.is_capital && !ORDINARY.contains(&token.plain.as_str());
    let is_own = person.families().iter().flatten().any(|word| lower.contains(word));
    name.iter().all(is_name) && !is_own && offices::classes(&lower).is_empty()
}

/// `The briefing ended at 3 pm.`, `This interview was edited.`
fn tells_of_talk(sentence: &str) -> bool {
    let lower = plain(sentence);
    let has = |parts: &[&str]| has_part(&lower, parts);
    let is_of_this = || has(THIS) || has(CREDITS) || lower.contains(|c: char| c.is_ascii_digit());
    has(TALKS) && (has(ENDED) || !is_own(sentence) && is_of_this())
}

/// Whether a part is one sentence that tells that the talk ended, or was interrupted: `The sitting was suspended at
/// 13.00.`
pub(super) fn tells_of_end(words: &str) -> bool {
    const SHORT: usize = 160;
    let is_one = words.chars().count() <= SHORT && sentences(words).len() == 1;
    is_one && !is_own(words) && has_part(&plain(words), TALKS) && has_part(&plain(words), ENDED)
}

/// `Transcript by Jo Oak`, `Jo Oak, the Daily Bell, Vale.`
fn is_credit(sentence: &str) -> bool {
    const WORDS: usize = 8;
    let lower = plain(sentence);
    let is_begun = CREDITS.iter().any(|part| lower.starts_with(part));
    let mut words = tokens(sentence);
    words.retain(|word| word.is_word);
    let is_small = |word: &str| [PARTICLES, NEAR_NAMES, DETERMINERS].iter().any(|list| list.contains(&word));
    let names = words.iter().filter(|word| word.is_capital).count();
    let are_names =
        names > 1 && words.len() <= WORDS && words.iter().all(|word| word.is_capital || is_small(&word.plain));
    is_begun || are_names
}

/// Whether a sentence begins with the name or an office of a person: `Lee then left.`, `The secretary then left.`
fn begins_with(sentence: &str, person: &Person) -> bool {
    const FIRST: usize = 3;
    let words = name_words(sentence);
    let office = |at: usize| offices::leading(&words[at..]).is_some_and(|(class, _)| person.offices().contains(class));
    let first: Vec<&str> = sentence.split_whitespace().take(FIRST).collect();
    (0..words.len().min(2)).any(office) || names(&first.join(" "), person)
}

/// Whether somebody says `I`, `we` or `you` in a sentence, also only by the end of a verb.
pub(super) fn is_own(sentence: &str) -> bool {
    is_own_speech(sentence)
        || sentence.contains(['我', '咱', '你', '您'])
        || name_words(sentence).iter().any(|word| says_we(word))
}

/// Whether somebody says `I` or `we` by a word.
fn says_we(word: &str) -> bool {
    /// How verbs with which somebody says `we` end.
    const WE: [&str; 4] = ["amos", "emos", "imos", "نا"];
    let is_verb = word.chars().count() > 4 && WE.iter().any(|end| word.ends_with(end));
    is_verb || is_in_person(word, &[FIRST_PERSON])
}

/// Whether a paragraph below a text speaks of the site, of the paper, or of those who write for it.
pub(super) fn is_furniture(words: &str) -> bool {
    has_part(&plain(words), FURNITURE)
}

/// The words of the last part of a text without the sentences that end the talk; `person`: whose words they are, if
/// they are anybody's; `is_talk`: whether there is anybody else who could end it.
pub(super) fn without_sign_off<'t>(words: &'t str, person: Option<&Person>, is_talk: bool) -> &'t str {
    /// `Thank you for talking with us. And now the weather. Goodbye. Good night.`
    const LAST: usize = 5;
    /// The most words of a sentence behind it.
    const SHORT: usize = 6;
    let is_of_another =
        |sentence: &str| is_sign_off(sentence, person) || person.is_some_and(|person| presents(sentence, person));
    let sentences = sentences(words);
    let last = &sentences[sentences.len().saturating_sub(LAST)..];
    let is_short = |sentence: &&str| sentence.split_whitespace().count() <= SHORT;
    // Whatever stands behind words that end the talk; behind thanks that may be the speaker's, only what is short.
    let ends = (0..last.len())
        .filter(|_| is_talk)
        .find(|at| is_of_another(last[*at].trim()) || thanks(last[*at]) && last[at + 1..].iter().all(is_short));
    let ends = ends.or_else(|| last.len().checked_sub(1).filter(|at| is_ending(last[*at].trim())));
    match ends {
        Some(at) => {
            let start = last[at].as_ptr().addr() - words.as_ptr().addr();
            words[..start].trim_end()
        }
        None => words,
    }
}

fn is_sentence(words: &str) -> bool {
    words.split_whitespace().count() > 8 && is_ended(words)
}

/// Whether a part below the last label of a talk goes on with what the speaker says: at length, without thanks, and
/// beginning as sentences do that go on. What prints the talk begins with a name, with `I` or with `we`: `I write about
/// trade`.
pub(super) fn goes_on_below(words: &str) -> bool {
    /// The most characters of `Let us give the minister a round of applause`; of Chinese, fewer.
    const SHORT: usize = 80;
    let is_long = words.chars().count() > if has_han(words) { SHORT / 3 } else { SHORT };
    let lower = plain(words);
    is_long && goes_on(words) && !THANKS.iter().any(|thanks| lower.contains(thanks))
}

/// Whether words begin as a sentence does that goes on with what was said before: `But`, `That is`, `Second`.
fn goes_on(words: &str) -> bool {
    /// Among how many characters of Chinese.
    const FIRST: usize = 8;
    if has_han(words) {
        let first: String = words.chars().take(FIRST).collect();
        return HAN_CONNECTIVES.iter().any(|part| first.contains(part));
    }
    let all = name_words(&words[..words.floor_char_boundary(100)]);
    let [first, second, ..] = all.as_slice() else { return false };
    let bare = first.split('\'').next().unwrap_or_default();
    let is_known = |word: &str| CONNECTIVES.contains(&word);
    let is_pointing = DETERMINERS.contains(&bare) || matches!(bare, "this" | "that" | "these" | "those");
    let is_arabic = first.chars().count() > 2 && first.starts_with(['و', 'ف']);
    match is_pointing && bare == first && bare != "es" {
        // `The ministry was founded in 1920`, `This site has a shop`
        true => is_function(second),
        false => is_arabic || is_known(first) || is_known(bare),
    }
}

fn is_function(word: &str) -> bool {
    FUNCTION.iter().any(|(_, words)| words.contains(&word))
}
