//! What other stages need to know of the block quotations of an entry.

use std::ops::Range;

use bitcode::{Decode, Encode};

use super::clipped;
use crate::entry::quotation::{LinePosition, Quotation, Turn};

/// What other stages need to know of a block quotation.
#[derive(Clone, Debug, PartialEq, Eq, Decode, Encode)]
pub(crate) struct Quoted {
    /// Hash (XXH3) of all that pages show of it.
    pub(crate) fingerprint: u64,
    /// Hash (XXH3) of its normalized words, with every line read as words.
    pub(crate) hash: u64,
    /// The same hash with the last line read as the attribution `— Name`, where it may be one.
    pub(crate) attributed: Option<u64>,
    /// The hash as version 1 of `chronicle.lock` computed it, where any last line that began with a dash was an
    /// attribution. Quotations locked then may still have it. None where it equals `hash`.
    pub(crate) before: Option<u64>,
    /// Both hashes as they were while image descriptions counted as words. None where there is no image.
    pub(crate) with_images: [Option<u64>; 2],
    /// Whether it has no words to compare: with all lines, and without the last one.
    pub(crate) is_empty: [bool; 2],
    /// Whether all of its words are quotations within it.
    pub(crate) is_all_inner: bool,
    /// Lines that may name whoever said the words.
    pub(crate) lines: Box<[QuotedLine]>,
    /// Lines that begin with whoever may say them.
    pub(crate) turns: Box<[QuotedTurn]>,
    /// Where it stands, in bytes of the file.
    pub(crate) range: (u32, u32),
}

/// A line of a block quotation that may name whoever said its words.
#[derive(Clone, Debug, PartialEq, Eq, Decode, Encode)]
pub(crate) struct QuotedLine {
    /// The dash with the space after it, as typed; empty where a single hyphen or the mark of a list stands for it.
    pub(crate) dash: Box<str>,
    /// What stands after the dash.
    pub(crate) name: Box<str>,
    /// Where in the quotation it stands.
    pub(crate) place: LinePosition,
    /// Where it is, in bytes of the file.
    pub(crate) range: (u32, u32),
}

/// A line of a block quotation that begins with whoever may say it.
#[derive(Clone, Debug, PartialEq, Eq, Decode, Encode)]
pub(crate) struct QuotedTurn {
    /// What stands before the colon.
    pub(crate) label: Box<str>,
    /// The sign that follows it, if it is not set apart by emphasis or a line of its own.
    pub(crate) sign: Option<char>,
    /// Where it is, in bytes of the file.
    pub(crate) range: (u32, u32),
    /// Whether it is the label of a turn by all that the quotation says.
    pub(crate) is_sure: bool,
    /// Whether a question follows on the line.
    pub(crate) asks: bool,
    /// Whether it is a line of its own below the quotation.
    pub(crate) is_below: bool,
}

impl QuotedTurn {
    fn of(turn: &Turn, offset: usize) -> QuotedTurn {
        let Turn { label, sign, range, is_sure, asks, is_below } = turn;
        QuotedTurn {
            label: label.as_str().into(),
            sign: *sign,
            range: clipped(range.start + offset..range.end + offset),
            is_sure: *is_sure,
            asks: *asks,
            is_below: *is_below,
        }
    }
}

impl Quoted {
    /// The facts about a quotation in a text that begins at byte `offset` of the file.
    pub(super) fn of(quotation: Quotation, offset: usize) -> Quoted {
        let moved = |range: &Range<usize>| clipped(range.start + offset..range.end + offset);
        let lines = quotation.lines.iter();
        let lines: Box<[QuotedLine]> = lines
            .map(|line| QuotedLine {
                dash: line.dash.as_str().into(),
                name: line.name.as_str().into(),
                place: line.place,
                range: moved(&line.range),
            })
            .collect();
        let is_all_inner = !quotation.has_own_words();
        let turns = quotation.turns.iter().map(|turn| QuotedTurn::of(turn, offset)).collect();
        let (range, hash) = (moved(&quotation.range), quotation.hash());
        let (before, is_empty) = (quotation.hash_before(), quotation.is_empty());
        let (with_images, fingerprint) = (quotation.hash_with_images(), quotation.fingerprint());
        let last = lines.last().filter(|line| line.place == LinePosition::Last);
        let apart = last.map(|_| quotation.attributed());
        Quoted {
            fingerprint,
            hash,
            attributed: apart.as_ref().map(Quotation::hash),
            before,
            with_images: [with_images, apart.as_ref().and_then(Quotation::hash_with_images)],
            is_empty: [is_empty, apart.map_or(is_empty, |quotation| quotation.is_empty())],
            is_all_inner,
            lines,
            turns,
            range,
        }
    }

    /// Adds a line that names somebody below the quotation, in a text that begins at byte `offset` of the file.
    pub(super) fn add_turn(&mut self, turn: &Turn, offset: usize) {
        let turns = self.turns.iter().cloned().chain([QuotedTurn::of(turn, offset)]);
        self.turns = turns.collect();
    }

    /// Its last line, if it may be the attribution `— Name`.
    pub(crate) fn last_line(&self) -> Option<&QuotedLine> {
        self.lines.last().filter(|line| line.place == LinePosition::Last)
    }
}
