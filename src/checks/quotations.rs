//! Quotations proven: the words of each block quotation occur in the kept text of a source.
//!
//! White space, quotation marks, apostrophes and dashes may be written otherwise; `…` and `[…]` leave something out,
//! `[word]` inserts something. Nothing else may differ.

mod haystack;
mod miss;
#[cfg(test)]
mod naive;
mod passage;
mod suffixes;
mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use crate::chronicle::{Chronicle, StatementId};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::document::Step;
use crate::entry::locate;
use crate::entry::quotation::{Quotation, quotations};
use crate::entry::shape::TextOr;
use crate::entry::statement::Source;
use crate::input::{InputId, Inputs, LARGEST_SOURCE_TEXT, Span};
use miss::Miss;
use passage::{Left, Patience, Pieces};
pub use texts::{SourceText, SourceTexts};

/// Against which of its sources the quotations of each statement are proven.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proofs {
    sources: BTreeMap<StatementId, Box<[u32]>>,
    /// The same by what was compared, for the next run.
    pub compared: Compared,
}

/// Comparisons that were made and found nothing wrong: a number for the texts compared, with the positions of the
/// sources, if they were compared with sources.
pub type Compared = BTreeMap<u64, Box<[u32]>>;

impl Proofs {
    /// The positions of the sources that have the quotations of a statement; none where it has no quotations, or no
    /// source with a kept text.
    pub fn sources(&self, id: StatementId) -> &[u32] {
        self.sources.get(&id).map_or(&[], |sources| sources)
    }
}

/// Checks every statement that has quotations and a source with a kept text. `known` are comparisons of the run before.
pub fn check(chronicle: &Chronicle, inputs: &Inputs, known: &Compared) -> Checked<Proofs> {
    let ids: Vec<StatementId> = chronicle.statements().collect();
    let texts = SourceTexts::default();
    let one = |id| Some((id, Statement::of(chronicle, inputs, &texts, id)?.check(known)));
    let checked: Vec<(StatementId, One)> = ids.into_par_iter().filter_map(one).collect();
    let (mut proofs, mut findings) = (Proofs::default(), Vec::new());
    for (id, one) in checked {
        if let Some(sources) = one.proof {
            if let Some(key) = one.key {
                proofs.compared.insert(key, sources.clone());
            }
            if !sources.is_empty() {
                proofs.sources.insert(id, sources);
            }
        }
        findings.extend(one.findings);
    }
    Checked { value: proofs, findings }
}

/// What became of a statement.
struct One {
    /// A number for all that was compared; none where it cannot be known again.
    key: Option<u64>,
    /// The sources that have the quotations, if all are proven.
    proof: Option<Box<[u32]>>,
    findings: Vec<Diagnostic>,
}

/// A statement with kept sources.
struct Statement<'a> {
    chronicle: &'a Chronicle,
    inputs: &'a Inputs,
    texts: &'a SourceTexts,
    id: StatementId,
    /// Sources with a kept text: position, what is said of it, and the file.
    kept: Vec<(usize, &'a Source, InputId)>,
}

impl<'a> Statement<'a> {
    fn of(
        chronicle: &'a Chronicle,
        inputs: &'a Inputs,
        texts: &'a SourceTexts,
        id: StatementId,
    ) -> Option<Statement<'a>> {
        let sources = chronicle[id].entry.fields.sources.as_slice();
        let kept: Vec<_> = sources
            .iter()
            .enumerate()
            .filter_map(|(position, source)| match source {
                TextOr::Map(source) => {
                    Some((position, source, inputs.find(&format!("content/{}", source.text.as_ref()?))?))
                }
                TextOr::Text(_) => None,
            })
            .collect();
        (!kept.is_empty()).then_some(Statement { chronicle, inputs, texts, id, kept })
    }

    fn check(&self, known: &Compared) -> One {
        let key = self.key();
        if let Some(sources) = key.and_then(|key| known.get(&key)) {
            return One { key, proof: Some(sources.clone()), findings: Vec::new() };
        }
        if self.size() > LARGEST_SOURCE_TEXT {
            return One { key: None, proof: None, findings: vec![self.too_much()] };
        }
        let has_hash = self.kept.iter().any(|(_, source, _)| source.sha256.is_some());
        if !has_hash && self.chronicle[self.id].entry.body.quotations.is_empty() {
            return One { key: None, proof: None, findings: Vec::new() };
        }
        // A file that cannot be read now is reported by whoever needs its bytes.
        let mut read: BTreeMap<InputId, Option<Arc<SourceText>>> = BTreeMap::new();
        let mut text = |input: InputId| {
            read.entry(input).or_insert_with(|| self.texts.get(self.inputs, input).ok()).as_ref().map(Arc::clone)
        };
        let text = |(position, _, input): &(usize, &Source, InputId)| {
            Some(Text { position: *position, input: *input, text: text(*input)? })
        };
        let texts: Vec<Text> = self.kept.iter().filter_map(text).collect();
        let mut findings = self.hashes(&texts);
        let found = self.quotations(&texts, &mut findings);
        let proof = found.filter(|_| findings.is_empty());
        One { key, proof, findings }
    }

    /// Bytes of the texts of all sources.
    fn size(&self) -> u64 {
        let inputs: BTreeSet<InputId> = self.kept.iter().map(|(.., input)| *input).collect();
        inputs.into_iter().filter_map(|input| self.inputs.get(input).stamp()).map(|stamp| stamp.size).sum()
    }

    /// Each statement may have to read its sources anew.
    fn too_much(&self) -> Diagnostic {
        let entry = self.chronicle[self.id].entry.input;
        let span = locate(self.inputs, entry, &[Step::Key("sources")]);
        let message = format!("the texts of these sources have more than {} MB together", LARGEST_SOURCE_TEXT >> 20);
        Diagnostic::error(Code::OversizedEntry, span, message)
            .help(Some("keep only the part of each text that the statement is from".to_owned()))
    }

    /// A number for all that is compared; none where a stamp is missing.
    fn key(&self) -> Option<u64> {
        let mut hash = Xxh3::new();
        (self.chronicle[self.id].entry.hash, &self.chronicle[self.id].attributed).hash(&mut hash);
        for (position, _, input) in &self.kept {
            let stamp = self.inputs.get(*input).stamp()?;
            (position, self.inputs.get(*input).path(), stamp).hash(&mut hash);
        }
        Some(hash.finish())
    }

    fn hashes(&self, texts: &[Text]) -> Vec<Diagnostic> {
        let given =
            self.kept.iter().filter_map(|(position, source, input)| Some((position, source.sha256.as_ref()?, input)));
        given
            .filter_map(|(position, wanted, input)| {
                let found = texts.iter().find(|text| text.position == *position)?.text.digest();
                let path = [Step::Key("sources"), Step::Item(*position), Step::Key("sha256")];
                (found != wanted.as_str()).then(|| {
                    let kept = self.inputs.get(*input).path();
                    self.finding(Code::SourceHashMismatch, &path, format!("`{kept}` has another hash"))
                        .help(Some(format!("restore the file; or, if the new text is right, write `sha256: {found}`")))
                })
            })
            .collect()
    }

    fn finding(&self, code: Code, path: &[Step<'_>], message: String) -> Diagnostic {
        Diagnostic::lint(code, locate(self.inputs, self.chronicle[self.id].entry.input, path), message)
    }

    /// The positions of the sources that have all quotations; otherwise the findings say where they differ.
    fn quotations(&self, texts: &[Text], findings: &mut Vec<Diagnostic>) -> Option<Box<[u32]>> {
        let entry = &self.chronicle[self.id].entry;
        // A file that is named twice has nothing else the second time.
        let mut seen = BTreeSet::new();
        let is_new = |text: &&Text| self.is_in_language(text.position) && seen.insert(text.input);
        let sources: Vec<&Text> = texts.iter().filter(is_new).collect();
        if entry.body.quotations.is_empty() || sources.is_empty() {
            return Some(Box::default());
        }
        let bytes = self.inputs.bytes(entry.input).ok()?;
        let body = entry.body.range();
        let text = std::str::from_utf8(bytes.get(body.clone())?).ok()?;
        let (mut found, mut patience, mut is_compared) = (BTreeSet::new(), Patience::new(), true);
        for (index, quotation) in quotations(text, &self.chronicle[self.id].attributed).iter().enumerate() {
            let pieces = Pieces::of(&quotation.text);
            // What has no words is not proven by their being nowhere missing; that it has none is another rule's.
            is_compared &= !pieces.0.is_empty();
            let mut left = Vec::new();
            let source = sources.iter().find(|source| {
                let found = pieces.find_in(&source.text.haystack, &mut patience);
                found.map_err(|place| left.push(place)).is_ok()
            });
            match source {
                Some(source) => {
                    found.insert(u32::try_from(source.position).unwrap_or(u32::MAX));
                }
                None => {
                    let left: Vec<(&Text, Left)> = sources.iter().copied().zip(left).collect();
                    findings.extend(self.mismatch(index, (quotation, &pieces), body.start, &left));
                }
            }
        }
        is_compared.then(|| found.into_iter().collect())
    }

    /// Whether a source can have the words: one in another language than the statement cannot.
    fn is_in_language(&self, position: usize) -> bool {
        let fields = &self.chronicle[self.id].entry.fields;
        let source = self.kept.iter().find(|(other, ..)| *other == position).and_then(|kept| kept.1.language.as_ref());
        let both = fields.language.as_ref().zip(source);
        both.is_none_or(|(own, source)| own.primary() == source.primary())
    }

    /// What is wrong with a quotation that was left by each source in a place.
    fn mismatch(
        &self,
        index: usize,
        (quotation, pieces): (&Quotation, &Pieces<'_>),
        start: usize,
        left: &[(&Text, Left)],
    ) -> Option<Diagnostic> {
        let misses = left.iter().filter_map(|(source, left)| match left {
            Left::At(piece, from) => Some((source, pieces.miss(&source.text.haystack, *piece, *from))),
            Left::Repeats => None,
        });
        let Some((source, Miss { piece, nearest, .. })) = misses.max_by_key(|(_, miss)| miss.words) else {
            return Some(self.repeats(index, quotation, start, left.first()?.0));
        };
        let statement = &self.chronicle[self.id];
        let from = quotation.place(piece.start) + start;
        let quoted = &quotation.text[piece.clone()];
        let last = quoted.chars().next_back().map_or(1, char::len_utf8);
        let end = quotation.place(piece.end - last) + last + start;
        let span = Span::new(statement.entry.input, from..end.max(from + 1));
        let path = self.inputs.get(source.input).path();
        let number = statement.anchors.get(index).copied().unwrap_or_default();
        let message = format!("quotation `#q{number}` is not in `{path}`: it has `{}`", short(quoted));
        let finding = Diagnostic::lint(Code::QuotationNotInSource, span, message);
        let finding = match nearest {
            Some(near) => {
                let written = &source.text.written;
                let place = source.text.haystack.folded().written(written, near);
                let label = format!("here the source has `{}`", short(&written[place.clone()]));
                finding.label(Span::new(source.input, place), label)
            }
            None => finding,
        };
        let help = "quote word for word; mark what is left out with `…`, what is put in with `[…]`";
        Some(finding.help(Some(help.to_owned())))
    }

    /// A quotation that cannot be compared with a source in the time that there is.
    fn repeats(&self, index: usize, quotation: &Quotation, start: usize, source: &Text) -> Diagnostic {
        let statement = &self.chronicle[self.id];
        let span = Span::new(statement.entry.input, quotation.range.start + start..quotation.range.end + start);
        let path = self.inputs.get(source.input).path();
        let number = statement.anchors.get(index).copied().unwrap_or_default();
        let message = format!("quotation `#q{number}` may begin in too many places of `{path}`");
        let help = "part it into several quotations, or leave out with `…` what is said again and again";
        Diagnostic::lint(Code::QuotationNotInSource, span, message).help(Some(help.to_owned()))
    }
}

/// A source with a kept text.
struct Text {
    position: usize,
    input: InputId,
    text: Arc<SourceText>,
}

/// The first words of a text, for a message.
fn short(text: &str) -> String {
    /// Longer than any eight words.
    const MOST: usize = 800;
    let words: Vec<&str> = text[..text.floor_char_boundary(MOST)].split_whitespace().take(8).collect();
    words.join(" ")
}

#[cfg(test)]
mod numbers {
    /// Numbers that look random and are the same in every run (xorshift).
    pub(super) struct Numbers(pub(super) u64);

    impl Numbers {
        pub(super) fn below(&mut self, end: usize) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            usize::try_from(self.0 % end.max(1) as u64).unwrap_or_default()
        }
    }
}
