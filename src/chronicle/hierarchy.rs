//! The hierarchy of topics as a whole. A topic can be reached from above in as many ways as there are paths, of which a
//! few files make millions; so nothing here follows paths, and what would need a walk for each topic is found out once
//! for all.

use super::{Chronicle, StatementId, Topic, TopicId};

/// A topic with so many levels above it is a finding (`deep-topic`), and the page of all topics tells no more apart.
pub(crate) const DEEPEST_TOPIC: usize = 32;

/// What is known of each topic, by its position.
#[derive(Debug, Default)]
pub(super) struct Hierarchy {
    /// Every topic, after all that are narrower.
    upwards: Vec<TopicId>,
    /// The number of topics on the longest way from the top down to each, itself included.
    levels: Vec<usize>,
    /// Whether a statement has the topic or a narrower one.
    used: Vec<bool>,
}

impl Hierarchy {
    /// That of topics without cycles; `has_statements` says which of them are the topic of a statement.
    pub(super) fn of(topics: &[Topic], has_statements: impl Fn(TopicId) -> bool) -> Hierarchy {
        let mut below: Vec<usize> = topics.iter().map(|topic| topic.narrower.len()).collect();
        let mut upwards: Vec<TopicId> =
            (0..topics.len()).map(TopicId::new).filter(|id| below[id.index()] == 0).collect();
        let mut used: Vec<bool> = (0..topics.len()).map(TopicId::new).map(has_statements).collect();
        let mut next = 0;
        while let Some(id) = upwards.get(next).copied() {
            next += 1;
            for above in &topics[id.index()].broader {
                used[above.index()] |= used[id.index()];
                below[above.index()] -= 1;
                if below[above.index()] == 0 {
                    upwards.push(*above);
                }
            }
        }
        let mut levels = vec![1; topics.len()];
        for id in upwards.iter().rev() {
            let above = topics[id.index()].broader.iter().map(|above| levels[above.index()]).max();
            levels[id.index()] = 1 + above.unwrap_or(0);
        }
        Hierarchy { upwards, levels, used }
    }
}

/// Statements of one round of counting, 64 to a word.
type Round = [u64; ROUND / 64];

/// How many statements are counted in one round.
const ROUND: usize = 256;

impl Chronicle {
    /// A topic has a page when a statement uses it or a narrower one.
    pub(crate) fn has_page(&self, topic: TopicId) -> bool {
        self.indexes.hierarchy.used[topic.index()]
    }

    /// The level of a topic: 1 at the top; of several ways from there the longest counts.
    pub(crate) fn level(&self, topic: TopicId) -> usize {
        self.indexes.hierarchy.levels[topic.index()]
    }

    /// How many statements each topic and all narrower ones have, by the position of the topic; a statement with several
    /// of them counts once.
    ///
    /// Each round takes 256 statements through the hierarchy at once, as bits that go from narrower topics to broader ones.
    /// That costs a few instructions for each step of the hierarchy, so that it takes a second where there are a hundred
    /// thousand statements and a million steps, and memory for one round only.
    pub(crate) fn totals(&self) -> Vec<usize> {
        let mut totals = vec![0; self.topics.len()];
        let mut has: Vec<Round> = vec![Round::default(); self.topics.len()];
        for first in (0..self.statements.len()).step_by(ROUND) {
            has.fill(Round::default());
            let last = self.statements.len().min(first + ROUND);
            for (bit, statement) in (first..last).map(StatementId::new).enumerate() {
                self[statement].topics.iter().for_each(|topic| has[topic.index()][bit / 64] |= 1 << (bit % 64));
            }
            for id in &self.indexes.hierarchy.upwards {
                let own = has[id.index()];
                if own == Round::default() {
                    continue;
                }
                totals[id.index()] += own.iter().map(|word| word.count_ones() as usize).sum::<usize>();
                for above in &self[*id].broader {
                    has[above.index()].iter_mut().zip(own).for_each(|(word, own)| *word |= own);
                }
            }
        }
        totals
    }
}
