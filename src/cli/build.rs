//! `chronicle build`.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::progress::Timings;
use super::{Ended, in_colour, print, progress, root};
use crate::chronicle::Drafts;
use crate::config::BaseUrl;
use crate::diagnostic::{Levels, Severity};
use crate::pipeline::{Request, Run, run as run_pipeline};
use crate::report;

/// Build the site
///
/// Reads the chronicle below the root, checks all of it, and writes the site. If anything is wrong, says everything
/// that is, and writes nothing.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder that holds `site.toml` [default: the nearest at or above this one]
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
    /// Where the site goes [default: `public` below the root]
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    /// The address the site is published at, in place of `base_url` in `site.toml`
    #[arg(long, value_name = "URL", value_parser = BaseUrl::parse)]
    base_url: Option<BaseUrl>,
    /// Build drafts as well
    #[arg(long)]
    drafts: bool,
    /// Make every page, whatever is kept from the build before
    #[arg(long)]
    no_cache: bool,
    /// Say on standard error how long each stage took
    #[arg(long, value_name = "FORM", num_args = 0..=1, require_equals = true, default_missing_value = "table")]
    timings: Option<Form>,
}

/// How timings are shown.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Form {
    /// Lines for people
    Table,
    /// One JSON object, times in seconds
    Json,
}

pub(super) fn run(arguments: Arguments) -> Ended {
    let started = Instant::now();
    let root = match root(arguments.root.as_deref()) {
        Ok(root) => root,
        Err(reason) => return Ended::Failed(reason),
    };
    let output = arguments.output.unwrap_or_else(|| root.join("public"));
    let drafts = if arguments.drafts { Drafts::Include } else { Drafts::Leave };
    let request = Request {
        root: &root,
        output: Some(&output),
        base_url: arguments.base_url,
        drafts,
        levels: Levels::default(),
        afresh: arguments.no_cache,
        program: super::program(),
        began: super::now(),
    };
    let (run, timings) = progress::show(|progress| run_pipeline(&request, progress));
    match arguments.timings {
        Some(Form::Table) => eprint!("{}", table(&timings)),
        Some(Form::Json) => eprintln!("{}", json(&timings)),
        None => {}
    }
    match run {
        Err(error) => Ended::Failed(error.to_string()),
        Ok(run) => {
            eprint!("{}", report::human(&run.findings, &run.inputs, in_colour()));
            conclude(&run, started)
        }
    }
}

fn conclude(run: &Run, started: Instant) -> Ended {
    let count = |severity| run.findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let Some(summary) = run.summary else {
        let warnings = if warnings > 0 { format!(", {}", counted(warnings, "warning")) } else { String::new() };
        eprintln!("{}{warnings}: nothing was written", counted(errors, "error"));
        return Ended::Findings;
    };
    print(&format!(
        "{}, {}: {} written, {} unchanged, {} removed in {}\n",
        counted(run.pages, "page"),
        counted(run.statements, "statement"),
        counted(summary.written, "file"),
        summary.unchanged,
        summary.removed,
        duration(started)
    ))
}

fn table(timings: &Timings) -> String {
    let whole: Duration = timings.iter().map(|(_, time)| *time).sum();
    let share = |time: &Duration| time.as_secs_f64() / whole.as_secs_f64().max(f64::MIN_POSITIVE) * 100.0;
    let line = |name: &str, time: &Duration| {
        format!("{name:<8} {:>9.1} ms {:>5.1} %\n", time.as_secs_f64() * 1000.0, share(time))
    };
    let lines: String = timings.iter().map(|(stage, time)| line(stage.name(), time)).collect();
    lines + &line("all", &whole)
}

fn json(timings: &Timings) -> serde_json::Value {
    timings.iter().map(|(stage, time)| (stage.name().to_owned(), serde_json::Value::from(time.as_secs_f64()))).collect()
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

fn duration(started: Instant) -> String {
    let seconds = started.elapsed().as_secs_f64();
    if seconds < 1.0 { format!("{:.0} ms", seconds * 1000.0) } else { format!("{seconds:.2} s") }
}
