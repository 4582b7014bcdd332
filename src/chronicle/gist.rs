//! The little of a statement that a picture of many shows.

use super::{Chronicle, StatementId, TopicId};
use crate::entry::date::Date;

/// What a statement is called, when it was made, what it is about, and whether it was withdrawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gist<'a> {
    pub(crate) title: &'a str,
    pub(crate) date: &'a Date,
    pub(crate) topics: &'a [TopicId],
    pub(crate) is_withdrawn: bool,
}

impl Chronicle {
    /// The gist of a statement.
    pub(crate) fn gist(&self, id: StatementId) -> Gist<'_> {
        let statement = &self[id];
        Gist {
            title: statement.entry.fields.title.as_str(),
            date: statement.date(),
            topics: &statement.topics,
            is_withdrawn: statement.is_withdrawn(),
        }
    }
}
