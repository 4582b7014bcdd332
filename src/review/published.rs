//! Changes to published content, listed one by one: to records in `chronicle.lock`, and to source texts that prove
//! quotations.
//!
//! The earlier state decides what was published, not the `chronicle.lock` of the change.

mod comparison;
mod memory;
mod scope;

use super::SiteState;
use super::difference::{self, TextPart};
use super::records::Records;
use crate::input::{LOCK, ReadError};
use comparison::Comparison;

/// A change to published content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PublishedChange {
    /// What the record is called.
    pub(crate) name: String,
    /// Its kind and its id as they were published.
    pub(crate) id: String,
    pub(crate) path: String,
    /// What of it changes.
    pub(crate) what: String,
    /// The words, with those that are gone and those that are new.
    pub(crate) parts: Vec<TextPart>,
    /// What the record says of the change; nothing where it says nothing.
    pub(crate) announced: Option<String>,
}

/// Every change of what was published, those first that no correction speaks of.
pub(super) fn compare(before: SiteState<'_>, now: SiteState<'_>) -> Result<Vec<PublishedChange>, ReadError> {
    let mut found = memory::compare(before, now)?;
    let compared = match (Records::of(before), Records::of(now)) {
        (Some(before), Some(now)) => Comparison { before, now }.all()?,
        // Nothing can be compared with settings that cannot be read; the errors say so.
        _ => Vec::new(),
    };
    found.retain(|one| !compared.iter().any(|other| is_same_change(other, one)));
    found.extend(compared);
    found.extend(texts(before, now)?);
    found.sort_by_key(|change| change.announced.is_some());
    Ok(found)
}

/// Whether a change found by comparing records is the same as one found by `chronicle.lock`.
fn is_same_change(compared: &PublishedChange, found: &PublishedChange) -> bool {
    let id = compared.id.split_once(' ').map_or("", |(_, id)| id);
    if found.path == LOCK || !(compared.path == found.path || id == found.id) {
        return false;
    }
    let is_of = |what: &str, words: &str| compared.what.starts_with(what) && found.what.contains(words);
    let quotation = compared.what.strip_prefix("quotation ");
    quotation.is_some_and(|number| found.what.contains(&format!("`#{number}`")))
        || is_of("date", "published with the date")
        || is_of("speakers", "published as that of")
        || compared.what.starts_with("is gone") && found.what.ends_with("is gone")
        || compared.what.starts_with("is set aside") && found.what.ends_with("is gone")
}

/// Changed source texts, by which quotations are proven.
fn texts(before: SiteState<'_>, now: SiteState<'_>) -> Result<Vec<PublishedChange>, ReadError> {
    let users = before.survey.chronicle.as_ref().map(scope::users_of_texts).unwrap_or_default();
    let mut found = Vec::new();
    for (input, file) in before.inputs.under("content/sources/") {
        let old = before.inputs.bytes(input)?;
        let new = now.inputs.find(file.path()).map(|input| now.inputs.bytes(input)).transpose()?;
        if new.as_deref() == Some(&old) {
            continue;
        }
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let count = users.get(file.path()).copied().unwrap_or_default();
        let (what, parts) = match &new {
            Some(new) => ("kept text", difference::parts(&text(&old), &text(new))),
            None => ("kept text: is gone", Vec::new()),
        };
        let what = format!("{what} (of {count} published statement{})", if count == 1 { "" } else { "s" });
        let (id, path) = ("source".to_owned(), file.path().to_owned());
        found.push(PublishedChange { name: path.clone(), id, path, what, parts, announced: None });
    }
    Ok(found)
}
