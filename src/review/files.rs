//! Changed files that run in browsers or on hosts, or from which pages are made.

use std::collections::BTreeSet;

use super::active::{self, Active};
use super::difference::{self, TextPart};
use super::{Fate, SiteState};
use crate::input::{Inputs, ReadError};

/// A file that is new, changed or gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ChangedFile {
    pub(crate) path: String,
    /// What became of it.
    pub(crate) fate: Fate,
    /// Its active content now.
    pub(crate) active: Active,
    /// The addresses in it that were not in it before.
    pub(crate) new_loads: BTreeSet<String>,
    /// Of the settings, the words that are gone and those that are new.
    pub(crate) parts: Vec<TextPart>,
}

const PLACES: [&str; 6] = ["messages/", "static/", "templates/", "themes/", "wording/", "site.toml"];

/// The changed files, those with active content first.
pub(super) fn compare(before: Option<SiteState<'_>>, now: SiteState<'_>) -> Result<Vec<ChangedFile>, ReadError> {
    let mut files = Vec::new();
    for place in PLACES {
        let paths: BTreeSet<&str> = before.iter().chain([&now]).flat_map(|state| own(state.inputs, place)).collect();
        for path in paths {
            let old = before.map_or(Ok(None), |state| bytes(state.inputs, path))?;
            let new = bytes(now.inputs, path)?;
            if old == new {
                continue;
            }
            files.push(file(path, old.as_deref(), new.as_deref()));
        }
    }
    files.sort_by_key(|file| (file.active.signs.is_empty() && file.active.loads.is_empty(), file.path != "site.toml"));
    Ok(files)
}

fn file(path: &str, old: Option<&[u8]>, new: Option<&[u8]>) -> ChangedFile {
    let inspect = |bytes: Option<&[u8]>| bytes.map(|bytes| active::inspect(path, bytes)).unwrap_or_default();
    let (was, active) = (inspect(old), inspect(new));
    let parts = match (old, new) {
        (Some(old), Some(new)) if path == "site.toml" => {
            difference::parts(&String::from_utf8_lossy(old), &String::from_utf8_lossy(new))
        }
        _ => Vec::new(),
    };
    let fate = match (old, new) {
        (None, _) => Fate::New,
        (_, None) => Fate::Gone,
        _ => Fate::Changed,
    };
    let new_loads = active.loads.difference(&was.loads).cloned().collect();
    ChangedFile { path: path.to_owned(), fate, active, new_loads, parts }
}

/// The files below a path that are the site's own, not the default theme's.
fn own<'a>(inputs: &'a Inputs, place: &'a str) -> impl Iterator<Item = &'a str> {
    inputs.under(place).filter(|(_, file)| !file.is_embedded()).map(|(_, file)| file.path())
}

fn bytes(inputs: &Inputs, path: &str) -> Result<Option<Vec<u8>>, ReadError> {
    let input = inputs.find(path).filter(|input| !inputs.get(*input).is_embedded());
    input.map(|input| inputs.bytes(input).map(std::borrow::Cow::into_owned)).transpose()
}
