//! Splits a transcript into units: each begins with a label or after an empty line.

use std::collections::{BTreeMap, BTreeSet};

use super::labels::{self, Candidate, Form, Who, after_time, candidates, clean};
use super::people::{Fit, People};
use super::stage::spoken;
use crate::naming::letters::{is_dash, is_ended, name_words, plain};
use crate::naming::offices;
use crate::naming::words::{COURTESY, DETERMINERS, NEAR_NAMES, TITLES};
use crate::naming::{is_addressed, is_capitals, is_name};

/// A label that was found: as it is printed, and whom it names.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub(super) text: String,
    pub(super) who: Option<Who>,
    pub(super) form: Form,
    /// Whether it may be no label of what follows: it stands within a sentence that was wrapped, `the team of ¶ President
    /// Lee: I am`, or may be a name below its words.
    pub(super) is_doubtful: bool,
}

impl Label {
    /// The label at the beginning of a line that may go on with a sentence: words with capital letters are often none.
    fn within(self, is_within: bool) -> Option<Label> {
        if !is_within || is_capitals(&self.text) {
            return Some(self);
        }
        (self.who.is_some() && self.form == Form::Colon).then_some(Label { is_doubtful: true, ..self })
    }
}

/// A part of a transcript.
#[derive(Clone, Debug)]
pub(super) struct Unit<'t> {
    pub(super) label: Option<Label>,
    /// The words, as they stand in the text; without the label.
    pub(super) words: &'t str,
    /// Whether an empty line stands before it, and behind it.
    pub(super) apart: (bool, bool),
}

/// What is known of the labels of a text.
#[derive(Debug, Default)]
pub(super) struct Labels {
    /// How often each stands at the beginning of a line, in any form.
    counts: BTreeMap<String, usize>,
    /// The forms in which labels of people on record, or of those who ask, stand.
    forms: BTreeSet<Form>,
    who: BTreeMap<String, Option<Who>>,
}

impl Labels {
    fn of(lines: &[Line<'_>], people: &People) -> Labels {
        let mut labels = Labels::default();
        for candidate in lines.iter().flat_map(|line| &line.candidates) {
            let key = clean(candidate.label);
            labels.who.entry(key.clone()).or_insert_with(|| labels::who(&key, people));
            if labels.who.get(&key).is_some_and(Option::is_some) {
                labels.forms.insert(candidate.form);
            }
            *labels.counts.entry(key).or_default() += 1;
        }
        labels.introduce(lines, people);
        labels
    }

    /// Resolves the offices behind which a bracket names who holds them, and always the same one: `The Prime Minister (Mr Bo
    /// Oak): Words`, and then `The Prime Minister: Words`.
    fn introduce(&mut self, lines: &[Line<'_>], people: &People) {
        let mut named: BTreeMap<String, BTreeSet<Option<usize>>> = BTreeMap::new();
        for candidate in lines.iter().flat_map(|line| &line.candidates) {
            let key = clean(candidate.label);
            let is_open = self.who.get(&key).is_some_and(Option::is_none) && !key.contains([',', '،']);
            let Some(name) = bracketed(candidate.label).filter(|_| is_open) else { continue };
            if offices::classes(&name_words(&key)).is_empty() {
                continue;
            }
            let person = people.resolve(&format!("{name}, {key}"));
            let person = person.filter(|(_, fit)| !matches!(fit, Fit::Family { .. })).map(|(person, _)| person);
            named.entry(key).or_default().insert(person);
        }
        for (key, people) in named {
            if let (1, Some(Some(person))) = (people.len(), people.first()) {
                self.who.insert(key, Some(Who::Person(*person, Fit::Full)));
            }
        }
    }

    fn count(&self, key: &str) -> usize {
        self.counts.get(key).copied().unwrap_or_default()
    }

    /// The label that a candidate is, if it is one.
    fn accept(&self, candidate: &Candidate<'_>) -> Option<Label> {
        let text = clean(candidate.label);
        let who = self.who.get(&text).cloned().flatten();
        let is_repeated = self.count(&text) > 1 && is_name(&text);
        let is_known = who.is_some();
        let is_label = match candidate.form {
            Form::Colon => is_known || is_name(&text) || is_called(&text),
            Form::Tight | Form::Marked | Form::Bracket | Form::Dash | Form::Gap | Form::Slash => {
                // `Jo Oak of Vale.  (Applause.)` has no words behind the name.
                let is_spoken = (is_ended(candidate.words) || candidate.words.chars().count() > 80)
                    && !spoken(candidate.words).is_empty();
                is_known || is_spoken && (is_repeated || self.forms.contains(&candidate.form) && is_name(&text))
            }
            Form::Period => is_period(&text, who.as_ref()) || is_addressed(&text),
            Form::Own => {
                let is_usual = is_capitals(&text) || self.forms.contains(&Form::Own);
                is_known || is_repeated || is_usual && is_name(&text)
            }
        };
        is_label.then_some(Label { text, who, form: candidate.form, is_doubtful: false })
    }
}

/// Whether a label begins with an article and a title of courtesy, whatever follows them: `La señora portavoz del grupo`.
fn is_called(label: &str) -> bool {
    const LONGEST: usize = 12;
    let words = name_words(label);
    let is_title = |word: &String| word.chars().count() > 1 && TITLES.contains(&word.as_str());
    let is_article = |word: &String| COURTESY.contains(&word.as_str()) && DETERMINERS.contains(&word.as_str());
    label.starts_with(char::is_uppercase)
        && words.len() <= LONGEST
        && words.first().is_some_and(is_article)
        && words.get(1).is_some_and(is_title)
}

/// The name in the bracket that a label ends with: `The Prime Minister (Mr Bo Oak)`. What is spoken, or heard, is none.
fn bracketed(label: &str) -> Option<&str> {
    let label = label.trim_end_matches(|c: char| c.is_whitespace() || ":：*_".contains(c));
    let (_, name) = label.strip_suffix([')', '）'])?.rsplit_once(['(', '（'])?;
    is_name(name.trim()).then_some(name.trim())
}

/// Whether a label may stand before a full stop: `Q. Words`, `M. LEE. Words`.
fn is_period(label: &str, who: Option<&Who>) -> bool {
    match who {
        Some(Who::Person(..)) => is_addressed(label) || is_capitals(label),
        Some(_) => true,
        None => false,
    }
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
    let labels = Labels::of(&lines, people);
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
        let label = label.filter_map(|candidate| Some((labels.accept(candidate)?, candidate.words)));
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

/// Whether a label of one letter is the initial of a person whom a longer one names: `О` of `О. Иванов`.
fn is_initial_of(letter: &Label, longer: &Label) -> bool {
    let rest = longer.text.strip_prefix(letter.text.as_str());
    letter.text.chars().count() == 1
        && rest.is_some_and(|rest| rest.starts_with('.'))
        && matches!(longer.who, Some(Who::Person(..)))
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

/// Whether a line without a label goes on with what stands before it.
fn goes_on(last: &Unit<'_>, line: &Line<'_>, wrapped: bool) -> bool {
    let is_new = is_rule(line.text)
        || is_rule(last.words)
        || line.text.starts_with(['>', '#'])
        || line.text.starts_with(is_dash) && (!wrapped || is_ended(last.words))
        || last.words.starts_with('>') && last.label.is_none();
    let begins = last.words.is_empty() && last.label.is_some();
    !is_new && (begins || wrapped || !is_ended(last.words))
}

/// Whether a line only parts what is above from what is below.
pub(super) fn is_rule(line: &str) -> bool {
    let marks = line.chars().filter(|c| !c.is_whitespace());
    marks.clone().count() >= 3 && marks.clone().all(|c| "-–—―_*=~#•·+.".contains(c))
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
        let text = clean(&words[start..at]);
        let who = labels.who.get(&text).cloned().unwrap_or_else(|| labels::who(&text, people));
        let label = Label { text, who, form: Form::Colon, is_doubtful: false };
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
        let known = labels.who.get(&text).cloned().unwrap_or_else(|| labels::who(&text, people));
        let is_elsewhere = labels.count(&text) > 0 && is_name(&text)
            || crate::naming::letters::has_han(&text) && text.chars().count() <= 5 && is_name(&text);
        let is_long = text.split_whitespace().count() > 1 || is_capitals(&text) && text.chars().count() > 2;
        (known.is_some() || is_elsewhere || is_long && is_name(&text)).then_some(start)
    };
    let mut found = None;
    // `Well, Mr. President: it is so`: behind a title only the rest of a name stands.
    let is_titled = |start: usize| {
        let word = before[..start].trim_end_matches('.').rsplit(char::is_whitespace).next().unwrap_or_default();
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
