//! JSON Feed 1.1 (jsonfeed.org), beside each Atom feed and with the same entries.

use std::hash::Hash;

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::{Chronicle, StatementId, Subject};
use crate::input::InputId;
use crate::pages::kind::{About, Content, Output, Planning, Switch};
use crate::pages::machine::feed::{self, Newest, Status};
use crate::pages::statement::text;
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views::Template;
use crate::views::json_feed::{Author, Feed, Item, VERSION};

/// The feed of the site, or of a subject, as JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonFeed(Option<Subject>);

impl Output for JsonFeed {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCH: Switch<JsonFeed> = Switch::Named("feeds");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let page = |of: Option<Subject>| Page::new(beside(&feed::address(site.chronicle, of)), JsonFeed(of));
        pages.extend(feed::planned(site).map(page));
    }

    fn about(&self) -> About {
        About::aside(Turn::List(None))
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        self.0.map(|subject| site.chronicle.subject_key(subject)).hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Bytes(view(builder, page, self.0)?))
    }
}

/// The address of the feed as JSON beside one in Atom.
pub(crate) fn beside(atom: &Address) -> Address {
    Address::of_output(&atom.output_path().replace("atom.xml", "feed.json"))
}

fn view(builder: &PageBuilder<'_>, page: &Page, subject: Option<Subject>) -> Result<Vec<u8>, ViewError> {
    let newest = Newest::of(builder, subject);
    let mut items = Vec::new();
    newest.each(builder, |id, text| items.push(item(builder, id, text)))?;
    let feed = Feed {
        version: VERSION,
        home_page_url: builder.json_url(newest.html),
        title: newest.title,
        feed_url: builder.url(&page.address),
        description: builder.config.subtitle.as_deref(),
        language: &builder.config.language,
        authors: [Author { name: builder.config.title.as_str().into() }],
        items,
    };
    let mut bytes =
        serde_json::to_vec(&feed).expect("texts in structures are JSON, and writing to memory does not fail");
    bytes.push(b'\n');
    Ok(bytes)
}

/// A statement: with its whole text in the feed of the site, with its abstract in the many others.
fn item<'a>(builder: &PageBuilder<'a>, id: StatementId, html: Option<String>) -> Item<'a> {
    let of = builder.chronicle.get(id);
    let fields = &of.entry.fields;
    let address = builder.chronicle.statement_address(id);
    let status = Status::of(fields).map(|status| builder.messages.word(status.word()));
    let date = builder.messages.date(&fields.date);
    let title = fields.title.as_str();
    let topics = of.topics.iter().map(|topic| builder.chronicle.get(*topic).entry.fields.label.as_str().into());
    let html = html.filter(|html| !html.is_empty());
    let summary = text::summary(builder, id);
    Item {
        id: feed::id(builder, address),
        url: builder.url(address),
        title: match &status {
            Some(status) => format!("{status}: {date}: {title}"),
            None => format!("{date}: {title}"),
        },
        // Every item has a text.
        content_text: match &html {
            Some(_) => None,
            None => Some(summary.map_or_else(|| text::description(builder, id).into(), Into::into)),
        },
        summary: summary.filter(|_| html.is_some()),
        content_html: html,
        date_modified: feed::updated(builder, id).map(feed::timestamp),
        authors: of.speakers.iter().map(|speaker| Author { name: builder.speaker_name(id, speaker) }).collect(),
        tags: status.map(Into::into).into_iter().chain(topics).collect(),
        language: fields.language.as_ref().unwrap_or(&builder.config.language),
    }
}
