//! Traces in pieces, as they are kept: those of a large site are never in memory twice, and what is not new is not put
//! into bytes again.

use bitcode::{Decode, Encode};

use super::{Trace, Traces};
use crate::pages::keys::Key;

/// A piece of the traces of a site, as it is kept.
#[derive(Debug, Decode, Encode)]
pub struct Piece(Of);

#[derive(Debug, Decode, Encode)]
enum Of {
    Needed(u64),
    Names(Vec<Box<str>>),
    Facts(Vec<(Key, u64)>),
    Cards(Vec<(u32, Vec<u32>)>),
    Pages(Vec<(u64, Trace)>),
}

/// A piece that is still part of its traces.
enum Slice<'a> {
    Needed(usize),
    Names(&'a [Box<str>]),
    Facts(&'a [(Key, u64)]),
    Cards(&'a [(u32, Vec<u32>)]),
    Pages(&'a [(u64, Trace)]),
}

/// How many names, facts, cards or pages are in a piece.
const PIECE: usize = 4_000;

impl Traces {
    /// The traces in pieces.
    pub fn pieces(&self) -> impl ExactSizeIterator<Item = Piece> {
        let mut pieces = Vec::new();
        if self.is_whole() {
            pieces.push(Slice::Needed(self.needed));
        }
        pieces.extend(self.names.chunks(PIECE).map(Slice::Names));
        pieces.extend(self.facts.chunks(PIECE).map(Slice::Facts));
        pieces.extend(self.cards.chunks(PIECE).map(Slice::Cards));
        pieces.extend(self.pages.chunks(PIECE).map(Slice::Pages));
        pieces.into_iter().map(|piece| {
            Piece(match piece {
                Slice::Needed(facts) => Of::Needed(facts as u64),
                Slice::Names(names) => Of::Names(names.to_vec()),
                Slice::Facts(facts) => Of::Facts(facts.to_vec()),
                Slice::Cards(cards) => Of::Cards(cards.to_vec()),
                Slice::Pages(pages) => Of::Pages(pages.to_vec()),
            })
        })
    }

    /// The traces made of their pieces in order, and of those that were added later.
    pub fn whole(pieces: impl IntoIterator<Item = Piece>) -> Traces {
        let mut traces = Traces::default();
        for piece in pieces {
            match piece.0 {
                Of::Needed(facts) => traces.needed = usize::try_from(facts).unwrap_or_default(),
                Of::Names(names) => traces.names.extend(names),
                Of::Facts(facts) => traces.facts.extend(facts),
                Of::Cards(cards) => traces.cards.extend(cards),
                Of::Pages(pages) => traces.add_pages(pages),
            }
        }
        traces
    }
}
