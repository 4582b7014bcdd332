//! Syntax of other dialects at the beginning of a line.

use std::ops::Range;

use super::finding::{HELP, MarkFinding};
use super::signs::FAR;
use crate::diagnostic::Code;

const TABLE: &str = "give this line as many cells as the line above it";
const ROW: &str =
    "write a line `|---|---|` with as many cells below the first row; or `\\|` for each that is to be shown";
const HEADING: &str = "write the heading as `## Heading`; or `\\` before each sign that is to be shown";

/// The finding for the syntax that a line begins with, if any; `has_row` is whether a table row was already found in
/// this block.
pub(super) fn beginning(text: &str, run: &Range<usize>, has_row: &mut bool) -> Option<MarkFinding> {
    let first = text.as_bytes()[run.start];
    if !b":!?#[|-$%=*".contains(&first) || text[..run.start].ends_with('\\') {
        return None;
    }
    // Bounded, since thousands of blocks can be in one line.
    let near = &text[run.start..text.floor_char_boundary(text.len().min(run.start + FAR))];
    let line = near.lines().next().unwrap_or_default().trim_end();
    let found =
        |length: usize, message: String, help| Some((Code::RawMarkup, run.start..run.start + length, message, help));
    let count = line.bytes().take_while(|byte| *byte == first).count();
    let rest = line.get(count..).unwrap_or_default();
    let shown = |mark: &str| format!("`{mark}` is shown as it is typed");
    match (first, count) {
        (b':', 3..) => found(count, shown(":::"), HELP),
        (b':', 2) if rest.starts_with(char::is_alphabetic) && rest.contains(['[', '{']) => found(2, shown("::"), HELP),
        (b'$' | b'%', 2) if rest.trim().is_empty() || first == b'%' && rest.starts_with(' ') => {
            found(count, shown(&line[..count]), HELP)
        }
        (b'!' | b'?', 3) if rest.starts_with(' ') => found(count, shown(&line[..count]), HELP),
        (b'#', 2..=6) if rest.starts_with(char::is_alphanumeric) => {
            let message = format!("`{}` makes no heading without a space after it", &line[..count]);
            found(count, message, "put a space after it, or write `\\#` for a `#` that is to be shown")
        }
        (b'#', 1) if is_heading(text, run.start, line) => {
            let message = "`#` makes no heading without a space after it".to_owned();
            found(count, message, "put a space after it, or write `\\#` for a `#` that is to be shown")
        }
        (b'[', 1) if matches!(line.get(..4), Some("[ ] " | "[x] " | "[X] ")) => {
            found(3, shown(&line[..3]), "take it out: a list has no boxes")
        }
        (b'[', 1) if line.eq_ignore_ascii_case("[toc]") => found(line.len(), shown(line), "take it out"),
        (b'=', 2..=6) if is_wiki_heading(line, count) => {
            found(count, format!("`{}` makes no heading", &line[..count]), HEADING)
        }
        (b'*', 1) if rest.starts_with('[') && rest.contains("]:") => {
            found(1, "this explains no abbreviation: it is shown as it is typed".to_owned(), HELP)
        }
        (b'|' | b'-' | b':', _) if is_delimiter(line) => {
            *has_row = true;
            found(line.len(), "this makes no table: the lines are shown as they are typed".to_owned(), TABLE)
        }
        (b'|', 1) if line.len() > 2 && line.ends_with('|') && !line.ends_with("\\|") => {
            // A header with a delimiter row gets another message.
            let is_head = near.lines().nth(1).is_some_and(|next| is_delimiter(next.trim()));
            let is_first = !std::mem::replace(has_row, true) && !is_head;
            let message = "this makes no table: the line is shown as it is typed".to_owned();
            is_first.then(|| found(line.len(), message, ROW)).flatten()
        }
        _ => None,
    }
}

/// Whether a line that begins with one `#` is a heading, not a tag as in `#MeToo`: it stands above a text, in capitals as
/// a title does, and is no sentence.
fn is_heading(text: &str, start: usize, line: &str) -> bool {
    const LONGEST: usize = 60;
    let title = &line[1..];
    let word = title.split_whitespace().next().unwrap_or_default();
    let is_first = |letter: char| letter.is_alphabetic() && !letter.is_lowercase();
    let is_tag = word.contains(|c: char| c == '_' || c.is_ascii_digit())
        || word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase);
    // Only the line before is looked at, and last: there may be many such lines, and much above them.
    let is_above = || {
        let (above, own) = text[..start].rsplit_once('\n').unwrap_or(("", &text[..start]));
        own.trim().is_empty() && above.rsplit('\n').next().is_none_or(|line| line.trim().is_empty())
    };
    title.starts_with(is_first)
        && title.chars().count() <= LONGEST
        && !title.contains('#')
        && !title.ends_with(|c: char| ".!?…。！？؟:,;".contains(c))
        && !is_tag
        && is_above()
}

/// Whether a line is the second of a table: `|---|:---:|`.
fn is_delimiter(line: &str) -> bool {
    line.contains('|') && line.contains("--") && line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '))
}

/// Whether a line is a heading of a wiki: `== Heading ==`.
fn is_wiki_heading(line: &str, count: usize) -> bool {
    let bare = line.trim_matches('=');
    line.len() == bare.len() + 2 * count && bare.starts_with(' ') && bare.ends_with(' ')
}
