//! Values that many pages share, made once: the site, its navigation, the list-card of each statement.

use rayon::prelude::*;
use tera::Value;

use super::value::{list, maybe, object, text};
use super::{Kind, SubjectKind, Views, card};
use crate::address::Address;
use crate::chronicle::StatementId;

/// The shared values.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) site: Value,
    pub(super) prose: Value,
    nav: Vec<(&'static str, Value, Value)>,
    navs: Vec<(Option<&'static str>, Value)>,
    cards: Vec<Value>,
}

impl Shared {
    /// Before anything is shared: what the views that make the shared values are made with.
    pub(super) fn none() -> Shared {
        Shared { site: Value::none(), prose: Value::none(), nav: Vec::new(), navs: Vec::new(), cards: Vec::new() }
    }

    pub(super) fn of(views: &Views<'_>) -> Shared {
        let ids: Vec<StatementId> = views.chronicle.statements().collect();
        let cards = ids.par_iter().map(|id| card::card(views, *id)).collect();
        let mut shared = Shared { site: site(views), prose: prose(views), nav: nav(views), navs: Vec::new(), cards };
        let keys = std::iter::once(None).chain(shared.nav.iter().map(|(key, ..)| Some(*key)));
        shared.navs = keys.map(|current| (current, shared.nav_value(current))).collect();
        shared
    }

    /// The list-card of a statement.
    pub(super) fn card(&self, id: StatementId) -> Value {
        self.cards[id.index()].clone()
    }

    /// The navigation, with the part of the site that `kind` belongs to marked.
    pub(super) fn nav(&self, kind: &Kind) -> Value {
        let part = part_of(kind);
        let found = self.navs.iter().find(|(current, _)| *current == part).or(self.navs.first());
        maybe(found, |(_, value)| value.clone())
    }

    fn nav_value(&self, current: Option<&'static str>) -> Value {
        list(
            self.nav
                .iter()
                .map(|(key, value, marked)| if Some(*key) == current { marked.clone() } else { value.clone() }),
        )
    }
}

fn part_of(kind: &Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Statements | Kind::Statement(_) => "statements",
        Kind::Subjects(kind) => kind.key(),
        Kind::Subject(subject) | Kind::SubjectYear(subject, _) => SubjectKind::of(*subject).key(),
        Kind::Years | Kind::Year(_) | Kind::Month(..) => "years",
        Kind::OnThisDay | Kind::Day(..) => "on_this_day",
        _ => return None,
    })
}

fn site(views: &Views<'_>) -> Value {
    let config = views.config;
    object([
        ("title", text(config.title.as_str())),
        ("subtitle", maybe(config.subtitle.as_deref(), Value::from)),
        ("base_url", text(views.url(&Address::home()))),
        ("language", text(config.language.as_str())),
        ("dir", text(config.language.direction().as_str())),
        ("repository", maybe(config.repository.as_ref(), |url| text(url.as_str()))),
        ("home", views.href(&Address::home())),
        ("statements", views.chronicle.statements().len().into()),
        ("generator", text(concat!("Chronicle ", env!("CARGO_PKG_VERSION")))),
        ("feed", views.href(&Address::home().file("atom.xml"))),
        (
            "license",
            maybe(config.license.as_ref(), |license| {
                object([("name", text(&license.name)), ("url", text(license.url.as_str()))])
            }),
        ),
    ])
}

/// The parts of the site: each key with its link, plain and marked as the current one.
fn nav(views: &Views<'_>) -> Vec<(&'static str, Value, Value)> {
    let parts =
        ["statements", "topics", "years", "people", "organizations", "countries", "places", "events", "on_this_day"];
    let mut nav = Vec::new();
    for key in parts {
        let address = Address::page([key.replace('_', "-").as_str()]);
        if views.plan.has(address.as_str()) {
            let link = |current: bool| {
                object([("key", text(key)), ("address", views.href(&address)), ("current", current.into())])
            };
            nav.push((key, link(false), link(true)));
        }
    }
    nav
}

fn prose(views: &Views<'_>) -> Value {
    let generated = ["corrections", "sources", "coverage"].map(|key| {
        object([
            ("key", text(key)),
            ("label", Value::none()),
            ("address", views.href(&Address::page([key]))),
            ("current", false.into()),
        ])
    });
    let written = views.chronicle.pages().filter_map(|id| {
        let page = &views.chronicle[id];
        // The home page is introduced by `home.md`, the coverage page by `coverage.md`; neither is one more page.
        let own = !matches!(page.id.as_str(), "home" | "coverage");
        let address = crate::chronicle::page_address(&page.id);
        own.then(|| {
            object([
                ("key", Value::none()),
                ("label", text(page.fields.title.as_str())),
                ("address", views.href(&address)),
                ("current", false.into()),
            ])
        })
    });
    list(written.chain(generated))
}
