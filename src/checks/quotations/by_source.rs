//! Compares statements with their sources, source by source: each text is read and indexed once for all statements that
//! name it, and only a bounded number is in memory at a time. Results do not depend on the order.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

use rayon::prelude::*;

use super::passage::{NotFound, Pieces, TryBudget};
use super::statement::QuotingStatement;
use super::texts::SourceText;
use super::turns::turns_of;
use super::{Proof, Proven, number};
use crate::diagnostic::Diagnostic;
use crate::entry::quotation::{Quotation, SourceTurn};
use crate::input::{InputId, Inputs};
use crate::sync;

/// Reads the text of a source; none where it cannot be read now, which is reported elsewhere.
pub(super) type ReadSource<'a> = dyn Fn(InputId) -> Option<SourceText> + Sync + 'a;

/// The result for a statement.
#[derive(Default)]
pub(super) struct Outcome {
    /// Where its quotations stand, if all are proven.
    pub(super) proof: Option<Proof>,
    pub(super) findings: Vec<Diagnostic>,
}

/// Memory budget for source texts in bytes (a single longer text may exceed it). The index of a text takes up to about
/// twenty times its size.
const HELD: u64 = 16 << 20;

/// Memory budget for texts of statements with several sources, in bytes.
const STATEMENTS: usize = 64 << 20;

/// Compares statements with their sources.
pub(super) fn compare(inputs: &Inputs, statements: &[QuotingStatement<'_>], read: &ReadSource<'_>) -> Vec<Outcome> {
    let (mut outcomes, mut rest) = (Vec::with_capacity(statements.len()), statements);
    while !rest.is_empty() {
        let mut size = 0;
        let mut fits = |statement: &QuotingStatement<'_>| {
            size += if has_several(statement) { statement.length() } else { 0 };
            size <= STATEMENTS
        };
        let count = rest.iter().position(|one| !fits(one)).unwrap_or(rest.len()).max(1);
        let (batch, after) = rest.split_at(count);
        outcomes.extend(compare_batch(inputs, batch, read));
        rest = after;
    }
    outcomes
}

/// Whether the result depends on more than one source.
fn has_several(statement: &QuotingStatement<'_>) -> bool {
    statement.looked_at() > 1
}

/// A statement paired with one of its sources.
#[derive(Clone, Copy)]
struct Pair {
    /// The file that has the text.
    text: InputId,
    /// Index of the statement, and of the source among its stored sources.
    statement: usize,
    kept: usize,
}

fn compare_batch(inputs: &Inputs, statements: &[QuotingStatement<'_>], read: &ReadSource<'_>) -> Vec<Outcome> {
    // Read once where it is compared with several sources.
    let of = |one: &QuotingStatement<'_>| has_several(one).then(|| one.quotations());
    let quotations: Vec<Option<Option<Vec<Quotation>>>> = statements.par_iter().map(of).collect();
    let pieces: Vec<Vec<Pieces<'_>>> = quotations.par_iter().map(|of| pieces(of.iter().flatten().flatten())).collect();
    let refused = |at: usize| statements[at].too_many_parts(quotations[at].as_ref()?.as_ref()?, &pieces[at]);
    let states = (0..statements.len()).map(|at| Mutex::new(State { refused: refused(at), ..State::default() }));
    let states: Vec<Mutex<State>> = states.collect();
    let state = |at: usize| -> MutexGuard<'_, State> { sync::lock(&states[at]) };
    let work = |pair: &Pair, text: &SourceText, is_last: bool| {
        let looked = SourceComparison { statement: &statements[pair.statement], kept: pair.kept, text };
        match &quotations[pair.statement] {
            Some(Some(_)) if state(pair.statement).refused.is_some() => state(pair.statement).add_hash(&looked),
            Some(Some(of)) if is_last => state(pair.statement).add_misses(&looked, of, &pieces[pair.statement]),
            Some(Some(of)) => {
                let found = looked.find(&pieces[pair.statement]);
                let mut state = state(pair.statement);
                state.add_hash(&looked);
                state.add(&looked, of.len(), found);
            }
            Some(None) => state(pair.statement).fail(&looked),
            None => state(pair.statement).add_single(&looked),
        }
    };
    let mut pairs: Vec<Pair> = Vec::new();
    for (statement, one) in statements.iter().enumerate() {
        let wanted = one.kept.iter().enumerate().filter(|(_, kept)| kept.is_looked_at || kept.source.sha256.is_some());
        pairs.extend(wanted.map(|(kept, of)| Pair { text: inputs.target(of.input), statement, kept }));
    }
    pairs.sort_unstable_by_key(|pair| (pair.text, pair.statement, pair.kept));
    each_source(inputs, &pairs, read, |pair, text| work(pair, text, false));
    // Second pass for quotations that no source has: find the nearest source.
    let is_open = |pair: &Pair| {
        let one = &statements[pair.statement];
        has_several(one) && one.kept[pair.kept].is_looked_at && state(pair.statement).is_open()
    };
    pairs.retain(is_open);
    each_source(inputs, &pairs, read, |pair, text| work(pair, text, true));
    states.into_iter().map(|state| sync::into_inner(state).outcome()).collect()
}

fn pieces<'a>(quotations: impl Iterator<Item = &'a Quotation>) -> Vec<Pieces<'a>> {
    quotations.map(|quotation| Pieces::of(&quotation.text)).collect()
}

/// Calls `work` for each pair, sorted by text, with the text.
fn each_source(inputs: &Inputs, pairs: &[Pair], read: &ReadSource<'_>, work: impl Fn(&Pair, &SourceText) + Sync) {
    let sources: Vec<&[Pair]> = pairs.chunk_by(|one, other| one.text == other.text).collect();
    let size = |pairs: &[Pair]| inputs.get(pairs[0].text).stamp().map_or(0, |stamp| stamp.size);
    let mut rest = &sources[..];
    while !rest.is_empty() {
        let mut held = 0;
        let end = rest.iter().position(|source| {
            held += size(source);
            held > HELD
        });
        let (some, after) = rest.split_at(end.unwrap_or(rest.len()).max(1));
        some.par_iter().for_each(|source| {
            if let Some(text) = read(source[0].text) {
                source.par_iter().for_each(|pair| work(pair, &text));
            }
        });
        rest = after;
    }
}

/// A statement and one of its sources with its text.
struct SourceComparison<'a> {
    statement: &'a QuotingStatement<'a>,
    kept: usize,
    text: &'a SourceText,
}

impl SourceComparison<'_> {
    /// Finds each quotation in the text, or where it deviates.
    fn find(&self, pieces: &[Pieces<'_>]) -> Vec<Result<Vec<std::ops::Range<usize>>, NotFound>> {
        let mut patience = TryBudget::among(self.statement.looked_at());
        pieces.iter().map(|pieces| pieces.find_in(&self.text.haystack, &mut patience)).collect()
    }
}

/// The intermediate result for a statement.
#[derive(Default)]
struct State {
    /// Whether it could not be read again.
    is_unread: bool,
    /// Why its quotations are not searched.
    refused: Option<Diagnostic>,
    /// Findings about wrong SHA-256 values, by position of the source.
    hashes: BTreeMap<usize, Diagnostic>,
    /// The hashes (XXH3) of the sources that were looked at, by their positions.
    looked_at: BTreeMap<u32, u64>,
    /// The turns of the texts that are transcripts, by the positions of their sources.
    turns: BTreeMap<u32, Arc<[SourceTurn]>>,
    /// Where each quotation stands: in the first source that has it.
    found: Vec<Option<Proven>>,
    /// Findings about quotations that no source has, with how near the source came.
    misses: BTreeMap<usize, (Nearness, Diagnostic)>,
}

/// How near a source comes to a quotation: by matching words, ties resolved for the last source; none where unknown,
/// for which the first source counts.
type Nearness = (Option<usize>, usize);

impl State {
    fn fail(&mut self, looked: &SourceComparison<'_>) {
        self.is_unread = true;
        self.add_hash(looked);
    }

    fn add_hash(&mut self, looked: &SourceComparison<'_>) {
        let kept = &looked.statement.kept[looked.kept];
        self.hashes.extend(looked.statement.hash(kept, looked.text).map(|finding| (kept.position, finding)));
    }

    /// Adds the result of the only source, or of one that only has its hash checked.
    fn add_single(&mut self, looked: &SourceComparison<'_>) {
        self.add_hash(looked);
        if !looked.statement.kept[looked.kept].is_looked_at {
            return;
        }
        let Some(quotations) = looked.statement.quotations() else {
            self.is_unread = true;
            return;
        };
        let pieces = pieces(quotations.iter());
        self.refused = looked.statement.too_many_parts(&quotations, &pieces);
        if self.refused.is_some() {
            return;
        }
        let found = looked.find(&pieces);
        self.add_missing(looked, &quotations, &pieces, &found);
        self.add(looked, quotations.len(), found);
    }

    /// Adds the result of one of several sources.
    fn add(
        &mut self,
        looked: &SourceComparison<'_>,
        count: usize,
        found: Vec<Result<Vec<std::ops::Range<usize>>, NotFound>>,
    ) {
        let kept = &looked.statement.kept[looked.kept];
        if !kept.is_looked_at {
            return;
        }
        let position = number(kept.position);
        self.looked_at.insert(position, looked.text.hash);
        if !looked.text.turns().is_empty() {
            self.turns.insert(position, Arc::clone(looked.text.turns()));
        }
        self.found.resize(count, None);
        let (folded, written) = (looked.text.haystack.folded(), &looked.text.written);
        for (known, found) in self.found.iter_mut().zip(found) {
            if let Ok(found) = found
                && known.as_ref().is_none_or(|known| known.source > position)
            {
                let place = |part| {
                    let place = folded.written(written, part);
                    (number(place.start), number(place.end))
                };
                *known = Some(Proven { source: position, passages: found.into_iter().map(place).collect() });
            }
        }
    }

    /// Whether some quotation is in no source.
    fn is_open(&self) -> bool {
        self.found.iter().any(Option::is_none)
    }

    /// Adds how one source deviates from the quotations that none has.
    fn add_misses(&mut self, looked: &SourceComparison<'_>, quotations: &[Quotation], pieces: &[Pieces<'_>]) {
        let found = looked.find(pieces);
        self.add_missing(looked, quotations, pieces, &found);
    }

    fn add_missing(
        &mut self,
        looked: &SourceComparison<'_>,
        quotations: &[Quotation],
        pieces: &[Pieces<'_>],
        found: &[Result<Vec<std::ops::Range<usize>>, NotFound>],
    ) {
        let kept = &looked.statement.kept[looked.kept];
        for (index, ((quotation, pieces), found)) in quotations.iter().zip(pieces).zip(found).enumerate() {
            let Err(left) = found else { continue };
            if self.found.get(index).is_some_and(Option::is_some) {
                continue;
            }
            let (words, finding) = looked.statement.mismatch(index, quotation, pieces, kept, looked.text, *left);
            let nearness = (words, if words.is_some() { kept.position } else { usize::MAX - kept.position });
            if self.misses.get(&index).is_none_or(|(known, _)| *known < nearness) {
                self.misses.insert(index, (nearness, finding));
            }
        }
    }

    fn outcome(self) -> Outcome {
        // A quotation without words proves nothing; another rule reports it.
        let has_words = self.found.iter().flatten().all(|proven| !proven.passages.is_empty());
        let is_proven = !self.is_unread && !self.is_open() && has_words;
        let misses = self.misses.into_values().map(|(_, finding)| finding);
        let findings: Vec<Diagnostic> =
            self.refused.into_iter().chain(self.hashes.into_values()).chain(misses).collect();
        let proof = (is_proven && findings.is_empty()).then(|| {
            let quotations: Box<[Proven]> = self.found.into_iter().flatten().collect();
            let is_used = |source: &u32| quotations.iter().any(|one| one.source == *source);
            let (sources, hashes) =
                self.looked_at.into_iter().filter(|(source, _)| is_used(source)).unzip::<_, _, Vec<u32>, Vec<u64>>();
            let turns = turns_of(&quotations, |source| self.turns.get(&source).map_or(&[], |turns| turns));
            Proof { sources: sources.into(), hashes: hashes.into(), quotations, turns }
        });
        Outcome { proof, findings }
    }
}
