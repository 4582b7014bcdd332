//! `chronicle build`.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::progress::Timings;
use super::site::{self, SiteOptions};
use super::{Ended, counted, found, in_colour, print, progress, tell, way};
use crate::pipeline::{Request, Run, run as run_pipeline};
use crate::plan::Shard;
use crate::report::{Printable, Report};

/// Build the site
///
/// Reads the chronicle below the root, checks all of it, and writes the site. If anything is wrong, says everything
/// that is, and writes nothing.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Where the site goes [default: `public` below the root]
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Make every page, whatever is kept from the build before
    #[arg(long)]
    no_cache: bool,
    /// Replace files in the output folder that Chronicle did not write
    #[arg(long)]
    force: bool,
    /// Write compressed copies (`.gz`, `.br`) beside text files, for servers that send them as they are
    #[arg(long)]
    precompress: bool,
    /// Make only these kinds of output, beside statements, static files, 404 and redirects
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = site::kind_of_output)]
    only: Option<Vec<String>>,
    /// Write only the K-th of N parts of the pages; all parts together are the site
    #[arg(long, value_name = "K/N", value_parser = Shard::parse)]
    shard: Option<Shard>,
    /// Say on standard error how long each stage took
    #[arg(long, value_name = "FORM", num_args = 0..=1, require_equals = true, default_missing_value = "table")]
    timings: Option<Form>,
    #[command(flatten)]
    site: SiteOptions,
}

/// How timings are shown.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Form {
    /// Lines for people
    Table,
    /// One JSON object, times in seconds
    Json,
}

pub(super) fn run(arguments: &Arguments) -> Ended {
    build(arguments).unwrap_or_else(Ended::Failed)
}

fn build(arguments: &Arguments) -> Result<Ended, String> {
    let started = Instant::now();
    let root = arguments.site.root()?;
    let output = arguments.output.clone().unwrap_or_else(|| root.join("public"));
    let (no_cache, replaces_foreign, only) = (arguments.no_cache, arguments.force, arguments.only.clone());
    let (shard, reads_words, precompresses) = (arguments.shard.unwrap_or(Shard::WHOLE), true, arguments.precompress);
    let wanted = arguments.site.request(&root, Some(&output))?;
    let request = Request { reads_words, only, shard, no_cache, replaces_foreign, precompresses, ..wanted };
    let (run, timings) = progress::show(|progress| run_pipeline(&request, progress));
    match arguments.timings {
        Some(Form::Table) => tell(&Printable::of(&table(&timings))),
        Some(Form::Json) => tell(&Printable::line(&json(&timings).to_string())),
        None => {}
    }
    let run = run.map_err(|error| error.to_string())?;
    let report = Report::of(&run.findings, &run.inputs).seen_from(way(&root));
    tell(&report.human(in_colour(&std::io::stderr())));
    Ok(conclude(&run, arguments.shard, started))
}

fn conclude(run: &Run, shard: Option<Shard>, started: Instant) -> Ended {
    let Some(summary) = run.summary else {
        tell(&Printable::line(&format!("{}: nothing was written", found(&run.findings).unwrap_or_default())));
        return Ended::Findings;
    };
    let part = shard.map(|shard| format!("part {shard}: ")).unwrap_or_default();
    print(&Printable::line(&format!(
        "{part}{}, {}: {} written, {} unchanged, {} removed in {}",
        counted(run.pages, "page"),
        counted(run.statements, "statement"),
        counted(summary.written, "file"),
        summary.unchanged,
        summary.removed,
        duration(started)
    )))
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

fn duration(started: Instant) -> String {
    let seconds = started.elapsed().as_secs_f64();
    if seconds < 1.0 { format!("{:.0} ms", seconds * 1000.0) } else { format!("{seconds:.2} s") }
}
