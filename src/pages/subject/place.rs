//! Places: the values of their overview and pages.

use super::row::rows;
use crate::chronicle::{PlaceId, Subject};
use crate::entry::authority;
use crate::pages::{PageBuilder, ViewError};
use crate::views::{Merged, Place, PlaceRow, SubjectRow};

/// All places, by name.
pub(crate) fn overview(builder: &PageBuilder<'_>) -> Vec<Merged<SubjectRow, PlaceRow>> {
    let id = |subject| if let Subject::Place(id) = subject { Some(id) } else { None };
    let sort = |id: PlaceId| builder.subject_name(Subject::Place(id));
    rows(builder, id, sort, |id| PlaceRow {
        country: builder.chronicle[id].entry.fields.country.map(|country| country.code()),
    })
}

/// The values of a place's page.
pub(crate) fn record(builder: &PageBuilder<'_>, id: PlaceId) -> Result<Merged<authority::Place, Place>, ViewError> {
    let entry = &builder.chronicle[id].entry;
    Ok(Merged::new(&entry.fields, &Place { body: builder.description(entry)? }))
}
