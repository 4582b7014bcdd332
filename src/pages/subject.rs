//! Subjects that statements are listed under: topics, people, organizations, countries, places, events; their
//! overviews, their pages, and their pages by year. What is particular to one kind is in the file of that kind.

mod country;
mod event;
mod organization;
pub(crate) mod overview;
pub(crate) mod page;
pub(crate) mod period;
mod person;
mod place;
pub(crate) mod position;
mod row;
mod said;
mod terms;
mod topic;

use crate::chronicle::{Chronicle, Subject, SubjectKind};
use crate::config::Config;
use crate::pages::PageBuilder;
use crate::pages::common::head::Crumb;
use crate::pages::kind::Switch;

/// How pages of subjects are turned off: by the name of their kind.
const fn switch<K>(name: fn(&K) -> &'static str) -> Switch<K> {
    Switch::OneOf(&["topics", "people", "organizations", "countries", "places", "events"], name)
}

/// The subjects that have a page.
fn planned(chronicle: &Chronicle) -> impl Iterator<Item = Subject> {
    let topics = chronicle.topics().filter(|id| chronicle.has_page(*id)).map(Subject::Topic);
    topics.chain(chronicle.subjects().keys().copied().filter(|subject| !matches!(subject, Subject::Topic(_))))
}

/// Topics have a page for each year; other subjects where they have too many statements for one page.
fn has_years(config: &Config, subject: Subject, statements: usize) -> bool {
    matches!(subject, Subject::Topic(_)) || statements > config.lists.limit
}

/// The breadcrumbs of the page of a subject.
pub(crate) fn crumbs<'a>(builder: &PageBuilder<'a>, subject: Subject) -> Vec<Crumb<'a>> {
    let mut crumbs = vec![PageBuilder::crumb(SubjectKind::of(subject).key())];
    if let Subject::Topic(id) = subject {
        crumbs.extend(topic::above(builder, id));
    }
    crumbs
}
