//! Lists that are too long for one page, in parts.

use crate::address::Address;
use crate::chronicle::StatementId;
use crate::entry::date::Date;
use crate::pages::PageBuilder;
use crate::views::{ListPart, Neighbour};

/// A part of a list. The newest one stands at the address of the list itself; the others have numbers from the oldest on,
/// and are full, so that they stay as they are when the list grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    Newest,
    /// From 1 on.
    Older(usize),
}

impl Part {
    /// The parts of a list of so many statements, each of at most `limit`.
    pub(crate) fn all(count: usize, limit: usize) -> impl Iterator<Item = Part> {
        (1..=older(count, limit)).map(Part::Older).chain(std::iter::once(Part::Newest))
    }

    /// Its page.
    pub(crate) fn address(self, list: Address) -> Address {
        match self {
            Part::Newest => list,
            Part::Older(number) => list.below(&format!("part-{number}")),
        }
    }

    /// The title of its page.
    pub(crate) fn title(self, builder: &PageBuilder<'_>, list: &str) -> String {
        let Part::Older(number) = self else { return list.to_owned() };
        let number = builder.messages.number(i64::try_from(number).unwrap_or(i64::MAX));
        match builder.messages.phrase("part_number", &[("list", list), ("part", &number)]) {
            // A theme without this message.
            empty if empty.is_empty() => format!("{list} ({number})"),
            title => title,
        }
    }

    /// What is in it, of all of the list in its order.
    pub(crate) fn of<T>(self, ids: &[T], limit: usize) -> &[T] {
        let limit = limit.max(1);
        let range = match self {
            Part::Newest => older(ids.len(), limit) * limit..ids.len(),
            Part::Older(number) => (number - 1) * limit..(number * limit).min(ids.len()),
        };
        ids.get(range).unwrap_or_default()
    }

    /// The older and the newer part, where there are such.
    fn neighbours(self, older: usize) -> [Option<Part>; 2] {
        let numbered = |number: usize| (number > 0).then_some(Part::Older(number));
        match self {
            Part::Newest => [numbered(older), None],
            Part::Older(number) if number < older => [numbered(number - 1), numbered(number + 1)],
            Part::Older(number) => [numbered(number - 1), Some(Part::Newest)],
        }
    }
}

/// How many parts of a list have numbers.
fn older(count: usize, limit: usize) -> usize {
    count.div_ceil(limit.max(1)).saturating_sub(1)
}

/// A list at an address of its own, of statements or of what happened to them.
#[derive(Debug)]
pub(crate) struct List<'a, T> {
    pub(crate) address: &'a Address,
    /// All of it, oldest first.
    pub(crate) items: &'a [T],
    pub(crate) limit: usize,
}

impl List<'_, StatementId> {
    /// Links to all parts, with the dates of statements.
    pub(crate) fn links(&self, builder: &PageBuilder<'_>, shown: Part) -> Vec<ListPart> {
        self.links_by(builder, shown, |id| *builder.chronicle[*id].date())
    }
}

impl<T> List<'_, T> {
    /// Links to all parts, the newest first; none where there is only one. Of the newest part, others do not say how much
    /// it has and to which day: that changes most often.
    pub(crate) fn links_by(&self, builder: &PageBuilder<'_>, shown: Part, date: impl Fn(&T) -> Date) -> Vec<ListPart> {
        let parts: Vec<Part> = Part::all(self.items.len(), self.limit).collect();
        if parts.len() < 2 {
            return Vec::new();
        }
        let link = |part: &Part| {
            let items = part.of(self.items, self.limit);
            let date = |item: Option<&T>| item.map(|item| date(item).to_string());
            let is_settled = *part == shown || *part != Part::Newest;
            ListPart {
                from: date(items.first()),
                to: is_settled.then(|| date(items.last())).flatten(),
                count: is_settled.then_some(items.len()),
                address: builder.href(&part.address(self.address.clone())),
                current: *part == shown,
            }
        };
        parts.iter().rev().map(link).collect()
    }

    /// The links to the parts before and after one; or to what comes before and after the list.
    pub(crate) fn neighbours(
        &self,
        builder: &PageBuilder<'_>,
        title: &str,
        shown: Part,
        around: [Option<Neighbour>; 2],
    ) -> [Option<Neighbour>; 2] {
        let [older, newer] = shown.neighbours(older(self.items.len(), self.limit)).map(|part| {
            let part = part?;
            let address = part.address(self.address.clone());
            Some(Neighbour::from(builder.link(part.title(builder, title), Some(&address))))
        });
        let [before, after] = around;
        [older.or(before), newer.or(after)]
    }
}

#[cfg(test)]
mod tests {
    use super::Part;

    #[test]
    fn every_statement_is_in_one_part_of_at_most_the_limit() {
        for count in [0, 1, 2, 3, 4, 299, 300, 301, 900, 901] {
            let ids: Vec<usize> = (0..count).collect();
            for limit in [1, 2, 3, 300] {
                let parts: Vec<&[usize]> = Part::all(count, limit).map(|part| part.of(&ids, limit)).collect();
                assert_eq!(parts.concat(), ids);
                assert!(parts.iter().all(|part| part.len() <= limit));
                // All but the newest are full, so that they stay as they are.
                assert!(parts[..parts.len() - 1].iter().all(|part| part.len() == limit));
            }
        }
    }
}
