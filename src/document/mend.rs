//! What is no YAML or TOML for a slip that has one remedy: a tab, a missing space, missing quotation marks. Each is mended
//! in its own line, and only if the document can be read then.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::de::IgnoredAny;
use toml::de::DeTable;

use super::respelled::quoted;

/// What a line without its end may be meant to be.
type Mend<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// More slips than this are not mended in one document.
const MOST: usize = 20;

/// The changes after which a text can be read as YAML; none where there is no certain way.
pub(super) fn yaml(text: &str) -> Vec<(Range<usize>, String)> {
    let unit = unit(text);
    let mends: [&Mend<'_>; 4] = [&|line| without_tabs(line, unit), &in_marks, &spaced, &whole];
    mend(text, &mends, |text| {
        let error = serde_yaml::from_str::<IgnoredAny>(text).err()?;
        let at = error.location().map_or(0, |place| place.line());
        Some((at, mentioned(&error.to_string())))
    })
}

/// The changes after which a text can be read as TOML.
pub(super) fn toml(text: &str) -> Vec<(Range<usize>, String)> {
    mend(text, &[&value_in_marks], |text| {
        let (_, errors) = DeTable::parse_recoverable(text);
        let at = errors.first()?.span().unwrap_or_default().start.min(text.len());
        let line = text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        Some((line, vec![line]))
    })
}

/// Mends line after line. `fails` says in which line, counted from one, reading a text ends, and which lines have to do
/// with it; nothing where it can be read.
fn mend(
    text: &str,
    mends: &[&Mend<'_>],
    fails: impl Fn(&str) -> Option<(usize, Vec<usize>)>,
) -> Vec<(Range<usize>, String)> {
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    let mut mended = BTreeSet::new();
    for _ in 0..MOST {
        let Some((at, about)) = fails(&lines.concat()) else { return changes(text, &lines, &mended) };
        let open = |number: &usize| (1..=lines.len()).contains(number) && !mended.contains(number);
        let open: Vec<usize> = about.into_iter().filter(open).collect();
        let tries = open.iter().flat_map(|number| mends.iter().map(move |mend| (*number, mend)));
        let found = tries.into_iter().find_map(|(number, mend)| {
            let new = with_its_end(&lines[number - 1], mend)?;
            let mut tried = lines.clone();
            tried[number - 1] = new;
            // It helps if reading now gets farther.
            fails(&tried.concat()).is_none_or(|(now, _)| now > at.max(number)).then_some((number, tried))
        });
        let Some((number, tried)) = found else { break };
        lines = tried;
        mended.insert(number);
    }
    Vec::new()
}

/// A line mended, whose end stays as it is.
fn with_its_end(line: &str, mend: impl Fn(&str) -> Option<String>) -> Option<String> {
    let bare = line.trim_end_matches(['\n', '\r']);
    Some(mend(bare)? + &line[bare.len()..])
}

/// What is changed, by the bytes of the text.
fn changes(text: &str, lines: &[String], mended: &BTreeSet<usize>) -> Vec<(Range<usize>, String)> {
    let mut start = 0;
    let mut changes = Vec::new();
    for (number, (old, new)) in text.split_inclusive('\n').zip(lines).enumerate() {
        if mended.contains(&(number + 1)) {
            let bare = |line: &str| line.trim_end_matches(['\n', '\r']).len();
            changes.push((start..start + bare(old), new[..bare(new)].to_owned()));
        }
        start += old.len();
    }
    changes
}

/// The lines that the parser speaks of, the last first, and the one before it: a slip is noticed after it was made.
fn mentioned(message: &str) -> Vec<usize> {
    let numbers = message.split(" at line ").skip(1);
    let numbers = numbers.filter_map(|rest| rest.split(' ').next()?.parse().ok());
    let mut lines: Vec<usize> = numbers.collect();
    lines.extend(lines.clone().into_iter().filter_map(|line: usize| line.checked_sub(1)));
    lines.sort_unstable_by(|a, b| b.cmp(a));
    lines.dedup();
    lines
}

/// By how many spaces lines are set in: the least of those that are.
fn unit(text: &str) -> usize {
    let set_in = text.lines().map(|line| line.len() - line.trim_start_matches(' ').len());
    set_in.filter(|spaces| *spaces > 0).min().unwrap_or(2)
}

/// A line set in by spaces and not by tabs.
fn without_tabs(line: &str, unit: usize) -> Option<String> {
    let white = line.len() - line.trim_start_matches(['\t', ' ']).len();
    line[..white].contains('\t').then(|| line[..white].replace('\t', &" ".repeat(unit)) + &line[white..])
}

/// A line in three parts: what it is set in by, with the sign of a list; the key; what follows its colon.
fn parts(line: &str) -> Option<(&str, &str, &str)> {
    let key = line.len() - line.trim_start_matches([' ', '-']).len();
    let (name, rest) = line[key..].split_once(':')?;
    let is_key = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    is_key.then_some((&line[..key], name, rest))
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

/// `title: Minister: talks go on`, and values that begin with a sign that YAML keeps for itself.
fn in_marks(line: &str) -> Option<String> {
    let (before, key, rest) = parts(line).filter(|(_, key, _)| TEXTS.contains(key))?;
    let value = rest.strip_prefix(' ')?.trim();
    let (first, last) = (value.chars().next()?, value.chars().next_back()?);
    let is_open = match first {
        '@' | '`' | '%' | '*' => true,
        // Where it ends with them as well, nobody knows whether they are the text's own.
        '"' | '\'' => first != last,
        '[' | '{' | '|' | '>' | '&' | '!' | '#' | '?' | '-' => false,
        _ => value.contains(": ") || last == ':',
    };
    if !is_open || value.contains(" #") {
        return None;
    }
    Some(format!("{before}{key}: {}", quoted(value)?))
}

/// `'It's over'`: an apostrophe within a word is no end of a text.
fn whole(line: &str) -> Option<String> {
    let (before, key, rest) = parts(line).filter(|(_, key, _)| TEXTS.contains(key))?;
    let inner = rest.strip_prefix(' ')?.trim().strip_prefix('\'')?.strip_suffix('\'')?;
    let mut marks = inner.match_indices('\'').peekable();
    marks.peek()?;
    let is_within = |at: usize| {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        is_letter(inner[..at].chars().next_back()) && is_letter(inner[at + 1..].chars().next())
    };
    (marks.all(|(at, _)| is_within(at)) && !inner.contains(['"', '\\'])).then(|| format!("{before}{key}: \"{inner}\""))
}

/// `title:A title`.
fn spaced(line: &str) -> Option<String> {
    let (before, key, rest) = parts(line)?;
    let is_close = rest.starts_with(|c: char| !c.is_whitespace() && c != '/' && c != ':');
    is_close.then(|| format!("{before}{key}: {rest}"))
}

/// `title = A title`.
fn value_in_marks(line: &str) -> Option<String> {
    let (key, value) = line.split_once('=')?;
    let value = value.trim();
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let begins = value.starts_with(|c: char| c.is_alphanumeric() || c == '/');
    if !key.trim().chars().all(is_key) || key.trim().is_empty() || !begins || value.contains(['#', '"', '\'']) {
        return None;
    }
    Some(format!("{}= {}", key, quoted(value)?))
}

#[cfg(test)]
mod tests {
    use super::{toml, yaml};

    fn mended(text: &str, changes: Vec<(std::ops::Range<usize>, String)>) -> String {
        let mut text = text.to_owned();
        changes.into_iter().rev().for_each(|(range, new)| text.replace_range(range, &new));
        text
    }

    #[test]
    fn slips_with_one_remedy() {
        for (text, right) in [
            ("title: Minister: talks go on\ndate: 2006\n", "title: \"Minister: talks go on\"\ndate: 2006\n"),
            ("title: \"Talks\" go on\r\ndate: 2006\r\n", "title: '\"Talks\" go on'\r\ndate: 2006\r\n"),
            ("title: @minister\n", "title: \"@minister\"\n"),
            ("title: 'It's over'\ndate: 2006\n", "title: \"It's over\"\ndate: 2006\n"),
            ("topics:\n\t- a\n\t- b\ndate: 2006\n", "topics:\n  - a\n  - b\ndate: 2006\n"),
            ("a:\n    b: c\n\td: e\n", "a:\n    b: c\n    d: e\n"),
            ("title: A\ndate:2006-02-02\nkind: x\n", "title: A\ndate: 2006-02-02\nkind: x\n"),
            ("title:A\ndate: 2006\n", "title: A\ndate: 2006\n"),
        ] {
            assert_eq!(mended(text, yaml(text)), right, "{text}");
        }
        for text in [
            "title: \"A\" and \"B\"\n",
            "title: [A\ndate: 2006\n",
            "title: A: b # c\n",
            "a: {b: c: d}\n",
            "<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> x\n",
            "speakers: office: Minister\n",
            "- a\nb: c\n",
            "title: 'A' or 'B'\n",
            // How far a tab reaches there is not known.
            "l:\n  - title: A: b\n\tx: c: d\n",
        ] {
            assert_eq!(yaml(text), [], "{text}");
        }
    }

    #[test]
    fn settings() {
        let text = "title = My site\nbase_url = https://example.org/\n[lists]\nlimit = 3\n";
        let right = "title = \"My site\"\nbase_url = \"https://example.org/\"\n[lists]\nlimit = 3\n";
        assert_eq!(mended(text, toml(text)), right);
        assert_eq!(toml("title = \nx = 1\n"), []);
        assert_eq!(toml("title = \"a\nx = 1\n"), []);
    }
}
