//! Quotations proven: the words of each block quotation occur in the kept text of a source.
//!
//! White space, quotation marks, apostrophes and dashes may be written otherwise; `…` and `[…]` leave something out,
//! `[word]` inserts something. Nothing else may differ.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use rayon::prelude::*;
use sha2::{Digest, Sha256};
use xxhash_rust::xxh3::Xxh3;

use crate::chronicle::{Chronicle, StatementId};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::document::Step;
use crate::entry::locate;
use crate::entry::quotation::{Quotation, quotations};
use crate::entry::shape::TextOr;
use crate::entry::statement::Source;
use crate::input::{InputId, Inputs, Span};

/// Against which of its sources the quotations of each statement are proven.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proofs {
    sources: BTreeMap<StatementId, usize>,
    /// The same by what was compared, for the next run.
    pub known: Known,
}

/// Comparisons that were made: a number for the texts compared, with the position of the source.
pub type Known = BTreeMap<u64, u32>;

impl Proofs {
    /// The position of the source that the quotations of a statement were checked against; none where it has no
    /// quotations, or no source with a kept text.
    pub fn source(&self, id: StatementId) -> Option<usize> {
        self.sources.get(&id).copied()
    }
}

/// Checks every statement that has quotations and a source with a kept text. `known` are comparisons of the run before.
pub fn check(chronicle: &Chronicle, inputs: &Inputs, known: &Known) -> Checked<Proofs> {
    let ids: Vec<StatementId> = chronicle.statements().collect();
    let checked: Vec<(StatementId, One)> =
        ids.into_par_iter().filter_map(|id| Some((id, Statement::of(chronicle, inputs, id)?.check(known)))).collect();
    let (mut proofs, mut findings) = (Proofs::default(), Vec::new());
    for (id, one) in checked {
        if let Some((key, source)) = one.proof {
            proofs.known.insert(key, u32::try_from(source).unwrap_or(u32::MAX));
            if one.has_quotations {
                proofs.sources.insert(id, source);
            }
        }
        findings.extend(one.findings);
    }
    Checked { value: proofs, findings }
}

/// What became of a statement.
struct One {
    proof: Option<(u64, usize)>,
    has_quotations: bool,
    findings: Vec<Diagnostic>,
}

/// A statement with kept sources.
struct Statement<'a> {
    chronicle: &'a Chronicle,
    inputs: &'a Inputs,
    id: StatementId,
    /// Sources with a kept text: position, what is said of it, and the file.
    kept: Vec<(usize, &'a Source, InputId)>,
}

impl<'a> Statement<'a> {
    fn of(chronicle: &'a Chronicle, inputs: &'a Inputs, id: StatementId) -> Option<Statement<'a>> {
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
        (!kept.is_empty()).then_some(Statement { chronicle, inputs, id, kept })
    }

    fn check(&self, known: &Known) -> One {
        let has_quotations = self.chronicle[self.id].entry.body.quotations > 0;
        let key = self.key();
        if let Some((key, source)) = key.and_then(|key| Some((key, *known.get(&key)?))) {
            return One { proof: Some((key, source as usize)), has_quotations, findings: Vec::new() };
        }
        let texts: Vec<(usize, InputId, String)> = self
            .kept
            .iter()
            // A file that cannot be read now is reported by whoever needs its bytes.
            .filter_map(|(position, _, input)| {
                Some((*position, *input, String::from_utf8_lossy(&self.inputs.bytes(*input).ok()?).into_owned()))
            })
            .collect();
        let mut findings = self.hashes(&texts);
        let proven = if has_quotations { self.quotations(&texts, &mut findings) } else { texts.first().map(|t| t.0) };
        let proof = key.zip(proven).filter(|_| findings.is_empty());
        One { proof, has_quotations, findings }
    }

    /// A number for all that is compared; none where a stamp is missing.
    fn key(&self) -> Option<u64> {
        let mut hash = Xxh3::new();
        self.chronicle[self.id].entry.hash.hash(&mut hash);
        for (position, _, input) in &self.kept {
            let stamp = self.inputs.get(*input).stamp()?;
            (position, self.inputs.get(*input).path(), stamp.size, stamp.modified).hash(&mut hash);
        }
        Some(hash.finish())
    }

    fn hashes(&self, texts: &[(usize, InputId, String)]) -> Vec<Diagnostic> {
        let given =
            self.kept.iter().filter_map(|(position, source, input)| Some((position, source.sha256.as_ref()?, input)));
        given
            .filter_map(|(position, wanted, input)| {
                let (.., text) = texts.iter().find(|(other, ..)| other == position)?;
                let found: String = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
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

    /// The position of the source that has all quotations; otherwise the findings say where they differ.
    fn quotations(&self, texts: &[(usize, InputId, String)], findings: &mut Vec<Diagnostic>) -> Option<usize> {
        let entry = &self.chronicle[self.id].entry;
        let bytes = self.inputs.bytes(entry.input).ok()?;
        let body = entry.body.range();
        let text = std::str::from_utf8(bytes.get(body.clone())?).ok()?;
        let quotations = quotations(text);
        let sources: Vec<(usize, InputId, Folded)> =
            texts.iter().map(|(position, input, text)| (*position, *input, Folded::of(text))).collect();
        let mut first = None;
        for (index, quotation) in quotations.iter().enumerate() {
            match sources.iter().find(|(.., source)| pieces(&quotation.text).find_in(source).is_ok()) {
                Some((position, ..)) => first = first.or(Some(*position)),
                None => findings.push(self.mismatch(index, quotation, body.start, &sources)?),
            }
        }
        first
    }

    fn mismatch(
        &self,
        index: usize,
        quotation: &Quotation,
        start: usize,
        sources: &[(usize, InputId, Folded)],
    ) -> Option<Diagnostic> {
        let pieces = pieces(&quotation.text);
        let misses =
            sources.iter().filter_map(|(_, input, source)| Some((input, source, pieces.find_in(source).err()?)));
        let (input, source, miss) = misses.max_by_key(|(.., miss)| miss.words)?;
        let entry = &self.chronicle[self.id].entry;
        let place = |offset: usize| quotation.place(offset) + start;
        let (from, to) = (place(miss.piece.start), place(miss.piece.end));
        let span = Span::new(entry.input, from..to.max(from + 1));
        let path = self.inputs.get(*input).path();
        let quoted = &quotation.text[miss.piece.clone()];
        let message = format!("quotation `#q{}` is not in `{path}`: it has `{}`", index + 1, short(quoted));
        let finding = Diagnostic::lint(Code::QuotationNotInSource, span, message);
        let finding = match miss.nearest {
            Some(near) => {
                let words = source.original(near.clone());
                finding.label(Span::new(*input, source.bytes(near)), format!("here the source has `{}`", short(words)))
            }
            None => finding,
        };
        Some(
            finding.help(Some(
                "quote word for word; mark what is left out with `…`, what is put in with `[…]`".to_owned(),
            )),
        )
    }
}

/// The first words of a text, for a message.
fn short(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(8).collect();
    words.join(" ")
}

/// A text as it is compared, with the way back to how it is written.
struct Folded {
    written: String,
    text: String,
    /// For each byte of `text`: where its character is in `written`.
    places: Vec<u32>,
}

impl Folded {
    fn of(written: &str) -> Folded {
        let mut folded =
            Folded { written: written.to_owned(), text: String::with_capacity(written.len()), places: Vec::new() };
        for (at, letter) in written.char_indices() {
            let Some(letter) = folded_letter(letter) else { continue };
            if letter == ' ' && (folded.text.ends_with(' ') || folded.text.is_empty()) {
                continue;
            }
            folded.text.push(letter);
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            folded.places.resize(folded.text.len(), at);
        }
        folded
    }

    /// Where the bytes of a part of the text are in the original.
    fn bytes(&self, part: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let at = |offset: usize| self.places.get(offset).map_or(self.written.len(), |place| *place as usize);
        at(part.start)..at(part.end)
    }

    fn original(&self, part: std::ops::Range<usize>) -> &str {
        self.written.get(self.bytes(part)).unwrap_or_default()
    }
}

/// A letter as it is compared; none where it does not count.
fn folded_letter(letter: char) -> Option<char> {
    Some(match letter {
        '\u{ad}' | '\u{200b}' | '\u{feff}' => return None,
        letter if letter.is_whitespace() => ' ',
        '"' | '\'' | '`' | '´' | '«' | '»' | '‘'..='‟' | '′' | '″' | '‹' | '›' | '＂' | '＇' | '「' | '」' => {
            '\''
        }
        '-' | '‐'..='―' | '−' => '-',
        letter => letter,
    })
}

/// A quotation as a row of pieces that follow one another in the source.
struct Pieces {
    /// All of it: a source may have brackets and dots of its own.
    whole: Folded,
    pieces: Vec<Piece>,
}

struct Piece {
    folded: Folded,
    /// Where it starts in the quotation's text.
    start: usize,
    /// Whether it follows the one before without anything left out.
    is_next: bool,
}

/// Where a quotation leaves its source.
struct Miss {
    /// How many words were found before.
    words: usize,
    /// What is not found, in the quotation's text.
    piece: std::ops::Range<usize>,
    /// What the source has instead, in its folded text.
    nearest: Option<std::ops::Range<usize>>,
}

/// Parts a quotation at what it leaves out, puts in, and at its paragraphs.
fn pieces(text: &str) -> Pieces {
    let mut pieces = Vec::new();
    let (mut start, mut is_next, mut rest) = (0, true, 0);
    let mut push = |from: usize, to: usize, is_next: bool| {
        let folded = Folded::of(text[from..to].trim());
        if folded.text.chars().any(char::is_alphanumeric) {
            let lead = text[from..to].len() - text[from..to].trim_start().len();
            pieces.push(Piece { folded, start: from + lead, is_next });
            return true;
        }
        false
    };
    while let Some(at) = text[rest..].find(['…', '[', '\n', '.']).map(|at| at + rest) {
        let after = &text[at..];
        let (end, next) = if let Some(inner) = after.strip_prefix('[').and_then(|after| after.split(']').next()) {
            let is_gap = matches!(inner.trim(), "…" | "..." | ". . .");
            let end = at + inner.len() + 2;
            if end > text.len() {
                break;
            }
            (end, !is_gap)
        } else if after.starts_with('…') {
            (at + '…'.len_utf8(), false)
        } else if after.starts_with("...") {
            (at + 3, false)
        } else if after.starts_with('\n') {
            (at + 1, true)
        } else {
            rest = at + 1;
            continue;
        };
        if push(start, at, is_next) || !next {
            is_next = next;
        }
        (start, rest) = (end, end);
    }
    push(start, text.len(), is_next);
    Pieces { whole: Folded::of(text.trim()), pieces }
}

impl Pieces {
    fn find_in(&self, source: &Folded) -> Result<(), Miss> {
        if source.text.contains(&self.whole.text) {
            return Ok(());
        }
        // The first piece may be there more than once; the right place is where the others follow.
        let Some(first) = self.pieces.first() else { return Ok(()) };
        let mut worst: Option<Miss> = None;
        let mut from = 0;
        while let Some(at) = source.text[from..].find(&first.folded.text).map(|at| at + from) {
            match self.follow(source, at + first.folded.text.len()) {
                Ok(()) => return Ok(()),
                Err(miss) => {
                    if worst.as_ref().is_none_or(|worst| worst.words < miss.words) {
                        worst = Some(miss);
                    }
                }
            }
            from = at + source.text[at..].chars().next().map_or(1, char::len_utf8);
        }
        Err(worst.unwrap_or_else(|| self.miss(source, 0, 0, source.text.len())))
    }

    fn follow(&self, source: &Folded, mut at: usize) -> Result<(), Miss> {
        for (index, piece) in self.pieces.iter().enumerate().skip(1) {
            let found = source.text[at..].find(&piece.folded.text).map(|found| found + at).filter(|found| {
                // What is put in stands between words that follow one another.
                !piece.is_next || !source.text[at..*found].chars().any(char::is_alphanumeric)
            });
            match found {
                Some(found) => at = found + piece.folded.text.len(),
                None => {
                    let end = if piece.is_next { source.text.len().min(at + 400) } else { source.text.len() };
                    let end = source.text.floor_char_boundary(end);
                    return Err(self.miss(source, index, at, end));
                }
            }
        }
        Ok(())
    }

    /// Says where the piece `index` leaves the part of the source: after the most words that are there.
    fn miss(&self, source: &Folded, index: usize, from: usize, to: usize) -> Miss {
        let piece = &self.pieces[index];
        let before: usize = self.pieces[..index].iter().map(|piece| piece.folded.text.split(' ').count()).sum();
        let part = &source.text[from..to];
        let ends: Vec<usize> = piece.folded.text.match_indices(' ').map(|(at, _)| at).collect();
        // A longer beginning is there only if a shorter one is.
        let words = ends.partition_point(|end| part.contains(&piece.folded.text[..*end]));
        let (common, nearest) = match words.checked_sub(1).map(|last| ends[last]) {
            Some(end) => {
                let at = part.find(&piece.folded.text[..end]).unwrap_or_default() + from + end;
                (end, Some(at))
            }
            None if index > 0 => (0, Some(from)),
            None => (0, None),
        };
        let rest = |text: &str, at: usize| {
            let start = at + text[at..].len() - text[at..].trim_start().len();
            let end = text[start..].match_indices(' ').nth(5).map_or(text.len(), |(end, _)| start + end);
            start..end
        };
        let own = rest(&piece.folded.text, common);
        let own = piece.folded.bytes(own);
        Miss {
            words: before + words,
            piece: own.start + piece.start..own.end + piece.start,
            nearest: nearest.map(|at| rest(&source.text, at)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Folded, pieces};

    fn proven(quotation: &str, source: &str) -> bool {
        pieces(quotation).find_in(&Folded::of(source)).is_ok()
    }

    #[test]
    fn marks_and_white_space_do_not_count() {
        assert!(proven("Don’t say “peace” – say it", "He: don't. \"Don't  say 'peace'\n— say it\", he said"));
        assert!(proven("не «мир»\nа слова", "Он: не \"мир\",\n\n“а слова” нет".replace(',', "").as_str()));
        assert!(proven("نؤكد على السلام", "قال: نؤكد  على السلام."));
        assert!(!proven("We agree", "we agree"));
        assert!(!proven("We agree on it", "We agree upon it"));
    }

    #[test]
    fn what_is_left_out_and_put_in() {
        let source = "We agree on all things, and today we agree on peace. Thank you.";
        assert!(proven("We agree […] on peace.", source));
        assert!(proven("… today we agree ... Thank you.", source));
        assert!(proven("and today we [the ministers] agree on peace", source));
        assert!(!proven("We agree [all of us] today", source), "nothing may be left out where something is put in");
        assert!(!proven("Thank you. … We agree", source), "in the order of the source");
        assert!(proven("he [sic] said", "and he [sic] said"));
        assert!(proven("(the relations - [sic] TASS)", "(the relations - TASS)"));
    }

    #[test]
    fn paragraphs_follow_one_another() {
        assert!(proven("One.\nTwo.", "“One.\n\n“Two.”"));
        assert!(!proven("One.\nThree.", "One. Two. Three."));
    }

    #[test]
    fn the_first_difference_is_found() {
        let (quotation, source) =
            ("we value the firm position of senators", "and we value the principled position of senators");
        let source = Folded::of(source);
        let miss = pieces(quotation).find_in(&source).err().unwrap();
        assert_eq!(&quotation[miss.piece.clone()], "firm position of senators");
        assert_eq!(source.original(miss.nearest.unwrap()), "principled position of senators");
    }
}
