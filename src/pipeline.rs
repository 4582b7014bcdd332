//! The run: every stage after the other. `build` commits, everything else is the same.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::mem::ManuallyDrop;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use crate::chronicle::{self, Chronicle, Drafts};
use crate::config::{self, BaseUrl, Config};
use crate::diagnostic::{Checked, Code, Diagnostic, Levels, fails, settle};
use crate::entry::{self, AnyEntry, AnyParsed};
use crate::input::{InputId, Inputs, ReadError, Span};
use crate::kept::{self, Before, Kept};
use crate::output::{self, Nowhere, Output, OutputError, Sink, Summary};
use crate::pages::{self, Holding, Material, Page, Plan, Traces, ViewError};
use crate::theme::{Messages, Renderer, Theme};

/// What is asked of a run.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The folder that holds `site.toml`.
    pub root: &'a Path,
    /// Where the site goes; nothing is written without one.
    pub output: Option<&'a Path>,
    /// Takes the place of `base_url` in `site.toml`.
    pub base_url: Option<BaseUrl>,
    /// Whether drafts are built.
    pub drafts: Drafts,
    /// Levels that win over those of `site.toml`.
    pub levels: Levels,
    /// Whether everything is made, whatever was kept from the run before.
    pub afresh: bool,
    /// A number for the program itself: another program may make other pages of the same files.
    pub program: u64,
    /// When the run begins, in nanoseconds since 1970: a file that was written just before may be written again without
    /// another time. It has no effect on the pages.
    pub began: i64,
}

impl Request<'_> {
    /// A number for the program and what is asked of it.
    fn fingerprint(&self) -> u64 {
        let mut hash = Xxh3::new();
        (self.program, &self.base_url, self.drafts, &self.levels).hash(&mut hash);
        hash.finish()
    }
}

/// What a run came to.
#[derive(Debug)]
pub struct Run {
    /// The files it was made from, for showing findings.
    pub inputs: Inputs,
    /// Everything that was found, in the order of the places.
    pub findings: Vec<Diagnostic>,
    /// How many pages there are.
    pub pages: usize,
    /// How many statements.
    pub statements: usize,
    /// What was written; nothing where there were errors.
    pub summary: Option<Summary>,
}

/// Why there is no site, and no finding that says so.
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
    /// Listing the files; settings, templates and words.
    Read,
    /// Entries one by one.
    Parse,
    /// Entries among each other.
    Resolve,
    /// Which pages there are.
    Plan,
    /// Every page that is not the same as before, to bytes beside the output.
    Render,
    /// Into place.
    Commit,
}

impl Stage {
    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Read => "read",
            Stage::Parse => "parse",
            Stage::Resolve => "resolve",
            Stage::Plan => "plan",
            Stage::Render => "render",
            Stage::Commit => "commit",
        }
    }
}

/// Is told how far a run has come.
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

/// Runs all stages, with what the last run into the same folder left.
///
/// # Errors
/// [`RunError`] where the machine does not let it; what is wrong in the site is in [`Run::findings`].
pub fn run(request: &Request<'_>, progress: &dyn Progress) -> Result<Run, RunError> {
    progress.stage(Stage::Read);
    let inputs = Inputs::read(request.root)?;
    let now = kept::Summary::of(&inputs, request.fingerprint(), request.began);
    let Some(folder) = request.output else {
        let (made, _) = make(&inputs, request, None, || Ok(Nowhere), progress)?;
        return Ok(made.into_run(inputs, None));
    };
    let bytes = if request.afresh { None } else { output::kept(request.root, folder) };
    let stored = bytes.as_deref().and_then(kept::read);
    let open = || Output::open(request.root, folder, || progress.waiting());
    if let Some(stored) = stored.as_ref().filter(|stored| stored.summary.still_holds(&now)) {
        let output = open()?;
        if let Some(unchanged) = output.is_as_before().filter(|files| *files as u64 == stored.summary.pages) {
            let statements = usize::try_from(stored.summary.statements).unwrap_or_default();
            let summary = Some(Summary { unchanged, ..Summary::default() });
            return Ok(Run { inputs, findings: Vec::new(), pages: unchanged, statements, summary });
        }
    }
    let before = stored.and_then(|stored| Some((stored.kept()?, stored.summary)));
    let before = before.as_ref().map(|(kept, summary)| Before::of(summary, kept));
    let (made, output) = make(&inputs, request, before.as_ref(), open, progress)?;
    progress.stage(Stage::Commit);
    let summary = match (output, &made.kept) {
        (Some(output), Some(kept)) => {
            let (pages, statements, clean) = (made.pages as u64, made.statements as u64, made.findings.is_empty());
            let summary = kept::Summary { pages, statements, clean, ..now };
            Some(output.commit(|out| kept::write(&summary, kept, out))?)
        }
        _ => None,
    };
    Ok(made.into_run(inputs, summary))
}

/// What the stages before the last one came to.
#[derive(Debug)]
pub struct Made {
    /// Everything that was found, in the order of the places.
    pub findings: Vec<Diagnostic>,
    /// How many pages there are.
    pub pages: usize,
    /// How many statements.
    pub statements: usize,
    /// What the next run can use; nothing where there were errors.
    pub kept: Option<Kept>,
}

impl Made {
    fn into_run(self, inputs: Inputs, summary: Option<Summary>) -> Run {
        Run { inputs, findings: self.findings, pages: self.pages, statements: self.statements, summary }
    }

    fn failed(findings: Vec<Diagnostic>, levels: &Levels) -> Made {
        Made { findings: settle(findings, levels), pages: 0, statements: 0, kept: None }
    }
}

/// All stages but the first and the last: what the files say becomes pages, which go to the sink that `open` opens once
/// there is nothing that forbids it.
///
/// # Errors
/// [`RunError`] where the machine does not let it.
pub fn make<S: Sink>(
    inputs: &Inputs,
    request: &Request<'_>,
    before: Option<&Before<'_>>,
    open: impl FnOnce() -> Result<S, OutputError>,
    progress: &dyn Progress,
) -> Result<(Made, Option<S>), RunError> {
    let mut findings = Vec::new();
    let Some(mut config) = config::read(inputs)?.keep(&mut findings) else {
        return Ok((Made::failed(findings, &request.levels), None));
    };
    if let Some(base_url) = &request.base_url {
        config.base_url = base_url.clone();
    }
    let levels = request.levels.over(&config.lints);
    let theme = Theme::read(inputs, &config)?.keep(&mut findings);
    let messages = Arc::new(theme.messages(inputs, &config)?.keep(&mut findings));
    // Without its theme no page can be made; each would only fail in its own way.
    let can_render = !fails(&findings, &levels);
    progress.stage(Stage::Parse);
    let (entries, parsed) = parse(inputs, before)?.keep(&mut findings);
    progress.stage(Stage::Resolve);
    // Taking the model apart piece by piece would be the longest stage of a large build; the process ends soon anyway.
    let chronicle = ManuallyDrop::new(chronicle::resolve(entries, inputs, request.drafts).keep(&mut findings));
    progress.stage(Stage::Plan);
    let plan = pages::plan(&chronicle, inputs, &config, &theme.static_folders())?;
    let plan = ManuallyDrop::new(plan.keep(&mut findings));
    let sink = if fails(&findings, &levels) { None } else { Some(open()?) };
    progress.stage(Stage::Render);
    progress.begin(plan.pages().len());
    let mut kept = None;
    if can_render {
        let press = Presses { theme: &theme, config: &config, plan: &plan, messages: &messages };
        let sink = sink.as_ref().map_or(&Nowhere as &dyn Sink, |sink| sink);
        let (rendered, site, traces) = render(&press, &chronicle, inputs, before, request, sink, progress)?;
        findings.extend(rendered);
        kept = Some(Kept { site, entries: parsed, traces });
    }
    let findings = settle(findings, &levels);
    let kept = kept.filter(|_| !fails(&findings, &levels));
    let made = Made { findings, pages: plan.pages().len(), statements: chronicle.statements().len(), kept };
    Ok((made, sink))
}

/// The entries of the content, and what can be kept of them.
type Parsed = (Vec<AnyEntry>, BTreeMap<String, AnyParsed>);

/// Parses all files below `content/`, on all threads, in the order of their paths; those that say what they said in the
/// run before are taken from there.
fn parse(inputs: &Inputs, before: Option<&Before<'_>>) -> Result<Checked<Parsed>, ReadError> {
    let files: Vec<InputId> = inputs.under("content/").map(|(input, _)| input).collect();
    let one = |input: &InputId| {
        let known = before.map_or(Ok(None), |before| before.entry(inputs, *input))?;
        match known {
            Some(parsed) => Ok(Checked { value: parsed.at(*input), findings: Vec::new() }),
            None => entry::parse(inputs, *input),
        }
    };
    let all: Result<Vec<Checked<AnyEntry>>, ReadError> = files.par_iter().map(one).collect();
    let (mut entries, mut kept, mut findings) = (Vec::with_capacity(files.len()), BTreeMap::new(), Vec::new());
    for (checked, input) in all?.into_iter().zip(files) {
        // What was found in a file has to be found again.
        if let Some(parsed) = checked.value.parsed().filter(|_| checked.findings.is_empty()) {
            kept.insert(inputs.get(input).path().to_owned(), parsed);
        }
        entries.push(checked.keep(&mut findings));
    }
    Ok(Checked { value: (entries, kept), findings })
}

/// What compiles the templates, once for each thread: a shared `Tera` would be contended for.
struct Presses<'a> {
    theme: &'a Theme,
    config: &'a Config,
    plan: &'a Plan,
    messages: &'a Arc<Messages>,
}

impl Presses<'_> {
    fn renderer(&self) -> Result<Renderer, Vec<Diagnostic>> {
        self.theme.renderer(self.config, self.plan, self.messages)
    }
}

/// Makes every page that is not as it was, on all threads.
fn render(
    presses: &Presses<'_>,
    chronicle: &Chronicle,
    inputs: &Inputs,
    before: Option<&Before<'_>>,
    request: &Request<'_>,
    sink: &dyn Sink,
    progress: &dyn Progress,
) -> Result<(Vec<Diagnostic>, u64, Traces), RunError> {
    let first = match presses.renderer() {
        Ok(renderer) => renderer,
        Err(findings) => return Ok((findings, 0, Traces::default())),
    };
    let words = &**presses.messages;
    let material = match Material::new(presses.config, chronicle, inputs, presses.plan, words, &first) {
        Ok(material) => ManuallyDrop::new(material),
        Err(error) => return Ok((vec![finding(error, presses.theme, None)?], 0, Traces::default())),
    };
    let site = site(&material, presses.theme, inputs)?;
    let holding = before.and_then(|before| before.traces(request.fingerprint(), site));
    let holding = holding.map(|traces| traces.holding(&material, presses.theme));
    let work = Work { presses, material: &material, holding: holding.as_ref(), sink, progress };
    let (findings, made) = work.all(first)?;
    let traces = Traces::of(&material, presses.theme, holding.as_ref(), &made);
    Ok((findings, site, traces))
}

/// A number for all that pages are made with beside what is noted of each: the settings, the words, what is on all.
fn site(material: &Material<'_>, theme: &Theme, inputs: &Inputs) -> Result<u64, ReadError> {
    let mut hash = Xxh3::new();
    material.fingerprint().hash(&mut hash);
    inputs.bytes(inputs.config())?.hash(&mut hash);
    for folder in theme.folders() {
        for (input, file) in
            inputs.under(folder).filter(|(_, file)| !file.path()[folder.len()..].contains("templates/"))
        {
            if file.path().ends_with(".ftl") || file.path().ends_with(".toml") {
                (file.path(), inputs.bytes(input)?).hash(&mut hash);
            }
        }
    }
    Ok(hash.finish())
}

/// Everything that making a page needs but the templates, of which each thread has its own.
struct Work<'a> {
    presses: &'a Presses<'a>,
    material: &'a Material<'a>,
    holding: Option<&'a Holding<'a>>,
    sink: &'a dyn Sink,
    progress: &'a dyn Progress,
}

/// The pages that were made or kept.
type Pages<'a> = Vec<(&'a Page, pages::Made)>;

impl<'a> Work<'a> {
    fn all(&self, first: Renderer) -> Result<(Vec<Diagnostic>, Pages<'a>), RunError> {
        // The first thread to begin takes the renderer that proved the templates; the others make their own, if they
        // have a page to make.
        let first = Mutex::new(Some(first));
        let failed = AtomicBool::new(false);
        let outcomes: Vec<Result<Result<pages::Made, Diagnostic>, RunError>> = self
            .presses
            .plan
            .pages()
            .par_iter()
            .map_init(
                || None,
                |renderer: &mut Option<Renderer>, page| {
                    if failed.load(Ordering::Relaxed) || self.is_kept(page) {
                        return Ok(Ok(pages::Made::Kept));
                    }
                    if renderer.is_none() {
                        let proved = first.lock().ok().and_then(|mut first| first.take());
                        *renderer = proved.or_else(|| self.presses.renderer().ok());
                    }
                    let Some(renderer) = renderer else { return Ok(Ok(pages::Made::Kept)) };
                    let outcome = self.one(renderer, page);
                    self.progress.rendered();
                    failed.fetch_or(outcome.is_err(), Ordering::Relaxed);
                    outcome
                },
            )
            .collect();
        let (mut findings, mut made) = (Vec::new(), Vec::with_capacity(outcomes.len()));
        for (outcome, page) in outcomes.into_iter().zip(self.presses.plan.pages()) {
            match outcome? {
                Ok(outcome) => made.push((page, outcome)),
                Err(finding) => findings.push(finding),
            }
        }
        Ok((once_each(findings), made))
    }

    fn is_kept(&self, page: &Page) -> bool {
        let hash = self.holding.and_then(|holding| holding.page(page, self.material));
        hash.is_some_and(|hash| self.sink.keep(&page.address.output_path(), hash))
    }

    /// Makes one page; what is wrong with it comes back as a finding.
    fn one(&self, renderer: &Renderer, page: &Page) -> Result<Result<pages::Made, Diagnostic>, RunError> {
        let theme = self.presses.theme;
        let (content, facts) = match self.material.content(page, renderer) {
            Ok(made) => made,
            Err(error) => return finding(error, theme, Some(page)).map(Err),
        };
        match renderer.render(content) {
            Ok(bytes) => Ok(Ok(pages::Made::New(facts, self.sink.stage(&page.address.output_path(), bytes)?))),
            Err(error) => Ok(Err(theme.finding(&error, Some(page)))),
        }
    }
}

/// Why a page could not be made, as a finding where an author can do something about it.
fn finding(error: ViewError, theme: &Theme, page: Option<&Page>) -> Result<Diagnostic, RunError> {
    match error {
        ViewError::Read(error) => Err(error.into()),
        ViewError::Template(error) => Ok(theme.finding(&error, page)),
        ViewError::Changed(input) => {
            let message = "the file changed while the site was built from it";
            let finding = Diagnostic::error(Code::ChangedDuringBuild, Span::file(input), message);
            Ok(finding.help(Some("build again".to_owned())))
        }
    }
}

/// A template fails in the same way on many pages; the first of them says enough.
fn once_each(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.sort_by(|a, b| (a.span, &a.message, &a.help).cmp(&(b.span, &b.message, &b.help)));
    findings.dedup_by(|a, b| (a.span, &a.message) == (b.span, &b.message));
    findings
}
