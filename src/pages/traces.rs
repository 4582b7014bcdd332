//! Which facts each page was made from, as one run leaves it for the next: a page is made again only if one of its facts
//! is no longer what it was.
//!
//! What is known of a page names everything that the page was made from, so it stays true whatever happens later. A run
//! only adds to it what it has made anew; what nothing needs any more is left out when it has become much.

use std::sync::OnceLock;

use bitcode::{Decode, Encode};
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::facts::{Fact, Ground};
use super::keys::{Key, Meanings, Names};
use super::{Material, Page, Templates};
use crate::input::InputId;

/// The facts of the pages of a site: of all, or of those that were made in one run.
#[derive(Clone, Debug, Default)]
pub struct Traces {
    /// How many facts were known before these; nothing else was if there were none.
    first: usize,
    /// Names in the keys of facts. Their positions begin after those of all names that were known before.
    names: Vec<Box<str>>,
    /// Facts that something was made from, with their fingerprints. Their positions begin with `first`.
    facts: Vec<(Key, u64)>,
    /// For each fact that is a list-card, by its position, the positions of those that the card was made from then; in order.
    cards: Vec<(u32, Vec<u32>)>,
    /// By the hash (XXH3) of the address, in order.
    pages: Vec<(u64, Trace)>,
    /// How many facts there were when those that nothing needs were left out.
    needed: usize,
    /// How often something was added since then.
    additions: usize,
}

/// A piece of the traces of a site, as it is kept.
#[derive(Debug, Decode, Encode)]
pub struct Piece(Of);

#[derive(Debug, Decode, Encode)]
enum Of {
    Needed(u64),
    Names(Vec<Box<str>>),
    Facts(Vec<(Key, u64)>),
    Cards(Vec<(u32, Vec<u32>)>),
    Pages(Vec<(u64, Trace)>),
}

/// A piece that is still part of its traces.
enum Slice<'a> {
    Needed(usize),
    Names(&'a [Box<str>]),
    Facts(&'a [(Key, u64)]),
    Cards(&'a [(u32, Vec<u32>)]),
    Pages(&'a [(u64, Trace)]),
}

/// How many names, facts, cards or pages are in a piece.
const PIECE: usize = 4_000;

/// So many facts may be added to a small site before those that nothing needs are left out.
const SLACK: usize = 4096;

/// So often something may be added before what nothing needs is left out: each addition has parts of its own.
const MOST_ADDITIONS: usize = 64;

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
    meanings: Meanings<'a>,
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
        pieces.extend(self.names.chunks(PIECE).map(Slice::Names));
        pieces.extend(self.facts.chunks(PIECE).map(Slice::Facts));
        pieces.extend(self.cards.chunks(PIECE).map(Slice::Cards));
        pieces.extend(self.pages.chunks(PIECE).map(Slice::Pages));
        pieces.into_iter().map(|piece| {
            Piece(match piece {
                Slice::Needed(facts) => Of::Needed(facts as u64),
                Slice::Names(names) => Of::Names(names.to_vec()),
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
                Of::Names(names) => traces.names.extend(names),
                Of::Facts(facts) => traces.facts.extend(facts),
                Of::Cards(cards) => traces.cards.extend(cards),
                Of::Pages(pages) => traces.add_pages(pages),
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
        self.names.extend(added.names);
        self.facts.extend(added.facts);
        self.cards.extend(added.cards);
        self.add_pages(added.pages);
        self
    }

    /// Takes pages in the order of their keys; what is known of the same pages from before is not needed any more.
    fn add_pages(&mut self, newer: Vec<(u64, Trace)>) {
        let is_after = match (self.pages.last(), newer.first()) {
            (Some((last, _)), Some((first, _))) => last < first,
            _ => true,
        };
        if is_after {
            self.pages.extend(newer);
            return;
        }
        self.additions += 1;
        let mut others = Vec::new();
        for (key, trace) in newer {
            match self.pages.binary_search_by_key(&key, |(known, _)| *known) {
                Ok(at) => self.pages[at].1 = trace,
                Err(_) => others.push((key, trace)),
            }
        }
        if !others.is_empty() {
            self.pages.extend(others);
            self.pages.sort_by_key(|(key, _)| *key);
        }
    }

    /// The traces of pages for which `is_there` holds, without facts and names that none of these was made from.
    fn of_pages(mut self, is_there: impl Fn(u64) -> bool) -> Traces {
        self.pages.retain(|(key, _)| is_there(*key));
        let mut needed: Vec<bool> = vec![false; self.facts.len()];
        self.pages.iter().flat_map(|(_, trace)| &trace.facts).for_each(need_of(&mut needed));
        // No card is made from another.
        self.cards.retain(|(card, _)| needed.get(*card as usize) == Some(&true));
        self.cards.iter().flat_map(|(_, from)| from).for_each(need_of(&mut needed));
        let (mut facts, mut names) = (Vec::new(), Vec::new());
        let mut named: FxHashMap<&str, u32> = FxHashMap::default();
        let mut renamed = |at: u32| {
            let name = self.names.get(at as usize).map_or("", |name| name);
            *named.entry(name).or_insert_with(|| {
                names.push(name.into());
                position(names.len() - 1)
            })
        };
        let moved = self.facts.iter().zip(&needed).map(|((key, fingerprint), needed)| {
            if *needed {
                facts.push((key.renamed(&mut renamed), *fingerprint));
            }
            position(facts.len().saturating_sub(1))
        });
        let moved: Vec<u32> = moved.collect();
        let move_to = |at: &mut u32| *at = moved.get(*at as usize).copied().unwrap_or(u32::MAX);
        self.pages.iter_mut().flat_map(|(_, trace)| trace.facts.iter_mut()).for_each(move_to);
        self.cards.iter_mut().flat_map(|(card, from)| std::iter::once(card).chain(from)).for_each(move_to);
        Traces { first: 0, needed: facts.len(), additions: 0, facts, names, ..self }
    }

    /// Prepares to find out which facts still hold.
    pub fn holding<'a>(&'a self, material: &'a Material<'_>, templates: &'a dyn Templates) -> Holding<'a> {
        let facts = std::iter::repeat_with(OnceLock::new).take(self.facts.len()).collect();
        Holding { traces: self, ground: material.ground(templates), meanings: Meanings::of(&self.names), facts }
    }

    /// What a card was made from, by the position of the fact that it is.
    fn card(&self, at: u32) -> Option<&[u32]> {
        let position = self.cards.binary_search_by_key(&at, |(card, _)| *card).ok()?;
        self.cards.get(position).map(|(_, from)| from.as_slice())
    }

    fn page(&self, page: &Page) -> Option<&Trace> {
        let position = self.pages.binary_search_by_key(&page.key, |(key, _)| *key).ok()?;
        self.pages.get(position).map(|(_, trace)| trace)
    }
}

/// Marks facts as needed.
fn need_of(needed: &mut [bool]) -> impl FnMut(&u32) {
    |at| {
        if let Some(needed) = needed.get_mut(*at as usize) {
            *needed = true;
        }
    }
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
        let pages = if before.is_none() { material.plan.pages().len() } else { 0 };
        let first = before.map_or(0, |before| before.facts.len());
        // There are some three or four times as many facts, but most of them come after the lists, which take memory.
        let table = Table::with_room_for(first, pages);
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
        let mut names = Names::after(self.before.map_or(0, |before| before.names.len()));
        let key = |fact: &Fact| match ground.is_blurred(*fact, &is_settled) {
            true => Key::Unsettled,
            false => Key::of(*fact, &ground, &mut names),
        };
        let keys: Vec<Key> = facts.iter().map(key).collect();
        let fingerprints = facts.par_iter().map(|fact| ground.fingerprint(*fact));
        let facts: Vec<(Key, u64)> = keys.into_par_iter().zip(fingerprints).collect();
        let names = names.into_list();
        let added = Traces { first, names, needed: facts.len(), facts, cards, pages: self.pages, additions: 0 };
        let is_much =
            |before: &&Traces| before.additions >= MOST_ADDITIONS || first + added.facts.len() > before.most();
        let Some(before) = self.before.filter(is_much) else { return added };
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
            let fact = key.fact(ground, &self.meanings).filter(|fact| *fact != Fact::Unsettled);
            fact.is_some_and(|fact| ground.fingerprint(fact) == *before)
                // A card holds if all does that it was made from, which is no other card.
                && match key {
                    Key::Card(_) => self.traces.card(at).is_some_and(|from| from.iter().all(|at| self.holds(*at))),
                    _ => true,
                }
        };
        let fact = self.facts.get(at as usize).zip(self.traces.facts.get(at as usize));
        fact.is_some_and(|(holds, fact)| *holds.get_or_init(|| find_out(fact)))
    }
}

/// A position in a list; four thousand million facts would not have fitted into memory before.
fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
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

#[cfg(test)]
mod tests {
    use super::{Key, Trace, Traces};

    fn page(facts: &[u32], hash: u64) -> Trace {
        Trace { kind: 0, facts: facts.into(), hash }
    }

    /// What a page or card is known to be made from, in words.
    fn facts(traces: &Traces, at: &[u32]) -> Vec<String> {
        let word = |at: &u32| match traces.facts[*at as usize] {
            (Key::Statement(name), mark) => format!("{} {mark}", traces.names[name as usize]),
            (Key::Card(name), mark) => format!("card of {} {mark}", traces.names[name as usize]),
            other => format!("{other:?}"),
        };
        at.iter().map(word).collect()
    }

    /// What is known after two runs: in the second one, pages 0 and 2 were made, and the card of `b` for page 2. Pages 3
    /// and 4 show cards as they were in the first.
    fn two_runs() -> Traces {
        let first = Traces {
            names: vec!["a".into(), "b".into(), "gone".into()],
            facts: vec![
                (Key::Statement(0), 10),
                (Key::Card(1), 20),
                (Key::Statement(2), 30),
                (Key::Statement(1), 21),
                (Key::Card(2), 31),
            ],
            cards: vec![(1, vec![3]), (4, vec![2])],
            pages: vec![(1, page(&[0], 100)), (2, page(&[1], 200)), (3, page(&[4], 300)), (4, page(&[1, 0], 400))],
            needed: 5,
            ..Traces::default()
        };
        let added = Traces {
            first: 5,
            names: vec!["b".into(), "c".into()],
            facts: vec![(Key::Card(3), 20), (Key::Statement(3), 23), (Key::Statement(4), 40)],
            cards: vec![(5, vec![6])],
            pages: vec![(0, page(&[7], 500)), (2, page(&[5, 0], 201))],
            ..Traces::default()
        };
        first.with(added)
    }

    #[test]
    fn what_is_newer_wins_and_a_card_stays_what_it_was_for_pages_made_before() {
        let all = two_runs();
        let hashes: Vec<_> = all.pages.iter().map(|(key, of)| (*key, of.hash)).collect();
        assert_eq!(hashes, [(0, 500), (1, 100), (2, 201), (3, 300), (4, 400)]);
        let from = |page: usize| facts(&all, all.card(all.pages[page].1.facts[0]).unwrap());
        assert_eq!(from(2), ["b 23"]);
        assert_eq!(from(4), ["b 21"]);
    }

    #[test]
    fn what_nothing_needs_is_left_out() {
        let needed = two_runs().of_pages(|key| key != 3);
        assert!(needed.is_whole());
        assert_eq!((needed.facts.len(), needed.needed, needed.names.len()), (6, 6, 3));
        let of_pages: Vec<_> =
            needed.pages.iter().map(|(key, of)| (*key, facts(&needed, &of.facts).join(", "))).collect();
        let expected = [(0, "c 40"), (1, "a 10"), (2, "card of b 20, a 10"), (4, "card of b 20, a 10")];
        assert_eq!(of_pages, expected.map(|(key, of)| (key, of.to_owned())));
        let from = |page: usize| facts(&needed, needed.card(needed.pages[page].1.facts[0]).unwrap());
        assert_eq!((from(2), from(3)), (vec!["b 23".to_owned()], vec!["b 21".to_owned()]));
    }

    #[test]
    fn pieces_make_the_whole_again() {
        let traces = Traces {
            names: vec!["a".into()],
            facts: vec![(Key::Statement(0), 10)],
            pages: vec![(1, page(&[0], 100))],
            needed: 1,
            ..Traces::default()
        };
        let whole = Traces::whole(traces.pieces());
        assert_eq!((whole.needed, whole.names.len(), whole.facts.len(), whole.pages.len()), (1, 1, 1, 1));
        assert!(whole.is_whole());
    }
}
