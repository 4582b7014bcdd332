//! The last stage: writes pages to files. The only code that writes the site.
//!
//! Pages are staged in a folder beside the output, on the same file system, and renamed into place when the whole run
//! has succeeded; until then the old site is untouched. Unchanged files are not rewritten, so they keep their
//! modification time. Files of an earlier build that are no longer planned are removed; files that Chronicle did not
//! write are left alone, and so are pages that other runs write. A manifest outside the output lists what was written.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rustc_hash::FxHashSet;
use xxhash_rust::xxh3::xxh3_64;

use crate::address::Address;
use crate::folder::{Folder, PathKind, Stamp, is_plain};
use crate::sync::lock;
use location::{Location, OutputPath, remove_leftovers};
use manifest::Manifest;
use state::State;

mod built;
mod commit;
mod error;
mod file;
mod location;
mod manifest;
mod obstacles;
mod precompressed;
mod sink;
mod state;
mod untouched;

pub(crate) use built::BuiltSite;
pub(crate) use error::OutputError;
pub use file::replace;
pub(crate) use file::{create, write_named, write_whole};
pub(crate) use precompressed::{LONGEST_ENDING, Precompressed, has_copies};
pub(crate) use sink::Nowhere;
pub use sink::Sink;
pub(crate) use state::scratch;
pub use state::{Cached, cached, is_unfinished, largest_state};

fn at(path: &Path) -> impl FnOnce(io::Error) -> OutputError + use<> {
    let path = path.to_path_buf();
    move |error| OutputError::Io(path, error)
}

/// What a build did to the output folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// New or changed files.
    pub written: usize,
    /// Files left as they were.
    pub unchanged: usize,
    /// Files of an earlier build that were removed.
    pub removed: usize,
}

/// Options of an output.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OutputOptions<'a> {
    /// The folder that holds `site.toml`.
    pub(crate) root: &'a Path,
    /// Where the site goes.
    pub(crate) folder: &'a Path,
    /// Fingerprint of the program: the cache of another one is not read.
    pub(crate) program: u64,
    /// Whether files that Chronicle did not write are replaced.
    pub(crate) replaces_foreign: bool,
    /// Size limit in bytes for reading state files of the previous build.
    pub(crate) largest_state: u64,
}

/// The hash of a written file, valid while its stamp is unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct WrittenFile {
    /// The hash (XXH3) of its bytes.
    hash: u64,
    stamp: Stamp,
}

/// An output folder during one build.
#[derive(Debug)]
pub(crate) struct Output {
    target: OutputPath,
    /// The existing output; none where there is none yet, so that the staging folder is renamed to it.
    folder: Option<Folder>,
    stage: Folder,
    /// The name of the staging folder.
    stage_name: String,
    state: State,
    before: Manifest,
    /// Files that a killed build may have moved into place before it wrote the manifest, with the hashes (XXH3) of
    /// their bytes.
    unfinished: BTreeMap<String, Vec<u64>>,
    /// Whether files that Chronicle did not write are replaced.
    replaces_foreign: bool,
    /// For each file of the previous manifest, whether it is as the previous build left it; `None` where they were not all
    /// looked at together.
    untouched: Option<Vec<bool>>,
    /// For each file of the previous manifest, whether it is kept.
    stays: Vec<AtomicBool>,
    /// All other files of this build, unordered, with unique addresses.
    now: Mutex<Vec<(Address, Planned)>>,
    /// The number of files of the previous manifest that are left to other runs.
    left: AtomicUsize,
    /// The addresses that are left to other runs and are in `unfinished`.
    left_unfinished: Mutex<BTreeSet<String>>,
    /// Paths in the output with something that Chronicle must not replace.
    obstacles: Mutex<Vec<(String, PathKind)>>,
    /// Hashes (XXH3) of the paths of folders created in the staging folder.
    made: Mutex<FxHashSet<u64>>,
    /// Hashes (XXH3) of the paths of folders in the output that were checked for links.
    reached: Mutex<FxHashSet<u64>>,
}

#[derive(Clone, Copy, Debug)]
enum Planned {
    Unchanged(WrittenFile),
    /// None where the file system has no times; the file is then compared by its bytes next time.
    Staged(Option<WrittenFile>),
}

impl Planned {
    fn written(self) -> Option<WrittenFile> {
        match self {
            Planned::Unchanged(written) => Some(written),
            Planned::Staged(written) => written,
        }
    }
}

/// An output folder that is found, and locked against other builds of the site into it.
struct Locked {
    path: PathBuf,
    target: OutputPath,
    state: State,
    /// The beginning of the names of staging folders.
    prefix: String,
}

impl Locked {
    /// Waits for another build; `waiting` is called if there is one.
    fn of(wanted: &OutputOptions<'_>, waiting: impl FnOnce()) -> Result<Locked, OutputError> {
        let waits = || {
            waiting();
            true
        };
        Locked::with(wanted, waits)
    }

    /// An error where there is another build.
    fn at_once(wanted: &OutputOptions<'_>) -> Result<Locked, OutputError> {
        Locked::with(wanted, || false)
    }

    fn with(wanted: &OutputOptions<'_>, waits: impl FnOnce() -> bool) -> Result<Locked, OutputError> {
        let path = std::path::absolute(wanted.folder).map_err(at(wanted.folder))?;
        let root = std::path::absolute(wanted.root).map_err(at(wanted.root))?;
        let root = Folder::open(root.clone()).map_err(at(&root))?;
        let real_root = root.path().canonicalize().map_err(at(root.path()))?;
        let location = Location::of(&real_root, &path).map_err(at(&path))?;
        let target = OutputPath::of(&root, &location, &path)?;
        let state = State::open(&root, &location, wanted.program, wanted.largest_state, waits)?;
        // The prefix contains the site: another site that builds into the same folder has its own lock and staging
        // folder.
        let site = xxh3_64(real_root.as_os_str().as_encoded_bytes());
        let prefix = format!(".staged-{site:016x}-{}", location.state_name());
        Ok(Locked { path, target, state, prefix })
    }
}

impl Output {
    /// Opens and locks the output folder of the site in `root`. `waiting` is called if another build holds the lock.
    ///
    /// # Errors
    /// [`OutputError`] where a folder cannot be made, a link is on the way, or the output would overwrite the site.
    pub(crate) fn open(wanted: &OutputOptions<'_>, waiting: impl FnOnce()) -> Result<Output, OutputError> {
        Output::locked(wanted, Locked::of(wanted, waiting)?)
    }

    /// The same, without waiting for another build; none where it cannot be opened.
    pub(crate) fn open_at_once(wanted: &OutputOptions<'_>) -> Option<Output> {
        Output::locked(wanted, Locked::at_once(wanted).ok()?).ok()
    }

    fn locked(wanted: &OutputOptions<'_>, locked: Locked) -> Result<Output, OutputError> {
        let Locked { path, target, state, prefix } = locked;
        remove_leftovers(&target.parent, &prefix, "");
        let folder = target.open()?;
        let (before, unfinished) = match folder {
            Some(_) => (state.manifest()?, state.unfinished()?),
            None => Default::default(),
        };
        let stage = target.parent.make_random_folder(&prefix);
        let (stage, stage_name) = stage.map_err(at(&path))?;
        let stays = std::iter::repeat_with(AtomicBool::default).take(before.len()).collect();
        Ok(Output {
            target,
            folder,
            stage,
            stage_name,
            state,
            before,
            unfinished,
            replaces_foreign: wanted.replaces_foreign,
            untouched: None,
            stays,
            now: Mutex::default(),
            left: AtomicUsize::default(),
            left_unfinished: Mutex::default(),
            obstacles: Mutex::default(),
            made: Mutex::default(),
            reached: Mutex::default(),
        })
    }

    /// Stages the bytes of one file if they are new.
    fn stage(&self, address: &Address, bytes: &[u8]) -> Result<u64, OutputError> {
        let path = &address.output_path();
        // Defence in depth: ids cannot contain such parts.
        if !is_plain(path) {
            return Err(OutputError::Outside(path.to_owned()));
        }
        let hash = xxh3_64(bytes);
        let known = self.before.find(address);
        let found = self.look(path).map_err(at(&self.target.path.join(path)))?;
        let planned = match self.unchanged(path, found, known.map(|(_, written)| written), bytes, hash) {
            Some(written) => match known.filter(|(_, known)| *known == written) {
                Some((position, _)) => {
                    self.stay(position);
                    return Ok(hash);
                }
                None => Planned::Unchanged(written),
            },
            None => {
                self.note_obstacle(address, path, found, known.map(|(_, written)| written));
                let file = self.write(path, bytes)?;
                Planned::Staged(Stamp::of(&file).map(|stamp| WrittenFile { hash, stamp }))
            }
        };
        lock(&self.now).push((address.clone(), planned));
        Ok(hash)
    }

    /// Writes a file into the staging folder, and creates its folder.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<File, OutputError> {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let name = xxh3_64(folder.as_bytes());
        // Two threads may both try to create it, which is not an error.
        let is_first = !lock(&self.made).contains(&name);
        if is_first && !folder.is_empty() {
            self.stage.create_folders(folder).map_err(|error| at(&self.stage.path().join(folder))(error))?;
            lock(&self.made).insert(name);
        }
        let file = self.stage.create_new(path).and_then(|mut file| file.write_all(bytes).map(|()| file));
        file.map_err(|error| at(&self.stage.path().join(path))(error))
    }

    /// Keeps a file of the previous build, if it is unchanged and has this hash (XXH3), or any where none is given.
    fn keep(&self, address: &Address, hash: Option<u64>) -> bool {
        let known = self.before.find(address).filter(|(_, known)| hash.is_none_or(|hash| known.hash == hash));
        let kept = known.filter(|(position, _)| self.is_untouched(*position));
        kept.inspect(|(position, _)| self.stay(*position)).is_some()
    }

    /// Leaves a file as it is, in the manifest and in the journal too.
    fn leave(&self, address: &Address) {
        if let Some((position, _)) = self.before.find(address) {
            self.stay(position);
            self.left.fetch_add(1, Ordering::Relaxed);
        }
        if self.unfinished.contains_key(address.as_str()) {
            lock(&self.left_unfinished).insert(address.as_str().to_owned());
        }
    }

    /// Marks a file of the previous manifest as kept.
    fn stay(&self, position: usize) {
        self.stays[position].store(true, Ordering::Relaxed);
    }

    fn stays(&self, position: usize) -> bool {
        self.stays[position].load(Ordering::Relaxed)
    }

    /// The manifest entry of the file that was found, if it has these bytes. `known` is its previous entry.
    fn unchanged(
        &self,
        path: &str,
        found: PathKind,
        known: Option<WrittenFile>,
        bytes: &[u8],
        hash: u64,
    ) -> Option<WrittenFile> {
        let (folder, PathKind::File(Some(stamp))) = (self.folder.as_ref()?, found) else { return None };
        let (written, size) = (WrittenFile { hash, stamp }, bytes.len() as u64);
        if stamp.size != size {
            return None;
        }
        let is_same = known == Some(written) || folder.bytes(path, size).is_ok_and(|old| old == bytes);
        is_same.then_some(written)
    }

    /// What is at a path of the output.
    ///
    /// # Errors
    /// That of the system, or where a link is at the path or on the way.
    fn look(&self, path: &str) -> io::Result<PathKind> {
        let Some(folder) = &self.folder else { return Ok(PathKind::Nothing) };
        let above = path.rsplit_once('/').map_or("", |(above, _)| above);
        let name = xxh3_64(above.as_bytes());
        if !above.is_empty() && !lock(&self.reached).contains(&name) {
            match folder.look(above)? {
                PathKind::Folder => {
                    lock(&self.reached).insert(name);
                }
                PathKind::Nothing => return Ok(PathKind::Nothing),
                PathKind::File(_) | PathKind::BelowFile | PathKind::Special => return Ok(PathKind::BelowFile),
                // Opening it reports the link.
                PathKind::Link => folder.folder(above).map(|_| ())?,
            }
        }
        match folder.look_here(path)? {
            PathKind::Link => Err(folder.refuse_link(path)),
            found => Ok(found),
        }
    }

    /// The stamp of a file of the previous build.
    fn stamp(&self, path: &str) -> Option<Stamp> {
        match self.look(path) {
            Ok(PathKind::File(stamp)) => stamp,
            _ => None,
        }
    }

    /// Records what stands where a file is to go, unless Chronicle wrote it.
    fn note_obstacle(&self, address: &Address, path: &str, found: PathKind, known: Option<WrittenFile>) {
        let is_own = match found {
            PathKind::Nothing => true,
            PathKind::File(stamp) => self.is_own(address.as_str(), path, stamp, known),
            _ => false,
        };
        if !is_own {
            lock(&self.obstacles).push((path.to_owned(), found));
        }
    }
}

impl Output {
    /// Whether a file in the output was written by Chronicle: by the previous build (`known`), or by a killed one after
    /// it.
    fn is_own(&self, address: &str, path: &str, stamp: Option<Stamp>, known: Option<WrittenFile>) -> bool {
        let unfinished = self.unfinished.get(address);
        let (Some(folder), Some(stamp)) = (&self.folder, stamp) else { return known.is_some() || unfinished.is_some() };
        if known.is_some_and(|known| known.stamp == stamp) {
            return true;
        }
        // Copying or changing the owner changes the stamp and not the bytes.
        let mut hashes = known.map(|known| known.hash).into_iter().chain(unfinished.into_iter().flatten().copied());
        (known.is_some() || unfinished.is_some())
            && folder
                .bytes(path, stamp.size)
                .map(|bytes| xxh3_64(&bytes))
                .is_ok_and(|hash| hashes.any(|own| own == hash))
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        // Best effort: the next build removes what is left.
        let _ = fs::remove_dir_all(self.stage.path());
    }
}

/// Whether the next build would accept these bytes as a manifest with this seal.
pub fn is_manifest(bytes: Vec<u8>, seal_line: &str) -> bool {
    let text = state::unsealed(bytes, seal_line).and_then(|bytes| String::from_utf8(bytes).ok());
    text.and_then(Manifest::parse).is_some()
}
