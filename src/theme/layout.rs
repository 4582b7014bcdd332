//! The layout of a template: what its author indents and puts on lines of its own is not to make pages longer.
//!
//! Indentation is left out, and so are a line with nothing but tags, and the line breaks beside elements that stand on lines of their
//! own. Other line breaks stay, so that words and elements of a line which the author set apart stay apart.

use std::ops::Range;

use super::tokens::code;

/// Elements in which white space is shown, or has a meaning.
const KEPT: [&str; 4] = ["pre", "textarea", "script", "style"];

/// Elements that stand on lines of their own whatever is before them. Items of lists are not among them, since lists are shown
/// in a line, too. Of a drawing those that have no text.
const BLOCKS: [&str; 38] = [
    "article",
    "aside",
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "g",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "legend",
    "main",
    "nav",
    "ol",
    "p",
    "path",
    "rect",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// The bytes of a template of HTML that are not compiled.
pub(super) fn layout(text: &str) -> Vec<Range<usize>> {
    let (mut left_out, mut next, mut line, mut opened) = (Vec::new(), 0, 0, None);
    let code = code(text);
    let kept = kept(text, &code);
    let within = |ranges: &[Range<usize>], at: usize| {
        let next = ranges.partition_point(|range| range.end <= at);
        ranges.get(next).is_some_and(|range| range.start < at)
    };
    while line < text.len() {
        let end = text[line..].find('\n').map_or(text.len(), |end| line + end + 1);
        if !within(&code, line) && !within(&kept, line) {
            let rest = &text[line..end];
            let content = line + rest.len() - rest.trim_start_matches([' ', '\t']).len();
            while code.get(next).is_some_and(|range| range.start < content) {
                next += 1;
            }
            let before = text[..line].trim_end();
            let last = opened.filter(|opened| before.ends_with('>') && !within(&code, opened + 1));
            let is_after_block = last.is_some_and(|last| ends_block(&before[last..]));
            let is_apart = is_after_block || begins_block(&text[content..end]);
            let done = left_out.last().map_or(0, |range: &Range<usize>| range.end);
            let from = if is_apart { before.len().max(done).min(line) } else { line };
            if let Some(tags) = tags_alone(text, &code[next..], content, end).filter(|_| !within(&kept, end)) {
                left_out.extend([from..content, tags..end]);
            } else if line > 0 {
                left_out.push(from..content);
            }
        }
        opened = text[line..end].rfind('<').map(|opened| line + opened).or(opened);
        line = end;
    }
    left_out.retain(|range| !range.is_empty());
    left_out
}

/// Whether a line begins with the tag of an element that stands on lines of its own, or with the end of an item.
fn begins_block(line: &str) -> bool {
    let name = tag(line);
    is_block(name.trim_start_matches('/')) || name.strip_prefix('/').is_some_and(is_item)
}

/// Whether a tag at the end of a line is that of an element that stands on lines of its own, or the beginning of an item.
fn ends_block(tag_at_end: &str) -> bool {
    let name = tag(tag_at_end);
    is_block(name.trim_start_matches('/')) || is_item(name)
}

/// Elements that may stand in a line, but show no white space at their beginning and end.
fn is_item(name: &str) -> bool {
    ["li", "svg"].iter().any(|item| item.eq_ignore_ascii_case(name))
}

fn is_block(name: &str) -> bool {
    BLOCKS.iter().any(|block| block.eq_ignore_ascii_case(name))
}

/// The name of the tag at the beginning of a text, with the slash of one that ends an element; nothing where there is none.
fn tag(text: &str) -> &str {
    let rest = text.strip_prefix('<').unwrap_or_default();
    &rest[..rest.find(|letter: char| letter != '/' && !letter.is_ascii_alphanumeric()).unwrap_or(rest.len())]
}

/// Where the last tag of a line ends that has nothing but tags, of which none says for itself what becomes of the white space
/// beside it (`{%-`), and none is a part of another template, which is seen.
fn tags_alone(text: &str, code: &[Range<usize>], content: usize, end: usize) -> Option<usize> {
    let mut at = content;
    for range in code.iter().take_while(|range| range.start < end) {
        let tag = &text[range.clone()];
        let name = tag.strip_prefix("{%")?.trim_start();
        let is_plain =
            range.end < end && !tag.starts_with("{%-") && !tag.ends_with("-%}") && !name.starts_with("include");
        if !is_plain || !text[at..range.start].trim().is_empty() {
            return None;
        }
        at = range.end;
    }
    (at > content && text[at..end].trim().is_empty()).then_some(at)
}

/// The elements whose white space is kept, from their first bracket to their last one.
fn kept(text: &str, code: &[Range<usize>]) -> Vec<Range<usize>> {
    let (mut found, mut at, mut next): (Vec<Range<usize>>, _, _) = (Vec::new(), 0, 0);
    let begins = |at: usize, mark: &str, name: &str| {
        let rest = text.as_bytes().get(at..at + mark.len() + name.len()).unwrap_or_default();
        let after = text.as_bytes().get(at + mark.len() + name.len());
        rest.starts_with(mark.as_bytes())
            && rest[mark.len()..].eq_ignore_ascii_case(name.as_bytes())
            && !after.is_some_and(u8::is_ascii_alphanumeric)
    };
    let mut open: Option<(usize, &str)> = None;
    while let Some(start) = text[at..].find('<').map(|start| at + start) {
        at = start + 1;
        while code.get(next).is_some_and(|range| range.end <= start) {
            next += 1;
        }
        if code.get(next).is_some_and(|range| range.start <= start) {
            continue;
        }
        match open {
            None => open = KEPT.into_iter().find(|name| begins(start, "<", name)).map(|name| (start, name)),
            Some((from, name)) if begins(start, "</", name) => {
                found.push(from..start);
                open = None;
            }
            Some(_) => {}
        }
    }
    found.extend(open.map(|(from, _)| from..text.len()));
    found
}

#[cfg(test)]
mod tests {
    use super::layout;

    fn compiled(text: &str) -> String {
        let (mut left, mut at) = (String::new(), 0);
        for range in layout(text) {
            left.push_str(&text[at..range.start]);
            at = range.end;
        }
        left + &text[at..]
    }

    #[test]
    fn indentation_and_lines_of_tags_are_left_out() {
        for (text, expected) in [
            ("<ul>\n  <li>a</li>\n\t<li>\nb\n </li>\n</ul>\n", "<ul><li>a</li>\n<li>b</li></ul>\n"),
            ("a\r\n  <div>\r\n    <p\n id=\"b\">\n\n  <P>c</P>\n<pre>", "a<div><p\nid=\"b\"><P>c</P><pre>"),
            ("{% if a %}\n  <p>b</p>\n{% endif %}\n<p>{{ c }}\n</p>", "{% if a %}<p>b</p>{% endif %}<p>{{ c }}</p>"),
            ("  a\n  b", "  a\nb"),
            ("a\r\n  b\r\n", "a\r\nb\r\n"),
            ("{% if a %}\n  b\n{% endif %}\nc", "{% if a %}b\n{% endif %}c"),
            ("a\n  {% if b %}{% set c = 1 %}\n  d\n", "a\n{% if b %}{% set c = 1 %}d\n"),
            // What says so itself, or is seen, keeps its line.
            ("a\n{%- if b %}\n  c\n{% endif -%}\n", "a\n{%- if b %}\nc\n{% endif -%}\n"),
            ("{% include \"a\" %}\n  {{ b }}\nc", "{% include \"a\" %}\n{{ b }}\nc"),
            ("{% if a %}b{% endif %}\n", "{% if a %}b{% endif %}\n"),
            // A tag that ends the file ends no line.
            ("a\n  {% endif %}", "a\n{% endif %}"),
            // Within code nothing changes.
            ("{{ a(\n  b=\"\n  c\") }}\n  d", "{{ a(\n  b=\"\n  c\") }}\nd"),
            ("{# a\n  b #}\n  <b\n    id=\"c\">", "{# a\n  b #}\n<b\nid=\"c\">"),
        ] {
            assert_eq!(compiled(text), expected, "{text}");
        }
    }

    #[test]
    fn where_white_space_is_shown_it_stays() {
        for name in ["pre", "textarea", "script", "style", "PRE"] {
            let text = format!("<{name} a=\"b\">\n  c\n  {{% if d %}}\n  </{name}>\n  e <{name}x>\n  f");
            let expected = format!("<{name} a=\"b\">\n  c\n  {{% if d %}}\n  </{name}>\ne <{name}x>\nf");
            assert_eq!(compiled(&text), expected);
        }
        assert_eq!(compiled("<pre>\n  a"), "<pre>\n  a");
        assert_eq!(compiled("{{ \"<pre>\" }}\n  a"), "{{ \"<pre>\" }}\na");
        for text in ["", "\n", "<", "</", "<pre", "{%", "{% if", "\n  {{", "é\n é<pré"] {
            compiled(text);
        }
    }
}
