//! The first paragraph of a text, which stands for an abstract where there is none.

use pulldown_cmark::{Event, Tag, TagEnd};

/// Longest opening in characters; it is cut at a word.
const OPENING: usize = 300;

/// Collects the first paragraph that has words of the text: a picture has none, and its caption is no beginning.
#[derive(Debug, Default)]
pub(super) struct Opening {
    /// The words of the paragraph that is read; none where none is, or the opening is found.
    words: Option<String>,
    /// What was found.
    found: Option<Box<str>>,
    images: usize,
    emphases: usize,
    /// Whether the paragraph has an image.
    has_image: bool,
    /// Whether it has words beside images and emphasis.
    has_words: bool,
    /// Whether the block before it was a picture without a caption.
    below_picture: bool,
}

impl Opening {
    /// Takes an event of the text; `is_aside` within quotations and footnotes.
    pub(super) fn take(&mut self, event: &Event<'_>, is_aside: bool) {
        if self.found.is_some() {
            return;
        }
        match event {
            Event::Start(Tag::Paragraph) if !is_aside => {
                self.words = Some(String::new());
                (self.has_image, self.has_words) = (false, false);
            }
            Event::End(TagEnd::Paragraph) => self.end(),
            Event::Start(Tag::Image { .. }) => (self.images, self.has_image) = (self.images + 1, true),
            Event::End(TagEnd::Image) => self.images = self.images.saturating_sub(1),
            Event::Start(Tag::Emphasis) => self.emphases += 1,
            Event::End(TagEnd::Emphasis) => self.emphases = self.emphases.saturating_sub(1),
            Event::Text(text) | Event::Code(text) => {
                self.has_words |= self.images == 0 && self.emphases == 0 && !text.trim().is_empty();
                if let Some(words) = &mut self.words {
                    words.push_str(text);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(words) = &mut self.words {
                    words.push(' ');
                }
            }
            // Another block.
            Event::Start(
                Tag::Heading { .. } | Tag::BlockQuote(_) | Tag::List(_) | Tag::Table(_) | Tag::CodeBlock(_),
            )
            | Event::Rule => self.below_picture = false,
            _ => {}
        }
    }

    fn end(&mut self) {
        let Some(words) = self.words.take() else { return };
        let is_picture = self.has_image && !self.has_words;
        let is_caption = self.below_picture && !self.has_words;
        self.below_picture = is_picture;
        self.found = Some(words)
            .filter(|_| !is_picture && !is_caption)
            .map(|words| shorten(&words))
            .filter(|words| !words.is_empty())
            .map(Into::into);
    }

    /// What was found, cut at a word after about [`OPENING`] characters.
    pub(super) fn found(self) -> Option<Box<str>> {
        self.found
    }
}

/// A text with white space collapsed, cut at a word after about [`OPENING`] characters.
fn shorten(text: &str) -> String {
    let (mut short, mut length) = (String::with_capacity(OPENING.min(text.len())), 0);
    for word in text.split_whitespace() {
        let letters = if word.is_ascii() { word.len() } else { word.chars().count() };
        if length + letters > OPENING {
            short.push('…');
            break;
        }
        if !short.is_empty() {
            short.push(' ');
            length += 1;
        }
        short.push_str(word);
        length += letters;
    }
    short
}
