//! Publishing: what differs between a built site and what was published last, whether that may go out, and putting it into a
//! folder. `cli` asks, and publishes to branches by `git`.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::lock::Lock;

pub(crate) mod folder;

/// The name of the list of what was published, which stands beside the site's files.
pub(crate) const LIST: &str = ".chronicle-published";

/// The first line of the list.
const FIRST: &str = "chronicle published 1";

/// How many ids of each kind of change are shown.
const SHOWN: usize = 20;

/// The files of a site as it was published: their paths, with the hashes (XXH3) of their bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Published(BTreeMap<String, u64>);

impl Published {
    pub(crate) fn of(files: impl IntoIterator<Item = (String, u64)>) -> Published {
        Published(files.into_iter().collect())
    }

    /// Reads a list; none where it is not one of this version.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Published> {
        let mut lines = std::str::from_utf8(bytes).ok()?.lines();
        if lines.next()? != FIRST {
            return None;
        }
        let line = |line: &str| {
            let (hash, path) = line.split_once(' ')?;
            let is_file = crate::folder::is_plain(path) && path != LIST;
            Some((path.to_owned(), u64::from_str_radix(hash, 16).ok()?)).filter(|_| is_file)
        };
        lines.map(line).collect::<Option<_>>().map(Published)
    }

    /// The list as it is written.
    pub(crate) fn text(&self) -> String {
        let mut text = format!("{FIRST}\n");
        for (path, hash) in &self.0 {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{hash:016x} {path}");
        }
        text
    }

    /// The paths and hashes, in order.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, u64)> {
        self.0.iter().map(|(path, hash)| (path.as_str(), *hash))
    }

    pub(crate) fn hash(&self, path: &str) -> Option<u64> {
        self.0.get(path).copied()
    }
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

    /// The ids of published records whose pages would be gone, with nothing in their places that leads on.
    pub(crate) fn lost(&self, lock: &Lock) -> Vec<&'a str> {
        let ids = self.removed.iter().filter_map(|path| record(path));
        ids.filter(|(_, id)| lock.get(id).is_some()).map(|(_, id)| id).collect()
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

/// The kind and id of the record whose page has this path.
fn record(path: &str) -> Option<(&str, &str)> {
    const KINDS: [&str; 6] = ["statements", "people", "organizations", "topics", "places", "events"];
    let (kind, rest) = path.split_once('/')?;
    let id = rest.strip_suffix("/index.html")?;
    (KINDS.contains(&kind) && !id.contains('/')).then_some((kind, id))
}

/// The id of the statement whose text has this path.
fn statement_text(path: &str) -> Option<&str> {
    path.strip_prefix("statements/")?.strip_suffix("/index.md").filter(|id| !id.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::{Changes, LIST, Published};

    fn of(files: &[(&str, u64)]) -> Published {
        Published::of(files.iter().map(|(path, hash)| ((*path).to_owned(), *hash)))
    }

    #[test]
    fn a_list_is_read_as_it_was_written() {
        let published = of(&[("index.html", 1), ("a b/ж.html", u64::MAX), ("z/.nojekyll", 0)]);
        assert_eq!(Published::parse(published.text().as_bytes()), Some(published));
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
