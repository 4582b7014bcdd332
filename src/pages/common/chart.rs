//! The data of charts: statements per year, topics by year.

use std::collections::BTreeMap;

use crate::address::Address;
use crate::chronicle::Subject;
use crate::entry::date::ListedYear;
use crate::pages::PageBuilder;
use crate::pages::common::lists;
use crate::views::{Bar, Bars, Heat, HeatCell, HeatRow};

/// The most years that get a bar each.
const MOST_YEARS: i32 = 400;

/// The first and the last year of the bars of statements: those that have statements, and `others`, unless these are too
/// many. Absent where there is nothing to draw.
pub(crate) fn span(years: &lists::Years, others: Option<(i32, i32)>) -> Option<(i32, i32)> {
    let (first, last) = ends(years.keys().filter_map(|year| year.known()))?;
    let wider = others.map(|(from, to)| (first.min(from), last.max(to)));
    wider.into_iter().chain([(first, last)]).find(|(first, last)| last.saturating_sub(*first) < MOST_YEARS)
}

/// Bars of statements per year; `below` is the page that has pages by year below it. Absent where there is nothing to
/// draw.
pub(crate) fn bars(builder: &PageBuilder<'_>, years: &lists::Years, below: Option<&Address>) -> Option<Bars> {
    Some(bars_of(builder, years, below, span(years, None)?))
}

/// The same for a span of years, from the first to the last.
pub(crate) fn bars_of(
    builder: &PageBuilder<'_>,
    years: &lists::Years,
    below: Option<&Address>,
    (first, last): (i32, i32),
) -> Bars {
    let known = || years.iter().filter_map(|(year, ids)| Some((year.known()?, ids.len())));
    let total: usize = known().map(|(_, count)| count).sum();
    let bar = |year: i32| {
        let count = years.get(&ListedYear::Year(year)).map_or(0, Vec::len);
        let page = || lists::year_address(ListedYear::Year(year));
        let address = below.map_or_else(page, |page| page.below(&year.to_string()));
        Bar { year, count, address: Some(address).filter(|_| count > 0).and_then(|address| builder.href(&address)) }
    };
    Bars {
        years: (first..=last).map(bar).collect(),
        max: known().map(|(_, count)| count).max().unwrap_or(0),
        total,
        undated: years.values().map(Vec::len).sum::<usize>() - total,
        first,
        last,
    }
}

/// The first and the last of some sorted years, if there are any.
pub(crate) fn ends(mut years: impl DoubleEndedIterator<Item = i32>) -> Option<(i32, i32)> {
    let first = years.next()?;
    Some((first, years.next_back().unwrap_or(first)))
}

/// How dark a cell of a heat map is, from 1 to 5; 0 where it is empty. `most` is the largest count.
pub(crate) fn level(count: usize, most: usize) -> usize {
    (count * 5).div_ceil(most.max(1))
}

/// The most topics of a picture of topics by year.
pub(crate) const MOST_TOPICS: usize = 40;

/// The topics with the most statements, and how many topics have any.
pub(crate) fn heaviest_topics(builder: &PageBuilder<'_>) -> (Vec<Subject>, usize) {
    let of_all = builder.chronicle.subjects().iter();
    let counted =
        of_all.filter(|(subject, index)| matches!(subject, Subject::Topic(_)) && !index.statements.is_empty());
    let mut topics: Vec<(Subject, usize)> = counted.map(|(topic, index)| (*topic, index.statements.len())).collect();
    let all = topics.len();
    topics.sort_by_key(|(topic, count)| (std::cmp::Reverse(*count), *topic));
    (topics.into_iter().map(|(topic, _)| topic).take(MOST_TOPICS).collect(), all)
}

/// The topic × year heat map: the topics with the most statements; absent below two years.
pub(crate) fn heat(builder: &PageBuilder<'_>) -> Option<Heat> {
    let all = builder.chronicle.years();
    let (first, last) = ends(all.keys().filter_map(|year| year.known()))?;
    if first == last || last.saturating_sub(first) >= MOST_YEARS {
        return None;
    }
    let (topics, topics_in_all) = heaviest_topics(builder);
    let counted: Vec<(Subject, BTreeMap<i32, usize>)> = topics
        .into_iter()
        .map(|subject| {
            let years = builder.chronicle.years_under(subject).iter();
            (subject, years.filter_map(|(year, ids)| Some((year.known()?, ids.len()))).collect())
        })
        .collect();
    let most = counted.iter().flat_map(|(_, years)| years.values()).copied().max().unwrap_or(1);
    let row = |(subject, counts): &(Subject, BTreeMap<i32, usize>)| {
        let page = builder.chronicle.subject_address(*subject);
        let cell = |year: i32| {
            let count = counts.get(&year).copied().unwrap_or(0);
            let address = Some(page.below(&year.to_string())).filter(|_| count > 0);
            let address = address.and_then(|address| builder.href(&address));
            HeatCell { year, count, level: level(count, most), address }
        };
        let cells = (first..=last).map(cell).collect();
        HeatRow { label: builder.subject_name(*subject), address: builder.href(&page), cells }
    };
    Some(Heat {
        years: (first..=last).collect(),
        rows: counted.iter().map(row).collect(),
        topics: topics_in_all,
        undated: all.iter().filter(|(year, _)| year.known().is_none()).map(|(_, ids)| ids.len()).sum(),
    })
}
