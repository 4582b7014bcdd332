//! Whole files, links and folders that go from one folder to another, or out of it.

use std::io;

use super::{Folder, PathKind};

impl Folder {
    /// Gives a file a second name, at a path of another folder.
    ///
    /// # Errors
    /// That of the system, which may not be able to, or where a link is on the way.
    pub(crate) fn hard_link(&self, path: &str, to: &Folder, new: &str) -> io::Result<()> {
        self.handle.hard_link(path, &to.handle, new)
    }

    /// Makes a symbolic link in this folder.
    ///
    /// # Errors
    /// That of the system, which may not be able to.
    pub(crate) fn make_link(&self, target: &str, name: &str) -> io::Result<()> {
        self.handle.make_link(target, name)
    }

    /// What a symbolic link leads to, as it says.
    pub(crate) fn link_target(&self, path: &str) -> Option<String> {
        std::fs::read_link(self.path.join(path)).ok()?.to_str().map(str::to_owned)
    }

    /// Makes the symbolic link at a path again in another folder.
    ///
    /// # Errors
    /// That of the system, or where a link is on the way to the new place.
    pub(crate) fn copy_link(&self, path: &str, to: &Folder) -> io::Result<()> {
        let target = self.link_target(path).ok_or_else(|| io::Error::other("cannot be read"))?;
        match path.rsplit_once('/') {
            Some((above, name)) => to.folder(above)?.make_link(&target, name),
            None => to.make_link(&target, path),
        }
    }

    /// Copies a file of any size to the same path of another folder, with its permissions and its time of modification.
    ///
    /// # Errors
    /// That of the system, or where something is at the path or a link is on the way.
    pub(crate) fn copy(&self, path: &str, to: &Folder) -> io::Result<()> {
        let (mut file, _) = self.file(path)?;
        let data = file.metadata()?;
        let mut copy = to.create_new(path)?;
        io::copy(&mut file, &mut copy)?;
        copy.set_permissions(data.permissions())?;
        data.modified().and_then(|time| copy.set_modified(time))
    }

    /// Gives this folder the permissions of another one.
    ///
    /// # Errors
    /// That of the system.
    pub(crate) fn permit_as(&self, other: &Folder) -> io::Result<()> {
        std::fs::set_permissions(&self.path, std::fs::metadata(&other.path)?.permissions())
    }

    /// Removes what is in this folder under a name, and all that is below it. Links are removed, not followed.
    ///
    /// # Errors
    /// That of the system.
    pub(crate) fn remove_tree(&self, name: &str) -> io::Result<()> {
        match self.look_here(name)? {
            PathKind::Nothing => Ok(()),
            PathKind::Folder => std::fs::remove_dir_all(self.path.join(name)),
            _ => self.remove_file(name),
        }
    }

    /// Swaps two folders in this one, in one step.
    ///
    /// # Errors
    /// That of the system, which may not be able to.
    pub(crate) fn exchange(&self, one: &str, other: &str) -> io::Result<()> {
        self.handle.exchange(one, other)
    }
}
