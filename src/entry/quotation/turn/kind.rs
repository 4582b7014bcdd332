//! What the words of a label are.

use std::borrow::Cow;

use super::{BRACKETS, COLONS, LONGEST, QUESTIONS};
use crate::entry::country::Country;
use crate::naming::letters::{has_han, is_cased, name_words};
use crate::naming::offices::{han_classes, leading};
use crate::naming::words::{
    ASKING, BODIES, COURTESY, FUNCTION, HAN_TITLES, NEAR_NAMES, NOUN_ENDS, ORDINARY, PARTICLES, PLACES,
};
use crate::naming::{Role, is_name, role};

/// What a label is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Kind {
    /// One of those who ask, lead or interpret; or a question that is set apart.
    Asker,
    /// What looks like a name, with or without an office.
    Name,
    /// What may be a name, an office or a heading: a word in a script without capitals, an office alone, a country.
    Perhaps,
    /// What is rather a heading, or goes on with a sentence.
    Heading,
}

/// The most words of a label.
const MOST_WORDS: usize = 6;

impl Kind {
    /// What a label is that stands, with the sign behind it, at the beginning of a line in the middle of a sentence.
    pub(in super::super) fn within_sentence(self, label: &str, sign: Option<char>) -> Option<Kind> {
        let has_colon = sign.is_some_and(|sign| COLONS.contains(&sign));
        match self {
            Kind::Asker if has_colon || !label.starts_with(char::is_lowercase) => Some(self),
            Kind::Asker => None,
            _ if !has_colon => None,
            Kind::Name if is_shouted(label) => Some(self),
            Kind::Name | Kind::Perhaps => Some(Kind::Perhaps),
            Kind::Heading => Some(self),
        }
    }
}

/// A label without brackets and numbers around it: `Q1`, `[Interviewer]`.
pub(super) fn bare(label: &str) -> &str {
    label.trim_matches(|letter: char| {
        letter.is_whitespace() || letter.is_numeric() || BRACKETS.contains(&letter) || letter == '№'
    })
}

/// A label without what stands in brackets within it: `Mr. Smith (spoke in French)`.
fn without_brackets(label: &str) -> Cow<'_, str> {
    let mut rest = label;
    let mut out = Cow::Borrowed("");
    while let Some((before, inner)) = rest.split_once(['(', '（', '[']) {
        out.to_mut().push_str(before);
        rest = inner.split_once([')', '）', ']']).map_or("", |(_, after)| after);
    }
    if out.is_empty() { Cow::Borrowed(rest.trim()) } else { Cow::Owned((out + rest).trim().to_owned()) }
}

/// Whether words name whoever asks, leads or interprets.
pub(super) fn is_asker(label: &str, is_emphasized: bool) -> bool {
    let bare = bare(label);
    if bare.is_empty() || bare.len() > LONGEST || bare.contains(COLONS) || bare.contains(QUESTIONS) {
        return false;
    }
    if has_han(bare) || !bare.contains(char::is_whitespace) {
        let is_small = || bare == "q" || bare.chars().nth(2).is_some() && ASKING.contains(&bare);
        // `un`, `une` and `из` begin a label, and are none.
        let is_article = matches!(bare.to_lowercase().as_str(), "un" | "une" | "из");
        return !is_article && matches!(role(bare), Some(Role::Asking | Role::Interpreting)) || is_small();
    }
    let words = name_words(bare);
    let is_asking = |word: &String| ASKING.contains(&word.as_str());
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let is_role = words.len() <= MOST_WORDS && (is_asking(first) || is_asking(last));
    // `Press freedom` asks nothing, `Press Officer` and `member of the public` may.
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    let is_known = |word: &str| {
        let word = word.to_lowercase();
        [ASKING, PARTICLES, NEAR_NAMES].iter().any(|known| known.contains(&word.as_str())) || word == "the"
    };
    let is_plain = bare.split_whitespace().all(|word| !is_small(word) || is_known(word));
    is_role && (is_plain || is_emphasized) || role(bare) == Some(Role::Interpreting) && is_plain
}

/// Whether words are in capitals throughout: `MR SMITH`.
pub(super) fn is_shouted(label: &str) -> bool {
    let mut letters = label.chars().filter(|letter| letter.is_alphabetic());
    letters.by_ref().take(2).count() == 2
        && !label.chars().any(char::is_lowercase)
        && label.chars().any(char::is_uppercase)
}

/// What words before a sign are, if they may be a label at all.
pub(super) fn kind(label: &str, is_emphasized: bool) -> Option<Kind> {
    if is_asker(label, is_emphasized) {
        return Some(Kind::Asker);
    }
    let bare = bare(label);
    if bare.len() > LONGEST {
        return None;
    }
    let bare = &*without_brackets(bare);
    if is_asker(bare, is_emphasized) {
        return Some(Kind::Asker);
    }
    let words = name_words(bare);
    if words.is_empty() || words.len() > MOST_WORDS || !bare.contains(char::is_alphabetic) {
        return None;
    }
    let is_ordinary = |word: &String| {
        let word = word.as_str();
        ORDINARY.contains(&word) || FUNCTION.iter().any(|(_, words)| words.contains(&word))
    };
    if !is_name(bare) {
        let is_small = bare.split_whitespace().all(|word| word.starts_with(char::is_lowercase));
        let is_short = is_emphasized && is_small && words.len() <= 3 && !words.iter().any(is_ordinary);
        return is_short.then_some(Kind::Perhaps);
    }
    // A date is none.
    if name_words(label).iter().any(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    Some(match () {
        () if has_han(bare) => kind_in_han(bare, is_emphasized),
        () if !bare.contains(is_cased) => {
            let is_titled = COURTESY.contains(&words[0].as_str()) || leading(&words).is_some();
            if words.len() > 1 && (is_titled || is_emphasized) { Kind::Name } else { Kind::Perhaps }
        }
        () => kind_in_capitals(bare, &words),
    })
}

fn kind_in_han(label: &str, is_emphasized: bool) -> Kind {
    let (classes, rest) = han_classes(label);
    let name = HAN_TITLES.iter().fold(rest.replace('\u{1}', ""), |name, title| name.replace(title, ""));
    let is_titled = !classes.is_empty() || name.len() < rest.len();
    let is_name = (2..=4).contains(&name.chars().count());
    if is_name && (is_titled || is_emphasized) { Kind::Name } else { Kind::Perhaps }
}

/// Whether a word in small letters is one of titles and offices, or stands between the words of a name.
pub(super) fn is_title(word: &str) -> bool {
    COURTESY.contains(&word) || PARTICLES.contains(&word) || leading(&[word.to_owned()]).is_some()
}

fn kind_in_capitals(label: &str, words: &[String]) -> Kind {
    let names: Vec<&String> = words.iter().filter(|word| !is_title(word)).collect();
    let lower = label.to_lowercase();
    let is_place = || PLACES.contains(&lower.as_str()) || Country::is_name(&lower);
    let is_noun = |word: &&String| {
        let is_thing = word.chars().count() > 6 && NOUN_ENDS.iter().any(|end| word.ends_with(end));
        is_thing && !BODIES.contains(&word.as_str())
    };
    match names.as_slice() {
        [] if is_shouted(label) => Kind::Name,
        [] => Kind::Perhaps,
        _ if is_place() => Kind::Perhaps,
        names if names.len() == words.len() && names.iter().any(is_noun) => Kind::Heading,
        [first, _, _, ..] if first.ends_with("ing") => Kind::Heading,
        _ => Kind::Name,
    }
}
