//! JSON-LD (schema.org) of the subjects of statements: whom or what a page is about.

use crate::chronicle::{EventId, OrText, OrganizationId, Party, PersonId, PlaceId, Subject, TopicId};
use crate::entry::date::Date;
use crate::entry::{authority, country};
use crate::pages::PageBuilder;
use crate::pages::common::portrait;
use crate::views::json_ld::{
    Country, DefinedTerm, Event, EventSeries, GeoCoordinates, Id, ImageObject, Node, Organization, OrganizationRole,
    OrganizationType, Person, Place,
};

/// What a subject is known by in a graph.
pub(crate) fn id<'a>(builder: &PageBuilder<'a>, subject: Subject) -> Id<'a> {
    Id::page(builder.json_id(builder.chronicle.subject_address(subject)))
}

/// The same, where the subject has a page: of those that no statement names, some have none.
pub(crate) fn page_id<'a>(builder: &PageBuilder<'a>, subject: Subject) -> Option<Id<'a>> {
    builder.chronicle.has_page(subject).then(|| id(builder, subject))
}

/// The type of an organization for search engines.
pub(crate) fn body_type(fields: &authority::Organization) -> OrganizationType {
    if fields.is_of_a_state() { OrganizationType::GovernmentOrganization } else { OrganizationType::Organization }
}

/// All that is on record of a subject, for its own page.
pub(crate) fn thing<'a>(builder: &PageBuilder<'a>, subject: Subject) -> Node<'a> {
    match subject {
        Subject::Topic(topic) => Node::DefinedTerm(self::topic(builder, topic)),
        Subject::Person(person) => Node::Person(self::person(builder, person)),
        Subject::Organization(body) => Node::Organization(organization(builder, body)),
        Subject::Country(country) => {
            Node::Country(Country { identifier: Some(country.code()), ..self::country(builder, country) })
        }
        Subject::Place(place) => Node::Place(self::place(builder, place)),
        Subject::Event(event) => Node::Event(Box::new(self::event(builder, event))),
    }
}

fn topic<'a>(builder: &PageBuilder<'a>, topic: TopicId) -> DefinedTerm<'a> {
    let fields = &builder.chronicle.get(topic).entry.fields;
    DefinedTerm {
        id: id(builder, Subject::Topic(topic)),
        name: fields.label.as_str(),
        alternate_name: fields.alt.as_slice().iter().map(|name| name.as_str()).collect(),
        description: fields.scope.as_ref().map(|scope| scope.as_str()),
        same_as: fields.matches.as_slice(),
    }
}

fn person<'a>(builder: &PageBuilder<'a>, person: PersonId) -> Person<'a> {
    let record = builder.chronicle.get(person);
    let fields = &record.entry.fields;
    let offices = fields.offices.iter().zip(&record.office_organizations).map(|(office, body)| OrganizationRole {
        role_name: office.title.as_str(),
        start_date: start(&office.from),
        end_date: office.to.as_ref().and_then(end),
        member_of: body.map(|body| named_body(builder, body)),
    });
    Person {
        member_of: offices.collect(),
        alternate_name: fields.all_names().skip(1).map(|name| name.as_str()).collect(),
        image: portrait::of(builder, person).map(|of| ImageObject {
            content_url: builder.encoded_url(of.address),
            width: of.size.map(|size| size.width),
            height: of.size.map(|size| size.height),
            description: of.alt,
            credit_text: of.credit,
        }),
        same_as: fields.same_as.as_slice(),
        ..named_person(builder, person)
    }
}

fn organization<'a>(builder: &PageBuilder<'a>, body: OrganizationId) -> Organization<'a> {
    let record = builder.chronicle.get(body);
    let fields = &record.entry.fields;
    let name = builder.organization_name(body);
    Organization {
        alternate_name: fields.all_names().map(|other| other.as_str()).filter(|other| *other != name).collect(),
        parent_organization: record.parent.map(|parent| Box::new(named_body(builder, parent))),
        same_as: fields.same_as.as_slice(),
        ..named_body(builder, body)
    }
}

fn place<'a>(builder: &PageBuilder<'a>, place: PlaceId) -> Place<'a> {
    let fields = &builder.chronicle.get(place).entry.fields;
    let names = fields.names.iter().map(|name| name.name.as_str());
    let geo = |(latitude, longitude)| GeoCoordinates { latitude, longitude };
    Place {
        alternate_name: names.filter(|name| *name != fields.name.as_str()).collect(),
        geo: fields.lat.zip(fields.lon).map(geo),
        contained_in_place: fields.country.map(|country| self::country(builder, country)),
        ..named_place(builder, &OrText::Record(place), fields.name.as_str())
    }
}

fn event<'a>(builder: &PageBuilder<'a>, event: EventId) -> Event<'a> {
    let record = builder.chronicle.get(event);
    let fields = &record.entry.fields;
    let known = |party: &OrText<Party>| match party {
        OrText::Record(party) => Some(self::party(builder, *party)),
        // Nobody knows whether it is a person or a body.
        OrText::Text(_) => None,
    };
    Event {
        id: Some(id(builder, Subject::Event(event))),
        name: fields.name.as_str(),
        start_date: start(&fields.date),
        end_date: Some(&fields.date).filter(|date| date.is_interval()).and_then(end),
        location: record.place.as_ref().map(|place| named_place(builder, place, builder.place_name(place))),
        organizer: record.host.as_ref().and_then(known),
        attendee: record.participants.iter().filter_map(known).collect(),
        super_event: fields.series.as_ref().map(|series| EventSeries { name: series.as_str() }),
    }
}

/// Who hosts or attends an event. What the vocabulary calls a country is a place, which cannot: a state does so by its
/// government.
fn party<'a>(builder: &PageBuilder<'a>, party: Party) -> Node<'a> {
    match party {
        Party::Person(person) => Node::Person(named_person(builder, person)),
        Party::Organization(body) => Node::Organization(named_body(builder, body)),
        Party::Country(country) => Node::Organization(Organization {
            kind: OrganizationType::GovernmentOrganization,
            name: builder.messages.country(country.code()).into(),
            ..Organization::default()
        }),
    }
}

fn named_person<'a>(builder: &PageBuilder<'a>, person: PersonId) -> Person<'a> {
    Person {
        id: page_id(builder, Subject::Person(person)),
        name: builder.chronicle.get(person).entry.fields.name.as_str(),
        alternate_name: Vec::new(),
        member_of: Vec::new(),
        image: None,
        same_as: &[],
    }
}

fn named_body<'a>(builder: &PageBuilder<'a>, body: OrganizationId) -> Organization<'a> {
    let fields = &builder.chronicle.get(body).entry.fields;
    Organization {
        kind: body_type(fields),
        id: page_id(builder, Subject::Organization(body)),
        name: builder.organization_name(body).into(),
        ..Organization::default()
    }
}

fn country<'a>(builder: &PageBuilder<'a>, country: country::Country) -> Country<'a> {
    Country {
        id: page_id(builder, Subject::Country(country)),
        name: builder.messages.country(country.code()).into(),
        identifier: None,
    }
}

fn named_place<'a>(builder: &PageBuilder<'a>, place: &OrText<PlaceId>, name: &'a str) -> Place<'a> {
    Place {
        id: place.record().and_then(|place| page_id(builder, Subject::Place(place))),
        name,
        alternate_name: Vec::new(),
        geo: None,
        contained_in_place: None,
    }
}

/// The first day that a date means, as precisely as it is known, where that is beyond doubt.
fn start(date: &Date) -> Option<String> {
    date.start()?.iso_where_certain()
}

/// The last day that a date means.
fn end(date: &Date) -> Option<String> {
    date.end().or(date.start())?.iso_where_certain()
}
