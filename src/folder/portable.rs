//! Directories on systems without `openat`: paths whose parts are checked before use, which leaves a race (TOCTOU).
#![allow(clippy::disallowed_methods, reason = "`input` and `output` reach files by this module")]

use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::{PathKind, Stamp, is_plain, link_refused};

/// A folder by its path.
#[derive(Debug)]
pub(super) struct Handle(PathBuf);

impl Handle {
    pub(super) fn open(path: &Path) -> io::Result<Handle> {
        // Links in the user's path are resolved once, here.
        let path = path.canonicalize()?;
        if path.is_dir() { Ok(Handle(path)) } else { Err(io::ErrorKind::NotADirectory.into()) }
    }

    pub(super) fn folder(&self, path: &str) -> io::Result<Handle> {
        let path = self.reached(path)?;
        if path.is_dir() { Ok(Handle(path)) } else { Err(missing(&path)) }
    }

    pub(super) fn read(&self, path: &str) -> io::Result<File> {
        File::open(self.reached(path)?)
    }

    pub(super) fn create_new(&self, path: &str) -> io::Result<File> {
        File::create_new(self.reached(path)?)
    }

    /// A file that is deleted when it is closed; its name is another.
    #[cfg_attr(unix, allow(dead_code, reason = "the tests on Unix do not use it"))]
    pub(super) fn unnamed_file(&self, _: &str) -> io::Result<File> {
        tempfile::tempfile_in(&self.0)
    }

    pub(super) fn append(&self, path: &str) -> io::Result<File> {
        File::options().create(true).append(true).open(self.reached(path)?)
    }

    pub(super) fn create_folder(&self, path: &str) -> io::Result<()> {
        fs::create_dir(self.reached(path)?)
    }

    pub(super) fn look(&self, path: &str) -> io::Result<PathKind> {
        let data = match fs::symlink_metadata(self.0.join(path)) {
            Ok(data) => data,
            Err(error) => {
                return match error.kind() {
                    io::ErrorKind::NotFound => Ok(PathKind::Nothing),
                    io::ErrorKind::NotADirectory => Ok(PathKind::BelowFile),
                    _ => Err(error),
                };
            }
        };
        let kind = data.file_type();
        // A junction counts as a link.
        Ok(if kind.is_symlink() {
            PathKind::Link
        } else if kind.is_dir() {
            PathKind::Folder
        } else if kind.is_file() {
            PathKind::File(Handle::stamp_of(&data))
        } else {
            PathKind::Special
        })
    }

    pub(super) fn rename(&self, path: &str, to: &Handle, new: &str) -> io::Result<()> {
        fs::rename(self.0.join(path), to.above(new)?)
    }

    #[cfg_attr(unix, allow(dead_code, reason = "the tests on Unix do not use it"))]
    pub(super) fn hard_link(&self, path: &str, to: &Handle, new: &str) -> io::Result<()> {
        fs::hard_link(self.reached(path)?, to.reached(new)?)
    }

    #[cfg_attr(unix, allow(dead_code, reason = "the tests on Unix do not use it"))]
    pub(super) fn make_link(&self, _: &str, _: &str) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    #[cfg_attr(unix, allow(dead_code, reason = "the tests on Unix do not use it"))]
    pub(super) fn exchange(&self, _: &str, _: &str) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub(super) fn remove_file(&self, path: &str) -> io::Result<()> {
        fs::remove_file(self.above(path)?)
    }

    pub(super) fn remove_folder(&self, path: &str) -> io::Result<()> {
        fs::remove_dir(self.above(path)?)
    }

    pub(super) fn names(&self, path: &Path) -> io::Result<Vec<OsString>> {
        fs::read_dir(path)?.map(|entry| Ok(entry?.file_name())).collect()
    }

    pub(super) fn lockable(&self, path: &Path) -> Option<File> {
        File::open(path).ok()
    }

    pub(super) fn stamp_of(data: &Metadata) -> Option<Stamp> {
        let since_1970 = |time: SystemTime| i64::try_from(time.duration_since(UNIX_EPOCH).ok()?.as_nanos()).ok();
        Some(Stamp { size: data.len(), modified: since_1970(data.modified().ok()?)?, changed: 0 })
    }

    /// The path of what is at `path`, none of whose parts is a link.
    fn reached(&self, path: &str) -> io::Result<PathBuf> {
        let whole = self.above(path)?;
        match self.look(path)? {
            PathKind::Link => Err(link_refused(whole)),
            _ => Ok(whole),
        }
    }

    /// The path of what is at `path`, whose folders are none of them links; it may be one itself.
    fn above(&self, path: &str) -> io::Result<PathBuf> {
        if !is_plain(path) {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        for (end, _) in path.match_indices('/') {
            if self.look(&path[..end])? == PathKind::Link {
                return Err(link_refused(self.0.join(&path[..end])));
            }
        }
        Ok(self.0.join(path))
    }
}

/// Why a path is no folder.
fn missing(path: &Path) -> io::Error {
    match fs::symlink_metadata(path) {
        Ok(_) => io::ErrorKind::NotADirectory.into(),
        Err(error) => error,
    }
}
