//! The topic tree.

use tera::Value;

use super::head::{Head, field};
use super::value::{Context, list, maybe, object, text};
use super::{Page, Views, chart};
use crate::chronicle::{DEEPEST_TOPIC, Record, Subject, TopicId};

pub(super) fn view(views: &Views<'_>, page: &Page) -> Context {
    let mut context = views.page(page, Head { kind: "topics", title: views.words.title("topics"), ..Head::default() });
    context.insert_value("tree", list(tree(views)));
    context.insert("heat", &chart::heat(views));
    context
}

/// The topics in reading order, each with what is narrower. One that has several broader ones stands below the first of
/// them in full, and is only led to from the others, however many ways there are.
fn tree(views: &Views<'_>) -> Vec<Value> {
    let chronicle = &views.chronicle;
    let totals = chronicle.totals();
    let mut tops: Vec<TopicId> = chronicle.topics().filter(|id| chronicle[*id].broader.is_empty()).collect();
    tops.sort_by_key(|id| (super::sources::collated(chronicle[*id].entry.fields.label.as_str()), *id));
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

fn row(views: &Views<'_>, id: TopicId, depth: usize, total: usize, again: bool) -> Value {
    let topic = &views.chronicle[id];
    let address = views.chronicle.address(Record::Topic(id));
    // Only a topic that stands at several places is led to.
    let anchor = (topic.broader.len() > 1).then(|| format!("t-{}", topic.entry.id));
    object([
        ("label", text(topic.entry.fields.label.as_str())),
        ("address", maybe(address.as_ref(), |address| views.href_value(address))),
        ("count", views.chronicle.under(Subject::Topic(id)).len().into()),
        ("total", total.into()),
        ("depth", depth.into()),
        ("scope", field(topic.entry.fields.scope.as_ref().filter(|_| !again))),
        ("anchor", maybe(anchor, Value::from)),
        ("again", again.into()),
    ])
}
