//! Where pages are made: a loop of runs, each with what the one before left, that keeps the last good site.

use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rayon::prelude::*;

use super::shelf::Shelf;
use super::watch::Watch;
use super::{Event, News, Wish};
use crate::diagnostic::{Diagnostic, Severity};
use crate::input::Inputs;
use crate::kept::{Before, Kept, Summary};
use crate::pages::{Holding, Made, Page, Plan};
use crate::pipeline::{Model, Pages, Progress, Rendering, Request, RunError, Stage};
use crate::report::Report;

/// An editor that saves, or `git switch`, changes several files at once, or one file twice; they are looked at together
/// when there was nothing for so long. What changes later makes what was understood meanwhile outdated.
const QUIET: Duration = Duration::from_millis(3);

/// Changes that never end are shown all the same, after so many tries.
const MOST_TRIES: u32 = 20;

/// How long browsers may take to ask for their page after they were told of another site.
const BROWSERS: Duration = Duration::from_millis(15);

/// How many pages are looked at before the wishes are, again.
const BATCH: usize = 128;

/// What the workshop works with.
pub(super) struct Workshop<'a> {
    pub(super) request: &'a Request<'a>,
    pub(super) now: fn() -> i64,
    pub(super) shelf: &'a Shelf,
    pub(super) wished: Receiver<Wish>,
    pub(super) watch: Mutex<Watch>,
    pub(super) news: Box<dyn Fn(News) + Send + 'a>,
    pub(super) tell: &'a (dyn Fn(Event) + Sync),
    pub(super) ready: Box<dyn Fn(&str) + Send + 'a>,
}

/// What one run leaves for the next.
#[derive(Default)]
struct Left {
    before: Option<(Summary, Kept)>,
    /// The published addresses of style sheets, by their names.
    styles: Vec<(String, String)>,
    /// Whether the address was told.
    is_ready: bool,
    /// How often something changed before all of it was understood.
    tries: u32,
}

/// Whether the server is still there.
#[derive(PartialEq, Eq)]
enum Goes {
    On,
    Out,
}

/// Why there is no site to make pages of.
enum Stop {
    /// It has errors, shown to a person.
    Failed(String),
    /// It has changed meanwhile, or the server is gone.
    Outdated(Goes),
}

/// Why pages of a site are made no more.
enum Ends {
    /// All are made.
    Done,
    /// Something has changed, or the server is gone.
    Cut(Goes),
}

impl Workshop<'_> {
    /// Works until the server is gone.
    pub(super) fn work(&self) {
        let mut left = Left::default();
        while self.run(&mut left) == Goes::On {}
    }

    /// One run: until something changes.
    fn run(&self, left: &mut Left) -> Goes {
        let request = Request { began: (self.now)(), ..self.request.clone() };
        let inputs = match Inputs::read(self.request.root) {
            Ok(inputs) => inputs,
            Err(error) => {
                self.fail(left, &error.to_string());
                return self.rest(None);
            }
        };
        let now = Summary::of(&inputs, request.numbers());
        let only_styles = left.before.as_ref().is_some_and(|(summary, _)| only_styles(summary, &now));
        let last = left.before.take();
        let before = last.as_ref().map(|(summary, kept)| Before::of(summary, kept));
        let outcome = self.with_model(left, &inputs, &request, before.as_ref(), only_styles);
        match outcome {
            Ok((mut kept, ends)) => {
                let last = last.map(|(summary, mut last)| {
                    let known = std::mem::take(&mut last.traces);
                    kept.traces = known.with(std::mem::take(&mut kept.traces));
                    (summary, last)
                });
                left.before = Some((now, kept));
                // Taking the old one apart is not what the next change should wait for.
                rayon::spawn(move || drop((last, inputs)));
                match ends {
                    Ends::Done => self.rest(left.before.as_ref().map(|(seen, _)| seen)),
                    Ends::Cut(goes) => goes,
                }
            }
            Err(Stop::Failed(shown)) => {
                left.before = last;
                if let Some(goes) = self.is_outdated(left) {
                    return goes;
                }
                self.fail(left, &shown);
                self.rest(Some(&now))
            }
            Err(Stop::Outdated(goes)) => {
                left.before = last;
                goes
            }
        }
    }

    fn with_model(
        &self,
        left: &mut Left,
        inputs: &Inputs,
        request: &Request<'_>,
        before: Option<&Before<'_>>,
        only_styles: bool,
    ) -> Result<(Kept, Ends), Stop> {
        let show = |findings: &[Diagnostic]| Stop::Failed(Report::of(findings, inputs).human(false));
        let failed = |error: RunError| Stop::Failed(error.to_string());
        let mut model = match Model::of(inputs, request, before, &Silent).map_err(failed)? {
            Ok(model) => model,
            Err(findings) => return Err(show(&findings)),
        };
        if model.fails() {
            return Err(show(&model.settled(Vec::new())));
        }
        let entries = model.take_parsed();
        let rendering = match Rendering::of(&model, inputs).map_err(failed)? {
            Ok(rendering) => rendering,
            Err(findings) => return Err(show(&model.settled(findings))),
        };
        let holding = rendering.holding(request, before);
        if let Some(goes) = self.is_outdated(left) {
            return Err(Stop::Outdated(goes));
        }
        self.shelf.begin(model.base_path());
        self.announce(left, &model, only_styles);
        let plan = model.plan();
        let work = Work {
            workshop: self,
            rendering: &rendering,
            holding: holding.as_ref(),
            plan,
            next: 0,
            done: vec![false; plan.pages().len()],
            made: Vec::new(),
            findings: Vec::new(),
        };
        let (made, ends) = work.until_it_ends(&|findings| (model.settled(findings), inputs));
        let mut tracing = rendering.tracing(holding.as_ref());
        made.into_iter().for_each(|(page, made)| tracing.add(page, made));
        let traces = rendering.traces(tracing, request.began);
        Ok((Kept { site: rendering.site(), entries, known: model.known().clone(), traces }, ends))
    }

    /// Tells browsers and the terminal that there is another site.
    fn announce(&self, left: &mut Left, model: &Model, only_styles: bool) {
        if !left.is_ready {
            (self.ready)(model.base_path());
            left.is_ready = true;
        }
        let styles = model.styles();
        let moved: Vec<(String, String)> = left
            .styles
            .iter()
            .filter_map(|(name, from)| {
                let to = styles.iter().find(|(other, _)| other == name).map(|(_, to)| to)?;
                (to != from).then(|| (from.clone(), to.clone()))
            })
            .collect();
        left.styles = styles;
        if only_styles && !moved.is_empty() {
            (self.news)(News::Styles(moved));
        } else {
            // A browser asks whether its page is another now before it loads it again.
            (self.news)(News::Changed);
        }
        (self.tell)(Event::Changed);
    }

    /// Shows errors; the last good site stays, and is served until something changes.
    fn fail(&self, left: &mut Left, shown: &str) {
        if self.show(shown) {
            (self.tell)(Event::Failed(shown.to_owned()));
        }
        if !left.is_ready {
            (self.ready)("");
            left.is_ready = true;
        }
    }

    /// Waits for the next change after the files were as they were `seen`, if they could be; there is nothing to make.
    fn rest(&self, seen: Option<&Summary>) -> Goes {
        self.watch.lock().unwrap_or_else(PoisonError::into_inner).renew();
        // What changed where it was not watched yet.
        let is_as_seen = match Inputs::read(self.request.root) {
            Ok(inputs) => seen.is_some_and(|seen| seen.stamps == Summary::of(&inputs, self.request.numbers()).stamps),
            Err(_) => seen.is_none(),
        };
        if !is_as_seen {
            return Goes::On;
        }
        loop {
            match self.wished.recv() {
                // What lies there is the last good page.
                Ok(Wish::Page(_, answer)) => drop(answer.send(())),
                Ok(Wish::Look) => return self.settle_down(),
                Err(_) => return Goes::Out,
            }
        }
    }

    /// Shows errors in browsers; whether they are others than before.
    fn show(&self, findings: &str) -> bool {
        let is_new = self.shelf.set_findings(findings);
        if is_new {
            (self.news)(News::Findings(findings.to_owned()));
        }
        is_new
    }

    /// Waits until changes have come to rest.
    fn settle_down(&self) -> Goes {
        // Whoever waits for a page asks again after this, and the next site answers.
        let mut aside = Vec::new();
        for _ in 0..MOST_TRIES {
            match self.wished.recv_timeout(QUIET) {
                Ok(Wish::Look) => {}
                Ok(Wish::Page(_, answer)) => aside.push(answer),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return Goes::Out,
            }
        }
        Goes::On
    }

    /// Whether something has changed since the files were listed; how to go on then.
    fn is_outdated(&self, left: &mut Left) -> Option<Goes> {
        let (mut has_changed, mut aside) = (false, Vec::new());
        loop {
            match self.wished.try_recv() {
                Ok(Wish::Look) => has_changed = true,
                Ok(Wish::Page(_, answer)) => aside.push(answer),
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Disconnected) => return Some(Goes::Out),
            }
        }
        left.tries = if has_changed { left.tries + 1 } else { 0 };
        (has_changed && left.tries < MOST_TRIES).then(|| self.settle_down())
    }
}

/// The pages of one site that are still to be looked at: those that are not as they were are made.
struct Work<'a, 'b> {
    workshop: &'a Workshop<'a>,
    rendering: &'a Rendering<'b>,
    holding: Option<&'a Holding<'a>>,
    plan: &'b Plan,
    /// The first page that was not come to in the order of the plan.
    next: usize,
    /// What was looked at, by the position in the plan.
    done: Vec<bool>,
    made: Pages<'b>,
    findings: Vec<Diagnostic>,
}

/// All findings of a site in their order, with the files they are in.
type Settle<'a> = dyn Fn(Vec<Diagnostic>) -> (Vec<Diagnostic>, &'a Inputs) + 'a;

impl<'b> Work<'_, 'b> {
    /// Looks at pages: first at those that are asked for, then at all others.
    fn until_it_ends(mut self, settle: &Settle<'_>) -> (Pages<'b>, Ends) {
        // Browsers that were told ask at once; until then both are left the processor.
        let mut patience = BROWSERS;
        loop {
            let wish = match self.workshop.wished.recv_timeout(patience) {
                Ok(wish) => wish,
                Err(RecvTimeoutError::Disconnected) => return (self.made, Ends::Cut(Goes::Out)),
                Err(RecvTimeoutError::Timeout) if self.next < self.done.len() => {
                    patience = Duration::ZERO;
                    self.go_on();
                    continue;
                }
                Err(RecvTimeoutError::Timeout) => {
                    self.conclude(settle);
                    return (self.made, Ends::Done);
                }
            };
            match wish {
                Wish::Page(path, answer) => {
                    match self.plan.position(&path) {
                        Some(position) => self.look_at(&[position]),
                        None => self.workshop.shelf.remove(&path),
                    }
                    // Whoever asked may have gone.
                    let _ = answer.send(());
                }
                Wish::Look => {
                    let goes = self.workshop.settle_down();
                    return (self.made, Ends::Cut(goes));
                }
            }
        }
    }

    /// Looks at the next pages in the order of the plan.
    fn go_on(&mut self) {
        let end = (self.next + BATCH).min(self.done.len());
        let batch: Vec<usize> = (self.next..end).filter(|position| !self.done[*position]).collect();
        self.next = end;
        self.look_at(&batch);
    }

    fn look_at(&mut self, positions: &[usize]) {
        let (rendering, holding, shelf) = (self.rendering, self.holding, self.workshop.shelf);
        let one = |page: &'b Page| {
            let path = page.address.output_path();
            if rendering.held(holding, page).is_some_and(|hash| shelf.keep(&path, hash)) {
                return Ok(None);
            }
            match rendering.page(page) {
                Ok(Ok((bytes, facts))) => Ok(Some((page, Made { facts, hash: shelf.put(path, bytes) }))),
                Ok(Err(finding)) => Err(Some(finding)),
                // A file that cannot be read any more: another change is on its way, and tells.
                Err(_) => Err(None),
            }
        };
        let positions: Vec<usize> = positions.iter().copied().filter(|position| !self.done[*position]).collect();
        let pages = self.plan.pages();
        let outcomes: Vec<_> = match positions.as_slice() {
            [only] => vec![one(&pages[*only])],
            several => several.par_iter().map(|position| one(&pages[*position])).collect(),
        };
        for (outcome, position) in outcomes.into_iter().zip(positions) {
            self.done[position] = true;
            match outcome {
                Ok(made) => self.made.extend(made),
                Err(finding) => self.findings.extend(finding),
            }
        }
    }

    /// All is made: says what was found.
    fn conclude(&mut self, settle: &Settle<'_>) {
        let (findings, inputs) = settle(std::mem::take(&mut self.findings));
        let shown = Report::of(&findings, inputs).human(false);
        if findings.iter().any(|finding| finding.severity == Severity::Error) {
            if self.workshop.show(&shown) {
                (self.workshop.tell)(Event::Failed(shown));
            }
        } else {
            self.workshop.shelf.end();
            self.workshop.show("");
            (self.workshop.tell)(Event::Made(shown, self.made.len()));
        }
    }
}

/// Whether nothing but style sheets differs between two runs.
fn only_styles(before: &Summary, now: &Summary) -> bool {
    // Both are in the order of the paths.
    before.stamps.len() == now.stamps.len()
        && before.stamps.iter().zip(&now.stamps).all(|(before, now)| before == now || before.0.ends_with(".css"))
}

/// Nobody watches.
struct Silent;

impl Progress for Silent {
    fn stage(&self, _: Stage) {}
    fn begin(&self, _: usize) {}
    fn rendered(&self) {}
    fn waiting(&self) {}
}
