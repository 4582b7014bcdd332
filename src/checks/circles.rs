//! The rule about relations that come back to where they began.

use crate::chronicle::{Chronicle, Relation, RelationKind, StatementId};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Step;
use crate::entry::locate;
use crate::input::Inputs;

/// The kinds of which each names what was before: of two statements of one day, either can answer or cite the other.
const KINDS: [RelationKind; 2] = [RelationKind::Reiterates, RelationKind::Updates];

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    Open,
    Done,
}

/// Statements that say each other again, directly or by way of others. Dates do not tell that, where they are alike.
pub(super) fn relations(chronicle: &Chronicle, inputs: &Inputs) -> Vec<Diagnostic> {
    KINDS.into_iter().flat_map(|kind| of_kind(chronicle, inputs, kind)).collect()
}

/// The circles of a kind, each reported where it closes.
fn of_kind(chronicle: &Chronicle, inputs: &Inputs, kind: RelationKind) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut marks = vec![Mark::New; chronicle.statements().count()];
    for start in chronicle.statements() {
        // The way down, each with those that it names and that were not followed yet.
        let mut way = vec![(start, earlier(chronicle, start, kind))];
        while let Some((id, mut left)) = way.pop() {
            if marks[id.index()] == Mark::Done {
                continue;
            }
            marks[id.index()] = Mark::Open;
            let Some(other) = left.pop() else {
                marks[id.index()] = Mark::Done;
                continue;
            };
            way.push((id, left));
            match marks[other.index()] {
                Mark::New => way.push((other, earlier(chronicle, other, kind))),
                Mark::Open => findings.push(closed(chronicle, inputs, kind, id, other)),
                Mark::Done => {}
            }
        }
    }
    findings
}

/// The other statements that one names by relations of a kind, but for those of a later date, which are reported as such; the
/// first stands last.
fn earlier(chronicle: &Chronicle, id: StatementId, kind: RelationKind) -> Vec<StatementId> {
    let is_later = |other: StatementId| {
        let (last, first) = (chronicle[id].date().latest(), chronicle[other].date().earliest());
        last.zip(first).is_some_and(|(last, first)| first > last)
    };
    let named = |relation: &&Relation| relation.kind == kind && !relation.inverse && relation.other != id;
    let named = chronicle[id].relations.iter().rev().filter(named).map(|relation| relation.other);
    named.filter(|other| !is_later(*other)).collect()
}

fn closed(
    chronicle: &Chronicle,
    inputs: &Inputs,
    kind: RelationKind,
    id: StatementId,
    other: StatementId,
) -> Diagnostic {
    let key = kind.key(false);
    let span = |id: StatementId| locate(inputs, chronicle[id].entry.input, &[Step::Key(key)]);
    let message = format!("`{key}` names `{}`, which leads back to this statement", chronicle[other].entry.id);
    let help = "see which of them was said first, and write no relation in that one".to_owned();
    Diagnostic::lint(Code::RelationToLater, span(id), message).label(span(other), "by this one").help(Some(help))
}
