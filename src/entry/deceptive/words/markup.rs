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
/// a paragraph, and values of attributes. Code of templates is a part of what it stands in, whatever is written in it.
pub(super) fn parts(line: &str, letters: &[(usize, char)]) -> Vec<Vec<char>> {
    let mut parts: BTreeMap<usize, Vec<char>> = BTreeMap::new();
    let (mut text, mut within, mut last) = (0, None, 0);
    // The mark that ends the value of an attribute, and the byte at which code ends.
    let (mut quote, mut code_end) = (None, 0);
    for (at, letter) in letters {
        let rest = &line[*at..];
        // What is written by its number begins and ends nothing.
        let is_mark = *at >= code_end && rest.starts_with(*letter);
        match (within, letter) {
            _ if !is_mark => {}
            (_, '{') if rest[1..].starts_with(['{', '%', '#']) => code_end = at + code(rest),
            (None, '<') => {
                let name = rest[1..].trim_start_matches('/');
                let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
                if end > 0 {
                    within = Some(last + 1);
                    last += 2;
                    text = if INLINE.contains(&&*name[..end].to_ascii_lowercase()) { text } else { last };
                }
            }
            (Some(_), '>') if quote.is_none() => within = None,
            (Some(_), '"' | '\'') if quote.is_none_or(|open| open == *letter) => {
                quote = quote.is_none().then_some(*letter);
                last += 1;
                within = Some(last);
            }
            _ => {}
        }
        parts.entry(within.unwrap_or(text)).or_default().push(*letter);
    }
    parts.into_values().collect()
}

/// The length of the code of a template, or of a note in one, that a text begins with: `{{ … }}`, `{% … %}`, `{# … #}`.
fn code(text: &str) -> usize {
    let (end, has_texts) = match text.as_bytes().get(1) {
        Some(b'{') => ("}}", true),
        Some(b'%') => ("%}", true),
        _ => ("#}", false),
    };
    let mut quote = None;
    for (at, letter) in text.char_indices().skip(2) {
        match quote {
            None if text[at..].starts_with(end) => return at + end.len(),
            None if has_texts && matches!(letter, '"' | '\'' | '`') => quote = Some(letter),
            Some(open) if open == letter => quote = None,
            _ => {}
        }
    }
    text.len()
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
            (r#"<a title="A{{ m["x"] }}B" id='{% if "%}" < 'b' %}C'>D"#, &["AB", "C", "D"]),
            (r#"<a title="A'B>C" id='D"E'>F{# don't < #}G"#, &["ABC", "DE", "FG"]),
            (r#"{{ t(key='<p title="') }}A{{ x }}B"#, &["AB"]),
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
