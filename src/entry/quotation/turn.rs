//! Lines of a quotation that begin as the turns of an interview do: `Interviewer: …`, `Q. …`. What follows may be the words of
//! somebody else than the speaker.

use std::ops::Range;

/// A line that begins with whoever may say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Turn {
    /// What stands before the colon; all of a question that is set apart by emphasis.
    pub(crate) label: String,
    /// Where it is, in bytes of the Markdown.
    pub(crate) range: Range<usize>,
}

/// No label is longer than this, in bytes.
const LONGEST: usize = 100;

/// The most words of a label that is not set apart by emphasis.
const MOST_WORDS: usize = 5;

/// The label of a line, as a length in bytes of the line; `emphasized` is the length of what is emphasized at its beginning.
pub(super) fn label(line: &str, emphasized: usize) -> Option<usize> {
    let is_emphasized = |text: &str| text.trim_end().len() <= emphasized;
    if is_emphasized(line) && line.trim_end().ends_with(['?', '？', '؟', ';', '՞', '፧']) {
        return Some(line.trim_end().len());
    }
    let end = line.find([':', '：', '﹕', '︰', '꞉', '։', '፡']).filter(|end| *end <= LONGEST);
    // No time of day.
    let is_time = |end: usize| line[end..].chars().nth(1).is_some_and(|next| next.is_numeric());
    let end = end.filter(|end| !is_time(*end));
    let named = end.map(|end| &line[..end]).filter(|label| label.chars().any(char::is_alphabetic));
    if let Some(label) = named {
        return (is_emphasized(label) || is_name(label)).then_some(label.len());
    }
    // `Q.` and `A.`, `Вопрос.`: a full stop for the colon is usual after these only, or where they are set apart.
    let end = line.find(['.', ')', '|', '—', '–', '-']).filter(|end| *end <= LONGEST).unwrap_or(0);
    let label = line[..end].trim_end();
    let is_initial = ["Q", "A", "В", "О", "F", "P", "R", "س", "ج", "问", "答"].contains(&label);
    (is_initial || (end..=end + 1).contains(&emphasized) && is_name(label)).then_some(end)
}

/// Whether words are written as a name or a title is: few, none but short ones in small letters after the first.
fn is_name(label: &str) -> bool {
    let words: Vec<&str> = label.split_whitespace().collect();
    let is_small =
        |word: &&str| word.trim_start_matches(|letter: char| !letter.is_alphanumeric()).starts_with(char::is_lowercase);
    let are_capital = words.iter().all(|word| !is_small(word) || word.chars().count() <= 3);
    words.len() <= MOST_WORDS && are_capital && words.first().is_some_and(|word| !is_small(word))
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn labels_of_turns() {
        let of = |line: &'static str, emphasized: usize| label(line, emphasized).map(|end| &line[..end]);
        assert_eq!(of("Interviewer: What now?", 0), Some("Interviewer"));
        assert_eq!(of("Interviewer: What now?", 12), Some("Interviewer"));
        assert_eq!(of("our own correspondent: What now?", 21), Some("our own correspondent"));
        assert_eq!(of("our own correspondent asked: What now?", 0), None);
        assert_eq!(of("Ursula von der Leyen: Peace.", 0), Some("Ursula von der Leyen"));
        assert_eq!(of("MARGARET BRENNAN: Peace.", 0), Some("MARGARET BRENNAN"));
        assert_eq!(of("Вопрос: Когда?", 0), Some("Вопрос"));
        assert_eq!(of("المذيع: متى؟", 0), Some("المذيع"));
        assert_eq!(of("记者：何时？", 0), Some("记者"));
        assert_eq!(of("Q. When?", 0), Some("Q"));
        assert_eq!(of("What do you say?", 16), Some("What do you say?"));
        assert_eq!(of("Reporter. When?", 9), Some("Reporter"));
        for line in
            ["We say this: peace.", "2006: the year.", "Peace. And war.", "At 9:30 we met.", "What do you say?", ": no"]
        {
            assert_eq!(of(line, 0), None, "{line}");
        }
        assert_eq!(of("We want peace, and now.", 2), None);
    }
}
