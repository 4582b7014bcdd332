//! The modules stand in the order of their dependencies, and only some of them may touch the file system.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail at once, and sees files from outside"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The modules in the order of `src/lib.rs`.
fn modules() -> Vec<String> {
    let text = fs::read_to_string("src/lib.rs").unwrap();
    let name = |line: &str| Some(line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';')?.to_owned());
    text.lines().filter_map(name).collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The module of the top level that a file belongs to.
fn module_of(file: &Path) -> String {
    let below = file.strip_prefix("src").unwrap();
    below.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

#[test]
fn a_module_uses_only_modules_above_it() {
    let modules = modules();
    assert!(modules.len() > 10, "the list of modules was not read");
    let position = |name: &str| modules.iter().position(|module| module == name);
    let mut uses = 0;
    for file in rust_files(Path::new("src")) {
        let own = module_of(&file);
        let Some(here) = position(&own) else { continue };
        let text = fs::read_to_string(&file).unwrap();
        for (at, _) in text.match_indices("crate::") {
            let rest = &text[at + "crate::".len()..];
            let name: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            let Some(there) = position(&name) else { continue };
            uses += 1;
            assert!(there <= here, "{} uses `{name}`, which stands below `{own}`", file.display());
        }
    }
    assert!(uses > 100, "only {uses} uses were looked at");
}

#[test]
fn only_the_edges_touch_the_file_system() {
    let mut allowed = 0;
    for file in rust_files(Path::new("src")) {
        let text = fs::read_to_string(&file).unwrap();
        if !text.contains("std::fs") && !text.contains("use std::{fs") {
            continue;
        }
        let own = module_of(&file);
        assert!(["folder", "input", "output", "cli"].contains(&own.as_str()), "{} uses std::fs", file.display());
        allowed += 1;
    }
    assert!(allowed >= 2);
}
