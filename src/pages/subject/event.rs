//! Events: what the overview and their pages say of them.

use super::row::rows;
use crate::chronicle::{EventId, OrText, Party, Subject};
use crate::entry::authority;
use crate::pages::{ViewError, Views};
use crate::views::{Event, EventRow, Merged, SubjectRow};

/// All events, by date.
pub(super) fn overview(views: &Views<'_>) -> Vec<Merged<SubjectRow, EventRow>> {
    let id = |subject| if let Subject::Event(id) = subject { Some(id) } else { None };
    let date = |id: EventId| views.chronicle[id].entry.fields.date;
    let sort = |id| date(id).earliest().map_or_else(String::new, |day| day.format("%Y-%m-%d").to_string());
    rows(views, id, sort, |id| EventRow { date: (&date(id)).into() })
}

/// What the page says of the event.
pub(super) fn record(views: &Views<'_>, id: EventId) -> Result<Merged<authority::Event, Event>, ViewError> {
    let event = &views.chronicle[id];
    let party = |party: &OrText<Party>| match party {
        OrText::Record(party) => views.party_link(*party),
        OrText::Text(words) => views.link(&**words, None),
    };
    let own = Event {
        place: event.place.as_ref().map(|place| views.place_link(place)),
        host: event.host.as_ref().map(party),
        participants: event.participants.iter().map(party).collect(),
        body: views.description(&event.entry)?,
    };
    Ok(Merged::new(&event.entry.fields, &own))
}
