//! Fills the files of a new site with what is known of it. A text that somebody chose goes into each format by the rules of
//! that format, and never into a workflow.

/// Puts values in the place of markers, `%NAME%`. What stands in a value is not looked at again.
pub(super) fn filled(text: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let name = after.split_once('%').map(|(name, _)| name).filter(|name| is_marker(name));
        match name.and_then(|name| Some((name, value(name)?))) {
            Some((name, value)) => {
                out.push_str(&value);
                rest = &after[name.len() + 1..];
            }
            None => {
                out.push('%');
                rest = after;
            }
        }
    }
    out + rest
}

fn is_marker(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
}

/// A text of one line in quotation marks, as TOML, YAML and JSON all read it.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A text as Markdown shows it: no character acts.
pub(super) fn in_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~' | '!' | '$' | '{' | '}') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A path as a shell reads it, that of Unix; none where a terminal could not show it as it is.
pub(super) fn in_shell(path: &str) -> Option<String> {
    if path.chars().any(is_unseen) {
        return None;
    }
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+,@%".contains(c);
    // A hyphen would begin an option.
    let path = if path.starts_with('-') { format!("./{path}") } else { path.to_owned() };
    Some(if path.chars().all(is_plain) { path } else { format!("'{}'", path.replace('\'', r"'\''")) })
}

/// Whether a character breaks a line, turns the order of others, or is no character. Joiners are letters in some languages.
pub(super) fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
        || crate::xml::is_noncharacter(c)
}

/// Why a text cannot be the title of a site: a title is one line, and shown as it is written.
pub(super) fn fault_of_title(text: &str) -> Option<&'static str> {
    match text.trim() {
        "" => Some("the title is empty"),
        text if text.chars().any(is_unseen) => Some("the title has a character that is not seen"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{fault_of_title, filled, in_markdown, in_shell, quoted};

    #[test]
    fn paths_are_one_word_of_a_shell() {
        for (path, expected) in [
            ("site", "site"),
            ("/srv/été-2024", "/srv/été-2024"),
            ("my site", "'my site'"),
            ("it's; rm -rf $HOME", r"'it'\''s; rm -rf $HOME'"),
            ("-rf", "./-rf"),
            ("-a b", "'./-a b'"),
            ("~", "'~'"),
        ] {
            assert_eq!(in_shell(path).as_deref(), Some(expected));
        }
        assert_eq!(in_shell("a\nb"), None);
        assert_eq!(in_shell("a\u{202E}b"), None);
    }

    #[test]
    fn values_are_not_looked_at_again() {
        let value = |name: &str| match name {
            "A" => Some("%B%".to_owned()),
            "B" => Some("b".to_owned()),
            _ => None,
        };
        assert_eq!(filled("100% of %A% and %B%, %C% and %", value), "100% of %B% and b, %C% and %");
    }

    #[test]
    fn any_title_is_the_same_text_in_each_format() {
        for title in [
            "Plain",
            "With \"quotes\" and 'others'",
            "A: b # c",
            "${{ secrets.X }} and %TITLE%",
            "C:\\path\\n",
            "- [x] {y}: *z*",
            "سجلّ السياسة الخارجية",
            "Хроника «внешней» политики",
            "@team <b>&amp;</b> \u{1F30D}",
            "null",
            "~",
        ] {
            let text = quoted(title);
            assert_eq!(serde_json::from_str::<String>(&text).unwrap(), title);
            assert_eq!(serde_yaml::from_str::<String>(&text).unwrap(), title);
            let setting = format!("t = {text}");
            assert!(crate::document::toml::texts(&setting).into_iter().any(|(_, value)| value == title), "{setting}");
            let mut html = String::new();
            let heading = format!("# {}", in_markdown(title));
            pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(&heading));
            let plain = title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            assert_eq!(html.replace("&quot;", "\""), format!("<h1>{plain}</h1>\n"));
        }
    }

    #[test]
    fn a_title_is_one_line_that_is_seen() {
        assert_eq!(fault_of_title("روزنامهٔ سیاست می\u{200c}خواهم"), None);
        for bad in ["", "  ", "a\nb", "a\u{202E}b", "a\u{0}b", "a\u{2028}b", "\u{FEFF}a"] {
            assert!(fault_of_title(bad).is_some(), "{bad:?}");
        }
    }
}
