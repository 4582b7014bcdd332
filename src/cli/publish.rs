//! `chronicle publish`.

use std::path::PathBuf;

use super::new::ask::{Ask, terminal};
use super::site::SiteOptions;
use super::{Ended, counted, found, in_colour, print, progress, tell, way};
use crate::chronicle::Drafts;
use crate::input::LARGEST_FILE;
use crate::lock;
use crate::output::{self, BuiltSite, OutputOptions};
use crate::pipeline::{Request, run as run_pipeline};
use crate::publish::folder::{FolderError, Target};
use crate::publish::{Changes, Differences, Published};
use crate::report::{Printable, Report};

mod branch;

use branch::Branch;

/// Build the site and put it where readers have it
///
/// Builds and checks the site, says what changes for readers since it was published last, asks, and publishes. What was
/// published is listed in the file `.chronicle-published` beside it, by which the next publication knows what is its own:
/// other files in the folder or branch stay. Nothing is published while the site has errors, or if a page of a published
/// record would be gone.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    to: To,
}

#[derive(Debug, clap::Subcommand)]
enum To {
    Folder(FolderArguments),
    Branch(BranchArguments),
}

/// Publish to a folder that a server reads, such as a mounted share
///
/// A whole copy of the site is made beside the folder, and the two are swapped: readers have the old site or the new one.
#[derive(Debug, clap::Args)]
struct FolderArguments {
    /// Where the site goes; made if its parent folder is there
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Let DIR be a link to the newest of several copies, which is moved on in one step on every system that has links
    #[arg(long)]
    atomic: bool,
    #[command(flatten)]
    options: Options,
}

/// Publish to a branch of a git repository, such as `gh-pages`
///
/// The branch gets one commit with the site, and keeps its history and what Chronicle did not write, such as CNAME. It is
/// pushed only if nobody else has pushed to it meanwhile. Your own branches and files are left as they are.
#[derive(Debug, clap::Args)]
struct BranchArguments {
    /// The branch; made if it is not there
    #[arg(value_name = "BRANCH", default_value = "gh-pages")]
    branch: String,
    /// The remote repository, by its name or its address
    #[arg(long, value_name = "NAME", default_value = "origin")]
    remote: String,
    #[command(flatten)]
    options: Options,
}

#[derive(Debug, clap::Args)]
struct Options {
    /// Publish without asking
    #[arg(long, short)]
    yes: bool,
    /// Say what would change, and publish nothing
    #[arg(long, conflicts_with = "yes")]
    dry_run: bool,
    /// Publish nothing if more files than this would be removed
    #[arg(long, value_name = "N", default_value_t = 256)]
    max_deletes: usize,
    /// Publish although pages of published records will be gone
    #[arg(long)]
    allow_lost: bool,
    /// Write compressed copies (`.gz`, `.br`) beside text files
    #[arg(long)]
    precompress: bool,
    /// Where the site is built [default: `public` below the root]
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    #[command(flatten)]
    site: SiteOptions,
}

pub(super) fn run(arguments: &Arguments) -> Ended {
    let (To::Folder(FolderArguments { options, .. }) | To::Branch(BranchArguments { options, .. })) = &arguments.to;
    publish(&arguments.to, options).unwrap_or_else(Ended::Failed)
}

fn publish(to: &To, options: &Options) -> Result<Ended, String> {
    let root = options.site.root()?;
    let output = options.output.clone().unwrap_or_else(|| root.join("public"));
    let wanted = options.site.request(&root, Some(&output))?;
    if wanted.drafts == Drafts::Include {
        return Err("drafts are not published: leave `--drafts` out".to_owned());
    }
    let request = Request { reads_words: true, precompresses: options.precompress, ..wanted };
    let (run, _) = progress::show(|progress| run_pipeline(&request, progress));
    let run = run.map_err(|error| error.to_string())?;
    tell(&Report::of(&run.findings, &run.inputs).seen_from(way(&root)).human(in_colour(&std::io::stderr())));
    if run.summary.is_none() {
        tell(&Printable::line(&format!("{}: nothing was published", found(&run.findings).unwrap_or_default())));
        return Ok(Ended::Findings);
    }
    let built = OutputOptions {
        root: &root,
        folder: &output,
        program: request.program,
        replaces_foreign: false,
        largest_state: output::largest_state(run.inputs.count(), run.inputs.size()),
    };
    let waiting = || tell(&Printable::line("waiting for another build into the same folder"));
    let site = BuiltSite::open(&built, waiting).map_err(|error| error.to_string())?;
    let lock = lock::read(&run.inputs).map_err(|error| error.to_string())?.value;
    let now = Published::of(site.files.iter().cloned(), &lock);
    match to {
        To::Folder(FolderArguments { folder, atomic, .. }) => {
            let failed = |error: FolderError| error.to_string();
            let target = Target::open(folder, *atomic, &root, &site, !options.dry_run).map_err(failed)?;
            target.refuse_foreign(&site).map_err(failed)?;
            let (name, before) = (target.path().display().to_string(), target.before().clone());
            let now = now.keeping(&before);
            let changes = Changes::between(&before, &now);
            let mut read = |paths: &[&str], take: &mut dyn FnMut(&str, Vec<u8>)| -> Result<(), String> {
                paths.iter().try_for_each(|path| {
                    take(path, target.read(path).map_err(failed)?);
                    Ok(())
                })
            };
            let differences = compare(&changes, &site, &mut read)?;
            let lost = changes.lost(&before, &lock);
            decide(options, &changes, &differences, &lost, &name, || target.publish(&site, &now).map_err(failed))
        }
        To::Branch(BranchArguments { branch, remote, .. }) => {
            let target = Branch::open(&root, remote, branch, &site)?;
            target.refuse_foreign(&site)?;
            let name = format!("{remote}/{branch}");
            let now = now.keeping(target.before());
            let changes = Changes::between(target.before(), &now);
            // Said before anything is asked.
            if !changes.is_empty() && !options.dry_run {
                target.require_identity()?;
            }
            let differences = compare(&changes, &site, &mut |paths, take| target.read(paths, take))?;
            let lost = changes.lost(target.before(), &lock);
            decide(options, &changes, &differences, &lost, &name, || target.publish(&site, &now))
        }
    }
}

/// Hands over the bytes of files that were published, with their paths.
type Read<'a> = dyn FnMut(&[&str], &mut dyn FnMut(&str, Vec<u8>)) -> Result<(), String> + 'a;

/// What changes in the statements that were published and are.
fn compare(changes: &Changes<'_>, site: &BuiltSite, read: &mut Read<'_>) -> Result<Differences, String> {
    let mut differences = Differences::default();
    read(&changes.facts(), &mut |path, old| {
        // What cannot be read fails when it is published.
        let new = site.folder.bytes(path, LARGEST_FILE).unwrap_or_default();
        differences.compare(path, &old, &new);
    })?;
    Ok(differences)
}

/// Says what changes, refuses what must not be, asks, and publishes by `act`.
fn decide(
    options: &Options,
    changes: &Changes<'_>,
    differences: &Differences,
    lost: &[&str],
    to: &str,
    act: impl FnOnce() -> Result<(), String>,
) -> Result<Ended, String> {
    if changes.is_empty() {
        return Ok(print(&Printable::line(&format!("{to} has this site already: nothing to publish"))));
    }
    tell(&Printable::of(&changes.told(differences)));
    refuse(options, changes, lost)?;
    if options.dry_run {
        return Ok(print(&Printable::line("nothing was published: `--dry-run`")));
    }
    if !options.yes {
        let mut terminal = terminal().ok_or("nobody can be asked here: add `--yes`, or `--dry-run`")?;
        if !terminal.confirm(&format!("Publish to {to}?"))? {
            return Ok(print(&Printable::line("nothing was published")));
        }
    }
    act()?;
    let Changes { added, changed, removed } = changes;
    let written = counted(added.len() + changed.len(), "file");
    Ok(print(&Printable::line(&format!("published to {to}: {written} written, {} removed", removed.len()))))
}

/// Fails where more would be removed than may be.
fn refuse(options: &Options, changes: &Changes<'_>, lost: &[&str]) -> Result<(), String> {
    if let Some(first) = lost.first().filter(|_| !options.allow_lost) {
        let more = if lost.len() > 1 { format!(" and {} more", lost.len() - 1) } else { String::new() };
        return Err(format!(
            "the page of `{first}`{more}, which is published, would be gone: withdraw the record instead, or name its id in \
             `old_ids` of another; if that is what you want, add `--allow-lost`; nothing was published"
        ));
    }
    if changes.removed.len() > options.max_deletes {
        return Err(format!(
            "{} would be removed: if that is what you want, add `--max-deletes {}`; nothing was published",
            counted(changes.removed.len(), "file"),
            changes.removed.len()
        ));
    }
    Ok(())
}
