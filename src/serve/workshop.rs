//! Where pages are made: a loop of runs, each with what the one before left, that keeps the last good site.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError};
use std::time::Duration;

use chrono::NaiveDate;

use super::shelf::Shelf;
use super::watch::Watch;
use super::{Event, News, Wish};
use crate::diagnostic::Diagnostic;
use crate::incremental::{Cache, Ledger, ParsedFiles, PreviousRun, Snapshot};
use crate::input::Inputs;
use crate::pipeline::{Model, Progress, Rendering, Request, RunError, Stage};
use crate::report::{Printable, Report};
use crate::sync;
use work::Work;

mod work;

/// An editor that saves, or `git switch`, changes several files at once, or one file twice; they are looked at together
/// when there was nothing for so long. What changes later makes what was understood meanwhile outdated.
const QUIET: Duration = Duration::from_millis(3);

/// Changes that never end are shown all the same, after so many tries.
const MOST_TRIES: u32 = 20;

/// What the workshop works with.
pub(super) struct Workshop<'a> {
    pub(super) request: &'a Request<'a>,
    pub(super) now: fn() -> i64,
    pub(super) today: Option<fn() -> NaiveDate>,
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
    before: Option<(Snapshot, Cache)>,
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
        let today = self.today.map_or(self.request.today, |today| Some(today()));
        let request = Request { began: (self.now)(), today, ..self.request.clone() };
        let inputs = match Inputs::read(self.request.root) {
            Ok(inputs) => inputs,
            Err(error) => {
                self.fail(left, &Printable::line(&error.to_string()));
                return self.rest(None);
            }
        };
        let now = Snapshot::of(&inputs, request.numbers());
        let only_styles = left.before.as_ref().is_some_and(|(summary, _)| only_styles(summary, &now));
        let last = left.before.take();
        let before =
            last.as_ref().map(|(summary, kept)| (PreviousRun::of(summary, &kept.files, kept.site), &kept.ledger));
        let before = before.as_ref().map(|(before, ledger)| (before, *ledger));
        let outcome = self.with_model(left, &inputs, &request, before, only_styles);
        match outcome {
            Ok((kept, ends)) => {
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
        before: Option<(&PreviousRun<'_>, &Ledger)>,
        only_styles: bool,
    ) -> Result<(Cache, Ends), Stop> {
        let show = |findings: &[Diagnostic]| Stop::Failed(Report::of(findings, inputs).human(false).into());
        let failed = |error: RunError| Stop::Failed(Printable::line(&error.to_string()).into());
        let mut model = match Model::of(inputs, request, before.map(|(before, _)| before), &Silent).map_err(failed)? {
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
        let validation = rendering.validation(request, before);
        if let Some(goes) = self.is_outdated(left) {
            return Err(Stop::Outdated(goes));
        }
        self.shelf.begin(model.base_path());
        self.announce(left, &model, only_styles);
        let work = Work::of(self, &rendering, validation.as_ref(), model.plan());
        let (made, ends) = work.until_it_ends(&|findings| (model.settled(findings), inputs));
        let mut recorder = rendering.recorder(validation.as_ref());
        made.iter().for_each(|(page, made)| rendering.record(&mut recorder, page, made));
        let ledger = rendering.ledger(recorder, validation.as_ref(), request.began);
        let files = ParsedFiles { entries, known: model.known().clone() };
        Ok((Cache { files, site: rendering.site(), ledger }, ends))
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
    fn rest(&self, seen: Option<&Snapshot>) -> Goes {
        sync::lock(&self.watch).renew();
        // What changed where it was not watched yet.
        let is_as_seen = match Inputs::read(self.request.root) {
            Ok(inputs) => seen.is_some_and(|seen| seen.stamps == Snapshot::of(&inputs, self.request.numbers()).stamps),
            Err(_) => seen.is_none(),
        };
        if !is_as_seen {
            return Goes::On;
        }
        loop {
            match self.wished.recv() {
                // What lies there is the last good page.
                Ok(Wish::Page(_, asker)) => asker.tell(),
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
                Ok(Wish::Page(_, asker)) => aside.push(asker),
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
                Ok(Wish::Page(_, asker)) => aside.push(asker),
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Disconnected) => return Some(Goes::Out),
            }
        }
        left.tries = if has_changed { left.tries + 1 } else { 0 };
        (has_changed && left.tries < MOST_TRIES).then(|| self.settle_down())
    }
}

/// Whether nothing but style sheets differs between two runs.
fn only_styles(before: &Snapshot, now: &Snapshot) -> bool {
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
