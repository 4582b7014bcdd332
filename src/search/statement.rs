//! What the index has of a statement.

use std::sync::Arc;

use bitcode::{Decode, Encode};

use super::number::{Day, Number};
use super::terms::Terms;

/// The words of a statement, and its day.
#[derive(Clone, Debug, Encode, Decode)]
pub(crate) struct Statement {
    /// When it was said.
    pub(crate) day: Day,
    /// The words of its title, speakers, topics, event and place.
    pub(crate) head: Text,
    /// The words of its summary, text and context.
    pub(crate) body: Text,
}

/// The words of a text.
#[derive(Clone, Debug, Default, Encode, Decode)]
pub(crate) struct Text {
    /// A hash of what they were read from.
    pub(crate) source: u64,
    /// The words.
    pub(crate) terms: Arc<Terms>,
}

impl Statement {
    /// A statement without words.
    pub(crate) fn empty(day: Day) -> Statement {
        Statement { day, head: Text::default(), body: Text::default() }
    }

    /// Whether both have the same words.
    pub(super) fn has_words_of(&self, other: &Statement) -> bool {
        let is_same = |one: &Text, other: &Text| Arc::ptr_eq(&one.terms, &other.terms) || one.terms == other.terms;
        is_same(&self.head, &other.head) && is_same(&self.body, &other.body)
    }
}

/// The numbers of statements in the order of their days.
pub(super) fn numbers(statements: &[Statement]) -> Option<Vec<Number>> {
    debug_assert!(statements.is_sorted_by_key(|statement| statement.day));
    let days = statements.chunk_by(|one, other| one.day == other.day);
    days.flat_map(|day| day.iter().zip(0..)).map(|(statement, ordinal)| statement.day.number(ordinal)).collect()
}
