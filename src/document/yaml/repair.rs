//! Repairs for common mistakes in YAML. The parser reports where it failed, often far from the cause, so candidate
//! repairs near that line are tried, and one is proposed only if parsing then gets further.

use std::ops::Range;

use super::line::{Line, word};
use super::value;

/// A mistake, and what is right in its place.
#[derive(Clone, Debug)]
pub(super) struct Repair {
    pub(super) message: String,
    pub(super) help: String,
    /// Where to look, in bytes of the document.
    pub(super) range: Range<usize>,
    /// The edits, in order.
    pub(super) edits: Vec<(Range<usize>, String)>,
    /// Whether it is unambiguous, so that `--fix` may apply it.
    pub(super) is_certain: bool,
}

/// The budget in bytes for parsing again while repairs are tried.
const TRIED: usize = 1 << 20;

/// A parser to try documents with.
pub(super) trait Reads {
    /// The number of other faults of a document, or why it does not parse.
    fn faults(&self, document: &str) -> Result<usize, Refused>;
}

/// Why a document is refused.
pub(super) struct Refused {
    /// The offset at which parsing failed.
    pub(super) at: usize,
    /// The parser's message.
    pub(super) why: String,
}

/// The repair of the first mistake of a document that is refused, if one is found.
pub(super) fn first(document: &str, reader: &dyn Reads) -> Option<Repair> {
    let refused = reader.faults(document).err()?;
    let wrong = refused.at.min(document.len());
    let lines = Line::all(document);
    let at = lines.iter().rposition(|line| line.start <= wrong)?;
    let tries = (TRIED / document.len().max(1)).clamp(8, 400);
    let mut trial = Trial { document, reader, wrong: line_of(document, wrong), why: refused.why, tries };
    if let Some(repair) = trial.best(spaces(&lines)) {
        return Some(repair);
    }
    // The cause is at or before the failing line.
    let near = (at..lines.len().min(at + 2)).chain((0..at).rev());
    if let Some(repair) = near.clone().find_map(|line| trial.best(of_line(&lines, line))) {
        return Some(repair);
    }
    trial.right(near.take(3).flat_map(|line| of_indentation(&lines, line)).collect())
}

/// The line that a byte of a document is in.
fn line_of(document: &str, at: usize) -> usize {
    document.as_bytes()[..at.min(document.len())].iter().filter(|byte| **byte == b'\n').count()
}

/// Tries candidate repairs.
struct Trial<'a> {
    document: &'a str,
    reader: &'a dyn Reads,
    /// The line at which the document is refused.
    wrong: usize,
    /// Why it is refused there.
    why: String,
    /// How many tries are left.
    tries: usize,
}

impl Trial<'_> {
    /// Scores a document with a repair by its remaining faults; failing further below counts most.
    fn faults(&mut self, repair: &Repair) -> Option<usize> {
        self.tries = self.tries.checked_sub(1)?;
        let text = repaired(self.document, &repair.edits);
        match self.reader.faults(&text) {
            Ok(faults) => Some(faults),
            // Repairs never change the number of lines.
            Err(refused) => {
                let last = repair.edits.last().map_or(0, |(range, _)| line_of(self.document, range.end));
                let line = line_of(&text, refused.at);
                let is_further = line > self.wrong || line == self.wrong && refused.why != self.why;
                (is_further && line > last).then_some(usize::MAX)
            }
        }
    }

    /// The repair that leaves least wrong; of those that leave as much, the first.
    fn best(&mut self, repairs: Vec<Repair>) -> Option<Repair> {
        let tried = repairs.into_iter().filter_map(|repair| Some((self.faults(&repair)?, repair)));
        let tried: Vec<(usize, Repair)> = tried.collect();
        let least = tried.iter().map(|(faults, _)| *faults).min()?;
        let mut as_good = tried.into_iter().filter(|(faults, _)| *faults == least).map(|(_, repair)| repair);
        let mut best = as_good.next()?;
        // Ambiguous unless all candidates say the same.
        best.is_certain = best.is_certain && {
            let value = |repair: &Repair| {
                serde_yaml::from_str::<serde_yaml::Value>(&repaired(self.document, &repair.edits)).ok()
            };
            as_good.all(|other| value(&best).is_some_and(|best| value(&other) == Some(best)))
        };
        Some(best)
    }

    /// The same among repairs after which the document parses.
    fn right(&mut self, repairs: Vec<Repair>) -> Option<Repair> {
        let tried = repairs.into_iter().filter_map(|repair| Some((self.faults(&repair)?, repair)));
        tried.filter(|(faults, _)| *faults < usize::MAX).min_by_key(|(faults, _)| *faults).map(|(_, repair)| repair)
    }
}

/// A document with a repair.
pub(super) fn repaired(document: &str, edits: &[(Range<usize>, String)]) -> String {
    let mut text = String::with_capacity(document.len() + 16);
    let mut end = 0;
    for (range, new) in edits {
        text.push_str(&document[end..range.start]);
        text.push_str(new);
        end = range.end;
    }
    text + &document[end..]
}

/// Replaces tabs and other white space in indentation, in the whole document at once.
fn spaces(lines: &[Line<'_>]) -> Vec<Repair> {
    let odd = |line: &&Line<'_>| !line.is_empty() && line.text[..line.indent].contains(|letter| letter != ' ');
    let Some(first) = lines.iter().find(odd) else { return Vec::new() };
    let at = first.text.find(|letter| letter != ' ').unwrap_or_default();
    let letter = first.text[at..].chars().next().unwrap_or(' ');
    let (message, each) = match letter {
        '\t' => ("a line is indented with tabs", "each tab"),
        _ => ("a line is indented with spaces of another kind", "each of them"),
    };
    let widths =
        if letter == '\t' { &[(2, "two spaces"), (4, "four spaces"), (1, "one space")][..] } else { &[(1, "a space")] };
    let repair = |(width, spaces): &(usize, &str)| {
        let edit = |line: &Line<'_>| {
            let indent = &line.text[..line.indent];
            let plain: String =
                indent.chars().map(|letter| if letter == ' ' { " ".to_owned() } else { " ".repeat(*width) }).collect();
            (line.in_document(0..line.indent), plain)
        };
        Repair {
            message: message.to_owned(),
            help: format!("write {spaces} in place of {each} at the start of the lines"),
            range: first.in_document(at..at + letter.len_utf8()),
            edits: lines.iter().filter(odd).map(edit).collect(),
            is_certain: true,
        }
    };
    widths.iter().map(repair).collect()
}

/// Candidate repairs of a line on its own.
fn of_line(lines: &[Line<'_>], at: usize) -> Vec<Repair> {
    let line = &lines[at];
    if line.is_empty() {
        return Vec::new();
    }
    let mut repairs: Vec<Repair> = colon(line).into_iter().collect();
    let below = lines[at + 1..].iter().take_while(|below| goes_on(line, below)).count();
    for (new, what) in value::repairs(line.value(), line.key.is_some() || line.is_item()) {
        if below > 0 {
            break;
        }
        let mut range = line.value.clone();
        let is_text = line.key.is_some_and(|end| TEXTS.contains(&&line.text[line.content..end]));
        let is_certain = is_text
            && line.whole() == range
            && value::is_certain(line.value(), &new, what)
            && !is_alias(line.value(), lines);
        let mut new = new;
        if line.whole() != range && !what.is_in_brackets() {
            range = line.whole();
            new = value::quoted(&line.text[range.clone()]);
        }
        let help = if new.chars().count() > LONGEST { what.help.to_owned() } else { format!("{}: `{new}`", what.help) };
        repairs.push(Repair {
            message: what.message.to_owned(),
            help,
            range: line.in_document(range.clone()),
            edits: vec![(line.in_document(range), new)],
            is_certain,
        });
    }
    if below > 0 {
        repairs.extend(over_lines(line, &lines[at + below]));
    }
    repairs
}

/// Whether a value stands for another that has its name: `*name`, of `&name`.
fn is_alias(value: &str, lines: &[Line<'_>]) -> bool {
    let name = value.strip_prefix('*').and_then(|rest| rest.split_whitespace().next());
    name.is_some_and(|name| lines.iter().any(|line| line.text.contains(&format!("&{name}"))))
}

/// Keys whose values are texts; elsewhere, a colon may be that of a map: `speakers: office: Minister`.
const TEXTS: [&str; 14] = [
    "attributed_as",
    "event",
    "family",
    "given",
    "label",
    "name",
    "note",
    "place",
    "publisher",
    "reason",
    "scope",
    "summary",
    "title",
    "usage",
];

/// Longer lines are not quoted in a help.
const LONGEST: usize = 160;

/// Whether a line goes on with the text of one above.
fn goes_on(line: &Line<'_>, below: &Line<'_>) -> bool {
    !below.text.trim().is_empty() && below.indent > line.indent && !below.is_item() && below.key.is_none()
}

/// A text over several lines that must stand in quotation marks.
fn over_lines(line: &Line<'_>, last: &Line<'_>) -> Option<Repair> {
    let is_text =
        line.key.is_some() && !line.value().is_empty() && !line.value().starts_with(['"', '\'', '[', '{', '|', '>']);
    let (start, end) = (line.in_document(line.value.clone()).start, last.start + last.text.trim_end().len());
    let is_plain = |line: &Line<'_>| !line.text.contains(['"', '\\']);
    (is_text && is_plain(line) && is_plain(last)).then(|| Repair {
        message: "the text has a colon or another sign in it that means something else".to_owned(),
        help:
            "put the whole text in quotation marks: `\"` before its first word, and after the last one some lines below"
                .to_owned(),
        range: line.in_document(line.value.clone()),
        edits: vec![(start..start, "\"".to_owned()), (end..end, "\"".to_owned())],
        is_certain: false,
    })
}

/// A key without a colon and a space behind it.
fn colon(line: &Line<'_>) -> Option<Repair> {
    let rest = &line.text[line.content..];
    let length = word(rest);
    let after = &rest[length..];
    if length == 0 || line.key.is_some() && !after.starts_with(":\t") {
        return None;
    }
    let (sign, message) = match after.chars().next()? {
        ':' => (":", "there is no space after the colon of the key"),
        '：' => ("：", "the colon after the key is one of another kind"),
        _ => {
            let sign = after.trim_start_matches(' ').get(..1).filter(|sign| matches!(*sign, "=" | ";"))?;
            (&after[..after.find(sign)? + 1], "there is no colon after the key")
        }
    };
    let value = after[sign.len()..].trim_start_matches([' ', '\t', '\u{a0}', '\u{3000}']);
    // `https://…` is no key.
    if value.starts_with("//") {
        return None;
    }
    let end = line.text.len() - value.len();
    let key = &rest[..length];
    let shown = if value.chars().count() > LONGEST { "…" } else { value.trim_end() };
    Some(Repair {
        message: message.to_owned(),
        help: format!("write a colon and a space after the key: `{key}: {shown}`"),
        range: line.in_document(line.content..line.text.trim_end().len()),
        edits: vec![(line.in_document(line.content + length..end), ": ".to_owned())],
        is_certain: matches!(sign, ":" | "：") && !value.starts_with([':', '：']),
    })
}

/// Candidate repairs of a line's indentation.
fn of_indentation(lines: &[Line<'_>], at: usize) -> Vec<Repair> {
    let line = &lines[at];
    if line.is_empty() {
        return Vec::new();
    }
    let above = lines[..at].iter().rev().find(|line| !line.is_empty());
    let has_key = line.key.is_some() || line.is_item();
    let mut columns = Vec::new();
    if above.is_none() {
        columns.push((0, "in the same column as the keys below"));
    } else if has_key {
        let before = lines[..at].iter().rev().filter(|line| !line.is_empty()).take(8);
        let same = before.clone().filter(|other| other.is_item() == line.is_item());
        columns.extend(same.map(|other| (other.indent, "in the same column as the lines above that are of its kind")));
        if !line.is_item() {
            columns.extend(above.map(|above| (above.content, "in the same column as the key above")));
            columns.extend(before.map(|other| (other.content, "in the same column as the keys that it belongs to")));
        }
    } else {
        let goes_on = "two columns further to the right: it goes on with the text above";
        columns.extend(above.map(|above| (above.indent + 2, goes_on)));
    }
    // Nearest column first.
    columns.sort_by_key(|(column, _)| column.abs_diff(line.indent));
    columns.dedup_by_key(|(column, _)| *column);
    let repair = |(column, what): (usize, &str)| {
        let spaces = match column {
            0 => "no space".to_owned(),
            1 => "one space".to_owned(),
            more => format!("{more} spaces"),
        };
        Repair {
            message: "the line is not indented as those around it".to_owned(),
            help: format!("begin the line with {spaces}, {what}"),
            range: line.in_document(0..line.indent.max(1)),
            edits: vec![(line.in_document(0..line.indent), " ".repeat(column))],
            is_certain: false,
        }
    };
    columns.into_iter().filter(|(column, _)| *column != line.indent).map(repair).collect()
}
