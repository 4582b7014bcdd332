//! `chronicle schema`: the content model for editors and other tools.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValue;

use super::{Ended, print, root};
use crate::entry::{Kind, schema};
use crate::output;
use crate::report::Printable;

/// Print the JSON Schema of a kind of record
///
/// The schema (JSON Schema 2020-12) is made from the types that read the front matter. It serves editors and other
/// tools; `chronicle check` knows more than a schema can say.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The kind of record
    #[arg(value_enum, required_unless_present = "write")]
    kind: Option<Kind>,
    /// Write the schemas of all kinds to `.chronicle/schema/` of the site instead
    #[arg(long, conflicts_with = "kind")]
    write: bool,
    /// The folder that holds `site.toml`, with `--write` [default: the nearest at or above this one]
    #[arg(long, value_name = "DIR", requires = "write")]
    root: Option<PathBuf>,
}

/// The kinds of record are typed as they are called in a sentence.
impl clap::ValueEnum for Kind {
    fn value_variants<'a>() -> &'a [Kind] {
        &Kind::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.noun()))
    }
}

pub(super) fn run(arguments: &Arguments) -> Ended {
    if let Some(kind) = arguments.kind {
        return print(&Printable::own(text(kind)));
    }
    match root(arguments.root.as_deref()).and_then(|root| write(&root)) {
        Ok(()) => print(&Printable::line("wrote the schemas of all kinds to .chronicle/schema/")),
        Err(reason) => Ended::Failed(reason),
    }
}

/// Writes the schemas of all kinds below the root of a site.
pub(super) fn write(root: &Path) -> Result<(), String> {
    for kind in Kind::ALL {
        let path = format!(".chronicle/schema/{}.json", kind.noun());
        let written = output::write_whole(root, &path, |out| out.write_all(text(kind).as_bytes()));
        written.map_err(|error| error.to_string())?;
    }
    Ok(())
}

fn text(kind: Kind) -> String {
    format!("{:#}\n", schema::of(kind))
}
