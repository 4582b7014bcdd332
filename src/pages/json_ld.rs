//! JSON-LD (schema.org): one graph that keeps apart the chronicle's article, the speaker's quotations, the occasion,
//! and the source.

use super::json::{Json, Place, Url, list, node};
use super::{Page, Views, statement};
use crate::address::Address;
use crate::chronicle::{Record, Speaker, StatementId, Subject};
use crate::entry::shape::TextOr;
use crate::entry::statement::Source;
use crate::markdown::Html;

/// The graph as the text of a script: nothing in it can end the script.
fn script(graph: Vec<Json<'_>>) -> String {
    let whole = Json::Map(vec![("@context", "https://schema.org".into()), ("@graph", Json::List(graph))]);
    let text = whole.to_text();
    if text.contains('<') { text.replace('<', "\\u003c") } else { text }
}

/// A reference to a node of the graph.
fn reference<'a>(id: impl Into<Json<'a>>) -> Json<'a> {
    node([("@id", id.into())])
}

/// The graph of a page that lists statements.
pub(super) fn collection(views: &Views<'_>, page: &Page, title: &str, ids: &[StatementId]) -> String {
    let url = views.json_url(page.address.clone());
    let items = ids.iter().rev().take(100).enumerate().map(|(index, id)| {
        node([
            ("@type", "ListItem".into()),
            ("position", Json::Number(index + 1)),
            ("url", views.json_url(views.chronicle.statement_address(*id)).into()),
        ])
    });
    script(vec![node([
        ("@type", "CollectionPage".into()),
        ("@id", url.clone().into()),
        ("url", url.into()),
        ("name", title.into()),
        ("inLanguage", views.config.language.as_str().into()),
        (
            "mainEntity",
            node([
                ("@type", "ItemList".into()),
                ("numberOfItems", Json::Number(ids.len())),
                ("itemListElement", Json::List(items.collect())),
            ]),
        ),
    ])])
}

/// The graph of a statement page.
pub(super) fn statement(views: &Views<'_>, id: StatementId, html: &Html) -> String {
    let of = &views.chronicle[id];
    let url = views.json_url(views.chronicle.statement_address(id));
    let date = of.date().machine().or_else(|| of.date().earliest().map(|day| day.to_string()));
    let mut graph = vec![article(views, id, &url, date.as_deref()), breadcrumbs(views, id, &url)];
    graph.extend(people(views, id));
    for quotation in &html.quotations {
        let creator = match (&quotation.speaker, &*of.speakers) {
            (None, [only]) => reference(speaker_id(views, only)),
            (Some(name), speakers) => speakers.iter().find(|speaker| views.speaker_name(speaker) == name).map_or_else(
                || node([("@type", "Person".into()), ("name", name.as_str().into())]),
                |speaker| reference(speaker_id(views, speaker)),
            ),
            (None, _) => Json::Null,
        };
        graph.push(node([
            ("@type", "Quotation".into()),
            ("@id", url.at(Place::Quotation(quotation.number)).into()),
            ("creator", creator),
            ("isPartOf", reference(url.clone())),
            ("dateCreated", date.as_deref().into()),
        ]));
    }
    if let Some(event) = &of.event {
        let place =
            of.place.as_ref().map(|place| node([("@type", "Place".into()), ("name", views.place_name(place).into())]));
        graph.push(node([
            ("@type", "Event".into()),
            ("@id", url.at(Place::Event).into()),
            ("name", views.event_name(event).into()),
            ("startDate", date.as_deref().into()),
            ("location", place.into()),
        ]));
    }
    graph
        .extend(of.entry.fields.sources.as_slice().iter().enumerate().map(|(index, source)| work(source, &url, index)));
    script(graph)
}

fn article<'a>(views: &'a Views<'_>, id: StatementId, url: &Url<'a>, date: Option<&'a str>) -> Json<'a> {
    let of = &views.chronicle[id];
    let fields = &of.entry.fields;
    let topics = of.topics.iter().map(|topic| {
        let address = views.chronicle.subject_address(Subject::Topic(*topic));
        node([
            ("@type", "DefinedTerm".into()),
            ("@id", views.json_url(address).into()),
            ("name", views.chronicle[*topic].entry.fields.label.as_str().into()),
        ])
    });
    let corrections = fields.corrections.iter().map(|change| {
        node([
            ("@type", "CorrectionComment".into()),
            ("datePublished", change.date.to_string().into()),
            ("text", change.note.as_str().into()),
        ])
    });
    let corrections: Vec<Json> = corrections.collect();
    let sources = (0..fields.sources.as_slice().len()).map(|index| reference(url.at(Place::Source(index + 1))));
    node([
        ("@type", "Article".into()),
        ("@id", url.clone().into()),
        ("url", url.clone().into()),
        ("headline", fields.title.as_str().into()),
        ("description", statement::summary(views, id).into()),
        ("inLanguage", fields.language.as_ref().unwrap_or(&views.config.language).as_str().into()),
        ("temporalCoverage", date.into()),
        ("about", list(topics)),
        ("isBasedOn", list(sources)),
        ("correction", list(corrections)),
        (
            "publisher",
            node([
                ("@type", "Organization".into()),
                ("name", views.config.title.as_str().into()),
                ("url", views.json_url(Address::home()).into()),
            ]),
        ),
    ])
}

fn speaker_id<'a>(views: &Views<'a>, speaker: &Speaker) -> Json<'a> {
    let page = |subject| views.json_url(views.chronicle.subject_address(subject)).into();
    match speaker {
        Speaker::Person(id, _) => page(Subject::Person(*id)),
        Speaker::Office { organization: Some(body), .. } => page(Subject::Organization(*body)),
        Speaker::Office { title, .. } => format!("_:{}", crate::entry::id::slug(title)).into(),
    }
}

fn people<'a>(views: &'a Views<'_>, id: StatementId) -> Vec<Json<'a>> {
    let of = &views.chronicle[id];
    let role = |title: &'a str, body: Option<crate::chronicle::OrganizationId>| {
        let organization = body.map(|body| {
            let record = &views.chronicle[body].entry;
            let name = record.fields.name_on(of.date()).map_or(record.id.as_str(), |name| name.as_str());
            node([("@type", "Organization".into()), ("name", name.into())])
        });
        node([("@type", "OrganizationRole".into()), ("roleName", title.into()), ("memberOf", organization.into())])
    };
    let person = |speaker: &'a Speaker| match speaker {
        Speaker::Person(person, office) => {
            let record = &views.chronicle[*person];
            let same: Vec<Json> =
                record.entry.fields.same_as.as_slice().iter().map(|url| url.as_str().into()).collect();
            let role = office.map(|position| {
                role(record.entry.fields.offices[position].title.as_str(), record.office_organizations[position])
            });
            node([
                ("@type", "Person".into()),
                ("@id", speaker_id(views, speaker)),
                ("name", record.entry.fields.name.as_str().into()),
                ("memberOf", role.into()),
                ("sameAs", list(same)),
            ])
        }
        Speaker::Office { title, organization } => {
            let name = organization.map_or(&**title, |body| views.organization_name(body));
            node([("@type", "Organization".into()), ("@id", speaker_id(views, speaker)), ("name", name.into())])
        }
    };
    of.speakers.iter().map(person).collect()
}

fn breadcrumbs<'a>(views: &'a Views<'_>, id: StatementId, url: &Url<'a>) -> Json<'a> {
    let of = &views.chronicle[id];
    let mut steps: Vec<(Json<'_>, Url<'_>)> =
        vec![(views.config.title.as_str().into(), views.json_url(Address::home()))];
    if let Some(year) = of.date().year() {
        steps.push((year.to_string().into(), views.json_url(super::listing::year_address(year))));
    }
    if let Some(address) = of.topics.first().and_then(|topic| views.chronicle.address(Record::Topic(*topic))) {
        let label = views.chronicle[of.topics[0]].entry.fields.label.as_str();
        steps.push((label.into(), views.json_url(address)));
    }
    steps.push((of.entry.fields.title.as_str().into(), url.clone()));
    let items = steps.into_iter().enumerate().map(|(index, (name, url))| {
        node([
            ("@type", "ListItem".into()),
            ("position", Json::Number(index + 1)),
            ("name", name),
            ("item", url.into()),
        ])
    });
    node([("@type", "BreadcrumbList".into()), ("itemListElement", Json::List(items.collect()))])
}

fn work<'a>(source: &'a TextOr<Source>, url: &Url<'a>, index: usize) -> Json<'a> {
    let id: Json<'_> = url.at(Place::Source(index + 1)).into();
    match source {
        TextOr::Text(address) => {
            node([("@type", "CreativeWork".into()), ("@id", id), ("url", address.as_str().into())])
        }
        TextOr::Map(source) => {
            let publisher = source
                .publisher
                .as_ref()
                .map(|name| node([("@type", "Organization".into()), ("name", name.as_str().into())]));
            node([
                ("@type", "CreativeWork".into()),
                ("@id", id),
                ("name", source.title.as_ref().map(|title| title.as_str()).into()),
                ("url", source.url.as_ref().map(|url| url.as_str()).into()),
                ("publisher", publisher.into()),
                ("datePublished", source.date.map(|date| date.to_string()).into()),
                ("inLanguage", source.language.as_ref().map(|tag| tag.as_str()).into()),
                ("archivedAt", source.archived.as_ref().map(|url| url.as_str()).into()),
            ])
        }
    }
}
