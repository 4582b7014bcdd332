//! What `git` knows of a site: the commit that a change began from, and the files of the site in it. Nothing in the
//! repository is changed.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::input::{FOLDERS, LOCK};

/// Branches that a change is usually made for, the likeliest first.
const BASES: [&str; 5] = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];

/// The repository that a site lies in.
pub(super) struct Repository {
    top: PathBuf,
    /// The way from the top to the root of the site: empty, or `site/`.
    prefix: String,
}

impl Repository {
    /// The repository around the root of a site.
    pub(super) fn of(root: &Path) -> Result<Repository, String> {
        let asked = git(root, &["rev-parse", "--show-toplevel"], &[])
            .map_err(|why| format!("`review` compares with what `git` has of `{}`: {why}", root.display()))?;
        let prefix = git(root, &["rev-parse", "--show-prefix"], &[])?;
        Ok(Repository { top: PathBuf::from(line(&asked)), prefix: line(&prefix).to_owned() })
    }

    /// The newest commit that the work at hand has in common with a revision.
    pub(super) fn base(&self, asked: Option<&str>) -> Result<String, String> {
        let commit = |revision: &str| {
            let revision = format!("{revision}^{{commit}}");
            self.git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &revision], &[])
        };
        let (name, found) = match asked {
            Some(name) => (name, commit(name).ok()),
            None => {
                let found = BASES.iter().find_map(|name| Some((*name, commit(name).ok()?)));
                let (name, commit) = found.ok_or_else(|| {
                    let names = BASES.join("`, `");
                    format!("there is no `{names}` to compare with: name a branch or commit with `--base`")
                })?;
                (name, Some(commit))
            }
        };
        let found = found.ok_or_else(|| {
            format!("`git` knows no commit `{name}`: name one that `git log` shows, or fetch it first")
        })?;
        let common = self.git(&["merge-base", "HEAD", line(&found)], &[]).map_err(|_| {
            format!("this branch has no commit in common with `{name}`: fetch more of its history (`fetch-depth: 0`)")
        })?;
        Ok(line(&common).to_owned())
    }

    /// Writes the files of the site as they were in a commit below a folder that is empty.
    pub(super) fn write_site(&self, commit: &str, folder: &Path) -> Result<(), String> {
        let below = self.prefix.trim_end_matches('/');
        let tree = format!("{commit}:{below}");
        // In a commit without the folder there was no site.
        if self.git(&["cat-file", "-e", &tree], &[]).is_err() {
            return Ok(());
        }
        let parts = ["site.toml", LOCK].into_iter().chain(FOLDERS);
        let list: Vec<&str> =
            ["ls-tree", "-r", "-z", "--name-only", "--full-tree", &tree].into_iter().chain(parts).collect();
        let files = self.git(&list, &[])?;
        // An index of its own, so that the repository's stays as it is.
        let index = tempfile::NamedTempFile::new().map_err(|error| format!("cannot make a temporary file: {error}"))?;
        let run = |arguments: &[&str], input: &[u8]| {
            let mut command = self.command();
            command.env("GIT_INDEX_FILE", index.path().with_extension("index")).args(arguments);
            ran(command, input)
        };
        run(&["read-tree", &tree], &[])?;
        let prefix = format!("--prefix={}/", folder.display());
        let written = run(&["checkout-index", "--force", "-z", "--stdin", &prefix], &files);
        // It goes with the machine's other temporary files if it cannot be removed now.
        let _ = std::fs::remove_file(index.path().with_extension("index"));
        written.map(drop)
    }

    fn command(&self) -> Command {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.top);
        command
    }

    fn git(&self, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, String> {
        git(&self.top, arguments, input)
    }
}

fn git(folder: &Path, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, String> {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(arguments);
    ran(command, input)
}

/// Runs a command with `input` to the end; what it printed, or the first line of what it complained of.
fn ran(mut command: Command, input: &[u8]) -> Result<Vec<u8>, String> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => "there is no `git` on this machine: install it".to_owned(),
        _ => format!("cannot run `git`: {error}"),
    };
    let mut child = command.spawn().map_err(failed)?;
    if let Some(mut pipe) = child.stdin.take() {
        match pipe.write_all(input) {
            // It says why it ended early.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => return Err(failed(error)),
            _ => {}
        }
    }
    let output = child.wait_with_output().map_err(failed)?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => {
            let complaint = String::from_utf8_lossy(&output.stderr);
            Err(complaint.lines().next().unwrap_or("`git` failed").trim_start_matches("fatal: ").to_owned())
        }
    }
}

/// The one line that a command printed.
fn line(printed: &[u8]) -> &str {
    std::str::from_utf8(printed).unwrap_or_default().trim_end_matches(['\n', '\r'])
}
