//! The Chicago Manual of Style, 18th edition: a full note.

use super::names::{and_others, joined};
use super::{Citation, Dates, Words, Written};

/// From so many names on only the first is in a note.
const MANY: usize = 3;

/// `Sergey Lavrov, “On Trade,” Press conference, Talks, Moscow, February 2, 2006, The Chronicle, https://….`
pub(super) fn note(citation: &Citation<'_>, dates: &Dates, words: &Words<'_>) -> Written {
    let mut note = Written::default();
    let comma = format!("{} ", words.comma);
    note.plain(&authors(citation, words));
    if !citation.speakers.is_empty() {
        note.plain(&comma);
    }
    note.quoted(citation.title, words.comma, words);
    note.plain(&format!(" {}{comma}", citation.genre));
    if let Some(translated) = citation.translated(words) {
        note.plain(&format!("{translated}{comma}"));
    }
    match citation.publication() {
        Some(publication) => {
            note.work(publication);
            note.plain(&comma);
        }
        None => citation.occasion().iter().for_each(|part| note.plain(&format!("{part}{comma}"))),
    }
    note.plain(&format!("{}{comma}", dates.long));
    note.work(citation.chronicle);
    note.plain(&comma);
    note.address(&citation.url);
    note.stop();
    note
}

fn authors(citation: &Citation<'_>, words: &Words<'_>) -> String {
    let names: Vec<_> = citation.speakers.iter().map(|name| name.natural()).collect();
    if names.len() >= MANY { and_others(&names[0], "cite_et_al", words) } else { joined(&names, "cite_two", words) }
}
