//! Lists of statements and of subjects with counts, as values.

use std::collections::BTreeMap;

use tera::Value;

use super::Views;
use super::value::{list, maybe, object};
use crate::address::Address;
use crate::chronicle::{StatementId, Subject};

/// The cards of some statements, newest first.
pub(super) fn newest_first(views: &Views<'_>, ids: &[StatementId]) -> Value {
    list(ids.iter().rev().map(|id| views.shared.card(*id)))
}

/// The cards of some statements in groups by year, newest first; `below` is the page that has pages by year below it.
pub(super) fn groups(views: &Views<'_>, ids: &[StatementId], below: Option<&Address>) -> Value {
    let mut groups = Vec::new();
    for (year, ids) in views.chronicle.by_year(ids).into_iter().rev() {
        let address = below.map_or_else(|| year_address(year), |page| page.below(&year.to_string()));
        groups.push(object([
            ("year", year.into()),
            ("address", page_or_none(views, &address)),
            ("count", ids.len().into()),
            ("statements", newest_first(views, &ids)),
        ]));
    }
    list(groups)
}

/// The years of some statements with counts, newest first.
pub(super) fn years(views: &Views<'_>, ids: &[StatementId], below: Option<&Address>) -> Value {
    list(views.chronicle.by_year(ids).into_iter().rev().map(|(year, ids)| {
        let address = below.map_or_else(|| year_address(year), |page| page.below(&year.to_string()));
        object([("year", year.into()), ("count", ids.len().into()), ("address", page_or_none(views, &address))])
    }))
}

/// The page of a year.
pub(super) fn year_address(year: i32) -> Address {
    Address::page(["years", &year.to_string()])
}

/// The address, if there is a page at it.
pub(super) fn page_or_none(views: &Views<'_>, address: &Address) -> Value {
    maybe(Some(address).filter(|address| views.plan.has(address.as_str())), |address| views.href(address))
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
    for subject in ids.iter().flat_map(|id| views.chronicle.subjects_of(*id)).filter(|subject| wanted(*subject)) {
        *counts.entry(subject).or_default() += 1;
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
