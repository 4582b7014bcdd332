//! The page of each chain of reiterations, in parts where it is long, and the overview of the longest ones.

use std::hash::Hash;

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::{Chronicle, StatementId};
use crate::input::InputId;
use crate::pages::common::collection::collection;
use crate::pages::common::description::Listed;
use crate::pages::common::head::{Crumb, Head};
use crate::pages::common::value::Context;
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::machine::redirects;
use crate::pages::statement::chain;
use crate::pages::statement::chain::{PART, of_part};
use crate::pages::statement::wordings::wordings;
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{ChainRow, ComparedLinks, Merged, Neighbour, Template};

/// The longest chains of reiterations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainList;

impl Output for ChainList {
    const TEMPLATES: &'static [Template] =
        &[Template::of::<view::ChainsPage>("chains-page.html").listing(&[&["rows"]])];
    const SWITCH: Switch<ChainList> = Switch::Named("chains");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        if site.chronicle.chains().next().is_some() {
            pages.push(Page::new(Address::page(["chains"]), ChainList));
        }
    }

    fn about(&self) -> About {
        About::page(Turn::List(None), Nav::Below("statements"))
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("chains-page.html", list(builder, page)))
    }
}

/// A chain of reiterations by its first statement: one part of it, from 0 on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainPage {
    first: StatementId,
    part: usize,
}

impl Output for ChainPage {
    const TEMPLATES: &'static [Template] =
        &[Template::of::<view::ChainPage<'_>>("chain-page.html").listing(&[&["chain.links"]])];
    const SWITCH: Switch<ChainPage> = Switch::Named("chains");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        for members in site.chronicle.chains() {
            let parts = (0..chain::parts(members.len())).map(|part| ChainPage { first: members[0], part });
            pages.extend(parts.map(|of| Page::new(address(site.chronicle, members, of.part), of)));
        }
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

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("chain-page.html", view(builder, page, self.first, self.part)?))
    }
}

/// The address of a chain by another of its statements; redirects to its page, which is by the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainRedirect {
    first: StatementId,
    part: usize,
}

impl Output for ChainRedirect {
    const TEMPLATES: &'static [Template] = redirects::FormerAddress::TEMPLATES;
    const SWITCH: Switch<ChainRedirect> = Switch::Named("chains");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let ways = chain::ways(site.chronicle);
        pages.extend(ways.map(|(from, first, part)| Page::new(from, ChainRedirect { first, part })));
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

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("redirect.html", lead_on(builder, page, self.first, self.part)))
    }
}

/// The address of the page of a chain, or of its next parts.
fn address(chronicle: &Chronicle, members: &[StatementId], part: usize) -> Address {
    of_part(chain::of_first(chronicle, members[0]), part)
}

/// The longest chains, each by its first statement.
fn list(builder: &PageBuilder<'_>, page: &Page) -> Context {
    let ids: Vec<StatementId> = builder.chronicle.statements().collect();
    let chains = builder.chronicle.chains_of(&ids);
    let row = |first: StatementId, count: usize| ChainRow {
        statement: builder.brief(first),
        address: builder.href(&chain::of_first(builder.chronicle.ids(), first)),
        count,
    };
    let rows = chains.iter().take(PART).filter_map(|members| Some(row(*members.first()?, members.len())));
    let title = builder.messages.title("chains");
    let description = builder.description_of_all(&title, Some(chains.len()));
    let head = Head { kind: "chains-page", title, description, ..Head::default() };
    builder.filled(page, head, &view::ChainsPage { rows: rows.collect(), total: chains.len() })
}

/// The page of a chain, or of a part of it.
fn view(builder: &PageBuilder<'_>, page: &Page, first: StatementId, part: usize) -> Result<Context, ViewError> {
    let members = builder.chronicle.members(first);
    let shown = part * PART..members.len().min((part + 1) * PART);
    let title = builder.chronicle[first].entry.fields.title.as_str().to_owned();
    let label = |part: usize| format!("{}–{}", part * PART + 1, members.len().min((part + 1) * PART));
    let other = |part: usize| {
        Neighbour::from(builder.link(label(part), Some(&address(builder.chronicle.ids(), members, part))))
    };
    let parts = chain::parts(members.len());
    let mut crumbs = vec![PageBuilder::crumb("chains")];
    if part > 0 {
        crumbs.push(Crumb::Label(&title, address(builder.chronicle.ids(), members, 0)));
    }
    let named = if parts == 1 { title.clone() } else { format!("{title} ({})", label(part)) };
    let head = Head {
        kind: "chain-page",
        title: title.clone(),
        description: builder.description_of(&named, Listed::of(builder, members), None),
        crumbs,
        previous: part.checked_sub(1).map(other),
        next: Some(part + 1).filter(|next| *next < parts).map(other),
        json_ld: Some(collection(builder, page, &title, &members[shown.clone()])),
        ..Head::default()
    };
    // The statement before a part is on another page; the first gap of the part is the one after it.
    let mut chain = chain::chain(builder, members, shown.start.checked_sub(1), shown.clone(), None);
    let links = std::mem::take(&mut chain.links).into_iter().zip(wordings(builder, &members[shown])?);
    let links = links.map(|(link, wordings)| Merged::new(&link, &wordings)).collect();
    let chain = Merged::new(&chain, &ComparedLinks { links });
    Ok(builder.filled(page, head, &view::ChainPage { part: part + 1, parts, chain }))
}

/// The redirect to the page of a chain, or to a part of it.
fn lead_on(builder: &PageBuilder<'_>, page: &Page, first: StatementId, part: usize) -> Context {
    redirects::to(builder, page, &of_part(chain::of_first(builder.chronicle.ids(), first), part))
}
