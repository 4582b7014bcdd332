//! Which file uses which: by the paths that a file writes, followed through `use` to the file that defines what they name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A module by its names below the crate.
pub(crate) type Module = Vec<String>;

/// The files of a crate, with what each says of others.
pub(crate) struct Uses {
    files: BTreeMap<Module, File>,
}

/// What a file says of others.
#[derive(Default)]
struct File {
    /// The names that `use` brings in, each with its path, and whether the file only hands it on.
    imports: BTreeMap<String, (Vec<String>, bool)>,
    /// Paths that stand in the code.
    paths: Vec<Vec<String>>,
}

impl Uses {
    /// Reads the crate whose `lib.rs` is in a folder.
    pub(crate) fn of(root: &Path) -> Uses {
        let mut uses = Uses { files: BTreeMap::new() };
        uses.add(root, &mut Vec::new());
        uses
    }

    /// Every use of a file by another: both modules.
    pub(crate) fn all(&self) -> Vec<(&Module, Module)> {
        let of = |from| self.uses(from).into_iter().map(move |target| (from, target));
        self.files.keys().flat_map(of).collect()
    }

    fn add(&mut self, folder: &Path, module: &mut Module) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            // Tests may use all, and `main.rs` is a crate of its own.
            if name == "tests" || module.is_empty() && name == "main" {
                continue;
            }
            if path.is_dir() {
                module.push(name);
                self.add(&path, module);
                module.pop();
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let own = if name == "lib" { Vec::new() } else { [module.as_slice(), &[name]].concat() };
                self.files.insert(own, File::of(&fs::read_to_string(&path).unwrap()));
            }
        }
    }

    /// The module whose file defines what a path names, seen from `from`; none of other crates, and of names of which the
    /// file says nothing.
    fn definition(&self, from: &[String], path: &[String], depth: usize) -> Option<Module> {
        let (first, mut rest) = path.split_first()?;
        let mut module = match first.as_str() {
            "crate" => Vec::new(),
            "self" => from.to_vec(),
            "super" => {
                let mut above = from.to_vec();
                above.pop()?;
                while let Some((_, after)) = rest.split_first().filter(|(name, _)| *name == "super") {
                    above.pop()?;
                    rest = after;
                }
                above
            }
            name => {
                let child = [from, &[name.to_owned()]].concat();
                if self.files.contains_key(&child) {
                    child
                } else {
                    let (import, _) = self.files.get(from)?.imports.get(name).filter(|(import, _)| import != path)?;
                    let whole: Vec<String> = import.iter().chain(rest).cloned().collect();
                    return if depth > 8 { None } else { self.definition(from, &whole, depth + 1) };
                }
            }
        };
        while let Some((name, after)) = rest.split_first() {
            let child = [module.as_slice(), std::slice::from_ref(name)].concat();
            if self.files.contains_key(&child) {
                module = child;
                rest = after;
                continue;
            }
            let import = self.files.get(&module).and_then(|file| file.imports.get(name));
            return match import {
                Some((import, _)) if depth <= 8 => {
                    let whole: Vec<String> = import.iter().chain(after).cloned().collect();
                    self.definition(&module, &whole, depth + 1).or(Some(module))
                }
                _ => Some(module),
            };
        }
        Some(module)
    }

    /// The files that a file uses. What a module and those below it say of each other is one thing told in several files,
    /// so that what a file takes from the ones that it stands in does not count.
    fn uses(&self, from: &Module) -> BTreeSet<Module> {
        let file = &self.files[from];
        let imports = file.imports.values().filter(|(_, hands_on)| !hands_on).map(|(path, _)| path);
        let targets = imports.chain(&file.paths).filter_map(|path| self.definition(from, path, 0));
        targets
            .filter(|target| target != from && self.files.contains_key(target) && !from.starts_with(target))
            .collect()
    }

    /// Files that use each other, directly or by others: each circle whole.
    pub(crate) fn circles(&self) -> Vec<String> {
        let uses: BTreeMap<&Module, BTreeSet<Module>> = self.files.keys().map(|from| (from, self.uses(from))).collect();
        let reached = |from: &Module| {
            let (mut reached, mut open) = (BTreeSet::new(), vec![from.clone()]);
            while let Some(module) = open.pop() {
                for next in &uses[&module] {
                    if reached.insert(next.clone()) {
                        open.push(next.clone());
                    }
                }
            }
            reached
        };
        let reach: BTreeMap<&Module, BTreeSet<Module>> = self.files.keys().map(|from| (from, reached(from))).collect();
        let mut circles = BTreeSet::new();
        for (from, reached) in &reach {
            if reached.contains(*from) {
                circles
                    .insert(reached.iter().filter(|other| reach[other].contains(*from)).cloned().collect::<Vec<_>>());
            }
        }
        let path = |module: &Module| format!("{}.rs", module.join("/"));
        circles.iter().map(|circle| circle.iter().map(path).collect::<Vec<_>>().join(", ")).collect()
    }
}

impl File {
    fn of(text: &str) -> File {
        let mut file = File::default();
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let lines: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let code = lines.join("\n");
        let mut rest = String::new();
        let mut left = code.as_str();
        while let Some(at) = import(left) {
            let (before, statement) = left.split_at(at);
            let (statement, after) = statement.split_once(';').unwrap();
            rest.push_str(before);
            let hands_on = before.rsplit('\n').next().is_some_and(|line| line.trim_start().starts_with("pub"));
            file.import(&[], statement.trim_start_matches("use "), hands_on);
            left = after;
        }
        rest.push_str(left);
        file.paths = paths(&rest);
        file
    }

    fn import(&mut self, above: &[String], tree: &str, hands_on: bool) {
        let tree = tree.trim();
        if let Some((head, group)) = tree.split_once('{') {
            let above: Vec<String> = [above, &segments(head)].concat();
            let (mut depth, mut start) = (0, 0);
            let group = group.strip_suffix('}').unwrap();
            for (at, c) in group.char_indices().chain([(group.len(), ',')]) {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        let one = group[start..at].trim();
                        if !one.is_empty() {
                            self.import(&above, one, hands_on);
                        }
                        start = at + 1;
                    }
                    _ => {}
                }
            }
            return;
        }
        let (path, name) = tree.split_once(" as ").map_or((tree, None), |(path, name)| (path, Some(name.trim())));
        let mut path = [above, &segments(path)].concat();
        if path.last().is_some_and(|last| last == "self") {
            path.pop();
        }
        let name = match name {
            // What has no name of its own is used nevertheless.
            Some("_") => path.join("::"),
            Some(name) => name.to_owned(),
            None if path.last().unwrap() == "*" => path.join("::"),
            None => path.last().unwrap().clone(),
        };
        self.imports.insert(name, (path, hands_on));
    }
}

/// Where the next `use` begins.
fn import(code: &str) -> Option<usize> {
    let begins = |at: &usize| {
        let line = code[..*at].rsplit('\n').next().unwrap().trim();
        line.is_empty() || line == "pub" || line.starts_with("pub(") && line.ends_with(')')
    };
    code.match_indices("use ").map(|(at, _)| at).find(begins)
}

fn segments(path: &str) -> Vec<String> {
    path.split("::").map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// The paths in code that have more than one name.
fn paths(code: &str) -> Vec<Vec<String>> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let words = code.split(|c: char| !is_part(c)).filter(|word| word.contains("::"));
    words.filter(|word| !word.starts_with(':')).map(segments).filter(|path| path.len() > 1).collect()
}
