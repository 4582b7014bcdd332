//! Speaker labels in transcripts: their forms, and whom they name.

use super::people::{Fit, People};
use crate::naming::letters::{is_dash, is_ended};
use crate::naming::{Role, is_capitals, is_name, role};

/// The form of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// `LEE: words`
    Colon,
    /// `LEE:words`
    Tight,
    /// `**LEE** words`, `*LEE* words`
    Marked,
    /// `[LEE] words`
    Bracket,
    /// `LEE – words`
    Dash,
    /// `LEE    words`, or a tab
    Gap,
    /// `LEE/ words`
    Slash,
    /// `LEE. words`
    Period,
    /// `LEE`, on a line of its own
    Own,
}

/// A candidate for a label at the start of a line, and the words after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate<'t> {
    pub(super) label: &'t str,
    pub(super) words: &'t str,
    pub(super) form: Form,
}

/// Whom a label names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// A person on record.
    Person(usize, Fit),
    /// One who has no name there.
    Nameless(Role),
}

/// No label is longer, in characters.
const LONGEST: usize = 160;

/// Candidates for a label at the start of a line, the most certain form first.
pub(super) fn candidates(line: &str) -> Vec<Candidate<'_>> {
    let line = after_time(line.trim()).trim_start_matches(['>', ' ', '\u{feff}']);
    let mut found = Vec::new();
    found.extend(marked(line));
    found.extend(bracketed(line));
    found.extend(coloned(line));
    found.extend(separated(line));
    let is_short = line.chars().count() <= 100 && !line.is_empty();
    if is_short && !is_ended(line) && !line.ends_with([',', ';', '，', '；', '،']) {
        found.push(Candidate { label: line, words: "", form: Form::Own });
    }
    found
}

/// A text after the time that it begins with: `[00:12:33] `, `10:05 `.
pub(super) fn after_time(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || ":.,[](){}".contains(c));
    let time = &text[..text.len() - rest.len()];
    let is_time = time.contains(':') && time.bytes().filter(u8::is_ascii_digit).count() >= 3;
    if is_time && rest.starts_with(char::is_whitespace) { rest.trim_start() } else { text }
}

/// `**LEE:** words`, `*LEE* : words`, `__LEE__ words`.
fn marked(line: &str) -> Option<Candidate<'_>> {
    let mark = ["***", "**", "__", "*", "_"].into_iter().find(|mark| line.starts_with(mark))?;
    let (inner, rest) = line[mark.len()..].split_once(mark)?;
    if inner.trim().is_empty() || inner.chars().count() > LONGEST {
        return None;
    }
    let has_colon = inner.trim_end().ends_with([':', '：']);
    let rest = rest.trim_start();
    let words = rest.trim_start_matches([':', '：']).trim_start();
    let form = match (has_colon || words.len() < rest.len(), words.is_empty()) {
        (true, _) => Form::Colon,
        (false, true) => Form::Own,
        (false, false) => Form::Marked,
    };
    Some(Candidate { label: inner, words, form })
}

/// `[LEE] words`, `【LEE】words`.
fn bracketed(line: &str) -> Option<Candidate<'_>> {
    let (open, close) =
        [('[', ']'), ('【', '】'), ('［', '］')].into_iter().find(|(open, _)| line.starts_with(*open))?;
    let (inner, rest) = line[open.len_utf8()..].split_once(close)?;
    let colon = rest.trim_start().strip_prefix([':', '：']);
    let form = if colon.is_some() { Form::Colon } else { Form::Bracket };
    let words = colon.unwrap_or(rest).trim_start();
    (inner.chars().count() <= LONGEST).then_some(Candidate { label: inner, words, form })
}

/// `LEE: words`, `LEE：words`, `LEE:words`.
fn coloned(line: &str) -> Option<Candidate<'_>> {
    let head = &line[..line.floor_char_boundary(4 * LONGEST)];
    // The colon of a time stands between digits: `Ann Lee (00:12): Words`.
    let (at, colon) = head.char_indices().filter(|(_, c)| matches!(c, ':' | '：' | '︰' | '∶')).find(|(at, c)| {
        let is_digit = |c: char| c.is_ascii_digit();
        !head[..*at].ends_with(is_digit) || !head[at + c.len_utf8()..].starts_with(is_digit)
    })?;
    let label = &line[..at];
    let rest = &line[at + colon.len_utf8()..];
    if label.chars().count() > LONGEST || rest.starts_with("//") || label.trim().is_empty() {
        return None;
    }
    let is_wide =
        colon != ':' || rest.is_empty() || rest.starts_with(char::is_whitespace) || rest.starts_with(['*', '_']);
    let form = if is_wide { Form::Colon } else { Form::Tight };
    Some(Candidate { label, words: rest.trim_start_matches(['*', '_']).trim_start(), form })
}

/// `LEE – words`, `LEE    words`, `LEE/ words`, `LEE. – words`, `LEE.- words`, `LEE. words`.
fn separated(line: &str) -> Vec<Candidate<'_>> {
    let head = &line[..line.floor_char_boundary(2 * LONGEST)];
    let mut found = Vec::new();
    // `Q Will you?`: `Q` is not a word, so one space is enough.
    if let Some(words) = line.strip_prefix("Q ").filter(|words| words.trim_start().starts_with(char::is_uppercase)) {
        found.push(Candidate { label: "Q", words: words.trim_start(), form: Form::Gap });
    }
    let mut last = ' ';
    for (at, c) in head.char_indices() {
        let rest = &line[at + c.len_utf8()..];
        let form = match c {
            '\t' => Some(Form::Gap),
            c if c.is_whitespace() && rest.starts_with(char::is_whitespace) && !last.is_whitespace() => Some(Form::Gap),
            c if is_dash(c) && last.is_whitespace() && rest.starts_with(char::is_whitespace) => Some(Form::Dash),
            // `LEE—words`
            '—' if rest.starts_with(char::is_uppercase) && is_capitals(line[..at].trim_end()) => Some(Form::Dash),
            '/' if rest.starts_with(char::is_whitespace) => Some(Form::Slash),
            '.' | '．' if rest.starts_with(char::is_whitespace) => Some(Form::Period),
            '.' if rest.starts_with(is_dash) && rest.trim_start_matches(is_dash).starts_with(char::is_whitespace) => {
                Some(Form::Dash)
            }
            _ => None,
        };
        last = c;
        let label = line[..at].trim_end();
        if let Some(form) = form.filter(|_| !label.is_empty() && found.len() < 8) {
            let after = rest.trim_start();
            // `Jo Oak of Vale.  (Applause.)` is a sentence, and has no words behind it.
            if form == Form::Gap && label.ends_with('.') && is_bracket(after) {
                continue;
            }
            let behind = after.trim_start_matches(is_dash);
            let form = if form == Form::Period && behind.len() < after.len() { Form::Dash } else { form };
            found.push(Candidate { label: label.trim_end_matches('.'), words: behind.trim_start(), form });
        }
    }
    found.retain(|candidate| !candidate.words.is_empty());
    found
}

/// Whether words are one bracket and nothing else: `(Applause.)`.
fn is_bracket(words: &str) -> bool {
    let words = words.trim();
    words.starts_with(['(', '[']) && words.ends_with([')', ']']) && words.matches(['(', '[']).count() == 1
}

/// A label without markup, time and trailing brackets.
pub(super) fn clean(label: &str) -> String {
    let label = after_time(label.trim().trim_matches(['*', '_', '[', ']', '【', '】', '#', ' ']));
    let (mut out, mut depth) = (String::new(), 0_usize);
    for c in label.chars() {
        match c {
            '(' | '（' | '[' | '［' => depth += 1,
            ')' | '）' | ']' | '］' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    let is_end = |c: char| c.is_whitespace() || ":：*_".contains(c) || is_dash(c);
    let out = out.trim_start_matches(is_end).trim_end_matches(is_end);
    let time = out.trim_end_matches(|c: char| c.is_ascii_digit() || c == ':');
    let is_time = out.len() - time.len() >= 4 && out[time.len()..].contains(':');
    let out = if is_time { time.trim_end() } else { out };
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whom a clean label names, if it is known.
pub(super) fn who(label: &str, people: &People) -> Option<Who> {
    let is_plain = !label.contains([',', '،']) || is_name(label);
    if let Some((person, fit)) = people.resolve(label).filter(|_| is_plain) {
        return Some(Who::Person(person, fit));
    }
    role(label).map(Who::Nameless)
}

#[cfg(test)]
mod tests {
    use super::{candidates, clean};

    #[test]
    fn forms() {
        for (line, label, words) in [
            ("LEE: Yes.", "LEE", "Yes."),
            ("**Ann Lee:** Yes.", "Ann Lee", "Yes."),
            ("**Ann Lee** Yes.", "Ann Lee", "Yes."),
            ("*Question* : Oui ?", "Question", "Oui ?"),
            ("[00:12:33] Ann Lee: Yes.", "Ann Lee", "Yes."),
            ("安妮（笑）：今年不会。", "安妮", "今年不会。"),
            ("Q    Will you?", "Q", "Will you?"),
            ("Q. Will you?", "Q", "Will you?"),
            ("P.- ¿Y usted?", "P", "¿Y usted?"),
            ("SR. RUIZ.— No.", "SR. RUIZ", "No."),
            ("LEE—No.", "LEE", "No."),
            ("Ann Lee (00:12): Yes, at 10:30.", "Ann Lee", "Yes, at 10:30."),
            ("Ann Lee 00:12: Yes.", "Ann Lee", "Yes."),
            ("M. Jean Lee. – Oui.", "M. Jean Lee", "Oui."),
            ("Ann Lee  00:37", "Ann Lee", ""),
        ] {
            let found = candidates(line);
            let fits = found.iter().any(|found| clean(found.label) == label && found.words == words);
            assert!(fits, "{line}: {found:?}");
        }
    }
}
