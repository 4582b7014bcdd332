//! Single files below the root of a site: its lock, new records, schemas.

use std::io::{self, Write};
use std::path::Path;

use super::{OutputError, at};
use crate::folder::{Folder, names_below};

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

/// Atomically writes a file that the user named. Within the folder `top`, whose content may be a stranger's, no link is
/// followed; elsewhere the path is the user's, and a link at its end is replaced.
///
/// # Errors
/// [`OutputError`] where it cannot be written, or a link is at a path within `top` or on the way to it.
pub(crate) fn write_named(top: &Path, file: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    let real_top = top.canonicalize().map_err(at(top))?;
    match names_below(&real_top, &std::path::absolute(file).map_err(at(file))?) {
        Some(names) => {
            // A folder that is not there is no place for it.
            let (name, above) = names.split_last().ok_or_else(|| at(file)(io::ErrorKind::IsADirectory.into()))?;
            let top = Folder::open(real_top).map_err(at(file))?;
            let folder = if above.is_empty() { top } else { top.folder(&above.join("/")).map_err(at(file))? };
            folder.write_whole(name, |out| out.write_all(bytes)).map_err(at(file))
        }
        None => {
            let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let mut new = tempfile::NamedTempFile::new_in(folder).map_err(at(file))?;
            new.write_all(bytes).map_err(at(file))?;
            new.persist(file).map(drop).map_err(|error| at(file)(error.error))
        }
    }
}

fn in_folder(root: &Path, path: &str, write: impl FnOnce(&Folder, &str) -> io::Result<()>) -> Result<(), OutputError> {
    let written = Folder::open(root.to_path_buf()).and_then(|folder| match path.rsplit_once('/') {
        Some((above, name)) => write(&folder.make_folder(above)?, name),
        None => write(&folder, path),
    });
    written.map_err(at(&root.join(path)))
}
