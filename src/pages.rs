//! What the site consists of: every page with its address, and what each says.
//!
//! [`plan`] lists the outputs; a page is an address and a [`Kind`], and carries no text. [`Material::content`] says what
//! one page says, as values for its template. One file per output; each has a `plan` and a `view`, listed here once.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::collections::hash_map::Entry;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::address::Address;
use crate::checks::Proofs;
use crate::chronicle::{Chronicle, PageId, Record, StatementId, Subject};
use crate::config::Config;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::entry::date::Date;
use crate::entry::id::Id;
use crate::input::{InputId, Inputs, ReadError, Span};
use crate::markdown::{self, Html};
use facts::Ground;
use reading::Reading;

mod asset;
mod calendar;
mod card;
mod chain;
mod chart;
mod corrections;
mod coverage;
mod facts;
mod feed;
mod head;
mod home;
mod json;
mod json_ld;
mod listing;
mod metadata;
mod prose;
mod reading;
mod record;
mod redirect;
mod shared;
mod sitemap;
mod sources;
mod statement;
mod subject;
mod topics;
mod traces;
mod value;
mod years;

pub use facts::Fact;
pub use traces::{Holding, Made, Piece, Traces, Tracing};
pub use value::Context;

/// One output.
#[derive(Clone, Debug)]
pub struct Page {
    /// Where it stands.
    pub address: Address,
    /// Hash (XXH3) of the address, by which the page is known in the next run.
    key: u64,
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
    SubjectYear(Subject, i32),
    /// All years.
    Years,
    /// A year.
    Year(i32),
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
                | Kind::RedirectList
                | Kind::NoJekyll
                | Kind::Asset(_)
        )
    }

    /// The year whose statements alone the page lists.
    fn year(&self) -> Option<i32> {
        match self {
            Kind::SubjectYear(_, year) | Kind::Year(year) | Kind::Month(year, _) => Some(*year),
            _ => None,
        }
    }

    /// Whether the page lists many statements, so that it takes longer than one of a single statement.
    fn is_large(&self) -> bool {
        !matches!(
            self,
            Kind::Statement(_)
                | Kind::StatementSource(_)
                | Kind::StatementRecord(_)
                | Kind::Redirect(_)
                | Kind::Asset(_)
        )
    }
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

    /// The pages that list statements, and those that do not.
    pub fn lists_and_others(&self) -> (&[Page], &[Page]) {
        self.pages.split_at(self.pages.partition_point(|page| page.kind.is_large()))
    }

    /// Whether there is a page or file at an address.
    fn has(&self, address: &Address) -> bool {
        self.has_hash(address_hash(address.as_str()))
    }

    /// Whether there is a page or file at the address with this hash (XXH3).
    fn has_hash(&self, address: u64) -> bool {
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
    let (files, assets) = asset::plan(inputs, layers)?;
    let mut pages = Vec::new();
    pages.extend(home::plan());
    pages.extend(statement::plan(chronicle));
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
    let mut findings = Vec::new();
    let (mut large, others): (Vec<Page>, Vec<Page>) = pages.into_iter().partition(|page| page.kind.is_large());
    large.sort_by_key(|page| page.kind.year());
    let mut positions = Positions::with_capacity_and_hasher(large.len() + others.len(), FxBuildHasher);
    let mut kept: Vec<Page> = Vec::with_capacity(large.len() + others.len());
    for page in large.into_iter().chain(others) {
        match positions.entry(page.key) {
            Entry::Vacant(free) => {
                free.insert(kept.len());
                kept.push(page);
            }
            Entry::Occupied(first) => findings.push(clash(&page, &kept[*first.get()], chronicle, inputs)),
        }
    }
    findings.extend(files_under_files(&kept, &positions, chronicle, inputs));
    Ok(Checked { value: Plan { pages: kept, positions, assets }, findings })
}

/// A page cannot stand below an address that is a file: `/a/b/` beside a file `/a`.
fn files_under_files(pages: &[Page], positions: &Positions, chronicle: &Chronicle, inputs: &Inputs) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut folder = "";
    for page in pages {
        let path = page.address.as_str();
        // Pages of one folder stand one after the other.
        let before = std::mem::replace(&mut folder, &path[..path.rfind('/').unwrap_or_default()]);
        if before == folder {
            continue;
        }
        for (at, _) in path.match_indices('/').skip(1) {
            if let Some(file) = positions.get(&address_hash(&path[..at])) {
                findings.push(clash(page, &pages[*file], chronicle, inputs));
            }
        }
    }
    findings
}

fn clash(page: &Page, first: &Page, chronicle: &Chronicle, inputs: &Inputs) -> Diagnostic {
    let origin = |page: &Page| page.input(chronicle).map(Span::file);
    let message = format!("two pages would stand on `{}`", page.address);
    let span = origin(page).or_else(|| origin(first)).unwrap_or(Span::file(inputs.config()));
    let finding = Diagnostic::error(Code::AddressClash, span, message);
    let finding = match origin(first).filter(|other| *other != span) {
        Some(other) => finding.label(other, "the other page is made from this file"),
        None => finding,
    };
    finding.help(Some("rename one of the two files".to_owned()))
}

impl Page {
    fn new(address: Address, kind: Kind) -> Page {
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
            Kind::Subject(subject) => subject_input(chronicle, subject),
            _ => None,
        }
    }
}

fn subject_input(chronicle: &Chronicle, subject: Subject) -> Option<InputId> {
    let record = match subject {
        Subject::Topic(id) => Record::Topic(id),
        Subject::Person(id) => Record::Person(id),
        Subject::Organization(id) => Record::Organization(id),
        Subject::Place(id) => Record::Place(id),
        Subject::Event(id) => Record::Event(id),
        Subject::Country(_) => return None,
    };
    Some(record.input(chronicle))
}

/// The templates that pages and their fragments are made with; a theme has them all.
pub const TEMPLATES: [&str; 35] = [
    "404.html",
    "atom-entry.xml",
    "atom.xml",
    "corrections.html",
    "countries.html",
    "country.html",
    "coverage.html",
    "day.html",
    "event.html",
    "events.html",
    "foot.html",
    "home.html",
    "month.html",
    "nav.html",
    "on-this-day.html",
    "organization.html",
    "organizations.html",
    "people.html",
    "person.html",
    "place.html",
    "places.html",
    "prose.html",
    "redirect.html",
    "robots.txt",
    "row.html",
    "sitemap-index.xml",
    "sitemap.xml",
    "sources.html",
    "statement.html",
    "statements.html",
    "subject-year.html",
    "topic.html",
    "topics.html",
    "year.html",
    "years.html",
];

/// What a page says.
#[derive(Debug)]
pub enum Content {
    /// A template and the values for it.
    Template(&'static str, Context),
    /// The bytes themselves.
    Bytes(Vec<u8>),
}

/// Everything that pages are made from: the resolved chronicle, the plan, and values that many pages share.
#[derive(Debug)]
pub struct Material<'a> {
    config: &'a Config,
    chronicle: &'a Chronicle,
    proofs: &'a Proofs,
    inputs: &'a Inputs,
    plan: &'a Plan,
    words: &'a dyn Words,
    shared: shared::Shared,
}

/// The material as one page sees it.
#[derive(Debug)]
struct Views<'a> {
    config: &'a Config,
    chronicle: Reading<'a>,
    inputs: &'a Inputs,
    plan: &'a Plan,
    words: &'a dyn Words,
    shared: &'a shared::Shared,
    press: &'a dyn Press,
    /// Whether other pages that are made soon list the same statements.
    shares_rows: bool,
    /// The first failure of a fragment; the page cannot be made then.
    failed: RefCell<Option<tera::Error>>,
}

/// What makes markup of a template: fragments that many pages share are made once.
pub trait Press: std::fmt::Debug {
    /// The markup that a template makes of values.
    ///
    /// # Errors
    /// That of the template.
    fn fragment(&self, template: &'static str, context: &Context) -> Result<String, tera::Error>;

    /// What lies beside the press.
    fn desk(&self) -> &Desk;
}

/// What was read and made last: the outputs of one statement are made one after the other.
#[derive(Debug, Default)]
pub struct Desk {
    file: Mutex<Option<File>>,
    text: Mutex<Option<(StatementId, Text)>>,
}

/// A file, the hash (XXH3) of its bytes, and these.
type File = ((InputId, u64), Arc<[u8]>);

/// The text of a statement, and the facts it was made from.
type Text = (Arc<Html>, Arc<[Fact]>);

impl Desk {
    /// The text of a statement, if it was made last.
    fn text_of(&self, id: StatementId) -> Option<Text> {
        let text = self.text.lock().unwrap_or_else(PoisonError::into_inner);
        text.as_ref().filter(|(of, _)| *of == id).map(|(_, text)| text.clone())
    }

    fn put_text(&self, id: StatementId, text: Text) {
        // What lies there is put there as a whole, so a thread that panicked elsewhere has not harmed it.
        *self.text.lock().unwrap_or_else(PoisonError::into_inner) = Some((id, text));
    }
}

/// What the templates are made of.
pub trait Templates: Sync + std::fmt::Debug {
    /// A number that stays the same as long as a template, and those it is made of, do.
    fn fingerprint(&self, template: &str) -> u64;
}

/// The few words that views themselves need, in the site's language; all others are in the templates.
pub trait Words: Sync + std::fmt::Debug {
    /// The title of a part of the site, by the key of its word.
    fn title(&self, key: &str) -> String;
    /// The name of a country, by its code.
    fn country(&self, code: &str) -> String;
    /// A month of a year: "February 2006".
    fn month(&self, year: i32, month: u32) -> String;
    /// A day of the calendar: "2 February".
    fn day(&self, month: u32, day: u32) -> String;
    /// A date as it stands in a table: "2 Feb 2006".
    fn short_date(&self, date: &Date) -> String;
    /// The words put into texts.
    fn in_texts(&self) -> &markdown::Words;
}

/// Why a page could not be made.
#[derive(Debug)]
pub enum ViewError {
    /// A template of a fragment failed.
    Template(tera::Error),
    /// A file could not be read.
    Read(ReadError),
    /// A file is not what was parsed before.
    Changed(InputId),
}

impl From<ReadError> for ViewError {
    fn from(error: ReadError) -> ViewError {
        ViewError::Read(error)
    }
}

impl<'a> Material<'a> {
    /// Prepares what pages share. Most of it is made when the first page asks for it.
    ///
    /// # Errors
    /// [`ViewError::Template`] where the fragments that are on every page cannot be made.
    pub fn new(
        config: &'a Config,
        (chronicle, proofs): (&'a Chronicle, &'a Proofs),
        inputs: &'a Inputs,
        plan: &'a Plan,
        words: &'a dyn Words,
        press: &dyn Press,
    ) -> Result<Material<'a>, ViewError> {
        let shared = shared::Shared::with_room_for(chronicle.statements().len());
        let mut material = Material { config, chronicle, proofs, inputs, plan, words, shared };
        let made = material.views(press).site_wide();
        made.map(|wide| material.shared.set(wide))?;
        Ok(material)
    }

    fn views<'b>(&'b self, press: &'b dyn Press) -> Views<'b> {
        Views {
            config: self.config,
            chronicle: Reading::of(self.chronicle, self.proofs),
            inputs: self.inputs,
            plan: self.plan,
            words: self.words,
            shared: &self.shared,
            press,
            shares_rows: true,
            failed: RefCell::default(),
        }
    }

    /// What one page says, and the facts it was made from.
    ///
    /// # Errors
    /// [`ViewError`] where a file cannot be read again, or has changed, or a fragment cannot be made.
    pub fn content(&self, page: &Page, press: &dyn Press) -> Result<(Content, Box<[Fact]>), ViewError> {
        let views = Views { shares_rows: !matches!(page.kind, Kind::Day(..)), ..self.views(press) };
        let content = views.content(page)?;
        if let Content::Template(name, _) = content {
            views.chronicle.note(Fact::template(name));
        }
        match views.failed.into_inner() {
            Some(error) => Err(ViewError::Template(error)),
            None => Ok((content, views.chronicle.noted())),
        }
    }
}

impl Material<'_> {
    /// A number that stays the same as long as what is on every page does, and the names of static files, of which any
    /// template can use any.
    pub fn fingerprint(&self) -> u64 {
        let mut hash = xxhash_rust::xxh3::Xxh3::new();
        self.shared.fingerprint().hash(&mut hash);
        self.plan.assets.iter().for_each(|(name, address)| (name, address.as_str()).hash(&mut hash));
        hash.finish()
    }

    /// Lets what was made of statements for several pages go, which takes much memory; it is needed again mostly by pages
    /// that are made soon, and made again if another asks for it.
    pub fn forget(&self) {
        self.shared.forget();
    }

    fn ground<'b>(&'b self, templates: &'b dyn Templates) -> Ground<'b> {
        Ground { chronicle: self.chronicle, proofs: self.proofs, inputs: self.inputs, plan: self.plan, templates }
    }
}

impl Views<'_> {
    fn content(&self, page: &Page) -> Result<Content, ViewError> {
        Ok(match &page.kind {
            Kind::Home => Content::Template("home.html", home::view(self, page)?),
            Kind::Statements => Content::Template("statements.html", statement::list(self, page)),
            Kind::Statement(id) => Content::Template("statement.html", statement::view(self, page, *id)?),
            Kind::StatementSource(id) => Content::Bytes(statement::source(self, *id)?),
            Kind::StatementRecord(id) => Content::Bytes(record::view(self, *id)?),
            Kind::Subjects(SubjectKind::Topics) => Content::Template("topics.html", topics::view(self, page)),
            Kind::Subjects(kind) => Content::Template(subject::list_template(*kind), subject::list(self, page, *kind)),
            Kind::Subject(of) => Content::Template(subject::template(*of), subject::view(self, page, *of)?),
            Kind::SubjectYear(of, year) => {
                Content::Template("subject-year.html", subject::year(self, page, *of, *year))
            }
            Kind::Years => Content::Template("years.html", years::list(self, page)),
            Kind::Year(year) => Content::Template("year.html", years::year(self, page, *year)),
            Kind::Month(year, month) => Content::Template("month.html", years::month(self, page, *year, *month)),
            Kind::OnThisDay => Content::Template("on-this-day.html", calendar::list(self, page)),
            Kind::Day(month, day) => Content::Template("day.html", calendar::day(self, page, *month, *day)),
            Kind::Corrections => Content::Template("corrections.html", corrections::view(self, page)),
            Kind::Sources => Content::Template("sources.html", sources::view(self, page)),
            Kind::Coverage => Content::Template("coverage.html", coverage::view(self, page)?),
            Kind::Prose(id) => Content::Template("prose.html", prose::view(self, page, *id)?),
            Kind::NotFound => Content::Template("404.html", home::not_found(self, page)),
            Kind::Feed(of) => Content::Template("atom.xml", feed::view(self, page, *of)?),
            Kind::Sitemap { first } => Content::Template("sitemap.xml", sitemap::view(self, *first)),
            Kind::SitemapIndex => Content::Template("sitemap-index.xml", sitemap::index(self)),
            Kind::Robots => Content::Template("robots.txt", sitemap::robots(self)),
            Kind::Redirect(record) => Content::Template("redirect.html", redirect::view(self, page, *record)),
            Kind::RedirectList => Content::Bytes(redirect::list(self)),
            Kind::NoJekyll => Content::Bytes(Vec::new()),
            Kind::Asset(input) => {
                self.chronicle.note(Fact::Text(*input));
                Content::Bytes(self.inputs.bytes(*input)?.into_owned())
            }
        })
    }

    /// The bytes of a file, as they were when it was parsed.
    fn source(&self, (input, hash): (InputId, u64)) -> Result<Arc<[u8]>, ViewError> {
        self.chronicle.note(Fact::Text(input));
        // A file is put there as a whole, so a thread that panicked elsewhere has not harmed it.
        let mut desk = self.press.desk().file.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, bytes)) = desk.as_ref().filter(|(lies, _)| *lies == (input, hash)) {
            return Ok(Arc::clone(bytes));
        }
        let bytes: Arc<[u8]> = self.inputs.bytes(input)?.into();
        if xxhash_rust::xxh3::xxh3_64(&bytes) != hash {
            return Err(ViewError::Changed(input));
        }
        *desk = Some(((input, hash), Arc::clone(&bytes)));
        Ok(bytes)
    }
}

/// Former addresses of a record: its address with the former id in place of its own.
fn former_address(record: Record, old: &Id) -> Address {
    let folder = match record {
        Record::Statement(_) => "statements",
        Record::Person(_) => "people",
        Record::Organization(_) => "organizations",
        Record::Topic(_) => "topics",
        Record::Place(_) => "places",
        Record::Event(_) => "events",
        Record::Page(_) => return Address::page([old.as_str()]),
    };
    Address::page([folder, old.as_str()])
}
