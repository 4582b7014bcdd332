//! The Markdown dialect of all texts.

use pulldown_cmark::Options;

/// The parser options of the content model's Markdown, without typography.
pub fn markdown() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES
}
