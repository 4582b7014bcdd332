//! `[feeds]`: how long feeds may become, and what their entries are known by.

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::Deserializer;

use crate::diagnostic::Code;
use crate::document::invalid;

/// Settings of feeds.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Feeds {
    /// The newest statements that a feed carries.
    pub(crate) limit: usize,
    /// What the ids of feeds and entries begin with; without it, they are addresses.
    pub(crate) id_base: Option<TagBase>,
}

impl Default for Feeds {
    fn default() -> Feeds {
        Feeds { limit: 20, id_base: None }
    }
}

/// The beginning of `tag:` URIs (RFC 4151): who made them up, on a day on which the host was theirs, and for what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TagBase(String);

impl TagBase {
    /// The id of the page at a path that begins and ends with a slash. It does not change when the site moves.
    pub(crate) fn id(&self, path: &str) -> String {
        let (base, path) = (self.0.trim_end_matches('/'), path.trim_matches('/'));
        match path {
            "" => base.to_owned(),
            path if base.ends_with(':') => format!("{base}{path}"),
            path => format!("{base}/{path}"),
        }
    }

    /// Whether a text is one.
    pub(crate) fn is_one(text: &str) -> bool {
        let Some((authority, rest)) = text.strip_prefix("tag:").and_then(|rest| rest.split_once(',')) else {
            return false;
        };
        let Some((day, name)) = rest.split_once(':') else { return false };
        let host = authority.rsplit_once('@').map_or(Some(authority), |(owner, host)| {
            let is_owner = !owner.is_empty() && owner.bytes().all(|byte| is_of_label(byte) || b"._".contains(&byte));
            is_owner.then_some(host)
        });
        host.is_some_and(|host| host.split('.').all(is_label)) && is_day(day) && is_name(name)
    }
}

fn is_of_label(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'
}

fn is_label(label: &str) -> bool {
    let has_end = |byte: Option<&u8>| byte.is_some_and(|byte| *byte != b'-');
    let bytes = label.as_bytes();
    label.bytes().all(is_of_label) && has_end(bytes.first()) && has_end(bytes.last())
}

/// A year, a month or a day.
fn is_day(text: &str) -> bool {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    let is_written = whole.len() == 10 && whole.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    is_written && whole.parse::<NaiveDate>().is_ok()
}

fn is_name(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/".contains(&byte))
}

impl<'de> Deserialize<'de> for TagBase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<TagBase, D::Error> {
        let text = String::deserialize(deserializer)?;
        if TagBase::is_one(&text) {
            return Ok(TagBase(text));
        }
        let help = "write a host of yours in small letters, a day on which it was yours, and a name, as in \
                    `tag:example.org,2026-02-28:chronicle`";
        Err(invalid(Code::BadValue, format!("`{text}` is not the beginning of `tag:` URIs"), Some(help.to_owned())))
    }
}

#[cfg(test)]
mod tests {
    use super::TagBase;

    #[test]
    fn a_base_says_who_when_and_what_for() {
        for good in [
            "tag:example.org,2026:",
            "tag:example.org,2026-02:chronicle",
            "tag:a.b-c.example,2026-02-28:a/b",
            "tag:some.body@example.org,2026-02-28:x:y",
        ] {
            assert!(TagBase::is_one(good), "{good}");
        }
        for bad in [
            "",
            "https://example.org/",
            "tag:example.org:chronicle",
            "tag:example.org,2026",
            "tag:example.org,26:a",
            "tag:example.org,2026-13:a",
            "tag:example.org,2026-02-30:a",
            "tag:example.org,2026-2-28:a",
            "tag:Example.org,2026:a",
            "tag:example..org,2026:a",
            "tag:-example.org,2026:a",
            "tag:,2026:a",
            "tag:@example.org,2026:a",
            "tag:example.org:80,2026:a",
            "tag:example.org,2026:a b",
            "tag:example.org,2026:a#b",
            "tag:example.org,2026:a<b",
            "tag:пример.рф,2026:a",
            "Tag:example.org,2026:a",
        ] {
            assert!(!TagBase::is_one(bad), "{bad}");
        }
    }

    #[test]
    fn ids_are_below_the_base() {
        let id = |base: &str, path: &str| TagBase(base.to_owned()).id(path);
        assert_eq!(id("tag:a.example,2026:b", "/topics/trade/"), "tag:a.example,2026:b/topics/trade");
        assert_eq!(id("tag:a.example,2026:b/", "/topics/trade/"), "tag:a.example,2026:b/topics/trade");
        assert_eq!(id("tag:a.example,2026:", "/topics/trade/"), "tag:a.example,2026:topics/trade");
        assert_eq!(id("tag:a.example,2026:b", "/"), "tag:a.example,2026:b");
    }
}
