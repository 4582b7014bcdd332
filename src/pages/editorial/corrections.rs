//! The corrections log: what was changed in published records, and what was withdrawn.

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::{Chronicle, StatementId};
use crate::entry::date::Date;
use crate::entry::shape::Text;
use crate::input::InputId;
use crate::pages::common::head::Head;
use crate::pages::common::value::Context;
use crate::pages::kind::{About, Content, Nav, Output, Planning, Switch};
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views as view;
use crate::views::{Change, Template};

/// The corrections log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionsLog;

impl Output for CorrectionsLog {
    const TEMPLATES: &'static [Template] = &[Template::of::<view::Corrections<'_>>("corrections.html")];
    const SWITCH: Switch<CorrectionsLog> = Switch::Named("corrections");

    fn plan(_: &Planning<'_>, pages: &mut Vec<Page>) {
        pages.push(Page::new(Address::page(["corrections"]), CorrectionsLog));
    }

    fn about(&self) -> About {
        About::page(Turn::List(None), Nav::Outside)
    }

    fn hash(&self, _: &Site<'_>, _: &mut Xxh3) {}

    fn input(&self, _: &Chronicle) -> Option<InputId> {
        None
    }

    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError> {
        Ok(Content::Template("corrections.html", view(builder, page)))
    }
}

fn view<'a>(builder: &PageBuilder<'a>, page: &Page) -> Context {
    let mut changes = Vec::new();
    for id in builder.chronicle.statements() {
        let fields = &builder.chronicle.get(id).entry.fields;
        let corrections = fields.corrections.iter().map(|change| (change.date, change.kind.word(), &change.note));
        let withdrawal = fields.withdrawn.iter().map(|notice| (notice.date, "withdrawal", &notice.reason));
        changes.extend(corrections.chain(withdrawal).map(|change| (change, id)));
    }
    // Newest first; the order within a day is that of the statements.
    changes.sort_by_key(|((date, ..), id)| (std::cmp::Reverse(date.sort_key()), *id));
    let title = builder.messages.title("corrections");
    let description = builder.description_in_words("corrections_note");
    let head = Head { kind: "corrections", title, description, ..Head::default() };
    let change = |((date, kind, note), id): ((Date, &'static str, &'a Text), StatementId)| Change {
        date: (&date).into(),
        kind,
        note: note.as_str(),
        statement: builder.card(id),
    };
    builder.filled(page, head, &view::Corrections { corrections: changes.into_iter().map(change).collect() })
}
