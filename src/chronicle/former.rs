//! Every record with the ids it had before.

use std::collections::BTreeMap;

use ahash::AHashMap;

use super::{Record, Resolved};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Step;
use crate::entry::id::Id;
use crate::entry::locate;
use crate::entry::shape::{OneOrMany, Text};
use crate::input::{InputId, Inputs, Span};

impl Resolved {
    /// Every record that is no statement, with its file.
    pub fn authorities(&self) -> impl Iterator<Item = (Record, InputId)> {
        let all = self.records().map(|(record, input, ..)| (record, input));
        all.filter(|(record, _)| !matches!(record, Record::Statement(_)))
    }

    /// Every record with its file, id and former ids.
    pub(super) fn records(&self) -> impl Iterator<Item = (Record, InputId, &Id, &OneOrMany<Text>)> {
        let statements = self
            .statements()
            .map(|id| (Record::Statement(id), &self[id].entry))
            .map(|(record, e)| (record, e.input, &e.id, &e.fields.old_ids));
        let people = self
            .people()
            .map(|id| (Record::Person(id), &self[id].entry))
            .map(|(record, e)| (record, e.input, &e.id, &e.fields.old_ids));
        let bodies = self
            .organizations()
            .map(|id| (Record::Organization(id), &self[id].entry))
            .map(|(record, e)| (record, e.input, &e.id, &e.fields.old_ids));
        let topics = self
            .topics()
            .map(|id| (Record::Topic(id), &self[id].entry))
            .map(|(record, e)| (record, e.input, &e.id, &e.fields.old_ids));
        let places = self
            .places()
            .map(|id| (Record::Place(id), &self[id]))
            .map(|(record, e)| (record, e.input, &e.id, &e.fields.old_ids));
        let events = self
            .events()
            .map(|id| (Record::Event(id), &self[id].entry))
            .map(|(record, e)| (record, e.input, &e.id, &e.fields.old_ids));
        let pages = self
            .pages()
            .map(|id| (Record::Page(id), &self[id]))
            .map(|(record, e)| (record, e.input, &e.id, &e.fields.old_ids));
        statements.chain(people).chain(bodies).chain(topics).chain(places).chain(events).chain(pages)
    }
}

/// Former ids of all records; one that is another record's id, or was another's before, is refused.
pub(super) fn former_ids(
    records: &Resolved,
    ids: &AHashMap<Id, InputId>,
    inputs: &Inputs,
    findings: &mut Vec<Diagnostic>,
) -> Vec<(Id, Record)> {
    let mut former: BTreeMap<Id, (Record, InputId)> = BTreeMap::new();
    for (record, input, _, old_ids) in records.records() {
        for (position, old) in old_ids.as_slice().iter().enumerate() {
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
