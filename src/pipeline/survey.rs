//! A site as it stands, for comparing it with another: what its files mean, and what every page comes to.

use std::collections::BTreeMap;
use std::sync::Mutex;

use xxhash_rust::xxh3::xxh3_64;

use super::{Model, Progress, Rendering, Request, RunError, Stage};
use crate::address::Address;
use crate::chronicle::Chronicle;
use crate::diagnostic::Diagnostic;
use crate::input::Inputs;
use crate::output::{OutputError, Sink};
use crate::sync;

/// What a site comes to.
#[derive(Debug, Default)]
pub struct Survey {
    /// The records; none where the settings cannot be read.
    pub chronicle: Option<Chronicle>,
    /// The files that a build would write, by their paths, with hashes (XXH3) of their bytes; those that cannot be made
    /// are left out.
    pub files: BTreeMap<String, u64>,
    /// Everything that was found, in the order of the places.
    pub findings: Vec<Diagnostic>,
}

/// Runs all stages but the last, and keeps what can be compared. Goes on where a site has errors.
///
/// # Errors
/// [`RunError`] where the machine does not let it.
pub fn survey(inputs: &Inputs, request: &Request<'_>, progress: &dyn Progress) -> Result<Survey, RunError> {
    let model = match Model::of(inputs, request, None, progress)? {
        Ok(model) => model,
        Err(findings) => return Ok(Survey { findings, ..Survey::default() }),
    };
    progress.stage(Stage::Render);
    progress.begin(model.plan.pages().len());
    let (ledger, mut more) = (Ledger::default(), Vec::new());
    if model.can_render {
        match Rendering::of(&model, inputs)? {
            Ok(rendering) => more = rendering.all(request.began, None, &ledger, progress)?.0,
            Err(findings) => more = findings,
        }
    }
    let findings = model.settled(more);
    let files = sync::into_inner(ledger.0);
    Ok(Survey { chronicle: Some(model.chronicle), files, findings })
}

/// Keeps of each file only the hash.
#[derive(Debug, Default)]
struct Ledger(Mutex<BTreeMap<String, u64>>);

impl Sink for Ledger {
    fn keep(&self, _: &Address, _: u64) -> bool {
        false
    }

    fn stage(&self, address: &Address, bytes: &[u8]) -> Result<u64, OutputError> {
        let hash = xxh3_64(bytes);
        sync::lock(&self.0).insert(address.output_path(), hash);
        Ok(hash)
    }
}
