//! Facts extracted from the Markdown text of an entry (CommonMark with tables and footnotes). All ranges are byte
//! ranges of the whole file.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use bitcode::{Decode, Encode};
use pulldown_cmark::{CowStr, Event, LinkType, Parser, Tag, TagEnd};

use super::dialect::markdown;
use super::heading_ids::HeadingIds;
use super::markup::Markup;
use super::quotation::{Collector, Turn, is_comment};
use crate::address::{deceit_of_link, is_host_of};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::input::{InputId, Span};
use below::LineBelow;
use opening::Opening;
pub(crate) use quoted::{Quoted, QuotedLine, QuotedTurn};

mod below;
mod opening;
mod quoted;

/// What other stages need to know of an entry's text, which itself is not kept in memory.
#[derive(Clone, Debug, Default, Decode, Encode)]
pub(crate) struct Body {
    /// The text, in bytes of the file.
    pub(crate) range: (u32, u32),
    /// Links to other files of the content.
    pub(crate) links: Box<[TextLink]>,
    /// The ids of its headings, in order, each unique.
    pub(crate) headings: Box<[Box<str>]>,
    /// Its block quotations, in order.
    pub(crate) quotations: Box<[Quoted]>,
    /// Whether a quotation may have been swallowed by code or HTML, so that not all were compared with the sources.
    pub(crate) has_swallowed: bool,
    /// The first paragraph outside quotations as plain text, cut at a word after some 300 characters.
    pub(crate) opening: Option<Box<str>>,
}

/// A link to another file of the content, or a picture of the site, as written.
#[derive(Clone, Debug, Decode, Encode)]
pub(crate) struct TextLink {
    /// Path and fragment as written: `../2006/2006-02-02-oic-reception.md#q1`.
    pub(crate) target: Box<str>,
    /// Where the link stands, in bytes of the file.
    pub(crate) range: (u32, u32),
    /// Whether it is a picture that is shown.
    pub(crate) is_image: bool,
}

/// Where a link leads, judged by its syntax alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Destination<'a> {
    /// Another file of the content: path and fragment.
    File(&'a str, Option<&'a str>),
    /// An anchor on the same page.
    Fragment(&'a str),
    /// Anything on the web, or an address to write to.
    Outside,
    /// A scheme that is refused.
    Refused(&'a str),
}

impl<'a> Destination<'a> {
    /// Reads the form of a destination.
    pub(crate) fn of(destination: &'a str) -> Destination<'a> {
        if let Some(fragment) = destination.strip_prefix('#') {
            return Destination::Fragment(fragment);
        }
        // Browsers ignore control characters and white space within a scheme, so these must not hide one.
        let scheme =
            destination.split(['/', '?', '#']).next().and_then(|head| head.split_once(':')).map(|(scheme, _)| scheme);
        match scheme {
            Some(scheme) => {
                let known = ["http", "https", "mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
                if known { Destination::Outside } else { Destination::Refused(scheme) }
            }
            None if destination.starts_with("//") => Destination::Refused("//"),
            None => match destination.split_once('#') {
                Some((path, fragment)) => Destination::File(path, Some(fragment)),
                None => Destination::File(destination, None),
            },
        }
    }
}

/// Link texts longer than this, in bytes, cannot name a host.
const LONGEST_HOST: usize = 1024;

impl Body {
    /// Hash (XXH3) of the front matter `matter` and of the parts of the text that other pages show.
    pub(super) fn outline(&self, matter: &str) -> u64 {
        let mut hash = xxhash_rust::xxh3::Xxh3::new();
        (matter, &self.headings, self.quotations.len(), &self.opening).hash(&mut hash);
        hash.finish()
    }

    /// The text, in bytes of the file.
    pub(crate) fn range(&self) -> Range<usize> {
        self.range.0 as usize..self.range.1 as usize
    }

    /// Gathers the facts of the text `range` of a file, and gives its blocks to `reader`.
    pub(crate) fn parse(
        input: InputId,
        text: &str,
        range: Range<usize>,
        reader: Option<&mut dyn FnMut(&str)>,
    ) -> Checked<Body> {
        let (links, headings, quotations) = (Vec::new(), Vec::new(), Vec::new());
        let body = Body { range: clipped(range.clone()), ..Body::default() };
        let mut facts = Facts { input, offset: range.start, body, links, headings, quotations, findings: Vec::new() };
        facts.gather(&text[range], &mut Blocks { reader, text: String::new() });
        // These stay in memory for every entry, so without spare capacity.
        let (links, headings, quotations) = (facts.links.into(), facts.headings.into(), facts.quotations.into());
        Checked { value: Body { links, headings, quotations, ..facts.body }, findings: facts.findings }
    }
}

/// A byte range of a file as `u32`; larger files are refused before this.
fn clipped(range: Range<usize>) -> (u32, u32) {
    let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    (clip(range.start), clip(range.end))
}

/// A link or an image that is open while its text is read.
struct Shown<'a> {
    leads_to: CowStr<'a>,
    title: CowStr<'a>,
    text: String,
    range: Range<usize>,
}

struct Facts {
    input: InputId,
    offset: usize,
    /// All of it but the lists.
    body: Body,
    links: Vec<TextLink>,
    headings: Vec<Box<str>>,
    quotations: Vec<Quoted>,
    findings: Vec<Diagnostic>,
}

impl Facts {
    fn gather(&mut self, text: &str, blocks: &mut Blocks<'_>) {
        let (mut quotations, mut heading, mut opening) = (Collector::of(text), None::<String>, Opening::default());
        let mut images: Vec<Shown<'_>> = Vec::new();
        let (mut notes, mut fragments) = (0_usize, HeadingIds::default());
        let (mut link, mut before) = (None::<Shown<'_>>, None::<Shown<'_>>);
        let mut line_below = LineBelow::default();
        let mut events = Parser::new_ext(text, markdown()).into_offset_iter();
        let mut markup = Markup::of(text, (self.input, self.offset), events.reference_definitions());
        while let Some((event, range)) = events.next() {
            markup.take(&event, &range, events.reference_definitions());
            blocks.take(&event);
            if let Some(quotation) = quotations.take(&event, &range) {
                self.quotations.push(Quoted::of(quotation, self.offset));
                line_below.open();
            } else if let Some(turn) = line_below.take(&event, &range) {
                self.name_below(&turn);
            }
            opening.take(&event, quotations.is_inside() || notes > 0);
            match event {
                Event::Start(Tag::FootnoteDefinition(_)) => notes += 1,
                Event::End(TagEnd::FootnoteDefinition) => notes -= 1,
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => {
                    let fragment = fragments.take(&heading.take().unwrap_or_default());
                    self.headings.push(fragment.into());
                }
                // `<ann@example.org>` names no file.
                Event::Start(Tag::Link { link_type: LinkType::Email, dest_url, .. }) => {
                    self.address(&format!("mailto:{dest_url}"), &range, &[]);
                }
                Event::Start(Tag::Link { dest_url, title, .. }) => {
                    self.link(&dest_url, range.clone(), false);
                    link = Some(Shown { leads_to: dest_url, title, text: String::new(), range });
                }
                Event::End(TagEnd::Link) => {
                    if let Some(link) = link.take() {
                        before = Some(self.shown(link, before.take()));
                    }
                }
                Event::Start(Tag::Image { dest_url, title, .. }) => {
                    self.image(&dest_url, &range);
                    self.link(&dest_url, range.clone(), true);
                    images.push(Shown { leads_to: dest_url, title, text: String::new(), range });
                }
                Event::End(TagEnd::Image) => {
                    if let Some(image) = images.pop().filter(|_| images.is_empty()) {
                        self.undescribed(&image);
                    }
                }
                Event::Text(text) | Event::Code(text) => {
                    // Of images within the description of another, the outermost is shown.
                    let shown = link.iter_mut().chain(images.first_mut()).map(|shown| &mut shown.text);
                    heading.iter_mut().chain(shown).for_each(|kept| kept.push_str(&text));
                }
                Event::SoftBreak | Event::HardBreak => {
                    let shown = link.iter_mut().chain(images.first_mut()).map(|shown| &mut shown.text);
                    heading.iter_mut().chain(shown).for_each(|kept| kept.push(' '));
                }
                _ => {}
            }
        }
        if let Some(turn) = line_below.finish() {
            self.name_below(&turn);
        }
        self.body.opening = opening.found();
        let found = markup.finish(events.reference_definitions());
        self.body.has_swallowed = found.iter().any(|finding| finding.code == Code::SwallowedText);
        self.findings.extend(found);
    }

    fn name_below(&mut self, turn: &Turn) {
        if let Some(quoted) = self.quotations.last_mut() {
            quoted.add_turn(turn, self.offset);
        }
    }

    fn image(&mut self, destination: &str, range: &Range<usize>) {
        let is_other = match Destination::of(destination) {
            Destination::Outside | Destination::Fragment(_) => true,
            Destination::File(path, _) => path.ends_with(".md"),
            Destination::Refused(_) => false,
        };
        if is_other {
            let span = Span::new(self.input, range.start + self.offset..range.end + self.offset);
            let message = "only its description will be shown: the image is no file of the site";
            let help = "put the image below `static/` and write its path there: `![…](/name.png)`";
            self.findings.push(Diagnostic::lint(Code::OutsideImage, span, message).help(Some(help.to_owned())));
        }
    }

    /// Called at the end of an image.
    fn undescribed(&mut self, image: &Shown<'_>) {
        if image.text.trim().is_empty() {
            let span = Span::new(self.input, image.range.start + self.offset..image.range.end + self.offset);
            let help = format!(
                "say between the brackets what it shows, for those who do not see it: `![…]({})`",
                image.leads_to.escape_debug()
            );
            let finding = Diagnostic::lint(Code::UndescribedImage, span, "nothing says what the image shows");
            self.findings.push(finding.help(Some(help)));
        }
    }

    /// Called at the end of a link. Adjacent links to the same address are merged, since readers see their texts as
    /// one: `[Health](…)[Care.gov](…)`.
    fn shown<'a>(&mut self, mut link: Shown<'a>, before: Option<Shown<'a>>) -> Shown<'a> {
        let before = before.filter(|before| before.range.end == link.range.start && before.leads_to == link.leads_to);
        let own = std::mem::take(&mut link.text);
        link.text = before.map(|before| before.text).unwrap_or_default();
        link.text.truncate(if link.text.len() > LONGEST_HOST { 0 } else { link.text.len() });
        link.text.push_str(&own);
        let is_part = link.text.len() > own.len() && is_host_of(&link.text, &link.leads_to);
        let texts = [&*own, &link.title];
        self.address(&link.leads_to, &link.range, &texts[usize::from(is_part)..]);
        link
    }

    /// Checks an address against the texts that tell readers what it is.
    fn address(&mut self, address: &str, range: &Range<usize>, texts: &[&str]) {
        if let Some(deceit) = deceit_of_link(address, texts) {
            let span = Span::new(self.input, range.start + self.offset..range.end + self.offset);
            self.findings.push(Diagnostic::lint(deceit.code, span, deceit.message).help(Some(deceit.help)));
        }
    }

    fn link(&mut self, destination: &str, range: Range<usize>, is_image: bool) {
        let span = Span::new(self.input, range.start + self.offset..range.end + self.offset);
        match Destination::of(destination) {
            Destination::Outside => {}
            Destination::File(..) | Destination::Fragment(_) => {
                let range = (span.start, span.end);
                self.links.push(TextLink { target: destination.into(), range, is_image });
            }
            Destination::Refused(scheme) => {
                let finding = Diagnostic::error(
                    Code::UnsafeLink,
                    span,
                    format!("links with `{}` are refused", scheme.escape_debug()),
                )
                .help(Some("link to an `https:` address or to a `.md` file of the content".to_owned()));
                self.findings.push(finding);
            }
        }
    }
}

/// Gives the blocks of a text, without markup.
pub(super) fn each_block(text: &str, reader: &mut dyn FnMut(&str)) {
    let mut blocks = Blocks { reader: Some(reader), text: String::new() };
    Parser::new_ext(text, markdown()).for_each(|event| blocks.take(&event));
}

/// The blocks of a text, without markup: paragraphs, items of lists, cells.
struct Blocks<'a> {
    reader: Option<&'a mut dyn FnMut(&str)>,
    /// The block that is being read.
    text: String,
}

impl Blocks<'_> {
    fn take(&mut self, event: &Event<'_>) {
        let Some(reader) = self.reader.as_mut() else { return };
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) => self.text.push_str(text),
            // HTML is shown as text, but for comments.
            Event::InlineHtml(html) if !is_comment(html) => self.text.push_str(html),
            Event::SoftBreak | Event::HardBreak => self.text.push(' '),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) => {}
            Event::Start(_) | Event::End(_) if !self.text.is_empty() => {
                if !is_comment(&self.text) {
                    reader(&self.text);
                }
                self.text.clear();
            }
            _ => {}
        }
    }
}
