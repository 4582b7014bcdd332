//! Chains of reiterations and gaps in time, as values.

use tera::Value;

use super::Views;
use super::value::{list, maybe, object};
use crate::chronicle::{Link, StatementId};
use crate::entry::date::{Gap, Precision};

/// A chain, oldest first; `current` marks the statement whose page it is on.
pub(super) fn chain(views: &Views<'_>, links: &[Link], current: Option<StatementId>) -> Value {
    list(links.iter().enumerate().map(|(depth, link)| {
        object([
            ("statement", views.brief(link.statement)),
            ("current", (Some(link.statement) == current).into()),
            ("gap", maybe(link.gap, gap)),
            ("by", maybe(link.by, |by| Value::from(by.word()))),
            ("note", maybe(link.note.as_deref(), Value::from)),
            ("depth", depth.into()),
        ])
    }))
}

/// The chains among some statements; the longest ten.
pub(super) fn chains(views: &Views<'_>, ids: &[StatementId]) -> Value {
    list(views.chronicle.chains(ids).iter().take(10).map(|links| chain(views, links, None)))
}

/// A span of time in whole units, the finest of which is `unit`: of nothing in days is the same day, of nothing in years
/// only the same year.
pub(super) fn gap(gap: Gap) -> Value {
    let unit = match gap.unit {
        Precision::Day => "day",
        Precision::Month => "month",
        _ => "year",
    };
    object([
        ("years", gap.years.into()),
        ("months", gap.months.into()),
        ("days", gap.days.into()),
        ("unit", unit.into()),
    ])
}
