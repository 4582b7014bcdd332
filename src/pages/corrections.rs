//! The corrections log: what was changed in published records, and what was withdrawn.

use super::head::Head;
use super::value::{Context, list, object, text};
use super::{Kind, Page, Views, card};
use crate::address::Address;

pub(super) fn plan() -> Vec<Page> {
    vec![Page::new(Address::page(["corrections"]), Kind::Corrections)]
}

pub(super) fn view(views: &Views<'_>, page: &Page) -> Context {
    let mut changes = Vec::new();
    for id in views.chronicle.statements() {
        let fields = &views.chronicle[id].entry.fields;
        let corrections = fields.corrections.iter().map(|change| (change.date, change.kind.word(), &change.note));
        let withdrawal = fields.withdrawn.iter().map(|notice| (notice.date, "withdrawal", &notice.reason));
        changes.extend(corrections.chain(withdrawal).map(|change| (change, id)));
    }
    // Newest first; the order within a day is that of the statements.
    changes.sort_by_key(|((date, ..), id)| (std::cmp::Reverse(date.sort_key()), *id));
    let head = Head { kind: "corrections", title: views.words.title("corrections"), ..Head::default() };
    let mut context = views.page(page, head);
    let corrections = changes.into_iter().map(|((date, kind, note), id)| {
        object([
            ("date", card::date(&date)),
            ("kind", text(kind)),
            ("note", text(note.as_str())),
            ("statement", views.card(id)),
        ])
    });
    context.insert_value("corrections", list(corrections));
    context
}
