//! The pages of one site: those that are asked for are looked at first, and all others when there is time.

use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use rayon::prelude::*;

use super::super::{Event, Wish};
use super::{Ends, Goes, Workshop};
use crate::diagnostic::{Diagnostic, Severity};
use crate::incremental::Made;
use crate::input::Inputs;
use crate::pages::{Page, Plan, Validation};
use crate::pipeline::{Pages, Rendering};
use crate::report::Report;

/// How many pages are looked at before the wishes are, again.
const BATCH: usize = 128;

/// How long browsers may take to ask for their page after they were told of another site.
const BROWSERS: Duration = Duration::from_millis(15);

/// The pages of one site that are still to be looked at: those that are not as they were are made.
pub(super) struct Work<'a, 'b> {
    workshop: &'a Workshop<'a>,
    rendering: &'a Rendering<'b>,
    validation: Option<&'a Validation<'a>>,
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

impl<'a, 'b> Work<'a, 'b> {
    /// Work of which nothing is done.
    pub(super) fn of(
        workshop: &'a Workshop<'a>,
        rendering: &'a Rendering<'b>,
        validation: Option<&'a Validation<'a>>,
        plan: &'b Plan,
    ) -> Work<'a, 'b> {
        let done = vec![false; plan.pages().len()];
        Work { workshop, rendering, validation, plan, next: 0, done, made: Vec::new(), findings: Vec::new() }
    }

    /// Looks at pages: first at those that are asked for, then at all others.
    pub(super) fn until_it_ends(mut self, settle: &Settle<'_>) -> (Pages<'b>, Ends) {
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
                Wish::Page(path, asker) => {
                    match self.plan.position(&path) {
                        Some(position) => self.look_at(&[position]),
                        None => self.workshop.shelf.remove(&path),
                    }
                    asker.tell();
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
        let (rendering, validation, shelf) = (self.rendering, self.validation, self.workshop.shelf);
        let one = |page: &'b Page| {
            let path = page.address.output_path();
            if rendering.unchanged(validation, page).is_some_and(|hash| shelf.keep(&path, hash)) {
                return Ok(None);
            }
            match rendering.page(page) {
                Ok(Ok((bytes, dependencies))) => Ok(Some((page, Made { dependencies, bytes: shelf.put(path, bytes) }))),
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
        let shown: String = Report::of(&findings, inputs).human(false).into();
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
