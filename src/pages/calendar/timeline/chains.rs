//! Chains of reiterations as arcs in a row of their own, above all others: each joins the statements of a chain.

use std::fmt::Write;

use super::budget;
use super::scale::WIDTH;
use crate::chronicle::StatementId;
use crate::pages::PageBuilder;
use crate::pages::statement::chain;
use crate::views::TimelineChain;

/// How high the row is.
pub(super) const HEIGHT: i32 = 80;

/// Where the feet of arcs stand.
const FOOT: i32 = 76;

/// The most chains that are drawn: the longest ones.
const MOST: usize = 50;

/// The most bytes that chains take together.
const ALL: usize = 20_000;

/// The most bytes of their paths, and of the title of each.
const PATHS: usize = 6_000;
const TITLE: usize = 48;

/// What the theme's words about a chain take, at most.
const WORDS: usize = 96;

/// Where a statement stands: the place across the picture, and the year.
pub(super) type Place = (i32, i32);

/// The chains that are drawn, in the order of their first statements.
#[derive(Default)]
pub(super) struct Chains<'a> {
    pub(super) drawn: Vec<TimelineChain<'a>>,
    /// How many there are of which two statements are of a known year.
    pub(super) total: usize,
    /// What they take.
    pub(super) size: usize,
}

impl Chains<'_> {
    /// How high their row is; they have none where there are none.
    pub(super) fn height(&self) -> i32 {
        if self.drawn.is_empty() { 0 } else { HEIGHT }
    }
}

/// The longest chains of statements that have a place.
pub(super) fn chains<'a>(builder: &PageBuilder<'a>, place: impl Fn(StatementId) -> Option<Place>) -> Chains<'a> {
    let ids: Vec<StatementId> = builder.chronicle.statements().collect();
    let placed = |members: &'a [StatementId]| {
        let mut places: Vec<Place> = members.iter().filter_map(|id| place(*id)).collect();
        places.sort_unstable();
        (places.len() > 1).then_some((*members.first()?, members.len(), places))
    };
    let mut found: Vec<_> = builder.chronicle.chains_of(&ids).into_iter().filter_map(placed).collect();
    let total = found.len();
    found.truncate(MOST);
    found.sort_by_key(|(first, ..)| *first);
    let paths = paths(&found.iter().map(|(.., places)| places.as_slice()).collect::<Vec<_>>());
    let mut chains = Chains { drawn: Vec::new(), total, size: 0 };
    for ((first, count, places), path) in found.into_iter().zip(paths) {
        let address = chain::of_first(builder.chronicle.ids(), first);
        let label = builder.chronicle.gist(first).title;
        let name = budget::cut(label, TITLE);
        let around = budget::AROUND + WORDS + budget::of_address(builder, &address);
        chains.size += around + budget::of_text(&name) + path.len();
        if chains.size > ALL {
            chains.size = ALL;
            break;
        }
        let year = |place: Option<&Place>| place.map_or(0, |(_, year)| *year);
        chains.drawn.push(TimelineChain {
            label,
            name,
            address: builder.href(&address),
            count,
            first: year(places.first()),
            last: year(places.last()),
            path,
        });
    }
    chains
}

/// The paths of chains. Feet that are near each other are drawn as one, at the largest distance that is needed for the paths to
/// be short enough: at an eighth of the picture they are.
fn paths(chains: &[&[Place]]) -> Vec<String> {
    let mut least = 3;
    loop {
        let paths: Vec<String> = chains.iter().map(|places| path(&feet(places, least))).collect();
        if least >= WIDTH / 8 || paths.iter().map(String::len).sum::<usize>() <= PATHS {
            return paths;
        }
        least *= 2;
    }
}

/// The places at least so far from each other, with the first and the last.
fn feet(places: &[Place], least: i32) -> Vec<i32> {
    let mut feet: Vec<i32> = Vec::new();
    for (x, _) in places {
        if feet.last().is_none_or(|last| x - last >= least) {
            feet.push(*x);
        }
    }
    if let (Some(last), [_, .., foot]) = (places.last(), feet.as_mut_slice()) {
        *foot = last.0;
    }
    feet
}

/// An arc from each foot to the next one; a stroke upwards where there is only one.
fn path(feet: &[i32]) -> String {
    let mut path = String::new();
    if let Some(foot) = feet.first() {
        // Writing to a `String` cannot fail.
        let _ = write!(path, "M{foot} {FOOT}{}", if feet.len() > 1 { "q" } else { "v-12" });
    }
    for (number, pair) in feet.windows(2).enumerate() {
        let across = pair[1] - pair[0];
        let between = if number > 0 { " " } else { "" };
        let _ = write!(path, "{between}{}-{} {across} 0", across / 2, 2 * top(across));
    }
    path
}

/// How high an arc is: broad ones are higher, below the name of the row.
fn top(across: i32) -> i32 {
    4 + (44 * 44 * across / WIDTH).isqrt()
}

#[cfg(test)]
mod tests {
    use super::{PATHS, feet, path, paths};

    #[test]
    fn arcs_join_what_is_apart() {
        assert_eq!(path(&[10]), "M10 76v-12");
        assert_eq!(path(&[0, 250, 1000]), "M0 76q125-52 250 0 375-84 750 0");
        let at = |places: &[i32]| feet(&places.iter().map(|x| (*x, 0)).collect::<Vec<_>>(), 10);
        assert_eq!(at(&[0, 4, 10, 12, 13]), [0, 13]);
        assert_eq!(at(&[0, 20, 25]), [0, 25]);
        assert_eq!(at(&[5, 5, 6]), [5]);
    }

    #[test]
    fn paths_are_short_however_long_chains_are() {
        let all: Vec<(i32, i32)> = (0..1000).map(|x| (x, 0)).collect();
        let chains = vec![all.as_slice(); 50];
        assert!(paths(&chains).iter().map(String::len).sum::<usize>() <= PATHS);
    }
}
