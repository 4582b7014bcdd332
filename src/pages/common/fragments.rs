//! The caches of values that many pages share: the site-wide values, and the row, references, brief and feed entry of each
//! statement.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, RwLock};

use serde::Serialize;
use tera::Value;

use crate::address::Address;
use crate::chronicle::{StatementId, Subject};
use crate::citation::{Format, References};
use crate::incremental::Dependency;
use crate::pages::PageBuilder;
use crate::pages::common::checksums::KnownChecksums;
use crate::pages::common::lists;
use crate::pages::common::site_wide::SiteWide;
use crate::pages::common::value::markup;
use crate::pages::machine::entries;
use crate::pages::search::FoldedLists;
use crate::pages::statement::{card, citation};
use crate::sync;
use crate::views as view;
use crate::views::{Brief, Card, Html, Row, SharedValue, YearsList};

/// Values that many pages share, cached for all workers.
#[derive(Debug)]
pub(crate) struct Fragments {
    wide: SiteWide,
    cards: Vec<Cached>,
    /// The row of each statement in lists, as markup.
    rows: Listed<Box<str>>,
    /// The references to each statement in lists.
    references: Listed<References>,
    /// The statements of which a brief or an entry may be cached.
    with_card: Mutex<Vec<StatementId>>,
    /// The links to the years of each subject, as on each of its pages by year.
    years: Mutex<BTreeMap<Subject, Html>>,
    pub(crate) folded: FoldedLists,
    pub(crate) checksums: KnownChecksums,
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

/// A fragment of each statement for lists. Each slot is set once; only an eviction clears them.
#[derive(Debug)]
struct Listed<T> {
    slots: RwLock<Vec<OnceLock<Box<WithDependencies<T>>>>>,
    /// The statements whose slots are set.
    full: Mutex<Vec<StatementId>>,
}

impl<T> Listed<T> {
    fn with_room_for(statements: usize) -> Listed<T> {
        let slots = std::iter::repeat_with(OnceLock::new).take(statements).collect();
        Listed { slots: RwLock::new(slots), full: Mutex::default() }
    }

    /// Caches a fragment, unless another worker was first.
    fn set(&self, id: StatementId, slot: &OnceLock<Box<WithDependencies<T>>>, fragment: WithDependencies<T>) {
        if slot.set(Box::new(fragment)).is_ok() {
            sync::lock(&self.full).push(id);
        }
    }

    /// Clears all slots, if more than `most` are set.
    fn evict(&self, most: usize) {
        let mut full = sync::lock(&self.full);
        if full.len() > most {
            let mut slots = sync::write(&self.slots);
            std::mem::take(&mut *full).into_iter().for_each(|id| drop(slots[id.index()].take()));
        }
    }
}

/// A cached fragment with its dependencies, which every page that uses it has.
#[derive(Clone, Debug)]
struct WithDependencies<T> {
    value: T,
    dependencies: Arc<[Dependency]>,
}

impl Fragments {
    /// Evicts rows, references, briefs and entries; if `lists` follow, what lists share only where there is more of it than
    /// [`MOST_CACHED_ROWS`].
    pub(crate) fn evict(&self, lists: bool) {
        let with_card = std::mem::take(&mut *sync::lock(&self.with_card));
        for id in with_card {
            let card = &self.cards[id.index()];
            drop(sync::lock(&card.brief).take());
            drop(sync::lock(&card.entry).take());
        }
        let most = if lists { MOST_CACHED_ROWS } else { 0 };
        self.rows.evict(most);
        self.references.evict(if lists { self.most_cached_references() } else { 0 });
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
            rows: Listed::with_room_for(statements),
            references: Listed::with_room_for(statements),
            with_card: Mutex::default(),
            years: Mutex::default(),
            folded: FoldedLists::default(),
            checksums: KnownChecksums::default(),
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

    /// When more references than this are cached, they are evicted; each takes two kilobytes. Lists of one year share them, and
    /// a year seldom has more than an eighth of all statements.
    fn most_cached_references(&self) -> usize {
        (self.cards.len() / 8).clamp(FEWEST_CACHED_REFERENCES, MOST_CACHED_ROWS)
    }

    /// Whether the cache has room for the rows of all statements.
    pub(crate) fn caches_all_rows(&self) -> bool {
        self.cards.len() <= MOST_CACHED_ROWS
    }
}

/// When more rows than this are cached, they are evicted before the next lists are rendered; each takes about a kilobyte.
const MOST_CACHED_ROWS: usize = 12_000;

/// As many references are cached however few statements there are.
const FEWEST_CACHED_REFERENCES: usize = 2_000;

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
        let rows = sync::read(&self.shared.rows.slots);
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
            if self.shares_rows {
                self.shared.rows.set(id, slot, WithDependencies { value: row.into(), dependencies });
            }
        }
        let rows = Html::new(&all);
        if all.capacity() > LARGEST_BUFFER {
            *all = String::new();
        }
        rows
    }

    /// The references to some statements in a format, without their abstracts, as a file.
    pub(crate) fn references(&self, ids: &[StatementId], format: Format) -> Vec<u8> {
        let slots = sync::read(&self.shared.references.slots);
        // The list of all statements is the last that has any of them.
        let shares = self.shares_rows && ids.len() <= self.shared.most_cached_references();
        let one = |id: &StatementId| {
            let slot = &slots[id.index()];
            if let Some(cached) = slot.get() {
                self.chronicle.note_all(&cached.dependencies);
                return Cow::Borrowed(&*cached.value[format as usize]);
            }
            let isolated = self.isolated();
            let citation = citation::citation(&isolated, *id);
            let dependencies: Arc<[Dependency]> = isolated.chronicle.noted().into();
            self.chronicle.note_all(&dependencies);
            if !shares {
                return Cow::Owned(format.reference(&citation));
            }
            let value = Format::ALL.map(|format| format.reference(&citation).into_boxed_str());
            let reference = value[format as usize].to_string();
            self.shared.references.set(*id, slot, WithDependencies { value, dependencies });
            Cow::Owned(reference)
        };
        format.file(ids.iter().map(one))
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
