//! Revalidates the pages of one generation: requested ones first, and all others when idle.

use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use rayon::prelude::*;

use super::super::{Command, Event};
use super::{Next, Rebuilder, SessionEnd};
use crate::diagnostic::{Diagnostic, Severity};
use crate::incremental::Made;
use crate::input::Inputs;
use crate::pages::{Page, Plan, Rendered, Validation};
use crate::pipeline::{Pages, Rendering};
use crate::report::Report;

/// How many pages are revalidated between two looks at the commands.
const BATCH: usize = 128;

/// How long browsers are given to request their page after they were told of a change.
const BROWSERS: Duration = Duration::from_millis(15);

/// The pages of one generation: each is revalidated, and rendered if it has changed.
pub(super) struct Session<'a, 'b> {
    rebuilder: &'a Rebuilder<'a>,
    rendering: &'a Rendering<'b>,
    validation: Option<&'a Validation<'a>>,
    plan: &'b Plan,
    /// The position in the plan from which on pages are still to be revalidated in order.
    next: usize,
    /// Which pages were revalidated, by their positions in the plan.
    done: Vec<bool>,
    made: Pages<'b>,
    findings: Vec<Diagnostic>,
    /// Whether a page could not be made because a file could not be read.
    is_incomplete: bool,
}

/// Adds the findings of pages to those of the model, in their order; returns them with the files they are in.
type Settle<'a> = dyn Fn(Vec<Diagnostic>) -> (Vec<Diagnostic>, &'a Inputs) + 'a;

impl<'a, 'b> Session<'a, 'b> {
    /// A session in which no page is revalidated yet.
    pub(super) fn of(
        rebuilder: &'a Rebuilder<'a>,
        rendering: &'a Rendering<'b>,
        validation: Option<&'a Validation<'a>>,
        plan: &'b Plan,
    ) -> Session<'a, 'b> {
        let done = vec![false; plan.pages().len()];
        let (made, findings, is_incomplete) = (Vec::new(), Vec::new(), false);
        Session { rebuilder, rendering, validation, plan, next: 0, done, made, findings, is_incomplete }
    }

    /// Revalidates all pages, requested ones first, until something changes.
    pub(super) fn run(mut self, settle: &Settle<'_>) -> (Pages<'b>, SessionEnd) {
        // Browsers that were told of the change request their pages at once: leave the processor to them until then.
        let mut timeout = BROWSERS;
        loop {
            let command = match self.rebuilder.commands.recv_timeout(timeout) {
                Ok(command) => command,
                Err(RecvTimeoutError::Disconnected) => return (self.made, SessionEnd::Interrupted(Next::Exit)),
                Err(RecvTimeoutError::Timeout) if self.next < self.done.len() => {
                    timeout = Duration::ZERO;
                    self.revalidate_next();
                    continue;
                }
                Err(RecvTimeoutError::Timeout) => {
                    self.conclude(settle);
                    return (self.made, SessionEnd::Complete);
                }
            };
            match command {
                Command::MakePage(path, waiter) => {
                    match self.plan.position(&path) {
                        Some(position) => {
                            // What was lost since is rendered again.
                            self.done[position] &= !self.rebuilder.store.is_lost(&path);
                            self.revalidate(&[position]);
                        }
                        None => self.rebuilder.store.remove(&path),
                    }
                    waiter.notify();
                }
                Command::CheckFiles => {
                    let next = self.rebuilder.debounce();
                    return (self.made, SessionEnd::Interrupted(next));
                }
            }
        }
    }

    /// Revalidates the next pages in the order of the plan.
    fn revalidate_next(&mut self) {
        let end = (self.next + BATCH).min(self.done.len());
        let batch: Vec<usize> = (self.next..end).filter(|position| !self.done[*position]).collect();
        self.next = end;
        self.revalidate(&batch);
    }

    fn revalidate(&mut self, positions: &[usize]) {
        let (rendering, validation, store) = (self.rendering, self.validation, self.rebuilder.store);
        let one = |page: &'b Page| {
            let path = page.address.output_path();
            if rendering.unchanged(validation, page).is_some_and(|hash| store.keep(&path, hash)) {
                return Ok(None);
            }
            match rendering.page(page, validation) {
                Ok(Ok(Rendered { bytes, dependencies, checksum })) => {
                    Ok(Some((page, Made { dependencies, bytes: store.put(path, bytes), checksum })))
                }
                Ok(Err(finding)) => Err(Some(finding)),
                // A file that cannot be read any more: it has changed, and the watcher will report it.
                Err(_) => Err(None),
            }
        };
        let positions: Vec<usize> = positions.iter().copied().filter(|position| !self.done[*position]).collect();
        let pages = self.plan.pages();
        let outcomes: Vec<_> = match positions.as_slice() {
            [only] => vec![one(&pages[*only])],
            several => {
                let batch: Vec<&Page> = several.iter().map(|position| &pages[*position]).collect();
                rendering.prepare(validation, &batch);
                batch.into_par_iter().map(one).collect()
            }
        };
        for (outcome, position) in outcomes.into_iter().zip(positions) {
            self.done[position] = true;
            match outcome {
                Ok(made) => self.made.extend(made),
                Err(Some(finding)) => self.findings.push(finding),
                Err(None) => self.is_incomplete = true,
            }
        }
    }

    /// All pages are current: reports the findings.
    fn conclude(&mut self, settle: &Settle<'_>) {
        let (findings, inputs) = settle(std::mem::take(&mut self.findings));
        let shown: String = Report::of(&findings, inputs).human(false).into();
        if findings.iter().any(|finding| finding.severity == Severity::Error) {
            if self.rebuilder.show(&shown) {
                (self.rebuilder.tell)(Event::Failed(shown));
            }
        } else {
            // A page that could not be made stays what it was.
            if !self.is_incomplete {
                self.rebuilder.store.end();
            }
            self.rebuilder.show("");
            (self.rebuilder.tell)(Event::Made(shown, self.made.len()));
        }
    }
}
