//! Repairs TOML with missing quotation marks, line by line, and only if the document parses afterwards.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::DeTable;

use super::respelled::quoted;

/// Proposes a replacement for a line (without its line ending).
type Mend<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// The most lines that are repaired in one document.
const MOST: usize = 20;

/// The edits after which a text parses as TOML.
pub(super) fn edits(text: &str) -> Vec<(Range<usize>, String)> {
    mend(text, &[&value_in_marks], |text| {
        let (_, errors) = DeTable::parse_recoverable(text);
        let at = errors.first()?.span().unwrap_or_default().start.min(text.len());
        let line = text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        Some((line, vec![line]))
    })
}

/// Repairs line by line. `fails` returns the line (from one) at which parsing fails and the lines involved, or none
/// where the text parses.
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
            // An attempt is an improvement if parsing gets farther.
            fails(&tried.concat()).is_none_or(|(now, _)| now > at.max(number)).then_some((number, tried))
        });
        let Some((number, tried)) = found else { break };
        lines = tried;
        mended.insert(number);
    }
    Vec::new()
}

/// Repairs a line and keeps its line ending.
fn with_its_end(line: &str, mend: impl Fn(&str) -> Option<String>) -> Option<String> {
    let bare = line.trim_end_matches(['\n', '\r']);
    Some(mend(bare)? + &line[bare.len()..])
}

/// The edits as byte ranges of the text.
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
    use super::edits;

    fn mended(text: &str, changes: Vec<(std::ops::Range<usize>, String)>) -> String {
        let mut text = text.to_owned();
        changes.into_iter().rev().for_each(|(range, new)| text.replace_range(range, &new));
        text
    }

    #[test]
    fn settings() {
        let text = "title = My site\nbase_url = https://example.org/\n[lists]\nlimit = 3\n";
        let right = "title = \"My site\"\nbase_url = \"https://example.org/\"\n[lists]\nlimit = 3\n";
        assert_eq!(mended(text, edits(text)), right);
        assert_eq!(edits("title = \nx = 1\n"), []);
        assert_eq!(edits("title = \"a\nx = 1\n"), []);
    }
}
