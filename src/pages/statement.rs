//! Statements: the list of all, and a page for each.

use std::hash::Hash;

use rayon::prelude::*;
use tera::Value;
use xxhash_rust::xxh3::Xxh3;

use super::card::{self, date};
use super::facts::Fact;
use super::head::{Crumb, Head, field};
use super::output::{About, Content, Nav, Output, Planning};
use super::speaker::organization_on;
use super::statement_text::{body, reported_by, summary};
use super::value::{Context, list as list_of, markup, maybe, object, text};
use super::{Page, Site, ViewError, Views, chain, chart, json_ld, listing, metadata, speaker};
use crate::address::Address;
use crate::chronicle::{Chronicle, EventId, OrText, Party, Relation, StatementId, Subject};
use crate::entry::date::ListedYear;
use crate::entry::shape::TextOr;
use crate::entry::statement::Source;
use crate::input::InputId;
use crate::markdown::Html;
use crate::plan::Turn;
use crate::views::Template;

/// Every statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementList;

impl Output for StatementList {
    const TEMPLATES: &'static [Template] = &[Template::untyped("statements.html")];
    const SWITCHES: &'static [&'static str] = &["statement-list"];

    fn plan(_: &Planning<'_>, pages: &mut Vec<Page>) {
        pages.push(Page::new(Address::page(["statements"]), StatementList));
    }

    fn switch(&self) -> Option<&'static str> {
        Some("statement-list")
    }

    fn about(&self) -> About {
        About::page(Turn::List(None), Nav::Overview { part: "statements", weight: 10 })
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, views: &Views<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("statements.html", list(views, page)))
    }
}

/// The file of a statement, beside its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementMarkdown(StatementId);

impl Output for StatementMarkdown {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCHES: &'static [&'static str] = &["markdown"];

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let ids: Vec<StatementId> = site.chronicle.statements().collect();
        pages.par_extend(
            ids.into_par_iter()
                .map(|id| Page::new(site.chronicle.statement_address(id).file("index.md"), StatementMarkdown(id))),
        );
    }

    fn switch(&self) -> Option<&'static str> {
        Some("markdown")
    }

    fn about(&self) -> About {
        About::aside(Turn::Statement(self.0))
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        site.chronicle[self.0].entry.id.hash(hash);
    }

    fn input(&self, chronicle: &Chronicle) -> Option<InputId> {
        Some(chronicle[self.0].entry.input)
    }

    fn view(&self, views: &Views<'_>, _: &Page) -> Result<Content, ViewError> {
        Ok(Content::Bytes(source(views, self.0)?))
    }
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementPage(StatementId);

impl Output for StatementPage {
    const TEMPLATES: &'static [Template] = &[Template::untyped("statement.html")];
    const SWITCHES: &'static [&'static str] = &[];

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let ids: Vec<StatementId> = site.chronicle.statements().collect();
        pages.par_extend(
            ids.into_par_iter().map(|id| Page::new(site.chronicle.statement_address(id).clone(), StatementPage(id))),
        );
    }

    fn switch(&self) -> Option<&'static str> {
        None
    }

    fn about(&self) -> About {
        About::page(Turn::Statement(self.0), Nav::Below("statements"))
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        site.chronicle[self.0].entry.id.hash(hash);
    }

    fn input(&self, chronicle: &Chronicle) -> Option<InputId> {
        Some(chronicle[self.0].entry.input)
    }

    fn view(&self, views: &Views<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("statement.html", view(views, page, self.0)?))
    }
}

/// Every statement: all of them where they fit one page, otherwise the newest, with the way to the others by year.
fn list(views: &Views<'_>, page: &Page) -> Context {
    let ids: Vec<StatementId> = views.chronicle.statements().collect();
    let limit = views.config.lists.limit;
    let title = views.words.title("statements");
    let json_ld = json_ld::collection(views, page, &title, &ids[ids.len().saturating_sub(limit)..]);
    let mut context = views.page(page, Head { kind: "statements", title, json_ld: Some(json_ld), ..Head::default() });
    let years = views.chronicle.years();
    context.insert("years", &listing::years(views, years, None));
    context.insert_value("total", ids.len().into());
    context.insert("groups", &listing::groups(views, years, None, limit));
    context.insert("bars", &chart::bars(views, years, None));
    context
}

/// The file a statement is written in; without its text where the record was withdrawn.
fn source(views: &Views<'_>, id: StatementId) -> Result<Vec<u8>, ViewError> {
    let statement = &views.chronicle[id];
    let bytes = views.source((statement.entry.input, statement.entry.hash))?;
    let end = if statement.is_withdrawn() { statement.entry.body.range().start } else { bytes.len() };
    Ok(bytes[..end].to_vec())
}

fn view(views: &Views<'_>, page: &Page, id: StatementId) -> Result<Context, ViewError> {
    let chronicle = &views.chronicle;
    let statement = &chronicle[id];
    let html = body(views, id)?;
    let (earlier, later) = chronicle.neighbours(id);
    let head = Head {
        kind: "statement",
        title: statement.entry.fields.title.as_str().to_owned(),
        description: summary(views, id).map(str::to_owned),
        language: statement.entry.fields.language.as_ref(),
        crumbs: crumbs(views, id),
        alternates: vec![
            ("text/markdown", page.address.file("index.md")),
            ("application/json", page.address.file("index.json")),
        ],
        previous: earlier.map(|id| views.brief(id)),
        next: later.map(|id| views.brief(id)),
        json_ld: Some(json_ld::statement(views, id, &html)),
        ..Head::default()
    };
    let mut context = views.page(page, head);
    context.insert_value("statement", values(views, id, &html, earlier, later));
    Ok(context)
}

fn crumbs<'a>(views: &Views<'a>, id: StatementId) -> Vec<Crumb<'a>> {
    let statement = &views.chronicle[id];
    let mut crumbs = vec![Views::crumb("years")];
    let year = statement.date().listed_year();
    crumbs.push(Crumb::Words(views.words.year(year), listing::year_address(year)));
    if let Some(topic) = statement.topics.first() {
        let label = views.chronicle.get(*topic).entry.fields.label.as_str();
        crumbs.push(Crumb::Label(label, views.chronicle.subject_address(Subject::Topic(*topic))));
    }
    crumbs
}

fn values(
    views: &Views<'_>,
    id: StatementId,
    html: &Html,
    earlier: Option<StatementId>,
    later: Option<StatementId>,
) -> Value {
    let (chronicle, statement) = (&views.chronicle, &views.chronicle[id]);
    // The revision is that of the whole file, also where none of its text is shown.
    chronicle.note(Fact::Text(statement.entry.input));
    let fields = &statement.entry.fields;
    let withdrawn = fields.withdrawn.as_ref();
    let corrections = fields.corrections.iter().map(|change| {
        object([("date", date(&change.date)), ("kind", text(change.kind.word())), ("note", text(change.note.as_str()))])
    });
    let quotations = html.quotations.iter().map(|quotation| {
        object([
            ("anchor", Value::from(format!("q{}", quotation.number))),
            ("speaker", maybe(quotation.speaker.as_deref(), Value::from)),
        ])
    });
    let permalink = views.url(chronicle.statement_address(id));
    object(card::basics(views, id).into_iter().chain([
        ("speakers", list_of(statement.speakers.iter().map(|speaker| speaker::value(views, id, speaker)))),
        ("event", maybe(statement.event.as_ref(), |event| views.event_link(event))),
        ("place", maybe(statement.place.as_ref(), |place| views.place_link(place))),
        ("audience", list_of(statement.audience.iter().map(|party| addressee(views, id, party)))),
        ("reported_by", maybe(reported_by(views, id), Value::from)),
        ("original_language", maybe(fields.original_language.as_ref(), |tag| text(tag.as_str()))),
        ("translator", field(fields.translator.as_ref())),
        ("body", markup(&html.text)),
        ("context", context_note(views, id)),
        ("quotations", list_of(quotations)),
        ("corrections", list_of(corrections)),
        ("checked_against", maybe(checked_against(views, id), Value::from)),
        (
            "withdrawn_notice",
            maybe(withdrawn, |notice| object([("date", date(&notice.date)), ("reason", text(notice.reason.as_str()))])),
        ),
        ("chain", chain::of_statement(views, id)),
        ("relations", list_of(statement.relations.iter().map(|relation| relation_value(views, id, relation)))),
        ("sources", list_of((0..fields.sources.as_slice().len()).map(|position| source_value(views, id, position)))),
        ("topics", list_of(statement.topics.iter().map(|topic| views.subject_link(Subject::Topic(*topic))))),
        (
            "countries",
            list_of(fields.countries.as_slice().iter().map(|country| views.subject_link(Subject::Country(*country)))),
        ),
        ("organizations", list_of(statement.organizations.iter().map(|body| organization_on(views, id, *body)))),
        (
            "year_link",
            views.link(
                &views.words.year(statement.date().listed_year()),
                Some(&listing::year_address(statement.date().listed_year())),
            ),
        ),
        ("month_link", month_link(views, id)),
        ("earlier", maybe(earlier, |other| views.brief(other))),
        ("later", maybe(later, |other| views.brief(other))),
        ("position", maybe(fields.position, |position| position.number().into())),
        ("in_event", maybe(statement.event.as_ref().and_then(OrText::record), |event| in_event(views, id, event))),
        ("in_topics", list_of(statement.topics.iter().map(|topic| in_topic(views, id, *topic)))),
        ("permalink", text(&permalink)),
        ("revision", Value::from(format!("{:016x}", statement.entry.hash)[..12].to_owned())),
        ("markdown", views.href_value(&chronicle.statement_address(id).file("index.md"))),
        ("draft", fields.draft.into()),
        ("citation", metadata::citation(views, id)),
        ("meta", metadata::elements(views, id)),
    ]))
}

fn context_note(views: &Views<'_>, id: StatementId) -> Value {
    let entry = &views.chronicle[id].entry;
    let language = entry.fields.language.as_ref();
    let html = |note: &String| views.markdown(entry.input, note, "context-", 2, language, None);
    maybe(entry.fields.context.as_ref(), |note| markup(&html(note).text))
}

/// What the sources are called that the quotations were checked against.
fn checked_against(views: &Views<'_>, id: StatementId) -> Option<String> {
    let positions = views.chronicle.proven_by(id);
    let sources = views.chronicle.get(id).entry.fields.sources.as_slice();
    let name = |position: &u32| match sources.get(*position as usize)? {
        TextOr::Map(source) => {
            let title = source.title.as_ref().map(|title| title.as_str());
            let name = title.or_else(|| Some(views.publisher(id, *position as usize)?.name));
            name.or(source.url.as_ref().map(|url| url.as_str())).or(source.text.as_ref().map(|text| text.as_str()))
        }
        TextOr::Text(url) => Some(url.as_str()),
    };
    let names: Vec<&str> = positions.iter().filter_map(name).collect();
    (!names.is_empty() && !views.chronicle[id].is_withdrawn()).then(|| names.join("; "))
}

/// Who was spoken to: a body by its name on the date of the statement.
fn addressee(views: &Views<'_>, id: StatementId, party: &OrText<Party>) -> Value {
    match party {
        OrText::Record(Party::Organization(body)) => organization_on(views, id, *body),
        OrText::Record(party) => views.party_link(*party),
        OrText::Text(words) => views.link(words, None),
    }
}

fn relation_value(views: &Views<'_>, id: StatementId, relation: &Relation) -> Value {
    let (from, to) = if relation.inverse { (id, relation.other) } else { (relation.other, id) };
    let gap = crate::entry::date::gap(views.chronicle[from].date(), views.chronicle[to].date());
    object([
        ("key", text(relation.kind.key(relation.inverse))),
        ("by", text(relation.by.word())),
        ("note", maybe(relation.note.as_deref(), Value::from)),
        ("statement", views.brief(relation.other)),
        ("gap", maybe(gap, chain::gap)),
    ])
}

fn source_value(views: &Views<'_>, id: StatementId, position: usize) -> Value {
    let empty = Source::default();
    let (url, source) = match &views.chronicle[id].entry.fields.sources.as_slice()[position] {
        TextOr::Text(url) => (Some(url.as_str()), &empty),
        TextOr::Map(source) => (source.url.as_ref().map(|url| url.as_str()), source),
    };
    object([
        ("title", field(source.title.as_ref())),
        ("url", maybe(url, Value::from)),
        ("publisher", maybe(views.publisher(id, position), |publisher| text(publisher.name))),
        ("kind", maybe(source.kind, |kind| text(kind.word()))),
        ("date", maybe(source.date.as_ref(), date)),
        ("language", maybe(source.language.as_ref(), |tag| text(tag.as_str()))),
        ("accessed", maybe(source.accessed.as_ref(), date)),
        ("archived", maybe(source.archived.as_ref(), |url| text(url.as_str()))),
        ("archived_on", maybe(source.archived_on.as_ref(), date)),
        ("kept", source.text.is_some().into()),
    ])
}

fn month_link(views: &Views<'_>, id: StatementId) -> Value {
    let date = views.chronicle[id].date();
    let (Some(year), Some(month)) = (date.year(), date.month()) else { return Value::none() };
    let address = listing::year_address(ListedYear::Year(year)).below(&format!("{month:02}"));
    views.link(&views.words.month(year, month), Some(&address))
}

/// The statements before and after this one at its event, if there are others.
fn in_event(views: &Views<'_>, id: StatementId, event: EventId) -> Value {
    let (earlier, later) = views.chronicle.neighbours_at(id, event);
    if earlier.is_none() && later.is_none() {
        return Value::none();
    }
    object([
        ("event", views.subject_link(Subject::Event(event))),
        ("earlier", maybe(earlier, |other| views.brief(other))),
        ("later", maybe(later, |other| views.brief(other))),
    ])
}

/// The statements before and after this one under a topic.
fn in_topic(views: &Views<'_>, id: StatementId, topic: crate::chronicle::TopicId) -> Value {
    let (earlier, later) = views.chronicle.neighbours_under(id, topic);
    object([
        ("topic", views.subject_link(Subject::Topic(topic))),
        ("earlier", maybe(earlier, |other| views.brief(other))),
        ("later", maybe(later, |other| views.brief(other))),
    ])
}
