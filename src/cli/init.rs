//! `chronicle init`: a new site that builds at once.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Ended, print, schema};
use crate::output;
use crate::report::Printable;

/// Make a new site
///
/// Writes `site.toml`, one example statement with its person and topic, a README, a .gitignore, and for editors the
/// schemas of front matter. The folder must be empty, or not be there yet.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder of the new site
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// The files of a new site.
const FILES: [(&str, &str); 7] = [
    ("site.toml", include_str!("init/site.toml")),
    ("README.md", include_str!("init/README.md")),
    (".gitignore", "/public\n/.chronicle/*\n!/.chronicle/schema/\n"),
    (".vscode/settings.json", include_str!("init/settings.json")),
    ("content/statements/2024/2024-05-14-example-statement.md", include_str!("init/statement.md")),
    ("content/people/example-minister.md", include_str!("init/person.md")),
    ("content/topics/example-topic.md", include_str!("init/topic.md")),
];

pub(super) fn run(arguments: &Arguments) -> Ended {
    let folder = &arguments.folder;
    match make(folder) {
        Ok(()) => {
            let folder = Printable::line(&folder.display().to_string());
            let folder = folder.trim_end();
            print(&Printable::of(&format!("made a new site in {folder}\nnext: cd {folder} && chronicle build\n")))
        }
        Err(reason) => Ended::Failed(reason),
    }
}

fn make(folder: &Path) -> Result<(), String> {
    if folder.exists() {
        let mut entries =
            fs::read_dir(folder).map_err(|error| format!("cannot use `{}`: {error}", folder.display()))?;
        if entries.next().is_some() {
            return Err(format!("`{}` is not empty: choose a new folder", folder.display()));
        }
    }
    fs::create_dir_all(folder).map_err(|error| format!("cannot make `{}`: {error}", folder.display()))?;
    for (path, text) in FILES {
        output::create(folder, path, text.as_bytes()).map_err(|error| error.to_string())?;
    }
    schema::write(folder)
}
