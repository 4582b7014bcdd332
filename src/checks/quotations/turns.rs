//! Whose turn of a kept transcript a quotation stands in: words that are found word for word may still be somebody else's.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use bitcode::{Decode, Encode};

use super::{Proof, Proven};
use crate::chronicle::{Chronicle, StatementId, TurnsOfOthers};
use crate::diagnostic::{Code, Diagnostic};
use crate::entry::quotation::SourceTurn;
use crate::entry::shape::TextOr;
use crate::input::{Inputs, Span};

/// The most different labels of a text that are kept.
const LABELS: usize = 32;

/// The turns that the quotations of a statement stand in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Decode, Encode)]
pub(crate) struct SourceTurns {
    /// The different labels of the texts, up to [`LABELS`] of each.
    labels: Box<[Box<str>]>,
    /// For each quotation the turns that it has words of.
    quotations: Box<[Box<[LabelInSource]>]>,
}

/// The label of a turn.
#[derive(Clone, Debug, PartialEq, Eq, Decode, Encode)]
struct LabelInSource {
    label: Box<str>,
    /// Where it stands, in bytes of the source's text.
    range: (u32, u32),
    /// Whether the words begin in its paragraph, or before it.
    is_near: bool,
}

impl SourceTurns {
    /// The turns of the quotations of a statement, each with those of the text that it is proven against; nothing where no text
    /// has any.
    pub(super) fn of<'t>(quotations: &[Proven], turns: impl Fn(u32) -> &'t [SourceTurn]) -> Option<Box<SourceTurns>> {
        if quotations.iter().all(|proven| turns(proven.source).is_empty()) {
            return None;
        }
        let mut labels: Vec<Box<str>> = Vec::new();
        let mut sources: Vec<u32> = quotations.iter().map(|proven| proven.source).collect();
        sources.sort_unstable();
        sources.dedup();
        for source in sources {
            let mut kept = 0;
            for turn in turns(source) {
                if kept < LABELS && !labels.iter().any(|label| **label == *turn.label) {
                    labels.push(turn.label.as_str().into());
                    kept += 1;
                }
            }
        }
        let of = |proven: &Proven| proven.labels(turns(proven.source));
        Some(Box::new(SourceTurns { labels: labels.into(), quotations: quotations.iter().map(of).collect() }))
    }
}

impl Proven {
    /// The labels of the turns that its words stand in.
    fn labels(&self, turns: &[SourceTurn]) -> Box<[LabelInSource]> {
        let mut found: BTreeMap<usize, LabelInSource> = BTreeMap::new();
        for (start, end) in &self.passages {
            let (start, end) = (*start as usize, *end as usize);
            let first = turns.partition_point(|turn| turn.range.end <= start).saturating_sub(1);
            let touched = turns[first..].iter().take_while(|turn| turn.range.start < end);
            // What stands before the first label is nobody's turn; a quotation may begin with the label.
            for turn in touched.filter(|turn| turn.range.start <= start || turn.range.end < end) {
                let range = (super::number(turn.range.start), super::number(turn.range.end));
                let is_near = start < turn.paragraph_end;
                let new = || LabelInSource { label: turn.label.as_str().into(), range, is_near };
                found.entry(turn.range.start).or_insert_with(new).is_near |= is_near;
            }
        }
        found.into_values().collect()
    }
}

/// The quotations of a statement that a source has in the turn of somebody else, each with its finding. `known` is made where the first transcript
/// needs it.
pub(super) fn turns_of_others<'a>(
    chronicle: &'a Chronicle,
    inputs: &Inputs,
    known: &OnceLock<TurnsOfOthers<'a>>,
    id: StatementId,
    proof: &Proof,
) -> Vec<(u32, Diagnostic)> {
    let Some(turns) = &proof.turns else { return Vec::new() };
    let statement = &chronicle[id];
    let quotations = turns.quotations.iter().zip(&proof.quotations).zip(&statement.entry.body.quotations).enumerate();
    let mut findings = Vec::new();
    for (position, ((touched, proven), quoted)) in quotations {
        // What begins with labels itself was reported already.
        if touched.is_empty() || statement.may_be_of_others(position) {
            continue;
        }
        let others = known.get_or_init(|| TurnsOfOthers::of(chronicle));
        let labels: Vec<(&str, bool)> = touched.iter().map(|one| (&*one.label, one.is_near)).collect();
        let Some(at) = others.first(id, position, &labels, &turns.labels) else { continue };
        let TextOr::Map(source) = &statement.entry.fields.sources.as_slice()[proven.source as usize] else { continue };
        let Some(text) = source.text.as_ref().and_then(|text| inputs.find(&format!("content/{text}"))) else {
            continue;
        };
        let (start, end) = quoted.range;
        let span = Span { input: statement.entry.input, start, end };
        let anchor = statement.anchors.get(position).copied().unwrap_or_default();
        let path = inputs.get(text).path();
        let label = &touched[at].label;
        let message = format!("`{path}` has words of quotation `#q{anchor}` in the turn of `{label}`");
        let help = "quote the turns of the statement's speakers alone; write what others say between them without `>`, or record \
                    it as a statement of theirs";
        let (start, end) = touched[at].range;
        let finding = Diagnostic::lint(Code::TurnOfAnother, span, message)
            .label(Span { input: text, start, end }, "here the turn begins")
            .help(Some(help.to_owned()));
        findings.push((super::number(position), finding));
    }
    findings
}
