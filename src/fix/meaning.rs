//! Whether a text means the same without its invisible characters: the same values, markup and code.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use serde_yaml::Value;
use xxhash_rust::xxh3::Xxh3;

use crate::entry::{front_matter, has_no_width, markdown};

/// The budget of comparisons per file.
const TRIES: usize = 200;

/// The ranges, among sorted disjoint ones, whose invisible characters can be removed without changing anything but
/// words.
pub(super) fn free(text: &str, places: &[Range<usize>]) -> Vec<Range<usize>> {
    let Some(whole) = Meaning::of(text) else { return Vec::new() };
    let (mut free, mut tries) = (Vec::new(), TRIES);
    let mut open = vec![places];
    while let Some(places) = open.pop().filter(|_| tries > 0) {
        tries -= 1;
        if places.is_empty() {
            continue;
        }
        if Meaning::of(&without(text, places)).is_some_and(|meaning| meaning == whole) {
            free.extend_from_slice(places);
        } else if places.len() > 1 {
            let (first, second) = places.split_at(places.len() / 2);
            open.extend([first, second]);
        }
    }
    free
}

fn without(text: &str, places: &[Range<usize>]) -> String {
    let (mut rest, mut at) = (String::with_capacity(text.len()), 0);
    for place in places {
        rest.push_str(&text[at..place.start]);
        at = place.end;
    }
    rest.push_str(&text[at..]);
    rest
}

/// The meaning of a file, without invisible characters in its words.
#[derive(PartialEq)]
struct Meaning {
    values: Value,
    marks: u128,
}

impl Meaning {
    fn of(text: &str) -> Option<Meaning> {
        let parts = front_matter::split(text.as_bytes()).ok()?;
        let values = serde_yaml::from_str(&parts.text[parts.matter.clone()]).ok()?;
        Some(Meaning { values: seen(values), marks: marks(&parts.text[parts.body], true) })
    }
}

fn seen_text(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|letter| !has_no_width(*letter))
}

/// A value without invisible characters.
fn seen(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(seen_text(&text).collect()),
        Value::Sequence(items) => Value::Sequence(items.into_iter().map(seen).collect()),
        Value::Mapping(map) => Value::Mapping(map.into_iter().map(|(key, value)| (seen(key), seen(value))).collect()),
        other => other,
    }
}

/// Fingerprint of the markup and visible words of a text; code, HTML and, if wanted, addresses count literally. Empty
/// paragraphs are ignored.
pub(super) fn marks(text: &str, has_addresses: bool) -> u128 {
    let (mut hash, mut words, mut is_open, mut is_code) = (Xxh3::new(), String::new(), false, false);
    for event in Parser::new_ext(text, markdown()) {
        if let Event::Text(part) = &event {
            if is_code {
                words.push_str(part)
            } else {
                words.extend(seen_text(part))
            }
            continue;
        }
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            _ => {}
        }
        let is_nothing = is_open && words.is_empty() && event == Event::End(TagEnd::Paragraph);
        if std::mem::take(&mut is_open) && !is_nothing {
            hash.update(b"\0paragraph\0");
        }
        hash.update(words.as_bytes());
        words.clear();
        match event {
            Event::Start(Tag::Paragraph) => is_open = true,
            Event::End(TagEnd::Paragraph) if is_nothing => {}
            Event::Start(Tag::Link { title, .. } | Tag::Image { title, .. }) if !has_addresses => {
                hash.update(format!("\0link\0{title}\0").as_bytes());
            }
            other => hash.update(format!("\0{other:?}\0").as_bytes()),
        }
    }
    hash.digest128()
}

#[cfg(test)]
mod tests {
    use super::free;

    #[test]
    fn only_what_is_in_words_can_go() {
        // Characters that can go, and those that cannot.
        for (text, is_free) in [
            ("wo\u{200b}rd", true),
            ("a *w\u{200b}ord*", true),
            ("one\n\n\u{200b}\n\ntwo", true),
            ("`co\u{200b}de`", false),
            ("    co\u{200b}de", false),
            ("```\nco\u{200b}de\n```", false),
            ("<b\u{200b}>", false),
            ("*\u{200b} a*", false),
            ("\u{200b}# a", false),
            ("\u{200b}- a", false),
            ("1\u{200b}. a", false),
            ("\u{200b}    a", false),
            ("one\n\u{200b}\ntwo", false),
            ("one\n=\u{200b}=", false),
            ("-\u{200b}--", false),
            ("[a]\u{200b}(b)", false),
            ("[^a\u{200b}]\n\n[^a\u{200b}]: b", false),
            ("\\\u{200b}*a*", false),
            ("&am\u{200b}p;", false),
            ("| a |\n|-\u{200b}-|\n| b |", false),
        ] {
            let text = format!("---\ntitle: A\n---\n{text}\n");
            let place = text.match_indices('\u{200b}').map(|(at, one)| at..at + one.len()).next().unwrap();
            assert_eq!(!free(&text, &[place]).is_empty(), is_free, "{text}");
        }
        for (value, is_free) in [
            ("wo\u{200b}rd", true),
            ("\"wo\u{200b}rd\"", true),
            ("a # a\u{200b} b", true),
            ("a \u{200b}# b", false),
            ("a:\u{200b} b", false),
            ("nu\u{200b}ll", false),
            ("~\u{200b}", false),
            ("1\u{200b}2", false),
            ("tru\u{200b}e", false),
            ("\u{200b}[a]", false),
            ("\u{200b}", false),
        ] {
            let text = format!("---\ntitle: {value}\n---\n");
            let place = text.match_indices('\u{200b}').map(|(at, one)| at..at + one.len()).next().unwrap();
            assert_eq!(!free(&text, &[place]).is_empty(), is_free, "{text}");
        }
    }
}
