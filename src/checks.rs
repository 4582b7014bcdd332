//! Rules beyond parsing: what is well-formed can still be wrong. Each rule is one function from the chronicle to findings,
//! in a file of its kind; its code says what level it has where nobody sets another.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

use bitcode::{Decode, Encode};
use chrono::NaiveDate;
use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use crate::chronicle::{Chronicle, Clean, Statement, StatementId};
use crate::diagnostic::{Checked, Diagnostic, Levels};
use crate::input::{InputId, Inputs};
use crate::language::Language;

mod archive;
mod attributions;
mod characters;
mod duplicates;
mod files;
mod occasions;
mod one;
mod quotations;
mod record;
mod statements;
mod vocabulary;
mod wording;

pub use characters::check as characters;
pub use files::check as files;
pub use quotations::{Compared, Proof, Proofs, Proven, check as quotations};
pub use record::{check as record, lock};
pub use wording::Wording;

/// The rules about all records together.
const RULES: [fn(&Chronicle, &Inputs) -> Vec<Diagnostic>; 3] =
    [vocabulary::topics, vocabulary::source_texts, occasions::positions];

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
    /// What the run before found to be right.
    pub known: &'a Known,
}

/// What was looked at in a run and found to be right, for the next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Decode, Encode)]
pub struct Known {
    /// Texts that were compared.
    pub compared: Compared,
    /// Statements by all that the rules about single ones look at, and texts by all that their links can lead to.
    pub clean: Clean,
}

/// Applies every rule but the proof of quotations; with what was found to be right, for the next run.
pub fn rules(chronicle: &Chronicle, inputs: &Inputs, measure: &Measure<'_>) -> Checked<Known> {
    let Measure { levels, today, known, .. } = *measure;
    let ids: Vec<StatementId> = chronicle.statements().collect();
    let is_in_year =
        |id: &&StatementId| statements::year_folder(inputs.get(chronicle[**id].entry.input).path()).is_some();
    let has_years = ids.iter().filter(is_in_year).count() * 2 > ids.len();
    let around = around(chronicle, inputs, measure, has_years);
    let keyed: Vec<(StatementId, u64)> =
        ids.into_par_iter().map(|id| (id, key(chronicle, inputs, id, Around { hash: around, today }))).collect();
    let open: Vec<StatementId> = keyed.iter().filter(|(_, key)| !known.clean.has(*key)).map(|(id, _)| *id).collect();
    let one = |id: &StatementId| statements::check(&one::One { chronicle, inputs, levels, id: *id, has_years, today });
    let mut findings: Vec<Diagnostic> = open.par_iter().flat_map_iter(one).collect();
    findings.extend(wording::check(chronicle, inputs, measure.wording, measure.language, &open));
    let found: BTreeSet<InputId> = findings.iter().map(|finding| finding.span.input).collect();
    let clean = keyed.into_iter().filter(|(id, _)| !found.contains(&chronicle[*id].entry.input));
    let mut value = Known { compared: Compared::new(), clean: clean.map(|(_, key)| key).collect() };
    if measure.whole {
        findings.extend(RULES.par_iter().flat_map_iter(|rule| rule(chronicle, inputs)).collect::<Vec<_>>());
        value.compared = duplicates::check(chronicle, inputs, &known.compared).keep(&mut findings);
    }
    Checked { value, findings }
}

/// What is dated later than `today` in the statements of some files.
pub fn future(chronicle: &Chronicle, inputs: &Inputs, today: NaiveDate, files: &[InputId]) -> Vec<Diagnostic> {
    let ids = chronicle.statements().filter(|id| files.contains(&chronicle[*id].entry.input));
    ids.flat_map(|id| statements::future_dates(chronicle, inputs, id, today)).collect()
}

/// A number for all that the rules about single statements look at beside the statement and those it relates to.
fn around(chronicle: &Chronicle, inputs: &Inputs, measure: &Measure<'_>, has_years: bool) -> u64 {
    let mut hash = Xxh3::new();
    // A finding of the day goes with each statement; the rules about single statements look at no other.
    let Measure { levels, wording, language, today: _, whole: _, known: _ } = *measure;
    (levels, wording.fingerprint, language, has_years).hash(&mut hash);
    for record in chronicle.authorities() {
        let head = chronicle.head(record);
        (inputs.get(head.input).path(), head.hash).hash(&mut hash);
    }
    hash.finish()
}

/// What is around all statements, as far as their rules look at it.
#[derive(Clone, Copy, Debug)]
struct Around {
    hash: u64,
    today: Option<NaiveDate>,
}

/// A number for a statement with those it relates to, and what is `around` it.
fn key(chronicle: &Chronicle, inputs: &Inputs, id: StatementId, around: Around) -> u64 {
    let Around { hash: around, today } = around;
    // What names stand for depends on the file and on those of the authorities, which are around; only relations lead to
    // other statements. No rule about a single statement looks at anchors.
    let Statement {
        entry,
        relations,
        speakers: _,
        topics: _,
        organizations: _,
        audience: _,
        event: _,
        place: _,
        publishers: _,
        anchors: _,
        attributed: _,
        address: _,
    } = &chronicle[id];
    let mut hash = Xxh3::new();
    // The days go by, and few statements are the older for it.
    today.is_some_and(|today| statements::is_future(&entry.fields, today)).hash(&mut hash);
    (around, entry.hash, inputs.get(entry.input).path()).hash(&mut hash);
    for relation in relations.iter().filter(|relation| !relation.inverse) {
        let other = &chronicle[relation.other];
        (&other.entry.id, other.date()).hash(&mut hash);
    }
    hash.finish()
}
