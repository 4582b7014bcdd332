//! The page of search, and its description for browsers.

use schemars::JsonSchema;
use serde::Serialize;

use super::Href;

/// The page of search: `search.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Search<'a> {
    /// Address of the folder of the index.
    pub(crate) index: Option<Href>,
    /// The path below which the site is published, with a slash at the end.
    pub(crate) root: String,
    /// What stands between groups of three digits.
    pub(crate) number_group: &'a str,
    /// Whether the text of each statement is beside its page, so that excerpts can be shown.
    pub(crate) texts: bool,
}

/// The description of the search for browsers: `opensearch.xml`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct SearchDescription {
    /// Absolute address of the results, with `{searchTerms}` in place of the words.
    pub(crate) url: String,
}
