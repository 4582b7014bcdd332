//! The difference between two states of a chronicle in words, which says which partitions have to be written again.

use super::fold::{Wanted, each_posting};
use super::layout::Counts;
use super::number::Number;
use super::statement::Statement;
use super::vocabulary::Words;

/// The statements under one number, before and after, where their words differ.
pub(super) struct Changes<'a>(Vec<(Option<&'a Statement>, Option<&'a Statement>)>);

/// A posting: stem, rank and successors.
type Posting = (u32, u32, Vec<u16>);

impl<'a> Changes<'a> {
    /// Between statements with their numbers, in order.
    pub(super) fn of(
        numbers: &[Number],
        statements: &'a [Statement],
        old_numbers: &[Number],
        old_statements: &'a [Statement],
    ) -> Changes<'a> {
        let mut changes = Vec::new();
        let mut old = old_numbers.iter().zip(old_statements).peekable();
        for (number, new) in numbers.iter().zip(statements) {
            while let Some((_, gone)) = old.next_if(|(old, _)| *old < number) {
                changes.push((Some(gone), None));
            }
            let same = old.next_if(|(old, _)| *old == number).map(|(_, old)| old);
            if same.is_none_or(|old| !old.has_words_of(new)) {
                changes.push((same, Some(new)));
            }
        }
        changes.extend(old.map(|(_, gone)| (Some(gone), None)));
        Changes(changes)
    }

    /// How many statements differ.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// How often words occur after the changes, where they occurred so often before.
    pub(super) fn counts(&self, before: &Counts, words: &Words) -> Counts {
        let mut counts = before.clone().with_room_for(words);
        counts.change(&Counts::of(self.0.iter().filter_map(|(_, new)| *new), words), |count, new| count + new);
        counts.change(&Counts::of(self.0.iter().filter_map(|(old, _)| *old), words), |count, old| count - old);
        counts
    }

    /// The texts whose entries or lists differ, where words occurred so often before, and so often after; some several times.
    pub(super) fn texts(&self, words: &Words, before: &Counts, after: &Counts) -> Vec<u32> {
        let before = before.clone().with_room_for(words);
        let mut texts = Vec::new();
        let pairs =
            [(&before.forms, &after.forms), (&before.stems, &after.stems), (&before.occurrences, &after.occurrences)];
        for (before, after) in pairs {
            let differ = (0..).zip(before.iter().zip(after)).filter(|(_, (one, other))| one != other);
            texts.extend(differ.map(|(text, _)| text));
        }
        for ((word, before), after) in words.all().iter().zip(&before.words).zip(&after.words) {
            if (*before > 0) != (*after > 0) {
                texts.push(word.form);
            }
        }
        let wanted = Wanted::of(words, |stem| stem);
        let postings = |statement: Option<&Statement>| {
            let (mut entries, mut postings): (_, Vec<Posting>) = (Vec::new(), Vec::new());
            if let Some(statement) = statement {
                let scale = &wanted.read(statement, &mut entries);
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
        texts
    }
}
