//! Decides whether a trial of fixes is acceptable.

use std::collections::{BTreeMap, BTreeSet};

use super::edits::{Texts, is_other_text, words};
use super::{Depth, depth};
use crate::diagnostic::{Code, Diagnostic};
use crate::input::InputId;
use crate::lock::{Lock, LockedRecord, PublishedStatement};
use crate::pipeline::Judgement;

/// A trial of fixes.
pub(super) struct Trial<'a> {
    pub(super) before: &'a Judgement,
    pub(super) after: &'a Judgement,
    /// The findings that should be gone.
    pub(super) fixes: &'a [&'a Diagnostic],
    /// What the files say before and after.
    pub(super) texts: (&'a Texts, &'a Texts),
    /// Files in which no revealed finding is accepted.
    pub(super) strict: &'a BTreeSet<InputId>,
    pub(super) config: InputId,
}

/// Identifies a finding across runs: without its span, which other fixes move.
type Key<'a> = (InputId, Code, &'a str);

fn counts<'a>(findings: impl IntoIterator<Item = &'a Diagnostic>) -> BTreeMap<Key<'a>, usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry((finding.span.input, finding.code, finding.message.as_str())).or_default() += 1;
    }
    counts
}

/// Judges a trial: none if it is acceptable, or else the files with problems, as far as they are known.
pub(super) fn verdict(trial: &Trial<'_>) -> Option<BTreeSet<InputId>> {
    let before = counts(&trial.before.findings);
    let after = counts(&trial.after.findings);
    let fixed = counts(trial.fixes.iter().copied());
    // Files that parse now may have findings that were hidden before.
    let read: BTreeSet<InputId> =
        fixed.keys().filter(|(_, code, _)| depth(*code) == Depth::File).map(|(input, ..)| *input).collect();
    let mut wrong = BTreeSet::new();
    for (key @ (input, code, _), count) in &after {
        let (had, gone) = (before.get(key).copied().unwrap_or_default(), fixed.get(key).copied().unwrap_or_default());
        let comes_to_light = || {
            let all_hidden = trial.before.record.is_none() && *input != trial.config;
            all_hidden
                || match depth(*code) {
                    Depth::Record => false,
                    Depth::Site => true,
                    Depth::Meaning => !read.is_empty(),
                    Depth::File => read.contains(input) && !trial.strict.contains(input),
                }
        };
        let is_as_before = *count <= had - gone.min(had);
        // No finding that was to be fixed may remain.
        if !is_as_before && (gone > 0 || !comes_to_light()) {
            wrong.insert(*input);
        }
    }
    let (old, new) = trial.texts;
    wrong.extend(new.iter().filter(|(input, bytes)| says_otherwise(&old[*input], bytes)).map(|(input, _)| *input));
    if let (Some(old), Some(new)) = (&trial.before.record, &trial.after.record)
        && is_other_record(old, new)
    {
        // Bisection will show which file it is.
        return Some(wrong);
    }
    (!wrong.is_empty()).then_some(wrong)
}

/// Whether the quotations of a file have other words, or its text other mark-up.
fn says_otherwise(old: &[u8], new: &[u8]) -> bool {
    old != new && (words(old).is_some_and(|old| words(new) != Some(old)) || is_other_text(old, new))
}

/// Whether a record is gone, or the date, speakers or words of a statement changed. Sources may be respelled; a rule
/// protects published ones.
fn is_other_record(old: &Lock, new: &Lock) -> bool {
    let said =
        |line: &LockedRecord| line.statement.clone().map(|said| PublishedStatement { sources: Vec::new(), ..said });
    old.lines()
        .any(|(id, line)| new.get(id.as_str()).is_none_or(|now| now.kind != line.kind || said(now) != said(line)))
}

/// The files among `changed` that are invalid for another reason than before.
pub(super) fn unreadable(first: &Judgement, last: &Judgement, changed: BTreeSet<InputId>) -> BTreeSet<InputId> {
    let (before, after) = (counts(&first.findings), counts(&last.findings));
    let is_new = |key: &Key<'_>, count: usize| {
        changed.contains(&key.0) && depth(key.1) == Depth::File && count > before.get(key).copied().unwrap_or_default()
    };
    after.iter().filter(|(key, count)| is_new(key, **count)).map(|(key, _)| key.0).collect()
}
