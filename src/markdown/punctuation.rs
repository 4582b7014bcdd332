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
                let (double, single) = match language.is_traditional_chinese() {
                    true => (["「", "」"], ["『", "』"]),
                    false => (["“", "”"], ["‘", "’"]),
                };
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
    let (mut quotations, mut open) = (0_usize, Open::default());
    for (event, range) in events {
        match event {
            Event::Start(Tag::BlockQuote(_)) => quotations += 1,
            Event::End(TagEnd::BlockQuote(_)) => quotations = quotations.saturating_sub(1),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_) | TagEnd::TableCell) => {
                open = Open::default();
            }
            Event::Text(shown) => {
                let typed = &text[range.clone()];
                // Of a row of hyphens the parser makes dashes that are nobody's.
                if !is_made(shown, typed) || typed.len() > 3 && quotations == 0 && marks.is_some() {
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
    /// One that was typed as a double mark within others.
    inner: bool,
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
                let (open, marks) = match (is_opening, self.double, self.inner) {
                    (false, false, _) => return typed,
                    (true, true, _) | (false, _, true) => (&mut self.inner, marks.single),
                    _ => (&mut self.double, marks.double),
                };
                *open = is_opening;
                marks[usize::from(!is_opening)]
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
            // Six are one ellipsis where one has six.
            "..." if [before, after].contains(&Some('.')) => ENGLISH.ellipsis,
            "..." => marks.ellipsis,
            "--" => marks.dashes[0],
            "---" => marks.dashes[1],
            _ => typed,
        }
    }
}

/// Whether one of two letters is of a script that writes words without spaces between them.
fn is_wide(before: Option<char>, after: Option<char>) -> bool {
    [before, after].into_iter().flatten().any(|letter| letter >= '\u{2e80}')
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser};

    use super::settle;

    fn shown(language: &str, text: &str) -> String {
        let mut events: Vec<_> = Parser::new_ext(text, Options::ENABLE_SMART_PUNCTUATION).into_offset_iter().collect();
        settle(text, &language.parse().expect("a language"), &mut events);
        let words = events.into_iter().filter_map(|(event, _)| match event {
            Event::Text(words) | Event::Code(words) => Some(words.into_string()),
            Event::SoftBreak => Some(" ".to_owned()),
            _ => None,
        });
        words.collect()
    }

    #[test]
    fn marks_of_languages() {
        let typed = "\"One 'two'\" -- it's... \"A \"b\" c\" --- 5\" \\\"x\\\"";
        for (language, expected) in [
            ("en", "“One ‘two’” – it’s… “A ‘b’ c” — 5\" \"x\""),
            ("en-GB", "“One ‘two’” – it’s… “A ‘b’ c” — 5\" \"x\""),
            ("fr", "«\u{a0}One “two”\u{a0}» – it’s… «\u{a0}A “b” c\u{a0}» — 5\" \"x\""),
            ("de-AT", "„One ‚two‘“ – it’s… „A ‚b‘ c“ — 5\" \"x\""),
            ("es", "«One “two”» – it’s… «A “b” c» — 5\" \"x\""),
            ("ru", "«One „two“» — it’s… «A „b“ c» — 5\" \"x\""),
            ("ar", "«One “two”» – it’s… «A “b” c» — 5\" \"x\""),
            ("pl", "\"One 'two'\" -- it's... \"A \"b\" c\" --- 5\" \"x\""),
        ] {
            assert_eq!(shown(language, typed), expected, "{language}");
        }
        let typed = "他说\"你好\"，又说\"他说'好'\"......还有--don't...";
        assert_eq!(shown("zh", typed), "他说“你好”，又说“他说‘好’”……还有——don’t……");
        assert_eq!(shown("zh-TW", typed), "他说「你好」，又说「他说『好』」……还有——don’t……");
        assert_eq!(shown("zh-Hans-TW", typed), shown("zh", typed));
    }

    #[test]
    fn what_was_said_stays_as_it_was_typed() {
        for text in ["\"We\" -- it's 'so'...", "--- \"", "it's"] {
            for language in ["en", "fr", "zh", "pl"] {
                assert_eq!(shown(language, &format!("> {text}\n")), text, "{language}");
                assert_eq!(shown(language, &format!("- > > {text}\n")), text);
            }
        }
        assert_eq!(shown("fr", "`\"a\"` &quot;b&quot; ----- ----"), "\"a\" \"b\" —– ––");
    }
}
