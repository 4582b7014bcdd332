//! The page of search, with what makes browsers and other programs find it.

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::Chronicle;
use crate::input::InputId;
use crate::pages::common::head::Head;
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::Template;

/// The page with the field and the results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchPage;

impl Output for SearchPage {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::Search<'_>>("search.html")];
    const SWITCH: Switch<SearchPage> = Switch::Named("search");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        if site.config.outputs.has("search") {
            pages.push(Page::new(Address::page(["search"]), SearchPage));
        }
    }

    fn about(&self) -> About {
        About::page(Turn::Single, Nav::Outside)
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        let title = builder.messages.title("search");
        let description = builder.description_in_words("search_description");
        let head = Head { kind: "search", title, description, ..Head::default() };
        let values = view::Search {
            index: builder.href(&page.address),
            root: format!("{}/", builder.config.base_url.path()),
            number_group: builder.messages.number_group(),
            texts: builder.config.outputs.has("markdown"),
        };
        Ok(Content::Template("search.html", builder.filled(page, head, &values)))
    }
}

/// `opensearch.xml`, by which browsers offer the search of the site (OpenSearch 1.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchDescription;

impl Output for SearchDescription {
    const TEMPLATES: &'static [Template] = &[Template::fragment::<view::SearchDescription>("opensearch.xml")];
    const SWITCH: Switch<SearchDescription> = Switch::Named("search");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        if site.config.outputs.has("search") {
            pages.push(Page::new(Address::home().file("opensearch.xml"), SearchDescription));
        }
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
