//! A reference in the making: texts, titles of works, addresses, and the punctuation between them.

use pulldown_cmark_escape::escape_html;

use super::Words;
use crate::citation::line::line;

/// A reference as a style writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    /// The title of a work that stands by itself, in italics.
    Work(String),
    Address(String),
}

impl Part {
    fn as_str(&self) -> &str {
        match self {
            Part::Text(text) | Part::Work(text) | Part::Address(text) => text,
        }
    }
}

impl Written {
    pub(super) fn plain(&mut self, text: &str) {
        let text = line(text);
        if let Some(Part::Text(last)) = self.0.last_mut() {
            // A space at an end of a line is one between words.
            last.push_str(&text);
        } else {
            self.0.push(Part::Text(text.into_owned()));
        }
    }

    pub(super) fn work(&mut self, title: &str) {
        self.0.push(Part::Work(line(title).into_owned()));
    }

    pub(super) fn address(&mut self, url: &str) {
        self.0.push(Part::Address(line(url).into_owned()));
    }

    pub(super) fn append(&mut self, other: Written) {
        for part in other.0 {
            match part {
                Part::Text(text) => self.plain(&text),
                part => self.0.push(part),
            }
        }
    }

    /// A title in quotation marks, with what stops it. Quotation marks within are those of the second level.
    pub(super) fn quoted(&mut self, title: &str, stop: &str, words: &Words<'_>) {
        let title = line(title);
        let inner = match (words.quote_open, words.quote_close) {
            ("“", "”") => title.replace('“', "‘").replace('”', "’"),
            ("«", "»") => title.replace('«', "„").replace('»', "“"),
            _ => title.into_owned(),
        };
        // One stop is enough.
        let stop = if ends(&inner) { "" } else { stop };
        let (within, after) = if words.stops_within { (stop, "") } else { ("", stop) };
        self.plain(&[words.quote_open, &inner, within, words.quote_close, after].concat());
    }

    /// Ends a sentence, unless a mark at its end does.
    pub(super) fn stop(&mut self) {
        let text = self.text();
        if !ends(text.trim_end_matches(['”', '’', '»', '“', '"'])) {
            self.plain(".");
        }
    }

    /// Adds a sentence of its own.
    pub(super) fn sentence(&mut self, sentence: &str) {
        self.plain(" ");
        self.plain(sentence);
    }

    /// Without markup.
    pub(crate) fn text(&self) -> String {
        self.0.iter().map(Part::as_str).collect()
    }

    /// As HTML: titles of works in `<cite>`, addresses as links.
    pub(crate) fn html(&self) -> String {
        let mut out = String::with_capacity(512);
        let escaped = |out: &mut String, text: &str| {
            // Writing to a `String` cannot fail.
            let _ = escape_html(out, text);
        };
        for part in &self.0 {
            match part {
                Part::Text(text) => escaped(&mut out, text),
                Part::Work(title) => {
                    out.push_str("<cite>");
                    escaped(&mut out, title);
                    out.push_str("</cite>");
                }
                Part::Address(url) => {
                    out.push_str("<a href=\"");
                    escaped(&mut out, url);
                    out.push_str("\">");
                    escaped(&mut out, url);
                    out.push_str("</a>");
                }
            }
        }
        out
    }
}

/// Whether a text ends with what ends a sentence.
fn ends(text: &str) -> bool {
    text.ends_with(['.', '?', '!', '…', '؟', '。', '？', '！'])
}
