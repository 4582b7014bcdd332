//! Finds the sentence by which the floor is given to somebody, whose words may follow without a label.

use crate::naming::is_name;
use crate::naming::letters::{has_han, has_part, is_cased, is_han, plain};
use crate::naming::offices;
use crate::naming::words::{
    COLLEAGUES, CONJUNCTIONS, FLOOR, HAN_NEXT, HAN_TITLES, NEXT, OFFICES, ORDINARY, PASSING, PLEASE, SEATING, SEATS,
    SECOND_PERSON, THANKS, TITLES,
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
    let is_told = is_given(&lower);
    if !is_told && !place.is_followed {
        return None;
    }
    let sentences = super::sentences::sentences(tail);
    let last = &sentences[sentences.len().saturating_sub(LAST)..];
    let before = |sentence: &str| words[..sentence.as_ptr().addr() - words.as_ptr().addr()].trim_end();
    // `Please. Thank you.` is said to those who applaud.
    let is_thanked = |at: usize| {
        let rest = &last[at + 1..];
        Spoken::of(last[at]).words.len() == 1 && rest.iter().any(|sentence| has_part(&plain(sentence), THANKS))
    };
    let names = |at: usize| place.is_followed && !is_thanked(at) && names(last[at], before(last[at]), place);
    let at = (0..last.len()).find(|at| is_told && tells(last[*at]) || names(*at))?;
    // Behind the name stands nothing but what is said along with it.
    let is_end = tells(last[at]) || last[at + 1..].iter().all(|sentence| Spoken::of(sentence).is_at_most(4));
    is_end.then(|| before(last[at]))
}

fn tells(sentence: &str) -> bool {
    const LONGEST: usize = 160;
    sentence.chars().count() <= LONGEST && is_given(&plain(sentence))
}

/// Whether words have a part that gives the floor. `You in the back` does; `I will see you at the opening` does not, nor
/// does what is said `on the floor` of a house.
fn is_given(lower: &str) -> bool {
    FLOOR.iter().any(|part| {
        lower.match_indices(part).any(|(at, _)| {
            let (before, behind) = (&lower[..at], &lower[at + part.len()..]);
            match *part {
                "you in the" | "you at the" | "you with the" => begins_clause(before) || is_in_hall(behind),
                "the floor" => {
                    let is_floor_of = behind.starts_with(" of the") && before.ends_with("to ");
                    !is_floor_of && !before.ends_with("on ") && !before.ends_with("onto ")
                }
                _ => true,
            }
        })
    })
}

/// Whether a clause may begin behind some words: at the beginning, behind a mark, or behind `and now`, `yes`, `over to`.
fn begins_clause(before: &str) -> bool {
    let before = before.trim_end();
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    last.is_empty() || NEXT.contains(&last) || ["yes", "with", "from", "ok", "okay", "also", "please"].contains(&last)
}

/// Whether words begin with where somebody sits in a hall, or what they wear: `back there`, `third row`, `red tie`.
fn is_in_hall(behind: &str) -> bool {
    let first = behind.split_whitespace().take(2).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    first.into_iter().any(|word| SEATS.contains(&word))
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
    // `(Applause.)` names nobody.
    let is_bracketed = spoken.text.starts_with(['(', '[', '（', '［', '【', '*']);
    if is_bracketed
        || !spoken.is_at_most(if is_alone { ALONE } else { LAST })
        || spoken.text.ends_with([',', ':', '，', '：', '،'])
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
    // What goes on with a sentence above it is no call: `and Thomas Weeks.`
    let asks = PLEASE.iter().any(|word| lower.contains(word));
    let goes_on = spoken.text.starts_with(char::is_lowercase)
        && !asks
        && spoken.words.first().is_some_and(|word| CONJUNCTIONS.contains(&word.as_str()))
        && spoken.words.get(1).is_some_and(|word| !NEXT.contains(&word.as_str()));
    if goes_on {
        return false;
    }
    // Whoever is asked to sit by name is a guest, and may have the word.
    if let Some(is_called) = spoken.seats() {
        return is_called;
    }
    let passes = has_part(&lower, PASSING);
    if has_han(spoken.text) {
        return spoken.names_in_han(asks);
    }
    match spoken.named() {
        // Whoever thanks somebody goes on.
        Some(Named::Titled) => asks || !thanks && !spoken.tells_what_was(),
        // `Mr President` is whom a speech is addressed to, and so is an office that begins a turn.
        Some(Named::Chair) => asks,
        // `That is what this president does.` ends what somebody says; `I invite the minister to speak.` gives the floor.
        Some(Named::Office(at)) => {
            let is_passed = passes && !thanks && crate::naming::letters::is_ended(spoken.text);
            asks || is_passed && !(is_first && at == 0) && !spoken.tells_whom_it_calls()
        }
        None if !spoken.text.contains(is_cased) => spoken.calls_uncased(asks),
        None => !thanks && spoken.calls(asks, is_alone),
    }
}

/// Whether a word is no name, though it may begin with a capital letter.
fn is_plain(word: &str) -> bool {
    ORDINARY.contains(&word) || SECOND_PERSON.contains(&word)
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
            } else if COLLEAGUES.iter().any(|known| word.starts_with(known)) && !self.is_of_the_past(at) {
                return Some(Named::Titled);
            } else if found.is_none() && offices::leading(&self.words[at..]).is_some() {
                found = Some(Named::Office(at));
            }
        }
        found
    }

    /// `And Mrs Oak was a teacher.`: a sentence that tells of somebody, and not that it is their turn.
    fn tells_what_was(&self) -> bool {
        const TURN: [&str; 5] = ["next", "first", "question", "hand", "last"];
        let is_past = |pair: &[String]| {
            matches!(pair[0].as_str(), "was" | "were" | "wasn't")
                && matches!(pair[1].as_str(), "a" | "an" | "my" | "our")
        };
        let is_turn = self.words.iter().any(|word| TURN.contains(&word.as_str()));
        self.words.windows(2).any(is_past) && !is_turn && !has_part(&plain(self.text), PASSING)
    }

    /// `my former colleague`, who is named and not called.
    fn is_of_the_past(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.words[before].as_str());
        let leads = |word: &String| matches!(word.as_str(), "here" | "now" | "next" | "comes");
        before.is_some_and(|word| matches!(word, "former" | "late"))
            && !self.words.iter().take(3).any(leads)
            && !has_part(&plain(self.text), PASSING)
    }

    /// `Governor, I hear you are early`: whoever calls somebody by an office and goes on to speak of what they know does not
    /// give the floor; `Governor, I yield to you` does.
    fn tells_whom_it_calls(&self) -> bool {
        let is_own = |word: &String| ["i", "i'm", "i've"].contains(&word.as_str());
        let is_known = |word: &String| ["hear", "heard", "know", "remember", "see"].contains(&word.as_str());
        let at = self.words.iter().position(is_own);
        let rest = at.map_or(&[][..], |at| &self.words[at + 1..]);
        rest.first().is_some_and(is_known)
            && rest.len() > 2
            && !PASSING.iter().any(|part| *part != "hear" && rest.iter().any(|word| word.starts_with(part)))
    }

    /// `Please have a seat.`, and the same in German: whether somebody is asked to sit by name, where it asks to sit.
    fn seats(&self) -> Option<bool> {
        let lower = plain(self.text);
        if !SEATING.iter().any(|part| lower.contains(part)) {
            return None;
        }
        if has_han(self.text) {
            let known = ["请坐", "請坐", "坐下", "大家", "各位", "请", "請", "都", "吧"];
            let rest = known.iter().fold(self.text.to_owned(), |rest, part| rest.replace(part, ""));
            return Some(rest.contains(is_han));
        }
        if !self.text.contains(is_cased) {
            return Some(self.words.len() > 2);
        }
        let is_said = |word: &str| {
            let of = |parts: &[&str]| parts.iter().any(|part| part.split(' ').any(|known| known == word));
            is_plain(word)
                || of(PLEASE)
                || of(SEATING)
                || of(THANKS)
                || matches!(word, "everybody" | "everyone" | "ladies")
        };
        Some(self.words.iter().zip(&self.capitals).any(|(word, is_capital)| *is_capital && !is_said(word)))
    }

    /// `请奥克先生发言。`, but not `主席先生`.
    fn names_in_han(&self, asks: bool) -> bool {
        let title = HAN_TITLES.iter().find_map(|title| self.text.find(title));
        let is_office = |text: &str| OFFICES.iter().any(|(office, _)| has_han(office) && text.ends_with(office));
        /// `请王明先生`, `奥克，轮到你了`
        const SHORT: usize = 12;
        let bare: String = self.text.chars().filter(|c| c.is_alphanumeric()).collect();
        let is_next = bare.chars().count() <= SHORT && HAN_NEXT.iter().any(|next| self.text.contains(next));
        let is_question = self.text.ends_with('？') && bare.chars().count() <= 4 && is_name(&bare);
        match title {
            Some(at) => asks || self.text[..at].ends_with(is_han) && !is_office(&self.text[..at]),
            None => is_next || is_question || asks && bare.chars().count() <= SHORT,
        }
    }

    /// `تفضل مارتن`, `والآن مارتن دوب`, `مارتن دوب؟`: where no word has a capital letter, whoever is asked to speak, or
    /// stands behind words that lead to the next one, or is a short question.
    fn calls_uncased(&self, asks: bool) -> bool {
        let rest = self.words.iter().skip_while(|word| NEXT.contains(&word.as_str())).count();
        let is_led = rest < self.words.len() && (1..=2).contains(&rest);
        let is_question = self.text.ends_with('؟') && rest <= 2 && is_name(self.text.trim_end_matches('؟'));
        asks || is_led || is_question
    }

    /// Whether it calls somebody by name: `Back to you, Jack.`, `Jack, please.`, `And now Jo Oak.`
    fn calls(&self, asks: bool, is_alone: bool) -> bool {
        const SHORT: usize = 6;
        let is_name = |part: &str| {
            let part = Spoken::of(part);
            (1..=2).contains(&part.words.len())
                && part.capitals.iter().all(|is| *is)
                && !part.words.iter().any(|word| is_plain(word))
        };
        let leads = |part: &str| {
            let part = Spoken::of(part);
            part.words.iter().all(|word| NEXT.contains(&word.as_str()) || SECOND_PERSON.contains(&word.as_str()))
        };
        let is_called = match self.text.split_once([',', '،']) {
            // `Back to you, Jack.`, but not `Good evening, Georgia.`; `Jack, please.`, `Jack, you?`
            Some((first, last)) => (asks || leads(first)) && is_name(last) || (asks || leads(last)) && is_name(first),
            None => {
                let at = self.words.iter().take_while(|word| NEXT.contains(&word.as_str())).count();
                let is_alone = is_alone || self.text.ends_with('?');
                let is_bare = is_alone && self.words.len() == 2 || self.text.ends_with('?') && self.words.len() == 1;
                let is_named = (at > 0 || is_bare) && is_name(&self.words_from(at));
                is_named || asks && self.has_name()
            }
        };
        /// `Second row, please.`
        const PLEASE: usize = 4;
        let is_asked = asks && self.words.len() <= PLEASE;
        self.words.len() <= SHORT && (is_called || is_asked) && !self.text.contains([':', '：'])
    }

    /// `Go ahead, Jo`, `Jo please`
    fn has_name(&self) -> bool {
        let mut all = self.words.iter().zip(&self.capitals).skip(1);
        all.any(|(word, is_capital)| *is_capital && !ORDINARY.contains(&word.as_str()))
    }

    /// The words from one on, as they are printed.
    fn words_from(&self, at: usize) -> String {
        let printed = self.text.split_whitespace().collect::<Vec<_>>();
        printed.get(at.min(printed.len())..).unwrap_or_default().join(" ")
    }
}
