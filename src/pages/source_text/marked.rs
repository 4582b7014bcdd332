//! A text as paragraphs, with the places of quotations marked. The text is somebody else's: all of it is shown as text.

use std::ops::Range;

use crate::markdown::escaped;
use crate::xml;

/// A quotation in a part of a text.
#[derive(Debug)]
pub(super) struct Mark {
    /// The anchor of its beginning.
    pub(super) anchor: String,
    /// Whether it begins in this part.
    pub(super) begins: bool,
    /// The address of the quotation on the page of its statement.
    pub(super) href: String,
    /// The number of the statement in the list of this page, from 1 on.
    pub(super) number: usize,
    /// The same as readers see it.
    pub(super) shown: String,
    /// Where its words are, in order, within the part.
    pub(super) places: Vec<Range<usize>>,
}

/// What happens at a place, in the order in which it does at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    /// A place ends.
    Close,
    /// The link to the statement stands here.
    Link,
    /// A place begins.
    Open,
    /// A quotation begins.
    Begin,
}

/// The markup of some paragraphs of a text. `is_directed` is whether the direction of the text is known.
///
/// Places may overlap: what stands in any of them is marked. Where words of a quotation end that others follow without a
/// word between them, there is no link yet.
pub(super) fn markup(text: &str, paragraphs: &[Range<usize>], marks: &[Mark], is_directed: bool) -> String {
    let mut writer =
        Writer { text, marks, steps: steps(text, marks).into_iter().peekable(), depth: 0, begun: Vec::new() };
    let mut out = String::with_capacity(text.len().min(1 << 16));
    for paragraph in paragraphs {
        out.push_str(if is_directed { "<p>" } else { "<p dir=\"auto\">" });
        writer.paragraph(&mut out, paragraph.clone());
        out.push_str("</p>\n");
    }
    out
}

/// All steps in their order, each with the mark it is about.
fn steps(text: &str, marks: &[Mark]) -> Vec<(usize, Step, usize)> {
    let mut steps = Vec::new();
    for (index, mark) in marks.iter().enumerate() {
        if let Some(first) = mark.places.first().filter(|_| mark.begins) {
            steps.push((first.start, Step::Begin, index));
        }
        for (at, place) in mark.places.iter().enumerate() {
            steps.extend([(place.start, Step::Open, index), (place.end, Step::Close, index)]);
            let between = mark.places.get(at + 1).and_then(|next| text.get(place.end..next.start));
            if between.is_none_or(|between| between.chars().any(char::is_alphanumeric)) {
                steps.push((place.end, Step::Link, index));
            }
        }
    }
    steps.sort_unstable();
    steps
}

struct Writer<'a> {
    text: &'a str,
    marks: &'a [Mark],
    steps: std::iter::Peekable<std::vec::IntoIter<(usize, Step, usize)>>,
    /// How many places are open.
    depth: usize,
    /// The quotations that begin with the next words.
    begun: Vec<usize>,
}

impl Writer<'_> {
    fn paragraph(&mut self, out: &mut String, paragraph: Range<usize>) {
        let mut at = paragraph.start;
        loop {
            // What ends with the last words of a paragraph ends in it, and what begins behind them does not.
            let is_due = |step: &(usize, Step, usize)| {
                step.0 <= at && (at < paragraph.end || matches!(step.1, Step::Close | Step::Link))
            };
            while let Some((_, step, mark)) = self.steps.next_if(is_due) {
                self.take(out, step, mark);
            }
            if at >= paragraph.end {
                return;
            }
            let next = self.steps.peek().map_or(paragraph.end, |(next, ..)| (*next).min(paragraph.end));
            self.words(out, at..next);
            at = next;
        }
    }

    fn take(&mut self, out: &mut String, step: Step, mark: usize) {
        match step {
            Step::Close => self.depth = self.depth.saturating_sub(1),
            Step::Open => self.depth += 1,
            Step::Begin => self.begun.push(mark),
            Step::Link => {
                let Mark { href, number, shown, .. } = &self.marks[mark];
                let (href, shown) = (escaped(href), escaped(shown));
                out.push_str(&format!(
                    "<sup class=\"reference\"><a href=\"{href}\" aria-describedby=\"statement-{number}\">{shown}</a></sup>"
                ));
            }
        }
    }

    fn words(&mut self, out: &mut String, range: Range<usize>) {
        if self.depth == 0 {
            push_text(out, &self.text[range]);
            return;
        }
        let mut begun = self.begun.drain(..).map(|mark| escaped(&self.marks[mark].anchor));
        match begun.next() {
            Some(first) => out.push_str(&format!("<mark id=\"{first}\">")),
            None => out.push_str("<mark>"),
        }
        begun.for_each(|other| out.push_str(&format!("<span id=\"{other}\"></span>")));
        push_text(out, &self.text[range]);
        out.push_str("</mark>");
    }
}

/// Adds words as they are written. Line ends stay; characters that turn the order of others are left out, and those that
/// HTML does not allow are replaced.
fn push_text(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' => out.push_str("<br>\n"),
            '\r' | '\t' | '\u{c}' => out.push(' '),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {}
            _ if letter.is_control() || !xml::is_allowed(letter) || xml::is_noncharacter(letter) => {
                out.push('\u{fffd}');
            }
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parts::paragraphs;
    use super::{Mark, markup};

    /// The markup of a text in which each of some quotations stands at the places of some words.
    fn marked(text: &str, quotations: &[&[&str]]) -> String {
        let mark = |(index, words): (usize, &&[&str])| Mark {
            anchor: format!("a-q{}", index + 1),
            begins: true,
            href: format!("/statements/a/#q{}", index + 1),
            number: 1,
            shown: "1".to_owned(),
            places: words.iter().map(|words| text.find(words).map(|at| at..at + words.len()).expect(words)).collect(),
        };
        let marks: Vec<Mark> = quotations.iter().enumerate().map(mark).collect();
        let html = markup(text, &paragraphs(text, 0..text.len()), &marks, true);
        // As short as can be read.
        let (mut html, describe) = (html, " aria-describedby=\"statement-1\"");
        for number in 1..=quotations.len() {
            let link = format!("<sup class=\"reference\"><a href=\"/statements/a/#q{number}\"{describe}>1</a></sup>");
            html = html.replace(&link, &format!("({number})"));
            html = html.replace(&format!("<mark id=\"a-q{number}\">"), &format!("[{number}:"));
            html = html.replace(&format!("<span id=\"a-q{number}\"></span>"), &format!("{number}:"));
        }
        html.replace("<mark>", "[").replace("</mark>", "]").replace("</p>\n", "|").replace("<p>", "")
    }

    #[test]
    fn the_words_of_a_quotation_are_marked_and_lead_to_it() {
        assert_eq!(marked("We agree on peace. Thanks.", &[&["agree on peace"]]), "We [1:agree on peace](1). Thanks.|");
        assert_eq!(marked("One\n\nTwo", &[&["One"], &["Two"]]), "[1:One](1)|[2:Two](2)|");
        assert_eq!(marked("One\n\nTwo\n\nThree", &[&["One\n\nTwo"]]), "[1:One]|[Two](1)|Three|");
    }

    #[test]
    fn places_that_overlap_are_marked_once() {
        let text = "We agree on peace and trade.";
        assert_eq!(
            marked(text, &[&["agree on peace"], &["peace and trade"]]),
            "We [1:agree on ][2:peace](1)[ and trade](2).|"
        );
        assert_eq!(marked(text, &[&["agree on peace"], &["on"]]), "We [1:agree ][2:on](2)[ peace](1) and trade.|");
        assert_eq!(marked(text, &[&["on peace"], &["on peace"]]), "We agree [1:2:on peace](1)(2) and trade.|");
        assert_eq!(marked(text, &[&["on peace"], &["on"]]), "We agree [1:2:on](2)[ peace](1) and trade.|");
        assert_eq!(marked(text, &[&["on"], &[" peace"]]), "We agree [1:on](1)[2: peace](2) and trade.|");
    }

    #[test]
    fn each_run_of_words_leads_to_the_quotation() {
        let text = "We agree. On peace, all of us agreed at once.";
        assert_eq!(
            marked(text, &[&["We agree", "On peace", "at once"]]),
            "[1:We agree]. [On peace](1), all of us agreed [at once](1).|"
        );
    }

    #[test]
    fn nothing_of_a_text_is_markup() {
        let text = "<b>&amp; \"x\"\u{202e}\u{7}\u{feff}\r\nnext *line*\n\n\u{200f}end";
        let html = markup(text, &paragraphs(text, 0..text.len()), &[], false);
        let expected = "<p dir=\"auto\">&lt;b&gt;&amp;amp; \"x\"\u{fffd} <br>\nnext *line*</p>\n";
        assert_eq!(html, format!("{expected}<p dir=\"auto\">\u{200f}end</p>\n"));
    }
}
