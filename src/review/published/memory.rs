//! Compares by `chronicle.lock`: the present record with the earlier lock, and the lock with itself.

use std::collections::BTreeSet;

use super::PublishedChange;
use crate::checks;
use crate::diagnostic::{Checked, Code, Levels};
use crate::entry::id::Id;
use crate::input::{LOCK, ReadError};
use crate::lock::{self, Lock};
use crate::review::SiteState;
use crate::review::difference::{self, TextPart};

/// What the rules of the earlier lock find in the present record, and lines of the lock that were tampered with.
pub(super) fn compare(before: SiteState<'_>, now: SiteState<'_>) -> Result<Vec<PublishedChange>, ReadError> {
    let Checked { value: known, findings: refused } = lock::read(before.inputs)?;
    if known.file().is_none() {
        return Ok(Vec::new());
    }
    let of = |name: &str, id: &str, path: &str, what: &str| PublishedChange {
        name: name.to_owned(),
        id: id.to_owned(),
        path: path.to_owned(),
        what: what.to_owned(),
        parts: Vec::new(),
        announced: None,
    };
    let mut all = Vec::new();
    if let Some(reason) = refused.first().filter(|_| known.lines().next().is_none()) {
        let what = format!("could not be read before the change, so nothing was compared with it: {}", reason.message);
        all.push(of(LOCK, "record", LOCK, &what));
    }
    let own = lock::read(now.inputs)?.value;
    if own.file().is_none() {
        all.push(of(LOCK, "record", LOCK, "is gone: nothing would be compared with what was published"));
    } else {
        all.extend(
            rewritten(&known, &own, now)
                .into_iter()
                .map(|(id, what, parts)| PublishedChange { parts, ..of(id, "record", LOCK, what) }),
        );
    }
    let found = |state: SiteState<'_>| {
        let chronicle = state.survey.chronicle.as_ref();
        chronicle.map(|one| checks::record(one, &known, &Levels::default(), state.inputs)).unwrap_or_default()
    };
    // Only findings that are new.
    let old = found(before);
    let old: BTreeSet<(Code, &str)> = old.iter().map(|finding| (finding.code, finding.message.as_str())).collect();
    let new = found(now).into_iter().filter(|finding| !old.contains(&(finding.code, finding.message.as_str())));
    all.extend(new.filter_map(|finding| {
        match finding.code {
            Code::StaleLock => None,
            // A vanished record has no span in the present files.
            Code::VanishedRecord => {
                let id = finding.message.split('`').nth(1).unwrap_or_default().to_owned();
                Some(of(&id, &id, "", &finding.message))
            }
            _ => {
                let path = now.inputs.get(finding.span.input).path();
                Some(of(path, "record", path, &finding.message))
            }
        }
    }));
    Ok(all)
}

/// Lines of the present lock that match neither the earlier lock nor what `chronicle lock` would write, with what
/// happened and the changed words.
fn rewritten<'a>(known: &'a Lock, own: &'a Lock, now: SiteState<'_>) -> Vec<(&'a str, &'static str, Vec<TextPart>)> {
    // Whoever locks an id first says when it was published.
    let day = |id: &Id| own.get(id.as_str()).and_then(|line| line.day);
    let chronicle = now.survey.chronicle.as_ref();
    let right = chronicle.map(|chronicle| checks::lock(chronicle, known, day)).unwrap_or_default();
    let words = |lock: &Lock, id: &str| lock.get(id).map(|line| line.words());
    let ids: BTreeSet<&str> = known.lines().chain(own.lines()).map(|(id, _)| id.as_str()).collect();
    let one = |id: &'a str| {
        let (was, is) = (words(known, id), words(own, id));
        match (was, is) {
            (Some(_), None) => Some((id, "is no longer known to be published", Vec::new())),
            (was, is) if was == is || is == words(&right, id) => None,
            (was, is) => {
                let parts = difference::parts(&was.unwrap_or_default(), &is.unwrap_or_default());
                Some((id, "is remembered otherwise than it is or was", parts))
            }
        }
    };
    ids.into_iter().filter_map(one).collect()
}
