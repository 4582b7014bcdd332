//! How a sentence goes on behind a quotation that its beginning leads in: `said that “the list is long” on Monday`, but
//! `said that “the list is long” was a lie` says that it is not.

use super::behind::{Rest, rest};
use super::clauses::is_saying;
use super::others::claims;
use super::tokens::{Token, tokens};
use super::word_classes::{is_auxiliary, is_in};
use crate::naming::letters::{ends_sentence, is_dash};
use crate::naming::words::{ADVERBS, CLOSING_VERBS, CONJUNCTIONS, COPULAS, PRONOUNS, THAT, THIRD_PARTIES};

/// The words behind a quotation that may say that it is not so, or whose it is; none where the sentence ends with it, or
/// goes on with a time, a place or another clause.
pub(super) fn denies<'t>(words: &str, behind: &'t str, next: Option<&'t str>, verb: &str) -> Option<&'t str> {
    let text = behind.trim();
    let is_ended = words.trim_end().ends_with(ends_sentence);
    if text.is_empty() {
        // The sentence goes on in the next paragraph.
        return next.filter(|next| next.starts_with(char::is_lowercase));
    }
    let is_stop = text.starts_with([':', ';']) || text.starts_with(ends_sentence);
    if is_stop || is_ended && !text.starts_with(|c: char| c.is_lowercase() || ",،—–-".contains(c)) {
        return None;
    }
    let sentence = super::sentences::sentences(text).into_iter().next()?;
    let apart = sentence.trim_start_matches([',', ' ', '\u{a0}']);
    let all = tokens(sentence);
    let start = all.iter().position(|token| token.is_word)?;
    let clause = &all[start..];
    let is_denied = match sentence.chars().next() {
        // `», — ложь`
        Some(',') if apart.starts_with(is_dash) => !is_joined_by(clause) && !is_plain(clause, verb),
        Some(',' | '،') => is_spoken_of(clause),
        Some('(') => false,
        Some(c) if is_dash(c) => !is_joined_by(clause) && !is_plain(clause, verb),
        _ => !is_joined_by(clause) && !is_plain(clause, verb) && !closes(clause),
    };
    is_denied.then_some(sentence.trim())
}

/// A word for what was said before it: `, c'est faux`, `, das ist falsch`.
fn is_pointing(word: &Token) -> bool {
    const POINTING: [&str; 13] =
        ["das", "dies", "eso", "esto", "ello", "ce", "cela", "ceci", "that", "this", "это", "هذا", "هذه"];
    is_in(word, &POINTING)
}

/// `, was a lie`, `, is what she was told`: a clause between commas may stand before it.
fn is_spoken_of(clause: &[Token]) -> bool {
    let begins = |part: &[Token]| match part {
        [first, second, ..] if is_pointing(first) => is_in(second, COPULAS) || is_in(first, COPULAS),
        [first, ..] => is_in(first, COPULAS),
        [] => false,
    };
    claims(clause) || clause.split(|token| !token.is_word).any(begins)
}

/// `on Monday`, `to applause`; behind a comma another clause may follow.
fn is_plain(clause: &[Token], verb: &str) -> bool {
    let first = clause.split(|token| !token.is_word).next().unwrap_or_default();
    rest(verb, first, false) != Rest::Other && !first.iter().any(|word| is_in(word, COPULAS)) && !is_spoken_of(clause)
}

/// Whether a clause behind a quotation goes on with its sentence by a verb of saying: `and called for talks`.
pub(super) fn is_joined(clause: &str) -> bool {
    let all = tokens(clause);
    let start = all.iter().position(|token| token.is_word).unwrap_or(all.len());
    is_joined_by(&all[start..])
}

/// `and that`, `and added`, `et a demandé`, `and` before another quotation.
fn is_joined_by(clause: &[Token]) -> bool {
    let Some((first, rest)) = clause.split_first() else { return false };
    // `and that “…”`, but not `and that this was a lie`
    let is_other = |word: &Token| is_pointing(word) || is_in(word, THIRD_PARTIES) || is_in(word, COPULAS);
    let is_that = |behind: &[Token]| behind.first().is_none_or(|word| !is_other(word));
    if let Some(bare) = first.plain.strip_prefix('و').filter(|bare| is_saying(bare) || THAT.contains(bare)) {
        return is_saying(bare) || is_that(rest);
    }
    let is_small = |word: &&Token| {
        is_in(word, ADVERBS) || is_auxiliary(word) || PRONOUNS.iter().any(|(pronoun, _)| *pronoun == word.plain)
    };
    let next = &rest[rest.iter().take_while(is_small).count()..];
    let is_next = match next {
        [] => true,
        [next, behind @ ..] => is_in(next, THAT) && is_that(behind) || is_saying(&next.plain) || !next.is_word,
    };
    (is_in(first, CONJUNCTIONS) || first.plain == "و") && is_next
}

/// `dass „…“ sei`
fn closes(clause: &[Token]) -> bool {
    let words: Vec<&Token> = clause.iter().filter(|token| token.is_word).collect();
    matches!(words.as_slice(), [verb] if is_in(verb, CLOSING_VERBS) && !verb.plain.is_empty())
        || clause.first().is_some_and(|verb| is_in(verb, CLOSING_VERBS))
            && clause.get(1).is_some_and(|mark| !mark.is_word)
}

#[cfg(test)]
mod tests {
    use super::denies;

    #[test]
    fn how_a_sentence_goes_on_behind_words() {
        for (behind, verb) in [
            (" was a lie.", "said"),
            (" — a lie.", "said"),
            (", that is a lie.", "said"),
            (" and that this was a lie.", "said"),
            (" est un mensonge.", ""),
            (", c'est faux.", ""),
            (" eine Lüge sei.", ""),
            (" es una mentira.", ""),
            (" — это ложь.", ""),
            (", — ложь.", ""),
            (" كذبة.", ""),
        ] {
            assert!(denies("the list is long", behind, None, verb).is_some(), "{behind}");
        }
        for (behind, verb) in [
            ("", "said"),
            (".", "said"),
            (" on Monday.", "said"),
            (", adding that it was late.", "said"),
            (" and that ", "said"),
            (" and urged calm.", "said"),
            (" et ", ""),
            (" sei.", ""),
            (", y añadió que ", ""),
            (", и добавил, что ", ""),
            ("، مضيفا أن ", ""),
        ] {
            assert_eq!(denies("the list is long", behind, None, verb), None, "{behind}");
        }
        assert_eq!(denies("The list is long.", " Was it a lie?", None, "said"), None);
        assert_eq!(denies("the list is long", "", Some("was a lie."), "said"), Some("was a lie."));
    }
}
