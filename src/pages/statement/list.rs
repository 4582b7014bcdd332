//! The list of all statements.

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::{Chronicle, StatementId};
use crate::input::InputId;
use crate::pages::common::collection::collection;
use crate::pages::common::head::Head;
use crate::pages::common::value::Context;
use crate::pages::common::{chart, lists};
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::Template;

/// Every statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementList;

impl Output for StatementList {
    const TEMPLATES: &'static [Template] =
        &[Template::of::<view::Statements>("statements.html").listing(&[&["groups"], &["years", "bars"]])];
    const SWITCH: Switch<StatementList> = Switch::Named("statement-list");

    fn plan(_: &Planning<'_>, pages: &mut Vec<Page>) {
        pages.push(Page::new(Address::page(["statements"]), StatementList));
    }

    fn about(&self) -> About {
        About::page(Turn::List(None), Nav::Overview { part: "statements", weight: 10 })
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("statements.html", list(builder, page)))
    }
}

/// Every statement: all of them where they fit one page, otherwise the newest, with the way to the others by year.
fn list(builder: &PageBuilder<'_>, page: &Page) -> Context {
    let ids: Vec<StatementId> = builder.chronicle.statements().collect();
    let limit = builder.config.lists.limit;
    let title = builder.messages.title("statements");
    let json_ld = collection(builder, page, &title, &ids[ids.len().saturating_sub(limit)..]);
    let description = builder.description_of_all(&title, None);
    let head = Head { kind: "statements", title, description, json_ld: Some(json_ld), ..Head::default() };
    let years = builder.chronicle.years();
    let values = view::Statements {
        years: lists::years(builder, years, None),
        total: ids.len(),
        groups: lists::groups(builder, years, None, limit),
        bars: chart::bars(builder, years, None),
    };
    builder.filled(page, head, &values)
}
