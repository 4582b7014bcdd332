//! Rules over the resolved chronicle. Each rule is one function from the chronicle to findings; its
//! [`Code`](crate::diagnostic::Code) has its default level.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

use bitcode::{Decode, Encode};
use chrono::NaiveDate;
use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use crate::chronicle::{Chronicle, Statement, StatementId, Verified};
use crate::diagnostic::{Checked, Diagnostic, Levels};
use crate::input::{InputId, Inputs};
use crate::language::Language;

mod archive;
mod attributions;
mod characters;
mod circles;
mod duplicates;
mod files;
mod footer;
mod hosts;
mod occasions;
mod pictures;
mod published;
mod quotations;
mod statement_context;
mod statements;
mod vocabulary;
mod wording;

pub(crate) use characters::check as characters;
pub(crate) use files::check as files;
pub(crate) use footer::check as footer;
pub use pictures::Pictures;
pub(crate) use pictures::check as pictures;
pub(crate) use published::{check as record, lock};
pub use quotations::Proofs;
pub(crate) use quotations::{Compared, Proof, Proven, check as quotations};
pub(crate) use wording::Wording;

/// The rules about all records together.
const RULES: [fn(&Chronicle, &Inputs) -> Vec<Diagnostic>; 5] =
    [vocabulary::topics, vocabulary::source_texts, vocabulary::publishing, occasions::positions, hosts::alike];

/// The inputs of the rules besides the chronicle.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RuleContext<'a> {
    /// The level of each rule; rules that are allowed are not run.
    pub(crate) levels: &'a Levels,
    /// The latest day that a recorded date may have, where it is known.
    pub(crate) today: Option<NaiveDate>,
    /// The words that are not neutral.
    pub(crate) wording: &'a Wording,
    pub(crate) language: &'a Language,
    /// Whether every file was parsed. Otherwise rules about unused records are skipped, since an invalid file may use
    /// them.
    pub(crate) whole: bool,
    /// The cache of the previous run.
    pub(crate) known: &'a RuleCache,
}

/// The cache of rules between runs: what was checked without a finding.
#[derive(Clone, Debug, Default, PartialEq, Eq, Decode, Encode)]
pub struct RuleCache {
    /// Comparisons of texts.
    pub(crate) compared: Compared,
    /// Fingerprints of statements for the rules about single statements, and of texts for the rule about links.
    pub(crate) verified: Verified,
}

/// Applies every rule but the proof of quotations, and returns the cache for the next run.
pub(crate) fn rules(chronicle: &Chronicle, inputs: &Inputs, measure: &RuleContext<'_>) -> Checked<RuleCache> {
    let RuleContext { levels, today, known, .. } = *measure;
    let ids: Vec<StatementId> = chronicle.statements().collect();
    let is_in_year =
        |id: &&StatementId| statements::year_folder(inputs.get(chronicle[**id].entry.input).path()).is_some();
    let has_years = ids.iter().filter(is_in_year).count() * 2 > ids.len();
    let shared = shared_hash(chronicle, inputs, measure, has_years);
    let keyed: Vec<(StatementId, u64)> =
        ids.into_par_iter().map(|id| (id, key(chronicle, inputs, id, SharedInputs { hash: shared, today }))).collect();
    let open: Vec<StatementId> = keyed.iter().filter(|(_, key)| !known.verified.has(*key)).map(|(id, _)| *id).collect();
    let one = |id: &StatementId| {
        statements::check(&statement_context::StatementContext { chronicle, inputs, levels, id: *id, has_years, today })
    };
    let mut findings: Vec<Diagnostic> = open.par_iter().flat_map_iter(one).collect();
    findings.extend(wording::check(chronicle, inputs, measure.wording, measure.language, &open));
    let found: BTreeSet<InputId> = findings.iter().map(|finding| finding.span.input).collect();
    let verified = keyed.into_iter().filter(|(id, _)| !found.contains(&chronicle[*id].entry.input));
    let mut value = RuleCache { compared: Compared::new(), verified: verified.map(|(_, key)| key).collect() };
    findings.extend(circles::relations(chronicle, inputs));
    if measure.whole {
        findings.extend(RULES.par_iter().flat_map_iter(|rule| rule(chronicle, inputs)).collect::<Vec<_>>());
        value.compared = duplicates::check(chronicle, inputs, &known.compared).keep(&mut findings);
    }
    Checked { value, findings }
}

/// What is dated later than `today` in the statements of some files.
pub(crate) fn future(chronicle: &Chronicle, inputs: &Inputs, today: NaiveDate, files: &[InputId]) -> Vec<Diagnostic> {
    let ids = chronicle.statements().filter(|id| files.contains(&chronicle[*id].entry.input));
    ids.flat_map(|id| statements::future_dates(chronicle, inputs, id, today)).collect()
}

/// Fingerprint of the inputs shared by all rules about single statements.
fn shared_hash(chronicle: &Chronicle, inputs: &Inputs, measure: &RuleContext<'_>, has_years: bool) -> u64 {
    let mut hash = Xxh3::new();
    // Exhaustive, so that the compiler asks about new inputs. `today` is part of each statement's own key.
    let RuleContext { levels, wording, language, today: _, whole: _, known: _ } = *measure;
    (levels, wording.fingerprint, language, has_years).hash(&mut hash);
    for record in chronicle.authorities() {
        let head = chronicle.head(record);
        (inputs.get(head.input).path(), head.hash).hash(&mut hash);
    }
    hash.finish()
}

/// The inputs shared by the rules about single statements.
#[derive(Clone, Copy, Debug)]
struct SharedInputs {
    hash: u64,
    today: Option<NaiveDate>,
}

/// The cache key of a statement: itself, the statements it relates to, and the `shared` inputs.
fn key(chronicle: &Chronicle, inputs: &Inputs, id: StatementId, shared: SharedInputs) -> u64 {
    let SharedInputs { hash: shared, today } = shared;
    // Names resolve by the file itself and the authorities, which are in the shared fingerprint; only relations lead to
    // other statements. No rule about single statements reads anchors or
    // the day of publication.
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
        published: _,
        attributed: _,
        mixed: _,
        address: _,
    } = &chronicle[id];
    let mut hash = Xxh3::new();
    // Whether it is in the future, rather than the day, so that most keys do not change every day.
    today.is_some_and(|today| statements::is_future(&entry.fields, today)).hash(&mut hash);
    (shared, entry.hash, inputs.get(entry.input).path()).hash(&mut hash);
    for relation in relations.iter().filter(|relation| !relation.inverse) {
        let other = &chronicle[relation.other];
        (&other.entry.id, other.date()).hash(&mut hash);
    }
    hash.finish()
}
