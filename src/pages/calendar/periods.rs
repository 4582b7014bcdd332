//! The pages of years, months and days. A year lists its statements; where they are too many for one page, its months do, and
//! the days of a month that has too many. What is left in parts is what no narrower period is known of, and what is of one
//! day.

use std::borrow::Cow;
use std::hash::Hash;
use std::ops::Bound;

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::{Chronicle, StatementId, Subject};
use crate::entry::date::ListedYear;
use crate::input::InputId;
use crate::pages::common::collection::collection;
use crate::pages::common::description::Listed;
use crate::pages::common::head::{Crumb, Head};
use crate::pages::common::parts::{List, Part};
use crate::pages::common::periods::{self, Division, Lists, Period};
use crate::pages::common::{chart, lists};
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::machine::citations;
use crate::pages::search::facets;
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{CalendarDay, Neighbour, Template};

/// A year, or a decade or century for statements whose year is not known; a month; a day: a part of its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodPage {
    period: Period,
    part: Part,
}

impl Output for PeriodPage {
    const TEMPLATES: &'static [Template] = &[
        Template::of::<view::YearPage>("year.html").listing(&[&["rows"], &["months"], &["list_parts"]]),
        Template::of::<view::Month>("month.html").listing(&[&["rows"], &["days"], &["list_parts"]]),
        Template::of::<view::DatePage>("date.html").listing(&[&["rows"], &["list_parts"]]),
    ];
    const SWITCH: Switch<PeriodPage> = Switch::Named("years");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        for (year, ids) in site.chronicle.years() {
            let planned =
                periods::planned(Lists::Calendar, site.chronicle.dates(), (*year, ids), site.config.lists.limit);
            pages.extend(
                planned
                    .into_iter()
                    .map(|(period, part)| Page::new(part.address(address(period)), PeriodPage { period, part })),
            );
        }
    }

    fn about(&self) -> About {
        About::page(Turn::List(Some(self.period.year())), Nav::Below("years"))
    }

    fn hash(&self, _: &Site<'_>, hash: &mut Xxh3) {
        (self.period, self.part).hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(view(builder, page, self))
    }
}

/// The page of a period.
fn address(period: Period) -> Address {
    period.address(&Address::page(["years"]))
}

fn view(builder: &PageBuilder<'_>, page: &Page, of: &PeriodPage) -> Content {
    let (period, limit) = (of.period, builder.config.lists.limit);
    let (years, dates) = builder.chronicle.dated_years();
    let in_year = years.get(&period.year()).map_or(&[][..], Vec::as_slice);
    let ids = periods::within(dates, in_year, period);
    let division = Division::of(Lists::Calendar, dates, Cow::Borrowed(&ids), period, limit);
    let list_address = address(period);
    let list = List { address: &list_address, items: &division.own, limit };
    let listed = of.part.of(&division.own, limit);
    // An older part is about its own statements, so that it stays as it is when others are added; the newest about all.
    let about = if of.part == Part::Newest { &*ids } else { listed };
    let name = period.name(builder.messages);
    let title = of.part.title(builder, &name);
    let [previous, next] = list.neighbours(builder, &name, of.part, around(builder, period, in_year));
    let head = Head {
        kind: match period {
            Period::Year(_) => "year",
            Period::Month(..) => "month",
            Period::Day(..) => "date",
        },
        json_ld: Some(collection(builder, page, &title, about)),
        description: builder.description_of(&title, Listed::of_time(about.len()), None),
        title,
        crumbs: crumbs(builder, of, &name),
        within: if let Period::Year(year) = period { Some(facets::years(year)) } else { None },
        references: citations::are_beside_period(builder, period, in_year.len()).then_some(&page.address),
        previous,
        next,
        ..Head::default()
    };
    let (rows, total) = (lists::newest_first(builder, listed), about.len());
    let list_parts = list.links(builder, of.part);
    let wider = period.wider().pop().and_then(|wider| builder.href(&address(wider)));
    match period {
        Period::Year(year) => {
            let division = (of.part == Part::Newest).then_some(&division);
            let values = of_year(builder, year, about, division, (rows, list_parts));
            Content::Template("year.html", builder.filled(page, head, &values))
        }
        Period::Month(year, month) => {
            let days =
                if division.is_divided && of.part == Part::Newest { days(builder, &division) } else { Vec::new() };
            let values = view::Month { year, month, year_address: wider, days, rows, total, list_parts };
            Content::Template("month.html", builder.filled(page, head, &values))
        }
        Period::Day(year, month, day) => {
            let values = view::DatePage { year, month, day, month_address: wider, rows, total, list_parts };
            Content::Template("date.html", builder.filled(page, head, &values))
        }
    }
}

/// The pages before and after those of a period.
fn around(builder: &PageBuilder<'_>, period: Period, in_year: &[StatementId]) -> [Option<Neighbour>; 2] {
    let (years, dates) = builder.chronicle.dated_years();
    let [before, after] = match period {
        Period::Year(year) => [
            years.range(..year).next_back().map(|(year, _)| Period::Year(*year)),
            years.range((Bound::Excluded(year), Bound::Unbounded)).next().map(|(year, _)| Period::Year(*year)),
        ],
        _ => periods::neighbours(dates, in_year, period),
    };
    let link = |period: Period, part: Part| {
        let title = part.title(builder, &period.name(builder.messages));
        Neighbour::from(builder.link(title, Some(&part.address(address(period)))))
    };
    let first = |period: Period| {
        let in_year = years.get(&period.year()).map_or(&[][..], Vec::as_slice);
        periods::first_part(Lists::Calendar, dates, in_year, period, builder.config.lists.limit)
    };
    [before.map(|before| link(before, Part::Newest)), after.map(|after| link(after, first(after)))]
}

fn crumbs<'a>(builder: &PageBuilder<'_>, of: &PeriodPage, name: &str) -> Vec<Crumb<'a>> {
    let mut crumbs = vec![PageBuilder::crumb("years")];
    crumbs.extend(of.period.wider().into_iter().map(|wider| match wider {
        Period::Year(year) => Crumb::Words(year.to_string(), address(wider)),
        _ => Crumb::Words(wider.name(builder.messages), address(wider)),
    }));
    if of.part != Part::Newest {
        crumbs.push(Crumb::Words(name.to_owned(), address(of.period)));
    }
    crumbs
}

fn of_year(
    builder: &PageBuilder<'_>,
    year: ListedYear,
    ids: &[StatementId],
    division: Option<&Division<'_>>,
    (rows, list_parts): (view::Html, Vec<view::ListPart>),
) -> view::YearPage {
    let below = |subject: Subject| builder.chronicle.subject_address(subject).below(&year.to_string());
    let own = |subject: Subject| builder.chronicle.subject_address(subject);
    view::YearPage {
        year: lists::year_value(builder, year),
        months: division
            .map_or_else(Vec::new, |division| lists::months(builder, year, division, &Address::page(["years"]))),
        topics: lists::counted(builder, ids, 60, |subject| matches!(subject, Subject::Topic(_)), below),
        people: lists::counted(builder, ids, 60, |subject| matches!(subject, Subject::Person(_)), own),
        speaking: lists::speaking(builder, ids, 60, |_| true),
        divided: division.is_some_and(|division| division.is_divided),
        rows,
        total: ids.len(),
        list_parts,
    }
}

fn days(builder: &PageBuilder<'_>, division: &Division<'_>) -> Vec<CalendarDay> {
    let most = division.narrower.values().map(Vec::len).max().unwrap_or(1);
    let day = |(period, ids): (&Period, &Vec<StatementId>)| match period {
        Period::Day(_, _, day) => {
            let (count, level) = (ids.len(), chart::level(ids.len(), most));
            Some(CalendarDay { day: *day, count, level, address: builder.href(&address(*period)) })
        }
        _ => None,
    };
    division.narrower.iter().filter_map(day).collect()
}
