//! Speakers as pages name them: people, offices that the source names alone, bodies by their name on the date of the
//! statement, states.

use std::borrow::Cow;

use crate::chronicle::{OrganizationId, Record, Speaker, StatementId, Subject};
use crate::entry::date::Date;
use crate::entry::shape::Text;
use crate::pages::PageBuilder;
use crate::views::{self as view, Link, Office, OrganizationThen, SharedValue};

impl<'a> PageBuilder<'a> {
    /// The name of an organization on a date.
    pub(crate) fn name_on(&self, body: OrganizationId, date: &Date) -> &'a str {
        let entry = &self.chronicle.get(body).entry;
        entry.fields.name_on(date).map_or(entry.id.as_str(), |name| name.as_str())
    }

    /// The name of a speaker of a statement.
    pub(crate) fn speaker_name(&self, id: StatementId, speaker: &'a Speaker) -> Cow<'a, str> {
        match speaker {
            Speaker::Person(id, _) => self.chronicle.get(*id).entry.fields.name.as_str().into(),
            Speaker::Office { title, .. } => (&**title).into(),
            Speaker::Organization(body) => self.name_on(*body, self.chronicle[id].date()).into(),
            Speaker::Country(country) => self.messages.country(country.code()).into(),
        }
    }

    /// A link to a speaker of a statement, where there is a page of it.
    pub(crate) fn speaker_link(&self, id: StatementId, speaker: &'a Speaker) -> SharedValue<Link<'static>> {
        match speaker {
            Speaker::Person(id, _) => self.subject_link(Subject::Person(*id)),
            Speaker::Office { title, organization } => {
                let address = organization.map(|id| self.chronicle.subject_address(Subject::Organization(id)));
                self.link(&**title, address.as_ref())
            }
            Speaker::Organization(body) => {
                let then = self.name_on(*body, self.chronicle[id].date());
                match then == self.organization_name(*body) {
                    true => self.subject_link(Subject::Organization(*body)),
                    false => self.link(then, self.chronicle.address(Record::Organization(*body)).as_ref()),
                }
            }
            Speaker::Country(country) => self.subject_link(Subject::Country(*country)),
        }
    }
}

/// A speaker as the page of its statement shows it.
pub(crate) fn value<'a>(builder: &PageBuilder<'a>, id: StatementId, speaker: &'a Speaker) -> view::Speaker<'a> {
    let fields = &builder.chronicle.get(id).entry.fields;
    let in_office = |title: &'a str, body: Option<OrganizationId>| Office {
        title,
        organization: body.map(|body| organization_on(builder, id, body)),
    };
    let (kind, address, office, today) = match speaker {
        Speaker::Person(person, office) => {
            let record = builder.chronicle.get(*person);
            let office = office.map(|position| {
                let title = record.entry.fields.offices[position].title.as_str();
                in_office(title, record.office_organizations[position])
            });
            ("person", builder.chronicle.address(Record::Person(*person)), office, None)
        }
        Speaker::Office { title, organization } => ("office", None, Some(in_office(title, *organization)), None),
        Speaker::Organization(body) => {
            let today = builder.organization_name(*body);
            let other = Some(today).filter(|today| *today != builder.name_on(*body, builder.chronicle[id].date()));
            ("organization", builder.chronicle.address(Record::Organization(*body)), None, other)
        }
        Speaker::Country(country) => {
            let subject = Subject::Country(*country);
            let address = builder.chronicle.has_page(subject).then(|| builder.chronicle.subject_address(subject));
            ("country", address, None, None)
        }
    };
    // How the source prints the name says something only where there is one name.
    let attributed = fields.attributed_as.as_ref().filter(|_| fields.speakers.as_slice().len() == 1);
    view::Speaker {
        kind,
        name: builder.speaker_name(id, speaker),
        today,
        address: address.and_then(|address| builder.href(&address)),
        attributed_as: attributed.map(Text::as_str),
        office,
    }
}

/// An organization by its name on the date of a statement, with today's where that differs.
pub(crate) fn organization_on<'a>(
    builder: &PageBuilder<'a>,
    id: StatementId,
    body: OrganizationId,
) -> OrganizationThen<'a> {
    let then = builder.name_on(body, builder.chronicle[id].date());
    let address = builder.chronicle.address(Record::Organization(body));
    OrganizationThen {
        name: then,
        label: then,
        today: Some(builder.organization_name(body)).filter(|today| *today != then),
        address: address.and_then(|address| builder.href(&address)),
    }
}
