//! Addresses of pages within the site, and web URLs.

use std::borrow::{Borrow, Cow};
use std::fmt::{self, Write};
use std::sync::Arc;

use bitcode::{Decode, Encode};
use serde::Deserialize;
use serde::de::Deserializer;
use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::Code;
use crate::document::misspelt;

mod deceit;
mod deceptive;
mod host;
mod punycode;

pub(crate) use deceit::{Deceit, shown};
pub(crate) use deceptive::{deceit_of_link, is_host_of};
pub(crate) use host::{Host, LOOK_UP, in_ascii};

/// A path below the site's home: starts with `/`; ends in `/` for a page, in a file name for any other output.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Arc<str>);

impl Address {
    /// The address made of `parts`, as a page: `page(["topics", "trade"])` is `/topics/trade/`.
    pub(crate) fn page<'a>(parts: impl IntoIterator<Item = &'a str>) -> Address {
        // Enough for most addresses.
        let mut text = String::with_capacity(64);
        text.push('/');
        for part in parts {
            text.push_str(part);
            text.push('/');
        }
        Address(text.into())
    }

    /// A file beside or below a page: `home.file("atom.xml")`.
    #[must_use]
    pub(crate) fn file(&self, name: &str) -> Address {
        Address([&*self.0, name].concat().into())
    }

    /// A page below a page: `/topics/trade/` and `2006` make `/topics/trade/2006/`.
    #[must_use]
    pub(crate) fn below(&self, part: &str) -> Address {
        Address([&*self.0, part, "/"].concat().into())
    }

    pub(crate) fn home() -> Address {
        Address("/".into())
    }

    /// The address at which a file of the output folder answers.
    pub(crate) fn of_output(path: &str) -> Address {
        let folder = path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
        Address(["/", folder.unwrap_or(path)].concat().into())
    }

    /// The address as text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as links have it: what would end it there, or begin a query or a fragment, is percent-encoded. Names of static
    /// files may have such signs; letters of other scripts stay (RFC 3987).
    pub(crate) fn in_links(&self) -> Cow<'_, str> {
        let is_sign = |byte: u8| IS_SIGN[usize::from(byte)];
        if !self.0.bytes().any(is_sign) {
            return Cow::Borrowed(&self.0);
        }
        let mut text = String::with_capacity(self.0.len() + 8);
        for letter in self.0.chars() {
            match u8::try_from(letter).ok().filter(|byte| is_sign(*byte)) {
                // Writing to a string cannot fail.
                Some(byte) => drop(write!(text, "%{byte:02X}")),
                None => text.push(letter),
            }
        }
        Cow::Owned(text)
    }

    /// The file in the output folder that answers at this address.
    pub(crate) fn output_path(&self) -> String {
        Address::path_of(&self.0)
    }

    /// The address as seen by hosts and file systems that ignore case (NTFS, APFS) and Unicode normalization, and that
    /// serve `/a.html` at `/a/`. No two addresses of a site may fold to the same text.
    pub(crate) fn folded(&self) -> Cow<'_, str> {
        // A trailing dot or space in a name.
        let mut before = b'/';
        let is_plain = self.0.bytes().all(|byte| {
            let is_end = byte == b'/' && before == b'.';
            before = byte;
            byte.is_ascii() && !byte.is_ascii_uppercase() && byte != b' ' && !is_end
        });
        if is_plain && before != b'.' && !self.0.ends_with(".html") {
            return Cow::Borrowed(&self.0);
        }
        // Upper then lower case, since lower case alone does not fold all letters (`ß`, final sigma).
        let once: String = self.0.nfkc().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect();
        let once: String = once.nfkc().map(|letter| if letter == 'ς' { 'σ' } else { letter }).collect();
        // Windows drops trailing dots and spaces.
        let parts: Vec<&str> = once.split('/').map(|part| part.trim_end_matches(['.', ' '])).collect();
        let mut folded = parts.join("/");
        if let Some(page) = folded.strip_suffix(".html") {
            folded = format!("{}/", page.strip_suffix("/index").unwrap_or(page));
        }
        if folded == *self.0 { Cow::Borrowed(&self.0) } else { Cow::Owned(folded) }
    }

    /// The folded address of the page or file in whose place some servers would send this file: beside `a.html` they look
    /// for a compressed `a.html.gz`, and for a folder's page under other names, before `index.html` or after it.
    pub(crate) fn replaced(&self) -> Option<String> {
        const COMPRESSED: [&str; 4] = [".gz", ".br", ".zst", ".zstd"];
        const INDEXES: [&str; 10] = [
            "index.htm",
            "index.xhtml",
            "index.shtml",
            "index.php",
            "index.cgi",
            "index.asp",
            "index.aspx",
            "index.jsp",
            "default.html",
            "default.htm",
        ];
        let (folder, name) = self.0.rsplit_once('/')?;
        let name = name.to_lowercase();
        let name = name.trim_end_matches(['.', ' ']);
        let plain = COMPRESSED.iter().find_map(|end| name.strip_suffix(end));
        let other = match plain.unwrap_or(name) {
            index if INDEXES.contains(&index) => format!("{folder}/"),
            other => plain.map(|_| format!("{folder}/{other}"))?,
        };
        Some(Address(other.into()).folded().into_owned())
    }

    /// The same of an address that is given as text.
    pub(crate) fn path_of(address: &str) -> String {
        let path = address.strip_prefix('/').unwrap_or(address);
        if path.is_empty() || path.ends_with('/') { [path, "index.html"].concat() } else { path.to_owned() }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Address> for Cow<'_, Address> {
    fn from(address: Address) -> Self {
        Cow::Owned(address)
    }
}

impl<'a> From<&'a Address> for Cow<'a, Address> {
    fn from(address: &'a Address) -> Self {
        Cow::Borrowed(address)
    }
}

impl Borrow<str> for Address {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// By byte: whether it is a sign that is encoded in links. Every link of every page is looked at.
static IS_SIGN: [bool; 256] = {
    let signs = *b"\"#%<>?[\\]^`{|}";
    let mut is_sign = [false; 256];
    let mut at = 0;
    while at <= b' ' as usize {
        is_sign[at] = true;
        at += 1;
    }
    is_sign[0x7f] = true;
    at = 0;
    while at < signs.len() {
        is_sign[signs[at] as usize] = true;
        at += 1;
    }
    is_sign
};

/// An `https` or `http` address.
#[derive(Clone, Debug, PartialEq, Eq, Decode, Encode)]
pub(crate) struct WebUrl(Box<str>);

impl WebUrl {
    /// Reads one; none where the text is none that can stand in a link.
    pub(crate) fn parse(text: &str) -> Option<WebUrl> {
        is_web_url(text).then(|| WebUrl(text.into()))
    }

    /// The address as written.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether `text` is an absolute web address that can stand in a link: a scheme, a host, no white space.
pub(crate) fn is_web_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.starts_with(['/', '?', '#']) && !rest.is_empty())
        && !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\'))
}

impl<'de> Deserialize<'de> for WebUrl {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<WebUrl, D::Error> {
        let text = String::deserialize(deserializer)?;
        if !is_web_url(&text) {
            let help = "write it in full: `https://example.org/…`".to_owned();
            let bare = text.trim();
            let bare = bare.strip_prefix('<').and_then(|text| text.strip_suffix('>')).unwrap_or(bare);
            let right = is_web_url(bare).then(|| bare.to_owned());
            return Err(misspelt(Code::BadValue, format!("`{text}` is not a web address"), Some(help), right));
        }
        Ok(WebUrl(text.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn signs_of_addresses_are_encoded_in_links() {
        let in_links = |path: &str| Address::of_output(path).in_links().into_owned();
        assert_eq!(in_links("a b/c#1 (50%)?.css"), "/a%20b/c%231%20(50%25)%3F.css");
        assert_eq!(in_links("картинка/{ü}&'+~.png"), "/картинка/%7Bü%7D&'+~.png");
    }

    #[test]
    fn spellings_of_one_address_are_folded_alike() {
        let folded = |path: &str| Address::of_output(path).folded().into_owned();
        let page = "/topics/";
        for spelling in [
            "topics/index.html",
            "Topics/index.html",
            "topics/INDEX.HTML",
            "topics.html",
            "TOPICS.HTML",
            "Topics./index.html",
        ] {
            assert_eq!(folded(spelling), page, "{spelling}");
        }
        assert_eq!(folded("caf\u{e9}/x.txt"), folded("CAFE\u{301}/x.txt"));
        assert_eq!(folded("Straße"), folded("STRASSE"));
        assert_eq!(folded("ΣΑΣ"), folded("σας"));
        assert_eq!(folded("404.html"), folded("404/index.html"));
        assert_ne!(folded("topics"), page);
        assert_ne!(folded("a.css"), folded("a"));
    }
}
