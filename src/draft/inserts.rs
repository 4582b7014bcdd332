//! What the reporter says within quotation marks: `«Words, a-t-il ajouté, words»`, `«Слова, — сказал он. — Слова»`.

use super::clauses::{Clauses, Said, has_saying};
use super::han;
use super::sentences::is_abbreviation;
use super::tellers::Teller;
use super::tokens::tokens;
use crate::naming::letters::{has_han, is_dash};

/// Words between marks, without what the reporter says within them; and who said them by that.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cut<'t> {
    pub(super) pieces: Vec<&'t str>,
    pub(super) said: Vec<Said>,
    /// The first clause that may tell of somebody else.
    pub(super) doubt: Option<&'t str>,
}

/// Longest clause of a reporter within marks, in words; and in bytes, beyond which no end of it is looked for.
const LONGEST: usize = 12;
const FARTHEST: usize = 400;

/// Pronouns of those who speak.
const SUBJECTS: [&str; 8] = ["i", "we", "je", "ich", "wir", "yo", "я", "мы"];

/// Cuts out the reporter's inserts.
pub(super) fn cut<'t>(words: &'t str, clauses: &Clauses<'_>) -> Cut<'t> {
    let (mut pieces, mut said, mut doubt, mut start) = (Vec::new(), Vec::new(), None, 0);
    let mut from = 0;
    while let Some((at, begins)) = delimiter(words, from) {
        from = begins;
        if at < start {
            continue;
        }
        let Some((clause, end)) = insert(words, at, begins, clauses) else { continue };
        // An insert that is not understood may say that somebody else speaks.
        let teller = match clauses.after(&tokens(&words[begins..end])) {
            Said::Nothing => Said::Another,
            known => known,
        };
        if teller == Said::Another {
            doubt = doubt.or(Some(clause.trim()));
        }
        said.push(teller);
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
    Cut { pieces: trimmed.filter(|piece| piece.contains(char::is_alphanumeric)).collect(), said, doubt }
}

/// The words behind a quotation that may tell that somebody said it whom no list has the verb of: `”, mused Bo Day`.
pub(super) fn may_tell_behind<'t>(text: &'t str, clauses: &Clauses<'_>) -> Option<&'t str> {
    let words = text.trim_start_matches(|c: char| c.is_whitespace() || ",،，!?…".contains(c) || is_dash(c));
    let length = clause_end(words).map_or(words.len(), |(at, _)| at);
    let is_first = text.trim_start().starts_with(['!', '?', '…']);
    let is_one = may_tell(&words[..length], false, is_first, clauses);
    is_one.then_some(length).or_else(|| with_next(words, length, clauses)).map(|end| words[..end].trim())
}

/// The next comma or dash, and where the words behind it begin.
fn delimiter(words: &str, from: usize) -> Option<(usize, usize)> {
    words[from..].char_indices().find_map(|(at, c)| {
        let at = from + at;
        let rest = &words[at + c.len_utf8()..];
        let is_comma = ",،!?…؟".contains(c) && rest.starts_with(char::is_whitespace) || "，！？".contains(c);
        let is_long = matches!(c, '—' | '–' | '―' | '(' | '（');
        if !is_comma && !is_long {
            return None;
        }
        let inner = rest.trim_start_matches(|c: char| c.is_whitespace() || "(（".contains(c) || is_dash(c));
        Some((at, words.len() - inner.len()))
    })
}

/// The mark that ends a clause, and where it stands.
fn clause_end(rest: &str) -> Option<(usize, char)> {
    let near = &rest[..rest.floor_char_boundary(FARTHEST)];
    near.char_indices().find(|(at, c)| {
        let after = &rest[at + c.len_utf8()..];
        let is_mark = ",،;:.!?…؟".contains(*c) && (after.is_empty() || after.starts_with(char::is_whitespace));
        let is_end = is_mark && !is_abbreviation(&rest[..*at], *c);
        is_end || matches!(c, '—' | '–' | '―' | ')' | '）' | '，' | '。' | '；' | '！' | '？' | '：')
    })
}

fn may_tell(clause: &str, is_apart: bool, is_first: bool, clauses: &Clauses<'_>) -> bool {
    if has_han(clause) {
        return han::may_tell(clause, clauses.people);
    }
    let mut words = tokens(clause);
    words.retain(|word| word.is_word);
    words.len() <= LONGEST && Teller { words: &words, is_apart, is_first, clauses }.may_tell()
}

/// Where a clause ends that begins with only a name and may tell of somebody with what follows it.
fn with_next(rest: &str, length: usize, clauses: &Clauses<'_>) -> Option<usize> {
    let (mut words, mut end) = (tokens(&rest[..length]), length);
    let is_name = Teller { words: &words, is_apart: false, is_first: false, clauses }.is_name_only();
    for _ in 0..if is_name { 2 } else { 0 } {
        let from = rest.len() - rest[end..].trim_start_matches([',', '،', ' ', '(', ')']).len();
        end = from + clause_end(&rest[from..]).map_or(rest.len() - from, |(at, _)| at);
        words.extend(tokens(&rest[from..end]).into_iter().filter(|word| word.is_word));
        if words.len() <= LONGEST && (Teller { words: &words, is_apart: false, is_first: false, clauses }).may_tell() {
            return Some(end);
        }
    }
    None
}

/// The clause of a reporter that begins at a place, if one does, and where it ends.
fn insert<'t>(words: &'t str, at: usize, begins: usize, clauses: &Clauses<'_>) -> Option<(&'t str, usize)> {
    let rest = &words[begins..];
    let between = &words[at..begins];
    let has_dash = between.contains(is_dash);
    let ends_sentence = between.starts_with(['!', '?', '…', '؟', '！', '？']);
    let after_comma = words[..at].ends_with([',', '!', '?', '…']) || between.starts_with([',', '!', '?', '…']);
    let stop = clause_end(rest);
    if stop.is_none() && rest.len() > FARTHEST {
        return None;
    }
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
    // `I said`, `wie gesagt`
    let is_own = all.iter().any(|word| SUBJECTS.contains(&word.plain.as_str()))
        || matches!(all.as_slice(), [_, last] if last.plain == "gesagt");
    let begins_with_verb = has_saying(&all, 2) && !clause.starts_with(char::is_uppercase) && !is_own;
    let is_end = closing.is_none_or(is_dash);
    let is_apart = between.contains(['(', '（']) || has_dash && (is_end || behind.starts_with(is_dash));
    let is_first = ends_sentence && clause.starts_with(char::is_uppercase);
    if !is_russian && !begins_with_verb && !may_tell(clause, is_apart, is_first, clauses) {
        return with_next(rest, length, clauses).map(|length| (&rest[..length], begins + length));
    }
    let skip = rest[length..].trim_start_matches(|c: char| ",.،)），!?".contains(c) || c.is_whitespace() || is_dash(c));
    Some((clause, words.len() - skip.len()))
}
