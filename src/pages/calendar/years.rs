//! Years and months.

use std::collections::BTreeMap;
use std::hash::Hash;
use std::ops::{Bound, Index};

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::{Chronicle, Statement, StatementId, Subject};
use crate::entry::date::ListedYear;
use crate::input::InputId;
use crate::pages::common::collection::collection;
use crate::pages::common::description::Listed;
use crate::pages::common::head::{Crumb, Head};
use crate::pages::common::value::Context;
use crate::pages::common::{chart, lists};
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::search::facets;
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{Decade, MonthOfYear, Neighbour, Template, YearCount};

/// All years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearList;

impl Output for YearList {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::Years>("years.html")];
    const SWITCH: Switch<YearList> = Switch::Named("years");

    fn plan(_: &Planning<'_>, pages: &mut Vec<Page>) {
        pages.push(Page::new(Address::page(["years"]), YearList));
    }

    fn about(&self) -> About {
        About::page(Turn::List(None), Nav::Overview { part: "years", weight: 30 })
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("years.html", list(builder, page)))
    }
}

/// A year; or a decade or century for statements whose year is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearPage(ListedYear);

impl Output for YearPage {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::YearPage>("year.html")];
    const SWITCH: Switch<YearPage> = Switch::Named("years");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let years = site.chronicle.years().keys();
        pages.extend(years.map(|year| Page::new(lists::year_address(*year), YearPage(*year))));
    }

    fn about(&self) -> About {
        About::page(Turn::List(Some(self.0)), Nav::Below("years"))
    }

    fn hash(&self, _: &Site<'_>, hash: &mut Xxh3) {
        self.0.hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("year.html", year(builder, page, self.0)))
    }
}

/// A month of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthPage {
    year: i32,
    month: u32,
}

impl Output for MonthPage {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::Month>("month.html")];
    const SWITCH: Switch<MonthPage> = Switch::Named("years");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        for (year, ids) in site.chronicle.years() {
            let Some(year) = year.known() else { continue };
            let months = by_month(site.chronicle, ids).into_keys();
            pages.extend(months.map(|month| Page::new(month_address(year, month), MonthPage { year, month })));
        }
    }

    fn about(&self) -> About {
        About::page(Turn::List(Some(ListedYear::Year(self.year))), Nav::Below("years"))
    }

    fn hash(&self, _: &Site<'_>, hash: &mut Xxh3) {
        (self.year, self.month).hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("month.html", month(builder, page, self.year, self.month)))
    }
}

fn month_address(year: i32, month: u32) -> Address {
    lists::year_address(ListedYear::Year(year)).below(&format!("{month:02}"))
}

fn by_month(
    chronicle: &impl Index<StatementId, Output = Statement>,
    ids: &[StatementId],
) -> BTreeMap<u32, Vec<StatementId>> {
    let mut months: BTreeMap<u32, Vec<StatementId>> = BTreeMap::new();
    for id in ids {
        if let Some(month) = chronicle[*id].date().month() {
            months.entry(month).or_default().push(*id);
        }
    }
    months
}

fn list(builder: &PageBuilder<'_>, page: &Page) -> Context {
    let title = builder.messages.title("years");
    let description = builder.description_of_all(&title, Some(builder.chronicle.years().len()));
    let head = Head { kind: "years", title, description, ..Head::default() };
    let mut decades: BTreeMap<i32, Vec<YearCount>> = BTreeMap::new();
    let mut centuries = Vec::new();
    let years = lists::years(builder, builder.chronicle.years(), None);
    for (year, count) in builder.chronicle.years().keys().rev().zip(years.iter().cloned()) {
        match year {
            ListedYear::Century(_) => centuries.push(count),
            ListedYear::Year(first) | ListedYear::Decade(first) => {
                decades.entry(first.div_euclid(10) * 10).or_default().push(count);
            }
        }
    }
    let decades = decades.into_iter().rev().map(|(decade, years)| Decade { decade, years }).collect();
    let bars = chart::bars(builder, builder.chronicle.years(), None);
    builder.filled(page, head, &view::Years { years, bars, decades, centuries })
}

fn year(builder: &PageBuilder<'_>, page: &Page, year: ListedYear) -> Context {
    let chronicle = &builder.chronicle;
    let ids = chronicle.years().get(&year).map_or(&[][..], Vec::as_slice);
    let neighbour = |year: Option<(&ListedYear, &Vec<StatementId>)>| {
        year.map(|(year, _)| {
            Neighbour::from(builder.link(builder.messages.year(*year), Some(&lists::year_address(*year))))
        })
    };
    let title = builder.messages.year(year);
    let head = Head {
        kind: "year",
        json_ld: Some(collection(builder, page, &title, ids)),
        description: builder.description_of(&title, Listed::of_time(ids.len()), None),
        title,
        crumbs: vec![PageBuilder::crumb("years")],
        within: Some(facets::years(year)),
        previous: neighbour(chronicle.years().range(..year).next_back()),
        next: neighbour(chronicle.years().range((Bound::Excluded(year), Bound::Unbounded)).next()),
        ..Head::default()
    };
    let by_month = by_month(chronicle, ids);
    // A date without a known year has no month.
    let months = year.known().map_or(1..1, |_| 1..13).map(|month| {
        let count = by_month.get(&month).map_or(0, Vec::len);
        let address = (count > 0).then(|| month_address(year.first(), month));
        MonthOfYear { month, count, address: address.and_then(|address| builder.href(&address)) }
    });
    let below = |subject: Subject| chronicle.subject_address(subject).below(&year.to_string());
    let own = |subject: Subject| chronicle.subject_address(subject);
    let values = view::YearPage {
        year: lists::year_value(builder, year),
        months: months.collect(),
        topics: lists::counted(builder, ids, 60, |subject| matches!(subject, Subject::Topic(_)), below),
        people: lists::counted(builder, ids, 60, |subject| matches!(subject, Subject::Person(_)), own),
        speaking: lists::speaking(builder, ids, 60, |_| true),
        rows: lists::newest_first(builder, ids),
        total: ids.len(),
    };
    builder.filled(page, head, &values)
}

fn month(builder: &PageBuilder<'_>, page: &Page, year: i32, month: u32) -> Context {
    let in_year = lists::year_address(ListedYear::Year(year));
    let all = builder.chronicle.years().get(&ListedYear::Year(year)).map_or(&[][..], Vec::as_slice);
    let mut months = by_month(&builder.chronicle, all);
    let neighbour = |at: Option<u32>| {
        at.map(|month| {
            Neighbour::from(builder.link(builder.messages.month(year, month), Some(&month_address(year, month))))
        })
    };
    let previous = neighbour(months.range(..month).next_back().map(|(month, _)| *month));
    let next = neighbour(months.range((Bound::Excluded(month), Bound::Unbounded)).next().map(|(month, _)| *month));
    let ids = months.remove(&month).unwrap_or_default();
    let title = builder.messages.month(year, month);
    let head = Head {
        kind: "month",
        json_ld: Some(collection(builder, page, &title, &ids)),
        description: builder.description_of(&title, Listed::of_time(ids.len()), None),
        title,
        crumbs: vec![PageBuilder::crumb("years"), Crumb::Words(year.to_string(), in_year.clone())],
        previous,
        next,
        ..Head::default()
    };
    let (rows, total) = (lists::newest_first(builder, &ids), ids.len());
    builder.filled(page, head, &view::Month { year, month, year_address: builder.href(&in_year), rows, total })
}
