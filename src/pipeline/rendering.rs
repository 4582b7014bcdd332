//! From a model to the bytes of its pages.

use std::hash::{Hash, Hasher};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use super::{Model, Progress, Request, RunError};
use crate::diagnostic::{Code, Diagnostic};
use crate::input::{Inputs, ReadError, Span};
use crate::kept::Before;
use crate::output::Sink;
use crate::pages::{self, Fact, Holding, Material, Page, Traces, ViewError};
use crate::theme::{Renderer, Theme};

/// A model whose pages can be made.
#[derive(Debug)]
pub struct Rendering<'a> {
    model: &'a Model,
    inputs: &'a Inputs,
    material: Material<'a>,
    site: u64,
    /// The templates that were proved; the first thread to begin takes them.
    proved: Mutex<Option<Renderer>>,
}

/// The pages that were made or kept.
pub type Pages<'a> = Vec<(&'a Page, pages::Made)>;

impl<'a> Rendering<'a> {
    /// Prepares what all pages share, or says what is wrong with the templates.
    ///
    /// # Errors
    /// [`RunError`] where the machine does not let it.
    pub fn of(model: &'a Model, inputs: &'a Inputs) -> Result<Result<Rendering<'a>, Vec<Diagnostic>>, RunError> {
        let renderer = match model.theme.renderer(&model.config, &model.plan, &model.messages) {
            Ok(renderer) => renderer,
            Err(findings) => return Ok(Err(findings)),
        };
        let words = &*model.messages;
        let material = match Material::new(
            &model.config,
            (&model.chronicle, &model.proofs),
            inputs,
            &model.plan,
            words,
            &renderer,
        ) {
            Ok(material) => material,
            Err(error) => return Ok(Err(vec![finding(error, &model.theme, None)?])),
        };
        let site = site(&material, &model.theme, inputs)?;
        Ok(Ok(Rendering { model, inputs, material, site, proved: Mutex::new(Some(renderer)) }))
    }

    /// A number for what is on every page and what all are made with.
    pub fn site(&self) -> u64 {
        self.site
    }

    /// What of the run before still holds.
    pub fn holding<'b>(&'b self, request: &Request<'_>, before: Option<&Before<'b>>) -> Option<Holding<'b>> {
        let before = before?;
        let traces = before.traces(request.fingerprint(), self.site)?;
        let is_settled = |input| before.is_settled(self.inputs, input);
        Some(traces.holding(&self.material, &self.model.theme, &is_settled))
    }

    /// Whether a page is as it was in the run before; the hash (XXH3) of its bytes then.
    pub fn held(&self, holding: Option<&Holding<'_>>, page: &Page) -> Option<u64> {
        holding?.page(page, &self.material)
    }

    /// Templates for one thread; a shared `Tera` would be contended for.
    pub fn renderer(&self) -> Option<Renderer> {
        let proved = self.proved.lock().ok().and_then(|mut proved| proved.take());
        // The same templates were compiled before, so they compile.
        proved.or_else(|| {
            let model = self.model;
            model.theme.renderer(&model.config, &model.plan, &model.messages).ok()
        })
    }

    /// Makes one page: its bytes, and the facts it was made from; or what is wrong with it.
    ///
    /// # Errors
    /// [`RunError`] where the machine does not let it.
    pub fn page(&self, renderer: &Renderer, page: &Page) -> Result<Result<Rendered, Diagnostic>, RunError> {
        let theme = &self.model.theme;
        let (content, facts) = match self.material.content(page, renderer) {
            Ok(made) => made,
            Err(error) => return finding(error, theme, Some(page)).map(Err),
        };
        Ok(renderer.render(content).map(|bytes| (bytes, facts)).map_err(|error| theme.finding(&error, Some(page))))
    }

    /// Makes every page that is not as it was, on all threads.
    ///
    /// # Errors
    /// [`RunError`] where the machine does not let it.
    pub fn all(
        &self,
        holding: Option<&Holding<'_>>,
        sink: &dyn Sink,
        progress: &dyn Progress,
    ) -> Result<(Vec<Diagnostic>, Pages<'a>), RunError> {
        let failed = AtomicBool::new(false);
        let pages = self.model.plan.pages();
        let one = |renderer: &mut Option<Renderer>, page: &Page| {
            let path = page.address.output_path();
            let is_kept = || self.held(holding, page).is_some_and(|hash| sink.keep(&path, hash));
            if failed.load(Ordering::Relaxed) || is_kept() {
                return Ok(Ok(pages::Made::Kept));
            }
            if renderer.is_none() {
                *renderer = self.renderer();
            }
            let Some(renderer) = renderer else { return Ok(Ok(pages::Made::Kept)) };
            let outcome = self.page(renderer, page).and_then(|outcome| match outcome {
                Ok((bytes, facts)) => Ok(Ok(pages::Made::New(facts, sink.stage(&path, bytes)?))),
                Err(finding) => Ok(Err(finding)),
            });
            progress.rendered();
            failed.fetch_or(outcome.is_err(), Ordering::Relaxed);
            outcome
        };
        let outcomes: Vec<Result<Result<pages::Made, Diagnostic>, RunError>> =
            pages.par_iter().map_init(|| None, one).collect();
        let (mut findings, mut made) = (Vec::new(), Vec::with_capacity(outcomes.len()));
        for (outcome, page) in outcomes.into_iter().zip(pages) {
            match outcome? {
                Ok(outcome) => made.push((page, outcome)),
                Err(finding) => findings.push(finding),
            }
        }
        Ok((once_each(findings), made))
    }

    /// What the pages were made from, for the next run.
    pub fn traces(&self, holding: Option<&Holding<'_>>, made: &[(&Page, pages::Made)]) -> Traces {
        Traces::of(&self.material, &self.model.theme, holding, made)
    }
}

/// The bytes of a page, and the facts it was made from.
pub type Rendered = (Vec<u8>, Box<[Fact]>);

/// A number for all that pages are made with beside what is noted of each: the settings, the words, what is on all. The
/// stamps are those of the time before the files were read.
fn site(material: &Material<'_>, theme: &Theme, inputs: &Inputs) -> Result<u64, ReadError> {
    let mut hash = Xxh3::new();
    material.fingerprint().hash(&mut hash);
    let in_theme = theme.folders().iter().flat_map(|folder| inputs.under(folder));
    let settings = in_theme.filter(|(_, file)| file.path().ends_with(".ftl") || file.path().ends_with(".toml"));
    let settings = settings.map(|(input, _)| input).chain([inputs.config()]);
    for input in settings {
        let file = inputs.get(input);
        let stamp = file.stamp().map(|stamp| (stamp.size, stamp.modified));
        (file.path(), stamp, inputs.bytes(input)?).hash(&mut hash);
    }
    Ok(hash.finish())
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
