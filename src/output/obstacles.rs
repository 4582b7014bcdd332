//! Folders in the way of files.

use std::io;

use rustc_hash::FxHashSet;

use crate::folder::{Folder, PathKind};

/// The first file below `path` that is not in `removed`.
pub(super) fn file_below(folder: &Folder, path: &str, removed: &FxHashSet<String>) -> Option<String> {
    let mut open = vec![path.to_owned()];
    while let Some(path) = open.pop() {
        // A folder that cannot be listed cannot be removed either.
        let Ok(mut names) = folder.folder(&path).and_then(|folder| folder.names()) else { return Some(path) };
        names.sort_unstable();
        for name in names {
            let Some(name) = name.to_str() else { return Some(path) };
            let below = format!("{path}/{name}");
            match folder.look(&below) {
                Ok(PathKind::Folder) => open.push(below),
                _ if removed.contains(&below) => {}
                _ => return Some(below),
            }
        }
    }
    None
}

/// Removes a folder that contains only empty folders.
///
/// # Errors
/// That of the system where something else is in it.
pub(super) fn remove_empty(folder: &Folder, path: &str) -> io::Result<()> {
    for name in folder.folder(path)?.names()?.iter().filter_map(|name| name.to_str()) {
        remove_empty(folder, &format!("{path}/{name}"))?;
    }
    folder.remove_folder(path)
}
