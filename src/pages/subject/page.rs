//! The page of a subject.

use std::hash::Hash;

use serde::Serialize;
use xxhash_rust::xxh3::Xxh3;

use super::{country, crumbs, event, has_years, organization, person, place, planned, position, switch, terms, topic};
use crate::chronicle::{Chronicle, StatementId, Subject, SubjectKind};
use crate::entry::body::Body;
use crate::input::InputId;
use crate::pages::common::collection::collection_about;
use crate::pages::common::description::Listed;
use crate::pages::common::head::Head;
use crate::pages::common::value::Context;
use crate::pages::common::{chart, lists, portrait, things};
use crate::pages::editorial::changes;
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::machine::{citations, feed};
use crate::pages::search::facets;
use crate::pages::statement::chain;
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{Merged, Template, UnderSubject};

/// A subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectPage(Subject);

/// A subject with many statements shows the newest, and leads to the others by year.
const LISTS: &[&[&str]] = &[&["groups", "parts"], &["years", "bars"]];

impl Output for SubjectPage {
    const TEMPLATES: &'static [Template] = &[
        Template::of::<Merged<UnderSubject, view::TopicPage>>("topic.html").listing(LISTS),
        Template::of::<Merged<UnderSubject, view::PersonPage>>("person.html").listing(LISTS),
        Template::of::<Merged<UnderSubject, view::OrganizationPage<'_>>>("organization.html").listing(LISTS),
        Template::of::<Merged<UnderSubject, view::CountryPage>>("country.html").listing(LISTS),
        Template::of::<Merged<UnderSubject, view::PlacePage>>("place.html").listing(LISTS),
        Template::of::<Merged<UnderSubject, view::EventPage>>("event.html")
            .listing(&[&["rows", "groups", "parts"], &["years", "bars"]]),
    ];
    const SWITCH: Switch<SubjectPage> = switch(|page| SubjectKind::of(page.0).key());

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let address = |subject: Subject| site.chronicle.subject_address(subject);
        pages.extend(planned(site.chronicle).map(|subject| Page::new(address(subject), SubjectPage(subject))));
    }

    fn about(&self) -> About {
        About::page(Turn::List(None), Nav::Below(SubjectKind::of(self.0).key()))
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        site.chronicle.subject_key(self.0).hash(hash);
    }

    fn input(&self, chronicle: &Chronicle) -> Option<InputId> {
        self.0.record().ok().map(|record| chronicle.head(record).input)
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        let subject = self.0;
        Ok(match subject {
            Subject::Topic(id) => {
                let topic = topic::record(builder, id)?;
                let values = view::TopicPage { topic, position: position::of_topic(builder, id) };
                Content::Template("topic.html", filled(builder, page, subject, &values))
            }
            Subject::Person(id) => {
                let person = person::record(builder, id)?;
                Content::Template("person.html", filled(builder, page, subject, &view::PersonPage { person }))
            }
            Subject::Organization(id) => {
                let organization = organization::record(builder, id)?;
                let values = view::OrganizationPage { organization };
                Content::Template("organization.html", filled(builder, page, subject, &values))
            }
            Subject::Country(code) => {
                let country = country::named(builder, code);
                Content::Template("country.html", filled(builder, page, subject, &view::CountryPage { country }))
            }
            Subject::Place(id) => {
                let place = place::record(builder, id)?;
                Content::Template("place.html", filled(builder, page, subject, &view::PlacePage { place }))
            }
            Subject::Event(id) => {
                let event = event::record(builder, id)?;
                let rows = lists::of_event(builder, shown(builder, subject));
                Content::Template("event.html", filled(builder, page, subject, &view::EventPage { event, rows }))
            }
        })
    }
}

/// The values of the page: those of its statements, and those of its kind.
fn filled(builder: &PageBuilder<'_>, page: &Page, subject: Subject, own: &impl Serialize) -> Context {
    let ids = builder.chronicle.under(subject);
    let name = builder.subject_name(subject);
    let has_feed = feed::has_feed(subject) && !ids.is_empty();
    let has_references = citations::are_beside(builder, subject);
    let head = Head {
        kind: SubjectKind::of(subject).word(),
        title: name.clone(),
        description: description(builder, subject, &name),
        crumbs: crumbs(builder, subject),
        feed: has_feed.then(|| (name.clone(), feed::address(builder.chronicle.ids(), Some(subject)))),
        changes: changes::of_page(builder, Some(subject)),
        json_ld: Some(collection_about(builder, page, &name, ids, Some(things::thing(builder, subject)))),
        within: facets::query(builder.chronicle.ids(), subject),
        references: has_references.then_some(&page.address),
        picture: picture(builder, subject),
        ..Head::default()
    };
    builder.filled(page, head, &Merged::new(&under(builder, subject), own))
}

/// What stands beside a link to the page of a person elsewhere.
fn picture<'a>(builder: &PageBuilder<'a>, subject: Subject) -> Option<view::Picture<'a>> {
    let Subject::Person(person) = subject else { return None };
    let portrait = portrait::of(builder, person)?;
    Some(view::Picture { url: builder.encoded_url(portrait.address), alt: portrait.alt })
}

/// What the page says of itself: which subject it is, how much is recorded of it, and what the record says of it.
fn description(builder: &PageBuilder<'_>, subject: Subject, name: &str) -> String {
    let chronicle = &builder.chronicle;
    let said = |entry: &'_ Body| entry.opening.as_deref().map(str::to_owned);
    let comma = || builder.messages.word("list_comma");
    let (title, more) = match subject {
        Subject::Topic(id) => {
            let entry = &chronicle[id].entry;
            (name.to_owned(), entry.fields.scope.as_ref().map(ToString::to_string).or_else(|| said(&entry.body)))
        }
        Subject::Person(id) => {
            let entry = &chronicle[id].entry;
            let office =
                entry.fields.offices.first().map(|office| format!("{name}{} {}", comma(), office.title.as_str()));
            (office.unwrap_or_else(|| name.to_owned()), said(&entry.body))
        }
        Subject::Organization(id) => (name.to_owned(), said(&chronicle[id].entry.body)),
        Subject::Country(_) => (name.to_owned(), None),
        Subject::Place(id) => (name.to_owned(), said(&chronicle[id].entry.body)),
        Subject::Event(id) => {
            let entry = &chronicle[id].entry;
            (format!("{name}{} {}", comma(), builder.messages.date(&entry.fields.date)), said(&entry.body))
        }
    };
    builder.description_of(&title, Listed::by_year(chronicle.years_under(subject)), more.as_deref())
}

/// How many statements of a subject are on its page.
fn limit(builder: &PageBuilder<'_>, subject: Subject) -> usize {
    let count = builder.chronicle.under(subject).len();
    if has_years(builder.config, subject, count) { builder.config.lists.limit } else { usize::MAX }
}

/// The statements that are shown: the newest.
fn shown<'a>(builder: &PageBuilder<'a>, subject: Subject) -> &'a [StatementId] {
    let ids = builder.chronicle.under(subject);
    &ids[ids.len().saturating_sub(limit(builder, subject))..]
}

fn under(builder: &PageBuilder<'_>, subject: Subject) -> UnderSubject {
    let chronicle = &builder.chronicle;
    let ids = chronicle.under(subject);
    let address = chronicle.subject_address(subject);
    // Only the newest of a long list are shown; the others are on the pages by year.
    let below = has_years(builder.config, subject, ids.len()).then_some(&address);
    let limit = limit(builder, subject);
    let years = chronicle.years_under(subject);
    let own = |other: Subject| chronicle.subject_address(other);
    let topics = |other: Subject| matches!(other, Subject::Topic(_)) && other != subject;
    let people = |other: Subject| matches!(other, Subject::Person(_)) && other != subject;
    let date = |id: &StatementId| chronicle[*id].date().into();
    UnderSubject {
        bars: terms::span(builder, subject).map(|span| chart::bars_of(builder, years, below, span)),
        groups: lists::groups(builder, years, below, limit),
        parts: lists::parts(builder, subject, years, below, limit),
        total: ids.len(),
        listed: shown(builder, subject).len(),
        first: ids.first().map(date),
        last: ids.last().map(date),
        years: lists::years(builder, years, below),
        chains: chain::of_statements(builder, ids),
        topics: lists::counted(builder, ids, 40, topics, own),
        people: lists::counted(builder, ids, 40, people, own),
        speaking: lists::speaking(builder, ids, 40, |other| other != subject),
    }
}
