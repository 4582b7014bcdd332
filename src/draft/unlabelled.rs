//! Classifies unlabelled parts of a transcript: words of the current speaker, or something else.

use super::letters::{ends_sentence, excerpt, has_han, is_closing, is_dash, is_ended, name_words, plain};
use super::marks::{Segment, segments};
use super::offices;
use super::people::Person;
use super::stage::is_direction;
use super::units::is_rule;
use super::words::{
    BESIDE_NAMES, CLOSING, CONJUNCTIONS, DETERMINERS, ENDINGS, FIRST_PERSON, FOR_TALKING, FUNCTION, NEAR_NAMES,
    ORDINARY, SAYING, SECOND_PERSON, THANKS,
};

/// Why the words of a part are not attributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    /// It stands before the first label.
    BeforeLabels,
    /// The label before it names nobody who is known, or another.
    OfAnother,
    /// The label names the person by a family name, or an office, that could be somebody else's.
    Unsure,
    /// A line that parts the text.
    Rule,
    /// A heading, or a line without an end.
    Heading,
    /// A whole paragraph in bold, in italics or in brackets.
    Marked,
    /// A line below the text, or the end of the transcript.
    Ending,
    /// A turn that begins with a dash names nobody.
    Dashed,
    /// Quoted from another letter.
    Quoted,
    /// It speaks of the speaker as of somebody else.
    ThirdPerson,
    /// It stands between two turns with the same label.
    Between,
    /// The floor is given to somebody, whose words may follow without a label.
    Floor,
    /// It stands below the last label, and nobody says `I` or `we` in it at length.
    Below,
}

impl Why {
    /// What the draft says of it.
    pub(super) fn told(self) -> &'static str {
        match self {
            Why::BeforeLabels => "it stands before the first label",
            Why::OfAnother => "no label says that it is the speaker's",
            Why::Unsure => "its label does not say for sure who speaks",
            Why::Rule | Why::Heading => "it stands below a line or heading that parts the text",
            Why::Marked => "a whole paragraph in bold, italics or brackets may be another's",
            Why::Ending => "it stands where the transcript has ended",
            Why::Dashed => "a turn that begins with a dash names nobody",
            Why::Quoted => "it is quoted from another text",
            Why::ThirdPerson => "it speaks of the speaker as of somebody else",
            Why::Floor => "the floor is given to somebody there, whose words may follow without a label",
            Why::Below => "it stands below the last label, where whoever ends the talk or prints it may have the word",
            Why::Between => "it stands between two turns with the same label, where a question may stand without one",
        }
    }
}

/// How an unlabelled part affects the current turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unlabelled {
    /// It continues the turn.
    Words,
    /// It is left out, and the turn goes on: a page number, a stage direction.
    Aside,
    /// It ends the turn.
    Ends(Why),
}

/// What a part without a label is; `beside_number`: whether the number of a page stands beside it.
pub(super) fn look(words: &str, apart: (bool, bool), beside_number: bool) -> Unlabelled {
    if is_number(words) {
        return Unlabelled::Aside;
    }
    if is_rule(words) {
        return Unlabelled::Ends(Why::Rule);
    }
    if words.starts_with('>') {
        return Unlabelled::Ends(Why::Quoted);
    }
    if is_bracketed(words) {
        return if is_direction(words) && words.chars().count() <= 80 {
            Unlabelled::Aside
        } else {
            Unlabelled::Ends(Why::Marked)
        };
    }
    if is_marked(words) {
        return Unlabelled::Ends(Why::Marked);
    }
    if words.trim_start_matches('#').len() < words.len() && words.trim_start_matches('#').starts_with(' ') {
        return Unlabelled::Ends(Why::Heading);
    }
    if is_ending(words) {
        return Unlabelled::Ends(Why::Ending);
    }
    if words.starts_with(is_dash) || words.starts_with(['•', '*']) && words[1..].starts_with(' ') {
        return Unlabelled::Ends(Why::Dashed);
    }
    let is_short = words.chars().count() <= if has_han(words) { 24 } else { 80 };
    let is_open = !is_ended(words) && !words.ends_with([',', ';', ':', '—', '–', '-', '，', '；', '：', '،']);
    match is_short && is_open && apart.0 && !words.contains('\n') {
        true if beside_number => Unlabelled::Aside,
        true => Unlabelled::Ends(Why::Heading),
        false => Unlabelled::Words,
    }
}

/// Whether a line is only the number of a page.
pub(super) fn is_number(words: &str) -> bool {
    let inner = words.trim_matches(|c: char| c.is_whitespace() || "-–—[]()./".contains(c));
    !inner.is_empty() && inner.len() <= 6 && inner.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_bracketed(words: &str) -> bool {
    let pairs = [('(', ')'), ('[', ']'), ('（', '）'), ('［', '］'), ('【', '】')];
    pairs
        .iter()
        .any(|(open, close)| words.starts_with(*open) && words.trim_end_matches(ends_sentence).ends_with(*close))
}

fn is_marked(words: &str) -> bool {
    let end = words.trim_end_matches(|c: char| ends_sentence(c) || ":：".contains(c));
    ["**", "__", "*", "_"]
        .iter()
        .any(|mark| words.len() > 2 * mark.len() && words.starts_with(mark) && end.ends_with(mark))
}

fn is_ending(words: &str) -> bool {
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
    is_short && (has(CLOSING) || thanks && (has(FOR_TALKING) || person.is_some_and(|person| addresses(words, person))))
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

/// The words of the last part of a text without the sentences that end the talk; `person`: whose words they are, if they
/// are anybody's; `is_talk`: whether there is anybody else who could end it.
pub(super) fn without_sign_off<'t>(words: &'t str, person: Option<&Person>, is_talk: bool) -> &'t str {
    /// `Thank you for talking with us. And now the weather. Goodbye. Good night.`
    const LAST: usize = 5;
    /// The most words of a sentence behind it.
    const SHORT: usize = 6;
    let is_of_another =
        |sentence: &str| is_sign_off(sentence, person) || person.is_some_and(|person| presents(sentence, person));
    let sentences = super::sentences::sentences(words);
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

/// Whether a part speaks about the person in the third person: by name, by office without `I` or `you`, or with an
/// attribution clause.
pub(super) fn is_about(words: &str, person: &Person) -> bool {
    says_office(words, person) || (names(words, person) || tells_who_said(words)) && !is_own_speech(words)
}

/// Whether somebody says `I` or `we` outside quotation marks, who may name themselves.
fn is_own_speech(words: &str) -> bool {
    let Some(segments) = segments(words) else { return false };
    let narrative = segments.into_iter().filter_map(|segment| match segment {
        Segment::Narrative(words) => Some(words),
        _ => None,
    });
    narrative.flat_map(name_words).any(|word| is_in_person(&word, &[FIRST_PERSON, SECOND_PERSON]))
}

/// Whether a word is of some lists of pronouns, also with a verb behind it: `we've`.
fn is_in_person(word: &str, lists: &[&[&str]]) -> bool {
    let plain = word.split('\'').next().unwrap_or_default();
    lists.iter().any(|list| list.contains(&plain))
}

/// Whether a part below the last label of a talk goes on with what the speaker says: at length, without thanks, and in the
/// first person or beginning as sentences do that go on. What prints the talk begins with a name: `The ministry was founded`.
pub(super) fn goes_on_below(words: &str) -> bool {
    /// The most characters of `Let us give the minister a round of applause`; of Chinese, fewer.
    const SHORT: usize = 80;
    /// How verbs with which somebody says `we` end.
    const WE: [&str; 5] = ["amos", "emos", "imos", "ons", "نا"];
    let is_long = words.chars().count() > if has_han(words) { SHORT / 3 } else { SHORT };
    let all = name_words(words);
    let says_we = |word: &String| {
        let is_verb = word.chars().count() > 4 && WE.iter().any(|end| word.ends_with(end));
        is_verb || is_in_person(word, &[FIRST_PERSON])
    };
    let begins = |word: &str| {
        let is_plain = [ORDINARY, BESIDE_NAMES, NEAR_NAMES, CONJUNCTIONS].iter().any(|list| list.contains(&word));
        is_plain && !DETERMINERS.contains(&word)
    };
    let is_begun = match all.as_slice() {
        [first, second, ..] => begins(first) || DETERMINERS.contains(&first.as_str()) && is_function(second),
        _ => false,
    };
    let lower = plain(words);
    let thanks = THANKS.iter().any(|thanks| lower.contains(thanks));
    is_long && !thanks && (is_begun || words.contains('我') || all.iter().any(says_we))
}

fn is_function(word: &str) -> bool {
    FUNCTION.iter().any(|(_, words)| words.contains(&word))
}

fn names(words: &str, person: &Person) -> bool {
    if has_han(words) {
        return person.names().iter().map(|name| name.concat()).any(|name| has_han(&name) && words.contains(&name));
    }
    let tokens: Vec<(bool, String)> = words
        .split(|c: char| c.is_whitespace() || "—–/.".contains(c))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(|word| {
            let whole = plain(word);
            let bare = whole.strip_suffix("'s").map(str::to_owned).unwrap_or(whole);
            (!word.starts_with(char::is_lowercase), bare)
        })
        .collect();
    let families = person.families().iter().chain(person.names());
    families.filter(|name| !name.is_empty()).any(|name| {
        let fits = |window: &[(bool, String)]| {
            window.iter().zip(name).all(|((_, word), known)| word == known) && window.last().is_some_and(|last| last.0)
        };
        tokens.windows(name.len()).any(fits)
    })
}

fn says_office(words: &str, person: &Person) -> bool {
    const ARTICLES: [&str; 8] = ["the", "der", "die", "le", "la", "el", "l'", "al"];
    if words.chars().count() > 400 || has_han(words) {
        return false;
    }
    let all = name_words(words);
    if all.iter().any(|word| is_in_person(word, &[FIRST_PERSON, SECOND_PERSON])) {
        return false;
    }
    // Where an office with its article begins a sentence: `The minister then left the hall.`
    super::sentences::sentences(words).into_iter().any(|sentence| {
        let words = name_words(sentence);
        let office = words.get(1..).and_then(offices::leading);
        let is_own = office.is_some_and(|(class, _)| person.offices().contains(class));
        is_own && words.first().is_some_and(|word| ARTICLES.contains(&word.as_str()))
    })
}

/// `…”, said the man`, `…” she added`.
fn tells_who_said(words: &str) -> bool {
    words.char_indices().filter(|(_, c)| is_closing(*c) && !")]）】'’".contains(*c)).any(|(at, c)| {
        let after = &words[at + c.len_utf8()..];
        let after = &after[..after.floor_char_boundary(60)];
        let mut next = name_words(after).into_iter().take(3);
        !after.starts_with(char::is_alphanumeric) && next.any(|word| SAYING.contains(&word.as_str()))
    })
}

/// What a note shows of a part.
pub(super) fn shown(words: &str) -> String {
    excerpt(words)
}
