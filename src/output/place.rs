//! Where an output stands: what it must not touch, who may write there, and what a killed build left beside it.

use std::fs::{self, File, TryLockError};
use std::path::Path;

use xxhash_rust::xxh3::xxh3_64;

use super::{OutputError, at};

/// The output must not be, hold or lie within what the site is made of.
pub(super) fn refuse_overlap(root: &Path, folder: &Path) -> Result<(), OutputError> {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let (root, real_folder) = (real(root), real(folder));
    let own = ["content", "templates", "static", "themes", ".chronicle", ".git"].map(|name| root.join(name));
    if root.starts_with(&real_folder) || own.iter().any(|own| real_folder.starts_with(own)) {
        return Err(OutputError::Overlap(folder.to_path_buf()));
    }
    Ok(())
}

pub(super) fn lock(path: &Path, waiting: impl FnOnce()) -> Result<File, OutputError> {
    let file = File::options().create(true).append(true).open(path).map_err(at(path))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            waiting();
            file.lock().map_err(at(path))?;
        }
        Err(TryLockError::Error(error)) => return Err(OutputError::Io(path.to_path_buf(), error)),
    }
    Ok(file)
}

pub(super) fn remove_leftovers(parent: &Path, prefix: &str) {
    // The lock is held, so a stage that is there belongs to a build that was killed. Not being able to remove it is no
    // reason not to build.
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(prefix) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// The name of the files that Chronicle keeps about an output folder.
pub(super) fn state_name(folder: &Path) -> String {
    format!("{:016x}", xxh3_64(folder.as_os_str().as_encoded_bytes()))
}

/// Moves a staged file into place. What stands in its way, a folder where a file is planned or the other way round, can
/// only be left from an earlier build or be foreign; only empty folders are removed.
pub(super) fn replace(staged: &Path, file: &Path) -> Result<(), OutputError> {
    if fs::rename(staged, file).is_ok() {
        return Ok(());
    }
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder).map_err(at(folder))?;
    if file.is_dir() {
        fs::remove_dir(file).map_err(at(file))?;
    }
    fs::rename(staged, file).map_err(at(file))
}
