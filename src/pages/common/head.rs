//! The values of every page: its title and address, breadcrumbs, feeds and other formats.

use serde::Serialize;

use crate::address::Address;
use crate::citation::Format;
use crate::language::Language;
use crate::pages::common::value::Context;
use crate::pages::machine::json_feed;
use crate::pages::{Page, PageBuilder};
use crate::views as view;
use crate::views::{Alternate, FeedLink, Neighbour, ReferenceFile, Step};

/// A breadcrumb: a message of the theme, or a label.
pub(crate) enum Crumb<'a> {
    /// The message `nav_<key>`.
    Key(&'static str, Address),
    /// A label from a record.
    Label(&'a str, Address),
    /// A label that is neither a message nor from a record: a year.
    Words(String, Address),
}

/// The head of a page; fields that are not set are absent.
#[derive(Default)]
pub(crate) struct Head<'a> {
    pub(crate) kind: &'static str,
    pub(crate) title: String,
    /// What the page says of itself; where it is empty, its title stands there.
    pub(crate) description: String,
    pub(crate) language: Option<&'a Language>,
    pub(crate) crumbs: Vec<Crumb<'a>>,
    pub(crate) feed: Option<(String, Address)>,
    /// Where what changed in what the page lists is told: what it is called, the page and the feed.
    pub(crate) changes: Option<(String, Address, Address)>,
    pub(crate) alternates: Vec<(&'static str, Address)>,
    /// The page beside which references to what it is about are.
    pub(crate) references: Option<&'a Address>,
    pub(crate) previous: Option<Neighbour>,
    pub(crate) next: Option<Neighbour>,
    pub(crate) json_ld: Option<String>,
    /// What is shown beside a link to the page elsewhere, in place of the picture of the site.
    pub(crate) picture: Option<view::Picture<'a>>,
    /// What the page of search is asked in order to search within what this page lists: `topic=trade&from=2006&to=2006`.
    pub(crate) within: Option<String>,
}

impl<'a> PageBuilder<'a> {
    /// A context with the values of every page, and those of its template.
    pub(crate) fn filled(&self, page: &Page, head: Head<'_>, view: &impl Serialize) -> Context {
        let mut context = self.page(page, head);
        view::insert(&mut context, view);
        context
    }

    /// A context with the values of every page: `page`, `site`, `nav`, `foot`.
    pub(crate) fn page(&self, page: &Page, head: Head<'_>) -> Context {
        let language = head.language.unwrap_or(&self.config.language);
        let own_feed = head.feed.and_then(|(title, address)| self.feed_link(title, &address));
        let changes = head.changes.as_ref().and_then(|(title, _, feed)| self.feed_link(title.clone(), feed));
        let crumbs = head.crumbs.into_iter().filter_map(|crumb| {
            let (key, label, address) = match crumb {
                Crumb::Key(key, address) => (Some(key), None, address),
                Crumb::Words(words, address) => (None, Some(words.into()), address),
                Crumb::Label(label, address) => (None, Some(label.into()), address),
            };
            Some(Step { key, label, address: self.href(&address)? })
        });
        let alternates = head
            .alternates
            .iter()
            .filter_map(|(media_type, address)| Some(Alternate { media_type, address: self.href(address)? }));
        let description = self.settled_description(&head.description, &head.title);
        let value = view::Page {
            kind: head.kind,
            address: self.href(&page.address),
            url: self.url(&page.address),
            title: &head.title,
            description: &description,
            language: language.as_str(),
            dir: language.direction().as_str(),
            breadcrumbs: crumbs.collect(),
            feeds: own_feed.into_iter().chain(changes).chain(self.site_wide().feed.clone()).collect(),
            alternates: alternates.collect(),
            references: head.references.map_or_else(Vec::new, |beside| self.references_beside(beside)),
            prev: head.previous,
            next: head.next,
            edit: self.edit_address(page),
            changes: head.changes.and_then(|(_, address, _)| self.href(&address)),
            search: head.within.and_then(|query| self.search_address(&query)),
            indexable: page.kind.about().is_indexable,
            picture: head.picture,
            jsonld: head.json_ld.map(|script| view::Html::new(&script)),
        };
        let mut context = Context::new();
        context.insert("page", &value);
        context.insert_value("site", self.site_wide().site.clone());
        context.insert_value("nav", self.site_wide().nav(page.kind.about().nav, &page.address));
        context.insert_value("foot", self.site_wide().foot.clone());
        context
    }

    /// The files with references beside a page, to be saved by the last part of its address.
    fn references_beside(&self, page: &Address) -> Vec<ReferenceFile> {
        let name = page.as_str().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        let file = |format: Format| {
            Some(ReferenceFile {
                format: format.name(),
                media_type: format.media_type(),
                address: self.href(&page.file(format.file_name()))?,
                file: format!("{name}.{}", format.extension()),
            })
        };
        Format::ALL.into_iter().filter_map(file).collect()
    }

    /// The link to a feed in Atom, and the one beside it.
    pub(crate) fn feed_link(&self, title: String, atom: &Address) -> Option<FeedLink> {
        Some(FeedLink { title, address: self.href(atom)?, json: self.href(&json_feed::beside(atom)) })
    }

    /// The page of search, asked something.
    fn search_address(&self, query: &str) -> Option<view::Href> {
        let search = Address::page(["search"]);
        self.is_planned(&search).then(|| view::Href::new(self.config.base_url.path(), &format!("{search}?{query}")))
    }

    /// Where the page's file can be edited, if the repository is known and the page is made from one file.
    fn edit_address(&self, page: &Page) -> Option<String> {
        let input = page.kind.input(self.chronicle.ids())?;
        self.config.edit_address(self.inputs.get(input).path())
    }

    /// The breadcrumbs of a page below an overview.
    pub(crate) fn crumb(key: &'static str) -> Crumb<'static> {
        Crumb::Key(key, Address::page([key]))
    }
}
