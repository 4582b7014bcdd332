//! Which facts each page was made from, as one run leaves it for the next: a page is made again only if one of its facts
//! is no longer what it was.
//!
//! What is known of a page names everything that the page was made from, so it stays true whatever happens later. A run
//! only adds to it what it has made anew; what nothing needs any more is left out when it has become much.

use bitcode::{Decode, Encode};
use rustc_hash::FxHashMap;

use crate::pages::keys::Key;

mod holding;
mod pieces;
mod tracing;

pub use holding::Holding;
pub use pieces::Piece;
pub use tracing::{Made, Tracing};

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

impl Traces {
    /// Whether these are all there are, and not what one run has added.
    pub fn is_whole(&self) -> bool {
        self.first == 0
    }

    /// How many facts there may be before those that nothing needs are left out.
    fn most(&self) -> usize {
        self.needed + self.needed / 4 + SLACK
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
}

/// Marks facts as needed.
fn need_of(needed: &mut [bool]) -> impl FnMut(&u32) {
    |at| {
        if let Some(needed) = needed.get_mut(*at as usize) {
            *needed = true;
        }
    }
}

/// A position in a list; four thousand million facts would not have fitted into memory before.
fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
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
            (Key::Record(name), mark) => format!("{} {mark}", traces.names[name as usize]),
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
                (Key::Record(0), 10),
                (Key::Card(1), 20),
                (Key::Record(2), 30),
                (Key::Record(1), 21),
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
            facts: vec![(Key::Card(3), 20), (Key::Record(3), 23), (Key::Record(4), 40)],
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
            facts: vec![(Key::Record(0), 10)],
            pages: vec![(1, page(&[0], 100))],
            needed: 1,
            ..Traces::default()
        };
        let whole = Traces::whole(traces.pieces());
        assert_eq!((whole.needed, whole.names.len(), whole.facts.len(), whole.pages.len()), (1, 1, 1, 1));
        assert!(whole.is_whole());
    }
}
