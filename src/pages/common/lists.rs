//! Lists of statements and of subjects with counts, as values.

use std::collections::BTreeMap;

use crate::address::Address;
use crate::chronicle::{StatementId, Subject};
use crate::entry::date::ListedYear;
use crate::pages::PageBuilder;
use crate::pages::common::periods::{Division, Period};
use crate::views::{Counted, Group, Href, Html, MonthOfYear, Part, PartOfYear, Year, YearCount};

/// The rows of some statements, newest first, as markup.
pub(crate) fn newest_first(builder: &PageBuilder<'_>, ids: &[StatementId]) -> Html {
    builder.rows(ids.iter().rev().copied())
}

/// The rows of the statements of an event: in the order of its transcript where that is told, otherwise newest first.
pub(crate) fn of_event(builder: &PageBuilder<'_>, ids: &[StatementId]) -> Html {
    let has_position = |id: &StatementId| builder.chronicle[*id].entry.fields.position.is_some();
    // Notes a dependency on each, since any can have a position in the next run.
    match ids.iter().filter(|id| has_position(id)).count() {
        0 => newest_first(builder, ids),
        _ => builder.rows(ids.iter().copied()),
    }
}

pub(crate) type Years = BTreeMap<ListedYear, Vec<StatementId>>;

/// The statements under a body or a state in two parts: those it made itself, and all others. `None` where it made none
/// itself. The newest `limit` of both together are listed, and of each at least half of that if it has as many.
pub(crate) fn parts(
    builder: &PageBuilder<'_>,
    subject: Subject,
    years: &Years,
    below: Option<&Address>,
    limit: usize,
) -> Option<Vec<Part>> {
    let own = builder.chronicle.made_by(subject);
    if own.is_empty() {
        return None;
    }
    let others = years.values().map(Vec::len).sum::<usize>().saturating_sub(own.len());
    let own_limit = own.len().min(limit.div_ceil(2).max(limit.saturating_sub(others)));
    let part = |key: &'static str, is_own: bool, total: usize, limit: usize| {
        let of_part = |(year, ids): (&ListedYear, &Vec<StatementId>)| {
            let ids = ids.iter().copied().filter(|id| own.binary_search(id).is_ok() == is_own);
            Some((*year, ids.collect::<Vec<_>>())).filter(|(_, ids)| !ids.is_empty())
        };
        let years: Years = years.iter().filter_map(of_part).collect();
        Part { key, total, listed: total.min(limit), groups: groups(builder, &years, below, limit) }
    };
    let parts = [part("own", true, own.len(), own_limit), part("others", false, others, limit - own_limit)];
    Some(parts.into_iter().take(if others == 0 { 1 } else { 2 }).collect())
}

/// The same of some statements of one year, as rows.
pub(crate) fn parts_of_year(
    builder: &PageBuilder<'_>,
    subject: Subject,
    ids: &[StatementId],
) -> Option<Vec<PartOfYear>> {
    let own = builder.chronicle.made_by(subject);
    let (own, others): (Vec<_>, Vec<_>) = ids.iter().partition(|id| own.binary_search(id).is_ok());
    if own.is_empty() {
        return None;
    }
    let parts = [("own", own), ("others", others)].into_iter().filter(|(_, ids)| !ids.is_empty());
    let part = |(key, ids): (&'static str, Vec<StatementId>)| {
        let rows = newest_first(builder, &ids);
        PartOfYear { key, total: ids.len(), rows }
    };
    Some(parts.map(part).collect())
}

/// The cards of some statements in groups by year, newest first; `below` is the page that has pages by year below it.
/// Only the newest `limit` statements are listed.
pub(crate) fn groups(builder: &PageBuilder<'_>, years: &Years, below: Option<&Address>, limit: usize) -> Vec<Group> {
    let (mut groups, mut left) = (Vec::new(), limit);
    for (year, ids) in years.iter().rev() {
        let newest = &ids[ids.len().saturating_sub(left)..];
        if newest.is_empty() {
            break;
        }
        left -= newest.len();
        groups.push(Group {
            year: year_value(builder, *year),
            address: year_page(builder, *year, below),
            count: ids.len(),
            shown: newest.len(),
            rows: newest_first(builder, newest),
        });
    }
    groups
}

/// Years with counts, newest first.
pub(crate) fn years(builder: &PageBuilder<'_>, years: &Years, below: Option<&Address>) -> Vec<YearCount> {
    let count = |(year, ids): (&ListedYear, &Vec<StatementId>)| YearCount {
        year: year_value(builder, *year),
        count: ids.len(),
        address: year_page(builder, *year, below),
    };
    years.iter().rev().map(count).collect()
}

/// The twelve months of a year, each with a page of those in `division` below the page of the list. A date without a known
/// year has no month.
pub(crate) fn months(
    builder: &PageBuilder<'_>,
    year: ListedYear,
    division: &Division<'_>,
    below: &Address,
) -> Vec<MonthOfYear> {
    let Some(year) = year.known() else { return Vec::new() };
    let month = |month: u32| {
        let period = Period::Month(year, month);
        let count = division.narrower.get(&period).map_or(0, Vec::len);
        let address = (count > 0).then(|| period.address(below));
        MonthOfYear { month, count, address: address.and_then(|address| builder.href(&address)) }
    };
    (1..13).map(month).collect()
}

/// The page of a year that has statements, of the chronicle or below a subject's page.
fn year_page(builder: &PageBuilder<'_>, year: ListedYear, below: Option<&Address>) -> Option<Href> {
    let address = below.map_or_else(|| year_address(year), |page| page.below(&year.to_string()));
    builder.href(&address)
}

/// A year as a number; an unknown one in words, which the filter `year` leaves as they are.
pub(crate) fn year_value(builder: &PageBuilder<'_>, year: ListedYear) -> Year {
    year.known().map_or_else(|| Year::Unknown(builder.messages.year(year)), Year::Known)
}

pub(crate) fn year_address(year: ListedYear) -> Address {
    Address::page(["years", &year.to_string()])
}

/// The address, if there is a page at it.
pub(crate) fn page_or_none(builder: &PageBuilder<'_>, address: &Address) -> Option<Href> {
    Some(address).filter(|address| builder.has(address)).and_then(|address| builder.href(address))
}

/// The subjects of one kind that some statements have, by the number of statements; the first `most`.
pub(crate) fn counted(
    builder: &PageBuilder<'_>,
    ids: &[StatementId],
    most: usize,
    wanted: impl Fn(Subject) -> bool,
    address: impl Fn(Subject) -> Address,
) -> Vec<Counted> {
    let all = ids.iter().flat_map(|id| builder.chronicle.subjects_of(*id)).copied();
    most_first(builder, all.filter(|subject| wanted(*subject)), most, address)
}

/// The bodies and states that made some of these statements themselves, by the number of statements; the first `most`.
pub(crate) fn speaking(
    builder: &PageBuilder<'_>,
    ids: &[StatementId],
    most: usize,
    wanted: impl Fn(Subject) -> bool,
) -> Vec<Counted> {
    let all = ids.iter().flat_map(|id| builder.chronicle.speaking(*id)).filter(|subject| wanted(*subject));
    most_first(builder, all, most, |subject| builder.chronicle.subject_address(subject))
}

fn most_first(
    builder: &PageBuilder<'_>,
    subjects: impl Iterator<Item = Subject>,
    most: usize,
    address: impl Fn(Subject) -> Address,
) -> Vec<Counted> {
    let mut counts: BTreeMap<Subject, usize> = BTreeMap::new();
    subjects.for_each(|subject| *counts.entry(subject).or_default() += 1);
    let mut counts: Vec<(Subject, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(subject, count)| (std::cmp::Reverse(*count), *subject));
    let counted = |(subject, count)| Counted {
        label: builder.subject_name(subject),
        address: page_or_none(builder, &address(subject)),
        count,
    };
    counts.into_iter().take(most).map(counted).collect()
}
