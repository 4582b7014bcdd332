//! Pages of the editors: the home page, what changed in the record, the sources, what is covered, prose, and the form
//! to contribute.

pub(crate) mod changes;
pub(crate) mod contribute;
pub(crate) mod coverage;
pub(crate) mod home;
pub(crate) mod prose;
pub(crate) mod sources;
