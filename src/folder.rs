//! A folder that is open, by which the files below it are reached without following any symbolic link.
//!
//! The system finds each file from the open folder, so that what stands on the way to the folder itself does not matter
//! any more. Paths below a folder are UTF-8 with `/` between their parts; none is empty, `.` or `..`. On Unix every
//! part is opened without following links (`openat2` with `RESOLVE_NO_SYMLINKS` on Linux, else `openat` with `O_NOFOLLOW`
//! part by part; POSIX.1-2008). Elsewhere each part is looked at before it is used, which a program that changes the
//! folder at the same time can outrun.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::{error, fmt};

use bitcode::{Decode, Encode};

mod names;
#[cfg(any(not(unix), test))]
mod portable;
pub(crate) mod scratch;
#[cfg(test)]
mod tests;
#[cfg(unix)]
mod unix;

pub(crate) use names::is_plain;
#[cfg(not(unix))]
use portable::Handle;
#[cfg(unix)]
use unix::Handle;

/// What a folder says of a file; while it stays the same, so do the bytes, as far as a file system can tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Decode, Encode)]
pub struct Stamp {
    /// In bytes.
    pub size: u64,
    /// When it was last written, in nanoseconds since 1970; programs can set it to any time.
    pub modified: i64,
    /// When its bytes, name or rights were last changed, in nanoseconds since 1970; only the system sets it. Zero where
    /// the system does not say (on Windows).
    pub changed: i64,
}

impl Stamp {
    /// The stamp of an open file; none where the file system does not say when it was written.
    pub(crate) fn of(file: &File) -> Option<Stamp> {
        Handle::stamp_of(&file.metadata().ok()?)
    }
}

/// What is found at a path, without following a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// Nothing.
    Nothing,
    /// Nothing, since a part of the path is a file.
    BelowFile,
    /// A regular file; without a stamp where the file system does not say when it was written.
    File(Option<Stamp>),
    /// A folder.
    Folder,
    /// A symbolic link, or on Windows a junction.
    Link,
    /// A pipe, a socket or a device.
    Special,
}

/// The reason of an error: a path leads through a symbolic link, or ends in one.
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

/// A folder that is open.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    handle: Handle,
}

/// Bytes of memory that are left when a file is read as long as it was before.
const ROOM: usize = 64;

/// How often another random name is tried where one is taken.
const TRIES: usize = 16;

impl Folder {
    /// Opens a folder by a path that the user named: links on the way are followed.
    ///
    /// # Errors
    /// That of the system where there is none, or it cannot be read.
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

    /// Its own path, as it was opened.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The bytes of a regular file, of at most `most`; its size is looked at before it is read.
    ///
    /// # Errors
    /// Where it cannot be read, is no regular file, or a link is on the way; [`io::ErrorKind::FileTooLarge`].
    pub(crate) fn bytes(&self, path: &str, most: u64) -> io::Result<Vec<u8>> {
        let too_large = || io::Error::from(io::ErrorKind::FileTooLarge);
        let (file, size) = self.file(path)?;
        let expected = usize::try_from(size).ok().filter(|_| size <= most).ok_or_else(too_large)?;
        // Room to see the end in, so that all is read at once.
        let mut bytes = Vec::with_capacity(expected + ROOM);
        file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most { Err(too_large()) } else { Ok(bytes) }
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

    /// The stamp of a regular file; none where there is no such file, or the file system does not say when it was
    /// written. The folders on the way are not looked at: for paths that were found by going through folders.
    pub(crate) fn stamp(&self, path: &str) -> Option<Stamp> {
        match self.look_here(path) {
            Ok(Found::File(stamp)) => stamp,
            _ => None,
        }
    }

    /// What is at a path.
    ///
    /// # Errors
    /// Where it cannot be looked at, or a link is on the way.
    pub(crate) fn look(&self, path: &str) -> io::Result<Found> {
        if let Some((above, _)) = path.rsplit_once('/') {
            match self.named(above, self.handle.folder(above)) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::Nothing),
                Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Ok(Found::BelowFile),
                Err(error) => return Err(error),
                Ok(_) => {}
            }
        }
        self.handle.look(path)
    }

    /// What is at a path whose folders were looked at before.
    ///
    /// # Errors
    /// That of the system.
    pub(crate) fn look_here(&self, path: &str) -> io::Result<Found> {
        self.handle.look(path)
    }

    /// The error that a link is at a path.
    pub(crate) fn refuse_link(&self, path: &str) -> io::Error {
        link_refused(self.path.join(path))
    }

    /// Makes a file that is not there yet, to be written.
    ///
    /// # Errors
    /// Where something is at the path, it cannot be made, or a link is on the way.
    pub(crate) fn create_new(&self, path: &str) -> io::Result<File> {
        self.named(path, self.handle.create_new(path))
    }

    /// Opens a file for locking, and makes it where there is none.
    ///
    /// # Errors
    /// Where it cannot be opened, is no regular file, or a link is on the way.
    pub(crate) fn lock_file(&self, path: &str) -> io::Result<File> {
        let file = self.named(path, self.handle.append(path))?;
        if file.metadata()?.is_file() { Ok(file) } else { Err(not_a_file()) }
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
                // Another thread may have been first.
                self.made(path, self.handle.create_folder(path))
            }
            outcome => self.made(path, outcome),
        }
    }

    /// A folder that could not be made since it is there is none the worse for it.
    fn made(&self, path: &str, outcome: io::Result<()>) -> io::Result<()> {
        match outcome {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => match self.look(path)? {
                Found::Folder => Ok(()),
                Found::Link => Err(link_refused(self.path.join(path))),
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

    /// Locks the folder itself against other programs that do so, where the system can.
    pub(crate) fn locked(&self) -> Option<File> {
        self.handle.lockable(&self.path).filter(|file| file.lock().is_ok())
    }

    /// Writes a file so that it is either as it was or whole: under a random name beside it, and then moved into place.
    ///
    /// # Errors
    /// That of `write` or the system, or where a link is at the path or on the way.
    pub(crate) fn write_whole(
        &self,
        path: &str,
        write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
    ) -> io::Result<()> {
        if self.look(path)? == Found::Link {
            return Err(link_refused(self.path.join(path)));
        }
        let (staged, file) = random_name(path, ".staged", |name| self.create_new(name))?;
        let mut out = BufWriter::new(file);
        let whole = write(&mut out).and_then(|()| out.flush()).and_then(|()| self.rename(&staged, self, path));
        if whole.is_err() {
            // It is of no use; that it could not be written is what matters.
            let _ = self.remove_file(&staged);
        }
        whole
    }

    /// Replaces a regular file in this folder itself that has the bytes `before`: it is either as it was or whole, and who
    /// may read and write it stays. The new file has a hidden name until it takes the place of the old one.
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
            // It is of no use; that the file could not be replaced is what matters.
            let _ = self.remove_file(&staged);
        }
        replaced
    }

    /// An error that is due to a link on the way names the link.
    fn named<T>(&self, path: &str, outcome: io::Result<T>) -> io::Result<T> {
        outcome.map_err(|error| {
            let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
            let mut parts = ends.map(|end| &path[..end]);
            match parts.find(|part| matches!(self.handle.look(part), Ok(Found::Link))) {
                Some(link) => link_refused(self.path.join(link)),
                None => error,
            }
        })
    }
}

/// Makes something of a name that nobody can foresee; which name it is comes back.
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
