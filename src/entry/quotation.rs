//! The words of a text's block quotations, as plain text: what is compared with a kept source.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::body::markdown;

/// A block quotation without its attribution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotation {
    /// Its words; paragraphs are parted by line breaks.
    pub text: String,
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
}

/// The outermost block quotations of a Markdown text, in order: `#q1`, `#q2`, ….
pub fn quotations(text: &str) -> Vec<Quotation> {
    let (mut found, mut depth, mut current) = (Vec::new(), 0_usize, Quotation::default());
    for (event, range) in Parser::new_ext(text, markdown()).into_offset_iter() {
        match event {
            Event::Start(Tag::BlockQuote(_)) => {
                if depth == 0 {
                    current = Quotation { range: range.clone(), ..Quotation::default() };
                }
                depth += 1;
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                depth -= 1;
                if depth == 0 {
                    without_attribution(&mut current.text);
                    found.push(std::mem::take(&mut current));
                }
            }
            _ if depth == 0 => {}
            Event::Text(part) | Event::Code(part) | Event::InlineHtml(part) | Event::Html(part) => {
                current.places.push((current.text.len(), range.start));
                current.text.push_str(&part);
            }
            Event::SoftBreak | Event::HardBreak => current.text.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => current.text.push('\n'),
            _ => {}
        }
    }
    found
}

/// Takes the last line `— Name` away; it is the editors'.
fn without_attribution(text: &mut String) {
    let end = text.trim_end().len();
    let dash = text[..end].rfind(['—', '\n']).map_or(0, |at| at);
    let paragraph = text[..end].rfind('\n').map_or(0, |at| at + 1);
    let own_paragraph = text[paragraph..end].trim_start();
    if own_paragraph.starts_with('—') || own_paragraph.starts_with("--") {
        text.truncate(paragraph);
    } else if text[dash..end].starts_with('—') && text[..dash].ends_with(' ') && end - dash < 120 && dash > paragraph
    {
        // The last line of a paragraph: `… words` and then `— Name` in a line of its own.
        let name = text[dash..end].trim_start_matches('—').trim();
        if name.split_whitespace().count() <= 6 && name.chars().next().is_some_and(char::is_uppercase) {
            text.truncate(dash);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::quotations;

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
        assert_eq!(texts("> We agree.\n>\n> — Ann Lee\n"), ["We agree."]);
        assert_eq!(texts("> Peace — that is all.\n"), ["Peace — that is all."]);
    }

    #[test]
    fn places_lead_back() {
        let markdown = "Said:\n\n> We *agree*\n> on it.\n";
        let found = quotations(markdown);
        let at = found[0].text.find("on it").unwrap();
        assert!(markdown[found[0].place(at)..].starts_with("on it"));
    }
}
