//! The run: every stage after the other. `build` commits, everything else is the same.

use std::fmt;
use std::mem::ManuallyDrop;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::chronicle::{self, Chronicle, Drafts};
use crate::config::{self, BaseUrl, Config};
use crate::diagnostic::{Checked, Code, Diagnostic, Severity, settle};
use crate::entry::{self, AnyEntry};
use crate::input::{InputId, Inputs, ReadError, Span};
use crate::output::{Output, OutputError, Summary};
use crate::pages::{self, Material, Page, Plan, ViewError};
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

/// Runs all stages.
///
/// # Errors
/// [`RunError`] where the machine does not let it; what is wrong in the site is in [`Run::findings`].
pub fn run(request: &Request<'_>, progress: &dyn Progress) -> Result<Run, RunError> {
    progress.stage(Stage::Read);
    let inputs = Inputs::read(request.root)?;
    let mut findings = Vec::new();
    let Some(mut config) = config::read(&inputs)?.keep(&mut findings) else {
        return Ok(Run { findings: settle(findings, |_| None), inputs, pages: 0, statements: 0, summary: None });
    };
    if let Some(base_url) = &request.base_url {
        config.base_url = base_url.clone();
    }
    let theme = Theme::read(&inputs, &config)?.keep(&mut findings);
    let messages = Arc::new(theme.messages(&inputs, &config)?.keep(&mut findings));
    // Without its theme no page can be made; each would only fail in its own way.
    let can_render = !has_errors(&findings);
    progress.stage(Stage::Parse);
    let entries = parse(&inputs)?.keep(&mut findings);
    progress.stage(Stage::Resolve);
    // Taking the model apart piece by piece would be the longest stage of a large build; the process ends soon anyway.
    let chronicle = ManuallyDrop::new(chronicle::resolve(entries, &inputs, request.drafts).keep(&mut findings));
    progress.stage(Stage::Plan);
    let plan = pages::plan(&chronicle, &inputs, &config, &theme.static_folders())?;
    let plan = ManuallyDrop::new(plan.keep(&mut findings));
    let output = match request.output {
        Some(folder) if !has_errors(&findings) => Some(Output::open(request.root, folder, || progress.waiting())?),
        _ => None,
    };
    progress.stage(Stage::Render);
    progress.begin(plan.pages().len());
    if can_render {
        let press = Presses { theme: &theme, config: &config, plan: &plan, messages: &messages };
        findings.extend(render(&press, &chronicle, &inputs, output.as_ref(), progress)?);
    }
    let findings = settle(findings, |code| config.lints.level(code));
    progress.stage(Stage::Commit);
    let summary = match output {
        Some(output) if !has_errors(&findings) => Some(output.commit()?),
        _ => None,
    };
    let (pages, statements) = (plan.pages().len(), chronicle.statements().len());
    Ok(Run { inputs, findings, pages, statements, summary })
}

fn has_errors(findings: &[Diagnostic]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}

/// Parses all files below `content/`, on all threads, in the order of their paths.
fn parse(inputs: &Inputs) -> Result<Checked<Vec<AnyEntry>>, ReadError> {
    let files: Vec<InputId> = inputs.under("content/").map(|(input, _)| input).collect();
    let parsed: Result<Vec<Checked<AnyEntry>>, ReadError> =
        files.par_iter().map(|input| entry::parse(inputs, *input)).collect();
    let (mut entries, mut findings) = (Vec::with_capacity(files.len()), Vec::new());
    for checked in parsed? {
        entries.push(checked.keep(&mut findings));
    }
    Ok(Checked { value: entries, findings })
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

/// Renders every page, on all threads.
fn render(
    presses: &Presses<'_>,
    chronicle: &Chronicle,
    inputs: &Inputs,
    output: Option<&Output>,
    progress: &dyn Progress,
) -> Result<Vec<Diagnostic>, RunError> {
    let first = match presses.renderer() {
        Ok(renderer) => renderer,
        Err(findings) => return Ok(findings),
    };
    let words = &**presses.messages;
    let material = match Material::new(presses.config, chronicle, inputs, presses.plan, words, &first) {
        Ok(material) => ManuallyDrop::new(material),
        Err(error) => return Ok(vec![finding(error, presses.theme, None)?]),
    };
    // The first thread to begin takes the renderer that proved the templates; the others make their own.
    let first = Mutex::new(Some(first));
    let failed = AtomicBool::new(false);
    let outcomes: Vec<Result<Option<Diagnostic>, RunError>> = presses
        .plan
        .pages()
        .par_iter()
        .map_init(
            || first.lock().ok().and_then(|mut first| first.take()).or_else(|| presses.renderer().ok()),
            |renderer, page| {
                let Some(renderer) = renderer else { return Ok(None) };
                if failed.load(Ordering::Relaxed) {
                    return Ok(None);
                }
                let outcome = render_page(&material, renderer, presses.theme, page, output);
                progress.rendered();
                failed.fetch_or(outcome.is_err(), Ordering::Relaxed);
                outcome
            },
        )
        .collect();
    let mut findings = Vec::new();
    for outcome in outcomes {
        findings.extend(outcome?);
    }
    Ok(once_each(findings))
}

/// Renders one page; what is wrong with it comes back.
fn render_page(
    material: &Material<'_>,
    renderer: &Renderer,
    theme: &Theme,
    page: &Page,
    output: Option<&Output>,
) -> Result<Option<Diagnostic>, RunError> {
    let content = match material.content(page, renderer) {
        Ok((content, _)) => content,
        Err(error) => return finding(error, theme, Some(page)).map(Some),
    };
    match renderer.render(content) {
        Ok(bytes) => {
            if let Some(output) = output {
                output.stage(&page.address.output_path(), &bytes)?;
            }
            Ok(None)
        }
        Err(error) => Ok(Some(theme.finding(&error, Some(page)))),
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
