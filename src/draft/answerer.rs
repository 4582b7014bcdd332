//! Whether a headline in a script with case names a person as the one who answers, or as what the talk is about.

use super::name_span::place;
use super::people::Person;
use crate::naming::letters::{is_dash, name_words, plain};
use crate::naming::words::{ANSWERED, HEADS};

/// Verbs with which a headline says that the one it names answers, in whatever case.
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "holds", "gives", "takes", "answers", "speaks", "delivers", "responds", "tient", "donne", "hält", "gibt", "ofrece", "da",
    "responde", "провёл", "провел", "дал",
];

/// Words for what is of somebody named before: `interview with his aide`.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "his", "her", "their", "son", "sa", "ses", "leur", "leurs", "sein", "seine", "seinem", "seinen", "seiner", "ihre", "ihrem",
    "ihren", "ihrer", "su", "sus", "его", "её", "ее", "их",
];

/// The clause of a headline that has a person's name.
pub(super) struct Clause<'t> {
    /// Its words before the name.
    pub(super) before: Vec<&'t str>,
    /// The words behind the name, to the end of the headline.
    behind: Vec<&'t str>,
    /// Whether a mark stands behind the name, so that what follows is no part of it: `Lee, Minister of Trade`, `Lee (Vale)`.
    ends_name: bool,
    /// Whether a clause before it says that somebody answers.
    is_told: bool,
}

impl<'t> Clause<'t> {
    pub(super) fn of(text: &'t str, person: &Person) -> Option<Clause<'t>> {
        let mut parts: Vec<Vec<&str>> = vec![Vec::new()];
        for word in text.split_whitespace() {
            let is_mark = word.chars().all(|c| is_dash(c) || c == '|');
            if let Some(last) = parts.last_mut() {
                last.push(word);
            }
            if is_mark || word.ends_with([':', ';', '.']) {
                parts.push(Vec::new());
            }
        }
        let mut is_told = false;
        for (index, part) in parts.iter().enumerate() {
            let words: Vec<(usize, String)> =
                (0..part.len()).flat_map(|at| name_words(part[at]).into_iter().map(move |word| (at, word))).collect();
            let all: Vec<String> = words.iter().map(|(_, word)| word.clone()).collect();
            let Some(name) = place(&part.join(" "), &all, person) else {
                is_told |= says_answered(&part.join(" "));
                continue;
            };
            let (start, end) = (words.get(name.start)?.0, words.get(name.end.checked_sub(1)?)?.0);
            let behind: Vec<&str> =
                part[end + 1..].iter().chain(parts[index + 1..].iter().flatten()).copied().collect();
            let marks = |c: char| "([|".contains(c) || is_dash(c);
            let ends_name =
                part[end].ends_with([',', ':', '.', ';']) || behind.first().is_none_or(|word| word.starts_with(marks));
            return Some(Clause { before: part[..start].to_vec(), behind, ends_name, is_told });
        }
        None
    }

    /// Whether the person is the one who answers: before the name stands only what leads to it, and behind it nothing that
    /// makes somebody or something else of it. Not so are `Visit of Lee`, `Lee aide press conference`, `Lee goes: interview with
    /// his aide`. `is_small` says of a word whether it is an office, a courtesy or of the words of headlines.
    pub(super) fn names_answerer(&self, is_small: &dyn Fn(&String) -> bool) -> bool {
        let leads = |word: &str| {
            let is_number = word.starts_with(|c: char| c.is_ascii_digit());
            let is_month = |word: &String| crate::entry::date::month_named(word).is_some();
            let mut parts = word.split('/').flat_map(name_words);
            is_number || parts.all(|word| is_small(&word) || is_month(&word))
        };
        let before = &self.before[self.kind()..];
        let is_capital = |word: &str| word.starts_with(char::is_uppercase);
        let is_office = |word: &str| is_capital(word) && leads(word) && !is_head(word);
        // `Interview with Swedish Minister Lee`, `Remarks by High Representative Lee`
        let is_adjective = |at: usize| {
            let is_led = at.checked_sub(1).is_some_and(|before_it| is_with(before[before_it]));
            is_led && is_capital(before[at]) && before.get(at + 1).is_some_and(|word| is_office(word))
        };
        // `Interview with the Minister of Foreign Affairs of the Vale Republic Ann Lee`
        let is_country = |at: usize| is_capital(before[at]) && before[..at].iter().any(|word| is_office(word));
        if !(0..before.len()).all(|at| leads(before[at]) || is_adjective(at) || is_country(at)) {
            return false;
        }
        if says_answered(&self.before.join(" ")) {
            return true;
        }
        let is_verb = |word: &&str| VERBS.contains(&plain(word).as_str());
        let to_answer = self.behind.iter().take_while(|word| !says_answered(word) && !is_head(word));
        let is_plain = |word: &&str| word.starts_with(char::is_lowercase) || leads(word) || is_verb(word);
        let is_of_another = self.behind.iter().any(|word| OTHERS.contains(&bare(word).as_str()));
        let goes_on = match self.is_told {
            // Behind `Press conference:` the name stands without what the person does: `Lee goes to Vale`.
            true => self.behind.first().is_none_or(|word| is_head(word) || is_verb(word)),
            false => to_answer.copied().all(|word| is_plain(&word)),
        };
        !is_of_another && (self.ends_name || goes_on)
    }
    /// Where the words before the name begin to say what kind of a talk it is: at `answers` in `Written answers by Lee`.
    fn kind(&self) -> usize {
        let is_kind = |at: &usize| {
            let next = self
                .before
                .get(at + 1)
                .is_some_and(|next| is_with(next) && !matches!(bare(next).as_str(), "the" | "der"));
            says_answered(self.before[*at]) && next
        };
        (0..self.before.len()).rfind(is_kind).unwrap_or(0)
    }
}

fn bare(word: &str) -> String {
    plain(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

fn says_answered(text: &str) -> bool {
    let lower = plain(text);
    ANSWERED.iter().any(|part| lower.contains(part))
}

fn is_head(word: &str) -> bool {
    HEADS.contains(&bare(word).as_str())
}

fn is_with(word: &str) -> bool {
    matches!(bare(word).as_str(), "with" | "by" | "the" | "mit" | "der" | "dem" | "avec" | "con" | "с" | "со")
}
