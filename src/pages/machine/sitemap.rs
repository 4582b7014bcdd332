//! Sitemaps (sitemaps.org protocol 0.9) and `robots.txt`, made from the plan.

use std::hash::Hash;

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::Chronicle;
use crate::input::InputId;
use crate::pages::common::value::Context;
use crate::pages::kind::{About, Content, Output, Planning, Switch};
use crate::pages::machine::entries;
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{SitemapUrl, Template};

/// The most addresses that the protocol allows in one sitemap.
const MOST: usize = 50_000;

/// `robots.txt`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Robots;

impl Output for Robots {
    const TEMPLATES: &'static [Template] = &[Template::fragment::<view::Robots>("robots.txt")];
    const SWITCH: Switch<Robots> = Switch::Named("sitemap");

    fn plan(_: &Planning<'_>, pages: &mut Vec<Page>) {
        pages.push(Page::new(Address::home().file("robots.txt"), Robots));
    }

    fn about(&self) -> About {
        About::aside(Turn::List(None))
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("robots.txt", robots(builder)))
    }
}

/// The index of several sitemaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitemapIndex;

impl Output for SitemapIndex {
    const TEMPLATES: &'static [Template] = &[Template::fragment::<view::SitemapIndex>("sitemap-index.xml")];
    const SWITCH: Switch<SitemapIndex> = Switch::Named("sitemap");

    fn plan(_: &Planning<'_>, pages: &mut Vec<Page>) {
        if pages.iter().filter(|page| page.kind.about().is_indexable).count() > MOST {
            pages.push(Page::new(Address::home().file("sitemap.xml"), SitemapIndex));
        }
    }

    fn about(&self) -> About {
        About::aside(Turn::List(None))
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("sitemap-index.xml", index(builder)))
    }
}

/// A sitemap: the addresses from `first` on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitemap {
    first: usize,
}

impl Output for Sitemap {
    const TEMPLATES: &'static [Template] = &[Template::fragment::<view::Sitemap<'_>>("sitemap.xml")];
    const SWITCH: Switch<Sitemap> = Switch::Named("sitemap");

    fn plan(_: &Planning<'_>, pages: &mut Vec<Page>) {
        let count = pages.iter().filter(|page| page.kind.about().is_indexable).count();
        let at = |first: usize| if count > MOST { part(first) } else { Address::home().file("sitemap.xml") };
        pages.extend((0..count.max(1)).step_by(MOST).map(|first| Page::new(at(first), Sitemap { first })));
    }

    fn about(&self) -> About {
        About::aside(Turn::Large)
    }

    fn hash(&self, _: &Site<'_>, hash: &mut Xxh3) {
        self.first.hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("sitemap.xml", view(builder, self.first)))
    }
}

fn part(first: usize) -> Address {
    Address::home().file(&format!("sitemap-{}.xml", first / MOST + 1))
}

fn view(builder: &PageBuilder<'_>, first: usize) -> Context {
    let changes = entries::last_changes(builder);
    let urls = builder.indexable().into_iter().skip(first).take(MOST).map(|page| SitemapUrl {
        url: builder.encoded_url(&page.address),
        lastmod: changes.get(&page.address).map(String::as_str),
    });
    view::context(&view::Sitemap { urls: urls.collect() })
}

fn index(builder: &PageBuilder<'_>) -> Context {
    let count = builder.indexable().len();
    let parts = (0..count).step_by(MOST).map(|first| builder.encoded_url(&part(first)));
    view::context(&view::SitemapIndex { sitemaps: parts.collect() })
}

fn robots(builder: &PageBuilder<'_>) -> Context {
    view::context(&view::Robots { sitemap: builder.encoded_url(&Address::home().file("sitemap.xml")) })
}
