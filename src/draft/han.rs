//! Clauses of Chinese that say who said something: `高永文强调，“…”`, `“…”他还说`.

use super::behind::Rest;
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

/// Whether a clause says to whom somebody speaks: `王力对司机说`.
pub(super) fn addressed(text: &str) -> Rest {
    let text = text.trim().trim_end_matches(['：', ':', '，', ',', '。']);
    let clause = text.rsplit(['。', '；', '！', '？', '\n']).next().unwrap_or_default();
    let listeners = ["记者", "記者", "媒体", "媒體", "此"];
    let is_to = |at: usize, to: &str| !listeners.iter().any(|word| clause[at + to.len()..].starts_with(word));
    let is_addressed = clause.match_indices(['对', '對', '向', '跟', '告']).any(|(at, to)| is_to(at, to));
    if is_addressed { Rest::Addressed } else { Rest::Plain }
}

/// Whether a clause answers somebody: `他回答`, but not `他回答记者说`.
pub(super) fn answers(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['：', ':', '，', ',', '。']);
    let clause = text.rsplit(['，', '。', '；', '！', '？', '\n']).next().unwrap_or_default();
    let has = |words: &[&str]| words.iter().any(|word| clause.contains(word));
    has(&["回答", "回应", "回應", "答道", "反驳", "反駁"]) && !has(&["记者", "記者", "提问", "提問"])
}

/// Whether a text between two quotations is one clause: `安妮说，`, but not `安妮说，司机喊道：`.
pub(super) fn is_one_clause(text: &str) -> bool {
    !text.trim_matches(|c: char| !c.is_alphanumeric()).contains(['，', ',', '。', '；', '、'])
}

/// The words behind a quotation that its beginning leads in, where they may say that it is not so: `的论调是错误的`.
pub(super) fn denies<'t>(words: &str, behind: &'t str) -> Option<&'t str> {
    /// Beginnings of what speaks of the words before it.
    const SPOKEN_OF: [&str; 20] = [
        "的", "之", "这", "這", "此", "该", "該", "是", "纯属", "純屬", "实属", "實屬", "并非", "並非", "不是", "系",
        "属于", "屬於", "一说", "一說",
    ];
    /// The same where a full stop stands before the closing mark.
    const BOUND: [&str; 6] = ["的", "之", "一说", "一說", "纯属", "純屬"];
    /// Words that join another quotation, and those that join another clause.
    const ALSO: [&str; 5] = ["和", "与", "與", "及", "以及"];
    const JOINED: [&str; 5] = ["并", "並", "而", "还", "還"];
    /// What is said of words that are not true.
    const FALSE: [&str; 14] = [
        "谎",
        "謊",
        "谣",
        "謠",
        "不实",
        "不實",
        "虚假",
        "虛假",
        "荒谬",
        "荒謬",
        "错误",
        "錯誤",
        "毫无根据",
        "毫無根據",
    ];
    const STOPS: [char; 8] = ['。', '；', '！', '？', '：', '.', '!', '?'];
    let text = behind.trim();
    let sentence = text.split(['。', '；', '！', '？', '\n']).next().unwrap_or_default().trim();
    let begins = |text: &str, words: &[&str]| words.iter().any(|word| text.starts_with(word));
    let is_joined = |text: &str| {
        let joined = JOINED.iter().find_map(|word| text.strip_prefix(word));
        let also = ALSO.iter().find_map(|word| text.strip_prefix(word));
        joined.is_some_and(|rest| !rest.starts_with(['不', '非', '没', '沒', '是'])) || also.is_some_and(str::is_empty)
    };
    let is_ended = words.trim_end().ends_with(STOPS);
    let is_denied = match text.chars().next() {
        None => false,
        Some(c) if STOPS.contains(&c) => false,
        Some('，' | ',' | '—') => {
            let clause = text.trim_start_matches(['，', ',', '—', ' ']).split('，').next().unwrap_or_default();
            begins(clause, &SPOKEN_OF) || !is_joined(clause) && FALSE.iter().any(|word| clause.contains(word))
        }
        Some('、' | '（' | '(') => false,
        Some(_) if is_ended => begins(text, &BOUND),
        Some(_) => !is_joined(text),
    };
    is_denied.then_some(sentence)
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

#[cfg(test)]
mod tests {
    use super::denies;

    #[test]
    fn how_a_sentence_goes_on_behind_words() {
        for behind in
            ["的说法不对。", "这话不对。", "，纯属谎言。", "，完全是谎言。", "不是事实。", "并不属实。", "和事实不符。"]
        {
            assert!(denies("锡矿没有了", behind).is_some(), "{behind}");
        }
        for behind in ["", "。", "，并呼吁冷静。", "和"] {
            assert_eq!(denies("锡矿没有了", behind), None, "{behind}");
        }
        assert_eq!(denies("锡矿没有了。", "这是他首次表态。"), None);
    }
}
