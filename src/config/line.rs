//! Texts and addresses of `site.toml` that every page carries: on one line, and not too long.

use serde::Deserialize;
use serde::de::Deserializer;

use crate::address::WebUrl;
use crate::diagnostic::Code;
use crate::document::invalid;

/// The most bytes of an address, or of a pattern of addresses: browsers and servers take no longer ones.
pub(super) const LONGEST_ADDRESS: usize = 2_000;

/// What a text of one line is, and how long it may be.
pub(super) struct Line {
    /// What it is called.
    pub(super) noun: &'static str,
    /// The most characters.
    pub(super) most: usize,
    /// What to write where there is nothing.
    pub(super) empty: &'static str,
}

const TITLE: Line = Line { noun: "title", most: 200, empty: "write the name of the chronicle" };
const SUBTITLE: Line = Line { noun: "subtitle", most: 500, empty: "write a line below the name, or remove this one" };
const DESCRIPTION: Line =
    Line { noun: "description", most: 500, empty: "write what the picture shows, or remove this line" };
const LICENSE: Line = Line { noun: "name of the licence", most: 100, empty: "write its short name: `CC BY 4.0`" };
const BRANCH: Line =
    Line { noun: "name of the branch", most: 255, empty: "write it, or remove this line: it is `main` then" };

impl Line {
    /// Reads such a text; white space around it is left out.
    ///
    /// # Errors
    /// A finding for what is empty, too long, or has a line break or a tab.
    pub(super) fn read<'de, D: Deserializer<'de>>(&self, deserializer: D) -> Result<String, D::Error> {
        let Line { noun, most, empty } = self;
        let text = String::deserialize(deserializer)?;
        let text = text.trim();
        let wrong = |message: String, help: &str| Err(invalid(Code::BadValue, message, Some(help.to_owned())));
        if text.is_empty() {
            return wrong(format!("the {noun} is empty"), empty);
        }
        // Other control characters are found where those of all files are.
        for (letter, name) in [('\n', "line break"), ('\r', "line break"), ('\t', "tab")] {
            if text.contains(letter) {
                return wrong(
                    format!("the {noun} has a {name}"),
                    "write it on one line, with spaces between its words",
                );
            }
        }
        if text.chars().count() > *most {
            return wrong(
                format!("the {noun} has more than {most} characters, which every page would carry"),
                "shorten it",
            );
        }
        Ok(text.to_owned())
    }
}

pub(super) fn title<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    TITLE.read(deserializer)
}

pub(super) fn subtitle<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    SUBTITLE.read(deserializer).map(Some)
}

pub(super) fn description<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    DESCRIPTION.read(deserializer).map(Some)
}

pub(super) fn license<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    LICENSE.read(deserializer)
}

pub(super) fn branch<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    BRANCH.read(deserializer)
}

/// What is said of an address that is too long, and what helps.
pub(super) fn too_long(address: &str) -> Option<(String, String)> {
    let help = "find a shorter address of the same page".to_owned();
    let message = || format!("the address has more than {LONGEST_ADDRESS} bytes, which pages would carry");
    (address.len() > LONGEST_ADDRESS).then(|| (message(), help))
}

/// Reads a web address that is not too long.
pub(super) fn web_url<'de, D: Deserializer<'de>>(deserializer: D) -> Result<WebUrl, D::Error> {
    let url = WebUrl::deserialize(deserializer)?;
    match too_long(url.as_str()) {
        Some((message, help)) => Err(invalid(Code::BadValue, message, Some(help))),
        None => Ok(url),
    }
}

pub(super) fn some_web_url<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<WebUrl>, D::Error> {
    web_url(deserializer).map(Some)
}
