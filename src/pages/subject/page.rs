//! The page of a subject.

use std::hash::Hash;

use serde::Serialize;
use xxhash_rust::xxh3::Xxh3;

use super::{SWITCHES, country, crumbs, event, has_years, organization, person, place, planned, topic};
use crate::chronicle::{Chronicle, StatementId, Subject, SubjectKind};
use crate::input::InputId;
use crate::pages::head::Head;
use crate::pages::output::{About, Content, Nav, Output, Planning};
use crate::pages::value::Context;
use crate::pages::{Page, Site, ViewError, Views, chain, chart, feed, json_ld, listing};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{Merged, Template, UnderSubject};

/// A subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectPage(Subject);

impl Output for SubjectPage {
    const TEMPLATES: &'static [Template] = &[
        Template::of::<Merged<UnderSubject, view::TopicPage>>("topic.html"),
        Template::of::<Merged<UnderSubject, view::PersonPage>>("person.html"),
        Template::of::<Merged<UnderSubject, view::OrganizationPage<'_>>>("organization.html"),
        Template::of::<Merged<UnderSubject, view::CountryPage>>("country.html"),
        Template::of::<Merged<UnderSubject, view::PlacePage>>("place.html"),
        Template::of::<Merged<UnderSubject, view::EventPage>>("event.html"),
    ];
    const SWITCHES: &'static [&'static str] = &SWITCHES;

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let address = |subject: Subject| site.chronicle.subject_address(subject);
        pages.extend(planned(site.chronicle).map(|subject| Page::new(address(subject), SubjectPage(subject))));
    }

    fn switch(&self) -> Option<&'static str> {
        Some(SubjectKind::of(self.0).key())
    }

    fn about(&self) -> About {
        About::page(Turn::List(None), Nav::Below(SubjectKind::of(self.0).key()))
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        site.name_of(self.0).hash(hash);
    }

    fn input(&self, chronicle: &Chronicle) -> Option<InputId> {
        self.0.record().ok().map(|record| chronicle.head(record).input)
    }

    fn view(&self, views: &Views<'_>, page: &Page) -> Result<Content, ViewError> {
        let subject = self.0;
        Ok(match subject {
            Subject::Topic(id) => {
                let topic = topic::record(views, id)?;
                Content::Template("topic.html", filled(views, page, subject, &view::TopicPage { topic }))
            }
            Subject::Person(id) => {
                let person = person::record(views, id)?;
                Content::Template("person.html", filled(views, page, subject, &view::PersonPage { person }))
            }
            Subject::Organization(id) => {
                let organization = organization::record(views, id)?;
                let values = view::OrganizationPage { organization };
                Content::Template("organization.html", filled(views, page, subject, &values))
            }
            Subject::Country(code) => {
                let country = country::named(views, code);
                Content::Template("country.html", filled(views, page, subject, &view::CountryPage { country }))
            }
            Subject::Place(id) => {
                let place = place::record(views, id)?;
                Content::Template("place.html", filled(views, page, subject, &view::PlacePage { place }))
            }
            Subject::Event(id) => {
                let event = event::record(views, id)?;
                let rows = listing::of_event(views, shown(views, subject));
                Content::Template("event.html", filled(views, page, subject, &view::EventPage { event, rows }))
            }
        })
    }
}

/// The values of the page: what is said of its statements, and what its kind says besides.
fn filled(views: &Views<'_>, page: &Page, subject: Subject, own: &impl Serialize) -> Context {
    let ids = views.chronicle.under(subject);
    let name = views.subject_name(subject);
    let has_feed = feed::has_feed(subject) && !ids.is_empty();
    let head = Head {
        kind: SubjectKind::of(subject).word(),
        title: name.clone(),
        description: match subject {
            Subject::Topic(id) => views.chronicle[id].entry.fields.scope.as_ref().map(ToString::to_string),
            _ => None,
        },
        crumbs: crumbs(views, subject),
        feed: has_feed.then(|| (name.clone(), feed::address(views.chronicle.ids(), Some(subject)))),
        json_ld: Some(json_ld::collection(views, page, &name, ids)),
        ..Head::default()
    };
    views.filled(page, head, &Merged::new(&under(views, subject), own))
}

/// So many statements of a subject are shown on its page.
fn limit(views: &Views<'_>, subject: Subject) -> usize {
    let count = views.chronicle.under(subject).len();
    if has_years(views.config, subject, count) { views.config.lists.limit } else { usize::MAX }
}

/// The statements that are shown: the newest.
fn shown<'a>(views: &Views<'a>, subject: Subject) -> &'a [StatementId] {
    let ids = views.chronicle.under(subject);
    &ids[ids.len().saturating_sub(limit(views, subject))..]
}

fn under(views: &Views<'_>, subject: Subject) -> UnderSubject {
    let chronicle = &views.chronicle;
    let ids = chronicle.under(subject);
    let address = chronicle.subject_address(subject);
    // Of a long list only the newest are shown; the others stand on the pages by year.
    let below = has_years(views.config, subject, ids.len()).then_some(&address);
    let limit = limit(views, subject);
    let years = chronicle.years_under(subject);
    let own = |other: Subject| chronicle.subject_address(other);
    let topics = |other: Subject| matches!(other, Subject::Topic(_)) && other != subject;
    let people = |other: Subject| matches!(other, Subject::Person(_)) && other != subject;
    UnderSubject {
        bars: chart::bars(views, years, below),
        groups: listing::groups(views, years, below, limit),
        parts: listing::parts(views, subject, years, below, limit),
        total: ids.len(),
        listed: shown(views, subject).len(),
        years: listing::years(views, years, below),
        chains: chain::of_statements(views, ids),
        topics: listing::counted(views, ids, 40, topics, own),
        people: listing::counted(views, ids, 40, people, own),
        speaking: listing::speaking(views, ids, 40, |other| other != subject),
    }
}
