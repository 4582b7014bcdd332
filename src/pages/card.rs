//! The list-card of a statement: what any page that lists it shows of it.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::Views;
use crate::address::Address;
use crate::chronicle::{OrText, Party, Record, StatementId, Subject};
use crate::views::{Brief, Card, Link, Made};

/// The card of a statement.
pub(super) fn card<'a>(views: &Views<'a>, id: StatementId) -> Card<'a> {
    let card = without_coins(views, id);
    Card { coins: Some(coins(views, id, card.language)), ..card }
}

/// The same as the page of the statement has it.
pub(super) fn without_coins<'a>(views: &Views<'a>, id: StatementId) -> Card<'a> {
    let statement = views.chronicle.get(id);
    let fields = &statement.entry.fields;
    let language = fields.language.as_ref().unwrap_or(&views.config.language);
    let summary = fields.summary.as_ref().map(|summary| summary.as_str()).or(statement.entry.body.opening.as_deref());
    Card {
        id: statement.entry.id.as_str(),
        address: views.href(views.chronicle.statement_address(id)),
        title: fields.title.as_str(),
        date: (&fields.date).into(),
        year: fields.date.year(),
        date_short: views.words.short_date(&fields.date),
        date_machine: fields.date.machine(),
        speakers: statement.speakers.iter().map(|speaker| views.speaker_link(id, speaker)).collect(),
        kind: fields.kind.word(),
        fidelity: fields.fidelity.word(),
        withdrawn: statement.is_withdrawn(),
        language: language.as_str(),
        dir: language.direction().as_str(),
        summary: summary.filter(|_| !statement.is_withdrawn()),
        topics: statement.topics.iter().map(|topic| views.subject_link(Subject::Topic(*topic))).collect(),
        event: statement.event.as_ref().map(|event| views.event_name(event)),
        place: statement.place.as_ref().map(|place| views.place_name(place)),
        coins: None,
    }
}

/// What names a statement on the page of another: a link with its date and speakers.
pub(super) fn brief<'a>(views: &Views<'a>, id: StatementId) -> Brief<'a> {
    let of = views.chronicle.get(id);
    let date = of.date();
    Brief {
        label: of.entry.fields.title.as_str().into(),
        address: views.href(&of.address),
        date: date.into(),
        date_short: views.words.short_date(date),
        date_machine: date.machine(),
        speakers: of.speakers.iter().map(|speaker| views.speaker_link(id, speaker)).collect(),
        withdrawn: of.is_withdrawn(),
    }
}

impl<'a> Views<'a> {
    /// A label with the address of its page, if it has one.
    pub(super) fn link<'b>(&self, label: impl Into<Cow<'b, str>>, address: Option<&Address>) -> Made<Link<'static>> {
        Link { label: label.into(), address: address.and_then(|address| self.href(address)) }.made()
    }

    /// The name of a subject.
    pub(super) fn subject_name(&self, subject: Subject) -> String {
        match subject.record() {
            Ok(record) => self.chronicle.head(record).name().to_owned(),
            Err(country) => self.words.country(country.code()),
        }
    }

    /// Today's name of an organization.
    pub(super) fn organization_name(&self, id: crate::chronicle::OrganizationId) -> &'a str {
        let entry = &self.chronicle.get(id).entry;
        entry.fields.current_name().map_or(entry.id.as_str(), |name| name.as_str())
    }

    /// A link to a subject's page, where it has one.
    pub(super) fn subject_link(&self, subject: Subject) -> Made<Link<'static>> {
        self.chronicle.note_link(subject);
        self.known_link(subject)
    }

    /// The same, made anew.
    pub(super) fn new_subject_link(&self, subject: Subject) -> Made<Link<'static>> {
        let address = self.chronicle.has_page(subject).then(|| self.chronicle.subject_address(subject));
        self.link(self.subject_name(subject), address.as_ref())
    }

    /// A link to a person, organization or country.
    pub(super) fn party_link(&self, party: Party) -> Made<Link<'static>> {
        self.subject_link(match party {
            Party::Person(id) => Subject::Person(id),
            Party::Organization(id) => Subject::Organization(id),
            Party::Country(country) => Subject::Country(country),
        })
    }

    /// The name of an occasion.
    pub(super) fn event_name<'e>(&self, event: &'e OrText<crate::chronicle::EventId>) -> &'e str
    where
        'a: 'e,
    {
        match event {
            OrText::Record(id) => self.chronicle.get(*id).entry.fields.name.as_str(),
            OrText::Text(text) => text,
        }
    }

    /// The name of a place.
    pub(super) fn place_name<'e>(&self, place: &'e OrText<crate::chronicle::PlaceId>) -> &'e str
    where
        'a: 'e,
    {
        match place {
            OrText::Record(id) => self.chronicle.get(*id).entry.fields.name.as_str(),
            OrText::Text(text) => text,
        }
    }

    /// A link to an occasion.
    pub(super) fn event_link(&self, event: &OrText<crate::chronicle::EventId>) -> Made<Link<'static>> {
        let address = event.record().and_then(|id| self.chronicle.address(Record::Event(id)));
        self.link(self.event_name(event), address.as_ref())
    }

    /// A link to a place.
    pub(super) fn place_link(&self, place: &OrText<crate::chronicle::PlaceId>) -> Made<Link<'static>> {
        let address = place.record().and_then(|id| self.chronicle.address(Record::Place(id)));
        self.link(self.place_name(place), address.as_ref())
    }
}

/// The COinS title of a statement (ANSI/NISO Z39.88-2004, Dublin Core): a reference manager finds each statement of a
/// list.
fn coins(views: &Views<'_>, id: StatementId, language: &str) -> String {
    let statement = &views.chronicle[id];
    let mut out =
        String::from("ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc&rft.type=presentation");
    let mut add = |key: &str, value: &str| {
        out.push_str("&rft.");
        out.push_str(key);
        out.push('=');
        out.extend(utf8_percent_encode(value, RESERVED));
    };
    add("title", statement.entry.fields.title.as_str());
    add("date", &statement.date().to_string());
    add("language", language);
    add("identifier", &views.url(views.chronicle.statement_address(id)));
    for speaker in &statement.speakers {
        add("creator", &views.speaker_name(id, speaker));
    }
    out
}

/// What is encoded in a query: everything but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
