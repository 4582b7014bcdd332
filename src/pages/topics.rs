//! The topic tree.

use tera::Value;

use super::head::{Head, field};
use super::value::{Context, list, maybe, object, text};
use super::{Page, Views, chart};
use crate::chronicle::{Record, Subject, TopicId};

pub(super) fn view(views: &Views<'_>, page: &Page) -> Context {
    let mut context = views.page(page, Head { kind: "topics", title: views.words.title("topics"), ..Head::default() });
    let chronicle = &views.chronicle;
    let mut tops: Vec<TopicId> = chronicle.topics().filter(|id| chronicle[*id].broader.is_empty()).collect();
    tops.sort_by_key(|id| (super::sources::collated(chronicle[*id].entry.fields.label.as_str()), *id));
    // Depth first, in reading order: each topic with its depth; a topic with two broader ones stands below both.
    let mut rows = Vec::new();
    let mut open: Vec<(TopicId, usize)> = tops.into_iter().rev().map(|id| (id, 0)).collect();
    while let Some((id, depth)) = open.pop() {
        rows.push(row(views, id, depth));
        open.extend(chronicle[id].narrower.iter().rev().map(|below| (*below, depth + 1)));
    }
    context.insert_value("tree", list(rows));
    context.insert_value("heat", chart::heat(views));
    context
}

fn row(views: &Views<'_>, id: TopicId, depth: usize) -> Value {
    let topic = &views.chronicle[id];
    let address = views.chronicle.address(Record::Topic(id));
    object([
        ("label", text(topic.entry.fields.label.as_str())),
        ("address", maybe(address.as_ref(), |address| views.href(address))),
        ("count", views.chronicle.under(Subject::Topic(id)).len().into()),
        ("total", total(views, id).into()),
        ("depth", depth.into()),
        ("scope", field(topic.entry.fields.scope.as_ref())),
    ])
}

/// How many statements a topic and all narrower ones have; a statement with several of them counts once.
fn total(views: &Views<'_>, id: TopicId) -> usize {
    let (mut topics, mut open) = (vec![id], vec![id]);
    while let Some(topic) = open.pop() {
        for below in &views.chronicle[topic].narrower {
            if !topics.contains(below) {
                topics.push(*below);
                open.push(*below);
            }
        }
    }
    let mut ids: Vec<_> = topics.iter().flat_map(|topic| views.chronicle.under(Subject::Topic(*topic))).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.len()
}
