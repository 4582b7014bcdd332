//! Single files below the root of a site: its lock, new records, schemas.

use std::io::{self, Write};
use std::path::Path;

use super::{OutputError, at};
use crate::folder::Folder;

/// Atomically writes a file of the site in `root`; creates its folders.
///
/// # Errors
/// [`OutputError`] where it cannot be written, or a link is at the path or on the way.
pub(crate) fn write_whole(
    root: &Path,
    path: &str,
    write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
) -> Result<(), OutputError> {
    in_folder(root, path, |folder, name| folder.write_whole(name, write))
}

/// Creates a new file; creates its folders.
///
/// # Errors
/// [`OutputError`] where something is at the path, it cannot be written, or a link is on the way.
pub(crate) fn create(root: &Path, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
    in_folder(root, path, |folder, name| folder.create_new(name)?.write_all(bytes))
}

/// Atomically replaces a file of the site that has the bytes `before`.
///
/// # Errors
/// `OutputError` where it has other bytes, cannot be written, or a link is at the path or on the way.
pub fn replace(root: &Path, path: &str, before: &[u8], after: &[u8]) -> Result<(), OutputError> {
    let replaced = Folder::open(root.to_path_buf()).and_then(|folder| match path.rsplit_once('/') {
        Some((above, name)) => folder.folder(above)?.replace(name, before, after),
        None => folder.replace(path, before, after),
    });
    replaced.map_err(at(&root.join(path)))
}

fn in_folder(root: &Path, path: &str, write: impl FnOnce(&Folder, &str) -> io::Result<()>) -> Result<(), OutputError> {
    let written = Folder::open(root.to_path_buf()).and_then(|folder| match path.rsplit_once('/') {
        Some((above, name)) => write(&folder.make_folder(above)?, name),
        None => write(&folder, path),
    });
    written.map_err(at(&root.join(path)))
}
