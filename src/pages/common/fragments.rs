//! Values that many pages share, each made once: the site, its navigation and foot, the list-card of each statement.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, RwLock};

use serde::Serialize;
use tera::Value;

use crate::address::Address;
use crate::chronicle::{StatementId, Subject};
use crate::incremental::Dependency;
use crate::pages::PageBuilder;
use crate::pages::common::lists;
use crate::pages::common::site_wide::SiteWide;
use crate::pages::common::value::markup;
use crate::pages::machine::feed;
use crate::pages::statement::card;
use crate::sync;
use crate::views as view;
use crate::views::{Brief, Card, Html, Made, Row, YearsList};

/// The shared values.
#[derive(Debug)]
pub(crate) struct Fragments {
    wide: SiteWide,
    cards: Vec<Cached>,
    /// The row of each statement in lists, as markup. Each is put there once; no page changes the list itself.
    rows: RwLock<Vec<OnceLock<Shared<Box<str>>>>>,
    /// Statements of which a row lies there.
    listed: Mutex<Vec<StatementId>>,
    /// Statements of which a brief or an entry may lie in `cards`.
    named: Mutex<Vec<StatementId>>,
    /// The years of subjects, as each of their pages by year leads to them.
    years: Mutex<BTreeMap<Subject, Html>>,
}

#[derive(Debug, Default)]
struct Cached {
    /// What names it on the pages of others: of the statements around, and of those related to it.
    brief: Mutex<Option<Value>>,
    /// The entry of feeds, with the abstract.
    entry: Mutex<Option<Shared<Value>>>,
}

/// Something of a statement that several pages show, and what it was made from.
#[derive(Clone, Debug)]
struct Shared<T> {
    value: T,
    from: Arc<[Dependency]>,
}

impl Fragments {
    /// Lets rows, briefs and entries go; where `lists` follow, rows only if there are more than [`LYING`].
    pub(crate) fn forget(&self, lists: bool) {
        let named = std::mem::take(&mut *sync::lock(&self.named));
        for id in named {
            let card = &self.cards[id.index()];
            drop(sync::lock(&card.brief).take());
            drop(sync::lock(&card.entry).take());
        }
        let mut listed = sync::lock(&self.listed);
        if listed.len() > if lists { LYING } else { 0 } {
            let mut rows = sync::write(&self.rows);
            std::mem::take(&mut *listed).into_iter().for_each(|id| drop(rows[id.index()].take()));
        }
    }

    /// Puts something of a statement where others find it.
    fn put<T: Clone>(&self, id: StatementId, place: &Mutex<Option<T>>, value: T) -> T {
        sync::lock(&self.named).push(id);
        sync::lock(place).insert(value).clone()
    }

    pub(crate) fn with_room_for(statements: usize) -> Fragments {
        Fragments {
            wide: SiteWide::blank(),
            cards: std::iter::repeat_with(Cached::default).take(statements).collect(),
            rows: RwLock::new(std::iter::repeat_with(OnceLock::new).take(statements).collect()),
            listed: Mutex::default(),
            named: Mutex::default(),
            years: Mutex::default(),
        }
    }

    pub(crate) fn set(&mut self, wide: SiteWide) {
        self.wide = wide;
    }

    /// A number that stays the same as long as what is on every page does.
    pub(crate) fn fingerprint(&self) -> u64 {
        self.wide.fingerprint()
    }

    /// A copy of what is on every page, for one worker.
    pub(crate) fn site_wide(&self) -> SiteWide {
        self.wide.anew()
    }

    /// Whether the rows of all statements may lie there.
    pub(crate) fn has_room_for_all(&self) -> bool {
        self.cards.len() <= LYING
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

impl<'a> PageBuilder<'a> {
    /// The list-card of a statement.
    pub(crate) fn card(&self, id: StatementId) -> Made<Card<'static>> {
        card::card(self, id).made()
    }

    /// The rows of some statements in lists, as markup; nothing where their template fails, which then fails the page.
    pub(crate) fn rows(&self, ids: impl Iterator<Item = StatementId>) -> Html {
        self.chronicle.note(Dependency::template(ROW));
        let rows = sync::read(&self.shared.rows);
        let mut all = sync::lock(&self.worker.rows);
        all.clear();
        for id in ids {
            let place = &rows[id.index()];
            if let Some(row) = place.get() {
                all.push_str(&row.value);
                self.chronicle.note_all(&row.from);
                continue;
            }
            let apart = self.apart();
            let row = self.made(ROW, &Row { card: apart.card(id) });
            let from = Arc::from(apart.chronicle.noted());
            self.chronicle.note_all(&from);
            let Some(row) = row else { continue };
            all.push_str(&row);
            if self.shares_rows && place.set(Shared { value: row.into(), from }).is_ok() {
                sync::lock(&self.shared.listed).push(id);
            }
        }
        let rows = Html::new(&all);
        if all.capacity() > LONGEST_LIST {
            *all = String::new();
        }
        rows
    }

    /// What names a statement on the page of another.
    pub(crate) fn brief(&self, id: StatementId) -> Made<Brief<'static>> {
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
    pub(crate) fn abstract_entry(&self, id: StatementId) -> Value {
        self.chronicle.note(Dependency::template(feed::ENTRY));
        let place = &self.shared.cards[id.index()].entry;
        let known = sync::lock(place).clone();
        let entry = known.or_else(|| {
            let apart = self.apart();
            let made = self.made(feed::ENTRY, &feed::entry(&apart, id, None))?;
            let shared = Shared { value: markup(&made), from: apart.chronicle.noted().into() };
            Some(self.shared.put(id, place, shared))
        });
        entry.map_or_else(Value::none, |entry| {
            self.chronicle.note_all(&entry.from);
            entry.value
        })
    }

    /// The years of a subject, whose page is at `address`, as markup; nothing where there is only one, or where there are
    /// so many that pages by year would cost their square, or where the template fails, which then fails the page.
    pub(crate) fn years_of(&self, subject: Subject, address: &Address) -> Option<Html> {
        let years = self.chronicle.years_under(subject);
        if !(2..=MOST_YEARS).contains(&years.len()) {
            return None;
        }
        self.chronicle.note(Dependency::template(YEARS));
        let shared = || sync::lock(&self.shared.years);
        let known = shared().get(&subject).cloned();
        known.or_else(|| {
            let made = self.made(YEARS, &YearsList { years: lists::years(self, years, Some(address)) })?;
            Some(shared().entry(subject).or_insert_with(|| Html::new(&made)).clone())
        })
    }

    /// The markup that a template makes of one value and the site's; nothing where it fails, which then fails the page.
    pub(crate) fn fragment(&self, template: &'static str, view: &impl Serialize) -> Value {
        self.chronicle.note(Dependency::template(template));
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
}
