//! The integration tests, in one program, so that the crate is linked once. `tests/README.md` says how to add one.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail at once, and sees files from outside"
)]

mod architecture;
mod attributions;
mod bad_input;
mod bodies;
mod cache;
mod cases;
mod changes;
mod check;
mod citations;
mod cli;
mod contradictions;
mod contribute;
mod data;
mod default_theme;
mod diagnostics;
mod docs;
mod feeds;
mod fix;
mod golden;
mod heads;
mod helps;
mod hostile;
mod incremental;
mod init;
mod killed;
mod languages;
mod limits;
mod long_lists;
mod markup;
mod messages;
mod new;
mod others_words;
mod outputs;
mod overrides;
mod paths;
mod pictures;
mod positions;
mod program;
mod publish;
mod published;
mod publishers;
mod record;
mod review;
mod rules;
mod search;
mod serve;
mod settings;
mod shards;
mod shown;
mod site;
mod site_links;
mod source_texts;
mod styles;
mod suggestions;
mod support;
mod templates;
mod theme_files;
mod timeline;
mod unread;
mod unseen;
mod yaml;
