//! The hierarchy of topics, a DAG. A few files can create millions of paths through it, so nothing here enumerates
//! paths, and everything that would need a traversal per topic is computed for all topics at once.

use super::{Chronicle, StatementId, Topic, TopicId};

/// The deepest level of a topic: below it, topics are reported (`deep-topic`), and the page of all topics does not
/// indent further.
pub(crate) const DEEPEST_TOPIC: usize = 32;

/// Facts about each topic, indexed by `TopicId`.
#[derive(Debug, Default)]
pub(super) struct Hierarchy {
    /// All topics in topological order, narrower ones first.
    upwards: Vec<TopicId>,
    /// The length of the longest path from a top topic to each, itself included.
    levels: Vec<usize>,
    /// Whether a statement has the topic or a narrower one.
    used: Vec<bool>,
}

impl Hierarchy {
    /// Computes the hierarchy of acyclic topics; `has_statements` says which topics a statement has.
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

/// A bit set of the statements of one round.
type Round = [u64; ROUND / 64];

/// How many statements are counted in one round.
const ROUND: usize = 256;

impl Chronicle {
    /// A topic has a page when a statement uses it or a narrower one.
    pub(crate) fn has_page(&self, topic: TopicId) -> bool {
        self.indexes.hierarchy.used[topic.index()]
    }

    /// The level of a topic: 1 at the top; the longest path counts.
    pub(crate) fn level(&self, topic: TopicId) -> usize {
        self.indexes.hierarchy.levels[topic.index()]
    }

    /// How many statements each topic and all narrower ones have, by the position of the topic; a statement with several
    /// of them counts once.
    ///
    /// Each round propagates a bit set of 256 statements from narrower to broader topics, which costs a few
    /// instructions per edge: one second for a hundred thousand statements and a million edges, with memory for one
    /// round only.
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
