//! `chronicle explain`.

use super::{Ended, print, site};
use crate::diagnostic::Code;
use crate::report::{Printable, catalogue};

/// Explain a code: the rule, why it is one, and an example that breaks it and one that keeps it
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The code in brackets behind `error` or `warning` [default: list all codes]
    #[arg(value_name = "CODE", value_parser = site::code)]
    code: Option<Code>,
}

pub(super) fn run(arguments: &Arguments) -> Ended {
    match arguments.code {
        Some(code) => print(&Printable::own(catalogue::explanation(code))),
        None => print(&Printable::own(catalogue::list())),
    }
}
