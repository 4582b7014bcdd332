//! A site on a branch of a git repository. Everything is done with objects and an index of its own: no work tree is touched.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::cli::git::{ObjectKind, Publisher, TreeEntry};
use crate::output::BuiltSite;
use crate::publish::{Changes, LIST, Published};

/// A branch of a remote repository as it was when publishing began.
pub(super) struct Branch<'a> {
    git: Publisher,
    remote: &'a str,
    /// `refs/heads/gh-pages`
    name: String,
    /// Its newest commit; none where there is no such branch yet.
    tip: Option<String>,
    tree: BTreeMap<Vec<u8>, TreeEntry>,
    before: Published,
}

impl<'a> Branch<'a> {
    /// Asks the remote repository for the branch, and fetches its newest commit.
    ///
    /// # Errors
    /// Why that is not possible.
    pub(super) fn open(root: &Path, remote: &'a str, branch: &str) -> Result<Branch<'a>, String> {
        let git = Publisher::of(root)?;
        let name = format!("refs/heads/{branch}");
        git.run(&["check-ref-format", &name]).map_err(|_| format!("`{branch}` is not the name of a branch"))?;
        let listed = git.run(&["ls-remote", "--exit-code", "--", remote, &name]);
        let tip = match listed {
            Ok(printed) => text(&printed).split_whitespace().next().map(str::to_owned),
            // It says so by its exit code, and prints nothing.
            Err(complaint) if complaint.is_empty() => None,
            Err(complaint) => return Err(format!("cannot reach `{remote}`: {complaint}")),
        };
        let (mut tree, mut before) = (BTreeMap::new(), Published::default());
        if let Some(tip) = &tip {
            git.run(&["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--", remote, &name])
                .map_err(|complaint| format!("cannot fetch `{branch}` from `{remote}`: {complaint}"))?;
            let entries = git.repository().tree(tip)?;
            tree = entries.into_iter().map(|entry| (entry.path.clone(), entry)).collect();
            if let Some(list) = tree.get(LIST.as_bytes()) {
                let bytes = git.run(&["cat-file", "blob", &list.object])?;
                before = Published::parse(&bytes).unwrap_or_default();
            }
        }
        Ok(Branch { git, remote, name, tip, tree, before })
    }

    /// What was published last.
    pub(super) fn before(&self) -> &Published {
        &self.before
    }

    /// Fails where the branch has something at the path of a file of the site that Chronicle did not put there.
    pub(super) fn refuse_foreign(&self, site: &BuiltSite) -> Result<(), String> {
        let is_foreign = |path: &str| {
            let entry = self.tree.get(path.as_bytes());
            let is_own =
                self.before.hash(path).is_some_and(|_| entry.is_none_or(|entry| entry.kind == ObjectKind::File));
            entry.is_some() && !is_own
        };
        let foreign: Vec<&str> =
            site.files.iter().map(|(path, _)| path.as_str()).filter(|path| is_foreign(path)).take(10).collect();
        if foreign.is_empty() {
            return Ok(());
        }
        let shown = foreign.join("`, `");
        Err(format!(
            "the branch has what was not published by Chronicle where the site has files: `{shown}`; remove it from the branch, or \
             choose another; nothing was published"
        ))
    }

    /// Makes a commit with the site on top of the branch, and pushes it.
    pub(super) fn publish(&self, site: &BuiltSite) -> Result<(), String> {
        let now = Published::of(site.files.iter().cloned());
        let changes = Changes::between(&self.before, &now);
        let failed = |error: std::io::Error| format!("cannot publish: {error}");
        let work = tempfile::tempdir().map_err(failed)?;
        let list = work.path().join("list");
        std::fs::write(&list, now.text()).map_err(failed)?;
        let index = work.path().join("index");
        match &self.tip {
            Some(tip) => self.git.with_index(&index, &["read-tree", tip], b"")?,
            None => self.git.with_index(&index, &["read-tree", "--empty"], b"")?,
        };
        let written: Vec<&str> = changes.added.iter().chain(&changes.changed).copied().collect();
        let mut paths: Vec<PathBuf> = written.iter().map(|path| site.folder.path().join(path)).collect();
        paths.push(list);
        let objects = self.git.store(&paths)?;
        let mut lines = Vec::new();
        for path in &changes.removed {
            let none = "0".repeat(objects.first().map_or(40, String::len));
            write!(lines, "0 {none}\t{path}\0").map_err(failed)?;
        }
        for (path, object) in written.iter().copied().chain([LIST]).zip(&objects) {
            write!(lines, "100644 {object}\t{path}\0").map_err(failed)?;
        }
        self.git.with_index(&index, &["update-index", "-z", "--index-info"], &lines)?;
        let tree = text(&self.git.with_index(&index, &["write-tree"], b"")?);
        let source = self.git.repository().commit("HEAD").unwrap_or_else(|| "nothing committed".to_owned());
        let message = format!("Publish the chronicle\n\nMade from {source}.");
        let mut commit = vec!["commit-tree", &tree, "-m", &message];
        if let Some(tip) = &self.tip {
            commit.extend(["-p", tip]);
        }
        let commit = text(&self.git.run(&commit)?);
        // Refused where the branch is no longer what it was.
        let lease = format!("--force-with-lease={}:{}", self.name, self.tip.as_deref().unwrap_or_default());
        let what = format!("{commit}:{}", self.name);
        self.git.run(&["push", "--quiet", "--no-verify", &lease, "--", self.remote, &what]).map(drop).map_err(|complaint| {
            format!(
                "cannot push to `{}`: {complaint}; if somebody else has published meanwhile, run this again; nothing was \
                 published",
                self.remote
            )
        })
    }
}

fn text(printed: &[u8]) -> String {
    String::from_utf8_lossy(printed).trim().to_owned()
}
