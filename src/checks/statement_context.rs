//! The context of the rules about single statements.

use chrono::NaiveDate;

use crate::chronicle::{Chronicle, StatementId};
use crate::diagnostic::{Code, Diagnostic, Levels};
use crate::document::Step;
use crate::entry::locate;
use crate::entry::shape::TextOr;
use crate::entry::statement::Source;
use crate::input::Inputs;

/// A statement and the inputs of its rules.
pub(super) struct StatementContext<'a> {
    pub(super) chronicle: &'a Chronicle,
    pub(super) inputs: &'a Inputs,
    /// Levels, so that findings that are allowed are not created: each needs its file to be parsed again for its span.
    pub(super) levels: &'a Levels,
    pub(super) id: StatementId,
    /// Whether the site sorts statements by year: most are in year folders.
    pub(super) has_years: bool,
    /// The latest day that a date may have.
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
