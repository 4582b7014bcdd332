//! The turns of a kept text, where it is a transcript.

use std::ops::Range;

use super::kind::Kind;
use super::{COLONS, OTHERS, Turn, asks, label, weighed};
use crate::naming::{Role, role};

/// A turn of a kept text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SourceTurn {
    /// Who is named before it.
    pub(crate) label: String,
    /// Where the label stands, in bytes of the text.
    pub(crate) range: Range<usize>,
    /// Where the paragraph of the label ends; in a text without empty lines, its line.
    pub(crate) paragraph_end: usize,
}

/// The turns of the plain text of a source that are labelled for sure, in order; none where not two have different labels.
pub(crate) fn turns_of_source(text: &str) -> Vec<SourceTurn> {
    let (mut found, mut ends, mut at) = (Vec::new(), Vec::new(), 0);
    let has_paragraphs = text.lines().any(|line| line.trim().is_empty());
    for line in text.split('\n') {
        let start = at;
        at += line.len() + 1;
        if line.trim().is_empty() || !has_paragraphs {
            ends.resize(found.len(), start);
        }
        found.extend(turn(line, start));
    }
    ends.resize(found.len(), text.len());
    let labelled = weighed(found, text).into_iter().zip(ends).filter(|(turn, _)| turn.is_sure);
    let turns = labelled.map(|(Turn { label, range, .. }, paragraph_end)| SourceTurn { label, range, paragraph_end });
    let turns: Vec<SourceTurn> = turns.collect();
    let is_one = turns.iter().all(|turn| turn.label == turns[0].label);
    if is_one { Vec::new() } else { turns }
}

/// The turn that a line begins, which itself begins at a byte of the text.
fn turn(line: &str, start: usize) -> Option<(Turn, Kind)> {
    let start = start + line.len() - line.trim_start().len();
    let line = line.trim();
    let (range, kind) = answering(line).or_else(|| label(line, 0))?;
    let is_whole = range.end == line.len();
    // What is nothing but a name may be one of whom the text tells.
    if is_whole && kind != Kind::Asker {
        return None;
    }
    let after = &line[range.end..];
    let sign = if is_whole { None } else { after.trim_start().chars().next() };
    let label = line[range.clone()].trim_start_matches(['[', '(', '【', '（']).to_owned();
    let range = start + range.start..start + range.end;
    Some((Turn { label, sign, range, is_sure: false, asks: asks(after), is_below: false }, kind))
}

/// No label of whoever answers is longer than this, in bytes.
const LONGEST: usize = 30;

/// The label of whoever answers: `A: …`, `Ответ: …`. In a transcript it begins a turn as surely as that of whoever asks.
fn answering(line: &str) -> Option<(Range<usize>, Kind)> {
    let is_apart = |rest: &str| rest.starts_with("  ") || rest.starts_with('\t');
    let end = match line.strip_prefix('A') {
        Some(rest) if is_apart(rest) => 1,
        _ => line[..line.ceil_char_boundary(LONGEST)].find(|sign| COLONS.contains(&sign) || OTHERS.contains(&sign))?,
    };
    let label = line[..end].trim_end();
    (role(label) == Some(Role::Answering)).then_some((0..label.len(), Kind::Asker))
}

#[cfg(test)]
mod tests {
    use super::turns_of_source;

    #[test]
    fn labels_of_transcripts() {
        let labels = |text: &str| -> Vec<String> { turns_of_source(text).into_iter().map(|turn| turn.label).collect() };
        let text = "Press conference\n\nAnn Lee: We sign.\nAll of us.\n\nInterviewer: When?\n\n  Ann Lee: Now.\n";
        assert_eq!(labels(text), ["Ann Lee", "Interviewer", "Ann Lee"]);
        for turn in turns_of_source(text) {
            assert_eq!(text[turn.range], turn.label);
        }
        assert_eq!(
            &text[..turns_of_source(text)[0].paragraph_end],
            "Press conference\n\nAnn Lee: We sign.\nAll of us.\n"
        );
        assert_eq!(labels("Q   When?\n\nA   Now.\n\nОтвет: Да.\n答：是。\nR - Oui.\n"), ["Q", "A", "Ответ", "答", "R"]);
        for none in ["", "Ann Lee: We sign.\n\nAnn Lee: Now.\n", "We agree.\n\nNote: no.\n\nConclusion: peace.\n"] {
            assert_eq!(labels(none), [""; 0], "{none}");
        }
        let lines = "Interviewer: When?\nNow.\nAnn Lee: Soon.\n";
        assert_eq!(&lines[..turns_of_source(lines)[0].paragraph_end], "Interviewer: When?\n");
    }
}
