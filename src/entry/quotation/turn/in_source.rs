//! The labelled lines of a kept text, which may be a transcript.

use std::ops::Range;

use super::kind::Kind;
use super::label;
use crate::naming::letters::is_ended;

/// The beginning of a turn in a kept text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SourceTurn {
    /// Who is named before it.
    pub(crate) label: String,
    /// Where the label stands, in bytes of the text.
    pub(crate) range: Range<usize>,
    /// Where the words end that are certainly of the turn: with its line, or with those below it that go on with the sentence. What
    /// follows may be an answer without a label.
    pub(crate) end: usize,
}

/// The turns of the plain text of a source by its labels, in order. A line in brackets begins none: it is what somebody calls
/// between.
pub(crate) fn turns_of_source(text: &str) -> Vec<SourceTurn> {
    let (mut found, mut at, mut goes_on) = (Vec::<SourceTurn>::new(), 0, false);
    for line in text.split('\n') {
        let start = at;
        at += line.len() + 1;
        match turn(line, start) {
            Some(turn) => {
                found.push(turn);
                goes_on = true;
            }
            None if line.trim().is_empty() => goes_on = false,
            None => {}
        }
        if let Some(turn) = found.last_mut().filter(|_| goes_on) {
            turn.end = start + line.len();
            goes_on = !is_ended(line);
        }
    }
    found
}

/// The turn that a line begins, which itself begins at a byte of the text.
fn turn(line: &str, start: usize) -> Option<SourceTurn> {
    let start = start + line.len() - line.trim_start().len();
    let line = line.trim();
    if line.starts_with(['(', '[', '（', '【']) {
        return None;
    }
    let (range, kind) = label(line, 0)?;
    // What is nothing but a name may be one of whom the text tells.
    if range.end == line.len() || kind == Kind::Heading {
        return None;
    }
    let label = line[range.clone()].to_owned();
    Some(SourceTurn { label, range: start + range.start..start + range.end, end: start + line.len() })
}

#[cfg(test)]
mod tests {
    use super::turns_of_source;

    #[test]
    fn labels_of_transcripts() {
        let text = "Press conference\n\nAnn Lee: We sign\nall of it.\nThe rest.\n\n(Bo Day: No!)\n\nInterviewer: When?\nNow.\n";
        let turns = turns_of_source(text);
        let labels: Vec<&str> = turns.iter().map(|turn| turn.label.as_str()).collect();
        assert_eq!(labels, ["Ann Lee", "Interviewer"]);
        let words: Vec<&str> = turns.iter().map(|turn| &text[turn.range.start..turn.end]).collect();
        assert_eq!(words, ["Ann Lee: We sign\nall of it.", "Interviewer: When?"]);
        for turn in turns {
            assert_eq!(text[turn.range], turn.label);
        }
        assert_eq!(turns_of_source(""), []);
    }
}
