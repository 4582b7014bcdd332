//! On this day: every day of the calendar that has a statement.

use std::collections::BTreeMap;

use super::head::{Crumb, Head};
use super::listing;
use super::value::{Context, list as list_of, object};
use super::{Kind, Page, Views};
use crate::address::Address;
use crate::chronicle::Chronicle;

pub(super) fn plan(chronicle: &Chronicle) -> Vec<Page> {
    let days = chronicle.days().keys().map(|(month, day)| Page::new(address(*month, *day), Kind::Day(*month, *day)));
    std::iter::once(Page::new(Address::page(["on-this-day"]), Kind::OnThisDay)).chain(days).collect()
}

fn address(month: u32, day: u32) -> Address {
    Address::page(["on-this-day", &format!("{month:02}-{day:02}")])
}

pub(super) fn list(views: &Views<'_>, page: &Page) -> Context {
    let mut months: BTreeMap<u32, Vec<tera::Value>> = BTreeMap::new();
    for ((month, day), ids) in views.chronicle.days() {
        let value = object([
            ("day", (*day).into()),
            ("count", ids.len().into()),
            ("address", views.href(&address(*month, *day))),
        ]);
        months.entry(*month).or_default().push(value);
    }
    let mut context =
        views.page(page, Head { kind: "on-this-day", title: views.words.title("on_this_day"), ..Head::default() });
    let months = months.into_iter().map(|(month, days)| object([("month", month.into()), ("days", list_of(days))]));
    context.insert_value("months", list_of(months));
    context
}

pub(super) fn day(views: &Views<'_>, page: &Page, month: u32, day: u32) -> Context {
    let ids = views.chronicle.days().get(&(month, day)).map_or(&[][..], Vec::as_slice);
    let key = (month, day);
    let neighbour = |at: Option<(&(u32, u32), &Vec<crate::chronicle::StatementId>)>| {
        at.map(|((month, day), _)| views.link(&views.words.day(*month, *day), Some(&address(*month, *day))))
    };
    let head = Head {
        kind: "day",
        title: views.words.day(month, day),
        crumbs: vec![Crumb::Key("on_this_day", Address::page(["on-this-day"]))],
        previous: neighbour(views.chronicle.days().range(..key).next_back()),
        next: neighbour(
            views.chronicle.days().range((std::ops::Bound::Excluded(key), std::ops::Bound::Unbounded)).next(),
        ),
        json_ld: Some(super::json_ld::collection(views, page, &views.words.day(month, day), ids)),
        ..Head::default()
    };
    let mut context = views.page(page, head);
    context.insert_value("month", month.into());
    context.insert_value("day", day.into());
    context.insert_value("groups", listing::groups(views, &views.chronicle.by_year(ids), None, usize::MAX));
    context
}
