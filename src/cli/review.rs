//! `chronicle review`.

mod base;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::git::{ObjectKind, Repository, TreeEntry};
use super::site::SiteOptions;
use super::{Ended, print, progress};
use crate::input::Inputs;
use crate::output;
use crate::pipeline::{Request, Survey, survey};
use crate::report::Printable;
use crate::review::{COMMENT, Fate, FileNature, OtherFile, Review, SiteState};
use base::TreeParts;

/// Branches that a change is usually made for, the likeliest first.
const BASES: [&str; 5] = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];

/// Say in Markdown what a change does to the chronicle
///
/// Compares the files as they are now with those of the commit that the change began from, and prints what readers will
/// see of it: first each change of what was published, and each file that runs in browsers or on hosts; then findings
/// that were not there before; records that are new, changed (word by word), withdrawn or gone; chains that grow; pages
/// that appear, change and vanish. Asks `git` for the state before. Ends with exit code 0 whatever it finds, and 2 if it could not run; `chronicle check` is what fails.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// What the change is compared with: the newest commit that it has in common with this branch or commit
    /// [default: the first there is of origin/HEAD, origin/main, origin/master, main, master]
    #[arg(long, value_name = "REV")]
    base: Option<String>,
    /// Write what of it fits into a comment (60,000 bytes) to this file as well; it counts what it leaves out
    #[arg(long, value_name = "FILE")]
    comment: Option<PathBuf>,
    #[command(flatten)]
    site: SiteOptions,
}

pub(super) fn run(arguments: &Arguments) -> Ended {
    match review(arguments) {
        Ok(review) => print(&Printable::of(&review.markdown())),
        Err(reason) => Ended::Failed(reason),
    }
}

fn review(arguments: &Arguments) -> Result<Review, String> {
    let root = arguments.site.root()?;
    let request = arguments.site.request(&root, None)?;
    let repository = Repository::of(&root)
        .map_err(|why| format!("`review` compares with what `git` has of `{}`: {why}", root.display()))?;
    let base = base(&repository, arguments.base.as_deref())?;
    let folder = tempfile::tempdir().map_err(|error| format!("cannot make a temporary folder: {error}"))?;
    let tree = repository.tree(&base)?;
    let parts = TreeParts::of(&tree, repository.prefix());
    let unreadable = parts.write(&repository, folder.path())?;
    let (now_inputs, now) = state(&root, &request)?;
    let now = SiteState { inputs: &now_inputs, survey: &now };
    // A site that is new has no state before.
    let before = match folder.path().join("site.toml").is_file() {
        true => Some(state(folder.path(), &request)?),
        false => None,
    };
    let before = before.as_ref().map(|(inputs, survey)| SiteState { inputs, survey });
    let mut review = Review::of(before, now).map_err(|error| error.to_string())?;
    review.unreadable = unreadable;
    if let Some(head) = repository.commit("HEAD") {
        let tree = repository.tree(&head)?;
        review.others = others(&parts, &TreeParts::of(&tree, repository.prefix()));
    }
    if let Some(file) = &arguments.comment {
        let text = Printable::of(&review.comment(COMMENT));
        output::write_named(repository.top(), file, text.as_bytes()).map_err(|error| error.to_string())?;
    }
    Ok(review)
}

/// The files that are none of the site's and not as they were, and the links and submodules in its folders.
fn others(before: &TreeParts<'_>, now: &TreeParts<'_>) -> Vec<OtherFile> {
    let mut others = changed(&before.others, &now.others, false);
    others.extend(changed(&before.foreign, &now.foreign, true));
    others
}

/// Those of some entries of two trees that are not as they were.
fn changed(before: &[&TreeEntry], now: &[&TreeEntry], is_of_site: bool) -> Vec<OtherFile> {
    fn by_path<'a>(entries: &[&'a TreeEntry]) -> BTreeMap<&'a [u8], (ObjectKind, &'a str)> {
        entries.iter().map(|one| (one.path.as_slice(), (one.kind, one.object.as_str()))).collect()
    }
    let (before, now) = (by_path(before), by_path(now));
    let paths: BTreeSet<&[u8]> = before.keys().chain(now.keys()).copied().collect();
    let changed = paths.into_iter().filter(|path| before.get(path) != now.get(path));
    let other = |path: &[u8]| {
        let (old, new) = (before.get(path), now.get(path));
        let fate = match (old, new) {
            (None, _) => Fate::New,
            (_, None) => Fate::Gone,
            _ => Fate::Changed,
        };
        let kind = new.or(old).map(|(kind, _)| *kind);
        let nature = match kind {
            Some(ObjectKind::Link) => FileNature::Link,
            Some(ObjectKind::Submodule) => FileNature::Submodule,
            Some(ObjectKind::File | ObjectKind::Executable) | None => FileNature::File,
        };
        let is_plain = new.is_none_or(|(kind, _)| *kind == ObjectKind::File);
        let path = String::from_utf8_lossy(path).into_owned();
        OtherFile { is_tool: !is_plain || is_tool(&path), fate, nature, is_of_site, path }
    };
    changed.map(other).collect()
}

/// Whether a file that is none of the site's is more than something to read.
fn is_tool(path: &str) -> bool {
    let name = path.to_lowercase();
    let is_hidden = name.split('/').any(|part| part.starts_with('.'));
    let is_read = [".md", ".txt", ".png", ".jpg", ".jpeg", ".gif", ".webp"].iter().any(|end| name.ends_with(end));
    is_hidden || !is_read
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
