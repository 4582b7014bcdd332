//! The rows of subjects in the overview of their kind.

use serde::Serialize;

use crate::chronicle::{StatementId, Subject};
use crate::pages::PageBuilder;
use crate::views::{Merged, SubjectRow};

/// The subjects of a kind, sorted by the key that `sort` gives, each with the values of its kind; `id` gives the id of those
/// that are of the kind.
pub(crate) fn rows<I: Copy + Ord, T: Serialize>(
    builder: &PageBuilder<'_>,
    id: impl Fn(Subject) -> Option<I>,
    sort: impl Fn(I) -> String,
    own: impl Fn(I) -> T,
) -> Vec<Merged<SubjectRow, T>> {
    let subjects = builder.chronicle.subjects().keys();
    let of_kind = subjects.filter_map(|subject| Some((id(*subject)?, *subject)));
    let mut sorted: Vec<(String, I, Subject)> = of_kind.map(|(id, subject)| (sort(id), id, subject)).collect();
    sorted.sort_by_cached_key(|(name, id, _)| (builder.messages.sort_key(name), *id));
    let rows = sorted.into_iter().map(|(sort, id, subject)| Merged::new(&row(builder, subject, sort), &own(id)));
    rows.collect()
}

fn row(builder: &PageBuilder<'_>, subject: Subject, sort: String) -> SubjectRow {
    let ids = builder.chronicle.under(subject);
    let date = |id: &StatementId| builder.chronicle[*id].date().into();
    SubjectRow {
        label: builder.subject_name(subject),
        sort: sort.to_lowercase(),
        address: builder.href(&builder.chronicle.subject_address(subject)),
        count: ids.len(),
        own: builder.chronicle.made_by(subject).len(),
        first: ids.first().map(date),
        last: ids.last().map(date),
    }
}
