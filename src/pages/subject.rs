//! Subjects that statements are listed under: topics, people, organizations, countries, places, events; their
//! overviews, their pages, and their pages by year.

use std::hash::Hash;

use tera::Value;
use xxhash_rust::xxh3::Xxh3;

use super::card::date;
use super::head::{Crumb, Head, field};
use super::output::{About, Content, Nav, Output, Planning};
use super::value::{Context, list as list_of, maybe, object, text};
use super::{Page, Site, ViewError, Views, chain, chart, feed, json_ld, listing, sources, topics};
use crate::address::Address;
use crate::chronicle::{Chronicle, OrText, Party, StatementId, Subject, SubjectKind, TopicId};
use crate::config::Config;
use crate::entry::authority::PeriodName;
use crate::entry::date::ListedYear;
use crate::entry::shape::TextOr;
use crate::input::InputId;
use crate::plan::Turn;

/// The kinds of subject, by whose names their pages are turned off.
const SWITCHES: [&str; 6] = ["topics", "people", "organizations", "countries", "places", "events"];

/// All subjects of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectList(SubjectKind);

impl Output for SubjectList {
    const TEMPLATES: &'static [&'static str] =
        &["topics.html", "people.html", "organizations.html", "countries.html", "places.html", "events.html"];
    const SWITCHES: &'static [&'static str] = &SWITCHES;

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let subjects = || site.chronicle.subjects().keys();
        for kind in SubjectKind::ALL {
            // The parts every chronicle has are there from the start; the others with their first record.
            let is_always_there = matches!(kind, SubjectKind::Topics | SubjectKind::People);
            if is_always_there || subjects().any(|subject| SubjectKind::of(*subject) == kind) {
                pages.push(Page::new(Address::page([kind.key()]), SubjectList(kind)));
            }
        }
    }

    fn switch(&self) -> Option<&'static str> {
        Some(self.0.key())
    }

    fn about(&self) -> About {
        let weight = match self.0 {
            SubjectKind::Topics => 20,
            SubjectKind::People => 40,
            SubjectKind::Organizations => 50,
            SubjectKind::Countries => 60,
            SubjectKind::Places => 70,
            SubjectKind::Events => 80,
        };
        About::page(Turn::List(None), Nav::Overview { part: self.0.key(), weight })
    }

    fn hash(&self, _: &Site<'_>, hash: &mut Xxh3) {
        self.0.key().hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, views: &Views<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(match self.0 {
            SubjectKind::Topics => Content::Template("topics.html", topics::view(views, page)),
            kind => Content::Template(list_template(kind), list(views, page, kind)),
        })
    }
}

/// A subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectPage(Subject);

impl Output for SubjectPage {
    const TEMPLATES: &'static [&'static str] =
        &["topic.html", "person.html", "organization.html", "country.html", "place.html", "event.html"];
    const SWITCHES: &'static [&'static str] = &SWITCHES;

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let address = |subject: Subject| site.chronicle.subject_address(subject);
        pages.extend(planned(site.chronicle).map(|subject| Page::new(address(subject), SubjectPage(subject))));
    }

    fn switch(&self) -> Option<&'static str> {
        Some(SubjectKind::of(self.0).key())
    }

    fn about(&self) -> About {
        About::page(Turn::List(None), Nav::Below(SubjectKind::of(self.0).key()))
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        site.name_of(self.0).hash(hash);
    }

    fn input(&self, chronicle: &Chronicle) -> Option<InputId> {
        self.0.record().ok().map(|record| chronicle.head(record).input)
    }

    fn view(&self, views: &Views<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template(template(self.0), view(views, page, self.0)?))
    }
}

/// A subject in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectYear(Subject, ListedYear);

impl Output for SubjectYear {
    const TEMPLATES: &'static [&'static str] = &["subject-year.html"];
    const SWITCHES: &'static [&'static str] = &SWITCHES;

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        for subject in planned(site.chronicle) {
            if has_years(site.config, subject, site.chronicle.under(subject).len()) {
                let address = site.chronicle.subject_address(subject);
                let years = site.chronicle.years_under(subject).keys();
                let page = |year: &ListedYear| Page::new(address.below(&year.to_string()), SubjectYear(subject, *year));
                pages.extend(years.map(page));
            }
        }
    }

    fn switch(&self) -> Option<&'static str> {
        Some(SubjectKind::of(self.0).key())
    }

    fn about(&self) -> About {
        About::page(Turn::List(Some(self.1)), Nav::Below(SubjectKind::of(self.0).key()))
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        (site.name_of(self.0), self.1).hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, views: &Views<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("subject-year.html", year(views, page, self.0, self.1)))
    }
}

/// The subjects that have a page.
fn planned(chronicle: &Chronicle) -> impl Iterator<Item = Subject> {
    let topics = chronicle.topics().filter(|id| chronicle.has_page(*id)).map(Subject::Topic);
    topics.chain(chronicle.subjects().keys().copied().filter(|subject| !matches!(subject, Subject::Topic(_))))
}

/// So many broader topics are shown on the way to one.
const MOST_CRUMBS: usize = 8;

/// Topics have a page for each year; other subjects where they have too many statements for one page.
fn has_years(config: &Config, subject: Subject, statements: usize) -> bool {
    matches!(subject, Subject::Topic(_)) || statements > config.lists.limit
}

fn list_template(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::Topics => "topics.html",
        SubjectKind::People => "people.html",
        SubjectKind::Organizations => "organizations.html",
        SubjectKind::Countries => "countries.html",
        SubjectKind::Places => "places.html",
        SubjectKind::Events => "events.html",
    }
}

fn template(subject: Subject) -> &'static str {
    match subject {
        Subject::Topic(_) => "topic.html",
        Subject::Person(_) => "person.html",
        Subject::Organization(_) => "organization.html",
        Subject::Country(_) => "country.html",
        Subject::Place(_) => "place.html",
        Subject::Event(_) => "event.html",
    }
}

/// The overview of a kind.
fn list(views: &Views<'_>, page: &Page, kind: SubjectKind) -> Context {
    let chronicle = &views.chronicle;
    let subjects = chronicle.subjects().keys().copied().filter(|subject| SubjectKind::of(*subject) == kind);
    let mut named: Vec<(String, Subject)> = subjects.map(|subject| (sort_name(views, subject), subject)).collect();
    named.sort();
    let rows = named.into_iter().map(|(sort, subject)| overview_row(views, subject, &sort));
    let mut context =
        views.page(page, Head { kind: kind.key(), title: views.words.title(kind.key()), ..Head::default() });
    context.insert_value(kind.key(), list_of(rows));
    context
}

/// The name that puts a subject in order: people by family name, events by date, all others by their names.
fn sort_name(views: &Views<'_>, subject: Subject) -> String {
    match subject {
        Subject::Person(id) => {
            let fields = &views.chronicle[id].entry.fields;
            let family = fields.family.as_ref().unwrap_or(&fields.name);
            sources::collated(&format!("{family} {}", fields.name))
        }
        Subject::Event(id) => {
            let key = views.chronicle[id].entry.fields.date;
            key.earliest().map_or_else(String::new, |day| day.format("%Y-%m-%d").to_string())
        }
        other => sources::collated(&views.subject_name(other)),
    }
}

fn overview_row(views: &Views<'_>, subject: Subject, sort: &str) -> Value {
    let chronicle = &views.chronicle;
    let ids = chronicle.under(subject);
    let end = |id: Option<&StatementId>| maybe(id, |id| date(chronicle[*id].date()));
    let country = |country: Option<crate::entry::country::Country>| maybe(country, |country| text(country.code()));
    let own = match subject {
        Subject::Person(id) => {
            let offices = &chronicle[id].entry.fields.offices;
            ("office", maybe(offices.first(), |office| text(office.title.as_str())))
        }
        Subject::Organization(id) => {
            let fields = &chronicle[id].entry.fields;
            let former = fields.names.iter().skip(1).map(|name| text(name.name.as_str()));
            ("former", list_of(former))
        }
        Subject::Country(code) => ("code", text(code.code())),
        Subject::Place(id) => ("country", country(chronicle[id].entry.fields.country)),
        Subject::Event(id) => ("date", date(&chronicle[id].entry.fields.date)),
        Subject::Topic(_) => ("code", Value::none()),
    };
    object([
        ("label", text(views.subject_name(subject))),
        ("sort", text(sort)),
        ("address", views.href(&chronicle.subject_address(subject))),
        ("count", ids.len().into()),
        ("own", chronicle.made_by(subject).len().into()),
        ("first", end(ids.first())),
        ("last", end(ids.last())),
        own,
    ])
}

/// The page of a subject.
fn view(views: &Views<'_>, page: &Page, subject: Subject) -> Result<Context, ViewError> {
    let chronicle = &views.chronicle;
    let ids = chronicle.under(subject);
    let address = chronicle.subject_address(subject);
    let name = views.subject_name(subject);
    let head = Head {
        kind: SubjectKind::of(subject).word(),
        title: name.clone(),
        description: scope(views, subject),
        crumbs: crumbs(views, subject),
        feed: (feed::has_feed(subject) && !ids.is_empty())
            .then(|| (name.clone(), feed::address(chronicle.ids(), Some(subject)))),
        json_ld: Some(json_ld::collection(views, page, &name, ids)),
        ..Head::default()
    };
    let mut context = views.page(page, head);
    context.insert_value(SubjectKind::of(subject).word(), record(views, subject)?);
    // Of a long list only the newest are shown; the others stand on the pages by year.
    let below = has_years(views.config, subject, ids.len()).then_some(&address);
    let limit = if below.is_some() { views.config.lists.limit } else { usize::MAX };
    let listed = &ids[ids.len().saturating_sub(limit)..];
    let years = chronicle.years_under(subject);
    context.insert_value("bars", chart::bars(views, years, below));
    context.insert_value("groups", listing::groups(views, years, below, limit));
    context.insert_value("parts", listing::parts(views, subject, years, below, limit));
    if matches!(subject, Subject::Event(_)) {
        context.insert_value("rows", listing::of_event(views, listed));
    }
    context.insert_value("total", ids.len().into());
    context.insert_value("listed", listed.len().into());
    context.insert_value("years", listing::years(views, years, below));
    context.insert_value("chains", chain::of_statements(views, ids));
    let own = |other: Subject| chronicle.subject_address(other);
    let topics = |other: Subject| matches!(other, Subject::Topic(_)) && other != subject;
    let people = |other: Subject| matches!(other, Subject::Person(_)) && other != subject;
    context.insert_value("topics", listing::counted(views, ids, 40, topics, own));
    context.insert_value("people", listing::counted(views, ids, 40, people, own));
    context.insert_value("speaking", listing::speaking(views, ids, 40, |other| other != subject));
    Ok(context)
}

fn scope(views: &Views<'_>, subject: Subject) -> Option<String> {
    match subject {
        Subject::Topic(id) => views.chronicle[id].entry.fields.scope.as_ref().map(ToString::to_string),
        _ => None,
    }
}

fn crumbs<'a>(views: &Views<'a>, subject: Subject) -> Vec<Crumb<'a>> {
    let mut crumbs = vec![Views::crumb(SubjectKind::of(subject).key())];
    if let Subject::Topic(id) = subject {
        // The way up by the first broader topic; there is no cycle. Of a long one the end is shown.
        let mut above: Vec<TopicId> = std::iter::successors(views.chronicle.get(id).broader.first().copied(), |id| {
            views.chronicle.get(*id).broader.first().copied()
        })
        .take(MOST_CRUMBS)
        .collect();
        above.reverse();
        crumbs.extend(above.into_iter().map(|id| {
            Crumb::Label(
                views.chronicle.get(id).entry.fields.label.as_str(),
                views.chronicle.subject_address(Subject::Topic(id)),
            )
        }));
    }
    crumbs
}

/// What the record itself says.
fn record(views: &Views<'_>, subject: Subject) -> Result<Value, ViewError> {
    match subject {
        Subject::Topic(id) => topic(views, id),
        Subject::Person(id) => person(views, id),
        Subject::Organization(id) => organization(views, id),
        Subject::Country(country) => {
            Ok(object([("code", text(country.code())), ("name", views.subject_name(subject).into())]))
        }
        Subject::Place(id) => place(views, id),
        Subject::Event(id) => event(views, id),
    }
}

fn topic(views: &Views<'_>, id: TopicId) -> Result<Value, ViewError> {
    let topic = &views.chronicle[id];
    let fields = &topic.entry.fields;
    let link = |id: &TopicId| views.subject_link(Subject::Topic(*id));
    let narrower = topic.narrower.iter().map(|below| {
        super::value::with(&link(below), [("count", views.chronicle.under(Subject::Topic(*below)).len().into())])
    });
    Ok(object([
        ("label", text(fields.label.as_str())),
        ("alt", list_of(fields.alt.as_slice().iter().map(|name| text(name.as_str())))),
        ("scope", field(fields.scope.as_ref())),
        ("usage", field(fields.usage.as_ref())),
        ("match", list_of(fields.matches.as_slice().iter().map(|url| text(url.as_str())))),
        ("body", views.description(&topic.entry)?),
        ("broader", list_of(topic.broader.iter().map(link))),
        ("narrower", list_of(narrower)),
        ("related", list_of(topic.related.iter().map(link))),
    ]))
}

fn person(views: &Views<'_>, id: crate::chronicle::PersonId) -> Result<Value, ViewError> {
    let person = &views.chronicle[id];
    let fields = &person.entry.fields;
    let names = fields.names.as_slice().iter().map(|variant| match variant {
        TextOr::Text(name) => object([
            ("name", text(name.as_str())),
            ("language", Value::none()),
            ("dir", Value::none()),
            ("seen", Value::none()),
        ]),
        TextOr::Map(variant) => object([
            ("name", text(variant.name.as_str())),
            ("language", maybe(variant.language.as_ref(), |tag| text(tag.as_str()))),
            ("dir", maybe(variant.language.as_ref(), |tag| text(tag.direction().as_str()))),
            ("seen", field(variant.seen.as_ref())),
        ]),
    });
    let offices = fields.offices.iter().zip(&person.office_organizations).map(|(office, organization)| {
        object([
            ("title", text(office.title.as_str())),
            ("organization", maybe(*organization, |body| views.subject_link(Subject::Organization(body)))),
            ("from", date(&office.from)),
            ("to", maybe(office.to.as_ref(), date)),
            ("primary", office.primary.into()),
        ])
    });
    Ok(object([
        ("name", text(fields.name.as_str())),
        ("names", list_of(names)),
        ("offices", list_of(offices)),
        ("same_as", list_of(fields.same_as.as_slice().iter().map(|url| text(url.as_str())))),
        ("body", views.description(&person.entry)?),
    ]))
}

fn period_names(names: &[PeriodName]) -> Value {
    list_of(names.iter().map(|name| {
        object([
            ("name", text(name.name.as_str())),
            ("short", field(name.short.as_ref())),
            ("from", maybe(name.from.as_ref(), date)),
            ("to", maybe(name.to.as_ref(), date)),
        ])
    }))
}

fn organization(views: &Views<'_>, id: crate::chronicle::OrganizationId) -> Result<Value, ViewError> {
    let chronicle = &views.chronicle;
    let record = &chronicle[id];
    let fields = &record.entry.fields;
    let officers = chronicle.officers(id).iter().map(|(person, office)| {
        let office = &chronicle[*person].entry.fields.offices[*office];
        object([
            ("person", views.subject_link(Subject::Person(*person))),
            ("title", text(office.title.as_str())),
            ("from", date(&office.from)),
            ("to", maybe(office.to.as_ref(), date)),
        ])
    });
    Ok(object([
        ("name", text(views.organization_name(id))),
        ("names", period_names(&fields.names)),
        ("variants", list_of(fields.variants.as_slice().iter().map(|name| text(name.as_str())))),
        ("kind", field(fields.kind.as_ref())),
        ("parent", maybe(record.parent, |parent| views.subject_link(Subject::Organization(parent)))),
        ("country", maybe(fields.country, |country| text(country.code()))),
        ("same_as", list_of(fields.same_as.as_slice().iter().map(|url| text(url.as_str())))),
        ("body", views.description(&record.entry)?),
        ("officers", list_of(officers)),
    ]))
}

fn place(views: &Views<'_>, id: crate::chronicle::PlaceId) -> Result<Value, ViewError> {
    let entry = &views.chronicle[id].entry;
    Ok(object([
        ("name", text(entry.fields.name.as_str())),
        ("names", period_names(&entry.fields.names)),
        ("country", maybe(entry.fields.country, |country| text(country.code()))),
        ("lat", maybe(entry.fields.lat, Value::from)),
        ("lon", maybe(entry.fields.lon, Value::from)),
        ("body", views.description(entry)?),
    ]))
}

fn event(views: &Views<'_>, id: crate::chronicle::EventId) -> Result<Value, ViewError> {
    let event = &views.chronicle[id];
    let party = |party: &OrText<Party>| match party {
        OrText::Record(party) => views.party_link(*party),
        OrText::Text(words) => views.link(words, None),
    };
    Ok(object([
        ("name", text(event.entry.fields.name.as_str())),
        ("date", date(&event.entry.fields.date)),
        ("place", maybe(event.place.as_ref(), |place| views.place_link(place))),
        ("host", maybe(event.host.as_ref(), party)),
        ("participants", list_of(event.participants.iter().map(party))),
        ("series", field(event.entry.fields.series.as_ref())),
        ("body", views.description(&event.entry)?),
    ]))
}

/// A subject in a year.
fn year(views: &Views<'_>, page: &Page, subject: Subject, year: ListedYear) -> Context {
    let chronicle = &views.chronicle;
    let years = chronicle.years_under(subject);
    let ids = years.get(&year).map_or(&[][..], Vec::as_slice);
    let address = chronicle.subject_address(subject);
    let name = views.subject_name(subject);
    let title = format!("{name}, {}", views.words.year(year));
    let neighbour = |year: Option<(&ListedYear, &Vec<StatementId>)>| {
        year.map(|(year, _)| views.link(&views.words.year(*year), Some(&address.below(&year.to_string()))))
    };
    let mut trail = crumbs(views, subject);
    trail.push(Crumb::Label(&name, address.clone()));
    let head = Head {
        kind: "subject-year",
        json_ld: Some(json_ld::collection(views, page, &title, ids)),
        title,
        crumbs: trail,
        previous: neighbour(years.range(..year).next_back()),
        next: neighbour(years.range((std::ops::Bound::Excluded(year), std::ops::Bound::Unbounded)).next()),
        ..Head::default()
    };
    let mut context = views.page(page, head);
    let of = object([
        ("kind", text(SubjectKind::of(subject).word())),
        ("label", text(&name)),
        ("address", views.href(&address)),
    ]);
    context.insert_value("subject", of);
    context.insert_value("year", listing::year_value(views, year));
    context.insert_value("year_address", views.href(&listing::year_address(year)));
    context.insert_value("rows", listing::newest_first(views, ids));
    context.insert_value("parts", listing::parts_of_year(views, subject, ids));
    context.insert_value("total", ids.len().into());
    context.insert_value("years_list", views.years_of(subject, &address));
    context
}
