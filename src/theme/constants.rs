//! Messages without arguments as text of the templates: looking them up for every page is slower.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::keys::own_names;
use super::tokens::{Kind, Part, parts};

/// The variable with the messages that take no arguments.
const MESSAGES: &str = "msg";

/// A template as it is compiled: messages stand in place of the expressions that print them, full names of templates in place
/// of those that Tera would not find, and what only lays it out is gone.
#[derive(Clone, Debug)]
pub(super) struct Folded {
    pub(super) text: Arc<str>,
    /// The ends of what was replaced: bytes in `text`, and in the template as its author wrote it.
    ends: Vec<(usize, usize)>,
}

impl Folded {
    /// The template as it is.
    pub(super) fn unchanged(text: &Arc<str>) -> Folded {
        Folded { text: Arc::clone(text), ends: Vec::new() }
    }

    /// A template with other text in place of some of its bytes, which do not overlap.
    pub(super) fn of(text: &str, mut replaced: Vec<(Range<usize>, &str)>) -> Folded {
        replaced.sort_by_key(|(range, _)| range.start);
        let (mut folded, mut ends, mut done) = (String::with_capacity(text.len()), Vec::new(), 0);
        for (range, with) in replaced {
            folded.push_str(&text[done..range.start]);
            folded.push_str(with);
            ends.push((folded.len(), range.end));
            done = range.end;
        }
        folded.push_str(&text[done..]);
        Folded { text: folded.into(), ends }
    }

    /// Maps a byte of `text` to one of the template as its author wrote it.
    pub(super) fn original(&self, at: usize) -> usize {
        let before = self.ends.partition_point(|(end, _)| *end <= at).checked_sub(1);
        before.map_or(at, |before| self.ends[before].1 + at - self.ends[before].0)
    }
}

/// Those of the messages that a template prints as they are, with the bytes of the expressions `{{ msg.… }}` that print them.
pub(super) fn printed<'m>(text: &str, messages: &'m BTreeMap<String, String>) -> Vec<(Range<usize>, &'m str)> {
    let mut printed = Vec::new();
    for part in parts(text).iter().filter(|part| !part.is_tag) {
        let [variable, dot, key] = part.tokens.as_slice() else { continue };
        let is_message = variable.is_name(MESSAGES) && dot.is(".") && key.kind == Kind::Name;
        let Some(message) = messages.get(key.text).filter(|message| is_message && is_plain(message)) else {
            continue;
        };
        let start = text[..variable.at].rfind("{{").unwrap_or(variable.at);
        let Some(end) = text[key.range().end..].find("}}").map(|end| key.range().end + end + 2) else { continue };
        printed.push((start..end, message.as_str()));
    }
    printed
}

/// Whether a message is the same in the text of a template: nothing in it is escaped, trimmed, or code; and it stands in one
/// line, so that lines have the same numbers.
fn is_plain(message: &str) -> bool {
    !message.is_empty()
        && message.trim() == message
        && !message.contains(['&', '<', '>', '"', '\'', '/', '{', '}', '\n', '\r'])
}

/// Whether templates may have messages in place of expressions: no template has something else by the name of the messages,
/// and none has components, which do not see them.
pub(super) fn may_fold<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    texts.map(parts).all(|parts| !own_names(&parts).contains(&MESSAGES) && !parts.iter().any(Part::is_component))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Folded, may_fold, printed};

    #[test]
    fn only_what_prints_a_plain_message_becomes_text() {
        let messages = [("yes", "Да, так"), ("no", "a & b"), ("gap", " x")];
        let messages = messages.map(|(key, message)| (key.to_owned(), message.to_owned())).into();
        for (text, expected) in [
            ("<b>{{ msg.yes }}</b>{{msg.yes}} {{ x }}", "<b>Да, так</b>Да, так {{ x }}"),
            ("{{ msg.no }}{{ msg.gap }}{{ msg.what }}", "{{ msg.no }}{{ msg.gap }}{{ msg.what }}"),
            ("{{- msg.yes }}{{ msg.yes -}}{{ msg.yes | upper }}", "{{- msg.yes }}{{ msg.yes -}}{{ msg.yes | upper }}"),
            (
                "{# {{ msg.yes }} #}{% raw %}{{ msg.yes }}{% endraw %}",
                "{# {{ msg.yes }} #}{% raw %}{{ msg.yes }}{% endraw %}",
            ),
            (
                "{{ \"{{ msg.yes }}\" }}{% if msg.yes %}{{ a.msg.yes }}",
                "{{ \"{{ msg.yes }}\" }}{% if msg.yes %}{{ a.msg.yes }}",
            ),
        ] {
            assert_eq!(&*Folded::of(text, printed(text, &messages)).text, expected);
        }
    }

    #[test]
    fn places_are_those_of_the_author() {
        let messages = BTreeMap::from([("a".to_owned(), "long words".to_owned()), ("b".to_owned(), "é".to_owned())]);
        let text = "1{{ msg.a }}2\n3{{ msg.b }}{{ msg.a }}4{{ x }}";
        let folded = Folded::of(text, printed(text, &messages));
        assert_eq!(&*folded.text, "1long words2\n3élong words4{{ x }}");
        for mark in ["1", "2", "3", "4", "{{ x"] {
            assert_eq!(folded.original(folded.text.find(mark).unwrap()), text.find(mark).unwrap(), "{mark}");
        }
        assert_eq!(folded.original(folded.text.len()), text.len());
    }

    #[test]
    fn a_name_that_templates_have_for_something_else_is_left() {
        for text in ["{% set msg = 1 %}", "{% for msg in x %}{% endfor %}", "{% component c(a) %}{% endcomponent %}"] {
            assert!(!may_fold(["{{ msg.yes }}", text].into_iter()), "{text}");
        }
        assert!(may_fold(["{{ msg.yes }}", "{% set a = msg.yes %}"].into_iter()));
    }
}
