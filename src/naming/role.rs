//! Labels that say what somebody does in a conversation, and not who they are.

use super::letters::{has_han, name_words};
use super::words::{ANSWERING, ASKING, ASKING_ENDS, HAN_FUNCTION, INTERPRETING, SHORT_ANSWERING, SHORT_ASKING};

/// What somebody does in a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Asks or leads.
    Asking,
    /// Answers.
    Answering,
    /// Speaks for somebody else.
    Interpreting,
}

/// The role that a clean label names, if it does.
pub(crate) fn role(label: &str) -> Option<Role> {
    let bare = label.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || ".#№°".contains(c));
    let words = name_words(bare);
    let (first, is_alone) = (words.first()?.as_str(), words.len() == 1);
    if has_han(bare) {
        return role_in_han(&words.concat());
    }
    let is_capital = !bare.starts_with(char::is_lowercase);
    if INTERPRETING.iter().any(|known| words.iter().any(|word| word == known)) {
        return Some(Role::Interpreting);
    }
    if is_alone && is_capital {
        if ANSWERING.contains(&first) || SHORT_ANSWERING.contains(&first) {
            return Some(Role::Answering);
        }
        if SHORT_ASKING.contains(&first) {
            return Some(Role::Asking);
        }
    }
    let last = words.last().map_or(first, String::as_str);
    let is_asking = is_capital && words.len() <= 6 && (ASKING.contains(&first) || ASKING.contains(&last));
    is_asking.then_some(Role::Asking)
}

fn role_in_han(label: &str) -> Option<Role> {
    if INTERPRETING.iter().any(|word| has_han(word) && label.contains(word)) {
        return Some(Role::Interpreting);
    }
    if ANSWERING.contains(&label) {
        return Some(Role::Answering);
    }
    let is_asking = label.chars().count() <= 14
        && (ASKING.contains(&label) || ASKING_ENDS.iter().any(|end| label.ends_with(end)))
        || label.starts_with("记者")
        || label.starts_with("記者");
    // A headline says that somebody answers: `答记者问`.
    (is_asking && !label.contains('答') && !label.contains(|c| HAN_FUNCTION.contains(c))).then_some(Role::Asking)
}
