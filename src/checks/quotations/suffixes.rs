//! Full-text search in a long text, in time that depends on the query and hardly on the text.
//!
//! A suffix array lists the suffixes of a text in order, so all matches are adjacent; a wavelet matrix over it finds
//! the first match after a position without visiting the others.

use std::cmp::Ordering;
use std::ops::Range;

/// A suffix array as a wavelet matrix.
#[derive(Debug)]
pub(super) struct Suffixes {
    symbols: Vec<u16>,
    order: Vec<u32>,
    /// The bit planes of `order`, the highest first.
    levels: Vec<Level>,
}

/// One bit plane, after stable sorting by the bits above it.
#[derive(Debug)]
struct Level {
    /// 64 bits each.
    words: Vec<u64>,
    /// How many bits are set before each word.
    before: Vec<u32>,
    /// The number of zero bits: entries with a one come after them in the next level.
    zeros: usize,
}

impl Suffixes {
    /// Sorts the suffixes of a text; a symbol is less than `alphabet`.
    pub(super) fn of(symbols: Vec<u16>, alphabet: usize) -> Suffixes {
        let order = sorted(&symbols, alphabet);
        let bits = usize::BITS - symbols.len().leading_zeros();
        let (mut levels, mut numbers) = (Vec::new(), order.clone());
        for bit in (0..bits).rev() {
            levels.push(Level::of(&numbers, bit));
            let (ones, zeros): (Vec<u32>, Vec<u32>) = numbers.iter().partition(|number| **number >> bit & 1 == 1);
            numbers = zeros;
            numbers.extend(ones);
        }
        Suffixes { symbols, order, levels }
    }

    /// Which suffixes begin with some symbols.
    pub(super) fn beginning_with(&self, symbols: &[u16]) -> Range<usize> {
        let start = self.first(symbols, |order| order == Ordering::Less);
        start..self.first(symbols, |order| order != Ordering::Greater).max(start)
    }

    /// The first suffix that is not before some symbols; `is_before` judges how its beginning compares with them.
    fn first(&self, symbols: &[u16], is_before: impl Fn(Ordering) -> bool) -> usize {
        let (mut low, mut high) = (0, self.order.len());
        // The common prefix at both bounds is common to all between them.
        let (mut shared_low, mut shared_high) = (0, 0);
        while low < high {
            let middle = low.midpoint(high);
            let suffix = &self.symbols[self.order[middle] as usize..];
            let known = shared_low.min(shared_high);
            let pairs = suffix[known..].iter().zip(&symbols[known..]);
            let shared = known + pairs.take_while(|(one, other)| one == other).count();
            let order = match (suffix.get(shared), symbols.get(shared)) {
                (_, None) => Ordering::Equal,
                (one, other) => one.cmp(&other),
            };
            if is_before(order) {
                (low, shared_low) = (middle + 1, shared);
            } else {
                (high, shared_high) = (middle, shared);
            }
        }
        low
    }

    /// The first place from `from` on among those of some suffixes.
    pub(super) fn next(&self, suffixes: &Range<usize>, from: usize) -> Option<usize> {
        const FEW: usize = 32;
        if suffixes.len() <= FEW {
            let places = self.order[suffixes.clone()].iter().map(|place| *place as usize);
            return places.filter(|place| *place >= from).min();
        }
        let before = self.less_than(suffixes.clone(), from);
        (before < suffixes.len()).then(|| self.smallest(suffixes.clone(), before))
    }

    /// How many places among those of some suffixes are less than `from`.
    fn less_than(&self, mut suffixes: Range<usize>, from: usize) -> usize {
        let mut count = 0;
        if from >> self.levels.len() > 0 {
            return suffixes.len();
        }
        for (bit, level) in (0..self.levels.len()).rev().zip(&self.levels) {
            let ones = level.ones(suffixes.start)..level.ones(suffixes.end);
            if from >> bit & 1 == 1 {
                count += suffixes.len() - ones.len();
                suffixes = level.zeros + ones.start..level.zeros + ones.end;
            } else {
                suffixes = suffixes.start - ones.start..suffixes.end - ones.end;
            }
        }
        count
    }

    /// The position of rank `before` among those of a range of suffixes.
    fn smallest(&self, mut suffixes: Range<usize>, mut before: usize) -> usize {
        let mut place = 0;
        for level in &self.levels {
            let ones = level.ones(suffixes.start)..level.ones(suffixes.end);
            let zeros = suffixes.len() - ones.len();
            place <<= 1;
            if before < zeros {
                suffixes = suffixes.start - ones.start..suffixes.end - ones.end;
            } else {
                before -= zeros;
                place |= 1;
                suffixes = level.zeros + ones.start..level.zeros + ones.end;
            }
        }
        place
    }
}

impl Level {
    fn of(numbers: &[u32], bit: u32) -> Level {
        let word = |chunk: &[u32]| chunk.iter().rev().fold(0, |word, number| word << 1 | u64::from(number >> bit & 1));
        let words: Vec<u64> = numbers.chunks(64).map(word).chain([0]).collect();
        let mut ones = 0;
        let before = words.iter().map(|word| {
            ones += word.count_ones();
            ones - word.count_ones()
        });
        let before = before.collect();
        Level { words, before, zeros: numbers.len() - ones as usize }
    }

    /// How many bits are set before a position.
    fn ones(&self, position: usize) -> usize {
        let (word, before) = (self.words[position / 64], self.before[position / 64]);
        (before + (word & !(u64::MAX << (position % 64))).count_ones()) as usize
    }
}

/// No suffix.
const NONE: u32 = u32::MAX;

/// The starts of the suffixes of a text, in the order of the suffixes: by induced sorting (Nong, Zhang and Chan, "Two
/// efficient algorithms for linear time suffix array construction", 2011). A suffix is small if it is less than the one
/// after it; a small one after one that is not is a valley. From the order of the valleys that of all others follows.
fn sorted<S: Copy + Ord + Into<u32>>(text: &[S], alphabet: usize) -> Vec<u32> {
    let Some(last) = text.len().checked_sub(1) else { return Vec::new() };
    let mut is_small = vec![false; text.len()];
    for at in (0..last).rev() {
        is_small[at] = text[at] < text[at + 1] || text[at] == text[at + 1] && is_small[at + 1];
    }
    let sorter = Sorter { ends: ends(text, alphabet), text, is_small };
    let valleys: Vec<u32> = (1..text.len()).filter(|at| sorter.is_valley(*at)).map(number).collect();
    let rough = sorter.induced(&valleys);
    // Each valley by its number in the text, with the rank of what stands up to the next one.
    let (ranks, highest) = sorter.ranks(&rough, &valleys);
    let order = if highest as usize + 1 < valleys.len() {
        sorted(&ranks, highest as usize + 1)
    } else {
        let mut order = vec![0; ranks.len()];
        ranks.iter().enumerate().for_each(|(index, rank)| order[*rank as usize] = number(index));
        order
    };
    let order: Vec<u32> = order.into_iter().map(|at| valleys[at as usize]).collect();
    sorter.induced(&order)
}

fn number(at: usize) -> u32 {
    // Texts are bounded far below this.
    u32::try_from(at).unwrap_or(NONE)
}

/// Where the suffixes that begin with each symbol end in the order.
fn ends<S: Copy + Into<u32>>(text: &[S], alphabet: usize) -> Vec<u32> {
    let mut ends = vec![0; alphabet];
    text.iter().for_each(|symbol| ends[(*symbol).into() as usize] += 1);
    let mut sum = 0;
    for end in &mut ends {
        sum += *end;
        *end = sum;
    }
    ends
}

struct Sorter<'a, S> {
    text: &'a [S],
    is_small: Vec<bool>,
    ends: Vec<u32>,
}

impl<S: Copy + Ord + Into<u32>> Sorter<'_, S> {
    fn is_valley(&self, at: usize) -> bool {
        at > 0 && self.is_small[at] && !self.is_small[at - 1]
    }

    fn bucket(&self, at: u32) -> usize {
        self.text[at as usize].into() as usize
    }

    /// All suffixes in the order that follows from that of the valleys.
    fn induced(&self, valleys: &[u32]) -> Vec<u32> {
        let mut order = vec![NONE; self.text.len()];
        let mut ends = self.ends.clone();
        for at in valleys.iter().rev() {
            let end = &mut ends[self.bucket(*at)];
            *end -= 1;
            order[*end as usize] = *at;
        }
        let mut starts: Vec<u32> = std::iter::once(0).chain(self.ends.iter().copied()).collect();
        let mut put = |order: &mut [u32], at: u32| {
            let start = &mut starts[self.bucket(at)];
            order[*start as usize] = at;
            *start += 1;
        };
        put(&mut order, number(self.text.len() - 1));
        for position in 0..order.len() {
            let at = order[position];
            if at != NONE && at > 0 && !self.is_small[at as usize - 1] {
                put(&mut order, at - 1);
            }
        }
        let mut ends = self.ends.clone();
        for position in (0..order.len()).rev() {
            let at = order[position];
            if at != NONE && at > 0 && self.is_small[at as usize - 1] {
                let end = &mut ends[self.bucket(at - 1)];
                *end -= 1;
                order[*end as usize] = at - 1;
            }
        }
        order
    }

    /// The rank of each valley by what stands from it up to the next, in the order of the text, and the highest rank.
    fn ranks(&self, rough: &[u32], valleys: &[u32]) -> (Vec<u32>, u32) {
        let mut numbers = vec![NONE; self.text.len()];
        valleys.iter().enumerate().for_each(|(index, at)| numbers[*at as usize] = number(index));
        let part = |index: u32| {
            let start = valleys[index as usize] as usize;
            // With the symbol that the next one begins with; the end of the text is less than any.
            let end = valleys.get(index as usize + 1).map_or(self.text.len(), |next| *next as usize + 1);
            (&self.text[start..end], index as usize + 1 == valleys.len())
        };
        let (mut ranks, mut rank, mut last) = (vec![0; valleys.len()], 0, None::<u32>);
        for index in rough.iter().map(|at| numbers[*at as usize]).filter(|index| *index != NONE) {
            if let Some(last) = last
                && part(last) != part(index)
            {
                rank += 1;
            }
            ranks[index as usize] = rank;
            last = Some(index);
        }
        (ranks, rank)
    }
}

#[cfg(test)]
mod tests {
    use super::{Suffixes, sorted};
    use crate::checks::quotations::numbers::Numbers;

    #[test]
    fn suffixes_are_in_order_and_places_are_found() {
        let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
        for length in (0..120).cycle().take(1500) {
            let alphabet = 1 + numbers.below(4);
            let text: Vec<u16> = (0..length).map(|_| u16::try_from(numbers.below(alphabet)).unwrap_or(0)).collect();
            let order: Vec<usize> = sorted(&text, alphabet).into_iter().map(|at| at as usize).collect();
            let mut expected: Vec<usize> = (0..length).collect();
            expected.sort_by_key(|at| &text[*at..]);
            assert_eq!(order, expected, "{text:?}");
            let suffixes = Suffixes::of(text.clone(), alphabet);
            for _ in 0..10 {
                let wanted: Vec<u16> =
                    (0..numbers.below(6)).map(|_| u16::try_from(numbers.below(alphabet)).unwrap_or(0)).collect();
                let from = numbers.below(length + 2);
                let range = suffixes.beginning_with(&wanted);
                let first = (from..length).find(|at| text[*at..].starts_with(&wanted));
                assert_eq!(suffixes.next(&range, from), first, "{wanted:?} from {from} in {text:?}");
            }
        }
    }
}
