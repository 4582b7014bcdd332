//! Clauses of Chinese that say who said something: `高永文强调，“…”`, `“…”他还说`.

use super::clauses::Said;
use super::letters::has_han;
use super::people::People;
use super::words::{HAN_ADVERBS, HAN_QUOTING, HAN_SAYING};

/// Who said what follows a text that ends before an opening mark.
pub(super) fn before(text: &str, people: &People) -> Said {
    let text = text.trim_end();
    let Some(open) = text.strip_suffix(['：', ':', '，', ',']).or_else(|| ends_with_saying(text).then_some(text))
    else {
        return Said::Nothing;
    };
    let clause = open.rsplit(['，', '。', '；', '！', '？', ',', '\n']).next().unwrap_or_default();
    clause_of(clause.trim(), people)
}

/// Who said what stands before a text that begins behind a closing mark.
pub(super) fn after(text: &str, people: &People) -> Said {
    let text = text.trim_start_matches(['，', ',', ' ', '—']);
    let clause = text.split(['，', '。', '；', '！', '？', '：', '“', '「', '『', '\n']).next().unwrap_or_default();
    clause_of(clause.trim(), people)
}

fn ends_with_saying(text: &str) -> bool {
    HAN_SAYING.iter().any(|verb| text.ends_with(verb))
}

fn clause_of(clause: &str, people: &People) -> Said {
    let says = HAN_SAYING.iter().any(|verb| clause.contains(verb));
    if !says {
        return Said::Nothing;
    }
    if HAN_QUOTING.iter().any(|word| clause.contains(word)) {
        return Said::Another;
    }
    if let Some(rest) = clause.strip_prefix(['他', '她']) {
        let gender = if clause.starts_with('他') { 'm' } else { 'f' };
        return if is_said(rest) { Said::Pronoun(Some(gender)) } else { Said::Another };
    }
    let lead = after_adverbs(clause);
    let mut found = None;
    for index in 0..people.len() {
        let person = people.get(index);
        for name in
            person.names().iter().map(|words| words.concat()).filter(|name| has_han(name) && name.chars().count() > 1)
        {
            let Some((before, rest)) = lead.split_once(name.as_str()) else { continue };
            let fits = (before.is_empty() || person.allows_han(before)) && is_said(rest);
            if fits && found.replace(index).is_some_and(|other| other != index) {
                return Said::Another;
            }
        }
    }
    found.map_or(Said::Another, Said::By)
}

fn after_adverbs(mut text: &str) -> &str {
    while let Some(rest) = HAN_ADVERBS.iter().find_map(|word| text.strip_prefix(word)) {
        text = rest;
    }
    text
}

/// Whether a text is only a verb of saying, with small words.
fn is_said(text: &str) -> bool {
    let text = ["先生", "女士"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let mut text = after_adverbs(text);
    let mut count = 0;
    while let Some(rest) = HAN_SAYING.iter().find_map(|word| text.strip_prefix(word)) {
        text = rest;
        count += 1;
    }
    count > 0 && matches!(text, "" | "时" | "時" | "道")
}
