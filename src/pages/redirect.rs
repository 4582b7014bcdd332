//! Former addresses: a page that leads on, and a list for hosts that can answer with a real redirect.

use std::fmt::Write;

use super::head::Head;
use super::value::{Context, text};
use super::{Kind, Page, Views, chain, former_address};
use crate::address::Address;
use crate::chronicle::{Chronicle, Record};

pub(super) fn plan(chronicle: &Chronicle) -> Vec<Page> {
    let mut pages = Vec::new();
    for (old, record) in chronicle.former_ids() {
        // A record without a page never had an address to lead on from.
        if chronicle.address(*record).is_some() {
            pages.push(Page::new(former_address(*record, old), Kind::Redirect(*record)));
        }
    }
    pages.push(Page::new(Address::home().file("_redirects"), Kind::RedirectList));
    pages
}

pub(super) fn view(views: &Views<'_>, page: &Page, record: Record) -> Context {
    to(views, page, &views.chronicle.address(record).unwrap_or_else(Address::home))
}

/// A page that leads on to an address.
pub(super) fn to(views: &Views<'_>, page: &Page, target: &Address) -> Context {
    let mut context = views.page(page, Head { kind: "redirect", ..Head::default() });
    context.insert_value("target", views.href(target));
    context.insert_value("target_url", text(views.url(target)));
    context
}

/// `_redirects` as Netlify and Cloudflare Pages read it: from, to, status.
pub(super) fn list(views: &Views<'_>) -> Vec<u8> {
    let path = views.config.base_url.path();
    let mut out = String::new();
    for (old, record) in views.chronicle.former_ids() {
        if let Some(target) = views.chronicle.address(*record) {
            // Writing to a `String` cannot fail.
            let _ = writeln!(out, "{path}{} {path}{target} 301", former_address(*record, old));
        }
    }
    for (from, first, part) in chain::ways(views.chronicle.with_chains()) {
        let target = chain::of_part(chain::of_first(views.chronicle.ids(), first), part);
        let _ = writeln!(out, "{path}{from} {path}{target} 301");
    }
    out.into_bytes()
}
