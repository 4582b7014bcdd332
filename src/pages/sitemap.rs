//! Sitemaps (sitemaps.org protocol 0.9) and `robots.txt`, made from the plan.

use super::value::{Context, list, maybe, object, text};
use super::{Kind, Page, Views, feed};
use crate::address::Address;

/// The most addresses that the protocol allows in one sitemap.
const MOST: usize = 50_000;

pub(super) fn plan(pages: &[Page]) -> Vec<Page> {
    let count = pages.iter().filter(|page| page.kind.is_indexable()).count();
    let mut plan = vec![Page::new(Address::home().file("robots.txt"), Kind::Robots)];
    if count <= MOST {
        plan.push(Page::new(Address::home().file("sitemap.xml"), Kind::Sitemap { first: 0 }));
    } else {
        plan.push(Page::new(Address::home().file("sitemap.xml"), Kind::SitemapIndex));
        plan.extend((0..count).step_by(MOST).map(|first| Page::new(part(first), Kind::Sitemap { first })));
    }
    plan
}

fn part(first: usize) -> Address {
    Address::home().file(&format!("sitemap-{}.xml", first / MOST + 1))
}

pub(super) fn view(views: &Views<'_>, first: usize) -> Context {
    let changes = feed::last_changes(views);
    let urls = views.indexable().into_iter().skip(first).take(MOST).map(|page| {
        object([("url", text(views.url(&page.address))), ("lastmod", maybe(changes.get(&page.address), text))])
    });
    let mut context = Context::new();
    context.insert_value("urls", list(urls));
    context
}

pub(super) fn index(views: &Views<'_>) -> Context {
    let count = views.indexable().len();
    let parts = (0..count).step_by(MOST).map(|first| text(views.url(&part(first))));
    let mut context = Context::new();
    context.insert_value("sitemaps", list(parts));
    context
}

pub(super) fn robots(views: &Views<'_>) -> Context {
    let mut context = Context::new();
    context.insert_value("sitemap", text(views.url(&Address::home().file("sitemap.xml"))));
    context
}
