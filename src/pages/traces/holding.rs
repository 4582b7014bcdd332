//! What still holds of what is known of pages.

use std::sync::OnceLock;

use super::{Trace, Traces};
use crate::pages::facts::Fact;
use crate::pages::keys::{Key, Meanings};
use crate::pages::{Material, Page, Site};

/// What of the run before still holds; it is found out when a page asks for it, since the first page that is wanted
/// should not wait for all others.
#[derive(Debug)]
pub struct Holding<'a> {
    pub(crate) traces: &'a Traces,
    site: Site<'a>,
    meanings: Meanings<'a>,
    /// For each fact of the run before, once it was asked for: whether its fingerprint is the same.
    facts: Vec<OnceLock<bool>>,
}

impl Traces {
    /// Prepares to find out which facts still hold.
    pub fn holding<'a>(&'a self, material: &'a Material<'_>) -> Holding<'a> {
        let facts = std::iter::repeat_with(OnceLock::new).take(self.facts.len()).collect();
        Holding { traces: self, site: material.site, meanings: Meanings::of(&self.names), facts }
    }

    /// What a card was made from, by the position of the fact that it is.
    pub(crate) fn card(&self, at: u32) -> Option<&[u32]> {
        let position = self.cards.binary_search_by_key(&at, |(card, _)| *card).ok()?;
        self.cards.get(position).map(|(_, from)| from.as_slice())
    }

    fn page(&self, page: &Page) -> Option<&Trace> {
        near(&self.pages, page.key)
    }
}

/// The value of a key that is a hash, in a list in the order of the keys: they are spread so evenly that each is found near
/// where it would be if they were so wholly.
fn near<T>(list: &[(u64, T)], key: u64) -> Option<&T> {
    let scale = u128::from(key) * list.len() as u128;
    let guess = usize::try_from(scale >> u64::BITS).unwrap_or_default();
    let mut reach = 8;
    loop {
        let (from, to) = (guess.saturating_sub(reach), list.len().min(guess.saturating_add(reach)));
        let is_within = (from == 0 || list[from].0 <= key) && (to == list.len() || list[to].0 > key);
        if is_within {
            let position = list[from..to].binary_search_by_key(&key, |(key, _)| *key).ok()?;
            return list.get(from + position).map(|(_, value)| value);
        }
        reach *= 4;
    }
}

impl Holding<'_> {
    /// The hash (XXH3) of the bytes of a page that need not be made again.
    pub fn page(&self, page: &Page) -> Option<u64> {
        let trace = self.traces.page(page)?;
        if trace.kind != page.kind.fingerprint(&self.site) {
            return None;
        }
        trace.facts.iter().all(|at| self.holds(*at)).then_some(trace.hash)
    }

    /// Whether a fact of the run before, by its position, has the fingerprint it had.
    fn holds(&self, at: u32) -> bool {
        let site = &self.site;
        let find_out = |(key, before): &(Key, u64)| {
            let fact = key.fact(site, &self.meanings).filter(|fact| *fact != Fact::Unsettled);
            fact.is_some_and(|fact| site.fingerprint(fact) == *before)
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

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn keys_are_found_however_they_are_spread() {
        let evenly = (0..1000).map(|n| n * (u64::MAX / 1000)).collect::<Vec<u64>>();
        let low = (0..1000).map(|n| n * 3).collect::<Vec<u64>>();
        let high = (0..1000).map(|n| u64::MAX - (999 - n) * 3).collect::<Vec<u64>>();
        for keys in [evenly, low, high, vec![7], Vec::new()] {
            let list: Vec<(u64, u64)> = keys.iter().map(|key| (*key, !key)).collect();
            for key in &keys {
                assert_eq!(near(&list, *key), Some(&!key));
            }
            for absent in [1, 8, u64::MAX - 1, u64::MAX / 2] {
                assert_eq!(near(&list, absent).is_some(), keys.contains(&absent));
            }
        }
    }
}
