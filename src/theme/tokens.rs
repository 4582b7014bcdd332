//! A tokenizer for the parts of a template between delimiters, with as much of the syntax of Tera 2 as finding keys needs.

use std::ops::Range;

/// A tag or an expression of a template.
#[derive(Clone, Debug)]
pub(super) struct Part<'t> {
    /// Whether it is a tag (`{% … %}`), and not an expression (`{{ … }}`).
    pub(super) is_tag: bool,
    pub(super) tokens: Vec<Token<'t>>,
}

/// A token, with the byte where it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind,
    pub(super) text: &'t str,
    pub(super) at: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name, of a variable, key, filter, test, function or keyword.
    Name,
    /// A text, without its quotation marks.
    Text,
    /// A number.
    Number,
    /// A single punctuation character.
    Sign,
}

impl Part<'_> {
    /// Whether it begins a component.
    pub(super) fn is_component(&self) -> bool {
        self.is_tag && words(&self.tokens).first().is_some_and(|first| first.is_name("component"))
    }
}

impl Token<'_> {
    pub(super) fn is(&self, sign: &str) -> bool {
        self.kind == Kind::Sign && self.text == sign
    }

    pub(super) fn is_name(&self, name: &str) -> bool {
        self.kind == Kind::Name && self.text == name
    }

    pub(super) fn range(&self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }
}

/// The tags and expressions of a template, in order. An unclosed one ends with the template.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let (mut parts, mut at) = (Vec::new(), 0);
    while let Some(open) = text[at..].find('{').map(|open| at + open) {
        let rest = &text[open..];
        let (is_tag, end) = match rest.as_bytes().get(1) {
            Some(b'%') => (true, "%}"),
            Some(b'{') => (false, "}}"),
            Some(b'#') => {
                at = rest.find("#}").map_or(text.len(), |end| open + end + 2);
                continue;
            }
            _ => {
                at = open + 1;
                continue;
            }
        };
        let tokens = tokens(text, open + 2, end);
        at = tokens.last().map_or(open + 2, |last| last.range().end);
        at = text[at..].find(end).map_or(text.len(), |close| at + close + 2);
        if is_tag && tokens.first().is_some_and(|first| first.is_name("raw")) {
            at = text[at..].find("endraw").map_or(text.len(), |close| at + close);
            at = text[at..].find("%}").map_or(text.len(), |close| at + close + 2);
        } else {
            parts.push(Part { is_tag, tokens });
        }
    }
    parts
}

/// The bytes of a template that are code or a comment, delimiters and all.
pub(super) fn code(text: &str) -> Vec<Range<usize>> {
    let (mut ranges, mut at) = (Vec::new(), 0);
    while let Some(open) = text[at..].find('{').map(|open| at + open) {
        let rest = &text[open..];
        let end = match rest.as_bytes().get(1) {
            Some(b'%') => "%}",
            Some(b'{') => "}}",
            Some(b'#') => "#}",
            _ => {
                at = open + 1;
                continue;
            }
        };
        let last = if end == "#}" { None } else { tokens(text, open + 2, end).last().map(|last| last.range().end) };
        let inner = last.unwrap_or(open + 2);
        at = text[inner..].find(end).map_or(text.len(), |close| inner + close + 2);
        ranges.push(open..at);
    }
    ranges
}

/// The tokens of a tag without the marks for trimming white space at its ends.
pub(super) fn words<'a, 't>(tokens: &'a [Token<'t>]) -> &'a [Token<'t>] {
    let tokens =
        tokens.strip_prefix(&tokens[..tokens.first().map_or(0, |first| usize::from(first.is("-")))]).unwrap_or(tokens);
    match tokens.last() {
        Some(last) if last.is("-") => &tokens[..tokens.len() - 1],
        _ => tokens,
    }
}

/// The tokens from a byte on, up to the delimiter `end`.
fn tokens<'t>(text: &'t str, from: usize, end: &str) -> Vec<Token<'t>> {
    let (mut tokens, mut at) = (Vec::new(), from);
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        if rest.starts_with(end) {
            break;
        }
        let (kind, length) = match first {
            '"' | '\'' | '`' => {
                let length = rest[1..].find(first).unwrap_or(rest.len() - 1);
                tokens.push(Token { kind: Kind::Text, text: &rest[1..1 + length], at: at + 1 });
                at += (length + 2).min(rest.len());
                continue;
            }
            first if first.is_alphabetic() || first == '_' => {
                let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
                let plain = rest.bytes().take_while(is_part).count();
                // Names are ASCII as good as always; letters of other scripts are looked at only where one follows.
                let others = |letter: char| !(letter.is_alphanumeric() || letter == '_');
                let length = match rest.as_bytes().get(plain) {
                    Some(0x80..) => rest.find(others).unwrap_or(rest.len()),
                    _ => plain,
                };
                (Kind::Name, length)
            }
            first if first.is_ascii_digit() => {
                (Kind::Number, rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len()))
            }
            first if first.is_whitespace() => {
                at += first.len_utf8();
                continue;
            }
            first => (Kind::Sign, first.len_utf8()),
        };
        tokens.push(Token { kind, text: &rest[..length], at });
        at += length;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::{Kind, parts};

    #[test]
    fn what_stands_between_delimiters_becomes_tokens() {
        let text = "a {{ b.c[\"d\"] | e }} {# {{ f }} #} {%- if g %}{% raw %}{{ h }}{% endraw %}{{ \"}}\" }} { {% i";
        let shown: Vec<(bool, Vec<&str>)> = parts(text)
            .iter()
            .map(|part| (part.is_tag, part.tokens.iter().map(|token| token.text).collect()))
            .collect();
        assert_eq!(
            shown,
            [
                (false, vec!["b", ".", "c", "[", "d", "]", "|", "e"]),
                (true, vec!["-", "if", "g"]),
                (false, vec!["}}"]),
                (true, vec!["i"]),
            ]
        );
        for part in parts(text) {
            for token in part.tokens.iter().filter(|token| token.kind != Kind::Sign) {
                assert_eq!(&text[token.range()], token.text);
            }
        }
    }

    #[test]
    fn any_text_ends() {
        for text in ["{{", "{%", "{#", "{{ \"", "{% raw %}", "{{ é.ü }}", "{", "}}{{}}{%%}"] {
            parts(text);
        }
    }
}
