//! The form to contribute takes out of what is typed the characters that are not seen. It is another program, in another
//! language: both are held to the table `tests/contribute/characters.json`.

use super::{odd, unseen};

/// Characters of one kind each: those between which others are looked at.
const BESIDE: [Option<char>; 22] = [
    None,
    Some(' '),
    Some('a'),
    Some('1'),
    Some('ж'),
    Some('א'),
    Some('ب'),
    Some('\u{61c}'),
    Some('क'),
    Some('\u{94d}'),
    Some('ଓ'),
    Some('ෆ'),
    Some('က'),
    Some('ខ'),
    Some('ᠠ'),
    Some('\u{301}'),
    Some('한'),
    Some('漢'),
    Some('𠀀'),
    Some('☺'),
    Some('😀'),
    Some('\u{20e3}'),
];

/// Those whose meaning depends on what stands beside them.
const DEPENDENT: [char; 12] = [
    '\u{180b}',
    '\u{180f}',
    '\u{200b}',
    '\u{200c}',
    '\u{200d}',
    '\u{200e}',
    '\u{200f}',
    '\u{61c}',
    '\u{fe00}',
    '\u{fe0e}',
    '\u{fe0f}',
    '\u{e0100}',
];

/// Texts in which it depends on more than that: marks of direction, and the flags that are made with tags.
const TEXTS: [&str; 14] = [
    "القرار 2231 (2015)\u{200f}.",
    "A. 5\u{200e} - القرار",
    "القرار\nA 5\u{200f}.",
    "عربي A (5)\u{200e} B عربي",
    "\u{200f}\u{200f} «القرار»",
    "https://example.org/القرار\u{200f} القرار",
    "(https://example.org/القرار)\u{200f} القرار",
    "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}.",
    "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
    "\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}",
    "\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}\u{e007f}",
    "\u{1f3f4}\u{e0075}\u{e0073}\u{e0074}\u{e0078}\u{e007f}",
    "\u{1f3f3}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
    "a\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
];

/// A text without what cannot be seen; without one, another may stand beside what gives it no meaning.
fn seen(text: &str) -> String {
    let stays = |(at, letter): &(usize, char)| *letter == '\n' || unseen(text, *at, *letter).is_none();
    let left: String = text.char_indices().filter(stays).map(|(_, letter)| letter).collect();
    if left == text { left } else { seen(&left) }
}

/// The ranges of numbers of characters of some kind, as JSON.
fn ranges(is: impl Fn(char) -> bool) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for letter in ('\0'..=char::MAX).filter(|letter| is(*letter)) {
        let code = u32::from(letter);
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == code => *last = code,
            _ => ranges.push((code, code)),
        }
    }
    let ranges: Vec<String> = ranges.iter().map(|(first, last)| format!("[{first},{last}]")).collect();
    format!("[{}]", ranges.join(","))
}

#[test]
fn the_form_knows_the_same_characters() {
    let json = |letter: Option<char>| letter.map_or("null".to_owned(), |letter| u32::from(letter).to_string());
    let mut lines = Vec::new();
    for beside in BESIDE {
        let odd = ranges(|letter| odd(letter, beside, beside).is_some());
        lines.push(format!("{{\"before\":{0},\"after\":{0},\"odd\":{odd}}}", json(beside)));
    }
    let beside = |letter: char, before: Option<char>, after: Option<char>| odd(letter, before, after).is_none();
    for letter in DEPENDENT {
        let (own, both) = (u32::from(letter), ranges(|other| beside(letter, Some(other), Some(other))));
        let (before, after) = (
            ranges(|other| beside(letter, Some(other), Some('ب'))),
            ranges(|other| beside(letter, Some('a'), Some(other))),
        );
        lines.push(format!("{{\"letter\":{own},\"both\":{both},\"before\":{before},\"after\":{after}}}"));
    }
    let codes = |text: &str| {
        let codes: Vec<String> = text.chars().map(|letter| u32::from(letter).to_string()).collect();
        format!("[{}]", codes.join(","))
    };
    lines.extend(TEXTS.map(|text| format!("{{\"text\":{},\"seen\":{}}}", codes(text), codes(&seen(text)))));
    let table = format!("[\n{}\n]\n", lines.join(",\n"));
    let written = include_str!("../../../tests/contribute/characters.json");
    assert!(written == table, "this belongs into tests/contribute/characters.json:\n{table}");
}
