//! Where a quotation leaves its source.

use std::ops::Range;

use super::haystack::{Edges, Haystack, Needle};
use super::passage::{Between, Pieces};

/// Where a quotation leaves its source.
pub(super) struct Miss {
    /// How many words were found before.
    pub(super) words: usize,
    /// What is not found, in the quotation's text: whole letters.
    pub(super) piece: Range<usize>,
    /// What the source has instead, in its folded text.
    pub(super) nearest: Option<Range<usize>>,
}

impl Pieces<'_> {
    /// Says where the piece `index` leaves the source, which is read from `from`: after the most words that are there.
    pub(super) fn miss(&self, source: &Haystack, index: usize, from: usize) -> Miss {
        let (piece, text) = (&self.0[index], source.as_str());
        let own = piece.folded.as_str();
        let before: usize = self.0[..index].iter().map(|piece| piece.folded.as_str().split(' ').count()).sum();
        let (common, place) = match piece.before {
            Between::Gap => beginning(own, |words| find(source, words, from)),
            _ => {
                let near = &text[from..text.floor_char_boundary(text.len().min(from + NEAR))];
                beginning(own, |words| (words.len() <= NEAR).then(|| near.find(words)).flatten().map(|at| from + at))
            }
        };
        let (first, nearest) = match (place, common) {
            (Some(place), common) if common > 0 => (common, Some(place + common)),
            _ if index > 0 && !matches!(piece.before, Between::Gap) => (0, Some(from)),
            _ => (0, elsewhere(own, source)),
        };
        let words = own[..common].split(' ').filter(|word| !word.is_empty()).count();
        let part = piece.folded.written(piece.text, some_words(own, first));
        Miss {
            words: before + words,
            piece: part.start + piece.start..part.end + piece.start,
            nearest: nearest.map(|at| some_words(text, at)),
        }
    }
}

/// How many bytes are looked at for a piece that follows at once.
const NEAR: usize = 400;

fn find(source: &Haystack, words: &str, from: usize) -> Option<usize> {
    Needle::of(source, words, Edges::Space).next(from)
}

/// The longest beginning of `words` that a text has: its length, and where it is. `find` looks for a beginning that ends
/// with a space.
fn beginning(words: &str, find: impl Fn(&str) -> Option<usize>) -> (usize, Option<usize>) {
    let ends: Vec<usize> = words.match_indices(' ').map(|(at, _)| at + 1).collect();
    // A longer beginning is there only if a shorter one is, and most are short.
    let mut many = 1;
    while many <= ends.len() && find(&words[..ends[many - 1]]).is_some() {
        many *= 2;
    }
    let (known, unknown) = (many / 2, ends.len().min(many - 1));
    let count = known + ends[known..unknown].partition_point(|end| find(&words[..*end]).is_some());
    match count.checked_sub(1) {
        Some(last) => (ends[last], find(&words[..ends[last]])),
        None => (0, None),
    }
}

/// How many words of a piece are looked at to find where it comes from.
const LOOKED_AT: usize = 40;

/// How many bytes are compared from each of them on.
const COMPARED: usize = 8 << 10;

/// Where in a text a row of words begins whose later words it has.
fn elsewhere(words: &str, source: &Haystack) -> Option<usize> {
    let starts = words.match_indices(' ').map(|(at, _)| at + 1).take(LOOKED_AT);
    let found = starts.enumerate().filter_map(|(skipped, start)| {
        let words = &words[start..words.floor_char_boundary(words.len().min(start + COMPARED))];
        let (common, place) = beginning(words, |words| find(source, words, 0));
        let count = words[..common].matches(' ').count();
        (count >= 2).then_some((count, std::cmp::Reverse(skipped + 1), place?))
    });
    let (_, std::cmp::Reverse(skipped), place) = found.max()?;
    // As many words earlier.
    let earlier = source.as_str()[..place].rmatch_indices(' ').nth(skipped);
    Some(earlier.map_or(0, |(at, _)| at + 1))
}

/// The next few words from a place.
fn some_words(text: &str, at: usize) -> Range<usize> {
    let start = at + text[at..].len() - text[at..].trim_start().len();
    // Long enough for any six words.
    let most = text.floor_char_boundary(text.len().min(start + 2000));
    let end = text[start..most].match_indices(' ').nth(5).map_or(most, |(end, _)| start + end);
    start..end
}
