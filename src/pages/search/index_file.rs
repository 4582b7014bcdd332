//! The files of the index, which the script of the page of search reads: `docs/search-format.md`.

use std::hash::Hash;
use std::ops::Range;

use xxhash_rust::xxh3::Xxh3;

use super::{Search, stored};
use crate::address::Address;
use crate::chronicle::Chronicle;
use crate::input::InputId;
use crate::pages::kind::{About, Content, Output, Planning, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::search::Facet;
use crate::views::Template;

/// A file of the index, by positions in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IndexFile {
    /// `index.json`: where the parts begin.
    Directory,
    /// A file of a partition of the dictionary: its words, their lists, or what follows them.
    Words {
        /// The partition.
        partition: usize,
        /// Which of its files.
        file: usize,
    },
    /// What rows of results show of some statements.
    Stored(Range<usize>),
    /// The values of a facet.
    Facet(usize),
    /// Lists of a facet.
    FacetLists {
        /// The facet.
        facet: usize,
        /// Which of its files of lists.
        file: usize,
    },
    /// The values of which a file of lists has the lists, where the facet has more than one file can have.
    FacetValues {
        /// The facet.
        facet: usize,
        /// Which of its files of lists.
        file: usize,
    },
}

impl Output for IndexFile {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCH: Switch<IndexFile> = Switch::Named("search");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let Some(search) = site.search else { return };
        let mut add = |path: &str, file: IndexFile| pages.push(Page::new(Address::page(["search"]).file(path), file));
        add("index.json", IndexFile::Directory);
        for partition in 0..search.index.partitions() {
            for (file, path) in search.index.partition_files(partition).iter().enumerate() {
                add(path, IndexFile::Words { partition, file });
            }
        }
        for (path, statements) in search.index.stored_files() {
            add(&path, IndexFile::Stored(statements));
        }
        let facets = search.facets.iter().map(|listed| &listed.facet).enumerate();
        for (at, facet) in facets.filter(|(_, facet)| facet.values().len() > 0) {
            add(&facet.path(), IndexFile::Facet(at));
            for file in 0..facet.list_files() {
                add(&facet.list_path(file), IndexFile::FacetLists { facet: at, file });
                if let Some(path) = facet.values_path(file) {
                    add(&path, IndexFile::FacetValues { facet: at, file });
                }
            }
        }
    }

    fn about(&self) -> About {
        About::aside(Turn::Large)
    }

    /// What is hashed changes if the bytes do, but for what is recorded as a dependency: names and rows.
    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        let Some(search) = site.search else { return };
        std::mem::discriminant(self).hash(hash);
        match self {
            IndexFile::Directory => {
                (search.index.directory_fingerprint(), site.config.language.as_str()).hash(hash);
                search.facets.iter().for_each(|listed| listed.facet.fingerprint().hash(hash));
            }
            // The bytes are a function of the borders of the partition, and of the counts and postings of its stems: where
            // one of these changes, the version does.
            IndexFile::Words { partition, file } => (search.index.version(*partition), file).hash(hash),
            IndexFile::Stored(statements) => stored::hash(search, site.chronicle, statements.clone(), hash),
            IndexFile::Facet(facet) => search.facets[*facet].facet.fingerprint().hash(hash),
            IndexFile::FacetLists { facet, file } | IndexFile::FacetValues { facet, file } => {
                search.facets[*facet].facet.list_fingerprint(*file).hash(hash);
            }
        }
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        Ok(Content::Bytes(builder.search.map(|search| self.bytes(search, builder)).unwrap_or_default()))
    }
}

impl IndexFile {
    fn bytes(&self, search: &Search, builder: &PageBuilder<'_>) -> Vec<u8> {
        match self {
            IndexFile::Directory => {
                let facets: Vec<&Facet> = search.facets.iter().map(|listed| &listed.facet).collect();
                search.index.directory(&builder.config.language, &facets)
            }
            IndexFile::Words { partition, file } => builder.words_file(search, *partition, *file),
            IndexFile::Stored(statements) => {
                search.index.stored(statements.clone(), |at| stored::fields(builder, search.statements[at]))
            }
            IndexFile::Facet(facet) => {
                let listed = &search.facets[*facet];
                listed.facet.directory(|value| listed.meanings[value].label(builder))
            }
            IndexFile::FacetLists { facet, file } => search.facets[*facet].facet.lists(*file).to_vec(),
            IndexFile::FacetValues { facet, file } => {
                let listed = &search.facets[*facet];
                listed.facet.values_file(*file, |value| listed.meanings[value].label(builder))
            }
        }
    }
}
