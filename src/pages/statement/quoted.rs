//! The quotations of a statement as other pages than its own show them: whose words they are, and the words.

use std::borrow::Cow;
use std::ops::Range;

use rayon::prelude::*;

use crate::chronicle::{Speaker, Statement, StatementId};
use crate::entry::quotation::{Quotation, quotations};
use crate::input::InputId;
use crate::pages::addresses::parsed_bytes;
use crate::pages::common::description::shortened;
use crate::pages::{PageBuilder, ViewError};
use crate::views::{Paragraph, Span};

/// A quotation of a statement.
#[derive(Debug)]
pub(crate) struct Quoted<'a> {
    /// Its position among the quotations of the statement.
    pub(crate) position: usize,
    /// The number of its anchor.
    pub(crate) anchor: u32,
    /// Whose words it has: those whom the record attributes it to, or else all who made the statement; nobody's where it may be
    /// somebody else who is quoted.
    pub(crate) speakers: &'a [Speaker],
    pub(crate) quotation: Quotation,
}

/// The quotations of a statement, in order; none of a withdrawn one, whose text is gone.
pub(crate) fn quoted<'a>(builder: &PageBuilder<'a>, id: StatementId) -> Result<Vec<Quoted<'a>>, ViewError> {
    match with_quotations(builder, id) {
        Some(quoting) => {
            let parsed = quoting.parsed();
            let read = || parsed_bytes(builder.inputs, parsed).map(Cow::into_owned);
            Ok(quoting.in_bytes(&builder.worker.file(parsed.0, parsed.1, read)?))
        }
        None => Ok(Vec::new()),
    }
}

/// So many statements are read at once: their quotations are in memory together.
const AT_ONCE: usize = 256;

/// Passes on the quotations of each of many statements, in their order. They are read on all threads.
pub(crate) fn quoted_of_each<'a>(
    builder: &PageBuilder<'a>,
    ids: &[StatementId],
    mut pass: impl FnMut(StatementId, Vec<Quoted<'a>>),
) -> Result<(), ViewError> {
    let inputs = builder.inputs;
    for ids in ids.chunks(AT_ONCE) {
        let with_quotations = |id: &StatementId| Some((*id, with_quotations(builder, *id)?));
        let statements: Vec<(StatementId, Quoting<'a>)> = ids.iter().filter_map(with_quotations).collect();
        let read = |(_, quoting): &(StatementId, Quoting<'a>)| {
            parsed_bytes(inputs, quoting.parsed()).map(|bytes| quoting.in_bytes(&bytes))
        };
        let read: Vec<_> = statements.par_iter().map(read).collect();
        for ((id, _), quoted) in statements.iter().zip(read) {
            pass(*id, quoted?);
        }
    }
    Ok(())
}

/// A statement with quotations that are shown.
struct Quoting<'a> {
    of: &'a Statement,
    /// The positions of the quotations that its source has in the turns of others.
    of_others: &'a [u32],
}

/// A statement, if it has quotations that are shown. The page depends on these, and not on all of its text.
fn with_quotations<'a>(builder: &PageBuilder<'a>, id: StatementId) -> Option<Quoting<'a>> {
    let of = builder.chronicle.get(id);
    builder.chronicle.note_quotations(id);
    let of_others = builder.chronicle.in_turns_of_others(id);
    (!of.is_withdrawn() && !of.anchors.is_empty()).then_some(Quoting { of, of_others })
}

impl<'a> Quoting<'a> {
    /// Its file, and the hash of what was parsed of it.
    fn parsed(&self) -> (InputId, u64) {
        (self.of.entry.input, self.of.entry.hash)
    }

    /// Its quotations in the bytes of its file.
    fn in_bytes(&self, bytes: &[u8]) -> Vec<Quoted<'a>> {
        let of = self.of;
        let text = bytes.get(of.entry.body.range()).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default();
        let is_of_others = |position: usize| {
            of.may_be_of_others(position) || self.of_others.iter().any(|other| *other as usize == position)
        };
        let quoted = |(position, quotation): (usize, Quotation)| {
            let whose = of.attributed.get(position).copied().flatten().and_then(|one| of.speakers.get(one as usize));
            let speakers = match whose {
                _ if is_of_others(position) => &[],
                Some(speaker) => std::slice::from_ref(speaker),
                None => &*of.speakers,
            };
            Some(Quoted { position, anchor: *of.anchors.get(position)?, speakers, quotation: quotation.words_alone() })
        };
        quotations(text, &of.attributed).into_iter().enumerate().filter_map(quoted).collect()
    }
}

/// The most characters of a quotation on the page of others: the page of its statement has all of it.
pub(crate) const LONGEST: usize = 2_000;

/// The words of a quotation on the page of others.
#[derive(Debug)]
pub(crate) struct Words {
    /// Paragraphs, with a line break between them.
    pub(crate) text: String,
    /// Where each stands, and whether it is part of a quotation within the quotation.
    paragraphs: Vec<(Range<usize>, bool)>,
    /// Whether there are more than [`LONGEST`] characters.
    pub(crate) is_cut: bool,
}

impl Words {
    pub(crate) fn of(quotation: &Quotation) -> Words {
        let mut words = Words { text: String::new(), paragraphs: Vec::new(), is_cut: false };
        let mut left = LONGEST;
        for (paragraph, is_inner) in quotation.paragraphs() {
            if left == 0 {
                words.is_cut = true;
                break;
            }
            words.is_cut = paragraph.char_indices().nth(left).is_some();
            if !words.text.is_empty() {
                words.text.push('\n');
            }
            let start = words.text.len();
            words.text.push_str(&shortened(paragraph, left));
            words.paragraphs.push((start..words.text.len(), is_inner));
            if words.is_cut {
                break;
            }
            left -= words.text[start..].chars().count().min(left);
        }
        words
    }

    /// Where the speaker's own words stand in the text, and not those of quotations within the quotation.
    pub(crate) fn own(&self) -> impl Iterator<Item = Range<usize>> {
        self.paragraphs.iter().filter(|(_, is_inner)| !is_inner).map(|(range, _)| range.clone())
    }

    /// Its paragraphs; `changed` are the ranges of the text that another wording has otherwise, in order.
    pub(crate) fn paragraphs(&self, changed: &[Range<usize>]) -> Vec<Paragraph> {
        let paragraph = |(range, inner): &(Range<usize>, bool)| {
            let (mut parts, mut at) = (Vec::new(), range.start);
            let mut push = |part: Range<usize>, changed: bool| {
                if !part.is_empty() {
                    parts.push(Span { text: self.text[part].to_owned(), changed });
                }
            };
            let from = changed.partition_point(|change| change.end <= range.start);
            for change in changed[from..].iter().take_while(|change| change.start < range.end) {
                let (start, end) = (change.start.max(range.start), change.end.min(range.end));
                push(at..start, false);
                push(start..end, true);
                at = end;
            }
            push(at..range.end, false);
            Paragraph { inner: *inner, parts }
        };
        self.paragraphs.iter().map(paragraph).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Words};
    use crate::entry::quotation::quotations;

    fn words(markdown: &str) -> Words {
        Words::of(&quotations(markdown, &[])[0])
    }

    #[test]
    fn marks_stay_within_paragraphs() {
        let words = words("> One two.\n>\n> > Three four.\n>\n> Five.\n");
        assert_eq!(words.text, "One two.\nThree four.\nFive.");
        let shown = |changed: &[std::ops::Range<usize>]| -> Vec<String> {
            let paragraphs = words.paragraphs(changed).into_iter();
            let part = |part: &crate::views::Span| match part.changed {
                true => format!("[{}]", part.text),
                false => part.text.clone(),
            };
            paragraphs
                .map(|paragraph| {
                    let text: String = paragraph.parts.iter().map(part).collect();
                    if paragraph.inner { format!("“{text}”") } else { text }
                })
                .collect()
        };
        assert_eq!(shown(&[]), ["One two.", "“Three four.”", "Five."]);
        assert_eq!(shown(&[0..3, 4..14, 21..26]), ["[One] [two.]", "“[Three] four.”", "[Five.]"]);
        assert_eq!(shown(&[0..8, 8..26]), ["[One two.]", "“[Three four.]”", "[Five.]"]);
    }

    #[test]
    fn a_long_quotation_is_cut() {
        let long = words(&format!("> {}\n", "word ".repeat(LONGEST)));
        assert!(long.is_cut && long.text.chars().count() <= LONGEST && long.text.ends_with("word…"));
        let paragraphs = words(&format!("> {}\n>\n> More.\n", "a".repeat(LONGEST)));
        assert!(paragraphs.is_cut && paragraphs.paragraphs(&[]).len() == 1);
        assert!(!words(&format!("> {}\n", "a".repeat(LONGEST))).is_cut);
        assert!(words("> ***\n").paragraphs(&[]).is_empty());
    }
}
