//! The home page, and the page for addresses that do not exist.

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::{Change, Chronicle, StatementId, Subject, SubjectIndex, SubjectKind};
use crate::input::InputId;
use crate::pages::calendar::timeline;
use crate::pages::common::collection::collection;
use crate::pages::common::description::Listed;
use crate::pages::common::head::Head;
use crate::pages::common::value::Context;
use crate::pages::common::{chart, lists};
use crate::pages::editorial::{changes, prose};
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::statement::chain;
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{Overview, Reiterated, Template, Weighted};

/// The number of newest statements on the home page.
const NEWEST: usize = 12;

/// The number of changes of the record on the home page.
const NEWEST_CHANGES: usize = 5;

/// The home page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home;

impl Output for Home {
    const TEMPLATES: &'static [Template] =
        &[Template::of::<view::Home<'_>>("home.html").listing(&[&["rows"], &["all"]])];
    const SWITCH: Switch<Home> = Switch::Named("home");

    fn plan(_: &Planning<'_>, pages: &mut Vec<Page>) {
        pages.push(Page::new(Address::home(), Home));
    }

    fn about(&self) -> About {
        About::page(Turn::List(None), Nav::Outside)
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("home.html", view(builder, page)?))
    }
}

/// The page for addresses that do not exist: `404.html`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotFound;

impl Output for NotFound {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::NotFound>("404.html")];
    const SWITCH: Switch<NotFound> = Switch::AlwaysOn;

    fn plan(_: &Planning<'_>, pages: &mut Vec<Page>) {
        pages.push(Page::new(Address::home().file("404.html"), NotFound));
    }

    fn about(&self) -> About {
        About::aside(Turn::List(None))
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("404.html", not_found(builder, page)))
    }
}

fn view(builder: &PageBuilder<'_>, page: &Page) -> Result<Context, ViewError> {
    let chronicle = &builder.chronicle;
    let ids: Vec<StatementId> = chronicle.statements().collect();
    let newest = &ids[ids.len().saturating_sub(NEWEST)..];
    let head = Head {
        kind: "home",
        title: builder.config.title.as_str().to_owned(),
        description: builder.description_of(
            builder.config.title.as_str(),
            Listed::by_year(chronicle.years()),
            Some(builder.config.subtitle.as_deref().unwrap_or_default()),
        ),
        json_ld: Some(collection(builder, page, builder.config.title.as_str(), newest)),
        changes: changes::of_page(builder, None),
        ..Head::default()
    };
    let of = |kind: SubjectKind| {
        move |subject: Subject, index: &SubjectIndex| {
            if SubjectKind::of(subject) == kind { index.statements.len() } else { 0 }
        }
    };
    let reiterated = chronicle.chains_of(&ids).into_iter().take(5).filter_map(|members| {
        let first = members.first()?;
        let address = builder.href(&chain::of_first(chronicle.ids(), *first));
        Some(Reiterated { card: builder.card(*first), count: members.len(), address })
    });
    let values = view::Home {
        intro: prose::introduction(builder, "home")?,
        rows: lists::newest_first(builder, newest),
        all: builder.href(&Address::page(["statements"])),
        total: ids.len(),
        bars: chart::bars(builder, chronicle.years(), None),
        timeline: timeline::small(builder),
        topics: weighted(builder, 40, of(SubjectKind::Topics)),
        all_topics: overview(builder, SubjectKind::Topics),
        people: weighted(builder, 20, of(SubjectKind::People)),
        all_people: overview(builder, SubjectKind::People),
        speaking: weighted(builder, 20, |_, index| index.own.len()),
        changes: newest_in_record(builder),
        all_changes: builder.href(&changes::address(chronicle.ids(), None)),
        reiterated: reiterated.collect(),
    };
    Ok(builder.filled(page, head, &values))
}

/// What changed last in the record, of what is known to the day: a statement that is new in it can be of any year.
fn newest_in_record<'a>(builder: &PageBuilder<'a>) -> Vec<view::Change<'a>> {
    let dated = builder.chronicle.changes().iter().rev().filter(|change| change.date.day().is_some());
    let mut newest: Vec<Change> = dated.take(NEWEST_CHANGES).copied().collect();
    newest.reverse();
    changes::newest_first(builder, &newest)
}

/// How many subjects of a kind have statements, and the page that lists them.
fn overview(builder: &PageBuilder<'_>, kind: SubjectKind) -> Overview {
    let subjects = builder.chronicle.subjects().iter();
    let count = subjects.filter(|(subject, index)| SubjectKind::of(**subject) == kind && !index.statements.is_empty());
    Overview { count: count.count(), address: builder.href(&Address::page([kind.key()])) }
}

/// The name by which a subject is sorted: of people the family name first.
fn sort_name(builder: &PageBuilder<'_>, subject: Subject) -> String {
    if let Subject::Person(id) = subject
        && let fields = &builder.chronicle[id].entry.fields
        && let Some(family) = &fields.family
    {
        let given = fields.given.as_ref().map(|given| given.as_str()).unwrap_or_default();
        return format!("{family}, {given}");
    }
    builder.subject_name(subject)
}

/// The subjects with the most statements, sorted by name, each with a weight from 1 to 5.
fn weighted(builder: &PageBuilder<'_>, most: usize, count: impl Fn(Subject, &SubjectIndex) -> usize) -> Vec<Weighted> {
    let chronicle = &builder.chronicle;
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
        subjects.into_iter().map(|(subject, count)| (builder.subject_name(subject), subject, count)).collect();
    named.sort_by_cached_key(|(_, subject, _)| (builder.messages.sort_key(&sort_name(builder, *subject)), *subject));
    let weighted = |(label, subject, count): (String, Subject, usize)| Weighted {
        label,
        address: builder.href(&chronicle.subject_address(subject)),
        count,
        weight: (count * 5).div_ceil(top).clamp(1, 5),
    };
    named.into_iter().map(weighted).collect()
}

fn not_found(builder: &PageBuilder<'_>, page: &Page) -> Context {
    let description = builder.description_in_words("not_found_text");
    let title = builder.messages.title("not_found");
    builder.page(page, Head { kind: "not-found", title, description, ..Head::default() })
}
