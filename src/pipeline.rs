//! A run: all stages in order. Without an output folder nothing is committed; all else is the same.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::mem::ManuallyDrop;
use std::path::Path;

use chrono::{Datelike, NaiveDate};
use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::Drafts;
use crate::config::BaseUrl;
use crate::diagnostic::{Diagnostic, Levels, Severity};
use crate::incremental::{self, Cache, Ledger, Numbers, ParsedFiles, PreviousRun, Snapshot};
use crate::input::{Inputs, ReadError};
use crate::output::{self, Nowhere, Output, OutputError, OutputOptions, Precompressed, Sink, Summary};
use crate::plan::Shard;

mod copies;
mod judgement;
mod model;
mod rendering;
mod survey;

pub(crate) use judgement::{Judgement, judge};
pub(crate) use model::Model;
pub use model::understand;
pub(crate) use rendering::{Pages, Rendering};
pub use survey::Survey;
pub(crate) use survey::survey;

/// The options of a run.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The folder that holds `site.toml`.
    pub root: &'a Path,
    /// The output folder; nothing is written without one.
    pub output: Option<&'a Path>,
    /// Overrides `base_url` in `site.toml`.
    pub base_url: Option<BaseUrl>,
    /// Whether the words of texts are read for search. Without them its files are empty, which changes no finding.
    pub reads_words: bool,
    /// The only kinds of output that are built, of those that can be turned off.
    pub only: Option<Vec<String>>,
    /// Which part of the pages is written. All of the site is checked all the same.
    pub shard: Shard,
    /// Whether drafts are built.
    pub drafts: Drafts,
    /// The newest day that a statement can be of, where it is known.
    pub today: Option<NaiveDate>,
    /// Levels that override those of `site.toml`.
    pub levels: Levels,
    /// Whether the cache of the run before is ignored.
    pub no_cache: bool,
    /// Whether files in the output folder that Chronicle did not write are replaced.
    pub replaces_foreign: bool,
    /// Whether text files have compressed copies beside them.
    pub precompresses: bool,
    /// The fingerprint of the program: another program may render the same files differently.
    pub program: u64,
    /// When the run began, in nanoseconds since 1970: a file that was written just before may be written again with the same
    /// time stamp. It has no effect on the pages.
    pub began: i64,
}

impl Request<'_> {
    /// The fingerprint of the program and of the options that affect pages.
    pub(crate) fn fingerprint(&self) -> u64 {
        let mut hash = Xxh3::new();
        // The output folder, the levels of findings and which pages are written do not affect the content of pages.
        let Request {
            program,
            base_url,
            only,
            drafts,
            root: _,
            output: _,
            reads_words: _,
            today: _,
            levels: _,
            no_cache: _,
            replaces_foreign: _,
            precompresses: _,
            shard: _,
            began: _,
        } = self;
        (program, base_url, only, drafts).hash(&mut hash);
        hash.finish()
    }

    /// The numbers by which a snapshot identifies the request.
    pub(crate) fn numbers(&self) -> Numbers {
        let (program, options, began) = (self.fingerprint(), self.other_options(), self.began);
        Numbers { program, options, began, today: self.today.map(|day| day.num_days_from_ce()) }
    }

    /// The fingerprint of the options that affect findings, except for the day, and which files there are beside pages.
    fn other_options(&self) -> u64 {
        let mut hash = Xxh3::new();
        (&self.levels, self.precompresses).hash(&mut hash);
        hash.finish()
    }
}

/// The result of a run.
#[derive(Debug)]
pub struct Run {
    /// The input files, for showing findings.
    pub inputs: Inputs,
    /// All findings, in the order of their places.
    pub findings: Vec<Diagnostic>,
    /// The number of pages; of a shard, of its pages.
    pub pages: usize,
    /// The number of statements.
    pub statements: usize,
    /// What was written; nothing where there were errors.
    pub summary: Option<Summary>,
}

/// Why a run was not completed, where no finding can say so.
#[derive(Debug)]
pub enum RunError {
    /// The site could not be read.
    Read(ReadError),
    /// The site could not be written.
    Output(OutputError),
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RunError::Read(error) => error.fmt(f),
            RunError::Output(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for RunError {}

impl From<ReadError> for RunError {
    fn from(error: ReadError) -> RunError {
        RunError::Read(error)
    }
}

impl From<OutputError> for RunError {
    fn from(error: OutputError) -> RunError {
        RunError::Output(error)
    }
}

/// The stages of a run, as they are timed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Listing the files; settings, templates and messages.
    Read,
    /// Parsing each file of the content.
    Parse,
    /// Resolving names, checking rules, planning pages.
    Resolve,
    /// Rendering pages that have changed; their bytes are staged beside the output.
    Render,
    /// Moving staged files into place.
    Commit,
}

impl Stage {
    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Read => "read",
            Stage::Parse => "parse",
            Stage::Resolve => "resolve",
            Stage::Render => "render",
            Stage::Commit => "commit",
        }
    }
}

/// Receives the progress of a run.
pub trait Progress: Sync {
    /// A stage begins; the one before it has ended.
    fn stage(&self, stage: Stage);
    /// The pages are known; rendering begins.
    fn begin(&self, pages: usize);
    /// One more page is rendered.
    fn rendered(&self);
    /// Another build into the same folder is waited for.
    fn waiting(&self);
}

/// Runs all stages, with the cache of the last run into the same folder.
///
/// # Errors
/// [`RunError`] where a file cannot be read or written; what is wrong in the site is in [`Run::findings`].
pub fn run(request: &Request<'_>, progress: &dyn Progress) -> Result<Run, RunError> {
    progress.stage(Stage::Read);
    let cached = || {
        request
            .output
            .filter(|_| !request.no_cache)
            .and_then(|folder| output::cached(request.root, folder, request.program))
    };
    let (inputs, bytes) = rayon::join(|| Inputs::read(request.root), cached);
    let inputs = inputs?;
    let now = Snapshot::of(&inputs, request.numbers());
    let Some(folder) = request.output else {
        let (built, _) = build(&inputs, request, None, Earlier::default, || Ok(Nowhere), progress)?;
        return Ok(built.into_run(inputs, None));
    };
    let largest_state = output::largest_state(inputs.count(), inputs.size());
    let bytes = bytes.and_then(|cached| cached.within(largest_state));
    let opened = bytes.as_ref().and_then(|cached| incremental::read(cached.bytes()));
    let wanted = OutputOptions {
        root: request.root,
        folder,
        program: request.program,
        replaces_foreign: request.replaces_foreign,
        largest_state,
    };
    let open = || Output::open(&wanted, || progress.waiting());
    let opened_whole = opened.as_ref().filter(|_| request.shard.is_whole());
    let same = opened_whole.filter(|opened| opened.snapshot.still_holds(&now, &inputs));
    // After an earlier run the output is opened before it is known whether the site has errors, so that its files are looked at
    // while names are resolved; but errors wait for no other build.
    let mut output = match (&opened, same) {
        (_, Some(_)) => Some(open()?),
        (Some(_), None) => Output::open_at_once(&wanted),
        (None, None) => None,
    };
    if let Some((opened, output)) = same.zip(output.as_mut()) {
        let is_whole = |files: &usize| opened.snapshot.pages.is_some() && opened.snapshot.files == *files as u64;
        if let Some(unchanged) = output.is_as_before().filter(is_whole) {
            let number = |number: u64| usize::try_from(number).unwrap_or_default();
            let (pages, statements) = (opened.snapshot.pages.map_or(unchanged, number), opened.snapshot.statements);
            let summary = Some(Summary { unchanged, ..Summary::default() });
            let findings = opened.snapshot.findings.clone();
            return Ok(Run { inputs, findings, pages, statements: number(statements), summary });
        }
    }
    // Never dropped: that would take longer than using it, and the process ends soon.
    let loaded = ManuallyDrop::new(opened.and_then(|opened| Some((opened.files()?, opened.snapshot))));
    let before = loaded.as_ref().map(|(cache, snapshot)| PreviousRun::of(snapshot, &cache.files, cache.site));
    let earlier = || {
        let ledger = || loaded.as_ref().and_then(|(cache, _)| cache.ledger());
        let (ledger, ()) = rayon::join(ledger, || output.iter_mut().for_each(Output::find_untouched));
        Earlier { ledger, sink: output }
    };
    let (built, output) = build(&inputs, request, before.as_ref(), earlier, open, progress)?;
    progress.stage(Stage::Commit);
    let summary = match (output, &built.cache) {
        (Some(output), Some(cache)) => {
            let pages = request.shard.is_whole().then_some(built.pages as u64);
            let statements = built.statements as u64;
            let findings = built.findings.clone();
            let previous = loaded.as_ref().map(|(cache, _)| cache);
            Some(output.commit(|files, out| {
                let snapshot = Snapshot { pages, files: files as u64, statements, findings, ..now };
                incremental::write(&snapshot, cache, previous, out)
            })?)
        }
        _ => None,
    };
    Ok(built.into_run(inputs, summary))
}

/// The result of all stages but the last.
struct Built {
    findings: Vec<Diagnostic>,
    pages: usize,
    statements: usize,
    /// The cache for the next run; `None` where there were errors.
    cache: Option<Cache>,
}

impl Built {
    fn into_run(self, inputs: Inputs, summary: Option<Summary>) -> Run {
        Run { inputs, findings: self.findings, pages: self.pages, statements: self.statements, summary }
    }
}

/// What is made ready of the previous run while the site is read.
struct Earlier<S> {
    /// The dependencies of its pages.
    ledger: Option<Ledger>,
    /// Where its pages are, if it is open already.
    sink: Option<S>,
}

impl<S> Default for Earlier<S> {
    fn default() -> Earlier<S> {
        Earlier { ledger: None, sink: None }
    }
}

/// All stages but the first and the last: the files become pages, which go to the sink that `open` opens once there are no
/// errors in the way, if it is not open already. `before` is the previous run, of which `earlier` makes the rest ready.
fn build<S: Sink + Send>(
    inputs: &Inputs,
    request: &Request<'_>,
    before: Option<&PreviousRun<'_>>,
    earlier: impl FnOnce() -> Earlier<S> + Send,
    open: impl FnOnce() -> Result<S, OutputError>,
    progress: &dyn Progress,
) -> Result<(Built, Option<S>), RunError> {
    // Resolving uses one thread for the most part, so the rest is made ready in parallel.
    let (model, Earlier { ledger, sink }) = rayon::join(|| Model::of(inputs, request, before, progress), earlier);
    let last = ManuallyDrop::new(ledger);
    let mut model = match model? {
        // Never dropped: that would be the longest stage of a large build, and the process ends soon.
        Ok(model) => ManuallyDrop::new(model),
        Err(findings) => return Ok((Built { findings, pages: 0, statements: 0, cache: None }, None)),
    };
    let parsed = model.take_parsed();
    // Waits for the output lock outside the rayon pool, so that no worker is blocked.
    let sink = if model.fails() { None } else { Some(sink.map_or_else(open, Ok)?) };
    progress.stage(Stage::Render);
    let (pages, others) = model.plan.divide(request.shard, &model.chronicle);
    progress.begin(pages.len());
    let (mut more, mut cache) = (Vec::new(), None);
    if model.can_render {
        match Rendering::of(&model, inputs)? {
            Ok(rendering) => {
                let validation = rendering.validation(request, before.zip(last.as_ref()));
                let has = |address: &Address| model.plan.has(address);
                let sink = sink.as_ref().map_or(&Nowhere as &dyn Sink, |sink| sink);
                let compressing = Precompressed { sink, has: &has };
                let sink = if request.precompresses { &compressing as &dyn Sink } else { sink };
                let began = request.began;
                let (findings, ledger) = rendering.all(&pages, began, validation.as_ref(), sink, progress)?;
                others.iter().for_each(|page| sink.leave(&page.address));
                more.extend(findings);
                let files = ParsedFiles { entries: parsed, known: model.known().clone(), search: model.kept_search() };
                cache = Some(Cache { files, site: rendering.site(), ledger });
            }
            Err(findings) => more.extend(findings),
        }
    }
    let findings = model.settled(more);
    let failed = findings.iter().any(|finding| finding.severity == Severity::Error);
    let cache = cache.filter(|_| !failed);
    Ok((Built { findings, pages: pages.len(), statements: model.statements(), cache }, sink))
}
