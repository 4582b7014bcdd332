//! Whose words the paragraphs of a transcript are: a turn begins with a label, `Sergey Lavrov: …` or `Question: …`.

use std::collections::BTreeMap;

use super::quotations::folded;

/// What a paragraph is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// The speaker's words, without the label.
    Own(String),
    /// The first paragraph of a question.
    Question,
    /// The first paragraph of what somebody else says, with the label.
    Other(String),
}

/// Labels of those who ask or lead.
const ASKING: [&str; 14] = [
    "question",
    "q",
    "reporter",
    "journalist",
    "correspondent",
    "moderator",
    "interviewer",
    "host",
    "chair",
    "вопрос",
    "корреспондент",
    "журналист",
    "ведущий",
    "модератор",
];

/// The turns of a transcript. `whose` says of a label whether it names the speaker (`Some(true)`), another known person
/// (`Some(false)`), or nobody known; then it is one if it stands before two paragraphs, and the most frequent such label
/// is the speaker's where no other is. Paragraphs without a label go on with the turn.
pub(super) fn turns(paragraphs: &[&str], whose: impl Fn(&str) -> Option<bool>) -> Vec<Turn> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let labels = || paragraphs.iter().filter_map(|paragraph| label(paragraph)).map(|(label, _)| label);
    labels().for_each(|label| *counts.entry(label).or_default() += 1);
    let is_known = labels().any(|label| whose(label) == Some(true));
    let is_repeated = |label: &str| counts.get(label).is_some_and(|count| *count > 1);
    let others = labels().filter(|label| whose(label).is_none() && !is_asking(label) && is_repeated(label));
    let most = others.max_by_key(|label| counts.get(label)).filter(|_| !is_known);
    let is_own = |label: &str| whose(label).unwrap_or(Some(label) == most);
    let (mut turns, mut speaks) = (Vec::new(), true);
    for paragraph in paragraphs {
        match label(paragraph).filter(|(label, _)| is_asking(label) || whose(label).is_some() || is_repeated(label)) {
            Some((label, _)) if is_asking(label) => {
                speaks = false;
                turns.push(Turn::Question);
            }
            Some((label, words)) if is_own(label) => {
                speaks = true;
                turns.push(Turn::Own(folded(words)));
            }
            Some((label, _)) => {
                speaks = false;
                turns.push(Turn::Other(label.to_owned()));
            }
            None if speaks => turns.push(Turn::Own(folded(paragraph))),
            None => {}
        }
    }
    turns
}

/// What stands before the first colon of a paragraph, if it can be a name, and what stands after it.
fn label(paragraph: &str) -> Option<(&str, &str)> {
    let (label, words) = paragraph.split_once(':')?;
    let label = label.trim();
    let is_name = label.split_whitespace().count() <= 6 && label.starts_with(char::is_uppercase);
    let is_plain = label.chars().all(|c| c.is_alphanumeric() || c.is_whitespace() || "-–.,'’()".contains(c));
    (is_name && is_plain && words.starts_with(char::is_whitespace) && !words.trim().is_empty())
        .then_some((label, words))
}

fn is_asking(label: &str) -> bool {
    let label = label.to_lowercase();
    let word = label.split([' ', '(', ',']).next().unwrap_or_default().trim_end_matches('.');
    ASKING.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::{Turn, turns};

    fn told(paragraphs: &[&str]) -> Vec<String> {
        let whose = |label: &str| match label {
            label if label.contains("Lee") => Some(true),
            "Bo Day" => Some(false),
            _ => None,
        };
        let turn = |turn| match turn {
            Turn::Own(words) => words,
            Turn::Question => "?".to_owned(),
            Turn::Other(label) => format!("({label})"),
        };
        turns(paragraphs, whose).into_iter().map(turn).collect()
    }

    #[test]
    fn of_a_known_speaker() {
        let text = [
            "Good day.",
            "Q: And trade?",
            "It fell.",
            "Minister Lee: It did: a bit.",
            "Much more.",
            "Bo Day: No.",
            "Yes.",
        ];
        assert_eq!(told(&text), ["Good day.", "?", "It did: a bit.", "Much more.", "(Bo Day)"]);
        assert_eq!(told(&["Вопрос (ТАСС): Да?", "A. Lee: Нет: не так."]), ["?", "Нет: не так."]);
    }

    #[test]
    fn of_one_whom_nobody_knows() {
        let text = [
            "THE MINISTER: Yes.",
            "Question: So?",
            "THE MINISTER: So.",
            "AIDE: Well,",
            "AIDE: no.",
            "THE MINISTER: No.",
        ];
        assert_eq!(told(&text), ["Yes.", "?", "So.", "(AIDE)", "(AIDE)", "No."]);
        assert_eq!(told(&["Note: this is all.", "It is."]), ["Note: this is all.", "It is."]);
    }
}
