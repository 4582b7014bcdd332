//! Findings about Markdown that does not render as its author meant: definitions that nothing refers to, syntax of
//! other dialects that is shown literally, and lines that belong to another quotation than it seems.

mod admonition;
mod finding;
mod line;
mod marks;
mod pairs;
mod references;
mod signs;
mod swallowed;

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, RefDefs, Tag, TagEnd};

use super::quotation::is_comment;
use crate::diagnostic::{Code, Diagnostic};
use crate::input::{InputId, Span};
pub(super) use finding::MISTAKES;
use marks::Marks;
use references::References;
use swallowed::Block;

/// Collects findings from the parser events of a text.
#[derive(Debug)]
pub(super) struct Markup<'a> {
    text: &'a str,
    /// Where the text begins in its file.
    place: (InputId, usize),
    findings: Vec<Diagnostic>,
    /// The nesting depth of block quotations.
    quotations: usize,
    /// Whether a lazy continuation line (without `>`) was already reported in this paragraph.
    is_unmarked: bool,
    /// Whether HTML was already reported in this block.
    has_html: bool,
    /// The first comment, and how many there are.
    comments: (Range<usize>, usize),
    /// The block of code or HTML that is read.
    block: Option<Block>,
    /// The nesting depth of text that is not prose: code and autolinks.
    verbatim: usize,
    marks: Marks,
    references: References,
    /// Where the last cell of the row ends.
    cell: usize,
    /// Lists that are open: of those with numbers the first number, and the next that is shown.
    lists: Vec<Option<(u64, u64)>>,
}

impl<'a> Markup<'a> {
    pub(super) fn of(text: &'a str, place: (InputId, usize), definitions: &RefDefs<'_>) -> Markup<'a> {
        Markup {
            text,
            place,
            findings: Vec::new(),
            quotations: 0,
            is_unmarked: false,
            has_html: false,
            comments: (0..0, 0),
            block: None,
            verbatim: 0,
            marks: Marks::default(),
            references: References::of(definitions),
            cell: 0,
            lists: Vec::new(),
        }
    }

    fn find(&mut self, code: Code, range: &Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        // A text with more is refused.
        if self.findings.len() > MISTAKES {
            return;
        }
        let (input, offset) = self.place;
        let span = Span::new(input, range.start + offset..range.end + offset);
        self.findings.push(Diagnostic::lint(code, span, message).help(Some(help.into())));
    }

    /// Takes an event of the text.
    pub(super) fn take(&mut self, event: &Event<'_>, range: &Range<usize>, definitions: &RefDefs<'_>) {
        match event {
            Event::Text(shown) if self.verbatim == 0 => {
                self.marks.read(self.text, range);
                self.entity(shown, range);
            }
            Event::Text(_) | Event::Html(_) => {
                if let Some(block) = &mut self.block {
                    block.read(self.text, range);
                }
            }
            Event::Start(tag) => self.start(tag, range, definitions),
            Event::End(tag) => self.end(*tag, range),
            Event::SoftBreak | Event::HardBreak => {
                self.marks.end_line(self.text);
                self.lines(range);
            }
            Event::Code(_) => self.lines(range),
            Event::InlineHtml(_) => {
                self.html(range);
                self.lines(range);
            }
            Event::FootnoteReference(label) => self.references.use_note(label),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>, definitions: &RefDefs<'_>) {
        self.references.start_block(tag, range);
        match tag {
            Tag::BlockQuote(_) => {
                self.end_block();
                self.quotations += 1;
                self.dialect(range);
            }
            Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell => self.end_block(),
            Tag::List(first) => self.lists.push(first.map(|first| (first, first))),
            Tag::Item => {
                self.end_block();
                self.item(range);
            }
            Tag::CodeBlock(kind) => {
                self.verbatim += 1;
                self.block = Some(Block::of_code(self.text, kind, range, self.quotations > 0));
            }
            Tag::HtmlBlock => {
                self.end_block();
                self.html(range);
                self.block = Block::of_html(self.text, range, self.quotations > 0);
            }
            Tag::FootnoteDefinition(label) => {
                self.end_block();
                self.note(label, range);
            }
            Tag::TableRow => self.cell = range.start,
            Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. } => {
                self.verbatim += usize::from(matches!(link_type, LinkType::Autolink | LinkType::Email));
                self.references.use_definition(id, definitions);
            }
            _ => {}
        }
        // Reset per paragraph.
        self.is_unmarked &= !matches!(tag, Tag::Paragraph);
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::BlockQuote(_) => {
                self.end_block();
                self.quotations = self.quotations.saturating_sub(1);
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item => self.end_block(),
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::HtmlBlock => {
                self.end_block();
                self.swallowed(range);
            }
            TagEnd::CodeBlock => {
                self.verbatim = self.verbatim.saturating_sub(1);
                self.swallowed(range);
            }
            TagEnd::Link if self.text[range.clone()].starts_with('<') => {
                self.verbatim = self.verbatim.saturating_sub(1);
            }
            TagEnd::TableCell => {
                self.end_block();
                self.cell = range.end;
            }
            TagEnd::TableRow => self.surplus(range),
            _ => {}
        }
    }

    fn end_block(&mut self) {
        self.has_html = false;
        for (code, range, message, help) in self.marks.end_block(self.text) {
            self.find(code, &range, message, help);
        }
    }

    /// A list number at the start of a line, which Markdown renumbers and does not treat as text.
    fn item(&mut self, range: &Range<usize>) {
        let Some(Some((first, next))) = self.lists.last_mut() else { return };
        let (first, shown) = (*first, *next);
        *next += 1;
        let item = &self.text[range.clone()];
        let start = range.start + item.len() - item.trim_start().len();
        let digits = self.text[start..].bytes().take_while(u8::is_ascii_digit).count();
        let number = &self.text[start..start + digits];
        let sign = if self.text[start + digits..].starts_with(')') { ')' } else { '.' };
        let is_other = number.parse().is_ok_and(|number: u64| number != shown && number != first);
        let message = match is_other {
            true => format!("`{number}{sign}` makes an item of a list: it is shown as {shown}"),
            false if self.quotations > 0 && shown == first && first > 1 => {
                format!("`{number}{sign}` makes a list: the number is not compared with a source")
            }
            false => return,
        };
        let help = format!("write `{number}\\{sign}` where the number is part of the words");
        self.find(Code::ListNumber, &(start..start + digits + 1), message, help);
    }

    /// Cells of a table row beyond its header, which are not shown.
    fn surplus(&mut self, range: &Range<usize>) {
        let row = &self.text[..range.end];
        let rest = row.get(self.cell..).unwrap_or_default().trim_end();
        let cells = rest.trim_start_matches(|letter: char| letter == '|' || letter.is_whitespace());
        if !cells.trim_end_matches('|').trim().is_empty() {
            let start = self.cell + (rest.len() - cells.len());
            let help = "give the first row a cell for it, or write `\\|` for a `|` that is part of a cell";
            let message = "the row has more cells than the head of the table: this is not shown";
            self.find(Code::SurplusCell, &(start..self.cell + rest.len()), message, help);
        }
    }

    fn html(&mut self, range: &Range<usize>) {
        if is_comment(&self.text[range.clone()]) {
            let (first, count) = &mut self.comments;
            *count += 1;
            if *count == 1 {
                *first = range.start..range.start + self.text[range.clone()].trim_end().len();
            }
            return;
        }
        if std::mem::replace(&mut self.has_html, true) {
            return;
        }
        let html = self.text[range.clone()].trim_end();
        let (first, range) = (html.lines().next().unwrap_or_default(), range.start..range.start + html.len());
        let help = match html.starts_with("<!--") {
            true => "take it out; a comment that is not shown ends with `-->`, and nothing follows that in its line",
            false => "write Markdown instead; or `\\<` for `<`, where it is to be shown so",
        };
        let message = format!("the HTML `{}` is shown as it is typed", short(first));
        self.find(Code::RawHtml, &range, message, help);
    }

    /// Reports HTML comments once per file: generated texts have many that are alike.
    fn comment(&mut self) {
        let (first, count) = std::mem::take(&mut self.comments);
        let more = match count {
            0 => return,
            1 => String::new(),
            _ => format!(", and {} more of the file are not", count - 1),
        };
        let line = self.text[first.clone()].lines().next().unwrap_or_default();
        let message = format!("the comment `{}` is not shown{more}", short(line));
        let help = "take it out where it is not needed: whoever reads the file sees it; what readers of the page should \
                    know is written as text";
        self.find(Code::RawHtml, &first, message, help);
    }

    /// Text in a block of code or HTML that was probably meant as something else.
    fn swallowed(&mut self, range: &Range<usize>) {
        if let Some((range, message, help)) = self.block.take().and_then(|block| block.end(self.text, range)) {
            self.find(Code::SwallowedText, &range, message, help);
        }
    }

    /// Unknown character references such as `&nbps;`. `shown` is the rendered text of `range`.
    fn entity(&mut self, shown: &str, range: &Range<usize>) {
        if memchr::memchr(b'&', shown.as_bytes()).is_none() || shown.len() != range.len() {
            return;
        }
        for (at, _) in shown.match_indices('&') {
            let rest = &shown[at + 1..];
            let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
            let name = &rest[..length];
            let is_closed = rest[length..].starts_with(';');
            // An escaped `&` is meant literally.
            if self.text[..range.start + at].ends_with('\\') {
                continue;
            }
            let is_name = is_closed && name.len() > 1 && !shown[..at].ends_with(char::is_alphanumeric);
            if is_name || ENTITIES.contains(&name) {
                let end = range.start + at + 1 + length + usize::from(is_closed);
                let help = "write the sign itself; or `\\&` for `&`, where it is to be shown so";
                let message = format!("`&{name}{}` is shown as it is typed", if is_closed { ";" } else { "" });
                self.find(Code::RawMarkup, &(range.start + at..end), message, help);
            }
        }
    }

    /// A block quotation that other dialects show as an admonition.
    fn dialect(&mut self, range: &Range<usize>) {
        let start = range.start + self.text[range.start..].find('>').unwrap_or(0);
        // Bounded, since thousands of quotations can begin in one line.
        let end = self.text.floor_char_boundary(range.end.min(start + 200));
        let line = self.text[start..end].lines().next().unwrap_or_default();
        let Some(mark) = admonition::mark(line) else { return };
        let message = format!("`{}` makes no note here: what follows `>` is the speaker's own words", short(mark));
        let help = "write what the editors say without `>`; take the mark out where the words are the speaker's";
        self.find(Code::ForeignQuotation, &(start..start + line.trim_end().len()), message, help);
    }

    /// Lazy continuation lines: they continue a quotation without its `>`. `range` may span several lines.
    fn lines(&mut self, range: &Range<usize>) {
        if self.quotations == 0 || self.is_unmarked {
            return;
        }
        let ends = memchr::memchr_iter(b'\n', &self.text.as_bytes()[range.clone()]);
        let unmarked = ends.map(|at| range.start + at + 1).find(|start| {
            let beginning = self.text.as_bytes()[*start..].iter();
            let marks = beginning.take_while(|byte| matches!(byte, b' ' | b'\t' | b'>'));
            marks.filter(|byte| **byte == b'>').count() < self.quotations
        });
        if let Some(start) = unmarked {
            self.is_unmarked = true;
            let line = self.first_line(&(start..self.text.len()));
            let message = "this line goes on with the quotation above it";
            let marks = if self.quotations > 1 { "as many `>` as the line above has" } else { "`>`" };
            let help = format!("put an empty line before it, or {marks} if it is part of the quotation");
            self.find(Code::UnmarkedQuotation, &line, message, help);
        }
    }

    fn first_line(&self, range: &Range<usize>) -> Range<usize> {
        let line = self.text[range.clone()].lines().next().unwrap_or_default();
        let lead = line.len() - line.trim_start().len();
        range.start + lead..range.start + line.trim_end().len().max(lead)
    }

    /// All that was found, once the text is at its end.
    pub(super) fn finish(mut self, definitions: &RefDefs<'_>) -> Vec<Diagnostic> {
        self.end_block();
        for (code, range, message, help) in self.marks.finish() {
            self.find(code, &range, message, help);
        }
        self.comment();
        self.find_unused_notes();
        self.find_unused_definitions(definitions);
        self.findings
    }
}

/// The ranges of closed fenced code blocks.
pub(super) fn fenced(text: &str) -> Vec<Range<usize>> {
    let (mut open, mut found) = (None::<Block>, Vec::new());
    for (event, range) in Parser::new_ext(text, super::dialect::markdown()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => open = Some(Block::of_code(text, &kind, &range, true)),
            Event::Text(_) => open.iter_mut().for_each(|block| block.read(text, &range)),
            Event::End(TagEnd::CodeBlock) => {
                let is_closed = open.take().is_some_and(|block| block.is_fenced() && block.end(text, &range).is_none());
                found.extend(is_closed.then_some(range));
            }
            _ => {}
        }
    }
    found
}

/// Character references that are reported even without `;`.
const ENTITIES: [&str; 9] = ["nbsp", "amp", "quot", "lt", "gt", "mdash", "ndash", "laquo", "raquo"];

/// The beginning of a text, for a message.
fn short(text: &str) -> &str {
    const MOST: usize = 60;
    &text[..text.floor_char_boundary(MOST)]
}
