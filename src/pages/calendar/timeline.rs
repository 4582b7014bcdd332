//! The whole chronicle as one picture: years across, topics down. Few statements are a mark each; of many those of a topic and
//! year are one. Chains of reiterations are arcs above. The picture takes at most 200 kB, whatever the record has (`budget`).

use std::hash::Hash;

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::{Chronicle, StatementId};
use crate::input::InputId;
use crate::pages::common::head::Head;
use crate::pages::common::value::Context;
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{Lane, Template, TimelineMark};

mod budget;
mod chains;
mod marks;
mod scale;
mod small;
mod years;

pub(crate) use small::small;

use chains::Chains;
use scale::Scale;

/// All statements of known years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    scale: Scale,
}

impl Output for Timeline {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::Timeline<'_>>("timeline.html")];
    const SWITCH: Switch<Timeline> = Switch::Named("timeline");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let scale = Scale::of(site.chronicle.years());
        pages.extend(scale.map(|scale| Page::new(Address::page(["timeline"]), Timeline { scale })));
    }

    fn about(&self) -> About {
        About::page(Turn::List(None), Nav::Below("years"))
    }

    fn hash(&self, _: &Site<'_>, hash: &mut Xxh3) {
        self.scale.hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("timeline.html", view(builder, page, self.scale)))
    }
}

/// What is drawn.
struct Drawn<'a> {
    chains: Chains<'a>,
    lanes: Vec<Lane>,
    marks: Vec<TimelineMark<'a>>,
    /// How many topics there are.
    topics: usize,
    /// The most statements of a year, and of a topic in a year; absent where each statement has a mark.
    most: Option<(usize, usize)>,
}

fn view(builder: &PageBuilder<'_>, page: &Page, scale: Scale) -> Context {
    let years = builder.chronicle.years();
    let known = years.iter().filter(|(year, _)| year.known().is_some()).flat_map(|(_, ids)| ids.iter().copied());
    let mut known: Vec<StatementId> = known.collect();
    known.sort_unstable();
    let Drawn { chains, lanes, marks, topics, most } =
        single(builder, scale, &known).unwrap_or_else(|| by_year(builder, scale));
    let height = chains.height() + marks::LANE * i32::try_from(lanes.len()).unwrap_or_default();
    let title = builder.messages.title("timeline");
    let description = builder.description_of_all(&title, None);
    let crumbs = vec![PageBuilder::crumb("years")];
    let head = Head { kind: "timeline", title, description, crumbs, ..Head::default() };
    let values = view::Timeline {
        first: scale.first,
        last: scale.last,
        ticks: scale.ticks(),
        height,
        topics_shown: lanes.iter().filter(|lane| lane.is_topic).count(),
        topics,
        all_topics: builder.href(&Address::page(["topics"])),
        lanes,
        marks,
        most: most.map(|(of_all, _)| of_all),
        most_of_topic: most.map(|(_, of_topic)| of_topic),
        chains: chains.drawn,
        chains_total: chains.total,
        all_chains: builder.href(&Address::page(["chains"])),
        total: known.len(),
        undated: years.values().map(Vec::len).sum::<usize>() - known.len(),
        all_years: builder.href(&Address::page(["years"])),
    };
    builder.filled(page, head, &values)
}

/// Each statement; none where they are too many, or take too much.
fn single<'a>(builder: &PageBuilder<'a>, scale: Scale, known: &[StatementId]) -> Option<Drawn<'a>> {
    if known.len() > marks::MOST {
        return None;
    }
    let placed = marks::placed(builder, scale, known.iter().copied());
    let chains = chains::chains(builder, |id| marks::place(&placed, id));
    let (lanes, topics, marks) = marks::draw(builder, &placed, chains.height(), budget::ALL - chains.size)?;
    Some(Drawn { chains, lanes, marks, topics, most: None })
}

/// The statements of each year.
fn by_year<'a>(builder: &PageBuilder<'a>, scale: Scale) -> Drawn<'a> {
    let year_of = years::year_of(builder.chronicle.years());
    let chains = chains::chains(builder, |id| year_of(id).map(|year| (scale.middle(year), year)));
    let rows = years::draw(builder, scale, chains.height(), budget::ALL - chains.size);
    Drawn {
        chains,
        lanes: rows.lanes,
        marks: Vec::new(),
        topics: rows.topics,
        most: Some((rows.most, rows.most_of_topic)),
    }
}
