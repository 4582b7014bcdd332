//! Renders the pages of a model.

use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard};

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use super::{Model, Progress, Request, RunError};
use crate::address::Address;
use crate::diagnostic::{Code, Diagnostic};
use crate::incremental::{Ledger, Made, PreviousRun, Recorder, is_older_file};
use crate::input::{Inputs, ReadError, Span};
use crate::output::Sink;
use crate::pages::{
    LARGEST_PAGE, LARGEST_TEXT, Material, Page, Rendered, Site, Sources, Validation, ViewError, Worker,
};
use crate::plan::{PageKind, Turn};
use crate::sync;
use crate::theme::Theme;

/// A model whose pages can be rendered.
#[derive(Debug)]
pub(crate) struct Rendering<'a> {
    model: &'a Model,
    inputs: &'a Inputs,
    material: Material<'a>,
    sources: Sources<'a>,
    site: u64,
    /// The idle workers of each thread of the pool, after those of all other threads. A shared `Tera` would be contended for,
    /// and so would its values, if it moved between threads.
    workers: Vec<Mutex<Vec<Worker>>>,
}

pub(crate) type Pages<'a> = Vec<(&'a Page, Made)>;

impl<'a> Rendering<'a> {
    /// Prepares the shared values; the findings where templates have errors.
    ///
    /// # Errors
    /// [`RunError`] where a file cannot be read or written.
    pub(crate) fn of(model: &'a Model, inputs: &'a Inputs) -> Result<Result<Rendering<'a>, Vec<Diagnostic>>, RunError> {
        let worker = match model.theme.renderer(&model.config, model.plan.assets(), &model.messages) {
            Ok(renderer) => Worker::new(renderer),
            Err(findings) => return Ok(Err(findings)),
        };
        let Model { config, chronicle, proofs, pictures, plan, search, texts, messages, theme, .. } = model;
        let search = search.as_ref();
        let resolved = Site { config, chronicle, proofs, pictures, inputs, plan, search, texts, messages, theme };
        let material = match Material::new(resolved, &worker) {
            Ok(material) => material,
            Err(error) => return Ok(Err(vec![finding(error, model, None)?])),
        };
        let site = site(&material, &model.theme, inputs)?;
        let workers = std::iter::repeat_with(Mutex::default).take(1 + rayon::current_num_threads()).collect();
        let rendering = Rendering { model, inputs, material, sources: resolved.sources(), site, workers };
        rendering.idle_workers().push(worker);
        Ok(Ok(rendering))
    }

    /// The fingerprint of what every page depends on.
    pub(crate) fn site(&self) -> u64 {
        self.site
    }

    /// A validation by the ledger of the previous run; `None` where that is of another site or program.
    pub(crate) fn validation<'b>(
        &'b self,
        request: &Request<'_>,
        before: Option<(&PreviousRun<'_>, &'b Ledger)>,
    ) -> Option<Validation<'b>> {
        let (_, ledger) = before.filter(|(before, _)| before.has_site(request.fingerprint(), self.site))?;
        Some(Validation::of(ledger, &self.sources))
    }

    /// The hash (XXH3) of the bytes of a page that is unchanged since the previous run.
    pub(crate) fn unchanged(&self, validation: Option<&Validation<'_>>, page: &Page) -> Option<u64> {
        validation?.page(page.key, self.material.kind(page))
    }

    /// Prepares what several pages are made from together: those among them that have changed.
    pub(crate) fn prepare(&self, validation: Option<&Validation<'_>>, pages: &[&Page]) {
        self.material.fold(pages, |page| self.unchanged(validation, page).is_none());
    }

    /// Renders one page, or says what is wrong with it. `validation` says what is still valid of the previous run.
    ///
    /// # Errors
    /// [`RunError`] where a file cannot be read or written.
    pub(crate) fn page(
        &self,
        page: &Page,
        validation: Option<&Validation<'_>>,
    ) -> Result<Result<Rendered, Diagnostic>, RunError> {
        let Model { theme, config, plan, messages, .. } = self.model;
        let idle = self.idle_workers().pop();
        let worker = match idle.map_or_else(|| theme.renderer(config, plan.assets(), messages).map(Worker::new), Ok) {
            Ok(worker) => worker,
            // The same templates compiled before; an error has at least one finding.
            Err(mut findings) => return Ok(Err(findings.swap_remove(0))),
        };
        let made = self.material.page_after(page, &worker, validation);
        self.idle_workers().push(worker);
        match made {
            Ok(rendered) if rendered.bytes.len() > LARGEST_PAGE => Ok(Err(self.oversized(page))),
            Ok(rendered) => Ok(Ok(rendered)),
            Err(error) => finding(error, self.model, Some(&page.address)).map(Err),
        }
    }

    /// The finding for a page that is too large.
    fn oversized(&self, page: &Page) -> Diagnostic {
        let message = format!("the page `{}` has more than {} MB", page.address.as_str(), LARGEST_PAGE >> 20);
        let help = page.kind.help_if_too_large().to_owned();
        Diagnostic::error(Code::OversizedPage, Span::file(self.inputs.config()), message).help(Some(help))
    }

    /// The idle workers of this thread.
    fn idle_workers(&self) -> MutexGuard<'_, Vec<Worker>> {
        let index = rayon::current_thread_index().map_or(0, |thread| thread + 1);
        // The index is always there: the pool does not grow.
        let workers = self.workers.get(index).unwrap_or(&self.workers[0]);
        sync::lock(workers)
    }

    /// Renders each of `pages` that has changed, on all threads; returns findings and the ledger of this run, which began at
    /// `began`, in nanoseconds since 1970. The pages are some or all of the plan, in its order.
    ///
    /// # Errors
    /// [`RunError`] where a file cannot be read or written.
    pub(crate) fn all(
        &self,
        pages: &[&'a Page],
        began: i64,
        validation: Option<&Validation<'_>>,
        sink: &dyn Sink,
        progress: &dyn Progress,
    ) -> Result<(Vec<Diagnostic>, Ledger), RunError> {
        let failed = AtomicBool::new(false);
        let is_kept =
            |page: &Page| self.unchanged(validation, page).is_some_and(|hash| sink.keep(&page.address, Some(hash)));
        let one = |page: &&'a Page| {
            let page = *page;
            if failed.load(Ordering::Relaxed) || is_kept(page) {
                return None;
            }
            let outcome = self.page(page, validation).map_err(Failure::Run).and_then(|outcome| {
                let Rendered { bytes, dependencies, checksum } = outcome.map_err(Failure::Found)?;
                let hash = sink.stage(&page.address, &bytes).map_err(|error| Failure::Run(error.into()))?;
                if let Some(worker) = self.idle_workers().last() {
                    worker.recycle(bytes);
                }
                Ok((page, Made { dependencies, bytes: hash, checksum }))
            });
            progress.rendered();
            if matches!(outcome, Err(Failure::Run(_))) {
                failed.store(true, Ordering::Relaxed);
            }
            Some(outcome.map_err(Box::new))
        };
        let (mut findings, mut recorder) = (Vec::new(), self.recorder(validation));
        let mut add = |outcomes: Vec<Outcome<'a>>| {
            for outcome in outcomes {
                match outcome.map_err(|failure| *failure) {
                    Ok((page, made)) => self.record(&mut recorder, page, &made),
                    Err(Failure::Found(finding)) => findings.push(finding),
                    Err(Failure::Run(error)) => return Err(error),
                }
            }
            Ok(())
        };
        // Lists come first, and share rows of statements. What says what the bytes of others are comes when these are known.
        let (lists, others) = pages.split_at(pages.partition_point(|page| page.kind.turn() < Turn::Large));
        let (others, last) = others.split_at(others.partition_point(|page| page.kind.turn() < Turn::Last));
        let mut made = Vec::new();
        let lists = lists.chunks(LISTS).map(|pages| (pages, true));
        let others = others.chunks(CHUNK).chain(last.chunks(CHUNK)).map(|pages| (pages, false));
        for (pages, are_lists) in lists.chain(others) {
            self.material.evict(are_lists);
            self.material.fold(pages, |page| !is_kept(page));
            // The dependencies of the previous chunk are recorded in parallel.
            let (next, added) = rayon::join(
                || pages.par_iter().with_max_len(SHARE).filter_map(one).collect(),
                || add(std::mem::take(&mut made)),
            );
            added?;
            made = next;
        }
        add(made)?;
        Ok((once_each(findings), self.ledger(recorder, validation, began)))
    }

    /// A recorder for the dependencies of this run.
    pub(crate) fn recorder(&self, validation: Option<&Validation<'_>>) -> Recorder {
        Recorder::with_room_for(if validation.is_none() { self.model.plan.pages().len() } else { 0 })
    }

    /// Records the dependencies of a page that was rendered.
    pub(crate) fn record(&self, recorder: &mut Recorder, page: &Page, made: &Made) {
        recorder.add(page.key, self.material.kind(page), made);
    }

    /// The ledger of a run that began at `began`, in nanoseconds since 1970.
    pub(crate) fn ledger(&self, recorder: Recorder, validation: Option<&Validation<'_>>, began: i64) -> Ledger {
        let addresses = self.model.plan.pages().iter().map(|page| page.key);
        let before = validation.map(Validation::ledger);
        recorder.finish(before, &self.sources, addresses, |input| is_older_file(self.inputs, input, began))
    }
}

/// The outcome of rendering a page.
type Outcome<'a> = Result<(&'a Page, Made), Box<Failure>>;

/// The dependencies of this many pages are recorded at once: until then they take more memory.
const CHUNK: usize = 2048;

/// The same for pages that list statements. They are in the order of the years, and so are the rows that they share.
const LISTS: usize = 48;

/// The most pages in one unit of work: a chunk ends when its last page is rendered, and no thread should wait long for that.
const SHARE: usize = 48;

/// Why a page was not rendered.
enum Failure {
    /// There is an error in the site.
    Found(Diagnostic),
    /// The run cannot go on.
    Run(RunError),
}

/// The fingerprint of what every page depends on, which is not recorded for each: the settings, the messages, the site-wide
/// values. The stamps were taken before the files were read.
fn site(material: &Material<'_>, theme: &Theme, inputs: &Inputs) -> Result<u64, ReadError> {
    let mut hash = Xxh3::new();
    material.fingerprint().hash(&mut hash);
    let in_theme = theme.folders().iter().flat_map(|folder| inputs.under(folder));
    let settings = in_theme.filter(|(_, file)| file.path().ends_with(".ftl") || file.path().ends_with(".toml"));
    let messages = inputs.under("messages/").filter(|(_, file)| file.path().ends_with(".ftl"));
    let settings = settings.chain(messages).map(|(input, _)| input).chain([inputs.config()]);
    for input in settings {
        let file = inputs.get(input);
        let stamp = file.stamp().map(|stamp| (stamp.size, stamp.modified));
        (file.path(), stamp, inputs.bytes(input)?).hash(&mut hash);
    }
    Ok(hash.finish())
}

/// A failure as a finding, where an author can do something about it.
fn finding(error: ViewError, model: &Model, page: Option<&Address>) -> Result<Diagnostic, RunError> {
    match error {
        ViewError::Read(error) => Err(error.into()),
        ViewError::Template(error) => Ok(model.theme.finding_on_page(&error, model.plan.assets(), page)),
        ViewError::Changed(input) => {
            let message = "the file changed while the site was built from it";
            let finding = Diagnostic::error(Code::ChangedDuringBuild, Span::file(input), message);
            Ok(finding.help(Some("build again".to_owned())))
        }
        ViewError::TooLong(input) => {
            let message = format!("the text makes more than {} MB of a page", LARGEST_TEXT >> 20);
            let help = "record what was said in several statements, or keep a long text below `content/sources/`";
            let finding = Diagnostic::error(Code::OversizedEntry, Span::file(input), message);
            Ok(finding.help(Some(help.to_owned())))
        }
    }
}

/// Removes duplicates: a template fails in the same way on many pages.
fn once_each(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.sort_by(|a, b| (a.span, &a.message, &a.help).cmp(&(b.span, &b.message, &b.help)));
    findings.dedup_by(|a, b| (a.span, &a.message) == (b.span, &b.message));
    findings
}
