//! The words of a text's block quotations, as plain text: what is compared with a kept source.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use xxhash_rust::xxh3::xxh3_64;

use super::body::markdown;
use super::folded::Folded;

/// A block quotation without its attribution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotation {
    /// Its words; paragraphs are parted by line breaks.
    pub text: String,
    /// Whom its last line `— Name` attributes it to.
    pub attribution: Option<String>,
    /// The hash of its words with that line as one of them.
    pub as_text: Option<u64>,
    /// Where parts of `text` come from: each offset in it with the byte in the Markdown.
    places: Vec<(usize, usize)>,
    /// All of it, in bytes of the Markdown.
    pub range: Range<usize>,
}

impl Quotation {
    /// The byte in the Markdown where the byte `offset` of the text comes from.
    pub fn place(&self, offset: usize) -> usize {
        let at = self.places.partition_point(|(start, _)| *start <= offset);
        let (start, place) = at.checked_sub(1).and_then(|at| self.places.get(at)).copied().unwrap_or((0, 0));
        (place + (offset - start)).min(self.range.end)
    }

    /// Hash (XXH3) of its words, as they are compared, and of whom they are attributed to.
    pub fn hash(&self) -> u64 {
        let mut text = Folded::of(&self.text).as_str().to_owned();
        if let Some(name) = &self.attribution {
            text.push('\n');
            text.push_str(Folded::of(name).as_str());
        }
        xxh3_64(text.as_bytes())
    }
}

/// The outermost block quotations of a Markdown text, in order.
pub fn quotations(text: &str) -> Vec<Quotation> {
    let mut collector = Collector::default();
    let events = Parser::new_ext(text, markdown()).into_offset_iter();
    events.filter_map(|(event, range)| collector.take(&event, &range)).collect()
}

/// A part of a text with what stands beside it there: a TextQuoteSelector of the Web Annotation Data Model (W3C, 2017).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InText {
    /// The part.
    pub exact: String,
    /// Up to [`InText::BESIDE`] letters before it.
    pub prefix: String,
    /// Up to [`InText::BESIDE`] letters after it.
    pub suffix: String,
}

impl InText {
    /// Letters that are enough to tell a place from another where the same words stand twice.
    pub const BESIDE: usize = 32;

    /// The part of a text, in bytes; both ends must be between letters.
    pub fn of(text: &str, part: Range<usize>) -> InText {
        let (before, after) = (&text[..part.start], &text[part.end..]);
        let start = before.char_indices().nth_back(InText::BESIDE - 1).map_or(0, |(at, _)| at);
        let end = after.char_indices().nth(InText::BESIDE).map_or(after.len(), |(at, _)| at);
        InText { exact: text[part].to_owned(), prefix: before[start..].to_owned(), suffix: after[..end].to_owned() }
    }
}

/// The block quotations of a Markdown text as they stand on its page, from the events of the text with the typography of
/// the page: all white space is one space, and attributions are left out. `length` is that of the text in bytes.
pub fn in_text(length: usize, events: &[(Event<'_>, Range<usize>)]) -> Vec<(Quotation, InText)> {
    let (mut collector, mut plain, mut found, mut notes) =
        (Collector::default(), String::with_capacity(length), Vec::new(), 0);
    for (event, range) in events {
        if let Some(quotation) = collector.take(event, range) {
            plain.push(' ');
            let start = plain.len();
            plain.push_str(&quotation.text);
            found.push((quotation, start..plain.len()));
            plain.push(' ');
            continue;
        }
        match event {
            // Footnotes stand at the end of the page.
            Event::Start(Tag::FootnoteDefinition(_)) => notes += 1,
            Event::End(TagEnd::FootnoteDefinition) => notes -= 1,
            _ if notes > 0 || collector.is_inside() => {}
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

/// Collects quotations from the events of a text.
#[derive(Debug, Default)]
pub(super) struct Collector {
    depth: usize,
    current: Quotation,
    /// Where the line begins that is read.
    line: usize,
    /// The last line of the last paragraph.
    last: Range<usize>,
}

impl Collector {
    /// Whether the events are those of a quotation now.
    pub(super) fn is_inside(&self) -> bool {
        self.depth > 0
    }

    /// Takes an event; gives the quotation that ends with it.
    pub(super) fn take(&mut self, event: &Event<'_>, range: &Range<usize>) -> Option<Quotation> {
        match event {
            Event::Start(Tag::BlockQuote(_)) => {
                if self.depth == 0 {
                    *self = Collector::default();
                    self.current.range = range.clone();
                }
                self.depth += 1;
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                self.depth -= 1;
                if self.depth == 0 {
                    return Some(self.finish());
                }
            }
            _ if self.depth == 0 => {}
            Event::Start(Tag::Paragraph) => self.line = self.current.text.len(),
            Event::Text(part) | Event::Code(part) | Event::InlineHtml(part) | Event::Html(part) => {
                self.current.places.push((self.current.text.len(), range.start));
                self.current.text.push_str(part);
            }
            Event::SoftBreak | Event::HardBreak => {
                self.current.text.push(' ');
                self.line = self.current.text.len();
            }
            Event::End(TagEnd::Paragraph) => {
                self.last = self.line..self.current.text.len();
                self.current.text.push('\n');
            }
            Event::End(TagEnd::Item | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::TableCell) => {
                self.current.text.push('\n');
            }
            _ => {}
        }
        None
    }

    fn finish(&mut self) -> Quotation {
        let mut quotation = std::mem::take(&mut self.current);
        if let Some(name) = attribution(&quotation.text[self.last.clone()]).map(str::to_owned) {
            quotation.as_text = Some(xxh3_64(Folded::of(&quotation.text).as_str().as_bytes()));
            // Other places in the text stay where they are.
            quotation.text.replace_range(self.last.clone(), &" ".repeat(self.last.len()));
            quotation.attribution = Some(name);
        }
        quotation
    }
}

/// The name in a line `— Name`, which may be typed with two hyphens.
pub fn attribution(line: &str) -> Option<&str> {
    let line = line.trim();
    let is_dashed = line.starts_with(['—', '–']) || line.starts_with("--");
    let name = line.trim_start_matches(['—', '–', '-']).trim();
    (is_dashed && !name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::{in_text, quotations};

    fn in_page(text: &str) -> Vec<(super::Quotation, super::InText)> {
        let options = super::markdown() | pulldown_cmark::Options::ENABLE_SMART_PUNCTUATION;
        let events: Vec<_> = super::Parser::new_ext(text, options).into_offset_iter().collect();
        in_text(text.len(), &events)
    }

    fn texts(markdown: &str) -> Vec<String> {
        quotations(markdown).into_iter().map(|quotation| quotation.text.trim_end().to_owned()).collect()
    }

    #[test]
    fn words_without_markup_and_attribution() {
        assert_eq!(
            texts("Said:\n\n> We *agree*\n> on it.\n>\n> And more.\n\nThen\n\n> No.\n"),
            ["We agree on it.\nAnd more.", "No."]
        );
        assert_eq!(texts("> We agree.\n> — Ann Lee\n"), ["We agree."]);
        assert_eq!(texts("> We agree.\n>\n> -- ann of Lee\n"), ["We agree."]);
        assert_eq!(texts("> Peace — that is all.\n"), ["Peace — that is all."]);
        assert_eq!(texts("> A says:\n>\n> > Peace.\n> > — B\n"), ["A says:\nPeace."]);
        assert_eq!(quotations("> قال.\n> — محمد\n")[0].attribution.as_deref(), Some("محمد"));
    }

    #[test]
    fn what_stands_beside_a_quotation() {
        let found = in_page(
            "# A \"word\"\n\nHe[^1]  said:\n\n> We *agree*\n> ...\n>\n> On it.\n> — Ann\n\nAnd\n\n> No.\n\n[^1]: Ann.\n",
        );
        let [(_, one), (second, other)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((&*one.prefix, &*one.exact, &*one.suffix), ("A “word” He said: ", "We agree … On it.", " And No. "));
        assert_eq!((&*other.prefix, &*other.exact), (" He said: We agree … On it. And ", "No."));
        assert_eq!(second.text.trim_end(), "No.");
    }

    #[test]
    fn who_is_quoted_belongs_to_the_words() {
        let hash = |markdown: &str| quotations(markdown)[0].hash();
        assert_eq!(hash("> “We agree.”\n"), hash("> \"We\n> agree.\"\n"));
        assert_ne!(hash("> We agree.\n> — Ann\n"), hash("> We agree.\n> — Bo\n"));
        assert_ne!(hash("> We agree.\n> — Ann\n"), hash("> We agree.\n"));
    }

    #[test]
    fn places_lead_back() {
        let markdown = "Said:\n\n> We *agree*\n> on it.\n";
        let found = quotations(markdown);
        let at = found[0].text.find("on it").unwrap();
        assert!(markdown[found[0].place(at)..].starts_with("on it"));
    }
}
