//! The MLA Handbook, 9th edition: an entry of a list of works cited.

use super::names::{and_others, joined};
use super::{Citation, Dates, Words, Written};

/// From so many names on only the first is in an entry.
const MANY: usize = 3;

/// `Lavrov, Sergey. “On Trade.” Press conference. Talks, 2 Feb. 2006, Moscow. The Chronicle, https://….`
pub(super) fn entry(citation: &Citation<'_>, dates: &Dates, words: &Words<'_>) -> Written {
    let mut entry = Written::default();
    let comma = format!("{} ", words.comma);
    entry.plain(&authors(citation, words));
    if !citation.speakers.is_empty() {
        entry.stop();
        entry.plain(" ");
    }
    entry.quoted(citation.title, ".", words);
    entry.plain(&format!(" {}", citation.genre));
    entry.stop();
    entry.plain(" ");
    let translated = citation.translated(words);
    // The first container is what the words were published in or said at.
    match citation.publication() {
        Some(publication) => {
            entry.work(publication);
            let rest = translated.iter().map(String::as_str).chain([&*dates.short]);
            rest.for_each(|part| entry.plain(&format!("{comma}{part}")));
        }
        None => {
            let before = [translated.as_deref(), citation.host, citation.event].into_iter().flatten();
            let container: Vec<&str> = before.chain([&*dates.short]).chain(citation.place).collect();
            entry.plain(&container.join(&comma));
        }
    }
    entry.stop();
    entry.plain(" ");
    entry.work(citation.chronicle);
    entry.plain(&comma);
    entry.address(&citation.url);
    entry.stop();
    entry
}

fn authors(citation: &Citation<'_>, words: &Words<'_>) -> String {
    let Some((first, others)) = citation.speakers.split_first() else { return String::new() };
    let first = first.family_first(words);
    if citation.speakers.len() >= MANY {
        return and_others(&first, "cite_et_al_inverted", words);
    }
    let names: Vec<_> = [first].into_iter().chain(others.iter().map(|name| name.natural())).collect();
    joined(&names, "cite_many", words)
}
