//! Files that the user names: in a folder whose content may be a stranger's, or elsewhere.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use super::Folder;

/// The path relative to the root, if it is below it and UTF-8. Links below the root are not resolved.
pub(crate) fn names_below(real_root: &Path, path: &Path) -> Option<Vec<String>> {
    let parts: Vec<Component<'_>> = path.components().collect();
    let is_root = |end: &usize| {
        let above: PathBuf = parts[..*end].iter().collect();
        above.canonicalize().is_ok_and(|above| above == real_root)
    };
    // The last match, since `site/../site/public` passes the root twice.
    let root = (1..=parts.len()).rfind(is_root)?;
    let mut below = Vec::new();
    for part in &parts[root..] {
        match part {
            Component::Normal(name) => below.push(name.to_str()?.to_owned()),
            Component::ParentDir => drop(below.pop()?),
            _ => {}
        }
    }
    Some(below)
}

/// Reads a file that the user named, of at most `most` bytes. Within the folder `top` it is a regular file that no link
/// leads to; elsewhere the path is the user's, and may be that of a pipe.
///
/// # Errors
/// Where it cannot be read, or within `top` is no regular file or a link is at its path or on the way;
/// [`io::ErrorKind::FileTooLarge`].
#[expect(clippy::disallowed_methods, reason = "elsewhere the path is the user's")]
pub(crate) fn read_named(top: &Path, file: &Path, most: u64) -> io::Result<Vec<u8>> {
    let real_top = top.canonicalize()?;
    if let Some(names) = names_below(&real_top, &std::path::absolute(file)?).filter(|names| !names.is_empty()) {
        return Folder::open(real_top)?.bytes(&names.join("/"), most);
    }
    let mut bytes = Vec::new();
    File::open(file)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}
