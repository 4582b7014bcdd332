//! The trait of a kind of output, [`Output`]; each kind implements it in its own file.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::Xxh3;

use crate::checks::Proofs;
use crate::chronicle::{Chronicle, SubjectKind};
use crate::config::Config;
use crate::input::InputId;
use crate::pages::common::value::Context;
use crate::pages::search::Search;
use crate::pages::source_text::SourceTexts;
use crate::pages::{Page, PageBuilder, Site, ViewError};
use crate::plan::Turn;
use crate::theme::Asset;
use crate::views::Template;

/// A kind of output; a value of it is one page of that kind, with the records it is about. Nothing has a default, so that
/// a new kind has to define everything.
pub(crate) trait Output: Sized + 'static {
    /// The templates of pages of the kind, and of fragments that only they use.
    const TEMPLATES: &'static [Template];

    /// How pages of the kind are turned off in `[outputs]`.
    const SWITCH: Switch<Self>;

    /// Adds every page of the kind to those that the kinds before it in the list have added.
    fn plan(site: &Planning<'_>, pages: &mut Vec<Page>);

    /// The properties of the page that do not depend on its content.
    fn about(&self) -> About;

    /// Hashes which page of its kind it is, by names that mean the same in the next run.
    fn hash(&self, site: &Site<'_>, hash: &mut Xxh3);

    /// The file that the page is made from, where there is one.
    fn input(&self, chronicle: &Chronicle) -> Option<InputId>;

    /// The content of the page.
    fn view(&self, builder: &PageBuilder<'_>, page: &Page) -> Result<Content, ViewError>;
}

/// Static files by their names below `static/`.
pub(crate) type StaticFiles = BTreeMap<String, (Asset, InputId)>;

/// The name in `[outputs]` that turns pages of a kind off.
#[derive(Clone, Copy)]
pub(crate) enum Switch<K: 'static> {
    /// None: they are always made.
    AlwaysOn,
    /// The same for all of them.
    Named(&'static str),
    /// One of several, by what the page is about.
    OneOf(&'static [&'static str], fn(&K) -> &'static str),
}

impl<K> Switch<K> {
    /// All names.
    pub(crate) fn names(self) -> Vec<&'static str> {
        match self {
            Switch::AlwaysOn => Vec::new(),
            Switch::Named(name) => vec![name],
            Switch::OneOf(names, _) => names.to_vec(),
        }
    }

    /// The name that turns a page off.
    pub(crate) fn of(self, page: &K) -> Option<&'static str> {
        match self {
            Switch::AlwaysOn => None,
            Switch::Named(name) => Some(name),
            Switch::OneOf(_, name) => Some(name(page)),
        }
    }
}

/// The inputs of planning.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Planning<'a> {
    pub(crate) chronicle: &'a Chronicle,
    pub(crate) config: &'a Config,
    /// Which quotations are proven.
    pub(crate) proofs: &'a Proofs,
    /// The index of search, where there is one.
    pub(crate) search: Option<&'a Search>,
    /// The kept texts that have pages.
    pub(crate) texts: &'a SourceTexts,
    /// The static files, by their names below `static/`, with the addresses they are published at.
    pub(crate) static_files: &'a StaticFiles,
    /// The text of the style sheet with the accent colour of the site, where it has one.
    pub(crate) accent: Option<&'a str>,
}

impl Planning<'_> {
    /// Whether subjects of a kind have pages.
    pub(crate) fn has_subjects(&self, kind: SubjectKind) -> bool {
        self.config.outputs.has(kind.key())
    }
}

/// The properties of a page that do not depend on its content.
#[derive(Clone, Copy, Debug)]
pub(crate) struct About {
    /// Whether a search engine should list the page; exactly these are in the sitemap.
    pub(crate) is_indexable: bool,
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
    /// It is what the navigation links to; parts are in the order of their weights.
    Overview { part: &'static str, weight: u8 },
    /// In a part, below its overview.
    Below(&'static str),
}

/// The content of a page.
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

    /// A file that is no page for readers, or a redirect to one.
    pub(crate) fn aside(turn: Turn) -> About {
        About { is_indexable: false, turn, nav: Nav::Outside }
    }
}

impl Site<'_> {
    pub(crate) fn path(&self, input: InputId) -> &str {
        self.inputs.get(input).path()
    }
}
