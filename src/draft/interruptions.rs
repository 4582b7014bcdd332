//! Paragraphs without a label within a turn that are not the speaker's: somebody speaks to them, the minutes or the reporter
//! tell what was done, or something is printed beside the talk.

use super::about::is_in_person;
use super::endings::{is_own, tells_of_end};
use super::people::Person;
use super::sentences::sentences;
use super::unlabelled::Why;
use crate::naming::letters::{has_han, has_part, name_words, plain};
use crate::naming::offices;
use crate::naming::words::{
    CAPTIONS, COURTESY, DETERMINERS, FIRST_PERSON, HAN_SCENES, HAN_YOURS, PROCEDURE, SCENES, THANKS, YOURS,
};

/// The most characters of a paragraph that may interrupt.
const SHORT: usize = 300;

/// Where a paragraph stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around {
    /// Whether a label stands directly behind it.
    pub(super) is_before_label: bool,
    /// Whether it is the second paragraph of a turn, and anybody speaks beside one person.
    pub(super) is_behind_answer: bool,
}

/// Why a paragraph without a label ends the turn of a person in which it stands, if its words say so.
pub(super) fn interrupts(words: &str, person: &Person, around: Around) -> Option<Why> {
    if tells_of_end(words) {
        return Some(Why::Ending);
    }
    let tells = tells_of_procedure(words) || is_caption(words) || around.is_before_label && sets_scene(words);
    if tells {
        return Some(Why::Told);
    }
    let is_addressed = calls(words, person) || around.is_behind_answer && speaks_of_yours(words);
    is_addressed.then_some(Why::Addressed)
}

/// `The motion was agreed to.`: one sentence of what a sitting did, in which nobody says `I`, `we` or `you`.
fn tells_of_procedure(words: &str) -> bool {
    is_one(words) && !is_own(words) && has_part(&plain(words), PROCEDURE)
}

/// `Ships in Vale. Photo: Jo Oak`, `Sign up to our newsletter.`
fn is_caption(words: &str) -> bool {
    let has = |lower: &str| CAPTIONS.iter().any(|part| lower.contains(part));
    words.chars().count() <= SHORT && has(&plain(words))
}

/// Whether a paragraph before somebody's label tells what was done there: `She smiles.`, `Then those present saw the ships.`
fn sets_scene(words: &str) -> bool {
    if has_han(words) {
        let begins = HAN_SCENES.iter().any(|part| words.starts_with(part));
        return begins && words.chars().count() <= SHORT / 3 && !is_own(words);
    }
    let first = name_words(&words[..words.floor_char_boundary(SHORT)]).into_iter().next().unwrap_or_default();
    SCENES.contains(&first.as_str()) && is_one(words) && !is_own(words)
}

/// Whether a paragraph calls a person: by name or office at its beginning, `Madam Secretary, will you?`, or at the end of a
/// question, `Is it so, Minister?`
fn calls(words: &str, person: &Person) -> bool {
    const COMMAS: [char; 4] = [',', '，', '،', '、'];
    let near = &words[..words.floor_char_boundary(4 * SHORT)];
    let Some(first) = sentences(near).into_iter().next() else { return false };
    let asks = |text: &str| text.trim_end().ends_with(['?', '？', '؟']);
    let begins = first.split_once(COMMAS).is_some_and(|(called, _)| {
        let is_sure = sentences(near).into_iter().any(asks) || THANKS.iter().any(|part| plain(first).contains(part));
        is_call(called, person, is_sure)
    });
    let ends = |sentence: &str| {
        let called = sentence.rsplit_once(COMMAS).map(|(_, called)| called);
        asks(sentence) && called.is_some_and(|called| is_call(called, person, true))
    };
    begins || sentences(near).into_iter().any(ends)
}

/// Whether words are only the name of a person, or an office of theirs where `by_office`, with what is said along with it.
fn is_call(words: &str, person: &Person, by_office: bool) -> bool {
    const LONGEST: usize = 6;
    let all = name_words(words);
    let is_courtesy = |word: &String| {
        let word = word.as_str();
        COURTESY.contains(&word) && !DETERMINERS.contains(&word) || matches!(word, "monsieur" | "madame" | "la" | "le")
    };
    if has_han(words) {
        let (classes, rest) = offices::han_classes(words.trim().trim_end_matches(['?', '？']));
        let is_office = rest == "\u{1}" && !classes.is_empty() && person.has_offices() && person.holds(&classes);
        return is_office && by_office || person.fit_han(all.concat().as_str()).is_some();
    }
    let (mut at, mut is_named, mut has_office) = (0, false, false);
    while at < all.len() {
        let word = &all[at];
        let is_name = person.is_given(word) || person.families().iter().flatten().any(|known| known == word);
        match offices::leading(&all[at..]) {
            Some((class, count)) if person.offices().contains(class) => {
                has_office = true;
                at += count;
            }
            _ if is_name => {
                is_named |= word.chars().count() > 1;
                at += 1;
            }
            _ if is_courtesy(word) => at += 1,
            _ => return false,
        }
    }
    all.len() <= LONGEST && (is_named || has_office && by_office)
}

/// Whether a paragraph is one sentence of what somebody has who is spoken to, in which nobody says `I` or `we`: `Your
/// predecessor called it a paper tiger.`
fn speaks_of_yours(words: &str) -> bool {
    if !is_one(words) {
        return false;
    }
    if has_han(words) {
        return HAN_YOURS.iter().any(|part| words.starts_with(part)) && !words.contains(['我', '咱']);
    }
    let all = name_words(words);
    let is_first = all.first().is_some_and(|word| YOURS.contains(&word.as_str()));
    is_first && !all.iter().any(|word| is_in_person(word, &[FIRST_PERSON]))
}

/// Whether a paragraph is one short sentence, which may have semicolons.
fn is_one(words: &str) -> bool {
    words.chars().count() <= SHORT && sentences(&words.replace([';', '；'], ",")).len() == 1
}
