//! Classifies unlabelled parts of a transcript: words of the current speaker, or something else.

use super::endings::is_ending;
use super::stage::is_direction;
use super::units::{Unit, is_rule};
use crate::naming::letters::{ends_sentence, has_han, is_dash, is_ended};

/// Why the words of a part are not attributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    /// It stands before the first label.
    BeforeLabels,
    /// The label before it names nobody who is known, or another.
    OfAnother,
    /// The label names the person by a family name, or an office, that could be somebody else's.
    Unsure,
    /// A line that parts the text.
    Rule,
    /// A heading, or a line without an end.
    Heading,
    /// A whole paragraph in bold, in italics or in brackets.
    Marked,
    /// A line below the text, or the end of the transcript.
    Ending,
    /// It tells what was done, or is printed beside the talk.
    Told,
    /// It speaks to the speaker.
    Addressed,
    /// A turn that begins with a dash names nobody.
    Dashed,
    /// Quoted from another letter.
    Quoted,
    /// It speaks of the speaker as of somebody else.
    ThirdPerson,
    /// It stands between two turns with the same label.
    Between,
    /// The floor is given to somebody, whose words may follow without a label.
    Floor,
    /// It stands below the last label, and nobody says `I` or `we` in it at length.
    Below,
}

impl Why {
    /// What the draft says of it.
    pub(super) fn told(self) -> &'static str {
        match self {
            Why::BeforeLabels => "it stands before the first label",
            Why::OfAnother => "no label says that it is the speaker's",
            Why::Unsure => "its label does not say for sure who speaks",
            Why::Rule | Why::Heading => "it stands below a line or heading that parts the text",
            Why::Marked => "a whole paragraph in bold, italics or brackets may be another's",
            Why::Ending => "it stands where the transcript has ended",
            Why::Told => "it may be of those who print the talk, and tell what was done in it",
            Why::Addressed => "it speaks to the speaker, as one who asks does",
            Why::Dashed => "a turn that begins with a dash names nobody",
            Why::Quoted => "it is quoted from another text",
            Why::ThirdPerson => "it speaks of the speaker as of somebody else",
            Why::Floor => "the floor is given to somebody there, whose words may follow without a label",
            Why::Below => "it stands below the last label, where whoever ends the talk or prints it may have the word",
            Why::Between => "it stands between two turns with the same label, where a question may stand without one",
        }
    }
}

/// How an unlabelled part affects the current turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unlabelled {
    /// It continues the turn.
    Words,
    /// It is left out, and the turn goes on: a page number, a stage direction.
    Aside,
    /// It ends the turn.
    Ends(Why),
}

/// What a part without a label is; `beside_number`: whether the number of a page stands beside it.
pub(super) fn look(words: &str, apart: (bool, bool), beside_number: bool) -> Unlabelled {
    if is_number(words) {
        return Unlabelled::Aside;
    }
    if is_rule(words) {
        return Unlabelled::Ends(Why::Rule);
    }
    if words.starts_with('>') {
        return Unlabelled::Ends(Why::Quoted);
    }
    if is_bracketed(words) {
        return if is_direction(words) && words.chars().count() <= 80 {
            Unlabelled::Aside
        } else {
            Unlabelled::Ends(Why::Marked)
        };
    }
    if is_marked(words) {
        return Unlabelled::Ends(Why::Marked);
    }
    if words.trim_start_matches('#').len() < words.len() && words.trim_start_matches('#').starts_with(' ') {
        return Unlabelled::Ends(Why::Heading);
    }
    if is_ending(words) {
        return Unlabelled::Ends(Why::Ending);
    }
    if words.starts_with(is_dash) || words.starts_with(['•', '*']) && words[1..].starts_with(' ') {
        return Unlabelled::Ends(Why::Dashed);
    }
    let is_short = words.chars().count() <= if has_han(words) { 24 } else { 80 };
    match is_short && is_open(words) && apart.0 && !words.contains('\n') {
        true if beside_number => Unlabelled::Aside,
        true => Unlabelled::Ends(Why::Heading),
        false => Unlabelled::Words,
    }
}

/// Whether words end neither as a sentence nor as a part of one that goes on.
fn is_open(words: &str) -> bool {
    !is_ended(words) && !words.ends_with([',', ';', ':', '—', '–', '-', '，', '；', '：', '،'])
}

/// Whether a part is one line that stands apart without an end, however long: where labels have lines of their own, it may be
/// one: `The Parliamentary Under-Secretary of State for Foreign Affairs (Bo Oak)`.
pub(super) fn is_open_line(unit: &Unit<'_>) -> bool {
    is_open(unit.words) && unit.apart.0 && !unit.words.contains('\n')
}

/// Whether a line is only the number of a page.
pub(super) fn is_number(words: &str) -> bool {
    let inner = words.trim_matches(|c: char| c.is_whitespace() || "-–—[]()./".contains(c));
    !inner.is_empty() && inner.len() <= 6 && inner.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_bracketed(words: &str) -> bool {
    let pairs = [('(', ')'), ('[', ']'), ('（', '）'), ('［', '］'), ('【', '】')];
    pairs
        .iter()
        .any(|(open, close)| words.starts_with(*open) && words.trim_end_matches(ends_sentence).ends_with(*close))
}

fn is_marked(words: &str) -> bool {
    let end = words.trim_end_matches(|c: char| ends_sentence(c) || ":：".contains(c));
    ["**", "__", "*", "_"]
        .iter()
        .any(|mark| words.len() > 2 * mark.len() && words.starts_with(mark) && end.ends_with(mark))
}
