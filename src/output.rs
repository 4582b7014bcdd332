//! The last stage: pages to files; the only code that writes the site.
//!
//! Pages are staged in a folder beside the output, on the same file system, and moved into place when the whole run has
//! succeeded; until then the old site stands as it was. A file whose bytes are the same is not touched, so that its
//! time stays. Files of an earlier build that are planned no more are removed; files that Chronicle did not write are
//! left alone. What was written is kept in a manifest outside the output.
#![expect(clippy::disallowed_methods, reason = "this is the module that writes the site")]

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::{fmt, process};

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use xxhash_rust::xxh3::xxh3_64;

use crate::address::Address;
use crate::folder::{Folder, Stamp};
use manifest::Manifest;
use place::{lock, refuse_overlap, remove_leftovers, replace, state_name};

mod manifest;
mod place;

/// Why the site could not be written.
#[derive(Debug)]
pub enum OutputError {
    /// A file or folder could not be written.
    Io(PathBuf, io::Error),
    /// A page would stand outside the output folder.
    Outside(String),
    /// The output folder would overwrite the site's own files.
    Overlap(PathBuf),
}

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OutputError::Io(path, error) => write!(f, "cannot write `{}`: {error}", path.display()),
            OutputError::Outside(path) => write!(f, "the page `{path}` would leave the output folder"),
            OutputError::Overlap(path) => {
                write!(f, "the output folder `{}` holds the site's own files: choose another", path.display())
            }
        }
    }
}

impl std::error::Error for OutputError {}

fn at(path: &Path) -> impl FnOnce(io::Error) -> OutputError {
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

/// What is known of a written file: it is unchanged while its stamp is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Written {
    /// The hash (XXH3) of its bytes.
    hash: u64,
    stamp: Stamp,
}

/// Where pages go.
pub trait Sink: Sync {
    /// Keeps what the run before left at an address, if it is there, with bytes of this hash (XXH3).
    fn keep(&self, address: &Address, hash: u64) -> bool;

    /// Takes the bytes of one file by its address; their hash (XXH3) comes back.
    ///
    /// # Errors
    /// [`OutputError`] where they cannot be kept.
    fn stage(&self, address: &Address, bytes: &[u8]) -> Result<u64, OutputError>;
}

/// Where pages go that are made only to see whether they can be.
#[derive(Clone, Copy, Debug)]
pub struct Nowhere;

impl Sink for Nowhere {
    fn keep(&self, _: &Address, _: u64) -> bool {
        false
    }

    fn stage(&self, _: &Address, bytes: &[u8]) -> Result<u64, OutputError> {
        Ok(xxh3_64(bytes))
    }
}

impl Sink for Output {
    fn keep(&self, address: &Address, hash: u64) -> bool {
        Output::keep(self, address, hash)
    }

    fn stage(&self, address: &Address, bytes: &[u8]) -> Result<u64, OutputError> {
        Output::stage(self, address, bytes)
    }
}

/// An output folder during one build.
#[derive(Debug)]
pub struct Output {
    path: PathBuf,
    /// The folder as the build before left it; none where there is no output yet, so that the stage becomes it as a
    /// whole.
    folder: Option<Folder>,
    stage: Folder,
    manifest: PathBuf,
    before: Manifest,
    /// For each file of the build before, whether it stays as that build left it.
    stays: Vec<AtomicBool>,
    /// What became of every other file, in no order; no address twice.
    now: Mutex<Vec<(Address, Planned)>>,
    /// Hashes (XXH3) of the folders in the stage that were made, as their paths in the output.
    made: Mutex<FxHashSet<u64>>,
    _lock: File,
}

#[derive(Clone, Copy, Debug)]
enum Planned {
    Unchanged(Written),
    /// None where the file system does not say when it was written; it is compared by its bytes the next time.
    Staged(Option<Written>),
}

impl Planned {
    fn written(self) -> Option<Written> {
        match self {
            Planned::Unchanged(written) => Some(written),
            Planned::Staged(written) => written,
        }
    }
}

impl Output {
    /// Opens the output folder of the site in `root`, waiting for another build into it to end. `waiting` is called
    /// when there is one.
    ///
    /// # Errors
    /// [`OutputError`] where a folder cannot be made, or the output would overwrite the site.
    pub fn open(root: &Path, folder: &Path, waiting: impl FnOnce()) -> Result<Output, OutputError> {
        let path = std::path::absolute(folder).map_err(at(folder))?;
        let root = std::path::absolute(root).map_err(at(root))?;
        refuse_overlap(&root, &path)?;
        let state = root.join(".chronicle");
        fs::create_dir_all(&state).map_err(at(&state))?;
        let name = state_name(&path);
        let lock = lock(&state.join(format!("{name}.lock")), waiting)?;
        let manifest = state.join(format!("{name}.manifest"));
        let parent = path.parent().unwrap_or(&path).to_path_buf();
        fs::create_dir_all(&parent).map_err(at(&parent))?;
        // Another site may be built into the same folder, under a lock of its own: its stage is left alone.
        let site = state_name(&root);
        let prefix = format!(".{}.staged-{site}-", path.file_name().unwrap_or_default().to_string_lossy());
        remove_leftovers(&parent, &prefix);
        let stage = parent.join(format!("{prefix}{}", process::id()));
        fs::create_dir(&stage).map_err(at(&stage))?;
        let stage = Folder::open(stage.clone()).map_err(at(&stage))?;
        let folder = path.exists().then(|| Folder::open(path.clone()).map_err(at(&path))).transpose()?;
        let before = if folder.is_some() { Manifest::read(&manifest) } else { Manifest::default() };
        let stays = std::iter::repeat_with(AtomicBool::default).take(before.len()).collect();
        Ok(Output {
            path,
            folder,
            stage,
            manifest,
            before,
            stays,
            now: Mutex::default(),
            made: Mutex::default(),
            _lock: lock,
        })
    }

    /// Takes the bytes of one file, by its address; written beside the output, if they are new.
    fn stage(&self, address: &Address, bytes: &[u8]) -> Result<u64, OutputError> {
        let path = &address.output_path();
        // Addresses are made of ids that cannot hold such a part; whatever they were made from, none leaves the folder.
        if !is_inside(path) {
            return Err(OutputError::Outside(path.to_owned()));
        }
        let hash = xxh3_64(bytes);
        let known = self.before.find(address);
        let planned = match self.unchanged(path, known.map(|(_, written)| written), bytes, hash) {
            Some(written) => match known.filter(|(_, known)| *known == written) {
                Some((position, _)) => {
                    self.stay(position);
                    return Ok(hash);
                }
                None => Planned::Unchanged(written),
            },
            None => {
                let file = self.write(path, bytes)?;
                // Moving the file into place leaves its stamp as it is.
                let stamp = file.metadata().ok().and_then(|data| Stamp::of(&data));
                Planned::Staged(stamp.map(|stamp| Written { hash, stamp }))
            }
        };
        self.lock_now().push((address.clone(), planned));
        Ok(hash)
    }

    /// Writes a file into the stage, and makes its folder where it is the first in it.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<File, OutputError> {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let name = xxh3_64(folder.as_bytes());
        // Two threads may each take itself for the first; a folder that is there already is none the worse for it.
        let is_first = !self.made.lock().unwrap_or_else(PoisonError::into_inner).contains(&name);
        if is_first && !folder.is_empty() {
            self.stage.create_folders(folder).map_err(|error| at(&self.stage.path().join(folder))(error))?;
            self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(name);
        }
        let file = self.stage.create(path).and_then(|mut file| file.write_all(bytes).map(|()| file));
        file.map_err(|error| at(&self.stage.path().join(path))(error))
    }

    /// Keeps a file as it is, if it is there as the build before left it, with bytes of this hash (XXH3).
    fn keep(&self, address: &Address, hash: u64) -> bool {
        let known = self.before.find(address).filter(|(_, known)| known.hash == hash);
        let kept = known.filter(|(_, known)| self.stamp(&address.output_path()) == Some(known.stamp));
        kept.inspect(|(position, _)| self.stay(*position)).is_some()
    }

    /// Notes that a file of the build before stays as it is.
    fn stay(&self, position: usize) {
        self.stays[position].store(true, Ordering::Relaxed);
    }

    fn stays(&self, position: usize) -> bool {
        self.stays[position].load(Ordering::Relaxed)
    }

    /// Whether every file of the build before is there as that build left it; their number then.
    pub fn is_as_before(&self) -> Option<usize> {
        let all = 0..self.before.len();
        let same = |position: usize| {
            let path = Address::path_of(self.before.address(position));
            self.stamp(&path) == Some(self.before.written(position).stamp)
        };
        (!all.is_empty() && all.into_par_iter().all(same)).then_some(self.before.len())
    }

    fn lock_now(&self) -> std::sync::MutexGuard<'_, Vec<(Address, Planned)>> {
        // The list is whole after every insertion, so a thread that panicked elsewhere has not harmed it.
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is known of the file that is there, if it has these bytes. `known` is what the build before knew of it.
    fn unchanged(&self, path: &str, known: Option<Written>, bytes: &[u8], hash: u64) -> Option<Written> {
        let (folder, written) = (self.folder.as_ref()?, Written { hash, stamp: self.stamp(path)? });
        let size = bytes.len() as u64;
        if written.stamp.size != size {
            return None;
        }
        let is_same = known == Some(written) || folder.bytes(path, size, size).is_ok_and(|old| old == bytes);
        is_same.then_some(written)
    }

    /// The stamp of a file of the build before.
    fn stamp(&self, path: &str) -> Option<Stamp> {
        self.folder.as_ref()?.stamp(path)
    }

    /// Moves the staged files into place and removes those that are planned no more. `keep` writes what the next run may
    /// read with [`kept`].
    ///
    /// # Errors
    /// [`OutputError`] where a file cannot be moved; the next build repairs what is left.
    pub fn commit(
        self,
        keep: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()> + Send,
    ) -> Result<Summary, OutputError> {
        // Nor are its files moved while these are. Where a folder cannot be locked, only the site's own lock is there.
        let beside = self.stage.path().parent().and_then(|parent| File::open(parent).ok());
        let _moving = beside.filter(|folder| folder.lock().is_ok());
        let mut now = std::mem::take(&mut *self.lock_now());
        now.par_sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        if self.folder.is_none() {
            fs::rename(self.stage.path(), &self.path).map_err(at(&self.path))?;
        }
        let staying = || (0..self.before.len()).filter(|position| self.stays(*position));
        let mut summary = Summary { unchanged: staying().count(), ..Summary::default() };
        let (first, last) = self.vanished(&now);
        let remove = |position: usize| {
            self.remove(&Address::path_of(self.before.address(position)), self.before.written(position).stamp)
        };
        for position in first {
            summary.removed += usize::from(remove(position)?);
        }
        for (address, planned) in &now {
            match planned {
                Planned::Unchanged(_) => summary.unchanged += 1,
                Planned::Staged(_) => {
                    if self.folder.is_some() {
                        let path = address.output_path();
                        replace(&self.stage.path().join(&path), &self.path.join(&path))?;
                    }
                    summary.written += 1;
                }
            }
        }
        for position in last {
            summary.removed += usize::from(remove(position)?);
        }
        let others = now.iter().filter_map(|(address, planned)| Some((address, planned.written()?)));
        let (manifest, kept) = rayon::join(
            || write_whole(&self.manifest, |out| self.before.write(staying(), others, out)),
            || write_whole(&self.manifest.with_extension("kept"), keep),
        );
        manifest.and(kept).map(|()| summary)
    }

    /// The positions of the files of the build before that are planned no more, where `now` are the files that do not stay,
    /// in order. First those in the way: what was a file may be a folder now, or the other way round.
    fn vanished(&self, now: &[(Address, Planned)]) -> (Vec<usize>, Vec<usize>) {
        let is_planned = |address: &str| now.binary_search_by(|(now, _)| now.as_str().cmp(address)).is_ok();
        let is_in_the_way = |position: &usize| {
            let (address, below) = (self.before.address(*position), format!("{}/", self.before.address(*position)));
            let next = now.get(now.partition_point(|(now, _)| now.as_str() < below.as_str()));
            next.is_some_and(|(now, _)| now.as_str().starts_with(&below))
                || address.match_indices('/').skip(1).any(|(end, _)| is_planned(&address[..end]))
        };
        let all = (0..self.before.len()).filter(|position| !self.stays(*position));
        all.filter(|position| !is_planned(self.before.address(*position))).partition(is_in_the_way)
    }

    /// Removes a file of an earlier build, unless someone has changed it since, and the folders it leaves empty.
    fn remove(&self, path: &str, known: Stamp) -> Result<bool, OutputError> {
        // By the path by which it is removed: another folder may stand there by now.
        let file = self.path.join(path);
        let data = fs::metadata(&file).ok().filter(fs::Metadata::is_file);
        if data.and_then(|data| Stamp::of(&data)) != Some(known) {
            return Ok(false);
        }
        fs::remove_file(&file).map_err(at(&file))?;
        for folder in file.ancestors().skip(1).take_while(|folder| **folder != self.path) {
            // A folder that is not empty stays; that is what the failure means.
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(true)
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        // What is left of the stage is of no use; if it cannot be removed now, the next build does.
        let _ = fs::remove_dir_all(self.stage.path());
    }
}

/// Writes a file so that it is either as it was or whole.
///
/// # Errors
/// [`OutputError`] where it cannot be written.
pub fn write_whole(
    path: &Path,
    write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
) -> Result<(), OutputError> {
    let mut staged = path.as_os_str().to_owned();
    staged.push(".staged");
    let staged = PathBuf::from(staged);
    let whole = File::create(&staged).and_then(|file| {
        let mut out = io::BufWriter::new(file);
        write(&mut out)?;
        out.flush()
    });
    whole.map_err(at(&staged))?;
    fs::rename(&staged, path).map_err(at(path))
}

/// What the last run into the output folder `folder` of the site in `root` left for the next; nothing where there was
/// none, or it cannot be read.
pub fn kept(root: &Path, folder: &Path) -> Option<Vec<u8>> {
    let state = std::path::absolute(root).ok()?.join(".chronicle");
    fs::read(state.join(format!("{}.kept", state_name(&std::path::absolute(folder).ok()?)))).ok()
}

/// Whether a text is a manifest that the next build would believe.
pub fn is_manifest(text: String) -> bool {
    Manifest::parse(text).is_some()
}

/// Whether a path stays below the folder it is joined to.
fn is_inside(path: &str) -> bool {
    path.split('/').all(|part| !matches!(part, "" | "." | "..")) && !(cfg!(windows) && path.contains(['\\', ':']))
}
