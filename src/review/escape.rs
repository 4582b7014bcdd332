//! Escapes contributors' text for the Markdown of a review, so that GitHub, GitLab and Forgejo render it as plain text,
//! also where it is copied on.

use crate::report::visible;

/// A zero-width space, inserted to break mentions and references. Unlike a comment or an escape it survives rendering,
/// after which the services look for these.
const BREAK: &str = "&#8203;";

/// The longest run of hexadecimal digits that is not yet linked as a commit.
const HASH: usize = 6;

/// Escapes a text to a single line of plain text.
pub(super) fn escaped(text: &str) -> String {
    let text = visible(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(text.len() + 16);
    let letters: Vec<char> = text.chars().collect();
    let (mut hexadecimal, mut is_number) = (0, true);
    for (at, letter) in letters.iter().copied().enumerate() {
        let next = letters.get(at + 1).copied();
        let is_hexadecimal = letter.is_ascii_hexdigit();
        if is_hexadecimal && hexadecimal == HASH {
            out.push_str(BREAK);
            hexadecimal = 0;
        }
        hexadecimal = if is_hexadecimal { hexadecimal + 1 } else { 0 };
        // These would begin a list, a heading or a rule.
        let is_start = at == 0 && "-+=".contains(letter) || is_number && letter == '.';
        is_number = is_number && letter.is_ascii_digit();
        if is_start {
            out.push('\\');
        }
        push(letter, &mut out);
        if next.is_some_and(|next| begins(&letters[..=at], next)) {
            out.push_str(BREAK);
        }
    }
    out
}

fn push(letter: char, out: &mut String) {
    match letter {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        // Formulas are detected after rendering, so an escape does not help; they cannot span elements.
        '$' => out.push_str("<span>&#36;</span>"),
        '\\' | '`' | '*' | '_' | '[' | ']' | '(' | ')' | '{' | '}' | '~' | '|' | '!' | '#' | '^' => {
            out.push('\\');
            out.push(letter);
        }
        other => out.push(other),
    }
}

/// Whether `next` after this text would begin a mention, a reference, an emoji or a URL.
fn begins(before: &[char], next: char) -> bool {
    let (last, rest) = before.split_last().map_or((' ', &[][..]), |(last, rest)| (*last, rest));
    match last {
        '@' | '#' | ':' | '!' | '~' | '$' | '%' | '&' | '\u{ff20}' | '\u{ff03}' => !next.is_whitespace(),
        '[' => "[+-^_".contains(next),
        '{' => "+-".contains(next),
        // `GH-12` and other services' numbers: letters, a hyphen, digits; and advisories, `GHSA-` and any of both.
        '-' => {
            let is_of_word = |letter: &&char| letter.is_ascii_alphanumeric() || **letter == '_';
            let word = || rest.iter().rev().take_while(is_of_word);
            let is_advisory = || word().map(char::to_ascii_lowercase).eq("ghsa".chars().rev());
            next.is_ascii_digit() && word().any(char::is_ascii_alphabetic)
                || next.is_ascii_alphabetic() && is_advisory()
        }
        '.' => {
            let host: String = rest.iter().rev().take(3).collect();
            host.eq_ignore_ascii_case("www")
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::escaped;

    /// Renders Markdown to plain text.
    fn text(markdown: &str) -> String {
        let mut text = String::new();
        for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::InlineHtml(html) if ["<span>", "</span>"].contains(&&*html) => {}
                Event::Start(Tag::Paragraph | Tag::List(None) | Tag::Item) => {}
                Event::End(TagEnd::Paragraph | TagEnd::List(false) | TagEnd::Item) => {}
                other => panic!("{other:?} in {markdown}"),
            }
        }
        text
    }

    const HOSTILE: [&str; 51] = [
        "@team",
        "a@team",
        "@org/team",
        "#12",
        "GH-12",
        "gh-12",
        "owner/repo#12",
        "owner/repo@deadbeefcafe",
        "deadbee",
        "0123456789abcdef0123456789abcdef01234567",
        "DEADBEEF",
        "1234567",
        "JIRA-123",
        "GHSA-abcd-1234-efgh",
        "ghsa-abcd-efgh-ijkm",
        "##12",
        "!12",
        "%3",
        "%\"v 1\"",
        "~label",
        "~\"a b\"",
        "$snippet",
        "&12",
        "[vulnerability:1]",
        ":smile:",
        "&#64;team",
        "&commat;team",
        "&#x23;12",
        "&amp;#64;team",
        "www.example.com",
        "http://example.com",
        "HTTPS://example.com",
        "ftp://example.com",
        "mailto:a@b.example",
        "xmpp:a@b.example",
        "a@b.example",
        "<img src=x>",
        "<!-- -->",
        "<https://example.com>",
        "[x]: https://example.com",
        "[^1]: note",
        "| a | b |",
        "- [ ] task",
        "# heading",
        "> [!NOTE]",
        "1. one",
        "`code` ```x",
        "$x$ $$y$$ $`z`$",
        "</details>",
        "/close",
        "**b** __c__ ~~d~~ ^e^ {+f+} [-g-] [[wiki]] --- +++ ===",
    ];

    #[test]
    fn what_contributors_write_stays_text() {
        for hostile in HOSTILE {
            for markdown in
                [escaped(hostile), format!("- {}\n", escaped(hostile)), format!("- a {} b\n", escaped(hostile))]
            {
                let shown = text(&markdown);
                assert!(shown.replace('\u{200b}', "").contains(hostile), "{hostile}: {markdown} is {shown}");
                for at in shown.match_indices(['@', '#', '!', '~', '%', ':', '&']).map(|(at, _)| at + 1) {
                    let next = shown[at..].chars().next();
                    assert!(next.is_none_or(|c| c == '\u{200b}' || c.is_whitespace()), "{hostile}: {shown:?}");
                }
                let words = shown.split(|c: char| !c.is_ascii_hexdigit());
                assert!(words.into_iter().all(|word| word.len() < 7), "{hostile}: {shown:?}");
                assert!(
                    !shown.to_lowercase().contains("gh-1")
                        && !shown.to_lowercase().contains("ghsa-a")
                        && !shown.contains("JIRA-1")
                        && !shown.contains("www.e"),
                    "{shown:?}"
                );
            }
        }
    }

    #[test]
    fn what_is_harmless_is_left() {
        let path = "content/statements/2006/2006-02-02-first.md → /statements/2006-02-02-first/";
        assert_eq!(escaped(path), path);
        assert_eq!(escaped("a\nb\u{202e}"), "a b\\\\u\\{202e\\}");
    }
}
