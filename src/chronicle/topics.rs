//! Topics: unique labels, and the hierarchy.

use rustc_hash::FxHashSet;

use super::names::{NameMatch, NameTable};
use super::resolver::Resolver;
use super::{Topic, TopicId};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Step;
use crate::entry::shape::Text;
use crate::entry::{Entry, authority, locate, respelled};
use crate::input::{InputId, Inputs, Span};

/// Adds labels, synonyms and hidden labels, which must be unique across all topics; ids must have been added before.
pub(super) fn name(
    names: &mut NameTable<TopicId>,
    topics: &[Entry<authority::Topic>],
    inputs: &Inputs,
    findings: &mut Vec<Diagnostic>,
) {
    for (index, entry) in topics.iter().enumerate() {
        let fields = &entry.fields;
        let label = std::iter::once(("label", 0, &fields.label));
        let alt = fields.alt.as_slice().iter().enumerate().map(|(position, name)| ("alt", position, name));
        let hidden = fields.hidden.as_slice().iter().enumerate().map(|(position, name)| ("hidden", position, name));
        for (key, position, word) in label.chain(alt).chain(hidden) {
            let named = names.add_name(word.as_str(), TopicId::new(index));
            let with_id = match names.by_id(word.as_str()) {
                NameMatch::One(other) => Some(other),
                _ => None,
            };
            let mut others = named.into_iter().chain(with_id);
            let Some(other) = others.find(|other| other.index() != index) else { continue };
            let span = locate(inputs, entry.input, &[Step::Key(key), Step::Item(position)]);
            let finding =
                Diagnostic::error(Code::TopicLabelClash, span, format!("`{word}` stands for another topic already"))
                    .label(Span::file(topics[other.index()].input), "for this one")
                    .help(Some("remove it from one of the two topics".to_owned()));
            findings.push(finding);
        }
    }
}

/// Resolves `broader` and `related`, derives `narrower`, and refuses cycles.
pub(super) fn resolve(
    resolver: &Resolver<'_>,
    entries: Vec<Entry<authority::Topic>>,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Topic> {
    let mut topics: Vec<Topic> = entries
        .into_iter()
        .map(|entry| {
            let broader = find_all(resolver, entry.input, "broader", entry.fields.broader.as_slice(), findings);
            let related = find_all(resolver, entry.input, "related", entry.fields.related.as_slice(), findings);
            Topic { entry, broader, narrower: Vec::new(), related }
        })
        .collect();
    break_cycles(resolver.inputs, &mut topics, findings);
    for index in 0..topics.len() {
        let id = TopicId::new(index);
        for above in topics[index].broader.clone() {
            topics[above.index()].narrower.push(id);
        }
    }
    add_related(&mut topics);
    let labels: Vec<String> = topics.iter().map(|topic| topic.entry.fields.label.as_str().to_lowercase()).collect();
    for topic in &mut topics {
        topic.narrower.sort_by(|a, b| labels[a.index()].cmp(&labels[b.index()]));
        topic.related.sort_by(|a, b| labels[a.index()].cmp(&labels[b.index()]));
    }
    topics
}

/// A relation said by one side holds for both.
fn add_related(topics: &mut [Topic]) {
    let pairs = |(index, topic): (usize, &Topic)| -> Vec<(TopicId, TopicId)> {
        topic.related.iter().map(|other| (TopicId::new(index), *other)).collect()
    };
    let said: Vec<(TopicId, TopicId)> = topics.iter().enumerate().flat_map(pairs).collect();
    let mut known: FxHashSet<(TopicId, TopicId)> = said.iter().copied().collect();
    for (one, other) in said {
        if known.insert((other, one)) {
            topics[other.index()].related.push(one);
        }
    }
}

fn find_all(
    resolver: &Resolver<'_>,
    input: InputId,
    key: &'static str,
    words: &[Text],
    findings: &mut Vec<Diagnostic>,
) -> Vec<TopicId> {
    let (mut found, mut seen) = (Vec::new(), FxHashSet::default());
    for (position, word) in words.iter().enumerate() {
        found.extend(find(resolver, input, key, position, word, findings).filter(|topic| seen.insert(*topic)));
    }
    found
}

/// The topic that an id, label or synonym stands for.
pub(super) fn find(
    resolver: &Resolver<'_>,
    input: InputId,
    key: &'static str,
    position: usize,
    word: &Text,
    findings: &mut Vec<Diagnostic>,
) -> Option<TopicId> {
    match resolver.names.topics.find(word.as_str()) {
        NameMatch::One(id) => Some(id),
        NameMatch::Former(id, now) => {
            findings.push(resolver.former(input, &[Step::Key(key), Step::Item(position)], word, &now));
            Some(id)
        }
        // The clash was already reported; take the first.
        NameMatch::Many(ids) => ids.first().copied(),
        NameMatch::Absent => None,
        NameMatch::None => {
            let span = locate(resolver.inputs, input, &[Step::Key(key), Step::Item(position)]);
            // A topic is neither broader than itself nor related to itself.
            let path = resolver.inputs.get(input).path();
            let own =
                path.strip_prefix("content/topics/").and_then(|name| name.strip_suffix(".md")).unwrap_or_default();
            let topics = &resolver.names.topics;
            let help = topics
                .help_for_several(word.as_str())
                .or_else(|| topics.help_for_another(word.as_str(), own))
                .unwrap_or_else(|| "use a topic of `content/topics/`, or add one there".to_owned());
            let right = resolver.names.topics.certainly(word.as_str()).filter(|right| right.as_str() != own);
            findings.push(
                Diagnostic::error(Code::UnknownTopic, span, format!("unknown topic `{word}`"))
                    .help(Some(help))
                    .fixes(right.and_then(|right| respelled(resolver.inputs, span, right.as_str()))),
            );
            None
        }
    }
}

/// Reports each cycle of `broader` once and removes the edge that closes it.
fn break_cycles(inputs: &Inputs, topics: &mut [Topic], findings: &mut Vec<Diagnostic>) {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Done,
    }
    let mut marks = vec![Mark::New; topics.len()];
    for start in 0..topics.len() {
        // The DFS stack: each topic with the index of the broader topic to visit next.
        let mut way = vec![(start, 0)];
        while let Some((topic, position)) = way.pop() {
            if marks[topic] == Mark::Done {
                continue;
            }
            marks[topic] = Mark::Open;
            let Some(above) = topics[topic].broader.get(position).copied() else {
                marks[topic] = Mark::Done;
                continue;
            };
            if marks[above.index()] == Mark::Open {
                let span = locate(inputs, topics[topic].entry.input, &[Step::Key("broader"), Step::Item(position)]);
                let message =
                    format!("`{}` is above `{}` already", topics[topic].entry.id, topics[above.index()].entry.id);
                let help = "remove `broader` from one of the topics on the way round".to_owned();
                findings.push(Diagnostic::error(Code::BroaderCycle, span, message).help(Some(help)));
                topics[topic].broader.remove(position);
                way.push((topic, position));
            } else {
                way.push((topic, position + 1));
                way.push((above.index(), 0));
            }
        }
    }
}
