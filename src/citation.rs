//! References to statements, as programs for references and people write them: CSL-JSON, RIS, BibLaTeX. All are made from one
//! value, [`Citation`], which `pages` fills from the record; what a field says is decided here alone. `docs/citing.md` says
//! which field says what.

mod biblatex;
mod csl;
mod format;
mod item_type;
mod line;
mod name;
mod ris;
#[cfg(test)]
mod sample;
pub(crate) mod style;

pub(crate) use format::{Format, References};
pub(crate) use item_type::ItemType;
pub(crate) use name::Name;

use crate::entry::date::Date;
use crate::entry::statement::Kind;

/// A reference to a statement. Words in it are in the language of the site, but for what records say in their own.
#[derive(Clone, Debug)]
pub(crate) struct Citation<'a> {
    /// The id of the statement, by which texts refer to it.
    pub(crate) id: &'a str,
    pub(crate) kind: Kind,
    /// The kind in words: "Press conference".
    pub(crate) genre: String,
    pub(crate) speakers: Vec<Name<'a>>,
    /// To whom a letter is.
    pub(crate) recipients: Vec<Name<'a>>,
    pub(crate) translator: Option<&'a str>,
    pub(crate) title: &'a str,
    /// The occasion.
    pub(crate) event: Option<&'a str>,
    /// The body before which words in a parliament were said.
    pub(crate) host: Option<&'a str>,
    pub(crate) place: Option<&'a str>,
    /// When it was said.
    pub(crate) date: Date,
    /// The same as people write it.
    pub(crate) date_in_words: String,
    /// Who published the source.
    pub(crate) publisher: Option<&'a str>,
    /// The title of the chronicle.
    pub(crate) chronicle: &'a str,
    /// Of the text: a BCP 47 tag.
    pub(crate) language: &'a str,
    /// The permanent address.
    pub(crate) url: String,
    pub(crate) topics: Vec<&'a str>,
    /// The abstract; absent of a withdrawn record, and in lists.
    pub(crate) summary: Option<&'a str>,
    /// A sentence that says that the record was withdrawn, when and why.
    pub(crate) withdrawn: Option<String>,
    /// Sentences that say what kind of record it is, and where its source and the archived copy of that are.
    pub(crate) notes: Vec<String>,
}

impl Citation<'_> {
    pub(crate) fn item_type(&self) -> ItemType {
        ItemType::of(self.kind)
    }

    /// What the words were published in, where the type has a field for that.
    fn publication(&self) -> Option<&str> {
        self.publisher.filter(|_| self.item_type().has_publication())
    }

    /// All notes, that of the withdrawal first.
    fn all_notes(&self) -> impl Iterator<Item = &str> {
        self.withdrawn.iter().chain(&self.notes).map(String::as_str)
    }
}
