//! How a text is divided into parts that fit on a page, and a part into paragraphs.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// The most bytes of text on a page. With the most marks that a page has they are less than 60 KB compressed.
pub(super) const PART: usize = 40 << 10;

/// Where the parts of a text begin: at a paragraph in the second half of what fits; otherwise at a line, at a word, and at
/// a character where there is no other place.
pub(super) fn starts(text: &str) -> Vec<usize> {
    let (mut starts, mut from) = (vec![0], 0);
    while text.len() - from > PART {
        from = next(text, from);
        starts.push(from);
    }
    starts
}

/// Where the part ends that begins at `from`, of a text that has more than fits into it.
fn next(text: &str, from: usize) -> usize {
    let (half, most) = (text.floor_char_boundary(from + PART / 2), text.floor_char_boundary(from + PART));
    let (mut paragraph, mut line) = (None, None);
    let (mut at, mut is_blank_before) = (from, false);
    for one in text[from..most].split_inclusive('\n') {
        let is_blank = one.trim().is_empty();
        if at > half && !is_blank {
            line = Some(at);
            paragraph = if is_blank_before { line } else { paragraph };
        }
        (at, is_blank_before) = (at + one.len(), is_blank);
    }
    let word = || {
        let (space, letter) = text[half..most].char_indices().rfind(|(_, letter)| letter.is_whitespace())?;
        Some(half + space + letter.len_utf8())
    };
    paragraph.or(line).or_else(word).unwrap_or_else(|| before_marks(text, half..most))
}

/// The last place in a range before a character that is no mark of the one before it; the end of the range where all are.
fn before_marks(text: &str, range: Range<usize>) -> usize {
    let mut end = range.end;
    while end > range.start && text[end..].chars().next().is_some_and(is_combining_mark) {
        end = text.floor_char_boundary(end - 1);
    }
    if end > range.start { end } else { range.end }
}

/// The paragraphs of a part of a text, as ranges of the text. Where it has blank lines, they stand between paragraphs;
/// otherwise each line is one.
pub(super) fn paragraphs(text: &str, part: Range<usize>) -> Vec<Range<usize>> {
    let has_blank_lines = text[part.clone()].trim().lines().any(|line| line.trim().is_empty());
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut at, mut goes_on) = (part.start, false);
    for line in text[part].split_inclusive('\n') {
        let (start, words) = (at + line.len() - line.trim_start().len(), line.trim());
        let range = start..start + words.len();
        match found.last_mut() {
            _ if words.is_empty() => goes_on = false,
            Some(last) if goes_on => last.end = range.end,
            _ => {
                found.push(range);
                goes_on = has_blank_lines;
            }
        }
        at += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{PART, paragraphs, starts};

    fn parts(text: &str) -> Vec<&str> {
        let starts = starts(text);
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect()
    }

    #[test]
    fn every_byte_is_in_one_part_of_at_most_the_limit() {
        let paragraph = "The minister said that. ".repeat(40);
        for text in [
            String::new(),
            "Short.".to_owned(),
            format!("{paragraph}\n\n").repeat(100),
            format!("{paragraph}\r\n \r\n").repeat(100),
            format!("{paragraph}\n").repeat(100),
            paragraph.repeat(100),
            "я".repeat(60_000),
            "e\u{301}".repeat(60_000),
            "\u{301}".repeat(60_000),
            "\n".repeat(90_000),
            " \n".repeat(90_000),
            "外交部\n".repeat(30_000),
        ] {
            let parts = parts(&text);
            assert_eq!(parts.concat(), text);
            assert!(parts.iter().all(|part| part.len() <= PART), "{:?}", &text[..text.floor_char_boundary(20)]);
            assert!(parts.len() <= 1 + 2 * text.len() / PART, "{} parts of {} bytes", parts.len(), text.len());
        }
    }

    #[test]
    fn a_part_begins_with_a_paragraph_or_else_a_line_a_word_a_character() {
        let lines = format!("{}\n", "word ".repeat(40).trim_end());
        for (text, before, first) in [
            (format!("First.\n{}\n", lines.repeat(3)).repeat(200), "\n\n", "First."),
            (lines.repeat(1000), "word\n", "word"),
            ("word ".repeat(20_000), "word ", "word"),
            ("e\u{301}".repeat(60_000), "e\u{301}", "e\u{301}"),
        ] {
            let parts = parts(&text);
            assert!(parts.len() > 2);
            assert!(parts[1..].iter().all(|part| part.starts_with(first)), "{first}");
            assert!(parts[..parts.len() - 1].iter().all(|part| part.ends_with(before)), "{first}");
        }
    }

    #[test]
    fn paragraphs_are_told_by_blank_lines_or_are_lines() {
        let of = |text: &'static str| -> Vec<&'static str> {
            paragraphs(text, 0..text.len()).into_iter().map(|range| &text[range]).collect()
        };
        assert_eq!(of("\nOne\ntwo\n \n\n  Three \n"), ["One\ntwo", "Three"]);
        assert_eq!(of("One\r\ntwo\r\n\r\nThree"), ["One\r\ntwo", "Three"]);
        assert_eq!(of("\n\nOne\nTwo\n\n"), ["One", "Two"]);
        assert_eq!(of(" \n"), [""; 0]);
        let text = "Before\n\nOne\ntwo\n\nafter";
        assert_eq!(paragraphs(text, 8..15), [8..11, 12..15]);
    }
}
