//! Why a site could not be published to a folder.

use std::path::PathBuf;
use std::{fmt, io};

/// Why a site could not be published to a folder.
#[derive(Debug)]
pub(crate) enum FolderError {
    /// Something could not be read or written.
    Io(PathBuf, io::Error),
    /// The folder has no parent, or a name that is not UTF-8.
    NoName(PathBuf),
    /// Another `publish` into the folder runs.
    Busy(PathBuf),
    /// What is there is no folder.
    NoFolder(PathBuf),
    /// A link that `--atomic` has not made, or without `--atomic`.
    Link(PathBuf),
    /// A folder, where `--atomic` wants a link.
    NotLink(PathBuf),
    /// Files that Chronicle did not publish are where it would put others.
    Foreign(Vec<PathBuf>),
    /// The system has no links.
    NoLinks,
    /// It overlaps the site, its output or a repository.
    Overlap(PathBuf),
}

impl fmt::Display for FolderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FolderError::Io(path, error) => write!(f, "cannot publish to `{}`: {error}", path.display()),
            FolderError::NoName(path) => {
                write!(f, "cannot publish to `{}`: name a folder in another folder", path.display())
            }
            FolderError::Busy(path) => {
                write!(f, "`{}` is being published to: wait for that to end", path.display())
            }
            FolderError::NoFolder(path) => write!(f, "`{}` is no folder: choose another", path.display()),
            FolderError::Link(path) => write!(
                f,
                "`{}` is a link: `--atomic` moves on links that it has made; name the folder itself otherwise",
                path.display()
            ),
            FolderError::NotLink(path) => write!(
                f,
                "`{}` is a folder, and `--atomic` publishes by a link: move it away once, or leave `--atomic` out",
                path.display()
            ),
            FolderError::Foreign(paths) => {
                let shown: Vec<String> = paths.iter().take(10).map(|path| format!("`{}`", path.display())).collect();
                write!(f, "would replace what was not published by Chronicle: {}", shown.join(", "))?;
                if paths.len() > shown.len() {
                    write!(f, " and {} more", paths.len() - shown.len())?;
                }
                f.write_str("; move it away, or choose another folder; nothing was published")
            }
            FolderError::Overlap(path) => write!(
                f,
                "`{}` is, holds or lies within the site or a git repository: choose a folder outside",
                path.display()
            ),
            FolderError::NoLinks => f.write_str("there are no links on this system: leave `--atomic` out"),
        }
    }
}
