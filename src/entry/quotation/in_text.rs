//! Quotations as text selectors on the rendered page.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Collector, Quotation};

/// A passage with its context: a TextQuoteSelector of the Web Annotation Data Model (W3C, 2017).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InText {
    pub(crate) exact: String,
    /// Up to [`InText::BESIDE`] letters before it.
    pub(crate) prefix: String,
    /// Up to [`InText::BESIDE`] letters after it.
    pub(crate) suffix: String,
}

impl InText {
    /// Length of the context, enough to tell repeated words apart.
    pub(crate) const BESIDE: usize = 32;

    /// The part of a text, in bytes; both ends must be between letters.
    pub(crate) fn of(text: &str, part: Range<usize>) -> InText {
        let (before, after) = (&text[..part.start], &text[part.end..]);
        let start = before.char_indices().nth_back(InText::BESIDE - 1).map_or(0, |(at, _)| at);
        let end = after.char_indices().nth(InText::BESIDE).map_or(after.len(), |(at, _)| at);
        InText { exact: text[part].to_owned(), prefix: before[start..].to_owned(), suffix: after[..end].to_owned() }
    }
}

/// The block quotations of a Markdown text as its page shows them, from the parser events with the page's typography:
/// white space collapsed, attributions left out. `attributed` says which quotations have one.
pub(crate) fn in_text(
    text: &str,
    events: &[(Event<'_>, Range<usize>)],
    attributed: &[Option<u32>],
) -> Vec<(Quotation, InText)> {
    let (mut collector, mut plain, mut found) = (Collector::of(text), String::with_capacity(text.len()), Vec::new());
    let (mut notes, mut images) = (0, 0);
    for (event, range) in events {
        if let Some(quotation) = collector.take(event, range) {
            let quotation = quotation.read_as(found.len(), attributed);
            plain.push(' ');
            let start = plain.len();
            plain.push_str(&quotation.text);
            found.push((quotation, start..plain.len()));
            plain.push(' ');
            continue;
        }
        match event {
            // Footnotes are rendered at the end of the page.
            Event::Start(Tag::FootnoteDefinition(_)) => notes += 1,
            Event::End(TagEnd::FootnoteDefinition) => notes -= 1,
            // Descriptions of images are no text of the page.
            Event::Start(Tag::Image { .. }) => images += 1,
            Event::End(TagEnd::Image) => images -= 1,
            _ if notes > 0 || images > 0 || collector.is_inside() => {}
            Event::Text(part) | Event::Code(part) | Event::InlineHtml(part) | Event::Html(part) => plain.push_str(part),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock) => {
                plain.push(' ');
            }
            Event::End(TagEnd::Heading(_) | TagEnd::TableCell) => plain.push(' '),
            _ => {}
        }
    }
    found.into_iter().map(|(quotation, part)| (quotation, folded_in(&plain, part))).collect()
}

/// The part of a text with what stands beside it, with all white space as one space.
fn folded_in(text: &str, part: Range<usize>) -> InText {
    let before = text[..part.start].trim_start().chars().rev();
    let prefix: Vec<char> = one_space(before).take(InText::BESIDE).collect();
    let mut exact = String::with_capacity(part.len());
    for word in text[part.clone()].split_whitespace() {
        if !exact.is_empty() {
            exact.push(' ');
        }
        exact.push_str(word);
    }
    InText {
        exact,
        prefix: prefix.into_iter().rev().collect(),
        suffix: one_space(text[part.end..].chars()).take(InText::BESIDE).collect(),
    }
}

/// Letters with all white space as one space.
fn one_space(letters: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let mut after_space = false;
    letters.filter_map(move |letter| {
        let is_again = std::mem::replace(&mut after_space, letter.is_whitespace()) && after_space;
        (!is_again).then_some(if after_space { ' ' } else { letter })
    })
}
