//! The findings of a site, without rendering it: for deciding whether a fix is applied.

use super::{Model, Progress, Request, RunError};
use crate::checks;
use crate::diagnostic::{Diagnostic, settle_all};
use crate::input::Inputs;
use crate::lock::Lock;

/// The findings of a site, and the record of its statements.
#[derive(Debug)]
pub(crate) struct Judgement {
    /// All findings, in the order of their places, without a limit for those of one kind.
    pub(crate) findings: Vec<Diagnostic>,
    /// Of each statement, what nobody may change unseen; none where the settings cannot be read.
    pub(crate) record: Option<Lock>,
}

/// Runs all stages before rendering.
///
/// # Errors
/// [`RunError`] where a file cannot be read or written.
pub(crate) fn judge(inputs: &Inputs, request: &Request<'_>, progress: &dyn Progress) -> Result<Judgement, RunError> {
    Ok(match Model::of(inputs, request, None, progress)? {
        Ok(model) => Judgement {
            record: Some(checks::lock(&model.chronicle, &Lock::default(), |_| None)),
            findings: settle_all(model.findings, &model.levels),
        },
        Err(findings) => Judgement { findings, record: None },
    })
}
