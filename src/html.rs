//! The tags of HTML, read by the tokenizer `html5gum`, which nothing else calls.
//!
//! It calls itself once more for each attribute in double quotation marks that stands in a tag one behind the other, so that a
//! tag with very many of them would need more stack than there is. A space before the sign `=`, which means the same, makes it
//! return first.

pub(crate) use html5gum::StartTag;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{EndTag, Span, Token, Tokenizer};

/// A tag, with spans in bytes of the text.
#[derive(Debug)]
pub(crate) enum Markup {
    Start(StartTag<usize>),
    End(EndTag<usize>),
}

/// The tags of a text, in order. What stands in a script or a style sheet is none.
pub(crate) fn tags(text: &str) -> Vec<Markup> {
    let spaced = Spaced::of(text);
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    // Otherwise what stands in a script would be read as elements.
    emitter.naively_switch_states(true);
    let tags = Tokenizer::new_with_emitter(spaced.text.as_str(), emitter).flatten().filter_map(|token| match token {
        Token::StartTag(mut tag) => {
            tag.span = spaced.span(tag.span);
            tag.attributes.values_mut().for_each(|value| value.span = spaced.span(value.span));
            Some(Markup::Start(tag))
        }
        Token::EndTag(tag) => Some(Markup::End(EndTag { span: spaced.span(tag.span), ..tag })),
        _ => None,
    });
    tags.collect()
}

/// A text with a space before each `=` of an attribute in double quotation marks.
#[derive(Debug)]
struct Spaced {
    text: String,
    /// Where the spaces stand in it, rising.
    spaces: Vec<usize>,
}

impl Spaced {
    fn of(text: &str) -> Spaced {
        let mut spaced = Spaced { text: String::with_capacity(text.len()), spaces: Vec::new() };
        let mut copied = 0;
        for (at, _) in text.match_indices('=') {
            if text[at + 1..].trim_start_matches([' ', '\t', '\n', '\r', '\u{c}']).starts_with('"') {
                spaced.text.push_str(&text[copied..at]);
                spaced.spaces.push(spaced.text.len());
                spaced.text.push(' ');
                copied = at;
            }
        }
        spaced.text.push_str(&text[copied..]);
        spaced
    }

    /// The span in the text as it was.
    fn span(&self, span: Span) -> Span {
        let before = |at: usize| at - self.spaces.partition_point(|space| *space < at);
        Span { start: before(span.start), end: before(span.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Markup, tags};

    #[test]
    fn spans_are_those_of_the_text_as_it_was() {
        let text = r#"<p a="b=c">"é" = "é"</p><a href="/?b=c" title = "é" alt='d="e"'>"#;
        let all = tags(text);
        let [Markup::Start(first), Markup::End(end), Markup::Start(tag)] = &all[..] else { panic!("{all:?}") };
        let is = |span: html5gum::Span, part: &str| assert_eq!(&text[span.start..span.end], part);
        is(first.span, r#"<p a="b=c">"#);
        is(end.span, "</p>");
        is(tag.span, r#"<a href="/?b=c" title = "é" alt='d="e"'>"#);
        for (name, part) in [("href", r#"href="/?b=c""#), ("title", r#"title = "é""#), ("alt", r#"alt='d="e"'"#)] {
            is(tag.attributes[name.as_bytes()].span, part);
        }
    }

    #[test]
    fn a_tag_may_have_any_number_of_attributes() {
        for attribute in [r#"a="x" "#, "a=\t\"x\"\n", r#"a="x"/"#, r#"a="x""#, r#"a = "'" "#] {
            let all = tags(&format!("<p {}>", attribute.repeat(50_000)));
            assert!(matches!(&all[..], [Markup::Start(tag)] if tag.attributes.len() == 1), "{attribute}");
        }
    }
}
