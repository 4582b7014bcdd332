//! Each statement as a mark, which has a part in the row of each of its topics.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write;

use super::budget;
use super::scale::Scale;
use crate::address::Address;
use crate::chronicle::{Gist, StatementId, Subject, TopicId};
use crate::pages::PageBuilder;
use crate::pages::common::chart::MOST_TOPICS;
use crate::views::{Href, Lane, TimelineMark};

/// More statements than these are drawn by year.
pub(super) const MOST: usize = 1000;

/// How high a row is.
pub(super) const LANE: i32 = 40;

/// Where marks stand in a row, below its name: the first in the middle, and further ones that would cover it beside it.
const LEVELS: [i32; 4] = [29, 24, 34, 19];

/// How far marks are from each other, at least, if they do not cover each other.
const APART: i32 = 7;

/// A statement that is drawn.
pub(super) struct Placed<'a> {
    id: StatementId,
    gist: Gist<'a>,
    reach: (i32, i32),
}

/// The statements of known years among some, in their order.
pub(super) fn placed<'a>(
    builder: &PageBuilder<'a>,
    scale: Scale,
    ids: impl Iterator<Item = StatementId>,
) -> Vec<Placed<'a>> {
    let placed = |id: StatementId| {
        let gist = builder.chronicle.gist(id);
        scale.reach(gist.date).map(|reach| Placed { id, gist, reach })
    };
    ids.filter_map(placed).collect()
}

/// Where a statement that is drawn stands.
pub(super) fn place(placed: &[Placed<'_>], id: StatementId) -> Option<(i32, i32)> {
    let at = placed.binary_search_by_key(&id, |statement| statement.id).ok()?;
    Some((placed[at].reach.0, placed[at].gist.date.year()?))
}

/// The rows of some statements, below what is `top` high; how many topics they have; and their marks, in their order, unless
/// these do not fit into `left` bytes.
pub(super) fn draw<'a>(
    builder: &PageBuilder<'a>,
    placed: &[Placed<'a>],
    top: i32,
    left: usize,
) -> Option<(Vec<Lane>, usize, Vec<TimelineMark<'a>>)> {
    let lanes = Lanes::of(placed);
    let paths = paths(placed, &lanes, top);
    let addresses: Vec<&Address> = placed.iter().map(|of| builder.chronicle.statement_address(of.id)).collect();
    let heads: Vec<String> = placed.iter().map(|of| head(builder, of)).collect();
    let size = |(at, path): (usize, &String)| {
        let gone = if placed[at].gist.is_withdrawn { budget::GONE } else { 0 };
        let words = budget::of_address(builder, addresses[at]) + budget::of_text(&heads[at]);
        budget::AROUND + gone + words + path.len()
    };
    let sizes: usize = paths.iter().enumerate().map(size).sum();
    let words = left.checked_sub(sizes)? / placed.len().max(1);
    let named = lanes.named(builder);
    let mark = |((of, path), (address, head)): ((&Placed<'a>, String), (&Address, String))| TimelineMark {
        label: of.gist.title,
        name: head + &budget::cut(of.gist.title, words),
        address: builder.href(address),
        date_short: builder.messages.short_date(of.gist.date),
        date_machine: of.gist.date.machine(),
        topics: lanes.topics(&of.gist).map(|lane| named[lane].label.clone()).collect(),
        withdrawn: of.gist.is_withdrawn,
        path,
    };
    let all = placed.iter().zip(paths).zip(addresses.into_iter().zip(heads));
    let marks = all.map(mark).collect();
    Some((named, lanes.topics_in_all, marks))
}

/// What stands before the title in the words of a mark.
fn head(builder: &PageBuilder<'_>, of: &Placed<'_>) -> String {
    let colon = builder.messages.word("colon");
    let withdrawn =
        if of.gist.is_withdrawn { builder.messages.word("withdrawn") + &colon + " " } else { String::new() };
    format!("{}{colon} {withdrawn}", builder.messages.short_date(of.gist.date))
}

/// The rows: the topics with the most of the statements, then one for the statements that have none of these topics.
struct Lanes {
    /// In their order, with the number of statements.
    topics: Vec<(TopicId, usize)>,
    at: BTreeMap<TopicId, usize>,
    /// How many topics the statements have in all.
    topics_in_all: usize,
    /// How many statements have none of these topics.
    others: usize,
}

impl Lanes {
    fn of(placed: &[Placed<'_>]) -> Lanes {
        let mut counts: BTreeMap<TopicId, usize> = BTreeMap::new();
        let all = placed.iter().flat_map(|of| of.gist.topics);
        all.for_each(|topic| *counts.entry(*topic).or_default() += 1);
        let topics_in_all = counts.len();
        let mut topics: Vec<(TopicId, usize)> = counts.into_iter().collect();
        topics.sort_by_key(|(topic, count)| (Reverse(*count), *topic));
        topics.truncate(MOST_TOPICS);
        let at = topics.iter().enumerate().map(|(lane, (topic, _))| (*topic, lane)).collect();
        let mut lanes = Lanes { topics, at, topics_in_all, others: 0 };
        lanes.others = placed.iter().filter(|of| lanes.topics(&of.gist).next().is_none()).count();
        lanes
    }

    /// How many rows there are.
    fn count(&self) -> usize {
        self.topics.len() + usize::from(self.others > 0)
    }

    /// The rows of the topics of a statement.
    fn topics(&self, gist: &Gist<'_>) -> impl Iterator<Item = usize> {
        gist.topics.iter().filter_map(|topic| self.at.get(topic).copied())
    }

    /// The rows that a statement stands in, from the top down.
    fn of_statement(&self, gist: &Gist<'_>) -> Vec<usize> {
        let mut rows: Vec<usize> = self.topics(gist).collect();
        if rows.is_empty() {
            rows.push(self.topics.len());
        }
        rows.sort_unstable();
        rows
    }

    fn named(&self, builder: &PageBuilder<'_>) -> Vec<Lane> {
        let topic = |(topic, count): &(TopicId, usize)| {
            let subject = Subject::Topic(*topic);
            let address = builder.href(&builder.chronicle.subject_address(subject));
            lane(builder.subject_name(subject), address, *count, true)
        };
        let others = || {
            let address = builder.href(&Address::page(["topics"]));
            lane(builder.messages.word("lane_other"), address, self.others, false)
        };
        self.topics.iter().map(topic).chain((self.others > 0).then(others)).collect()
    }
}

fn lane(label: String, address: Option<Href>, count: usize, is_topic: bool) -> Lane {
    Lane { label, name: String::new(), address, count, is_topic, years: Vec::new() }
}

/// The path of each statement: a dot, or a line as long as its date is open, in each of its rows.
fn paths(placed: &[Placed<'_>], lanes: &Lanes, top: i32) -> Vec<String> {
    let mut order: Vec<usize> = (0..placed.len()).collect();
    // Lines first, so that dots stand beside them.
    order.sort_by_key(|at| (placed[*at].reach.0, Reverse(placed[*at].reach.1)));
    let mut ends = vec![[i32::MIN; LEVELS.len()]; lanes.count()];
    let mut paths = vec![String::new(); placed.len()];
    for at in order {
        let (from, to) = placed[at].reach;
        for lane in lanes.of_statement(&placed[at].gist) {
            let y = top + i32::try_from(lane).unwrap_or_default() * LANE + level(&mut ends[lane], (from, to));
            // Writing to a `String` cannot fail.
            let _ = write!(paths[at], "M{from} {y}h{}", to - from);
        }
    }
    paths
}

/// The first level that is free; where none is, the one that is free soonest. `ends` are the ends of the last marks of each.
fn level(ends: &mut [i32; LEVELS.len()], (from, to): (i32, i32)) -> i32 {
    let free = (0..LEVELS.len()).find(|level| ends[*level].saturating_add(APART) <= from);
    let soonest = || (0..LEVELS.len()).min_by_key(|level| ends[*level]).unwrap_or_default();
    let level = free.unwrap_or_else(soonest);
    ends[level] = to;
    LEVELS[level]
}

#[cfg(test)]
mod tests {
    use super::{LEVELS, level};

    #[test]
    fn marks_that_would_cover_each_other_stand_apart() {
        let mut ends = [i32::MIN; LEVELS.len()];
        let days = [0, 1, 1, 2, 3, 7, 8].map(|x| level(&mut ends, (x, x)));
        assert_eq!(days, [29, 24, 34, 19, 29, 24, 34]);
        let mut ends = [i32::MIN; LEVELS.len()];
        let marks = [(0, 50), (10, 10), (20, 20), (57, 57)].map(|reach| level(&mut ends, reach));
        assert_eq!(marks, [29, 24, 24, 29]);
    }
}
