//! Letters, words and the ends of sentences, in any script.

/// Whether a character is Chinese.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

pub(crate) fn has_han(text: &str) -> bool {
    text.chars().any(is_han)
}

/// Whether a character is of a script with letter case.
pub(crate) fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}

/// A word normalized for comparison: lower case, plain apostrophes and hyphens, no Arabic vowel signs or directional
/// marks.
pub(crate) fn plain(word: &str) -> String {
    let letter = |c: char| match c {
        '’' | 'ʼ' | '‘' | '`' => Some('\''),
        '–' | '—' | '‑' | '−' | '‐' => Some('-'),
        '\u{64b}'..='\u{652}'
        | '\u{640}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{ad}'
        | '\u{feff}' => None,
        c => Some(c),
    };
    word.chars().filter_map(letter).flat_map(char::to_lowercase).collect()
}

/// The words of a name or label: split at white space, full stops and middle dots, without surrounding punctuation.
pub(crate) fn name_words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, '.' | '·' | '•' | '・'));
    let trimmed = parts.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    trimmed.filter(|word| !word.is_empty()).map(plain).collect()
}

/// Whether a text in lower case has one of some parts: at the beginning of a word, or anywhere where the part is of a
/// script in which words have small words before them, or no spaces between them.
pub(crate) fn has_part(lower: &str, parts: &[&str]) -> bool {
    let begins_word = |at: usize| !lower[..at].ends_with(char::is_alphanumeric);
    parts.iter().any(|part| {
        let is_anywhere = !part.starts_with(is_cased);
        lower.match_indices(part).any(|(at, _)| is_anywhere || begins_word(at))
    })
}

/// Whether a character ends a sentence.
pub(crate) fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔')
}

/// Whether a text ends as a sentence does; closing marks and brackets may stand behind its end.
pub(crate) fn is_ended(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || is_closing(c) || "*_".contains(c));
    text.ends_with(ends_sentence)
}

/// Whether a character closes a quotation or a bracket.
pub(crate) fn is_closing(c: char) -> bool {
    matches!(c, '"' | '”' | '“' | '’' | '\'' | '»' | '«' | '›' | '‹' | '」' | '』' | ')' | ']' | '）' | '】')
}

/// Whether a character is a dash that can stand between a label and words, or before a turn.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '‐' | '−')
}

/// A short excerpt for a note.
pub(crate) fn excerpt(text: &str) -> String {
    const SHOWN: usize = 48;
    let plain: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = plain.chars().take(SHOWN).collect();
    if short.len() < plain.len() { format!("{}…", short.trim_end()) } else { short }
}
