//! The items of the lists of a review. `most` is how much one may have where not all is shown.

use std::fmt::Write;

use crate::entry::Kind;
use crate::review::escape::escaped;
use crate::review::{
    ChangedFile, Difference, Fate, FileNature, OtherFile, PublishedChange, RecordChange, RecordPart, TextPart,
};

/// Bytes of what is said of one record in a comment that does not hold all.
const ITEM: usize = 4_000;

pub(super) fn published(change: &PublishedChange, most: usize) -> String {
    let mut out = format!("- <b>{}</b> ({})", cut(&change.name, most), cut(&change.id, most));
    let _ = write!(out, ": <i>{}</i>", cut(&change.what, most));
    let announced =
        change.announced.as_deref().map_or_else(|| "<b>no correction says so</b>".to_owned(), |said| cut(said, most));
    let _ = writeln!(out, ", {announced}");
    if !change.path.is_empty() {
        let _ = writeln!(out, "  <br>{}", cut(&change.path, most));
    }
    if !change.parts.is_empty() {
        let _ = writeln!(out, "  <br>{}", parts(&change.parts, most));
    }
    out
}

pub(super) fn file(file: &ChangedFile, most: usize) -> String {
    let mut out = format!("- <b>{}</b>, {}", cut(&file.path, most), word(file.fate));
    let signs: Vec<String> = file.active.signs.iter().map(|sign| cut(sign, most)).collect();
    if !signs.is_empty() {
        let _ = write!(out, ": {}", listed(&signs, most));
    }
    out.push('\n');
    let load = |address: &String| match file.fate != Fate::New && file.new_loads.contains(address) {
        true => format!("<b>{}</b> (new)", cut(address, most)),
        false => cut(address, most),
    };
    let mut loads: Vec<&String> = file.active.loads.iter().collect();
    loads.sort_by_key(|address| !file.new_loads.contains(*address));
    let loads: Vec<String> = loads.into_iter().map(load).collect();
    if !loads.is_empty() {
        let _ = writeln!(out, "  <br>addresses in it: {}", listed(&loads, most));
    }
    if !file.parts.is_empty() {
        let _ = writeln!(out, "  <br>{}", parts(&file.parts, most));
    }
    out
}

/// Texts one after the other; of those that are too many for a comment, how many there are.
pub(super) fn listed(texts: &[String], most: usize) -> String {
    let mut size = 0;
    let fits = |text: &&String| {
        size += text.len();
        most == usize::MAX || size <= ITEM
    };
    let shown: Vec<&str> = texts.iter().take_while(fits).map(String::as_str).collect();
    let left = texts.len() - shown.len();
    let left = if left > 0 { format!(", and {left} more in the whole review") } else { String::new() };
    format!("{}{left}", shown.join(", "))
}

pub(super) fn other(other: &OtherFile, most: usize) -> String {
    let nature = match other.nature {
        FileNature::File => "",
        FileNature::Link => ": a symbolic link",
        FileNature::Submodule => ": another repository (a submodule)",
    };
    format!("- {}, {}{nature}\n", cut(&other.path, most), word(other.fate))
}

pub(super) fn word(fate: Fate) -> &'static str {
    match fate {
        Fate::New => "new",
        Fate::Gone => "gone",
        Fate::Changed | Fate::Withdrawn | Fate::SetAside => "changed",
    }
}

pub(super) fn item(change: &RecordChange, most: usize) -> String {
    let mut out = format!("- <b>{}</b>", cut(&change.name, most));
    if change.kind != Kind::Statement {
        let _ = write!(out, " ({})", change.kind.noun());
    }
    if let Some((date, speakers)) = &change.said {
        let _ = write!(out, ", {}, {}", cut(date, most), cut(speakers, most));
    }
    let _ = write!(out, "\n  <br>{}", cut(&change.path, most));
    if let Some(address) = change.address.as_ref().filter(|_| change.fate != Fate::Gone) {
        let _ = write!(out, " → {}", cut(address, most));
    }
    out.push('\n');
    if let Some(was) = &change.was {
        let _ = writeln!(out, "  - <i>id</i>: was {}", cut(was, most));
    }
    let start = out.len();
    for (index, one) in change.differences.iter().enumerate() {
        if most != usize::MAX && out.len() - start > ITEM {
            let left = change.differences.len() - index;
            let _ = writeln!(out, "  - {left} more changes of this record are in the whole review");
            break;
        }
        out.push_str(&difference(one, most));
    }
    out
}

pub(super) fn difference(difference: &Difference, most: usize) -> String {
    let what = match &difference.what {
        RecordPart::Field(key) => cut(&key.replace('_', " "), most),
        RecordPart::Quotation(number) => format!("quotation q{number}"),
        RecordPart::Text => "text".to_owned(),
    };
    format!("  - <i>{what}</i>: {}\n", parts(&difference.parts, most))
}

/// Words with those that are gone and new; in a comment the first of them.
pub(super) fn parts(parts: &[TextPart], most: usize) -> String {
    let mut shown = Vec::new();
    let mut size = 0;
    for (index, one) in parts.iter().enumerate() {
        if most != usize::MAX && size > ITEM / 2 {
            shown.push(format!("… ({} more pieces are in the whole review)", parts.len() - index));
            break;
        }
        let text = part(one, most);
        size += text.len();
        shown.push(text);
    }
    shown.join(" ")
}

pub(super) fn part(part: &TextPart, most: usize) -> String {
    match part {
        TextPart::Same(words) => cut(words, most),
        TextPart::Gone(words) => format!("<del>{}</del>", cut(words, most)),
        TextPart::New(words) => format!("<ins><b>{}</b></ins>", cut(words, most)),
        TextPart::Apart => "…".to_owned(),
    }
}

/// A contributor's text as text; the first of it where it has more than `most` characters.
pub(super) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => {
            let left = text[end..].chars().count();
            format!("{} … ({left} more characters are in the whole review)", escaped(&text[..end]))
        }
        None => escaped(text),
    }
}
