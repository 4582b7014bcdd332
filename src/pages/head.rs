//! What every page has: its name and address, the way to it, its feeds and other forms.

use std::borrow::Cow;
use std::cell::RefCell;

use serde::Serialize;

use super::facts::Fact;
use super::value::Context;
use super::{Page, Views};
use crate::address::Address;
use crate::language::Language;
use crate::views as view;
use crate::views::{Alternate, FeedLink, Href, Neighbour, Step, Url};

/// A step on the way from the home page: a word of the theme, or a label.
pub(super) enum Crumb<'a> {
    /// The word `nav_<key>`.
    Key(&'static str, Address),
    /// A label of the chronicle.
    Label(&'a str, Address),
    /// What is no word of the theme and no label of a record: a year.
    Words(String, Address),
}

/// What a page says of itself; what is not given is absent.
#[derive(Default)]
pub(super) struct Head<'a> {
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) description: Option<String>,
    pub(super) language: Option<&'a Language>,
    pub(super) crumbs: Vec<Crumb<'a>>,
    pub(super) feed: Option<(String, Address)>,
    pub(super) alternates: Vec<(&'static str, Address)>,
    pub(super) previous: Option<Neighbour>,
    pub(super) next: Option<Neighbour>,
    pub(super) json_ld: Option<String>,
}

impl<'a> Views<'a> {
    /// An address ready for `href`; none where the page is turned off.
    pub(super) fn href(&self, address: &Address) -> Option<Href> {
        self.is_planned(address).then(|| Href::new(self.config.base_url.path(), address.as_str()))
    }

    /// A context with what every page has, and the values of its template.
    pub(super) fn filled(&self, page: &Page, head: Head<'_>, view: &impl Serialize) -> Context {
        let mut context = self.page(page, head);
        view::insert(&mut context, view);
        context
    }

    /// Whether a page that its records have is not turned off. This depends on the settings alone, so that it is no fact
    /// of the page that asks.
    pub(super) fn is_planned(&self, address: &Address) -> bool {
        !self.plan.is_partial() || self.plan.has(address)
    }

    /// An address with scheme and host.
    pub(super) fn url(&self, address: &Address) -> String {
        [self.config.base_url.origin(), self.config.base_url.path(), address.as_str()].concat()
    }

    /// The same for JSON; none where the page is turned off.
    pub(super) fn json_url(&self, address: impl Into<Cow<'a, Address>>) -> Option<Url<'a>> {
        let address = address.into();
        self.is_planned(&address).then(|| Url::new(&self.config.base_url, address))
    }

    /// The same as a name, which it is where the page is turned off, too.
    pub(super) fn json_id(&self, address: impl Into<Cow<'a, Address>>) -> Url<'a> {
        Url::new(&self.config.base_url, address.into())
    }

    /// Whether there is a page or file at an address.
    pub(super) fn has(&self, address: &Address) -> bool {
        self.chronicle.note(Fact::has(address));
        self.plan.has(address)
    }

    /// The pages that a search engine should list, in the order of their addresses.
    pub(super) fn indexable(&self) -> Vec<&Page> {
        self.chronicle.note(Fact::Indexable);
        self.plan.indexable()
    }

    /// The same material seen for something that is made once and shared.
    pub(super) fn apart(&self) -> Views<'_> {
        Views {
            config: self.config,
            chronicle: self.chronicle.anew(),
            inputs: self.inputs,
            plan: self.plan,
            words: self.words,
            shared: self.shared,
            worker: self.worker,
            shares_rows: self.shares_rows,
            failed: RefCell::default(),
        }
    }

    /// A context with what every page has: `page`, `site`, `nav`, `prose`.
    pub(super) fn page(&self, page: &Page, head: Head<'_>) -> Context {
        let language = head.language.unwrap_or(&self.config.language);
        let own_feed = head.feed.and_then(|(title, address)| Some(FeedLink { title, address: self.href(&address)? }));
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
        let value = view::Page {
            kind: head.kind,
            address: self.href(&page.address),
            url: self.url(&page.address),
            title: &head.title,
            description: head.description.as_deref(),
            language: language.as_str(),
            dir: language.direction().as_str(),
            breadcrumbs: crumbs.collect(),
            feeds: own_feed.into_iter().chain(self.wide().feed.clone()).collect(),
            alternates: alternates.collect(),
            prev: head.previous,
            next: head.next,
            edit: self.edit_address(page),
            indexable: page.kind.about().is_indexable,
            jsonld: head.json_ld.map(|script| view::Html::new(&script)),
        };
        let mut context = Context::new();
        context.insert("page", &value);
        context.insert_value("site", self.wide().site.clone());
        context.insert_value("nav", self.wide().nav(page.kind.about().nav));
        context.insert_value("foot", self.wide().foot.clone());
        context
    }

    /// Where the page's file can be edited, if the repository is known and the page is made from one file.
    fn edit_address(&self, page: &Page) -> Option<String> {
        let repository = self.config.repository.as_ref()?.as_str().trim_end_matches('/');
        let input = page.kind.input(self.chronicle.ids())?;
        Some(format!("{repository}/edit/{}/{}", self.config.branch, self.inputs.get(input).path()))
    }

    /// The way to a page below an overview.
    pub(super) fn crumb(key: &'static str) -> Crumb<'static> {
        Crumb::Key(key, Address::page([key]))
    }
}
