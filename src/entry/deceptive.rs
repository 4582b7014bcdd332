//! Text that deceives whoever reviews it: characters that are not seen, that turn the order of others, or that look like
//! letters of another script (Unicode Technical Report 36, Technical Standard 39).

use crate::diagnostic::{Code, Diagnostic};
use crate::input::{InputId, Span};

/// The findings in the text of a file.
pub(super) fn check(input: InputId, text: &str) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    invisible(input, text, &mut findings);
    mixed(input, text, &mut findings);
    findings
}

fn invisible(input: InputId, text: &str, findings: &mut Vec<Diagnostic>) {
    let is_odd = |byte: u8| !matches!(byte, b' '..=b'~' | b'\n' | b'\t');
    let mut start = 0;
    while let Some(at) = first(text, start, is_odd) {
        let mut letters = text[at..].chars();
        let Some(letter) = letters.next() else { break };
        let (before, after) = (text[..at].chars().next_back(), letters.next());
        start = at + letter.len_utf8();
        let kind = match letter {
            '\u{feff}' if at == 0 => None,
            '\r' if after == Some('\n') => None,
            // Letters of many scripts join, or are kept apart, by these.
            '\u{200c}' | '\u{200d}' if before.is_some_and(joins) && after.is_some_and(joins) => None,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {
                Some("a control of the direction of writing")
            }
            '\u{200b}'..='\u{200d}'
            | '\u{2060}'..='\u{2064}'
            | '\u{feff}'
            | '\u{ad}'
            | '\u{180e}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{3164}'
            | '\u{ffa0}'
            | '\u{e0000}'..='\u{e007f}' => Some("a character that is not seen"),
            letter if letter.is_control() => Some("a control character"),
            _ => None,
        };
        if let Some(kind) = kind {
            let message = format!("U+{:04X} is {kind}", u32::from(letter));
            findings.push(
                Diagnostic::lint(Code::InvisibleCharacter, Span::new(input, at..at + letter.len_utf8()), message)
                    .help(Some("remove it, so that everybody reads what is written".to_owned())),
            );
        }
    }
}

/// The first byte from `start` on that is of some kind. Nearly all texts have few such bytes: they are looked at in
/// blocks, each as a whole.
fn first(text: &str, start: usize, is_wanted: impl Fn(u8) -> bool) -> Option<usize> {
    const BLOCK: usize = 64;
    let blocks = text.as_bytes()[start..].chunks(BLOCK);
    let mut found =
        blocks.enumerate().filter(|(_, block)| block.iter().fold(false, |any, byte| any | is_wanted(*byte)));
    found.next().and_then(|(position, block)| {
        let offset = block.iter().position(|byte| is_wanted(*byte))?;
        Some(start + position * BLOCK + offset)
    })
}

/// Whether joiners have a meaning beside a letter: in Arabic and its neighbours, and in the scripts of India.
fn joins(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{fb50}'..='\u{feff}' | '\u{1000}'..='\u{109f}')
}

/// The scripts whose letters look alike.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
}

fn script(letter: char) -> Option<Script> {
    Some(match letter {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' if letter.is_alphabetic() => {
            Script::Latin
        }
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' if letter.is_alphabetic() => Script::Greek,
        '\u{400}'..='\u{52f}' => Script::Cyrillic,
        _ => return None,
    })
}

fn mixed(input: InputId, text: &str, findings: &mut Vec<Diagnostic>) {
    let is_other = |letter: char| !letter.is_alphabetic();
    let mut start = 0;
    // A word of ASCII letters has one script.
    while let Some(at) = first(text, start, |byte| !byte.is_ascii()) {
        let from = text[start..at].rfind(is_other).map_or(start, |before| start + before + 1);
        let length = text[at..].find(is_other).unwrap_or(text.len() - at);
        if length == 0 {
            start = at + text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        start = at + length;
        let word = &text[from..start];
        let mut scripts = word.chars().filter_map(script);
        let Some(first) = scripts.next() else { continue };
        if scripts.any(|other| other != first) {
            let odd = word.chars().filter(|letter| script(*letter).is_some_and(|other| other != first));
            let odd: Vec<String> = odd.map(|letter| format!("`{letter}` (U+{:04X})", u32::from(letter))).collect();
            let message = format!("the word `{word}` has letters of two scripts: {}", odd.join(", "));
            findings.push(
                Diagnostic::lint(Code::MixedScripts, Span::new(input, from..start), message)
                    .help(Some("write the whole word in one script".to_owned())),
            );
        }
    }
}
