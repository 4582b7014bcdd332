//! Numbers for the pictures: statements per year, topics by year.

use std::collections::BTreeMap;

use tera::Value;

use super::value::{list, maybe, object};
use super::{Views, listing};
use crate::address::Address;
use crate::chronicle::{StatementId, Subject};

/// More years than this are not drawn one by one.
const MOST_YEARS: i32 = 400;

/// Bars of statements per year; `below` is the page that has pages by year below it. Absent where there is nothing to
/// draw.
pub(super) fn bars(views: &Views<'_>, years: &listing::Years, below: Option<&Address>) -> Value {
    let (Some(first), Some(last)) = (years.keys().next().copied(), years.keys().next_back().copied()) else {
        return Value::none();
    };
    if last.saturating_sub(first) >= MOST_YEARS {
        return Value::none();
    }
    let count = |year: i32| years.get(&year).map_or(0, Vec::len);
    let bars = (first..=last).map(|year| {
        let address = below.map_or_else(|| listing::year_address(year), |page| page.below(&year.to_string()));
        let address = Some(address).filter(|_| count(year) > 0);
        object([
            ("year", year.into()),
            ("count", count(year).into()),
            ("address", maybe(address, |address| views.href(&address))),
        ])
    });
    object([
        ("years", list(bars)),
        ("max", years.values().map(Vec::len).max().unwrap_or(0).into()),
        ("total", years.values().map(Vec::len).sum::<usize>().into()),
        ("first", first.into()),
        ("last", last.into()),
    ])
}

/// The topic × year heat map: the topics with the most statements; absent below two years.
pub(super) fn heat(views: &Views<'_>) -> Value {
    let years: Vec<i32> = views.chronicle.years().keys().copied().collect();
    let (Some(first), Some(last)) = (years.first().copied(), years.last().copied()) else { return Value::none() };
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
            (subject, views.chronicle.years_under(subject).iter().map(|(year, ids)| (*year, ids.len())).collect())
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
