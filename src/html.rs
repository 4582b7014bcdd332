//! HTML as it is given to the tokenizer. `html5gum` calls itself once more for each attribute in double quotation marks that
//! stands in a tag one behind the other, so that a tag with very many of them would need more stack than there is. A space
//! before the sign `=`, which means the same, makes it return first.

use std::ops::Range;

/// A text with a space before each `=` of an attribute in double quotation marks.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Spaced {
    pub(crate) text: String,
    /// Where the spaces stand in it, rising.
    spaces: Vec<usize>,
}

impl Spaced {
    pub(crate) fn of(text: &str) -> Spaced {
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

    /// The range of the text as it was.
    pub(crate) fn range(&self, range: Range<usize>) -> Range<usize> {
        let before = |at: usize| at - self.spaces.partition_point(|space| *space < at);
        before(range.start)..before(range.end)
    }
}

#[cfg(test)]
mod tests {
    use html5gum::{Token, Tokenizer};

    use super::Spaced;

    #[test]
    fn ranges_are_those_of_the_text_as_it_was() {
        let text = r#"<a href="/?b=c" title = "é" alt='d'>"#;
        let spaced = Spaced::of(text);
        assert_eq!(spaced.text, r#"<a href ="/?b=c" title  = "é" alt='d'>"#);
        for part in ["<a", "/?b=c", "title", "é", "alt", ">"] {
            let (at, was) = (spaced.text.find(part).unwrap(), text.find(part).unwrap());
            assert_eq!(spaced.range(at..at + part.len()), was..was + part.len(), "{part}");
        }
    }

    #[test]
    fn a_tag_may_have_any_number_of_attributes() {
        for attribute in [r#"a="x" "#, "a=\t\"x\"\n", r#"a="x"/"#, r#"a="x""#, r#"a = "'" "#] {
            let spaced = Spaced::of(&format!("<p {}>", attribute.repeat(50_000)));
            let tokens: Vec<Token> = Tokenizer::new(spaced.text.as_str()).flatten().collect();
            assert!(matches!(tokens.last(), Some(Token::StartTag(tag)) if tag.attributes.len() == 1), "{attribute}");
        }
    }
}
