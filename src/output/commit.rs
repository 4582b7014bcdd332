//! The end of a build: moves staged files into place and removes stale ones.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::sync::atomic::Ordering;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::{Output, OutputError, Planned, Summary, WrittenFile, at, lock, obstacles};
use crate::address::Address;
use crate::folder::{Folder, PathKind, is_plain};

impl Output {
    /// Moves the staged files into place and removes stale ones. `keep` is told how many files there are, and writes the
    /// cache that the next run reads with [`cached`](super::cached).
    ///
    /// # Errors
    /// [`OutputError`] where a file cannot be moved; the next build repairs what is left.
    pub(crate) fn commit(
        self,
        keep: impl FnOnce(usize, &mut (dyn Write + Send)) -> io::Result<()> + Send,
    ) -> Result<Summary, OutputError> {
        // Hold a lock on the parent folder while renaming, against another site that writes to the same output. Where
        // folders cannot be locked, only this site's lock protects it.
        let _moving = self.target.parent.locked();
        let mut now = std::mem::take(&mut *lock(&self.now));
        now.par_sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let (first, last) = self.vanished(&now);
        self.refuse_obstacles(&first)?;
        let unchanged = self.staying().count() - self.left.load(Ordering::Relaxed);
        let mut summary = Summary { unchanged, ..Summary::default() };
        if let Some(folder) = &self.folder {
            self.note_unfinished(&now)?;
            for position in first {
                summary.removed += usize::from(self.remove(folder, position)?);
            }
            for (address, planned) in &mut now {
                match planned {
                    Planned::Unchanged(_) => summary.unchanged += 1,
                    Planned::Staged(written) => {
                        self.replace(folder, &address.output_path(), written.as_mut())?;
                        summary.written += 1;
                    }
                }
            }
            for position in last {
                summary.removed += usize::from(self.remove(folder, position)?);
            }
            summary.removed += self.remove_unfinished(folder, &now)?;
            self.note_written(&now, keep)?;
            self.forget_unfinished()?;
        } else {
            summary.written = now.len();
            // The manifest is written first: a build that is killed now leaves no output behind.
            self.note_written(&now, keep)?;
            let moved = self.target.parent.rename(&self.stage_name, &self.target.parent, &self.target.name);
            moved.map_err(at(&self.target.path))?;
        }
        Ok(summary)
    }

    /// The positions of kept files in the previous manifest.
    fn staying(&self) -> impl Iterator<Item = usize> {
        (0..self.before.len()).filter(|position| self.stays(*position))
    }

    /// Writes the manifest and the cache for the next build.
    fn note_written(
        &self,
        now: &[(Address, Planned)],
        keep: impl FnOnce(usize, &mut (dyn Write + Send)) -> io::Result<()> + Send,
    ) -> Result<(), OutputError> {
        let others = now.iter().filter_map(|(address, planned)| Some((address, planned.written()?)));
        let files = self.staying().count() + now.len();
        let (manifest, kept) = rayon::join(
            || self.state.write_manifest(|out| self.before.write(self.staying(), others, out)),
            || self.state.write_cache(|out| keep(files, out)),
        );
        manifest.and(kept)
    }

    /// Journals which files are about to be moved, in case the build is killed meanwhile. Entries of earlier killed
    /// builds are kept, since it is unknown how far they came.
    fn note_unfinished(&self, now: &[(Address, Planned)]) -> Result<(), OutputError> {
        let staged = now.iter().filter_map(|(address, planned)| match planned {
            Planned::Staged(written) => Some((address.as_str(), written.map_or(0, |written| written.hash))),
            Planned::Unchanged(_) => None,
        });
        let earlier = self.unfinished.iter();
        let earlier = earlier.flat_map(|(address, hashes)| hashes.iter().map(|hash| (address.as_str(), *hash)));
        let all: BTreeSet<(&str, u64)> = earlier.chain(staged).collect();
        if all.is_empty() { Ok(()) } else { self.state.write_unfinished(&all) }
    }

    /// Removes the journal, but for files that are left to other runs, which know what belongs there.
    fn forget_unfinished(&self) -> Result<(), OutputError> {
        let left = lock(&self.left_unfinished);
        let of = |address: &'_ String| self.unfinished.get(address).into_iter().flatten();
        let left: BTreeSet<(&str, u64)> =
            left.iter().flat_map(|address| of(address).map(|hash| (address.as_str(), *hash))).collect();
        if left.is_empty() { self.state.forget_unfinished() } else { self.state.write_unfinished(&left) }
    }

    /// Refuses, before anything is moved, what is in the way. `first` are the positions of stale files that are removed
    /// first.
    fn refuse_obstacles(&self, first: &[usize]) -> Result<(), OutputError> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let mut obstacles = std::mem::take(&mut *lock(&self.obstacles));
        obstacles.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let removed: FxHashSet<String> = match obstacles.is_empty() {
            true => FxHashSet::default(),
            false => first
                .iter()
                .filter(|position| self.is_removable(**position))
                .map(|position| self.path(*position))
                .collect(),
        };
        let mut foreign = Vec::new();
        for (path, found) in obstacles {
            let in_the_way = match found {
                PathKind::BelowFile => path
                    .match_indices('/')
                    .map(|(end, _)| &path[..end])
                    .find(|above| !matches!(folder.look(above), Ok(PathKind::Folder)))
                    .filter(|file| !removed.contains(*file))
                    .map(str::to_owned),
                PathKind::Folder => obstacles::file_below(folder, &path, &removed),
                _ => {
                    foreign.push(self.target.path.join(path));
                    continue;
                }
            };
            if let Some(path) = in_the_way {
                return Err(OutputError::InTheWay(self.target.path.join(path)));
            }
        }
        if foreign.is_empty() || self.replaces_foreign { Ok(()) } else { Err(OutputError::Foreign(foreign)) }
    }

    /// The path of a file of the previous manifest.
    fn path(&self, position: usize) -> String {
        Address::path_of(self.before.address(position))
    }

    /// Whether a file of the previous build was not changed by anybody else since.
    fn is_removable(&self, position: usize) -> bool {
        let (path, address) = (self.path(position), self.before.address(position));
        match self.look(&path) {
            Ok(PathKind::File(stamp @ Some(_))) => {
                self.is_own(address, &path, stamp, Some(self.before.written(position)))
            }
            _ => false,
        }
    }

    /// The positions of stale files, where `now` are the files that are not kept, in order. First those in the way of
    /// new ones: a file may become a folder, or the other way round.
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

    /// Moves a staged file into place. What is in its way is a file of an earlier build or an empty folder.
    fn replace(&self, folder: &Folder, path: &str, written: Option<&mut WrittenFile>) -> Result<(), OutputError> {
        let failed = || at(&self.target.path.join(path));
        if self.stage.rename(path, folder, path).is_err() {
            if let Some((above, _)) = path.rsplit_once('/') {
                folder.create_folders(above).map_err(failed())?;
            }
            if folder.look(path).map_err(failed())? == PathKind::Folder {
                obstacles::remove_empty(folder, path).map_err(failed())?;
            }
            self.stage.rename(path, folder, path).map_err(failed())?;
        }
        // Renaming a file updates its ctime.
        if let Some((written, stamp)) = written.zip(folder.stamp(path)) {
            written.stamp = stamp;
        }
        Ok(())
    }

    /// Removes a stale file, unless it was changed since, and folders that become empty.
    fn remove(&self, folder: &Folder, position: usize) -> Result<bool, OutputError> {
        let path = self.path(position);
        if !self.is_removable(position) {
            return Ok(false);
        }
        self.remove_path(folder, &path).map(|()| true)
    }

    /// Removes stale files of killed builds.
    fn remove_unfinished(&self, folder: &Folder, now: &[(Address, Planned)]) -> Result<usize, OutputError> {
        let mut removed = 0;
        for address in self.unfinished.keys() {
            let is_planned = now.binary_search_by(|(now, _)| now.as_str().cmp(address)).is_ok();
            let path = Address::path_of(address);
            let is_left = lock(&self.left_unfinished).contains(address);
            if is_planned || is_left || !is_plain(&path) || self.before.find_text(address).is_some() {
                continue;
            }
            if let Ok(PathKind::File(stamp @ Some(_))) = folder.look(&path)
                && self.is_own(address, &path, stamp, None)
            {
                self.remove_path(folder, &path)?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    /// Removes a file and folders that become empty.
    fn remove_path(&self, folder: &Folder, path: &str) -> Result<(), OutputError> {
        folder.remove_file(path).map_err(at(&self.target.path.join(path)))?;
        for (end, _) in path.rmatch_indices('/') {
            // Fails if the folder is not empty, which ends the loop.
            if folder.remove_folder(&path[..end]).is_err() {
                break;
            }
        }
        Ok(())
    }
}
