//! Events: the values of their overview and pages.

use super::row::rows;
use crate::chronicle::{EventId, OrText, Party, Subject};
use crate::entry::authority;
use crate::pages::{PageBuilder, ViewError};
use crate::views::{Event, EventRow, Merged, SubjectRow};

/// All events, by date.
pub(crate) fn overview(builder: &PageBuilder<'_>) -> Vec<Merged<SubjectRow, EventRow>> {
    let id = |subject| if let Subject::Event(id) = subject { Some(id) } else { None };
    let date = |id: EventId| builder.chronicle[id].entry.fields.date;
    let sort = |id| date(id).earliest().map_or_else(String::new, |day| day.format("%Y-%m-%d").to_string());
    rows(builder, id, sort, |id| EventRow { date: (&date(id)).into() })
}

/// The values of an event's page.
pub(crate) fn record(builder: &PageBuilder<'_>, id: EventId) -> Result<Merged<authority::Event, Event>, ViewError> {
    let event = &builder.chronicle[id];
    let party = |party: &OrText<Party>| match party {
        OrText::Record(party) => builder.party_link(*party),
        OrText::Text(words) => builder.link(&**words, None),
    };
    let own = Event {
        place: event.place.as_ref().map(|place| builder.place_link(place)),
        host: event.host.as_ref().map(party),
        participants: event.participants.iter().map(party).collect(),
        body: builder.description(&event.entry)?,
    };
    Ok(Merged::new(&event.entry.fields, &own))
}
