//! The body of a draft: placeholders, the speaker's words, and notes on parts from which nothing was taken.

use std::collections::BTreeSet;

use super::notes::list;
use super::statement::Block;
use super::turns::Turn;
use crate::entry::limits::QUOTATIONS;

/// A part of the body, in the order of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum BodyPart {
    /// The speaker's words by paragraph, and the text before them if they begin within a sentence.
    Own { paragraphs: Vec<String>, before: Option<String> },
    /// A question.
    Question,
    /// Text that was not taken, with the reason.
    Left { words: String, why: String, count: usize },
    /// Turns whose labels name nobody on record for sure: the labels, in order.
    Others(Vec<String>),
    /// Nothing was taken from a whole transcript.
    Nothing,
}

#[derive(Clone, Debug, Default)]
pub(super) struct SpeakerWords {
    pub(super) parts: Vec<BodyPart>,
    /// The paragraphs of the report that have them.
    pub(super) within: BTreeSet<usize>,
    pub(super) notes: Vec<String>,
}

impl SpeakerWords {
    /// The turns of a speaker; without one, nothing is taken.
    pub(super) fn of_turns(turns: &[Turn], speaker: Option<usize>) -> SpeakerWords {
        let (mut words, mut seen, mut others) = (SpeakerWords::default(), BTreeSet::new(), Vec::new());
        for turn in turns {
            match turn {
                Turn::Of(person, paragraphs) if Some(*person) == speaker => {
                    words.parts.push(BodyPart::Own { paragraphs: paragraphs.clone(), before: None });
                }
                Turn::Of(..) => {}
                Turn::Question => words.parts.push(BodyPart::Question),
                Turn::Other(label) => {
                    words.leave_turn(label);
                    if seen.insert(label) {
                        others.push(label.clone());
                    }
                }
                Turn::Nobody(why, shown) => words.leave(shown.clone(), why.told().to_owned()),
            }
        }
        words.within_bounds();
        if speaker.is_none() || !words.is_some() {
            words.parts = nothing(std::mem::take(&mut words.parts));
            words.notes.push("the text is a transcript, and no turn of it was taken".to_owned());
        }
        if !others.is_empty() {
            words.notes.push(format!("the words of {} were left out", list(&others)));
        }
        words
    }

    /// Truncates to the limits of a record.
    pub(super) fn within_bounds(&mut self) {
        let own = |part: &BodyPart| matches!(part, BodyPart::Own { .. });
        let count = self.parts.iter().filter(|part| own(part)).count();
        if count > QUOTATIONS {
            let mut seen = 0;
            let end = self.parts.iter().position(|part| {
                seen += usize::from(own(part));
                seen > QUOTATIONS
            });
            self.parts.truncate(end.unwrap_or_default());
            let more = count - QUOTATIONS;
            self.leave(
                format!("{more} more quotations"),
                format!("a record has at most {QUOTATIONS}: make several of parts of the text"),
            );
            self.notes.push(format!(
                "only the first {QUOTATIONS} of {count} quotations were taken, which is all a record may have"
            ));
        }
    }

    /// Notes text that was not taken; consecutive notes are merged.
    pub(super) fn leave(&mut self, words: String, why: String) {
        match self.parts.last_mut() {
            Some(BodyPart::Left { count, .. }) => *count += 1,
            _ => self.parts.push(BodyPart::Left { words, why, count: 1 }),
        }
    }

    /// Notes a turn whose label names nobody on record for sure; those that follow one another are one part.
    fn leave_turn(&mut self, label: &str) {
        match self.parts.last_mut() {
            Some(BodyPart::Others(labels)) => labels.push(label.to_owned()),
            _ => self.parts.push(BodyPart::Others(vec![label.to_owned()])),
        }
    }

    /// Whether any words were taken.
    pub(super) fn is_some(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, BodyPart::Own { .. }))
    }

    /// All of them, a line each.
    pub(super) fn joined(&self) -> String {
        let own = self.parts.iter().filter_map(|part| match part {
            BodyPart::Own { paragraphs, .. } => Some(paragraphs),
            _ => None,
        });
        own.flatten().cloned().collect::<Vec<_>>().join("\n")
    }
}

/// What a draft says of a transcript from which it has no words: what was seen there, each reason once.
fn nothing(parts: Vec<BodyPart>) -> Vec<BodyPart> {
    let (mut left, mut others) = (Vec::<BodyPart>::new(), Vec::new());
    for part in parts {
        match part {
            BodyPart::Others(labels) => others.extend(labels),
            BodyPart::Left { words, why, count } => {
                let same = left.iter_mut().find_map(|part| match part {
                    BodyPart::Left { why: known, count, .. } if *known == why => Some(count),
                    _ => None,
                });
                match same {
                    Some(known) => *known += count,
                    None => left.push(BodyPart::Left { words, why, count }),
                }
            }
            _ => {}
        }
    }
    if !others.is_empty() {
        left.push(BodyPart::Others(others));
    }
    if left.is_empty() {
        left.push(BodyPart::Nothing);
    }
    left
}

/// What is said of turns that were left out, of whose labels a few are named.
fn told_of_others(labels: &[String]) -> String {
    const NAMED: usize = 5;
    let mut seen = BTreeSet::new();
    let labels: Vec<&String> = labels.iter().filter(|label| seen.insert(*label)).collect();
    let shown: Vec<String> = labels.iter().take(NAMED).map(|label| format!("“{}”", without_markup(label))).collect();
    let more = labels.len().saturating_sub(NAMED);
    let shown = shown.join(", ");
    let shown = if more > 0 { format!("{shown} and {more} more") } else { shown };
    let noun = if labels.len() == 1 { "that label" } else { "these labels" };
    format!("nothing was taken from here: the words of {shown}: no one on record is named for sure by {noun}")
}

/// The body of the entry: a placeholder for the lead, the speaker's words as block quotations, and a placeholder per
/// question.
pub(super) fn blocks(words: SpeakerWords) -> Vec<Block> {
    let mut blocks =
        vec![Block::Missing("what was said, to whom and on which occasion, in your own neutral words".into())];
    for part in words.parts {
        match part {
            BodyPart::Own { paragraphs, before } => {
                if let Some(before) = before {
                    let before = without_markup(&before);
                    blocks.push(Block::Missing(format!("a lead to words that begin within a sentence: {before} …")));
                }
                blocks.push(Block::Quotation(paragraphs));
            }
            BodyPart::Question => blocks.push(Block::Missing("the question, in your own words".into())),
            BodyPart::Left { words, why, count } => {
                let words = without_markup(&words);
                let more = if count > 1 { format!(" and {} more", count - 1) } else { String::new() };
                blocks.push(Block::Missing(format!("nothing was taken from here: “{words}”{more}: {why}")));
            }
            BodyPart::Others(labels) => blocks.push(Block::Missing(told_of_others(&labels))),
            BodyPart::Nothing => blocks.push(Block::Missing(
                "nothing was taken from here: no turn of the transcript is for sure one of the speaker".to_owned(),
            )),
        }
    }
    blocks
}

/// An excerpt for a note, without markup.
fn without_markup(text: &str) -> String {
    let marks = |c: char| "*_`<>[]\\&#~|$^{}".contains(c);
    text.split(marks).collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{BodyPart, SpeakerWords, blocks};
    use crate::draft::statement::Block;

    #[test]
    fn what_is_shown_of_a_text_is_no_markup() {
        let mut words = SpeakerWords::default();
        words.parts.push(BodyPart::Own { paragraphs: vec!["so".into()], before: Some("<b>x</b> [y](z)".into()) });
        words.leave("**And** `this`, <img> ![a](b)".into(), "it is so".into());
        words.leave("more".into(), "it is so".into());
        let missing: Vec<String> = blocks(words)
            .into_iter()
            .filter_map(|block| match block {
                Block::Missing(what) => Some(what),
                _ => None,
            })
            .skip(1)
            .collect();
        let lead = "a lead to words that begin within a sentence: b x /b y (z) …";
        assert_eq!(missing, [lead, "nothing was taken from here: “And this , img ! a (b)” and 1 more: it is so"]);
    }
}
