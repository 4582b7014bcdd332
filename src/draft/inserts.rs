//! What the reporter says within quotation marks: `«Words, a-t-il ajouté, words»`, `«Слова, — сказал он. — Слова»`.

use super::clauses::{Clauses, Said, has_saying};
use super::letters::is_dash;
use super::tokens::{Token, tokens};
use super::words::{
    ADVERBS, AUXILIARIES, BESIDE_NAMES, CONJUNCTIONS, COURTESY, FIRST_PERSON, FUNCTION, ORDINARY, PARTICLES, PRONOUNS,
};

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
        let is_long = matches!(c, '—' | '–' | '―');
        if !is_comma && !is_long {
            return None;
        }
        let inner = rest.trim_start_matches(|c: char| c.is_whitespace() || is_dash(c));
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
        is_dash_end || ",،;:.".contains(*c) && (after.is_empty() || after.starts_with(char::is_whitespace))
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
    let tells = || {
        clause.starts_with(char::is_lowercase) && {
            let is_between_dashes = has_dash && closing.is_some_and(is_dash);
            is_told(&all, is_between_dashes) || names_teller(&all, is_between_dashes, clauses)
        }
    };
    if !is_russian && !begins_with_verb && !tells() {
        return None;
    }
    let skip = rest[length..].trim_start_matches(|c: char| ",.،".contains(c) || c.is_whitespace() || is_dash(c));
    Some(words.len() - skip.len())
}

/// Whether a clause tells of somebody by the form of a verb that is not known: Spanish `—interrumpió el senador—`, French
/// `, se souvient Martin,`.
fn is_told(words: &[Token], is_between_dashes: bool) -> bool {
    let plain = |token: &Token, end: char| token.plain.ends_with(end) && token.plain.chars().count() > 3;
    let is_spanish = is_between_dashes && words.iter().any(|word| plain(word, 'ó'));
    let is_reflexive = words[0].plain == "se" || words[0].plain.starts_with("s'");
    // `a plaisanté M. Martin`
    let is_french = words[0].plain == "a" && words.get(1).is_some_and(|word| plain(word, 'é'));
    is_spanish || is_french || is_reflexive && words[1..].iter().any(|word| word.is_capital)
}

/// How verbs of the past end in some languages.
const PAST_ENDS: [&str; 5] = ["ed", "ó", "л", "ла", "te"];

/// Whether a clause is a verb, known or not, with the name of the one who speaks: `mused her rival Bo Day`, `tonne Paul
/// Martin`, `—interrumpe Martín—`.
fn names_teller(words: &[Token], is_between_dashes: bool, clauses: &Clauses<'_>) -> bool {
    /// How many words may stand between the verb and the name: `her old rival`.
    const BETWEEN: usize = 4;
    let is_past = |words: &[Token]| words.iter().any(|word| PAST_ENDS.iter().any(|end| word.plain.ends_with(end)));
    let Some(name) = words.iter().position(|word| word.is_capital) else {
        // `she mused`
        return words.len() == 2
            && is_past(&words[1..])
            && PRONOUNS.iter().any(|(pronoun, _)| *pronoun == words[0].plain);
    };
    let is_own = words.iter().any(|word| FIRST_PERSON.contains(&word.plain.as_str()));
    if is_own
        || name == 0
        || name > BETWEEN + 1
        || !words[..name].iter().all(|word| word.is_word)
        || !may_be_verb(&words[0])
    {
        return false;
    }
    let length = words[name..].iter().take_while(|word| word.is_capital).count();
    let is_known = words[name..name + length].iter().any(|word| clauses.people.is_family(&word.plain));
    let is_past = is_past(&words[..name]);
    let is_beside = name + length == words.len() && name <= 2;
    // Where nouns have capital letters, two of them are no name.
    let is_name = is_known || length > 1 && (is_past || !clauses.nouns_are_capital);
    is_name || is_beside && (is_between_dashes || name == 1 && !clauses.nouns_are_capital || is_past)
}

/// Whether a word that begins a clause may be a verb: no preposition, article, pronoun or adverb that is known.
fn may_be_verb(word: &Token) -> bool {
    let plain = word.plain.as_str();
    let is_in = |list: &[&str]| list.contains(&plain);
    let is_small = FUNCTION.iter().any(|(_, words)| words.contains(&plain)) || is_in(CONJUNCTIONS) || is_in(PARTICLES);
    let is_auxiliary = is_in(AUXILIARIES) && plain.chars().count() > 1;
    let others = [ADVERBS, COURTESY, FIRST_PERSON, ORDINARY, BESIDE_NAMES];
    is_auxiliary || !is_small && !others.into_iter().any(is_in)
}
