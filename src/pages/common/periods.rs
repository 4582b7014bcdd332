//! Years, months and days as pages, and how a list of statements is divided among them, so that no page grows without bound.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use crate::address::Address;
use crate::chronicle::{Dates, StatementId};
use crate::entry::date::{Date, ListedYear};
use crate::pages::common::parts::Part;
use crate::theme::Messages;

/// A year, or what stands for one; a month; a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Period {
    Year(ListedYear),
    /// A month from 1 to 12 of a year.
    Month(i32, u32),
    /// A day of a month of a year.
    Day(i32, u32, u32),
}

impl Period {
    /// The address of its page below another page: `/years/2022/03/`.
    pub(crate) fn address(self, below: &Address) -> Address {
        match self {
            Period::Year(year) => below.below(&year.to_string()),
            Period::Month(year, month) => {
                Period::Year(ListedYear::Year(year)).address(below).below(&format!("{month:02}"))
            }
            Period::Day(year, month, day) => Period::Month(year, month).address(below).below(&format!("{day:02}")),
        }
    }

    /// Its name in words.
    pub(crate) fn name(self, messages: &Messages) -> String {
        match self {
            Period::Year(year) => messages.year(year),
            Period::Month(year, month) => messages.month(year, month),
            Period::Day(year, month, day) => match format!("{year:04}-{month:02}-{day:02}").parse::<Date>() {
                Ok(date) => messages.date(&date),
                // Years that are written otherwise.
                Err(_) => format!("{}, {year}", messages.day(month, day)),
            },
        }
    }

    /// The year that it is or is in.
    pub(crate) fn year(self) -> ListedYear {
        match self {
            Period::Year(year) => year,
            Period::Month(year, _) | Period::Day(year, ..) => ListedYear::Year(year),
        }
    }

    /// The month that it is or is in.
    pub(crate) fn month(self) -> Option<u32> {
        match self {
            Period::Year(_) => None,
            Period::Month(_, month) | Period::Day(_, month, _) => Some(month),
        }
    }

    /// The periods that it is in, the widest first.
    pub(crate) fn wider(self) -> Vec<Period> {
        match self {
            Period::Year(_) => Vec::new(),
            Period::Month(year, _) => vec![Period::Year(ListedYear::Year(year))],
            Period::Day(year, month, _) => vec![Period::Year(ListedYear::Year(year)), Period::Month(year, month)],
        }
    }

    /// Whether a date of its year is in it.
    fn contains(self, date: &Date) -> bool {
        match self {
            Period::Year(_) => true,
            Period::Month(_, month) => date.month() == Some(month),
            Period::Day(_, month, day) => date.month() == Some(month) && date.day() == Some(day),
        }
    }

    /// The next narrower period that a date within this one is in, where the date is known so far.
    fn narrower(self, date: &Date) -> Option<Period> {
        match self {
            Period::Year(year) => Some(Period::Month(year.known()?, date.month()?)),
            Period::Month(year, month) => Some(Period::Day(year, month, date.day()?)),
            Period::Day(..) => None,
        }
    }
}

/// Lists by period, all of the same statements: of the whole chronicle, or of a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lists {
    /// Every month has a page, and days where a month is too long.
    Calendar,
    /// Months have pages where a year is too long.
    Subject,
}

impl Lists {
    /// Whether pages of narrower periods stand below that of a period with so many statements.
    fn has_narrower(self, period: Period, count: usize, limit: usize) -> bool {
        match (self, period) {
            (Lists::Calendar, Period::Year(_)) => true,
            (Lists::Calendar, Period::Month(..)) | (Lists::Subject, Period::Year(_)) => count > limit,
            (Lists::Subject, Period::Month(..)) | (_, Period::Day(..)) => false,
        }
    }
}

/// The statements of a period: those that its own page lists, and those of narrower periods that have pages.
#[derive(Debug)]
pub(crate) struct Division<'a> {
    /// In their order: all, or those of which no narrower period is known.
    pub(crate) own: Cow<'a, [StatementId]>,
    pub(crate) narrower: BTreeMap<Period, Vec<StatementId>>,
    /// Whether the statements of the narrower periods are listed on their pages alone.
    pub(crate) is_divided: bool,
}

impl<'a> Division<'a> {
    pub(crate) fn of(
        lists: Lists,
        dates: Dates<'_>,
        ids: Cow<'a, [StatementId]>,
        period: Period,
        limit: usize,
    ) -> Division<'a> {
        let mut narrower: BTreeMap<Period, Vec<StatementId>> = BTreeMap::new();
        if !lists.has_narrower(period, ids.len(), limit) {
            return Division { own: ids, narrower, is_divided: false };
        }
        let mut rest = Vec::new();
        for id in ids.iter().copied() {
            match period.narrower(dates.of(id)) {
                Some(part) => narrower.entry(part).or_default().push(id),
                None => rest.push(id),
            }
        }
        let is_divided = ids.len() > limit && !narrower.is_empty();
        Division { own: if is_divided { Cow::Owned(rest) } else { ids }, narrower, is_divided }
    }
}

/// The statements of a period, of those of its year.
pub(crate) fn within<'a>(dates: Dates<'_>, of_year: &'a [StatementId], period: Period) -> Cow<'a, [StatementId]> {
    match period {
        Period::Year(_) => Cow::Borrowed(of_year),
        _ => of_year.iter().copied().filter(|id| period.contains(dates.of(*id))).collect(),
    }
}

/// The periods before and after one in the next wider one that have statements, of those of its year.
pub(crate) fn neighbours(dates: Dates<'_>, of_year: &[StatementId], period: Period) -> [Option<Period>; 2] {
    let Some(wider) = period.wider().pop() else { return [None, None] };
    let ids = within(dates, of_year, wider);
    let all: BTreeSet<Period> = ids.iter().filter_map(|id| wider.narrower(dates.of(*id))).collect();
    let before = all.range(..period).next_back().copied();
    [before, all.range((Bound::Excluded(period), Bound::Unbounded)).next().copied()]
}

/// The oldest part of the list of a period, at which readers who go forward in time begin; `in_year` are the statements of its
/// year.
pub(crate) fn first_part(
    lists: Lists,
    dates: Dates<'_>,
    in_year: &[StatementId],
    period: Period,
    limit: usize,
) -> Part {
    let ids = within(dates, in_year, period);
    if ids.len() <= limit {
        return Part::Newest;
    }
    let division = Division::of(lists, dates, ids, period, limit);
    Part::all(division.own.len(), limit).next().unwrap_or(Part::Newest)
}

/// All pages of a list for a year, each with the part of the list that it has.
pub(crate) fn planned(
    lists: Lists,
    dates: Dates<'_>,
    (year, ids): (ListedYear, &[StatementId]),
    limit: usize,
) -> Vec<(Period, Part)> {
    let mut pages = Vec::new();
    let mut open = vec![(Period::Year(year), Cow::Borrowed(ids))];
    while let Some((period, ids)) = open.pop() {
        let division = Division::of(lists, dates, ids, period, limit);
        pages.extend(Part::all(division.own.len(), limit).map(|part| (period, part)));
        open.extend(division.narrower.into_iter().map(|(period, ids)| (period, Cow::Owned(ids))));
    }
    pages
}
