//! Publishing: what differs between a built site and what was published last, whether that may go out, and putting it into a
//! folder. `cli` asks, and publishes to branches by `git`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use rayon::prelude::*;

use crate::lock::Lock;
use crate::output::BuiltSite;

mod differences;
pub(crate) mod folder;

pub(crate) use differences::Differences;

/// The name of the list of what was published, which stands beside the site's files.
pub(crate) const LIST: &str = ".chronicle-published";

/// The first line of the list. The first version had no files of an earlier round.
const FIRST: [&str; 2] = ["chronicle published 2", "chronicle published 1"];

/// How many ids of each kind of change are shown.
const SHOWN: usize = 20;

/// The files of a site as it was published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Published {
    /// Their paths, with the hashes (XXH3) of their bytes.
    files: BTreeMap<String, u64>,
    /// The paths of the pages of records that `chronicle.lock` knew.
    locked: BTreeSet<String>,
    /// The paths of files of the site before, which stay for one more round: pages that readers still have open load them.
    kept: BTreeSet<String>,
}

impl Published {
    /// The files of a built site, with the record that is published with it.
    pub(crate) fn of(files: impl IntoIterator<Item = (String, u64)>, lock: &Lock) -> Published {
        let files: BTreeMap<String, u64> = files.into_iter().collect();
        let is_locked = |path: &&String| record(path).is_some_and(|id| lock.get(id).is_some());
        let locked = files.keys().filter(is_locked).cloned().collect();
        Published { locked, files, kept: BTreeSet::new() }
    }

    /// The same with what stays of the site before: the files that are no more, and have a fingerprint in their names. Those
    /// that have stayed already go, but for where nothing else changes.
    pub(crate) fn keeping(mut self, before: &Published) -> Published {
        let old = before.files.iter().filter(|(path, _)| !self.files.contains_key(*path));
        let old: Vec<(&String, u64)> = old.map(|(path, hash)| (path, *hash)).collect();
        let has_stayed = |path: &String| before.kept.contains(path);
        let is_same = self.files.iter().all(|(path, hash)| before.hash(path) == Some(*hash))
            && old.iter().all(|(path, _)| has_stayed(path));
        let stays = |path: &String| is_same || is_fingerprinted(path) && !has_stayed(path);
        for (path, hash) in old.into_iter().filter(|(path, _)| stays(path)) {
            self.files.insert(path.clone(), hash);
            self.kept.insert(path.clone());
        }
        self
    }

    /// The paths of files that stay of the site before.
    pub(crate) fn kept(&self) -> impl Iterator<Item = &str> {
        self.kept.iter().map(String::as_str)
    }

    /// Reads a list; none where it is not one of this version.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Published> {
        let mut lines = std::str::from_utf8(bytes).ok()?.lines();
        if !FIRST.contains(&lines.next()?) {
            return None;
        }
        let mut published = Published::default();
        for line in lines {
            let (hash, path) = line.split_once(' ')?;
            let (hash, is_locked) = hash.strip_suffix('!').map_or((hash, false), |hash| (hash, true));
            let (hash, is_kept) = hash.strip_suffix('~').map_or((hash, false), |hash| (hash, true));
            if !crate::folder::is_plain(path) || path == LIST {
                return None;
            }
            published.files.insert(path.to_owned(), u64::from_str_radix(hash, 16).ok()?);
            published.locked.extend(is_locked.then(|| path.to_owned()));
            published.kept.extend(is_kept.then(|| path.to_owned()));
        }
        Some(published)
    }

    /// The list as it is written: a line for each file, with `!` behind the hash of the page of a published record, and `~` behind that
    /// of a file that stays for one more round.
    pub(crate) fn text(&self) -> String {
        let mut text = format!("{}\n", FIRST[0]);
        for (path, hash) in &self.files {
            let mark = match (self.kept.contains(path), self.locked.contains(path)) {
                (true, _) => "~",
                (false, true) => "!",
                (false, false) => "",
            };
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

    /// Whether any of the files lies below a folder.
    fn has_below(&self, folder: &str) -> bool {
        let below = format!("{folder}/");
        self.files.range(below.clone()..).next().is_some_and(|(path, _)| path.starts_with(&below))
    }

    /// The same with the hashes of what is there now, without what is there no more.
    pub(crate) fn having(&self, now: impl Fn(&str) -> Option<u64> + Sync) -> Published {
        let files = self.files.par_iter().filter_map(|(path, _)| Some((path.clone(), now(path)?)));
        Published { files: files.collect(), locked: self.locked.clone(), kept: self.kept.clone() }
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

    /// The paths of the files that say for programs what a statement says, where they change.
    pub(crate) fn facts(&self) -> Vec<&'a str> {
        self.changed.iter().copied().filter(|path| statement(path, FACTS).is_some()).collect()
    }

    /// What changes for readers: statements first, one by one, then how many other pages and files. `differences` is what is
    /// known of statements that change.
    pub(crate) fn told(&self, differences: &Differences) -> String {
        let mut text = String::new();
        let kinds = [("new", &self.added), ("changed", &self.changed), ("removed", &self.removed)];
        for (word, paths) in kinds {
            // The Markdown beside a statement changes with the record, its page also with the theme.
            let ids: BTreeSet<&str> = paths.iter().filter_map(|path| statement(path, TEXT)).collect();
            let mut ids: Vec<&str> = match word {
                "changed" => ids.into_iter().chain(differences.ids()).collect::<BTreeSet<_>>().into_iter().collect(),
                _ => ids.into_iter().collect(),
            };
            if ids.is_empty() {
                continue;
            }
            let noun = if ids.len() == 1 { "statement" } else { "statements" };
            text += &format!("{} {word} {noun}:\n", ids.len());
            if word == "changed" {
                ids.sort_by_key(|id| differences.rank(id));
            }
            for id in ids.iter().take(SHOWN) {
                text += &format!("  {id}\n");
                if word == "changed" {
                    differences.lines(id).for_each(|line| text += &format!("    {line}\n"));
                }
            }
            if ids.len() > SHOWN {
                text += &format!("  and {} more\n", ids.len() - SHOWN);
            }
            let unannounced = differences.unannounced();
            if word == "changed" && unannounced > 0 {
                text += &format!("changed without a correction that says so: {unannounced}\n");
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

/// Whether the name of a file has a fingerprint, so that it is another file when it says something else:
/// `style.0123456789abcdef.css`, and compressed copies of it.
fn is_fingerprinted(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let plain = [".gz", ".br"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    let stem = [".css", ".js", ".mjs"].iter().find_map(|end| plain.strip_suffix(end));
    let number = stem.and_then(|stem| stem.rsplit_once('.')).map(|(_, number)| number);
    number.is_some_and(|number| {
        number.len() == 16 && number.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
    })
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

/// The names of the files beside the page of a statement: what it is written in, and what it says for programs.
const TEXT: &str = "/index.md";
const FACTS: &str = "/index.json";

/// The id of the statement beside whose page the file with this name has this path.
fn statement<'p>(path: &'p str, name: &str) -> Option<&'p str> {
    path.strip_prefix("statements/")?.strip_suffix(name).filter(|id| !id.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::{Changes, Differences, LIST, Published, is_fingerprinted, record};
    use crate::lock::Lock;

    fn of(files: &[(&str, u64)]) -> Published {
        Published::of(files.iter().map(|(path, hash)| ((*path).to_owned(), *hash)), &Lock::default())
    }

    #[test]
    fn a_list_is_read_as_it_was_written() {
        let published = of(&[("index.html", 1), ("a b/ж.html", u64::MAX), ("z/.nojekyll", 0)]);
        assert_eq!(Published::parse(published.text().as_bytes()), Some(published));
        let marked = Published::parse(b"chronicle published 1\n1! about/index.html\n2 x\n").unwrap();
        assert_eq!(marked.text(), "chronicle published 2\n0000000000000001! about/index.html\n0000000000000002 x\n");
        let ids =
            ["about/index.html", "people/ann-lee/index.html", "topics/trade/2006/index.html", "index.html", "a.css"];
        assert_eq!(ids.map(record), [Some("about"), Some("ann-lee"), None, None, None]);
        for bad in ["", "x", "chronicle published 3\n", "chronicle published 1\n1 ../x", "chronicle published 1\nx a"] {
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
        assert_eq!(changes.told(&Differences::default()), told);
        assert!(Changes::between(&now, &now).is_empty());
    }

    #[test]
    fn what_open_pages_load_stays_for_one_more_round() {
        for (path, expected) in [
            ("style.0123456789abcdef.css", true),
            ("a/b.c.0123456789abcdef.js.br", true),
            ("style.css", false),
            ("0123456789abcdef.css", false),
            ("style.0123456789ABCDEF.css", false),
            ("style.0123456789abcdef.png", false),
        ] {
            assert_eq!(is_fingerprinted(path), expected, "{path}");
        }
        let style = |letter: &str| format!("style.{}.css", letter.repeat(16));
        let round = |letter: &str, page| of(&[(&style(letter), 1), ("index.html", page), ("old.html", 1)]);
        let first = round("a", 1);
        let second = round("b", 2).keeping(&first);
        assert_eq!(second.kept().collect::<Vec<_>>(), [style("a")]);
        assert!(second.text().contains(&format!("~ {}\n", style("a"))));
        assert_eq!(Published::parse(second.text().as_bytes()).as_ref(), Some(&second));
        assert_eq!(Changes::between(&first, &second).removed, [""; 0]);
        // Nothing changes: it stays as it is.
        assert_eq!(round("b", 2).keeping(&second), second);
        // The next round: it goes, and the next one stays; one that is there again is one of the site.
        let third = round("c", 3).keeping(&second);
        assert_eq!(third.kept().collect::<Vec<_>>(), [style("b")]);
        assert_eq!(Changes::between(&second, &third).removed, [style("a")]);
        let back = round("b", 4).keeping(&third);
        assert_eq!(back.kept().collect::<Vec<_>>(), [style("c")]);
        let fourth = of(&[("index.html", 4)]).keeping(&back);
        assert_eq!(Changes::between(&back, &fourth).removed, ["old.html".to_owned(), style("c")]);
    }
}
