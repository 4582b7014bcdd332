//! The parts of a line of HTML in which what turns the direction has to end: a browser ends it with a paragraph, and with the value of
//! an attribute.

use std::collections::BTreeMap;

/// Elements that end no paragraph.
const INLINE: [&str; 32] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "label", "mark", "path", "q", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    "wbr",
];

/// The characters of a line, each with its place, by the parts that they stand in: texts between elements other than those within
/// a paragraph, and values of attributes.
pub(super) fn parts(line: &str, letters: &[(usize, char)]) -> Vec<Vec<char>> {
    let mut parts: BTreeMap<usize, Vec<char>> = BTreeMap::new();
    let (mut text, mut within, mut last) = (0, None, 0);
    for (at, letter) in letters {
        match (within, letter) {
            (None, '<') => {
                let name = line[at + 1..].trim_start_matches('/');
                let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
                if end > 0 {
                    within = Some(last + 1);
                    last += 2;
                    text = if INLINE.contains(&&*name[..end].to_ascii_lowercase()) { text } else { last };
                }
            }
            (Some(_), '>') => within = None,
            (Some(_), '"' | '\'') => {
                last += 1;
                within = Some(last);
            }
            _ => {}
        }
        parts.entry(within.unwrap_or(text)).or_default().push(*letter);
    }
    parts.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn paragraphs_and_values_are_apart() {
        for (line, expected) in [
            ("<b>A</b>B <i>C", &["ABC"][..]),
            ("<p>A</p><p>B", &["A", "B"]),
            ("<p title=\"A\" id='B'>C<br>D <em lang=\"E\">F</em>", &["A", "B", "C", "DF", "E"]),
            ("1 < A <> B", &["AB"]),
        ] {
            let letters: Vec<(usize, char)> = line.char_indices().collect();
            let marks = |part: &Vec<char>| part.iter().filter(|c| c.is_ascii_uppercase()).collect::<String>();
            let mut found: Vec<String> =
                parts(line, &letters).iter().map(marks).filter(|part| !part.is_empty()).collect();
            found.sort_unstable();
            assert_eq!(found, expected, "{line}");
        }
    }
}
