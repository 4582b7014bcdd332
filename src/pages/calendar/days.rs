//! On this day: every day of the calendar that has a statement.

use std::collections::BTreeMap;
use std::hash::Hash;

use xxhash_rust::xxh3::Xxh3;

use super::{day_address, ics};
use crate::address::Address;
use crate::chronicle::Chronicle;
use crate::input::InputId;
use crate::pages::common::collection::collection;
use crate::pages::common::description::Listed;
use crate::pages::common::head::{Crumb, Head};
use crate::pages::common::value::Context;
use crate::pages::common::{chart, lists};
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{CalendarDay, CalendarMonth, Neighbour, Template};

/// Every day of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnThisDay;

impl Output for OnThisDay {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::OnThisDay>("on-this-day.html")];
    const SWITCH: Switch<OnThisDay> = Switch::Named("on-this-day");

    fn plan(_: &Planning<'_>, pages: &mut Vec<Page>) {
        pages.push(Page::new(Address::page(["on-this-day"]), OnThisDay));
    }

    fn about(&self) -> About {
        About::page(Turn::List(None), Nav::Overview { part: "on_this_day", weight: 90 })
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("on-this-day.html", list(builder, page)))
    }
}

/// A day of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayPage {
    month: u32,
    day: u32,
}

impl Output for DayPage {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::Day>("day.html")];
    const SWITCH: Switch<DayPage> = Switch::Named("on-this-day");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let days = site.chronicle.days().keys();
        pages.extend(
            days.map(|(month, day)| Page::new(day_address(*month, *day), DayPage { month: *month, day: *day })),
        );
    }

    fn about(&self) -> About {
        // The statements of a day have little else in common.
        About::page(Turn::ScatteredList, Nav::Below("on_this_day"))
    }

    fn hash(&self, _: &Site<'_>, hash: &mut Xxh3) {
        (self.month, self.day).hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("day.html", day(builder, page, self.month, self.day)))
    }
}

fn list(builder: &PageBuilder<'_>, page: &Page) -> Context {
    let most = builder.chronicle.days().values().map(Vec::len).max().unwrap_or(1);
    let mut months: BTreeMap<u32, Vec<CalendarDay>> = BTreeMap::new();
    for ((month, day), ids) in builder.chronicle.days() {
        let address = builder.href(&day_address(*month, *day));
        let level = chart::level(ids.len(), most);
        months.entry(*month).or_default().push(CalendarDay { day: *day, count: ids.len(), level, address });
    }
    let title = builder.messages.title("on_this_day");
    let description = builder.description_of_all(&title, None);
    let head = Head { kind: "on-this-day", title, description, ..Head::default() };
    let months = months.into_iter().map(|(month, days)| CalendarMonth { month, days });
    let calendar = ics::href(builder);
    builder.filled(page, head, &view::OnThisDay { months: months.collect(), calendar })
}

fn day(builder: &PageBuilder<'_>, page: &Page, month: u32, day: u32) -> Context {
    let ids = builder.chronicle.days().get(&(month, day)).map_or(&[][..], Vec::as_slice);
    let key = (month, day);
    let neighbour = |at: Option<(&(u32, u32), &Vec<crate::chronicle::StatementId>)>| {
        at.map(|((month, day), _)| {
            Neighbour::from(builder.link(builder.messages.day(*month, *day), Some(&day_address(*month, *day))))
        })
    };
    let title = builder.messages.day(month, day);
    let head = Head {
        kind: "day",
        description: builder.description_of(&title, Listed::of(builder, ids), None),
        crumbs: vec![Crumb::Key("on_this_day", Address::page(["on-this-day"]))],
        previous: neighbour(builder.chronicle.days().range(..key).next_back()),
        next: neighbour(
            builder.chronicle.days().range((std::ops::Bound::Excluded(key), std::ops::Bound::Unbounded)).next(),
        ),
        json_ld: Some(collection(builder, page, &title, ids)),
        title,
        ..Head::default()
    };
    let groups = lists::groups(builder, &builder.chronicle.by_year(ids), None, usize::MAX);
    builder.filled(page, head, &view::Day { month, day, groups })
}
