//! What the site consists of: every page with its address, and what each says.
//!
//! [`plan`] lists the outputs; a page is an address and a [`Kind`], and carries no text. [`Material::content`] says what
//! one page says, as values for its template. One file per output; each has a `plan` and a `view`, listed here once.

use std::cell::RefCell;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::address::Address;
use crate::checks::Proofs;
use crate::chronicle::{Chronicle, Record, StatementId};
use crate::config::Config;
use crate::entry::date::{Date, ListedYear};
use crate::entry::id::Id;
use crate::input::{InputId, Inputs, ReadError};
use crate::markdown::{self, Html};
use facts::Ground;
use reading::Reading;

mod asset;
mod calendar;
mod card;
mod chain;
mod chain_page;
mod chart;
mod corrections;
mod coverage;
mod facts;
mod feed;
mod head;
mod home;
mod json;
mod json_ld;
mod keys;
mod listing;
mod metadata;
mod plan;
mod prose;
mod publisher;
mod reading;
mod record;
mod redirect;
mod shared;
mod sitemap;
mod sources;
mod speaker;
mod statement;
mod subject;
mod topics;
mod traces;
mod value;
mod years;

pub use facts::Fact;
pub use plan::{Kind, Page, Plan, SubjectKind, plan};
pub use traces::{Holding, Made, Piece, Traces, Tracing};
pub use value::Context;

/// The templates that pages and their fragments are made with; a theme has them all.
pub const TEMPLATES: [&str; 38] = [
    "404.html",
    "atom-entry.xml",
    "atom.xml",
    "chain-page.html",
    "chains-page.html",
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
    "years-list.html",
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

/// What was read and made last, since the outputs of one statement are made one after the other; and what is on every
/// page.
#[derive(Debug, Default)]
pub struct Desk {
    file: Mutex<Option<File>>,
    text: Mutex<Option<(StatementId, Text)>>,
    wide: OnceLock<shared::SiteWide>,
    /// The memory of rows that were put one after the other, for the next ones.
    rows: Mutex<String>,
}

/// A file, the hash (XXH3) of its bytes, and these.
type File = ((InputId, u64), Arc<Vec<u8>>);

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
    /// A year, or what stands for one in lists: "2006", "2000s, year not known".
    fn year(&self, year: ListedYear) -> String;
    /// A month of a year: "February 2006".
    fn month(&self, year: i32, month: u32) -> String;
    /// A day of the calendar: "2 February".
    fn day(&self, month: u32, day: u32) -> String;
    /// A date as it stands in a table: "2 Feb 2006".
    fn short_date(&self, date: &Date) -> String;
    /// The words put into texts.
    fn in_texts(&self) -> &markdown::Words;
}

/// How many bytes of markup the text of one record may make.
pub const LARGEST_TEXT: usize = 16 << 20;

/// Why a page could not be made.
#[derive(Debug)]
pub enum ViewError {
    /// A template of a fragment failed.
    Template(tera::Error),
    /// A file could not be read.
    Read(ReadError),
    /// A file is not what was parsed before.
    Changed(InputId),
    /// The text of a file makes more than [`LARGEST_TEXT`] bytes of markup.
    TooLong(InputId),
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
        // The statements of a day have little else in common.
        let shares_rows = !matches!(page.kind, Kind::Day(..)) || self.shared.has_room_for_all();
        let views = Views { shares_rows, ..self.views(press) };
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
        self.plan.assets().iter().for_each(|(name, address)| (name, address.as_str()).hash(&mut hash));
        hash.finish()
    }

    /// Lets what was made of statements for several pages go, which takes much memory; where pages with `lists` follow, their
    /// rows only if there are many. It is needed again mostly by pages that are made soon, and made again if another asks
    /// for it.
    pub fn forget(&self, lists: bool) {
        self.shared.forget(lists);
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
            Kind::Chains => Content::Template("chains-page.html", chain_page::list(self, page)),
            Kind::Chain(first, part) => {
                Content::Template("chain-page.html", chain_page::view(self, page, *first, *part))
            }
            Kind::ChainRedirect(first, part) => {
                Content::Template("redirect.html", chain_page::lead_on(self, page, *first, *part))
            }
            Kind::RedirectList => Content::Bytes(redirect::list(self)),
            Kind::NoJekyll => Content::Bytes(Vec::new()),
            Kind::Asset(input) => {
                self.chronicle.note(Fact::Text(*input));
                Content::Bytes(self.inputs.bytes(*input)?.into_owned())
            }
        })
    }

    /// The bytes of a file, as they were when it was parsed.
    fn source(&self, (input, hash): (InputId, u64)) -> Result<Arc<Vec<u8>>, ViewError> {
        self.chronicle.note(Fact::Text(input));
        // A file is put there as a whole, so a thread that panicked elsewhere has not harmed it.
        let mut desk = self.press.desk().file.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, bytes)) = desk.as_ref().filter(|(lies, _)| *lies == (input, hash)) {
            return Ok(Arc::clone(bytes));
        }
        let bytes = Arc::new(self.inputs.bytes(input)?.into_owned());
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
