//! Lines of a quotation that begin as the turns of an interview do: `Interviewer: …`, `Q. …`. What follows may be the words of
//! somebody else than the speaker.

use std::ops::Range;

/// A line that begins with whoever may say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Turn {
    /// What stands before the colon; all of a question that is set apart by emphasis.
    pub(crate) label: String,
    /// The sign that follows it, if it is not set apart by emphasis or a line of its own.
    pub(crate) sign: Option<char>,
    /// Where it is, in bytes of the Markdown.
    pub(crate) range: Range<usize>,
}

/// No label is longer than this, in bytes.
const LONGEST: usize = 100;

/// The most words of a label that is not set apart by emphasis.
const MOST_WORDS: usize = 5;

/// What stands for the one who asks where no name is given, in small letters: labels of these need neither capitals nor a colon.
const ASKERS: [&str; 28] = [
    "q",
    "question",
    "interviewer",
    "reporter",
    "journalist",
    "moderator",
    "host",
    "correspondent",
    "audience",
    "member of the public",
    "вопрос",
    "журналист",
    "журналистка",
    "корреспондент",
    "ведущий",
    "ведущая",
    "модератор",
    "frage",
    "moderatorin",
    "pregunta",
    "periodista",
    "domanda",
    "pergunta",
    "journaliste",
    "سؤال",
    "المذيع",
    "记者",
    "问",
];

/// Signs after a label; a colon may follow any, the others only what is certainly no part of a sentence.
const COLONS: [char; 8] = [':', '：', '﹕', '︰', '꞉', '։', '፡', '∶'];
const OTHERS: [char; 8] = ['.', ')', '|', '/', ';', '—', '–', '-'];

/// Brackets around a label.
const BRACKETS: [char; 12] = ['[', ']', '(', ')', '【', '】', '（', '）', '«', '»', '"', '|'];

/// The label of a line, in bytes of it; `emphasized` is how much of it is emphasized at its beginning.
pub(super) fn label(line: &str, emphasized: usize) -> Option<Range<usize>> {
    let start = after_time(line);
    let (rest, emphasized) = (&line[start..], emphasized.saturating_sub(start));
    let found = |end: usize| Some(start..start + rest[..end].trim_end().len());
    let is_emphasized = |text: &str| text.trim_end().len() <= emphasized;
    let whole = rest.trim_end();
    if is_emphasized(whole) && whole.ends_with(['?', '？', '؟', ';', '՞', '፧']) || is_asker(whole) {
        return found(whole.len());
    }
    // With a dash before it, it is whom the words above are attributed to.
    if whole.starts_with(char::is_alphabetic)
        && is_emphasized(whole)
        && whole.ends_with(char::is_alphanumeric)
        && is_name(whole)
    {
        return found(whole.len());
    }
    if let Some(end) = rest.find([']', ')', '】', '）']).filter(|end| *end <= LONGEST)
        && rest.starts_with(['[', '(', '【', '（'])
        && is_asker(&rest[..end])
    {
        return found(end);
    }
    // No time of day, and no ratio.
    let is_sign = |(at, letter): &(usize, char)| {
        COLONS.contains(letter) && !rest[at + letter.len_utf8()..].starts_with(char::is_numeric)
    };
    if let Some((end, _)) = rest.char_indices().take_while(|(at, _)| *at <= LONGEST).find(is_sign) {
        let named = &rest[..end];
        if named.chars().any(char::is_alphabetic) && (is_emphasized(named) || is_name(named) || is_asker(named)) {
            return found(end);
        }
    } else if let Some(end) = rest.find(OTHERS).filter(|end| *end <= LONGEST) {
        let named = &rest[..end];
        let is_set_apart = (end..=end + 1).contains(&emphasized) && is_name(named);
        if is_asker(named) || is_set_apart || rest[end..].starts_with(". ") && is_shouted(named) {
            return found(end);
        }
    }
    within(rest).map(|range| start + range.start..start + range.end)
}

/// Where an asker is named after a sentence: `Peace is near. Interviewer: When?`
fn within(line: &str) -> Option<Range<usize>> {
    let sentence = |(at, _): (usize, &str)| {
        let start = at + 1 + (line[at + 1..].len() - line[at + 1..].trim_start().len());
        let end = start + line[start..].find(COLONS)?;
        is_asker(&line[start..end]).then_some(start..end)
    };
    line.contains(COLONS).then(|| {
        line.match_indices(['.', '!', '?', '…'])
            .filter(|(at, sign)| line.is_char_boundary(at + 1) && sign.len() == 1)
            .find_map(sentence)
    })?
}

/// Where a line begins after the time at which it was said: `[00:10:30]`.
fn after_time(line: &str) -> usize {
    let is_of_time = |letter: char| letter.is_numeric() || letter.is_whitespace() || "[]():.".contains(letter);
    let rest = line.trim_start_matches(is_of_time);
    let length = line.len() - rest.len();
    if line[..length].contains(':') && line[..length].contains(char::is_numeric) { length } else { 0 }
}

/// Whether words name whoever asks, with or without brackets and a number: `Q1`, `[Interviewer]`.
fn is_asker(label: &str) -> bool {
    let bare = label.trim_matches(|letter: char| {
        letter.is_whitespace() || letter.is_numeric() || BRACKETS.contains(&letter) || letter == '№'
    });
    ASKERS.contains(&bare.trim_start_matches("a ").to_lowercase().trim_start_matches("a "))
}

/// Whether words are in capitals throughout: `MR SMITH`.
fn is_shouted(label: &str) -> bool {
    let mut letters = label.chars().filter(|letter| letter.is_alphabetic());
    letters.by_ref().take(2).count() == 2
        && !label.chars().any(char::is_lowercase)
        && label.chars().any(char::is_uppercase)
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
        let of = |line: &'static str, emphasized: usize| label(line, emphasized).map(|range| &line[range]);
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
        assert_eq!(of("Smith. When?", 6), Some("Smith"));
        assert_eq!(of("[00:10:30] Interviewer: When?", 0), Some("Interviewer"));
        for (line, name) in [
            ("Question. When?", "Question"),
            ("Q1. When?", "Q1"),
            ("q: When?", "q"),
            ("[Interviewer] When?", "[Interviewer"),
            ("Interviewer", "Interviewer"),
            ("a member of the public: When?", "a member of the public"),
            ("MR. SMITH. When?", "MR"),
            ("Peace is near. Interviewer: When?", "Interviewer"),
        ] {
            assert_eq!(of(line, 0), Some(name), "{line}");
        }
        assert_eq!(of("Ann Smith", 9), Some("Ann Smith"));
        assert_eq!(of("Ann Smith", 0), None);
        for line in [
            "We say this: peace.",
            "2006: the year.",
            "Peace. And war.",
            "At 9:30 we met.",
            "What do you say?",
            ": no",
            "A. Merkel and I agreed.",
            "В. Путин",
            "U.S. policy is clear.",
            "P.S. No.",
        ] {
            assert_eq!(of(line, 0), None, "{line}");
        }
        assert_eq!(of("We want peace, and now.", 2), None);
    }
}
