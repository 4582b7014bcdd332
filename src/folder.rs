//! A folder, by which the files below it are reached: the system finds each from there, and does not look up the folder's
//! own path again for every one of them (`openat` and its like, POSIX.1-2008; elsewhere paths are joined). Paths below a
//! folder have `/` between their parts.
#![expect(clippy::disallowed_methods, reason = "`input` and `output` reach files by this module")]

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use bitcode::{Decode, Encode};

/// What a folder says of a file; while it stays the same, so do the bytes, as far as a file system can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Decode, Encode)]
pub struct Stamp {
    /// In bytes.
    pub size: u64,
    /// When it was last written, in nanoseconds since 1970.
    pub modified: i64,
}

impl Stamp {
    /// The stamp of a file; none where the file system does not say when it was written.
    pub(crate) fn of(data: &Metadata) -> Option<Stamp> {
        let modified = data.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some(Stamp { size: data.len(), modified: i64::try_from(modified.as_nanos()).ok()? })
    }
}

/// A folder that is there.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    #[cfg(unix)]
    handle: std::os::fd::OwnedFd,
}

impl Folder {
    /// Opens a folder.
    ///
    /// # Errors
    /// That of the system where there is none, or it cannot be read.
    pub(crate) fn open(path: PathBuf) -> io::Result<Folder> {
        Ok(Folder {
            #[cfg(unix)]
            handle: File::open(&path)?.into(),
            path,
        })
    }

    /// Its own path, as it was opened.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The bytes of a file, of at most `most`; `size` is how many there were when it was last looked at.
    ///
    /// # Errors
    /// That of the system where it cannot be read; [`io::ErrorKind::FileTooLarge`].
    pub(crate) fn bytes(&self, path: &str, size: u64, most: u64) -> io::Result<Vec<u8>> {
        let too_large = || io::Error::from(io::ErrorKind::FileTooLarge);
        let expected = usize::try_from(size.min(most)).map_err(|_| too_large())?;
        // Room to see the end in, so that all is read at once.
        let mut bytes = Vec::with_capacity(expected + ROOM);
        self.file(path)?.take(most + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most { Err(too_large()) } else { Ok(bytes) }
    }
}

/// Bytes of memory that are left when a file is read as long as it was before.
const ROOM: usize = 64;

#[cfg(unix)]
impl Folder {
    fn file(&self, path: &str) -> io::Result<File> {
        use rustix::fs::{Mode, OFlags, openat};
        let flags = OFlags::RDONLY | OFlags::CLOEXEC;
        Ok(rustix::io::retry_on_intr(|| openat(&self.handle, path, flags, Mode::empty()))?.into())
    }

    /// The stamp of a file; none where there is no file, or the file system does not say when it was written.
    pub(crate) fn stamp(&self, path: &str) -> Option<Stamp> {
        use rustix::fs::{AtFlags, FileType, statat};
        let data = statat(&self.handle, path, AtFlags::empty()).ok()?;
        let modified = i128::from(data.st_mtime) * 1_000_000_000 + i128::from(data.st_mtime_nsec);
        let modified = i64::try_from(modified).ok().filter(|modified| *modified >= 0)?;
        let is_file = FileType::from_raw_mode(data.st_mode) == FileType::RegularFile;
        is_file.then_some(Stamp { size: u64::try_from(data.st_size).ok()?, modified })
    }

    /// Makes a file, or empties the one that is there, to be written.
    ///
    /// # Errors
    /// That of the system.
    pub(crate) fn create(&self, path: &str) -> io::Result<File> {
        use rustix::fs::{Mode, OFlags, openat};
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::TRUNC | OFlags::CLOEXEC;
        Ok(rustix::io::retry_on_intr(|| openat(&self.handle, path, flags, Mode::from(0o666)))?.into())
    }

    /// Makes a folder with those above it, where they are not there.
    ///
    /// # Errors
    /// That of the system.
    pub(crate) fn create_folders(&self, path: &str) -> io::Result<()> {
        use rustix::fs::{Mode, mkdirat};
        match mkdirat(&self.handle, path, Mode::from(0o777)) {
            Ok(()) => Ok(()),
            // Nearly always the folders above it are there; if it is itself, that is as well.
            Err(_) => fs::create_dir_all(self.path.join(path)),
        }
    }
}

#[cfg(not(unix))]
impl Folder {
    fn file(&self, path: &str) -> io::Result<File> {
        File::open(self.path.join(path))
    }

    /// The stamp of a file; none where there is no file, or the file system does not say when it was written.
    pub(crate) fn stamp(&self, path: &str) -> Option<Stamp> {
        let data = fs::metadata(self.path.join(path)).ok().filter(Metadata::is_file)?;
        Stamp::of(&data)
    }

    /// Makes a file, or empties the one that is there, to be written.
    ///
    /// # Errors
    /// That of the system.
    pub(crate) fn create(&self, path: &str) -> io::Result<File> {
        File::create(self.path.join(path))
    }

    /// Makes a folder with those above it, where they are not there.
    ///
    /// # Errors
    /// That of the system.
    pub(crate) fn create_folders(&self, path: &str) -> io::Result<()> {
        fs::create_dir_all(self.path.join(path))
    }
}

#[cfg(test)]
mod tests {
    use std::io::{ErrorKind, Write};

    use super::{Folder, Stamp};

    #[test]
    fn files_below_a_folder() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::open(place.path().to_path_buf()).unwrap();
        folder.create_folders("a/b/c").unwrap();
        folder.create_folders("a/b/c").unwrap();
        folder.create("a/b/c/file").unwrap().write_all(b"more than before").unwrap();
        let mut file = folder.create("a/b/c/file").unwrap();
        file.write_all(b"words").unwrap();
        let stamp = Stamp::of(&file.metadata().unwrap());
        assert!(stamp.is_some());
        assert_eq!(folder.stamp("a/b/c/file"), stamp);
        for absent in ["a/b", "a/b/c/none", "none/file"] {
            assert_eq!(folder.stamp(absent), None, "{absent}");
        }
        for size in [0, 2, 5, 5000] {
            assert_eq!(folder.bytes("a/b/c/file", size, 5).unwrap(), b"words");
            assert_eq!(folder.bytes("a/b/c/file", size, 4).unwrap_err().kind(), ErrorKind::FileTooLarge);
        }
        assert_eq!(folder.bytes("none", 0, 5).unwrap_err().kind(), ErrorKind::NotFound);
        assert!(folder.bytes("a", 0, 5).is_err());
        assert!(folder.create_folders("a/b/c/file/d").is_err());
    }
}
