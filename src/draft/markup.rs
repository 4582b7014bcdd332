//! Detects input that is not plain text.

/// Names the format of a file that is no text, or only markup from its first bytes on, with what to save instead.
pub(crate) fn document(bytes: &[u8]) -> Option<&'static str> {
    /// How near the beginning a PDF file says what it is.
    const PDF: usize = 1024;
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let head = &start[..start.len().min(PDF)];
    let is_word_processor =
        start.starts_with(b"PK\x03\x04") || start.starts_with(b"\xd0\xcf\x11\xe0") || start.starts_with(b"{\\rtf");
    if start.starts_with(b"%PDF-") || head.windows(7).any(|part| part == b"\n%PDF-1") {
        return Some("a PDF file: copy its words from a reader of PDF into a plain text, in the encoding UTF-8");
    }
    if is_word_processor {
        return Some("a file of a word processor: save it there as plain text, in the encoding UTF-8");
    }
    let is_utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || head.contains(&0);
    is_utf16.then_some("not UTF-8 text: save it in the encoding UTF-8")
}

/// Names the format of a text that is not plain, with what to save instead; none for plain text.
pub(crate) fn markup(text: &str) -> Option<&'static str> {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let head = &start[..start.floor_char_boundary(4000)];
    let lower = head.to_ascii_lowercase();
    let is_subtitles = lower.starts_with("webvtt") || lower.starts_with("[script info]") || lower.contains("/ns/ttml");
    if is_subtitles || is_subtitle(head) || lower.starts_with("<tt ") || lower.starts_with("<tt>") {
        return Some("subtitles: save the words as plain text, with the name of the speaker before each turn");
    }
    if is_json(text, start) {
        return Some("JSON: save what was said as plain text, with the name of the speaker before each turn");
    }
    let is_xml = lower.starts_with("<?xml") && !lower.contains("<html") || lower.starts_with("<tei");
    if !is_xml && (lower.starts_with("<!doctype html") || lower.starts_with("<html") || is_page(&lower)) {
        return Some("HTML: open it in a browser, and save the page as plain text");
    }
    if is_xml || lower.starts_with("<?xml") || begins_with_element(&lower) {
        return Some("XML: save what was said as plain text, with the name of the speaker before each turn");
    }
    is_table(head).then_some("a table with commas, tabs or semicolons (CSV): save what was said as plain text, with the name of the speaker before each turn")
}

/// Whether a text is a page or a part of one: tags that have no place in plain text, more than one that is only named.
fn is_page(lower: &str) -> bool {
    const TAGS: [&str; 12] =
        ["<p>", "<p ", "</p>", "<div", "</div>", "<br>", "<br/>", "<br />", "<span", "</span>", "<body", "</html>"];
    let count: usize = TAGS.iter().map(|tag| lower.matches(tag).count()).sum();
    let entities = ["&nbsp;", "&ldquo;", "&rdquo;", "&rsquo;", "&amp;", "&quot;", "&laquo;", "&#8217;", "&#160;"];
    let entities: usize = entities.iter().map(|entity| lower.matches(entity).count()).sum();
    lower.starts_with('<') && count >= 2 || count >= 6 || entities >= 3 || entities >= 2 && count > 0
}

/// Whether a text begins with an element that is closed, or has attributes.
fn begins_with_element(lower: &str) -> bool {
    let Some(rest) = lower.strip_prefix('<') else { return false };
    let name: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c)).collect();
    let begins = name.starts_with(|c: char| c.is_ascii_lowercase());
    begins && (lower.contains(&format!("</{name}>")) || rest[name.len()..].starts_with(' ') && rest.contains("=\""))
}

fn is_json(text: &str, start: &str) -> bool {
    let begins = start.starts_with('{') || start.starts_with('[');
    let rest = start.get(1..).unwrap_or_default().trim_start();
    // A list of strings has no names.
    let is_whole = || serde_json::from_str::<serde::de::IgnoredAny>(text.trim_start_matches('\u{feff}')).is_ok();
    if rest.starts_with('"') && start.ends_with(['\n', ']']) && begins && is_whole() {
        return true;
    }
    let looks = rest.starts_with(['"', '{', '[']) && start.contains("\":");
    begins && looks && (is_whole() || is_lines(start) || start.matches("\":").count() > 1)
}

/// One value a line.
fn is_lines(text: &str) -> bool {
    text.lines().next().is_some_and(|line| serde_json::from_str::<serde::de::IgnoredAny>(line).is_ok())
}

/// Whether a line of times as subtitles have them stands near the beginning.
fn is_subtitle(head: &str) -> bool {
    let is_times = |line: &str| {
        let time = |text: &str| {
            let text = text.trim().split(' ').next().unwrap_or_default();
            text.contains(':') && text.chars().all(|c| c.is_ascii_digit() || ":.,".contains(c))
        };
        let is_pair = |parts: Option<(&str, &str)>| parts.is_some_and(|(from, to)| time(from) && time(to));
        // `0:00:01.000,0:00:03.000`, `{25}{75}Words`
        let is_frames =
            line.starts_with('{') && line[1..].trim_start_matches(|c: char| c.is_ascii_digit()).starts_with("}{");
        is_pair(line.split_once("-->")) || line.contains('.') && is_pair(line.trim().split_once(',')) || is_frames
    };
    head.lines().take(40).any(is_times)
}

/// Whether the first lines are rows of a table: each has as many separators as the first, which names columns.
fn is_table(head: &str) -> bool {
    let mut lines = head.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("sep="));
    let Some(first) = lines.next() else { return false };
    let rows: Vec<&str> = lines.take(6).collect();
    let is_head = |separator: char| {
        let names: Vec<&str> = first.split(separator).map(|name| name.trim().trim_matches('"')).collect();
        let is_name = |name: &&str| {
            let is_word = name.chars().all(|c| c.is_alphanumeric() || "_- ".contains(c));
            !name.is_empty() && is_word && name.split(' ').count() <= 2
        };
        let known = [
            "speaker",
            "text",
            "date",
            "name",
            "id",
            "time",
            "party",
            "content",
            "words",
            "question",
            "answer",
            "statement",
            "speech",
            "title",
        ];
        let has_known = names.iter().any(|name| known.contains(&name.to_lowercase().as_str()));
        let count = names.len();
        let fits = |row: &&str| row.matches(separator).count() + 1 >= count;
        count >= 2 && names.iter().all(is_name) && (has_known || count > 3) && !rows.is_empty() && rows.iter().all(fits)
    };
    [',', ';', '\t', '|'].into_iter().any(is_head)
}

#[cfg(test)]
mod tests {
    use super::{document, markup};

    #[test]
    fn kinds() {
        for (text, kind) in [
            ("<html><body><h1>On tin</h1><p>He said: &ldquo;Yes.&rdquo;</p></body></html>", "HTML"),
            ("\u{feff}\n<!DOCTYPE html>\n<p>a</p>", "HTML"),
            ("<div class=\"a\"><p>Yes.</p></div>", "HTML"),
            ("<?xml version=\"1.0\"?>\n<TEI><u>Yes.</u></TEI>", "XML"),
            ("<u who=\"#lee\">Yes.</u>", "XML"),
            ("[{\"speaker\": \"Lee\", \"text\": \"Yes.\"}]", "JSON"),
            ("{\"speaker\": \"Lee\"}\n{\"speaker\": \"Day\"}", "JSON"),
            ("1\n00:00:04,000 --> 00:00:08,000\nYes.\n", "subtitles"),
            ("WEBVTT\n\n00:04.000 --> 00:08.000\nYes.\n", "subtitles"),
            ("<?xml version=\"1.0\"?>\n<tt xmlns=\"http://www.w3.org/ns/ttml\"><p>Yes.</p></tt>", "subtitles"),
            ("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><sp><p>Yes.</p></sp></TEI>", "XML"),
            ("0:00:01.000,0:00:03.000\nLEE: Yes.\n", "subtitles"),
            ("{25}{75}LEE: Yes.\n", "subtitles"),
            ("[\"Lee: Yes.\", \"Day: No.\"]\n", "JSON"),
            ("sep=;\nspeaker;text\nLee;Yes.\n", "a table"),
            ("speaker|text\nLee|Yes.\n", "a table"),
            ("date,speaker,text\n2024-03-06,\"Lee\",\"Yes, we do\"\n", "a table"),
        ] {
            assert!(markup(text).is_some_and(|found| found.starts_with(kind)), "{text}: {:?}", markup(text));
        }
        for plain in [
            "Lee on HTML\n\nLEE: The tag <p> begins a paragraph, </p> ends it.",
            "Remarks, questions, answers\n\nLEE: Yes, we do, and so on.",
            "[Applause] \"Yes\": that is what we say.",
            "<applause>\n\nLEE: Yes.",
            "",
        ] {
            assert_eq!(markup(plain), None, "{plain}");
        }
    }
    #[test]
    fn files_that_are_no_text() {
        for (bytes, kind) in [
            (&b"%PDF-1.4\n1 0 obj\nLEE: Yes."[..], "a PDF"),
            (b"\n\n%PDF-1.7", "a PDF"),
            (b"PK\x03\x04\x14\0word/document.xml", "a file of a word processor"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", "a file of a word processor"),
            (b"\xef\xbb\xbf{\\rtf1\\ansi LEE: Yes.}", "a file of a word processor"),
            (b"L\0E\0E\0:\0 \0Y\0e\0s\0", "not UTF-8"),
            (b"\xff\xfeL\0E\0E\0", "not UTF-8"),
        ] {
            assert!(document(bytes).is_some_and(|found| found.starts_with(kind)), "{bytes:?}: {:?}", document(bytes));
        }
        for plain in [&b"LEE: {Yes}, 100 %PDF-1."[..], b"PK: Yes.", b""] {
            assert_eq!(document(plain), None, "{plain:?}");
        }
    }
}
