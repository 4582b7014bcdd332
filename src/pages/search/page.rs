//! The page of search, with what makes browsers and other programs find it, and the directory of the index.

use std::hash::Hash;

use xxhash_rust::xxh3::Xxh3;

use super::words::address;
use crate::address::Address;
use crate::chronicle::Chronicle;
use crate::input::InputId;
use crate::pages::common::head::Head;
use crate::pages::kind::{About, Content, Nav, Output, Planning};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::search::Facet;
use crate::views as view;
use crate::views::Template;

/// The page with the field and the results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchPage;

impl Output for SearchPage {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::Search<'_>>("search.html")];
    const SWITCHES: &'static [&'static str] = &["search"];

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        pages.extend(site.search.map(|_| Page::new(Address::page(["search"]), SearchPage)));
    }

    fn switch(&self) -> Option<&'static str> {
        Some("search")
    }

    fn about(&self) -> About {
        About::page(Turn::Single, Nav::Outside)
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        let head = Head { kind: "search", title: builder.messages.title("search"), ..Head::default() };
        let values = view::Search {
            index: builder.href(&page.address),
            root: format!("{}/", builder.config.base_url.path()),
            number_group: builder.messages.number_group(),
            texts: builder.config.outputs.has("markdown"),
        };
        Ok(Content::Template("search.html", builder.filled(page, head, &values)))
    }
}

/// `index.json`: where the parts of the index begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexDirectory;

impl Output for IndexDirectory {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCHES: &'static [&'static str] = &["search"];

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        pages.extend(site.search.map(|_| Page::new(address("index.json"), IndexDirectory)));
    }

    fn switch(&self) -> Option<&'static str> {
        Some("search")
    }

    fn about(&self) -> About {
        About::aside(Turn::Large)
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        // It is small, and depends on nothing else.
        site.search.map(|search| directory(search, site.config)).hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        let bytes = builder.search.map(|search| directory(search, builder.config));
        Ok(Content::Bytes(bytes.unwrap_or_default()))
    }
}

fn directory(search: &super::Search, config: &crate::config::Config) -> Vec<u8> {
    let facets: Vec<&Facet> = search.facets.iter().map(|listed| &listed.facet).collect();
    search.index.directory(&config.language, &facets)
}

/// `opensearch.xml`, by which browsers offer the search of the site (OpenSearch 1.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchDescription;

impl Output for SearchDescription {
    const TEMPLATES: &'static [Template] = &[Template::fragment::<view::SearchDescription>("opensearch.xml")];
    const SWITCHES: &'static [&'static str] = &["search"];

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let page = || Page::new(Address::home().file("opensearch.xml"), SearchDescription);
        pages.extend(site.search.map(|_| page()));
    }

    fn switch(&self) -> Option<&'static str> {
        Some("search")
    }

    fn about(&self) -> About {
        About::aside(Turn::Single)
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        let url = format!("{}?q={{searchTerms}}", builder.url(&Address::page(["search"])));
        let mut context = view::context(&view::SearchDescription { url });
        context.insert_value("site", builder.site_wide().site.clone());
        Ok(Content::Template("opensearch.xml", context))
    }
}
