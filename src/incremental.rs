//! Incremental builds: what each page was made from is recorded, and a page is made again only if some of that changed.
//!
//! While a page is made it sees the chronicle through [`Tracked`], which notes each look as a [`Dependency`]. After the
//! run, a [`Recorder`] leaves a [`Ledger`]: the dependencies of every page with their fingerprints. The next run asks a
//! [`Validation`] whether all dependencies of a page have the fingerprints they had.

mod cache;
mod dependency;
mod fingerprint;
mod ledger;
mod previous;
mod recorder;
mod snapshot;
mod tracked;
mod validation;

pub use cache::{Cache, LoadedCache, OpenedCache, PROGRAM, ParsedFile, ParsedFiles, read, write};
pub use dependency::Dependency;
pub use fingerprint::Sources;
pub use ledger::{Chunk, Ledger};
pub use previous::PreviousRun;
pub use recorder::{Made, Recorder};
pub use snapshot::{Numbers, Snapshot, is_settled_file};
pub(crate) use tracked::Tracked;
pub use validation::Validation;
