//! Quotations of a text without labels: words between marks whose speaker the text names.

use super::body::Words;
use super::people::People;
use super::report::Report;

/// What stands between quotation marks.
#[derive(Debug, Default)]
pub(super) struct Quotations {}

pub(super) fn read(_report: &Report<'_>, _people: &People) -> Quotations {
    Quotations {}
}

impl Quotations {
    pub(super) fn speakers(&self) -> Vec<usize> {
        Vec::new()
    }

    pub(super) fn words(&self, _speaker: Option<usize>) -> Words {
        Words::default()
    }
}
