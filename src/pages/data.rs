//! The whole record as tables, to be taken away: for spreadsheets, statistics, other programs.

pub(crate) mod files;
mod rows;
mod tables;
mod topics;
