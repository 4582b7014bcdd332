//! From Markdown to HTML: CommonMark with tables, footnotes and smart punctuation.
//!
//! Block quotations become figures with anchors `q1`, `q2`, …; headings get anchors; links to other records lead to
//! their pages. Raw HTML is shown as text: nothing an author writes reaches a reader's browser as markup.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};
use pulldown_cmark_escape::{escape_href, escape_html};

use crate::chronicle::Target;
use crate::entry::body::Destination;
use crate::entry::dialect;
use crate::entry::heading_ids::HeadingIds;
use crate::entry::quotation::{self, InText, in_text, without_dash};
use attribution::{after_dash, take_last_line};
use captions::cite_link;
pub(crate) use captions::with_captions;
pub use surroundings::{Quoted, Surroundings, Within, Words};

mod attribution;
mod captions;
mod pictures;
mod punctuation;
mod surroundings;
mod table;

/// How the tag around each table begins; its name follows.
pub(crate) const TABLE_FRAME: &str = "<div class=\"table\" role=\"region\"";

/// A text as HTML, with what is known of its quotations.
#[derive(Debug, Default)]
pub struct Html {
    /// The markup.
    pub text: String,
    /// The quotations that have anchors, in order.
    pub quotations: Vec<Quotation>,
    /// The same as they stand in the text for readers.
    pub in_text: Vec<(quotation::Quotation, InText)>,
}

/// A quotation with an anchor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The number of its anchor.
    pub number: u32,
    /// Who it is attributed to by its last line `— Name`.
    pub speaker: Option<String>,
}

/// About how many bytes of a text make an event.
const EVENT: usize = 24;

/// Renders a text.
pub fn render(text: &str, around: &Surroundings<'_>) -> Html {
    let options = dialect::markdown() | Options::ENABLE_SMART_PUNCTUATION;
    let mut writer = Writer {
        around,
        html: Html::default(),
        quotes: 0,
        headings: HeadingIds::default(),
        open: Vec::new(),
        unused_heading: None,
        tables: 0,
        cells: table::Cells::default(),
        notes: Notes::default(),
    };
    // As many as most texts have, so that they need not be moved while they become more.
    let mut events: Vec<(Event<'_>, Range<usize>)> = Vec::with_capacity(text.len() / EVENT + 16);
    events.extend(Parser::new_ext(text, options).into_offset_iter());
    without_comments(text, &mut events);
    punctuation::settle(text, around.language, &mut events);
    if let Some(quoted) = around.quoted.filter(|quoted| !quoted.anchors.is_empty()) {
        writer.html.in_text = in_text(text, &events, quoted.attributed);
    }
    let mut out: Vec<Event<'_>> = Vec::with_capacity(events.len() + 8);
    writer.rewrite(events.into_iter().map(|(event, _)| event), &mut out);
    writer.html.text.reserve(text.len() + text.len() / 4);
    html::push_html(&mut writer.html.text, out.into_iter());
    writer.push_notes();
    writer.html
}

struct Writer<'a> {
    around: &'a Surroundings<'a>,
    html: Html,
    quotes: usize,
    headings: HeadingIds,
    /// The levels, as written, of the last heading and those above it.
    open: Vec<HeadingLevel>,
    /// The id of the last heading, as long as no table below it is named by it.
    unused_heading: Option<String>,
    tables: usize,
    cells: table::Cells,
    notes: Notes,
}

/// Footnotes: their order is that of the first reference to each.
#[derive(Default)]
struct Notes {
    numbers: BTreeMap<String, usize>,
    references: BTreeMap<usize, usize>,
    texts: BTreeMap<String, String>,
}

impl Notes {
    /// Labels are the same in capital letters and small ones.
    fn number(&mut self, label: &str) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(label.to_lowercase()).or_insert(next)
    }
}

impl<'a> Writer<'a> {
    /// Replaces the events whose markup is Chronicle's own.
    fn rewrite(&mut self, events: impl IntoIterator<Item = Event<'a>>, out: &mut Vec<Event<'a>>) {
        let mut rest = events.into_iter().peekable();
        while let Some(event) = rest.next() {
            match event {
                Event::Start(Tag::FootnoteDefinition(label)) => self.note(&label, &mut rest),
                Event::Start(Tag::Heading { level, .. }) => self.heading(level, &mut rest, out),
                Event::Start(Tag::BlockQuote(_)) if self.around.quoted.is_some() && self.quotes == 0 => {
                    self.quotation(&mut rest, out)
                }
                Event::Start(tag @ Tag::BlockQuote(_)) => {
                    self.quotes += 1;
                    out.push(Event::Start(tag));
                }
                Event::End(tag @ TagEnd::BlockQuote(_)) => {
                    self.quotes = self.quotes.saturating_sub(1);
                    out.push(Event::End(tag));
                }
                Event::Start(Tag::Paragraph) if self.quotes == 0 && pictures::may_begin(rest.peek()) => {
                    self.picture_or_paragraph(&mut rest, out);
                }
                Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                    out.push(self.link(link_type, &dest_url, title, id));
                }
                Event::End(TagEnd::Link) => out.push(markup("</a>")),
                Event::Start(Tag::Image { dest_url, title, .. }) => self.image(&dest_url, &title, &mut rest, out),
                Event::Start(Tag::HtmlBlock) => out.push(Event::Start(Tag::Paragraph)),
                Event::End(TagEnd::HtmlBlock) => out.push(Event::End(TagEnd::Paragraph)),
                Event::Html(text) | Event::InlineHtml(text) => out.push(Event::Text(text)),
                Event::FootnoteReference(label) => out.push(self.reference(&label)),
                Event::Start(Tag::Table(alignments)) => {
                    out.push(self.table());
                    out.push(self.cells.table(alignments));
                }
                Event::Start(tag @ (Tag::TableHead | Tag::TableRow)) => {
                    self.cells.row(tag == Tag::TableHead);
                    out.push(Event::Start(tag));
                }
                Event::Start(Tag::TableCell) => out.push(markup(self.cells.open())),
                Event::End(TagEnd::TableCell) => out.push(markup(self.cells.close())),
                Event::End(TagEnd::Table) => {
                    out.push(Event::End(TagEnd::Table));
                    out.push(markup("</div>"));
                }
                other => out.push(other),
            }
        }
    }

    fn heading(&mut self, level: HeadingLevel, rest: &mut dyn Iterator<Item = Event<'a>>, out: &mut Vec<Event<'a>>) {
        let inner: Vec<Event<'a>> = rest.take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_)))).collect();
        let words = plain(&inner);
        let id = format!("{}{}", self.around.within.prefix(), escaped(&self.headings.take(&words)));
        // A level that the author skipped would be one that a reader of the page looks for in vain.
        while self.open.last().is_some_and(|open| *open >= level) {
            self.open.pop();
        }
        self.open.push(level);
        let level = (self.open.len() + self.around.lower).min(6);
        out.push(markup(format!("<h{level} id=\"{id}\">")));
        self.rewrite(inner, out);
        out.push(markup(format!("</h{level}>\n")));
        self.unused_heading = Some(id).filter(|_| !words.trim().is_empty());
    }

    /// The begin of the frame around a table: a wide one is scrolled within it, by keyboard, too. The first below a heading has
    /// its name; any other has a number, so that no two have the same.
    fn table(&mut self) -> Event<'a> {
        self.tables += 1;
        let name = match self.unused_heading.take() {
            Some(heading) => format!("aria-labelledby=\"{heading}\""),
            None => {
                let words = self.around.within.table(self.around.words);
                format!("aria-label=\"{}\"", escaped(&words.replace("{n}", &self.tables.to_string())))
            }
        };
        markup(format!("{TABLE_FRAME} {name} tabindex=\"0\">"))
    }

    fn quotation(&mut self, rest: &mut dyn Iterator<Item = Event<'a>>, out: &mut Vec<Event<'a>>) {
        let mut depth = 1;
        let mut inner: Vec<Event<'a>> = Vec::new();
        for event in rest {
            match event {
                Event::Start(Tag::BlockQuote(_)) => depth += 1,
                Event::End(TagEnd::BlockQuote(_)) => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            inner.push(event);
        }
        let index = self.html.quotations.len();
        let (number, is_attributed) = self.around.quoted.map_or((None, false), |quoted| {
            let number = quoted.anchors.get(index).copied();
            (number, quoted.attributed.get(index).is_some_and(Option::is_some))
        });
        let number = number.unwrap_or_else(|| u32::try_from(index + 1).unwrap_or(u32::MAX));
        let line = is_attributed.then(|| take_last_line(&mut inner)).flatten();
        let speaker = line.as_deref().and_then(|line| without_dash(&plain(line)).map(str::to_owned));
        self.html.quotations.push(Quotation { number, speaker });
        out.push(markup(format!("<figure class=\"quotation\" id=\"q{number}\"><blockquote dir=\"auto\">\n")));
        self.quotes += 1;
        self.rewrite(inner, out);
        self.quotes -= 1;
        out.push(markup("</blockquote><figcaption>"));
        if let Some(line) = line {
            out.push(markup("<span class=\"speaker\">— "));
            self.rewrite(after_dash(line), out);
            out.push(markup("</span> "));
        }
        let cite = cite_link(number, &self.around.words.cite_this);
        out.push(markup(format!("{cite}</figcaption></figure>\n")));
    }

    fn link(&self, link_type: LinkType, destination: &CowStr<'a>, title: CowStr<'a>, _id: CowStr<'a>) -> Event<'a> {
        let mut href = String::new();
        let address = match Destination::of(destination) {
            Destination::Outside if link_type == LinkType::Email => format!("mailto:{destination}"),
            Destination::Outside => destination.to_string(),
            Destination::Refused(_) if link_type == LinkType::Email => format!("mailto:{destination}"),
            Destination::Refused(_) => return markup("<a>"),
            Destination::File(..) | Destination::Fragment(_) => match (self.around.target)(destination) {
                Some(target) => self.address(&target),
                None if link_type == LinkType::Email => format!("mailto:{destination}"),
                None => return markup("<a>"),
            },
        };
        // Writing to a `String` cannot fail.
        let _ = escape_href(&mut href, &address);
        let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escaped(&title)) };
        markup(format!("<a href=\"{href}\"{title}>"))
    }

    fn address(&self, target: &Target) -> String {
        match target {
            Target::Page(address, fragment) => {
                let fragment = fragment.as_ref().map_or_else(String::new, |fragment| format!("#{fragment}"));
                format!("{}{address}{fragment}", self.around.base_path)
            }
            Target::Address(written) => format!("{}{written}", self.around.base_path),
            Target::Fragment(fragment) => format!("#{fragment}"),
            Target::File(path) => {
                // The name may have what would begin something else in an address.
                let path = path.replace('%', "%25").replace('?', "%3F").replace('#', "%23");
                format!("{}/{path}", self.around.base_path)
            }
        }
    }

    fn reference(&mut self, label: &str) -> Event<'a> {
        let number = self.notes.number(label);
        let count = self.notes.references.entry(number).or_default();
        *count += 1;
        let p = self.around.within.prefix();
        let id = if *count == 1 { format!("{p}note-ref-{number}") } else { format!("{p}note-ref-{number}-{count}") };
        markup(format!("<sup class=\"note-reference\"><a href=\"#{p}note-{number}\" id=\"{id}\">{number}</a></sup>"))
    }

    fn note(&mut self, label: &str, rest: &mut dyn Iterator<Item = Event<'a>>) {
        let inner: Vec<Event<'a>> =
            rest.take_while(|event| !matches!(event, Event::End(TagEnd::FootnoteDefinition))).collect();
        let mut out = Vec::new();
        self.rewrite(inner, &mut out);
        let mut text = String::new();
        html::push_html(&mut text, out.into_iter());
        self.notes.texts.entry(label.to_lowercase()).or_insert(text);
    }

    /// The footnotes that are referred to, in the order of their numbers.
    fn push_notes(&mut self) {
        if self.notes.numbers.is_empty() {
            return;
        }
        let mut notes: Vec<(usize, &String)> =
            self.notes.numbers.iter().map(|(label, number)| (*number, label)).collect();
        notes.sort_unstable();
        let (p, words) = (self.around.within.prefix(), self.around.words);
        let out = &mut self.html.text;
        out.push_str(&format!("<section class=\"notes\" aria-label=\"{}\"><ol>\n", escaped(&words.footnotes)));
        for (number, label) in notes {
            let text = self.notes.texts.get(label).map_or("", |text| text.trim_end());
            let (text, end) = text.strip_suffix("</p>").map_or((text, ""), |text| (text, "</p>"));
            let back = escaped(&words.back);
            out.push_str(&format!(
                "<li id=\"{p}note-{number}\">{text} <a class=\"back\" href=\"#{p}note-ref-{number}\" aria-label=\"{back}\">↩</a>{end}</li>\n"
            ));
        }
        out.push_str("</ol></section>\n");
    }
}

/// Takes out the comments, which are for the editors.
fn without_comments(text: &str, events: &mut Vec<(Event<'_>, Range<usize>)>) {
    if memchr::memmem::find(text.as_bytes(), b"<!--").is_none() {
        return;
    }
    let mut is_within = false;
    events.retain(|(event, range)| match event {
        Event::Start(Tag::HtmlBlock) if quotation::is_comment(&text[range.clone()]) => {
            is_within = true;
            false
        }
        // What the block stands in ends by an event of its own, which begins before it.
        Event::End(TagEnd::HtmlBlock) => !std::mem::take(&mut is_within),
        Event::InlineHtml(html) => !is_within && !quotation::is_comment(html),
        _ => !is_within,
    });
}

/// The words of some events.
fn plain(events: &[Event<'_>]) -> String {
    let mut text = String::new();
    for event in events {
        match event {
            Event::Text(part) | Event::Code(part) | Event::InlineHtml(part) => text.push_str(part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

fn markup<'a>(text: impl Into<CowStr<'a>>) -> Event<'a> {
    Event::InlineHtml(text.into())
}

/// A text with what means something in HTML escaped.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Writing to a `String` cannot fail.
    let _ = escape_html(&mut out, text);
    out
}
