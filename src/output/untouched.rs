//! Which files of the previous build are as it left them, found for all of them at once.

use rayon::prelude::*;

use super::Output;
use crate::address::Address;
use crate::folder::{Folder, PathKind, Stamp};

/// How many files of the manifest a thread looks at in one go. They are sorted, so that most are in the folder of the one
/// before.
const SHARE: usize = 512;

impl Output {
    /// Looks at every file of the previous build, on all threads.
    pub(crate) fn find_untouched(&mut self) {
        let Some(folder) = self.folder.as_ref().filter(|_| self.untouched.is_none()) else { return };
        let positions: Vec<usize> = (0..self.before.len()).collect();
        let share = |positions: &[usize]| {
            let mut last = None;
            let is_untouched = |position: &usize| {
                let path = Address::path_of(self.before.address(*position));
                stamp(folder, &path, &mut last) == Some(self.before.written(*position).stamp)
            };
            positions.iter().map(is_untouched).collect::<Vec<bool>>()
        };
        let shares: Vec<Vec<bool>> = positions.par_chunks(SHARE).map(share).collect();
        self.untouched = Some(shares.concat());
    }

    /// The number of files, if every file of the previous build is as it left it.
    pub(crate) fn is_as_before(&mut self) -> Option<usize> {
        self.find_untouched();
        let is_whole = self.unfinished.is_empty() && self.before.len() > 0;
        let all = self.untouched.as_ref().filter(|untouched| is_whole && untouched.iter().all(|same| *same))?;
        Some(all.len())
    }

    /// Whether the file at a position of the previous manifest is as it was left.
    pub(super) fn is_untouched(&self, position: usize) -> bool {
        match &self.untouched {
            Some(untouched) => untouched[position],
            None => {
                let path = Address::path_of(self.before.address(position));
                self.stamp(&path) == Some(self.before.written(position).stamp)
            }
        }
    }
}

/// The stamp of a file below a folder, if no link is on the way. `last` is the folder of the file before, with its path.
fn stamp(top: &Folder, path: &str, last: &mut Option<(String, Option<Folder>)>) -> Option<Stamp> {
    let found = match path.rsplit_once('/') {
        None => top.look_here(path),
        Some((above, name)) => {
            if last.as_ref().is_none_or(|(last, _)| last != above) {
                *last = Some((above.to_owned(), top.folder(above).ok()));
            }
            last.as_ref().and_then(|(_, folder)| folder.as_ref())?.look_here(name)
        }
    };
    match found {
        Ok(PathKind::File(stamp)) => stamp,
        _ => None,
    }
}
