//! Text that deceives whoever reviews it: characters that are not seen, that turn the order of others, or that look like
//! letters of another script (Unicode Technical Report 36, Technical Standard 39).

use crate::diagnostic::{Code, Diagnostic};
use crate::input::{InputId, Span};

/// The findings in the text of a file.
pub(super) fn check(input: InputId, text: &str) -> Vec<Diagnostic> {
    // Nearly all texts have nothing of the kind, which a look at the bytes shows.
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n' | b'\t');
    if text.bytes().all(is_plain) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    invisible(input, text, &mut findings);
    mixed(input, text, &mut findings);
    findings
}

fn invisible(input: InputId, text: &str, findings: &mut Vec<Diagnostic>) {
    let mut before = None;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let after = letters.peek().map(|(_, next)| *next);
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
            '\n' | '\t' => None,
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
        before = Some(letter);
    }
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
    let mut start = 0;
    while let Some(offset) = text[start..].find(char::is_alphabetic) {
        let from = start + offset;
        let length = text[from..].find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len() - from);
        let word = &text[from..from + length];
        start = from + length;
        if word.is_ascii() {
            continue;
        }
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
