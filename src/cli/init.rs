//! `chronicle init`: a new site that builds at once, with what it needs to be published and contributed to.

use std::path::{Path, PathBuf};

use super::new::ask;
use super::{Ended, complaint, counted, in_colour, print, tell, way};
use crate::config;
use crate::diagnostic::{Checked, Levels, settle};
use crate::input::Inputs;
use crate::report::{Printable, Report, one_line};
use answers::{Answers, Wishes};
use files::{NewFile, files};
use host::{Forge, Host};
use place::{Left, Place};
use program::Program;

mod answers;
mod files;
mod host;
mod place;
mod program;
mod tag;
mod text;

/// Make a new site
///
/// Writes the settings, example records, outlines of the first pages, a guide for contributors, and for the host that is
/// named what checks, reviews and publishes the site there. Asks on a terminal for what no option says. The folder must be
/// empty, not be there yet, or hold no more than a new repository does: `.git`, a licence, a README. No file is ever
/// overwritten.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder of the new site
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Take any folder, and write what is missing in it
    #[arg(long)]
    adopt: bool,
    #[command(flatten)]
    wishes: Wishes,
}

pub(super) fn run(arguments: Arguments) -> Ended {
    make(arguments).unwrap_or_else(Ended::Failed)
}

fn make(arguments: Arguments) -> Result<Ended, String> {
    let root = &arguments.folder;
    let place = Place::find(root, arguments.adopt)?;
    let mut answers = if place.has_settings() {
        let Some(settings) = settings(root)? else { return Ok(Ended::Findings) };
        arguments.wishes.beside(&settings)?
    } else {
        match ask::terminal() {
            Some(mut terminal) => arguments.wishes.ask(&mut terminal)?.settled(),
            None => arguments.wishes.settled(),
        }
    };
    answers.branch = place.branch();
    if !answers.to_set.contains(&"base_url") {
        // By the clock of UTC, as the day of a tag is.
        let day = chrono::DateTime::from_timestamp_nanos(super::now()).date_naive();
        answers.id_base = tag::base(&answers.address, day);
    }
    let program = Program::this();
    let left = place.write(files(&answers, &program))?;
    Ok(print(&Printable::of(&story(root, &answers, &program, &left))))
}

/// The settings of a site that is there already; none where they are wrong, which is said.
fn settings(root: &Path) -> Result<Option<config::Config>, String> {
    let inputs = Inputs::read(root).map_err(|error| error.to_string())?;
    let Checked { value, findings } = config::read(&inputs).map_err(|error| error.to_string())?;
    if value.is_none() {
        let findings = settle(findings, &Levels::default());
        tell(&Report::of(&findings, &inputs).seen_from(way(root)).human(in_colour(&std::io::stderr())));
        tell(&complaint("mend `site.toml` first: nothing was written"));
    }
    Ok(value)
}

/// What was made and what was left, what is to be filled in, and what to do next.
fn story(folder: &Path, answers: &Answers, program: &Program<'_>, left: &[(NewFile, Left)]) -> String {
    let root = one_line(&folder.display().to_string());
    let mut story = match left.iter().any(|(file, _)| file.path == "site.toml") {
        true => format!("wrote what was missing in {root}\n"),
        false => format!("made a new site in {root}\n"),
    };
    for (file, reason) in left {
        story.push_str(&format!("left out {}: {}\n", file.path, reason.reason()));
    }
    let is_left = |path: &str| left.iter().any(|(file, _)| file.path == path);
    let mut to_do = Vec::new();
    if !answers.to_set.is_empty() {
        to_do.push(format!("set {} in site.toml: nobody said what to write", named(&answers.to_set)));
    }
    if is_left(".gitignore") {
        to_do.push("see that .gitignore has the lines `/public` and `/.chronicle/`".to_owned());
    }
    to_do.extend(about_license(answers, left));
    to_do.extend(about_host(answers, program));
    if !is_left("content/people/example-minister.md") {
        to_do.push("put records of your own in the place of the examples: `chronicle lock` refuses them".to_owned());
    }
    let count = counted(to_do.len(), "thing");
    if !to_do.is_empty() {
        story.push_str(&format!("{count} to do:\n"));
        to_do.iter().for_each(|item| story.push_str(&format!("- {item}\n")));
    }
    // The folder as it was typed, and not as it is shown.
    let go = match folder.to_str() {
        Some(".") => String::new(),
        path => match path.and_then(text::in_shell) {
            Some(path) => format!("cd {path} && "),
            None => "in that folder: ".to_owned(),
        },
    };
    story + &format!("next: {go}chronicle build\n")
}

/// Keys one after the other: `` `a`, `b` and `c` ``.
fn named(keys: &[&str]) -> String {
    let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    match keys.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => keys.concat(),
    }
}

/// What is to be done about the licence: `site.toml` names it to readers, and a file to whoever has the repository.
fn about_license(answers: &Answers, left: &[(NewFile, Left)]) -> Option<String> {
    let is_left = |path: &str| left.iter().any(|(file, _)| file.path == path);
    match answers.license {
        None if answers.is_licensed => None,
        None => Some("choose a licence for your own words: `[license]` in site.toml".to_owned()),
        // The settings were there already, and name none.
        Some(license) if !answers.is_licensed => Some(format!(
            "name the licence in site.toml: `[license]`, `name = \"{}\"`, `url = \"{}\"`",
            license.name(),
            license.url()
        )),
        Some(license) if is_left("LICENSE.md") && !is_left("site.toml") => {
            Some(format!("see that the licence in the repository is {}, as site.toml says", license.name()))
        }
        Some(_) => None,
    }
}

/// What is to be done about the host and the workflows.
fn about_host(answers: &Answers, program: &Program<'_>) -> Vec<String> {
    let mut to_do = Vec::new();
    let forge = Forge::of(answers.host, answers.repository.as_deref());
    let installs = forge == Forge::GitLab || matches!(answers.host, Host::Netlify | Host::Cloudflare);
    if program.home().is_none() {
        let repository = "the address of the repository of the program, which this build of it does not know";
        if forge == Forge::GitHub {
            to_do.push(format!("fill in behind `uses:` in .github/workflows/ what is marked `Fill in`: {repository}"));
        }
        if installs {
            to_do.push(format!("fill in `repository` in .ci/install-chronicle: {repository}"));
        }
    }
    if forge == Forge::Other && answers.host != Host::None {
        let unknown = match &answers.repository {
            Some(address) => format!("there are none for {address}"),
            None => "`--repository` says for which service".to_owned(),
        };
        to_do.push(format!("let `chronicle check` run on each change; no workflow was written: {unknown}"));
    }
    if answers.host == Host::Netlify {
        to_do
            .push("turn deploy previews off at Netlify: they run what the pull requests of strangers bring".to_owned());
    }
    if answers.host == Host::GithubPages {
        to_do.push("choose \"GitHub Actions\" as the source in the settings of the repository, under Pages".to_owned());
    }
    to_do
}
