//! Atom feeds (RFC 4287) of the site and of each topic, person and country.

use std::collections::BTreeMap;

use tera::Value;

use super::value::{Context, joined, list, object, text, with};
use super::{Kind, Page, ViewError, Views, statement};
use crate::address::Address;
use crate::chronicle::{Chronicle, StatementId, Subject};
use crate::entry::date::Date;

pub(super) fn plan(chronicle: &Chronicle) -> Vec<Page> {
    let subjects = chronicle.subjects().keys().filter(|subject| has_feed(**subject));
    let subjects = subjects.map(|subject| Page::new(address(chronicle, Some(*subject)), Kind::Feed(Some(*subject))));
    std::iter::once(Page::new(address(chronicle, None), Kind::Feed(None))).chain(subjects).collect()
}

/// Topics, people and countries have a feed of their own.
pub(super) fn has_feed(subject: Subject) -> bool {
    matches!(subject, Subject::Topic(_) | Subject::Person(_) | Subject::Country(_))
}

/// Where the feed of a subject, or of the site, stands.
pub(super) fn address(chronicle: &Chronicle, subject: Option<Subject>) -> Address {
    subject.map_or_else(Address::home, |subject| chronicle.subject_address(subject)).file("atom.xml")
}

pub(super) fn view(views: &Views<'_>, page: &Page, subject: Option<Subject>) -> Result<Context, ViewError> {
    let all: Vec<StatementId>;
    let ids = match subject {
        Some(subject) => views.chronicle.under(subject),
        None => {
            all = views.chronicle.statements().collect();
            &all
        }
    };
    let newest: Vec<StatementId> = ids.iter().rev().copied().take(views.config.feeds.limit).collect();
    let html = subject.map_or_else(Address::home, |subject| views.chronicle.subject_address(subject));
    let title = match subject {
        Some(subject) => format!("{} — {}", views.subject_name(subject), views.config.title.as_str()),
        None => views.config.title.as_str().to_owned(),
    };
    let updated = newest.iter().map(|id| updated(views, *id)).max().unwrap_or_else(|| timestamp(None));
    let mut context = Context::new();
    context.insert_value("site", views.wide().site.clone());
    let feed = object([
        ("title", text(title)),
        ("id", text(views.url(&html))),
        ("url", text(views.url(&page.address))),
        ("html", text(views.url(&html))),
        ("updated", text(updated)),
    ]);
    context.insert_value("feed", feed);
    let entries: Result<Vec<Value>, ViewError> = newest
        .iter()
        .map(|id| match subject {
            Some(_) => Ok(views.abstract_entry(*id)),
            None => {
                let url = views.url(views.chronicle.statement_address(*id));
                let text = standing_alone(views, &statement::body(views, *id)?.text, &url);
                Ok(views.fragment(ENTRY, entry(views, *id, Value::from(text))))
            }
        })
        .collect();
    context.insert_value("entries", joined(&entries?));
    Ok(context)
}

/// The template of an entry.
pub(super) const ENTRY: &str = "atom-entry.xml";

/// An entry of a feed: with its whole text in the feed of the site, with its abstract in the many others.
pub(super) fn entry(views: &Views<'_>, id: StatementId, content: Value) -> (&'static str, Value) {
    let of = &views.chronicle[id];
    let authors = of.speakers.iter().map(|speaker| text(&*views.speaker_name(id, speaker)));
    let own = [
        ("url", text(views.url(views.chronicle.statement_address(id)))),
        ("updated", text(updated(views, id))),
        ("authors", list(authors)),
        ("content", content),
    ];
    ("entry", with(&views.card(id), own))
}

/// Markup as it can stand outside its page: its addresses are whole, and its anchors name the page `url`.
fn standing_alone(views: &Views<'_>, html: &str, url: &str) -> String {
    let (origin, path) = (views.config.base_url.origin(), views.config.base_url.path());
    let anchored = html.replace("href=\"#", &format!("href=\"{url}#"));
    let linked = anchored.replace(&format!("href=\"{path}/"), &format!("href=\"{origin}{path}/"));
    linked.replace(&format!("src=\"{path}/"), &format!("src=\"{origin}{path}/"))
}

/// When a record last changed, as far as it says: the newest of its date, corrections and withdrawal.
fn updated(views: &Views<'_>, id: StatementId) -> String {
    let fields = &views.chronicle[id].entry.fields;
    let changes =
        fields.corrections.iter().map(|change| change.date).chain(fields.withdrawn.iter().map(|notice| notice.date));
    changes.chain([fields.date]).map(|date| timestamp(Some(&date))).max().unwrap_or_else(|| timestamp(None))
}

/// A date as RFC 3339 asks for it: the first moment of the day in UTC. The clock is never asked.
fn timestamp(date: Option<&Date>) -> String {
    let day = date.and_then(|date| date.earliest().or(date.latest()));
    let day = day.filter(|day| (0..=9999).contains(&chrono::Datelike::year(day)));
    day.map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |day| format!("{}T00:00:00Z", day.format("%Y-%m-%d")))
}

/// The last change of each statement, for the sitemap.
pub(super) fn last_changes(views: &Views<'_>) -> BTreeMap<Address, String> {
    let changed = views.chronicle.statements().filter(|id| {
        let fields = &views.chronicle[*id].entry.fields;
        !fields.corrections.is_empty() || fields.withdrawn.is_some()
    });
    changed.map(|id| (views.chronicle.statement_address(id).clone(), updated(views, id)[..10].to_owned())).collect()
}
