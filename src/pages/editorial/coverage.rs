//! What is and is not recorded, in numbers, below the editors' own words in `pages/coverage.md`.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::{Chronicle, StatementId, Subject, SubjectKind};
use crate::entry::date::ListedYear;
use crate::entry::statement::Fidelity;
use crate::input::InputId;
use crate::pages::common::chart;
use crate::pages::common::head::Head;
use crate::pages::common::value::Context;
use crate::pages::editorial::prose;
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{FidelityCount, Recorded, Template, Totals};

/// What is and is not recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoveragePage;

impl Output for CoveragePage {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::Coverage>("coverage.html")];
    const SWITCH: Switch<CoveragePage> = Switch::Named("coverage");

    fn plan(_: &Planning<'_>, pages: &mut Vec<Page>) {
        pages.push(Page::new(Address::page(["coverage"]), CoveragePage));
    }

    fn about(&self) -> About {
        About::page(Turn::List(None), Nav::Outside)
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("coverage.html", view(builder, page)?))
    }
}

fn view(builder: &PageBuilder<'_>, page: &Page) -> Result<Context, ViewError> {
    let chronicle = &builder.chronicle;
    let ids: Vec<StatementId> = chronicle.statements().collect();
    let title = builder.messages.title("coverage");
    let description = builder.description_in_words("coverage_note");
    let head = Head { kind: "coverage", title, description, ..Head::default() };
    let used =
        |kind: SubjectKind| chronicle.subjects().keys().filter(|subject| SubjectKind::of(**subject) == kind).count();
    let end = |id: Option<&StatementId>| id.map(|id| chronicle[*id].date().into());
    let people = chronicle.people().map(Subject::Person).filter(|person| !chronicle.under(*person).is_empty());
    let people = people.map(|person| {
        let ids = chronicle.under(person);
        Recorded {
            label: builder.subject_name(person),
            address: builder.href(&chronicle.subject_address(person)),
            count: ids.len(),
            first: end(ids.first()),
            last: end(ids.last()),
        }
    });
    let mut counts: BTreeMap<Fidelity, usize> = BTreeMap::new();
    for id in &ids {
        *counts.entry(chronicle[*id].entry.fields.fidelity).or_default() += 1;
    }
    let values = view::Coverage {
        body: prose::introduction(builder, "coverage")?,
        bars: chart::bars(builder, chronicle.years(), None),
        totals: Totals {
            statements: ids.len(),
            people: used(SubjectKind::People),
            topics: used(SubjectKind::Topics),
            organizations: used(SubjectKind::Organizations),
            first: end(ids.first()),
            last: end(ids.last()),
        },
        people: people.collect(),
        fidelity: counts.into_iter().map(|(key, count)| FidelityCount { key, count }).collect(),
        empty_years: empty_years(builder),
    };
    Ok(builder.filled(page, head, &values))
}

/// Years between the first and the last without an entry.
fn empty_years(builder: &PageBuilder<'_>) -> Vec<i32> {
    let years = builder.chronicle.years();
    let Some((first, last)) = chart::ends(years.keys().filter_map(|year| year.known())) else { return Vec::new() };
    (first..=last).take(1000).filter(|year| !years.contains_key(&ListedYear::Year(*year))).collect()
}
