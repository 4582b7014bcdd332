//! The source ledger: every source by its publisher, with the statements that rest on it.

use std::collections::BTreeMap;
use std::hash::Hash;

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::{Chronicle, OrganizationId, StatementId};
use crate::entry::shape::TextOr;
use crate::entry::statement::Source;
use crate::input::InputId;
use crate::pages::common::head::Head;
use crate::pages::common::value::Context;
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{LedgerSource, Template};

/// The source ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceList;

impl Output for SourceList {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::Sources<'_>>("sources.html")];
    const SWITCH: Switch<SourceList> = Switch::Named("sources");

    fn plan(_: &Planning<'_>, pages: &mut Vec<Page>) {
        pages.push(Page::new(Address::page(["sources"]), SourceList));
    }

    fn about(&self) -> About {
        About::page(Turn::Large, Nav::Outside)
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        site.texts.all().for_each(|(_, text)| text.address.as_str().hash(hash));
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("sources.html", view(builder, page)))
    }
}

/// Groups sources by publisher: the same organization, whatever it is called in each, or the same text. Sorted by name;
/// sources without a publisher come last.
type By = (bool, Vec<u8>, Option<OrganizationId>);

/// A publisher's name, if known, and its sources.
type Publisher<'a> = (Option<&'a str>, BTreeMap<Key<'a>, Ledger<'a>>);

/// The identity of a source: address, kept text, title and date.
type Key<'a> = (Option<&'a str>, Option<&'a str>, Option<&'a str>, Option<String>);

fn view(builder: &PageBuilder<'_>, page: &Page) -> Context {
    let mut publishers: BTreeMap<By, Publisher<'_>> = BTreeMap::new();
    let mut total = 0;
    // Newest first, so that the newest sources of a large publisher are those listed.
    for id in builder.chronicle.statements().rev() {
        for (position, source) in builder.chronicle[id].entry.fields.sources.as_slice().iter().enumerate() {
            let ledger = Ledger::of(source);
            let publisher = builder.publisher(id, position);
            let body = publisher.and_then(|publisher| publisher.body);
            let name = body.map(|body| builder.organization_name(body)).or(publisher.map(|publisher| publisher.name));
            let (_, sources) = publishers
                .entry((name.is_none(), name.map(|name| builder.messages.sort_key(name)).unwrap_or_default(), body))
                .or_insert((name, BTreeMap::new()));
            let entry = sources.entry(ledger.key()).or_insert_with(|| {
                total += 1;
                ledger
            });
            entry.statements.push(id);
        }
    }
    let limit = builder.config.lists.limit;
    let mut listed = 0;
    let publishers = publishers
        .into_values()
        .map(|(label, sources)| {
            let count = sources.len();
            let mut sources: Vec<Ledger<'_>> = sources.into_values().collect();
            sources.sort_by_key(|source| source.statements.first().map(|id| std::cmp::Reverse(*id)));
            sources.truncate(limit);
            listed += sources.len();
            let sources = sources.iter().map(|source| source.value(builder)).collect();
            view::Publisher { label, count, sources }
        })
        .collect();
    let title = builder.messages.title("sources");
    let description = builder.description_of_all(&title, Some(total));
    let head = Head { kind: "sources", title, description, ..Head::default() };
    builder.filled(page, head, &view::Sources { publishers, total, listed })
}

/// A source with the statements that rest on it.
struct Ledger<'a> {
    url: Option<&'a str>,
    source: Option<&'a Source>,
    statements: Vec<StatementId>,
}

impl<'a> Ledger<'a> {
    fn of(source: &'a TextOr<Source>) -> Ledger<'a> {
        match source {
            TextOr::Text(url) => Ledger { url: Some(url.as_str()), source: None, statements: Vec::new() },
            TextOr::Map(source) => Ledger {
                url: source.url.as_ref().map(|url| url.as_str()),
                source: Some(source),
                statements: Vec::new(),
            },
        }
    }

    fn key(&self) -> Key<'a> {
        let source = self.source;
        let text = source.and_then(|source| source.text.as_ref()).map(|text| text.as_str());
        let title = source.and_then(|source| source.title.as_ref()).map(|title| title.as_str());
        (self.url, text, title, source.and_then(|source| source.date).map(|date| date.to_string()))
    }

    fn value(&self, builder: &PageBuilder<'_>) -> LedgerSource<'a> {
        let source = self.source;
        let text = source.and_then(|source| builder.texts.of_source(builder.inputs, source));
        LedgerSource {
            title: source.and_then(|source| source.title.as_ref()).map(|title| title.as_str()),
            url: self.url,
            kind: source.and_then(|source| source.kind),
            date: source.and_then(|source| source.date.as_ref()).map(Into::into),
            archived: source.and_then(|source| source.archived.as_ref()).map(|url| url.as_str()),
            text_address: text.and_then(|text| builder.href(&text.address)),
            statements: self.statements.iter().take(20).map(|id| builder.card(*id)).collect(),
        }
    }
}
