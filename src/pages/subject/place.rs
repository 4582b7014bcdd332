//! Places: what the overview and their pages say of them.

use super::row::rows;
use crate::chronicle::{PlaceId, Subject};
use crate::entry::authority;
use crate::pages::{ViewError, Views, sources};
use crate::views::{Merged, Place, PlaceRow, SubjectRow};

/// All places, by name.
pub(super) fn overview(views: &Views<'_>) -> Vec<Merged<SubjectRow, PlaceRow>> {
    let id = |subject| if let Subject::Place(id) = subject { Some(id) } else { None };
    let sort = |id: PlaceId| sources::collated(&views.subject_name(Subject::Place(id)));
    rows(views, id, sort, |id| PlaceRow {
        country: views.chronicle[id].entry.fields.country.map(|country| country.code()),
    })
}

/// What the page says of the place.
pub(super) fn record(views: &Views<'_>, id: PlaceId) -> Result<Merged<authority::Place, Place>, ViewError> {
    let entry = &views.chronicle[id].entry;
    Ok(Merged::new(&entry.fields, &Place { body: views.description(entry)? }))
}
