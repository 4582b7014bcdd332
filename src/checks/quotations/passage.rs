//! Searches the words of a quotation in a source.

use std::borrow::Cow;
use std::ops::Range;

use super::haystack::{Edges, Haystack, Needle, after_letter, is_edge};
use crate::entry::normalized::Normalized;

/// A quotation as pieces that must occur in order in the source.
pub(super) struct Pieces<'a>(pub(super) Vec<Piece<'a>>);

pub(super) struct Piece<'a> {
    /// Its words, as they are written in the quotation.
    pub(super) text: &'a str,
    pub(super) folded: Normalized,
    /// Where it starts in the quotation's text.
    pub(super) start: usize,
    pub(super) before: Between,
}

/// What may lie between a piece and the previous one in the source.
#[derive(Debug)]
pub(super) enum Between {
    /// An omission: anything.
    Gap,
    /// A paragraph break or an inserted word, which the source may have in brackets itself.
    Inserted(Normalized),
    /// A letter whose case differs from the source: `[T]he`.
    Letter(char),
}

/// Why a quotation is not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotFound {
    /// The index of the first piece that does not match, and the position in the normalized source after which it is
    /// missing.
    At(usize, usize),
    /// The [`TryBudget`] is used up.
    Repeats,
}

/// Bounds the number of failed attempts. A quotation of many short paragraphs can begin almost anywhere in a repetitive
/// source; no real text comes near the limit.
#[derive(Clone, Copy, Debug)]
pub(super) struct TryBudget(usize);

impl TryBudget {
    /// For one quotation.
    const MOST: usize = 1 << 20;
    /// For one quotation after the shared budget is used up.
    const LEAST: usize = 2000;

    /// The budget of all quotations of a text for one of `sources` sources. It is divided evenly, so that results do
    /// not depend on the order.
    pub(super) fn among(sources: usize) -> TryBudget {
        TryBudget(4 * TryBudget::MOST / sources.max(1))
    }

    #[cfg(test)]
    pub(super) fn new() -> TryBudget {
        TryBudget::among(1)
    }
}

impl Pieces<'_> {
    /// Splits a quotation at omissions, insertions and paragraph breaks.
    pub(super) fn of(text: &str) -> Pieces<'_> {
        let mut pieces: Vec<Piece<'_>> = Vec::new();
        let (mut start, mut before, mut rest) = (0, Between::Gap, 0);
        let closed = text.rfind(']').unwrap_or(0);
        while let Some((mark, next)) = mark(text, rest, closed) {
            let pushed = push(&mut pieces, text, start..mark.start, &mut before);
            // An omission subsumes an adjacent insertion.
            if pushed || !matches!(before, Between::Gap) || matches!(next, Between::Letter(_)) {
                before = next;
            }
            (start, rest) = (mark.end, mark.end);
        }
        push(&mut pieces, text, start..text.len(), &mut before);
        Pieces(pieces)
    }

    /// Finds the pieces in a source, or the longest partial match.
    pub(super) fn find_in(&self, source: &Haystack, patience: &mut TryBudget) -> Result<Vec<Range<usize>>, NotFound> {
        let most = patience.0.clamp(TryBudget::LEAST, TryBudget::MOST);
        let mut tried = 0;
        let result = self.find(source, most, &mut tried);
        patience.0 = patience.0.saturating_sub(tried);
        result
    }

    fn find(&self, source: &Haystack, most: usize, tried: &mut usize) -> Result<Vec<Range<usize>>, NotFound> {
        let text = source.as_str();
        let (mut found, mut from) = (Vec::with_capacity(self.0.len()), 0);
        let mut at = 0;
        while at < self.0.len() {
            // Match runs of pieces between omissions greedily: the first match leaves the most of the source for the
            // rest.
            let is_apart = |piece: &Piece<'_>| matches!(piece.before, Between::Gap);
            let end = self.0[at + 1..].iter().position(is_apart).map_or(self.0.len(), |next| at + 1 + next);
            let (mut best, mut search) = (None::<(usize, usize)>, from);
            let forms = self.0[at].forms(source);
            let needles: Vec<Needle<'_>> = forms.iter().map(|words| Needle::of(source, words, Edges::Words)).collect();
            loop {
                let starts = needles.iter().zip(&forms);
                let starts = starts.filter_map(|(needle, words)| Some((needle.next(search)?, words.len())));
                let Some((start, length)) = starts.min() else {
                    let (index, from) = best.unwrap_or((at, from));
                    return Err(NotFound::At(index, from));
                };
                let run_start = found.len();
                found.push(start..start + length);
                let mut compared = 0;
                let next = self.0[at + 1..end].iter().map_while(|piece| {
                    let place = piece.after(text, run_end(&found), &mut compared)?;
                    found.push(place);
                    Some(())
                });
                let matched = next.count() + 1;
                let matched_end = run_end(&found);
                if matched == end - at {
                    from = matched_end;
                    break;
                }
                found.truncate(run_start);
                if best.is_none_or(|(index, _)| index < at + matched) {
                    best = Some((at + matched, matched_end));
                }
                search = after_letter(text, start);
                *tried += matched + compared / 64;
                if *tried > most {
                    return Err(NotFound::Repeats);
                }
            }
            at = end;
        }
        Ok(found)
    }
}

fn run_end(run: &[Range<usize>]) -> usize {
    run.last().map_or(0, |last| last.end)
}

/// The next omission or insertion mark in a text, whose last bracket closes at `closed`, and what it means for the
/// following piece.
fn mark(text: &str, from: usize, closed: usize) -> Option<(Range<usize>, Between)> {
    let mut rest = from;
    while let Some(at) = text[rest..].find(['…', '[', '\n', '.']).map(|at| at + rest) {
        let after = &text[at..];
        let inner = after.strip_prefix('[').filter(|_| at < closed).and_then(|after| after.split_once(']'));
        if let Some((inner, follows)) = inner {
            let before = match (inner.trim(), inner.chars().next(), follows.chars().next()) {
                ("…" | "..." | ". . .", ..) => Between::Gap,
                (_, Some(letter), Some(next))
                    if inner.len() == letter.len_utf8() && letter.is_alphabetic() && next.is_alphabetic() =>
                {
                    Between::Letter(letter)
                }
                _ => Between::Inserted(Normalized::of(&after[..inner.len() + 2])),
            };
            return Some((at..at + inner.len() + 2, before));
        }
        match after {
            _ if after.starts_with('…') => return Some((at..at + '…'.len_utf8(), Between::Gap)),
            _ if after.starts_with("...") => return Some((at..at + 3, Between::Gap)),
            _ if after.starts_with('\n') => return Some((at..at + 1, Between::Inserted(Normalized::default()))),
            _ => rest = at + 1,
        }
    }
    None
}

/// Adds a part of the quotation if it has words.
fn push<'a>(pieces: &mut Vec<Piece<'a>>, text: &'a str, part: Range<usize>, before: &mut Between) -> bool {
    let trimmed = text[part.clone()].trim();
    if !trimmed.chars().any(char::is_alphanumeric) {
        return false;
    }
    let lead = text[part.clone()].len() - text[part.clone()].trim_start().len();
    let before = std::mem::replace(before, Between::Gap);
    pieces.push(Piece { text: trimmed, folded: Normalized::of(trimmed), start: part.start + lead, before });
    true
}

impl Piece<'_> {
    /// The forms in which a source may have the words at the start of a run: an inserted letter in either case.
    fn forms(&self, source: &Haystack) -> Vec<Cow<'_, str>> {
        let words = self.folded.as_str();
        let Between::Letter(letter) = self.before else { return vec![Cow::Borrowed(words)] };
        source.forms(letter).map(|form| Cow::Owned(format!("{form}{words}"))).collect()
    }

    /// The match of a piece that must follow directly after `end`; counts the bytes scanned.
    fn after(&self, source: &str, end: usize, read: &mut usize) -> Option<Range<usize>> {
        let (words, rest) = (self.folded.as_str(), &source[end..]);
        let inserted = if let Between::Inserted(word) = &self.before { word.as_str() } else { "" };
        let follows = |start: usize| {
            let place = start..start + words.len();
            let matches = source.get(start..).is_some_and(|rest| rest.starts_with(words));
            (matches && is_edge(source, place.end)).then_some(place)
        };
        let shared = |at: usize| {
            let pairs = source.as_bytes()[at..].iter().zip(words.as_bytes());
            pairs.take_while(|(one, other)| one == other).count()
        };
        // The source may contain the insertion itself.
        let between = rest.trim_start_matches(' ').strip_prefix(inserted).filter(|_| !inserted.is_empty());
        if let Some(after) = between.map(|after| after.trim_start_matches(' ')) {
            let start = source.len() - after.len();
            *read += inserted.len() + shared(start);
            if let Some(place) = follows(start) {
                return Some(place);
            }
        }
        // Otherwise no letter may lie between, so the first letters must match.
        let reach = inserted.len() + words.len() + BETWEEN;
        let window = source.floor_char_boundary(source.len().min(end + reach));
        let first = end + source[end..window].find(char::is_alphanumeric)?;
        *read += first - end + shared(first);
        if let Between::Letter(letter) = self.before {
            let own = source[first..].chars().next()?;
            let is_it = own.to_lowercase().eq(letter.to_lowercase()) && !source[first..].starts_with(words);
            let place = follows(first + own.len_utf8()).filter(|place| is_it && place.end <= window)?;
            return Some(first..place.end);
        }
        let lead = words.find(char::is_alphanumeric)?;
        let start = first.checked_sub(lead).filter(|start| *start >= end)?;
        follows(start).filter(|place| place.end <= window)
    }
}

/// The most bytes of punctuation and spaces between consecutive pieces.
const BETWEEN: usize = 16;

#[cfg(test)]
mod tests {
    use super::super::haystack::Haystack;
    use super::{NotFound, Pieces, TryBudget};
    use crate::entry::normalized::Normalized;

    fn proven(quotation: &str, source: &str) -> bool {
        Pieces::of(quotation).find_in(&Haystack::of(Normalized::of(source)), &mut TryBudget::new()).is_ok()
    }

    #[test]
    fn marks_and_white_space_do_not_count() {
        assert!(proven("Don’t say “peace” – say it", "He: don't. \"Don't  say 'peace'\n— say it\", he said"));
        assert!(proven("не «мир»\nа слова", "Он: не \"мир\"\n\n“а слова” нет"));
        assert!(proven("نؤكد على السلام", "قال: نؤكد  على السلام."));
        assert!(proven("Il dit « paix » — enfin", "Il dit “paix”—enfin"));
        assert!(!proven("We agree", "we agree"));
        assert!(!proven("We agree on it", "We agree upon it"));
        assert!(!proven("قال نعم", "قال لا"));
    }

    #[test]
    fn words_are_whole() {
        assert!(!proven("art is long", "a part is long"));
        assert!(!proven("We agree on", "We agree only"));
        assert!(!proven("мир", "премирный"));
        assert!(proven("روسيا", "وروسيا"), "Arabic writes some words together");
        assert!(proven("和平", "我们要和平。"));
    }

    #[test]
    fn what_is_left_out_and_put_in() {
        let source = "We agree on all things, and today we agree on peace. Thank you.";
        assert!(proven("We agree […] on peace.", source));
        assert!(proven("… today we agree ... Thank you.", source));
        assert!(proven("We agree [...] peace […]", source));
        assert!(proven("and today we [the ministers] agree on peace", source));
        assert!(proven("[Yes,] we agree on peace", source));
        assert!(!proven("We agree [all of us] today", source), "nothing may be left out where something is put in");
        assert!(!proven("Thank you. … We agree", source), "in the order of the source");
        assert!(proven("he [sic] said", "and he [sic] said"));
        assert!(proven("he [sic] said … this", "and he [sic] said that and this"));
        assert!(proven("(the relations - [sic] TASS)", "(the relations - TASS)"));
        assert!(proven("[T]oday we agree", source));
        assert!(proven("things, [A]nd today", source));
        assert!(!proven("[M]oday we agree", source));
        assert!(proven("unclosed [bracket … here", "unclosed [bracket and here"));
    }

    #[test]
    fn candidates_that_overlap() {
        assert!(proven("a b a b c", "a b a b a b c"));
        assert!(proven("we [all] can", "we may, we can"));
        assert!(proven("we … we … can", "we may, we can"));
        assert!(!proven("we … we … we", "we may, we can"));
    }

    #[test]
    fn paragraphs_follow_one_another() {
        assert!(proven("One.\nTwo.", "“One.\n\n“Two.”"));
        assert!(!proven("One.\nThree.", "One. Two. Three."));
    }

    #[test]
    fn the_first_difference_is_found() {
        let miss = |quotation: &str, source: &str| {
            let (haystack, pieces) = (Haystack::of(Normalized::of(source)), Pieces::of(quotation));
            let left = pieces.find_in(&haystack, &mut TryBudget::new()).expect_err("it is not there");
            let NotFound::At(index, from) = left else { panic!("it repeats nothing") };
            let miss = pieces.miss(&haystack, index, from);
            let nearest = miss.nearest.map(|near| haystack.as_str()[near].to_owned());
            (quotation[miss.piece].to_owned(), nearest.unwrap_or_default())
        };
        let source = "and we value the principled position of senators";
        let (own, near) = miss("we value the firm position of senators", source);
        assert_eq!((own.as_str(), near.as_str()), ("firm position of senators", "principled position of senators"));
        let (own, near) = miss("They value the principled position", source);
        assert_eq!(
            (own.as_str(), near.as_str()),
            ("They value the principled position", "we value the principled position of")
        );
        assert_eq!(miss("Nothing of this", source).1, "");
        // Letters of several bytes, and of several characters.
        let source = "Мы за прочный мир. Re\u{301}sume\u{301} caché";
        let (own, near) = miss("Мы за вечный мир", source);
        assert_eq!((own.as_str(), near.as_str()), ("вечный мир", "прочный мир. Résumé caché"));
        assert_eq!(miss("Мы за прочный покой", source).0, "покой");
        assert_eq!(miss("مصر", "قال لا").0, "مصر");
        assert_eq!(miss("Résumé caché\u{301}", source).0, "caché\u{301}");
    }

    #[test]
    fn passages_are_places_of_the_source() {
        let source = "Он сказал: «Мы — за мир». И ещё: «за   дело».";
        let text = Haystack::of(Normalized::of(source));
        let found = Pieces::of("Мы - за мир … за дело").find_in(&text, &mut TryBudget::new()).expect("it is there");
        let found: Vec<&str> = found.into_iter().map(|part| &source[text.folded().written(source, part)]).collect();
        assert_eq!(found, ["Мы — за мир", "за   дело"]);
    }

    #[test]
    fn long_texts_take_no_long_time() {
        let source = "a ".repeat(200_000);
        assert!(!proven(&format!("{}b", "a … ".repeat(2000)), &source));
        assert!(!proven(&format!("a [x] {}b", "a ".repeat(200)), &source));
        assert!(!proven(&format!("{}b", "a ".repeat(50_000)), &source));
        assert!(proven(&"a\n".repeat(10_000), &source));
        assert!(!proven(&"a".repeat(50_000), &"a".repeat(200_000)));
        assert!(proven(&"[".repeat(500_000), "nothing"), "it has no words");
        // Each of many quotations is looked for by itself.
        let haystack = Haystack::of(Normalized::of(&source));
        let mut patience = TryBudget::new();
        for count in (1..100).cycle().take(1000) {
            let quotation = format!("{}b c", "a ".repeat(count));
            let pieces = Pieces::of(&quotation);
            let Err(NotFound::At(index, from)) = pieces.find_in(&haystack, &mut patience) else { panic!("{count}") };
            assert_eq!(pieces.miss(&haystack, index, from).words, count);
        }
    }

    #[test]
    fn what_may_begin_anywhere_is_not_tried_for_ever() {
        let source = Haystack::of(Normalized::of(&"a ".repeat(200_000)));
        let quotation = format!("{}b", "a\n".repeat(10_000));
        let found = Pieces::of(&quotation).find_in(&source, &mut TryBudget::new());
        assert_eq!(found.err(), Some(NotFound::Repeats));
    }
}
