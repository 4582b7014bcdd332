//! Repairs of a single-line value that is not YAML.

/// What is wrong with a value, and what to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct ValueFault {
    pub(super) message: &'static str,
    pub(super) help: &'static str,
}

impl ValueFault {
    /// Whether the value is a flow list or map, which the repair keeps.
    pub(super) fn is_in_brackets(&self) -> bool {
        *self == BRACKET || *self == ITEM
    }
}

const COLON: ValueFault =
    ValueFault { message: "the text has a colon in it, which ends a key", help: "put the text in quotation marks" };
const MARK: ValueFault = ValueFault {
    message: "the text begins with a sign that means something else",
    help: "put the text in quotation marks",
};
const INNER: ValueFault = ValueFault {
    message: "the text goes on after a quotation mark that ends it",
    help: "put the whole text in quotation marks of the other kind",
};
const UNCLOSED: ValueFault =
    ValueFault { message: "the quotation mark at the start of the text is not closed", help: "close it" };
const ESCAPE: ValueFault = ValueFault {
    message: "`\\` in a text between `\"` begins a sign that is written by a code",
    help: "use quotation marks of the other kind",
};
const BRACKET: ValueFault = ValueFault { message: "a bracket is not closed by one of its kind", help: "close it" };
const TYPOGRAPHIC: ValueFault = ValueFault {
    message: "typographic quotation marks do not mark a text, and it has a colon in it or begins with a sign",
    help: "write straight quotation marks",
};
const ITEM: ValueFault = ValueFault {
    message: "a text in the brackets has a sign in it that means something else",
    help: "put the text in quotation marks",
};

/// Typographic pairs of quotation marks.
const PAIRS: [(char, char); 6] = [('“', '”'), ('„', '“'), ('«', '»'), ('‘', '’'), ('”', '”'), ('＂', '＂')];

/// Candidate repairs of a value, the likeliest first; empty where nothing is wrong with it.
pub(super) fn repairs(value: &str, is_value: bool) -> Vec<(String, ValueFault)> {
    let Some(first) = value.chars().next().filter(|_| is_value) else { return Vec::new() };
    match first {
        '"' | '\'' => in_quotation_marks(value, first).into_iter().collect(),
        '[' | '{' => in_brackets(value),
        '|' | '>' if value[1..].bytes().all(|byte| b"+-0123456789".contains(&byte)) => Vec::new(),
        '@' | '`' | '%' | '*' | '&' | '!' | '|' | '>' | '?' | ']' | '}' | ',' | '#' | ':' => {
            vec![(quoted(value), MARK)]
        }
        '-' if value.starts_with("- ") => vec![(quoted(value), MARK)],
        _ if is_broken(value) => {
            let bare = PAIRS.iter().find_map(|(open, close)| value.strip_prefix(*open)?.strip_suffix(*close));
            match bare {
                Some(bare) => vec![(quoted(bare), TYPOGRAPHIC)],
                None => vec![(quoted(value), COLON)],
            }
        }
        _ => Vec::new(),
    }
}

/// Whether a repair is unambiguous. It is not where the text ends in a quotation mark or has an unclosed bracket, which
/// may belong to it.
pub(super) fn is_certain(value: &str, new: &str, what: ValueFault) -> bool {
    let is_mark = |c: char| "\"'“”„«»‘’＂".contains(c);
    if value.contains(" #") || value.contains("\t#") {
        return false;
    }
    match value.chars().next() {
        Some('@' | '`' | '%' | '*' | '!' | '-') => what == MARK && !value.starts_with("!!"),
        Some('[' | '{') => {
            what == MARK && with_brackets_closed(value) == value && !value.ends_with([']', '}', ',', '"', '\''])
        }
        Some('\'') if what == INNER && value.len() > 1 && value.ends_with('\'') => {
            is_all_apostrophes(&value[1..value.len() - 1])
        }
        Some(first @ ('"' | '\'')) => {
            let rest = closed(value, first).map_or("", |end| &value[end..]);
            let goes_on = rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
            what == INNER && new == quoted(value) && goes_on && !rest.contains(is_mark)
        }
        Some(first) => what == COLON && !is_mark(first),
        None => false,
    }
}

/// `It's over`: an apostrophe within a word does not end a quoted text.
fn is_all_apostrophes(inner: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let is_within = |at: usize| is_letter(inner[..at].chars().next_back()) && is_letter(inner[at + 1..].chars().next());
    !inner.contains(['"', '\\']) && inner.match_indices('\'').all(|(at, _)| is_within(at))
}

/// Whether YAML would end this plain scalar early.
fn is_broken(text: &str) -> bool {
    text.contains(": ") || text.ends_with(':') || text.contains(":\t")
}

/// A text in quotation marks, so that it is what is written.
pub(super) fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

/// Where the text that begins with a quotation mark ends, behind the mark that closes it.
fn closed(value: &str, mark: char) -> Option<usize> {
    let mut letters = value.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' if mark == '"' => drop(letters.next()),
            '\'' if mark == '\'' && letters.peek().is_some_and(|(_, next)| *next == '\'') => drop(letters.next()),
            letter if letter == mark => return Some(at + 1),
            _ => {}
        }
    }
    None
}

fn in_quotation_marks(value: &str, mark: char) -> Option<(String, ValueFault)> {
    let bare = value[1..].strip_suffix(mark);
    match closed(value, mark) {
        // Only an opening mark, or a closing mark of another kind.
        None if bare.is_none() || value.len() == 1 => {
            let text = &value[1..];
            let text = text.strip_suffix(['"', '\'', '”', '“', '»', '’']).unwrap_or(text);
            Some((quoted(text), UNCLOSED))
        }
        None => None,
        // An apostrophe, so the text is not closed.
        Some(end) if bare.is_none() && mark == '\'' && value[end..].starts_with(char::is_alphabetic) => {
            Some((quoted(&value[1..]), UNCLOSED))
        }
        Some(end) if end < value.len() => match bare {
            Some(bare) => Some((quoted(bare), INNER)),
            None if value[end..].trim_start().starts_with('#') => None,
            None => Some((quoted(value), INNER)),
        },
        // The text is properly enclosed, so the fault is within.
        Some(_) => bare.filter(|bare| bare.contains('\\')).map(|bare| (quoted(bare), ESCAPE)),
    }
}

/// Candidate repairs of a flow list or map: an unquoted text, an unclosed or mismatched bracket, or not a list at all.
fn in_brackets(value: &str) -> Vec<(String, ValueFault)> {
    let mut repairs = Vec::new();
    let closed = with_brackets_closed(value);
    if closed != value {
        repairs.push((closed.clone(), BRACKET));
    }
    let with_items = with_items_quoted(&closed);
    if with_items != closed {
        repairs.push((with_items, ITEM));
    }
    if !closed.ends_with([']', '}']) || repairs.is_empty() {
        repairs.push((quoted(value), MARK));
    }
    repairs
}

/// The value with every bracket closed by one of its kind.
fn with_brackets_closed(value: &str) -> String {
    let (mut open, mut text, mut quotation) = (Vec::new(), String::with_capacity(value.len() + 2), None);
    for letter in value.chars() {
        match (letter, quotation) {
            (mark, Some(within)) if mark == within => quotation = None,
            (_, Some(_)) => {}
            ('"' | '\'', None) if text.trim_end().ends_with(['[', '{', ',', ':']) => quotation = Some(letter),
            ('[', None) => open.push(']'),
            ('{', None) => open.push('}'),
            (']' | '}', None) => {
                text.push(open.pop().unwrap_or(letter));
                continue;
            }
            _ => {}
        }
        text.push(letter);
    }
    // Trailing brackets do not belong to an unclosed quoted text.
    let bare = if quotation.is_some() { text.trim_end_matches([']', '}', ' ']) } else { text.trim_end() }.len();
    text.truncate(bare);
    text.extend(quotation);
    text.extend(open.into_iter().rev());
    text
}

/// The map or list, and those within, with the texts in quotation marks that need them.
fn with_items_quoted(value: &str) -> String {
    let inner =
        [('[', ']'), ('{', '}')].iter().find_map(|(open, close)| value.strip_prefix(*open)?.strip_suffix(*close));
    let Some(inner) = inner else { return value.to_owned() };
    let is_map = value.starts_with('{');
    let item = |item: &str| {
        let key = item.split_once(':').filter(|(key, _)| is_map && super::line::word(key) == key.len());
        let (key, text) = match key {
            Some((key, text)) => (format!("{key}: "), text.trim()),
            None => (String::new(), item),
        };
        let within = with_items_quoted(text);
        if within != text || !is_map && text.starts_with('{') && text.ends_with('}') {
            return key + &within;
        }
        let repaired = repairs(text, !is_map || !key.is_empty()).into_iter().next();
        format!("{key}{}", repaired.map_or(text.to_owned(), |(text, _)| text))
    };
    let items: Vec<String> = parts(inner).into_iter().map(|part| item(part.trim())).collect();
    format!("{}{}{}", &value[..1], items.join(", "), &value[value.len() - 1..])
}

/// The items of a list, without its brackets: a comma in quotation marks or in brackets parts none.
fn parts(inner: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth, mut quotation) = (Vec::new(), 0, 0_usize, None);
    for (at, letter) in inner.char_indices() {
        match (letter, quotation) {
            (mark, Some(within)) if mark == within => quotation = None,
            (_, Some(_)) => {}
            ('"' | '\'', None)
                if inner[..at].trim_end().is_empty() || inner[..at].trim_end().ends_with(['[', '{', ',', ':']) =>
            {
                quotation = Some(letter);
            }
            ('[' | '{', None) => depth += 1,
            (']' | '}', None) => depth = depth.saturating_sub(1),
            (',', None) if depth == 0 => {
                parts.push(&inner[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&inner[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::{quoted, repairs};

    fn first(value: &str) -> Option<String> {
        repairs(value, true).into_iter().next().map(|(text, _)| text)
    }

    #[test]
    fn values_that_are_no_yaml() {
        for (value, right) in [
            ("Minister: talks go on", "\"Minister: talks go on\""),
            ("He said \"no\": talks", "'He said \"no\": talks'"),
            ("It's \"no\": talks", "'It''s \"no\": talks'"),
            ("\"Talks\" go on", "'\"Talks\" go on'"),
            ("'Talks' go on", "\"'Talks' go on\""),
            ("'Talks don't go on'", "\"Talks don't go on\""),
            ("\"Talks \"go\" on\"", "'Talks \"go\" on'"),
            ("\"Talks \\go on\"", "'Talks \\go on'"),
            ("\"Talks", "\"Talks\""),
            ("“Talks: on”", "\"Talks: on\""),
            ("[a, b", "[a, b]"),
            ("[a, b}", "[a, b]"),
            ("[{a: b}", "[{a: b}]"),
            ("{a: b: c, d: e}", "{a: \"b: c\", d: e}"),
            ("{a: \"b\" c}", "{a: '\"b\" c'}"),
            ("[{a: b: c, d: e}]", "[{a: \"b: c\", d: e}]"),
            ("[{a: b: c}, {a: \"d, e\", f: g: h}]", "[{a: \"b: c\"}, {a: \"d, e\", f: \"g: h\"}]"),
            ("[a: b: c]", "[\"a: b: c\"]"),
            ("@x", "\"@x\""),
        ] {
            assert_eq!(first(value).as_deref(), Some(right), "{value}");
        }
        for right in ["Talks", "\"Talks\"", "'It''s'", "|", ">-", "https://example.org/a", "10:30", "-1", ""] {
            assert_eq!(first(right), None, "{right}");
        }
        for text in ["a: b", "it's", "say \"a\"", "\\", "it's \"a\" \\"] {
            assert_eq!(serde_yaml::from_str::<String>(&quoted(text)).expect("it is YAML"), text);
        }
    }
}
