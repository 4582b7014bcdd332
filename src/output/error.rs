//! Why there is no site in the output folder.

use std::path::PathBuf;
use std::{error, fmt, io};

/// Why the site could not be written.
#[derive(Debug)]
pub enum OutputError {
    /// A file or folder could not be written.
    Io(PathBuf, io::Error),
    /// A page would stand outside the output folder.
    Outside(String),
    /// The output folder would overwrite the site's own files.
    Overlap(PathBuf),
    /// The output is no folder.
    NoFolder(PathBuf),
    /// The output folder is a git repository.
    Repository(PathBuf),
    /// Files that Chronicle did not write are where pages would be; at least one.
    Foreign(Vec<PathBuf>),
    /// A state file is larger than a site of this size can need.
    Oversized(PathBuf),
    /// What Chronicle did not write is in the way: a folder where a file would be, or a file where a folder would be.
    InTheWay(PathBuf),
}

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OutputError::Io(path, error) => write!(f, "cannot write `{}`: {error}", path.display()),
            OutputError::Outside(path) => write!(f, "the page `{path}` would leave the output folder"),
            OutputError::Overlap(path) => {
                write!(f, "the output folder `{}` holds the site's own files: choose another", path.display())
            }
            OutputError::NoFolder(path) => {
                write!(f, "cannot write `{}`: it is no folder, choose another", path.display())
            }
            OutputError::Repository(path) => {
                write!(f, "the output folder `{}` is a git repository: choose another", path.display())
            }
            OutputError::Foreign(paths) => {
                let shown: Vec<String> = paths.iter().take(SHOWN).map(|path| format!("`{}`", path.display())).collect();
                write!(f, "would replace what Chronicle did not write: {}", shown.join(", "))?;
                if paths.len() > SHOWN {
                    write!(f, " and {} more", paths.len() - SHOWN)?;
                }
                f.write_str("; move it away, choose another folder, or add `--force`; nothing was written")
            }
            OutputError::Oversized(path) => write!(
                f,
                "`{}` is larger than it can be for this site: remove it; pages that are there then need `--force`",
                path.display()
            ),
            OutputError::InTheWay(path) => write!(
                f,
                "`{}`, which Chronicle did not write, is in the way of the site: move it away; nothing was written",
                path.display()
            ),
        }
    }
}

impl error::Error for OutputError {}

/// How many foreign files are listed.
const SHOWN: usize = 10;
