//! One statement as the rules about single statements see it.

use chrono::NaiveDate;

use crate::chronicle::{Chronicle, StatementId};
use crate::diagnostic::{Code, Diagnostic, Levels};
use crate::document::Step;
use crate::entry::locate;
use crate::entry::shape::TextOr;
use crate::entry::statement::Source;
use crate::input::Inputs;

/// One statement, and what it is checked with.
pub(super) struct StatementContext<'a> {
    pub(super) chronicle: &'a Chronicle,
    pub(super) inputs: &'a Inputs,
    /// A finding has its place looked up in the file; none is made that nobody sees.
    pub(super) levels: &'a Levels,
    pub(super) id: StatementId,
    /// Whether statements are sorted by year: most of them lie in folders of years.
    pub(super) has_years: bool,
    /// No statement can be of a later day.
    pub(super) today: Option<NaiveDate>,
}

impl StatementContext<'_> {
    pub(super) fn lint(&self, code: Code, path: &[Step<'_>], message: String, help: &str) -> Diagnostic {
        let span = locate(self.inputs, self.chronicle[self.id].entry.input, path);
        Diagnostic::lint(code, span, message).help(Some(help.to_owned()))
    }

    pub(super) fn earliest(&self) -> Option<NaiveDate> {
        self.chronicle[self.id].date().earliest()
    }

    /// The sources that are more than an address, with their positions.
    pub(super) fn sources(&self) -> impl Iterator<Item = (usize, &Source)> {
        self.chronicle[self.id].entry.fields.sources.as_slice().iter().enumerate().filter_map(|(position, source)| {
            match source {
                TextOr::Map(source) => Some((position, source)),
                TextOr::Text(_) => None,
            }
        })
    }
}
