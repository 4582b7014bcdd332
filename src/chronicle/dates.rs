//! When statements were made, and nothing else of them.

use super::{Chronicle, StatementId};
use crate::entry::date::Date;

/// The dates of all statements.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dates<'a>(&'a Chronicle);

impl<'a> Dates<'a> {
    /// The date of a statement.
    pub(crate) fn of(self, statement: StatementId) -> &'a Date {
        self.0[statement].date()
    }
}

impl Chronicle {
    pub(crate) fn dates(&self) -> Dates<'_> {
        Dates(self)
    }
}
