//! JSON-LD (schema.org): one graph that keeps apart the chronicle's article, the speaker's quotations, the occasion,
//! and the source.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::address::Address;
use crate::chronicle::{OrganizationId, Record, Speaker, StatementId, Subject};
use crate::entry::date::Date;
use crate::entry::id::slug;
use crate::entry::shape::TextOr;
use crate::markdown::Html;
use crate::pages::PageBuilder;
use crate::pages::common::description::shortened;
use crate::pages::common::{lists, things};
use crate::pages::statement::publisher::Publisher;
use crate::views::Fragment;
use crate::views::json_ld::{
    Article, Breadcrumb, BreadcrumbList, CorrectionComment, Country, CreativeWork, DefinedTerm, Event, Graph, Id, Node,
    Organization, OrganizationRole, Person, Place, Quotation, Reference,
};

/// The most characters of the words of a quotation, which stand on the page as well.
const QUOTED: usize = 200;

/// What the chronicle is called in the graph; names of offices there have small letters.
const CHRONICLE: &str = "_:Chronicle";

/// The graph of a statement page.
pub(crate) fn statement(builder: &PageBuilder<'_>, id: StatementId, html: &Html) -> String {
    let article = Node::Article(Box::new(article(builder, id, html)));
    Graph::new(vec![article, Node::BreadcrumbList(breadcrumbs(builder, id))]).script()
}

/// When something was made, where that is one date and beyond doubt: the vocabulary has no way to say that it is not.
fn made(date: &Date) -> Option<String> {
    if date.is_interval() { None } else { date.iso_where_certain() }
}

fn article<'a>(builder: &PageBuilder<'a>, id: StatementId, html: &'a Html) -> Article<'a> {
    let of = builder.chronicle.get(id);
    let fields = &of.entry.fields;
    let topics = of.topics.iter().map(|topic| {
        Node::DefinedTerm(DefinedTerm {
            id: things::id(builder, Subject::Topic(*topic)),
            name: builder.chronicle.get(*topic).entry.fields.label.as_str(),
            alternate_name: Vec::new(),
            description: None,
            same_as: &[],
        })
    });
    let event = event(builder, id).map(|event| Node::Event(Box::new(event)));
    let withdrawn = fields.withdrawn.as_deref();
    let corrections = fields.corrections.iter().map(|change| (&change.date, change.note.as_str()));
    let corrections = corrections.chain(withdrawn.map(|notice| (&notice.date, notice.reason.as_str())));
    Article {
        id: builder.json_id(builder.chronicle.statement_address(id)),
        headline: fields.title.as_str(),
        in_language: fields.language.as_ref().unwrap_or(&builder.config.language),
        temporal_coverage: of.date().iso_with_doubt(),
        date_published: of.published.map(|day| day.to_string()),
        date_modified: modified(builder, id),
        creative_work_status: withdrawn.map(|_| "Withdrawn"),
        position: fields.position.map(|position| position.number()),
        about: topics.chain(event).collect(),
        mentions: of.speakers.iter().map(|speaker| self::speaker(builder, id, speaker)).collect(),
        has_part: quotations(builder, id, html),
        is_based_on: (0..fields.sources.as_slice().len()).map(|position| work(builder, id, position)).collect(),
        correction: corrections.map(|(date, text)| CorrectionComment { date_published: made(date), text }).collect(),
        author: Organization {
            id: Some(Id::Blank(CHRONICLE.into())),
            name: builder.config.title.as_str().into(),
            url: builder.json_url(Address::home()),
            ..Organization::default()
        },
        publisher: Reference { id: Id::Blank(CHRONICLE.into()) },
    }
}

/// When what the chronicle says of a statement last changed, not when it was said; `None` where the day of any change is not
/// certain.
fn modified(builder: &PageBuilder<'_>, id: StatementId) -> Option<String> {
    let of = builder.chronicle.get(id);
    let fields = &of.entry.fields;
    let changed = fields.corrections.iter().map(|change| change.date);
    let changed = changed.chain(fields.withdrawn.iter().map(|notice| notice.date));
    let is_day = |date: &Date| date.day().is_some() && !date.is_interval() && made(date).is_some();
    let days: Option<Vec<NaiveDate>> = changed.map(|date| date.earliest().filter(|_| is_day(&date))).collect();
    Some(days?.into_iter().chain(of.published).max()?.to_string())
}

/// The quotations, with their words, or the first of them.
fn quotations<'a>(builder: &PageBuilder<'a>, id: StatementId, html: &'a Html) -> Vec<Quotation<'a>> {
    let date = builder.chronicle.get(id).date();
    let words = |position: usize| -> Option<Cow<'a, str>> {
        let words = html.in_text.get(position)?.1.exact.as_str();
        let is_short = words.len() <= QUOTED && !words.contains(['\n', '\t']);
        Some(if is_short { words.into() } else { shortened(words, QUOTED).into() })
    };
    let quotation = |(position, quotation): (usize, &crate::markdown::Quotation)| Quotation {
        id: Id::Here(Fragment::Quotation(quotation.number)),
        text: words(position).filter(|words| !words.is_empty()),
        creator: creator(builder, id, position),
        // The vocabulary has one certain date of creation; any other is given as the time that is covered, which is a text.
        temporal_coverage: if made(date).is_none() { date.iso_with_doubt() } else { None },
        date_created: made(date),
    };
    html.quotations.iter().enumerate().map(quotation).collect()
}

/// The occasion of a statement.
fn event<'a>(builder: &PageBuilder<'a>, id: StatementId) -> Option<Event<'a>> {
    let of = builder.chronicle.get(id);
    let event = of.event.as_ref()?;
    let record = event.record().map(|event| (event, builder.chronicle.get(event)));
    // The day of a statement is not the day on which its occasion began.
    let date = record.map(|(_, event)| event.entry.fields.date);
    let place = of.place.as_ref().or_else(|| record.and_then(|(_, event)| event.place.as_ref()));
    Some(Event {
        id: record.map(|(event, _)| things::id(builder, Subject::Event(event))),
        name: builder.event_name(event),
        start_date: date.and_then(|date| date.start()?.iso_where_certain()),
        end_date: date.filter(Date::is_interval).and_then(|date| date.end()?.iso_where_certain()),
        location: place.map(|place| Place {
            id: place.record().and_then(|place| things::page_id(builder, Subject::Place(place))),
            name: builder.place_name(place),
            alternate_name: Vec::new(),
            geo: None,
            contained_in_place: None,
        }),
        organizer: None,
        attendee: Vec::new(),
        super_event: None,
    })
}

/// The speaker of a quotation: the one whom it names, or the only one; none where it may be somebody else's.
fn creator<'a>(builder: &PageBuilder<'a>, id: StatementId, number: usize) -> Option<Reference<'a>> {
    let of = builder.chronicle.get(id);
    let named = of.attributed.get(number).copied().flatten().and_then(|position| of.speakers.get(position as usize));
    let is_in_turn = || builder.chronicle.in_turns_of_others(id).iter().any(|other| *other as usize == number);
    if of.may_be_of_others(number) || is_in_turn() {
        return None;
    }
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
            let before = before.filter(|other| is_so_called(other)).count();
            let number = if before == 0 { String::new() } else { format!(".{}", before + 1) };
            return Id::Blank(format!("_:{slug}{number}").into());
        }
        Speaker::Organization(body) => Subject::Organization(*body),
        Speaker::Country(country) => Subject::Country(*country),
    };
    things::id(builder, subject)
}

fn speaker<'a>(builder: &PageBuilder<'a>, id: StatementId, speaker: &'a Speaker) -> Node<'a> {
    let known_by = speaker_id(builder, id, speaker);
    match speaker {
        Speaker::Person(person, office) => {
            let record = builder.chronicle.get(*person);
            Node::Person(Person {
                id: Some(known_by),
                name: record.entry.fields.name.as_str(),
                alternate_name: Vec::new(),
                member_of: office
                    .map(|position| OrganizationRole {
                        role_name: record.entry.fields.offices[position].title.as_str(),
                        start_date: None,
                        end_date: None,
                        member_of: record.office_organizations[position].map(|body| organization_on(builder, id, body)),
                    })
                    .into_iter()
                    .collect(),
                image: None,
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
                kind: things::body_type(fields),
                id: Some(known_by),
                name: builder.speaker_name(id, speaker),
                same_as: fields.same_as.as_slice(),
                ..Organization::default()
            })
        }
        Speaker::Country(_) => {
            Node::Country(Country { id: Some(known_by), name: builder.speaker_name(id, speaker), identifier: None })
        }
    }
}

/// Whoever published a source: the body itself, where there is a record of it; where it has a page, that is its address.
fn publisher<'a>(builder: &PageBuilder<'a>, publisher: Publisher<'a>) -> Organization<'a> {
    let fields = publisher.body.map(|body| &builder.chronicle.get(body).entry.fields);
    let address = publisher.body.and_then(|body| builder.chronicle.address(Record::Organization(body)));
    Organization {
        kind: fields.map(things::body_type).unwrap_or_default(),
        id: address.map(|address| Id::page(builder.json_id(address))),
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

/// The trail that the page shows, and the page itself.
fn breadcrumbs<'a>(builder: &PageBuilder<'a>, id: StatementId) -> BreadcrumbList<'a> {
    let of = builder.chronicle.get(id);
    let mut steps = Vec::with_capacity(4);
    let mut step = |name: Cow<'a, str>, item| steps.push(Breadcrumb { position: steps.len() + 1, name, item });
    step(builder.messages.word("nav_years").into(), builder.json_url(Address::page(["years"])));
    let year = of.date().listed_year();
    step(builder.messages.year(year).into(), builder.json_url(lists::year_address(year)));
    if let Some(address) = of.topics.first().and_then(|topic| builder.chronicle.address(Record::Topic(*topic))) {
        let label = builder.chronicle.get(of.topics[0]).entry.fields.label.as_str();
        step(label.into(), builder.json_url(address.below(&year.to_string())));
    }
    step(of.entry.fields.title.as_str().into(), None);
    BreadcrumbList { item_list_element: steps }
}

/// The source at a position of a statement.
fn work<'a>(builder: &PageBuilder<'a>, id: StatementId, position: usize) -> CreativeWork<'a> {
    match &builder.chronicle.get(id).entry.fields.sources.as_slice()[position] {
        TextOr::Text(address) => CreativeWork { url: Some(address.as_str()), ..CreativeWork::default() },
        TextOr::Map(source) => CreativeWork {
            name: source.title.as_ref().map(|title| title.as_str()),
            url: source.url.as_ref().map(|url| url.as_str()),
            publisher: builder.publisher(id, position).map(|publisher| self::publisher(builder, publisher)),
            date_published: source.date.as_ref().and_then(made),
            in_language: source.language.as_ref(),
            archived_at: source.archived.as_ref(),
        },
    }
}
