//! The words of clauses, and the marks between them.

use crate::naming::letters::{is_cased, plain};

/// A word of a clause, or a mark between words.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) plain: String,
    pub(super) is_capital: bool,
    pub(super) is_cased: bool,
    /// Whether it has a capital letter anywhere: `l'Europe`.
    pub(super) has_capital: bool,
    /// Whether it has capital letters only, also a single one.
    pub(super) is_acronym: bool,
    pub(super) is_word: bool,
}

/// The words and marks of a clause.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for part in text.split_whitespace() {
        let inner = part.trim_matches(|c: char| !c.is_alphanumeric());
        let mark = |c: char| Token {
            plain: c.to_string(),
            is_capital: false,
            is_cased: false,
            has_capital: false,
            is_acronym: false,
            is_word: false,
        };
        if inner.is_empty() {
            tokens.extend(part.chars().next().map(mark));
            continue;
        }
        let start = part.find(inner).unwrap_or(0);
        let (before, after) = (&part[..start], &part[start + inner.len()..]);
        tokens.extend(before.chars().filter(|c| "(—–".contains(*c)).map(mark));
        for word in inner.split('.').filter(|word| !word.is_empty()) {
            let first = word.chars().next();
            tokens.push(Token {
                plain: plain(word),
                is_capital: first.is_some_and(char::is_uppercase),
                is_cased: first.is_some_and(is_cased),
                has_capital: word.contains(char::is_uppercase),
                is_acronym: first.is_some_and(char::is_uppercase) && !word.contains(char::is_lowercase),
                is_word: true,
            });
        }
        tokens.extend(after.chars().filter(|c| ",،;:()—–".contains(*c)).map(mark));
    }
    tokens
}
