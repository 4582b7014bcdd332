//! URLs of web archives, and the URL that each is a snapshot of.

/// The archived URL, where the URL of the snapshot contains it after a timestamp, as in
/// `https://web.archive.org/web/20230306120000/https://example.org/`.
pub(super) fn kept(archived: &str) -> Option<String> {
    let (_, path) = archived.split_once("://")?.1.split_once('/')?;
    let mut rest = path;
    while let Some((part, after)) = rest.split_once('/') {
        if is_date(part) && (after.contains("://") || is_address(after)) {
            return Some(decoded(after));
        }
        rest = after;
    }
    None
}

/// Whether a path segment is the timestamp of a snapshot: `2023`, `20230306120000`, `20230306120000id_`,
/// `2023.03.06-120000`.
fn is_date(part: &str) -> bool {
    let digits = part.chars().take_while(|letter| letter.is_ascii_digit() || matches!(letter, '.' | '-')).count();
    let flag = &part[digits..];
    digits >= 4 && part.starts_with(|letter: char| letter.is_ascii_digit()) && (flag.is_empty() || flag.ends_with('_'))
}

/// Whether a text without a scheme, with a single slash after it, or percent-encoded is a URL: its host has a dot.
fn is_address(text: &str) -> bool {
    let host = bare(&decoded(text));
    host.split(['/', '?']).next().is_some_and(|host| host.contains('.') && !host.starts_with('.'))
}

/// Whether two URLs name the same page, ignoring scheme, `www.`, default port, trailing slash and fragment.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    bare(one) == bare(other)
}

/// Whether two URLs have the same host.
pub(super) fn is_at_one_host(one: &str, other: &str) -> bool {
    let host = |url: &str| bare(url).split(['/', '?']).next().map(str::to_owned);
    host(one) == host(other)
}

fn bare(url: &str) -> String {
    let url = url.split('#').next().unwrap_or_default().to_lowercase();
    let url = ["https:", "http:"].iter().find_map(|scheme| url.strip_prefix(scheme)).unwrap_or(&url);
    let url = url.trim_start_matches('/').trim_start_matches("www.");
    let (host, path) = url.split_at(url.find(['/', '?']).unwrap_or(url.len()));
    let host = [":443", ":80"].iter().find_map(|port| host.strip_suffix(port)).unwrap_or(host);
    format!("{host}{path}").trim_end_matches('/').to_owned()
}

/// An address with its scheme's `%3A%2F%2F` undone.
fn decoded(url: &str) -> String {
    let start = url.get(..10).unwrap_or_default().to_lowercase();
    if !start.contains("%3a") && !start.contains("%2f") {
        return url.to_owned();
    }
    percent_encoding::percent_decode_str(url).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::{is_at_one_host, is_same, kept};

    #[test]
    fn what_an_archive_keeps() {
        for (archived, page) in [
            ("https://web.archive.org/web/20230306120000/https://example.org/a", Some("https://example.org/a")),
            ("https://web.archive.org/web/2023id_/http://example.org/a?b", Some("http://example.org/a?b")),
            ("https://web.archive.org/web/2023/https:/example.org/a", Some("https:/example.org/a")),
            ("https://web.archive.org/web/2023/example.org/a", Some("example.org/a")),
            ("https://web.archive.org/web/2023/https%3A%2F%2Fexample.org%2Fa", Some("https://example.org/a")),
            ("https://archive.today/2023.03.06-120000/https://example.org/", Some("https://example.org/")),
            ("https://webarchive.example.gov/ukgwa/20230306/https://example.org/", Some("https://example.org/")),
            ("https://example.org/2023/03/06/a.html", None),
            ("https://example.org/2023/a", None),
            ("https://archive.ph/abcde", None),
            ("https://web.archive.org", None),
        ] {
            assert_eq!(kept(archived).as_deref(), page, "{archived}");
        }
    }

    #[test]
    fn one_page() {
        for same in ["http://www.example.org/a/", "https:/example.org:443/a#top", "example.org/A"] {
            assert!(is_same(same, "https://example.org/a"), "{same}");
        }
        assert!(!is_same("https://example.org/a?b", "https://example.org/a"));
        assert!(is_at_one_host("https://www.example.org/x", "http://example.org/a"));
        assert!(!is_at_one_host("https://archive.example.org/x", "https://example.org/a"));
    }
}
