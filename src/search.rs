//! The index of search: what a browser reads, piece by piece, to find words in statements. It knows neither pages nor
//! themes: it is given the words of statements, with what their rows show, and makes files of them.
//!
//! ```text
//! words        text → words, folded: what a browser does with a query as well
//! stems        word → its stem, by language; stop words
//! vocabulary   all words that occur, each with a number
//! terms        one statement → the numbers of its words, in order: what is kept of it
//! layout       counts of words → which files there will be
//! fold         terms of all statements → lists and successors, some partitions of the dictionary at a time
//! index        statements → files
//! kept         what one run leaves of an index for the next
//! ```
//!
//! `list`, `successors`, `dictionary`, `stored`, `facet` and `directory` are formats; `docs/search-format.md` describes them.
//! `client/` is what reads them in the browser, in JavaScript.

mod bits;
mod changes;
mod dictionary;
mod directory;
mod facet;
mod fold;
mod index;
mod kept;
mod layout;
mod list;
mod number;
mod partition;
mod rank;
mod statement;
mod stems;
mod stored;
mod successors;
mod terms;
#[cfg(test)]
mod truth;
mod vocabulary;
mod words;

pub(crate) use facet::{Facet, Value};
pub(crate) use index::{File, Folded, Index};
pub(crate) use kept::Kept;
pub(crate) use number::{Day, MOST_ON_A_DAY, Number};
pub(crate) use statement::{Statement, Text};
pub(crate) use stored::StoredFields;
pub(crate) use terms::Terms;
pub(crate) use vocabulary::{Reader, Vocabulary, Words};
pub(crate) use words::{is_invisible, is_paired};
