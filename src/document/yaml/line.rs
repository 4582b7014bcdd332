//! A lenient view of one line: indentation, list markers, key, value. Used when the document does not parse.

use std::ops::Range;

/// A line, in bytes of the document.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    /// Where it begins in the document.
    pub(super) start: usize,
    /// The indentation in bytes.
    pub(super) indent: usize,
    /// The start of the key after list markers, or of the value where there is no key.
    pub(super) content: usize,
    /// The end of the key, before its colon.
    pub(super) key: Option<usize>,
    /// The value, without what is a comment if it is YAML.
    pub(super) value: Range<usize>,
}

impl<'a> Line<'a> {
    pub(super) fn all(document: &'a str) -> Vec<Line<'a>> {
        let mut start = 0;
        let lines = document.split_inclusive('\n').map(|whole| {
            let line = Line::of(whole.trim_end_matches(['\n', '\r']), start);
            start += whole.len();
            line
        });
        lines.collect()
    }

    fn of(text: &'a str, start: usize) -> Line<'a> {
        let indent = text.len() - text.trim_start_matches([' ', '\t', '\u{a0}', '\u{3000}']).len();
        let mut content = indent;
        while let Some(rest) = text[content..].strip_prefix("- ") {
            content = text.len() - rest.trim_start_matches(' ').len();
        }
        let key = key(&text[content..]).map(|length| content + length);
        let value = match key {
            Some(end) => end + 1,
            None => content,
        };
        let value = text.len() - text[value..].trim_start_matches([' ', '\t']).len();
        Line { text, start, indent, content, key, value: value..without_comment(text, value) }
    }

    /// Whether it is blank or a comment.
    pub(super) fn is_empty(&self) -> bool {
        let text = self.text.trim();
        text.is_empty() || text.starts_with('#')
    }

    /// Whether it begins an item of a list.
    pub(super) fn is_item(&self) -> bool {
        self.content > self.indent
    }

    pub(super) fn value(&self) -> &'a str {
        &self.text[self.value.clone()]
    }

    /// The value including what may be a comment: where the line is not YAML, `#` may be part of the text.
    pub(super) fn whole(&self) -> Range<usize> {
        self.value.start..self.text.trim_end().len().max(self.value.end)
    }

    /// The same in bytes of the document.
    pub(super) fn in_document(&self, range: Range<usize>) -> Range<usize> {
        self.start + range.start..self.start + range.end
    }
}

/// The length of the key at the start of a text, if a colon and a space or nothing stand behind it.
fn key(text: &str) -> Option<usize> {
    let length = word(text);
    let rest = text[length..].strip_prefix(':')?;
    (length > 0 && (rest.is_empty() || rest.starts_with([' ', '\t']))).then_some(length)
}

/// The length of the word at the start of a text that has the form of a key.
pub(super) fn word(text: &str) -> usize {
    text.bytes().take_while(|byte| byte.is_ascii_lowercase() || *byte == b'_').count()
}

/// Where the value that begins at a byte of a line ends: before a comment, if it is no text in quotation marks.
fn without_comment(text: &str, start: usize) -> usize {
    let value = &text[start..];
    let end = if value.starts_with(['"', '\'']) { value.len() } else { value.find(" #").unwrap_or(value.len()) };
    start + value[..end].trim_end().len()
}
