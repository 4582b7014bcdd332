//! What the reporter says within quotation marks: `«Words, a-t-il ajouté, words»`, `«Слова, — сказал он. — Слова»`.

use super::clauses::{Clauses, Said, has_saying};
use super::letters::is_dash;
use super::tellers::Teller;
use super::tokens::tokens;

/// Words between marks, without what the reporter says within them; and who said them by that.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cut<'t> {
    pub(super) pieces: Vec<&'t str>,
    pub(super) said: Vec<Said>,
}

/// Longest clause of a reporter within marks, in words.
const LONGEST: usize = 12;

/// Cuts out the reporter's inserts.
pub(super) fn cut<'t>(words: &'t str, clauses: &Clauses<'_>) -> Cut<'t> {
    let (mut pieces, mut said, mut start) = (Vec::new(), Vec::new(), 0);
    let mut from = 0;
    while let Some((at, begins)) = delimiter(words, from) {
        from = begins;
        if at < start {
            continue;
        }
        let Some(end) = insert(words, at, begins, clauses) else { continue };
        // An insert that is not understood may say that somebody else speaks.
        said.push(match clauses.after(&tokens(&words[begins..end])) {
            Said::Nothing => Said::Another,
            known => known,
        });
        pieces.push(&words[start..at]);
        start = end;
        from = end;
    }
    pieces.push(&words[start..]);
    let trimmed = pieces.into_iter().map(|piece| {
        let piece =
            piece.trim_start_matches(|c: char| c.is_whitespace() || is_dash(c) || ",.".contains(c) && start > 0);
        piece.trim_end_matches(|c: char| c.is_whitespace() || c == ',' || is_dash(c))
    });
    Cut { pieces: trimmed.filter(|piece| piece.contains(char::is_alphanumeric)).collect(), said }
}

/// The next comma or dash, and where the words behind it begin.
fn delimiter(words: &str, from: usize) -> Option<(usize, usize)> {
    words[from..].char_indices().find_map(|(at, c)| {
        let at = from + at;
        let rest = &words[at + c.len_utf8()..];
        let is_comma = ",،!?…".contains(c) && rest.starts_with(char::is_whitespace);
        let is_long = matches!(c, '—' | '–' | '―' | '(');
        if !is_comma && !is_long {
            return None;
        }
        let inner = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '(' || is_dash(c));
        Some((at, words.len() - inner.len()))
    })
}

/// Where the clause of a reporter ends that begins at a place, if one does.
fn insert(words: &str, at: usize, begins: usize, clauses: &Clauses<'_>) -> Option<usize> {
    let rest = &words[begins..];
    let between = &words[at..begins];
    let has_dash = between.contains(is_dash);
    let after_comma = words[..at].ends_with([',', '!', '?', '…']) || between.starts_with([',', '!', '?', '…']);
    let stop = rest.char_indices().find(|(at, c)| {
        let after = &rest[at + c.len_utf8()..];
        let is_dash_end = matches!(c, '—' | '–' | '―');
        is_dash_end || *c == ')' || ",،;:.".contains(*c) && (after.is_empty() || after.starts_with(char::is_whitespace))
    });
    let (length, closing) = stop.map_or((rest.len(), None), |(at, c)| (at, Some(c)));
    let clause = &rest[..length];
    let all = tokens(clause);
    if all.is_empty() || all.len() > LONGEST || !clause.starts_with(|c: char| c.is_alphabetic()) {
        return None;
    }
    let behind = rest[length..].trim_start_matches([',', '.', ' ', '،', '\u{a0}']);
    let has_both = has_dash && (behind.starts_with(is_dash) || closing.is_none());
    // Between a comma with a dash and another dash, or where a verb of saying begins the clause.
    let is_russian = has_both && after_comma && clause.starts_with(char::is_lowercase);
    let begins_with_verb = has_saying(&all, 2) && !clause.starts_with(char::is_uppercase);
    let is_apart = between.contains('(') || has_dash && closing.is_some_and(is_dash);
    let tells = || Teller { words: &all, is_apart, clauses }.tells();
    if !is_russian && !begins_with_verb && !tells() {
        return None;
    }
    let skip = rest[length..].trim_start_matches(|c: char| ",.،)".contains(c) || c.is_whitespace() || is_dash(c));
    Some(words.len() - skip.len())
}
