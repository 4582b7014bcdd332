//! Statements: the page of each, its other formats, their lists and chains.

pub(crate) mod card;
pub(crate) mod chain;
pub(crate) mod chain_page;
pub(crate) mod citation;
mod differences;
pub(crate) mod json;
pub(crate) mod json_ld;
pub(crate) mod list;
pub(crate) mod markdown;
pub(crate) mod meta_tags;
mod names;
pub(crate) mod page;
pub(crate) mod publisher;
pub(crate) mod quoted;
pub(crate) mod speaker;
pub(crate) mod text;
mod wordings;
pub(crate) mod written;
