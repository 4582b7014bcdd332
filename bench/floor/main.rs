//! The floor under a cold build: reads all inputs and writes files of the sizes that a build wrote, on all threads, and
//! does nothing else, each by its path.
//!
//!     floor INPUTS LIST OUTPUT
//!
//! `LIST` has a line for each file to write: its size in bytes, a space, its path below `OUTPUT`.
#![allow(clippy::disallowed_methods, reason = "this program stands beside Chronicle, not in it")]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [inputs, list, output] = arguments.as_slice() else {
        return Err("usage: floor INPUTS LIST OUTPUT".into());
    };
    let list = fs::read_to_string(list)?;
    let files = list.lines().map(file).collect::<Option<Vec<_>>>().ok_or("a line of the list is not `SIZE PATH`")?;
    read(inputs)?;
    write(output, &files)?;
    Ok(())
}

fn file(line: &str) -> Option<(usize, &Path)> {
    let (size, path) = line.split_once(' ')?;
    Some((size.parse().ok()?, Path::new(path)))
}

fn read(folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut paths = Vec::new();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            paths.push(entry.into_path());
        }
    }
    paths.par_iter().try_for_each(|path| fs::read(path).map(drop))?;
    Ok(())
}

fn write(output: &Path, files: &[(usize, &Path)]) -> io::Result<()> {
    let parents: BTreeSet<&Path> =
        files.iter().flat_map(|(_, path)| path.ancestors().skip(1)).filter(|path| *path != Path::new("")).collect();
    let mut levels: BTreeMap<usize, Vec<&Path>> = BTreeMap::new();
    for parent in parents {
        levels.entry(parent.components().count()).or_default().push(parent);
    }
    fs::create_dir(output)?;
    for folders in levels.values() {
        folders.par_iter().try_for_each(|folder| fs::create_dir(output.join(folder)))?;
    }
    let largest = files.iter().map(|(size, _)| *size).max().unwrap_or(0);
    let bytes = vec![b'.'; largest];
    files.par_iter().try_for_each(|(size, path)| File::create_new(output.join(path))?.write_all(&bytes[..*size]))
}
