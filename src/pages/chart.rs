//! Numbers for the pictures: statements per year, topics by year.

use std::collections::BTreeMap;

use tera::Value;

use super::value::{list, maybe, object};
use super::{Views, listing};
use crate::address::Address;
use crate::chronicle::{StatementId, Subject};
use crate::entry::date::ListedYear;

/// More years than this are not drawn one by one.
const MOST_YEARS: i32 = 400;

/// Bars of statements per year; `below` is the page that has pages by year below it. Absent where there is nothing to
/// draw.
pub(super) fn bars(views: &Views<'_>, years: &listing::Years, below: Option<&Address>) -> Value {
    let known = || years.iter().filter_map(|(year, ids)| Some((year.known()?, ids.len())));
    let Some((first, last)) = ends(known().map(|(year, _)| year)) else { return Value::none() };
    if last.saturating_sub(first) >= MOST_YEARS {
        return Value::none();
    }
    let count = |year: i32| years.get(&ListedYear::Year(year)).map_or(0, Vec::len);
    let total: usize = known().map(|(_, count)| count).sum();
    let bars = (first..=last).map(|year| {
        let page = || listing::year_address(ListedYear::Year(year));
        let address = below.map_or_else(page, |page| page.below(&year.to_string()));
        let address = Some(address).filter(|_| count(year) > 0);
        object([
            ("year", year.into()),
            ("count", count(year).into()),
            ("address", maybe(address, |address| views.href(&address))),
        ])
    });
    object([
        ("years", list(bars)),
        ("max", known().map(|(_, count)| count).max().unwrap_or(0).into()),
        ("total", total.into()),
        ("undated", (years.values().map(Vec::len).sum::<usize>() - total).into()),
        ("first", first.into()),
        ("last", last.into()),
    ])
}

/// The first and the last of some years that come in order, if there are any.
pub(super) fn ends(mut years: impl DoubleEndedIterator<Item = i32>) -> Option<(i32, i32)> {
    let first = years.next()?;
    Some((first, years.next_back().unwrap_or(first)))
}

/// The topic × year heat map: the topics with the most statements; absent below two years.
pub(super) fn heat(views: &Views<'_>) -> Value {
    let years = views.chronicle.years().keys().filter_map(|year| year.known());
    let Some((first, last)) = ends(years) else { return Value::none() };
    if first == last || last.saturating_sub(first) >= MOST_YEARS {
        return Value::none();
    }
    let mut topics: Vec<(Subject, &[StatementId])> =
        views.chronicle.topics().map(Subject::Topic).map(|topic| (topic, views.chronicle.under(topic))).collect();
    topics.retain(|(_, ids)| !ids.is_empty());
    topics.sort_by_key(|(subject, ids)| (std::cmp::Reverse(ids.len()), *subject));
    topics.truncate(40);
    let counted: Vec<(Subject, BTreeMap<i32, usize>)> = topics
        .into_iter()
        .map(|(subject, _)| {
            let years = views.chronicle.years_under(subject).iter();
            (subject, years.filter_map(|(year, ids)| Some((year.known()?, ids.len()))).collect())
        })
        .collect();
    let most = counted.iter().flat_map(|(_, years)| years.values()).copied().max().unwrap_or(1);
    let rows = counted.iter().map(|(subject, counts)| {
        let cells = (first..=last).map(|year| {
            let count = counts.get(&year).copied().unwrap_or(0);
            let address = views.chronicle.subject_address(*subject).below(&year.to_string());
            let address = Some(address).filter(|_| count > 0);
            object([
                ("year", year.into()),
                ("count", count.into()),
                ("level", (count * 5).div_ceil(most).into()),
                ("address", maybe(address, |address| views.href(&address))),
            ])
        });
        object([
            ("label", views.subject_name(*subject).into()),
            ("address", views.href(&views.chronicle.subject_address(*subject))),
            ("cells", list(cells)),
        ])
    });
    object([("years", list((first..=last).map(Value::from))), ("rows", list(rows))])
}
