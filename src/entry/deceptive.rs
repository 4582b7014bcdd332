//! Text that deceives whoever reviews it: characters that are not seen, that turn the order of others, or that look like
//! letters of another script (Unicode Technical Report 36, Technical Standard 39).

use std::ops::Range;

use super::limits::ODD;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::toml;
use crate::input::{InputId, Span};
use crate::naming::letters::excerpt;

mod direction;
mod escapes;
mod unseen;
mod words;

use direction::{Marks, is_direction_mark, is_right_to_left};
use unseen::{joins, odd, unseen};
pub(crate) use words::{in_messages, in_templates};

/// The findings in the text of a file whose front matter ends at byte `matter_end`; not more than one beyond
/// [`ODD`](super::limits::ODD).
pub(super) fn check(input: InputId, text: &str, matter_end: usize) -> Vec<Diagnostic> {
    let mut marks = Marks::new(text, matter_end);
    let (mut findings, mut mixed) = as_they_are(input, &mut marks, |_, _| false);
    escaped(input, &mut marks, &mut findings);
    findings.append(&mut mixed);
    findings.truncate(ODD + 1);
    findings
}

/// The findings in a file of settings, which are read as front matter is. A backslash stands for a character only in a text in
/// double quotation marks.
pub(crate) fn in_settings(input: InputId, text: &str) -> Vec<Diagnostic> {
    let mut findings = check(input, text, text.len());
    let is_number = |finding: &Diagnostic| text[finding.span.range()].starts_with('\\');
    if !findings.iter().any(is_number) {
        return findings;
    }
    let mut quoted: Vec<Range<usize>> = toml::texts(text).into_iter().map(|(range, _)| range).collect();
    quoted.retain(|range| text.get(range.clone()).is_some_and(|written| written.starts_with('"')));
    quoted.sort_by_key(|range| range.start);
    findings.retain(|finding| {
        let at = finding.span.range().start;
        let before = quoted.partition_point(|range| range.start <= at).checked_sub(1);
        !is_number(finding) || before.is_some_and(|before| quoted[before].contains(&at))
    });
    findings
}

/// The findings for characters that stand in a text as they are, unseen ones and those of words of two scripts, but for those that
/// are meant at their byte.
fn as_they_are(
    input: InputId,
    marks: &mut Marks<'_>,
    mut is_meant: impl FnMut(usize, char) -> bool,
) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    let text = marks.text;
    let (mut findings, mut mixed) = (Vec::new(), Vec::new());
    let is_odd = |byte: u8| !matches!(byte, b' '..=b'~' | b'\n' | b'\t');
    // Words are looked for behind the last one that was found.
    let (mut start, mut behind) = (0, 0);
    while let Some(at) = first(text, start, is_odd).filter(|_| findings.len() + mixed.len() <= ODD) {
        let Some(letter) = text[at..].chars().next() else { break };
        start = at + letter.len_utf8();
        if is_common_sign(letter) {
            behind = start;
            continue;
        }
        if !is_meant(at, letter) {
            findings.extend(invisible(input, marks, at, letter));
        }
        // A word of ASCII letters has one script.
        if !letter.is_ascii() && at >= behind {
            let word = word(text, behind, at);
            behind = word.end.max(start);
            mixed.extend(of_two_scripts(input, text, word));
        }
    }
    (findings, mixed)
}

/// Whether a character is one of the dashes, quotation marks and spaces that most texts have: it is seen, acts on no other,
/// and is no letter.
fn is_common_sign(letter: char) -> bool {
    matches!(letter, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{a0}' | '«' | '»')
}

/// The finding for a character at byte `at`, if it cannot be seen.
fn invisible(input: InputId, marks: &mut Marks<'_>, at: usize, letter: char) -> Option<Diagnostic> {
    let kind = unseen(marks, at, letter)?;
    let message = format!("U+{:04X} is {kind}", u32::from(letter));
    let span = Span::new(input, at..at + letter.len_utf8());
    let finding = Diagnostic::lint(Code::InvisibleCharacter, span, message)
        .help(Some("remove it, so that everybody reads what is written".to_owned()));
    Some(if is_for_nothing(marks.text, marks.matter_end, at, letter) { finding.fix(span, "") } else { finding })
}

/// Whether nobody reads anything else once a character is gone: it has no width, stands between letters whose form does not
/// depend on it, and turns nothing round. In an address it may be meant, and what is quoted stays as it is.
fn is_for_nothing(text: &str, matter_end: usize, at: usize, letter: char) -> bool {
    let seen = |c: &char| !has_no_width(*c);
    let (before, after) = (text[..at].chars().rev().take(MOST).find(seen), text[at..].chars().take(MOST).find(seen));
    if !has_no_width(letter) || ![before, after].into_iter().flatten().all(stands_alone) {
        return false;
    }
    let Some((before, after)) = line_around(text, at) else { return false };
    let word = |c: char| c.is_whitespace();
    let word = [before.rsplit(word).next(), after.split(word).next()].map(Option::unwrap_or_default);
    let is_address = word.iter().any(|part| part.contains(['/', '@', '<', '>', '&', '%']) || part.contains("]("));
    // In front matter, straight marks are those of YAML.
    let is_mark = |c: char| QUOTES.contains(&c) || c == '"' && at >= matter_end;
    // Beside these, what a mark becomes depends on what stands next to it.
    let beside = [before.chars().next_back(), after.chars().find(seen)];
    if beside.iter().flatten().any(|c| matches!(c, '\'' | '"' | '`' | '\\'))
        || beside.iter().all(|c| c.as_ref().is_some_and(is_sign))
    {
        return false;
    }
    let is_quoted = before.trim_start().starts_with('>') || [before, after].iter().any(|part| part.contains(is_mark));
    !is_address && !is_quoted
}

/// The line around byte `at`, before and from it on; none where it is too long to be looked through for each of its letters.
fn line_around(text: &str, at: usize) -> Option<(&str, &str)> {
    let near = text.floor_char_boundary(at.saturating_sub(LONG_LINE))..text.floor_char_boundary(at + LONG_LINE);
    let start = match text[near.start..at].rfind('\n') {
        Some(end) => near.start + end + 1,
        None if near.start == 0 => 0,
        None => return None,
    };
    let end = match text[at..near.end].find('\n') {
        Some(length) => at + length,
        None if near.end == text.len() => text.len(),
        None => return None,
    };
    (end - start <= LONG_LINE).then_some((&text[start..at], &text[at..end]))
}

/// Whether a character takes no room: it joins or parts letters, or is there for programs.
pub(crate) fn has_no_width(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether a character looks the same whatever stands beside it: letters of Europe and East Asia, digits, punctuation. In
/// other scripts, what has no width parts or joins.
fn stands_alone(letter: char) -> bool {
    matches!(letter, '\0'..='\u{58f}' | '\u{1e00}'..='\u{1fff}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}'
        | '\u{3000}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// Whether a character is part of no word and no space.
fn is_sign(letter: &char) -> bool {
    !letter.is_alphanumeric() && !letter.is_whitespace() && !has_no_width(*letter)
}

/// So many characters that are not seen may follow each other.
const MOST: usize = 64;

/// The longest line in which an invisible character is taken out, in bytes.
const LONG_LINE: usize = 4 << 10;

/// The marks that begin or end a quotation in a line.
const QUOTES: [char; 9] = ['«', '»', '“', '”', '„', '‹', '›', '「', '」'];

/// What characters are in disguise: written by their numbers, so that a reviewer cannot tell them at sight.
fn escaped(input: InputId, marks: &mut Marks<'_>, findings: &mut Vec<Diagnostic>) {
    let (text, matter_end) = (marks.text, marks.matter_end);
    let mut last = (0, None);
    for (range, letter) in escapes::find(text, matter_end) {
        if findings.len() > ODD {
            return;
        }
        // Before one may stand another, whose digits are no letters.
        let before = if last.0 == range.start { last.1 } else { text[..range.start].chars().next_back() };
        let after = text[range.end..].chars().next();
        last = (range.end, Some(letter));
        let written = &text[range.clone()];
        // In an address a mark has no use.
        if is_direction_mark(letter) && !written.starts_with('%') && marks.has_use(range.start) {
            continue;
        }
        let span = Span::new(input, range.clone());
        let is_odd = odd(letter, before, after).is_some() || script(letter).is_some();
        if is_odd && range.start < matter_end && written.starts_with('%') && is_in_address(&text[..range.start]) {
            if let Some(what) = encoded(letter, before, after) {
                let message = format!("`{written}` in the address stands for U+{:04X}, {what}", u32::from(letter));
                let help = "see that the address leads to the source; if it does, it is right as it is".to_owned();
                findings.push(Diagnostic::lint(Code::EncodedCharacter, span, message).help(Some(help)));
            }
            continue;
        }
        if let Some(kind) = odd(letter, before, after).filter(|_| !matches!(letter, '\n' | '\r' | '\t')) {
            let message = format!("`{written}` stands for U+{:04X}, {kind}", u32::from(letter));
            let help = "remove it, so that everybody reads what is written".to_owned();
            findings.push(Diagnostic::lint(Code::InvisibleCharacter, span, message).help(Some(help)));
        } else if let Some(own) = script(letter)
            && [before, after].into_iter().flatten().filter_map(script).any(|other| other != own)
        {
            let message = format!("`{written}` stands for `{letter}`, beside letters of another script");
            findings.push(
                Diagnostic::lint(Code::MixedScripts, span, message)
                    .help(Some("write the whole word in one script".to_owned())),
            );
        }
    }
}

/// Whether a text of front matter ends within an address that is a value of its own, and no text that is shown.
fn is_in_address(before: &str) -> bool {
    /// The most bytes that are looked at, since a line may have an escape every few bytes: no address is longer, nor a key.
    const LONGEST: usize = 2_400;
    let text = &before[before.ceil_char_boundary(before.len().saturating_sub(LONGEST))..];
    let line = text.rsplit('\n').next().unwrap_or_default();
    let begins_line = line.len() < text.len() || text.len() == before.len();
    let start = line.rfind([' ', '\t', '"', '\'', '[']).map_or(0, |at| at + 1);
    if start == 0 && !begins_line {
        return false;
    }
    let (head, address) = line.split_at(start);
    let head = head.trim_end_matches(['"', '\'']).trim_end();
    let is_address = address.starts_with("https://") || address.starts_with("http://");
    let is_value = ["-", "[", ",", "url:", "archived:", "sources:", "same_as:", "match:"];
    let is_whole = begins_line && (head.is_empty() || is_key_of_toml(head));
    is_address && (is_whole || is_value.iter().any(|key| head.ends_with(key)))
}

/// Whether a line has nothing before its end but a key of TOML: `address =`.
fn is_key_of_toml(head: &str) -> bool {
    let key = head.strip_suffix('=').map(str::trim);
    key.is_some_and(|key| {
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
    })
}

/// What is to be looked at in a character that is percent-encoded in an address.
fn encoded(letter: char, before: Option<char>, after: Option<char>) -> Option<&'static str> {
    let is_other = |own| [before, after].into_iter().flatten().filter_map(script).any(|other| other != own);
    odd(letter, before, after)
        .or_else(|| script(letter).filter(|own| is_other(*own)).map(|_| "a letter of another script"))
}

/// The first byte from `start` on that is of some kind. Nearly all texts have few such bytes: they are looked at in
/// blocks, each as a whole.
fn first(text: &str, start: usize, is_wanted: impl Fn(u8) -> bool) -> Option<usize> {
    const BLOCK: usize = 64;
    const PART: usize = 8;
    let bytes = &text.as_bytes()[start..];
    // In a text of a script other than Latin, it is mostly the next one.
    if is_wanted(*bytes.first()?) {
        return Some(start);
    }
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    // Of blocks that are all as long, many bytes are looked at in one step.
    let full = blocks.iter().position(|block| has(block, &is_wanted)).unwrap_or(blocks.len());
    let after = blocks.get(full).map_or(rest, |block| block);
    let (parts, _) = after.as_chunks::<PART>();
    let before = PART * parts.iter().position(|part| has(part, &is_wanted)).unwrap_or(parts.len());
    let offset = before + after[before..].iter().position(|byte| is_wanted(*byte))?;
    Some(start + full * BLOCK + offset)
}

/// Whether any byte is of some kind. All are looked at, which takes fewer steps than to stop at the first.
fn has<const N: usize>(block: &[u8; N], is_wanted: &impl Fn(u8) -> bool) -> bool {
    block.iter().fold(0, |any, byte| any | u8::from(is_wanted(*byte))) != 0
}

/// The scripts whose letters look alike.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Cherokee,
    Coptic,
    Lisu,
    /// Latin letters as signs of mathematics.
    Signs,
    /// Latin letters as wide as those of China.
    Wide,
}

fn script(letter: char) -> Option<Script> {
    Some(match letter {
        // Of units and formulas, which look like no letter of another script: `μg`, `kΩ`.
        'μ' | 'Ω' | 'Δ' | 'π' | 'λ' => return None,
        'a'..='z' | 'A'..='Z' => Script::Latin,
        '\u{c0}'..='\u{2af}' | '\u{1e00}'..='\u{1eff}' if letter.is_alphabetic() => Script::Latin,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' if letter.is_alphabetic() => Script::Greek,
        '\u{400}'..='\u{52f}' => Script::Cyrillic,
        '\u{531}'..='\u{588}' => Script::Armenian,
        '\u{13a0}'..='\u{13fd}' | '\u{ab70}'..='\u{abbf}' => Script::Cherokee,
        '\u{2c80}'..='\u{2cee}' => Script::Coptic,
        '\u{a4d0}'..='\u{a4f7}' => Script::Lisu,
        '\u{2100}'..='\u{214f}' | '\u{1d400}'..='\u{1d7cb}' if letter.is_alphabetic() => Script::Signs,
        '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => Script::Wide,
        _ => return None,
    })
}

/// The word around the letter at byte `at`, not before `from`; empty where it is no letter.
fn word(text: &str, from: usize, at: usize) -> Range<usize> {
    let is_other = |letter: char| !letter.is_alphabetic();
    let length = text[at..].find(is_other).unwrap_or(text.len() - at);
    if length == 0 {
        return at..at;
    }
    text[from..at].rfind(is_other).map_or(from, |before| from + before + 1)..at + length
}

/// The script that most letters of a word have; where as many have another, the one of more letters around the word.
fn script_of_most(text: &str, range: &Range<usize>) -> Option<Script> {
    /// So many bytes on either side are around a word.
    const AROUND: usize = 80;
    let around =
        text.floor_char_boundary(range.start.saturating_sub(AROUND))..text.floor_char_boundary(range.end + AROUND);
    let count = |of: Script, text: &str| text.chars().filter(|letter| script(*letter) == Some(of)).count();
    let word = &text[range.clone()];
    let mut scripts: Vec<Script> = Vec::new();
    for own in word.chars().filter_map(script) {
        if !scripts.contains(&own) {
            scripts.push(own);
        }
    }
    // Of those that are alike in both, the first.
    scripts.into_iter().rev().max_by_key(|own| (count(*own, word), count(*own, &text[around.clone()])))
}

/// Of a word of two scripts, so many letters are named.
const LETTERS: usize = 8;

/// The finding for a word with letters of several scripts.
fn of_two_scripts(input: InputId, text: &str, range: Range<usize>) -> Option<Diagnostic> {
    let word = &text[range.clone()];
    let mut scripts = word.chars().filter_map(script);
    let first = scripts.next()?;
    if scripts.all(|other| other == first) {
        return None;
    }
    let own = script_of_most(text, &range)?;
    let odd = word.chars().filter(|letter| script(*letter).is_some_and(|other| other != own));
    let mut odd = odd.map(|letter| format!("`{letter}` (U+{:04X})", u32::from(letter)));
    let mut shown: Vec<String> = odd.by_ref().take(LETTERS).collect();
    shown.extend(odd.next().map(|_| "…".to_owned()));
    let message = format!("the word `{}` has letters of two scripts: {}", excerpt(word), shown.join(", "));
    let finding = Diagnostic::lint(Code::MixedScripts, Span::new(input, range), message);
    Some(finding.help(Some("write the whole word in one script".to_owned())))
}

#[cfg(test)]
mod tests;
