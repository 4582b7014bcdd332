//! `chronicle review`.

mod base;

use std::path::Path;

use super::git::Repository;
use super::site::SiteOptions;
use super::{Ended, print, progress};
use crate::input::Inputs;
use crate::pipeline::{Request, Survey, survey};
use crate::report::Printable;
use crate::review::{Review, State};
use base::Parts;

/// Branches that a change is usually made for, the likeliest first.
const BASES: [&str; 5] = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];

/// Say in Markdown what a change does to the chronicle
///
/// Compares the files as they are now with those of the commit that the change began from, and prints what readers will
/// see of it, for a comment on a pull request: records that are new, changed (word by word), withdrawn or gone; chains
/// that grow; pages that appear, change and vanish; findings that were not there before. Asks `git` for the state
/// before. Ends with exit code 0 whatever it finds, and 2 if it could not run; `chronicle check` is what fails.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// What the change is compared with: the newest commit that it has in common with this branch or commit
    /// [default: the first there is of origin/HEAD, origin/main, origin/master, main, master]
    #[arg(long, value_name = "REV")]
    base: Option<String>,
    #[command(flatten)]
    site: SiteOptions,
}

pub(super) fn run(arguments: &Arguments) -> Ended {
    match review(arguments) {
        Ok(markdown) => print(&Printable::of(&markdown)),
        Err(reason) => Ended::Failed(reason),
    }
}

fn review(arguments: &Arguments) -> Result<String, String> {
    let root = arguments.site.root()?;
    let request = arguments.site.request(&root, None)?;
    let repository = Repository::of(&root)
        .map_err(|why| format!("`review` compares with what `git` has of `{}`: {why}", root.display()))?;
    let base = base(&repository, arguments.base.as_deref())?;
    let folder = tempfile::tempdir().map_err(|error| format!("cannot make a temporary folder: {error}"))?;
    let tree = repository.tree(&base)?;
    let parts = Parts::of(&tree, repository.prefix());
    parts.write(&repository, folder.path())?;
    let (now_inputs, now) = state(&root, &request)?;
    let now = State { inputs: &now_inputs, survey: &now };
    // A site that is new has no state before.
    let before = match folder.path().join("site.toml").is_file() {
        true => Some(state(folder.path(), &request)?),
        false => None,
    };
    let before = before.as_ref().map(|(inputs, survey)| State { inputs, survey });
    let review = Review::of(before, now).map_err(|error| error.to_string())?;
    Ok(review.markdown())
}

/// The newest commit that the work at hand has in common with a revision.
fn base(repository: &Repository, asked: Option<&str>) -> Result<String, String> {
    let (name, found) = match asked {
        Some(name) => (name, repository.commit(name)),
        None => {
            let found = BASES.iter().find_map(|name| Some((*name, Some(repository.commit(name)?))));
            found.ok_or_else(|| {
                let names = BASES.join("`, `");
                format!("there is no `{names}` to compare with: name a branch or commit with `--base`")
            })?
        }
    };
    let found = found
        .ok_or_else(|| format!("`git` knows no commit `{name}`: name one that `git log` shows, or fetch it first"))?;
    repository.merge_base("HEAD", &found).ok_or_else(|| {
        format!("this branch has no commit in common with `{name}`: fetch more of its history (`fetch-depth: 0`)")
    })
}

fn state(root: &Path, request: &Request<'_>) -> Result<(Inputs, Survey), String> {
    let inputs = Inputs::read(root).map_err(|error| error.to_string())?;
    let request = Request { root, ..request.clone() };
    let (survey, _) = progress::show(|progress| survey(&inputs, &request, progress));
    survey.map(|survey| (inputs, survey)).map_err(|error| error.to_string())
}
