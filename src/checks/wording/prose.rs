//! Tokenizes a text, and finds which parts are the writer's own words.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::entry::dialect::markdown;

/// The words of a text: runs of letters and digits, in lower case.
pub(super) struct ProseWords<'a> {
    text: &'a str,
    words: Vec<(Range<usize>, Cow<'a, str>)>,
}

impl<'a> ProseWords<'a> {
    pub(super) fn of(text: &'a str) -> ProseWords<'a> {
        let mut words = Vec::new();
        let mut rest = text;
        while let Some(skipped) = rest.find(char::is_alphanumeric) {
            let start = text.len() - rest.len() + skipped;
            let tail = &text[start..];
            let length = tail.find(|letter: char| !is_of_word(letter)).unwrap_or(tail.len());
            let word = &tail[..length];
            words.push((start..start + length, lowered(word)));
            rest = &tail[length..];
        }
        ProseWords { text, words }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn word(&self, index: usize) -> Option<&str> {
        self.words.get(index).map(|(_, word)| &**word)
    }

    /// The bytes from one word to another.
    pub(super) fn range(&self, first: usize, last: usize) -> Range<usize> {
        self.words[first].0.start..self.words[last].0.end
    }

    /// Whether the words from `first` to `last` make one phrase: nothing but white space, hyphens and apostrophes is
    /// between them.
    pub(super) fn are_joined(&self, first: usize, last: usize) -> bool {
        self.words[first..=last].windows(2).all(|pair| {
            let between = &self.text[pair[0].0.end..pair[1].0.start];
            between.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '\'' | '’'))
        })
    }

    /// Maps the words in `range` to another version of the text, by counting earlier occurrences of the same words.
    pub(super) fn same_in(&self, range: &Range<usize>, other: &ProseWords<'_>) -> Option<Range<usize>> {
        let first = self.words.iter().position(|(word, _)| word.start == range.start)?;
        let count = self.words[first..].iter().take_while(|(word, _)| word.end <= range.end).count();
        let wanted: Vec<&str> = self.words[first..first + count].iter().map(|(_, word)| &**word).collect();
        let is_here =
            |words: &ProseWords<'_>, at: usize| (0..count).all(|next| words.word(at + next) == Some(wanted[next]));
        let nth = (0..first).filter(|at| is_here(self, *at)).count();
        let at = (0..other.len()).filter(|at| is_here(other, *at)).nth(nth)?;
        Some(other.range(at, at + count - 1))
    }
}

/// Letters, digits, and the marks above and below them.
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{200c}' | '\u{200d}')
}

fn lowered(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) { word.into() } else { word.to_lowercase().into() }
}

/// The parts of a text that are the writer's own words: not between quotation marks, nor, in Markdown, in a block
/// quotation, in code or in the address of a link.
pub(super) struct OwnWords<'a> {
    /// The text with everything but prose blanked, so that offsets stay valid.
    prose: Cow<'a, str>,
    unquoted: Vec<Range<usize>>,
}

impl<'a> OwnWords<'a> {
    pub(super) fn of(text: &'a str, is_markdown: bool) -> OwnWords<'a> {
        let prose = if is_markdown { prose(text) } else { text.into() };
        OwnWords { unquoted: unquoted(&prose), prose }
    }

    /// Whether the writer's own words stand in `range` of the text.
    pub(super) fn has(&self, text: &str, range: &Range<usize>) -> bool {
        self.prose.get(range.clone()) == text.get(range.clone())
            && self.unquoted.iter().any(|part| part.start <= range.start && range.end <= part.end)
    }
}

fn prose(text: &str) -> Cow<'_, str> {
    let mut prose: Vec<u8> = text.bytes().map(|byte| if byte == b'\n' { b'\n' } else { b' ' }).collect();
    let mut depth = 0_usize;
    for (event, range) in Parser::new_ext(text, markdown()).into_offset_iter() {
        match event {
            Event::Start(Tag::BlockQuote(_) | Tag::CodeBlock(_)) => depth += 1,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::CodeBlock) => depth = depth.saturating_sub(1),
            Event::Text(_) if depth == 0 => prose[range.clone()].copy_from_slice(&text.as_bytes()[range]),
            _ => {}
        }
    }
    // Only whole characters were copied, so this cannot fail.
    String::from_utf8(prose).unwrap_or_default().into()
}

/// The parts outside quotation marks. A mark that is not closed in its paragraph quotes nothing.
fn unquoted(text: &str) -> Vec<Range<usize>> {
    let (mut parts, mut start, mut at) = (Vec::new(), 0, 0);
    while let Some((offset, mark)) = text[at..].char_indices().find(|(_, c)| !closing(*c).is_empty()) {
        let open = at + offset;
        at = open + mark.len_utf8();
        let before = text[..open].chars().next_back();
        // An apostrophe is within or after a word.
        if matches!(mark, '\'' | '‘') && before.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let paragraph = at + text[at..].find("\n\n").unwrap_or(text.len() - at);
        let ends = text[at..paragraph].char_indices().find(|(offset, c)| {
            let after = text[at + offset + c.len_utf8()..].chars().next();
            let is_apostrophe = matches!(c, '\'' | '’') && after.is_some_and(char::is_alphanumeric);
            closing(mark).contains(c) && !is_apostrophe
        });
        if let Some((offset, close)) = ends {
            parts.push(start..open);
            at += offset + close.len_utf8();
            start = at;
        }
    }
    parts.push(start..text.len());
    parts
}

/// What can close a quotation that a mark opens; nothing for what is no such mark.
fn closing(mark: char) -> &'static [char] {
    match mark {
        '"' => &['"'],
        '\'' => &['\''],
        '“' => &['”'],
        '„' => &['“', '”'],
        '‘' => &['’'],
        '«' => &['»'],
        '»' => &['«'],
        '‹' => &['›'],
        '「' => &['」'],
        '『' => &['』'],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::{OwnWords, ProseWords, unquoted};

    fn parts(text: &str) -> String {
        unquoted(text).into_iter().map(|part| &text[part]).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn what_is_quoted_is_not_ones_own() {
        assert_eq!(parts("called it “absurd” and «нелепо» too"), "called it | and | too");
        assert_eq!(parts("it's the ministers' \"word\" that's all"), "it's the ministers' | that's all");
        assert_eq!(parts("he said 'it's over' then"), "he said | then");
        assert_eq!(parts("an “open one\n\nand another"), "an “open one\n\nand another");
        assert_eq!(parts("er nannte es „absurd“ und ging"), "er nannte es | und ging");
    }

    #[test]
    fn what_markdown_quotes_is_not_ones_own() {
        let text = "See [absurd 1](absurd-2.md), `absurd 3`, “*absurd 4*”,\nabsurd\n5.\n\n> absurd 6\n\nEnd.";
        let own = OwnWords::of(text, true);
        let words = ProseWords::of(text);
        let of = |at: usize| words.range(at, at + 1);
        let firsts = (0..words.len() - 1).filter(|at| words.word(*at) == Some("absurd"));
        let kept: Vec<&str> = firsts.filter(|at| own.has(text, &of(*at))).map(|at| &text[of(at)]).collect();
        assert_eq!(kept, ["absurd 1", "absurd\n5"]);
    }

    #[test]
    fn words_are_found_in_another_writing() {
        let (one, other) = (ProseWords::of("a b, a b c"), ProseWords::of(">-\n  a b,\n  a\n  b c"));
        assert_eq!(one.same_in(&(5..8), &other), Some(12..17));
        assert_eq!(one.same_in(&(9..10), &other), Some(18..19));
    }
}
