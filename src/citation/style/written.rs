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
            ("„", "“") => title.replace('„', "‚").replace('“', "‘"),
            ("«\u{a0}", "\u{a0}»") => title.replace("«\u{a0}", "“").replace("\u{a0}»", "”"),
            _ => title.into_owned(),
        };
        // A full stop is not needed after what ends a sentence.
        let stop = if stop == "." && ends(&inner) { "" } else { stop };
        let (within, after) = if words.stops_within { (stop, "") } else { ("", stop) };
        // What stands within the marks of one level stands within those of both.
        let (inner, close) = match inner.strip_suffix('’') {
            Some(inner) if words.stops_within && inner.contains('‘') => (inner, "’"),
            _ => (inner.as_str(), ""),
        };
        self.plain(&[words.quote_open, inner, within, close, words.quote_close, after].concat());
    }

    /// Words in quotation marks, with a comma unless they end a sentence.
    pub(super) fn words(&mut self, quoted: &str, words: &Words<'_>) {
        self.quoted(quoted, if ends(quoted) { "" } else { words.comma }, words);
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

#[cfg(test)]
mod tests {
    use super::{Words, Written};

    fn quoted(title: &str, stop: &str) -> [String; 2] {
        let phrase = |_: &str, _: &[(&str, &str)]| String::new();
        let english = Words {
            phrase: &phrase,
            comma: ",",
            quote_open: "“",
            quote_close: "”",
            translated: "Translated by",
            stops_within: true,
        };
        let russian = Words { quote_open: "«", quote_close: "»", stops_within: false, ..english.clone() };
        [english, russian].map(|words| {
            let mut written = Written::default();
            written.quoted(title, stop, &words);
            written.text()
        })
    }

    #[test]
    fn stops_and_quotation_marks_are_as_the_language_has_them() {
        for (title, stop, expected) in [
            ("On trade", ".", ["“On trade.”", "«On trade»."]),
            ("On trade", ",", ["“On trade,”", "«On trade»,"]),
            ("Talks?", ".", ["“Talks?”", "«Talks?»"]),
            ("Talks?", ",", ["“Talks?,”", "«Talks?»,"]),
            ("On “peace”", ".", ["“On ‘peace.’”", "«On “peace”»."]),
            ("On the speaker’s", ".", ["“On the speaker’s.”", "«On the speaker’s»."]),
        ] {
            assert_eq!(quoted(title, stop), expected, "{title}");
        }
    }

    #[test]
    fn quotations_in_titles_are_of_the_second_level() {
        let phrase = |_: &str, _: &[(&str, &str)]| String::new();
        for (open, close, title, expected) in [
            ("„", "“", "Zum „Frieden“", "„Zum ‚Frieden‘“."),
            ("«\u{a0}", "\u{a0}»", "De la «\u{a0}paix\u{a0}»", "«\u{a0}De la “paix”\u{a0}»."),
            ("«", "»", "О «мире»", "«О „мире“»."),
        ] {
            let words = Words {
                phrase: &phrase,
                comma: ",",
                quote_open: open,
                quote_close: close,
                translated: "",
                stops_within: false,
            };
            let mut written = Written::default();
            written.quoted(title, ".", &words);
            assert_eq!(written.text(), expected, "{title}");
        }
    }

    #[test]
    fn markup_is_escaped() {
        let mut written = Written::default();
        written.plain("<b>&");
        written.work("<i>");
        written.address("https://example.org/\"><script>");
        let expected = "&lt;b&gt;&amp;<cite>&lt;i&gt;</cite>\
            <a href=\"https://example.org/&quot;&gt;&lt;script&gt;\">https://example.org/&quot;&gt;&lt;script&gt;</a>";
        assert_eq!(written.html(), expected);
    }
}
