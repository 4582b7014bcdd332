//! What a kind of output is: all that is true of it is said in its own file, by [`Output`].

use std::collections::BTreeMap;

use xxhash_rust::xxh3::Xxh3;

use crate::address::Address;
use crate::chronicle::{Chronicle, SubjectKind};
use crate::config::Config;
use crate::input::InputId;
use crate::pages::common::value::Context;
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::views::Template;

/// A kind of output; a value of it is one page of that kind, with the records it is made of. Nothing has a default, so
/// that a new kind says all of it.
pub(crate) trait Output {
    /// The templates that pages of the kind, and fragments that only they use, are made with.
    const TEMPLATES: &'static [Template];

    /// The names by which pages of the kind are turned off in `[outputs]`; none where they cannot be.
    const SWITCHES: &'static [&'static str];

    /// Adds every page of the kind to those that the kinds before it in the list have added.
    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>);

    /// The one of [`Output::SWITCHES`] that turns this page off.
    fn switch(&self) -> Option<&'static str>;

    /// What is true of the page whatever it says.
    fn about(&self) -> About;

    /// Hashes which page of its kind it is, by names that mean the same in the next run.
    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3);

    /// The file a page is made from, where it is one.
    fn input(&self, chronicle: &Chronicle) -> Option<InputId>;

    /// What the page says.
    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError>;
}

/// What pages are planned from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Planning<'a> {
    pub(crate) chronicle: &'a Chronicle,
    pub(crate) config: &'a Config,
    /// The static files, by their names below `static/`, with the addresses they are published at.
    pub(crate) static_files: &'a BTreeMap<String, (Address, InputId)>,
}

impl Planning<'_> {
    /// Whether subjects of a kind have pages.
    pub(crate) fn has_subjects(&self, kind: SubjectKind) -> bool {
        self.config.outputs.has(kind.key())
    }
}

/// What is true of a page whatever it says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct About {
    /// Whether a search engine should list the page; exactly these are in the sitemap.
    pub(crate) is_indexable: bool,
    /// When the page is made.
    pub(crate) turn: Turn,
    /// Where it stands in the navigation.
    pub(crate) nav: Nav,
}

/// Where a page stands in the navigation. Its parts have keys, by which templates know them: their words are
/// `nav_<key>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nav {
    /// In no part.
    Outside,
    /// It is what the navigation leads to; parts stand in the order of their weights.
    Overview { part: &'static str, weight: u8 },
    /// In a part, below its overview.
    Below(&'static str),
}

/// What a page says.
#[derive(Debug)]
pub(crate) enum Content {
    /// A template and the values for it.
    Template(&'static str, Context),
    /// The bytes themselves.
    Bytes(Vec<u8>),
}

impl About {
    /// A page for readers that search engines should list.
    pub(crate) fn page(turn: Turn, nav: Nav) -> About {
        About { is_indexable: true, turn, nav }
    }

    /// What is no page for readers, or leads on to one.
    pub(crate) fn aside(turn: Turn) -> About {
        About { is_indexable: false, turn, nav: Nav::Outside }
    }
}

impl Site<'_> {
    /// The path of a file.
    pub(crate) fn path(&self, input: InputId) -> &str {
        self.inputs.get(input).path()
    }
}
