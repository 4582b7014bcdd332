//! The home page, and the page that stands where there is none.

use xxhash_rust::xxh3::Xxh3;

use super::head::Head;
use super::output::{About, Content, Nav, Output, Planning};
use super::value::Context;
use super::{Page, Site, ViewError, Views, chain, chart, json_ld, listing, prose, sources};
use crate::address::Address;
use crate::chronicle::{Chronicle, StatementId, Subject, SubjectIndex, SubjectKind};
use crate::input::InputId;
use crate::plan::Turn;
use crate::views as view;
use crate::views::{Reiterated, Template, Weighted};

/// The newest statements shown.
const NEWEST: usize = 12;

/// The home page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home;

impl Output for Home {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::Home>("home.html")];
    const SWITCHES: &'static [&'static str] = &["home"];

    fn plan(_: &Planning<'_>, pages: &mut Vec<Page>) {
        pages.push(Page::new(Address::home(), Home));
    }

    fn switch(&self) -> Option<&'static str> {
        Some("home")
    }

    fn about(&self) -> About {
        About::page(Turn::List(None), Nav::Outside)
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, views: &Views<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("home.html", view(views, page)?))
    }
}

/// What stands where there is no page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotFound;

impl Output for NotFound {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::NotFound>("404.html")];
    const SWITCHES: &'static [&'static str] = &[];

    fn plan(_: &Planning<'_>, pages: &mut Vec<Page>) {
        pages.push(Page::new(Address::home().file("404.html"), NotFound));
    }

    fn switch(&self) -> Option<&'static str> {
        None
    }

    fn about(&self) -> About {
        About::aside(Turn::List(None))
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, views: &Views<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("404.html", not_found(views, page)))
    }
}

fn view(views: &Views<'_>, page: &Page) -> Result<Context, ViewError> {
    let chronicle = &views.chronicle;
    let ids: Vec<StatementId> = chronicle.statements().collect();
    let newest = &ids[ids.len().saturating_sub(NEWEST)..];
    let head = Head {
        kind: "home",
        title: views.config.title.as_str().to_owned(),
        description: views.config.subtitle.clone(),
        json_ld: Some(json_ld::collection(views, page, views.config.title.as_str(), newest)),
        ..Head::default()
    };
    let of = |kind: SubjectKind| {
        move |subject: Subject, index: &SubjectIndex| {
            if SubjectKind::of(subject) == kind { index.statements.len() } else { 0 }
        }
    };
    let reiterated = chronicle.chains_of(&ids).into_iter().take(5).filter_map(|members| {
        let first = members.first()?;
        let address = views.href(&chain::of_first(chronicle.ids(), *first));
        Some(Reiterated { card: views.card(*first), count: members.len(), address })
    });
    let values = view::Home {
        intro: prose::introduction(views, "home")?,
        rows: listing::newest_first(views, newest),
        all: views.href(&Address::page(["statements"])),
        total: ids.len(),
        bars: chart::bars(views, chronicle.years(), None),
        topics: weighted(views, 40, of(SubjectKind::Topics)),
        people: weighted(views, 20, of(SubjectKind::People)),
        speaking: weighted(views, 20, |_, index| index.own.len()),
        reiterated: reiterated.collect(),
    };
    Ok(views.filled(page, head, &values))
}

/// The subjects that count most, in the order of their names, each with a weight from 1 to 5.
fn weighted(views: &Views<'_>, most: usize, count: impl Fn(Subject, &SubjectIndex) -> usize) -> Vec<Weighted> {
    let chronicle = &views.chronicle;
    let mut subjects: Vec<(Subject, usize)> = chronicle
        .subjects()
        .iter()
        .map(|(subject, index)| (*subject, count(*subject, index)))
        .filter(|(_, count)| *count > 0)
        .collect();
    subjects.sort_by_key(|(subject, count)| (std::cmp::Reverse(*count), *subject));
    subjects.truncate(most);
    let top = subjects.first().map_or(1, |(_, count)| *count);
    let mut named: Vec<(String, Subject, usize)> =
        subjects.into_iter().map(|(subject, count)| (views.subject_name(subject), subject, count)).collect();
    named.sort_by_key(|(name, subject, _)| (sources::collated(name), *subject));
    let weighted = |(label, subject, count): (String, Subject, usize)| Weighted {
        label,
        address: views.href(&chronicle.subject_address(subject)),
        count,
        weight: (count * 5).div_ceil(top).clamp(1, 5),
    };
    named.into_iter().map(weighted).collect()
}

fn not_found(views: &Views<'_>, page: &Page) -> Context {
    views.page(page, Head { kind: "not-found", title: views.words.title("not_found"), ..Head::default() })
}
