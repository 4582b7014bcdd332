//! The file of a statement, beside its page.

use std::hash::Hash;

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use crate::chronicle::{Chronicle, StatementId};
use crate::entry::front_matter;
use crate::input::InputId;
use crate::pages::kind::{About, Content, Output, Planning, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views::Template;

/// The file of a statement, beside its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementMarkdown(StatementId);

impl Output for StatementMarkdown {
    const TEMPLATES: &'static [Template] = &[];
    const SWITCH: Switch<StatementMarkdown> = Switch::Named("markdown");

    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>) {
        let ids: Vec<StatementId> = site.chronicle.statements().collect();
        pages.par_extend(
            ids.into_par_iter()
                .map(|id| Page::new(site.chronicle.statement_address(id).file("index.md"), StatementMarkdown(id))),
        );
    }

    fn about(&self) -> About {
        About::aside(Turn::Statement(self.0))
    }

    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3) {
        site.chronicle[self.0].entry.id.hash(hash);
    }

    fn input(&self, chronicle: &Chronicle) -> Option<InputId> {
        Some(chronicle[self.0].entry.input)
    }

    fn view(&self, builder: &PageBuilder<'_>, _: &Page) -> Result<Content, ViewError> {
        Ok(Content::Bytes(source(builder, self.0)?))
    }
}

/// The file a statement is written in; without its summary and text where the record was withdrawn.
fn source(builder: &PageBuilder<'_>, id: StatementId) -> Result<Vec<u8>, ViewError> {
    let statement = &builder.chronicle[id];
    let bytes = builder.source((statement.entry.input, statement.entry.hash))?;
    if !statement.is_withdrawn() {
        return Ok(bytes.to_vec());
    }
    let front_matter = &bytes[..statement.entry.body.range().start];
    Ok(front_matter::without_key(front_matter, "summary"))
}
