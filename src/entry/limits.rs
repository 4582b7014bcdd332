//! Limits on the size of a record. Crafted input makes parsers of YAML and Markdown superlinear; within these limits
//! the worst input takes seconds.

use super::body::Body;
use super::front_matter::FileParts;
use super::markup::MISTAKES;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Fault;
use crate::input::LARGEST_TEXT;

/// The longest front matter, in bytes.
const MATTER: usize = 64 << 10;
/// The deepest nesting of brackets in the front matter, counting those in texts.
const OPEN: usize = 100;

/// How many block quotations a text may have.
pub(crate) const QUOTATIONS: usize = 2000;
/// How many marks of quotations and lists may stand at the beginnings of a text's lines.
const MARKS: usize = 100_000;
/// How many line ends and signs of Markdown a text may have.
const SIGNS: usize = 500_000;
/// How many headings a text may have.
const HEADINGS: usize = 20_000;
/// How many links to other files and to places on its page a text may have.
const LINKS: usize = 10_000;
/// How many characters that are not seen, and words of two scripts, a file may have.
pub(super) const ODD: usize = 20_000;
/// How many items a list in the front matter may have: enough for all countries.
pub(super) const ITEMS: usize = 300;

/// Refuses a file for its size alone.
pub(super) fn of_file(bytes: &[u8]) -> Option<Fault> {
    let help = "keep a long text below `content/sources/`, and record what was said";
    (bytes.len() as u64 > LARGEST_TEXT).then(|| fault("the file has more than 4 MB", help, 0))
}

/// Refuses front matter that is too long or nests too deep.
pub(super) fn of_matter(parts: &FileParts<'_>) -> Option<Fault> {
    let start = parts.matter.start;
    if parts.matter.len() > MATTER {
        let help = "say what is long in the text below it";
        return Some(fault("the front matter has more than 64 kB", help, start));
    }
    let mut open = 0_usize;
    let at = parts.text[parts.matter.clone()].bytes().position(|byte| {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        open > OPEN
    })?;
    let message = format!("the front matter has more than {OPEN} brackets open at once");
    Some(fault(message, "close each list with `]` and each map with `}`", start + at))
}

/// Refuses a text that opens too many quotations and lists at line starts, for each of which the parser allocates
/// memory.
pub(super) fn of_marks(text: &str, start: usize) -> Option<Fault> {
    let mut marks = 0;
    let starts = std::iter::once(0).chain(memchr::memchr2_iter(b'\n', b'\r', text.as_bytes()).map(|end| end + 1));
    let at = starts.into_iter().find_map(|line| {
        let opening = text.as_bytes()[line..].iter().enumerate();
        let is_opening =
            |byte: u8| matches!(byte, b'>' | b'-' | b'+' | b'*' | b' ' | b'\t' | b'.' | b')' | b'0'..=b'9');
        let mut opening = opening.take_while(|(_, byte)| is_opening(**byte));
        opening.find_map(|(at, byte)| {
            let mark = match byte {
                b' ' | b'\t' | b'0'..=b'9' => false,
                // The end of a list number.
                b'.' | b')' => matches!(text.as_bytes().get(line + at + 1), None | Some(b' ' | b'\t' | b'\n' | b'\r')),
                _ => true,
            };
            marks += usize::from(mark);
            (marks > MARKS).then_some(line + at)
        })
    })?;
    let message = format!("the text has more than {MARKS} marks of quotations and lists");
    Some(fault(message, "take out the marks at the beginnings of lines", start + at))
}

/// Refuses a text with too many line ends and Markdown characters. The parser needs about a hundred times the memory of
/// a letter for each, and the page grows likewise.
pub(super) fn of_signs(text: &str, start: usize) -> Option<Fault> {
    // Fast path: nearly all texts are shorter than the limit.
    if text.len() <= SIGNS {
        return None;
    }
    let (mut signs, mut last) = (0, b' ');
    let at = text.bytes().position(|byte| {
        let is_sign = matches!(
            byte,
            b'\n' | b'\r' | b'*' | b'_' | b'`' | b'[' | b']' | b'<' | b'&' | b'\\' | b'|' | b'"' | b'\''
        ) || matches!(byte, b'.' | b'-') && byte == last;
        last = byte;
        signs += usize::from(is_sign);
        signs > SIGNS
    })?;
    let message = format!("the text has more than {SIGNS} line ends and signs of Markdown");
    let help = "record what was said in several statements, or keep a long text below `content/sources/`";
    Some(fault(message, help, start + at))
}

/// Refuses a text with too many headings, links or quotations, at the first that is too many.
pub(super) fn of_body(body: &Body) -> Option<Fault> {
    let quotation = body.quotations.get(QUOTATIONS).map(|quotation| quotation.range.0);
    let link = body.links.get(LINKS).map(|link| link.range.0);
    let heading = body.headings.get(HEADINGS).map(|_| body.range.0);
    let help = "record what was said in several statements, or keep a long text below `content/sources/`";
    let one = |at: Option<u32>, most: usize, what: &str| {
        at.map(|at| fault(format!("the text has more than {most} {what}"), help, at as usize))
    };
    one(quotation, QUOTATIONS, "block quotations")
        .or_else(|| one(heading, HEADINGS, "headings"))
        .or_else(|| one(link, LINKS, "links within the site"))
}

/// Refuses a text with too many mistakes of mark-up, at the first that is too many.
pub(super) fn of_mistakes(found: &[Diagnostic]) -> Option<Fault> {
    let at = found.get(MISTAKES)?.span.range().start;
    let message = format!("the text has more than {MISTAKES} mistakes in its mark-up");
    Some(fault(message, "write it as CommonMark, or as plain text below `content/sources/`", at))
}

/// Refuses a file with too many characters that are not seen, or words of two scripts, at the first that is too many.
pub(super) fn of_odd(found: &[Diagnostic]) -> Option<Fault> {
    let at = found.get(ODD)?.span.range().start;
    let message = format!("the file has more than {ODD} characters that are not seen, or words of two scripts");
    Some(fault(message, "take them out, so that everybody reads what is written", at))
}

fn fault(message: impl Into<String>, help: &str, at: usize) -> Fault {
    Fault {
        code: Code::OversizedEntry,
        message: message.into(),
        help: Some(help.to_owned()),
        range: at..at,
        fix: Vec::new(),
    }
}
