//! What is found in a site, without its pages: for a change that is weighed before it is made.

use super::{Model, Progress, Request, RunError};
use crate::checks;
use crate::diagnostic::{Diagnostic, settle_all};
use crate::input::Inputs;
use crate::lock::Lock;

/// What is found in a site, and what it says of its statements.
#[derive(Debug)]
pub struct Judgement {
    /// Everything that was found, in the order of the places, however much there is of one kind.
    pub findings: Vec<Diagnostic>,
    /// Of each statement, what nobody may change unseen; none where the settings cannot be read.
    pub record: Option<Lock>,
}

/// Runs all stages before that which makes pages.
///
/// # Errors
/// [`RunError`] where the machine does not let it.
pub fn judge(inputs: &Inputs, request: &Request<'_>, progress: &dyn Progress) -> Result<Judgement, RunError> {
    Ok(match Model::of(inputs, request, None, progress)? {
        Ok(model) => Judgement {
            record: Some(checks::lock(&model.chronicle, &Lock::default())),
            findings: settle_all(model.findings, &model.levels),
        },
        Err(findings) => Judgement { findings, record: None },
    })
}
