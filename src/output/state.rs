//! State files about an output folder, in `.chronicle/` of the site.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use super::location::{self, Location, STATE, remove_leftovers};
use super::manifest::Manifest;
use super::{OutputError, at};
use crate::folder::scratch::Scratch;
use crate::folder::{Folder, PathKind, Stamp};

/// State files of up to this size are always read; it is enough for some hundred thousand pages.
const SMALL: u64 = 64 << 20;

/// Upper bound for the size of a state file, given the number and total size of a site's files; generous.
pub fn largest_state(files: usize, bytes: u64) -> u64 {
    SMALL.saturating_add(files as u64 * (16 << 10)).saturating_add(bytes.saturating_mul(8))
}

/// Bytes of a seal.
const SEAL: usize = 32;

/// The state files of one output folder, under an exclusive lock.
#[derive(Debug)]
pub(super) struct State {
    folder: Folder,
    /// The name of the files, without the ending.
    name: String,
    seal: [u8; SEAL],
    /// The seal as the first line of files that are independent of the program's version.
    seal_line: String,
    /// The largest file that is read, in bytes.
    largest: u64,
    _lock: File,
}

impl State {
    /// Locks and opens the state of the output folder at `output`.
    pub(super) fn open(
        root: &Folder,
        output: &Location,
        program: u64,
        largest: u64,
        waits: impl FnOnce() -> bool,
    ) -> Result<State, OutputError> {
        let folder = root.make_folder(STATE).map_err(at(&root.path().join(STATE)))?;
        let name = output.state_name();
        let lock = location::lock(&folder, &format!("{name}.lock"), waits)?;
        remove_leftovers(&folder, &format!("{name}."), ".staged");
        let stamp = Stamp::of(&lock);
        let state =
            State { folder, name, seal: seal(stamp, program), seal_line: seal_line(stamp), largest, _lock: lock };
        state.refuse_obstacles()?;
        Ok(state)
    }

    /// Fails early if something is in the way of the state files.
    fn refuse_obstacles(&self) -> Result<(), OutputError> {
        for ending in ["manifest", "kept", "unfinished"] {
            let file = self.file(ending);
            match self.folder.look(&file).map_err(self.failed(ending))? {
                PathKind::Nothing | PathKind::File(_) => {}
                PathKind::Link => return Err(self.failed(ending)(self.folder.refuse_link(&file))),
                _ => return Err(self.failed(ending)(io::Error::other("it is no regular file"))),
            }
        }
        Ok(())
    }

    /// Reads the manifest of the previous build.
    ///
    /// # Errors
    /// If the file is too large. It cannot be ignored: without it, the site's own pages would count as foreign.
    pub(super) fn manifest(&self) -> Result<Manifest, OutputError> {
        Ok(Manifest::of(self.read_sealed("manifest")?.unwrap_or_default()))
    }

    /// Reads the journal of killed builds: addresses and hashes (XXH3) of files that may have been moved into place.
    ///
    /// # Errors
    /// As for the manifest.
    pub(super) fn unfinished(&self) -> Result<BTreeMap<String, Vec<u64>>, OutputError> {
        Ok(unfinished(self.read_sealed("unfinished")?.unwrap_or_default()))
    }

    /// Reads a sealed file; none if the seal is another.
    fn read_sealed(&self, ending: &str) -> Result<Option<Vec<u8>>, OutputError> {
        let file = self.file(ending);
        // Check the seal before reading a file that may be foreign and large.
        if !self.folder.begins_with(&file, self.seal_line.as_bytes()) {
            return Ok(None);
        }
        match self.folder.bytes(&file, self.largest) {
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                Err(OutputError::Oversized(self.folder.path().join(file)))
            }
            bytes => Ok(bytes.ok().and_then(|bytes| unsealed(bytes, &self.seal_line))),
        }
    }

    fn file(&self, ending: &str) -> String {
        format!("{}.{ending}", self.name)
    }

    pub(super) fn write_manifest(
        &self,
        write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
    ) -> Result<(), OutputError> {
        self.write("manifest", |out| {
            out.write_all(self.seal_line.as_bytes())?;
            write(out)
        })
    }

    /// Writes the cache for [`cached`], with the seal.
    pub(super) fn write_cache(
        &self,
        write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
    ) -> Result<(), OutputError> {
        self.write("kept", |out| {
            out.write_all(&self.seal)?;
            write(out)
        })
    }

    /// Writes the journal that [`State::unfinished`] reads.
    pub(super) fn write_unfinished(&self, files: &BTreeSet<(&str, u64)>) -> Result<(), OutputError> {
        self.write("unfinished", |out| {
            out.write_all(self.seal_line.as_bytes())?;
            files.iter().try_for_each(|(address, hash)| writeln!(out, "{hash:016x} {address}"))
        })
    }

    /// Removes the journal: every file is in place and in the manifest.
    pub(super) fn forget_unfinished(&self) -> Result<(), OutputError> {
        match self.folder.remove_file(&self.file("unfinished")) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(self.failed("unfinished")(error)),
            _ => Ok(()),
        }
    }

    fn write(
        &self,
        ending: &str,
        write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
    ) -> Result<(), OutputError> {
        self.folder.write_whole(&self.file(ending), write).map_err(self.failed(ending))
    }

    fn failed(&self, ending: &str) -> impl FnOnce(io::Error) -> OutputError + use<> {
        at(&self.folder.path().join(self.file(ending)))
    }
}

/// The content after a sealing first line, if the seal is right.
pub(super) fn unsealed(mut bytes: Vec<u8>, seal_line: &str) -> Option<Vec<u8>> {
    bytes.starts_with(seal_line.as_bytes()).then(|| bytes.split_off(seal_line.len()))
}

/// Parses the journal. Invalid lines, as after a crash while writing, are skipped.
fn unfinished(bytes: Vec<u8>) -> BTreeMap<String, Vec<u64>> {
    let text = String::from_utf8(bytes).unwrap_or_default();
    let one = |line: &str| {
        let (hash, address) = line.split_once(' ')?;
        Some((address.to_owned(), u64::from_str_radix(hash, 16).ok()?))
    };
    let mut files: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for (address, hash) in text.lines().filter_map(one) {
        files.entry(address).or_default().push(hash);
    }
    files
}

/// Whether the next build would accept entries of these bytes as a journal with this seal.
pub fn is_unfinished(bytes: Vec<u8>, seal_line: &str) -> bool {
    unsealed(bytes, seal_line).is_some_and(|bytes| !unfinished(bytes).is_empty())
}

/// A file without a name beside the state files of a site, for pages that are not written to any output.
///
/// # Errors
/// Where it cannot be made.
pub(crate) fn scratch(root: &Path) -> io::Result<Scratch> {
    Scratch::within(&Folder::open(std::path::absolute(root)?)?.make_folder(STATE)?)
}

/// The cache that the last run of this program into `output` left; none where there is none or it cannot be read.
pub fn cached(root: &Path, output: &Path, program: u64) -> Option<Cached> {
    let folder = Folder::open(std::path::absolute(root).ok()?).ok()?.folder(STATE).ok()?;
    let name = Location::of(&root.canonicalize().ok()?, output).ok()?.state_name();
    let seal = seal(Some(folder.stamp(&format!("{name}.lock"))?), program);
    if !folder.begins_with(&format!("{name}.kept"), &seal) {
        return None;
    }
    let file = format!("{name}.kept");
    // Small caches are read before the size of the site is known.
    match folder.bytes(&file, SMALL) {
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => Some(Cached::Large(Large { folder, file, seal })),
        bytes => Cached::of(bytes.ok()?, &seal),
    }
}

/// The cache of the previous run.
#[derive(Debug)]
pub enum Cached {
    /// Its bytes, behind the seal.
    Read(Vec<u8>),
    /// A file that is only read if the site is large.
    Large(Large),
}

/// A file that is not read yet.
#[derive(Debug)]
pub struct Large {
    folder: Folder,
    file: String,
    seal: [u8; SEAL],
}

impl Cached {
    fn of(bytes: Vec<u8>, seal: &[u8; SEAL]) -> Option<Cached> {
        bytes.starts_with(seal).then_some(Cached::Read(bytes))
    }

    /// Reads it if it is not larger than `largest` bytes.
    #[must_use]
    pub(crate) fn within(self, largest: u64) -> Option<Cached> {
        match self {
            Cached::Read(bytes) => Some(Cached::Read(bytes)),
            Cached::Large(Large { folder, file, seal }) => Cached::of(folder.bytes(&file, largest).ok()?, &seal),
        }
    }

    /// The bytes; empty if not read.
    pub(crate) fn bytes(&self) -> &[u8] {
        match self {
            Cached::Read(bytes) => bytes.get(SEAL..).unwrap_or_default(),
            Cached::Large(_) => &[],
        }
    }
}

/// The seal proves that a file was written here: nobody who sends a file can know the times of the lock file to the
/// nanosecond. Without it, a cache that came with the site could forge the content of other files.
///
/// It includes the program, since another version may decode the file differently.
fn seal(lock: Option<Stamp>, program: u64) -> [u8; SEAL] {
    let Stamp { size, modified, changed } = lock.unwrap_or_default();
    let numbers = [program.to_le_bytes(), size.to_le_bytes(), modified.to_le_bytes(), changed.to_le_bytes()];
    let mut seal = [0; SEAL];
    seal.iter_mut().zip(numbers.as_flattened()).for_each(|(to, from)| *to = *from);
    seal
}

/// The same as a line of text, without the program, since manifests are read by later versions too.
fn seal_line(lock: Option<Stamp>) -> String {
    let Stamp { size, modified, changed } = lock.unwrap_or_default();
    format!("sealed {size} {modified} {changed}\n")
}
