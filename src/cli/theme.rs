//! `chronicle theme`: the files of the theme in use, to be read and to be changed.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::{Ended, complaint, counted, in_colour, print, root, tell, way};
use crate::config;
use crate::diagnostic::{Diagnostic, Levels, Severity, did_you_mean, nearest, settle};
use crate::input::{InputId, Inputs};
use crate::output;
use crate::report::{Printable, Report};
use crate::theme::{Origin, Theme};

/// List, print or copy the files of the theme in use: templates, messages and static files
///
/// What a site has in its own `templates/`, `messages/` and `static/` takes the place of the theme's file of the same name.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
    /// The folder that holds `site.toml` [default: the nearest at or above this one]
    #[arg(long, value_name = "DIR", global = true)]
    root: Option<PathBuf>,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// List all files, and where each comes from: the site, the theme, a parent of it, or the program
    List,
    /// Print a file
    Show {
        /// Its name: `templates/row.html`, or `row.html` where there is no other of that name
        name: String,
    },
    /// Copy files into the folders of the site, where they take the place of the theme's
    ///
    /// Never overwrites a file. To change one section of a page, write a template that extends the theme's instead, and replace
    /// the block: see docs/templates.md.
    Eject {
        /// Their names, as for `show`
        #[arg(required = true, value_name = "NAME")]
        names: Vec<String>,
    },
}

pub(super) fn run(arguments: &Arguments) -> Ended {
    let opened = root(arguments.root.as_deref()).and_then(|root| Ok((open(&root)?, root)));
    let ((inputs, theme), root) = match opened {
        Ok((Some(site), root)) => (site, root),
        Ok((None, _)) => return Ended::Findings,
        Err(reason) => return Ended::Failed(reason),
    };
    let files = Files { files: theme.files(&inputs), inputs: &inputs };
    let done = match &arguments.what {
        What::List => Ok(print(&Printable::of(&files.list()))),
        What::Show { name } => files.show(name),
        What::Eject { names } => files.eject(names, &root),
    };
    done.unwrap_or_else(Ended::Failed)
}

/// The files of a site with its theme; none where its settings have errors, which are told.
fn open(root: &Path) -> Result<Option<(Inputs, Theme)>, String> {
    let inputs = Inputs::read(root).map_err(|error| error.to_string())?;
    let mut findings: Vec<Diagnostic> = Vec::new();
    let config = config::read(&inputs).map_err(|error| error.to_string())?.keep(&mut findings);
    let theme = match &config {
        Some(config) => Some(Theme::read(&inputs, config).map_err(|error| error.to_string())?.keep(&mut findings)),
        None => None,
    };
    let findings = settle(findings, &Levels::default());
    if !findings.is_empty() {
        tell(&Report::of(&findings, &inputs).seen_from(way(root)).human(in_colour(&std::io::stderr())));
    }
    let fails = findings.iter().any(|finding| finding.severity == Severity::Error);
    if fails {
        tell(&complaint("mend these first"));
    }
    Ok(theme.filter(|_| !fails).map(|theme| (inputs, theme)))
}

struct Files<'a> {
    files: BTreeMap<String, (Origin<'a>, InputId)>,
    inputs: &'a Inputs,
}

impl Files<'_> {
    /// A line for each file: its name, and where it comes from.
    fn list(&self) -> String {
        let width = self.files.keys().map(|name| name.chars().count()).max().unwrap_or_default();
        self.files.iter().map(|(name, (origin, _))| format!("{name:width$}  {}\n", words(*origin))).collect()
    }

    fn show(&self, name: &str) -> Result<Ended, String> {
        let (name, origin, bytes) = self.read(name)?;
        tell(&Printable::line(&format!("{name}, from {}", words(origin))));
        let mut out = std::io::stdout();
        // Into a file or another program goes what is there; to a terminal, nothing that it would obey.
        if out.is_terminal() {
            let text = String::from_utf8(bytes)
                .map_err(|_| format!("`{name}` is no text: copy it by `chronicle theme eject`"))?;
            return Ok(print(&Printable::of(&text)));
        }
        match out.write_all(&bytes).and_then(|()| out.flush()) {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
                Err(format!("cannot write to standard output: {error}"))
            }
            _ => Ok(Ended::Done),
        }
    }

    fn eject(&self, names: &[String], root: &Path) -> Result<Ended, String> {
        let mut files = names.iter().map(|name| self.read(name)).collect::<Result<Vec<_>, String>>()?;
        // One file may be asked for by two names.
        let mut seen = BTreeSet::new();
        files.retain(|(name, ..)| seen.insert(*name));
        if let Some((name, ..)) = files.iter().find(|(_, origin, _)| *origin == Origin::Site) {
            return Err(format!("`{name}` is the site's own already: nothing was written"));
        }
        for (position, (name, _, bytes)) in files.iter().enumerate() {
            if let Err(reason) = output::create(root, name, bytes) {
                let made: Vec<&str> = files[..position].iter().map(|(name, ..)| *name).collect();
                let made = if made.is_empty() { "nothing".to_owned() } else { format!("only `{}`", made.join("`, `")) };
                return Err(format!("{reason}; {made} was written"));
            }
        }
        let mut told: String = files
            .iter()
            .map(|(name, origin, _)| format!("wrote {name}, a copy of that from {}\n", words(*origin)))
            .collect();
        let (are, them) = match files.len() {
            1 => ("it is".to_owned(), "it"),
            count => (format!("{} are", counted(count, "file")), "them"),
        };
        told.push_str(&format!(
            "{are} now the site's own: what the theme changes in later versions does not reach {them}\n"
        ));
        Ok(print(&Printable::of(&told)))
    }

    /// The whole name of a file, where it comes from, and its bytes.
    fn read(&self, name: &str) -> Result<(&str, Origin<'_>, Vec<u8>), String> {
        let (name, (origin, input)) = self.find(name)?;
        if self.inputs.get(*input).refusal().is_some() {
            return Err(format!("`{name}` is not read: `chronicle check` says why"));
        }
        let bytes = self.inputs.bytes(*input).map_err(|error| error.to_string())?;
        Ok((name, *origin, bytes.into_owned()))
    }

    fn find(&self, name: &str) -> Result<(&String, &(Origin<'_>, InputId)), String> {
        if let Some(found) = self.files.get_key_value(name) {
            return Ok(found);
        }
        let end = format!("/{name}");
        let found: Vec<_> = self.files.iter().filter(|(whole, _)| whole.ends_with(&end)).collect();
        match &found[..] {
            [found] => Ok(*found),
            [] => {
                let last = |name: &String| name.rsplit('/').next().unwrap_or_default().to_owned();
                let ends: Vec<String> = self.files.keys().map(last).collect();
                let known = self.files.keys().chain(&ends).map(String::as_str);
                // Endings are alike in most names, and make none near.
                let near = || {
                    let (stem, ending) = name.rsplit_once('.')?;
                    let stems = known.clone().filter_map(|known| Some(known.rsplit_once('.')?.0));
                    let near = nearest(stem, stems)?;
                    let is_near = |known: &&str| known.rsplit_once('.').is_some_and(|(stem, _)| stem == near);
                    let same = known
                        .clone()
                        .filter(is_near)
                        .find(|known| known.rsplit_once('.').is_some_and(|(_, end)| end == ending));
                    same.or_else(|| known.clone().find(is_near)).map(|near| format!("write `{near}`"))
                };
                let near = if name.contains('.') { near() } else { did_you_mean(name, known.clone()) };
                let help = near.unwrap_or_else(|| "see `chronicle theme list`".to_owned());
                Err(format!("no file of the theme is called `{name}`: {help}"))
            }
            _ => {
                let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
                Err(format!("several files are called `{name}`: write `{}`", names.join("` or `")))
            }
        }
    }
}

fn words(origin: Origin<'_>) -> String {
    match origin {
        Origin::Site => "the site".to_owned(),
        Origin::Theme(name) => format!("the theme `{name}`"),
        Origin::Parent(name) => format!("the parent theme `{name}`"),
        Origin::BuiltIn(name) => format!("the built-in theme `{name}`"),
    }
}
