//! Which candidates for labels are labels, and whom they name beside all others of a text.

use std::collections::{BTreeMap, BTreeSet};

use super::brackets::{self, Bracket};
use super::labels::{self, Candidate, Form, Who, clean};
use super::people::{Fit, People};
use crate::naming::letters::{is_ended, name_words};
use crate::naming::offices;
use crate::naming::words::{COURTESY, DETERMINERS, TITLES};
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
    /// Whether a bracket behind a family name says something of its bearer that is not known of the person: `Lee (Vale)`.
    pub(super) has_strange_bracket: bool,
}

impl Label {
    /// The label that some text is, whose clean form names `who`: behind a name, a bracket may say that it is another's.
    pub(super) fn of(raw: &str, who: Option<Who>, form: Form, people: &People) -> Label {
        let bracket = match &who {
            Some(Who::Person(person, _)) => brackets::read(raw, people.get(*person)),
            _ => Bracket::Known,
        };
        let is_bare = matches!(who, Some(Who::Person(_, Fit::Family { courtesy: false })));
        let who = who.filter(|_| bracket != Bracket::OfAnother);
        let has_strange_bracket = is_bare && bracket == Bracket::Unknown;
        Label { text: clean(raw), who, form, is_doubtful: false, has_strange_bracket }
    }

    /// The label at the beginning of a line that may go on with a sentence: words with capital letters are often none.
    pub(super) fn within(self, is_within: bool) -> Option<Label> {
        if !is_within || is_capitals(&self.text) {
            return Some(self);
        }
        (self.who.is_some() && self.form == Form::Colon).then_some(Label { is_doubtful: true, ..self })
    }
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
    pub(super) fn of(candidates: &[&Candidate<'_>], people: &People) -> Labels {
        let mut labels = Labels::default();
        for candidate in candidates {
            let key = clean(candidate.label);
            labels.who.entry(key.clone()).or_insert_with(|| labels::who(&key, people));
            if labels.who.get(&key).is_some_and(Option::is_some) {
                labels.forms.insert(candidate.form);
            }
            *labels.counts.entry(key).or_default() += 1;
        }
        labels.introduce(candidates, people);
        labels
    }

    /// Resolves the offices behind which a bracket names who holds them, and always the same one: `The Prime Minister (Mr Bo
    /// Oak): Words`, and then `The Prime Minister: Words`.
    fn introduce(&mut self, candidates: &[&Candidate<'_>], people: &People) {
        let mut named: BTreeMap<String, BTreeSet<Option<usize>>> = BTreeMap::new();
        for candidate in candidates {
            let key = clean(candidate.label);
            let is_open = self.who.get(&key).is_some_and(Option::is_none) && is_of_office(&key);
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

    pub(super) fn count(&self, key: &str) -> usize {
        self.counts.get(key).copied().unwrap_or_default()
    }

    /// Whom a clean label names, also where it stands nowhere at the beginning of a line.
    pub(super) fn who(&self, label: &str, people: &People) -> Option<Who> {
        self.who.get(label).cloned().unwrap_or_else(|| labels::who(label, people))
    }

    /// The label that a candidate is, if it is one.
    pub(super) fn accept(&self, candidate: &Candidate<'_>, people: &People) -> Option<Label> {
        let text = clean(candidate.label);
        let who = self.who.get(&text).cloned().flatten();
        let is_repeated = self.count(&text) > 1 && is_name(&text);
        let is_known = who.is_some();
        let is_label = match candidate.form {
            Form::Colon => is_known || is_name(&text) || is_called(&text),
            Form::Tight | Form::Marked | Form::Bracket | Form::Dash | Form::Gap | Form::Slash => {
                let is_spoken = is_ended(candidate.words) || candidate.words.chars().count() > 80;
                is_known || is_spoken && (is_repeated || self.forms.contains(&candidate.form) && is_name(&text))
            }
            Form::Period => is_period(&text, who.as_ref()) || is_addressed(&text),
            Form::Own => {
                let is_usual = is_capitals(&text) || self.forms.contains(&Form::Own);
                is_known || is_repeated || is_usual && is_name(&text)
            }
        };
        is_label.then(|| Label::of(candidate.label, who, candidate.form, people))
    }
}

/// Whether a label may be an office and no more: one with a comma begins with it, `The Secretary of State for Foreign, Commonwealth
/// and Development Affairs`, where `Bo Oak, Secretary` does not.
fn is_of_office(label: &str) -> bool {
    let words = name_words(label);
    let small = words.iter().take_while(|word| COURTESY.contains(&word.as_str())).count();
    !label.contains([',', '،']) || offices::leading(&words[small..]).is_some()
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

/// Whether a label of one letter is the initial of a person whom a longer one names: `О` of `О. Иванов`.
pub(super) fn is_initial_of(letter: &Label, longer: &Label) -> bool {
    let rest = longer.text.strip_prefix(letter.text.as_str());
    letter.text.chars().count() == 1
        && rest.is_some_and(|rest| rest.starts_with('.'))
        && matches!(longer.who, Some(Who::Person(..)))
}
