//! Pictures: a paragraph that is one image of the site becomes a figure. Its caption is what stands below it in emphasis, in
//! the lines that follow or in a paragraph of its own; each line is shown as it is written, so that the last may name whom
//! the picture is from. In block quotations nothing is a caption: what stands there in emphasis was said.

use std::iter::Peekable;

use pulldown_cmark::{Event, Tag, TagEnd};
use pulldown_cmark_escape::escape_href;

use super::{Writer, escaped, markup, plain};
use crate::chronicle::Target;
use crate::picture::Size;

/// Whether a paragraph that begins with an event may be a picture.
pub(super) fn may_begin(event: Option<&Event<'_>>) -> bool {
    matches!(event, Some(Event::Start(Tag::Image { .. } | Tag::Link { .. })))
}

/// The lines of a caption.
type Lines<'a> = Vec<Vec<Event<'a>>>;

impl<'a> Writer<'a> {
    /// Writes a paragraph that may be a picture, with what belongs to it.
    pub(super) fn picture_or_paragraph(
        &mut self,
        rest: &mut Peekable<impl Iterator<Item = Event<'a>>>,
        out: &mut Vec<Event<'a>>,
    ) {
        let mut paragraph = Some(paragraph_of(rest));
        while let Some(mut inner) = paragraph.take() {
            let Some((image, mut caption)) = self.picture(&inner) else {
                out.push(Event::Start(Tag::Paragraph));
                self.rewrite(inner, out);
                out.push(Event::End(TagEnd::Paragraph));
                return;
            };
            inner.truncate(image);
            if caption.is_empty() && rest.next_if_eq(&Event::Start(Tag::Paragraph)).is_some() {
                let below = paragraph_of(rest);
                match lines(&below) {
                    Some(lines) => caption = lines,
                    None => paragraph = Some(below),
                }
            }
            self.figure(inner, caption, out);
        }
    }

    /// How many events of a paragraph are the image that it begins with, which may be a link, and its caption; none where
    /// the paragraph is anything else.
    fn picture(&self, paragraph: &[Event<'a>]) -> Option<(usize, Lines<'a>)> {
        let is_link = matches!(paragraph.first(), Some(Event::Start(Tag::Link { .. })));
        let start = usize::from(is_link);
        let Some(Event::Start(Tag::Image { dest_url, .. })) = paragraph.get(start) else { return None };
        let end = start + closed(&paragraph[start..])?;
        let end = match paragraph.get(end) {
            Some(Event::End(TagEnd::Link)) if is_link => end + 1,
            _ if is_link => return None,
            _ => end,
        };
        let caption = match paragraph.get(end) {
            None => Vec::new(),
            Some(Event::SoftBreak | Event::HardBreak) => lines(&paragraph[end + 1..])?,
            Some(_) => return None,
        };
        self.is_file(dest_url).then_some((end, caption))
    }

    /// Whether a destination is a file of the site.
    fn is_file(&self, destination: &str) -> bool {
        matches!((self.around.target)(destination), Some(Target::File(_)))
    }

    /// Writes an image of the site's own; any other is replaced by its description, since no third party is ever contacted. In
    /// a quotation it is left out: the description is nothing that was said.
    pub(super) fn image(
        &self,
        destination: &str,
        title: &str,
        rest: &mut dyn Iterator<Item = Event<'a>>,
        out: &mut Vec<Event<'a>>,
    ) {
        // A description may have images.
        let mut depth = 1_usize;
        let is_within = |event: &Event<'a>| {
            match event {
                Event::Start(Tag::Image { .. }) => depth += 1,
                Event::End(TagEnd::Image) => depth -= 1,
                _ => {}
            }
            depth > 0
        };
        let inner: Vec<Event<'a>> = rest.take_while(is_within).collect();
        let description = plain(&inner);
        match (self.around.target)(destination) {
            Some(target @ Target::File(_)) => {
                let mut source = String::new();
                let _ = escape_href(&mut source, &self.address(&target));
                let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escaped(title)) };
                let size = if let Target::File(file) = &target { (self.around.size)(file) } else { None };
                // Nothing moves when it is there.
                let size = size.map_or_else(String::new, |Size { width, height }| {
                    format!(" width=\"{width}\" height=\"{height}\"")
                });
                let alt = escaped(&description);
                out.push(markup(format!(
                    "<img src=\"{source}\" alt=\"{alt}\"{title}{size} loading=\"lazy\" decoding=\"async\">"
                )));
            }
            _ if self.quotes > 0 => {}
            _ => out.push(Event::Text(description.into())),
        }
    }

    fn figure(&mut self, image: Vec<Event<'a>>, caption: Lines<'a>, out: &mut Vec<Event<'a>>) {
        out.push(markup("<figure class=\"picture\">"));
        self.rewrite(image, out);
        if !caption.is_empty() {
            out.push(markup("<figcaption>"));
            for (position, line) in caption.into_iter().enumerate() {
                if position > 0 {
                    out.push(markup("<br>\n"));
                }
                self.rewrite(line, out);
            }
            out.push(markup("</figcaption>"));
        }
        out.push(markup("</figure>\n"));
    }
}

/// The events of the paragraph that has begun.
fn paragraph_of<'a>(rest: &mut impl Iterator<Item = Event<'a>>) -> Vec<Event<'a>> {
    rest.take_while(|event| *event != Event::End(TagEnd::Paragraph)).collect()
}

/// The lines of a paragraph, each of which is wholly in emphasis, without the mark of that.
fn lines<'a>(paragraph: &[Event<'a>]) -> Option<Lines<'a>> {
    let (mut lines, mut rest) = (Vec::new(), paragraph);
    loop {
        let Some(Event::Start(Tag::Emphasis)) = rest.first() else { return None };
        let end = closed(rest)?;
        lines.push(rest[1..end - 1].to_vec());
        match rest.get(end) {
            None => return Some(lines),
            Some(Event::SoftBreak | Event::HardBreak) => rest = &rest[end + 1..],
            Some(_) => return None,
        }
    }
}

/// How many events there are until the first of them, which begins something, is closed.
fn closed(events: &[Event<'_>]) -> Option<usize> {
    let mut depth = 0_usize;
    let end = events.iter().position(|event| {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    })?;
    Some(end + 1)
}
