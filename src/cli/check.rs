//! `chronicle check`.

use std::path::{Path, PathBuf};

use super::site::SiteOptions;
use super::{Ended, counted, in_colour, print, progress, tell, way};
use crate::diagnostic::{Diagnostic, Severity};
use crate::input::Inputs;
use crate::pipeline::{Run, run as run_pipeline};
use crate::report::{Printable, Report};

mod fixing;

/// Check the site without writing it
///
/// Runs all of `build` but its last step, so that it finds errors exactly when `build` does, and prints what it found on
/// standard output. Ends with exit code 0 if there was no error, 1 if there was one, and 2 if it could not run.
///
/// With PATHS, all of the site is still read, but only what was found in these files and folders is reported and decides
/// the exit code; the last line says how much there is in other files.
///
/// With --fix, what has one certain answer is mended in the files first, and then what remains is reported: a key or a
/// value of a closed list with a slip of the pen, a date that can be read in one way only, a file that YAML cannot read
/// for a tab or missing quotation marks, and more. The changes are shown before they are made, on standard output. Names
/// of people, the words of quotations, `chronicle.lock` and the texts of sources are never changed, nor is a file to which
/// a link leads.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Report only what is found in these files and folders
    #[arg(value_name = "PATHS")]
    paths: Vec<PathBuf>,
    /// How findings are printed
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// Mend what has one certain answer: show the changes, ask, and make them
    #[arg(long)]
    fix: bool,
    /// Make the changes of --fix without asking
    #[arg(long, requires = "fix")]
    yes: bool,
    #[command(flatten)]
    site: SiteOptions,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Each with its lines, for people
    Human,
    /// One line each: `path:line:column: severity[code]: message`
    Short,
    /// One JSON object a line, described in docs/json-findings.md
    Json,
    /// Annotations of GitHub Actions
    Github,
    /// A SARIF 2.1.0 log
    Sarif,
}

pub(super) fn run(arguments: &Arguments) -> Ended {
    check(arguments).unwrap_or_else(Ended::Failed)
}

fn check(arguments: &Arguments) -> Result<Ended, String> {
    let root = arguments.site.root()?;
    let scope = Scope::of(&arguments.paths, &root)?;
    let request = arguments.site.request(&root, None)?;
    if arguments.fix {
        if !matches!(arguments.format, Format::Human | Format::Short) {
            return Err("`--fix` shows changes, for people: leave out `--format`, or take `--format short`".to_owned());
        }
        fixing::mend(&request, &scope, arguments.yes)?;
    }
    let (run, _) = progress::show(|progress| run_pipeline(&request, progress));
    let run = run.map_err(|error| error.to_string())?;
    let (shown, elsewhere): (Vec<_>, Vec<_>) =
        run.findings.iter().cloned().partition(|finding| scope.holds(finding, &run.inputs));
    let report = Report::of(&shown, &run.inputs).seen_from(way(&root));
    let text = match arguments.format {
        Format::Human => report.human(in_colour(&std::io::stdout())),
        Format::Short => report.short(),
        Format::Json => report.json(),
        Format::Github => report.github(),
        Format::Sarif => report.sarif(),
    };
    if let Ended::Failed(reason) = print(&text) {
        return Err(reason);
    }
    tell(&Printable::line(&summary(&run, &shown, &elsewhere)));
    let with_fix = shown.iter().filter(|finding| !finding.fix.is_empty()).count();
    if with_fix > 0 && !arguments.fix {
        tell(&Printable::line(&format!(
            "`--fix` has an answer to {with_fix} of these, and asks before it changes a file"
        )));
    }
    let failed = shown.iter().any(|finding| finding.severity == Severity::Error);
    Ok(if failed { Ended::Findings } else { Ended::Done })
}

fn summary(run: &Run, shown: &[Diagnostic], elsewhere: &[Diagnostic]) -> String {
    let (pages, statements) = (counted(run.pages, "page"), counted(run.statements, "statement"));
    let found = super::found(shown).unwrap_or_else(|| "nothing found".to_owned());
    let elsewhere = super::found(elsewhere).map(|found| format!("; {found} in other files")).unwrap_or_default();
    format!("checked {statements}, {pages}: {found}{elsewhere}")
}

/// The part of a site that is reported on.
enum Scope {
    /// All of it.
    Site,
    /// These files and folders, as paths below the root.
    Paths(Vec<String>),
}

impl Scope {
    /// Parses the scope. A path outside the site is refused, since "no findings" would be misleading.
    fn of(paths: &[PathBuf], root: &Path) -> Result<Scope, String> {
        if paths.is_empty() {
            return Ok(Scope::Site);
        }
        let failed = |path: &Path, error| format!("cannot check `{}`: {error}", path.display());
        let root = root.canonicalize().map_err(|error| failed(root, error))?;
        let mut below = Vec::new();
        for path in paths {
            let real = placed(path).map_err(|error| failed(path, error))?;
            let outside = |_| format!("cannot check `{}`: it is not in the site `{}`", path.display(), root.display());
            let path = real.strip_prefix(&root).map_err(outside)?;
            let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
            below.push(parts.join("/"));
        }
        Ok(Scope::Paths(below))
    }

    /// Whether a finding points into the scope, with its place or a label.
    fn holds(&self, finding: &Diagnostic, inputs: &Inputs) -> bool {
        let mut files = std::iter::once(finding.span).chain(finding.labels.iter().map(|label| label.0));
        files.any(|span| self.has(inputs.get(span.input).path()))
    }

    /// Whether a file lies in the scope.
    fn has(&self, file: &str) -> bool {
        let Scope::Paths(paths) = self else { return true };
        let is_below =
            |path: &str| file.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        paths.iter().any(|path| path.is_empty() || is_below(path))
    }
}

/// The location of a path, without resolving a final link, since the site knows it by its own name.
fn placed(path: &Path) -> std::io::Result<PathBuf> {
    path.symlink_metadata()?;
    match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) if folder.as_os_str().is_empty() => Ok(Path::new(".").canonicalize()?.join(name)),
        (Some(folder), Some(name)) => Ok(folder.canonicalize()?.join(name)),
        _ => path.canonicalize(),
    }
}
