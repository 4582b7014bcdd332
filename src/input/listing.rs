//! Lists the files of the root and its folders without following links to folders.

use std::io;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::{Input, ReadError, Refusal, Source, Stamp, most};
use crate::folder::{Folder, PathKind};

/// Hidden files and folders that hosts and other programs look for on a site: those of RFC 8615, of Apache and of Codeberg Pages.
const FOR_HOSTS: [&[u8]; 3] = [b".well-known", b".htaccess", b".domains"];

/// Beginnings of hidden names that systems, editors and git leave behind: nobody means to publish them.
const LEFT_BEHIND: [&[u8]; 8] = [b".git", b".DS_Store", b"._", b".directory", b".keep", b".#", b".~", b".nojekyll"];

/// Whether a file or folder is passed over, by its path below the root: hidden, or an editor's backup (`x.md~`, `#x.md#`). Among
/// static files, some that are hidden are meant for hosts.
pub(crate) fn is_passed_over(path: &[u8]) -> bool {
    let is_static = is_static(path);
    path.split(|byte| *byte == b'/').any(|name| {
        let is_hidden = name.starts_with(b".") && !(is_static && FOR_HOSTS.contains(&name));
        is_hidden || name.ends_with(b"~") || (name.starts_with(b"#") && name.ends_with(b"#"))
    })
}

/// Whether a path leads into the static files of the site or of a theme.
fn is_static(path: &[u8]) -> bool {
    let mut parts = path.split(|byte| *byte == b'/');
    match parts.next() {
        Some(b"static") => true,
        Some(b"themes") => parts.nth(1) == Some(b"static"),
        _ => false,
    }
}

/// Whether whoever keeps a hidden file or folder at this path may think that it is published.
fn may_be_missed(path: &[u8]) -> bool {
    let name = path.rsplit(|byte| *byte == b'/').next().unwrap_or_default();
    let is_left_behind = LEFT_BEHIND.iter().any(|beginning| name.starts_with(beginning)) || name.ends_with(b".swp");
    is_static(path) && name.starts_with(b".") && !is_left_behind && !name.ends_with(b"~")
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

    /// The folders (only where `depth` is 1) and files below `folder`, but for those that are passed over.
    fn walk(&self, folder: &Path, depth: usize) -> Result<(Vec<PathBuf>, Vec<Input>), ReadError> {
        let (mut folders, mut files) = (Vec::new(), Vec::new());
        let mut walk = WalkDir::new(folder).follow_root_links(false).min_depth(1).max_depth(depth).into_iter();
        while let Some(entry) = walk.next() {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(folder).to_path_buf();
                ReadError::Io(path, error.into_io_error().unwrap_or_else(|| io::Error::other("a loop of links")))
            })?;
            let kind = entry.file_type();
            // Most names are nothing of the kind, and their whole paths are not looked at.
            if is_passed_over(entry.file_name().as_encoded_bytes()) {
                let path = entry.path().strip_prefix(self.folder.path()).unwrap_or(entry.path());
                let path = path.as_os_str().as_encoded_bytes();
                if is_passed_over(path) {
                    if kind.is_dir() {
                        walk.skip_current_dir();
                    }
                    if may_be_missed(path) {
                        let path = portable(self.folder.path(), entry.path())?;
                        files.push(Input { path, source: Source::Refused(Refusal::Hidden) });
                    }
                    continue;
                }
            }
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
            (is_same_folder && !is_passed_over(below.as_bytes())).then_some(below)
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
