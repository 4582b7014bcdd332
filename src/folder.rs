//! A handle to an open directory, through which files below it are reached without following symbolic links.
//!
//! Paths are resolved from the open directory, so later changes of the path to it have no effect. Paths below a folder
//! are UTF-8 with `/` between their parts; none is empty, `.` or `..`. On Unix every part is opened without following
//! links (`openat2` with `RESOLVE_NO_SYMLINKS` on Linux, else `openat` with `O_NOFOLLOW` part by part; POSIX.1-2008).
//! Elsewhere each part is checked before it is used, which leaves a race with programs that change the folder
//! meanwhile.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::{error, fmt};

use bitcode::{Decode, Encode};

mod named;
mod names;
#[cfg(any(not(unix), test))]
mod portable;
pub(crate) mod scratch;
#[cfg(test)]
mod tests;
mod transfer;
#[cfg(unix)]
mod unix;

pub(crate) use named::{names_below, read_named};
pub(crate) use names::is_plain;
#[cfg(not(unix))]
use portable::Handle;
#[cfg(unix)]
use unix::Handle;

/// The metadata by which an unchanged file is recognized, as far as the file system can tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Decode, Encode)]
pub(crate) struct Stamp {
    /// In bytes.
    pub(crate) size: u64,
    /// Modification time (mtime) in nanoseconds since 1970; programs can set it.
    pub(crate) modified: i64,
    /// Status change time (ctime) in nanoseconds since 1970; only the system sets it. Zero where there is none (on
    /// Windows).
    pub(crate) changed: i64,
}

impl Stamp {
    /// The stamp of an open file; none where the file system has no times.
    pub(crate) fn of(file: &File) -> Option<Stamp> {
        Handle::stamp_of(&file.metadata().ok()?)
    }

    /// Whether it has the time that only the system sets, so that other bytes of the same size cannot have the same stamp.
    pub(crate) fn has_change_time(self) -> bool {
        self.changed != 0
    }
}

/// What is at a path, without following links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PathKind {
    /// Nothing.
    Nothing,
    /// Nothing, since a part of the path is a file.
    BelowFile,
    /// A regular file; without a stamp where the file system has no times.
    File(Option<Stamp>),
    /// A folder.
    Folder,
    /// A symbolic link, or on Windows a junction.
    Link,
    /// A pipe, a socket or a device.
    Special,
}

/// The cause of an error: a path contains a symbolic link.
#[derive(Debug)]
struct LinkRefused(PathBuf);

impl fmt::Display for LinkRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is a symbolic link, which is not followed: remove it", self.0.display())
    }
}

impl error::Error for LinkRefused {}

fn link_refused(link: PathBuf) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, LinkRefused(link))
}

fn not_a_file() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, "it is no regular file")
}

/// A lock on a file.
#[derive(Debug)]
pub(crate) struct FileLock(#[expect(dead_code, reason = "the lock is given up when it is closed")] File);

/// An open directory.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    handle: Handle,
}

/// Spare capacity when a file is read that has its expected size.
const ROOM: usize = 64;

/// How many random names are tried.
const TRIES: usize = 16;

impl Folder {
    /// Opens a folder by a path that the user gave; links in it are followed.
    ///
    /// # Errors
    /// The system's, where there is none or it cannot be read.
    pub(crate) fn open(path: PathBuf) -> io::Result<Folder> {
        Ok(Folder { handle: Handle::open(&path)?, path })
    }

    /// Opens a folder below this one.
    ///
    /// # Errors
    /// Where there is none, it cannot be read, or a link is on the way.
    pub(crate) fn folder(&self, path: &str) -> io::Result<Folder> {
        Ok(Folder { handle: self.named(path, self.handle.folder(path))?, path: self.path.join(path) })
    }

    /// Opens a folder below this one, and makes it first with those above it where they are not there.
    ///
    /// # Errors
    /// Where it cannot be made or read, or a link is on the way.
    pub(crate) fn make_folder(&self, path: &str) -> io::Result<Folder> {
        self.create_folders(path)?;
        self.folder(path)
    }

    /// Makes a folder of a new name with this beginning.
    ///
    /// # Errors
    /// That of the system.
    pub(crate) fn make_random_folder(&self, beginning: &str) -> io::Result<(Folder, String)> {
        let (name, ()) = random_name(beginning, "", |name| self.handle.create_folder(name))?;
        Ok((self.folder(&name)?, name))
    }

    /// The path that it was opened by, for messages.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Reads a regular file of at most `most` bytes; the size is checked before reading.
    ///
    /// # Errors
    /// Where it cannot be read, is no regular file, or a link is on the way; [`io::ErrorKind::FileTooLarge`].
    pub(crate) fn bytes(&self, path: &str, most: u64) -> io::Result<Vec<u8>> {
        let too_large = || io::Error::from(io::ErrorKind::FileTooLarge);
        let (file, size) = self.file(path)?;
        let expected = usize::try_from(size).ok().filter(|_| size <= most).ok_or_else(too_large)?;
        // Spare capacity lets one `read` call detect the end of the file.
        let mut bytes = Vec::with_capacity(expected + ROOM);
        file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most { Err(too_large()) } else { Ok(bytes) }
    }

    /// Reads the first bytes of a regular file, at most `most`.
    ///
    /// # Errors
    /// Where it cannot be read, is no regular file, or a link is on the way.
    pub(crate) fn beginning(&self, path: &str, most: u64) -> io::Result<Vec<u8>> {
        let (file, size) = self.file(path)?;
        let mut bytes = Vec::with_capacity(usize::try_from(size.min(most)).unwrap_or_default() + ROOM);
        file.take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Whether a regular file begins with these bytes; no more of it is read.
    pub(crate) fn begins_with(&self, path: &str, bytes: &[u8]) -> bool {
        let mut beginning = vec![0; bytes.len()];
        self.file(path).and_then(|(mut file, _)| file.read_exact(&mut beginning)).is_ok() && beginning == bytes
    }

    /// A regular file to be read, and its size in bytes.
    fn file(&self, path: &str) -> io::Result<(File, u64)> {
        let file = self.named(path, self.handle.read(path))?;
        let data = file.metadata()?;
        if data.is_file() { Ok((file, data.len())) } else { Err(not_a_file()) }
    }

    /// The stamp of a regular file; none where there is no such file or stamp. Parent folders are not checked: only for
    /// paths that were found by listing.
    pub(crate) fn stamp(&self, path: &str) -> Option<Stamp> {
        match self.look_here(path) {
            Ok(PathKind::File(stamp)) => stamp,
            _ => None,
        }
    }

    /// What is at a path.
    ///
    /// # Errors
    /// Where it cannot be looked at, or a link is on the way.
    pub(crate) fn look(&self, path: &str) -> io::Result<PathKind> {
        if let Some((above, _)) = path.rsplit_once('/') {
            match self.named(above, self.handle.folder(above)) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(PathKind::Nothing),
                Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Ok(PathKind::BelowFile),
                Err(error) => return Err(error),
                Ok(_) => {}
            }
        }
        self.handle.look(path)
    }

    /// What is at a path whose parent folders were checked before.
    ///
    /// # Errors
    /// That of the system.
    pub(crate) fn look_here(&self, path: &str) -> io::Result<PathKind> {
        self.handle.look(path)
    }

    /// The error that a link is at a path.
    pub(crate) fn refuse_link(&self, path: &str) -> io::Error {
        link_refused(self.path.join(path))
    }

    /// Creates a new file for writing.
    ///
    /// # Errors
    /// Where something is at the path, it cannot be made, or a link is on the way.
    pub(crate) fn create_new(&self, path: &str) -> io::Result<File> {
        self.named(path, self.handle.create_new(path))
    }

    /// Creates a file that has no name, or as good as none, to write and read; the system deletes it when it is closed. `beginning`
    /// is that of the name for systems that want one.
    ///
    /// # Errors
    /// That of the system.
    pub(crate) fn unnamed_file(&self, beginning: &str) -> io::Result<File> {
        random_name(beginning, ".staged", |name| self.handle.unnamed_file(name)).map(|(_, file)| file)
    }

    /// Opens a file for locking, and makes it where there is none.
    ///
    /// # Errors
    /// Where it cannot be opened, is no regular file, or a link is on the way.
    pub(crate) fn lock_file(&self, path: &str) -> io::Result<File> {
        let file = self.named(path, self.handle.append(path))?;
        if file.metadata()?.is_file() { Ok(file) } else { Err(not_a_file()) }
    }

    /// Locks a file, which is made where there is none, as long as the lock is held; none where another process has it.
    ///
    /// # Errors
    /// Those of [`Folder::lock_file`] and the system.
    pub(crate) fn try_lock(&self, path: &str) -> io::Result<Option<FileLock>> {
        let file = self.lock_file(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(FileLock(file))),
            Err(std::fs::TryLockError::WouldBlock) => Ok(None),
            Err(std::fs::TryLockError::Error(error)) => Err(error),
        }
    }

    /// Makes a folder with those above it, where they are not there.
    ///
    /// # Errors
    /// Where one cannot be made, or is a link or a file.
    pub(crate) fn create_folders(&self, path: &str) -> io::Result<()> {
        match self.handle.create_folder(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if let Some((above, _)) = path.rsplit_once('/') {
                    self.create_folders(above)?;
                }
                // Another thread may have created it.
                self.made(path, self.handle.create_folder(path))
            }
            outcome => self.made(path, outcome),
        }
    }

    /// An already existing folder is not an error.
    fn made(&self, path: &str, outcome: io::Result<()>) -> io::Result<()> {
        match outcome {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => match self.look(path)? {
                PathKind::Folder => Ok(()),
                PathKind::Link => Err(link_refused(self.path.join(path))),
                _ => Err(error),
            },
            outcome => self.named(path, outcome),
        }
    }

    /// Moves a file or folder of this folder to a path of another one, and replaces a file that is there.
    ///
    /// # Errors
    /// That of the system, or where a link is on the way to the new place.
    pub(crate) fn rename(&self, path: &str, to: &Folder, new: &str) -> io::Result<()> {
        to.named(new, self.handle.rename(path, &to.handle, new))
    }

    /// Removes a file, or a link itself.
    ///
    /// # Errors
    /// That of the system, or where a link is on the way.
    pub(crate) fn remove_file(&self, path: &str) -> io::Result<()> {
        self.named(path, self.handle.remove_file(path))
    }

    /// Removes an empty folder.
    ///
    /// # Errors
    /// That of the system, or where a link is on the way.
    pub(crate) fn remove_folder(&self, path: &str) -> io::Result<()> {
        self.named(path, self.handle.remove_folder(path))
    }

    /// The names in the folder.
    ///
    /// # Errors
    /// That of the system.
    pub(crate) fn names(&self) -> io::Result<Vec<OsString>> {
        self.handle.names(&self.path)
    }

    /// Takes an advisory lock on the folder itself, where the system supports it.
    pub(crate) fn locked(&self) -> Option<File> {
        self.handle.lockable(&self.path).filter(|file| file.lock().is_ok())
    }

    /// Writes a file atomically: under a random name beside it, then renamed.
    ///
    /// # Errors
    /// That of `write` or the system, or where a link is at the path or on the way.
    pub(crate) fn write_whole(
        &self,
        path: &str,
        write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
    ) -> io::Result<()> {
        if self.look(path)? == PathKind::Link {
            return Err(link_refused(self.path.join(path)));
        }
        let (staged, file) = random_name(path, ".staged", |name| self.create_new(name))?;
        let mut out = BufWriter::new(file);
        let whole = write(&mut out).and_then(|()| out.flush()).and_then(|()| self.rename(&staged, self, path));
        if whole.is_err() {
            // Best effort: the write error matters.
            let _ = self.remove_file(&staged);
        }
        whole
    }

    /// Atomically replaces a regular file in this folder that has the bytes `before`, and keeps its permissions. The
    /// new file has a hidden name until it is renamed.
    ///
    /// # Errors
    /// Where the file cannot be read or written, is a link or no regular file, or has other bytes.
    pub(crate) fn replace(&self, name: &str, before: &[u8], after: &[u8]) -> io::Result<()> {
        let rights = self.file(name)?.0.metadata()?.permissions();
        if rights.readonly() {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is protected against writing"));
        }
        let unchanged = || match self.bytes(name, before.len() as u64) {
            Ok(bytes) if bytes == before => Ok(()),
            Err(error) if error.kind() != io::ErrorKind::FileTooLarge => Err(error),
            _ => Err(io::Error::other("it was changed in the meantime")),
        };
        unchanged()?;
        let (staged, mut file) = random_name(&format!(".{name}"), ".staged", |name| self.create_new(name))?;
        let mut write = || {
            file.write_all(after)?;
            file.set_permissions(rights.clone())?;
            file.sync_all()?;
            unchanged()?;
            self.rename(&staged, self, name)
        };
        let replaced = write();
        if replaced.is_err() {
            // Best effort: the error of the replacement matters.
            let _ = self.remove_file(&staged);
        }
        replaced
    }

    /// Makes an error that is due to a link name the link.
    fn named<T>(&self, path: &str, outcome: io::Result<T>) -> io::Result<T> {
        outcome.map_err(|error| {
            let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
            let mut parts = ends.map(|end| &path[..end]);
            match parts.find(|part| matches!(self.handle.look(part), Ok(PathKind::Link))) {
                Some(link) => link_refused(self.path.join(link)),
                None => error,
            }
        })
    }
}

/// Creates something under an unpredictable name, and returns the name.
fn random_name<T>(beginning: &str, end: &str, make: impl Fn(&str) -> io::Result<T>) -> io::Result<(String, T)> {
    let mut tries = 0..TRIES;
    loop {
        let number = getrandom::u64().map_err(io::Error::other)?;
        let name = format!("{beginning}.{number:016x}{end}");
        match make(&name) {
            Ok(made) => return Ok((name, made)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && tries.next().is_some() => {}
            Err(error) => return Err(error),
        }
    }
}
