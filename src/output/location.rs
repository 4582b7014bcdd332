//! Where an output is: what it must not overlap, its lock, and what killed builds left beside it.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Component, Path, PathBuf};

use xxhash_rust::xxh3::xxh3_64;

use super::{OutputError, at};
use crate::folder::{Folder, PathKind, names_below};
use crate::input::{FOLDERS, LOCK};

/// The folder that Chronicle keeps its own files in, in the root.
pub(super) const STATE: &str = ".chronicle";

/// The parent folder of an output, and its name.
#[derive(Debug)]
pub(super) struct OutputPath {
    pub(super) parent: Folder,
    pub(super) name: String,
    /// The output as it is shown to people.
    pub(super) path: PathBuf,
}

/// The location of an output, independent of how its path is spelled.
#[derive(Debug)]
pub(super) enum Location {
    /// Below the root of the site: the path, with links not resolved.
    Below(Vec<String>),
    /// Elsewhere: the path with links resolved as far as it exists.
    Elsewhere(PathBuf),
}

impl Location {
    /// Locates a path, for a site whose root is at `real_root`.
    pub(super) fn of(real_root: &Path, path: &Path) -> io::Result<Location> {
        let path = std::path::absolute(path)?;
        match names_below(real_root, &path) {
            Some(names) => Ok(Location::Below(names)),
            None => real(&path).map(Location::Elsewhere),
        }
    }

    /// The name of its state files, which is stable for outputs below the root when the site is moved.
    pub(super) fn state_name(&self) -> String {
        let bytes = match self {
            Location::Below(names) => names.join("/").into_bytes(),
            Location::Elsewhere(path) => path.as_os_str().as_encoded_bytes().to_vec(),
        };
        format!("{:016x}", xxh3_64(&bytes))
    }

    /// Whether it overlaps the site's own files.
    fn overlaps(&self, real_root: &Path) -> bool {
        match self {
            Location::Below(names) => {
                let own = || FOLDERS.into_iter().chain(["site.toml", LOCK, STATE]);
                names.first().is_none_or(|first| own().any(|own| own.eq_ignore_ascii_case(first)))
                    || names.iter().any(|part| is_git(part))
            }
            Location::Elsewhere(path) => {
                let mut own = FOLDERS.into_iter().chain([STATE]).map(|name| real_root.join(name));
                real_root.starts_with(path)
                    || own.any(|own| path.starts_with(own))
                    || path.iter().any(|part| part.to_str().is_some_and(is_git))
            }
        }
    }
}

impl OutputPath {
    /// Opens, and creates if needed, the parent folder of the output `path`. Below the root no link is followed;
    /// elsewhere the path is the user's and may contain links.
    pub(super) fn of(root: &Folder, location: &Location, path: &Path) -> Result<OutputPath, OutputError> {
        let overlap = || OutputError::Overlap(path.to_path_buf());
        if location.overlaps(&root.path().canonicalize().map_err(at(root.path()))?) {
            return Err(overlap());
        }
        let (parent, name) = match location {
            Location::Below(names) => {
                let (name, above) = names.split_last().ok_or_else(overlap)?;
                let parent = match above {
                    [] => Folder::open(root.path().to_path_buf()),
                    above => root.make_folder(&above.join("/")),
                };
                (parent.map_err(at(path))?, name.clone())
            }
            Location::Elsewhere(real) => {
                let name = real.file_name().ok_or_else(overlap)?.to_str().map(str::to_owned);
                let parent = real.parent().ok_or_else(overlap)?;
                // The user named this folder, outside the site.
                std::fs::create_dir_all(parent).map_err(at(parent))?;
                let parent = Folder::open(parent.to_path_buf()).map_err(at(parent))?;
                (parent, name.ok_or_else(|| at(path)(io::Error::other("its name is not UTF-8")))?)
            }
        };
        Ok(OutputPath { parent, name, path: path.to_path_buf() })
    }

    /// Opens the output if it exists; it must be a folder and not a repository.
    pub(super) fn open(&self) -> Result<Option<Folder>, OutputError> {
        match self.parent.look(&self.name).map_err(at(&self.path))? {
            PathKind::Nothing => return Ok(None),
            PathKind::Folder => {}
            // Opening it reports the link.
            PathKind::Link => return self.parent.folder(&self.name).map(Some).map_err(at(&self.path)),
            PathKind::File(_) | PathKind::BelowFile | PathKind::Special => {
                return Err(OutputError::NoFolder(self.path.clone()));
            }
        }
        let folder = self.parent.folder(&self.name).map_err(at(&self.path))?;
        match folder.look(".git").map_err(at(&self.path))? {
            PathKind::Nothing => Ok(Some(folder)),
            _ => Err(OutputError::Repository(self.path.clone())),
        }
    }
}

fn is_git(part: &str) -> bool {
    part.eq_ignore_ascii_case(".git")
}

/// The path with links resolved as far as it exists.
fn real(path: &Path) -> io::Result<PathBuf> {
    let mut ancestors = path.ancestors();
    let there = ancestors.find_map(|above| Some((above, above.canonicalize().ok()?)));
    let (above, mut real) = there.ok_or(io::ErrorKind::NotFound)?;
    for part in path.strip_prefix(above).unwrap_or(path).components() {
        match part {
            Component::Normal(name) => real.push(name),
            Component::ParentDir => drop(real.pop()),
            _ => {}
        }
    }
    Ok(real)
}

/// Locks the output against other builds of this site into it; where there is one, `waits` says whether to wait for it. Without
/// that it is an error.
pub(super) fn lock(state: &Folder, name: &str, waits: impl FnOnce() -> bool) -> Result<File, OutputError> {
    let path = &state.path().join(name);
    let file = state.lock_file(name).map_err(at(path))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) if waits() => file.lock().map_err(at(path))?,
        Err(TryLockError::WouldBlock) => return Err(at(path)(io::ErrorKind::WouldBlock.into())),
        Err(TryLockError::Error(error)) => return Err(at(path)(error)),
    }
    Ok(file)
}

/// Removes leftovers of killed builds by prefix and suffix of their names. Best effort; the lock must be held.
pub(super) fn remove_leftovers(folder: &Folder, beginning: &str, end: &str) {
    for name in folder.names().unwrap_or_default().iter().filter_map(|name| name.to_str()) {
        let middle = name.strip_prefix(beginning).and_then(|rest| rest.strip_suffix(end));
        if middle.is_none_or(|middle| middle.is_empty()) {
            continue;
        }
        let _ = match folder.look(name) {
            // Removes links rather than following them.
            Ok(PathKind::Folder) => std::fs::remove_dir_all(folder.path().join(name)),
            _ => folder.remove_file(name),
        };
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::real;
    use crate::folder::names_below;

    #[test]
    fn the_way_from_the_root_is_that_of_the_names() {
        let place = tempfile::tempdir().unwrap();
        let root = place.path().canonicalize().unwrap().join("site");
        std::fs::create_dir_all(root.join("a")).unwrap();
        let names = |path: &str| names_below(&root, &root.join(path));
        assert_eq!(names("public").unwrap(), ["public"]);
        assert_eq!(names("a/./b/../public").unwrap(), ["a", "public"]);
        assert_eq!(names("a/../..").as_deref(), None);
        assert_eq!(names("").unwrap(), [""; 0]);
        assert_eq!(names_below(&root, Path::new("/elsewhere/public")), None);
        assert_eq!(real(&root.join("none/../x/y")).unwrap(), root.join("x/y"));
    }
}
