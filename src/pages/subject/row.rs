//! What every subject has in the overview of its kind.

use serde::Serialize;

use crate::chronicle::{StatementId, Subject};
use crate::pages::Views;
use crate::views::{Merged, SubjectRow};

/// The subjects of a kind in the order of what `sort` says of them, each with what its kind says of it besides; `id` gives
/// the id of those that are of the kind.
pub(super) fn rows<I: Copy + Ord, T: Serialize>(
    views: &Views<'_>,
    id: impl Fn(Subject) -> Option<I>,
    sort: impl Fn(I) -> String,
    own: impl Fn(I) -> T,
) -> Vec<Merged<SubjectRow, T>> {
    let subjects = views.chronicle.subjects().keys();
    let of_kind = subjects.filter_map(|subject| Some((id(*subject)?, *subject)));
    let mut sorted: Vec<(String, I, Subject)> = of_kind.map(|(id, subject)| (sort(id), id, subject)).collect();
    sorted.sort();
    let rows = sorted.into_iter().map(|(sort, id, subject)| Merged::new(&row(views, subject, sort), &own(id)));
    rows.collect()
}

fn row(views: &Views<'_>, subject: Subject, sort: String) -> SubjectRow {
    let ids = views.chronicle.under(subject);
    let date = |id: &StatementId| views.chronicle[*id].date().into();
    SubjectRow {
        label: views.subject_name(subject),
        sort,
        address: views.href(&views.chronicle.subject_address(subject)),
        count: ids.len(),
        own: views.chronicle.made_by(subject).len(),
        first: ids.first().map(date),
        last: ids.last().map(date),
    }
}
