//! Which characters are not seen or act on others, and beside which they have a meaning.

use super::direction::{Marks, is_direction_mark};
use crate::xml;

/// What is wrong with a character at byte `at` of a text, if it cannot be seen there.
pub(super) fn unseen(marks: &mut Marks<'_>, at: usize, letter: char) -> Option<&'static str> {
    let text = marks.text;
    let [before, after] = [text[..at].chars().next_back(), text[at + letter.len_utf8()..].chars().next()];
    let is_mark = letter == '\u{feff}' && at == 0 || letter == '\r' && after == Some('\n');
    let kind = odd(letter, before, after).filter(|_| !is_mark && !is_in_flag(text, at, letter));
    kind.filter(|_| !is_direction_mark(letter) || !marks.has_use(at))
}

/// Whether a character at byte `at` is a tag in the flag of England, Scotland or Wales, the only pictures that are made with tags
/// (Unicode Technical Standard 51, `RGI_Emoji_Tag_Sequence`).
fn is_in_flag(text: &str, at: usize, letter: char) -> bool {
    const FLAGS: [&str; 3] = [
        "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
        "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
        "\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
    ];
    let near = text.ceil_char_boundary(at.saturating_sub(FLAGS[0].len()));
    let is_tag = matches!(letter, '\u{e0000}'..='\u{e007f}');
    let Some(start) = text[near..at].rfind('\u{1f3f4}').filter(|_| is_tag).map(|start| near + start) else {
        return false;
    };
    FLAGS.iter().any(|flag| text[start..].starts_with(flag) && at < start + flag.len())
}

/// What is wrong with a character between two others, if it cannot be seen or acts on them. What marks of direction are for is
/// told by more than these, and not known here.
pub(super) fn odd(letter: char, before: Option<char>, after: Option<char>) -> Option<&'static str> {
    match letter {
        // Letters of many scripts join, or are kept apart, by these, and pictures are made of several by the second.
        '\u{200c}' | '\u{200d}' if before.is_some_and(joins) && after.is_some_and(joins) => None,
        // A suffix of such a language behind a name in Latin letters or a number: `PDF\u{200c}ها`, `5\u{200c}ها`.
        '\u{200c}' if before.is_some_and(|letter| letter.is_ascii_alphanumeric()) && after.is_some_and(joins) => None,
        // The end of a word of India, and where words end in scripts that write no spaces.
        '\u{200c}' | '\u{200d}' if before.is_some_and(is_virama) => None,
        '\u{200b}' if before.is_some_and(is_without_spaces) && after.is_some_and(is_without_spaces) => None,
        '\u{200d}' if before.is_some_and(is_picture) && after.is_some_and(is_picture) => None,
        // Forms of pictures, of keys (with U+20E3), and of letters of China, Japan and Mongolia.
        '\u{fe0e}' | '\u{fe0f}' if before.is_some_and(is_picture) || after == Some('\u{20e3}') => None,
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' if before.is_some_and(is_ideograph) => None,
        '\u{180b}'..='\u{180f}' if matches!(before, Some('\u{1800}'..='\u{18af}')) => None,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {
            Some("a control of the direction of writing")
        }
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{2800}' | '\u{3164}'
        | '\u{feff}' | '\u{ffa0}' => Some("a character that is not seen"),
        '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200d}'
        | '\u{2028}'..='\u{2029}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => Some("a character that is not seen"),
        letter if letter.is_control() => Some("a control character"),
        letter if xml::is_noncharacter(letter) => Some("a code that stands for no character"),
        _ => None,
    }
}

/// Whether joiners have a meaning beside a letter: in Arabic and its neighbours, and in the scripts of India.
pub(super) fn joins(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{fb50}'..='\u{feff}' | '\u{1000}'..='\u{109f}')
}

/// Whether a character takes the vowel from a letter of India, so that a joiner behind it says how that one looks.
fn is_virama(letter: char) -> bool {
    matches!(
        letter,
        '\u{94d}'
            | '\u{9cd}'
            | '\u{a4d}'
            | '\u{acd}'
            | '\u{b4d}'
            | '\u{bcd}'
            | '\u{c4d}'
            | '\u{ccd}'
            | '\u{d4d}'
            | '\u{dca}'
    )
}

/// Whether it is of a script that is written without spaces between words: Thai, Lao, Burmese, Khmer.
fn is_without_spaces(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// Whether a character is a picture, or says how the one before it looks.
fn is_picture(letter: char) -> bool {
    matches!(letter, '\u{2190}'..='\u{2bff}' | '\u{3030}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}' | '\u{a9}' | '\u{ae}'
        | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{303d}' | '\u{3297}' | '\u{3299}')
}

/// Whether a character is one of those of China and its neighbours, some of which have several forms.
fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
