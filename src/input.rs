//! The first stage: which files a site is made of, and the only code that reads them.
//!
//! [`Inputs::read`] lists `site.toml`, `chronicle.lock`, `content/`, `templates/`, `static/`, `themes/` and `wording/`
//! below the root, in the order of their paths; it interprets nothing. Bytes are read when a stage asks for them
//! ([`Inputs::bytes`]) and are not kept. The default theme, which is part of the binary, stands in for
//! `themes/default/` where the site has none.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::ops::Range;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;
use std::{fmt, io};

use ahash::AHashMap;
use bitcode::{Decode, Encode};
use include_dir::{Dir, include_dir};
use rayon::prelude::*;
use walkdir::WalkDir;

pub use crate::folder::Stamp;

use crate::folder::Folder;

/// The theme in the binary, so that an installed `chronicle` needs no other file.
static DEFAULT_THEME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The folders below the root that hold files of the site; everything else in the root is not Chronicle's.
pub const FOLDERS: [&str; 5] = ["content", "static", "templates", "themes", "wording"];

/// The memory of the published record, in the root.
pub const LOCK: &str = "chronicle.lock";

/// Which of the inputs; an index that only [`Inputs`] makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Decode, Encode)]
pub struct InputId(u32);

impl InputId {
    /// The position in the order of the paths.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A place in an input: a byte range of the whole file, on character boundaries when the file is UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Decode, Encode)]
pub struct Span {
    /// The file.
    pub input: InputId,
    /// First byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// The bytes `range` of `input`. Files above 4 GiB do not get this far ([`Inputs::bytes`] refuses them).
    pub fn new(input: InputId, range: Range<usize>) -> Span {
        let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { input, start: clip(range.start), end: clip(range.end) }
    }

    /// The start of a file: for findings about the file as such.
    pub fn file(input: InputId) -> Span {
        Span { input, start: 0, end: 0 }
    }

    /// Whether the two have a byte in common.
    pub fn overlaps(self, other: Span) -> bool {
        self.input == other.input && self.start < other.end && other.start < self.end
    }

    /// The byte range.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// One file of the site.
#[derive(Debug)]
pub struct Input {
    path: Arc<str>,
    source: Source,
}

#[derive(Debug)]
enum Source {
    File(Option<Stamp>),
    Embedded(&'static [u8]),
    /// A file that is not written yet.
    Proposed(Vec<u8>),
    /// A symbolic link that Chronicle does not follow.
    Link,
}

impl Input {
    /// The path below the site's root, with `/` between its parts.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The same, to be kept.
    pub fn shared_path(&self) -> Arc<str> {
        Arc::clone(&self.path)
    }

    /// Its stamp; none for what is part of the binary, and where the file system has none.
    pub fn stamp(&self) -> Option<Stamp> {
        match self.source {
            Source::File(stamp) => stamp,
            Source::Embedded(_) | Source::Proposed(_) | Source::Link => None,
        }
    }

    /// Whether the file is part of the binary.
    pub fn is_embedded(&self) -> bool {
        matches!(self.source, Source::Embedded(_))
    }

    /// Whether this is a symbolic link that leaves the root or names a folder; its bytes cannot be had.
    pub fn is_refused_link(&self) -> bool {
        matches!(self.source, Source::Link)
    }
}

/// All files of a site, sorted by path.
#[derive(Debug)]
pub struct Inputs {
    root: Folder,
    files: Vec<Input>,
    /// Positions in the list by path.
    positions: AHashMap<Arc<str>, u32>,
}

/// Why the files of a site could not be read: a fault of the machine, not of what an author wrote.
#[derive(Debug)]
pub enum ReadError {
    /// There is no `site.toml` in the root.
    NoSite(PathBuf),
    /// A file or folder could not be read.
    Io(PathBuf, io::Error),
    /// A path is not UTF-8, so no address can be made of it.
    Path(PathBuf),
    /// A file is too large to be text of a chronicle.
    TooLarge(PathBuf),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::NoSite(root) => write!(f, "there is no `site.toml` in `{}`", root.display()),
            ReadError::Io(path, error) => write!(f, "cannot read `{}`: {error}", path.display()),
            ReadError::Path(path) => write!(f, "the file name `{}` is not UTF-8", path.display()),
            ReadError::TooLarge(path) => write!(f, "`{}` is larger than 1 GiB", path.display()),
        }
    }
}

impl std::error::Error for ReadError {}

/// Larger files are refused before they are read; byte offsets then always fit a [`Span`].
const LARGEST: u64 = 1 << 30;

impl Inputs {
    /// Lists the files of the site in `root`.
    ///
    /// # Errors
    /// [`ReadError`] where there is no `site.toml`, or a folder cannot be listed.
    pub fn read(root: &Path) -> Result<Inputs, ReadError> {
        let config = root.join("site.toml");
        if !config.is_file() {
            return Err(ReadError::NoSite(root.to_path_buf()));
        }
        let failed = |error| ReadError::Io(root.to_path_buf(), error);
        let real_root = root.canonicalize().map_err(failed)?;
        let folder = Folder::open(root.to_path_buf()).map_err(failed)?;
        let own = |path: &str| Input { path: path.into(), source: Source::File(folder.stamp(path)) };
        let mut files = vec![own("site.toml")];
        if root.join(LOCK).exists() {
            files.push(own(LOCK));
        }
        for name in FOLDERS {
            files.extend(list(&folder, &real_root, name)?);
        }
        if !root.join("themes/default").is_dir() {
            files.extend(embedded());
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Inputs::of(folder, files))
    }

    /// Files in the order of their paths.
    fn of(root: Folder, files: Vec<Input>) -> Inputs {
        let positions = files.iter().zip(0..).map(|(file, position)| (Arc::clone(&file.path), position)).collect();
        Inputs { root, files, positions }
    }

    /// The same site with one more file, which is not written yet; it stands in for one that is there.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: Vec<u8>) -> Inputs {
        let proposed = Input { path: path.into(), source: Source::Proposed(bytes) };
        match self.files.binary_search_by(|file| (*file.path).cmp(path)) {
            Ok(at) => self.files[at] = proposed,
            Err(at) => self.files.insert(at, proposed),
        }
        Inputs::of(self.root, self.files)
    }

    /// The folder that holds `site.toml`.
    pub fn root(&self) -> &Path {
        self.root.path()
    }

    /// `site.toml`, without which there are no inputs.
    pub fn config(&self) -> InputId {
        id(self.files.partition_point(|file| &*file.path < "site.toml"))
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.files.len()
    }

    /// One input.
    pub fn get(&self, id: InputId) -> &Input {
        &self.files[id.0 as usize]
    }

    /// Every input, in the order of the paths.
    pub fn all(&self) -> impl Iterator<Item = (InputId, &Input)> {
        self.files.iter().enumerate().map(|(index, file)| (id(index), file))
    }

    /// The input at exactly this path, if there is one.
    pub fn find(&self, path: &str) -> Option<InputId> {
        self.positions.get(path).copied().map(InputId)
    }

    /// The inputs whose path starts with `prefix`, in order.
    pub fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (InputId, &'a Input)> {
        let first = self.files.partition_point(|file| &*file.path < prefix);
        let below = self.files[first..].iter().take_while(move |file| file.path.starts_with(prefix));
        below.enumerate().map(move |(offset, file)| (id(first + offset), file))
    }

    /// The bytes of an input, read now.
    ///
    /// # Errors
    /// [`ReadError`] where the file cannot be read (any more).
    pub fn bytes(&self, id: InputId) -> Result<Cow<'static, [u8]>, ReadError> {
        let Input { path, source } = self.get(id);
        match source {
            Source::Embedded(bytes) => Ok(Cow::Borrowed(bytes)),
            Source::Proposed(bytes) => Ok(Cow::Owned(bytes.clone())),
            Source::Link => Ok(Cow::Borrowed(b"")),
            Source::File(stamp) => {
                let bytes = self.root.bytes(path, stamp.map_or(0, |stamp| stamp.size), LARGEST);
                bytes.map(Cow::Owned).map_err(|error| match error.kind() {
                    io::ErrorKind::FileTooLarge => ReadError::TooLarge(self.root.path().join(&**path)),
                    _ => ReadError::Io(self.root.path().join(&**path), error),
                })
            }
        }
    }
}

fn id(index: usize) -> InputId {
    InputId(u32::try_from(index).unwrap_or(u32::MAX))
}

/// The files of one top folder. Its sub-folders are walked in parallel: a chronicle has one for each year.
fn list(root: &Folder, real_root: &Path, name: &str) -> Result<Vec<Input>, ReadError> {
    let mut walked = Vec::new();
    let mut folders = vec![root.path().join(name)];
    // Two levels (`content/`, `content/statements/`) are opened here, what lies below them on all threads.
    for _ in 0..2 {
        let mut below = Vec::new();
        for path in std::mem::take(&mut folders).into_iter().filter(|path| path.is_dir()) {
            let (inner, files) = walk(root, real_root, &path, 1)?;
            below.extend(inner);
            walked.extend(files);
        }
        folders = below;
    }
    let parts: Vec<_> = folders.par_iter().map(|path| walk(root, real_root, path, usize::MAX)).collect();
    for part in parts {
        walked.extend(part?.1);
    }
    Ok(walked)
}

/// Whether a name is none of the site's: hidden, or a copy that an editor keeps beside a file (`x.md~`, `#x.md#`).
fn is_passed_over(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name.starts_with(b".") || name.ends_with(b"~") || (name.starts_with(b"#") && name.ends_with(b"#"))
}

/// The folders (only where `depth` is 1) and files below `folder`, but for names that are passed over.
fn walk(root: &Folder, real_root: &Path, folder: &Path, depth: usize) -> Result<(Vec<PathBuf>, Vec<Input>), ReadError> {
    let (mut folders, mut files) = (Vec::new(), Vec::new());
    let walk = WalkDir::new(folder).min_depth(1).max_depth(depth).into_iter();
    for entry in walk.filter_entry(|entry| !is_passed_over(entry.file_name())) {
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
        let path = portable(root.path(), entry.path())?;
        let source = if kind.is_symlink() && !is_file_below(real_root, entry.path()) {
            Source::Link
        } else {
            // A link's target may change while the link does not.
            Source::File(if kind.is_symlink() { None } else { root.stamp(&path) })
        };
        files.push(Input { path, source });
    }
    // All together are put in order faster when each part is.
    files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    Ok((folders, files))
}

fn is_file_below(real_root: &Path, link: &Path) -> bool {
    link.canonicalize().is_ok_and(|target| target.is_file() && target.starts_with(real_root))
}

fn portable(root: &Path, path: &Path) -> Result<Arc<str>, ReadError> {
    let below = path.strip_prefix(root).unwrap_or(path);
    if let ('/', Some(text)) = (MAIN_SEPARATOR, below.to_str()) {
        return Ok(text.into());
    }
    let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
    parts.map(|parts| parts.join("/").into()).ok_or_else(|| ReadError::Path(path.to_path_buf()))
}

fn embedded() -> Vec<Input> {
    let mut files = BTreeMap::new();
    let mut folders = vec![&DEFAULT_THEME];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = format!("themes/default/{}", file.path().to_string_lossy().replace('\\', "/"));
            files.insert(path, file.contents());
        }
    }
    files.into_iter().map(|(path, bytes)| Input { path: path.into(), source: Source::Embedded(bytes) }).collect()
}
