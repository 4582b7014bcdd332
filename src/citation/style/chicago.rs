//! The Chicago Manual of Style, 17th edition: a full note.

use super::names::{and_others, joined};
use super::{Citation, Dates, Words, Written};

/// From so many names on only the first is in a note.
const MANY: usize = 4;

/// `Sergey Lavrov, “On Trade” (press conference, Talks, Moscow, February 2, 2006), The Chronicle, https://….`
pub(super) fn note(citation: &Citation<'_>, dates: &Dates, words: &Words<'_>) -> Written {
    let mut note = Written::default();
    let comma = format!("{} ", words.comma);
    note.plain(&authors(citation, words));
    if !citation.speakers.is_empty() {
        note.plain(&comma);
    }
    match citation.item_type().has_publication() {
        true => {
            note.quoted(citation.title, words.comma, words);
            note.plain(" ");
            if let Some(publication) = citation.publication() {
                note.work(publication);
                note.plain(&comma);
            }
            note.plain(&dates.long);
        }
        false => {
            note.quoted(citation.title, "", words);
            let genre = citation.genre_within(words);
            let within: Vec<&str> = [&*genre].into_iter().chain(citation.occasion()).chain([&*dates.long]).collect();
            note.plain(&format!(" ({})", within.join(&comma)));
        }
    }
    note.plain(&comma);
    note.work(citation.chronicle);
    note.plain(&comma);
    note.address(&citation.url);
    note.stop();
    note
}

fn authors(citation: &Citation<'_>, words: &Words<'_>) -> String {
    let names: Vec<_> = citation.speakers.iter().map(|name| name.natural()).collect();
    match names.len() {
        MANY.. => and_others(&names[0], "cite_et_al", words),
        2 => joined(&names, "cite_two", words),
        _ => joined(&names, "cite_many", words),
    }
}
