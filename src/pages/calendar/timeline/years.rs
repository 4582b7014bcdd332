//! The statements of each year as a dot: of all, and of the topics with the most statements.

use super::budget;
use super::marks::LANE;
use super::scale::Scale;
use crate::address::Address;
use crate::chronicle::{StatementId, Subject};
use crate::pages::PageBuilder;
use crate::pages::common::{chart, lists};
use crate::views::{Lane, LaneYear};

/// Where dots stand in a row: below its name.
pub(super) const MIDDLE: i32 = 28;

/// How broad dots are, in pixels.
const BROADEST: usize = 20;
const NARROWEST: usize = 4;

/// What the name of a row takes in the words of each of its dots, at most.
const NAME: usize = 48;

/// The rows of the dots.
pub(super) struct Rows {
    pub(super) lanes: Vec<Lane>,
    /// The most statements of a year, and of a topic in a year.
    pub(super) most: usize,
    pub(super) most_of_topic: usize,
    /// How many topics have statements.
    pub(super) topics: usize,
}

/// A row before it is drawn: its name, the page that has pages by year below it, and the years with counts.
struct Counted {
    label: String,
    is_topic: bool,
    page: Address,
    count: usize,
    years: Vec<(i32, usize)>,
}

/// The first rows of those that fit into `left` bytes, below what is `top` high: that of all statements, then topics.
pub(super) fn draw(builder: &PageBuilder<'_>, scale: Scale, top: i32, left: usize) -> Rows {
    let (topics, topics_in_all) = chart::heaviest_topics(builder);
    let all = builder.chronicle.years();
    let all = Counted {
        label: builder.messages.word("statements"),
        is_topic: false,
        page: Address::page(["years"]),
        count: all.values().map(Vec::len).sum(),
        years: known(all),
    };
    let topics: Vec<Counted> = topics.iter().map(|topic| counted(builder, *topic)).collect();
    let most_of = |row: &Counted| row.years.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let (most, most_of_topic) = (most_of(&all), topics.iter().map(most_of).max().unwrap_or(0));
    let mut lanes = Vec::new();
    let mut left = left;
    for (number, row) in std::iter::once(all).chain(topics).enumerate() {
        let y = top + i32::try_from(number).unwrap_or_default() * LANE + MIDDLE;
        let (lane, size) = lane(builder, row, if number == 0 { most } else { most_of_topic }, (scale, y));
        let Some(rest) = left.checked_sub(size) else { break };
        left = rest;
        lanes.push(lane);
    }
    Rows { lanes, most, most_of_topic, topics: topics_in_all }
}

fn counted(builder: &PageBuilder<'_>, topic: Subject) -> Counted {
    Counted {
        label: builder.subject_name(topic),
        is_topic: true,
        page: builder.chronicle.subject_address(topic),
        count: builder.chronicle.under(topic).len(),
        years: known(builder.chronicle.years_under(topic)),
    }
}

/// The known years, with how many statements they have.
pub(super) fn known(years: &lists::Years) -> Vec<(i32, usize)> {
    years.iter().filter_map(|(year, ids)| Some((year.known()?, ids.len()))).collect()
}

/// The year of a statement among those of known years.
pub(super) fn year_of(years: &lists::Years) -> impl Fn(StatementId) -> Option<i32> + use<> {
    let each = years.iter().filter_map(|(year, ids)| Some((year.known()?, ids)));
    let mut all: Vec<(StatementId, i32)> = each.flat_map(|(year, ids)| ids.iter().map(move |id| (*id, year))).collect();
    all.sort_unstable();
    move |id| all.binary_search_by_key(&id, |(of, _)| *of).ok().map(|at| all[at].1)
}

/// A row, and what it takes.
fn lane(builder: &PageBuilder<'_>, row: Counted, most: usize, (scale, y): (Scale, i32)) -> (Lane, usize) {
    let name = budget::cut(&row.label, NAME);
    let mut size = 0;
    let mut year = |(year, count): &(i32, usize)| {
        let address = row.page.below(&year.to_string());
        let path = dot(scale, *year, y);
        // Beside the name: the comma, the year, the colon and the count.
        let words = budget::of_text(&name) + 24;
        size += budget::AROUND + budget::BREADTH + budget::of_address(builder, &address) + words + path.len();
        LaneYear { year: *year, count: *count, address: builder.href(&address), width: width(*count, most), path }
    };
    let years = row.years.iter().map(&mut year).collect();
    let (label, address) = (row.label, builder.href(&row.page));
    (Lane { label, name, address, count: row.count, is_topic: row.is_topic, years }, size)
}

/// How broad the dot of so many statements is, in pixels, where the largest one stands for `most`: its area is as large as the
/// number, unless it would be too small to be seen.
pub(super) fn width(count: usize, most: usize) -> usize {
    (BROADEST * BROADEST).saturating_mul(count).div_ceil(most.max(1)).isqrt().clamp(NARROWEST, BROADEST)
}

/// The path of a dot in the middle of a year.
pub(super) fn dot(scale: Scale, year: i32, y: i32) -> String {
    format!("M{} {y}h0", scale.middle(year))
}

#[cfg(test)]
mod tests {
    use super::{Scale, dot, width};

    #[test]
    fn the_area_of_a_dot_is_its_number() {
        let widths = [1, 2, 25, 50, 100].map(|count| width(count, 100));
        assert_eq!(widths, [4, 4, 10, 14, 20]);
        assert_eq!([width(1, 1), width(0, 0), width(usize::MAX, usize::MAX)], [20, 4, 4]);
    }

    #[test]
    fn a_dot_stands_in_the_middle_of_its_year() {
        let scale = Scale { first: 2001, last: 2010 };
        assert_eq!([dot(scale, 2001, 28), dot(scale, 2010, 68)], ["M50 28h0", "M950 68h0"]);
    }
}
