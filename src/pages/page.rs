//! One page: where it stands and what it is. It carries no text.

use crate::address::Address;
use crate::chronicle::{Chronicle, PageId, Record, StatementId, Subject};
use crate::entry::date::ListedYear;
use crate::input::InputId;

/// One output.
#[derive(Clone, Debug)]
pub struct Page {
    /// Where it stands.
    pub address: Address,
    /// Hash (XXH3) of the address, by which the page is known in the next run.
    pub(super) key: u64,
    /// What it is.
    pub kind: Kind,
}

/// What a page is; with the records it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The home page.
    Home,
    /// Every statement.
    Statements,
    /// A statement.
    Statement(StatementId),
    /// The source of a statement, beside it.
    StatementSource(StatementId),
    /// A statement for programs, beside it.
    StatementRecord(StatementId),
    /// All subjects of a kind.
    Subjects(SubjectKind),
    /// A subject.
    Subject(Subject),
    /// A subject in a year.
    SubjectYear(Subject, ListedYear),
    /// All years.
    Years,
    /// A year; or a decade or century of which no year is known.
    Year(ListedYear),
    /// A month of a year.
    Month(i32, u32),
    /// Every day of the calendar.
    OnThisDay,
    /// A day of the calendar: month and day.
    Day(u32, u32),
    /// The corrections log.
    Corrections,
    /// The source ledger.
    Sources,
    /// What is and is not recorded.
    Coverage,
    /// A prose page.
    Prose(PageId),
    /// What stands where there is no page.
    NotFound,
    /// The feed of the site, or of a subject.
    Feed(Option<Subject>),
    /// A sitemap: the addresses from `first` on.
    Sitemap {
        /// Position of the first address.
        first: usize,
    },
    /// The index of several sitemaps.
    SitemapIndex,
    /// `robots.txt`.
    Robots,
    /// The longest chains of reiterations.
    Chains,
    /// A chain of reiterations by its first statement: one part of it, from 0 on.
    Chain(StatementId, usize),
    /// Where a chain would stand by another of its statements; leads to its page, by the first.
    ChainRedirect(StatementId, usize),
    /// An address that a record used to have.
    Redirect(Record),
    /// The same for hosts that read a list: `_redirects`.
    RedirectList,
    /// Tells GitHub Pages to publish the files as they are.
    NoJekyll,
    /// A static file.
    Asset(InputId),
}

/// The kinds of subject that have an overview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SubjectKind {
    /// Subject headings.
    Topics,
    /// Speakers.
    People,
    /// Bodies.
    Organizations,
    /// Countries.
    Countries,
    /// Places.
    Places,
    /// Occasions.
    Events,
}

impl SubjectKind {
    /// Every kind.
    pub const ALL: [SubjectKind; 6] = [
        SubjectKind::Topics,
        SubjectKind::People,
        SubjectKind::Organizations,
        SubjectKind::Countries,
        SubjectKind::Places,
        SubjectKind::Events,
    ];

    /// The first part of the addresses, and the key of the word for it.
    pub fn key(self) -> &'static str {
        match self {
            SubjectKind::Topics => "topics",
            SubjectKind::People => "people",
            SubjectKind::Organizations => "organizations",
            SubjectKind::Countries => "countries",
            SubjectKind::Places => "places",
            SubjectKind::Events => "events",
        }
    }

    /// The kind of a subject.
    pub fn of(subject: Subject) -> SubjectKind {
        match subject {
            Subject::Topic(_) => SubjectKind::Topics,
            Subject::Person(_) => SubjectKind::People,
            Subject::Organization(_) => SubjectKind::Organizations,
            Subject::Country(_) => SubjectKind::Countries,
            Subject::Place(_) => SubjectKind::Places,
            Subject::Event(_) => SubjectKind::Events,
        }
    }
}

impl Kind {
    /// Whether a search engine should list the page; exactly these are in the sitemap.
    pub fn is_indexable(&self) -> bool {
        !matches!(
            self,
            Kind::StatementSource(_)
                | Kind::StatementRecord(_)
                | Kind::NotFound
                | Kind::Feed(_)
                | Kind::Sitemap { .. }
                | Kind::SitemapIndex
                | Kind::Robots
                | Kind::Redirect(_)
                | Kind::ChainRedirect(..)
                | Kind::RedirectList
                | Kind::NoJekyll
                | Kind::Asset(_)
        )
    }

    /// The year whose statements alone the page lists.
    fn year(&self) -> Option<ListedYear> {
        match self {
            Kind::SubjectYear(_, year) | Kind::Year(year) => Some(*year),
            Kind::Month(year, _) => Some(ListedYear::Year(*year)),
            _ => None,
        }
    }

    /// When the page is made: what takes long comes before what takes little time, and lists that share the rows of
    /// statements come one after the other.
    pub(super) fn turn(&self) -> Turn {
        match self {
            Kind::Statement(_)
            | Kind::StatementSource(_)
            | Kind::StatementRecord(_)
            | Kind::Chain(..)
            | Kind::ChainRedirect(..)
            | Kind::Redirect(_)
            | Kind::Asset(_) => Turn::Single,
            Kind::Sitemap { .. } | Kind::Sources => Turn::Large,
            _ => Turn::List(self.year()),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Turn {
    /// Lists of statements by their year; before them what there is only one of in a site.
    List(Option<ListedYear>),
    /// What takes much memory, and needs no row that lies in memory.
    Large,
    /// About one thing.
    Single,
}

pub(super) fn address_hash(address: &str) -> u64 {
    xxhash_rust::xxh3::xxh3_64(address.as_bytes())
}

impl Page {
    pub(super) fn new(address: Address, kind: Kind) -> Page {
        Page { key: address_hash(address.as_str()), address, kind }
    }

    /// The file a page is made from, where it is one.
    pub fn input(&self, chronicle: &Chronicle) -> Option<InputId> {
        match self.kind {
            Kind::Statement(id) | Kind::StatementSource(id) | Kind::StatementRecord(id) => {
                Some(chronicle[id].entry.input)
            }
            Kind::Prose(id) => Some(chronicle[id].input),
            Kind::Asset(input) => Some(input),
            Kind::Redirect(record) => Some(record.input(chronicle)),
            Kind::Subject(subject) => subject.record().ok().map(|record| record.input(chronicle)),
            _ => None,
        }
    }
}
