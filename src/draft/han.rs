//! Clauses of Chinese that say who said something: `高永文强调，“…”`, `“…”他还说`.

use super::clauses::Said;
use super::people::People;
use crate::naming::letters::has_han;
use crate::naming::words::{HAN_ADVERBS, HAN_QUOTING, HAN_SAYING};

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

/// Whether a clause within quotation marks may tell who speaks: `戴波打趣道`, `有人喊`, `他冷笑`.
pub(super) fn may_tell(clause: &str, people: &People) -> bool {
    const LONGEST: usize = 12;
    /// Ends of verbs by which somebody is heard, and of words that only seem to have them.
    const HEARD: [&str; 17] = [
        "道",
        "的说法",
        "的說法",
        "喊",
        "叫",
        "问",
        "問",
        "笑",
        "插话",
        "插話",
        "叹",
        "叹息",
        "嘆息",
        "打趣",
        "调侃",
        "的回应",
        "的回應",
    ];
    /// Ends and parts of clauses that say whose the words are.
    const WHOSE: [&str; 9] = ["如是说", "如是說", "所言", "的回答", "的答复", "的原话", "的原話", "的看法", "插了一句"];
    const NOT_HEARD: [&str; 10] = ["来说", "來說", "知道", "是说", "是說", "的说", "报道", "報道", "渠道", "通道"];
    let clause = clause.trim();
    let count = clause.chars().filter(|c| c.is_alphanumeric()).count();
    if count == 0 || count > LONGEST || clause.contains(|c| "我咱你您".contains(c)) {
        return false;
    }
    let ends = |words: &[&str]| words.iter().any(|word| clause.ends_with(word));
    let is_named = || {
        let names = (0..people.len()).flat_map(|index| people.get(index).names());
        names
            .map(|words| words.concat())
            .any(|name| has_han(&name) && name.chars().count() > 1 && clause.contains(&name))
    };
    let is_pronoun = clause.starts_with(['他', '她']) && count <= 4;
    let is_whose = ends(&WHOSE) || clause.contains("出自") || count <= 4 && clause.ends_with(['语', '語']);
    (ends(HAN_SAYING) || ends(&HEARD)) && !ends(&NOT_HEARD)
        || is_whose
        || clause.contains("打断")
        || is_pronoun
        || is_named()
}
