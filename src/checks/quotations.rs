//! Proof of quotations: the words of each block quotation must occur in the stored text of a source.
//!
//! White space, quotation marks, apostrophes and dashes may differ; `…` and `[…]` are omissions, `[word]` is an
//! insertion. Nothing else may differ.

mod by_source;
mod haystack;
mod miss;
#[cfg(test)]
mod naive;
mod passage;
mod statement;
mod suffixes;
mod texts;
mod turns;

use std::collections::BTreeMap;
use std::sync::Arc;

use bitcode::{Decode, Encode};
use rayon::prelude::*;

use crate::chronicle::{Chronicle, StatementId};
use crate::diagnostic::Checked;
use crate::input::Inputs;
use by_source::Outcome;
use statement::{Preparation, QuotingStatement};
use texts::SourceText;
use turns::{SourceTurns, turns_of_others};

/// Against which of its sources the quotations of each statement are proven.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proofs {
    proven: BTreeMap<StatementId, Arc<Proof>>,
    /// The positions of quotations that their source has in the turns of others.
    in_turns_of_others: BTreeMap<StatementId, Box<[u32]>>,
    /// The comparisons by key, for the next run.
    pub(crate) compared: Compared,
}

/// The proof of the quotations of one statement; empty where it has no quotations, or no source with a stored text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Decode, Encode)]
pub(crate) struct Proof {
    /// The positions of the sources that have them, in order.
    pub(crate) sources: Box<[u32]>,
    /// The hashes (XXH3) of the bytes of these sources.
    pub(crate) hashes: Box<[u64]>,
    /// Where each quotation stands, in order.
    pub(crate) quotations: Box<[Proven]>,
    /// Whose turns they stand in, where a source is a transcript.
    pub(crate) turns: Option<SourceTurns>,
}

/// Where the words of a quotation stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Decode, Encode)]
pub(crate) struct Proven {
    /// The position of the source.
    pub(crate) source: u32,
    /// One range per part between omissions and insertions, in bytes of the source's text (with `\u{fffd}` for invalid
    /// UTF-8).
    pub(crate) passages: Box<[(u32, u32)]>,
}

/// Cache of comparisons without findings: the fingerprint of the texts, with the proof where they were compared with
/// sources.
pub(crate) type Compared = BTreeMap<u64, Arc<Proof>>;

impl Proofs {
    /// The proof of a statement's quotations; none where they are not proven, or it has none.
    pub(crate) fn of(&self, id: StatementId) -> Option<&Proof> {
        self.proven.get(&id).map(|proof| &**proof)
    }

    /// The positions of the quotations of a statement that its source has in the turns of others.
    pub(crate) fn in_turns_of_others(&self, id: StatementId) -> &[u32] {
        self.in_turns_of_others.get(&id).map_or(&[], |positions| positions)
    }

    /// The positions of the sources that have the quotations of a statement; none where it has no quotations, or no
    /// source with a kept text.
    pub(crate) fn sources(&self, id: StatementId) -> &[u32] {
        self.of(id).map_or(&[], |proof| &proof.sources)
    }
}

/// Checks every statement that has quotations and a source with a stored text. `known` is the cache of the previous
/// run.
pub(crate) fn check(chronicle: &Chronicle, inputs: &Inputs, known: &Compared) -> Checked<Proofs> {
    let read = |input| inputs.bytes(input).ok().map(SourceText::of);
    check_reading(chronicle, inputs, known, &read)
}

/// The same with a given reader of source texts; each text is read once for all statements that name it.
fn check_reading(
    chronicle: &Chronicle,
    inputs: &Inputs,
    known: &Compared,
    read: &by_source::ReadSource<'_>,
) -> Checked<Proofs> {
    let ids: Vec<StatementId> = chronicle.statements().collect();
    let begin = |id| QuotingStatement::of(chronicle, inputs, id).map(|statement| statement.begin(known));
    let begun: Vec<Preparation<'_>> = ids.into_par_iter().filter_map(begin).collect();
    let (mut proofs, mut findings, mut open) = (Proofs::default(), Vec::new(), Vec::new());
    for one in begun {
        match one {
            Preparation::Cached(id, key, proof) => proofs.add(id, Some(key), proof),
            Preparation::Wrong(finding) => findings.push(*finding),
            Preparation::Open(statement) => open.push(statement),
            Preparation::Nothing => {}
        }
    }
    let outcomes = by_source::compare(inputs, &open, read);
    for (statement, Outcome { proof, findings: found }) in open.iter().zip(outcomes) {
        if let Some(proof) = proof {
            proofs.add(statement.id, statement.key, Arc::new(proof));
        }
        findings.extend(found);
    }
    // Quotations swallowed by code were not compared, so the statement is not proven; and words of others prove nothing.
    let others = &mut proofs.in_turns_of_others;
    proofs.proven.retain(|id, proof| {
        let (positions, found): (Vec<u32>, Vec<_>) = turns_of_others(chronicle, inputs, *id, proof).into_iter().unzip();
        findings.extend(found);
        let is_own = positions.is_empty();
        if !is_own {
            others.insert(*id, positions.into());
        }
        is_own && !chronicle[*id].entry.body.has_swallowed
    });
    Checked { value: proofs, findings }
}

fn number(at: usize) -> u32 {
    // Files are bounded far below this.
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl Proofs {
    fn add(&mut self, id: StatementId, key: Option<u64>, proof: Arc<Proof>) {
        if !proof.sources.is_empty() {
            self.proven.insert(id, Arc::clone(&proof));
        }
        if let Some(key) = key {
            self.compared.insert(key, proof);
        }
    }
}

#[cfg(test)]
pub(super) mod numbers {
    /// Numbers that look random and are the same in every run (xorshift).
    pub(in crate::checks) struct Numbers(pub(in crate::checks) u64);

    impl Numbers {
        pub(in crate::checks) fn below(&mut self, end: usize) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            usize::try_from(self.0 % end.max(1) as u64).unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::Path;
    use std::sync::Mutex;

    use super::numbers::Numbers;
    use super::texts::SourceText;
    use super::{Compared, check_reading};
    use crate::chronicle::{Drafts, resolve};
    use crate::entry;
    use crate::input::Inputs;
    use crate::lock::Lock;

    /// A statement with a quotation of each of some sources.
    fn statement(sources: &[usize], more: &str) -> String {
        let named: String = sources.iter().map(|at| format!("{{publisher: P, text: sources/{at}.txt}}, ")).collect();
        let quoted: String = sources.iter().map(|at| format!("> agree on point {at} of\n\nAnd:\n\n")).collect();
        let front = "title: T\ndate: 2006-02-02\nspeakers: [ann-lee]\ntopics: [trade]\nfidelity: verbatim";
        format!("---\n{front}\nsources: [{named}]\n---\n{quoted}{more}")
    }

    /// However many statements name a text, in whichever order, it is read once, and once more where something is missing
    /// in a statement that names several.
    #[test]
    fn a_text_is_read_once_for_all_statements() {
        let mut inputs = Inputs::read(Path::new("tests/golden/chains/site")).expect("a site");
        for at in 0..8 {
            let text = format!("We agree on point {at} of all. ").repeat(9);
            inputs = inputs.with(&format!("content/sources/{at}.txt"), text.into_bytes());
        }
        let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
        for number in 0..40 {
            let mut named: Vec<usize> = (0..8).collect();
            named.sort_by_cached_key(|_| numbers.below(1000));
            named.truncate(1 + number % 5);
            let missing = if number % 10 == 4 { "> agree on nothing\n" } else { "" };
            let path = format!("content/statements/2006/own-{number}.md");
            inputs = inputs.with(&path, statement(&named, missing).into_bytes());
        }
        let is_own = |path: &str| path.contains("/own-") || !path.starts_with("content/statements/");
        let files = inputs.under("content/").filter(|(_, file)| is_own(file.path()));
        let entries = files.map(|(input, _)| entry::parse(&inputs, input).expect("a file").value).collect();
        let chronicle = resolve(entries, &Lock::default(), &inputs, Drafts::Leave).value;
        let reads = Mutex::new(BTreeMap::new());
        let read = |input| {
            *reads.lock().expect("nobody panics").entry(inputs.get(input).path().to_owned()).or_insert(0) += 1;
            inputs.bytes(input).ok().map(SourceText::of)
        };
        let checked = check_reading(&chronicle, &inputs, &Compared::default(), &read);
        assert_eq!(checked.findings.len(), 4, "{:?}", checked.findings);
        let proven = chronicle.statements().filter_map(|id| checked.value.of(id));
        let found: usize = proven.map(|proof| proof.quotations.len()).sum();
        assert_eq!(found, 8 * (1 + 2 + 3 + 4) + 4 * 5);
        let reads = reads.into_inner().expect("nobody panics");
        assert!(reads.len() == 8 && reads.values().all(|count| *count <= 2), "{reads:?}");
    }
}
