//! The caches of values that many pages share: the site-wide values, and the row, brief and feed entry of each statement.

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
use crate::pages::machine::entries;
use crate::pages::search::FoldedLists;
use crate::pages::statement::card;
use crate::sync;
use crate::views as view;
use crate::views::{Brief, Card, Html, Row, SharedValue, YearsList};

/// Values that many pages share, cached for all workers.
#[derive(Debug)]
pub(crate) struct Fragments {
    wide: SiteWide,
    cards: Vec<Cached>,
    /// The row of each statement in lists, as markup. Each slot is set once; only [`Fragments::evict`] clears them.
    rows: RwLock<Vec<OnceLock<Box<CachedRow>>>>,
    /// The statements whose rows are cached.
    with_row: Mutex<Vec<StatementId>>,
    /// The statements of which a brief or an entry may be cached.
    with_card: Mutex<Vec<StatementId>>,
    /// The links to the years of each subject, as on each of its pages by year.
    years: Mutex<BTreeMap<Subject, Html>>,
    pub(crate) folded: FoldedLists,
}

#[derive(Debug, Default)]
struct Cached {
    /// Its link on the pages of other statements: its neighbours, and those related to it.
    brief: Slot,
    /// Its entry in feeds, with the abstract.
    entry: Slot,
}

/// The place of a fragment. Few are full at a time, so the fragment is elsewhere.
type Slot = Mutex<Option<Box<WithDependencies<Value>>>>;

type CachedRow = WithDependencies<Box<str>>;

/// A cached fragment with its dependencies, which every page that uses it has.
#[derive(Clone, Debug)]
struct WithDependencies<T> {
    value: T,
    dependencies: Arc<[Dependency]>,
}

impl Fragments {
    /// Evicts rows, briefs and entries; if `lists` follow, rows only where there are more than [`MOST_CACHED_ROWS`].
    pub(crate) fn evict(&self, lists: bool) {
        let with_card = std::mem::take(&mut *sync::lock(&self.with_card));
        for id in with_card {
            let card = &self.cards[id.index()];
            drop(sync::lock(&card.brief).take());
            drop(sync::lock(&card.entry).take());
        }
        let mut with_row = sync::lock(&self.with_row);
        if with_row.len() > if lists { MOST_CACHED_ROWS } else { 0 } {
            let mut rows = sync::write(&self.rows);
            std::mem::take(&mut *with_row).into_iter().for_each(|id| drop(rows[id.index()].take()));
        }
    }

    /// Caches a fragment of a statement.
    fn cache(&self, id: StatementId, slot: &Slot, fragment: WithDependencies<Value>) -> WithDependencies<Value> {
        sync::lock(&self.with_card).push(id);
        *sync::lock(slot) = Some(Box::new(fragment.clone()));
        fragment
    }

    pub(crate) fn with_room_for(statements: usize) -> Fragments {
        Fragments {
            wide: SiteWide::empty(),
            cards: std::iter::repeat_with(Cached::default).take(statements).collect(),
            rows: RwLock::new(std::iter::repeat_with(OnceLock::new).take(statements).collect()),
            with_row: Mutex::default(),
            with_card: Mutex::default(),
            years: Mutex::default(),
            folded: FoldedLists::default(),
        }
    }

    pub(crate) fn set(&mut self, wide: SiteWide) {
        self.wide = wide;
    }

    /// A fingerprint of the site-wide values.
    pub(crate) fn fingerprint(&self) -> u64 {
        self.wide.fingerprint()
    }

    /// A copy of the site-wide values for one worker.
    pub(crate) fn site_wide(&self) -> SiteWide {
        self.wide.deep_copy()
    }

    /// Whether the cache has room for the rows of all statements.
    pub(crate) fn caches_all_rows(&self) -> bool {
        self.cards.len() <= MOST_CACHED_ROWS
    }
}

/// When more rows than this are cached, they are evicted before the next lists are rendered; each takes about a kilobyte.
const MOST_CACHED_ROWS: usize = 12_000;

/// A larger buffer is not kept for the next list.
const LARGEST_BUFFER: usize = 256 << 10;

/// The most years of which the pages of a subject link to each other.
const MOST_YEARS: usize = 150;

const ROW: &str = "row.html";

/// The template of the years of a subject.
const YEARS: &str = "years-list.html";

impl<'a> PageBuilder<'a> {
    pub(crate) fn card(&self, id: StatementId) -> SharedValue<Card<'static>> {
        card::card(self, id).to_shared()
    }

    /// The rows of some statements in lists, as markup; empty where their template fails, which fails the page.
    pub(crate) fn rows(&self, ids: impl Iterator<Item = StatementId>) -> Html {
        self.chronicle.note(Dependency::template(ROW));
        let rows = sync::read(&self.shared.rows);
        let mut all = sync::lock(&self.worker.rows);
        all.clear();
        for id in ids {
            let slot = &rows[id.index()];
            if let Some(row) = slot.get() {
                all.push_str(&row.value);
                self.chronicle.note_all(&row.dependencies);
                continue;
            }
            let isolated = self.isolated();
            let row = self.render(ROW, &Row { card: isolated.card(id) });
            let dependencies = Arc::from(isolated.chronicle.noted());
            self.chronicle.note_all(&dependencies);
            let Some(row) = row else { continue };
            all.push_str(&row);
            if self.shares_rows && slot.set(Box::new(WithDependencies { value: row.into(), dependencies })).is_ok() {
                sync::lock(&self.shared.with_row).push(id);
            }
        }
        let rows = Html::new(&all);
        if all.capacity() > LARGEST_BUFFER {
            *all = String::new();
        }
        rows
    }

    /// The link to a statement on the page of another.
    pub(crate) fn brief(&self, id: StatementId) -> SharedValue<Brief<'static>> {
        let slot = &self.shared.cards[id.index()].brief;
        let cached = sync::lock(slot).as_deref().cloned();
        let brief = cached.unwrap_or_else(|| {
            let isolated = self.isolated();
            let value = card::brief(&isolated, id).to_shared().into();
            let dependencies = isolated.chronicle.noted().into();
            self.shared.cache(id, slot, WithDependencies { value, dependencies })
        });
        self.chronicle.note_all(&brief.dependencies);
        SharedValue::of(brief.value)
    }

    /// The entry of a statement in feeds, with its abstract; empty where its template fails, which fails the page.
    pub(crate) fn abstract_entry(&self, id: StatementId) -> Value {
        self.chronicle.note(Dependency::template(entries::ENTRY));
        let slot = &self.shared.cards[id.index()].entry;
        let cached = sync::lock(slot).as_deref().cloned();
        let entry = cached.or_else(|| {
            let isolated = self.isolated();
            let html = self.render(entries::ENTRY, &entries::entry(&isolated, id, None))?;
            let shared = WithDependencies { value: markup(&html), dependencies: isolated.chronicle.noted().into() };
            Some(self.shared.cache(id, slot, shared))
        });
        entry.map_or_else(Value::none, |entry| {
            self.chronicle.note_all(&entry.dependencies);
            entry.value
        })
    }

    /// The links to the years of a subject, whose page is at `address`, as markup; nothing where there is only one, or where
    /// there are so many that all pages by year would take quadratic time, or where the template fails, which fails the page.
    pub(crate) fn years_of(&self, subject: Subject, address: &Address) -> Option<Html> {
        let years = self.chronicle.years_under(subject);
        if !(2..=MOST_YEARS).contains(&years.len()) {
            return None;
        }
        self.chronicle.note(Dependency::template(YEARS));
        let shared = || sync::lock(&self.shared.years);
        let cached = shared().get(&subject).cloned();
        cached.or_else(|| {
            let html = self.render(YEARS, &YearsList { years: lists::years(self, years, Some(address)) })?;
            Some(shared().entry(subject).or_insert_with(|| Html::new(&html)).clone())
        })
    }

    /// Renders a fragment from one view and the site's values; empty where the template fails, which fails the page.
    pub(crate) fn fragment(&self, template: &'static str, view: &impl Serialize) -> Value {
        self.chronicle.note(Dependency::template(template));
        self.render(template, view).map_or_else(Value::none, |html| markup(&html))
    }

    /// The same, for caching. Failures are not cached: each page that needs the fragment fails, whichever thread came first.
    fn render(&self, template: &'static str, view: &impl Serialize) -> Option<String> {
        let mut context = view::context(view);
        context.insert_value("site", self.site_wide().site.clone());
        match self.worker.renderer.fragment(template, &context) {
            Ok(html) => Some(html),
            Err(error) => {
                self.failed.borrow_mut().get_or_insert(error);
                None
            }
        }
    }
}
