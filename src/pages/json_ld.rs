//! JSON-LD (schema.org): one graph that keeps apart the chronicle's article, the speaker's quotations, the occasion,
//! and the source.

use super::json::{self, List, Object, Place, Url};
use super::publisher::Publisher;
use super::{Page, Views, listing, statement_text};
use crate::address::Address;
use crate::chronicle::{OrganizationId, Record, Speaker, StatementId, Subject};
use crate::entry::authority;
use crate::entry::date::Date;
use crate::entry::id::slug;
use crate::entry::shape::TextOr;
use crate::markdown::Html;

/// A graph as the text of a script: nothing in it can end the script.
fn script(graph: impl FnOnce(&mut List<'_>)) -> String {
    let text = json::object(|whole| {
        whole.text("@context", "https://schema.org");
        whole.items("@graph", graph);
    });
    if text.contains('<') { text.replace('<', "\\u003c") } else { text }
}

/// The graph of a page that lists statements.
pub(super) fn collection(views: &Views<'_>, page: &Page, title: &str, ids: &[StatementId]) -> String {
    let url = views.json_url(&page.address);
    let items = |items: &mut List<'_>| {
        for (index, id) in ids.iter().rev().take(100).enumerate() {
            items.object(|item| {
                item.text("@type", "ListItem");
                item.number("position", index + 1);
                item.url("url", &views.json_url(views.chronicle.statement_address(*id)));
            });
        }
    };
    script(|graph| {
        graph.object(|collection| {
            collection.text("@type", "CollectionPage");
            collection.url("@id", &url);
            collection.url("url", &url);
            collection.text("name", title);
            collection.text("inLanguage", views.config.language.as_str());
            collection.object("mainEntity", |list| {
                list.text("@type", "ItemList");
                list.number("numberOfItems", ids.len());
                list.items("itemListElement", items);
            });
        });
    })
}

/// The graph of a statement page.
pub(super) fn statement(views: &Views<'_>, id: StatementId, html: &Html) -> String {
    let of = &views.chronicle[id];
    let url = &views.json_url(views.chronicle.statement_address(id));
    script(|graph| {
        graph.object(|node| article(node, views, id, url));
        graph.object(|node| breadcrumbs(node, views, id, url));
        for speaker in &of.speakers {
            graph.object(|node| self::speaker(node, views, id, speaker));
        }
        for (number, quotation) in html.quotations.iter().enumerate() {
            graph.object(|node| {
                node.text("@type", "Quotation");
                node.place("@id", url, Place::Quotation(quotation.number));
                creator(node, views, id, number);
                node.object("isPartOf", |whole| whole.url("@id", url));
                created(node, of.date());
            });
        }
        if let Some(event) = &of.event {
            graph.object(|node| {
                node.text("@type", "Event");
                node.place("@id", url, Place::Event);
                node.text("name", views.event_name(event));
                // The day of a statement is not the day on which its occasion began.
                if let Some(date) = event.record().map(|event| views.chronicle[event].entry.fields.date) {
                    let end = date.end().filter(|_| date.is_interval());
                    node.text("startDate", date.start().and_then(|point| point.iso()).as_deref());
                    node.text("endDate", end.and_then(|point| point.iso()).as_deref());
                }
                if let Some(place) = &of.place {
                    node.object("location", |location| {
                        location.text("@type", "Place");
                        location.text("name", views.place_name(place));
                    });
                }
            });
        }
        for position in 0..of.entry.fields.sources.as_slice().len() {
            graph.object(|node| work(node, views, id, position, url));
        }
    })
}

/// When something was made. The format has one date for that; of two ends it says both as the time that is covered.
fn created(node: &mut Object<'_>, date: &Date) {
    match date.is_interval() {
        true => node.text("temporalCoverage", date.iso_with_doubt().as_deref()),
        false => node.text("dateCreated", date.iso().as_deref()),
    }
}

/// When something was published, where that is one date.
fn published(node: &mut Object<'_>, date: &Date) {
    node.text("datePublished", date.iso().filter(|_| !date.is_interval()).as_deref());
}

fn article(node: &mut Object<'_>, views: &Views<'_>, id: StatementId, url: &Url<'_>) {
    let of = &views.chronicle[id];
    let fields = &of.entry.fields;
    node.text("@type", "Article");
    node.url("@id", url);
    node.url("url", url);
    node.text("headline", fields.title.as_str());
    node.text("description", statement_text::summary(views, id));
    node.text("inLanguage", fields.language.as_ref().unwrap_or(&views.config.language).as_str());
    node.text("temporalCoverage", of.date().iso_with_doubt().as_deref());
    if let Some(position) = fields.position {
        node.number("position", position.number() as usize);
    }
    node.list("about", &of.topics, |about, topic| {
        about.object(|term| {
            term.text("@type", "DefinedTerm");
            term.url("@id", &views.json_url(&views.chronicle.subject_address(Subject::Topic(*topic))));
            term.text("name", views.chronicle[*topic].entry.fields.label.as_str());
        });
    });
    node.list("isBasedOn", 1..=fields.sources.as_slice().len(), |source, position| {
        source.object(|source| source.place("@id", url, Place::Source(position)));
    });
    node.list("correction", &fields.corrections, |correction, change| {
        correction.object(|comment| {
            comment.text("@type", "CorrectionComment");
            published(comment, &change.date);
            comment.text("text", change.note.as_str());
        });
    });
    node.object("publisher", |publisher| {
        publisher.text("@type", "Organization");
        publisher.text("name", views.config.title.as_str());
        publisher.url("url", &views.json_url(&Address::home()));
    });
}

/// Whose words the quotation of a number has: the speaker's whom it names, or the only one's.
fn creator(node: &mut Object<'_>, views: &Views<'_>, id: StatementId, number: usize) {
    let of = &views.chronicle[id];
    let named = of.attributed.get(number).copied().flatten().and_then(|position| of.speakers.get(position as usize));
    let only = if let [only] = &*of.speakers { Some(only) } else { None };
    if let Some(speaker) = named.or(only) {
        node.object("creator", |creator| speaker_id(creator, views, id, speaker));
    }
}

/// What a speaker of a statement is known by in its graph.
fn speaker_id(node: &mut Object<'_>, views: &Views<'_>, id: StatementId, speaker: &Speaker) {
    match speaker {
        Speaker::Person(id, _) => {
            node.url("@id", &views.json_url(&views.chronicle.subject_address(Subject::Person(*id))))
        }
        // What was said in an office of a body is not what the body itself said.
        Speaker::Office { title, .. } => {
            let slug = slug(title);
            let is_so_called =
                |other: &Speaker| matches!(other, Speaker::Office { title, .. } if self::slug(title) == slug);
            let speakers = &views.chronicle[id].speakers;
            let before = speakers.iter().take_while(|other| !std::ptr::eq(*other, speaker));
            // Two who are named by the same office are two.
            match before.filter(|other| is_so_called(other)).count() {
                0 => node.text("@id", &*format!("_:{slug}")),
                others => node.text("@id", &*format!("_:{slug}.{}", others + 1)),
            }
        }
        Speaker::Organization(body) => {
            node.url("@id", &views.json_url(&views.chronicle.subject_address(Subject::Organization(*body))));
        }
        Speaker::Country(country) => {
            node.url("@id", &views.json_url(&views.chronicle.subject_address(Subject::Country(*country))));
        }
    }
}

fn speaker(node: &mut Object<'_>, views: &Views<'_>, id: StatementId, speaker: &Speaker) {
    match speaker {
        Speaker::Person(person, office) => {
            let record = &views.chronicle[*person];
            node.text("@type", "Person");
            speaker_id(node, views, id, speaker);
            node.text("name", record.entry.fields.name.as_str());
            if let Some(position) = *office {
                let title = record.entry.fields.offices[position].title.as_str();
                node.object("memberOf", |role| {
                    role.text("@type", "OrganizationRole");
                    role.text("roleName", title);
                    if let Some(body) = record.office_organizations[position] {
                        role.object("memberOf", |member| organization_on(member, views, id, body));
                    }
                });
            }
            node.list("sameAs", record.entry.fields.same_as.as_slice(), |same, url| same.text(url.as_str()));
        }
        Speaker::Office { title, organization } => {
            node.text("@type", "Organization");
            speaker_id(node, views, id, speaker);
            node.text("name", &**title);
            if let Some(body) = organization {
                node.object("parentOrganization", |parent| organization_on(parent, views, id, *body));
            }
        }
        Speaker::Organization(body) => {
            let fields = &views.chronicle.get(*body).entry.fields;
            node.text("@type", body_type(fields));
            speaker_id(node, views, id, speaker);
            node.text("name", &*views.speaker_name(id, speaker));
            node.list("sameAs", fields.same_as.as_slice(), |same, url| same.text(url.as_str()));
        }
        Speaker::Country(_) => {
            node.text("@type", "Country");
            speaker_id(node, views, id, speaker);
            node.text("name", &*views.speaker_name(id, speaker));
        }
    }
}

/// What kind of thing a body is for search engines.
fn body_type(fields: &authority::Organization) -> &'static str {
    if fields.is_of_a_state() { "GovernmentOrganization" } else { "Organization" }
}

/// Whoever published a source: the body itself, where there is a record of it; where it has a page, that is its address.
fn publisher(node: &mut Object<'_>, views: &Views<'_>, publisher: Publisher<'_>) {
    let fields = publisher.body.map(|body| &views.chronicle.get(body).entry.fields);
    node.text("@type", fields.map_or("Organization", body_type));
    if let Some(address) = publisher.body.and_then(|body| views.chronicle.address(Record::Organization(body))) {
        node.url("@id", &views.json_url(&address));
    }
    node.text("name", publisher.name);
    let same_as = fields.map_or(&[][..], |fields| fields.same_as.as_slice());
    node.list("sameAs", same_as, |same, url| same.text(url.as_str()));
}

/// An organization by its name on the date of a statement.
fn organization_on(node: &mut Object<'_>, views: &Views<'_>, id: StatementId, body: OrganizationId) {
    let record = &views.chronicle[body].entry;
    let name = record.fields.name_on(views.chronicle[id].date()).map_or(record.id.as_str(), |name| name.as_str());
    node.text("@type", "Organization");
    node.text("name", name);
}

fn breadcrumbs(node: &mut Object<'_>, views: &Views<'_>, id: StatementId, url: &Url<'_>) {
    let of = &views.chronicle[id];
    let mut position = 0;
    let mut step = |steps: &mut List<'_>, name: &str, url: &Url<'_>| {
        position += 1;
        steps.object(|item| {
            item.text("@type", "ListItem");
            item.number("position", position);
            item.text("name", name);
            item.url("item", url);
        });
    };
    node.text("@type", "BreadcrumbList");
    node.items("itemListElement", |steps| {
        step(steps, views.config.title.as_str(), &views.json_url(&Address::home()));
        let year = of.date().listed_year();
        step(steps, &views.words.year(year), &views.json_url(&listing::year_address(year)));
        if let Some(address) = of.topics.first().and_then(|topic| views.chronicle.address(Record::Topic(*topic))) {
            step(steps, views.chronicle[of.topics[0]].entry.fields.label.as_str(), &views.json_url(&address));
        }
        step(steps, of.entry.fields.title.as_str(), url);
    });
}

/// The source at a position of a statement, whose page is at `url`.
fn work(node: &mut Object<'_>, views: &Views<'_>, id: StatementId, position: usize, url: &Url<'_>) {
    node.text("@type", "CreativeWork");
    node.place("@id", url, Place::Source(position + 1));
    match &views.chronicle[id].entry.fields.sources.as_slice()[position] {
        TextOr::Text(address) => node.text("url", address.as_str()),
        TextOr::Map(source) => {
            node.text("name", source.title.as_ref().map(|title| title.as_str()));
            node.text("url", source.url.as_ref().map(|url| url.as_str()));
            if let Some(publisher) = views.publisher(id, position) {
                node.object("publisher", |node| self::publisher(node, views, publisher));
            }
            source.date.iter().for_each(|date| published(node, date));
            node.text("inLanguage", source.language.as_ref().map(|tag| tag.as_str()));
            node.text("archivedAt", source.archived.as_ref().map(|url| url.as_str()));
        }
    }
}
