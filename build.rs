//! Gives the program a number of its own: what one program keeps between runs, another must not believe.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "what is read here is the program; cargo says where it is, and listens"
)]

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// All that the program is made of: the folders that hold its code and what is embedded in it, and the versions of what
/// it uses.
const PARTS: [&str; 5] = ["Cargo.lock", "Cargo.toml", "build.rs", "src", "themes"];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    PARTS.iter().for_each(|part| println!("cargo::rerun-if-changed={part}"));
    println!("cargo::rustc-env=CHRONICLE_BUILD={:016x}", number(&root, &PARTS)?);
    Ok(())
}

/// A number for the files at or below some paths: their names and bytes, wherever they lie and whenever they were written.
pub(crate) fn number(root: &Path, parts: &[&str]) -> io::Result<u64> {
    let mut hash = DefaultHasher::new();
    for part in parts {
        add(&root.join(part), part, &mut hash)?;
    }
    Ok(hash.finish())
}

fn add(path: &Path, name: &str, hash: &mut DefaultHasher) -> io::Result<()> {
    if !path.is_dir() {
        // A package may come without its lock.
        let bytes = if path.exists() { Some(fs::read(path)?) } else { None };
        (name, bytes).hash(hash);
        return Ok(());
    }
    let names: Result<Vec<_>, io::Error> =
        fs::read_dir(path)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect();
    let mut names = names?;
    names.sort();
    (name, names.len()).hash(hash);
    names.iter().try_for_each(|name| add(&path.join(name), name, hash))
}
