//! What is known of pages, put together while a run goes on.

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{Holding, MOST_ADDITIONS, Trace, Traces, position};
use crate::input::InputId;
use crate::pages::facts::Fact;
use crate::pages::keys::{Key, Names};
use crate::pages::{Material, Page};

/// A page that was made in a run.
#[derive(Clone, Debug)]
pub struct Made {
    /// What it was made from.
    pub facts: Box<[Fact]>,
    /// The hash (XXH3) of its bytes.
    pub hash: u64,
}

/// The traces of a run while it goes on.
#[derive(Debug)]
pub struct Tracing<'a> {
    material: &'a Material<'a>,
    before: Option<&'a Traces>,
    table: Table,
    pages: Vec<(u64, Trace)>,
}

impl<'a> Tracing<'a> {
    /// Begins with what is known from the run before.
    pub fn new(material: &'a Material<'a>, before: Option<&Holding<'a>>) -> Tracing<'a> {
        let before = before.map(|before| before.traces);
        let pages = if before.is_none() { material.site.plan.pages().len() } else { 0 };
        let first = before.map_or(0, |before| before.facts.len());
        // There are some three or four times as many facts, but most of them come after the lists, which take memory.
        let table = Table::with_room_for(first, pages);
        Tracing { material, before, table, pages: Vec::with_capacity(pages) }
    }

    /// Adds a page that was made.
    pub fn add(&mut self, page: &Page, made: Made) {
        let facts = made.facts.iter().map(|fact| self.table.position(*fact)).collect();
        let kind = page.kind.fingerprint(&self.material.site);
        self.pages.push((page.key, Trace { kind, facts, hash: made.hash }));
    }

    /// The traces of the pages that were added; all there are where much is not needed any more. `is_settled` says whether
    /// the stamp of a file can be trusted later.
    pub fn end(mut self, is_settled: impl Fn(InputId) -> bool + Sync) -> Traces {
        let site = self.material.site;
        self.pages.sort_unstable_by_key(|(key, _)| *key);
        let cards = self.table.cards(self.material);
        // Where each fact is in the table need not be known any more.
        let (first, facts) = (self.table.first, { self.table }.facts);
        let mut names = Names::after(self.before.map_or(0, |before| before.names.len()));
        let key = |fact: &Fact| match site.is_blurred(*fact, &is_settled) {
            true => Key::Unsettled,
            false => Key::of(*fact, &site, &mut names),
        };
        // Keys are made one after the other, since they name each name once.
        let (keys, fingerprints) = rayon::join(
            || facts.iter().map(key).collect::<Vec<Key>>(),
            || facts.par_iter().map(|fact| site.fingerprint(*fact)).collect::<Vec<u64>>(),
        );
        let facts: Vec<(Key, u64)> = keys.into_iter().zip(fingerprints).collect();
        let names = names.into_list();
        let added = Traces { first, names, needed: facts.len(), facts, cards, pages: self.pages, additions: 0 };
        let is_much =
            |before: &&Traces| before.additions >= MOST_ADDITIONS || first + added.facts.len() > before.most();
        let Some(before) = self.before.filter(is_much) else { return added };
        let mut there: Vec<u64> = self.material.site.plan.pages().iter().map(|page| page.key).collect();
        there.sort_unstable();
        before.clone().with(added).of_pages(|key| there.binary_search(&key).is_ok())
    }
}

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
            position(self.first + self.facts.len() - 1)
        })
    }

    /// What every card was made from that something shows which was made in this run.
    fn cards(&mut self, material: &Material<'_>) -> Vec<(u32, Vec<u32>)> {
        let mut cards = Vec::new();
        for at in 0..self.facts.len() {
            let Fact::Card(statement) = self.facts[at] else { continue };
            if let Some(from) = material.shared.take_made_from(statement) {
                let from = from.iter().map(|fact| self.position(*fact)).collect();
                cards.push((position(self.first + at), from));
            }
        }
        cards
    }
}
