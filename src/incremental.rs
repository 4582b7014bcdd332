//! Incremental builds: the dependencies of each page are recorded, and a page is rendered again only if one of them changed.
//!
//! While a page is rendered it sees the chronicle through `Tracked`, which records each access as a [`Dependency`]. After the
//! run, a `Recorder` leaves a `Ledger`: the dependencies of every page with their fingerprints. The next run asks a
//! `Validation` whether all dependencies of a page have the fingerprints they had.

mod cache;
mod checksum;
mod dependency;
mod fingerprint;
mod ledger;
mod previous;
mod recorder;
mod snapshot;
mod tracked;
mod uses;
mod validation;

pub(crate) use cache::{Cache, ParsedFile, ParsedFiles, read, write};
pub use cache::{PROGRAM, rewritten};
pub(crate) use checksum::Checksum;
pub use dependency::Dependency;
pub(crate) use fingerprint::Sources;
pub(crate) use ledger::Ledger;
pub(crate) use previous::PreviousRun;
pub(crate) use recorder::{Made, Recorder};
pub(crate) use snapshot::{Numbers, Snapshot, is_older_file};
pub(crate) use tracked::Tracked;
pub(crate) use validation::Validation;
