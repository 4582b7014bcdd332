//! Lists the files of the root and its folders without following links to folders.

use std::io;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::{Input, ReadError, Refusal, Source, Stamp, most};
use crate::folder::{Folder, PathKind};

/// Whether a name is ignored: hidden, or an editor's backup (`x.md~`, `#x.md#`).
pub(crate) fn is_passed_over(name: &[u8]) -> bool {
    name.starts_with(b".") || name.ends_with(b"~") || (name.starts_with(b"#") && name.ends_with(b"#"))
}

/// A root whose files are being listed.
pub(super) struct Listing {
    folder: Folder,
    real_root: PathBuf,
}

impl Listing {
    pub(super) fn open(root: &Path) -> Result<Listing, ReadError> {
        let failed = |error| ReadError::Io(root.to_path_buf(), error);
        let real_root = root.canonicalize().map_err(failed)?;
        Ok(Listing { folder: Folder::open(root.to_path_buf()).map_err(failed)?, real_root })
    }

    pub(super) fn into_root(self) -> Folder {
        self.folder
    }

    /// A file in the root itself, if it is there.
    pub(super) fn own(&self, path: &str) -> Result<Option<Input>, ReadError> {
        let found = self.folder.look(path).map_err(|error| ReadError::Io(self.folder.path().join(path), error))?;
        let source = match found {
            PathKind::Nothing | PathKind::BelowFile => return Ok(None),
            PathKind::File(stamp) => of_stamp(path, stamp),
            PathKind::Link => Source::Refused(Refusal::Link),
            PathKind::Folder | PathKind::Special => Source::Refused(Refusal::Special),
        };
        Ok(Some(Input { path: path.into(), source }))
    }

    /// The files of one top folder. Its sub-folders are walked in parallel: a chronicle has one for each year.
    pub(super) fn below(&self, name: &str) -> Result<Vec<Input>, ReadError> {
        let path = self.folder.path().join(name);
        match self.folder.look(name).map_err(|error| ReadError::Io(path.clone(), error))? {
            PathKind::Folder => {}
            PathKind::Link => return Ok(vec![Input { path: name.into(), source: Source::Refused(Refusal::Link) }]),
            PathKind::Special => {
                return Ok(vec![Input { path: name.into(), source: Source::Refused(Refusal::Special) }]);
            }
            PathKind::Nothing | PathKind::BelowFile | PathKind::File(_) => return Ok(Vec::new()),
        }
        let (mut walked, mut folders) = (Vec::new(), vec![path]);
        // Two levels (`content/`, `content/statements/`) are listed here, those below in parallel.
        for _ in 0..2 {
            let mut below = Vec::new();
            for path in std::mem::take(&mut folders) {
                let (inner, files) = self.walk(&path, 1)?;
                below.extend(inner);
                walked.extend(files);
            }
            folders = below;
        }
        let parts: Vec<_> = folders.par_iter().map(|path| self.walk(path, usize::MAX)).collect();
        for part in parts {
            walked.extend(part?.1);
        }
        Ok(walked)
    }

    /// The folders (only where `depth` is 1) and files below `folder`, but for names that are passed over.
    fn walk(&self, folder: &Path, depth: usize) -> Result<(Vec<PathBuf>, Vec<Input>), ReadError> {
        let (mut folders, mut files) = (Vec::new(), Vec::new());
        let walk = WalkDir::new(folder).follow_root_links(false).min_depth(1).max_depth(depth).into_iter();
        for entry in walk.filter_entry(|entry| !is_passed_over(entry.file_name().as_encoded_bytes())) {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(folder).to_path_buf();
                ReadError::Io(path, error.into_io_error().unwrap_or_else(|| io::Error::other("a loop of links")))
            })?;
            let kind = entry.file_type();
            if kind.is_dir() {
                if depth == 1 {
                    folders.push(entry.into_path());
                }
                continue;
            }
            let path = portable(self.folder.path(), entry.path())?;
            let source = if kind.is_symlink() {
                self.linked(&path, entry.path())
            } else if kind.is_file() {
                of_stamp(&path, self.folder.stamp(&path))
            } else {
                Source::Refused(Refusal::Special)
            };
            files.push(Input { path, source });
        }
        // Sorted parts make the final sort faster.
        files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        Ok((folders, files))
    }

    /// The target of a symbolic link: a file in the same top folder, not hidden.
    fn linked(&self, path: &str, link: &Path) -> Source {
        let target = || {
            let target = link.canonicalize().ok()?;
            let below = portable(&self.real_root, target.strip_prefix(&self.real_root).ok()?).ok()?;
            let is_same_folder = below.split('/').next() == path.split('/').next();
            let is_hidden = below.split('/').any(|part| is_passed_over(part.as_bytes()));
            (is_same_folder && !is_hidden).then_some(below)
        };
        let Some(target) = target() else { return Source::Refused(Refusal::Link) };
        match self.folder.look(&target) {
            Ok(PathKind::File(stamp)) => match of_stamp(path, stamp) {
                Source::File(_) => Source::Link(target),
                refused => refused,
            },
            _ => Source::Refused(Refusal::Link),
        }
    }
}

/// A regular file, if it is not too large.
fn of_stamp(path: &str, stamp: Option<Stamp>) -> Source {
    let most = most(path);
    match stamp {
        Some(stamp) if stamp.size > most => Source::Refused(Refusal::TooLarge(most)),
        stamp => Source::File(stamp),
    }
}

fn portable(root: &Path, path: &Path) -> Result<Arc<str>, ReadError> {
    let below = path.strip_prefix(root).unwrap_or(path);
    if let ('/', Some(text)) = (MAIN_SEPARATOR, below.to_str()) {
        return Ok(text.into());
    }
    let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
    parts.map(|parts| parts.join("/").into()).ok_or_else(|| ReadError::Path(path.to_path_buf()))
}
