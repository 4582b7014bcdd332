//! Which Markdown texts are written in.

use pulldown_cmark::Options;

/// The Markdown of the content model, as read for its facts.
pub fn markdown() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES
}
