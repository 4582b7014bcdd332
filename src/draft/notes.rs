//! What a draft says of its text beside the statement.

use std::collections::BTreeSet;

use super::dates;
use super::names::NameIndex;
use super::report::Report;
use crate::entry::date::Date;
use crate::entry::id::Id;

pub(super) fn listed(noun: &str, ids: &[String]) -> String {
    format!("{noun}{} {}", if ids.len() == 1 { "" } else { "s" }, list(ids))
}

/// How many of a kind are named one by one.
const NAMED: usize = 100;

pub(super) fn list(words: &[String]) -> String {
    let list = words.iter().take(NAMED).map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    let more = words.len().saturating_sub(NAMED);
    if more > 0 { format!("{list} and {more} more") } else { list }
}

pub(super) fn also_named(report: &Report<'_>, names: &NameIndex<'_>, noun: &str, taken: &[Id]) -> Option<String> {
    let others: Vec<String> = names
        .ids_in(&report.paragraphs.join("\n"))
        .into_iter()
        .filter(|id| !taken.contains(id))
        .map(|id| id.to_string())
        .collect();
    (!others.is_empty()).then(|| format!("the text also names the {}", listed(noun, &others)))
}

/// Days and months that the text names besides the statement's and its own.
pub(super) fn other_dates(report: &Report<'_>, date: Option<Date>) -> Option<String> {
    let text = report.paragraphs.join("\n");
    let (mut seen, mut others) = (BTreeSet::new(), Vec::new());
    for found in dates::find(&text, None) {
        let named = found.date.to_string();
        if Some(found.date) != date && Some(found.date) != report.published && seen.insert(named.clone()) {
            others.push(named);
        }
    }
    let list = list(&others);
    (!others.is_empty()).then(|| format!("the text also names {list}: what was said then is a statement of its own"))
}
