//! A survey of a site for comparing it with another: its records, and hashes of all files that a build would write.

use std::collections::BTreeMap;
use std::sync::Mutex;

use xxhash_rust::xxh3::xxh3_64;

use super::{Model, Progress, Rendering, Request, RunError, Stage};
use crate::address::Address;
use crate::chronicle::Chronicle;
use crate::diagnostic::Diagnostic;
use crate::input::Inputs;
use crate::output::{OutputError, Sink};
use crate::pages::Page;
use crate::sync;

/// The records and outputs of a site.
#[derive(Debug, Default)]
pub struct Survey {
    /// The records; none where the settings cannot be read.
    pub chronicle: Option<Chronicle>,
    /// The files that a build would write, by their paths, with hashes (XXH3) of their bytes; those that cannot be
    /// rendered are left out.
    pub files: BTreeMap<String, u64>,
    /// All findings, in the order of their places.
    pub findings: Vec<Diagnostic>,
}

/// Runs all stages but the last, even where the site has errors.
///
/// # Errors
/// [`RunError`] where a file cannot be read or written.
pub(crate) fn survey(inputs: &Inputs, request: &Request<'_>, progress: &dyn Progress) -> Result<Survey, RunError> {
    let model = match Model::of(inputs, request, None, progress)? {
        Ok(model) => model,
        Err(findings) => return Ok(Survey { findings, ..Survey::default() }),
    };
    progress.stage(Stage::Render);
    progress.begin(model.plan.pages().len());
    let (hashes, mut more) = (Hashes::default(), Vec::new());
    if model.can_render {
        match Rendering::of(&model, inputs)? {
            Ok(rendering) => {
                // The files of search follow from the texts, and are no news to anyone.
                let all = model.plan.pages().iter().filter(|page| !page.kind.is_of_search_index());
                let all: Vec<&Page> = all.collect();
                more = rendering.all(&all, request.began, None, &hashes, progress)?.0;
            }
            Err(findings) => more = findings,
        }
    }
    let findings = model.settled(more);
    let files = sync::into_inner(hashes.0);
    Ok(Survey { chronicle: Some(model.chronicle), files, findings })
}

/// A sink that keeps only the hash of each file.
#[derive(Debug, Default)]
struct Hashes(Mutex<BTreeMap<String, u64>>);

impl Sink for Hashes {
    fn keep(&self, _: &Address, _: Option<u64>) -> bool {
        false
    }

    fn stage(&self, address: &Address, bytes: &[u8]) -> Result<u64, OutputError> {
        let hash = xxh3_64(bytes);
        sync::lock(&self.0).insert(address.output_path(), hash);
        Ok(hash)
    }

    fn leave(&self, _: &Address) {}
}
