//! What a style sheet loads: `@import`, `url(…)`, and the pictures of `image-set(…)` (CSS Syntax Level 3). Comments, texts
//! and escapes are read as browsers read them; what is no style sheet at all loads nothing, and is no fault.

use std::ops::Range;

use crate::config::Directive;

/// An address that a style sheet loads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Load {
    /// Where it stands, in bytes.
    pub(super) range: Range<usize>,
    pub(super) address: String,
    /// As what it is loaded.
    pub(super) directive: Directive,
    /// By what: `@import`, `url()`.
    pub(super) by: &'static str,
}

/// All addresses that a style sheet loads, in order.
pub(super) fn loads(text: &str) -> Vec<Load> {
    let mut reader =
        Reader { text, at: 0, rule: String::new(), blocks: Vec::new(), sets: Vec::new(), found: Vec::new() };
    while reader.at < text.len() {
        reader.read();
    }
    reader.found
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// The at-rule before whose block, or whose end, it stands; empty where it is none.
    rule: String,
    /// The at-rules of the blocks that are open.
    blocks: Vec<String>,
    /// For each bracket that is open, whether it is that of a set of pictures, in which a text is an address.
    sets: Vec<bool>,
    found: Vec<Load>,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// Reads one token, or passes over a character.
    fn read(&mut self) {
        let Some(letter) = self.rest().chars().next() else { return };
        let start = self.at;
        match letter {
            '/' if self.rest().starts_with("/*") => self.pass_comment(),
            '"' | '\'' => {
                let address = self.quoted(letter);
                let by = match self.rule.as_str() {
                    "import" => Some("@import"),
                    _ => self.sets.last().is_some_and(|is_set| *is_set).then_some("image-set()"),
                };
                self.note(start, address, by);
            }
            '@' => {
                self.at += 1;
                self.rule = self.name();
            }
            '{' => {
                self.at += 1;
                self.blocks.push(std::mem::take(&mut self.rule));
                self.sets.clear();
            }
            '}' | ';' => {
                self.at += 1;
                self.rule.clear();
                self.sets.clear();
                if letter == '}' {
                    self.blocks.pop();
                }
            }
            '(' => {
                self.at += 1;
                self.sets.push(false);
            }
            ')' => {
                self.at += 1;
                self.sets.pop();
            }
            _ if is_of_name(letter) || letter == '\\' => self.word(start),
            _ => self.at += letter.len_utf8(),
        }
    }

    fn pass_comment(&mut self) {
        self.at += 2;
        self.at += self.rest().find("*/").map_or(self.rest().len(), |end| end + 2);
    }

    fn pass_space(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches(is_space).len();
    }

    /// A name, and the function that it begins, if it does.
    fn word(&mut self, start: usize) {
        let name = self.name();
        if !self.rest().starts_with('(') {
            return;
        }
        self.at += 1;
        match name.as_str() {
            "url" | "src" => {
                self.pass_space();
                let quote = self.rest().chars().next().filter(|first| matches!(first, '"' | '\''));
                let address = match (quote, name.as_str()) {
                    (Some(quote), _) => {
                        self.sets.push(false);
                        self.quoted(quote)
                    }
                    (None, "url") => self.bare(),
                    // What is given to it is known to browsers only.
                    (None, _) => {
                        self.sets.push(false);
                        return;
                    }
                };
                self.note(start, address, Some("url()"));
            }
            "image-set" | "-webkit-image-set" => self.sets.push(true),
            _ => self.sets.push(false),
        }
    }

    /// Notes an address that is loaded by something.
    fn note(&mut self, start: usize, address: String, by: Option<&'static str>) {
        let Some(by) = by else { return };
        let directive = match (self.rule.as_str(), self.blocks.last().map_or("", String::as_str)) {
            ("import", _) => Directive::Style,
            // A name, which nothing is loaded from.
            ("namespace" | "document" | "-moz-document", _) => return,
            (_, "font-face") => Directive::Font,
            _ => Directive::Image,
        };
        // A part of the page itself.
        if address.trim().is_empty() || address.starts_with('#') {
            return;
        }
        let by = if directive == Directive::Style { "@import" } else { by };
        self.found.push(Load { range: start..self.at, address, directive, by });
        if self.rule == "import" {
            // What follows says when it is loaded.
            self.rule = "layer".to_owned();
        }
    }

    /// A name in lower letters, without its escapes.
    fn name(&mut self) -> String {
        let mut name = String::new();
        while let Some(letter) = self.rest().chars().next() {
            if letter == '\\' {
                match self.escaped() {
                    Some(letter) => name.push(letter),
                    None => break,
                }
            } else if is_of_name(letter) {
                self.at += letter.len_utf8();
                name.push(letter);
            } else {
                break;
            }
        }
        name.make_ascii_lowercase();
        name
    }

    /// A text in quotation marks; it ends with its line where nothing closes it.
    fn quoted(&mut self, quote: char) -> String {
        self.at += 1;
        let mut text = String::new();
        while let Some(letter) = self.rest().chars().next() {
            match letter {
                '\n' | '\r' | '\u{c}' => break,
                '\\' => text.extend(self.escaped()),
                letter => {
                    self.at += letter.len_utf8();
                    if letter == quote {
                        break;
                    }
                    text.push(letter);
                }
            }
        }
        text
    }

    /// An address without quotation marks, to its closing bracket.
    fn bare(&mut self) -> String {
        let mut text = String::new();
        while let Some(letter) = self.rest().chars().next() {
            match letter {
                '\\' => text.extend(self.escaped()),
                letter => {
                    self.at += letter.len_utf8();
                    if letter == ')' {
                        break;
                    }
                    text.push(letter);
                }
            }
        }
        text.trim_end_matches(is_space).to_owned()
    }

    /// The character that an escape stands for; none for the break of a line, which is left out.
    fn escaped(&mut self) -> Option<char> {
        self.at += 1;
        let digits = self.rest().bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        if digits == 0 {
            let letter = self.rest().chars().next()?;
            self.at += letter.len_utf8();
            return (letter != '\n').then_some(letter);
        }
        let code = u32::from_str_radix(&self.rest()[..digits], 16).ok()?;
        self.at += digits;
        if self.rest().starts_with(is_space) {
            self.at += 1;
        }
        Some(char::from_u32(code).filter(|letter| *letter != '\0').unwrap_or('\u{fffd}'))
    }
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_') || !letter.is_ascii()
}

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

#[cfg(test)]
mod tests {
    use super::{Directive, loads};

    #[test]
    fn what_a_style_sheet_loads() {
        let all = |text: &str| -> Vec<(Directive, String)> {
            loads(text).into_iter().map(|load| (load.directive, load.address)).collect()
        };
        let (style, font, image) = (Directive::Style, Directive::Font, Directive::Image);
        for (text, directive, address) in [
            ("@import \"https://a/b.css\";", style, "https://a/b.css"),
            (
                "@charset 'utf-8';\n/* x */@IMPORT/**/url( 'https://a/b.css' ) layer(x) screen;",
                style,
                "https://a/b.css",
            ),
            ("@import url(https://a/b.css) supports(display: grid);", style, "https://a/b.css"),
            ("@\\69mport 'https://a'", style, "https://a"),
            ("p { background: #fff url(//a/b.png) no-repeat }", image, "//a/b.png"),
            ("p { background: \\75 rl(\"a\\\nb\\)\") }", image, "ab)"),
            ("p { background: u\\72l( a\\)b ) }", image, "a)b"),
            (
                "@font-face { font-family: \"url(x)\"; src: local('a'), url('f.woff2') format('woff2') }",
                font,
                "f.woff2",
            ),
            ("@media print { p { content: 'url(y)'; cursor: URL(c.cur), auto } }", image, "c.cur"),
            ("p { background: image-set('a.png' 1x) }", image, "a.png"),
            ("p { --x: url(a) }", image, "a"),
            ("p { background: url(data:image/svg+xml,%3Csvg/%3E) }", image, "data:image/svg+xml,%3Csvg/%3E"),
            ("p { background: url(ж.png", image, "ж.png"),
            ("p { background: url(\"a\nb\") }", image, "a"),
            ("} } p { background: url(a) }", image, "a"),
        ] {
            assert_eq!(all(text), [(directive, address.to_owned())], "{text}");
        }
        for text in [
            "/* @import 'https://a'; url(https://b) */ p { content: \"url(https://a)\" }",
            "@namespace svg url(http://www.w3.org/2000/svg);",
            "p { clip-path: url(#a); background: url() }",
            "p { background: my-url(https://a) } .url { color: red }",
            "p::before { content: 'a \\' url(https://b)' }",
            "p { width: calc(1px * (2 + 3)); content: 'https://a' }",
            "/* never closed url(https://a)",
            "\\",
            "@",
            "p { background: src(var(--x)) }",
        ] {
            assert_eq!(all(text), [], "{text}");
        }
        assert_eq!(all("p { background: image-set(url(a) 1x, 'b' type('image/png')) }").len(), 2);
        let found = &loads("p { x: url( 'a' ) }")[0];
        assert_eq!(found.range, 7..15);
    }
}
