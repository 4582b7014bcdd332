//! `chronicle new source`: keeps the text of a source.

use std::path::{Path, PathBuf};

use super::statement::pasted::{PastedText, path_of_source};
use super::{Proposal, Site};
use crate::draft::sha256;
use crate::entry::date::Date;
use crate::entry::id::Id;

/// Keep the text of a source
///
/// Copies the plain text of a report or transcript to `content/sources/`, byte for byte, and says what to write into the
/// `sources` of a statement, whose quotations are then compared with it. The same text is kept once.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The text, `-` for standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Who published it, for its name
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// When it was published, for its name
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    published: Option<Date>,
    /// The name of the kept file without `.txt`, in place of the one that publisher, date and file suggest
    #[arg(long, value_parser = super::id)]
    id: Option<Id>,
}

impl Arguments {
    pub(super) fn propose(self, site: &Site) -> Result<Proposal, Vec<String>> {
        let text = PastedText::of(&self.file, site).map_err(|reason| vec![reason])?;
        let bytes = text.bytes();
        let stem = self.file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let stem = stem.filter(|_| self.file != Path::new("-"));
        let name = self.publisher.as_deref().or(stem.as_deref());
        let (path, is_new) = path_of_source(bytes, name, self.published, site).map_err(|reason| vec![reason])?;
        let mut proposal = Proposal::default();
        let path = match (is_new, self.id) {
            (true, Some(id)) => format!("sources/{id}.txt"),
            _ => path,
        };
        if is_new {
            proposal.files.push((format!("content/{path}"), bytes.to_vec()));
        } else {
            proposal.notes.push(format!("the text was kept before as content/{path}"));
        }
        proposal
            .notes
            .push(format!("in the source of a statement, write `text: {path}` and `sha256: {}`", sha256(bytes)));
        Ok(proposal)
    }
}
