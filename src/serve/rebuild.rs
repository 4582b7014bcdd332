//! The rebuilding thread: a loop of runs, each with the state that the one before carried over. After a failed run the
//! last good site stays.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError};
use std::time::Duration;

use chrono::NaiveDate;

use super::page_store::PageStore;
use super::watch::Watch;
use super::{BrowserEvent, Command, Event};
use crate::diagnostic::Diagnostic;
use crate::incremental::{Cache, Ledger, ParsedFiles, PreviousRun, Snapshot};
use crate::input::Inputs;
use crate::pipeline::{Model, Progress, Rendering, Request, RunError, Stage};
use crate::report::{Printable, Report};
use crate::sync;
use session::Session;

mod session;

/// Debounce time: an editor that saves, or `git switch`, changes several files at once, or one file twice. A run begins when
/// there was no event for this long; a later change interrupts it.
const QUIET: Duration = Duration::from_millis(3);

/// After this many interrupted runs in a row, one goes on in spite of changes, so that there is progress.
const MAX_INTERRUPTED: u32 = 20;

/// What the rebuilding thread works with.
pub(super) struct Rebuilder<'a> {
    pub(super) request: &'a Request<'a>,
    pub(super) now: fn() -> i64,
    pub(super) today: Option<fn() -> NaiveDate>,
    pub(super) store: &'a PageStore,
    pub(super) commands: Receiver<Command>,
    pub(super) watch: Mutex<Watch>,
    pub(super) browser_events: Box<dyn Fn(BrowserEvent) + Send + 'a>,
    pub(super) tell: &'a (dyn Fn(Event) + Sync),
    pub(super) ready: Box<dyn Fn(&str) + Send + 'a>,
}

/// State carried over from one run to the next.
#[derive(Default)]
struct CarriedOver {
    before: Option<(Snapshot, Cache)>,
    /// The published addresses of style sheets, by their names.
    styles: Vec<(String, String)>,
    /// Whether the terminal was told the address.
    is_ready: bool,
    /// How many runs in a row were interrupted by a change before pages were rendered.
    interrupted: u32,
}

/// What to do after a run.
#[derive(PartialEq, Eq)]
enum Next {
    /// Start another run.
    Run,
    /// The server is gone: end the thread.
    Exit,
}

/// Why a run has no pages to render.
enum NoSite {
    /// The site has errors, as text.
    Failed(String),
    /// Files have changed, or the server is gone.
    Interrupted(Next),
}

/// How a session ended.
enum SessionEnd {
    /// All pages are current.
    Complete,
    /// Files have changed, or the server is gone.
    Interrupted(Next),
}

impl Rebuilder<'_> {
    /// Rebuilds the site at every change, until the server is gone.
    pub(super) fn run(&self) {
        let mut carried = CarriedOver::default();
        while self.run_once(&mut carried) == Next::Run {}
    }

    /// One run: builds the site, then waits for a change.
    fn run_once(&self, carried: &mut CarriedOver) -> Next {
        let today = self.today.map_or(self.request.today, |today| Some(today()));
        let request = Request { began: (self.now)(), today, ..self.request.clone() };
        let inputs = match Inputs::read(self.request.root) {
            Ok(inputs) => inputs,
            Err(error) => {
                self.fail(carried, &Printable::line(&error.to_string()));
                return self.wait_for_change(None, false);
            }
        };
        let now = Snapshot::of(&inputs, request.numbers());
        let only_styles = carried.before.as_ref().is_some_and(|(summary, _)| only_styles(summary, &now));
        let last = carried.before.take();
        let before =
            last.as_ref().map(|(summary, kept)| (PreviousRun::of(summary, &kept.files, kept.site), &kept.ledger));
        let before = before.as_ref().map(|(before, ledger)| (before, *ledger));
        let outcome = self.with_model(carried, &inputs, &request, before, only_styles);
        match outcome {
            Ok((kept, ends)) => {
                carried.before = Some((now, kept));
                // Dropping the old state takes time; the next change should not wait for it.
                rayon::spawn(move || drop((last, inputs)));
                match ends {
                    SessionEnd::Complete => self.wait_for_change(carried.before.as_ref().map(|(seen, _)| seen), true),
                    SessionEnd::Interrupted(next) => next,
                }
            }
            Err(NoSite::Failed(shown)) => {
                carried.before = last;
                if let Some(next) = self.interrupted(carried) {
                    return next;
                }
                self.fail(carried, &shown);
                self.wait_for_change(Some(&now), false)
            }
            Err(NoSite::Interrupted(next)) => {
                carried.before = last;
                next
            }
        }
    }

    fn with_model(
        &self,
        carried: &mut CarriedOver,
        inputs: &Inputs,
        request: &Request<'_>,
        before: Option<(&PreviousRun<'_>, &Ledger)>,
        only_styles: bool,
    ) -> Result<(Cache, SessionEnd), NoSite> {
        let show = |findings: &[Diagnostic]| NoSite::Failed(Report::of(findings, inputs).human(false).into());
        let failed = |error: RunError| NoSite::Failed(Printable::line(&error.to_string()).into());
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
        if let Some(next) = self.interrupted(carried) {
            return Err(NoSite::Interrupted(next));
        }
        self.store.begin(model.base_path());
        self.announce(carried, &model, only_styles);
        let session = Session::of(self, &rendering, validation.as_ref(), model.plan());
        let (made, ends) = session.run(&|findings| (model.settled(findings), inputs));
        let mut recorder = rendering.recorder(validation.as_ref());
        made.iter().for_each(|(page, made)| rendering.record(&mut recorder, page, made));
        let ledger = rendering.ledger(recorder, validation.as_ref(), request.began);
        let files = ParsedFiles { entries, known: model.known().clone(), search: model.kept_search() };
        Ok((Cache { files, site: rendering.site(), ledger }, ends))
    }

    /// Tells browsers and the terminal that the site has changed.
    fn announce(&self, carried: &mut CarriedOver, model: &Model, only_styles: bool) {
        if !carried.is_ready {
            (self.ready)(model.base_path());
            carried.is_ready = true;
        }
        let styles = model.styles();
        let moved: Vec<(String, String)> = carried
            .styles
            .iter()
            .filter_map(|(name, from)| {
                let to = styles.iter().find(|(other, _)| other == name).map(|(_, to)| to)?;
                (to != from).then(|| (from.clone(), to.clone()))
            })
            .collect();
        carried.styles = styles;
        if only_styles && !moved.is_empty() {
            (self.browser_events)(BrowserEvent::Styles(moved));
        } else {
            // A browser reloads only if the hash of its page has changed.
            (self.browser_events)(BrowserEvent::Changed);
        }
        (self.tell)(Event::Changed);
    }

    /// Reports errors; the last good site is served until something changes.
    fn fail(&self, carried: &mut CarriedOver, shown: &str) {
        if self.show(shown) {
            (self.tell)(Event::Failed(shown.to_owned()));
        }
        if !carried.is_ready {
            (self.ready)("");
            carried.is_ready = true;
        }
    }

    /// Waits for the next change; all pages are current. `seen` is the snapshot of the run, if the files could be read. Where
    /// the site `is_good`, a page that was lost is rendered again in a new run.
    fn wait_for_change(&self, seen: Option<&Snapshot>, is_good: bool) -> Next {
        sync::lock(&self.watch).renew();
        // Files in folders that were not watched yet may have changed.
        let is_as_seen = match Inputs::read(self.request.root) {
            Ok(inputs) => seen.is_some_and(|seen| seen.stamps == Snapshot::of(&inputs, self.request.numbers()).stamps),
            Err(_) => seen.is_none(),
        };
        if !is_as_seen {
            return Next::Run;
        }
        loop {
            match self.commands.recv() {
                // The waiter is dropped without an answer, and asks again, of the new generation.
                Ok(Command::MakePage(path, _)) if is_good && self.store.is_lost(&path) => return Next::Run,
                // The stored page is the last good one.
                Ok(Command::MakePage(_, waiter)) => waiter.notify(),
                Ok(Command::CheckFiles) => return self.debounce(),
                Err(_) => return Next::Exit,
            }
        }
    }

    /// Shows errors in browsers; returns whether they changed.
    fn show(&self, findings: &str) -> bool {
        let is_new = self.store.set_findings(findings);
        if is_new {
            (self.browser_events)(BrowserEvent::Findings(findings.to_owned()));
        }
        is_new
    }

    /// Waits until there was no change for [`QUIET`].
    fn debounce(&self) -> Next {
        // Dropped without an answer at the end, so that they are asked again, of the new generation.
        let mut waiting = Vec::new();
        for _ in 0..MAX_INTERRUPTED {
            match self.commands.recv_timeout(QUIET) {
                Ok(Command::CheckFiles) => {}
                Ok(Command::MakePage(_, waiter)) => waiting.push(waiter),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return Next::Exit,
            }
        }
        Next::Run
    }

    /// What to do instead, if files have changed since they were listed, or the server is gone.
    fn interrupted(&self, carried: &mut CarriedOver) -> Option<Next> {
        let (mut has_changed, mut waiting) = (false, Vec::new());
        loop {
            match self.commands.try_recv() {
                Ok(Command::CheckFiles) => has_changed = true,
                Ok(Command::MakePage(_, waiter)) => waiting.push(waiter),
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Disconnected) => return Some(Next::Exit),
            }
        }
        carried.interrupted = if has_changed { carried.interrupted + 1 } else { 0 };
        (has_changed && carried.interrupted < MAX_INTERRUPTED).then(|| self.debounce())
    }
}

/// Whether only style sheets differ between two snapshots.
fn only_styles(before: &Snapshot, now: &Snapshot) -> bool {
    // Both are in the order of the paths.
    before.stamps.len() == now.stamps.len()
        && before.stamps.iter().zip(&now.stamps).all(|(before, now)| before == now || before.0.ends_with(".css"))
}

/// Ignores progress: the terminal is told by events.
struct Silent;

impl Progress for Silent {
    fn stage(&self, _: Stage) {}
    fn begin(&self, _: usize) {}
    fn rendered(&self) {}
    fn waiting(&self) {}
}
