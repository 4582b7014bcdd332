//! Topics: their tree, what their pages say of them, and the way down to one.

use crate::chronicle::{DEEPEST_TOPIC, Record, Subject, TopicId};
use crate::entry::authority;
use crate::pages::head::Crumb;
use crate::pages::{ViewError, Views, chart, sources};
use crate::views::{Merged, Narrower, Topic, TopicRow, Topics};

/// So many broader topics are shown on the way to one.
const MOST_CRUMBS: usize = 8;

/// The topic tree.
pub(super) fn overview<'a>(views: &Views<'a>) -> Topics<'a> {
    Topics { tree: tree(views), heat: chart::heat(views) }
}

/// The topics in reading order, each with what is narrower. One that has several broader ones stands below the first of
/// them in full, and is only led to from the others, however many ways there are.
fn tree<'a>(views: &Views<'a>) -> Vec<TopicRow<'a>> {
    let chronicle = &views.chronicle;
    let totals = chronicle.totals();
    let mut tops: Vec<TopicId> = chronicle.topics().filter(|id| chronicle[*id].broader.is_empty()).collect();
    tops.sort_by_key(|id| (sources::collated(chronicle[*id].entry.fields.label.as_str()), *id));
    let mut seen = vec![false; totals.len()];
    let mut rows = Vec::new();
    let mut open: Vec<(TopicId, usize)> = tops.into_iter().rev().map(|id| (id, 0)).collect();
    while let Some((id, depth)) = open.pop() {
        let again = std::mem::replace(&mut seen[id.index()], true);
        rows.push(row(views, id, depth.min(DEEPEST_TOPIC - 1), totals[id.index()], again));
        if !again {
            open.extend(chronicle[id].narrower.iter().rev().map(|below| (*below, depth + 1)));
        }
    }
    rows
}

fn row<'a>(views: &Views<'a>, id: TopicId, depth: usize, total: usize, again: bool) -> TopicRow<'a> {
    let topic = views.chronicle.get(id);
    let fields = &topic.entry.fields;
    TopicRow {
        label: fields.label.as_str(),
        address: views.chronicle.address(Record::Topic(id)).and_then(|address| views.href(&address)),
        count: views.chronicle.under(Subject::Topic(id)).len(),
        total,
        depth,
        scope: fields.scope.as_ref().filter(|_| !again).map(|scope| scope.as_str()),
        // Only a topic that stands at several places is led to.
        anchor: (topic.broader.len() > 1).then(|| format!("t-{}", topic.entry.id)),
        again,
    }
}

/// The way up by the first broader topic; there is no cycle. Of a long one the end is shown.
pub(super) fn above<'a>(views: &Views<'a>, id: TopicId) -> impl Iterator<Item = Crumb<'a>> {
    let broader = |id: TopicId| views.chronicle.get(id).broader.first().copied();
    let above = std::iter::successors(broader(id), |id| broader(*id)).take(MOST_CRUMBS);
    let crumb = |id: TopicId| {
        let label = views.chronicle.get(id).entry.fields.label.as_str();
        Crumb::Label(label, views.chronicle.subject_address(Subject::Topic(id)))
    };
    let mut crumbs: Vec<Crumb<'a>> = above.map(crumb).collect();
    crumbs.reverse();
    crumbs.into_iter()
}

/// What the page says of the topic.
pub(super) fn record(views: &Views<'_>, id: TopicId) -> Result<Merged<authority::Topic, Topic>, ViewError> {
    let topic = &views.chronicle[id];
    let link = |id: &TopicId| views.subject_link(Subject::Topic(*id));
    let count = |id: &TopicId| views.chronicle.under(Subject::Topic(*id)).len();
    let narrower = topic.narrower.iter().map(|below| Merged::new(&link(below), &Narrower { count: count(below) }));
    let own = Topic {
        body: views.description(&topic.entry)?,
        broader: topic.broader.iter().map(link).collect(),
        narrower: narrower.collect(),
        related: topic.related.iter().map(link).collect(),
    };
    Ok(Merged::new(&topic.entry.fields, &own))
}
