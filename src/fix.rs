//! Fixes: applies the edits that findings carry (`chronicle check --fix`).
//!
//! All edits are applied in memory first, and the pipeline runs on the result. A fix is accepted only if its finding is
//! gone, no new finding appears, and every statement still says the same: the same words of the same people on the same
//! date. A fix may reveal findings that were hidden by the one it fixes; a file that is still not a valid record then,
//! for another reason, is left unchanged. Rounds are repeated until nothing is left to fix.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic};
use crate::input::{InputId, Inputs};
use crate::pipeline::{Judgement, Progress, Request, RunError, judge};
use edits::{Texts, applicable, disjoint};
use verdict::{Trial, verdict};

mod diff;
mod edits;
mod meaning;
mod verdict;

/// More rounds are not made.
const ROUNDS: usize = 20;

/// The budget of pipeline runs.
const TRIES: usize = 200;

/// A file with fixes applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FixedFile {
    /// The path below the site's root.
    pub(crate) path: String,
    /// What the file says.
    pub(crate) before: Vec<u8>,
    /// What it is to say.
    pub(crate) after: Vec<u8>,
}

/// The accepted fixes.
#[derive(Debug, Default)]
pub(crate) struct Fixes {
    /// The files, in the order of their paths.
    pub(crate) changes: Vec<FixedFile>,
    /// How many findings are fixed.
    pub(crate) findings: usize,
}

/// Computes the fixes for findings that `wanted` accepts; writes nothing.
///
/// # Errors
/// [`RunError`] where the pipeline cannot run.
pub(crate) fn fixes(
    inputs: Inputs,
    request: &Request<'_>,
    wanted: &dyn Fn(&Diagnostic, &Inputs) -> bool,
    progress: &dyn Progress,
) -> Result<Fixes, RunError> {
    let mut workshop = FixRun { inputs, originals: Texts::new(), request, wanted, progress, tries: TRIES };
    let mut strict = BTreeSet::new();
    loop {
        let (now, findings, first, last) = workshop.rounds(&strict)?;
        let worse = last.map(|last| verdict::unreadable(&first, &last, now.keys().copied().collect()));
        let Some(worse) = worse.filter(|worse| !worse.is_empty()) else { return Ok(workshop.outcome(&now, findings)) };
        strict.extend(worse);
    }
}

/// Whether a finding has a fix that may be applied: in a file that people write, and that is not a link.
fn is_candidate(finding: &Diagnostic, inputs: &Inputs, wanted: &dyn Fn(&Diagnostic, &Inputs) -> bool) -> bool {
    let file = inputs.get(finding.span.input);
    let path = file.path();
    let is_own = path.starts_with("content/") && path.ends_with(".md") && !path.starts_with("content/sources/")
        || path == "site.toml"
        || (path.starts_with("wording/") || path.starts_with("themes/")) && path.ends_with(".toml");
    !finding.fix.is_empty() && is_own && file.is_regular() && wanted(finding, inputs)
}

/// The site while fixes are tried.
struct FixRun<'a> {
    inputs: Inputs,
    /// The original bytes of files with fixes.
    originals: Texts,
    request: &'a Request<'a>,
    wanted: &'a dyn Fn(&Diagnostic, &Inputs) -> bool,
    progress: &'a dyn Progress,
    tries: usize,
}

/// The result of all rounds: the texts, the number of fixed findings, and the judgement before and, where anything was
/// fixed, after.
type Rounds = (Texts, usize, Judgement, Option<Judgement>);

impl FixRun<'_> {
    /// Runs rounds from the originals. In `strict` files, a fix that reveals new findings is not accepted.
    fn rounds(&mut self, strict: &BTreeSet<InputId>) -> Result<Rounds, RunError> {
        let (mut now, mut count) = (self.originals.clone(), 0);
        let first = self.judged(&now)?;
        let mut last = None;
        for _ in 0..ROUNDS {
            let base = last.as_ref().unwrap_or(&first);
            let wanted: Vec<&Diagnostic> =
                base.findings.iter().filter(|finding| is_candidate(finding, &self.inputs, self.wanted)).collect();
            let files: BTreeSet<InputId> = wanted.iter().map(|finding| finding.span.input).collect();
            if self.take(files, &mut now)? {
                last = Some(self.judged(&now)?);
                continue;
            }
            let fixes = disjoint(applicable(wanted.into_iter(), &now));
            let mut round = Round { base, now: &now, strict, accepted: Vec::new(), outcome: None };
            self.solve(&mut round, fixes)?;
            let Some((texts, judgement)) = round.outcome else { break };
            count += round.accepted.len();
            (now, last) = (texts, Some(judgement));
        }
        Ok((now, count, first, last))
    }

    /// Reads further files into memory. From then on every stage sees these bytes, whatever is written to the files
    /// meanwhile.
    fn take(&mut self, files: BTreeSet<InputId>, now: &mut Texts) -> Result<bool, RunError> {
        let more: Vec<InputId> = files.into_iter().filter(|input| !self.originals.contains_key(input)).collect();
        for input in &more {
            let bytes = self.inputs.bytes(*input)?.into_owned();
            now.insert(*input, bytes.clone());
            self.originals.insert(*input, bytes);
        }
        Ok(!more.is_empty())
    }

    /// Accepts as many fixes as possible: all fixes of files without problems, then bisects the fixes of the others,
    /// all files in parallel, so that bad fixes in many files cost no more runs than in one.
    fn solve<'f>(&mut self, round: &mut Round<'_, 'f>, fixes: Vec<&'f Diagnostic>) -> Result<(), RunError> {
        let (mut fixes, mut refused) = (fixes, Vec::new());
        while !fixes.is_empty() && self.tries > 0 {
            let Some(wrong) = self.attempt(round, &fixes)? else { break };
            let (bad, good): (Vec<_>, Vec<_>) = fixes.iter().partition(|fix| wrong.contains(&fix.span.input));
            if bad.is_empty() {
                // No file could be blamed: bisect over all fixes.
                let half = fixes.split_off(fixes.len() / 2);
                if !fixes.is_empty() {
                    self.solve(round, fixes)?;
                    self.solve(round, half)?;
                }
                break;
            }
            refused.extend(bad);
            fixes = good;
        }
        let (first, second) = halves(refused);
        if first.is_empty() {
            return Ok(());
        }
        self.solve(round, first)?;
        self.solve(round, second)
    }

    /// Tries fixes together with the accepted ones, and accepts them or returns the files with problems.
    fn attempt<'f>(
        &mut self,
        round: &mut Round<'_, 'f>,
        fixes: &[&'f Diagnostic],
    ) -> Result<Option<BTreeSet<InputId>>, RunError> {
        self.tries -= 1;
        let all: Vec<&Diagnostic> = round.accepted.iter().chain(fixes).copied().collect();
        let texts = edits::apply(&all, round.now);
        let judgement = self.judged(&texts)?;
        let wrong = verdict(&Trial {
            before: round.base,
            after: &judgement,
            fixes: &all,
            texts: (round.now, &texts),
            strict: round.strict,
            config: self.inputs.config(),
        });
        if wrong.is_none() {
            (round.accepted, round.outcome) = (all, Some((texts, judgement)));
        }
        Ok(wrong)
    }

    /// Runs the pipeline on these texts.
    fn judged(&mut self, texts: &Texts) -> Result<Judgement, RunError> {
        for (input, bytes) in texts {
            self.inputs.propose(*input, bytes.clone());
        }
        judge(&self.inputs, self.request, self.progress)
    }

    fn outcome(&self, now: &Texts, findings: usize) -> Fixes {
        let changed = now.iter().filter(|(input, after)| self.originals[*input] != **after);
        let change = |(input, after): (&InputId, &Vec<u8>)| FixedFile {
            path: self.inputs.get(*input).path().to_owned(),
            before: self.originals[input].clone(),
            after: after.clone(),
        };
        let changes: Vec<FixedFile> = changed.map(change).collect();
        let findings = if changes.is_empty() { 0 } else { findings };
        Fixes { changes, findings }
    }
}

/// Splits the fixes of each file in two; a single fix is refused.
fn halves(fixes: Vec<&Diagnostic>) -> (Vec<&Diagnostic>, Vec<&Diagnostic>) {
    let mut of_file: BTreeMap<InputId, Vec<&Diagnostic>> = BTreeMap::new();
    fixes.into_iter().for_each(|fix| of_file.entry(fix.span.input).or_default().push(fix));
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for mut fixes in of_file.into_values().filter(|fixes| fixes.len() > 1) {
        second.extend(fixes.split_off(fixes.len() / 2));
        first.extend(fixes);
    }
    (first, second)
}

/// A round: fixes of one judgement, with spans of the same texts.
struct Round<'r, 'f> {
    base: &'f Judgement,
    now: &'r BTreeMap<InputId, Vec<u8>>,
    strict: &'r BTreeSet<InputId>,
    accepted: Vec<&'f Diagnostic>,
    /// The texts with the accepted fixes, and the judgement on them.
    outcome: Option<(Texts, Judgement)>,
}

/// The stage at which findings of a code appear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Depth {
    /// Parsing a single file; such a finding makes it invalid.
    File,
    /// What was published.
    Record,
    /// The whole site, once nothing else is wrong.
    Site,
    /// Relations between files.
    Meaning,
}

/// The stage of a code.
fn depth(code: Code) -> Depth {
    use Code::*;
    match code {
        BadToml | BadYaml | MissingFrontMatter | UnclosedFrontMatter | InvalidUtf8 | OversizedEntry | DuplicateKey
        | UnknownKey | MissingKey | WrongType | BadValue | BadDate | BadLanguage | UnknownCountry => Depth::File,
        BadLock | VanishedRecord | ChangedRecord | ChangedQuotation | RemovedQuotation => Depth::Record,
        OrphanTopic | TopicUsedOnce | DeepTopic | DuplicateStatement | UnusedSourceText | StaleLock => Depth::Site,
        _ => Depth::Meaning,
    }
}
