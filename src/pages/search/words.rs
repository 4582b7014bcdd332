//! The files of words: the dictionary, the lists of statements and what follows each word in them.

use std::hash::Hash;

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::Chronicle;
use crate::input::InputId;
use crate::pages::kind::{About, Content, Output, Planning};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views::Template;

/// A file of a shard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordFile {
    pub(crate) shard: usize,
}

/// The address of a file of search.
pub(super) fn address(path: &str) -> Address {
    Address::page(["search"]).file(path)
}

/// The path of a file below that of search.
fn path(address: &Address) -> &str {
    address.as_str().strip_prefix("/search/").unwrap_or_default()
}

impl Output for WordFile {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCHES: &'static [&'static str] = &["search"];

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let Some(search) = site.search else { return };
        for shard in 0..search.index.shards() {
            let files = search.index.shard_files(shard).into_iter();
            pages.extend(files.map(|path| Page::new(address(&path), WordFile { shard })));
        }
    }

    fn switch(&self) -> Option<&'static str> {
        Some("search")
    }

    fn about(&self) -> About {
        About::aside(Turn::Large)
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        // The bytes are a function of the borders of the shard, and of the counts and postings of its stems: where one of
        // these changes, the version does.
        site.search.map(|search| search.index.version(self.shard)).hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        let file = builder.search.map(|search| builder.search_file(search, self.shard, path(&page.address)));
        Ok(Content::Bytes(file.unwrap_or_default()))
    }
}
