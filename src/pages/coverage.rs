//! What is and is not recorded, in numbers, below the editors' own words in `pages/coverage.md`.

use std::collections::BTreeMap;

use tera::Value;
use xxhash_rust::xxh3::Xxh3;

use super::head::Head;
use super::output::{About, Content, Nav, Output, Planning};
use super::value::{Context, list, maybe, object, text};
use super::{Page, Site, ViewError, Views, card, chart, prose};
use crate::address::Address;
use crate::chronicle::{Chronicle, StatementId, Subject, SubjectKind};
use crate::entry::date::ListedYear;
use crate::entry::statement::Fidelity;
use crate::input::InputId;
use crate::plan::Turn;
use crate::views::Template;

/// What is and is not recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoveragePage;

impl Output for CoveragePage {
    const TEMPLATES: &'static [Template] = &[Template::untyped("coverage.html")];
    const SWITCHES: &'static [&'static str] = &["coverage"];

    fn plan(_: &Planning<'_>, pages: &mut Vec<Page>) {
        pages.push(Page::new(Address::page(["coverage"]), CoveragePage));
    }

    fn switch(&self) -> Option<&'static str> {
        Some("coverage")
    }

    fn about(&self) -> About {
        About::page(Turn::List(None), Nav::Outside)
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, views: &Views<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("coverage.html", view(views, page)?))
    }
}

fn view(views: &Views<'_>, page: &Page) -> Result<Context, ViewError> {
    let chronicle = &views.chronicle;
    let ids: Vec<StatementId> = chronicle.statements().collect();
    let head = Head { kind: "coverage", title: views.words.title("coverage"), ..Head::default() };
    let mut context = views.page(page, head);
    context.insert_value("body", prose::introduction(views, "coverage")?);
    context.insert("bars", &chart::bars(views, chronicle.years(), None));
    let used =
        |kind: SubjectKind| chronicle.subjects().keys().filter(|subject| SubjectKind::of(**subject) == kind).count();
    let end = |id: Option<&StatementId>| maybe(id, |id| card::date(chronicle[*id].date()));
    context.insert_value(
        "totals",
        object([
            ("statements", ids.len().into()),
            ("people", used(SubjectKind::People).into()),
            ("topics", used(SubjectKind::Topics).into()),
            ("organizations", used(SubjectKind::Organizations).into()),
            ("first", end(ids.first())),
            ("last", end(ids.last())),
        ]),
    );
    let people =
        chronicle.people().map(Subject::Person).filter(|person| !chronicle.under(*person).is_empty()).map(|person| {
            let ids = chronicle.under(person);
            object([
                ("label", views.subject_name(person).into()),
                ("address", views.href_value(&chronicle.subject_address(person))),
                ("count", ids.len().into()),
                ("first", end(ids.first())),
                ("last", end(ids.last())),
            ])
        });
    context.insert_value("people", list(people));
    let mut counts: BTreeMap<Fidelity, usize> = BTreeMap::new();
    for id in &ids {
        *counts.entry(chronicle[*id].entry.fields.fidelity).or_default() += 1;
    }
    let fidelity =
        counts.into_iter().map(|(fidelity, count)| object([("key", text(fidelity.word())), ("count", count.into())]));
    context.insert_value("fidelity", list(fidelity));
    context.insert_value("empty_years", empty_years(views));
    Ok(context)
}

/// Years between the first and the last without an entry.
fn empty_years(views: &Views<'_>) -> Value {
    let years = views.chronicle.years();
    let Some((first, last)) = chart::ends(years.keys().filter_map(|year| year.known())) else { return list([]) };
    let is_empty = |year: &i32| !years.contains_key(&ListedYear::Year(*year));
    list((first..=last).take(1000).filter(is_empty).map(Value::from))
}
