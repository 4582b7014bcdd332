//! Paragraphs without a label within a turn that are not the speaker's: the minutes tell what was done.

use super::endings::{is_own, tells_of_end};
use super::sentences::sentences;
use super::unlabelled::Why;
use crate::naming::letters::{has_part, plain};
use crate::naming::words::PROCEDURE;

/// The most characters of a paragraph that may interrupt.
const SHORT: usize = 300;

/// Why a paragraph without a label ends the turn in which it stands, if its words say so.
pub(super) fn interrupts(words: &str) -> Option<Why> {
    if tells_of_end(words) {
        return Some(Why::Ending);
    }
    tells_of_procedure(words).then_some(Why::Told)
}

/// `The motion was agreed to.`: one sentence of what a sitting did, in which nobody says `I`, `we` or `you`.
fn tells_of_procedure(words: &str) -> bool {
    is_one(words) && !is_own(words) && has_part(&plain(words), PROCEDURE)
}

/// Whether a paragraph is one short sentence, which may have semicolons.
fn is_one(words: &str) -> bool {
    words.chars().count() <= SHORT && sentences(&words.replace([';', '；'], ",")).len() == 1
}
