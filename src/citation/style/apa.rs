//! The Publication Manual of the American Psychological Association, 7th edition: an entry of a list of references.

use super::names::joined;
use super::{Citation, Dates, Words, Written};

/// The most names; of more, the last stands after the first 19 and an ellipsis.
const MOST: usize = 20;

/// `Lavrov, S. (2006, February 2). On trade [Press conference]. Talks, Moscow. The Chronicle. https://…`
pub(super) fn reference(citation: &Citation<'_>, dates: &Dates, words: &Words<'_>) -> Written {
    let mut reference = Written::default();
    reference.plain(&authors(citation, words));
    if !citation.speakers.is_empty() {
        // A body's name ends with a full stop, as initials do.
        reference.stop();
        reference.plain(" ");
    }
    // What is doubtful of a date stands in parentheses, and within others in brackets.
    let date = dates.year_first.replace('(', "[").replace(')', "]");
    reference.plain(&format!("({date}). "));
    // What is a part of a publication is not in italics, but that is.
    match citation.publication() {
        Some(_) => reference.plain(citation.title),
        None => reference.work(citation.title),
    }
    if let Some(translated) = citation.translated(words) {
        reference.plain(&format!(" ({translated})"));
    }
    reference.plain(&format!(" [{}]", citation.genre));
    match (citation.publication(), &*citation.occasion()) {
        (Some(publication), _) => {
            reference.plain(". ");
            reference.work(publication);
        }
        (None, []) => {}
        (None, occasion) => reference.plain(&format!(". {}", occasion.join(&format!("{} ", words.comma)))),
    }
    reference.stop();
    reference.plain(" ");
    reference.plain(citation.chronicle);
    reference.stop();
    reference.plain(" ");
    reference.address(&citation.url);
    reference
}

fn authors(citation: &Citation<'_>, words: &Words<'_>) -> String {
    let mut names: Vec<_> = citation.speakers.iter().map(|name| name.with_initials(words)).collect();
    if names.len() > MOST {
        let last = names.split_off(names.len() - 1);
        names.truncate(MOST - 1);
        return format!("{}{} … {}", names.join(&format!("{} ", words.comma)), words.comma, last[0]);
    }
    joined(&names, "cite_ampersand", words)
}
