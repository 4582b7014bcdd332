//! The corrections log: what was changed in published records, and what was withdrawn.

use std::hash::Hash;

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::{Change, ChangeKind, Chronicle};
use crate::input::InputId;
use crate::pages::common::head::{Crumb, Head};
use crate::pages::common::parts::{List, Part};
use crate::pages::common::value::Context;
use crate::pages::editorial::changes::newest_first;
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::Template;

/// A part of the corrections log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionsLog(Part);

impl Output for CorrectionsLog {
    const TEMPLATES: &'static [Template] =
        &[Template::of::<view::Corrections<'_>>("corrections.html").listing(&[&["corrections"], &["list_parts"]])];
    const SWITCH: Switch<CorrectionsLog> = Switch::Named("corrections");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let parts = Part::all(corrections(site.chronicle.changes()).len(), site.config.lists.limit);
        pages.extend(parts.map(|part| Page::new(part.address(address()), CorrectionsLog(part))));
    }

    fn about(&self) -> About {
        About::page(Turn::List(None), Nav::Outside)
    }

    fn hash(&self, _: &Site<'_>, hash: &mut Xxh3) {
        self.0.hash(hash);
    }

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("corrections.html", view(builder, page, self.0)))
    }
}

fn address() -> Address {
    Address::page(["corrections"])
}

/// The changes that are more than publication, oldest first.
fn corrections(changes: &[Change]) -> Vec<Change> {
    changes.iter().filter(|change| change.what != ChangeKind::Published).copied().collect()
}

fn view(builder: &PageBuilder<'_>, page: &Page, part: Part) -> Context {
    let (corrections, address) = (corrections(builder.chronicle.changes()), address());
    let list = List { address: &address, items: &corrections, limit: builder.config.lists.limit };
    let title = builder.messages.title("corrections");
    let [previous, next] = list.neighbours(builder, &title, part, [None, None]);
    let crumbs = match part {
        Part::Newest => Vec::new(),
        Part::Older(_) => vec![Crumb::Words(title.clone(), address.clone())],
    };
    let list_title = part.title(builder, &title);
    let head = Head {
        kind: "corrections",
        // Each part has a description of its own.
        description: format!("{list_title}. {}", builder.description_in_words("corrections_note")),
        title: list_title,
        crumbs,
        previous,
        next,
        ..Head::default()
    };
    let values = view::Corrections {
        corrections: newest_first(builder, part.of(&corrections, list.limit)),
        total: corrections.len(),
        list_parts: list.links_by(builder, part, |change| change.date),
    };
    builder.filled(page, head, &values)
}
