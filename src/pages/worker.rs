//! The state that a thread has for itself while it renders pages: compiled templates and small caches.

use std::sync::{Arc, Mutex, OnceLock};

use crate::chronicle::StatementId;
use crate::citation::References;
use crate::incremental::Dependency;
use crate::input::InputId;
use crate::markdown::Html;
use crate::pages::ViewError;
use crate::pages::common::site_wide::SiteWide;
use crate::pages::search::PartitionFiles;
use crate::search::File as SearchFile;
use crate::sync;
use crate::theme::Renderer;

/// The state of a thread that renders pages. The outputs of one statement are rendered one after the other, so the last file
/// and the last text are cached; and each worker has its own copy of the site-wide values, since the reference counts of
/// shared values would be contended for.
#[derive(Debug)]
pub struct Worker {
    pub(crate) renderer: Renderer,
    file: Mutex<Option<File>>,
    text: Mutex<Option<(StatementId, Text)>>,
    references: Mutex<Option<(StatementId, Cited)>>,
    search: Mutex<Option<PartitionFiles>>,
    pub(crate) wide: OnceLock<SiteWide>,
    /// A buffer for the rows of a list.
    pub(crate) rows: Mutex<String>,
}

/// A file, the hash (XXH3) of its bytes, and these.
type File = ((InputId, u64), Arc<Vec<u8>>);

/// The references to a statement, with their dependencies.
pub(crate) type Cited = (References, Box<[Dependency]>);

/// The text of a statement as HTML, with its dependencies.
pub(crate) type Text = (Arc<Html>, Arc<[Dependency]>);

impl Worker {
    /// A worker with its own compiled templates.
    pub fn new(renderer: Renderer) -> Worker {
        let (file, text, references, search, rows) = Default::default();
        Worker { renderer, file, text, references, search, wide: OnceLock::new(), rows }
    }

    /// Reuses the buffer of a page for the next one.
    pub(crate) fn recycle(&self, page: Vec<u8>) {
        self.renderer.recycle(page);
    }

    /// The bytes of a file with this hash; calls `read` unless it is the file that was read last.
    pub(crate) fn file(
        &self,
        input: InputId,
        hash: u64,
        read: impl FnOnce() -> Result<Vec<u8>, ViewError>,
    ) -> Result<Arc<Vec<u8>>, ViewError> {
        let mut file = sync::lock(&self.file);
        if let Some((_, bytes)) = file.as_ref().filter(|(key, _)| *key == (input, hash)) {
            return Ok(Arc::clone(bytes));
        }
        let bytes = Arc::new(read()?);
        *file = Some(((input, hash), Arc::clone(&bytes)));
        Ok(bytes)
    }

    /// The text of a statement, if it was rendered last.
    pub(crate) fn cached_text(&self, id: StatementId) -> Option<Text> {
        let text = sync::lock(&self.text);
        text.as_ref().filter(|(of, _)| *of == id).map(|(_, text)| text.clone())
    }

    /// The references to a statement; calls `make` unless they were made last.
    pub(crate) fn references<R>(
        &self,
        id: StatementId,
        make: impl FnOnce() -> Cited,
        take: impl FnOnce(&References, &[Dependency]) -> R,
    ) -> R {
        let mut last = sync::lock(&self.references);
        if last.as_ref().is_none_or(|(of, _)| *of != id) {
            *last = None;
        }
        let (_, (references, dependencies)) = last.get_or_insert_with(|| (id, make()));
        take(references, dependencies)
    }

    /// The files of a partition of search with this version; calls `make` unless they were made last.
    pub(crate) fn search_files(
        &self,
        partition: usize,
        version: u64,
        make: impl FnOnce() -> Vec<SearchFile>,
    ) -> Arc<Vec<SearchFile>> {
        let last = sync::lock(&self.search).take();
        let files = last.filter(|last| (last.0, last.1) == (partition, version)).unwrap_or_else(|| {
            let files = Arc::new(make());
            (partition, version, files)
        });
        Arc::clone(&sync::lock(&self.search).insert(files).2)
    }

    pub(crate) fn cache_text(&self, id: StatementId, text: Text) {
        *sync::lock(&self.text) = Some((id, text));
    }
}
