//! The page of a statement.

use std::collections::BTreeMap;
use std::hash::Hash;

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use crate::chronicle::{Chronicle, EventId, OrText, Party, Relation, StatementId, Subject, TopicId};
use crate::entry::date::{Date, ListedYear};
use crate::entry::shape::TextOr;
use crate::entry::statement;
use crate::entry::statement::Statement as Fields;
use crate::input::InputId;
use crate::markdown::{self, Html, Within};
use crate::pages::common::head::{Crumb, Head};
use crate::pages::common::lists;
use crate::pages::common::value::Context;
use crate::pages::editorial::contribute::correction_address;
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::source_text::{InText, in_texts};
use crate::pages::statement::speaker::organization_on;
use crate::pages::statement::text::{body, description, reported_by};
use crate::pages::statement::written::References;
use crate::pages::statement::{card, chain, json_ld, meta_tags, speaker};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{Addressee, Card, InEvent, InTopic, Link, Merged, SharedValue, Template};

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementPage(StatementId);

impl Output for StatementPage {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::StatementPage<'_>>("statement.html")];
    const SWITCH: Switch<StatementPage> = Switch::AlwaysOn;

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let ids: Vec<StatementId> = site.chronicle.statements().collect();
        pages.par_extend(
            ids.into_par_iter().map(|id| Page::new(site.chronicle.statement_address(id).clone(), StatementPage(id))),
        );
    }

    fn about(&self) -> About {
        About::page(Turn::Statement(self.0), Nav::Below("statements"))
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        let statement = &site.chronicle[self.0];
        statement.entry.id.hash(hash);
        site.texts.hash_of(site.inputs, statement, hash);
    }

    fn input(&self, chronicle: &Chronicle) -> Option<InputId> {
        Some(chronicle[self.0].entry.input)
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("statement.html", view(builder, page, self.0)?))
    }
}

/// The most quotations that are cited one by one.
const CITED: usize = 30;

fn view(builder: &PageBuilder<'_>, page: &Page, id: StatementId) -> Result<Context, ViewError> {
    let chronicle = &builder.chronicle;
    let statement = &chronicle[id];
    let html = body(builder, id)?;
    let (earlier, later) = chronicle.neighbours(id);
    let head = Head {
        kind: "statement",
        title: statement.entry.fields.title.as_str().to_owned(),
        description: description(builder, id),
        language: statement.entry.fields.language.as_ref(),
        crumbs: crumbs(builder, id),
        alternates: vec![
            ("text/markdown", page.address.file("index.md")),
            ("application/json", page.address.file("index.json")),
        ],
        references: Some(&page.address),
        previous: earlier.map(|id| builder.brief(id).into()),
        next: later.map(|id| builder.brief(id).into()),
        json_ld: Some(json_ld::statement(builder, id, &html)),
        ..Head::default()
    };
    Ok(builder.filled(page, head, &view::StatementPage { statement: values(builder, id, &html, earlier, later) }))
}

fn crumbs<'a>(builder: &PageBuilder<'a>, id: StatementId) -> Vec<Crumb<'a>> {
    let statement = &builder.chronicle[id];
    let mut crumbs = vec![PageBuilder::crumb("years")];
    let year = statement.date().listed_year();
    crumbs.push(Crumb::Words(builder.messages.year(year), lists::year_address(year)));
    if let Some(topic) = statement.topics.first() {
        let label = builder.chronicle.get(*topic).entry.fields.label.as_str();
        let address = builder.chronicle.subject_address(Subject::Topic(*topic)).below(&year.to_string());
        crumbs.push(Crumb::Label(label, address));
    }
    crumbs
}

fn values<'a>(
    builder: &PageBuilder<'a>,
    id: StatementId,
    html: &'a Html,
    earlier: Option<StatementId>,
    later: Option<StatementId>,
) -> Merged<Fields, Merged<Card<'a>, view::Statement<'a>>> {
    let (chronicle, statement) = (&builder.chronicle, builder.chronicle.get(id));
    // The revision is that of the whole file, even where its text is not shown.
    chronicle.note_text(statement.entry.input);
    let fields = &statement.entry.fields;
    let in_texts = in_texts(builder, id);
    let references = References::of(builder, id);
    let quotations = html.quotations.iter().zip(&html.in_text).enumerate().map(|(index, (quotation, words))| {
        let whose = statement.attributed.get(index).copied().flatten();
        let reference = || references.to_quotation(quotation.number, whose, &words.1.exact);
        view::Quotation {
            anchor: format!("q{}", quotation.number),
            speaker: quotation.speaker.as_deref(),
            in_source: in_texts.get(&quotation.number).map(|place| place.href.clone()),
            citation: (index < CITED).then(reference),
        }
    });
    let year = statement.date().listed_year();
    let event = statement.event.as_ref();
    let countries = fields.countries.as_slice().iter();
    let own = view::Statement {
        speakers: statement.speakers.iter().map(|speaker| speaker::value(builder, id, speaker)).collect(),
        event: event.map(|event| builder.event_link(event)),
        place: statement.place.as_ref().map(|place| builder.place_link(place)),
        audience: statement.audience.iter().map(|party| addressee(builder, id, party)).collect(),
        reported_by: reported_by(builder, id),
        body: text_with_ways(builder, html, &in_texts),
        context: context_note(builder, id),
        quotations: quotations.collect(),
        checked_against: checked_against(builder, id),
        withdrawn_notice: fields.withdrawn.as_deref(),
        chain: chain::of_statement(builder, id),
        relations: statement.relations.iter().map(|relation| relation_value(builder, id, relation)).collect(),
        sources: (0..fields.sources.as_slice().len()).map(|position| source_value(builder, id, position)).collect(),
        topics: statement.topics.iter().map(|topic| builder.subject_link(Subject::Topic(*topic))).collect(),
        countries: countries.map(|country| builder.subject_link(Subject::Country(*country))).collect(),
        organizations: statement.organizations.iter().map(|body| organization_on(builder, id, *body)).collect(),
        year_link: builder.link(builder.messages.year(year), Some(&lists::year_address(year))),
        month_link: month_link(builder, id),
        earlier: earlier.map(|other| builder.brief(other)),
        later: later.map(|other| builder.brief(other)),
        in_event: event.and_then(OrText::record).and_then(|event| in_event(builder, id, event)),
        in_topics: statement.topics.iter().map(|topic| in_topic(builder, id, *topic)).collect(),
        permalink: builder.url(chronicle.statement_address(id)),
        revision: format!("{:016x}", statement.entry.hash)[..12].to_owned(),
        published: statement.published.and_then(Date::of_day).map(|day| (&day).into()),
        file_history: builder.config.history_address(builder.inputs.get(statement.entry.input).path()),
        markdown: builder.href(&chronicle.statement_address(id).file("index.md")),
        correct: correction_address(builder, id),
        citation: meta_tags::citation(builder, id),
        citations: references.in_styles(),
        meta: meta_tags::elements(builder, id),
    };
    Merged::new(fields, &Merged::new(&card::without_coins(builder, id), &own))
}

/// The text, with the ways from its quotations to their places in kept texts.
fn text_with_ways(builder: &PageBuilder<'_>, html: &Html, in_texts: &BTreeMap<u32, InText>) -> view::Html {
    if in_texts.is_empty() {
        return view::Html::new(&html.text);
    }
    let words = markdown::escaped(&builder.messages.in_texts().in_source);
    let way = |number: u32| {
        let address = format!("{}{}", builder.config.base_url.path(), in_texts.get(&number)?.address);
        Some(format!("<a class=\"in-source\" href=\"{}\">{words}</a> ", markdown::escaped(&address)))
    };
    view::Html::new(&markdown::with_captions(&html.text, way))
}

fn context_note(builder: &PageBuilder<'_>, id: StatementId) -> Option<view::Html> {
    let entry = &builder.chronicle[id].entry;
    let language = entry.fields.language.as_ref();
    let html = |note: &str| builder.markdown(entry.input, note, Within::Note, 2, language, None);
    entry.fields.context.as_deref().map(|note| view::Html::new(&html(note).text))
}

/// The names of the sources that the quotations were checked against.
fn checked_against(builder: &PageBuilder<'_>, id: StatementId) -> Option<String> {
    let positions = builder.chronicle.proven_by(id);
    let sources = builder.chronicle.get(id).entry.fields.sources.as_slice();
    let name = |position: &u32| match sources.get(*position as usize)? {
        TextOr::Map(source) => {
            let title = source.title.as_ref().map(|title| title.as_str());
            let name = title.or_else(|| Some(builder.publisher(id, *position as usize)?.name));
            name.or(source.url.as_ref().map(|url| url.as_str())).or(source.text.as_ref().map(|text| text.as_str()))
        }
        TextOr::Text(url) => Some(url.as_str()),
    };
    let names: Vec<&str> = positions.iter().filter_map(name).collect();
    (!names.is_empty() && !builder.chronicle[id].is_withdrawn()).then(|| names.join("; "))
}

/// The audience: an organization by its name on the date of the statement.
fn addressee<'a>(builder: &PageBuilder<'a>, id: StatementId, party: &'a OrText<Party>) -> Addressee<'a> {
    match party {
        OrText::Record(Party::Organization(body)) => Addressee::Organization(organization_on(builder, id, *body)),
        OrText::Record(party) => Addressee::Other(builder.party_link(*party)),
        OrText::Text(words) => Addressee::Other(builder.link(&**words, None)),
    }
}

fn relation_value<'a>(builder: &PageBuilder<'a>, id: StatementId, relation: &'a Relation) -> view::Relation<'a> {
    let (from, to) = if relation.inverse { (id, relation.other) } else { (relation.other, id) };
    let gap = crate::entry::date::gap(builder.chronicle[from].date(), builder.chronicle[to].date());
    view::Relation {
        key: relation.kind.key(relation.inverse),
        by: relation.by.word(),
        note: relation.note.as_deref(),
        statement: builder.brief(relation.other),
        gap: gap.map(chain::gap),
        in_chain: chain::says(builder, id, relation),
    }
}

fn source_value<'a>(
    builder: &PageBuilder<'a>,
    id: StatementId,
    position: usize,
) -> Merged<statement::Source, view::Source<'a>> {
    let publisher = builder.publisher(id, position).map(|publisher| publisher.name);
    let statement = builder.chronicle.get(id);
    match &statement.entry.fields.sources.as_slice()[position] {
        TextOr::Text(url) => {
            let own = view::Source { url: Some(url.as_str()), publisher, kept: false, text_address: None };
            Merged::new(&statement::Source::default(), &own)
        }
        TextOr::Map(source) => {
            let url = source.url.as_ref().map(|url| url.as_str());
            let text = builder.texts.of_statement(builder.inputs, statement).remove(&position);
            let text_address = text.and_then(|text| builder.href(&text.address));
            Merged::new(source, &view::Source { url, publisher, kept: source.text.is_some(), text_address })
        }
    }
}

fn month_link<'a>(builder: &PageBuilder<'a>, id: StatementId) -> Option<SharedValue<Link<'static>>> {
    let date = builder.chronicle[id].date();
    let (year, month) = (date.year()?, date.month()?);
    let address = lists::year_address(ListedYear::Year(year)).below(&format!("{month:02}"));
    Some(builder.link(builder.messages.month(year, month), Some(&address)))
}

/// The statements before and after this one at its event, if there are others.
fn in_event<'a>(builder: &PageBuilder<'a>, id: StatementId, event: EventId) -> Option<InEvent> {
    let (earlier, later) = builder.chronicle.neighbours_at(id, event);
    let is_alone = earlier.is_none() && later.is_none();
    (!is_alone).then(|| InEvent {
        event: builder.subject_link(Subject::Event(event)),
        earlier: earlier.map(|other| builder.brief(other)),
        later: later.map(|other| builder.brief(other)),
    })
}

/// The statements before and after this one under a topic.
fn in_topic<'a>(builder: &PageBuilder<'a>, id: StatementId, topic: TopicId) -> InTopic {
    let (earlier, later) = builder.chronicle.neighbours_under(id, topic);
    InTopic {
        topic: builder.subject_link(Subject::Topic(topic)),
        earlier: earlier.map(|other| builder.brief(other)),
        later: later.map(|other| builder.brief(other)),
    }
}
