//! Which facts each page was made from, as one run leaves it for the next: a page is made again only if one of its facts
//! is no longer what it was.

use std::sync::OnceLock;

use bitcode::{Decode, Encode};
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::facts::{Fact, Ground, Key};
use super::{Material, Page, Templates};
use crate::entry::id::Id;
use crate::input::InputId;

/// The facts of all pages of a site.
#[derive(Debug, Default)]
pub struct Traces {
    /// Every fact that something was made from, with its fingerprint.
    facts: Vec<(Key, u64)>,
    /// The facts that list-cards were made from, as positions in `facts`; in the order of the ids.
    cards: Vec<(Id, Vec<u32>)>,
    /// By the hash (XXH3) of the address, in order.
    pages: Vec<(u64, Trace)>,
}

/// A piece of the traces of a site, as it is kept.
#[derive(Debug, Decode, Encode)]
pub struct Piece(Of);

#[derive(Debug, Decode, Encode)]
enum Of {
    Facts(Vec<(Key, u64)>),
    Cards(Vec<(Id, Vec<u32>)>),
    Pages(Vec<(u64, Trace)>),
}

/// A piece that is still part of its traces.
enum Slice<'a> {
    Facts(&'a [(Key, u64)]),
    Cards(&'a [(Id, Vec<u32>)]),
    Pages(&'a [(u64, Trace)]),
}

/// How many facts, cards or pages are in a piece.
const PIECE: usize = 20_000;

/// What is known of a page that was made.
#[derive(Clone, Debug, Decode, Encode)]
struct Trace {
    /// What the page is; another page can come to stand at the address.
    kind: u64,
    facts: Box<[u32]>,
    hash: u64,
}

/// What became of a page in a run.
#[derive(Clone, Debug)]
pub enum Made {
    /// It was made, from these facts; the hash (XXH3) is that of its bytes.
    New(Box<[Fact]>, u64),
    /// It is as it was.
    Kept,
}

/// What of the run before still holds; it is found out when a page asks for it, since the first page that is wanted
/// should not wait for all others.
pub struct Holding<'a> {
    traces: &'a Traces,
    ground: Ground<'a>,
    is_settled: Box<dyn Fn(InputId) -> bool + Sync + 'a>,
    /// For each fact of the run before, once it was asked for: the same fact, if its fingerprint is the same.
    facts: Vec<OnceLock<Option<Fact>>>,
}

impl std::fmt::Debug for Holding<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Holding").field("facts", &self.facts.len()).finish_non_exhaustive()
    }
}

impl Traces {
    /// The traces in pieces: those of a large site are never in memory twice.
    pub fn pieces(&self) -> impl ExactSizeIterator<Item = Piece> {
        let facts = self.facts.chunks(PIECE).map(Slice::Facts);
        let pieces = facts.chain(self.cards.chunks(PIECE).map(Slice::Cards));
        let pieces: Vec<Slice<'_>> = pieces.chain(self.pages.chunks(PIECE).map(Slice::Pages)).collect();
        pieces.into_iter().map(|piece| {
            Piece(match piece {
                Slice::Facts(facts) => Of::Facts(facts.to_vec()),
                Slice::Cards(cards) => Of::Cards(cards.to_vec()),
                Slice::Pages(pages) => Of::Pages(pages.to_vec()),
            })
        })
    }

    /// The traces made of their pieces in order.
    pub fn whole(pieces: impl IntoIterator<Item = Piece>) -> Traces {
        let mut traces = Traces::default();
        for piece in pieces {
            match piece.0 {
                Of::Facts(facts) => traces.facts.extend(facts),
                Of::Cards(cards) => traces.cards.extend(cards),
                Of::Pages(pages) => traces.pages.extend(pages),
            }
        }
        traces
    }

    /// Prepares to find out which facts still hold; `is_settled` says whether the stamp of a file can be trusted.
    pub fn holding<'a>(
        &'a self,
        material: &'a Material<'_>,
        templates: &'a dyn Templates,
        is_settled: Box<dyn Fn(InputId) -> bool + Sync + 'a>,
    ) -> Holding<'a> {
        let facts = std::iter::repeat_with(OnceLock::new).take(self.facts.len()).collect();
        Holding { traces: self, ground: material.ground(templates), is_settled, facts }
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

/// The traces of a run while it goes on.
#[derive(Debug)]
pub struct Tracing<'a> {
    material: &'a Material<'a>,
    templates: &'a dyn Templates,
    before: Option<&'a Holding<'a>>,
    table: Table,
    /// Where the facts of the run before are in the table.
    moved: Vec<Option<u32>>,
    pages: Vec<(u64, Trace)>,
}

impl<'a> Tracing<'a> {
    /// Begins with what of the run before still holds.
    pub fn new(
        material: &'a Material<'a>,
        templates: &'a dyn Templates,
        before: Option<&'a Holding<'a>>,
    ) -> Tracing<'a> {
        let moved = vec![None; before.map_or(0, |before| before.traces.facts.len())];
        let pages = Vec::with_capacity(material.plan.pages().len());
        // Growing would need the old and the new at once.
        let table = Table::with_room_for(material.plan.pages().len() * FACTS_OF_A_PAGE);
        Tracing { material, templates, before, table, moved, pages }
    }

    /// Adds a page that was made or kept.
    pub fn add(&mut self, page: &Page, made: Made) {
        match made {
            Made::New(facts, hash) => {
                let facts = facts.iter().map(|fact| self.table.position(*fact)).collect();
                let kind = self.material.ground(self.templates).kind(&page.kind);
                self.pages.push((page.key, Trace { kind, facts, hash }));
            }
            Made::Kept => {
                let Some(before) = self.before else { return };
                let Some(trace) = before.traces.page(page) else { return };
                let facts = self.table.moved(before, &mut self.moved, &trace.facts).into();
                self.pages.push((page.key, Trace { kind: trace.kind, facts, hash: trace.hash }));
            }
        }
    }

    /// The traces of all pages that were added.
    pub fn end(mut self) -> Traces {
        let ground = self.material.ground(self.templates);
        self.pages.sort_unstable_by_key(|(key, _)| *key);
        let cards = self.table.cards(self.material, self.before, &mut self.moved);
        // What holds has the key and the fingerprint it had.
        let mut known: Vec<Option<&(Key, u64)>> = Vec::new();
        if let Some(before) = self.before {
            known.resize(self.table.facts.len(), None);
            for (at, position) in self.moved.iter().enumerate() {
                if let Some(position) = position {
                    known[*position as usize] = before.traces.facts.get(at);
                }
            }
        }
        // Where each fact is in the table need not be known any more.
        let facts = { self.table }.facts;
        let one = |(at, fact): (usize, &Fact)| match known.get(at).copied().flatten() {
            Some(known) => known.clone(),
            None => (ground.key(*fact), ground.fingerprint(*fact)),
        };
        let facts = facts.par_iter().enumerate().map(one).collect();
        Traces { facts, cards, pages: self.pages }
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

    fn holds(&self, at: u32) -> bool {
        self.fact(at).is_some_and(|fact| fact != Fact::Unsettled)
    }

    /// A fact of the run before by its position, if it has the fingerprint it had.
    fn fact(&self, at: u32) -> Option<Fact> {
        let ground = &self.ground;
        let find_out = || {
            let (key, before) = self.traces.facts.get(at as usize)?;
            let same = ground.fact(key).filter(|fact| ground.fingerprint(*fact) == *before);
            let same = same.filter(|fact| !ground.is_blurred(*fact, &*self.is_settled))?;
            // A card holds if all does that it was made from, which is no other card.
            let holds = match key {
                Key::Card(id) => self.traces.card(id).is_some_and(|from| from.iter().all(|at| self.holds(*at))),
                _ => true,
            };
            holds.then_some(same)
        };
        *self.facts.get(at as usize)?.get_or_init(find_out)
    }
}

/// How many facts there are for each page, most of which several pages share.
const FACTS_OF_A_PAGE: usize = 4;

/// Facts, each once.
#[derive(Debug)]
struct Table {
    positions: FxHashMap<Fact, u32>,
    facts: Vec<Fact>,
}

impl Table {
    fn with_room_for(facts: usize) -> Table {
        Table { positions: FxHashMap::with_capacity_and_hasher(facts, FxBuildHasher), facts: Vec::with_capacity(facts) }
    }

    fn position(&mut self, fact: Fact) -> u32 {
        *self.positions.entry(fact).or_insert_with(|| {
            self.facts.push(fact);
            // Four thousand million facts would not have fitted into memory before.
            u32::try_from(self.facts.len() - 1).unwrap_or(u32::MAX)
        })
    }

    /// The positions of facts of the run before in this table; all of them hold.
    fn moved(&mut self, before: &Holding<'_>, moved: &mut [Option<u32>], facts: &[u32]) -> Vec<u32> {
        let position = |at: &u32| {
            let to = moved.get_mut(*at as usize)?;
            if to.is_none() {
                *to = Some(self.position(before.fact(*at)?));
            }
            *to
        };
        facts.iter().filter_map(position).collect()
    }

    /// The facts of every card that something shows; those that were not made in this run are as they were.
    fn cards(
        &mut self,
        material: &Material<'_>,
        before: Option<&Holding<'_>>,
        moved: &mut [Option<u32>],
    ) -> Vec<(Id, Vec<u32>)> {
        let mut cards = Vec::new();
        for position in 0..self.facts.len() {
            let Fact::Card(statement) = self.facts[position] else { continue };
            let id = &material.chronicle[statement].entry.id;
            let facts = match (material.shared.take_made_from(statement), before) {
                (Some(facts), _) => facts.iter().map(|fact| self.position(*fact)).collect(),
                (None, Some(before)) => {
                    before.traces.card(id).map(|facts| self.moved(before, moved, facts)).unwrap_or_default()
                }
                (None, None) => Vec::new(),
            };
            cards.push((id.clone(), facts));
        }
        cards.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        cards
    }
}
