//! Labels that begin turns: whose they are, and which quotations have words of somebody else by them.

use super::called::{Called, words};
use super::{NamedInLine, OnRecord, Records, exactly};
use crate::chronicle::Speaker;
use crate::entry::body::{Quoted, QuotedTurn};
use crate::entry::name::normalized;
use crate::entry::statement;
use crate::naming::offices::leading;
use crate::naming::words::{COURTESY, PARTICLES};

impl<'a> Records<'a> {
    /// The quotations with a line that may begin the words of somebody else than theirs whom the quotation is attributed to, or
    /// of the only speaker: the position of each, and that of its first such line.
    pub(in crate::chronicle) fn mixed(
        self,
        fields: &'a statement::Statement,
        quotations: &'a [Quoted],
        speakers: &'a [Speaker],
        attributed: &[Option<u32>],
        on_record: &OnRecord<'_>,
    ) -> Box<[(u32, u32)]> {
        if quotations.iter().all(|quoted| quoted.turns.is_empty()) {
            return Box::default();
        }
        let called = self.called(fields, speakers);
        let counted = |position: usize| u32::try_from(position).unwrap_or(u32::MAX);
        let mixed = |(position, quoted): (usize, &Quoted)| {
            let whose = attributed.get(position).copied().flatten().or((speakers.len() == 1).then_some(0));
            let turns: Vec<(&QuotedTurn, Option<u32>)> =
                quoted.turns.iter().map(|turn| (turn, turn_of(&called, turn, on_record))).collect();
            // Where the speaker has a label, others have one, too.
            let is_line = |turn: &QuotedTurn| !turn.is_sure && turn.sign.is_none();
            let has_labels = turns.iter().any(|(turn, speaker)| speaker.is_some() && !is_line(turn));
            // Several names that are lines of their own are a list, or sign a text.
            let lines = turns.iter().filter(|(turn, _)| is_line(turn) && !turn.is_below).count();
            let is_of_other = |(turn, speaker): &(&QuotedTurn, Option<u32>)| {
                let is_own = speaker.is_some() && *speaker == whose;
                !is_own
                    && match is_line(turn) {
                        true if turn.is_below => speaker.is_some() || on_record.is_person(&turn.label),
                        true => lines == 1 && speaker.is_none() && on_record.is_person(&turn.label),
                        false => turn.is_sure || has_labels || speaker.is_some() || on_record.has(&turn.label),
                    }
            };
            Some((counted(position), counted(turns.iter().position(is_of_other)?)))
        };
        quotations.iter().enumerate().filter_map(mixed).collect()
    }
}

/// The speaker whose turn a label begins: by a name, by the family name with titles and words of an office around it, or by their
/// office alone. With an office that is not on record it is theirs only if nobody else on record has the family name.
fn turn_of(called: &[Called<'_>], turn: &QuotedTurn, on_record: &OnRecord<'_>) -> Option<u32> {
    // A line below a quotation may tell the place or the occasion behind the name: `— Ann Lee, New York`.
    let head = turn.label.split([',', '(', '（']).next().filter(|_| turn.is_below).unwrap_or(&turn.label);
    [&*turn.label, head].iter().find_map(|label| owner_of(called, label, turn.asks, &|word| on_record.is_shared(word)))
}

/// The same of a label; `asks` says that a question follows it, and `is_shared` whether several people on record have a family name.
pub(super) fn owner_of(
    called: &[Called<'_>],
    label: &str,
    asks: bool,
    is_shared: &dyn Fn(&str) -> bool,
) -> Option<u32> {
    let label = normalized(&without_notes(label));
    if let NamedInLine::Speaker(position) = exactly(called, &label) {
        return Some(position);
    }
    let class = |word: &str| leading(&[word.to_owned()]).map(|(class, _)| class);
    let is_office = |word: &str| class(word).is_some();
    // Whoever speaks for somebody has their name in the label, too.
    let speaks_for = |called: &Called<'_>| {
        let spoken = words(&label).filter_map(class).find(|class| SPEAKING_FOR.contains(class));
        spoken.is_some_and(|spoken| !called.about.iter().any(|word| class(word) == Some(spoken)))
    };
    let is_called = |(_, called): &(usize, &Called<'_>)| {
        // `В. Путин`
        let is_initial = |word: &str| {
            word.chars().count() == 1
                && called.parts.iter().any(|part| part.starts_with(word) && !called.family.contains(part))
        };
        let is_known = |word: &str| called.family.contains(word) || called.about.contains(word) || is_initial(word);
        let is_title = |word: &str| COURTESY.contains(&word) || PARTICLES.contains(&word);
        if speaks_for(called) {
            return false;
        }
        let mut family = words(&label).filter(|word| called.family.contains(*word)).peekable();
        if family.peek().is_none() {
            // A question behind it is one to whoever holds the office.
            return !asks
                && words(&label).all(|word| called.about.contains(word) || is_title(word))
                && words(&label).any(|word| called.about.contains(word) && is_office(word));
        }
        words(&label).all(is_known)
            || words(&label).all(|word| is_known(word) || is_title(word) || is_office(word)) && !family.any(is_shared)
    };
    let mut found = called.iter().enumerate().filter(is_called);
    let (position, one) = found.next()?;
    found.all(|(_, other)| other.who == one.who).then(|| u32::try_from(position).ok()).flatten()
}

/// Classes of offices whose holders speak for others.
const SPEAKING_FOR: [&str; 2] = ["spokesperson", "press-secretary"];

/// Words that begin a note on the language that somebody speaks: `Mr. Day (spoke in French)`.
const LANGUAGE_NOTES: [&str; 17] = [
    "spoke",
    "speaks",
    "speaking",
    "via",
    "through",
    "in",
    "interpretation",
    "continued",
    "continuing",
    "parle",
    "en",
    "spricht",
    "auf",
    "habla",
    "говорит",
    "на",
    "по",
];

/// A label without notes in brackets on the language.
pub(super) fn without_notes(label: &str) -> String {
    let (mut out, mut rest) = (String::new(), label);
    while let Some((before, inner)) = rest.split_once('(') {
        let (note, after) = inner.split_once(')').unwrap_or((inner, ""));
        out.push_str(before);
        let is_note = |first: &str| LANGUAGE_NOTES.contains(&first.to_lowercase().as_str());
        if !note.split_whitespace().next().is_some_and(is_note) {
            out.push_str(&rest[before.len()..rest.len() - after.len()]);
        }
        rest = after;
    }
    out.push_str(rest);
    out.trim().to_owned()
}
