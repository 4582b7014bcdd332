//! Rules about the records around statements: topics that nothing uses, texts that no source names or of which sources
//! disagree.

use std::collections::{BTreeMap, BTreeSet};

use crate::chronicle::{Chronicle, DEEPEST_TOPIC, Subject};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Step;
use crate::entry::locate;
use crate::entry::shape::TextOr;
use crate::input::{InputId, Inputs, Span};

/// Topics that no statement has, or only one; and those on the first level that is too deep.
pub(super) fn topics(chronicle: &Chronicle, inputs: &Inputs) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for topic in chronicle.topics() {
        let entry = &chronicle[topic].entry;
        if chronicle.level(topic) == DEEPEST_TOPIC + 1 {
            let span = locate(inputs, entry.input, &[Step::Key("broader")]);
            let message = format!("there are {DEEPEST_TOPIC} levels of topics above `{}`", entry.id);
            let help = "name a topic nearer to the top as `broader`";
            findings.push(Diagnostic::lint(Code::DeepTopic, span, message).help(Some(help.to_owned())));
        }
        let span = || locate(inputs, entry.input, &[Step::Key("label")]);
        if !chronicle.has_page(topic) {
            let message = format!("no statement has the topic `{}` or one below it", entry.id);
            let help = "use it, or remove the file";
            findings.push(Diagnostic::lint(Code::OrphanTopic, span(), message).help(Some(help.to_owned())));
        } else if chronicle.under(Subject::Topic(topic)).len() == 1 && chronicle[topic].narrower.is_empty() {
            let message = format!("only one statement has the topic `{}`", entry.id);
            let help = "use a topic that has more, if one says as much";
            findings.push(Diagnostic::lint(Code::TopicUsedOnce, span(), message).help(Some(help.to_owned())));
        }
    }
    findings
}

/// Kept texts that no statement names as a source.
pub(super) fn source_texts(chronicle: &Chronicle, inputs: &Inputs) -> Vec<Diagnostic> {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for id in chronicle.statements() {
        used.extend(chronicle[id].entry.fields.sources.as_slice().iter().filter_map(|source| match source {
            TextOr::Map(source) => source.text.as_ref().map(|text| text.as_str()),
            TextOr::Text(_) => None,
        }));
    }
    let kept = inputs.under("content/sources/");
    let unused = kept.filter(|(_, file)| file.path().strip_prefix("content/").is_some_and(|path| !used.contains(path)));
    unused
        .map(|(input, file)| {
            let message = format!("no source names the text `{}`", file.path());
            Diagnostic::lint(Code::UnusedSourceText, Span::file(input), message)
                .help(Some("name it as `text:` of a source, or remove it".to_owned()))
        })
        .collect()
}

/// Sources that let a kept text be published which another source does not.
pub(super) fn publishing(chronicle: &Chronicle, inputs: &Inputs) -> Vec<Diagnostic> {
    type Place = (InputId, usize);
    let (mut refused, mut allowed): (BTreeMap<&str, Place>, Vec<(&str, Place)>) = Default::default();
    for id in chronicle.statements() {
        let entry = &chronicle[id].entry;
        for (position, source) in entry.fields.sources.as_slice().iter().enumerate() {
            let TextOr::Map(source) = source else { continue };
            let Some((text, publish)) = source.text.as_ref().zip(source.publish) else { continue };
            let place = (entry.input, position);
            match publish {
                true => allowed.push((text.as_str(), place)),
                false => drop(refused.entry(text.as_str()).or_insert(place)),
            }
        }
    }
    let span = |(input, position): Place| {
        locate(inputs, input, &[Step::Key("sources"), Step::Item(position), Step::Key("publish")])
    };
    let finding = |(text, place): (&str, Place)| {
        let other = *refused.get(text)?;
        let message = format!("this source lets the text `{text}` be published, and another does not");
        let finding = Diagnostic::lint(Code::ContradictoryPublish, span(place), message);
        let help = "write the same in both; while they differ, the text is not published";
        Some(finding.label(span(other), "this one does not").help(Some(help.to_owned())))
    };
    allowed.into_iter().filter_map(finding).collect()
}
