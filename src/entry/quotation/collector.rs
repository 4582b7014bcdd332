//! Collects quotations from the parser events of a text.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::line::{AttributionLine, LONGEST, LinePosition, after_dash, dash_and_rest, without_dash, without_hyphen};
use super::turn::{Kind, Turn, asks, label, weighed};
use super::{Quotation, is_comment};
use crate::naming::letters::is_ended;

/// Collects quotations from the events of a text.
#[derive(Debug)]
pub(in crate::entry) struct Collector<'a> {
    markdown: &'a str,
    /// How many quotations are open.
    depth: usize,
    /// How many lists and tables are open within the outermost quotation.
    within: usize,
    /// How many images are open.
    images: usize,
    /// Where the last quotation within the outermost one begins in its text.
    inner: usize,
    current: Quotation,
    /// The lines that may begin turns, with what their labels are.
    turns: Vec<(Turn, Kind)>,
    /// The start of the current line: in the text, and in the Markdown once the line has text.
    line: (usize, Option<usize>),
    /// Whether a paragraph, or a line of an item that has none, is read.
    is_open: bool,
    /// Where the last line of the paragraph that begins with a dash begins.
    dashed: Option<(usize, usize)>,
    /// Whether a comment is read, which is not shown.
    is_comment: bool,
    /// Whether a footnote is read, which is the editors', and stands at the end of the page.
    is_note: bool,
    /// How many emphases are open.
    emphases: usize,
    /// How many were open where the current line began.
    open_before: usize,
    /// How many bytes at the beginning of the current line are emphasized, by an emphasis that begins there.
    emphasized: usize,
}

impl<'a> Collector<'a> {
    /// One for the events of a text.
    pub(in crate::entry) fn of(markdown: &'a str) -> Collector<'a> {
        Collector {
            markdown,
            depth: 0,
            within: 0,
            images: 0,
            inner: 0,
            current: Quotation::default(),
            turns: Vec::new(),
            line: (0, None),
            is_open: false,
            dashed: None,
            is_comment: false,
            is_note: false,
            emphases: 0,
            open_before: 0,
            emphasized: 0,
        }
    }

    /// Whether the events are those of a quotation now.
    pub(in crate::entry) fn is_inside(&self) -> bool {
        self.depth > 0
    }

    /// Takes an event; gives the quotation that ends with it.
    pub(in crate::entry) fn take(&mut self, event: &Event<'_>, range: &Range<usize>) -> Option<Quotation> {
        if self.is_note {
            self.is_note = *event != Event::End(TagEnd::FootnoteDefinition);
            return None;
        }
        match event {
            Event::Start(Tag::BlockQuote(_)) => {
                if self.depth == 0 {
                    *self = Collector::of(self.markdown);
                    self.current.range = range.clone();
                }
                if self.depth == 1 {
                    self.inner = self.current.text.len();
                }
                self.follow();
                self.depth += 1;
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                self.depth -= 1;
                match self.depth {
                    0 => {
                        self.current.turns = weighed(std::mem::take(&mut self.turns), &self.current.text);
                        return Some(std::mem::take(&mut self.current));
                    }
                    1 => self.current.inner.push(self.inner..self.current.text.len()),
                    _ => {}
                }
            }
            _ if self.depth == 0 => {}
            Event::Start(Tag::FootnoteDefinition(_)) => self.is_note = true,
            Event::InlineHtml(html) if is_comment(html) => {}
            Event::Start(Tag::HtmlBlock) if is_comment(&self.markdown[range.clone()]) => self.is_comment = true,
            Event::End(TagEnd::HtmlBlock) if self.is_comment => self.is_comment = false,
            Event::Html(_) if self.is_comment => {}
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag, range),
            Event::Text(part) | Event::Code(part) | Event::InlineHtml(part) | Event::Html(part) => {
                let start = self.current.text.len();
                if self.images > 0 {
                    self.current.images.push((start, part.to_string()));
                    return None;
                }
                self.line.1.get_or_insert(range.start);
                self.current.places.push((start, range.start));
                self.current.text.push_str(part);
                if self.emphases > self.open_before && self.emphasized == start - self.line.0 {
                    self.emphasized += part.len();
                }
                if matches!(event, Event::InlineHtml(_) | Event::Html(_)) {
                    self.current.others.push(start..self.current.text.len());
                }
            }
            Event::SoftBreak | Event::HardBreak if self.images > 0 => {
                self.current.images.push((self.current.text.len(), " ".to_owned()));
            }
            Event::SoftBreak | Event::HardBreak => {
                self.end_line(range.start, false);
                self.current.text.push(' ');
                self.begin_line();
            }
            Event::Rule => self.follow(),
            _ => {}
        }
        None
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph => {
                self.follow();
                self.begin_line();
                (self.is_open, self.dashed) = (true, None);
            }
            Tag::Item => {
                self.follow();
                self.begin_line();
                self.is_open = true;
            }
            Tag::List(_) | Tag::Table(_) => {
                self.follow();
                self.within += 1;
            }
            Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock => {
                self.follow();
                self.begin_line();
            }
            Tag::TableCell => self.begin_line(),
            Tag::Image { .. } => self.images += 1,
            Tag::Strong | Tag::Emphasis => self.emphases += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: &TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Paragraph => {
                self.current.last = self.line.0..self.current.text.len();
                self.end_line(range.end, true);
                self.is_open = false;
                self.current.text.push('\n');
            }
            TagEnd::Item => {
                self.end_line(range.end, true);
                self.is_open = false;
                self.current.text.push('\n');
            }
            TagEnd::Heading(_) | TagEnd::TableCell => {
                // What stands there is set apart as emphasis sets words apart.
                self.note_turn(self.line.0, usize::MAX, true);
                self.current.text.push('\n');
            }
            TagEnd::CodeBlock => {
                self.note_turn(self.line.0, self.emphasized, true);
                self.current.text.push('\n');
            }
            TagEnd::List(_) | TagEnd::Table => self.within = self.within.saturating_sub(1),
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            TagEnd::Strong | TagEnd::Emphasis => self.emphases = self.emphases.saturating_sub(1),
            _ => {}
        }
    }

    fn begin_line(&mut self) {
        (self.line, self.emphasized) = ((self.current.text.len(), None), 0);
        self.open_before = self.emphases;
    }

    /// Notes the line that begins at a byte of the text, if it begins as somebody else's turn may.
    fn note_turn(&mut self, start: usize, emphasized: usize, ends_block: bool) {
        if self.depth != 1 {
            return;
        }
        let line = &self.current.text[start..];
        let Some((found, kind)) = label(line, emphasized) else { return };
        let range = self.current.place(start + found.start)..self.current.place(start + found.end);
        // A sign that is escaped, or written as `&colon;`, is part of the words.
        let is_whole = found.end == line.trim_end().len();
        let is_typed =
            is_whole || !self.markdown[..range.end].ends_with('\\') && !self.markdown[range.end..].starts_with('&');
        if is_typed {
            let after = &line[found.end..];
            let sign = if is_whole { None } else { after.trim_start().chars().next() };
            let (label, asks) = (unbracketed(line[found].trim()).to_owned(), asks(after));
            let is_within = self.is_open && is_unended(&self.current.text[..start]);
            let Some(kind) = (if is_within { kind.within_sentence(&label, sign) } else { Some(kind) }) else { return };
            // Names in a list, and in lines that others follow, are those of whom somebody speaks.
            if is_whole && kind == Kind::Heading && (self.within > 0 || !ends_block) {
                return;
            }
            self.turns.push((Turn { label, sign, range, is_sure: false, asks, is_below: false }, kind));
        }
    }

    /// Notes that more text follows the candidate lines read so far.
    fn follow(&mut self) {
        if let Some(line) = self.current.lines.last_mut() {
            match line.place {
                LinePosition::Last => line.place = LinePosition::Within,
                // Only the last line can be meant as an attribution.
                LinePosition::Item | LinePosition::Broken | LinePosition::Inline => drop(self.current.lines.pop()),
                LinePosition::Within | LinePosition::Deeper => {}
            }
        }
    }

    /// Notes the line that ends at a byte of the Markdown, if it may be an attribution.
    fn end_line(&mut self, end: usize, ends_block: bool) {
        let (start, Some(from)) = self.line else { return };
        if !self.is_open {
            return;
        }
        self.note_turn(start, self.emphasized, ends_block);
        let line = &self.current.text[start..];
        if line.len() > LONGEST {
            return;
        }
        // A dash that is escaped, or written as `&mdash;`, is part of the words.
        let is_escaped = self.markdown[..from].ends_with('\\');
        let is_typed = || !is_escaped && without_dash(&self.markdown[from..end]).is_some();
        let is_direct = self.within == 0 && self.depth == 1;
        let found = match dash_and_rest(line) {
            Some((dash, name)) if is_typed() => {
                self.dashed = Some((start, from)).filter(|_| is_direct);
                let place = match (is_direct, ends_block) {
                    (true, true) => LinePosition::Last,
                    (true, false) => LinePosition::Within,
                    (false, _) => LinePosition::Deeper,
                };
                Some((dash, name, place))
            }
            None if ends_block && let Some((start, from)) = self.dashed => {
                return self.broken(start, from..end);
            }
            None if ends_block && is_direct && !is_escaped => without_hyphen(line)
                .map(|name| ("", name, LinePosition::Item))
                .or_else(|| after_dash(line).map(|name| ("", name, LinePosition::Inline))),
            None if ends_block && self.within == 1 && self.depth == 1 => Some(("", line.trim(), LinePosition::Item)),
            _ => None,
        };
        let Some((dash, name, place)) = found.filter(|(_, name, _)| !name.is_empty()) else { return };
        let (dash, name) = (dash.to_owned(), name.to_owned());
        let to = from + self.markdown[from..end].trim_end().len();
        self.current.lines.push(AttributionLine { dash, name, place, range: from..to });
    }

    /// Notes what begins with a dash and goes on over more lines.
    fn broken(&mut self, start: usize, range: Range<usize>) {
        let line = dash_and_rest(&self.current.text[start..]).filter(|(_, name)| name.len() <= LONGEST);
        let Some((dash, name)) = line.map(|(dash, name)| (dash.to_owned(), name.to_owned())) else { return };
        let length = self.markdown[range.clone()].trim_end().len();
        self.current.lines.push(AttributionLine {
            dash,
            name,
            place: LinePosition::Broken,
            range: range.start..range.start + length,
        });
    }
}

/// A label without the bracket that opens it, and that which closes it: `[Interviewer`, `(Bo Day)`.
fn unbracketed(label: &str) -> &str {
    let inner = label.trim_start_matches(['[', '(', '【', '（']);
    if inner.len() < label.len() { inner.trim_end_matches([']', ')', '】', '）']) } else { label }
}

/// Whether a text ends within a sentence: not with the end of one, of a paragraph, or with a colon or dash.
fn is_unended(text: &str) -> bool {
    let before = text.strip_suffix(' ').unwrap_or_default();
    !before.is_empty() && !before.ends_with('\n') && !before.ends_with([':', ';', '：', '—', '–']) && !is_ended(before)
}
