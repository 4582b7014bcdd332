//! Finds the sentence by which the floor is given to somebody, whose words may follow without a label.

use super::letters::{has_han, is_han, plain};
use super::offices;
use super::words::{
    COLLEAGUES, FIRST_PERSON, FLOOR, HAN_TITLES, OFFICES, ORDINARY, PLEASE, SECOND_PERSON, THANKS, TITLES,
};

/// Where a part of a talk stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Whether a label stands before it, so that it may begin with a salutation.
    pub(super) begins_turn: bool,
    /// Whether a part without a label stands behind it.
    pub(super) is_followed: bool,
}

/// The words of a part of a talk before the sentence at its end that gives the floor to somebody, if one does: by words
/// that are known, or, where a part without a label follows, by naming somebody shortly.
pub(super) fn before_floor(words: &str, place: Place) -> Option<&str> {
    /// `And now Mr. Oak has the floor. Please. Two minutes.`
    const LAST: usize = 3;
    /// The most bytes of these sentences.
    const LONGEST: usize = 600;
    let tail = &words[words.ceil_char_boundary(words.len().saturating_sub(LONGEST))..];
    let lower = plain(tail);
    let is_told = FLOOR.iter().any(|part| lower.contains(part));
    if !is_told && !place.is_followed {
        return None;
    }
    let sentences = super::sentences::sentences(tail);
    let last = &sentences[sentences.len().saturating_sub(LAST)..];
    let before = |sentence: &str| words[..sentence.as_ptr().addr() - words.as_ptr().addr()].trim_end();
    let gives =
        |sentence: &&str| is_told && tells(sentence) || place.is_followed && names(sentence, before(sentence), place);
    let at = last.iter().position(gives)?;
    // Behind the name stands nothing but what is said along with it.
    let is_end = tells(last[at]) || last[at + 1..].iter().all(|sentence| Spoken::of(sentence).is_at_most(4));
    is_end.then(|| before(last[at]))
}

fn tells(sentence: &str) -> bool {
    const LONGEST: usize = 160;
    let lower = plain(sentence);
    sentence.chars().count() <= LONGEST && FLOOR.iter().any(|part| lower.contains(part))
}

/// Whether a short sentence names somebody who may have the word next: with a title or office, or as one calls somebody.
fn names(sentence: &str, before: &str, place: Place) -> bool {
    /// The most characters of a greeting before it.
    const GREETING: usize = 60;
    /// The most words of it in a paragraph of its own, and at the end of another.
    const ALONE: usize = 12;
    const LAST: usize = 8;
    let spoken = Spoken::of(sentence.trim());
    let is_alone = before.is_empty();
    if !spoken.is_at_most(if is_alone { ALONE } else { LAST }) || spoken.text.ends_with([',', ':', '，', '：', '،'])
    {
        return false;
    }
    // `Thank you, Mr Oak.`, `Dear Mr Oak!` are the first words of whoever answers.
    let is_first = place.begins_turn && before.chars().count() <= GREETING;
    let lower = plain(spoken.text);
    let thanks = THANKS.iter().any(|thanks| lower.contains(thanks));
    if is_first && (thanks || spoken.text.ends_with(['!', '！'])) {
        return false;
    }
    let asks = PLEASE.iter().any(|word| lower.contains(word));
    if has_han(spoken.text) {
        return spoken.names_in_han(asks);
    }
    match spoken.named() {
        Some(Named::Titled) => true,
        // `Mr President` is whom a speech is addressed to, and so is an office that begins a turn.
        Some(Named::Chair) => asks,
        // `That is what this president does.` ends what somebody says; `I invite the minister to speak.` gives the floor.
        Some(Named::Office(at)) => {
            let is_sentence = super::letters::is_ended(spoken.text) && !(is_first && at == 0);
            asks || is_sentence && (is_alone || spoken.has(FIRST_PERSON))
        }
        None => spoken.calls(asks, is_alone),
    }
}

/// How a sentence names somebody.
enum Named {
    /// With a title and a name.
    Titled,
    /// With a title and an office.
    Chair,
    /// With an office, at a word.
    Office(usize),
}

/// A sentence, and its words in lower case, each with whether it has a capital letter.
struct Spoken<'t> {
    text: &'t str,
    words: Vec<String>,
    capitals: Vec<bool>,
}

impl<'t> Spoken<'t> {
    fn of(text: &'t str) -> Spoken<'t> {
        let parts = text.split(|c: char| c.is_whitespace() || c == '.');
        let parts = parts.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).filter(|word| !word.is_empty());
        let (capitals, words) = parts.map(|word| (word.starts_with(char::is_uppercase), plain(word))).unzip();
        Spoken { text, words, capitals }
    }

    /// Whether it has no more words than so many; two Chinese characters are counted as one.
    fn is_at_most(&self, count: usize) -> bool {
        let han = self.text.chars().filter(|c| is_han(*c)).take(100).count();
        if han > 0 { han <= 2 * count } else { self.words.len() <= count }
    }

    fn has(&self, list: &[&str]) -> bool {
        self.words.iter().any(|word| list.contains(&word.as_str()))
    }

    fn named(&self) -> Option<Named> {
        let mut found = None;
        for (at, word) in self.words.iter().enumerate() {
            let is_cased = word.starts_with(|c: char| c.is_lowercase());
            let is_title = TITLES.iter().any(|title| title == word) && (word.len() > 1 || self.capitals[at])
                || ["господин", "госпож", "سيد", "السيد", "للسيد", "والسيد"]
                    .iter()
                    .any(|title| word.starts_with(title));
            let next = self.words.get(at + 1);
            if is_title && next.is_some() {
                if offices::leading(&self.words[at + 1..]).is_some()
                    || next.is_some_and(|next| TITLES.contains(&next.as_str()))
                {
                    found = Some(Named::Chair);
                } else if !is_cased || self.capitals[at + 1] {
                    return Some(Named::Titled);
                }
            } else if COLLEAGUES.iter().any(|known| word.starts_with(known)) {
                return Some(Named::Titled);
            } else if found.is_none() && offices::leading(&self.words[at..]).is_some() {
                found = Some(Named::Office(at));
            }
        }
        found
    }

    /// `请奥克先生发言。`, but not `主席先生`.
    fn names_in_han(&self, asks: bool) -> bool {
        let title = HAN_TITLES.iter().find_map(|title| self.text.find(title));
        let is_office = |text: &str| OFFICES.iter().any(|(office, _)| has_han(office) && text.ends_with(office));
        match title {
            Some(at) => asks || self.text[..at].ends_with(is_han) && !is_office(&self.text[..at]),
            None => asks && OFFICES.iter().any(|(office, _)| has_han(office) && self.text.contains(office)),
        }
    }

    /// Whether it calls somebody by name: `Back to you, Jack.`, `Jack, please.`, `And now Jo Oak.`
    fn calls(&self, asks: bool, is_alone: bool) -> bool {
        const SHORT: usize = 6;
        let is_name = |part: &str| {
            let part = Spoken::of(part);
            let is_plain = |word: &String| ORDINARY.contains(&word.as_str()) || SECOND_PERSON.contains(&word.as_str());
            (1..=2).contains(&part.words.len())
                && part.capitals.iter().all(|is| *is)
                && !part.words.iter().any(is_plain)
        };
        let to_you = asks || self.has(SECOND_PERSON);
        let is_called = match self.text.split_once([',', '،']) {
            Some((first, last)) => is_name(last) || to_you && is_name(first),
            None => {
                let count = self.words.len();
                let is_short = is_alone || count <= 4;
                is_short && count > 2 && is_name(&self.words_from(count - 2)) || count == 2 && is_name(self.text)
            }
        };
        self.words.len() <= SHORT && !self.text.contains([':', '：']) && is_called
    }

    /// The words from one on, as they are printed.
    fn words_from(&self, at: usize) -> String {
        let printed = self.text.split_whitespace().collect::<Vec<_>>();
        printed.get(at.min(printed.len())..).unwrap_or_default().join(" ")
    }
}
