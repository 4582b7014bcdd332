//! A naive reference implementation of [`super::passage`], for a differential test.

use std::ops::Range;

use super::miss::Miss;
use super::passage::{Between, Piece, Pieces};
use crate::entry::normalized::Normalized;

impl Pieces<'_> {
    /// Finds the pieces in a source, or the longest partial match.
    pub(super) fn plainly_in(&self, source: &Normalized) -> Result<Vec<Range<usize>>, Miss> {
        let text = source.as_str();
        let (mut found, mut from) = (Vec::with_capacity(self.0.len()), 0);
        let mut at = 0;
        while at < self.0.len() {
            // Match runs of pieces between omissions greedily: the first match leaves the most of the source for the
            // rest.
            let is_apart = |piece: &Piece<'_>| matches!(piece.before, Between::Gap);
            let end = self.0[at + 1..].iter().position(is_apart).map_or(self.0.len(), |next| at + 1 + next);
            let (mut best, mut search) = (None::<(usize, usize)>, from);
            loop {
                let Some(first) = self.0[at].plainly_from(text, search) else {
                    let (index, from) = best.unwrap_or((at, from));
                    return Err(self.plain_miss(text, index, from));
                };
                let mut run = vec![first.clone()];
                let next = self.0[at + 1..end].iter().map_while(|piece| {
                    let place = piece.plainly_after(text, run_end(&run))?;
                    run.push(place);
                    Some(())
                });
                let matched = next.count() + 1;
                if matched == end - at {
                    from = run_end(&run);
                    found.extend(run);
                    break;
                }
                if best.is_none_or(|(index, _)| index < at + matched) {
                    best = Some((at + matched, run_end(&run)));
                }
                search = first.start + text[first.start..].chars().next().map_or(1, char::len_utf8);
            }
            at = end;
        }
        Ok(found)
    }

    /// Finds where piece `index` deviates from the source after `from`: after the longest match.
    fn plain_miss(&self, source: &str, index: usize, from: usize) -> Miss {
        let piece = &self.0[index];
        let own = piece.folded.as_str();
        let before: usize = self.0[..index].iter().map(|piece| piece.folded.as_str().split(' ').count()).sum();
        let part = match piece.before {
            Between::Gap => &source[from..],
            _ => &source[from..source.floor_char_boundary(source.len().min(from + 400))],
        };
        let (common, place) = beginning(own, part);
        let (first, nearest) = match (place, common) {
            (Some(place), common) if common > 0 => (common, Some(from + place + common)),
            _ if index > 0 && !matches!(piece.before, Between::Gap) => (0, Some(from)),
            _ => (0, elsewhere(own, source)),
        };
        let words = own[..common].split(' ').filter(|word| !word.is_empty()).count();
        let part = piece.folded.written(piece.text, some_words(own, first));
        Miss {
            words: before + words,
            piece: part.start + piece.start..part.end + piece.start,
            nearest: nearest.map(|at| some_words(source, at)),
        }
    }
}

fn run_end(run: &[Range<usize>]) -> usize {
    run.last().map_or(0, |last| last.end)
}

impl Piece<'_> {
    /// The next whole-word match in a source.
    fn plainly_from(&self, source: &str, from: usize) -> Option<Range<usize>> {
        let words = self.folded.as_str();
        let mut search = from;
        while let Some(at) = source[search..].find(words).map(|at| at + search) {
            if let Some(start) = self.start_at(source, at, from).filter(|start| starts_word(source, *start)) {
                let end = at + words.len();
                if ends_word(source, end) {
                    return Some(start..end);
                }
            }
            search = at + words.chars().next().map_or(1, char::len_utf8);
        }
        None
    }

    /// The start of a piece that matches at `at`: one letter earlier where its first letter has another case.
    fn start_at(&self, source: &str, at: usize, from: usize) -> Option<usize> {
        let Between::Letter(letter) = self.before else { return Some(at) };
        let before = source[from..at].chars().next_back()?;
        before.to_lowercase().eq(letter.to_lowercase()).then(|| at - before.len_utf8())
    }

    /// The match of a piece that must follow directly after `end`.
    fn plainly_after(&self, source: &str, end: usize) -> Option<Range<usize>> {
        if let Between::Inserted(word) = &self.before
            && !word.as_str().is_empty()
            && let Some(place) = self.at(source, end, |between| between.trim() == word.as_str())
        {
            return Some(place);
        }
        self.at(source, end, |between| !between.chars().any(char::is_alphanumeric))
    }

    fn at(&self, source: &str, end: usize, may_stand_between: impl Fn(&str) -> bool) -> Option<Range<usize>> {
        let words = self.folded.as_str();
        let inserted = if let Between::Inserted(word) = &self.before { word.as_str().len() } else { 0 };
        let window = source.floor_char_boundary((end + inserted + words.len() + 16).min(source.len()));
        let mut search = end;
        while let Some(at) = source[search..window].find(words).map(|at| at + search) {
            let start = self.start_at(source, at, end)?;
            if may_stand_between(&source[end..start]) && ends_word(source, at + words.len()) {
                return Some(start..at + words.len());
            }
            search = at + words.chars().next().map_or(1, char::len_utf8);
        }
        None
    }
}

/// Letters and digits of scripts with spaces between words and no attached particles: Latin, Greek, Cyrillic.
fn is_in_word(letter: char) -> bool {
    letter.is_alphanumeric() && letter < '\u{530}'
}

fn starts_word(text: &str, at: usize) -> bool {
    !(text[..at].chars().next_back().is_some_and(is_in_word) && text[at..].chars().next().is_some_and(is_in_word))
}

fn ends_word(text: &str, at: usize) -> bool {
    starts_word(text, at)
}

/// The longest prefix of `words` in `text`: its length and position.
fn beginning(words: &str, text: &str) -> (usize, Option<usize>) {
    let ends: Vec<usize> = words.match_indices(' ').map(|(at, _)| at + 1).collect();
    // A longer prefix occurs only if a shorter one does.
    let count = ends.partition_point(|end| text.contains(&words[..*end]));
    let common = count.checked_sub(1).map_or(0, |last| ends[last]);
    (common, text.find(&words[..common]))
}

/// How many words of a piece are tried as an anchor.
const LOOKED_AT: usize = 40;

/// Finds a passage that matches later words of `words`, and returns where it would begin.
fn elsewhere(words: &str, text: &str) -> Option<usize> {
    let starts = words.match_indices(' ').map(|(at, _)| at + 1).take(LOOKED_AT);
    let found = starts.enumerate().filter_map(|(skipped, start)| {
        let (common, place) = beginning(&words[start..], text);
        let count = words[start..start + common].matches(' ').count();
        (count >= 2).then_some((count, std::cmp::Reverse(skipped + 1), place?))
    });
    let (_, std::cmp::Reverse(skipped), place) = found.max()?;
    // The same number of words earlier.
    let starts: Vec<usize> = text[..place].match_indices(' ').map(|(at, _)| at + 1).collect();
    Some(starts.len().checked_sub(skipped + 1).map_or(0, |at| starts[at]))
}

/// The next few words from a place.
fn some_words(text: &str, at: usize) -> Range<usize> {
    let start = at + text[at..].len() - text[at..].trim_start().len();
    let end = text[start..].match_indices(' ').nth(5).map_or(text.len(), |(end, _)| start + end);
    start..end
}

#[cfg(test)]
mod tests {
    use super::super::haystack::Haystack;
    use super::super::numbers::Numbers;
    use super::super::passage::{self, NotFound, TryBudget};
    use crate::entry::normalized::Normalized;

    /// The match, or the parts of a `Miss`.
    type Found = Result<Vec<std::ops::Range<usize>>, (usize, std::ops::Range<usize>, Option<std::ops::Range<usize>>)>;

    fn found(quotation: &str, haystack: &Haystack) -> Found {
        let pieces = passage::Pieces::of(quotation);
        pieces.find_in(haystack, &mut TryBudget::new()).map_err(|left| {
            let NotFound::At(index, from) = left else { panic!("`{quotation}` is tried too often") };
            let miss = pieces.miss(haystack, index, from);
            (miss.words, miss.piece, miss.nearest)
        })
    }

    fn text(numbers: &mut Numbers, scraps: &[&str], most: usize) -> String {
        (0..numbers.below(most)).map(|_| scraps[numbers.below(scraps.len())]).collect()
    }

    #[test]
    fn the_same_is_found() {
        let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
        let in_both = [
            "a",
            "a",
            "b",
            "A",
            " ",
            " ",
            "a ",
            "b ",
            "ab ",
            "—",
            "\"",
            ", ",
            ". ",
            "K",
            "\u{212a}",
            "я",
            "和",
            "cafe\u{301} ",
        ];
        let in_quotations: Vec<&str> = in_both
            .into_iter()
            .chain(["…", "\n", "\n", "[a]", "[A]", "[b] ", " [a b] ", "[k]", "[", "]", "...", "[…]"])
            .collect();
        let in_sources: Vec<&str> =
            in_both.into_iter().chain(["\n\n", "[a]", " [a b] ", "- - -, - - -, - - - - "]).collect();
        let (mut proven, mut near) = (0, 0);
        for round in 0..8000 {
            let count = 2 + numbers.below(4);
            let (from_both, most) = (numbers.below(2) == 0, 1 + numbers.below(60));
            let few = &in_both[numbers.below(8)..][..count];
            let source = text(&mut numbers, if from_both { few } else { &in_sources }, most);
            let mut quotation = text(&mut numbers, if from_both { few } else { &in_quotations }, 12);
            // Most of a source, with something else in it.
            if numbers.below(2) == 0 && !source.is_empty() {
                let start = source.floor_char_boundary(numbers.below(source.len()));
                let end = source.floor_char_boundary(start + numbers.below(source.len() - start));
                let at = source.floor_char_boundary(start + numbers.below(end.max(start) - start)).max(start);
                let scrap = in_quotations[numbers.below(in_quotations.len())];
                quotation = [&source[start..at], scrap, &source[at..end.max(at)]].concat();
            }
            let folded = Normalized::of(&source);
            let expected: Found = passage::Pieces::of(&quotation)
                .plainly_in(&folded)
                .map_err(|miss| (miss.words, miss.piece, miss.nearest));
            proven += usize::from(expected.as_ref().is_ok_and(|found| !found.is_empty()));
            near += usize::from(expected.as_ref().is_err_and(|miss| miss.2.is_some()));
            for haystack in [Haystack::of(folded.clone()), Haystack::indexed(folded)] {
                assert_eq!(found(&quotation, &haystack), expected, "round {round}: `{quotation}` in `{source}`");
            }
        }
        assert!(proven > 800 && near > 800, "{proven} were found, {near} nearly");
    }
}
