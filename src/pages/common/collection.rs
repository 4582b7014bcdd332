//! JSON-LD (schema.org) of pages that list statements.

use crate::chronicle::StatementId;
use crate::pages::{Page, PageBuilder};
use crate::views::json_ld::{CollectionPage, Graph, ItemList, ListItem, Node};

/// The most statements in the graph of a list.
const LISTED: usize = 100;

/// The graph of a page that lists statements.
pub(crate) fn collection<'a>(builder: &PageBuilder<'a>, page: &'a Page, title: &'a str, ids: &[StatementId]) -> String {
    collection_about(builder, page, title, ids, None)
}

/// The same of a page about something.
pub(crate) fn collection_about<'a>(
    builder: &PageBuilder<'a>,
    page: &'a Page,
    title: &'a str,
    ids: &[StatementId],
    about: Option<Node<'a>>,
) -> String {
    let items = ids.iter().rev().take(LISTED).enumerate().map(|(index, id)| ListItem {
        position: index + 1,
        url: builder.json_url(builder.chronicle.statement_address(*id)),
    });
    let collection = CollectionPage {
        url: builder.json_url(&page.address),
        name: title,
        in_language: &builder.config.language,
        about,
        main_entity: ItemList { number_of_items: ids.len(), item_list_element: items.collect() },
    };
    Graph::new(vec![Node::CollectionPage(Box::new(collection))]).script()
}
