//! The metadata for reference managers in the head of a statement page, tried with Zotero's translators: which item type
//! and fields come of it is told in `docs/reference-managers.md`.

use pulldown_cmark_escape::escape_html;

use crate::chronicle::StatementId;
use crate::citation::ItemType;
use crate::pages::PageBuilder;
use crate::pages::common::description;
use crate::pages::statement::names;
use crate::pages::statement::text;
use crate::views::{Citation, Html};

/// The `<meta>` elements of a statement page, one a line. Every page has some twenty, so they are written at once. Those of
/// the Open Graph protocol are the same on all pages, and stand in `base.html`; the type that it has there for a statement is
/// `article`, since any other makes it a bare web page.
pub(crate) fn elements(builder: &PageBuilder<'_>, id: StatementId) -> Html {
    let of = builder.chronicle.get(id);
    let fields = &of.entry.fields;
    let language = fields.language.as_ref().unwrap_or(&builder.config.language).as_str();
    let url = builder.url(builder.chronicle.statement_address(id));
    let item_type = ItemType::of(fields.kind);
    let mut out = String::with_capacity(4096);
    out.push_str("<link rel=\"schema.DCTERMS\" href=\"http://purl.org/dc/terms/\">\n");
    let mut name = |name: &str, content: &str| element(&mut out, name, content);
    name("z:itemType", item_type.word());
    by_type(builder, id, item_type, &mut name);
    name("citation_title", fields.title.as_str());
    // A date that is in doubt is given by Dublin Core alone, with its doubt.
    if let Some(date) = fields.date.iso_where_certain() {
        // A slash would have another meaning, except between the two ends of an interval.
        name("citation_date", &if fields.date.is_interval() { date } else { date.replace('-', "/") });
    }
    name("citation_language", language);
    name("citation_public_url", &url);
    of.speakers.iter().for_each(|speaker| name("DCTERMS.creator", &names::speaker(builder, id, speaker).inverted()));
    name("DCTERMS.title", fields.title.as_str());
    name("DCTERMS.type", "Text");
    name("DCTERMS.date", &fields.date.to_string());
    name("DCTERMS.language", language);
    name("DCTERMS.identifier", &url);
    for topic in &of.topics {
        name("DCTERMS.subject", builder.chronicle[*topic].entry.fields.label.as_str());
    }
    if item_type.has_publication()
        && let Some(publisher) = text::reported_by(builder, id)
    {
        name("DCTERMS.source", publisher);
    }
    // The description of the page stands for it where it is the same.
    let is_other = |summary: &&str| description::is_cut(summary) || text::description(builder, id) != **summary;
    if let Some(summary) = text::summary(builder, id).filter(is_other) {
        name("DCTERMS.abstract", summary);
    }
    Html::new(out.trim_end())
}

/// The elements that differ by item type: who speaks, in the part that the type has for it; what it is called; the occasion
/// and the place, which stand among the other remarks where the type has no field for them.
fn by_type(builder: &PageBuilder<'_>, id: StatementId, item_type: ItemType, name: &mut impl FnMut(&str, &str)) {
    let of = builder.chronicle.get(id);
    let genre = || builder.messages.kind(of.entry.fields.kind.word());
    let event = of.event.as_ref().map(|event| builder.event_name(event));
    let place = of.place.as_ref().map(|place| builder.place_name(place));
    let mut speakers = |role: &str| {
        of.speakers.iter().for_each(|speaker| name(role, &names::speaker(builder, id, speaker).inverted()));
    };
    // Of the other types the authors are those of Dublin Core.
    match item_type {
        ItemType::Presentation => speakers("eprints.creators_name"),
        ItemType::Interview => speakers("z:interviewees"),
        ItemType::Hearing => speakers("eprints.contributors_name"),
        ItemType::NewspaperArticle | ItemType::Letter | ItemType::ForumPost => {}
    }
    let (mut other_event, mut other_place) = (None, None);
    match item_type {
        ItemType::Presentation => {
            name("z:presentationType", &genre());
            event.into_iter().for_each(|event| name("z:meetingName", event));
        }
        ItemType::Hearing => match names::host(builder, id) {
            Some(host) => {
                name("z:legislativeBody", host);
                event.into_iter().for_each(|event| name("z:session", event));
            }
            None => event.into_iter().for_each(|event| name("z:legislativeBody", event)),
        },
        ItemType::Letter => {
            name("z:letterType", &genre());
            of.audience.iter().for_each(|party| name("z:recipients", &names::addressee(builder, id, party).inverted()));
            other_event = event;
        }
        ItemType::ForumPost => {
            name("z:postType", &genre());
            other_event = event;
        }
        ItemType::Interview | ItemType::NewspaperArticle => other_event = event,
    }
    match item_type {
        ItemType::Presentation | ItemType::Interview | ItemType::Hearing | ItemType::NewspaperArticle => {
            place.into_iter().for_each(|place| name("z:place", place));
        }
        ItemType::Letter | ItemType::ForumPost => other_place = place,
    }
    // Lines by the names of variables in CSL, which citations are made from.
    let variables = [("event-title", other_event), ("event-place", other_place)];
    let lines = variables.into_iter().filter_map(|(variable, value)| Some(format!("{variable}: {}", value?)));
    let lines: Vec<String> = lines.collect();
    if !lines.is_empty() {
        name("z:extra", &lines.join("\n"));
    }
}

fn element(out: &mut String, name: &str, content: &str) {
    out.push_str("<meta name=\"");
    out.push_str(name);
    out.push_str("\" content=\"");
    for (position, line) in content.split('\n').enumerate() {
        if position > 0 {
            out.push_str("&#10;");
        }
        // Writing to a `String` cannot fail.
        let _ = escape_html(&mut *out, line);
    }
    out.push_str("\">\n");
}

/// The parts of the "cite this" text.
pub(crate) fn citation<'a>(builder: &PageBuilder<'a>, id: StatementId) -> Citation<'a> {
    let of = builder.chronicle.get(id);
    let authors: Vec<_> = of.speakers.iter().map(|speaker| builder.speaker_name(id, speaker)).collect();
    Citation {
        authors: authors.join(", "),
        title: of.entry.fields.title.as_str(),
        container: of.event.as_ref().map(|event| builder.event_name(event)),
        place: of.place.as_ref().map(|place| builder.place_name(place)),
        date: of.date().into(),
        publisher: text::reported_by(builder, id),
    }
}
