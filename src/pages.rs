//! The outputs of the site: every page with its address and content.
//!
//! [`plan()`] lists the outputs; a page is an address and a `Kind`, and carries no text. [`Material::page`] renders one: its
//! content is a template with values. Each kind of output is one file, with a `plan` and a `view`; `kinds` lists them.

use std::cell::RefCell;
use std::hash::{Hash, Hasher};

use common::fragments::Fragments;
use common::navigation;
use common::own_links::OwnLinks;
use common::turned_off::TurnedOff;
use kind::{Content, Planning};
use machine::accent_sheet;
use machine::static_files::static_files;

use crate::checks::{Pictures, Proofs};
use crate::chronicle::Chronicle;
use crate::config::{self, Config};
use crate::diagnostic::{Checked, Code, Diagnostic, did_you_mean};
use crate::document::Step;
use crate::incremental::{self, Checksum, Dependency, Tracked};
use crate::input::{InputId, Inputs, ReadError};
use crate::plan::{self, PageKind, Turn};
use crate::theme::{Messages, Theme};

mod addresses;
mod calendar;
mod common;
mod data;
mod editorial;
mod kind;
mod kinds;
mod machine;
pub(crate) mod search;
mod source_text;
mod statement;
mod subject;
mod worker;

pub use kinds::{TEMPLATES, keys_given, switches};
pub(crate) use kinds::{given, needed_templates};
pub use search::Search;
pub use source_text::SourceTexts;
pub use statement::json::statement_json_schema;
pub use worker::Worker;

/// One output of the site.
pub type Page = plan::Page<kinds::Kind>;

/// All outputs of the site.
pub type Plan = plan::Plan<kinds::Kind>;

/// The data that pages depend on.
pub(crate) type Sources<'a> = incremental::Sources<'a, kinds::Kind>;

/// Decides which pages of the previous run are still valid.
pub(crate) type Validation<'a> = incremental::Validation<'a, kinds::Kind>;

/// Lists every output of the site.
///
/// # Errors
/// [`ReadError`] where a static file cannot be read: its name may carry a fingerprint of its bytes.
pub fn plan(
    chronicle: &Chronicle,
    proofs: &Proofs,
    inputs: &Inputs,
    config: &Config,
    theme: &Theme,
    search: Option<&Search>,
    texts: &SourceTexts,
) -> Result<Checked<Plan>, ReadError> {
    let mut findings = unknown_outputs(config, inputs);
    let static_files = static_files(inputs, theme, config)?.keep(&mut findings);
    findings.extend(config.missing_files(inputs, static_files.keys().map(String::as_str)));
    let accent = theme.accent_sheet(config);
    let accent = accent.as_deref();
    let planning = Planning { chronicle, config, proofs, search, texts, static_files: &static_files, accent };
    let mut pages = kinds::plan(&planning);
    if search.is_some() {
        findings.extend(search::own_folders::in_the_way(&mut pages, chronicle, inputs));
    }
    let assets = static_files.iter().map(|(name, (asset, _))| (name.clone(), asset.clone()));
    let assets = assets.chain(accent.map(|text| (accent_sheet::NAME.to_owned(), accent_sheet::asset(text)))).collect();
    let is_partial = !config.outputs.is_everything();
    let plan = Plan::of(pages, assets, is_partial, chronicle, inputs).keep(&mut findings);
    let links = OwnLinks { chronicle, inputs, plan: &plan };
    let off = TurnedOff::of(planning, inputs);
    findings.extend(navigation::wrong(config, links, &off));
    findings.extend(links.broken_in_footer(config, &off));
    Ok(Checked { value: plan, findings })
}

/// Names in `[outputs]` that no kind of output has.
fn unknown_outputs(config: &Config, inputs: &Inputs) -> Vec<Diagnostic> {
    let known = switches();
    let unknown = config.outputs.named().filter(|name| !known.contains(name));
    let finding = |name: &str| {
        let span = config::locate_below(inputs, &[Step::Key("outputs"), Step::Name(name)]);
        let help = did_you_mean(name, known.iter().copied());
        let help = help.unwrap_or_else(|| format!("use some of `{}`", known.join("`, `")));
        Diagnostic::error(Code::UnknownKey, span, format!("there is no kind of output `{name}`")).help(Some(help))
    };
    unknown.map(finding).collect()
}

/// A site that was resolved and planned: the inputs of rendering.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "each field is what its type says")]
pub struct Site<'a> {
    pub config: &'a Config,
    pub chronicle: &'a Chronicle,
    pub proofs: &'a Proofs,
    pub pictures: &'a Pictures,
    pub inputs: &'a Inputs,
    pub plan: &'a Plan,
    pub search: Option<&'a Search>,
    pub texts: &'a SourceTexts,
    pub messages: &'a Messages,
    pub theme: &'a Theme,
}

impl<'a> Site<'a> {
    /// The data that its pages depend on.
    pub(crate) fn sources(self) -> Sources<'a> {
        Sources::of(self.chronicle, self.proofs, self.pictures, self.inputs, self.theme, self.plan)
    }
}

/// A site with the cached values that many of its pages share.
#[derive(Debug)]
pub struct Material<'a> {
    site: Site<'a>,
    shared: Fragments,
}

/// A site as the page that is rendered sees it.
#[derive(Debug)]
pub(crate) struct PageBuilder<'a> {
    config: &'a Config,
    chronicle: Tracked<'a>,
    inputs: &'a Inputs,
    plan: &'a Plan,
    search: Option<&'a Search>,
    texts: &'a SourceTexts,
    messages: &'a Messages,
    shared: &'a Fragments,
    worker: &'a Worker,
    /// What is still valid of the previous run.
    previous: Option<&'a Validation<'a>>,
    /// Whether rows are cached: other pages that are rendered soon list the same statements.
    shares_rows: bool,
    /// The first failure of a fragment, also of one that is made for another; it fails the page.
    failed: &'a RefCell<Option<tera::Error>>,
}

/// The largest text of one record, in bytes of markup.
pub(crate) const LARGEST_TEXT: usize = 16 << 20;

/// The largest page, in bytes: as large as the largest static file.
pub(crate) const LARGEST_PAGE: usize = 100 << 20;

/// Why a page could not be rendered.
#[derive(Debug)]
pub enum ViewError {
    /// A template of a fragment failed.
    Template(tera::Error),
    /// A file could not be read.
    Read(ReadError),
    /// A file is not what was parsed before.
    Changed(InputId),
    /// The text of a file makes more than `LARGEST_TEXT` bytes of markup.
    TooLong(InputId),
}

impl From<ReadError> for ViewError {
    fn from(error: ReadError) -> ViewError {
        ViewError::Read(error)
    }
}

impl<'a> Material<'a> {
    /// Prepares the shared values. Most fragments are rendered when the first page needs them.
    ///
    /// # Errors
    /// [`ViewError::Template`] where a site-wide fragment cannot be rendered.
    pub fn new(site: Site<'a>, worker: &Worker) -> Result<Material<'a>, ViewError> {
        let shared = Fragments::with_room_for(site.chronicle.statements().len());
        let mut material = Material { site, shared };
        let failed = RefCell::default();
        let made = material.builder(worker, None, &failed).new_site_wide();
        made.map(|wide| material.shared.set(wide))?;
        Ok(material)
    }

    fn builder<'b>(
        &'b self,
        worker: &'b Worker,
        previous: Option<&'b Validation<'b>>,
        failed: &'b RefCell<Option<tera::Error>>,
    ) -> PageBuilder<'b> {
        let Site { config, chronicle, proofs, pictures, inputs, plan, search, texts, messages, theme: _ } = self.site;
        PageBuilder {
            config,
            chronicle: Tracked::of(chronicle, proofs, pictures, inputs),
            inputs,
            plan,
            search,
            texts,
            messages,
            shared: &self.shared,
            worker,
            previous,
            shares_rows: true,
            failed,
        }
    }

    /// Renders a page.
    ///
    /// # Errors
    /// [`ViewError`] where a file cannot be read again, or has changed, or a template fails.
    pub fn page(&self, page: &Page, worker: &Worker) -> Result<Rendered, ViewError> {
        self.page_after(page, worker, None)
    }

    /// The same, with what is still valid of the previous run.
    ///
    /// # Errors
    /// The same.
    pub(crate) fn page_after(
        &self,
        page: &Page,
        worker: &Worker,
        previous: Option<&Validation<'_>>,
    ) -> Result<Rendered, ViewError> {
        let shares_rows = page.kind.turn() != Turn::ScatteredList || self.shared.caches_all_rows();
        let failed = RefCell::default();
        let builder = PageBuilder { shares_rows, ..self.builder(worker, previous, &failed) };
        let content = page.kind.view(&builder, page)?;
        if let Some(error) = failed.take() {
            return Err(ViewError::Template(error));
        }
        let bytes = match content {
            Content::Bytes(bytes) => bytes,
            Content::Template(name, context) => {
                builder.chronicle.note(Dependency::template(name));
                worker.renderer.page(name, &context).map_err(ViewError::Template)?
            }
        };
        let checksum = page.kind.has_checksum().then(|| Checksum::of(&bytes));
        checksum.into_iter().for_each(|checksum| self.shared.checksums.add(page.key, checksum));
        Ok(Rendered { bytes, dependencies: builder.chronicle.noted(), checksum })
    }
}

/// A page that was rendered.
#[derive(Debug)]
pub struct Rendered {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its dependencies, each once.
    pub(crate) dependencies: Box<[Dependency]>,
    /// The checksum of its bytes, if it is of a kind that has one.
    pub(crate) checksum: Option<Checksum>,
}

impl Material<'_> {
    /// A fingerprint of the site-wide values, and of static files as templates name them: any template can use any.
    pub(crate) fn fingerprint(&self) -> u64 {
        let mut hash = xxhash_rust::xxh3::Xxh3::new();
        self.shared.fingerprint().hash(&mut hash);
        self.site.plan.assets().hash(&mut hash);
        hash.finish()
    }

    /// A fingerprint of which page it is, without its content.
    pub(crate) fn kind(&self, page: &Page) -> u64 {
        page.kind.fingerprint(&self.site)
    }

    /// Gathers the lists of words that the rendered ones of some pages are made from, all at once.
    pub(crate) fn fold(&self, pages: &[&Page], is_rendered: impl Fn(&Page) -> bool) {
        let Some(search) = self.site.search else { return };
        let of_search = pages.iter().filter_map(|page| Some((*page, page.kind.search_partition()?)));
        let mut partitions: Vec<usize> =
            of_search.filter(|(page, _)| is_rendered(page)).map(|(_, partition)| partition).collect();
        partitions.dedup();
        if partitions.is_empty() {
            if self.shared.folded.clear() {
                // Most likely these were the last.
                search.index.free_counts();
            }
        } else {
            self.shared.folded.set(search.index.fold(partitions));
        }
    }

    /// Evicts cached fragments of statements, which take much memory; if pages with `lists` follow, rows only where there are
    /// many. Fragments are mostly shared by pages that are rendered one after the other; any other renders them again.
    pub(crate) fn evict(&self, lists: bool) {
        self.shared.evict(lists);
    }
}
