//! The difference between two states of a chronicle in words, which says which shards have to be written again.

use super::fold::{Wanted, each_posting};
use super::layout::{Counts, Text};
use super::number::Number;
use super::vocabulary::Words;

/// The texts under one number, before and after, where they differ.
pub(super) struct Changes<'a>(Vec<(Option<Text<'a>>, Option<Text<'a>>)>);

/// What changes touch.
pub(super) struct Touched {
    /// How often texts occurred before.
    pub(super) counts: Counts,
    /// The texts whose entries or lists differ; some stand here several times.
    pub(super) texts: Vec<u32>,
}

/// A posting: stem, rank and successors.
type Posting = (u32, u32, Vec<u16>);

impl<'a> Changes<'a> {
    /// Between statements with their numbers, in order.
    pub(super) fn of(
        numbers: &[Number],
        texts: &[Text<'a>],
        old_numbers: &[Number],
        old_texts: &[Text<'a>],
    ) -> Changes<'a> {
        let mut changes = Vec::new();
        let mut old = old_numbers.iter().zip(old_texts.iter().copied()).peekable();
        for (number, new) in numbers.iter().zip(texts) {
            while let Some((_, gone)) = old.next_if(|(old, _)| *old < number) {
                changes.push((Some(gone), None));
            }
            let same = old.next_if(|(old, _)| *old == number).map(|(_, old)| old);
            if same.is_none_or(|old| old.head != new.head || old.body != new.body) {
                changes.push((same, Some(*new)));
            }
        }
        changes.extend(old.map(|(_, gone)| (Some(gone), None)));
        Changes(changes)
    }

    /// What they touch, where texts occur so often after them.
    pub(super) fn touched(&self, words: &Words, counts: &Counts) -> Touched {
        let old: Vec<Text<'_>> = self.0.iter().filter_map(|(old, _)| *old).collect();
        let new: Vec<Text<'_>> = self.0.iter().filter_map(|(_, new)| *new).collect();
        let mut before = counts.clone();
        before.change(&Counts::of(&new, words), |count, new| count - new);
        before.change(&Counts::of(&old, words), |count, old| count + old);

        let mut texts = Vec::new();
        let pairs = [(&before.forms, &counts.forms), (&before.stems, &counts.stems), (&before.places, &counts.places)];
        for (before, after) in pairs {
            texts.extend(
                (0..).zip(before.iter().zip(after)).filter(|(_, (one, other))| one != other).map(|(text, _)| text),
            );
        }
        for ((word, before), after) in words.all().iter().zip(&before.words).zip(&counts.words) {
            if (*before > 0) != (*after > 0) {
                texts.push(word.form);
            }
        }
        let wanted = Wanted::of(words, |stem| stem);
        let postings = |text: Option<Text<'_>>| {
            let (mut entries, mut postings): (_, Vec<Posting>) = (Vec::new(), Vec::new());
            if let Some(text) = text {
                let scale = wanted.read(text, &mut entries);
                each_posting(&mut entries, scale, |stem, rank, next| postings.push((stem, rank, next.to_vec())));
            }
            postings
        };
        for (old, new) in &self.0 {
            let (old, new) = (postings(*old), postings(*new));
            let only = |some: &[Posting], others: &[Posting]| -> Vec<u32> {
                let is_new = |posting: &&Posting| {
                    let same = others.binary_search_by_key(&posting.0, |posting| posting.0);
                    same.is_err() || same.is_ok_and(|same| others[same] != **posting)
                };
                some.iter().filter(is_new).map(|posting| posting.0).collect()
            };
            texts.extend(only(&old, &new));
            texts.extend(only(&new, &old));
        }
        Touched { counts: before, texts }
    }
}
