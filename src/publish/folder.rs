//! A site in a folder that a server reads, perhaps on a mounted share: a whole copy is staged beside it, and the two are
//! swapped, so that readers have either the old site or the new one.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

use super::{LIST, Published, conflicts};
use crate::folder::{FileLock, Folder, PathKind};
use crate::input::LARGEST_FILE;
use crate::output::BuiltSite;

mod error;

pub(crate) use error::FolderError;

/// The largest list that is read, in bytes.
const LARGEST_LIST: u64 = 1 << 30;

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
    /// What the list names.
    listed: Published,
    /// What of that is there as it was published.
    before: Published,
    _lock: FileLock,
}

/// What Chronicle did not publish, which stays.
#[derive(Debug, Default)]
struct Foreign {
    files: Vec<String>,
    links: Vec<String>,
    folders: Vec<String>,
}

impl Target {
    /// Opens and locks a folder. If `repairs`, puts right what a publication that was killed has left. `root` is the site's.
    ///
    /// # Errors
    /// [`FolderError`] where it cannot be published to.
    pub(crate) fn open(
        path: &Path,
        is_atomic: bool,
        root: &Path,
        site: &BuiltSite,
        repairs: bool,
    ) -> Result<Target, FolderError> {
        if is_atomic && !cfg!(unix) {
            return Err(FolderError::NoLinks);
        }
        let path = std::path::absolute(path).map_err(at(path))?;
        let no_name = || FolderError::NoName(path.clone());
        let name = path.file_name().and_then(|name| name.to_str()).ok_or_else(no_name)?.to_owned();
        let above = path.parent().ok_or_else(no_name)?;
        let real = |path: &Path| path.canonicalize().map_err(at(path));
        let (place, root, output) = (real(above)?.join(&name), real(root)?, real(site.folder.path())?);
        let is_within = |one: &Path, other: &Path| one.starts_with(other) || other.starts_with(one);
        if is_within(&place, &root) || is_within(&place, &output) {
            return Err(FolderError::Overlap(path));
        }
        let parent = Folder::open(above.to_path_buf()).map_err(at(above))?;
        let lock = parent.try_lock(&format!(".{name}.publishing")).map_err(at(&path))?;
        let lock = lock.ok_or_else(|| FolderError::Busy(path.clone()))?;
        let (listed, before) = (Published::default(), Published::default());
        let mut target = Target { parent, name, path, is_atomic, current: None, listed, before, _lock: lock };
        if repairs {
            target.repair()?;
        }
        target.current = target.open_current()?;
        if let Some(current) = &target.current {
            if current.look(".git").map_err(at(&target.path))? != PathKind::Nothing {
                return Err(FolderError::Overlap(target.path));
            }
            let list = current.bytes(LIST, LARGEST_LIST).ok();
            target.listed = list.and_then(|bytes| Published::parse(&bytes)).unwrap_or_default();
            target.before = target.listed.having(|path| hash(current, path));
        }
        Ok(target)
    }

    /// What was published last and is there as it was published.
    pub(crate) fn before(&self) -> &Published {
        &self.before
    }

    /// The folder as it was named.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The bytes of a file that was published.
    ///
    /// # Errors
    /// [`FolderError`] where it cannot be read.
    pub(crate) fn read(&self, path: &str) -> Result<Vec<u8>, FolderError> {
        let current = self.current.as_ref().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound));
        current.and_then(|current| current.bytes(path, LARGEST_FILE)).map_err(at(&self.path.join(path)))
    }

    fn open_current(&self) -> Result<Option<Folder>, FolderError> {
        match (self.parent.look(&self.name).map_err(at(&self.path))?, self.is_atomic) {
            (PathKind::Nothing, _) => Ok(None),
            (PathKind::Folder, false) => self.parent.folder(&self.name).map(Some).map_err(at(&self.path)),
            (PathKind::Folder, true) => Err(FolderError::NotLink(self.path.clone())),
            (PathKind::Link, true) => {
                let release = self.parent.link_target(&self.name).and_then(|target| {
                    let (above, name) = target.rsplit_once('/')?;
                    (above == self.beside("releases") && is_number(name)).then(|| target.clone())
                });
                let release = release.ok_or_else(|| FolderError::Link(self.path.clone()))?;
                self.parent.folder(&release).map(Some).map_err(at(&self.path))
            }
            (PathKind::Link, false) => Err(FolderError::Link(self.path.clone())),
            _ => Err(FolderError::NoFolder(self.path.clone())),
        }
    }

    /// Puts the old site back where a killed publication has moved it away, and removes copies that were never whole.
    fn repair(&self) -> Result<(), FolderError> {
        let (staged, previous) = (self.beside("staged."), self.beside("previous."));
        let is_own = |name: &str, beginning: &str| name.strip_prefix(beginning).is_some_and(is_number);
        for name in self.parent.names().map_err(at(&self.path))?.iter().filter_map(|name| name.to_str()) {
            let is_previous = is_own(name, &previous) && self.has_list(&self.parent, name);
            let is_gone = || matches!(self.parent.look(&self.name), Ok(PathKind::Nothing));
            if is_previous && is_gone() {
                self.parent.rename(name, &self.parent, &self.name).map_err(at(&self.path))?;
            } else if is_previous {
                self.discard(&self.parent, name);
            } else if is_own(name, &staged) {
                self.remove(name);
            }
        }
        Ok(())
    }

    /// Whether a folder was published: it has a list.
    fn has_list(&self, parent: &Folder, name: &str) -> bool {
        matches!(parent.look(&format!("{name}/{LIST}")), Ok(PathKind::File(_)))
    }

    /// The name, or its beginning, of what stands beside the folder while it is published to.
    fn beside(&self, what: &str) -> String {
        format!(".{}.{what}", self.name)
    }

    /// Removes a folder or a link beside the target. Best effort: the next publication tries again.
    fn remove(&self, name: &str) {
        let _ = self.parent.remove_tree(name);
    }

    /// Removes a site that was published, by the number in its name. It is named as a copy that was never whole first: one that
    /// is removed in part has no list any more by which it would be known.
    fn discard(&self, from: &Folder, name: &str) {
        let number = name.rsplit('.').next().unwrap_or(name);
        let staged = format!("{}.{number}", self.beside("staged"));
        if name == staged || from.rename(name, &self.parent, &staged).is_ok() {
            self.remove(&staged);
        }
    }

    /// What in the folder Chronicle did not publish.
    ///
    /// # Errors
    /// Where it is in the way of the site: at the path of a file that has other bytes, or a file where the site has a folder.
    fn foreign(&self, site: &BuiltSite) -> Result<Foreign, FolderError> {
        let mut foreign = Foreign::default();
        let Some(current) = &self.current else { return Ok(foreign) };
        collect(current, "", &mut foreign).map_err(at(&self.path))?;
        let is_own = |path: &str| path == LIST || self.listed.hash(path).is_some();
        foreign.files.retain(|path| !is_own(path));
        let is_same = |path: &str| hash(current, path).is_some_and(|own| Some(own) == hash(&site.folder, path));
        let all = foreign.files.iter().chain(&foreign.links).map(String::as_str);
        let in_the_way: BTreeSet<String> =
            conflicts(all, site).into_iter().filter(|path| !is_same(path)).map(str::to_owned).collect();
        if !in_the_way.is_empty() {
            return Err(FolderError::Foreign(in_the_way.into_iter().map(|path| self.path.join(path)).collect()));
        }
        let planned: BTreeSet<&str> = site.files.iter().map(|(path, _)| path.as_str()).collect();
        foreign.files.retain(|path| !planned.contains(path.as_str()));
        // Empty folders of pages that are gone are not somebody else's. Those above other files come with these.
        foreign.folders.retain(|path| !self.listed.has_below(path));
        Ok(foreign)
    }

    /// Fails where something is in the way of the site.
    ///
    /// # Errors
    /// [`FolderError::Foreign`]
    pub(crate) fn refuse_foreign(&self, site: &BuiltSite) -> Result<(), FolderError> {
        self.foreign(site).map(drop)
    }

    /// Publishes the site; `list` is what is then published.
    ///
    /// # Errors
    /// [`FolderError`] where it cannot; the old site is then still there.
    pub(crate) fn publish(self, site: &BuiltSite, list: &Published) -> Result<(), FolderError> {
        let (staged, staged_name) = self.parent.make_random_folder(&self.beside("staged")).map_err(at(&self.path))?;
        let filled = self.fill(&staged, site, list);
        let swapped =
            filled.and_then(|()| if self.is_atomic { self.link(&staged_name) } else { self.swap(&staged_name, site) });
        if swapped.is_err() {
            self.remove(&staged_name);
        }
        swapped
    }

    /// Fills the staged folder. Files that are published already are linked, where the system can.
    fn fill(&self, staged: &Folder, site: &BuiltSite, list: &Published) -> Result<(), FolderError> {
        let foreign = self.foreign(site)?;
        let paths = site.files.iter().map(|(path, _)| path).chain(&foreign.files).chain(&foreign.links);
        let paths = paths.map(String::as_str).chain(list.kept());
        let above = paths.filter_map(|path| path.rsplit_once('/').map(|(folder, _)| folder));
        let folders: BTreeSet<&str> = above.chain(foreign.folders.iter().map(String::as_str)).collect();
        for folder in folders {
            staged.create_folders(folder).map_err(at(&staged.path().join(folder)))?;
        }
        let one = |(path, hash): &(String, u64)| {
            let published = self.current.as_ref().filter(|_| self.before.hash(path) == Some(*hash));
            let is_linked = published.is_some_and(|current| current.hard_link(path, staged, path).is_ok());
            if is_linked { Ok(()) } else { copy_built(&site.folder, path, *hash, staged) }
        };
        site.files.par_iter().try_for_each(|file| one(file).map_err(at(&staged.path().join(&file.0))))?;
        if let Some(current) = &self.current {
            let kept = Foreign { files: list.kept().map(str::to_owned).collect(), ..Foreign::default() };
            carry(current, &kept, staged).map_err(at(&self.path))?;
            carry(current, &foreign, staged).map_err(at(&self.path))?;
            staged.permit_as(current).map_err(at(&self.path))?;
        }
        let mut file = staged.create_new(LIST).map_err(at(&self.path))?;
        file.write_all(list.text().as_bytes()).and_then(|()| file.sync_all()).map_err(at(&self.path))
    }

    /// Swaps the staged folder and the published one: in one step where the system can.
    fn swap(&self, staged: &str, site: &BuiltSite) -> Result<(), FolderError> {
        if self.current.is_none() {
            return self.parent.rename(staged, &self.parent, &self.name).map_err(at(&self.path));
        }
        if self.parent.exchange(staged, &self.name).is_ok() {
            return self.leave(staged, site);
        }
        let previous = self.set_aside(staged)?;
        self.move_in(staged, &previous)?;
        self.leave(&previous, site)
    }

    /// Moves the published folder out of the way of the staged one; the name that it then has.
    fn set_aside(&self, staged: &str) -> Result<String, FolderError> {
        let previous = staged.replacen(".staged.", ".previous.", 1);
        self.parent.rename(&self.name, &self.parent, &previous).map_err(at(&self.path))?;
        Ok(previous)
    }

    /// Moves the staged folder into the place of the one that was set aside, or that one back.
    fn move_in(&self, staged: &str, previous: &str) -> Result<(), FolderError> {
        self.parent.rename(staged, &self.parent, &self.name).map_err(|error| {
            // Best effort: the next publication repairs it as well.
            let _ = self.parent.rename(previous, &self.parent, &self.name);
            at(&self.path)(error)
        })
    }

    /// Removes the old site, but for what somebody put there while the new one was copied: that is carried over.
    fn leave(&self, old: &str, site: &BuiltSite) -> Result<(), FolderError> {
        let new = self.parent.folder(&self.name).map_err(at(&self.path))?;
        let late = self.foreign(site).and_then(|mut late| {
            let is_new = |path: &String| matches!(new.look(path), Ok(PathKind::Nothing));
            late.files.retain(is_new);
            late.links.retain(is_new);
            late.folders.retain(is_new);
            let current = self.current.as_ref();
            current.map_or(Ok(()), |current| carry(current, &late, &new)).map_err(at(&self.path))
        });
        if late.is_ok() {
            self.discard(&self.parent, old);
        }
        late
    }

    /// Moves the staged folder among the releases, and the link on to it. The release before stays.
    fn link(&self, staged: &str) -> Result<(), FolderError> {
        let releases = self.beside("releases");
        let failed = |error| at(&self.path)(error);
        let folder = self.parent.make_folder(&releases).map_err(failed)?;
        let before = self.parent.link_target(&self.name);
        let number = staged.rsplit('.').next().unwrap_or(staged).to_owned();
        self.parent.rename(staged, &folder, &number).map_err(failed)?;
        // The name of the folder is free again.
        self.parent.make_link(&format!("{releases}/{number}"), staged).map_err(failed)?;
        self.parent.rename(staged, &self.parent, &self.name).map_err(failed)?;
        for old in folder.names().map_err(failed)?.iter().filter_map(|name| name.to_str()) {
            let is_before = before.as_deref().is_some_and(|before| before.ends_with(&format!("/{old}")));
            if old != number && !is_before && is_number(old) && self.has_list(&folder, old) {
                self.discard(&folder, old);
            }
        }
        Ok(())
    }
}

/// Whether a name is a random number as names of staged folders end in.
fn is_number(name: &str) -> bool {
    name.len() == 16 && name.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// The hash (XXH3) of a file.
fn hash(folder: &Folder, path: &str) -> Option<u64> {
    folder.bytes(path, LARGEST_FILE).map(|bytes| xxh3_64(&bytes)).ok()
}

/// Copies a file of the built site.
fn copy_built(from: &Folder, path: &str, hash: u64, to: &Folder) -> io::Result<()> {
    let bytes = from.bytes(path, LARGEST_FILE)?;
    if xxh3_64(&bytes) != hash {
        return Err(io::Error::other("it was changed after it was built: build again"));
    }
    to.create_new(path)?.write_all(&bytes)
}

/// Puts what is not Chronicle's into another folder, as it is.
fn carry(from: &Folder, foreign: &Foreign, to: &Folder) -> io::Result<()> {
    foreign.folders.iter().try_for_each(|path| to.create_folders(path))?;
    foreign.files.par_iter().try_for_each(|path| from.hard_link(path, to, path).or_else(|_| from.copy(path, to)))?;
    foreign.links.iter().try_for_each(|path| from.copy_link(path, to))
}

/// Notes all files, links and folders below a folder.
///
/// # Errors
/// That of the system, or where there is something else.
fn collect(folder: &Folder, below: &str, found: &mut Foreign) -> io::Result<()> {
    for name in folder.names()? {
        let name = name.to_str().ok_or_else(|| io::Error::other("a name in it is not UTF-8"))?.to_owned();
        let path = format!("{below}{name}");
        match folder.look_here(&name)? {
            PathKind::Folder => {
                collect(&folder.folder(&name)?, &format!("{path}/"), found)?;
                found.folders.push(path);
            }
            PathKind::File(_) => found.files.push(path),
            PathKind::Link => found.links.push(path),
            _ => return Err(io::Error::other(format!("`{path}` in it is no regular file"))),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
