//! A site on a branch of a git repository. Everything is done with objects and an index of its own: no work tree is touched.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::xxh3_64;

use crate::cli::git::{Publisher, TreeEntry};
use crate::input::LARGEST_FILE;
use crate::output::BuiltSite;
use crate::publish::{Changes, LIST, Published, conflicts};

/// A branch of a remote repository as it was when publishing began.
pub(super) struct Branch<'a> {
    git: Publisher,
    remote: &'a str,
    /// `refs/heads/gh-pages`
    name: String,
    /// Its newest commit; none where there is no such branch yet.
    tip: Option<String>,
    tree: BTreeMap<Vec<u8>, TreeEntry>,
    /// What the list on the branch names.
    listed: Published,
    /// What of that is there as it was published.
    before: Published,
}

impl<'a> Branch<'a> {
    /// Asks the remote repository for the branch, and fetches its newest commit.
    ///
    /// # Errors
    /// Why that is not possible.
    pub(super) fn open(root: &Path, remote: &'a str, branch: &str, site: &BuiltSite) -> Result<Branch<'a>, String> {
        let git = Publisher::of(root)?;
        let name = format!("refs/heads/{branch}");
        git.run(&["check-ref-format", &name]).map_err(|_| format!("`{branch}` is not the name of a branch"))?;
        let listed = git.run(&["ls-remote", "--", remote, &name]);
        let listed = listed.map_err(|complaint| format!("cannot reach `{remote}`: {complaint}"))?;
        let tip = text(&listed).split_whitespace().next().map(str::to_owned);
        let (mut tree, mut listed, mut before) = (BTreeMap::new(), Published::default(), Published::default());
        if let Some(tip) = &tip {
            git.run(&["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--", remote, &name])
                .map_err(|complaint| format!("cannot fetch `{branch}` from `{remote}`: {complaint}"))?;
            let entries = git.repository().tree(tip)?;
            tree = entries.into_iter().map(|entry| (entry.path.clone(), entry)).collect();
            if tree.contains_key(&b"site.toml"[..]) {
                return Err(format!("`{branch}` holds a site's own files: choose another branch"));
            }
            if let Some(list) = tree.get(LIST.as_bytes()) {
                let bytes = git.run(&["cat-file", "blob", &list.object])?;
                listed = Published::parse(&bytes).unwrap_or_default();
            }
            let built: BTreeMap<&str, u64> = site.files.iter().map(|(path, hash)| (path.as_str(), *hash)).collect();
            let objects = git.objects(&paths(site, built.keys().copied()), false)?;
            let same: BTreeMap<&str, bool> = built
                .keys()
                .zip(&objects)
                .map(|(path, object)| (*path, tree.get(path.as_bytes()).is_some_and(|entry| entry.object == *object)))
                .collect();
            // What is there is what counts, whatever the list says of it.
            before =
                listed.having(|path| match (tree.contains_key(path.as_bytes()), built.get(path), same.get(path)) {
                    (false, ..) => None,
                    (true, Some(hash), Some(true)) => Some(*hash),
                    (true, Some(hash), _) => Some(!hash),
                    (true, None, _) => listed.hash(path),
                });
        }
        Ok(Branch { git, remote, name, tip, tree, listed, before })
    }

    /// What was published last.
    pub(super) fn before(&self) -> &Published {
        &self.before
    }

    /// Fails where `git` does not know who publishes, which a commit names.
    pub(super) fn require_identity(&self) -> Result<(), String> {
        let knows = |variable: &str| self.git.run(&["var", variable]);
        knows("GIT_AUTHOR_IDENT").and_then(|_| knows("GIT_COMMITTER_IDENT")).map(drop).map_err(|complaint| {
            format!(
                "`git` does not know who publishes ({complaint}): say so once by `git config --global user.name \"Your Name\"` and \
                 `git config --global user.email you@example.org`; where workflows run, without `--global`, as the name and address \
                 of the account that they run as; nothing was published"
            )
        })
    }

    /// Hands over the bytes of files that were published.
    ///
    /// # Errors
    /// Why that is not possible.
    pub(super) fn read(&self, paths: &[&str], take: &mut dyn FnMut(&str, Vec<u8>)) -> Result<(), String> {
        let held: Vec<(&str, &str)> =
            paths.iter().filter_map(|path| Some((*path, self.tree.get(path.as_bytes())?.object.as_str()))).collect();
        let mut next = held.iter();
        let objects = held.iter().map(|(_, object)| *object);
        self.git.repository().blobs(objects, LARGEST_FILE, |bytes| {
            if let Some((path, _)) = next.next() {
                take(path, bytes);
            }
            Ok(())
        })
    }

    /// Fails where the branch has something at the path of a file of the site that Chronicle did not put there.
    pub(super) fn refuse_foreign(&self, site: &BuiltSite) -> Result<(), String> {
        let all = self.tree.keys().filter_map(|path| std::str::from_utf8(path).ok());
        let others = all.filter(|path| *path != LIST && self.listed.hash(path).is_none());
        let foreign: Vec<&str> = conflicts(others, site).into_iter().take(10).collect();
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
    pub(super) fn publish(&self, site: &BuiltSite, now: &Published) -> Result<(), String> {
        let changes = Changes::between(&self.before, now);
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
        for path in &written {
            let bytes = site.folder.bytes(path, LARGEST_FILE).map_err(failed)?;
            if now.hash(path) != Some(xxh3_64(&bytes)) {
                return Err(format!("`{path}` was changed after it was built: build again; nothing was published"));
            }
        }
        let mut files = paths(site, written.iter().copied());
        files.push(list);
        let objects = self.git.objects(&files, true)?;
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
        let mut commit = vec!["commit-tree", &tree, "-m", "Publish the chronicle"];
        if let Some(tip) = &self.tip {
            commit.extend(["-p", tip]);
        }
        let commit = self.git.run(&commit).map_err(|complaint| format!("{complaint}; nothing was published"))?;
        let commit = text(&commit);
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

/// Where files of the site are.
fn paths<'p>(site: &BuiltSite, files: impl Iterator<Item = &'p str>) -> Vec<PathBuf> {
    files.map(|path| site.folder.path().join(path)).collect()
}

fn text(printed: &[u8]) -> String {
    String::from_utf8_lossy(printed).trim().to_owned()
}
