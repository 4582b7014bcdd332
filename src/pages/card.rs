//! The list-card of a statement: what any page that lists it shows of it.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tera::Value;

use super::Views;
use super::value::{list, maybe, object, text};
use crate::chronicle::{OrText, Party, Record, StatementId, Subject};
use crate::entry::date::Date;

/// The card of a statement.
pub(super) fn card(views: &Views<'_>, id: StatementId) -> Value {
    let statement = &views.chronicle[id];
    let language = statement.entry.fields.language.as_ref().unwrap_or(&views.config.language);
    let own = [
        ("speakers", list(statement.speakers.iter().map(|speaker| views.speaker_link(id, speaker)))),
        ("topics", list(statement.topics.iter().map(|topic| views.subject_link(Subject::Topic(*topic))))),
        ("coins", Value::from(coins(views, id, language.as_str()))),
        ("event", maybe(statement.event.as_ref(), |event| text(views.event_name(event)))),
        ("place", maybe(statement.place.as_ref(), |place| text(views.place_name(place)))),
    ];
    object(own.into_iter().chain(basics(views, id)))
}

/// What both the card of a statement and its page have.
pub(super) fn basics(views: &Views<'_>, id: StatementId) -> [(&'static str, Value); 13] {
    let statement = &views.chronicle[id];
    let fields = &statement.entry.fields;
    let language = fields.language.as_ref().unwrap_or(&views.config.language);
    let summary = fields.summary.as_ref().map(|summary| summary.as_str()).or(statement.entry.body.opening.as_deref());
    let summary = summary.filter(|_| !statement.is_withdrawn());
    [
        ("id", text(statement.entry.id.as_str())),
        ("address", views.href(views.chronicle.statement_address(id))),
        ("title", text(fields.title.as_str())),
        ("date", date(&fields.date)),
        ("year", maybe(fields.date.year(), Value::from)),
        ("kind", text(fields.kind.word())),
        ("fidelity", text(fields.fidelity.word())),
        ("withdrawn", statement.is_withdrawn().into()),
        ("language", text(language.as_str())),
        ("dir", text(language.direction().as_str())),
        ("summary", maybe(summary, Value::from)),
        ("date_short", Value::from(views.words.short_date(&fields.date))),
        ("date_machine", maybe(fields.date.machine(), Value::from)),
    ]
}

/// What names a statement on the page of another: a link with its date and speakers.
pub(super) fn brief(views: &Views<'_>, id: StatementId) -> Value {
    let of = &views.chronicle[id];
    let date = of.date();
    object([
        ("label", text(of.entry.fields.title.as_str())),
        ("address", views.href(&of.address)),
        ("date", self::date(date)),
        ("date_short", Value::from(views.words.short_date(date))),
        ("date_machine", maybe(date.machine(), Value::from)),
        ("speakers", list(of.speakers.iter().map(|speaker| views.speaker_link(id, speaker)))),
        ("withdrawn", of.is_withdrawn().into()),
    ])
}

/// A date as EDTF text, for the filter `date`.
pub(super) fn date(date: &Date) -> Value {
    Value::from(date.to_string())
}

impl<'a> Views<'a> {
    /// A label with the address of its page, if it has one.
    pub(super) fn link(&self, label: &str, address: Option<&crate::address::Address>) -> Value {
        object([("label", text(label)), ("address", maybe(address, |address| self.href(address)))])
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
    pub(super) fn subject_link(&self, subject: Subject) -> Value {
        self.chronicle.note_link(subject);
        self.known_link(subject)
    }

    /// The same, made anew.
    pub(super) fn new_subject_link(&self, subject: Subject) -> Value {
        let address = self.chronicle.has_page(subject).then(|| self.chronicle.subject_address(subject));
        self.link(&self.subject_name(subject), address.as_ref())
    }

    /// A link to a person, organization or country.
    pub(super) fn party_link(&self, party: Party) -> Value {
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
    pub(super) fn event_link(&self, event: &OrText<crate::chronicle::EventId>) -> Value {
        let address = event.record().and_then(|id| self.chronicle.address(Record::Event(id)));
        self.link(self.event_name(event), address.as_ref())
    }

    /// A link to a place.
    pub(super) fn place_link(&self, place: &OrText<crate::chronicle::PlaceId>) -> Value {
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
