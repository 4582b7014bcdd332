//! The page of each chain of reiterations, in parts where it is long, and the overview of the longest ones.

use super::chain::{PART, of_part};
use super::head::{Crumb, Head};
use super::value::{Context, list as list_of, object};
use super::{Kind, Page, Views, chain, json_ld, redirect};
use crate::address::Address;
use crate::chronicle::{Chronicle, StatementId};

/// The pages of all chains, and for each other address that a statement gives a chain the way there.
pub(super) fn plan(chronicle: &Chronicle) -> Vec<Page> {
    let overview = chronicle.chains().next().map(|_| Page::new(Address::page(["chains"]), Kind::Chains));
    let mut pages: Vec<Page> = overview.into_iter().collect();
    for members in chronicle.chains() {
        let parts = 0..chain::parts(members.len());
        pages.extend(parts.map(|part| Page::new(address(chronicle, members, part), Kind::Chain(members[0], part))));
    }
    let ways = chain::ways(chronicle);
    pages.extend(ways.map(|(from, first, part)| Page::new(from, Kind::ChainRedirect(first, part))));
    pages
}

/// The address of the page of a chain, or of its next parts.
fn address(chronicle: &Chronicle, members: &[StatementId], part: usize) -> Address {
    of_part(chain::of_first(chronicle, members[0]), part)
}

/// The longest chains, each by its first statement.
pub(super) fn list(views: &Views<'_>, page: &Page) -> Context {
    let ids: Vec<StatementId> = views.chronicle.statements().collect();
    let chains = views.chronicle.chains_of(&ids);
    let rows = chains.iter().take(PART).filter_map(|members| {
        let first = *members.first()?;
        Some(object([
            ("statement", views.brief(first)),
            ("address", views.href(&chain::of_first(views.chronicle.ids(), first))),
            ("count", members.len().into()),
        ]))
    });
    let mut context =
        views.page(page, Head { kind: "chains-page", title: views.words.title("chains"), ..Head::default() });
    context.insert_value("rows", list_of(rows));
    context.insert_value("total", chains.len().into());
    context
}

/// The page of a chain, or of a part of it.
pub(super) fn view(views: &Views<'_>, page: &Page, first: StatementId, part: usize) -> Context {
    let members = views.chronicle.members(first);
    let shown = part * PART..members.len().min((part + 1) * PART);
    let title = views.chronicle[first].entry.fields.title.as_str().to_owned();
    let other = |part: usize| {
        let label = format!("{}–{}", part * PART + 1, members.len().min((part + 1) * PART));
        views.link(&label, Some(&address(views.chronicle.ids(), members, part)))
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
    let mut context = views.page(page, head);
    context.insert_value("part", (part + 1).into());
    context.insert_value("parts", parts.into());
    // What stands before a part is on another page, and the first gap of the part is that from there.
    context.insert_value("chain", chain::chain(views, members, shown.start.checked_sub(1), shown, None));
    context
}

/// The page that leads on to that of a chain, or to a part of it.
pub(super) fn lead_on(views: &Views<'_>, page: &Page, first: StatementId, part: usize) -> Context {
    redirect::to(views, page, &of_part(chain::of_first(views.chronicle.ids(), first), part))
}
