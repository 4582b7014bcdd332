//! The form of feeds as JSON (JSON Feed 1.1, jsonfeed.org), with the same entries as in Atom.

use crate::address::Address;
use crate::chronicle::{StatementId, Subject};
use crate::pages::machine::entries::{self, Newest, Status};
use crate::pages::statement::text;
use crate::pages::{Page, PageBuilder, ViewError};
use crate::views::json_feed::{Author, Feed, Item, VERSION};

/// The address of the feed as JSON beside one in Atom.
pub(crate) fn beside(atom: &Address) -> Address {
    let path = atom.output_path();
    let path = path.strip_suffix("atom.xml").map(|folder| format!("{folder}feed.json"));
    Address::of_output(&path.unwrap_or_else(|| atom.output_path().replace(".xml", ".json")))
}

/// The feed of the newest statements of the site, or of a subject.
pub(super) fn newest(builder: &PageBuilder<'_>, page: &Page, subject: Option<Subject>) -> Result<Vec<u8>, ViewError> {
    let newest = Newest::of(builder, subject);
    let mut items = Vec::new();
    newest.each(builder, |id, text| items.push(item(builder, id, text)))?;
    Ok(bytes(builder, newest.title, &newest.html, builder.url(&page.address), items))
}

/// A feed at an address, of what is on a page, on one line.
pub(super) fn bytes(
    builder: &PageBuilder<'_>,
    title: String,
    html: &Address,
    feed_url: String,
    items: Vec<Item<'_>>,
) -> Vec<u8> {
    let feed = Feed {
        version: VERSION,
        title,
        home_page_url: builder.json_url(html.clone()),
        feed_url,
        description: builder.config.subtitle.as_deref(),
        language: &builder.config.language,
        authors: [Author { name: builder.config.title.as_str().into() }],
        items,
    };
    let mut bytes =
        serde_json::to_vec(&feed).expect("texts in structures are JSON, and writing to memory does not fail");
    bytes.push(b'\n');
    bytes
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
        id: entries::id(builder, address),
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
        date_published: of.published.map(entries::timestamp),
        date_modified: entries::updated(builder, id).map(entries::timestamp),
        authors: of.speakers.iter().map(|speaker| Author { name: builder.speaker_name(id, speaker) }).collect(),
        tags: status.map(Into::into).into_iter().chain(topics).collect(),
        language: fields.language.as_ref().unwrap_or(&builder.config.language),
    }
}
