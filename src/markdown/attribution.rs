//! The last line `— Name` of a quotation, which stands below it on the page.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::entry::quotation::without_dash;

/// Takes the last line out of a quotation that ends with a paragraph.
pub(super) fn take_last_line<'a>(inner: &mut Vec<Event<'a>>) -> Option<Vec<Event<'a>>> {
    let end = inner.iter().rposition(|event| matches!(event, Event::End(TagEnd::Paragraph)))?;
    let start = inner[..end].iter().rposition(|event| matches!(event, Event::Start(Tag::Paragraph)))?;
    let line = inner[start..end]
        .iter()
        .rposition(|event| matches!(event, Event::SoftBreak | Event::HardBreak))
        .map_or(start, |at| start + at);
    // Of a paragraph that has no other line nothing is left.
    let taken: Vec<Event<'a>> =
        if line == start { inner.drain(start..=end).collect() } else { inner.drain(line..end).collect() };
    let is_inline = |event: &Event<'_>| {
        let is_end = matches!(event, Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph));
        !is_end && !matches!(event, Event::SoftBreak | Event::HardBreak)
    };
    Some(taken.into_iter().filter(is_inline).collect())
}

/// A line without the dash that it begins with.
pub(super) fn after_dash(line: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut has_begun = false;
    let without = |event| match event {
        Event::Text(text) if !has_begun => {
            // Before a name stands nothing but the dash.
            let name = without_dash(&text).unwrap_or(text.trim_start_matches(['-', ' '])).to_owned();
            let name = if name.chars().any(char::is_alphanumeric) { name } else { String::new() };
            has_begun = !name.is_empty();
            Event::Text(name.into())
        }
        other => other,
    };
    line.into_iter().map(without).collect()
}
