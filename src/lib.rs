//! Chronicle publishes a foreign-policy chronicle: who said what, when, where, in which office, to whom, from which
//! source, as a static site that researchers can search and cite.
//!
//! It is built like a small compiler. Each stage is a function from values to values and returns its findings beside
//! its value; nothing is printed, and nothing is written, before the last one.
//!
//! ```text
//! input::Inputs::read     folder            → Inputs       the only reader
//! entry::parse            one input         → Entry        one file, no other
//! chronicle::resolve      entries           → Chronicle    ids, relations both ways, indexes
//! pages::plan             Chronicle         → Plan         what exists, at which address
//! pages::Material::make   one page          → bytes        its values, in the templates of a theme
//! output::Output::commit  pages             → folder       the only writer
//! ```
//!
//! [`pipeline::run`] is all of it in a dozen lines. The modules stand in the order of their dependencies: a module
//! uses only modules above it (`tests/suite/architecture.rs` holds this).

mod folder;

mod html;

mod sync;

mod name;

mod xml;

pub mod input;

pub mod diagnostic;

pub mod report;

mod document;

mod language;

mod address;

mod picture;

pub mod config;

mod naming;

pub mod entry;

pub mod lock;

mod search;

pub mod chronicle;

pub mod draft;

pub mod checks;

pub mod markdown;

mod citation;

pub mod theme;

mod views;

pub mod plan;

pub mod incremental;

pub mod pages;

pub mod output;

pub mod pipeline;

mod fix;

pub mod review;

mod publish;

pub mod serve;

pub mod cli;
