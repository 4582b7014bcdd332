//! Values that many pages share, each made once: the site, its navigation and foot, the list-card of each statement.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::{Mutex, OnceLock, RwLock};

use serde::Serialize;
use tera::Value;

use super::facts::Fact;
use super::value::{anew, markup, maybe};
use super::{Page, Plan, ViewError, Views, card, feed, listing, output};
use crate::address::Address;
use crate::chronicle::{StatementId, Subject};
use crate::sync;
use crate::views as view;
use crate::views::{Brief, Card, FeedLink, Html, Link, Made, NavPart, Row, Step, YearsList};

/// The shared values.
#[derive(Debug)]
pub(super) struct Shared {
    wide: SiteWide,
    cards: Vec<Cached>,
    /// The row of each statement in lists, as markup. Each is put there once; no page changes the list itself.
    rows: RwLock<Vec<OnceLock<Box<str>>>>,
    /// Statements of which a row lies there.
    listed: Mutex<Vec<StatementId>>,
    /// Statements of which a brief or an entry may lie in `cards`.
    named: Mutex<Vec<StatementId>>,
    /// The years of subjects, as each of their pages by year leads to them.
    years: Mutex<BTreeMap<Subject, Html>>,
}

/// What is on every page. Each worker has its own, of links those that were asked for: where two threads take the same values
/// up and lay them down, each waits for the other's count of who holds them.
#[derive(Debug)]
pub(super) struct SiteWide {
    pub(super) site: Value,
    navs: Vec<Nav>,
    pub(super) foot: Value,
    /// The feed of the site, as a page leads to it, where there is one.
    pub(super) feed: Option<FeedLink>,
    /// Links to what statements are listed under.
    links: Mutex<BTreeMap<Subject, Value>>,
}

/// The navigation as it stands on the pages of one part of the site.
#[derive(Debug)]
pub(super) struct Nav {
    part: Option<&'static str>,
    /// Whether it is that of the part's own overview.
    overview: bool,
    markup: Value,
}

#[derive(Debug, Default)]
struct Cached {
    /// What it was made from, once it was made. The card itself is not kept: nearly all are needed as a row only.
    made: Mutex<Option<Box<[Fact]>>>,
    /// What names it on the pages of others: of the statements around, and of those related to it.
    brief: Mutex<Option<Value>>,
    /// The entry of feeds, with the abstract.
    entry: Mutex<Option<Value>>,
}

impl Shared {
    /// Lets rows, briefs and entries go; where `lists` follow, rows only if there are more than [`LYING`].
    pub(super) fn forget(&self, lists: bool) {
        let named = std::mem::take(&mut *sync::lock(&self.named));
        for id in named {
            let card = &self.cards[id.index()];
            for place in [&card.brief, &card.entry] {
                drop(sync::lock(place).take());
            }
        }
        let mut listed = sync::lock(&self.listed);
        if listed.len() > if lists { LYING } else { 0 } {
            let mut rows = sync::write(&self.rows);
            std::mem::take(&mut *listed).into_iter().for_each(|id| drop(rows[id.index()].take()));
        }
    }

    /// Puts something of a statement where others find it.
    fn put(&self, id: StatementId, place: &Mutex<Option<Value>>, value: Value) -> Value {
        sync::lock(&self.named).push(id);
        sync::lock(place).insert(value).clone()
    }

    pub(super) fn with_room_for(statements: usize) -> Shared {
        Shared {
            wide: SiteWide::blank(),
            cards: std::iter::repeat_with(Cached::default).take(statements).collect(),
            rows: RwLock::new(std::iter::repeat_with(OnceLock::new).take(statements).collect()),
            listed: Mutex::default(),
            named: Mutex::default(),
            years: Mutex::default(),
        }
    }

    pub(super) fn set(&mut self, wide: SiteWide) {
        self.wide = wide;
    }

    /// A number that stays the same as long as what is on every page does.
    pub(super) fn fingerprint(&self) -> u64 {
        let mut hash = xxhash_rust::xxh3::Xxh3::new();
        (self.wide.site.to_string(), self.wide.foot.to_string()).hash(&mut hash);
        self.wide.navs.iter().for_each(|nav| (nav.part, nav.overview, nav.markup.to_string()).hash(&mut hash));
        hash.finish()
    }

    /// Whether the rows of all statements may lie there.
    pub(super) fn has_room_for_all(&self) -> bool {
        self.cards.len() <= LYING
    }

    /// What a card was made from, if one was asked for; it is not known here any more then.
    pub(super) fn take_made_from(&self, id: StatementId) -> Option<Box<[Fact]>> {
        sync::lock(&self.cards[id.index()].made).take()
    }
}

impl SiteWide {
    fn blank() -> SiteWide {
        let none = Value::none;
        SiteWide { site: none(), navs: Vec::new(), foot: none(), feed: None, links: Mutex::default() }
    }

    /// The same in other places of memory, without links.
    fn anew(&self) -> SiteWide {
        let nav = |nav: &Nav| Nav { part: nav.part, overview: nav.overview, markup: anew(&nav.markup) };
        SiteWide {
            site: anew(&self.site),
            navs: self.navs.iter().map(nav).collect(),
            foot: anew(&self.foot),
            feed: self.feed.clone(),
            links: Mutex::default(),
        }
    }

    /// The navigation, with the place of a page marked.
    pub(super) fn nav(&self, of: output::Nav) -> Value {
        let (part, overview) = match of {
            output::Nav::Outside => (None, false),
            output::Nav::Overview { part, .. } => (Some(part), true),
            output::Nav::Below(part) => (Some(part), false),
        };
        let found = self.navs.iter().find(|nav| (nav.part, nav.overview) == (part, overview)).or(self.navs.first());
        maybe(found, |nav| nav.markup.clone())
    }
}

/// When more rows lie there than so many, they are let go before the next lists are made; each takes about a kilobyte.
const LYING: usize = 12_000;

/// Memory of more bytes than this is not kept for the next list.
const LONGEST_LIST: usize = 256 << 10;

/// The pages of a subject by year lead to each other where there are no more than so many.
const MOST_YEARS: usize = 150;

/// The template of a row.
const ROW: &str = "row.html";

/// The template of the years of a subject.
const YEARS: &str = "years-list.html";

impl<'a> Views<'a> {
    /// The list-card of a statement.
    pub(super) fn card(&self, id: StatementId) -> Made<Card<'static>> {
        self.chronicle.note(Fact::Card(id));
        let views = self.apart();
        let card = card::card(&views, id).made();
        sync::lock(&self.shared.cards[id.index()].made).get_or_insert_with(|| views.chronicle.noted());
        card
    }

    /// The rows of some statements in lists, as markup; nothing where their template fails, which then fails the page.
    pub(super) fn rows(&self, ids: impl Iterator<Item = StatementId>) -> Html {
        self.chronicle.note(Fact::template(ROW));
        let rows = sync::read(&self.shared.rows);
        let mut all = sync::lock(&self.worker.rows);
        all.clear();
        for id in ids {
            self.chronicle.note(Fact::Card(id));
            let place = &rows[id.index()];
            if let Some(row) = place.get() {
                all.push_str(row);
            } else if let Some(row) = self.made(ROW, &Row { card: self.card(id) }) {
                all.push_str(&row);
                if self.shares_rows && place.set(row.into()).is_ok() {
                    sync::lock(&self.shared.listed).push(id);
                }
            }
        }
        let rows = Html::new(&all);
        if all.capacity() > LONGEST_LIST {
            *all = String::new();
        }
        rows
    }

    /// What names a statement on the page of another.
    pub(super) fn brief(&self, id: StatementId) -> Made<Brief<'static>> {
        // A look at the statement is noted by this, whether or not it was made before.
        let speakers = &self.chronicle[id].speakers;
        let place = &self.shared.cards[id.index()].brief;
        let known = sync::lock(place).clone();
        if let Some(known) = known {
            speakers.iter().for_each(|speaker| self.note_speaker(speaker));
            return Made::of(known);
        }
        Made::of(self.shared.put(id, place, card::brief(self, id).made().into()))
    }

    /// The entry of a statement in feeds, with its abstract; nothing where its template fails, which then fails the page.
    pub(super) fn abstract_entry(&self, id: StatementId) -> Value {
        self.chronicle.note(Fact::Card(id));
        self.chronicle.note(Fact::template(feed::ENTRY));
        let place = &self.shared.cards[id.index()].entry;
        let known = sync::lock(place).clone();
        known.unwrap_or_else(|| match self.made(feed::ENTRY, &feed::entry(self, id, None)) {
            Some(made) => self.shared.put(id, place, markup(&made)),
            None => Value::none(),
        })
    }

    /// The years of a subject, whose page is at `address`, as markup; nothing where there is only one, or where there are
    /// so many that pages by year would cost their square, or where the template fails, which then fails the page.
    pub(super) fn years_of(&self, subject: Subject, address: &Address) -> Option<Html> {
        let years = self.chronicle.years_under(subject);
        if !(2..=MOST_YEARS).contains(&years.len()) {
            return None;
        }
        self.chronicle.note(Fact::template(YEARS));
        let shared = || sync::lock(&self.shared.years);
        let known = shared().get(&subject).cloned();
        known.or_else(|| {
            let made = self.made(YEARS, &YearsList { years: listing::years(self, years, Some(address)) })?;
            Some(shared().entry(subject).or_insert_with(|| Html::new(&made)).clone())
        })
    }

    /// The markup that a template makes of one value and the site's; nothing where it fails, which then fails the page.
    pub(super) fn fragment(&self, template: &'static str, view: &impl Serialize) -> Value {
        self.chronicle.note(Fact::template(template));
        self.made(template, view).map_or_else(Value::none, |made| markup(&made))
    }

    /// The same, to be shared. What failed is not, so that it fails every page that needs it, and no thread decides which.
    fn made(&self, template: &'static str, view: &impl Serialize) -> Option<String> {
        let mut context = view::context(view);
        context.insert_value("site", self.wide().site.clone());
        match self.worker.renderer.fragment(template, &context) {
            Ok(made) => Some(made),
            Err(error) => {
                self.failed.borrow_mut().get_or_insert(error);
                None
            }
        }
    }

    /// A link to a subject's page, where it has one; made once for each worker.
    pub(super) fn known_link(&self, subject: Subject) -> Made<Link<'static>> {
        let mut links = sync::lock(&self.wide().links);
        Made::of(links.entry(subject).or_insert_with(|| self.new_subject_link(subject).into()).clone())
    }

    /// What is on every page, for this page's thread alone.
    pub(super) fn wide(&self) -> &SiteWide {
        self.worker.wide.get_or_init(|| self.shared.wide.anew())
    }

    /// What is on every page: the site's values, the navigation of each part, the foot, the feed of the site. None of it
    /// may be asked of [`Views::wide`], which there is not yet.
    pub(super) fn site_wide(&self) -> Result<SiteWide, ViewError> {
        let site = site(self);
        let mut navs = Vec::new();
        let all = parts_of(self.plan);
        let marks = all.iter().flat_map(|(part, _)| [(Some(*part), false), (Some(*part), true)]);
        for (part, overview) in std::iter::once((None, false)).chain(marks) {
            let mut context = view::context(&view::Nav { parts: parts(self, &all, part, overview) });
            context.insert_value("site", site.clone());
            let html = self.worker.renderer.fragment("nav.html", &context).map_err(ViewError::Template)?;
            navs.push(Nav { part, overview, markup: markup(html.trim_end()) });
        }
        let mut context = view::context(&view::Foot { prose: prose(self) });
        context.insert_value("site", site.clone());
        let html = self.worker.renderer.fragment("foot.html", &context).map_err(ViewError::Template)?;
        let address = self.href(&Address::home().file("atom.xml"));
        let feed = address.map(|address| FeedLink { title: self.config.title.as_str().to_owned(), address });
        let site = site.clone();
        Ok(SiteWide { site, navs, foot: markup(html.trim_end()), feed, links: Mutex::default() })
    }
}

fn site(views: &Views<'_>) -> Value {
    let config = views.config;
    Value::from_serializable(&view::Site {
        title: config.title.as_str(),
        subtitle: config.subtitle.as_deref(),
        base_url: views.url(&Address::home()),
        language: config.language.as_str(),
        dir: config.language.direction().as_str(),
        repository: config.repository.as_ref().map(|url| url.as_str()),
        home: views.href(&Address::home()),
        generator: concat!("Chronicle ", env!("CARGO_PKG_VERSION")),
        feed: views.href(&Address::home().file("atom.xml")),
        license: config
            .license
            .as_ref()
            .map(|license| view::License { name: &license.name, url: license.url.as_str() }),
    })
}

/// The parts of the site that have a page, with the mark for `aria-current` on the current one.
fn parts(views: &Views<'_>, all: &[(&'static str, &Address)], current: Option<&str>, overview: bool) -> Vec<NavPart> {
    let part = |(key, address): &(&'static str, &Address)| {
        let current = Some(if overview { "page" } else { "true" }).filter(|_| current == Some(*key));
        NavPart { key, address: views.href(address), current }
    };
    all.iter().map(part).collect()
}

/// The parts of the site, with the addresses of their overviews, as the navigation has them.
fn parts_of(plan: &Plan) -> Vec<(&'static str, &Address)> {
    let overview = |page: &'_ Page| match page.kind.about().nav {
        output::Nav::Overview { part, weight } => Some((weight, part)),
        output::Nav::Outside | output::Nav::Below(_) => None,
    };
    let found = plan.pages().iter().filter_map(|page| Some((overview(page)?, &page.address)));
    let mut parts: Vec<((u8, &'static str), &Address)> = found.collect();
    parts.sort();
    parts.into_iter().map(|((_, part), address)| (part, address)).collect()
}

/// The prose pages, and those that Chronicle makes about the chronicle itself.
fn prose<'a>(views: &Views<'a>) -> Vec<Step<'a>> {
    let written = views.chronicle.pages().filter_map(|id| {
        let page = &views.chronicle.get(id).entry;
        // The home page is introduced by `home.md`, the coverage page by `coverage.md`; neither is one more page.
        let own = !matches!(page.id.as_str(), "home" | "coverage");
        let address = own.then(|| views.href(&crate::chronicle::page_address(&page.id))).flatten()?;
        Some(Step { key: None, label: Some(page.fields.title.as_str().into()), address })
    });
    let generated = ["corrections", "sources", "coverage"]
        .into_iter()
        .filter_map(|key| Some(Step { key: Some(key), label: None, address: views.href(&Address::page([key]))? }));
    written.chain(generated).collect()
}
