//! The page of each chain of reiterations, in parts where it is long, and the overview of the longest ones.

use std::hash::Hash;

use xxhash_rust::xxh3::Xxh3;

use super::chain::{PART, of_part};
use super::head::{Crumb, Head};
use super::output::{About, Content, Nav, Output, Planning};
use super::value::Context;
use super::{Page, Site, ViewError, Views, chain, json_ld, redirect};
use crate::address::Address;
use crate::chronicle::{Chronicle, StatementId};
use crate::input::InputId;
use crate::plan::Turn;
use crate::views as view;
use crate::views::{ChainRow, Neighbour, Template};

/// The longest chains of reiterations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainList;

impl Output for ChainList {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::ChainsPage>("chains-page.html")];
    const SWITCHES: &'static [&'static str] = &["chains"];

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        if site.chronicle.chains().next().is_some() {
            pages.push(Page::new(Address::page(["chains"]), ChainList));
        }
    }

    fn switch(&self) -> Option<&'static str> {
        Some("chains")
    }

    fn about(&self) -> About {
        About::page(Turn::List(None), Nav::Below("statements"))
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, views: &Views<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("chains-page.html", list(views, page)))
    }
}

/// A chain of reiterations by its first statement: one part of it, from 0 on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainPage {
    first: StatementId,
    part: usize,
}

impl Output for ChainPage {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::ChainPage>("chain-page.html")];
    const SWITCHES: &'static [&'static str] = &["chains"];

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        for members in site.chronicle.chains() {
            let parts = (0..chain::parts(members.len())).map(|part| ChainPage { first: members[0], part });
            pages.extend(parts.map(|of| Page::new(address(site.chronicle, members, of.part), of)));
        }
    }

    fn switch(&self) -> Option<&'static str> {
        Some("chains")
    }

    fn about(&self) -> About {
        About::page(Turn::Single, Nav::Below("statements"))
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        (&site.chronicle[self.first].entry.id, self.part).hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, views: &Views<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("chain-page.html", view(views, page, self.first, self.part)))
    }
}

/// Where a chain would stand by another of its statements; leads to its page, by the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainRedirect {
    first: StatementId,
    part: usize,
}

impl Output for ChainRedirect {
    const TEMPLATES: &'static [Template] = redirect::FormerAddress::TEMPLATES;
    const SWITCHES: &'static [&'static str] = &["chains"];

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let ways = chain::ways(site.chronicle);
        pages.extend(ways.map(|(from, first, part)| Page::new(from, ChainRedirect { first, part })));
    }

    fn switch(&self) -> Option<&'static str> {
        Some("chains")
    }

    fn about(&self) -> About {
        About::aside(Turn::Single)
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        (&site.chronicle[self.first].entry.id, self.part).hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, views: &Views<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("redirect.html", lead_on(views, page, self.first, self.part)))
    }
}

/// The address of the page of a chain, or of its next parts.
fn address(chronicle: &Chronicle, members: &[StatementId], part: usize) -> Address {
    of_part(chain::of_first(chronicle, members[0]), part)
}

/// The longest chains, each by its first statement.
fn list(views: &Views<'_>, page: &Page) -> Context {
    let ids: Vec<StatementId> = views.chronicle.statements().collect();
    let chains = views.chronicle.chains_of(&ids);
    let row = |first: StatementId, count: usize| ChainRow {
        statement: views.brief(first),
        address: views.href(&chain::of_first(views.chronicle.ids(), first)),
        count,
    };
    let rows = chains.iter().take(PART).filter_map(|members| Some(row(*members.first()?, members.len())));
    let head = Head { kind: "chains-page", title: views.words.title("chains"), ..Head::default() };
    views.filled(page, head, &view::ChainsPage { rows: rows.collect(), total: chains.len() })
}

/// The page of a chain, or of a part of it.
fn view(views: &Views<'_>, page: &Page, first: StatementId, part: usize) -> Context {
    let members = views.chronicle.members(first);
    let shown = part * PART..members.len().min((part + 1) * PART);
    let title = views.chronicle[first].entry.fields.title.as_str().to_owned();
    let other = |part: usize| {
        let label = format!("{}–{}", part * PART + 1, members.len().min((part + 1) * PART));
        Neighbour::from(views.link(label, Some(&address(views.chronicle.ids(), members, part))))
    };
    let parts = chain::parts(members.len());
    let mut crumbs = vec![Views::crumb("chains")];
    if part > 0 {
        crumbs.push(Crumb::Label(&title, address(views.chronicle.ids(), members, 0)));
    }
    let head = Head {
        kind: "chain-page",
        title: title.clone(),
        crumbs,
        previous: part.checked_sub(1).map(other),
        next: Some(part + 1).filter(|next| *next < parts).map(other),
        json_ld: Some(json_ld::collection(views, page, &title, &members[shown.clone()])),
        ..Head::default()
    };
    // What stands before a part is on another page, and the first gap of the part is that from there.
    let chain = chain::chain(views, members, shown.start.checked_sub(1), shown, None);
    views.filled(page, head, &view::ChainPage { part: part + 1, parts, chain })
}

/// The page that leads on to that of a chain, or to a part of it.
fn lead_on(views: &Views<'_>, page: &Page, first: StatementId, part: usize) -> Context {
    redirect::to(views, page, &of_part(chain::of_first(views.chronicle.ids(), first), part))
}
