//! The files of facets: their values, and the lists of statements.

use std::hash::Hash;

use xxhash_rust::xxh3::Xxh3;

use super::facets::ListedFacet;
use super::words::address;
use crate::chronicle::Chronicle;
use crate::input::InputId;
use crate::pages::kind::{About, Content, Output, Planning};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views::Template;

/// The file of the values of a facet, by its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetFile(usize);

impl Output for FacetFile {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCHES: &'static [&'static str] = &["search"];

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let facets = site.search.into_iter().flat_map(|search| search.facets.iter().enumerate());
        let facets = facets.filter(|(_, of)| of.facet.values().len() > 0);
        pages.extend(facets.map(|(at, of)| Page::new(address(&of.facet.path()), FacetFile(at))));
    }

    fn switch(&self) -> Option<&'static str> {
        Some("search")
    }

    fn about(&self) -> About {
        About::aside(Turn::Large)
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        if let Some(search) = site.search {
            let facet = &search.facets[self.0].facet;
            facet.packs().for_each(|pack| pack.hash(hash));
            facet.values().for_each(|value| (&value.id, &value.broader, value.statements.len()).hash(hash));
        }
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        let bytes = builder.search.map(|search| {
            let ListedFacet { facet, meanings } = &search.facets[self.0];
            facet.directory(meanings.iter().map(|meaning| meaning.label(builder)))
        });
        Ok(Content::Bytes(bytes.unwrap_or_default()))
    }
}

/// A file of the lists of a facet, by the positions of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetListFile {
    facet: usize,
    pack: usize,
}

impl Output for FacetListFile {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCHES: &'static [&'static str] = &["search"];

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let facets = site.search.into_iter().flat_map(|search| search.facets.iter().enumerate());
        for (facet, of) in facets.filter(|(_, of)| of.facet.values().len() > 0) {
            let packs = of.facet.packs().enumerate();
            pages.extend(packs.map(|(pack, (path, _))| Page::new(address(&path), FacetListFile { facet, pack })));
        }
    }

    fn switch(&self) -> Option<&'static str> {
        Some("search")
    }

    fn about(&self) -> About {
        About::aside(Turn::Large)
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        site.search.and_then(|search| search.facets[self.facet].facet.packs().nth(self.pack)).hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        let pack = builder.search.and_then(|search| search.facets[self.facet].facet.packs().nth(self.pack));
        Ok(Content::Bytes(pack.map(|(_, bytes)| bytes.to_vec()).unwrap_or_default()))
    }
}
