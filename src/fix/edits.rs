//! Edits: which can be applied together, and the result.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::meaning;
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::entry::front_matter;
use crate::entry::quotation::quotations;
use crate::input::InputId;

/// What files say.
pub(super) type Texts = BTreeMap<InputId, Vec<u8>>;

/// The findings whose edits are within the texts and outside of quotations; invisible characters only where removing
/// them keeps values and markup.
pub(super) fn applicable<'f>(findings: impl Iterator<Item = &'f Diagnostic>, texts: &Texts) -> Vec<&'f Diagnostic> {
    let mut quoted: BTreeMap<InputId, Vec<Range<usize>>> = BTreeMap::new();
    let is_applicable = |finding: &&Diagnostic| {
        let input = finding.span.input;
        let Some(text) = texts.get(&input).and_then(|bytes| std::str::from_utf8(bytes).ok()) else { return false };
        let quoted = quoted.entry(input).or_insert_with(|| quoted_in(text));
        finding.fix.iter().all(|edit| {
            let range = edit.span.range();
            let is_change = text.get(range.clone()).is_some_and(|old| old != edit.text);
            let place = quoted.partition_point(|words| words.end <= range.start);
            let is_apart = quoted.get(place).is_none_or(|words| range.end <= words.start);
            edit.span.input == input && is_change && is_apart
        })
    };
    let (unseen, mut all): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        findings.filter(is_applicable).partition(|finding| finding.code == Code::InvisibleCharacter);
    let mut of_file: BTreeMap<InputId, Vec<&Diagnostic>> = BTreeMap::new();
    unseen.into_iter().for_each(|finding| of_file.entry(finding.span.input).or_default().push(finding));
    for (input, findings) in of_file {
        let Some(text) = texts.get(&input).and_then(|bytes| std::str::from_utf8(bytes).ok()) else { continue };
        let mut places: Vec<Range<usize>> = findings.iter().map(|finding| finding.span.range()).collect();
        places.sort_unstable_by_key(|place| (place.start, place.end));
        places.dedup();
        let free: BTreeSet<usize> = meaning::free(text, &places).iter().map(|place| place.start).collect();
        all.extend(findings.into_iter().filter(|finding| free.contains(&finding.span.range().start)));
    }
    all.sort_by_key(|finding| finding.span);
    all
}

/// The ranges of the block quotations of an entry.
fn quoted_in(text: &str) -> Vec<Range<usize>> {
    let Ok(parts) = front_matter::split(text.as_bytes()) else { return Vec::new() };
    let start = parts.body.start;
    let ranges = quotations(&text[parts.body], &[]).into_iter();
    ranges.map(|quotation| quotation.range.start + start..quotation.range.end + start).collect()
}

/// The source text of the quotations of an entry; none where it cannot be told what is quoted.
pub(super) fn words(bytes: &[u8]) -> Option<Vec<&str>> {
    let parts = front_matter::split(bytes).ok()?;
    let body = &parts.text[parts.body];
    Some(quotations(body, &[]).into_iter().map(|quotation| body[quotation.range].trim_end()).collect())
}

/// Whether the Markdown text of a file differs in markup or visible words, ignoring addresses.
pub(super) fn is_other_text(old: &[u8], new: &[u8]) -> bool {
    let (Ok(old), Ok(new)) = (front_matter::split(old), front_matter::split(new)) else { return false };
    let (old, new) = (&old.text[old.body], &new.text[new.body]);
    old != new && meaning::marks(old, false) != meaning::marks(new, false)
}

/// Findings with disjoint edits: of two that overlap, the first. The others wait for the next round.
pub(super) fn disjoint(findings: Vec<&Diagnostic>) -> Vec<&Diagnostic> {
    // The accepted edits: end by start.
    let mut taken: BTreeMap<(InputId, u32), u32> = BTreeMap::new();
    let mut chosen = Vec::new();
    for finding in findings {
        let meets = |edit: &Edit| {
            let (input, start, end) = (edit.span.input, edit.span.start, edit.span.end);
            // Adjacent edits count as overlapping, since their order would be ambiguous.
            let before = taken.range(..=(input, end)).next_back();
            before.is_some_and(|((other, _), last)| *other == input && *last >= start)
        };
        let mut own: Vec<Range<u32>> = finding.fix.iter().map(|edit| edit.span.start..edit.span.end).collect();
        own.sort_by_key(|range| (range.start, range.end));
        let meets_itself = own.windows(2).any(|pair| pair[0].end > pair[1].start);
        if finding.fix.iter().any(meets) || meets_itself {
            continue;
        }
        taken.extend(finding.fix.iter().map(|edit| ((edit.span.input, edit.span.start), edit.span.end)));
        chosen.push(finding);
    }
    chosen
}

/// Applies all edits of some findings, which must be disjoint.
pub(super) fn apply(findings: &[&Diagnostic], texts: &Texts) -> Texts {
    let mut edits: BTreeMap<InputId, Vec<&Edit>> = BTreeMap::new();
    for edit in findings.iter().flat_map(|finding| &finding.fix) {
        edits.entry(edit.span.input).or_default().push(edit);
    }
    let mut after = texts.clone();
    for (input, mut edits) in edits {
        let Some(bytes) = after.get_mut(&input) else { continue };
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        let (mut new, mut at) = (Vec::with_capacity(bytes.len()), 0);
        for edit in edits {
            let range = edit.span.range();
            new.extend_from_slice(&bytes[at..range.start]);
            new.extend_from_slice(edit.text.as_bytes());
            at = range.end;
        }
        new.extend_from_slice(&bytes[at..]);
        *bytes = new;
    }
    after
}
