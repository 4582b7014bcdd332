//! The navigation: `[nav]` in `site.toml`. Which parts and pages there are is known to `pages`.

use serde::Deserialize;
use serde::de::Deserializer;

use super::line::{self, Line};
use crate::address::WebUrl;
use crate::diagnostic::Code;
use crate::document::invalid;

/// The most names and entries of each list: every page carries them.
const MOST: usize = 100;

const LABEL: Line = Line { noun: "label", most: 80, empty: "write what the link leads to" };

/// `[nav]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Nav {
    /// What stands first, by name; others follow.
    #[serde(deserialize_with = "not_too_many")]
    pub(crate) order: Vec<String>,
    /// What stands neither in the navigation nor in the foot, by name.
    #[serde(deserialize_with = "not_too_many")]
    pub(crate) hide: Vec<String>,
    /// More entries.
    #[serde(deserialize_with = "not_too_many")]
    pub(crate) entries: Vec<NavEntry>,
}

/// An entry of the site's own.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NavEntry {
    pub(crate) label: Label,
    pub(crate) address: LinkAddress,
}

/// What a link says: a line that is not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Label(String);

impl Label {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Label, D::Error> {
        LABEL.read(deserializer).map(Label)
    }
}

/// Where an entry leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LinkAddress {
    /// A page elsewhere.
    Web(WebUrl),
    /// Somebody to write to, or to call.
    Person(String),
    /// An address of the site, `/changes/`, or the path of a file of the content, `content/pages/terms.md`.
    Own(String),
}

impl LinkAddress {
    /// As written.
    pub(crate) fn as_str(&self) -> &str {
        match self {
            LinkAddress::Web(url) => url.as_str(),
            LinkAddress::Person(address) | LinkAddress::Own(address) => address,
        }
    }
}

impl<'de> Deserialize<'de> for LinkAddress {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<LinkAddress, D::Error> {
        let text = String::deserialize(deserializer)?;
        if let Some((message, help)) = line::too_long(&text) {
            return Err(invalid(Code::BadValue, message, Some(help)));
        }
        if let Some(url) = WebUrl::parse(&text) {
            return Ok(LinkAddress::Web(url));
        }
        let wrong = |code, message: String| {
            let help = "write `https://…`, the address of a page of the site, `/changes/`, or the path of a file of the \
                        content, `content/pages/terms.md`";
            Err(invalid(code, message, Some(help.to_owned())))
        };
        if text.is_empty() || text.contains(|letter: char| letter.is_whitespace() || letter.is_control()) {
            return wrong(Code::BadValue, format!("`{}` is not an address", text.escape_debug()));
        }
        // Whatever stands before a colon may be a scheme, however it is written.
        let scheme = text.split(['/', '?', '#']).next().and_then(|head| head.split_once(':'));
        match scheme {
            Some((scheme, _)) if ["mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) => {
                Ok(LinkAddress::Person(text))
            }
            Some((scheme, _)) if ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) => {
                wrong(Code::BadValue, format!("`{text}` is not a web address"))
            }
            Some((scheme, _)) => wrong(Code::UnsafeLink, format!("links with `{scheme}` are refused")),
            None if text.starts_with("//") || text.contains('\\') => {
                wrong(Code::UnsafeLink, format!("links such as `{text}` are refused"))
            }
            None => Ok(LinkAddress::Own(text)),
        }
    }
}

fn not_too_many<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    let items = Vec::deserialize(deserializer)?;
    if items.len() > MOST {
        let help = "leave out what readers find without it".to_owned();
        return Err(invalid(Code::BadValue, format!("the list has more than {MOST} items"), Some(help)));
    }
    Ok(items)
}
