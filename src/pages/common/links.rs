//! Names of records and links to their pages.

use std::borrow::Cow;

use crate::address::Address;
use crate::chronicle::{OrText, Party, Record, Subject};
use crate::pages::PageBuilder;
use crate::views::{Link, SharedValue};

impl<'a> PageBuilder<'a> {
    /// A label with the address of its page, if it has one.
    pub(crate) fn link<'b>(
        &self,
        label: impl Into<Cow<'b, str>>,
        address: Option<&Address>,
    ) -> SharedValue<Link<'static>> {
        Link { label: label.into(), address: address.and_then(|address| self.href(address)) }.to_shared()
    }

    pub(crate) fn subject_name(&self, subject: Subject) -> String {
        match subject.record() {
            Ok(record) => self.chronicle.head(record).name().to_owned(),
            Err(country) => self.messages.country(country.code()),
        }
    }

    /// Today's name of an organization.
    pub(crate) fn organization_name(&self, id: crate::chronicle::OrganizationId) -> &'a str {
        let entry = &self.chronicle.get(id).entry;
        entry.fields.current_name().map_or(entry.id.as_str(), |name| name.as_str())
    }

    /// A link to a subject's page, where it has one.
    pub(crate) fn subject_link(&self, subject: Subject) -> SharedValue<Link<'static>> {
        self.chronicle.note_link(subject);
        self.cached_link(subject)
    }

    /// The same, not from the cache.
    pub(crate) fn new_subject_link(&self, subject: Subject) -> SharedValue<Link<'static>> {
        let address = self.chronicle.has_page(subject).then(|| self.chronicle.subject_address(subject));
        self.link(self.subject_name(subject), address.as_ref())
    }

    /// A link to a person, organization or country.
    pub(crate) fn party_link(&self, party: Party) -> SharedValue<Link<'static>> {
        self.subject_link(match party {
            Party::Person(id) => Subject::Person(id),
            Party::Organization(id) => Subject::Organization(id),
            Party::Country(country) => Subject::Country(country),
        })
    }

    pub(crate) fn event_name<'e>(&self, event: &'e OrText<crate::chronicle::EventId>) -> &'e str
    where
        'a: 'e,
    {
        match event {
            OrText::Record(id) => self.chronicle.get(*id).entry.fields.name.as_str(),
            OrText::Text(text) => text,
        }
    }

    pub(crate) fn place_name<'e>(&self, place: &'e OrText<crate::chronicle::PlaceId>) -> &'e str
    where
        'a: 'e,
    {
        match place {
            OrText::Record(id) => self.chronicle.get(*id).entry.fields.name.as_str(),
            OrText::Text(text) => text,
        }
    }

    pub(crate) fn event_link(&self, event: &OrText<crate::chronicle::EventId>) -> SharedValue<Link<'static>> {
        let address = event.record().and_then(|id| self.chronicle.address(Record::Event(id)));
        self.link(self.event_name(event), address.as_ref())
    }

    pub(crate) fn place_link(&self, place: &OrText<crate::chronicle::PlaceId>) -> SharedValue<Link<'static>> {
        let address = place.record().and_then(|id| self.chronicle.address(Record::Place(id)));
        self.link(self.place_name(place), address.as_ref())
    }
}
