//! JSON-LD (schema.org): one graph that keeps apart the chronicle's article, the speaker's quotations, the occasion,
//! and the source.

use std::borrow::Cow;

use crate::address::Address;
use crate::chronicle::{OrganizationId, Record, Speaker, StatementId, Subject};
use crate::entry::authority;
use crate::entry::date::Date;
use crate::entry::id::slug;
use crate::entry::shape::TextOr;
use crate::markdown::Html;
use crate::pages::PageBuilder;
use crate::pages::common::lists;
use crate::pages::statement::publisher::Publisher;
use crate::pages::statement::text;
use crate::views::json_ld::{
    Article, Breadcrumb, BreadcrumbList, CorrectionComment, Country, CreativeWork, DefinedTerm, Event, Graph, Id, Node,
    Organization, OrganizationRole, OrganizationType, Person, Place, Quotation, Reference,
};
use crate::views::{Fragment, Url};

/// The graph of a statement page.
pub(crate) fn statement(builder: &PageBuilder<'_>, id: StatementId, html: &Html) -> String {
    let of = builder.chronicle.get(id);
    let url = &builder.json_id(builder.chronicle.statement_address(id));
    let sources = of.entry.fields.sources.as_slice().len();
    let mut nodes = Vec::with_capacity(3 + of.speakers.len() + html.quotations.len() + sources);
    nodes.push(Node::Article(Box::new(article(builder, id, url))));
    nodes.push(Node::BreadcrumbList(breadcrumbs(builder, id)));
    nodes.extend(of.speakers.iter().map(|speaker| self::speaker(builder, id, speaker)));
    let quotations = html.quotations.iter().enumerate();
    nodes.extend(quotations.map(|(position, quotation)| {
        let is_interval = of.date().is_interval();
        Node::Quotation(Quotation {
            id: url.at(Fragment::Quotation(quotation.number)),
            creator: creator(builder, id, position),
            is_part_of: Reference { id: Id::Url(url.clone()) },
            // The format has one date of creation; an interval is given as the time that is covered.
            temporal_coverage: if is_interval { of.date().iso_with_doubt() } else { None },
            date_created: if is_interval { None } else { of.date().iso() },
        })
    }));
    nodes.extend(event(builder, id, url).map(Node::Event));
    nodes.extend((0..sources).map(|position| Node::CreativeWork(work(builder, id, position, url))));
    Graph::new(nodes).script()
}

/// When something was published, where that is one date.
fn published(date: &Date) -> Option<String> {
    if date.is_interval() { None } else { date.iso() }
}

fn article<'a>(builder: &PageBuilder<'a>, id: StatementId, url: &Url<'a>) -> Article<'a> {
    let of = builder.chronicle.get(id);
    let fields = &of.entry.fields;
    let about = of.topics.iter().map(|topic| DefinedTerm {
        id: builder.json_id(builder.chronicle.subject_address(Subject::Topic(*topic))),
        name: builder.chronicle.get(*topic).entry.fields.label.as_str(),
    });
    let sources = 1..=fields.sources.as_slice().len();
    let corrections = fields
        .corrections
        .iter()
        .map(|change| CorrectionComment { date_published: published(&change.date), text: change.note.as_str() });
    Article {
        id: url.clone(),
        url: builder.json_url(builder.chronicle.statement_address(id)),
        headline: fields.title.as_str(),
        description: text::summary(builder, id),
        in_language: fields.language.as_ref().unwrap_or(&builder.config.language),
        temporal_coverage: of.date().iso_with_doubt(),
        position: fields.position.map(|position| position.number()),
        about: about.collect(),
        is_based_on: sources.map(|position| Reference { id: Id::Url(url.at(Fragment::Source(position))) }).collect(),
        correction: corrections.collect(),
        publisher: Organization {
            name: builder.config.title.as_str().into(),
            url: builder.json_url(Address::home()),
            ..Organization::default()
        },
    }
}

/// The occasion of a statement, whose page is at `url`.
fn event<'a>(builder: &PageBuilder<'a>, id: StatementId, url: &Url<'a>) -> Option<Event<'a>> {
    let of = builder.chronicle.get(id);
    let event = of.event.as_ref()?;
    // The day of a statement is not the day on which its occasion began.
    let date = event.record().map(|event| builder.chronicle.get(event).entry.fields.date);
    let end = date.filter(Date::is_interval).and_then(|date| date.end()?.iso());
    Some(Event {
        id: url.at(Fragment::Event),
        name: builder.event_name(event),
        start_date: date.and_then(|date| date.start()?.iso()),
        end_date: end,
        location: of.place.as_ref().map(|place| Place { name: builder.place_name(place) }),
    })
}

/// The speaker of a quotation: the one whom it names, or the only one.
fn creator<'a>(builder: &PageBuilder<'a>, id: StatementId, number: usize) -> Option<Reference<'a>> {
    let of = builder.chronicle.get(id);
    let named = of.attributed.get(number).copied().flatten().and_then(|position| of.speakers.get(position as usize));
    let only = if let [only] = &*of.speakers { Some(only) } else { None };
    named.or(only).map(|speaker| Reference { id: speaker_id(builder, id, speaker) })
}

/// The identifier of a speaker of a statement in its graph.
fn speaker_id<'a>(builder: &PageBuilder<'a>, id: StatementId, speaker: &Speaker) -> Id<'a> {
    let subject = match speaker {
        Speaker::Person(id, _) => Subject::Person(*id),
        // What was said in an office of a body is not what the body itself said.
        Speaker::Office { title, .. } => {
            let slug = slug(title);
            let is_so_called =
                |other: &Speaker| matches!(other, Speaker::Office { title, .. } if self::slug(title) == slug);
            let speakers = &builder.chronicle[id].speakers;
            let before = speakers.iter().take_while(|other| !std::ptr::eq(*other, speaker));
            // Two speakers who are named by the same office are different people.
            return Id::Blank(match before.filter(|other| is_so_called(other)).count() {
                0 => format!("_:{slug}"),
                others => format!("_:{slug}.{}", others + 1),
            });
        }
        Speaker::Organization(body) => Subject::Organization(*body),
        Speaker::Country(country) => Subject::Country(*country),
    };
    Id::Url(builder.json_id(builder.chronicle.subject_address(subject)))
}

fn speaker<'a>(builder: &PageBuilder<'a>, id: StatementId, speaker: &'a Speaker) -> Node<'a> {
    let known_by = speaker_id(builder, id, speaker);
    match speaker {
        Speaker::Person(person, office) => {
            let record = builder.chronicle.get(*person);
            Node::Person(Person {
                id: known_by,
                name: record.entry.fields.name.as_str(),
                member_of: office.map(|position| OrganizationRole {
                    role_name: record.entry.fields.offices[position].title.as_str(),
                    member_of: record.office_organizations[position].map(|body| organization_on(builder, id, body)),
                }),
                same_as: record.entry.fields.same_as.as_slice(),
            })
        }
        Speaker::Office { title, organization } => Node::Organization(Organization {
            id: Some(known_by),
            name: (&**title).into(),
            parent_organization: organization.map(|body| Box::new(organization_on(builder, id, body))),
            ..Organization::default()
        }),
        Speaker::Organization(body) => {
            let fields = &builder.chronicle.get(*body).entry.fields;
            Node::Organization(Organization {
                kind: body_type(fields),
                id: Some(known_by),
                name: builder.speaker_name(id, speaker),
                same_as: fields.same_as.as_slice(),
                ..Organization::default()
            })
        }
        Speaker::Country(_) => Node::Country(Country { id: known_by, name: builder.speaker_name(id, speaker) }),
    }
}

/// The type of an organization for search engines.
fn body_type(fields: &authority::Organization) -> OrganizationType {
    if fields.is_of_a_state() { OrganizationType::GovernmentOrganization } else { OrganizationType::Organization }
}

/// Whoever published a source: the body itself, where there is a record of it; where it has a page, that is its address.
fn publisher<'a>(builder: &PageBuilder<'a>, publisher: Publisher<'a>) -> Organization<'a> {
    let fields = publisher.body.map(|body| &builder.chronicle.get(body).entry.fields);
    let address = publisher.body.and_then(|body| builder.chronicle.address(Record::Organization(body)));
    Organization {
        kind: fields.map_or(OrganizationType::Organization, body_type),
        id: address.map(|address| Id::Url(builder.json_id(address))),
        name: publisher.name.into(),
        same_as: fields.map_or(&[], |fields| fields.same_as.as_slice()),
        ..Organization::default()
    }
}

/// An organization by its name on the date of a statement.
fn organization_on<'a>(builder: &PageBuilder<'a>, id: StatementId, body: OrganizationId) -> Organization<'a> {
    let name = builder.name_on(body, builder.chronicle[id].date());
    Organization { name: name.into(), ..Organization::default() }
}

fn breadcrumbs<'a>(builder: &PageBuilder<'a>, id: StatementId) -> BreadcrumbList<'a> {
    let of = builder.chronicle.get(id);
    let mut steps = Vec::with_capacity(4);
    let mut step = |name: Cow<'a, str>, item| steps.push(Breadcrumb { position: steps.len() + 1, name, item });
    step(builder.config.title.as_str().into(), builder.json_url(Address::home()));
    let year = of.date().listed_year();
    step(builder.messages.year(year).into(), builder.json_url(lists::year_address(year)));
    if let Some(address) = of.topics.first().and_then(|topic| builder.chronicle.address(Record::Topic(*topic))) {
        let label = builder.chronicle.get(of.topics[0]).entry.fields.label.as_str();
        step(label.into(), builder.json_url(address));
    }
    step(of.entry.fields.title.as_str().into(), builder.json_url(builder.chronicle.statement_address(id)));
    BreadcrumbList { item_list_element: steps }
}

/// The source at a position of a statement, whose page is at `url`.
fn work<'a>(builder: &PageBuilder<'a>, id: StatementId, position: usize, url: &Url<'a>) -> CreativeWork<'a> {
    let work = CreativeWork {
        id: url.at(Fragment::Source(position + 1)),
        name: None,
        url: None,
        publisher: None,
        date_published: None,
        in_language: None,
        archived_at: None,
    };
    match &builder.chronicle.get(id).entry.fields.sources.as_slice()[position] {
        TextOr::Text(address) => CreativeWork { url: Some(address.as_str()), ..work },
        TextOr::Map(source) => CreativeWork {
            name: source.title.as_ref().map(|title| title.as_str()),
            url: source.url.as_ref().map(|url| url.as_str()),
            publisher: builder.publisher(id, position).map(|publisher| self::publisher(builder, publisher)),
            date_published: source.date.as_ref().and_then(published),
            in_language: source.language.as_ref(),
            archived_at: source.archived.as_ref(),
            ..work
        },
    }
}
