//! Topics: their tree, the values of their pages, and breadcrumbs.

use crate::address::Address;
use crate::chronicle::{DEEPEST_TOPIC, Record, Subject, TopicId};
use crate::entry::authority;
use crate::pages::common::head::Crumb;
use crate::pages::common::{chart, lists};
use crate::pages::{PageBuilder, ViewError};
use crate::views::{Merged, Narrower, Topic, TopicRow, Topics};

/// The most broader topics in breadcrumbs.
const MOST_CRUMBS: usize = 8;

pub(crate) fn overview<'a>(builder: &PageBuilder<'a>) -> Topics<'a> {
    let timeline = lists::page_or_none(builder, &Address::page(["timeline"]));
    Topics { tree: tree(builder), heat: chart::heat(builder), timeline }
}

/// The topics in reading order, each with the narrower ones. A topic with several broader ones is listed in full below the
/// first of them, and only linked to below the others, however many paths lead to it.
fn tree<'a>(builder: &PageBuilder<'a>) -> Vec<TopicRow<'a>> {
    let chronicle = &builder.chronicle;
    let totals = chronicle.totals();
    let mut tops: Vec<TopicId> = chronicle.topics().filter(|id| chronicle[*id].broader.is_empty()).collect();
    tops.sort_by_key(|id| (builder.messages.sort_key(chronicle[*id].entry.fields.label.as_str()), *id));
    let mut seen = vec![false; totals.len()];
    let mut rows = Vec::new();
    let mut open: Vec<(TopicId, usize)> = tops.into_iter().rev().map(|id| (id, 0)).collect();
    while let Some((id, depth)) = open.pop() {
        let again = std::mem::replace(&mut seen[id.index()], true);
        rows.push(row(builder, id, depth.min(DEEPEST_TOPIC - 1), totals[id.index()], again));
        if !again {
            open.extend(chronicle[id].narrower.iter().rev().map(|below| (*below, depth + 1)));
        }
    }
    rows
}

fn row<'a>(builder: &PageBuilder<'a>, id: TopicId, depth: usize, total: usize, again: bool) -> TopicRow<'a> {
    let topic = builder.chronicle.get(id);
    let fields = &topic.entry.fields;
    TopicRow {
        label: fields.label.as_str(),
        address: builder.chronicle.address(Record::Topic(id)).and_then(|address| builder.href(&address)),
        count: builder.chronicle.under(Subject::Topic(id)).len(),
        total,
        depth,
        scope: fields.scope.as_ref().filter(|_| !again).map(|scope| scope.as_str()),
        // Only a topic that is listed several times is linked to.
        anchor: (topic.broader.len() > 1).then(|| format!("t-{}", topic.entry.id)),
        again,
    }
}

/// The path up by the first broader topic of each; there is no cycle. Only the end of a long one is shown.
pub(crate) fn above<'a>(builder: &PageBuilder<'a>, id: TopicId) -> impl Iterator<Item = Crumb<'a>> {
    let broader = |id: TopicId| builder.chronicle.get(id).broader.first().copied();
    let above = std::iter::successors(broader(id), |id| broader(*id)).take(MOST_CRUMBS);
    let crumb = |id: TopicId| {
        let label = builder.chronicle.get(id).entry.fields.label.as_str();
        Crumb::Label(label, builder.chronicle.subject_address(Subject::Topic(id)))
    };
    let mut crumbs: Vec<Crumb<'a>> = above.map(crumb).collect();
    crumbs.reverse();
    crumbs.into_iter()
}

/// The values of a topic's page.
pub(crate) fn record(builder: &PageBuilder<'_>, id: TopicId) -> Result<Merged<authority::Topic, Topic>, ViewError> {
    let topic = &builder.chronicle[id];
    let link = |id: &TopicId| builder.subject_link(Subject::Topic(*id));
    let count = |id: &TopicId| builder.chronicle.under(Subject::Topic(*id)).len();
    let narrower = topic.narrower.iter().map(|below| Merged::new(&link(below), &Narrower { count: count(below) }));
    let own = Topic {
        body: builder.description(&topic.entry)?,
        broader: topic.broader.iter().map(link).collect(),
        narrower: narrower.collect(),
        related: topic.related.iter().map(link).collect(),
    };
    Ok(Merged::new(&topic.entry.fields, &own))
}
