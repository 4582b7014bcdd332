//! Lists of statements and of subjects with counts, as values.

use std::collections::BTreeMap;

use tera::Value;

use super::Views;
use super::value::{list, maybe, object};
use crate::address::Address;
use crate::chronicle::{StatementId, Subject};

/// The rows of some statements, newest first, as markup.
pub(super) fn newest_first(views: &Views<'_>, ids: &[StatementId]) -> Value {
    views.rows(ids.iter().rev().copied())
}

/// Statements by year.
pub(super) type Years = BTreeMap<i32, Vec<StatementId>>;

/// The cards of some statements in groups by year, newest first; `below` is the page that has pages by year below it.
/// Only the newest `limit` statements are listed.
pub(super) fn groups(views: &Views<'_>, years: &Years, below: Option<&Address>, limit: usize) -> Value {
    let (mut groups, mut left) = (Vec::new(), limit);
    for (year, ids) in years.iter().rev() {
        let newest = &ids[ids.len().saturating_sub(left)..];
        if newest.is_empty() {
            break;
        }
        left -= newest.len();
        groups.push(object([
            ("year", (*year).into()),
            ("address", year_page(views, *year, below)),
            ("count", ids.len().into()),
            ("shown", newest.len().into()),
            ("rows", newest_first(views, newest)),
        ]));
    }
    list(groups)
}

/// Years with counts, newest first.
pub(super) fn years(views: &Views<'_>, years: &Years, below: Option<&Address>) -> Value {
    list(years.iter().rev().map(|(year, ids)| {
        object([("year", (*year).into()), ("count", ids.len().into()), ("address", year_page(views, *year, below))])
    }))
}

/// The page of a year that has statements, of the chronicle or below a subject's page.
fn year_page(views: &Views<'_>, year: i32, below: Option<&Address>) -> Value {
    let address = below.map_or_else(|| year_address(year), |page| page.below(&year.to_string()));
    views.href(&address)
}

/// The page of a year.
pub(super) fn year_address(year: i32) -> Address {
    Address::page(["years", &year.to_string()])
}

/// The address, if there is a page at it.
pub(super) fn page_or_none(views: &Views<'_>, address: &Address) -> Value {
    maybe(Some(address).filter(|address| views.has(address)), |address| views.href(address))
}

/// The subjects of one kind that some statements have, by the number of statements; the first `most`.
pub(super) fn counted(
    views: &Views<'_>,
    ids: &[StatementId],
    most: usize,
    wanted: impl Fn(Subject) -> bool,
    address: impl Fn(Subject) -> Address,
) -> Value {
    let mut counts: BTreeMap<Subject, usize> = BTreeMap::new();
    for subject in ids.iter().flat_map(|id| views.chronicle.subjects_of(*id)).filter(|subject| wanted(**subject)) {
        *counts.entry(*subject).or_default() += 1;
    }
    let mut counts: Vec<(Subject, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(subject, count)| (std::cmp::Reverse(*count), *subject));
    list(counts.into_iter().take(most).map(|(subject, count)| {
        object([
            ("label", views.subject_name(subject).into()),
            ("address", page_or_none(views, &address(subject))),
            ("count", count.into()),
        ])
    }))
}
