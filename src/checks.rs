//! Rules beyond parsing: what is well-formed can still be wrong. Each rule is one function from the chronicle to findings,
//! in a file of its kind; its code says what level it has where nobody sets another.

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::chronicle::{Chronicle, StatementId};
use crate::diagnostic::{Checked, Diagnostic, Levels};
use crate::input::Inputs;
use crate::language::Language;

mod quotations;
mod record;
mod statements;
mod vocabulary;
mod wording;

pub use quotations::{Known, Proofs, check as quotations, passages};
pub use record::{check as record, lock};
pub use wording::Wording;

/// The rules about all records together.
const RULES: [fn(&Chronicle, &Inputs) -> Vec<Diagnostic>; 2] = [vocabulary::topics, vocabulary::source_texts];

/// What the rules need to know beside the chronicle.
#[derive(Clone, Copy, Debug)]
pub struct Measure<'a> {
    /// What the site says of each rule: those that are allowed everywhere are not worked out.
    pub levels: &'a Levels,
    /// The newest day that anything recorded can be of, where it is known.
    pub today: Option<NaiveDate>,
    /// The words that are not neutral.
    pub wording: &'a Wording,
    /// The site's language.
    pub language: &'a Language,
    /// Whether every file could be read. Otherwise nothing can be said of what is not used: an error may hide the use.
    pub whole: bool,
    /// Comparisons of the run before.
    pub known: &'a Known,
}

/// Applies every rule but the proof of quotations; with the comparisons that were made, for the next run.
pub fn rules(chronicle: &Chronicle, inputs: &Inputs, measure: &Measure<'_>) -> Checked<Known> {
    let ids: Vec<StatementId> = chronicle.statements().collect();
    let Measure { levels, today, .. } = *measure;
    let one = |id: StatementId| statements::check(&statements::One { chronicle, inputs, levels, id, today });
    let mut findings: Vec<Diagnostic> = ids.into_par_iter().flat_map_iter(one).collect();
    findings.extend(wording::check(chronicle, inputs, measure.wording, measure.language));
    if measure.whole {
        findings.extend(RULES.par_iter().flat_map_iter(|rule| rule(chronicle, inputs)).collect::<Vec<_>>());
        let known = vocabulary::duplicates(chronicle, inputs, measure.known).keep(&mut findings);
        return Checked { value: known, findings };
    }
    Checked { value: Known::new(), findings }
}
