//! The position on a topic over time: its proven quotations in the order of their dates. Words are given to nobody but
//! whom the record attributes them to.

use std::hash::Hash;
use std::ops::RangeInclusive;
use std::sync::Arc;

use xxhash_rust::xxh3::Xxh3;

use super::crumbs;
use super::said::{self, Heard};
use crate::address::Address;
use crate::chronicle::{Chronicle, StatementId, Subject, SubjectKind, TopicId};
use crate::entry::date::ListedYear;
use crate::entry::statement::Fidelity;
use crate::input::InputId;
use crate::pages::common::collection::collection;
use crate::pages::common::head::{Crumb, Head};
use crate::pages::common::lists::{self, Years};
use crate::pages::common::parts::{List, Part};
use crate::pages::common::value::Context;
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{PositionYear, SubjectOf, Template, YearsWithout};

/// The least and the most quotations on a page, whatever number of rows lists may have: a page leads to all others.
const ON_A_PAGE: RangeInclusive<usize> = 20..=100;

/// The position on a topic over time: a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionPage {
    topic: TopicId,
    /// All of the topic.
    quotations: Arc<[Proven]>,
    part: Part,
    /// How many are on a page.
    limit: usize,
}

/// A quotation that was found in its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Proven {
    year: ListedYear,
    statement: StatementId,
    /// Its position among the quotations of the statement.
    position: usize,
}

impl Output for PositionPage {
    const TEMPLATES: &'static [Template] =
        &[Template::of::<view::Position<'_>>("position.html").listing(&[&["years"], &["list_parts"]])];
    const SWITCH: Switch<PositionPage> = Switch::Named("positions");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        if !site.has_subjects(SubjectKind::Topics) {
            return;
        }
        let limit = site.config.lists.limit.clamp(*ON_A_PAGE.start(), *ON_A_PAGE.end());
        for topic in site.chronicle.topics() {
            let quotations = proven(site, topic);
            if quotations.is_empty() {
                continue;
            }
            let address = address(site.chronicle, topic);
            let page = |part: Part| {
                let page = PositionPage { topic, quotations: Arc::clone(&quotations), part, limit };
                Page::new(part.address(address.clone()), page)
            };
            pages.extend(Part::all(quotations.len(), limit).map(page));
        }
    }

    fn about(&self) -> About {
        About::page(Turn::Single, Nav::Below(SubjectKind::Topics.key()))
    }

    /// Hashes also which quotations of the topic are proven, and years without any, which are recorded nowhere else.
    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        let id = |of: &Proven| &site.chronicle[of.statement].entry.id;
        (site.chronicle.subject_key(Subject::Topic(self.topic)), self.part).hash(hash);
        self.shown().iter().for_each(|one| (id(one), one.position).hash(hash));
        for part in Part::all(self.quotations.len(), self.limit) {
            let items = part.of(&self.quotations, self.limit);
            let is_settled = part == self.part || part != Part::Newest;
            let last = items.last().filter(|_| is_settled);
            (items.first().map(id), last.map(|one| (id(one), items.len()))).hash(hash);
        }
        let years = site.chronicle.years_under(Subject::Topic(self.topic));
        for gap in self.gaps(years).into_iter().flatten() {
            (gap.from, gap.to, gap.statements).hash(hash);
        }
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("position.html", view(builder, page, self)?))
    }
}

/// The proven quotations on a topic, by year and in the order of statements. Those of withdrawn statements are gone; the words of a
/// summary are not what was said, and words that are or may be somebody else's are left to the page of their statement.
fn proven(site: &Planning<'_>, topic: TopicId) -> Arc<[Proven]> {
    let years = site.chronicle.years_under(Subject::Topic(topic)).iter();
    let statements = years.flat_map(|(year, ids)| ids.iter().map(|id| (*year, *id)));
    let quotations = statements.flat_map(|(year, statement)| {
        let of = &site.chronicle[statement];
        let is_shown = !of.is_withdrawn() && of.entry.fields.fidelity != Fidelity::Summary;
        let proof = site.proofs.of(statement).filter(|_| is_shown);
        let count = proof.map_or(0, |proof| proof.quotations.len().min(of.anchors.len()));
        let is_inner = |position: usize| of.entry.body.quotations.get(position).is_some_and(|one| one.is_all_inner);
        let all = (0..count).filter(move |position| !of.may_be_of_others(*position) && !is_inner(*position));
        all.map(move |position| Proven { year, statement, position })
    });
    quotations.collect()
}

/// The page with the newest quotations.
fn address(chronicle: &Chronicle, topic: TopicId) -> Address {
    chronicle.subject_address(Subject::Topic(topic)).below("position")
}

/// The position on a topic, where it has a page.
pub(super) fn of_topic(builder: &PageBuilder<'_>, topic: TopicId) -> Option<view::Href> {
    lists::page_or_none(builder, &address(builder.chronicle.ids(), topic))
}

impl PositionPage {
    /// What is on the page.
    fn shown(&self) -> &[Proven] {
        self.part.of(&self.quotations, self.limit)
    }

    /// The same by year.
    fn by_year(&self) -> impl Iterator<Item = &[Proven]> {
        self.shown().chunk_by(|one, other| one.year == other.year)
    }

    /// The years without a quotation before each year on the page, and after the last one where nothing follows; `years`
    /// are those of all statements on the topic.
    fn gaps(&self, years: &Years) -> Vec<Option<YearsWithout>> {
        let known = || years.keys().filter_map(|year| year.known());
        let shown = self.shown();
        let before = self.quotations.len().min(match self.part {
            Part::Newest => self.quotations.len() - shown.len(),
            Part::Older(number) => (number - 1) * self.limit,
        });
        // Some year of a decade may be any of it.
        let mut last = self.quotations[..before].last().map(|one| one.year.last());
        let mut gaps = Vec::new();
        for year in self.by_year().filter_map(|of_year| Some(of_year.first()?.year)) {
            let from = last.map_or_else(|| known().next(), |last| Some(last + 1));
            gaps.push(from.and_then(|from| without(years, from, year.first() - 1)));
            last = last.max(Some(year.last()));
        }
        let after = last.filter(|_| self.part == Part::Newest).zip(known().next_back());
        gaps.push(after.and_then(|(last, end)| without(years, last + 1, end)));
        gaps
    }
}

/// The years from one to another, if there are any, with how many statements they have.
fn without(years: &Years, from: i32, to: i32) -> Option<YearsWithout> {
    let within = |year: &ListedYear| year.known().is_some_and(|year| (from..=to).contains(&year));
    let of_years = years.iter().filter(|(year, _)| within(year));
    (from <= to).then(|| YearsWithout { from, to, statements: of_years.map(|(_, ids)| ids.len()).sum() })
}

fn view(builder: &PageBuilder<'_>, page: &Page, of: &PositionPage) -> Result<Context, ViewError> {
    let subject = Subject::Topic(of.topic);
    let (topic_address, name) = (builder.chronicle.subject_address(subject), builder.subject_name(subject));
    let address = address(builder.chronicle.ids(), of.topic);
    let list = List { address: &address, items: &of.quotations, limit: of.limit };
    let phrase = builder.messages.phrase("position_of", &[("subject", &name)]);
    let title = if phrase.is_empty() { name.clone() } else { phrase };
    let list_title = of.part.title(builder, &title);
    let [previous, next] = list.neighbours(builder, &title, of.part, [None, None]);
    let mut trail = crumbs(builder, subject);
    trail.push(Crumb::Label(&name, topic_address.clone()));
    if of.part != Part::Newest {
        trail.push(Crumb::Words(title.clone(), address.clone()));
    }
    let mut ids: Vec<StatementId> = of.shown().iter().map(|one| one.statement).collect();
    ids.dedup();
    let head = Head {
        kind: "position",
        description: format!("{list_title}. {}", builder.description_in_words("position_note")),
        json_ld: Some(collection(builder, page, &list_title, &ids)),
        title: list_title.clone(),
        crumbs: trail,
        previous,
        next,
        ..Head::default()
    };
    let mut years = Vec::new();
    for of_year in of.by_year() {
        let said = said::in_order(builder, of_year.iter().map(|one| (one.statement, one.position)))?;
        years.push((of_year.first().map(|one| one.year), said));
    }
    let heard = Heard::of(builder, years.iter().flat_map(|(_, said)| said));
    let mut gaps = of.gaps(builder.chronicle.ids().years_under(subject)).into_iter();
    let years = years.into_iter().filter_map(|(year, said)| {
        let (year, gap) = (year?, gaps.next().flatten());
        let address = builder.href(&topic_address.below(&year.to_string()));
        let said = said.into_iter().map(|words| said::value(builder, words, &heard)).collect();
        Some(PositionYear { year: lists::year_value(builder, year), address, gap, said })
    });
    let years = years.collect();
    let values = view::Position {
        subject: SubjectOf { kind: SubjectKind::Topics.word(), label: &name, address: builder.href(&topic_address) },
        count: of.shown().len(),
        total: (of.part == Part::Newest).then_some(of.quotations.len()),
        speakers: heard.speakers(),
        years,
        gap: gaps.next().flatten(),
        list_parts: list.links_by(builder, of.part, |one| *builder.chronicle[one.statement].date()),
    };
    Ok(builder.filled(page, head, &values))
}
