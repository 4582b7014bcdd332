//! Lines of a quotation that begin as the turns of an interview do: `Interviewer: …`, `Q. …`. What follows may be the words of
//! somebody else than the speaker.

mod below;
mod in_source;
mod kind;
mod weighed;

use std::ops::Range;

use super::line::is_dash;
use crate::naming::letters::{is_ended, name_words};
use crate::naming::words::COURTESY;
pub(crate) use below::below;
pub(crate) use in_source::{SourceTurn, turns_of_source};
pub(super) use kind::Kind;
use kind::{bare, is_asker, is_shouted, kind};
pub(super) use weighed::weighed;

/// A line that begins with whoever may say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Turn {
    /// What stands before the colon; all of a question that is set apart by emphasis.
    pub(crate) label: String,
    /// The sign that follows it, if it is not set apart by emphasis or a line of its own.
    pub(crate) sign: Option<char>,
    /// Where it is, in bytes of the Markdown.
    pub(crate) range: Range<usize>,
    /// Whether it is the label of a turn by all that the quotation says; of any other, records decide.
    pub(crate) is_sure: bool,
    /// Whether a question follows on the line.
    pub(crate) asks: bool,
    /// Whether it is a line of its own below the quotation, which names whose words stand above.
    pub(crate) is_below: bool,
}

/// No label is longer than this, in bytes.
const LONGEST: usize = 100;

/// No name that is a whole line is longer than this, in bytes.
const LONGEST_NAME: usize = 60;

/// Signs after a label; a colon may follow any, the others only what is certainly no part of a sentence.
const COLONS: [char; 8] = [':', '：', '﹕', '︰', '꞉', '։', '፡', '∶'];
const OTHERS: [char; 8] = ['.', ')', '|', '/', ';', '—', '–', '-'];

/// Signs of questions.
const QUESTIONS: [char; 6] = ['?', '？', '؟', ';', '՞', '፧'];

/// Brackets around a label.
const BRACKETS: [char; 12] = ['[', ']', '(', ')', '【', '】', '（', '）', '«', '»', '"', '|'];

/// The label of a line, in bytes of it; `emphasized` is how much of it is emphasized at its beginning.
pub(super) fn label(line: &str, emphasized: usize) -> Option<(Range<usize>, Kind)> {
    let start = after_time(line);
    let (rest, emphasized) = (&line[start..], emphasized.saturating_sub(start));
    if let Some((end, kind)) = alone(rest, emphasized) {
        return Some((start..start + rest[..end].trim_end().len(), kind));
    }
    let before = rest.len() - rest.trim_start_matches(opens).len();
    let (start, rest, emphasized) = (start + before, &rest[before..], emphasized.saturating_sub(before));
    let found = in_brackets(rest).or_else(|| letter_q(rest)).or_else(|| match colon(rest) {
        Some(end) => {
            let named = &rest[..end];
            Some((end, kind(named, named.trim_end().len() <= emphasized)?))
        }
        None => before_sign(rest, emphasized),
    });
    match found {
        Some((end, kind)) => Some((start..start + rest[..end].trim_end().len(), kind)),
        None => within(rest).map(|range| (start + range.start..start + range.end, Kind::Asker)),
    }
}

/// Whether a character may stand before a label, and is no part of it: a dash, a mark that opens a quotation.
fn opens(letter: char) -> bool {
    letter.is_whitespace()
        || is_dash(letter)
        || matches!(letter, '“' | '”' | '„' | '‘' | '‚' | '«' | '‹' | '「' | '『' | '"')
}

/// Whether a question stands in what follows a label.
pub(super) fn asks(words: &str) -> bool {
    // A semicolon asks in Greek only.
    words.contains(|letter| letter != ';' && QUESTIONS.contains(&letter))
}

/// A label that is the whole line.
fn alone(line: &str, emphasized: usize) -> Option<(usize, Kind)> {
    let whole = line.trim_end();
    let is_emphasized = whole.len() <= emphasized;
    let is_sentence = whole.contains(char::is_whitespace) && is_ended(whole);
    if is_emphasized && whole.ends_with(QUESTIONS) || !is_sentence && is_asker(whole, is_emphasized) {
        return Some((whole.len(), Kind::Asker));
    }
    // With a dash before it, it is whom the words above are attributed to.
    let is_label = is_emphasized && whole.starts_with(char::is_alphabetic) && whole.ends_with(char::is_alphanumeric);
    if is_label {
        return Some((whole.len(), kind(whole, true)?));
    }
    // What is nothing but a name is that of whoever speaks next, or spoke, where records know it.
    let is_name = !is_emphasized
        && whole.len() <= LONGEST_NAME
        && whole.starts_with(|first: char| first.is_alphabetic() || "[(【（".contains(first))
        && whole.ends_with(|last: char| last.is_alphanumeric() || "])】）".contains(last))
        && kind(whole, true) == Some(Kind::Name);
    is_name.then_some((whole.len(), Kind::Heading))
}

/// Whoever speaks in brackets: `[Interviewer] …`.
fn in_brackets(line: &str) -> Option<(usize, Kind)> {
    if !line.starts_with(['[', '(', '【', '（']) {
        return None;
    }
    let end = beginning(line).find([']', ')', '】', '）'])?;
    let (named, after) = (&line[..end], line[end..].trim_start_matches([']', ')', '】', '）']).trim_start());
    if is_direction(named) {
        return None;
    }
    if is_asker(named, false) {
        return Some((end, Kind::Asker));
    }
    // A name in the middle of a sentence is the editors'.
    let begins = after.starts_with(|first: char| !first.is_lowercase() && first.is_alphanumeric() || opens(first));
    let is_name = !named.contains(char::is_numeric) && kind(named, false) == Some(Kind::Name);
    (begins && is_name).then_some((end, Kind::Heading))
}

/// Whether brackets hold what could not be heard, and nobody who speaks.
fn is_direction(label: &str) -> bool {
    matches!(bare(label).to_lowercase().as_str(), "inaudible" | "laughter" | "applause")
}

/// Where the first colon is that may stand behind a label: in no time of day, and in no ratio.
fn colon(line: &str) -> Option<usize> {
    let is_sign = |(at, letter): &(usize, char)| {
        COLONS.contains(letter) && !line[at + letter.len_utf8()..].starts_with(char::is_numeric)
    };
    let (at, _) = line.char_indices().take_while(|(at, _)| *at <= LONGEST).find(is_sign)?;
    Some(at)
}

/// The letter `Q` before a question: as it is not a word, white space is enough.
fn letter_q(line: &str) -> Option<(usize, Kind)> {
    let rest = line.strip_prefix('Q').filter(|rest| rest.starts_with(char::is_whitespace))?;
    let begins = |first: char| first.is_uppercase() || "(“\"…".contains(first);
    rest.trim_start().starts_with(begins).then_some((1, Kind::Asker))
}

/// A label before another sign than a colon: `Q. …`, `**Smith.** …`, `MR. SMITH. …`.
fn before_sign(line: &str, emphasized: usize) -> Option<(usize, Kind)> {
    let end = beginning(line).find(OTHERS)?;
    let (named, rest) = (&line[..end], &line[end..]);
    let after = rest.trim_start_matches(OTHERS);
    if (end..=end + 1).contains(&emphasized) {
        return Some((end, kind(named, true)?));
    }
    if !after.is_empty() && !after.starts_with(char::is_whitespace) {
        return None;
    }
    // A single letter may be an initial.
    let is_letter = named.trim().chars().nth(1).is_none() && !named.trim().eq_ignore_ascii_case("q");
    let is_open = named.starts_with(BRACKETS);
    if is_asker(named, false) && !is_open && (!is_letter || asks(after)) {
        return Some((end, Kind::Asker));
    }
    // With nothing behind it, it is a signature.
    if !rest.starts_with(". ") || !is_shouted(named) || !after.contains(char::is_lowercase) {
        return None;
    }
    let next = after.split_whitespace().next().unwrap_or_default();
    let is_title = name_words(named).iter().all(|word| COURTESY.contains(&word.as_str()));
    Some((end, if is_title && is_shouted(next) { Kind::Name } else { kind(named, false)? }))
}

/// As much of a line as a label may take, with the sign behind it.
fn beginning(line: &str) -> &str {
    &line[..line.ceil_char_boundary(LONGEST + 1)]
}

/// Where an asker is named after a sentence: `Peace is near. Interviewer: When?`
fn within(line: &str) -> Option<Range<usize>> {
    // Most lines have no colon of any kind, which is told soonest by their bytes.
    if line.bytes().all(|byte| byte.is_ascii() && byte != b':') {
        return None;
    }
    let sentence = |(at, sign): (usize, &str)| {
        let at = at + sign.len();
        let start = at + (line[at..].len() - line[at..].trim_start().len());
        let end = start + line[start..line.floor_char_boundary(start + LONGEST)].find(COLONS)?;
        is_asker(&line[start..end], false).then_some(start..end)
    };
    line.contains(COLONS).then(|| line.match_indices(['.', '!', '?', '…', '。', '！', '？', '؟']).find_map(sentence))?
}

/// Where a line begins after the time at which it was said: `[00:10:30]`.
fn after_time(line: &str) -> usize {
    let is_of_time = |letter: char| letter.is_numeric() || letter.is_whitespace() || "[]():.".contains(letter);
    let rest = line.trim_start_matches(is_of_time);
    let length = line.len() - rest.len();
    if line[..length].contains(':') && line[..length].contains(char::is_numeric) { length } else { 0 }
}

#[cfg(test)]
mod tests;
