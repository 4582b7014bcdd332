//! The folder that becomes a site: what is there already, and what of a new site finds its place there.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::files::{EXAMPLES, NewFile};
use super::text::is_unseen;
use crate::folder::{Folder, PathKind};
use crate::output;

/// A folder, with what stands in it.
#[derive(Debug)]
pub(super) struct Place {
    root: PathBuf,
    /// The names of what stands in it.
    names: Vec<String>,
    /// The names without `.md` of the records that are there already.
    records: BTreeSet<String>,
}

/// Why a file of a new site is not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// Something stands at its path.
    Exists,
    /// A link stands at its path, or on the way to it.
    Link,
    /// A file stands where a folder of it would be.
    BelowFile,
    /// A file of another name says the same: a licence, a README.
    OtherName,
    /// The site has records of its own.
    HasRecords,
}

impl Left {
    pub(super) fn reason(self) -> &'static str {
        match self {
            Left::Exists => "it is there already",
            Left::Link => "a symbolic link is in its place, or on the way to it",
            Left::BelowFile => "a file is in the place of its folder",
            Left::OtherName => "there is one under another name",
            Left::HasRecords => "there are records already",
        }
    }
}

impl Place {
    /// Looks at a folder, which may not be there yet. Without `adopt` it must be one that nothing was made in yet: what
    /// services put into a new repository is no obstacle.
    ///
    /// # Errors
    /// Where it is no folder, or one that a new site has no place in.
    pub(super) fn find(root: &Path, adopt: bool) -> Result<Place, String> {
        let shown = root.display();
        let outer = outer_site(root).map_err(|error| format!("cannot use `{shown}`: {error}"))?;
        if let Some(outer) = outer.filter(|_| !adopt) {
            let outer = outer.display();
            return Err(format!(
                "`{shown}` is within the site `{outer}`: choose a folder outside of it, or add `--adopt`"
            ));
        }
        let mut names = Vec::new();
        if fs::symlink_metadata(root).is_ok() {
            let entries = fs::read_dir(root).map_err(|error| format!("cannot use `{shown}`: {error}"))?;
            for entry in entries {
                let entry = entry.map_err(|error| format!("cannot use `{shown}`: {error}"))?;
                names.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
        names.sort();
        if let Some(name) = names.iter().find(|name| !adopt && !is_of_a_new_repository(name)) {
            return Err(format!(
                "`{shown}` is not empty, it has `{name}`: choose a new folder, or add `--adopt` to write what is missing there"
            ));
        }
        Ok(Place { root: root.to_path_buf(), names, records: records(root) })
    }

    /// Whether there is a site already.
    pub(super) fn has_settings(&self) -> bool {
        self.names.iter().any(|name| name == "site.toml")
    }

    /// The branch that others begin from, where there is a clone and it is not called `main`: that of the clone's origin, or
    /// else the one that is checked out where there is no branch `main` beside it.
    pub(super) fn branch(&self) -> Option<String> {
        let git = self.root.join(".git");
        let read = |path: &str, most: u64| {
            let file = git.join(path);
            let is_small = fs::symlink_metadata(&file).is_ok_and(|found| found.is_file() && found.len() <= most);
            is_small.then(|| fs::read_to_string(file).ok()).flatten()
        };
        let named = |path: &str, before: &str| {
            let text = read(path, 4096)?;
            let name = text.trim_end().strip_prefix("ref: ")?.strip_prefix(before)?.to_owned();
            // A file that says where else to look names no branch.
            (!name.starts_with('.') && !name.chars().any(is_unseen)).then_some(name)
        };
        let is_packed = || {
            let packed = read("packed-refs", 1 << 24).unwrap_or_default();
            packed.lines().any(|line| line.ends_with(" refs/heads/main"))
        };
        let here = || {
            let has_main = git.join("refs/heads/main").is_file() || is_packed();
            named("HEAD", "refs/heads/").filter(|_| !has_main)
        };
        named("refs/remotes/origin/HEAD", "refs/remotes/origin/").or_else(here).filter(|name| name != "main")
    }

    /// Writes each file whose place is free, and says which ones it left, and why.
    ///
    /// # Errors
    /// Where a file cannot be written; those before it are.
    pub(super) fn write(&self, files: Vec<NewFile>) -> Result<Vec<(NewFile, Left)>, String> {
        let root = self.root.display();
        fs::create_dir_all(&self.root).map_err(|error| format!("cannot make `{root}`: {error}"))?;
        let folder = Folder::open(self.root.clone()).map_err(|error| format!("cannot use `{root}`: {error}"))?;
        let mut left = Vec::new();
        for file in files {
            match self.obstacle(&folder, file.path) {
                Some(reason) => left.push((file, reason)),
                None => output::create(&self.root, file.path, file.text.as_bytes())
                    .map_err(|error| format!("{error}; the files before it were written"))?,
            }
        }
        Ok(left)
    }

    fn obstacle(&self, folder: &Folder, path: &str) -> Option<Left> {
        if !self.records.is_empty() && EXAMPLES.iter().any(|(example, _)| *example == path) {
            return Some(Left::HasRecords);
        }
        match folder.look(path) {
            Ok(PathKind::Nothing) => {}
            Ok(PathKind::BelowFile) => return Some(Left::BelowFile),
            Ok(PathKind::Link) | Err(_) => return Some(Left::Link),
            Ok(PathKind::File(_) | PathKind::Folder | PathKind::Special) => return Some(Left::Exists),
        }
        let stem = path.strip_prefix("content/").and_then(|rest| rest.rsplit('/').next()?.strip_suffix(".md"));
        if stem.is_some_and(|stem| self.records.contains(stem)) {
            return Some(Left::OtherName);
        }
        let is_known = |is: fn(&str) -> bool| is(path) && self.names.iter().any(|name| is(name));
        (is_known(is_readme) || is_known(is_license)).then_some(Left::OtherName)
    }
}

/// The site that a folder is in, whether the folder is there or not.
fn outer_site(root: &Path) -> io::Result<Option<PathBuf>> {
    let here = std::path::absolute(root)?;
    let Some(existing) = here.ancestors().find(|folder| folder.exists()) else { return Ok(None) };
    // `..` leads out of a folder, and so may a link.
    let real = existing.canonicalize()?;
    let around = real.ancestors().skip(usize::from(existing == here));
    Ok(around.into_iter().find(|folder| folder.join("site.toml").is_file()).map(Path::to_path_buf))
}

/// The ids of the records below `content/`. Links are not followed.
fn records(root: &Path) -> BTreeSet<String> {
    let files = walkdir::WalkDir::new(root.join("content")).follow_root_links(false).into_iter().filter_map(Result::ok);
    let name = |file: walkdir::DirEntry| file.file_name().to_str()?.strip_suffix(".md").map(str::to_owned);
    files.filter_map(name).collect()
}

fn is_of_a_new_repository(name: &str) -> bool {
    matches!(name, ".git" | ".gitignore" | ".gitattributes") || is_readme(name) || is_license(name)
}

fn is_readme(name: &str) -> bool {
    is_called(name, &["readme"])
}

fn is_license(name: &str) -> bool {
    is_called(name, &["license", "licence", "copying", "unlicense", "notice"])
}

/// Whether a file of the root is called so, with any ending: `LICENSE`, `License.md`, `LICENSE-MIT`.
fn is_called(name: &str, words: &[&str]) -> bool {
    let name = name.to_lowercase();
    let rest = words.iter().find_map(|word| name.strip_prefix(word));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '-']))
}
