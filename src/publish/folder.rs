//! A site in a folder that a server reads, perhaps on a mounted share: a whole copy is staged beside it, and the two are
//! swapped, so that readers have either the old site or the new one.

use std::collections::BTreeSet;
use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

use super::{LIST, Published};
use crate::folder::{FileLock, Folder, PathKind};
use crate::input::LARGEST_FILE;
use crate::output::BuiltSite;

/// The largest list that is read, in bytes.
const LARGEST_LIST: u64 = 1 << 30;

/// Why a site could not be published to a folder.
#[derive(Debug)]
pub(crate) enum FolderError {
    /// Something could not be read or written.
    Io(PathBuf, io::Error),
    /// The folder has no parent, or a name that is not UTF-8.
    NoName(PathBuf),
    /// Another `publish` into the folder runs.
    Busy(PathBuf),
    /// What is there is no folder.
    NoFolder(PathBuf),
    /// A link, which is only taken with `--atomic`.
    Link(PathBuf),
    /// A folder, where `--atomic` wants a link.
    NotLink(PathBuf),
    /// Files that Chronicle did not publish are where it would put others.
    Foreign(Vec<PathBuf>),
    /// The system has no links.
    NoLinks,
}

impl fmt::Display for FolderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FolderError::Io(path, error) => write!(f, "cannot publish to `{}`: {error}", path.display()),
            FolderError::NoName(path) => {
                write!(f, "cannot publish to `{}`: name a folder in another folder", path.display())
            }
            FolderError::Busy(path) => {
                write!(f, "`{}` is being published to: wait for that to end", path.display())
            }
            FolderError::NoFolder(path) => write!(f, "`{}` is no folder: choose another", path.display()),
            FolderError::Link(path) => {
                write!(f, "`{}` is a link: add `--atomic`, which moves it on to the new site", path.display())
            }
            FolderError::NotLink(path) => write!(
                f,
                "`{}` is a folder, and `--atomic` publishes by a link: move it away once, or leave `--atomic` out",
                path.display()
            ),
            FolderError::Foreign(paths) => {
                let shown: Vec<String> = paths.iter().take(10).map(|path| format!("`{}`", path.display())).collect();
                write!(f, "would replace what was not published by Chronicle: {}", shown.join(", "))?;
                if paths.len() > shown.len() {
                    write!(f, " and {} more", paths.len() - shown.len())?;
                }
                f.write_str("; move it away, or choose another folder; nothing was published")
            }
            FolderError::NoLinks => f.write_str("there are no links on this system: leave `--atomic` out"),
        }
    }
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> FolderError + use<> {
    let path = path.to_path_buf();
    move |error| FolderError::Io(path, error)
}

/// A folder that a site is published to, locked against others that publish to it.
#[derive(Debug)]
pub(crate) struct Target {
    parent: Folder,
    name: String,
    path: PathBuf,
    is_atomic: bool,
    /// What is published there; none where nothing is yet.
    current: Option<Folder>,
    before: Published,
    _lock: FileLock,
}

impl Target {
    /// Opens and locks a folder, and repairs what a publication that was killed has left.
    ///
    /// # Errors
    /// [`FolderError`] where it cannot be published to.
    pub(crate) fn open(path: &Path, is_atomic: bool) -> Result<Target, FolderError> {
        if is_atomic && !cfg!(unix) {
            return Err(FolderError::NoLinks);
        }
        let path = std::path::absolute(path).map_err(at(path))?;
        let no_name = || FolderError::NoName(path.clone());
        let name = path.file_name().and_then(|name| name.to_str()).ok_or_else(no_name)?.to_owned();
        let above = path.parent().ok_or_else(no_name)?;
        let parent = Folder::open(above.to_path_buf()).map_err(at(above))?;
        let lock = parent.try_lock(&format!(".{name}.publishing")).map_err(at(&path))?;
        let lock = lock.ok_or_else(|| FolderError::Busy(path.clone()))?;
        let mut target =
            Target { parent, name, path, is_atomic, current: None, before: Published::default(), _lock: lock };
        target.repair()?;
        target.current = target.open_current()?;
        let list = target.current.as_ref().and_then(|folder| folder.bytes(LIST, LARGEST_LIST).ok());
        target.before = list.and_then(|bytes| Published::parse(&bytes)).unwrap_or_default();
        Ok(target)
    }

    /// What was published last; nothing where the folder is new or not Chronicle's.
    pub(crate) fn before(&self) -> &Published {
        &self.before
    }

    /// The folder as it was named.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    fn open_current(&self) -> Result<Option<Folder>, FolderError> {
        match (self.parent.look(&self.name).map_err(at(&self.path))?, self.is_atomic) {
            (PathKind::Nothing, _) => Ok(None),
            (PathKind::Folder, false) => self.parent.folder(&self.name).map(Some).map_err(at(&self.path)),
            (PathKind::Folder, true) => Err(FolderError::NotLink(self.path.clone())),
            (PathKind::Link, false) => Err(FolderError::Link(self.path.clone())),
            // It is ours, or the user's who named it.
            (PathKind::Link, true) => Folder::open(self.path.clone()).map(Some).map_err(at(&self.path)),
            _ => Err(FolderError::NoFolder(self.path.clone())),
        }
    }

    /// Puts the old site back where a killed publication has moved it away, and removes copies that were never whole.
    fn repair(&self) -> Result<(), FolderError> {
        let (staged, previous) = (self.beside("staged-"), self.beside("previous-"));
        for name in self.parent.names().map_err(at(&self.path))?.iter().filter_map(|name| name.to_str()) {
            let is_gone = || matches!(self.parent.look(&self.name), Ok(PathKind::Nothing));
            if name.starts_with(&previous) && is_gone() {
                self.parent.rename(name, &self.parent, &self.name).map_err(at(&self.path))?;
            } else if name.starts_with(&previous) || name.starts_with(&staged) {
                self.remove(name);
            }
        }
        Ok(())
    }

    /// The beginning of the names of what stands beside the folder while it is published to.
    fn beside(&self, what: &str) -> String {
        format!(".{}.{what}", self.name)
    }

    /// Removes a folder or a link beside the target. Best effort: the next publication tries again.
    fn remove(&self, name: &str) {
        let _ = self.parent.remove_tree(name);
    }

    /// The files in the folder that Chronicle did not publish, which stay.
    ///
    /// # Errors
    /// Where one is at the path of a file of the site and has other bytes, or is no regular file.
    pub(crate) fn foreign(&self, site: &BuiltSite) -> Result<Vec<String>, FolderError> {
        let Some(current) = &self.current else { return Ok(Vec::new()) };
        let planned: BTreeSet<&str> = site.files.iter().map(|(path, _)| path.as_str()).collect();
        let (mut stays, mut in_the_way) = (Vec::new(), Vec::new());
        for path in files(current, "").map_err(at(&self.path))? {
            if path == LIST || self.before.hash(&path).is_some() {
                continue;
            }
            let is_blocked = planned
                .range(format!("{path}/").as_str()..)
                .next()
                .is_some_and(|next| next.starts_with(&format!("{path}/")));
            let below_file = path.match_indices('/').any(|(slash, _)| planned.contains(&path[..slash]));
            let is_same = |folder: &Folder| folder.bytes(&path, LARGEST_FILE).map(|bytes| xxh3_64(&bytes)).ok();
            match planned.contains(path.as_str()) {
                true if is_same(current).is_none() || is_same(current) != is_same(&site.folder) => {
                    in_the_way.push(path)
                }
                true => {}
                false if is_blocked || below_file => in_the_way.push(path),
                false => stays.push(path),
            }
        }
        match in_the_way.is_empty() {
            true => Ok(stays),
            false => Err(FolderError::Foreign(in_the_way.into_iter().map(|path| self.path.join(path)).collect())),
        }
    }

    /// Publishes the site, with the files that `foreign` lists.
    ///
    /// # Errors
    /// [`FolderError`] where it cannot; the old site is then still there.
    pub(crate) fn publish(self, site: &BuiltSite, foreign: &[String]) -> Result<(), FolderError> {
        let (staged, staged_name) = self.parent.make_random_folder(&self.beside("staged-")).map_err(at(&self.path))?;
        let filled = self.fill(&staged, site, foreign);
        let swapped =
            filled.and_then(|()| if self.is_atomic { self.link(&staged_name) } else { self.swap(&staged_name) });
        if swapped.is_err() {
            self.remove(&staged_name);
        }
        swapped
    }

    /// Copies the files into the staged folder. Those that are published already are linked, where the system can.
    fn fill(&self, staged: &Folder, site: &BuiltSite, foreign: &[String]) -> Result<(), FolderError> {
        let folders: BTreeSet<&str> = site
            .files
            .iter()
            .map(|(path, _)| path.as_str())
            .chain(foreign.iter().map(String::as_str))
            .filter_map(|path| path.rsplit_once('/').map(|(folder, _)| folder))
            .collect();
        for folder in folders {
            staged.create_folders(folder).map_err(at(&staged.path().join(folder)))?;
        }
        let one = |(path, hash): &(String, u64)| {
            let is_published = self.before.hash(path) == Some(*hash) && self.links(path, staged, site);
            if is_published { Ok(()) } else { copy(&site.folder, path, Some(*hash), staged) }
        };
        site.files.par_iter().try_for_each(|file| one(file).map_err(at(&staged.path().join(&file.0))))?;
        if let Some(current) = &self.current {
            let keep = |path: &String| copy(current, path, None, staged).map_err(at(&staged.path().join(path)));
            foreign.par_iter().try_for_each(keep)?;
        }
        let list = Published::of(site.files.iter().cloned()).text();
        let mut file = staged.create_new(LIST).map_err(at(&self.path))?;
        file.write_all(list.as_bytes()).and_then(|()| file.sync_all()).map_err(at(&self.path))
    }

    /// Links a published file into the staged folder, if it has the size of the built one.
    fn links(&self, path: &str, staged: &Folder, site: &BuiltSite) -> bool {
        let Some(current) = &self.current else { return false };
        let size = |folder: &Folder| match folder.look(path) {
            Ok(PathKind::File(stamp)) => stamp.map(|stamp| stamp.size),
            _ => None,
        };
        let is_same = size(current).is_some() && size(current) == size(&site.folder);
        is_same && current.hard_link(path, staged, path).is_ok()
    }

    /// Swaps the staged folder and the published one: in one step where the system can.
    fn swap(&self, staged: &str) -> Result<(), FolderError> {
        let failed = |error| at(&self.path)(error);
        if self.current.is_none() {
            return self.parent.rename(staged, &self.parent, &self.name).map_err(failed);
        }
        if self.parent.exchange(staged, &self.name).is_ok() {
            self.remove(staged);
            return Ok(());
        }
        let previous = staged.replacen("staged-", "previous-", 1);
        self.parent.rename(&self.name, &self.parent, &previous).map_err(failed)?;
        if let Err(error) = self.parent.rename(staged, &self.parent, &self.name) {
            // Best effort: the next publication repairs it as well.
            let _ = self.parent.rename(&previous, &self.parent, &self.name);
            return Err(failed(error));
        }
        self.remove(&previous);
        Ok(())
    }

    /// Moves the staged folder among the releases, and the link on to it. The release before stays.
    fn link(&self, staged: &str) -> Result<(), FolderError> {
        let releases = self.beside("releases");
        let failed = |error| at(&self.path)(error);
        let folder = self.parent.make_folder(&releases).map_err(failed)?;
        let before = self.parent.link_target(&self.name);
        let name = staged.rsplit("staged-").next().unwrap_or(staged).to_owned();
        self.parent.rename(staged, &folder, &name).map_err(failed)?;
        let link = self.beside(&format!("staged-{name}"));
        self.parent.make_link(&format!("{releases}/{name}"), &link).map_err(failed)?;
        self.parent.rename(&link, &self.parent, &self.name).map_err(failed)?;
        for old in folder.names().map_err(failed)?.iter().filter_map(|name| name.to_str()) {
            if old != name && Some(old) != before.as_deref() {
                // Best effort: the next publication tries again.
                let _ = folder.remove_tree(old);
            }
        }
        Ok(())
    }
}

/// Copies a file, which has these bytes if a hash is given.
fn copy(from: &Folder, path: &str, hash: Option<u64>, to: &Folder) -> io::Result<()> {
    let bytes = from.bytes(path, LARGEST_FILE)?;
    if hash.is_some_and(|hash| xxh3_64(&bytes) != hash) {
        return Err(io::Error::other("it was changed after it was built: build again"));
    }
    to.create_new(path)?.write_all(&bytes)
}

/// The paths of all files below a folder.
///
/// # Errors
/// That of the system, or where there is a link, or something that is neither file nor folder.
fn files(folder: &Folder, below: &str) -> io::Result<Vec<String>> {
    let mut all = Vec::new();
    for name in folder.names()? {
        let name = name.to_str().ok_or_else(|| io::Error::other("a name in it is not UTF-8"))?.to_owned();
        let path = format!("{below}{name}");
        match folder.look_here(&name)? {
            PathKind::Folder => all.extend(files(&folder.folder(&name)?, &format!("{path}/"))?),
            PathKind::File(_) => all.push(path),
            PathKind::Link => return Err(folder.refuse_link(&name)),
            _ => return Err(io::Error::other(format!("`{path}` in it is no regular file"))),
        }
    }
    Ok(all)
}
