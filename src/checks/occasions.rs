//! Rules about the order of statements within an occasion.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::chronicle::{Chronicle, StatementId};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Step;
use crate::entry::locate;
use crate::input::Inputs;

/// Statements of one occasion and day that say they stand at the same position. On another day it is counted anew.
pub(super) fn positions(chronicle: &Chronicle, inputs: &Inputs) -> Vec<Diagnostic> {
    let mut taken = HashMap::new();
    let mut findings = Vec::new();
    let span = |id: StatementId| locate(inputs, chronicle[id].entry.input, &[Step::Key("position")]);
    for id in chronicle.statements() {
        let Some(position) = chronicle[id].entry.fields.position else { continue };
        let Some(occasion) = chronicle.occasion(id) else { continue };
        match taken.entry((occasion, chronicle[id].date().sort_key(), position)) {
            Entry::Vacant(free) => drop(free.insert(id)),
            Entry::Occupied(first) => {
                let other = &chronicle[*first.get()].entry.id;
                let message = format!("`{other}` has the position {position} in the same event");
                let help = "number the statements of the event as its transcript has them";
                let finding = Diagnostic::lint(Code::PositionTwice, span(id), message);
                findings.push(finding.label(span(*first.get()), "it says so here").help(Some(help.to_owned())));
            }
        }
    }
    findings
}
