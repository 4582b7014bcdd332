//! The overview of all years.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::Chronicle;
use crate::entry::date::ListedYear;
use crate::input::InputId;
use crate::pages::common::head::Head;
use crate::pages::common::value::Context;
use crate::pages::common::{chart, lists};
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{Decade, Template, YearCount};

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
    let timeline = lists::page_or_none(builder, &Address::page(["timeline"]));
    builder.filled(page, head, &view::Years { years, bars, decades, centuries, timeline })
}
