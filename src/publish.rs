//! Publishing: what differs between a built site and what was published last, whether that may go out, and putting it into a
//! folder. `cli` asks, and publishes to branches by `git`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use rayon::prelude::*;

use crate::lock::Lock;
use crate::output::BuiltSite;

pub(crate) mod folder;

/// The name of the list of what was published, which stands beside the site's files.
pub(crate) const LIST: &str = ".chronicle-published";

/// The first line of the list.
const FIRST: &str = "chronicle published 1";

/// How many ids of each kind of change are shown.
const SHOWN: usize = 20;

/// The files of a site as it was published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Published {
    /// Their paths, with the hashes (XXH3) of their bytes.
    files: BTreeMap<String, u64>,
    /// The paths of the pages of records that `chronicle.lock` knew.
    locked: BTreeSet<String>,
}

impl Published {
    /// The files of a built site, with the record that is published with it.
    pub(crate) fn of(files: impl IntoIterator<Item = (String, u64)>, lock: &Lock) -> Published {
        let files: BTreeMap<String, u64> = files.into_iter().collect();
        let is_locked = |path: &&String| record(path).is_some_and(|id| lock.get(id).is_some());
        Published { locked: files.keys().filter(is_locked).cloned().collect(), files }
    }

    /// Reads a list; none where it is not one of this version.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Published> {
        let mut lines = std::str::from_utf8(bytes).ok()?.lines();
        if lines.next()? != FIRST {
            return None;
        }
        let mut published = Published::default();
        for line in lines {
            let (hash, path) = line.split_once(' ')?;
            let (hash, is_locked) = hash.strip_suffix('!').map_or((hash, false), |hash| (hash, true));
            if !crate::folder::is_plain(path) || path == LIST {
                return None;
            }
            published.files.insert(path.to_owned(), u64::from_str_radix(hash, 16).ok()?);
            published.locked.extend(is_locked.then(|| path.to_owned()));
        }
        Some(published)
    }

    /// The list as it is written: a line for each file, with `!` behind the hash of the page of a published record.
    pub(crate) fn text(&self) -> String {
        let mut text = format!("{FIRST}\n");
        for (path, hash) in &self.files {
            let mark = if self.locked.contains(path) { "!" } else { "" };
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{hash:016x}{mark} {path}");
        }
        text
    }

    /// The paths and hashes, in order.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, u64)> {
        self.files.iter().map(|(path, hash)| (path.as_str(), *hash))
    }

    pub(crate) fn hash(&self, path: &str) -> Option<u64> {
        self.files.get(path).copied()
    }

    /// The same with the hashes of what is there now, without what is there no more.
    pub(crate) fn having(&self, now: impl Fn(&str) -> Option<u64> + Sync) -> Published {
        let files = self.files.par_iter().filter_map(|(path, _)| Some((path.clone(), now(path)?)));
        Published { files: files.collect(), locked: self.locked.clone() }
    }
}

/// Of the paths of what is not Chronicle's, those in the way of the site: at the path of a file of it, or where either has a
/// file and the other a folder.
pub(crate) fn conflicts<'a>(foreign: impl Iterator<Item = &'a str>, site: &BuiltSite) -> Vec<&'a str> {
    let planned: BTreeSet<&str> = site.files.iter().map(|(path, _)| path.as_str()).collect();
    let is_in_the_way = |path: &&str| {
        let below = format!("{path}/");
        let holds = planned.range(below.as_str()..).next().is_some_and(|next| next.starts_with(&below));
        holds || planned.contains(path) || path.match_indices('/').any(|(slash, _)| planned.contains(&path[..slash]))
    };
    foreign.filter(is_in_the_way).collect()
}

/// What lies between two states of a site: paths, in order.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes<'a> {
    pub(crate) added: Vec<&'a str>,
    pub(crate) changed: Vec<&'a str>,
    pub(crate) removed: Vec<&'a str>,
}

impl<'a> Changes<'a> {
    pub(crate) fn between(before: &'a Published, now: &'a Published) -> Changes<'a> {
        let mut changes = Changes::default();
        for (path, hash) in now.files() {
            match before.hash(path) {
                None => changes.added.push(path),
                Some(old) if old != hash => changes.changed.push(path),
                Some(_) => {}
            }
        }
        changes.removed = before.files().map(|(path, _)| path).filter(|path| now.hash(path).is_none()).collect();
        changes
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }

    /// The ids of published records whose pages would be gone, with nothing in their places that leads on. What was published
    /// is known from then, and by `lock`.
    pub(crate) fn lost(&self, before: &Published, lock: &Lock) -> Vec<&'a str> {
        let is_locked = |path: &str, id: &str| before.locked.contains(path) || lock.get(id).is_some();
        let ids = self.removed.iter().filter_map(|path| record(path).filter(|id| is_locked(path, id)));
        ids.collect()
    }

    /// What changes for readers: statements first, one by one, then how many other pages and files.
    pub(crate) fn told(&self) -> String {
        let mut text = String::new();
        let kinds = [("new", &self.added), ("changed", &self.changed), ("removed", &self.removed)];
        for (word, paths) in kinds {
            // The Markdown beside a statement changes with the record, its page also with the theme.
            let ids: Vec<&str> = paths.iter().filter_map(|path| statement_text(path)).collect();
            if ids.is_empty() {
                continue;
            }
            let noun = if ids.len() == 1 { "statement" } else { "statements" };
            text += &format!("{} {word} {noun}:\n", ids.len());
            ids.iter().take(SHOWN).for_each(|id| text += &format!("  {id}\n"));
            if ids.len() > SHOWN {
                text += &format!("  and {} more\n", ids.len() - SHOWN);
            }
        }
        let count = |is: &dyn Fn(&str) -> bool, paths: &[&str]| paths.iter().filter(|path| is(path)).count();
        let is_page = |path: &str| path.ends_with(".html");
        let is_other = |path: &str| !is_page(path);
        for (noun, is) in [("pages", &is_page as &dyn Fn(&str) -> bool), ("other files", &is_other)] {
            let [new, changed, removed] = kinds.map(|(_, paths)| count(is, paths));
            text += &format!("{noun}: {new} new, {changed} changed, {removed} removed\n");
        }
        text
    }
}

/// The id of the record whose page has this path: `people/ann-lee/index.html`, `about/index.html`.
fn record(path: &str) -> Option<&str> {
    const KINDS: [&str; 6] = ["statements", "people", "organizations", "topics", "places", "events"];
    let page = path.strip_suffix("/index.html")?;
    match page.split_once('/') {
        Some((kind, id)) => (KINDS.contains(&kind) && !id.contains('/')).then_some(id),
        None => Some(page),
    }
}

/// The id of the statement whose text has this path.
fn statement_text(path: &str) -> Option<&str> {
    path.strip_prefix("statements/")?.strip_suffix("/index.md").filter(|id| !id.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::{Changes, LIST, Published, record};
    use crate::lock::Lock;

    fn of(files: &[(&str, u64)]) -> Published {
        Published::of(files.iter().map(|(path, hash)| ((*path).to_owned(), *hash)), &Lock::default())
    }

    #[test]
    fn a_list_is_read_as_it_was_written() {
        let published = of(&[("index.html", 1), ("a b/ж.html", u64::MAX), ("z/.nojekyll", 0)]);
        assert_eq!(Published::parse(published.text().as_bytes()), Some(published));
        let marked = Published::parse(b"chronicle published 1\n1! about/index.html\n2 x\n").unwrap();
        assert_eq!(marked.text(), "chronicle published 1\n0000000000000001! about/index.html\n0000000000000002 x\n");
        let ids =
            ["about/index.html", "people/ann-lee/index.html", "topics/trade/2006/index.html", "index.html", "a.css"];
        assert_eq!(ids.map(record), [Some("about"), Some("ann-lee"), None, None, None]);
        for bad in ["", "x", "chronicle published 2\n", "chronicle published 1\n1 ../x", "chronicle published 1\nx a"] {
            assert_eq!(Published::parse(bad.as_bytes()), None, "{bad}");
        }
        assert_eq!(Published::parse(format!("chronicle published 1\n1 {LIST}").as_bytes()), None);
    }

    #[test]
    fn what_changes_is_told_with_statements_first() {
        let before =
            of(&[("a.css", 1), ("index.html", 1), ("statements/x/index.html", 1), ("statements/x/index.md", 1)]);
        let now = of(&[("b.css", 1), ("index.html", 2), ("statements/y/index.html", 1), ("statements/y/index.md", 1)]);
        let changes = Changes::between(&before, &now);
        let told = "1 new statement:\n  y\n1 removed statement:\n  x\npages: 1 new, 1 changed, 1 removed\nother files: 2 \
                    new, 0 changed, 2 removed\n";
        assert_eq!(changes.told(), told);
        assert!(Changes::between(&now, &now).is_empty());
    }
}
