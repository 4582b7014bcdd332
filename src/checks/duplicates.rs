//! Statements recorded twice: those of the same speakers and date whose titles or texts are nearly the same.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use super::Compared;
use crate::chronicle::{Chronicle, Speaker, StatementId};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::document::Step;
use crate::entry::date::Date;
use crate::entry::locate;
use crate::input::{Inputs, Span};
use texts::Texts;
use titles::Titles;

#[cfg(test)]
mod naive;
mod texts;
mod titles;

/// Statements of the same speakers on the same date with nearly the same title or text; with the keys of comparisons
/// without findings, for the next run. `known` are those of the previous run.
pub(super) fn check(chronicle: &Chronicle, inputs: &Inputs, known: &Compared) -> Checked<Compared> {
    let mut days: HashMap<(Date, Vec<&str>), Vec<StatementId>> = HashMap::new();
    for id in chronicle.statements().filter(|id| !chronicle[*id].is_withdrawn()) {
        let statement = &chronicle[id];
        let name = |speaker| match speaker {
            &Speaker::Person(person, _) => chronicle[person].entry.id.as_str(),
            Speaker::Office { title, .. } => title,
            &Speaker::Organization(body) => chronicle[body].entry.id.as_str(),
            Speaker::Country(country) => country.code(),
        };
        let mut speakers: Vec<&str> = statement.speakers.iter().map(name).collect();
        speakers.sort_unstable();
        days.entry((*statement.date(), speakers)).or_default().push(id);
    }
    let mut days: Vec<Vec<StatementId>> = days.into_values().filter(|ids| ids.len() > 1).collect();
    days.sort_unstable();
    let compared = days.par_iter().map(|ids| {
        let key = key(chronicle, ids);
        let findings = match known.contains_key(&key) {
            true => Vec::new(),
            false if ids.len() > MAX_COMPARED => vec![not_compared(chronicle, inputs, ids)],
            false => findings(chronicle, inputs, ids),
        };
        (key, findings)
    });
    let mut checked = Checked { value: Compared::new(), findings: Vec::new() };
    for (key, findings) in compared.collect::<Vec<_>>() {
        if findings.is_empty() {
            checked.value.insert(key, Arc::default());
        }
        checked.findings.extend(findings);
    }
    checked
}

/// The most statements of the same speakers and date that are compared.
const MAX_COMPARED: usize = 500;

/// The finding for too many statements to compare, at the first above the limit.
fn not_compared(chronicle: &Chronicle, inputs: &Inputs, ids: &[StatementId]) -> Diagnostic {
    let span = locate(inputs, chronicle[ids[MAX_COMPARED]].entry.input, &[Step::Key("date")]);
    let message = format!("{} statements of the same speakers have this date: they are not compared", ids.len());
    let help =
        format!("give each its day; of more than {MAX_COMPARED} statements, those that stand twice are not found");
    Diagnostic::lint(Code::DuplicateStatement, span, message).help(Some(help))
}

/// The cache key of a comparison: a hash of all that [`twins`] compares.
fn key(chronicle: &Chronicle, ids: &[StatementId]) -> u64 {
    let mut hash = Xxh3::new();
    "duplicates".hash(&mut hash);
    ids.iter().for_each(|id| chronicle[*id].entry.hash.hash(&mut hash));
    hash.finish()
}

/// The findings for statements of the same speakers and date that say nearly the same as an earlier one.
fn findings(chronicle: &Chronicle, inputs: &Inputs, ids: &[StatementId]) -> Vec<Diagnostic> {
    let titles: Vec<&str> = ids.iter().map(|id| chronicle[*id].entry.fields.title.as_str()).collect();
    let lengths = ids.iter().map(|id| chronicle[*id].entry.body.range().len()).collect();
    // A file that cannot be read has no text to compare; that it cannot is reported elsewhere.
    let read = |position: usize| {
        let entry = &chronicle[ids[position]].entry;
        let bytes = inputs.bytes(entry.input).unwrap_or_default();
        String::from_utf8_lossy(bytes.get(entry.body.range()).unwrap_or_default()).into_owned()
    };
    let twins = twins(&titles, lengths, &read);
    let finding = |(position, twin): (usize, Option<Twin>)| {
        let (entry, twin) = (&chronicle[ids[position]].entry, twin?);
        let other = &chronicle[ids[twin.of]].entry;
        let span = locate(inputs, entry.input, &[Step::Key("title")]);
        let message = format!("this may be the statement `{}` again", other.id);
        let what = twin.by.name();
        let finding = Diagnostic::lint(Code::DuplicateStatement, span, message)
            .label(Span::file(other.input), format!("same speaker, same date, and nearly this {what}"))
            .help(Some("keep one of the two, or say in titles and texts how they differ".to_owned()));
        Some(finding)
    };
    twins.into_iter().enumerate().filter_map(finding).collect()
}

/// The earlier statement that says nearly the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Twin {
    /// Its position.
    of: usize,
    by: Likeness,
}

/// What two statements have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Likeness {
    Title,
    Text,
}

impl Likeness {
    fn name(self) -> &'static str {
        match self {
            Likeness::Title => "title",
            Likeness::Text => "text",
        }
    }
}

/// For each statement the first earlier one with nearly the same title, or else with nearly the same text; given
/// their titles, how long their texts are, and how a text is read.
fn twins(titles: &[&str], lengths: Vec<usize>, read: &dyn Fn(usize) -> String) -> Vec<Option<Twin>> {
    let mut texts = Texts::of(lengths, read);
    let by_title = Titles::of(titles).twins(&mut |one, other| texts.are_apart(one, other));
    let open: Vec<bool> = by_title.iter().map(Option::is_none).collect();
    let by_text = texts.twins(&open);
    let one = |(title, text): (Option<usize>, Option<usize>)| {
        let title = title.map(|of| Twin { of, by: Likeness::Title });
        title.or_else(|| text.map(|of| Twin { of, by: Likeness::Text }))
    };
    by_title.into_iter().zip(by_text).map(one).collect()
}
