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
                    if seen.insert(label) {
                        others.push(label.clone());
                    }
                }
                Turn::Nobody(why, shown) => words.leave(shown.clone(), why.told().to_owned()),
            }
        }
        words.within_bounds();
        if speaker.is_none() || !words.is_some() {
            words.parts.clear();
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
