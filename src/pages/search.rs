//! Full-text search: the page with the field, and the files of the index that it reads (`docs/search-format.md`).
//!
//! [`Search`] is made before pages are planned, since the names of the files depend on the words. A file of words is an
//! ordinary page, which is made again if its partition has another version, and records no dependencies; rows and facets do.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::chronicle::{Chronicle, StatementId};
use crate::config::Config;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::input::{InputId, Inputs, ReadError, Span};
use crate::pages::PageBuilder;
use crate::search::{Day, File, Folded, Index, Kept, MOST_ON_A_DAY, Statement, Terms, Words};
use crate::sync;
use crate::theme::Messages;

pub(crate) mod facets;
pub(crate) mod index_file;
pub(crate) mod own_folders;
pub(crate) mod page;
mod statements;
mod stored;

use statements::StatementWords;
pub(crate) use statements::{BlockReader, TextWords};

use facets::ListedFacet;

/// The index of search: all that is known of its files before they are made.
#[derive(Debug)]
pub struct Search {
    pub(crate) index: Index,
    /// The statements in the order of the index.
    pub(crate) statements: Vec<StatementId>,
    pub(crate) facets: Vec<ListedFacet>,
}

impl Search {
    /// Indexes the statements of a chronicle. `words` are the vocabulary and the words of the texts that were parsed in this
    /// run; those of others are in `kept`, or are read again. Without `words` no statement has any.
    ///
    /// # Errors
    /// [`ReadError`] where a text has to be read again, and cannot be.
    pub(crate) fn of(
        chronicle: &Chronicle,
        inputs: &Inputs,
        config: &Config,
        messages: &Messages,
        words: Option<(TextWords, FxHashMap<InputId, Terms>)>,
        kept: &Kept,
    ) -> Result<Checked<Option<Search>>, ReadError> {
        let day = |id: StatementId| Day::of(chronicle[id].date());
        let mut statements: Vec<StatementId> = chronicle.statements().collect();
        statements.sort_by_key(|id| day(*id));
        let days = statements.chunk_by(|one, other| day(*one) == day(*other));
        if let Some(crowded) = days.into_iter().find(|day| day.len() > MOST_ON_A_DAY as usize) {
            return Ok(Checked { value: None, findings: vec![crowded_day(chronicle, crowded)] });
        }
        let (words, read) = match words {
            Some((words, mut texts)) => {
                let sources = StatementWords { chronicle, inputs, config, messages };
                sources.read(&statements, words, &mut texts, kept)?
            }
            None => (Words::default(), statements.iter().map(|id| Statement::empty(day(*id))).collect()),
        };
        let index = Index::of(words, read, kept).expect("no day has more statements than it can have");
        let facets = facets::of(chronicle, config, &statements, index.numbers());
        Ok(Checked { value: Some(Search { index, statements, facets }), findings: Vec::new() })
    }
}

/// The numbers of statements leave room for so many of one day.
fn crowded_day(chronicle: &Chronicle, statements: &[StatementId]) -> Diagnostic {
    let first_too_many = &chronicle[statements[MOST_ON_A_DAY as usize]].entry;
    let message = format!(
        "{} statements are of {} or begin then, of which search can tell {MOST_ON_A_DAY} apart",
        statements.len(),
        first_too_many.fields.date,
    );
    let help = "give the exact dates, or turn search off: write `search = false` below `[outputs]` in `site.toml`";
    Diagnostic::error(Code::CrowdedDay, Span::file(first_too_many.input), message).help(Some(help.to_owned()))
}

/// About how many partitions are folded at once where the one that is asked for was not.
const NEAR: usize = 256;

impl PageBuilder<'_> {
    /// A file of a partition of the dictionary, by its position among them.
    fn words_file(&self, search: &Search, partition: usize, file: usize) -> Vec<u8> {
        let files = self.worker.search_files(partition, search.index.version(partition), || {
            let folded = self.shared.folded.with(partition).unwrap_or_else(|| self.folded_near(search, partition));
            search.index.make(partition, &folded)
        });
        // The plan has as many as the index says.
        files.get(file).map(|(_, bytes)| bytes.clone()).unwrap_or_default()
    }

    /// The lists of a partition and those after it, of which some will be asked for soon.
    fn folded_near(&self, search: &Search, partition: usize) -> Arc<Folded> {
        let end = (partition + NEAR).min(search.index.partitions());
        self.shared.folded.set(search.index.fold((partition..end).collect()))
    }
}

/// The files of the partition that a worker made last, with its version.
pub(crate) type PartitionFiles = (usize, u64, Arc<Vec<File>>);

/// The lists of words that are in memory.
#[derive(Debug, Default)]
pub(crate) struct FoldedLists(std::sync::RwLock<Option<Arc<Folded>>>);

impl FoldedLists {
    /// Lists with those of a partition, if they are in memory.
    pub(crate) fn with(&self, partition: usize) -> Option<Arc<Folded>> {
        sync::read(&self.0).as_ref().filter(|folded| folded.has(partition)).map(Arc::clone)
    }

    /// Puts others in their place.
    pub(crate) fn set(&self, folded: Folded) -> Arc<Folded> {
        Arc::clone(sync::write(&self.0).insert(Arc::new(folded)))
    }

    /// Frees them; says whether there were any.
    pub(crate) fn clear(&self) -> bool {
        sync::write(&self.0).take().is_some()
    }
}
