//! Splits a transcript into units: each begins with a label or after an empty line.

pub(super) use super::known_labels::Label;
use super::known_labels::{Labels, is_initial_of};
use super::labels::{self, Candidate, Form, after_time, candidates, clean};
use super::people::People;
use crate::naming::letters::{is_dash, is_ended, plain};
use crate::naming::words::{DETERMINERS, NEAR_NAMES, TITLES};
use crate::naming::{is_capitals, is_name};

/// A part of a transcript.
#[derive(Clone, Debug)]
pub(super) struct Unit<'t> {
    pub(super) label: Option<Label>,
    /// The words, as they stand in the text; without the label.
    pub(super) words: &'t str,
    /// Whether an empty line stands before it, and behind it.
    pub(super) apart: (bool, bool),
}

/// A line with the candidates for its label.
struct Line<'t> {
    text: &'t str,
    start: usize,
    after_gap: bool,
    before_gap: bool,
    candidates: Vec<Candidate<'t>>,
}

/// Splits a text into units whose words are slices of `body`.
pub(super) fn units<'t>(body: &'t str, people: &People) -> Vec<Unit<'t>> {
    let lines = lines(body);
    let candidates: Vec<&Candidate<'_>> = lines.iter().flat_map(|line| &line.candidates).collect();
    let labels = Labels::of(&candidates, people);
    let mut units: Vec<Unit<'_>> = Vec::new();
    let mut wrapped = false;
    for (index, line) in lines.iter().enumerate() {
        if line.after_gap {
            wrapped = is_wrapped(&lines[index..]);
        }
        let apart = (line.after_gap, line.before_gap);
        let within = index > 0 && wrapped && !line.after_gap && !is_ended(lines[index - 1].text);
        let label =
            line.candidates.iter().filter(|candidate| !wrapped || candidate.form != Form::Own || line.text.len() <= 60);
        let label = label.filter_map(|candidate| Some((labels.accept(candidate, people)?, candidate.words)));
        let mut label = label.filter_map(|(label, words)| Some((label.within(within)?, words)));
        let first = label.next();
        let label = first.map(|first| label.find(|(other, _)| is_initial_of(&first.0, other)).unwrap_or(first));
        if let Some((label, words)) = label {
            let words = if words.is_empty() { &line.text[line.text.len()..] } else { words };
            units.push(Unit { label: Some(label), words, apart });
        } else if let Some(last) = units.last_mut().filter(|last| !line.after_gap && goes_on(last, line, wrapped)) {
            let start = if last.words.is_empty() { line.start } else { offset(body, last.words) };
            last.words = &body[start..line.start + line.text.len()];
            last.apart.1 = line.before_gap;
        } else {
            units.push(Unit { label: None, words: line.text, apart });
        }
    }
    units.into_iter().flat_map(|unit| parted(unit, &labels, people)).collect()
}

/// Where `part` begins in `whole`, of which it is a part.
fn offset(whole: &str, part: &str) -> usize {
    part.as_ptr().addr() - whole.as_ptr().addr()
}

fn lines(body: &str) -> Vec<Line<'_>> {
    let (mut lines, mut at, mut after_gap): (Vec<Line<'_>>, usize, bool) = (Vec::new(), 0, true);
    for whole in body.split_inclusive('\n') {
        let text = whole.trim();
        if text.is_empty() {
            after_gap = true;
            if let Some(last) = lines.last_mut() {
                last.before_gap = true;
            }
        } else {
            let start = at + (whole.len() - whole.trim_start().len());
            let is_mark = is_rule(text) || text.starts_with('>');
            let mut candidates = if is_mark { Vec::new() } else { candidates(text) };
            if text.starts_with(is_dash) {
                candidates.retain(|candidate| candidate.form == Form::Colon);
            }
            lines.push(Line { text, start, after_gap, before_gap: false, candidates });
            after_gap = false;
        }
        at += whole.len();
    }
    if let Some(last) = lines.last_mut() {
        last.before_gap = true;
    }
    lines
}

/// Whether the lines up to the next gap are one text that was wrapped: none is long, and one ends within a sentence.
fn is_wrapped(lines: &[Line<'_>]) -> bool {
    const WIDEST: usize = 100;
    let end = lines.iter().skip(1).position(|line| line.after_gap).map_or(lines.len(), |at| at + 1);
    let lines = &lines[..end];
    let within = lines[..lines.len() - 1].iter().filter(|line| !is_ended(line.text) && line.text.chars().count() > 30);
    lines.iter().all(|line| line.text.chars().count() <= WIDEST) && within.count() > 0
}

/// Whether a line without a label goes on with what stands before it, of which only the end is looked at.
fn goes_on(last: &Unit<'_>, line: &Line<'_>, wrapped: bool) -> bool {
    const END: usize = 400;
    let end = &last.words[last.words.ceil_char_boundary(last.words.len().saturating_sub(END))..];
    let is_new = is_rule(line.text)
        || is_rule(last.words)
        || line.text.starts_with(['>', '#'])
        || line.text.starts_with(is_dash) && (!wrapped || is_ended(end))
        || last.words.starts_with('>') && last.label.is_none();
    let begins = last.words.is_empty() && last.label.is_some();
    !is_new && (begins || wrapped || !is_ended(end))
}

/// Whether a line only parts what is above from what is below.
pub(super) fn is_rule(line: &str) -> bool {
    // The first letter decides: words of many lines are asked at each of them.
    let mut count = 0_usize;
    let all = line.chars().filter(|c| !c.is_whitespace()).all(|c| {
        count += 1;
        "-–—―_*=~#•·+.".contains(c)
    });
    all && count >= 3
}

/// A unit parted at the labels that stand within it: `Yes. QUESTION: And? LEE: No.`
fn parted<'t>(unit: Unit<'t>, labels: &Labels, people: &People) -> Vec<Unit<'t>> {
    let mut units = vec![unit];
    while let Some((before, label, words)) = units.last().and_then(|last| within(last.words, labels, people)) {
        if let Some(last) = units.last_mut() {
            let after = std::mem::replace(&mut last.apart.1, false);
            last.words = before;
            units.push(Unit { label: Some(label), words, apart: (false, after) });
        }
    }
    units
}

/// The first label within some words, with what stands before and after it.
fn within<'t>(words: &'t str, labels: &Labels, people: &People) -> Option<(&'t str, Label, &'t str)> {
    words.match_indices([':', '：']).find_map(|(at, colon)| {
        let rest = &words[at + colon.len()..];
        // `[Mr. Oak:] Words`
        let is_wide = colon != ":" || rest.starts_with(|c: char| c.is_whitespace() || ")]".contains(c));
        if !is_wide || is_interjection(&words[..at], rest) {
            return None;
        }
        let start = label_start(&words[..at], labels, people)?;
        let raw = &words[start..at];
        let label = Label::of(raw, labels.who(&clean(raw), people), Form::Colon, people);
        Some((words[..start].trim_end(), label, rest.trim_start_matches([')', ']', '）', '］']).trim_start()))
    })
}

/// Whether a colon stands within a bracket that is closed soon: `We sell tin. [Mr. Oak: Shame!] We do so.` Behind it, whoever
/// spoke before goes on. `[Mr. Oak:] Shame!` has a label.
fn is_interjection(before: &str, rest: &str) -> bool {
    const LONGEST: usize = 300;
    const BRACKETS: [char; 8] = ['(', '[', '（', '［', ')', ']', '）', '］'];
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(LONGEST))..];
    let Some(open) = near.rfind(BRACKETS).filter(|open| near[*open..].starts_with(['(', '[', '（', '［'])) else {
        return false;
    };
    let close = match near[open..].chars().next() {
        Some('(') => ')',
        Some('（') => '）',
        Some('［') => '］',
        _ => ']',
    };
    let inner = rest[..rest.floor_char_boundary(LONGEST)].split_once(close).map(|(inner, _)| inner);
    // Within another bracket, or over paragraphs, nothing is sure.
    inner.is_some_and(|inner| {
        inner.contains(char::is_alphanumeric) && !inner.contains(BRACKETS) && !inner.contains(['\n', ':', '：'])
    })
}

/// Whether one word stands behind a line that was wrapped within its sentence: `what we did in ¶ Vale: to get`. The line is
/// long, and ends with a preposition, an article or a word with a capital letter.
fn is_within_sentence(before: &str, behind: &str) -> bool {
    const LONG: usize = 40;
    let line = before.trim_end_matches(' ').rsplit('\n').next().unwrap_or_default();
    let last = line.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_open =
        last.ends_with(char::is_alphanumeric) && (last.starts_with(char::is_uppercase) || is_small(&plain(last)));
    is_open && line.chars().count() > LONG && !behind.contains(char::is_whitespace) && !is_capitals(behind)
}

fn is_small(word: &str) -> bool {
    NEAR_NAMES.contains(&word) || DETERMINERS.contains(&word)
}

/// Where the label before a colon begins, if there is one: behind the end of a sentence, or in capitals anywhere.
fn label_start(before: &str, labels: &Labels, people: &People) -> Option<usize> {
    const LONGEST: usize = 200;
    let from = before.floor_char_boundary(before.len().saturating_sub(LONGEST));
    let tail = &before[from..];
    let is_break = |(at, c): (usize, char)| {
        let after = &tail[at + c.len_utf8()..];
        let is_abbreviation = c == '.' && tail[..at].chars().rev().take_while(|c| c.is_alphabetic()).count() <= 3;
        let is_end = crate::naming::letters::ends_sentence(c) || ")]）】”»\"*\n\t".contains(c);
        let is_within = c == '\n' && is_within_sentence(&tail[..at], after.trim());
        let is_wrapped = is_within && labels.count(&clean(after)) < 2 && labels::who(&clean(after), people).is_none();
        (is_end && !is_wrapped && !after.trim().is_empty()).then_some((from + at + c.len_utf8(), is_abbreviation))
    };
    let mut breaks: Vec<(usize, bool)> = tail.char_indices().filter_map(is_break).collect();
    breaks.reverse();
    let is_one = |start: usize| {
        let text = clean(&before[start..]);
        let known = labels.who(&text, people);
        let is_elsewhere = labels.count(&text) > 0 && is_name(&text)
            || crate::naming::letters::has_han(&text) && text.chars().count() <= 5 && is_name(&text);
        let is_long = text.split_whitespace().count() > 1 || is_capitals(&text) && text.chars().count() > 2;
        (known.is_some() || is_elsewhere || is_long && is_name(&text)).then_some(start)
    };
    let mut found = None;
    // `Well, Mr. President: it is so`: behind a title only the rest of a name stands.
    let is_titled = |start: usize| {
        let word = before[from..start].trim_end_matches('.').rsplit(char::is_whitespace).next().unwrap_or_default();
        TITLES.contains(&plain(word).as_str())
    };
    for (start, is_abbreviation) in breaks {
        found = Some(start).filter(|start| !is_titled(*start)).and_then(is_one).or(found);
        if !is_abbreviation {
            break;
        }
    }
    found.filter(|start| *start > 0).or_else(|| {
        // `Yes QUESTION: And?`: words in capitals before the colon, whatever stands before them.
        let capitals = tail.split_inclusive(char::is_whitespace).rev().take_while(|word| is_capitals(word));
        let (count, length) = capitals.fold((0, 0), |(count, length), word| (count + 1, length + word.len()));
        let start = before.len() - length;
        let text = clean(&before[start..]);
        let is_known = labels.count(&text) > 0 || labels::who(&text, people).is_some();
        (count > 0 && start > 0 && is_known && text.chars().count() > 2).then_some(start)
    })
}

/// The words of a unit without the time before them.
pub(super) fn untimed(words: &str) -> &str {
    after_time(words)
}
