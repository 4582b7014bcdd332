//! Checks out the site's files of a commit into a folder of their own, directly from the objects: no attribute or
//! setting changes the bytes, and no name or link leads out of the folder.

use std::collections::{HashMap, HashSet};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Component, Path, PathBuf};

use crate::cli::git::{self, ObjectKind, Repository, TreeEntry};
use crate::folder::is_plain;
use crate::input::{FOLDERS, LARGEST_FILE, LOCK, is_passed_over};

/// How many chained links are followed.
const FOLLOWED: usize = 16;

/// A tree, divided into the site and the rest.
pub(super) struct TreeParts<'a> {
    /// Its files, by the path below the root; links and submodules among them.
    site: Vec<(&'a [u8], &'a TreeEntry)>,
    /// Everything that is no file of the site.
    pub(super) others: Vec<&'a TreeEntry>,
    /// Links and submodules in folders of the site.
    pub(super) foreign: Vec<&'a TreeEntry>,
}

impl<'a> TreeParts<'a> {
    /// Divides a tree by the path from its top to the root of the site.
    pub(super) fn of(tree: &'a [TreeEntry], prefix: &[u8]) -> TreeParts<'a> {
        let below = |entry: &'a TreeEntry| entry.path.strip_prefix(prefix).filter(|path| is_of_site(path));
        let site: Vec<_> = tree.iter().filter_map(|entry| Some((below(entry)?, entry))).collect();
        let is_foreign = |entry: &&TreeEntry| matches!(entry.kind, ObjectKind::Link | ObjectKind::Submodule);
        let foreign = site.iter().map(|(_, entry)| *entry).filter(is_foreign).collect();
        TreeParts { site, others: tree.iter().filter(|entry| below(entry).is_none()).collect(), foreign }
    }

    /// Writes the files below an empty folder, and returns the paths that cannot be checked out.
    pub(super) fn write(&self, repository: &Repository, folder: &Path) -> Result<Vec<String>, String> {
        let links = self.targets(repository)?;
        let (mut files, mut unread) = (Vec::new(), Vec::new());
        for (path, entry) in &self.site {
            let object = match entry.kind {
                ObjectKind::File | ObjectKind::Executable => Some(entry.object.as_str()),
                ObjectKind::Link => self.resolved(path, &links),
                ObjectKind::Submodule => None,
            };
            let place = place(folder, path);
            match (place, object) {
                (Some(place), Some(object)) => files.push((place, object)),
                // A link that is refused now as it was then.
                (Some(place), None) if entry.kind == ObjectKind::Link && path.contains(&b'/') => refused_link(&place)?,
                _ => unread.push(String::from_utf8_lossy(path).into_owned()),
            }
        }
        let (mut folders, mut places) = (HashSet::new(), files.iter().map(|(place, _)| place));
        repository.blobs(files.iter().map(|(_, object)| *object), LARGEST_FILE, |bytes| {
            let place = places.next().ok_or("`git` gives more objects than it was asked for")?;
            create(place, &bytes, &mut folders)
        })?;
        Ok(unread)
    }

    /// Where each link leads, by its path.
    fn targets(&self, repository: &Repository) -> Result<HashMap<&'a [u8], Vec<u8>>, String> {
        let links: Vec<_> = self.site.iter().filter(|(_, entry)| entry.kind == ObjectKind::Link).collect();
        let mut targets = HashMap::new();
        if !links.is_empty() {
            let mut paths = links.iter().map(|(path, _)| *path);
            repository.blobs(links.iter().map(|(_, entry)| entry.object.as_str()), 1 << 16, |target| {
                targets.extend(paths.next().map(|path| (path, target)));
                Ok(())
            })?;
        }
        Ok(targets)
    }

    /// The object of the file that a link leads to, within the same folder of the site.
    fn resolved(&self, link: &[u8], links: &HashMap<&[u8], Vec<u8>>) -> Option<&'a str> {
        let mut path = link.to_vec();
        for _ in 0..FOLLOWED {
            let target = links.get(path.as_slice())?;
            path = joined(&path, target).filter(|path| top(path) == top(link))?;
            let at = self.site.binary_search_by(|(known, _)| (*known).cmp(&path));
            let (_, entry) = self.site[at.ok()?];
            match entry.kind {
                ObjectKind::File | ObjectKind::Executable => return Some(&entry.object),
                ObjectKind::Link => {}
                ObjectKind::Submodule => return None,
            }
        }
        None
    }
}

/// Whether a path below the root is one of those that `Inputs` reads.
fn is_of_site(path: &[u8]) -> bool {
    let is_in_folder = FOLDERS.iter().any(|folder| top(path) == folder.as_bytes());
    path == b"site.toml" || path == LOCK.as_bytes() || (is_in_folder && !is_passed_over(path))
}

fn top(path: &[u8]) -> &[u8] {
    path.split(|byte| *byte == b'/').next().unwrap_or_default()
}

/// The path that a link leads to; none where it leads out of the site.
fn joined(link: &[u8], target: &[u8]) -> Option<Vec<u8>> {
    if target.starts_with(b"/") {
        return None;
    }
    let mut parts: Vec<&[u8]> = link.split(|byte| *byte == b'/').collect();
    parts.pop();
    for part in target.split(|byte| *byte == b'/') {
        match part {
            b"" | b"." => {}
            b".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join(&b'/'))
}

/// Where a file goes; none where its name would lead elsewhere, or is none that a site can have.
fn place(folder: &Path, path: &[u8]) -> Option<PathBuf> {
    if !std::str::from_utf8(path).is_ok_and(is_plain) {
        return None;
    }
    let mut place = folder.to_path_buf();
    for part in path.split(|byte| *byte == b'/') {
        let part = git::path(part).ok()?;
        let mut names = part.components();
        match (names.next(), names.next()) {
            (Some(Component::Normal(name)), None) if name == part && !name.as_encoded_bytes().contains(&0) => {
                place.push(name);
            }
            _ => return None,
        }
    }
    Some(place)
}

fn create(file: &Path, bytes: &[u8], folders: &mut HashSet<PathBuf>) -> Result<(), String> {
    make_folder(file, folders)?;
    let failed = |error| format!("cannot write `{}`: {error}", file.display());
    let mut new = OpenOptions::new().write(true).create_new(true).open(file).map_err(failed)?;
    new.write_all(bytes).map_err(failed)
}

fn make_folder(file: &Path, folders: &mut HashSet<PathBuf>) -> Result<(), String> {
    let Some(folder) = file.parent().filter(|folder| !folders.contains(*folder)) else { return Ok(()) };
    fs::create_dir_all(folder).map_err(|error| format!("cannot write `{}`: {error}", folder.display()))?;
    folders.insert(folder.to_path_buf());
    Ok(())
}

/// A link that leads nowhere, and so is refused as the one in the commit was.
#[cfg(unix)]
fn refused_link(place: &Path) -> Result<(), String> {
    make_folder(place, &mut HashSet::new())?;
    std::os::unix::fs::symlink(".nowhere", place)
        .map_err(|error| format!("cannot write `{}`: {error}", place.display()))
}

/// Without the privilege to create links there is none.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere this can fail")]
fn refused_link(_: &Path) -> Result<(), String> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{is_of_site, joined, place};

    #[test]
    fn no_name_leads_out_of_the_folder() {
        let folder = Path::new("/f");
        assert_eq!(place(folder, b"content/a b.md").as_deref(), Some(Path::new("/f/content/a b.md")));
        for bad in [&b"../x"[..], b"a/../../x", b"/x", b"a//x", b"a/./x", b"a/", b"", b".", b"a\0b", b"\xff"] {
            assert_eq!(place(folder, bad), None, "{bad:?}");
        }
    }

    #[test]
    fn links_are_followed_within_the_site() {
        assert_eq!(joined(b"content/a/x", b"../b/y").as_deref(), Some(&b"content/b/y"[..]));
        assert_eq!(joined(b"content/x", b"./y//z").as_deref(), Some(&b"content/y/z"[..]));
        assert_eq!(joined(b"content/x", b"../../y"), None);
        assert_eq!(joined(b"content/x", b"/etc/passwd"), None);
    }

    #[test]
    fn only_some_paths_are_of_a_site() {
        for path in ["site.toml", "chronicle.lock", "content/a.md", "static/x/y.png", "static/.htaccess"] {
            assert!(is_of_site(path.as_bytes()), "{path}");
        }
        for path in [
            "README.md",
            "contents/a.md",
            "static/.env",
            "content/.htaccess",
            "content/.git/config",
            "content/x.md~",
            ".github/x",
        ] {
            assert!(!is_of_site(path.as_bytes()), "{path}");
        }
    }
}
