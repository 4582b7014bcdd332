//! Redirects from former addresses: a page for each, and a list for hosts that support HTTP redirects.

use std::fmt::Write;
use std::hash::Hash;

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::{Chronicle, Record, Role, SubjectKind};
use crate::entry::id::Id;
use crate::input::InputId;
use crate::pages::common::head::Head;
use crate::pages::common::value::Context;
use crate::pages::kind::{About, Content, Output, Planning, Switch};
use crate::pages::statement::chain;
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::Template;

/// An address that a record used to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerAddress(Record);

impl Output for FormerAddress {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::Redirect>("redirect.html")];
    const SWITCH: Switch<FormerAddress> = Switch::AlwaysOn;

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        for (old, record) in site.chronicle.former_ids() {
            // A record without a page never had an address to redirect from.
            let is_on = match record.role() {
                Role::Statement(_) => true,
                Role::Subject(subject) => site.has_subjects(SubjectKind::of(subject)),
                Role::Page(_) => site.config.outputs.has("prose"),
            };
            if is_on && site.chronicle.address(*record).is_some() {
                pages.push(Page::new(former_address(*record, old), FormerAddress(*record)));
            }
        }
    }

    fn about(&self) -> About {
        About::aside(Turn::Single)
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        site.path(site.chronicle.head(self.0).input).hash(hash);
    }

    fn input(&self, chronicle: &Chronicle) -> Option<InputId> {
        Some(chronicle.head(self.0).input)
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("redirect.html", view(builder, page, self.0)))
    }
}

/// The list for hosts: `_redirects`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedirectList;

impl Output for RedirectList {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCH: Switch<RedirectList> = Switch::AlwaysOn;

    fn plan(_: &Planning<'_>, pages: &mut Vec<Page>) {
        pages.push(Page::new(Address::home().file("_redirects"), RedirectList));
    }

    fn about(&self) -> About {
        About::aside(Turn::List(None))
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        Ok(Content::Bytes(list(builder)))
    }
}

fn view(builder: &PageBuilder<'_>, page: &Page, record: Record) -> Context {
    to(builder, page, &builder.chronicle.address(record).unwrap_or_else(Address::home))
}

/// A page that redirects to an address.
pub(crate) fn to(builder: &PageBuilder<'_>, page: &Page, target: &Address) -> Context {
    let head = Head { kind: "redirect", ..Head::default() };
    builder.filled(page, head, &view::Redirect { target: builder.href(target), target_url: builder.url(target) })
}

/// `_redirects` as Netlify and Cloudflare Pages read it: from, to, status.
fn list(builder: &PageBuilder<'_>) -> Vec<u8> {
    let path = builder.config.base_url.path();
    let mut out = String::new();
    for (old, record) in builder.chronicle.former_ids() {
        if let Some(target) = builder.chronicle.address(*record).filter(|target| builder.is_planned(target)) {
            // Writing to a `String` cannot fail.
            let _ = writeln!(out, "{path}{} {path}{target} 301", former_address(*record, old));
        }
    }
    for (from, first, part) in chain::ways(builder.chronicle.with_chains()) {
        let target = chain::of_part(chain::of_first(builder.chronicle.ids(), first), part);
        if builder.is_planned(&target) {
            let _ = writeln!(out, "{path}{from} {path}{target} 301");
        }
    }
    out.into_bytes()
}

/// Former addresses of a record: its address with the former id in place of its own.
fn former_address(record: Record, old: &Id) -> Address {
    match record.role() {
        Role::Statement(_) | Role::Subject(_) => Address::page([record.kind().folder(), old.as_str()]),
        Role::Page(_) => Address::page([old.as_str()]),
    }
}
