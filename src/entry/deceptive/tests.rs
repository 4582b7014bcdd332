//! The form to contribute takes out of what is typed the characters that are not seen. It is another program, in another
//! language: both are held to the table `tests/contribute/characters.json`.

use super::{Marks, is_direction_mark, is_right_to_left, odd, unseen};

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
const TEXTS: [&str; 25] = [
    "القرار 2231 (2015)\u{200f}.",
    "A. 5\u{200e} - القرار",
    "القرار\nA 5\u{200f}.",
    "عربي A (5)\u{200e} B عربي",
    "عربي\nA\u{200e}b 5\u{200e}\u{200f}\u{200e}a a\u{200f}, \u{200f}a 5\u{200e}",
    "عربي 1\u{200e}٢ a\u{200f}ع ع\u{200e}1 é\u{61c}漢",
    "A\u{200e}, 5\u{200f}.\n\u{61c}-5",
    "انظر [القرار](https://undocs.org/a)\u{200e}.",
    "התקיים ב-UNSCR 242 (1967)\u{200e}\n\u{200e}+7 495\n| \u{200e}-5% |",
    "א https://a\u{200e}b?c=\u{200e}\u{200e}! \u{200e}5",
    "א <https://a>\u{200e}. https:/\u{200e}/a.\u{200e}",
    "א ://\u{200e} a:/\u{200e}/b://c\u{200e}'\u{200e}",
    "a\u{200e}\u{200b}\u{200f}b א",
    "\u{200e}a א\u{200e}",
    "\u{200e}",
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
    let mut marks = Marks::new(text, 0);
    let stays = |(at, letter): &(usize, char)| *letter == '\n' || unseen(&mut marks, *at, *letter).is_none();
    let left: String = text.char_indices().filter(stays).map(|(_, letter)| letter).collect();
    if left == text { left } else { seen(&left) }
}

/// Whether a character has no use in a text of three. There, a mark of direction has one beside a letter from right to left, or
/// where one stands and it is not within a word.
fn is_odd(letter: char, before: Option<char>, after: Option<char>) -> bool {
    let sides = || [before, after].into_iter().flatten();
    let has_use = || sides().any(is_right_to_left);
    odd(letter, before, after).is_some() && !(is_direction_mark(letter) && has_use())
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
        let odd = ranges(|letter| is_odd(letter, beside, beside));
        lines.push(format!("{{\"before\":{0},\"after\":{0},\"odd\":{odd}}}", json(beside)));
    }
    let beside = |letter: char, before: Option<char>, after: Option<char>| !is_odd(letter, before, after);
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
