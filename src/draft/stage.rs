//! Bracketed text in a speech that was not said: stage directions, times, interjections.

use super::labels::after_time;
use crate::naming::letters::{has_han, name_words};
use crate::naming::words::STAGE;

/// Splits words at bracketed text that the speaker did not say. Each part is a verbatim slice of the text.
pub(super) fn spoken(words: &str) -> Vec<&str> {
    let (mut parts, mut start) = (Vec::new(), 0);
    let mut at = 0;
    while let Some((open, end)) = bracket(words, at) {
        let bracket = &words[open..end];
        let is_aside = is_direction(bracket) || is_told(bracket, &words[..open], &words[end..]);
        if is_aside && (!words[open..].starts_with('*') || has_stage(bracket)) {
            parts.push(&words[start..open]);
            start = end;
        }
        at = end;
    }
    parts.push(&words[start..]);
    let parts =
        parts.into_iter().map(|part| after_time(part.trim()).trim_matches(|c: char| c.is_whitespace() || c == '*'));
    parts.filter(|part| part.contains(char::is_alphanumeric)).collect()
}

/// The next bracket from a place on, with all that it holds.
fn bracket(words: &str, from: usize) -> Option<(usize, usize)> {
    let open = from + words[from..].find(['(', '[', '（', '［', '【', '〔', '*'])?;
    if words[open..].starts_with('*') {
        // `*Applause.*`, or else the marks of words that were stressed.
        let inner = words[open..].trim_start_matches('*');
        let near = &inner[..inner.floor_char_boundary(80)];
        let end = near.find(['*', '\n']).map_or(words.len() - inner.len(), |at| words.len() - inner.len() + at);
        return Some((open, end + words[end..].len() - words[end..].trim_start_matches('*').len()));
    }
    let mut depth = 0_usize;
    for (at, c) in words[open..].char_indices() {
        match c {
            '(' | '[' | '（' | '［' | '【' | '〔' => depth += 1,
            ')' | ']' | '）' | '］' | '】' | '〕' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some((open, open + at + c.len_utf8()));
                }
            }
            _ => {}
        }
    }
    // What is not closed goes to the end.
    Some((open, words.len()))
}

/// Whether a bracket holds what the speaker did not say. What begins with a small letter and has none of the words of
/// stage directions explains the speaker's words, as the source prints them.
pub(super) fn is_direction(bracket: &str) -> bool {
    let inner = bracket.trim_matches(|c: char| "()[]（）［］【】〔〕".contains(c) || c.is_whitespace());
    let is_time = inner.contains(':') || inner.contains('：');
    let begins_sentence =
        inner.starts_with(|c: char| c.is_uppercase()) || inner.ends_with(['.', '。', '!', '！', '?', '？']);
    let has_marks = inner.contains(|c: char| "\"“”„«»「」『』".contains(c));
    has_stage(inner) || is_time || begins_sentence || has_marks || inner.is_empty()
}

/// Whether a bracket that begins with a small letter tells what happened: `(a man shouts that it is so)`. A few words, or some
/// that are joined to a word, `minister(s)`, explain the speaker's.
fn is_told(bracket: &str, before: &str, behind: &str) -> bool {
    /// The most words of what explains.
    const FEW: usize = 4;
    /// Words for somebody who does something, of whom two words are enough.
    const SOMEBODY: [&str; 14] =
        ["a", "an", "one", "someone", "somebody", "he", "she", "they", "un", "une", "ein", "eine", "una", "er"];
    let is_round = bracket.starts_with(['(', '（', '[', '［']) && bracket.ends_with([')', '）', ']', '］']);
    let is_joined = before.ends_with(char::is_alphanumeric) || behind.starts_with(char::is_alphanumeric);
    // `[the ministry](https://example.org/)` is a link.
    let is_link = bracket.starts_with('[') && behind.starts_with('(') || before.ends_with(']');
    if !is_round || is_joined && !has_han(bracket) || is_link {
        return false;
    }
    let words = name_words(bracket);
    let first = words.first().map(String::as_str).unwrap_or_default();
    let is_long = match has_han(bracket) {
        true => bracket.chars().count() > 3 * FEW,
        false => words.len() > FEW || words.len() > 2 && SOMEBODY.contains(&first),
    };
    is_long || bracket.contains(|c: char| c.is_ascii_digit())
}

/// Whether words have one of stage directions.
pub(super) fn has_stage(words: &str) -> bool {
    let lower = words.to_lowercase();
    STAGE.iter().any(|word| match word.chars().count() {
        0..=4 if word.is_ascii() => lower.split(|c: char| !c.is_alphanumeric()).any(|part| part == *word),
        _ => lower.contains(word),
    })
}

#[cfg(test)]
mod tests {
    use super::spoken;

    #[test]
    fn what_is_said_and_what_is_not() {
        for (words, expected) in [
            ("(Laughter.) Well, yes. (Applause.) And no.", &["Well, yes.", "And no."][..]),
            ("Ja. (Volker Beck [Köln]: Das stimmt nicht!) Doch.", &["Ja.", "Doch."]),
            ("Oui. (« Mépris ! » sur les bancs.) Non.", &["Oui.", "Non."]),
            ("[00:12:33] Yes, they (the ministers) agree.", &["Yes, they (the ministers) agree."]),
            (
                "Yes. *Applause.* Well, *yes*, we **do** so. *(Laughter)* So.",
                &["Yes.", "Well, *yes*, we **do** so.", "So."],
            ),
            (
                "So it is (a man shouts that it is not), and so (one leaves) it stays.",
                &["So it is", ", and so (one leaves) it stays."],
            ),
            ("We (the member states) sent the letter(s).", &["We (the member states) sent the letter(s)."]),
            ("这是（笑）好的。", &["这是", "好的。"]),
            ("We go (unclosed", &["We go (unclosed"]),
        ] {
            assert_eq!(spoken(words), expected, "{words}");
        }
    }
}
