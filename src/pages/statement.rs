//! Statements: the list of all, and a page for each.

use std::hash::Hash;

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use super::facts::Fact;
use super::head::{Crumb, Head};
use super::output::{About, Content, Nav, Output, Planning};
use super::speaker::organization_on;
use super::statement_text::{body, reported_by, summary};
use super::value::Context;
use super::{Page, Site, ViewError, Views, card, chain, chart, json_ld, listing, metadata, speaker};
use crate::address::Address;
use crate::chronicle::{Chronicle, EventId, OrText, Party, Relation, StatementId, Subject, TopicId};
use crate::entry::date::ListedYear;
use crate::entry::shape::TextOr;
use crate::entry::statement;
use crate::entry::statement::Statement as Fields;
use crate::input::InputId;
use crate::markdown::Html;
use crate::plan::Turn;
use crate::views as view;
use crate::views::{Addressee, Card, InEvent, InTopic, Link, Made, Merged, Template};

/// Every statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementList;

impl Output for StatementList {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::Statements>("statements.html")];
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
    const TEMPLATES: &'static [Template] = &[Template::of::<view::StatementPage<'_>>("statement.html")];
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
    let head = Head { kind: "statements", title, json_ld: Some(json_ld), ..Head::default() };
    let years = views.chronicle.years();
    let values = view::Statements {
        years: listing::years(views, years, None),
        total: ids.len(),
        groups: listing::groups(views, years, None, limit),
        bars: chart::bars(views, years, None),
    };
    views.filled(page, head, &values)
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
        previous: earlier.map(|id| views.brief(id).into()),
        next: later.map(|id| views.brief(id).into()),
        json_ld: Some(json_ld::statement(views, id, &html)),
        ..Head::default()
    };
    Ok(views.filled(page, head, &view::StatementPage { statement: values(views, id, &html, earlier, later) }))
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

fn values<'a>(
    views: &Views<'a>,
    id: StatementId,
    html: &'a Html,
    earlier: Option<StatementId>,
    later: Option<StatementId>,
) -> Merged<Fields, Merged<Card<'a>, view::Statement<'a>>> {
    let (chronicle, statement) = (&views.chronicle, views.chronicle.get(id));
    // The revision is that of the whole file, also where none of its text is shown.
    chronicle.note(Fact::Text(statement.entry.input));
    let fields = &statement.entry.fields;
    let quotations = html.quotations.iter().map(|quotation| view::Quotation {
        anchor: format!("q{}", quotation.number),
        speaker: quotation.speaker.as_deref(),
    });
    let year = statement.date().listed_year();
    let event = statement.event.as_ref();
    let countries = fields.countries.as_slice().iter();
    let own = view::Statement {
        speakers: statement.speakers.iter().map(|speaker| speaker::value(views, id, speaker)).collect(),
        event: event.map(|event| views.event_link(event)),
        place: statement.place.as_ref().map(|place| views.place_link(place)),
        audience: statement.audience.iter().map(|party| addressee(views, id, party)).collect(),
        reported_by: reported_by(views, id),
        body: view::Html::new(&html.text),
        context: context_note(views, id),
        quotations: quotations.collect(),
        checked_against: checked_against(views, id),
        withdrawn_notice: fields.withdrawn.as_ref(),
        chain: chain::of_statement(views, id),
        relations: statement.relations.iter().map(|relation| relation_value(views, id, relation)).collect(),
        sources: (0..fields.sources.as_slice().len()).map(|position| source_value(views, id, position)).collect(),
        topics: statement.topics.iter().map(|topic| views.subject_link(Subject::Topic(*topic))).collect(),
        countries: countries.map(|country| views.subject_link(Subject::Country(*country))).collect(),
        organizations: statement.organizations.iter().map(|body| organization_on(views, id, *body)).collect(),
        year_link: views.link(views.words.year(year), Some(&listing::year_address(year))),
        month_link: month_link(views, id),
        earlier: earlier.map(|other| views.brief(other)),
        later: later.map(|other| views.brief(other)),
        in_event: event.and_then(OrText::record).and_then(|event| in_event(views, id, event)),
        in_topics: statement.topics.iter().map(|topic| in_topic(views, id, *topic)).collect(),
        permalink: views.url(chronicle.statement_address(id)),
        revision: format!("{:016x}", statement.entry.hash)[..12].to_owned(),
        markdown: views.href(&chronicle.statement_address(id).file("index.md")),
        citation: metadata::citation(views, id),
        meta: metadata::elements(views, id),
    };
    Merged::new(fields, &Merged::new(&card::without_coins(views, id), &own))
}

fn context_note(views: &Views<'_>, id: StatementId) -> Option<view::Html> {
    let entry = &views.chronicle[id].entry;
    let language = entry.fields.language.as_ref();
    let html = |note: &String| views.markdown(entry.input, note, "context-", 2, language, None);
    entry.fields.context.as_ref().map(|note| view::Html::new(&html(note).text))
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
fn addressee<'a>(views: &Views<'a>, id: StatementId, party: &'a OrText<Party>) -> Addressee<'a> {
    match party {
        OrText::Record(Party::Organization(body)) => Addressee::Organization(organization_on(views, id, *body)),
        OrText::Record(party) => Addressee::Other(views.party_link(*party)),
        OrText::Text(words) => Addressee::Other(views.link(&**words, None)),
    }
}

fn relation_value<'a>(views: &Views<'a>, id: StatementId, relation: &'a Relation) -> view::Relation<'a> {
    let (from, to) = if relation.inverse { (id, relation.other) } else { (relation.other, id) };
    let gap = crate::entry::date::gap(views.chronicle[from].date(), views.chronicle[to].date());
    view::Relation {
        key: relation.kind.key(relation.inverse),
        by: relation.by.word(),
        note: relation.note.as_deref(),
        statement: views.brief(relation.other),
        gap: gap.map(chain::gap),
    }
}

fn source_value<'a>(
    views: &Views<'a>,
    id: StatementId,
    position: usize,
) -> Merged<statement::Source, view::Source<'a>> {
    let publisher = views.publisher(id, position).map(|publisher| publisher.name);
    match &views.chronicle.get(id).entry.fields.sources.as_slice()[position] {
        TextOr::Text(url) => {
            let own = view::Source { url: Some(url.as_str()), publisher, kept: false };
            Merged::new(&statement::Source::default(), &own)
        }
        TextOr::Map(source) => {
            let url = source.url.as_ref().map(|url| url.as_str());
            Merged::new(source, &view::Source { url, publisher, kept: source.text.is_some() })
        }
    }
}

fn month_link<'a>(views: &Views<'a>, id: StatementId) -> Option<Made<Link<'static>>> {
    let date = views.chronicle[id].date();
    let (year, month) = (date.year()?, date.month()?);
    let address = listing::year_address(ListedYear::Year(year)).below(&format!("{month:02}"));
    Some(views.link(views.words.month(year, month), Some(&address)))
}

/// The statements before and after this one at its event, if there are others.
fn in_event<'a>(views: &Views<'a>, id: StatementId, event: EventId) -> Option<InEvent> {
    let (earlier, later) = views.chronicle.neighbours_at(id, event);
    let is_alone = earlier.is_none() && later.is_none();
    (!is_alone).then(|| InEvent {
        event: views.subject_link(Subject::Event(event)),
        earlier: earlier.map(|other| views.brief(other)),
        later: later.map(|other| views.brief(other)),
    })
}

/// The statements before and after this one under a topic.
fn in_topic<'a>(views: &Views<'a>, id: StatementId, topic: TopicId) -> InTopic {
    let (earlier, later) = views.chronicle.neighbours_under(id, topic);
    InTopic {
        topic: views.subject_link(Subject::Topic(topic)),
        earlier: earlier.map(|other| views.brief(other)),
        later: later.map(|other| views.brief(other)),
    }
}
