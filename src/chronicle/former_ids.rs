//! Former ids of records (`old_ids`).

use std::collections::BTreeMap;

use ahash::AHashMap;

use super::{Record, Resolved};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Step;
use crate::entry::id::Id;
use crate::entry::{Head, locate};
use crate::input::{InputId, Inputs, Span};

/// Collects the former ids of all records and reports those that clash with a present or another former id.
pub(super) fn former_ids(
    records: &Resolved,
    ids: &AHashMap<Id, InputId>,
    inputs: &Inputs,
    findings: &mut Vec<Diagnostic>,
) -> Vec<(Id, Record)> {
    let mut former: BTreeMap<Id, (Record, InputId)> = BTreeMap::new();
    for record in records.records() {
        let Head { input, fields, .. } = records.head(record);
        for (position, old) in fields.old_ids().iter().enumerate() {
            let span = || locate(inputs, input, &[Step::Key("old_ids"), Step::Item(position)]);
            let id = match Id::new(old.as_str()) {
                Ok(id) => id,
                Err(reason) => {
                    findings.push(Diagnostic::error(
                        Code::BadId,
                        span(),
                        format!("`{old}` cannot have been an id: {reason}"),
                    ));
                    continue;
                }
            };
            let taken = ids.get(&id).copied().or_else(|| former.get(&id).map(|(_, input)| *input));
            if let Some(taken) = taken {
                let finding =
                    Diagnostic::error(Code::DuplicateId, span(), format!("`{id}` is the id of another record"))
                        .label(Span::file(taken), "this file has it")
                        .help(Some("remove it from one of the two: ids are never reused".to_owned()));
                findings.push(finding);
                continue;
            }
            former.insert(id, (record, input));
        }
    }
    former.into_iter().map(|(id, (record, _))| (id, record)).collect()
}
