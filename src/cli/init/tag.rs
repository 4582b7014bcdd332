//! What the ids of a new site's feeds begin with: a `tag:` URI, by which entries stay known when the site moves.

use chrono::NaiveDate;

use crate::config::TagBase;

/// The beginning of `tag:` URIs for a site that is published at an address from some day on; none where the host cannot stand
/// in one.
pub(super) fn base(address: &str, day: NaiveDate) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.split(':').next()?.to_lowercase();
    let start = format!("tag:{host},{}:", day.format("%Y-%m-%d"));
    let name = path.trim_matches('/');
    let named = [format!("{start}{name}"), format!("{start}chronicle")];
    named.into_iter().skip(usize::from(name.is_empty())).find(|tag| TagBase::is_one(tag))
}

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn a_site_is_known_by_its_host_and_path() {
        let base = |address: &str| base(address, "2026-02-28".parse().unwrap());
        assert_eq!(base("https://example.org/").as_deref(), Some("tag:example.org,2026-02-28:chronicle"));
        assert_eq!(base("https://A.github.io/notes/").as_deref(), Some("tag:a.github.io,2026-02-28:notes"));
        assert_eq!(base("http://localhost:8000/a/b/").as_deref(), Some("tag:localhost,2026-02-28:a/b"));
        assert_eq!(base("https://example.org/архив/").as_deref(), Some("tag:example.org,2026-02-28:chronicle"));
        assert_eq!(base("https://пример.рф/"), None);
    }
}
