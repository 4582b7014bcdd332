//! Which facts each page was made from, as one run leaves it for the next: a page is made again only if one of its facts
//! is no longer what it was.
//!
//! What is known of a page names everything that the page was made from, so it stays true whatever happens later. A run
//! only adds to it what it has made anew; what nothing needs any more is left out when it has become much.

use std::sync::OnceLock;

use bitcode::{Decode, Encode};
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::facts::{Fact, Ground, Key};
use super::{Material, Page, Templates};
use crate::entry::id::Id;
use crate::input::InputId;

/// The facts of the pages of a site: of all, or of those that were made in one run.
#[derive(Clone, Debug, Default)]
pub struct Traces {
    /// How many facts were known before these; nothing else was if there were none.
    first: usize,
    /// Facts that something was made from, with their fingerprints. Their positions begin with `first`.
    facts: Vec<(Key, u64)>,
    /// The positions of the facts that list-cards were made from; in the order of the ids.
    cards: Vec<(Id, Vec<u32>)>,
    /// By the hash (XXH3) of the address, in order.
    pages: Vec<(u64, Trace)>,
    /// How many facts there were when those that nothing needs were left out.
    needed: usize,
}

/// A piece of the traces of a site, as it is kept.
#[derive(Debug, Decode, Encode)]
pub struct Piece(Of);

#[derive(Debug, Decode, Encode)]
enum Of {
    Needed(u64),
    Facts(Vec<(Key, u64)>),
    Cards(Vec<(Id, Vec<u32>)>),
    Pages(Vec<(u64, Trace)>),
}

/// A piece that is still part of its traces.
enum Slice<'a> {
    Needed(usize),
    Facts(&'a [(Key, u64)]),
    Cards(&'a [(Id, Vec<u32>)]),
    Pages(&'a [(u64, Trace)]),
}

/// How many facts, cards or pages are in a piece.
const PIECE: usize = 5_000;

/// So many facts may be added to a small site before those that nothing needs are left out.
const SLACK: usize = 4096;

/// What is known of a page that was made.
#[derive(Clone, Debug, Decode, Encode)]
struct Trace {
    /// What the page is; another page can come to stand at the address.
    kind: u64,
    facts: Box<[u32]>,
    hash: u64,
}

/// A page that was made in a run.
#[derive(Clone, Debug)]
pub struct Made {
    /// What it was made from.
    pub facts: Box<[Fact]>,
    /// The hash (XXH3) of its bytes.
    pub hash: u64,
}

/// What of the run before still holds; it is found out when a page asks for it, since the first page that is wanted
/// should not wait for all others.
#[derive(Debug)]
pub struct Holding<'a> {
    traces: &'a Traces,
    ground: Ground<'a>,
    /// For each fact of the run before, once it was asked for: whether its fingerprint is the same.
    facts: Vec<OnceLock<bool>>,
}

impl Traces {
    /// Whether these are all there are, and not what one run has added.
    pub fn is_whole(&self) -> bool {
        self.first == 0
    }

    /// The traces in pieces: those of a large site are never in memory twice.
    pub fn pieces(&self) -> impl ExactSizeIterator<Item = Piece> {
        let mut pieces = Vec::new();
        if self.is_whole() {
            pieces.push(Slice::Needed(self.needed));
        }
        pieces.extend(self.facts.chunks(PIECE).map(Slice::Facts));
        pieces.extend(self.cards.chunks(PIECE).map(Slice::Cards));
        pieces.extend(self.pages.chunks(PIECE).map(Slice::Pages));
        pieces.into_iter().map(|piece| {
            Piece(match piece {
                Slice::Needed(facts) => Of::Needed(facts as u64),
                Slice::Facts(facts) => Of::Facts(facts.to_vec()),
                Slice::Cards(cards) => Of::Cards(cards.to_vec()),
                Slice::Pages(pages) => Of::Pages(pages.to_vec()),
            })
        })
    }

    /// The traces made of their pieces in order, and of those that were added later.
    pub fn whole(pieces: impl IntoIterator<Item = Piece>) -> Traces {
        let mut traces = Traces::default();
        for piece in pieces {
            match piece.0 {
                Of::Needed(facts) => traces.needed = usize::try_from(facts).unwrap_or_default(),
                Of::Facts(facts) => traces.facts.extend(facts),
                Of::Cards(cards) => replace(&mut traces.cards, cards),
                Of::Pages(pages) => replace(&mut traces.pages, pages),
            }
        }
        traces
    }

    /// The traces with what a run has added.
    #[must_use]
    pub fn with(mut self, added: Traces) -> Traces {
        if added.is_whole() {
            return added;
        }
        self.facts.extend(added.facts);
        replace(&mut self.cards, added.cards);
        replace(&mut self.pages, added.pages);
        self
    }

    /// The traces of pages for which `is_there` holds, without facts that none of these was made from.
    fn of_pages(mut self, is_there: impl Fn(u64) -> bool) -> Traces {
        self.pages.retain(|(key, _)| is_there(*key));
        let mut positions: Vec<Option<u32>> = vec![None; self.facts.len()];
        let mut facts = Vec::new();
        let mut moved = |at: u32, cards: &mut Vec<Id>| {
            let position = positions.get_mut(at as usize)?;
            if position.is_none() {
                let fact = self.facts.get(at as usize)?;
                if let (Key::Card(id), _) = fact {
                    cards.push(id.clone());
                }
                *position = u32::try_from(facts.len()).ok();
                facts.push(fact.clone());
            }
            *position
        };
        let mut shown = Vec::new();
        for (_, trace) in &mut self.pages {
            trace.facts = trace.facts.iter().filter_map(|at| moved(*at, &mut shown)).collect();
        }
        shown.sort_unstable();
        shown.dedup();
        self.cards.retain(|(id, _)| shown.binary_search(id).is_ok());
        for (_, from) in &mut self.cards {
            // No card is made from another.
            *from = from.iter().filter_map(|at| moved(*at, &mut Vec::new())).collect();
        }
        Traces { first: 0, needed: facts.len(), facts, ..self }
    }

    /// Prepares to find out which facts still hold.
    pub fn holding<'a>(&'a self, material: &'a Material<'_>, templates: &'a dyn Templates) -> Holding<'a> {
        let facts = std::iter::repeat_with(OnceLock::new).take(self.facts.len()).collect();
        Holding { traces: self, ground: material.ground(templates), facts }
    }

    fn card(&self, id: &Id) -> Option<&[u32]> {
        let position = self.cards.binary_search_by(|(card, _)| card.cmp(id)).ok()?;
        self.cards.get(position).map(|(_, facts)| facts.as_slice())
    }

    fn page(&self, page: &Page) -> Option<&Trace> {
        let position = self.pages.binary_search_by_key(&page.key, |(key, _)| *key).ok()?;
        self.pages.get(position).map(|(_, trace)| trace)
    }
}

/// Puts newer values in the place of those with the same keys; both are in the order of the keys, and stay in it.
fn replace<K: Ord, V>(values: &mut Vec<(K, V)>, newer: Vec<(K, V)>) {
    let is_after = match (values.last(), newer.first()) {
        (Some((last, _)), Some((first, _))) => last < first,
        _ => true,
    };
    if is_after {
        values.extend(newer);
        return;
    }
    let mut others = Vec::new();
    for (key, value) in newer {
        match values.binary_search_by(|(known, _)| known.cmp(&key)) {
            Ok(at) => values[at].1 = value,
            Err(_) => others.push((key, value)),
        }
    }
    values.extend(others);
    values.sort_by(|(one, _), (other, _)| one.cmp(other));
}

/// The traces of a run while it goes on.
#[derive(Debug)]
pub struct Tracing<'a> {
    material: &'a Material<'a>,
    templates: &'a dyn Templates,
    before: Option<&'a Traces>,
    table: Table,
    pages: Vec<(u64, Trace)>,
}

impl<'a> Tracing<'a> {
    /// Begins with what is known from the run before.
    pub fn new(material: &'a Material<'a>, templates: &'a dyn Templates, before: Option<&Holding<'a>>) -> Tracing<'a> {
        let before = before.map(|before| before.traces);
        // Where everything is made, growing would need the old and the new at once.
        let pages = if before.is_none() { material.plan.pages().len() } else { 0 };
        let first = before.map_or(0, |before| before.facts.len());
        let table = Table::with_room_for(first, pages * FACTS_OF_A_PAGE);
        Tracing { material, templates, before, table, pages: Vec::with_capacity(pages) }
    }

    /// Adds a page that was made.
    pub fn add(&mut self, page: &Page, made: Made) {
        let facts = made.facts.iter().map(|fact| self.table.position(*fact)).collect();
        let kind = self.material.ground(self.templates).kind(&page.kind);
        self.pages.push((page.key, Trace { kind, facts, hash: made.hash }));
    }

    /// The traces of the pages that were added; all there are where much is not needed any more. `is_settled` says whether
    /// the stamp of a file can be trusted later.
    pub fn end(mut self, is_settled: impl Fn(InputId) -> bool + Sync) -> Traces {
        let ground = self.material.ground(self.templates);
        self.pages.sort_unstable_by_key(|(key, _)| *key);
        let cards = self.table.cards(self.material);
        // Where each fact is in the table need not be known any more.
        let (first, facts) = (self.table.first, { self.table }.facts);
        let one = |fact: &Fact| match ground.is_blurred(*fact, &is_settled) {
            true => (Key::Unsettled, 0),
            false => (ground.key(*fact), ground.fingerprint(*fact)),
        };
        let facts: Vec<(Key, u64)> = facts.par_iter().map(one).collect();
        let added = Traces { first, needed: facts.len(), facts, cards, pages: self.pages };
        let Some(before) = self.before.filter(|before| first + added.facts.len() > before.most()) else {
            return added;
        };
        let mut there: Vec<u64> = self.material.plan.pages().iter().map(|page| page.key).collect();
        there.sort_unstable();
        before.clone().with(added).of_pages(|key| there.binary_search(&key).is_ok())
    }
}

impl Traces {
    /// How many facts there may be before those that nothing needs are left out.
    fn most(&self) -> usize {
        self.needed + self.needed / 4 + SLACK
    }
}

impl Holding<'_> {
    /// The hash (XXH3) of the bytes of a page that need not be made again.
    pub fn page(&self, page: &Page) -> Option<u64> {
        let trace = self.traces.page(page)?;
        if trace.kind != self.ground.kind(&page.kind) {
            return None;
        }
        trace.facts.iter().all(|at| self.holds(*at)).then_some(trace.hash)
    }

    /// Whether a fact of the run before, by its position, has the fingerprint it had.
    fn holds(&self, at: u32) -> bool {
        let ground = &self.ground;
        let find_out = |(key, before): &(Key, u64)| {
            let fact = ground.fact(key).filter(|fact| *fact != Fact::Unsettled);
            fact.is_some_and(|fact| ground.fingerprint(fact) == *before)
                // A card holds if all does that it was made from, which is no other card.
                && match key {
                    Key::Card(id) => self.traces.card(id).is_some_and(|from| from.iter().all(|at| self.holds(*at))),
                    _ => true,
                }
        };
        let fact = self.facts.get(at as usize).zip(self.traces.facts.get(at as usize));
        fact.is_some_and(|(holds, fact)| *holds.get_or_init(|| find_out(fact)))
    }
}

/// How many facts there are for each page, most of which several pages share.
const FACTS_OF_A_PAGE: usize = 4;

/// Facts, each once.
#[derive(Debug)]
struct Table {
    /// The position of the first of them.
    first: usize,
    positions: FxHashMap<Fact, u32>,
    facts: Vec<Fact>,
}

impl Table {
    fn with_room_for(first: usize, facts: usize) -> Table {
        let positions = FxHashMap::with_capacity_and_hasher(facts, FxBuildHasher);
        Table { first, positions, facts: Vec::with_capacity(facts) }
    }

    fn position(&mut self, fact: Fact) -> u32 {
        *self.positions.entry(fact).or_insert_with(|| {
            self.facts.push(fact);
            // Four thousand million facts would not have fitted into memory before.
            u32::try_from(self.first + self.facts.len() - 1).unwrap_or(u32::MAX)
        })
    }

    /// The facts of every card that was made in this run; those of others are as they were.
    fn cards(&mut self, material: &Material<'_>) -> Vec<(Id, Vec<u32>)> {
        let mut cards = Vec::new();
        for position in 0..self.facts.len() {
            let Fact::Card(statement) = self.facts[position] else { continue };
            if let Some(facts) = material.shared.take_made_from(statement) {
                let facts = facts.iter().map(|fact| self.position(*fact)).collect();
                cards.push((material.chronicle[statement].entry.id.clone(), facts));
            }
        }
        cards.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        cards
    }
}
