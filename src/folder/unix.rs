//! Folders on Unix: file descriptors, and calls that take one with a path below it.

use std::ffi::OsString;
use std::fs::{File, Metadata};
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rustix::fs::{AtFlags, FileType, Mode, OFlags, mkdirat, openat, renameat, statat, unlinkat};
use rustix::io::{Errno, retry_on_intr};

use super::{PathKind, Stamp, is_plain};

#[derive(Debug)]
pub(super) struct Handle(OwnedFd);

/// The folder that holds a path, and the name in it.
enum Parent<'a> {
    Own(BorrowedFd<'a>),
    Below(OwnedFd),
}

impl AsFd for Parent<'_> {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Parent::Own(folder) => *folder,
            Parent::Below(folder) => folder.as_fd(),
        }
    }
}

impl Handle {
    pub(super) fn open(path: &Path) -> io::Result<Handle> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(Handle(retry_on_intr(|| rustix::fs::open(path, flags, Mode::empty()))?))
    }

    pub(super) fn folder(&self, path: &str) -> io::Result<Handle> {
        Ok(Handle(self.open_below(path, OFlags::RDONLY | OFlags::DIRECTORY, Mode::empty())?))
    }

    /// Non-blocking, so that a pipe does not hang, and without a controlling terminal.
    pub(super) fn read(&self, path: &str) -> io::Result<File> {
        Ok(self.open_below(path, OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY, Mode::empty())?.into())
    }

    pub(super) fn create_new(&self, path: &str) -> io::Result<File> {
        Ok(self.open_below(path, OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL, Mode::from(0o666))?.into())
    }

    /// A file whose name is removed at once.
    pub(super) fn unnamed_file(&self, name: &str) -> io::Result<File> {
        let flags = OFlags::RDWR | OFlags::CREATE | OFlags::EXCL;
        let file = self.open_below(name, flags, Mode::from(0o600))?;
        self.remove_file(name)?;
        Ok(file.into())
    }

    pub(super) fn append(&self, path: &str) -> io::Result<File> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::APPEND | OFlags::NONBLOCK | OFlags::NOCTTY;
        Ok(self.open_below(path, flags, Mode::from(0o666))?.into())
    }

    pub(super) fn create_folder(&self, path: &str) -> io::Result<()> {
        let (parent, name) = self.parent(path)?;
        Ok(mkdirat(parent, name, Mode::from(0o777))?)
    }

    /// What is at a path whose folders are none of them links.
    pub(super) fn look(&self, path: &str) -> io::Result<PathKind> {
        let data = match statat(&self.0, path, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(data) => data,
            Err(Errno::NOENT) => return Ok(PathKind::Nothing),
            Err(Errno::NOTDIR) => return Ok(PathKind::BelowFile),
            Err(error) => return Err(error.into()),
        };
        let size = u64::try_from(data.st_size).unwrap_or_default();
        // The types of these fields depend on the system.
        #[allow(clippy::useless_conversion, reason = "they are of other types elsewhere")]
        let (modified, changed) = (
            nanoseconds(i64::from(data.st_mtime), i64::try_from(data.st_mtime_nsec).unwrap_or_default()),
            nanoseconds(i64::from(data.st_ctime), i64::try_from(data.st_ctime_nsec).unwrap_or_default()),
        );
        Ok(match FileType::from_raw_mode(data.st_mode) {
            FileType::RegularFile => PathKind::File(stamp(size, modified, changed)),
            FileType::Directory => PathKind::Folder,
            FileType::Symlink => PathKind::Link,
            _ => PathKind::Special,
        })
    }

    /// Moves what is at a path of this folder, which only Chronicle writes to.
    pub(super) fn rename(&self, path: &str, to: &Handle, new: &str) -> io::Result<()> {
        let (parent, name) = to.parent(new)?;
        Ok(renameat(&self.0, path, parent, name)?)
    }

    pub(super) fn hard_link(&self, path: &str, to: &Handle, new: &str) -> io::Result<()> {
        let ((from, path), (to, new)) = (self.parent(path)?, to.parent(new)?);
        Ok(rustix::fs::linkat(from, path, to, new, AtFlags::empty())?)
    }

    pub(super) fn make_link(&self, target: &str, name: &str) -> io::Result<()> {
        Ok(rustix::fs::symlinkat(target, &self.0, name)?)
    }

    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    pub(super) fn exchange(&self, one: &str, other: &str) -> io::Result<()> {
        Ok(rustix::fs::renameat_with(&self.0, one, &self.0, other, rustix::fs::RenameFlags::EXCHANGE)?)
    }

    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    pub(super) fn exchange(&self, _: &str, _: &str) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub(super) fn remove_file(&self, path: &str) -> io::Result<()> {
        let (parent, name) = self.parent(path)?;
        Ok(unlinkat(parent, name, AtFlags::empty())?)
    }

    pub(super) fn remove_folder(&self, path: &str) -> io::Result<()> {
        let (parent, name) = self.parent(path)?;
        Ok(unlinkat(parent, name, AtFlags::REMOVEDIR)?)
    }

    pub(super) fn names(&self, _: &Path) -> io::Result<Vec<OsString>> {
        use std::os::unix::ffi::OsStringExt;
        let mut names = Vec::new();
        for entry in rustix::fs::Dir::read_from(&self.0)? {
            let name = entry?.file_name().to_bytes().to_vec();
            if name != b"." && name != b".." {
                names.push(OsString::from_vec(name));
            }
        }
        Ok(names)
    }

    pub(super) fn lockable(&self, _: &Path) -> Option<File> {
        self.0.try_clone().ok().map(File::from)
    }

    pub(super) fn stamp_of(data: &Metadata) -> Option<Stamp> {
        let (modified, changed) =
            (nanoseconds(data.mtime(), data.mtime_nsec()), nanoseconds(data.ctime(), data.ctime_nsec()));
        stamp(data.len(), modified, changed)
    }

    fn parent<'a>(&self, path: &'a str) -> io::Result<(Parent<'_>, &'a str)> {
        match path.rsplit_once('/') {
            None if is_plain(path) => Ok((Parent::Own(self.0.as_fd()), path)),
            Some((above, name)) if is_plain(name) => {
                let folder = self.open_below(above, OFlags::RDONLY | OFlags::DIRECTORY, Mode::empty())?;
                Ok((Parent::Below(folder), name))
            }
            _ => Err(Errno::INVAL.into()),
        }
    }

    /// Opens a path with `openat2` where available, else part by part.
    fn open_below(&self, path: &str, flags: OFlags, mode: Mode) -> io::Result<OwnedFd> {
        if !is_plain(path) {
            return Err(Errno::INVAL.into());
        }
        let flags = flags | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        #[cfg(any(target_os = "linux", target_os = "android"))]
        {
            use rustix::fs::{ResolveFlags, openat2};
            let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS | ResolveFlags::NO_MAGICLINKS;
            match retry_on_intr(|| openat2(&self.0, path, flags, mode, resolve)) {
                // An old kernel, or a container that forbids `openat2`.
                Err(Errno::NOSYS | Errno::PERM | Errno::AGAIN) => {}
                outcome => return Ok(outcome?),
            }
        }
        self.open_by_parts(path, flags, mode)
    }

    fn open_by_parts(&self, path: &str, flags: OFlags, mode: Mode) -> io::Result<OwnedFd> {
        let through = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let mut folder = Parent::Own(self.0.as_fd());
        let mut parts = path.split('/').peekable();
        while let Some(part) = parts.next() {
            if parts.peek().is_none() {
                return Ok(retry_on_intr(|| openat(&folder, part, flags, mode))?);
            }
            let next = retry_on_intr(|| openat(&folder, part, through, Mode::empty()))?;
            folder = Parent::Below(next);
        }
        Err(Errno::INVAL.into())
    }
}

/// Seconds and nanoseconds since 1970 in one number; nothing before, or after the year 2262.
fn nanoseconds(seconds: i64, more: i64) -> Option<i64> {
    seconds.checked_mul(1_000_000_000)?.checked_add(more).filter(|time| *time >= 0)
}

fn stamp(size: u64, modified: Option<i64>, changed: Option<i64>) -> Option<Stamp> {
    Some(Stamp { size, modified: modified?, changed: changed.unwrap_or_default() })
}

#[cfg(test)]
mod tests {
    use super::{Handle, Mode, OFlags};

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test sees files from outside")]
    fn no_link_is_followed_part_by_part() {
        let place = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(place.path().join("a/b")).unwrap();
        std::fs::write(place.path().join("a/b/file"), "words").unwrap();
        std::os::unix::fs::symlink("a", place.path().join("link")).unwrap();
        std::os::unix::fs::symlink("file", place.path().join("a/b/last")).unwrap();
        let handle = Handle::open(place.path()).unwrap();
        let read = |path: &str| handle.open_by_parts(path, OFlags::RDONLY | OFlags::NOFOLLOW, Mode::empty());
        assert!(read("a/b/file").is_ok());
        for path in ["link/b/file", "a/b/last", "a/b/none", "a/b/file/x"] {
            assert!(read(path).is_err(), "{path}");
        }
        for path in ["", "/", "..", "a/../a/b/file", "a//b/file", "./a/b/file"] {
            assert!(handle.read(path).is_err(), "{path}");
        }
    }
}
