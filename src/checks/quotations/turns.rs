//! Whose turn of a kept transcript a quotation stands in: words that are found word for word may still be somebody else's.

use bitcode::{Decode, Encode};

use super::{Proof, Proven};
use crate::chronicle::{Chronicle, StatementId};
use crate::diagnostic::{Code, Diagnostic};
use crate::entry::quotation::SourceTurn;
use crate::entry::shape::TextOr;
use crate::input::{Inputs, Span};

/// The labels of the turns that the quotations of a statement stand in, for each quotation.
pub(crate) type SourceTurns = Box<[Box<[LabelInSource]>]>;

/// The label of a turn.
#[derive(Clone, Debug, PartialEq, Eq, Decode, Encode)]
pub(crate) struct LabelInSource {
    label: Box<str>,
    /// Where it stands, in bytes of the source's text.
    range: (u32, u32),
}

/// The turns of the quotations of a statement, each with those of the text that it is proven against; nothing where none stands in
/// one.
pub(super) fn turns_of<'t>(quotations: &[Proven], turns: impl Fn(u32) -> &'t [SourceTurn]) -> Option<SourceTurns> {
    let found: SourceTurns = quotations.iter().map(|proven| labels(proven, turns(proven.source))).collect();
    found.iter().any(|labels| !labels.is_empty()).then_some(found)
}

/// The labels of the turns in which the parts of a quotation begin.
fn labels(proven: &Proven, turns: &[SourceTurn]) -> Box<[LabelInSource]> {
    let begins_in = |(start, _): &(u32, u32)| {
        let start = *start as usize;
        let before = turns.partition_point(|turn| turn.range.end <= start).checked_sub(1)?;
        turns.get(before).filter(|turn| start < turn.end)
    };
    let found = proven.passages.iter().filter_map(begins_in);
    let kept = |turn: &SourceTurn| LabelInSource {
        label: turn.label.as_str().into(),
        range: (super::number(turn.range.start), super::number(turn.range.end)),
    };
    let mut labels: Vec<LabelInSource> = found.map(kept).collect();
    labels.dedup();
    labels.into()
}

/// The quotations of a statement that a source has in the turn of somebody else, each with its finding.
pub(super) fn turns_of_others(
    chronicle: &Chronicle,
    inputs: &Inputs,
    id: StatementId,
    proof: &Proof,
) -> Vec<(u32, Diagnostic)> {
    let Some(turns) = &proof.turns else { return Vec::new() };
    let statement = &chronicle[id];
    let quotations = turns.iter().zip(&proof.quotations).zip(&statement.entry.body.quotations).enumerate();
    let mut findings = Vec::new();
    for (position, ((touched, proven), quoted)) in quotations {
        // What begins with labels itself was reported already.
        if touched.is_empty() || statement.may_be_of_others(position) {
            continue;
        }
        let labels: Vec<&str> = touched.iter().map(|one| &*one.label).collect();
        let Some(at) = chronicle.label_of_another(id, position, &labels) else { continue };
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
