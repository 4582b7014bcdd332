//! The place of a key with its value.

use std::ops::Range;

use super::{Node, Value, tree};

/// The bytes to remove so that a document says nothing of a key at its top: the lines up to the next key, comments among them,
/// or a part of a map in braces. `None` where it has no such key.
pub(crate) fn pair(text: &str, key: &str) -> Option<Range<usize>> {
    let Node { value: Value::Map(pairs), range } = tree(text)? else { return None };
    let index = pairs.iter().position(|pair| pair.key == key)?;
    let (own, next) = (&pairs[index], pairs.get(index + 1));
    if text[range.start..].starts_with('{') {
        return Some(match (next, index.checked_sub(1)) {
            (Some(next), _) => own.key_range.start..next.key_range.start,
            (None, Some(before)) => pairs[before].value.range.end..own.value.range.end,
            (None, None) => own.key_range.start..own.value.range.end,
        });
    }
    let line = |at: usize| text[..at].rfind('\n').map_or(0, |end| end + 1);
    Some(line(own.key_range.start)..next.map_or(text.len(), |next| line(next.key_range.start)))
}

#[cfg(test)]
mod tests {
    use super::pair;

    #[test]
    fn a_key_goes_with_all_that_is_written_with_it() {
        for (text, expected) in [
            ("a: 1\nsummary: Words # why\nb: 2\n", "a: 1\nb: 2\n"),
            ("summary: Words\nb: 2\n", "b: 2\n"),
            ("a: 1\r\nsummary: Words\r\n", "a: 1\r\n"),
            ("a: 1\nsummary: Слова\n  и слова\nb: ж\n", "a: 1\nb: ж\n"),
            ("a: 1\nsummary: >-\n  Words\n\n  # more\n\nb: 2\n", "a: 1\nb: 2\n"),
            ("a: 1\nsummary: |+\n  Words\n\n", "a: 1\n"),
            ("a: 1\n\"summary\": \"Words: \\\n  more\"\n'b': 2\n", "a: 1\n'b': 2\n"),
            ("a: 1\nsummary:\n  Words\n? b\n: 2\n", "a: 1\n? b\n: 2\n"),
            ("  a: 1\n  summary: Words\n  b: 2\n", "  a: 1\n  b: 2\n"),
            ("a:\n  summary: kept\nsummary: Words", "a:\n  summary: kept\n"),
            ("{a: 1, summary: Words, b: 2}\n", "{a: 1, b: 2}\n"),
            ("{a: 1,\n  summary: \"Words\"\n}\n", "{a: 1\n}\n"),
            ("{summary: Words}\n", "{}\n"),
        ] {
            let place = pair(text, "summary").unwrap_or_else(|| panic!("{text}"));
            assert_eq!([&text[..place.start], &text[place.end..]].concat(), expected, "{text}");
        }
        for text in ["a: 1\n", "a: {summary: x}\n", "- summary\n", "", "a: summary\n"] {
            assert_eq!(pair(text, "summary"), None, "{text}");
        }
    }
}
