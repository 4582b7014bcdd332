//! The command line: what was typed, the run, and what is printed. The only place that knows the terminal, the working
//! folder and the clock.
#![allow(clippy::disallowed_methods, reason = "this is where the program meets the terminal")]

use std::ffi::OsString;
use std::hash::{Hash, Hasher};
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{CommandFactory, Parser, Subcommand};

use crate::diagnostic::{Diagnostic, Severity};
use crate::input::Stamp;
use crate::report::Printable;

mod build;
mod check;
mod explain;
mod git;
mod init;
mod lock;
mod messages;
mod new;
mod progress;
mod publish;
mod review;
mod schema;
mod serve;
mod site;
mod theme;

/// Publish a foreign-policy chronicle: who said what, when, where, to whom, from which source.
#[derive(Debug, Parser)]
#[command(name = "chronicle", version, propagate_version = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::Arguments),
    Serve(serve::Arguments),
    Check(check::Arguments),
    Explain(explain::Arguments),
    Init(init::Arguments),
    New(new::Arguments),
    Schema(schema::Arguments),
    Lock(lock::Arguments),
    Messages(messages::Arguments),
    Review(review::Arguments),
    Publish(publish::Arguments),
    Theme(theme::Arguments),
    /// Print a script that completes commands and options in your shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
}

/// How a command ended.
enum Ended {
    /// As asked.
    Done,
    /// The content has errors, which were printed.
    Findings,
    /// It could not run, for this reason.
    Failed(String),
}

/// The stack of each thread, in bytes: as large as that of a main thread.
const STACK: usize = 8 << 20;

/// Runs the program and returns its exit code: 0 done, 1 the content has errors, 2 it could not run.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help that was asked for goes to standard output and is no failure. If even this cannot be printed, the
            // exit code still says what happened. What was typed may be the name of a file, and hold anything.
            let text = error.render().to_string();
            let safe = Printable::of(&text);
            if *safe == text {
                let _ = error.print();
            } else {
                tell(&safe);
            }
            return if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
        }
    };
    // Fails if the pool exists already, which is fine.
    let _ = rayon::ThreadPoolBuilder::new().stack_size(STACK).build_global();
    let ended = match arguments.command {
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Build(arguments) => build::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Init(arguments) => init::run(arguments),
        Command::New(arguments) => new::run(arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Lock(arguments) => lock::run(&arguments),
        Command::Messages(arguments) => messages::run(&arguments),
        Command::Review(arguments) => review::run(&arguments),
        Command::Publish(arguments) => publish::run(&arguments),
        Command::Theme(arguments) => theme::run(&arguments),
        Command::Completions { shell } => completions(shell),
    };
    match ended {
        Ended::Done => ExitCode::SUCCESS,
        Ended::Findings => ExitCode::from(1),
        Ended::Failed(reason) => {
            tell(&complaint(&reason));
            ExitCode::from(2)
        }
    }
}

/// Why something could not be done, in one line.
fn complaint(reason: &str) -> Printable {
    Printable::line(&format!("error: {reason}"))
}

fn completions(shell: clap_complete::Shell) -> Ended {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "chronicle", &mut script);
    print(&Printable::own(String::from_utf8_lossy(&script).into_owned()))
}

/// Prints to standard output. A reader that has gone away (`chronicle … | head`) is no failure.
fn print(text: &Printable) -> Ended {
    match std::io::stdout().write_all(text.as_bytes()) {
        Ok(()) => Ended::Done,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ended::Done,
        Err(error) => Ended::Failed(format!("cannot write to standard output: {error}")),
    }
}

/// Prints to standard error. A closed pipe (`chronicle … 2>&1 | head`) is ignored.
fn tell(text: &Printable) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// Whether what goes to `stream` is in colour: on a terminal, unless `NO_COLOR` is set (<https://no-color.org>).
fn in_colour(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// `1 page`, `2 pages`.
fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// `2 errors, 1 warning`; nothing where there are no findings.
fn found(findings: &[Diagnostic]) -> Option<String> {
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let counts = [(count(Severity::Error), "error"), (count(Severity::Warning), "warning")];
    let counts: Vec<String> =
        counts.iter().filter(|(count, _)| *count > 0).map(|(count, noun)| counted(*count, noun)).collect();
    (!counts.is_empty()).then(|| counts.join(", "))
}

/// The prefix that makes paths of the site relative to the working folder: `site/` where the root is below, `../` where
/// it is above. Elsewhere, paths are shown relative to the root.
fn way(root: &Path) -> String {
    let real = || Some((std::env::current_dir().ok()?.canonicalize().ok()?, root.canonicalize().ok()?));
    let Some((here, root)) = real() else { return String::new() };
    if let Ok(above) = here.strip_prefix(&root) {
        return "../".repeat(above.iter().count());
    }
    let below = root.strip_prefix(&here).ok().and_then(Path::to_str);
    below.map(|below| format!("{}/", below.replace(std::path::MAIN_SEPARATOR, "/"))).unwrap_or_default()
}

/// The root of the site: the folder given, or the nearest one at or above the working folder that holds `site.toml`.
fn root(given: Option<&Path>) -> Result<PathBuf, String> {
    if let Some(folder) = given {
        return match folder.join("site.toml").is_file() {
            true => Ok(folder.to_path_buf()),
            false => Err(format!("there is no `site.toml` in `{}`", folder.display())),
        };
    }
    let here = std::env::current_dir().map_err(|error| format!("cannot tell the working folder: {error}"))?;
    let found = here.ancestors().find(|folder| folder.join("site.toml").is_file()).map(Path::to_path_buf);
    found.ok_or_else(|| {
        format!("there is no `site.toml` in `{}` or above: go to a site, name one with `--root`, or make one with `chronicle init`", here.display())
    })
}

/// Fingerprint of this program: of its sources, and of the size and times of its executable. The ctime is included,
/// since the other times can be set at will.
fn program() -> u64 {
    let file = std::env::current_exe().and_then(std::fs::File::open);
    let stamp = file.ok().and_then(|file| Stamp::of(&file));
    let mut hash = xxhash_rust::xxh3::Xxh3::new();
    (env!("CHRONICLE_BUILD"), stamp.map(|stamp| (stamp.size, stamp.modified, stamp.changed))).hash(&mut hash);
    hash.finish()
}

/// The newest day that it is anywhere on earth: by the clock, at UTC+14, where days begin first.
fn today() -> NaiveDate {
    chrono::DateTime::from_timestamp_nanos(now().saturating_add(14 * 3600 * 1_000_000_000)).date_naive()
}

/// The day that it is in UTC, by the clock.
fn today_in_utc() -> NaiveDate {
    chrono::DateTime::from_timestamp_nanos(now()).date_naive()
}

/// Reads a day that stands in for [`today`].
fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| "write it as 2026-02-28".to_owned())
}

/// The time, in nanoseconds since 1970.
fn now() -> i64 {
    since_1970(std::time::SystemTime::now())
}

fn since_1970(time: std::time::SystemTime) -> i64 {
    let time = time.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(time.as_nanos()).unwrap_or(i64::MAX)
}
