//! Runs `git` so that a pull request cannot influence it: no attributes, hooks or settings run a command or change what
//! is read. Only objects are read, without filters, and the repository is never modified.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{ChildStderr, ChildStdin, Command, Stdio};
use std::thread;

/// Settings of the repository that could run a command, fetch something, or change what is printed.
const SETTINGS: [&str; 10] = [
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.attributesFile=/dev/null",
    "core.quotePath=false",
    "log.showSignature=false",
    "i18n.logOutputEncoding=UTF-8",
    "protocol.allow=never",
    "gc.auto=0",
    "advice.graftFileDeprecated=false",
    // A folder of the site may look like a bare repository.
    "safe.bareRepository=explicit",
];

/// Variables with which a hook or another `git` selects a repository or index; unset, so that the one around the site
/// is used.
const VARIABLES: [&str; 13] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_EXTERNAL_DIFF",
    "GIT_ICASE_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
];

/// The repository around the root of a site.
#[derive(Debug)]
pub(super) struct Repository {
    top: PathBuf,
    /// The path from the top to the root of the site: empty, or `site/`.
    prefix: Vec<u8>,
}

/// What a commit has at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TreeEntry {
    pub(super) kind: ObjectKind,
    pub(super) object: String,
    /// From the top of the repository, with `/` between its parts.
    pub(super) path: Vec<u8>,
}

/// What kind of thing stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ObjectKind {
    File,
    Executable,
    Link,
    /// A submodule.
    Submodule,
}

impl Repository {
    /// Finds the repository around a folder, starting from the nearest folder with `.git`, which no commit can contain:
    /// a site cannot plant a repository.
    pub(super) fn of(root: &Path) -> Result<Repository, String> {
        let start = start(root).unwrap_or_else(|| root.to_path_buf());
        let printed = run(command(&start, &["rev-parse", "--show-toplevel"]))?;
        let top = path(line(&printed))?;
        let real =
            |path: &Path| path.canonicalize().map_err(|error| format!("cannot read `{}`: {error}", path.display()));
        let (real_root, real_top) = (real(root)?, real(&top)?);
        let below = real_root.strip_prefix(&real_top);
        let below =
            below.map_err(|_| format!("`{}` is not in the folder `{}` of `git`", root.display(), top.display()))?;
        let prefix = below.iter().flat_map(|part| [part.as_encoded_bytes(), b"/"].concat()).collect();
        Ok(Repository { top, prefix })
    }

    /// The folder around the site that its commits are of.
    pub(super) fn top(&self) -> &Path {
        &self.top
    }

    /// The path from the top to the root of the site: empty, or `site/`.
    pub(super) fn prefix(&self) -> &[u8] {
        &self.prefix
    }

    /// The number of a commit, if there is one of this name.
    pub(super) fn commit(&self, revision: &str) -> Option<String> {
        let revision = format!("{revision}^{{commit}}");
        let asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", &revision];
        run(command(&self.top, &asked)).ok().map(|printed| text(&printed))
    }

    /// The newest commit that two commits have in common.
    pub(super) fn merge_base(&self, one: &str, other: &str) -> Option<String> {
        run(command(&self.top, &["merge-base", one, other])).ok().map(|printed| text(&printed))
    }

    /// All that a commit holds, in the order of the paths.
    pub(super) fn tree(&self, commit: &str) -> Result<Vec<TreeEntry>, String> {
        let printed = run(command(&self.top, &["ls-tree", "-r", "-z", "--full-tree", commit]))?;
        let lines = printed.split(|byte| *byte == 0).filter(|line| !line.is_empty());
        lines.map(|line| entry(line).ok_or_else(|| "cannot understand what `git ls-tree` prints".to_owned())).collect()
    }

    /// Gives the bytes of objects, in their order, to `take`. None may be larger than `most`.
    pub(super) fn blobs<'a>(
        &self,
        objects: impl Iterator<Item = &'a str> + Send + Clone,
        most: u64,
        mut take: impl FnMut(Vec<u8>) -> Result<(), String>,
    ) -> Result<(), String> {
        let mut command = command(&self.top, &["cat-file", "--batch", "--buffer"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| failed(&error))?;
        let (asked, answers, complaints) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let outcome = thread::scope(|scope| {
            let wanted = objects.clone();
            scope.spawn(move || ask(asked, wanted));
            let complaint = scope.spawn(move || complaint(complaints));
            let mut answers = BufReader::new(answers.ok_or("`git cat-file` has no output")?);
            let mut objects = objects;
            let read: Result<(), String> = objects.try_for_each(|object| take(blob(&mut answers, object, most)?));
            if read.is_err() {
                // It blocks on a full pipe.
                let _ = child.kill();
            }
            drop(answers);
            let complaint = complaint.join().unwrap_or_default();
            read.map_err(|reason| if complaint.is_empty() { reason } else { format!("{reason}: {complaint}") })
        });
        let _ = child.wait();
        outcome
    }
}

/// Runs `git` for what `chronicle publish` was asked to do: it reaches another repository, with the user's own settings and
/// credentials, and stores objects. Hooks, filters and attributes have no say.
#[derive(Debug)]
pub(super) struct Publisher(Repository);

impl Publisher {
    /// With the repository around the root of a site.
    pub(super) fn of(root: &Path) -> Result<Publisher, String> {
        Repository::of(root).map(Publisher)
    }

    pub(super) fn repository(&self) -> &Repository {
        &self.0
    }

    /// What a command printed, or the first line of what it complained of.
    pub(super) fn run(&self, arguments: &[&str]) -> Result<Vec<u8>, String> {
        outcome(self.command(arguments).stdin(Stdio::null()).output())
    }

    /// The same with an index of its own, and with something to read.
    pub(super) fn with_index(&self, index: &Path, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, String> {
        let mut command = self.command(arguments);
        command.env("GIT_INDEX_FILE", index);
        fed(command, input)
    }

    /// The numbers of the objects that files are, byte for byte, in the same order; if `stores`, they are stored as well.
    pub(super) fn objects(&self, files: &[PathBuf], stores: bool) -> Result<Vec<String>, String> {
        let lines: Vec<u8> =
            files.iter().flat_map(|path| [path.as_os_str().as_encoded_bytes(), b"\n"].concat()).collect();
        let arguments = ["hash-object", "--no-filters", "--stdin-paths", "-w"];
        let printed = fed(self.command(&arguments[..if stores { 4 } else { 3 }]), &lines)?;
        let objects: Vec<String> = text(&printed).lines().map(str::to_owned).collect();
        if objects.len() == files.len() { Ok(objects) } else { Err("`git hash-object` failed".to_owned()) }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        for name in VARIABLES {
            command.env_remove(name);
        }
        command.args(["--no-pager", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "gc.auto=0"]);
        command.args(["-c", "core.attributesFile=/dev/null"]);
        command.arg("-C").arg(&self.0.top).args(arguments);
        command
    }
}

/// Runs a command that reads something.
fn fed(mut command: Command, input: &[u8]) -> Result<Vec<u8>, String> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| failed(&error))?;
    let pipe = child.stdin.take();
    // A thread writes: where the pipes of both sides were full, each would wait for the other.
    let output = thread::scope(|scope| {
        scope.spawn(move || pipe.map(|mut pipe| pipe.write_all(input)));
        child.wait_with_output()
    });
    outcome(output)
}

fn outcome(output: std::io::Result<std::process::Output>) -> Result<Vec<u8>, String> {
    let output = output.map_err(|error| failed(&error))?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => Err(first_line(&output.stderr)),
    }
}

/// The nearest folder at or above this one that holds `.git`.
fn start(root: &Path) -> Option<PathBuf> {
    let absolute = std::path::absolute(root).ok()?;
    absolute.ancestors().find(|folder| folder.join(".git").exists()).map(Path::to_path_buf)
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    for name in VARIABLES {
        command.env_remove(name);
    }
    // Ignore replacement objects and grafts, and never fetch.
    command.env("GIT_NO_REPLACE_OBJECTS", "1").env("GIT_GRAFT_FILE", "/dev/null").env("GIT_NO_LAZY_FETCH", "1");
    command.env("GIT_TERMINAL_PROMPT", "0").args(["--no-pager", "--no-optional-locks", "--literal-pathspecs"]);
    for setting in SETTINGS {
        command.args(["-c", setting]);
    }
    command.arg("-C").arg(folder).args(arguments);
    command
}

/// Runs a command to the end; what it printed, or the first line of what it complained of.
fn run(mut command: Command) -> Result<Vec<u8>, String> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| failed(&error))?;
    if output.status.success() { Ok(output.stdout) } else { Err(first_line(&output.stderr)) }
}

fn failed(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no `git` on this machine: install it".to_owned(),
        _ => format!("cannot run `git`: {error}"),
    }
}

fn first_line(complaint: &[u8]) -> String {
    let complaint = String::from_utf8_lossy(complaint);
    let line = complaint.lines().find(|line| !line.starts_with("hint: ") && !line.starts_with("warning: "));
    line.unwrap_or("`git` failed").trim_start_matches("fatal: ").to_owned()
}

fn complaint(pipe: Option<ChildStderr>) -> String {
    let mut complaint = Vec::new();
    // Best effort: only for the error message.
    let _ = pipe.map(|mut pipe| pipe.read_to_end(&mut complaint));
    if complaint.is_empty() { String::new() } else { first_line(&complaint) }
}

fn ask<'a>(pipe: Option<ChildStdin>, objects: impl Iterator<Item = &'a str>) {
    let Some(mut pipe) = pipe.map(std::io::BufWriter::new) else { return };
    for object in objects {
        // It ended early, which the reading side reports.
        if writeln!(pipe, "{object}").is_err() {
            return;
        }
    }
    let _ = pipe.flush();
}

/// Reads one answer of `git cat-file --batch`: `<object> blob <size>`, the bytes, and a line break.
fn blob(answers: &mut impl BufRead, object: &str, most: u64) -> Result<Vec<u8>, String> {
    let broken = || format!("`git` does not give the object {object}");
    let mut header = Vec::new();
    answers.by_ref().take(512).read_until(b'\n', &mut header).map_err(|_| broken())?;
    let header = std::str::from_utf8(&header).ok().and_then(|header| header.strip_suffix('\n')).ok_or_else(broken)?;
    let size = header.strip_prefix(object).and_then(|rest| rest.strip_prefix(" blob ")).ok_or_else(broken)?;
    let size: u64 = size.parse().map_err(|_| broken())?;
    if size > most {
        return Err(format!("the object {object} has {size} bytes, and at most {most} are read"));
    }
    let mut bytes = Vec::new();
    answers.by_ref().take(size).read_to_end(&mut bytes).map_err(|_| broken())?;
    let mut end = [0];
    answers.read_exact(&mut end).map_err(|_| broken())?;
    if bytes.len() as u64 == size && end == *b"\n" { Ok(bytes) } else { Err(broken()) }
}

/// Reads one entry of `git ls-tree -z`: `<mode> <type> <object>`, a tab, and the path.
fn entry(line: &[u8]) -> Option<TreeEntry> {
    let tab = line.iter().position(|byte| *byte == b'\t')?;
    let mut words = std::str::from_utf8(&line[..tab]).ok()?.split(' ');
    let kind = match (words.next()?, words.next()?) {
        ("120000", "blob") => ObjectKind::Link,
        ("100755", "blob") => ObjectKind::Executable,
        (_, "blob") => ObjectKind::File,
        _ => ObjectKind::Submodule,
    };
    Some(TreeEntry { kind, object: words.next()?.to_owned(), path: line[tab + 1..].to_vec() })
}

/// The one line that a command printed.
fn line(printed: &[u8]) -> &[u8] {
    let line = printed.strip_suffix(b"\n").unwrap_or(printed);
    line.strip_suffix(b"\r").unwrap_or(line)
}

fn text(printed: &[u8]) -> String {
    String::from_utf8_lossy(line(printed)).into_owned()
}

/// A path of the system from the bytes that `git` prints.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere there are bytes that are no path")]
pub(super) fn path(bytes: &[u8]) -> Result<PathBuf, String> {
    use std::os::unix::ffi::OsStrExt;
    Ok(PathBuf::from(OsStr::from_bytes(bytes)))
}

/// A path of the system from the bytes that `git` prints.
#[cfg(not(unix))]
pub(super) fn path(bytes: &[u8]) -> Result<PathBuf, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "`git` names a path that is not UTF-8".to_owned())?;
    Ok(PathBuf::from(OsStr::new(text)))
}

#[cfg(test)]
mod tests {
    use super::{ObjectKind, TreeEntry, blob, entry};

    #[test]
    fn answers_are_read_to_the_byte() {
        let answers = b"aa blob 5\na\nb\0\n\nbb blob 0\n\ncc missing\n";
        let mut rest = &answers[..];
        assert_eq!(blob(&mut rest, "aa", 9).unwrap(), b"a\nb\0\n");
        assert_eq!(blob(&mut rest, "bb", 9).unwrap(), b"");
        assert!(blob(&mut rest, "cc", 9).is_err());
        assert!(blob(&mut &answers[..], "aa", 4).unwrap_err().contains("has 5 bytes"));
        for broken in
            [&b""[..], b"aa", b"aa blob 5\nab", b"aa blob x\n", b"aa tree 1\nx\n", b"ab blob 1\nx\n", b"aa blob 1\nxy"]
        {
            assert!(blob(&mut &broken[..], "aa", 9).is_err(), "{broken:?}");
        }
    }

    #[test]
    fn entries_have_any_name() {
        let read = |line: &[u8]| entry(line).unwrap();
        let one = |kind, path: &[u8]| TreeEntry { kind, object: "aa".into(), path: path.to_vec() };
        assert_eq!(read(b"100644 blob aa\ta\t\"\n\xff"), one(ObjectKind::File, b"a\t\"\n\xff"));
        assert_eq!(read(b"100755 blob aa\tx"), one(ObjectKind::Executable, b"x"));
        assert_eq!(read(b"120000 blob aa\tx"), one(ObjectKind::Link, b"x"));
        assert_eq!(read(b"160000 commit aa\tx"), one(ObjectKind::Submodule, b"x"));
        assert!(entry(b"100644 blob").is_none() && entry(b"\t").is_none());
    }
}
