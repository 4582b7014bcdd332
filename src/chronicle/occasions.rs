//! The order of statements within an occasion, by their `position`.

use ahash::AHashMap;

use super::names::{NameMatch, NameTable};
use super::{Chronicle, EventId, OrText, StatementId};
use crate::entry::name::normalized;
use crate::entry::{Entry, statement};

/// An occasion: an event record, or a normalized text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Occasion {
    /// One with a record.
    Event(EventId),
    /// One without.
    Words(String),
}

/// Sorts statements of the same day and occasion by position. They only swap places among themselves, so other
/// statements do not move.
pub(super) fn order(statements: &mut [Entry<statement::Statement>], events: &NameTable<EventId>) {
    if statements.iter().all(|entry| entry.fields.position.is_none()) {
        return;
    }
    for day in statements.chunk_by_mut(|one, other| one.fields.date.sort_key() == other.fields.date.sort_key()) {
        let mut occasions: AHashMap<Occasion, Vec<usize>> = AHashMap::new();
        for (place, entry) in day.iter().enumerate() {
            if let (Some(event), Some(_)) = (&entry.fields.event, entry.fields.position) {
                let occasion = match events.find(event.as_str()) {
                    NameMatch::One(id) => Occasion::Event(id),
                    _ => Occasion::Words(normalized(event.as_str())),
                };
                occasions.entry(occasion).or_default().push(place);
            }
        }
        for places in occasions.into_values().filter(|places| places.len() > 1) {
            let mut entries: Vec<_> = places.iter().map(|place| day[*place].clone()).collect();
            entries.sort_by_key(|entry| entry.fields.position);
            places.into_iter().zip(entries).for_each(|(place, entry)| day[place] = entry);
        }
    }
}

impl Chronicle {
    pub(crate) fn occasion(&self, id: StatementId) -> Option<Occasion> {
        Some(match self[id].event.as_ref()? {
            OrText::Record(event) => Occasion::Event(*event),
            OrText::Text(words) => Occasion::Words(normalized(words)),
        })
    }
}
