//! The words in the foot of every page: `footer` in `site.toml`.

use serde::Deserialize;
use serde::de::Deserializer;

use crate::diagnostic::Code;
use crate::document::invalid;

/// The most bytes of it: every page carries them.
const LONGEST: usize = 4_000;

/// A short text in Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Footer(String);

impl Footer {
    /// The Markdown.
    pub(crate) fn text(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Footer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Footer, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wrong = |message: String, help: &str| Err(invalid(Code::BadValue, message, Some(help.to_owned())));
        if text.trim().is_empty() {
            return wrong("the footer is empty".to_owned(), "write some words, or remove this line");
        }
        if text.len() > LONGEST {
            let help = "write a page below `content/pages/`: the foot leads to it";
            return wrong(format!("the footer has more than {LONGEST} bytes, which every page would carry"), help);
        }
        Ok(Footer(text))
    }
}
