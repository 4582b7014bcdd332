//! The modules stand in the order of their dependencies, and only some of them may touch the file system.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::Site;
use crate::support::uses::Uses;

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
    // By whatever path it is named: `super::super::` leads as far.
    for (from, to) in Uses::of(Path::new("src")).all() {
        let (Some(here), Some(there)) = (position(&from[0]), position(&to[0])) else { continue };
        assert!(there <= here, "{} uses {}, which stands below it", from.join("::"), to.join("::"));
    }
}

/// Files that stand beside each other, or in different folders, use each other in one direction. What a file takes from
/// the one whose module it belongs to does not count: it is a part of that.
#[test]
fn no_file_uses_one_that_uses_it() {
    let uses = Uses::of(Path::new("src"));
    assert!(uses.all().len() > 500, "only {} uses were looked at", uses.all().len());
    assert_eq!(uses.circles(), [""; 0]);
}

/// The same in crates that have circles: by `use` and by paths in code, through what others hand on, over several files.
#[test]
fn circles_are_found_by_whatever_path() {
    let circles = |files: &[(&str, &str)]| Uses::of(Site::of(files).path()).circles();
    let sides = "a/x.rs, a/y.rs";
    for (one, other) in [
        ("use super::y::B;", "use super::x::A;"),
        ("use crate::a::{y::{B, C}};", "fn f() { super::x::f() }"),
        ("use super::B;", "pub(super) use super::{\n    C,\n    A as D,\n};\nuse super::A;"),
        ("pub struct A(super::super::a::y::B);", "use super::x;\nfn f() { x::f() }"),
        ("use crate::handed::B as Other;", "use super::x::*;"),
        ("use super::y;", "type T = crate::a::x::A;"),
    ] {
        let handed = ("handed.rs", "pub use crate::a::B;");
        let above = ("a.rs", "mod x;\nmod y;\npub use x::{A, C};\npub(crate) use y::B;");
        assert_eq!(circles(&[handed, above, ("a/x.rs", one), ("a/y.rs", other)]), [sides], "{one} {other}");
        assert_eq!(circles(&[handed, above, ("a/x.rs", one), ("a/y.rs", "")]), [""; 0], "{one}");
        assert_eq!(circles(&[handed, above, ("a/x.rs", "// use\n"), ("a/y.rs", other)]), [""; 0], "{other}");
    }
    let three = [("a.rs", "use crate::b::B;"), ("b.rs", "use crate::c::{self};"), ("c/d.rs", "use crate::a::A;")];
    assert_eq!(circles(&[&three[..], &[("c.rs", "mod d;\npub use d::D;")]].concat()), [""; 0]);
    assert_eq!(circles(&[&three[..], &[("c.rs", "mod d;\nfn f() { d::f() }")]].concat()), ["a.rs, b.rs, c.rs, c/d.rs"]);
    // Tests may look at all, and a module is made of the files below it.
    let own = "mod b;\nuse b::B;\n#[cfg(test)]\nmod tests {\n    use crate::c::C;\n}\n";
    assert_eq!(circles(&[("a.rs", own), ("a/b.rs", "use super::A;"), ("c.rs", "use crate::a::A;")]), [""; 0]);
}

/// What is done where the holder of a lock panicked is decided once.
#[test]
fn locks_are_taken_by_one_helper() {
    for file in rust_files(Path::new("src")) {
        let is_poison_known = fs::read_to_string(&file).unwrap().contains("PoisonError");
        assert_eq!(is_poison_known, file == Path::new("src/sync.rs"), "{} deals with poisoned locks", file.display());
    }
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

/// `SECURITY.md` promises that nothing is run but `git` and, where it is asked for, a browser.
#[test]
fn nothing_is_run_but_git_and_a_browser() {
    let mut runs = 0;
    for file in rust_files(Path::new("src")) {
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        // `Command` is also what clap calls an action of the program.
        for (at, _) in code.match_indices("Command::new(") {
            assert!(code[at..].starts_with("Command::new(\"git\")"), "{} runs another program", file.display());
            assert!(file.starts_with("src/cli"), "{} runs a program", file.display());
            runs += 1;
        }
        let opens = code.contains("open::that") || code.contains("open::with") || code.contains("open::commands");
        assert!(!opens || file == Path::new("src/cli/serve.rs"), "{} opens something", file.display());
        let others = ["process::Command as", "CommandExt", "posix_spawn", "execv"];
        assert!(!others.iter().any(|other| code.contains(other)), "{} runs a program", file.display());
    }
    assert!(runs > 0);
    let opener = fs::read_to_string("src/cli/serve.rs").unwrap();
    assert!(opener.contains("open.then(|| open::that_detached(&address))"), "the browser is opened unasked");
}

/// A tag can be moved to other code; the hash of a commit cannot. People read the version beside it.
#[test]
fn every_action_is_pinned_to_a_commit() {
    let mut actions = 0;
    // The documentation has a workflow to copy.
    for file in files(Path::new(".github/workflows")).into_iter().chain(["docs/large-chronicles.md".into()]) {
        let text = fs::read_to_string(&file).unwrap();
        for line in text.lines().filter_map(|line| line.trim_start_matches([' ', '-']).strip_prefix("uses: ")) {
            let (_, pin) = line.split_once('@').unwrap();
            let (hash, version) = pin.split_once(" # v").unwrap_or((pin, ""));
            let is_hash = hash.len() == 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
            let is_version = version.split('.').filter(|number| number.parse::<u32>().is_ok()).count() == 3;
            assert!(is_hash && is_version, "{}: {line}", file.display());
            actions += 1;
        }
    }
    assert!(actions > 5, "only {actions} actions were looked at");
}

/// GitHub looks at the first 300 files of a change only to see whether a workflow is wanted, and a file outside of the
/// site can change what the site is (`.gitattributes`, the program). So what shows a change is run for every one, and what
/// it shows is whole, or says that it is not.
#[test]
fn every_pull_request_is_checked_and_reviewed() {
    for name in ["check", "review"] {
        let text = fs::read_to_string(format!(".github/workflows/{name}.yml")).unwrap();
        let (_, on) = text.split_once("\non:\n").unwrap();
        let (on, _) = on.split_once("\npermissions:").unwrap();
        let events: Vec<&str> = on.lines().filter(|line| !line.trim_start().starts_with('#')).collect();
        assert_eq!(events, ["  pull_request:"], "{name}");
    }
    let text = fs::read_to_string(".github/workflows/review-comment.yml").unwrap();
    assert!(!text.contains("setFailed"), "a comment of the change before would stay");
    assert!(text.contains("${whole}${text.slice(0, end)}${rest}"), "what is cut off is not said");
}

/// What is fetched from the registry of Python has to have the hash that is known of it.
#[test]
fn nothing_is_installed_without_a_hash() {
    let mut installs = 0;
    for file in [".ci", "bench", ".github/workflows"].map(Path::new).into_iter().flat_map(files) {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let text = text.replace("\\\n", " ");
        for line in text.lines().filter(|line| line.contains("pip\" install") || line.contains("pip install")) {
            assert!(line.contains("--require-hashes"), "{}: {line}", file.display());
            installs += 1;
        }
    }
    assert!(installs > 1, "only {installs} installs were looked at");
}

/// The files in a folder, without those below it.
fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect()
}

/// What can run somewhere has an owner in the example for those who own a chronicle.
#[test]
fn what_can_run_has_an_owner() {
    let text = fs::read_to_string(".github/CODEOWNERS.example").unwrap();
    let owned: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix('/')?.split(' ').next()).collect();
    let parts = "messages/ static/ templates/ themes/ wording/ .gitattributes .github/ .ci/ src/ site.toml Cargo.toml Cargo.lock";
    for part in parts.split(' ').chain(["chronicle.lock"]) {
        assert!(owned.contains(&part), "nobody owns {part}");
    }
}
