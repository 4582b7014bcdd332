//! The timeline in small, for pages that lead to it: the topics with the most statements by year.

use std::collections::BTreeMap;

use super::marks::LANE;
use super::scale::Scale;
use super::years;
use crate::address::Address;
use crate::pages::PageBuilder;
use crate::pages::common::{chart, lists};
use crate::views::{Dots, SmallLane, SmallTimeline};

/// How many topics it has.
const TOPICS: usize = 6;

/// Of more years it would be long.
const MOST_YEARS: i32 = 400;

/// The timeline in small; none where there is no timeline, or nothing to compare: less than two years or two topics.
pub(crate) fn small(builder: &PageBuilder<'_>) -> Option<SmallTimeline> {
    let address = lists::page_or_none(builder, &Address::page(["timeline"]))?;
    let scale = Scale::of(builder.chronicle.years())?;
    let years = scale.last - scale.first + 1;
    let mut topics = chart::heaviest_topics(builder).0;
    topics.truncate(TOPICS);
    if !(2..=MOST_YEARS).contains(&years) || topics.len() < 2 {
        return None;
    }
    let counted: Vec<Vec<(i32, usize)>> =
        topics.iter().map(|topic| years::known(builder.chronicle.years_under(*topic))).collect();
    let most = counted.iter().flatten().map(|(_, count)| *count).max().unwrap_or(1);
    let lane = |(number, (topic, years)): (usize, (_, &Vec<(i32, usize)>))| {
        let y = i32::try_from(number).unwrap_or_default() * LANE + years::MIDDLE;
        let mut dots: BTreeMap<usize, String> = BTreeMap::new();
        for (year, count) in years {
            dots.entry(years::width(*count, most)).or_default().push_str(&years::dot(scale, *year, y));
        }
        SmallLane {
            label: builder.subject_name(topic),
            address: builder.href(&builder.chronicle.subject_address(topic)),
            count: builder.chronicle.under(topic).len(),
            dots: dots.into_iter().map(|(width, path)| Dots { width, path }).collect(),
        }
    };
    let lanes: Vec<SmallLane> = topics.into_iter().zip(&counted).enumerate().map(lane).collect();
    let height = LANE * i32::try_from(lanes.len()).unwrap_or_default();
    Some(SmallTimeline { first: scale.first, last: scale.last, ticks: scale.ticks(), height, lanes, address })
}
