//! Splits a file into its front matter and its text.

use std::ops::Range;

use crate::diagnostic::Code;
use crate::document::{Fault, yaml};

/// The parts of a file, as byte ranges of `text`, which is the whole file.
#[derive(Debug, PartialEq, Eq)]
pub struct FileParts<'a> {
    /// The file.
    pub text: &'a str,
    /// The line that opens the front matter.
    pub(crate) opening: Range<usize>,
    /// The YAML between the lines `---`.
    pub(crate) matter: Range<usize>,
    /// What follows.
    pub body: Range<usize>,
}

/// Splits a file. A byte-order mark, lines that end in CRLF, and a missing end of the last line are accepted.
///
/// # Errors
/// Where it is not UTF-8, or has no front matter between two lines `---`.
pub fn split(bytes: &[u8]) -> Result<FileParts<'_>, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let length = error.error_len().unwrap_or(bytes.len() - at);
        Fault {
            code: Code::InvalidUtf8,
            message: "the file is not UTF-8 text".into(),
            help: Some("save it in the encoding UTF-8".into()),
            range: at..at + length,
            fix: Vec::new(),
        }
    })?;
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (opening, matter) = line(text, start);
    if !is_fence(&text[opening.clone()]) {
        if let Some(fix) = respelled(text, &opening, matter) {
            return Err(Fault {
                code: Code::MissingFrontMatter,
                message: "the file does not begin with front matter: its first line is not `---`".into(),
                help: Some("write three hyphens in the first line: `---`".into()),
                range: opening,
                fix: vec![fix],
            });
        }
        return Err(Fault {
            code: Code::MissingFrontMatter,
            message: "the file does not begin with front matter".into(),
            help: Some("begin it with a line `---`, the keys, and a second line `---`".into()),
            range: opening,
            fix: before(text, start),
        });
    }
    let mut at = matter;
    while at < text.len() {
        let (this, next) = line(text, at);
        if is_fence(&text[this.clone()]) {
            return Ok(FileParts { text, opening, matter: matter..this.start, body: next..text.len() });
        }
        at = next;
    }
    Err(Fault {
        code: Code::UnclosedFrontMatter,
        message: "the front matter is not closed".into(),
        help: Some("add a line `---` below its last key".into()),
        range: opening,
        fix: closing(text, matter),
    })
}

/// A file without a key of its front matter, and what is written with it; the file as it is where it has no such key.
pub(crate) fn without_key(bytes: &[u8], key: &str) -> Vec<u8> {
    let place = split(bytes).ok().and_then(|parts| {
        let place = yaml::pair(&parts.text[parts.matter.clone()], key)?;
        Some(parts.matter.start + place.start..parts.matter.start + place.end)
    });
    place.map_or_else(|| bytes.to_vec(), |place| [&bytes[..place.start], &bytes[place.end..]].concat())
}

/// The edit that makes `---` of a first line of other dashes, or with spaces before them, where a key follows.
fn respelled(text: &str, opening: &Range<usize>, next: usize) -> Option<(Range<usize>, String)> {
    let first = text[opening.clone()].trim();
    let is_dashes = first.chars().all(is_dash) && first.len() > 1;
    let key = &text[line(text, next).0];
    let name = key.bytes().take_while(|byte| byte.is_ascii_lowercase() || *byte == b'_').count();
    (is_dashes && name > 0 && key[name..].starts_with(':')).then(|| (opening.clone(), "---".to_owned()))
}

/// A hyphen, or what programs write in place of several.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The edit that removes blank lines before the front matter, where there is nothing else.
fn before(text: &str, start: usize) -> Vec<(Range<usize>, String)> {
    let first = text.len() - text[start..].trim_start().len();
    // An indented fence is not one.
    let begins = text[..first].ends_with('\n') && is_fence(&text[line(text, first).0]);
    if begins { vec![(start..first, String::new())] } else { Vec::new() }
}

/// The edit that makes `---` of the line meant to close the front matter: the only line of other dashes, or YAML's
/// `...`.
fn closing(text: &str, matter: usize) -> Vec<(Range<usize>, String)> {
    let (mut at, mut found) = (matter, Vec::new());
    while at < text.len() {
        let (this, next) = line(text, at);
        let written = text[this.clone()].trim_end();
        let is_dashes = written.chars().all(is_dash) && written.len() > 1;
        if is_dashes || written == "..." {
            found.push((this.start..this.start + written.len(), "---".to_owned()));
        }
        at = next;
    }
    if found.len() == 1 { found } else { Vec::new() }
}

/// The line at byte `start`, without its end, and where the next one starts.
fn line(text: &str, start: usize) -> (Range<usize>, usize) {
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let bare = text[start..end].trim_end_matches('\r').len();
    (start..start + bare, (end + 1).min(text.len()))
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

#[cfg(test)]
mod tests {
    use super::{Code, split};

    fn parts(text: &str) -> (&str, &str) {
        let parts = split(text.as_bytes()).expect("the case has front matter");
        (&text[parts.matter], &text[parts.body])
    }

    #[test]
    fn front_matter_and_text() {
        assert_eq!(parts("---\na: 1\n---\nText\n"), ("a: 1\n", "Text\n"));
        assert_eq!(parts("---\r\na: 1\r\n---\r\nText"), ("a: 1\r\n", "Text"));
        assert_eq!(parts("\u{feff}---\na: 1\n---\n"), ("a: 1\n", ""));
        assert_eq!(parts("---\na: 1\n---"), ("a: 1\n", ""));
        assert_eq!(parts("---  \na: '---'\n--- \n---\n"), ("a: '---'\n", "---\n"));
        assert_eq!(parts("---\n---\n"), ("", ""));
    }

    #[test]
    fn what_is_not_front_matter() {
        for (text, code, range) in [
            (&b""[..], Code::MissingFrontMatter, 0..0),
            (b"Text\n", Code::MissingFrontMatter, 0..4),
            (b"\n---\n", Code::MissingFrontMatter, 0..0),
            (b"---\na: 1\n", Code::UnclosedFrontMatter, 0..3),
            (b"---", Code::UnclosedFrontMatter, 0..3),
            (b"---\na: \xff\n---\n", Code::InvalidUtf8, 7..8),
        ] {
            let fault = split(text).expect_err("the case is wrong");
            assert_eq!((fault.code, fault.range), (code, range));
        }
    }
}
