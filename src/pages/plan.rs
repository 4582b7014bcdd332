//! What exists, at which address: every page of the site, with what it is. A page carries no text.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::hash_map::Entry;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{
    asset, calendar, chain_page, corrections, coverage, feed, home, prose, redirect, sitemap, sources, statement,
    subject, years,
};
use crate::address::Address;
use crate::chronicle::{Chronicle, PageId, Record, StatementId, Subject};
use crate::config::Config;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::entry::date::ListedYear;
use crate::input::{InputId, Inputs, ReadError, Span};

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
    fn turn(&self) -> Turn {
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
enum Turn {
    /// Lists of statements by their year; before them what there is only one of in a site.
    List(Option<ListedYear>),
    /// What takes much memory, and needs no row that lies in memory.
    Large,
    /// About one thing.
    Single,
}

/// Positions of pages by the hashes of their addresses.
type Positions = FxHashMap<u64, usize>;

fn address_hash(address: &str) -> u64 {
    xxhash_rust::xxh3::xxh3_64(address.as_bytes())
}

/// All pages of a site; no two stand on one address.
#[derive(Debug)]
pub struct Plan {
    pages: Vec<Page>,
    /// Where each page is in the list, by the hash (XXH3) of its address.
    positions: Positions,
    assets: BTreeMap<String, Address>,
}

impl Plan {
    /// The pages; those that list statements first, in the order of the years.
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// Where the page is in the list that is written to this path of the output.
    pub fn position(&self, path: &str) -> Option<usize> {
        let address = Address::of_output(path);
        let position = self.positions.get(&address_hash(address.as_str())).copied();
        position.filter(|position| self.pages[*position].address == address)
    }

    /// The pages that share rows of statements, with others of which there are few; and all others.
    pub fn lists_and_others(&self) -> (&[Page], &[Page]) {
        self.pages.split_at(self.pages.partition_point(|page| matches!(page.kind.turn(), Turn::List(_))))
    }

    /// Whether there is a page or file at an address.
    pub(super) fn has(&self, address: &Address) -> bool {
        self.has_hash(address_hash(address.as_str()))
    }

    /// Whether there is a page or file at the address with this hash (XXH3).
    pub(super) fn has_hash(&self, address: u64) -> bool {
        self.positions.contains_key(&address)
    }

    /// The address of each static file, by its name below `static/`.
    pub fn assets(&self) -> &BTreeMap<String, Address> {
        &self.assets
    }

    /// The pages that a search engine should list, in the order of their addresses.
    pub fn indexable(&self) -> Vec<&Page> {
        let mut pages: Vec<&Page> = self.pages.iter().filter(|page| page.kind.is_indexable()).collect();
        pages.sort_unstable_by(|a, b| a.address.cmp(&b.address));
        pages
    }
}

/// Lists every page of the site.
///
/// # Errors
/// [`ReadError`] where a static file cannot be read: its name may carry a fingerprint of its bytes.
pub fn plan(
    chronicle: &Chronicle,
    inputs: &Inputs,
    config: &Config,
    layers: &[String],
) -> Result<Checked<Plan>, ReadError> {
    let mut findings = Vec::new();
    let (files, assets) = asset::plan(inputs, layers)?.keep(&mut findings);
    let mut pages = Vec::new();
    pages.extend(home::plan());
    pages.extend(statement::plan(chronicle));
    pages.extend(chain_page::plan(chronicle));
    pages.extend(subject::plan(chronicle, config));
    pages.extend(years::plan(chronicle));
    pages.extend(calendar::plan(chronicle));
    pages.extend(corrections::plan());
    pages.extend(sources::plan());
    pages.extend(coverage::plan());
    pages.extend(prose::plan(chronicle));
    pages.extend(feed::plan(chronicle));
    pages.extend(redirect::plan(chronicle));
    pages.extend(files);
    pages.extend(sitemap::plan(&pages));
    let (mut first, single): (Vec<Page>, Vec<Page>) =
        pages.into_iter().partition(|page| page.kind.turn() != Turn::Single);
    first.sort_by_key(|page| page.kind.turn());
    let mut positions = Positions::with_capacity_and_hasher(first.len() + single.len(), FxBuildHasher);
    let mut kept: Vec<Page> = Vec::with_capacity(first.len() + single.len());
    for page in first.into_iter().chain(single) {
        match positions.entry(page.key) {
            Entry::Vacant(free) => {
                free.insert(kept.len());
                kept.push(page);
            }
            Entry::Occupied(first) => findings.push(clash(&page, &kept[*first.get()], chronicle, inputs)),
        }
    }
    findings.extend(clashes(&kept, &positions).into_iter().map(|(page, first)| clash(page, first, chronicle, inputs)));
    Ok(Checked { value: Plan { pages: kept, positions, assets }, findings })
}

/// Pages that a host or a file system takes for one: their addresses differ only in spelling ([`Address::folded`]), or one
/// is a file where the other needs a folder (`/a/b/` beside a file `/a`).
fn clashes<'a>(pages: &'a [Page], positions: &Positions) -> Vec<(&'a Page, &'a Page)> {
    let mut found = Vec::new();
    // Nearly every address is folded as it is; the others are few.
    let mut folded: FxHashMap<u64, usize> = FxHashMap::default();
    for (position, page) in pages.iter().enumerate() {
        let Cow::Owned(other) = page.address.folded() else { continue };
        let hash = address_hash(&other);
        match positions.get(&hash).or_else(|| folded.get(&hash)) {
            Some(first) => found.push((page, &pages[*first])),
            None => drop(folded.insert(hash, position)),
        }
    }
    let file = |hash: u64| positions.get(&hash).or_else(|| folded.get(&hash)).map(|position| &pages[*position]);
    let mut folder = "";
    for page in pages {
        let path = page.address.as_str();
        // Pages of one folder come one after the other.
        let before = std::mem::replace(&mut folder, &path[..path.rfind('/').unwrap_or_default()]);
        if before == folder {
            continue;
        }
        let path = page.address.folded();
        // A folder `index.html` is where the file of a page would be.
        let file_at = |end: usize| {
            let page = path[..end].strip_suffix("index.html").filter(|page| page.ends_with('/'));
            file(address_hash(page.unwrap_or(&path[..end])))
        };
        let files = path.match_indices('/').skip(1).filter_map(|(end, _)| file_at(end));
        // An address `/a.html` is folded to that of the page `/a/`, which is no file.
        found.extend(files.map(|file| (page, file)));
    }
    found
}

fn clash(page: &Page, first: &Page, chronicle: &Chronicle, inputs: &Inputs) -> Diagnostic {
    // It is the static file that has to have another name.
    let is_static = |page: &Page| matches!(page.kind, Kind::Asset(_));
    let (page, first) = if is_static(first) && !is_static(page) { (first, page) } else { (page, first) };
    let origin = |page: &Page| page.input(chronicle).map(Span::file);
    let message = if page.address == first.address {
        format!("two pages would stand on `{}`", page.address)
    } else {
        format!("`{}` and `{}` would be one address on some hosts and systems", page.address, first.address)
    };
    let span = origin(page).or_else(|| origin(first)).unwrap_or(Span::file(inputs.config()));
    let finding = Diagnostic::error(Code::AddressClash, span, message);
    let finding = match origin(first).filter(|other| *other != span) {
        Some(other) => finding.label(other, "the other page is made from this file"),
        None => finding,
    };
    finding.help(Some("rename one of the two files".to_owned()))
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
