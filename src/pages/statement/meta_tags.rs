//! The metadata for reference managers and search engines in the head of a statement page, tested with Zotero's translators.

use pulldown_cmark_escape::escape_html;

use crate::chronicle::{Speaker, StatementId};
use crate::entry::statement::Kind;
use crate::pages::PageBuilder;
use crate::pages::statement::text;
use crate::views::{Citation, Html};

/// Zotero's item type for a genre.
fn item_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Interview => "interview",
        Kind::Parliament => "hearing",
        Kind::Article => "newspaperArticle",
        _ => "presentation",
    }
}

/// A speaker as reference managers want the name: `Family, Given`; a trailing comma keeps the name of an organization whole.
pub(crate) fn inverted(builder: &PageBuilder<'_>, id: StatementId, speaker: &Speaker) -> String {
    match speaker {
        Speaker::Person(person, _) => {
            let fields = &builder.chronicle[*person].entry.fields;
            match (&fields.family, &fields.given) {
                (Some(family), Some(given)) => format!("{family}, {given}"),
                _ => format!("{},", fields.name),
            }
        }
        _ => format!("{},", builder.speaker_name(id, speaker)),
    }
}

/// The `<meta>` elements of a statement page, one a line. Every page has some twenty, so they are written at once. Those of
/// the Open Graph protocol are the same on all pages, and stand in `base.html`; the type that it has there for a statement is
/// `article`, since any other makes it a bare web page.
pub(crate) fn elements(builder: &PageBuilder<'_>, id: StatementId) -> Html {
    let of = &builder.chronicle[id];
    let fields = &of.entry.fields;
    let language = fields.language.as_ref().unwrap_or(&builder.config.language).as_str();
    let url = builder.url(builder.chronicle.statement_address(id));
    let mut out = String::with_capacity(4096);
    out.push_str("<link rel=\"schema.DCTERMS\" href=\"http://purl.org/dc/terms/\">\n");
    let mut name = |name: &str, content: &str| element(&mut out, name, content);
    name("z:itemType", item_type(fields.kind));
    if item_type(fields.kind) == "presentation" {
        name("z:presentationType", fields.kind.word());
    }
    if let Some(event) = &of.event {
        name("z:meetingName", builder.event_name(event));
    }
    if let Some(place) = &of.place {
        name("z:place", builder.place_name(place));
    }
    of.speakers.iter().for_each(|speaker| name("eprints.creators_name", &inverted(builder, id, speaker)));
    name("citation_title", fields.title.as_str());
    if let Some(date) = fields.date.iso() {
        // A slash would have another meaning, except between the two ends of an interval.
        name("citation_date", &if fields.date.is_interval() { date } else { date.replace('-', "/") });
    }
    name("citation_language", language);
    name("citation_public_url", &url);
    of.speakers.iter().for_each(|speaker| name("DCTERMS.creator", &inverted(builder, id, speaker)));
    name("DCTERMS.title", fields.title.as_str());
    name("DCTERMS.type", "Text");
    name("DCTERMS.date", &fields.date.to_string());
    name("DCTERMS.language", language);
    name("DCTERMS.identifier", &url);
    for topic in &of.topics {
        name("DCTERMS.subject", builder.chronicle[*topic].entry.fields.label.as_str());
    }
    if let Some(publisher) = text::reported_by(builder, id) {
        name("DCTERMS.source", publisher);
    }
    Html::new(out.trim_end())
}

fn element(out: &mut String, name: &str, content: &str) {
    out.push_str("<meta name=\"");
    out.push_str(name);
    out.push_str("\" content=\"");
    // Writing to a `String` cannot fail.
    let _ = escape_html(&mut *out, content);
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
