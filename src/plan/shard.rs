//! The parts of a plan that several runs write, so that a site can be built on many machines.

use std::collections::BTreeMap;
use std::fmt;
use std::num::NonZeroU32;

use super::{Page, PageKind, Plan, Turn};
use crate::chronicle::Chronicle;
use crate::entry::date::ListedYear;

/// Which part of the pages a run writes: one of several that have no page in common, and all pages between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    /// Counted from zero, and less than `of`.
    index: u32,
    of: NonZeroU32,
}

impl Shard {
    /// All pages.
    pub const WHOLE: Shard = Shard { index: 0, of: NonZeroU32::MIN };

    /// Reads `K/N`, the K-th part of N.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Shard, String> {
        let form = || "write it as K/N: 2/4 is the second of four parts".to_owned();
        // As `u32` is parsed: without white space, but a sign would be taken.
        let number = |text: &str| text.parse::<u32>().ok().filter(|_| !text.starts_with('+')).ok_or_else(form);
        let (number, of) = text.split_once('/').ok_or_else(form).and_then(|(k, n)| Ok((number(k)?, number(n)?)))?;
        let of = NonZeroU32::new(of).ok_or("there is at least one part: 1/1 is all pages")?;
        match number.checked_sub(1) {
            None => Err(format!("parts are counted from 1: 1/{of} is the first")),
            Some(index) if index >= of.get() => Err(format!("the last of {of} parts is {of}/{of}")),
            Some(index) => Ok(Shard { index, of }),
        }
    }

    /// Whether it has all pages.
    pub(crate) fn is_whole(self) -> bool {
        self.of == NonZeroU32::MIN
    }

    /// Whether it has what lies at `position` of `all`, where a sequence is cut into equal runs. The last has what would lie
    /// beyond the end, so that each item is in one.
    fn has_run(self, position: u64, all: u64) -> bool {
        let part = u128::from(position) * u128::from(self.of.get()) / u128::from(all.max(1));
        part.min(u128::from(self.of.get() - 1)) == u128::from(self.index)
    }

    /// Whether it has the item with this number, where items are dealt out in turn.
    fn has_dealt(self, number: u64) -> bool {
        number % u64::from(self.of.get()) == u64::from(self.index)
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", u64::from(self.index) + 1, self.of)
    }
}

impl<K: PageKind> Plan<K> {
    /// The pages of a shard, and all others; each in the order in which they are rendered.
    ///
    /// What shares cached fragments stays together: the pages of a statement and those of its neighbours, and the lists of
    /// successive years. The years are divided by the numbers of their statements. Other pages, among which those of one
    /// kind follow each other, are dealt out in turn; those that are made together, as one.
    pub(crate) fn divide(&self, shard: Shard, chronicle: &Chronicle) -> (Vec<&Page<K>>, Vec<&Page<K>>) {
        if shard.is_whole() {
            return (self.pages().iter().collect(), Vec::new());
        }
        let (mut years, statements) = (Years::of(self, chronicle), chronicle.statements().len() as u64);
        let (mut dealt, mut before) = (0_u64, None);
        self.pages().iter().partition(|page| match page.kind.turn() {
            Turn::Statement(id) => shard.has_run(id.index() as u64, statements),
            Turn::List(Some(year)) => shard.has_run(years.next(year), years.all),
            Turn::List(None) | Turn::ScatteredList | Turn::Large | Turn::Single | Turn::Last => {
                let together = page.kind.made_together();
                if together.is_none() || together != before {
                    dealt += 1;
                }
                before = together;
                shard.has_dealt(dealt - 1)
            }
        })
    }
}

/// The lists of the years, one after the other, on a line that is as long as there are statements.
struct Years {
    years: BTreeMap<ListedYear, Year>,
    all: u64,
}

/// The lists of a year.
struct Year {
    /// Where they begin.
    start: u64,
    /// How long they are together: as long as the year has statements, each of which is a row that they share.
    length: u64,
    count: u64,
    passed: u64,
}

impl Years {
    fn of<K: PageKind>(plan: &Plan<K>, chronicle: &Chronicle) -> Years {
        let mut years = Years { years: BTreeMap::new(), all: 0 };
        for (year, statements) in chronicle.years() {
            let length = statements.len() as u64;
            years.years.insert(*year, Year { start: years.all, length, count: 0, passed: 0 });
            years.all += length;
        }
        for page in plan.pages() {
            if let Turn::List(Some(year)) = page.kind.turn()
                && let Some(year) = years.years.get_mut(&year)
            {
                year.count += 1;
            }
        }
        years
    }

    /// Where the next list of a year lies.
    fn next(&mut self, year: ListedYear) -> u64 {
        // Every list is of a year that has statements.
        let Some(year) = self.years.get_mut(&year) else { return 0 };
        year.passed += 1;
        year.start + year.length * (year.passed - 1) / year.count.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::Shard;

    #[test]
    fn a_part_is_written_by_its_number_and_how_many_there_are() {
        assert_eq!(Shard::parse("1/1"), Ok(Shard::WHOLE));
        for right in ["1/4", "4/4", "4294967295/4294967295", "02/4"] {
            assert!(Shard::parse(right).is_ok(), "{right}");
        }
        for wrong in ["", "/", "1", "1/", "/4", "a/b", "1/4/4", "-1/4", "+1/4", " 1/4", "1 / 4", "1/4294967296", "1,4"]
        {
            assert!(Shard::parse(wrong).unwrap_err().starts_with("write it as K/N"), "{wrong}");
        }
        assert_eq!(Shard::parse("0/4").unwrap_err(), "parts are counted from 1: 1/4 is the first");
        assert_eq!(Shard::parse("5/4").unwrap_err(), "the last of 4 parts is 4/4");
        assert_eq!(Shard::parse("1/0").unwrap_err(), "there is at least one part: 1/1 is all pages");
        assert_eq!(Shard::parse("0/0"), Shard::parse("1/0"));
    }

    #[test]
    fn each_item_is_in_one_part_and_parts_are_even() {
        for (all, of) in [(0_u64, 3_u32), (1, 3), (10, 3), (10, 1), (7, 7), (5, 12), (100_000, 7)] {
            let parts: Vec<Shard> = (1..=of).map(|k| Shard::parse(&format!("{k}/{of}")).unwrap()).collect();
            let even = |has: &dyn Fn(Shard, u64) -> bool| {
                let counts = parts.iter().map(|part| (0..all).filter(|at| has(*part, *at)).count() as u64);
                let counts: Vec<u64> = counts.collect();
                assert_eq!(counts.iter().sum::<u64>(), all);
                assert!(counts.iter().all(|count| (all / u64::from(of)..=all.div_ceil(u64::from(of))).contains(count)));
            };
            even(&|part, at| part.has_run(at, all));
            even(&|part, at| part.has_dealt(at));
            assert!((0..all).all(|at| parts.iter().filter(|part| part.has_run(at, all)).count() == 1));
        }
    }
}
