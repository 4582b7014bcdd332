//! `chronicle lock`.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;

use super::site::SiteOptions;
use super::{Ended, counted, in_colour, print, progress, tell, way};
use crate::checks;
use crate::chronicle::Drafts;
use crate::diagnostic::{Code, Level, Severity};
use crate::input::{Inputs, LOCK};
use crate::lock::{Lock, Version};
use crate::pipeline::{run as run_pipeline, understand};
use crate::report::{Printable, Report};
use crate::{lock, output};

/// Write down what is published, in `chronicle.lock`
///
/// From then on `build` and `check` see to it that no published id vanishes, no published statement changes without a
/// correction that says so, and quotations keep their anchors. What it writes down for the first time was published today,
/// or on the day that `--today` names. Does nothing while the site has errors; to accept what
/// one of these rules refuses, name it: `chronicle lock --allow removed-quotation`. The examples of a new site are never
/// written down: remove them first.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    site: SiteOptions,
}

pub(super) fn run(arguments: &Arguments) -> Ended {
    write(arguments).unwrap_or_else(Ended::Failed)
}

fn write(arguments: &Arguments) -> Result<Ended, String> {
    let root = arguments.site.root()?;
    let mut request = arguments.site.request(&root, None)?;
    if request.drafts == Drafts::Include {
        return Err("drafts are not published: leave `--drafts` out".to_owned());
    }
    // That it is stale is what the command is for.
    request.levels.set(Code::StaleLock, Level::Allow).map_err(|fixed| fixed.to_string())?;
    // Whatever levels were set: what was never said is never published for good.
    request.levels.set(Code::ExampleRecord, Level::Deny).map_err(|fixed| fixed.to_string())?;
    let (run, _) = progress::show(|progress| run_pipeline(&request, progress));
    let run = run.map_err(|error| error.to_string())?;
    tell(&Report::of(&run.findings, &run.inputs).seen_from(way(&root)).human(in_colour(&std::io::stderr())));
    if run.findings.iter().any(|finding| finding.severity == Severity::Error) {
        tell(&Printable::line(&format!(
            "{}: `{LOCK}` was not written",
            super::found(&run.findings).unwrap_or_default()
        )));
        return Ok(Ended::Findings);
    }
    let (known, now) = texts(&run.inputs, arguments.site.day())?;
    let before = known.text();
    if before == now {
        return Ok(print(&Printable::line(&format!(
            "{LOCK} says what the record says: {}",
            counted(lines(&now).len(), "id")
        ))));
    }
    replace(&root, &now)?;
    let rewritten = match known.file().is_some() && known.version() != Version::default() {
        true => "; written as version 2, which programs that know only version 1 refuse",
        false => "",
    };
    Ok(print(&Printable::line(&format!("{}{rewritten}", changes(before, &now)))))
}

/// What the file says, and what it should say: that ids which it does not have yet are published `today`.
fn texts(inputs: &Inputs, today: NaiveDate) -> Result<(Lock, String), String> {
    let before = lock::read(inputs).map_err(|error| error.to_string())?.value;
    let chronicle = understand(inputs, Drafts::Leave).map_err(|error| error.to_string())?.value;
    let now = checks::lock(&chronicle, &before, |_| Some(today));
    Ok((before, now.to_string()))
}

fn replace(root: &Path, text: &str) -> Result<(), String> {
    output::write_whole(root, LOCK, |out| out.write_all(text.as_bytes())).map_err(|error| error.to_string())
}

/// The lines by id.
fn lines(text: &str) -> BTreeMap<&str, &str> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' ')).collect()
}

fn changes(before: &str, now: &str) -> String {
    let (before, now) = (lines(before), lines(now));
    let added = now.keys().filter(|id| !before.contains_key(*id)).count();
    let removed = before.keys().filter(|id| !now.contains_key(*id)).count();
    let changed = now.iter().filter(|(id, line)| before.get(*id).is_some_and(|before| before != *line)).count();
    format!("{LOCK}: {}: {added} added, {changed} changed, {removed} removed", counted(now.len(), "id"))
}
