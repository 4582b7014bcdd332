//! Characters that are written by their numbers: `\\u202E` in YAML, `&#x202E;` in Markdown, `%E2%80%AE` in links.

use std::ops::Range;

/// Names of characters that are not seen, as Markdown knows them.
const NAMES: [(&str, char); 16] = [
    ("lrm;", '\u{200e}'),
    ("rlm;", '\u{200f}'),
    ("zwj;", '\u{200d}'),
    ("zwnj;", '\u{200c}'),
    ("shy;", '\u{ad}'),
    ("ZeroWidthSpace;", '\u{200b}'),
    ("NoBreak;", '\u{2060}'),
    ("InvisibleComma;", '\u{2063}'),
    ("InvisibleTimes;", '\u{2062}'),
    ("ApplyFunction;", '\u{2061}'),
    ("af;", '\u{2061}'),
    ("it;", '\u{2062}'),
    ("ic;", '\u{2063}'),
    ("NegativeThinSpace;", '\u{200b}'),
    ("NegativeMediumSpace;", '\u{200b}'),
    ("NegativeThickSpace;", '\u{200b}'),
];

/// The characters of a text that are written by numbers or names, with where; a backslash means one only before
/// `matter_end`, where the front matter ends.
pub(super) fn find(text: &str, matter_end: usize) -> impl Iterator<Item = (Range<usize>, char)> {
    let mut next = 0;
    memchr::memchr3_iter(b'\\', b'&', b'%', text.as_bytes()).filter_map(move |at| {
        // What was read as a part of the one before is none of its own.
        let rest = text.get(at..).filter(|_| at >= next)?;
        let (length, letter) = match text.as_bytes()[at] {
            b'\\' if at < matter_end => {
                // Outside quotation marks a letter after a backslash means itself, as in the name of a file.
                of_yaml(rest).filter(|(length, _)| *length > 2 || is_quoted(&text[..at]))?
            }
            b'&' => of_markdown(rest)?,
            b'%' => of_link(rest)?,
            _ => return None,
        };
        next = at + length;
        Some((at..next, letter))
    })
}

/// The characters of a text, with where; one that is written by its number or name stands for itself, but in links, where it
/// is a part of the address as it is.
pub(super) fn decoded(text: &str, matter_end: usize) -> impl Iterator<Item = (Range<usize>, char)> {
    let is_of_link = |range: &Range<usize>| text[range.start..].starts_with('%');
    let mut written = find(text, matter_end).filter(move |(range, _)| !is_of_link(range)).peekable();
    let mut at = 0;
    std::iter::from_fn(move || {
        let as_it_is = || text[at..].chars().next().map(|letter| (at..at + letter.len_utf8(), letter));
        let (range, letter) = written.next_if(|(range, _)| range.start == at).or_else(as_it_is)?;
        at = range.end;
        Some((range, letter))
    })
}

/// Whether a text of front matter ends within quotation marks, which may have been opened on a line above.
fn is_quoted(before: &str) -> bool {
    let mut lines = before.rsplit('\n').take(LINES);
    if lines.next().is_some_and(|line| line.contains('"')) {
        return true;
    }
    let mut marks = 0;
    for line in lines {
        marks += line.matches('"').count();
        // The key to which the lines below belong.
        if !line.starts_with([' ', '\t']) && !line.is_empty() {
            break;
        }
    }
    marks % 2 == 1
}

/// Within so many lines the opening mark of a text is looked for.
const LINES: usize = 32;

/// `\\x07`, `\\u202E`, `\\U0001F600`, `\\e`; two backslashes are one that means nothing.
fn of_yaml(text: &str) -> Option<(usize, char)> {
    let kind = text[1..].chars().next()?;
    let length = match kind {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        '\\' => return Some((2, '\\')),
        'e' => return Some((2, '\u{1b}')),
        'a' => return Some((2, '\u{7}')),
        'b' => return Some((2, '\u{8}')),
        '0' => return Some((2, '\0')),
        'v' => return Some((2, '\u{b}')),
        'f' => return Some((2, '\u{c}')),
        'N' => return Some((2, '\u{85}')),
        'L' => return Some((2, '\u{2028}')),
        'P' => return Some((2, '\u{2029}')),
        _ => return None,
    };
    let digits = text.get(2..2 + length)?;
    Some((2 + length, char::from_u32(u32::from_str_radix(digits, 16).ok()?)?))
}

/// `&#8238;`, `&#x202E;`, `&rlm;`.
fn of_markdown(text: &str) -> Option<(usize, char)> {
    let rest = &text[1..];
    if let Some((name, letter)) = NAMES.iter().find(|(name, _)| rest.starts_with(name)) {
        return Some((1 + name.len(), *letter));
    }
    let number = rest.strip_prefix('#')?;
    let digits = &number[..number.bytes().take(9).position(|byte| byte == b';')?];
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    Some((digits.len() + 3, char::from_u32(code)?))
}

/// A reference as browsers read it in HTML: the same, and numbers without a semicolon.
pub(super) fn of_html(text: &str) -> Option<(usize, char)> {
    if let Some(found) = of_markdown(text) {
        return Some(found);
    }
    let number = text.strip_prefix("&#")?;
    let (digits, radix, start) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16, 3),
        None => (number, 10, 2),
    };
    let length = digits.find(|letter: char| !letter.is_digit(radix)).unwrap_or(digits.len());
    let letter = char::from_u32(u32::from_str_radix(&digits[..length], radix).ok()?)?;
    let end = start + length;
    Some((end + usize::from(text[end..].starts_with(';')), letter))
}

/// `%E2%80%AE`: the bytes of a character in UTF-8.
fn of_link(text: &str) -> Option<(usize, char)> {
    let mut bytes = [0; 4];
    for count in 0..bytes.len() {
        let part = text.get(count * 3..count * 3 + 3)?.strip_prefix('%')?;
        bytes[count] = u8::from_str_radix(part, 16).ok()?;
        if let Ok(letter) = std::str::from_utf8(&bytes[..=count]) {
            return Some((count * 3 + 3, letter.chars().next()?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn short_escapes_are_those_of_texts_in_quotation_marks() {
        let letters = |matter: &str| find(matter, matter.len()).map(|(_, letter)| letter).collect::<Vec<_>>();
        assert_eq!(letters(r#"title: "a\vb\fc\Nd""#), ['\u{b}', '\u{c}', '\u{85}']);
        assert_eq!(letters("summary: \"a\n  b\\e c\"\n"), ['\u{1b}']);
        assert_eq!(letters("title: \"a\"\nplace: C:\\files\\a\n"), [] as [char; 0]);
        assert_eq!(letters("place:\n  C:\\files\\a\n"), [] as [char; 0]);
    }

    #[test]
    fn characters_by_number() {
        let matter = r#"title: "a\u202Eb \x07 \\u0041 \U0001F600 \e \n \uZZZZ \u12""#;
        let found = |text: &str, end| find(text, end).map(|(range, letter)| (text[range].to_owned(), letter)).collect();
        let found: [Vec<(String, char)>; 2] = [
            found(matter, matter.len()),
            found(r"\u0041 &#8238; &#x41;&#65 &amp; &rlm; &#x110000; %E2%80%AE 100%25 %D0%B0 %E2%80 5 % %é%", 0),
        ];
        let expected = [
            vec![(r"\u202E", '\u{202e}'), (r"\x07", '\u{7}'), (r"\\", '\\'), (r"\U0001F600", '😀'), (r"\e", '\u{1b}')],
            vec![
                ("&#8238;", '\u{202e}'),
                ("&#x41;", 'A'),
                ("&rlm;", '\u{200f}'),
                ("%E2%80%AE", '\u{202e}'),
                ("%25", '%'),
                ("%D0%B0", 'а'),
            ],
        ];
        let expected = expected.map(|all| all.into_iter().map(|(text, letter)| (text.to_owned(), letter)).collect());
        assert_eq!(found, expected as [Vec<(String, char)>; 2]);
    }
}
