//! Typography of the editors' own words: quotation marks, apostrophes, dashes and the ellipsis as the language of the text
//! has them. What somebody said stays as it was typed.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use crate::language::Language;

/// The marks of a language.
struct Marks {
    /// Marks of a quotation: the opening and the closing one.
    double: [&'static str; 2],
    /// Marks of a quotation within.
    single: [&'static str; 2],
    /// For two hyphens, and for three.
    dashes: [&'static str; 2],
    ellipsis: &'static str,
    /// Whether words are not parted by spaces, so that only the order tells an opening mark from a closing one.
    is_dense: bool,
}

const APOSTROPHE: &str = "’";

/// The marks as the parser of Markdown puts them.
const ENGLISH: Marks =
    Marks { double: ["“", "”"], single: ["‘", "’"], dashes: ["–", "—"], ellipsis: "…", is_dense: false };

impl Marks {
    /// The marks of a language, if they are known.
    fn of(language: &Language) -> Option<Marks> {
        Some(match language.primary() {
            "en" => ENGLISH,
            "fr" => Marks { double: ["«\u{a0}", "\u{a0}»"], single: ["“", "”"], ..ENGLISH },
            "de" => Marks { double: ["„", "“"], single: ["‚", "‘"], ..ENGLISH },
            "es" => Marks { double: ["«", "»"], single: ["“", "”"], ..ENGLISH },
            "ru" => Marks { double: ["«", "»"], single: ["„", "“"], dashes: ["—", "—"], ..ENGLISH },
            "ar" => Marks { double: ["«", "»"], single: ["“", "”"], ..ENGLISH },
            "zh" => {
                let tag = language.as_str();
                let is_traditional = language.script() == Some("Hant")
                    || language.script().is_none() && ["-TW", "-HK", "-MO"].iter().any(|region| tag.ends_with(region));
                let (double, single) =
                    if is_traditional { (["「", "」"], ["『", "』"]) } else { (["“", "”"], ["‘", "’"]) };
                Marks { double, single, dashes: ["——", "——"], ellipsis: "……", is_dense: true }
            }
            _ => return None,
        })
    }
}

/// Puts the marks of the text's language in place of the English ones that the parser of Markdown made, and within block
/// quotations, as everywhere in a language whose marks are not known, the characters that were typed.
pub(super) fn settle<'a>(text: &'a str, language: &Language, events: &mut [(Event<'a>, Range<usize>)]) {
    let marks = Marks::of(language);
    let is_english = language.primary() == "en";
    let (mut quotations, mut open) = (0_usize, Open::default());
    for (event, range) in events {
        match event {
            Event::Start(Tag::BlockQuote(_)) => quotations += 1,
            Event::End(TagEnd::BlockQuote(_)) => quotations = quotations.saturating_sub(1),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_) | TagEnd::TableCell) => {
                open = Open::default();
            }
            Event::Text(shown) if quotations > 0 || !is_english => {
                let typed = &text[range.clone()];
                if !is_made(shown, typed) {
                    continue;
                }
                let beside = (text[..range.start].chars().next_back(), text[range.end..].chars().next());
                let mark = match &marks {
                    Some(marks) if quotations == 0 => open.mark(marks, shown, typed, beside),
                    _ => typed,
                };
                *shown = CowStr::Borrowed(mark);
            }
            _ => {}
        }
    }
}

/// Whether the parser made some text of what was typed.
fn is_made(shown: &str, typed: &str) -> bool {
    shown != typed
        && match typed.as_bytes() {
            [b'"' | b'\''] | b"..." => true,
            [b'-', rest @ ..] => rest.iter().all(|byte| *byte == b'-'),
            _ => false,
        }
}

/// Marks that are open in a paragraph.
#[derive(Default)]
struct Open {
    double: bool,
    single: bool,
}

impl Open {
    /// The mark for what was typed; the parser made `shown` of it.
    fn mark<'a>(
        &mut self,
        marks: &Marks,
        shown: &str,
        typed: &'a str,
        (before, after): (Option<char>, Option<char>),
    ) -> &'a str {
        let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        match typed {
            "\"" => {
                // The parser takes for an opening mark what has none to close, too.
                let is_opening = if marks.is_dense {
                    !self.double
                } else {
                    shown == ENGLISH.double[0] && !is_word(before) && after.is_some_and(|after| !after.is_whitespace())
                };
                if !is_opening && !self.double {
                    return typed;
                }
                self.double = is_opening;
                marks.double[usize::from(!is_opening)]
            }
            "'" if is_word(before) && is_word(after) && !(marks.is_dense && is_wide(before, after)) => APOSTROPHE,
            "'" => {
                let is_opening = if marks.is_dense { !self.single } else { shown == ENGLISH.single[0] };
                if !is_opening && !self.single {
                    return APOSTROPHE;
                }
                self.single = is_opening;
                marks.single[usize::from(!is_opening)]
            }
            "..." => marks.ellipsis,
            "--" => marks.dashes[0],
            "---" => marks.dashes[1],
            // A line of hyphens is no dash.
            _ => typed,
        }
    }
}

/// Whether one of two letters is of a script that writes words without spaces between them.
fn is_wide(before: Option<char>, after: Option<char>) -> bool {
    [before, after].into_iter().flatten().any(|letter| letter >= '\u{2e80}')
}
