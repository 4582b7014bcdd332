//! Rules beyond parsing: what is well-formed can still be wrong. Each rule is one function from the chronicle to findings,
//! in a file of its kind; its code says what level it has where nobody sets another.

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::chronicle::{Chronicle, StatementId};
use crate::diagnostic::{Diagnostic, Levels};
use crate::input::Inputs;

mod quotations;
mod record;
mod statements;
mod vocabulary;

pub use quotations::{Known, Proofs, check as quotations, passages};
pub use record::{check as record, lock};

/// The rules about all records together.
const RULES: [fn(&Chronicle, &Inputs) -> Vec<Diagnostic>; 3] =
    [vocabulary::topics, vocabulary::duplicates, vocabulary::source_texts];

/// Applies every rule but the proof of quotations. No statement can be of a day after `today`, where that is known. Only
/// a chronicle that is `whole` is asked what in it is used: an error elsewhere may hide the use.
pub fn rules(
    chronicle: &Chronicle,
    inputs: &Inputs,
    levels: &Levels,
    today: Option<NaiveDate>,
    whole: bool,
) -> Vec<Diagnostic> {
    let ids: Vec<StatementId> = chronicle.statements().collect();
    let one = |id: StatementId| statements::check(&statements::One { chronicle, inputs, levels, id, today });
    let mut findings: Vec<Diagnostic> = ids.into_par_iter().flat_map_iter(one).collect();
    if whole {
        findings.extend(RULES.par_iter().flat_map_iter(|rule| rule(chronicle, inputs)).collect::<Vec<_>>());
    }
    findings
}
