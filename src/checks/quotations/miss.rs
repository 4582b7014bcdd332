//! Where a quotation deviates from its source.

use std::ops::Range;

use super::haystack::{Edges, Haystack, Needle};
use super::passage::{Between, Pieces};

/// Where a quotation deviates from its source.
pub(super) struct Miss {
    /// How many words match before that.
    pub(super) words: usize,
    /// The part that does not match, in the quotation's text.
    pub(super) piece: Range<usize>,
    /// What the source has instead, in its normalized text.
    pub(super) nearest: Option<Range<usize>>,
}

impl Pieces<'_> {
    /// Finds where piece `index` deviates from the source after `from`: after the longest match.
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

/// How many bytes are searched for a piece that must follow directly.
const NEAR: usize = 400;

fn find(source: &Haystack, words: &str, from: usize) -> Option<usize> {
    Needle::of(source, words, Edges::Space).next(from)
}

/// The longest prefix of `words` in a text: its length and position. `find` searches a prefix that ends with a space.
fn beginning(words: &str, find: impl Fn(&str) -> Option<usize>) -> (usize, Option<usize>) {
    let ends: Vec<usize> = words.match_indices(' ').map(|(at, _)| at + 1).collect();
    // Exponential search: a longer prefix occurs only if a shorter one does, and most are short.
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

/// How many words of a piece are tried as an anchor.
const LOOKED_AT: usize = 40;

/// How many bytes are compared from each anchor.
const COMPARED: usize = 8 << 10;

/// Finds a passage that matches later words of `words`, and returns where it would begin.
fn elsewhere(words: &str, source: &Haystack) -> Option<usize> {
    let starts = words.match_indices(' ').map(|(at, _)| at + 1).take(LOOKED_AT);
    let found = starts.enumerate().filter_map(|(skipped, start)| {
        let words = &words[start..words.floor_char_boundary(words.len().min(start + COMPARED))];
        let (common, place) = beginning(words, |words| find(source, words, 0));
        let count = words[..common].matches(' ').count();
        (count >= 2).then_some((count, std::cmp::Reverse(skipped + 1), place?))
    });
    let (_, std::cmp::Reverse(skipped), place) = found.max()?;
    // The same number of words earlier.
    let earlier = source.as_str()[..place].rmatch_indices(' ').nth(skipped);
    Some(earlier.map_or(0, |(at, _)| at + 1))
}

/// The next few words from a place.
fn some_words(text: &str, at: usize) -> Range<usize> {
    let start = at + text[at..].len() - text[at..].trim_start().len();
    // Enough bytes for six words.
    let most = text.floor_char_boundary(text.len().min(start + 2000));
    let end = text[start..most].match_indices(' ').nth(5).map_or(most, |(end, _)| start + end);
    start..end
}
