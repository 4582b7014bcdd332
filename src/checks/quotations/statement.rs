//! A statement with its sources, and the findings about its quotations.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use xxhash_rust::xxh3::Xxh3;

use super::miss::Miss;
use super::passage::{NotFound, Pieces};
use super::texts::SourceText;
use super::{Compared, Proof};
use crate::chronicle::{Chronicle, StatementId};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Step;
use crate::entry::locate;
use crate::entry::quotation::{Quotation, quotations};
use crate::entry::shape::TextOr;
use crate::entry::statement::Source;
use crate::input::{InputId, Inputs, LARGEST_SOURCE_TEXT, Span};

/// The most pieces that the quotations of a text may have together.
const PARTS: usize = 20_000;

/// A statement with its stored sources.
pub(super) struct QuotingStatement<'a> {
    chronicle: &'a Chronicle,
    inputs: &'a Inputs,
    pub(super) id: StatementId,
    /// The cache key of the comparison; none where a stamp is missing.
    pub(super) key: Option<u64>,
    /// Sources with a stored text.
    pub(super) kept: Vec<KeptSource<'a>>,
}

/// A source with a stored text.
pub(super) struct KeptSource<'a> {
    /// The position among the sources.
    pub(super) position: usize,
    /// Its entry in the front matter.
    pub(super) source: &'a Source,
    pub(super) input: InputId,
    /// Whether the quotations are searched in it.
    pub(super) is_looked_at: bool,
}

/// The state of a statement before its sources are read.
pub(super) enum Preparation<'a> {
    /// Cached by the previous run.
    Cached(StatementId, u64, Arc<Proof>),
    /// Nothing can be compared.
    Wrong(Box<Diagnostic>),
    /// Nothing has to be compared.
    Nothing,
    Open(QuotingStatement<'a>),
}

impl<'a> QuotingStatement<'a> {
    pub(super) fn of(chronicle: &'a Chronicle, inputs: &'a Inputs, id: StatementId) -> Option<QuotingStatement<'a>> {
        let fields = &chronicle[id].entry.fields;
        let has_quotations = !chronicle[id].entry.body.quotations.is_empty();
        let mut seen = BTreeSet::new();
        let kept = fields.sources.as_slice().iter().enumerate().filter_map(|(position, source)| {
            let TextOr::Map(source) = source else { return None };
            let input = inputs.find(&format!("content/{}", source.text.as_ref()?))?;
            // Skips sources in another language than the statement, and repeated files.
            let languages = fields.language.as_ref().zip(source.language.as_ref());
            let is_in_language = languages.is_none_or(|(own, source)| own.primary() == source.primary());
            let is_looked_at = has_quotations && is_in_language && seen.insert(input);
            Some(KeptSource { position, source, input, is_looked_at })
        });
        let kept: Vec<KeptSource<'_>> = kept.collect();
        let mut statement =
            (!kept.is_empty()).then_some(QuotingStatement { chronicle, inputs, id, key: None, kept })?;
        statement.key = statement.key();
        Some(statement)
    }

    pub(super) fn begin(self, known: &Compared) -> Preparation<'a> {
        if let Some((key, proof)) = self.key.and_then(|key| Some((key, known.get(&key)?))) {
            return Preparation::Cached(self.id, key, Arc::clone(proof));
        }
        if self.size() > LARGEST_SOURCE_TEXT {
            return Preparation::Wrong(Box::new(self.too_much()));
        }
        let has_hash = self.kept.iter().any(|kept| kept.source.sha256.is_some());
        if !has_hash && self.chronicle[self.id].entry.body.quotations.is_empty() {
            return Preparation::Nothing;
        }
        Preparation::Open(self)
    }

    /// How many sources are searched.
    pub(super) fn looked_at(&self) -> usize {
        self.kept.iter().filter(|kept| kept.is_looked_at).count()
    }

    /// Bytes of its text.
    pub(super) fn length(&self) -> usize {
        self.chronicle[self.id].entry.body.range().len()
    }

    /// Its quotations, read now.
    pub(super) fn quotations(&self) -> Option<Vec<Quotation>> {
        let statement = &self.chronicle[self.id];
        let bytes = self.inputs.bytes(statement.entry.input).ok()?;
        let text = std::str::from_utf8(bytes.get(statement.entry.body.range())?).ok()?;
        Some(quotations(text, &statement.attributed))
    }

    /// Bytes of the texts of all sources.
    fn size(&self) -> u64 {
        let inputs: BTreeSet<InputId> = self.kept.iter().map(|kept| self.inputs.target(kept.input)).collect();
        inputs.into_iter().filter_map(|input| self.inputs.get(input).stamp()).map(|stamp| stamp.size).sum()
    }

    /// Refuses a statement with too much source text: all of it is compared again whenever one source changes.
    fn too_much(&self) -> Diagnostic {
        let entry = self.chronicle[self.id].entry.input;
        let span = locate(self.inputs, entry, &[Step::Key("sources")]);
        let message = format!("the texts of these sources have more than {} MB together", LARGEST_SOURCE_TEXT >> 20);
        Diagnostic::error(Code::OversizedEntry, span, message)
            .help(Some("keep only the part of each text that the statement is from".to_owned()))
    }

    /// The cache key of the comparison; none where a stamp is missing.
    fn key(&self) -> Option<u64> {
        let mut hash = Xxh3::new();
        (self.chronicle[self.id].entry.hash, &self.chronicle[self.id].attributed).hash(&mut hash);
        for kept in &self.kept {
            let stamp = self.inputs.get(kept.input).stamp()?;
            (&kept.position, self.inputs.get(kept.input).path(), stamp).hash(&mut hash);
        }
        Some(hash.finish())
    }

    /// Refuses quotations with too many pieces: each is searched, and listed in the statement's JSON.
    pub(super) fn too_many_parts(&self, quotations: &[Quotation], pieces: &[Pieces<'_>]) -> Option<Diagnostic> {
        let mut parts = 0;
        let (quotation, _) = quotations.iter().zip(pieces).find(|(_, pieces)| {
            parts += pieces.0.len();
            parts > PARTS
        })?;
        let statement = &self.chronicle[self.id].entry;
        let start = statement.body.range().start + quotation.range.start;
        let message = format!("the quotations of this text have more than {PARTS} parts");
        let help = "record what was said in several statements; a part ends with a paragraph, and where something is left out or put in";
        let span = Span::new(statement.input, start..start + 1);
        Some(Diagnostic::error(Code::OversizedEntry, span, message).help(Some(help.to_owned())))
    }

    /// Checks that a kept text is one text, and the SHA-256 given for it.
    pub(super) fn hash(&self, kept: &KeptSource<'_>, text: &SourceText) -> Option<Diagnostic> {
        if text.has_conflict {
            let path = [Step::Key("sources"), Step::Item(kept.position), Step::Key("text")];
            let span = locate(self.inputs, self.chronicle[self.id].entry.input, &path);
            let message = format!("`{}` has lines of an unresolved merge", self.inputs.get(kept.input).path());
            let help = "keep of the two versions what the source says, and take the lines of the merge out".to_owned();
            return Some(Diagnostic::error(Code::UnresolvedMerge, span, message).help(Some(help)));
        }
        let (wanted, found) = (kept.source.sha256.as_ref()?, text.digest());
        let path = [Step::Key("sources"), Step::Item(kept.position), Step::Key("sha256")];
        (found != wanted.as_str()).then(|| {
            let span = locate(self.inputs, self.chronicle[self.id].entry.input, &path);
            let message = format!("`{}` has another hash", self.inputs.get(kept.input).path());
            Diagnostic::lint(Code::SourceHashMismatch, span, message)
                .help(Some(format!("restore the file; or, if the new text is right, write `sha256: {found}`")))
        })
    }

    /// The finding for a quotation that deviates from a source, with the number of matching words where known.
    pub(super) fn mismatch(
        &self,
        index: usize,
        quotation: &Quotation,
        pieces: &Pieces<'_>,
        kept: &KeptSource<'_>,
        text: &SourceText,
        left: NotFound,
    ) -> (Option<usize>, Diagnostic) {
        let NotFound::At(piece, from) = left else { return (None, self.repeats(index, quotation, kept.input)) };
        let Miss { words, piece, nearest } = pieces.miss(&text.haystack, piece, from);
        let statement = &self.chronicle[self.id];
        let start = statement.entry.body.range().start;
        let from = quotation.place(piece.start) + start;
        let quoted = &quotation.text[piece.clone()];
        let last = quoted.chars().next_back().map_or(1, char::len_utf8);
        let end = quotation.place(piece.end - last) + last + start;
        let span = Span::new(statement.entry.input, from..end.max(from + 1));
        let path = self.inputs.get(kept.input).path();
        let number = statement.anchors.get(index).copied().unwrap_or_default();
        let message = format!("quotation `#q{number}` is not in `{path}`: it has `{}`", short(quoted));
        let finding = Diagnostic::lint(Code::QuotationNotInSource, span, message);
        let finding = match nearest {
            Some(near) => {
                let place = text.haystack.folded().written(&text.written, near);
                let label = format!("here the source has `{}`", short(&text.written[place.clone()]));
                finding.label(Span::new(kept.input, place), label)
            }
            None => finding,
        };
        let help = "quote word for word; mark what is left out with `…`, what is put in with `[…]`";
        (Some(words), finding.help(Some(help.to_owned())))
    }

    /// The finding for a quotation that exceeds the [`TryBudget`](super::passage::TryBudget).
    fn repeats(&self, index: usize, quotation: &Quotation, source: InputId) -> Diagnostic {
        let statement = &self.chronicle[self.id];
        let start = statement.entry.body.range().start;
        let span = Span::new(statement.entry.input, quotation.range.start + start..quotation.range.end + start);
        let path = self.inputs.get(source).path();
        let number = statement.anchors.get(index).copied().unwrap_or_default();
        let message = format!("quotation `#q{number}` may begin in too many places of `{path}`");
        let help = "part it into several quotations, or leave out with `…` what is said again and again";
        Diagnostic::lint(Code::QuotationNotInSource, span, message).help(Some(help.to_owned()))
    }
}

/// The first words of a text, for a message.
fn short(text: &str) -> String {
    /// Longer than any eight words.
    const MOST: usize = 800;
    let words: Vec<&str> = text[..text.floor_char_boundary(MOST)].split_whitespace().take(8).collect();
    words.join(" ")
}
