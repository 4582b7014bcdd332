//! What counts as published: which records, which of their keys, and which source texts.

use std::collections::BTreeMap;

use crate::chronicle::{Chronicle, Record, StatementId};
use crate::entry::Kind;
use crate::entry::shape::TextOr;

/// Keys of statements that are in `chronicle.lock`, or equivalent.
const KEYS: [&str; 9] =
    ["date", "speakers", "as", "attributed_as", "sources", "withdrawn", "corrections", "draft", "old_ids"];

/// Keys of people and organizations that the pages of statements show.
const NAMES: [&str; 8] = ["name", "names", "variants", "family", "given", "offices", "parent", "old_ids"];

/// Whether a record has been published: a statement that is no draft, or anything else that has a page.
pub(super) fn is_published(chronicle: &Chronicle, record: Record) -> bool {
    match record {
        Record::Statement(id) => !chronicle[id].entry.fields.draft,
        other => chronicle.address(other).is_some(),
    }
}

/// The published statements with a source that an organization published: their pages show its name.
pub(super) fn cited_as_publisher(chronicle: &Chronicle, record: Record) -> impl Iterator<Item = StatementId> {
    let body = if let Record::Organization(body) = record { Some(body) } else { None };
    let ids = chronicle.statements().filter(|id| !chronicle[*id].entry.fields.draft);
    ids.filter(move |id| body.is_some() && chronicle[*id].publishers.contains(&body))
}

/// Whether a change of a key is a change of what was published. What is called an example is compared no longer.
pub(super) fn is_published_key(kind: Kind, key: &str) -> bool {
    match kind {
        _ if key == "example" => true,
        Kind::Statement => KEYS.contains(&key),
        Kind::Person | Kind::Organization => NAMES.contains(&key),
        Kind::Topic | Kind::Place | Kind::Event | Kind::Page => key == "old_ids",
    }
}

/// How many published statements name each kept text.
pub(super) fn users_of_texts(chronicle: &Chronicle) -> BTreeMap<String, usize> {
    let mut users: BTreeMap<String, usize> = BTreeMap::new();
    for id in chronicle.statements().filter(|id| !chronicle[*id].entry.fields.draft) {
        for source in chronicle[id].entry.fields.sources.as_slice() {
            if let TextOr::Map(source) = source
                && let Some(text) = &source.text
            {
                *users.entry(format!("content/{text}")).or_default() += 1;
            }
        }
    }
    users
}
