//! The first stage: lists the files of a site, and is the only code that reads them.
//!
//! [`Inputs::read`] lists `site.toml`, `chronicle.lock`, `content/`, `messages/`, `templates/`, `static/`, `themes/` and
//! `wording/` below the root, in the order of their paths; it interprets nothing. Bytes are read when a stage asks for them
//! (`Inputs::bytes`) and are not kept. The default theme, which is part of the binary, stands in for
//! `themes/default/` where the site has none.
//!
//! Any of these files may come from strangers. Anything but regular files within the size limit is listed but never
//! opened ([`Refusal`]); a symbolic link is followed only to a file in the same top folder.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fmt, io};

use ahash::AHashMap;
use bitcode::{Decode, Encode};
use include_dir::{Dir, include_dir};

pub(crate) use crate::folder::Stamp;

use crate::folder::Folder;
use listing::Listing;
pub(crate) use listing::is_passed_over;

mod listing;

/// The themes in the binary, so that an installed `chronicle` needs no other file.
static THEMES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// The folders below the root that hold files of the site; everything else in the root is not Chronicle's.
pub(crate) const FOLDERS: [&str; 6] = ["content", "messages", "static", "templates", "themes", "wording"];

/// Folders whose names are nearly those of [`FOLDERS`], and how their files end: what is meant is not read.
pub(crate) const MISNAMED: [(&str, &str, &str); 2] =
    [("message", "messages", ".ftl"), ("template", "templates", ".html")];

/// The file with the published record, in the root.
pub(crate) const LOCK: &str = "chronicle.lock";

/// Index of an input; only [`Inputs`] creates it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Decode, Encode)]
pub struct InputId(u32);

impl InputId {
    /// The position in the order of the paths.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A byte range of an input, on character boundaries if the file is UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Decode, Encode)]
pub struct Span {
    pub(crate) input: InputId,
    /// First byte.
    pub(crate) start: u32,
    /// The byte after the last one.
    pub(crate) end: u32,
}

impl Span {
    /// The bytes `range` of `input`. Files above 4 GiB do not get this far ([`Inputs::bytes`] refuses them).
    pub(crate) fn new(input: InputId, range: Range<usize>) -> Span {
        let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { input, start: clip(range.start), end: clip(range.end) }
    }

    /// The empty span at the start of a file, for findings about the file as such.
    pub(crate) fn file(input: InputId) -> Span {
        Span { input, start: 0, end: 0 }
    }

    /// Whether the two have a byte in common.
    pub(crate) fn overlaps(self, other: Span) -> bool {
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
    /// A symbolic link to the file at this path.
    Link(Arc<str>),
    Embedded(&'static [u8]),
    /// Bytes that are not written yet.
    Proposed(Vec<u8>),
    Refused(Refusal),
}

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is a symbolic link that leads to no file of the same input folder.
    Link,
    /// It is a pipe, a socket, a device, or a folder where a file is expected.
    Special,
    /// It has more bytes than this, which is the limit for files of its kind.
    TooLarge(u64),
    /// It is a hidden static file, or a hidden folder of them, of none of the names that hosts look for.
    Hidden,
}

impl Input {
    /// The path below the site's root, with `/` between its parts.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The same, shared.
    pub(crate) fn shared_path(&self) -> Arc<str> {
        Arc::clone(&self.path)
    }

    /// The stamp of the file; none for embedded files, links and proposed bytes, and where the file system has none.
    pub(crate) fn stamp(&self) -> Option<Stamp> {
        match self.source {
            Source::File(stamp) => stamp,
            // A link's target may change while the link does not.
            Source::Link(_) | Source::Embedded(_) | Source::Proposed(_) | Source::Refused(_) => None,
        }
    }

    /// Whether it is a regular file that can be rewritten: not a link, embedded or refused.
    pub(crate) fn is_regular(&self) -> bool {
        matches!(self.source, Source::File(_) | Source::Proposed(_))
    }

    /// Whether the file is part of the binary.
    pub(crate) fn is_embedded(&self) -> bool {
        matches!(self.source, Source::Embedded(_))
    }

    /// Why the file was refused, if it was; it then reads as empty.
    pub(crate) fn refusal(&self) -> Option<Refusal> {
        match self.source {
            Source::Refused(refusal) => Some(refusal),
            _ => None,
        }
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

/// Why the files of a site could not be read: an error of the environment, not of the content.
#[derive(Debug)]
pub enum ReadError {
    /// There is no `site.toml` in the root.
    NoSite(PathBuf),
    /// A file or folder could not be read.
    Io(PathBuf, io::Error),
    /// A path is not UTF-8, so no address can be made of it.
    Path(PathBuf),
    /// The settings are not read.
    Refused(PathBuf, Refusal),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::NoSite(root) => write!(f, "there is no `site.toml` in `{}`", root.display()),
            ReadError::Io(path, error) => write!(f, "cannot read `{}`: {error}", path.display()),
            ReadError::Path(path) => write!(f, "the file name `{}` is not UTF-8", path.display()),
            ReadError::Refused(path, Refusal::Link) => {
                write!(f, "`{}` is a symbolic link, which is not followed: put the file itself there", path.display())
            }
            ReadError::Refused(path, Refusal::Special) => write!(f, "`{}` is no regular file", path.display()),
            ReadError::Refused(path, Refusal::Hidden) => write!(f, "`{}` is hidden", path.display()),
            ReadError::Refused(path, Refusal::TooLarge(most)) => {
                write!(f, "`{}` is larger than {} MiB", path.display(), most >> 20)
            }
        }
    }
}

impl std::error::Error for ReadError {}

/// The largest file with text that Chronicle reads, in bytes: entries, settings, templates, messages.
pub(crate) const LARGEST_TEXT: u64 = 4 << 20;

/// The largest text of a source, in bytes.
pub(crate) const LARGEST_SOURCE_TEXT: u64 = 8 << 20;

/// The largest static file, and `chronicle.lock`, in bytes; hosts of repositories take no larger ones.
pub(crate) const LARGEST_FILE: u64 = 100 << 20;

/// The size limit of a file, so that byte offsets always fit a [`Span`].
fn most(path: &str) -> u64 {
    let mut parts = path.split('/');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("content"), Some("sources"), _) => LARGEST_SOURCE_TEXT,
        (Some("static" | LOCK), ..) | (Some("themes"), _, Some("static")) => LARGEST_FILE,
        _ => LARGEST_TEXT,
    }
}

impl Inputs {
    /// Lists the files of the site in `root`.
    ///
    /// # Errors
    /// [`ReadError`] where there is no `site.toml`, or a folder cannot be listed.
    pub fn read(root: &Path) -> Result<Inputs, ReadError> {
        if !root.join("site.toml").is_file() {
            return Err(ReadError::NoSite(root.to_path_buf()));
        }
        let listing = Listing::open(root)?;
        let mut files = Vec::new();
        files.extend(listing.own("site.toml")?);
        if let Some(refusal) = files.first().and_then(Input::refusal) {
            return Err(ReadError::Refused(root.join("site.toml"), refusal));
        }
        files.extend(listing.own(LOCK)?);
        for name in FOLDERS {
            files.extend(listing.below(name)?);
        }
        for (misnamed, _, ending) in MISNAMED {
            // One file says that the folder is there.
            let below = listing.below(misnamed)?.into_iter().filter(|file| file.path.ends_with(ending));
            files.extend(below.min_by(|one, other| one.path.cmp(&other.path)));
        }
        for theme in THEMES.dirs() {
            let folder = format!("themes/{}/", theme.path().display());
            if !files.iter().any(|file| file.path.starts_with(&folder)) {
                files.extend(embedded(theme));
            }
        }
        let root = listing.into_root();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Inputs::of(root, files))
    }

    /// Files in the order of their paths.
    fn of(root: Folder, files: Vec<Input>) -> Inputs {
        let positions = files.iter().zip(0..).map(|(file, position)| (Arc::clone(&file.path), position)).collect();
        Inputs { root, files, positions }
    }

    /// Adds a file that is not written yet, or overrides an existing one.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: Vec<u8>) -> Inputs {
        let proposed = Input { path: path.into(), source: Source::Proposed(bytes) };
        match self.files.binary_search_by(|file| (*file.path).cmp(path)) {
            Ok(at) => self.files[at] = proposed,
            Err(at) => self.files.insert(at, proposed),
        }
        Inputs::of(self.root, self.files)
    }

    /// Overrides the bytes of a file in memory; it then has no stamp.
    pub(crate) fn propose(&mut self, id: InputId, bytes: Vec<u8>) {
        self.files[id.index()].source = Source::Proposed(bytes);
    }

    /// The folder that holds `site.toml`.
    pub(crate) fn root(&self) -> &Path {
        self.root.path()
    }

    /// `site.toml`, without which there are no inputs.
    pub(crate) fn config(&self) -> InputId {
        id(self.files.partition_point(|file| &*file.path < "site.toml"))
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.files.len()
    }

    /// How many bytes they have together, as far as the file system says.
    pub(crate) fn size(&self) -> u64 {
        self.files.iter().filter_map(Input::stamp).map(|stamp| stamp.size).sum()
    }

    pub(crate) fn get(&self, id: InputId) -> &Input {
        &self.files[id.0 as usize]
    }

    /// Every input, in the order of the paths.
    pub(crate) fn all(&self) -> impl Iterator<Item = (InputId, &Input)> {
        self.files.iter().enumerate().map(|(index, file)| (id(index), file))
    }

    /// The input at exactly this path, if there is one.
    pub fn find(&self, path: &str) -> Option<InputId> {
        self.positions.get(path).copied().map(InputId)
    }

    /// The input that has the bytes of an input: another one where this is a link.
    pub(crate) fn target(&self, id: InputId) -> InputId {
        let Source::Link(target) = &self.get(id).source else { return id };
        self.find(target).filter(|target| self.get(*target).refusal().is_none()).unwrap_or(id)
    }

    /// The inputs whose path starts with `prefix`, in order.
    pub fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (InputId, &'a Input)> {
        let first = self.files.partition_point(|file| &*file.path < prefix);
        let below = self.files[first..].iter().take_while(move |file| file.path.starts_with(prefix));
        below.enumerate().map(move |(offset, file)| (id(first + offset), file))
    }

    /// Reads the bytes of an input.
    ///
    /// # Errors
    /// [`ReadError`] where the file cannot be read (any more).
    pub(crate) fn bytes(&self, id: InputId) -> Result<Cow<'static, [u8]>, ReadError> {
        let Input { path, source } = self.get(id);
        match source {
            Source::Embedded(bytes) => Ok(Cow::Borrowed(bytes)),
            Source::Proposed(bytes) => Ok(Cow::Owned(bytes.clone())),
            Source::Refused(_) => Ok(Cow::Borrowed(b"")),
            Source::File(_) => self.read_file(path, path),
            Source::Link(target) => self.read_file(path, target),
        }
    }

    /// Reads the first bytes of an input, at most `most`.
    ///
    /// # Errors
    /// [`ReadError`] where the file cannot be read (any more).
    pub(crate) fn beginning(&self, id: InputId, most: u64) -> Result<Cow<'_, [u8]>, ReadError> {
        let Input { path, source } = self.get(id);
        let (bytes, target): (&[u8], _) = match source {
            Source::Embedded(bytes) => (bytes, None),
            Source::Proposed(bytes) => (bytes, None),
            Source::Refused(_) => (b"", None),
            Source::File(_) => (b"", Some(path)),
            Source::Link(target) => (b"", Some(target)),
        };
        let Some(target) = target else {
            return Ok(Cow::Borrowed(&bytes[..bytes.len().min(usize::try_from(most).unwrap_or(usize::MAX))]));
        };
        let read = self.root.beginning(target, most);
        read.map(Cow::Owned).map_err(|error| ReadError::Io(self.root.path().join(&**path), error))
    }

    /// Reads the file at `target`, which errors call `path`.
    fn read_file(&self, path: &str, target: &str) -> Result<Cow<'static, [u8]>, ReadError> {
        let bytes = self.root.bytes(target, most(path));
        bytes.map(Cow::Owned).map_err(|error| {
            let path = self.root.path().join(path);
            match error.kind() {
                // It has grown since it was listed.
                io::ErrorKind::FileTooLarge => ReadError::Io(path, io::Error::other("it changed during the run")),
                _ => ReadError::Io(path, error),
            }
        })
    }
}

fn id(index: usize) -> InputId {
    InputId(u32::try_from(index).unwrap_or(u32::MAX))
}

/// The files of messages of the default theme in the binary, of all languages.
pub(crate) fn built_in_messages() -> impl Iterator<Item = &'static str> {
    THEMES.get_dir("default/messages").into_iter().flat_map(Dir::files).filter_map(|file| file.contents_utf8())
}

/// The templates of all themes in the binary, each with its name.
#[cfg(test)]
pub(crate) fn built_in_templates() -> impl Iterator<Item = (String, &'static str)> {
    let templates = THEMES.dirs().filter_map(|theme| theme.get_dir(theme.path().join("templates")));
    templates.flat_map(Dir::files).filter_map(|file| Some((file.path().display().to_string(), file.contents_utf8()?)))
}

/// The files of a theme in the binary.
fn embedded(theme: &'static Dir<'static>) -> Vec<Input> {
    let mut files = BTreeMap::new();
    let mut folders = vec![theme];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = format!("themes/{}", file.path().to_string_lossy().replace('\\', "/"));
            files.insert(path, file.contents());
        }
    }
    files.into_iter().map(|(path, bytes)| Input { path: path.into(), source: Source::Embedded(bytes) }).collect()
}
