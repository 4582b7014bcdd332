//! The whole record as tables, to be taken away: for spreadsheets, statistics, other programs.

pub(crate) mod description;
pub(crate) mod files;
mod format;
mod rows;
mod table;
mod topics;
