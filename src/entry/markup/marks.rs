//! Marks within the prose of a block that other programs give a meaning, or that would be emphasis if they were closed.

use std::ops::Range;

use crate::diagnostic::Code;

/// A finding of marks: its code, where, what is wrong and what to do.
pub(super) type Found = (Code, Range<usize>, String, &'static str);

/// The prose of a block.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// The text that is read now: what stands in one piece as it is typed.
    run: Range<usize>,
    /// Whether something of the line was read before the run.
    has_begun: bool,
    /// Marks that come in pairs, in the order of their places.
    pairs: Vec<Pair>,
    found: Vec<Found>,
}

/// A mark that opens something, closes it, or both.
#[derive(Debug)]
struct Pair {
    mark: &'static str,
    at: usize,
    opens: bool,
    closes: bool,
}

/// What helps against all of them.
const HELP: &str = "use the mark-up of CommonMark, or take the marks out; write `\\` before each that is to be shown";
const EMPHASIS: &str = "put the marks within quotation marks and brackets: `«**word**»`; or take them out, or write `\\*` for each that is shown";
const UNDERSCORES: &str = "write `*` in place of `_`; or `\\_` for each that is to be shown";
const LINK: &str = "write the path of the record's file in a link: `[words](../topics/trade.md)`";
const ADDRESS: &str = "write the address without spaces, or between `<` and `>`, and close the bracket";
const DEFINE: &str = "add it in a paragraph of its own, `[^…]: …`, or write `\\[` for a bracket that is to be shown";
const REFERENCE: &str =
    "add what the name stands for in a paragraph of its own, `[…]: https://…`; or part the brackets by a space";
const TABLE: &str = "give this line as many cells as the line above it";

impl Marks {
    /// Reads some text.
    pub(super) fn read(&mut self, text: &str, range: &Range<usize>) {
        if self.run.end == range.start && !self.run.is_empty() {
            self.run.end = range.end;
            return;
        }
        self.end_run(text);
        self.run = range.clone();
    }

    /// The line ends.
    pub(super) fn end_line(&mut self, text: &str) {
        self.end_run(text);
        self.has_begun = false;
    }

    /// The block ends: what was found in it.
    pub(super) fn end_block(&mut self, text: &str) -> Vec<Found> {
        self.end_line(text);
        let pairs = std::mem::take(&mut self.pairs);
        let mut at = 0;
        while at < pairs.len() {
            let first = &pairs[at];
            let near = pairs[at + 1..].iter().take(NEAR).position(|pair| pair.mark == first.mark && pair.closes);
            match near.filter(|_| first.opens) {
                Some(next) => {
                    let end = pairs[at + 1 + next].at + first.mark.len();
                    let help = match first.mark.as_bytes()[0] {
                        b'*' => EMPHASIS,
                        b'_' => UNDERSCORES,
                        _ => HELP,
                    };
                    let message = format!("`{}` is shown as it is typed", first.mark);
                    self.found.push((Code::RawMarkup, first.at..end, message, help));
                    at += next + 2;
                }
                None => {
                    if first.opens && first.mark == "**" && is_beginning(&text[..first.at]) {
                        let message = "`**` does not close, and is shown as it is typed".to_owned();
                        self.found.push((Code::RawMarkup, first.at..first.at + 2, message, EMPHASIS));
                    }
                    at += 1;
                }
            }
        }
        std::mem::take(&mut self.found)
    }

    fn end_run(&mut self, text: &str) {
        let run = std::mem::replace(&mut self.run, 0..0);
        if run.is_empty() {
            return;
        }
        if !self.has_begun {
            self.beginning(text, &run);
        }
        self.has_begun = true;
        let bytes = text.as_bytes();
        let mut at = run.start;
        while at < run.end {
            let byte = bytes[at];
            if !MARKS[usize::from(byte)] || at == run.start && text[..at].ends_with('\\') {
                at += 1;
                continue;
            }
            let same = bytes[at..run.end].iter().take_while(|other| **other == byte).count();
            self.mark(text, at..at + same, &run);
            at += same;
        }
    }

    /// A row of one sign.
    fn mark(&mut self, text: &str, row: Range<usize>, run: &Range<usize>) {
        let rest = &text[row.start..text.floor_char_boundary(run.end.min(row.end + FAR))];
        let mut find = |code, length: usize, message: String, help| {
            if !is_in_address(text, row.start, run) {
                self.found.push((code, row.start..row.start + length, message, help));
            }
        };
        match (text.as_bytes()[row.start], row.len()) {
            (b'[', 2..) if rest.contains("]]") => {
                let length = rest.find("]]").map_or(2, |at| at + 2);
                find(Code::RawMarkup, length, "`[[…]]` makes no link: it is shown as it is typed".to_owned(), LINK);
            }
            (b'[', 1) if rest.starts_with("[^") => {
                let label = rest[2..].split_once(']').map(|(label, _)| label);
                let is_label = |label: &&str| !label.is_empty() && label.len() < 100 && !label.contains(['[', '\n']);
                if let Some(label) = label.filter(is_label) {
                    let message = format!("there is no footnote `[^{label}]`: the mark is shown as it is typed");
                    find(Code::UndefinedReference, label.len() + 3, message, DEFINE);
                }
            }
            (b']', 1) if rest.starts_with("](") => {
                let message = "this is no link: `](` is shown as it is typed".to_owned();
                find(Code::RawMarkup, 2, message, ADDRESS);
            }
            (b']', 1) if rest.starts_with("][") => {
                let label = rest[2..].split_once(']').map(|(label, _)| label);
                let near = &text[text.floor_char_boundary(row.start.saturating_sub(FAR))..row.start];
                let before = near.rsplit('[').next().unwrap_or_default();
                let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
                let is_name = |label: &&str| label.is_empty() || label.contains(char::is_alphanumeric);
                if let Some(label) = label.filter(is_name).filter(|_| !is_number(before)) {
                    let name = if label.is_empty() { before } else { label };
                    let message =
                        format!("nothing says where `[{}]` leads: it is shown as it is typed", super::short(name));
                    find(Code::UndefinedReference, label.len() + 3, message, REFERENCE);
                }
            }
            (b'{', 1) if is_attribute(rest) => {
                let length = rest.find('}').map_or(1, |at| at + 1);
                find(Code::RawMarkup, length, format!("`{}` is shown as it is typed", &rest[..length]), HELP);
            }
            (b'{', 2) if rest.contains("}}") => {
                find(Code::RawMarkup, 2, "`{{` is shown as it is typed".to_owned(), HELP);
            }
            (b'^', 1) if rest.starts_with("^[") && rest.contains(']') => {
                let message = "`^[…]` makes no footnote: it is shown as it is typed".to_owned();
                find(Code::RawMarkup, 2, message, "write `[^1]`, and `[^1]: …` in a paragraph of its own");
            }
            (sign @ (b'*' | b'_' | b'~' | b'=' | b'$' | b'%'), count) => self.pair(text, sign, count, row, run),
            _ => {}
        }
    }

    /// Marks that stand on both sides of what they are for.
    fn pair(&mut self, text: &str, sign: u8, count: usize, row: Range<usize>, run: &Range<usize>) {
        let mark = match (sign, count) {
            (b'*', 1) => "*",
            (b'*', 2..=3) => "**",
            (b'_', 1) => "_",
            (b'_', 2..=3) => "__",
            (b'~', 2) => "~~",
            (b'=', 2) => "==",
            (b'$', 2) => "$$",
            (b'%', 2) => "%%",
            _ => return,
        };
        if is_in_address(text, row.start, run) {
            return;
        }
        let before = text[..row.start].chars().next_back();
        let after = text[row.end..].chars().next();
        let is_space = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
        let is_latin =
            |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() && letter < '\u{530}');
        let (mut opens, mut closes) = (!is_space(after), !is_space(before));
        match sign {
            // Names of files and variables have them within.
            b'_' => opens &= is_beginning(&text[..row.start]),
            b'=' | b'%' => {
                opens &= !is_latin(before);
                closes &= !is_latin(after);
            }
            // `(*)` is a sign by itself.
            b'*' => {
                let is_sign = after.is_some_and(|after| ")],.;:".contains(after));
                opens &= !(is_sign || is_latin(before) && is_latin(after));
                let is_sign = before.is_some_and(|before| "([".contains(before));
                closes &= !(is_sign || is_latin(before) && is_space(after) && count == 1);
            }
            _ => {}
        }
        self.pairs.push(Pair { mark, at: row.start, opens, closes });
    }

    /// What means something at the beginning of a line.
    fn beginning(&mut self, text: &str, run: &Range<usize>) {
        let first = text.as_bytes()[run.start];
        if !b":!?#[|-$%".contains(&first) || text[..run.start].ends_with('\\') {
            return;
        }
        let line = text[run.clone()].lines().next().unwrap_or_default();
        let mut find = |length: usize, message: String, help| {
            self.found.push((Code::RawMarkup, run.start..run.start + length, message, help));
        };
        let count = line.bytes().take_while(|byte| *byte == first).count();
        let rest = line.get(count..).unwrap_or_default();
        let shown = |mark: &str| format!("`{mark}` is shown as it is typed");
        match (first, count) {
            (b':', 3..) => find(count, shown(":::"), HELP),
            (b'$' | b'%', 2) if rest.trim().is_empty() || first == b'%' && rest.starts_with(' ') => {
                find(count, shown(&line[..count]), HELP);
            }
            (b'!' | b'?', 3) if rest.starts_with(' ') => find(count, shown(&line[..count]), HELP),
            (b'#', 2..=6) if rest.starts_with(char::is_alphanumeric) => {
                let message = format!("`{}` makes no heading without a space after it", &line[..count]);
                find(count, message, "put a space after it, or write `\\#` for a `#` that is to be shown");
            }
            (b'[', 1) if matches!(line.get(..4), Some("[ ] " | "[x] " | "[X] ")) => {
                find(3, shown(&line[..3]), "take it out: a list has no boxes");
            }
            (b'|' | b'-' | b':', _) if is_delimiter(line) => {
                find(line.len(), "this makes no table: the lines are shown as they are typed".to_owned(), TABLE);
            }
            _ => {}
        }
    }
}

/// How many bytes are looked at beside a mark, so that a long line takes no long time.
const FAR: usize = 500;

/// Among how many marks the one is that closes another.
const NEAR: usize = 100;

/// Signs that may be a mark.
const MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let signs = b"[]{^*_~=$%";
    let mut at = 0;
    while at < signs.len() {
        marks[signs[at] as usize] = true;
        at += 1;
    }
    marks
};

/// Whether a word or a sentence can begin after a text.
fn is_beginning(before: &str) -> bool {
    before.chars().next_back().is_none_or(|last| last.is_whitespace() || "([{\"'«“„‘>|".contains(last))
}

/// Whether a text begins with attributes, `{.note}`, `{#id}`, `{: .note}`, `{% … %}`.
fn is_attribute(text: &str) -> bool {
    let Some((inner, _)) = text[1..].split_once('}') else { return false };
    let own = inner.strip_prefix(':').unwrap_or(inner).trim_start();
    let is_name = |rest: &str| rest.starts_with(|first: char| first.is_alphabetic());
    inner.len() < 200
        && (own.strip_prefix(['.', '#']).is_some_and(is_name) || inner.starts_with('%') && inner.ends_with('%'))
}

/// Whether a line is the second of a table: `|---|:---:|`.
fn is_delimiter(line: &str) -> bool {
    line.contains('|') && line.contains("--") && line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '))
}

/// Whether a place is in an address that is no link.
fn is_in_address(text: &str, at: usize, run: &Range<usize>) -> bool {
    let first = text.floor_char_boundary(run.start.max(at.saturating_sub(FAR)));
    let last = text.floor_char_boundary(run.end.min(at + FAR));
    let start = text[first..at].rfind(char::is_whitespace).map_or(first, |space| first + space);
    let end = text[at..last].find(char::is_whitespace).map_or(last, |space| at + space);
    text[start..end].contains("://")
}
