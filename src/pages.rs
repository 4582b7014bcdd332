//! What the site consists of: every page with its address, and what each says.
//!
//! [`plan()`] lists the outputs; a page is an address and a `Kind`, and carries no text. [`Material::page`] makes the
//! bytes of one: what it says are values for its template. One file per output; each has a `plan` and a `view`, listed here once.

use std::cell::RefCell;
use std::hash::{Hash, Hasher};

use common::fragments::Fragments;
use machine::static_files::static_files;
use output::{Content, Planning};

use crate::checks::Proofs;
use crate::chronicle::Chronicle;
use crate::config::{self, Config};
use crate::diagnostic::{Checked, Code, Diagnostic, did_you_mean};
use crate::document::Step;
use crate::incremental::{self, Dependency, Tracked};
use crate::input::{InputId, Inputs, ReadError};
use crate::plan::{self, PageKind, Turn};
use crate::theme::{Messages, Theme};

mod addresses;
mod calendar;
mod common;
mod editorial;
mod kinds;
mod machine;
mod output;
mod statement;
mod subject;
mod worker;

pub(crate) use kinds::given;
pub use kinds::{TEMPLATES, keys_given, switches};
pub use statement::json::statement_json_schema;
pub use worker::Worker;

/// One output of the site.
pub type Page = plan::Page<kinds::Kind>;

/// All outputs of the site.
pub type Plan = plan::Plan<kinds::Kind>;

/// What pages are made from.
pub type Sources<'a> = incremental::Sources<'a, kinds::Kind>;

/// Which pages of the run before are still what they were.
pub type Validation<'a> = incremental::Validation<'a, kinds::Kind>;

/// Lists every output of the site; `layers` are the folders with static files, the one that wins first.
///
/// # Errors
/// [`ReadError`] where a static file cannot be read: its name may carry a fingerprint of its bytes.
pub fn plan(
    chronicle: &Chronicle,
    inputs: &Inputs,
    config: &Config,
    layers: &[String],
) -> Result<Checked<Plan>, ReadError> {
    let mut findings = unknown_outputs(config, inputs);
    let static_files = static_files(inputs, layers)?.keep(&mut findings);
    let pages = kinds::plan(&Planning { chronicle, config, static_files: &static_files });
    let assets = static_files.into_iter().map(|(name, (address, _))| (name, address)).collect();
    let is_partial = !config.outputs.is_everything();
    let plan = Plan::of(pages, assets, is_partial, chronicle, inputs).keep(&mut findings);
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

/// A site that was resolved and planned: all that its pages are made from.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "each field is what its type says")]
pub struct Site<'a> {
    pub config: &'a Config,
    pub chronicle: &'a Chronicle,
    pub proofs: &'a Proofs,
    pub inputs: &'a Inputs,
    pub plan: &'a Plan,
    pub messages: &'a Messages,
    pub theme: &'a Theme,
}

impl<'a> Site<'a> {
    /// What the pages of the site are made from.
    pub fn sources(self) -> Sources<'a> {
        Sources::of(self.chronicle, self.proofs, self.inputs, self.theme, self.plan)
    }
}

/// A site with values that many of its pages share.
#[derive(Debug)]
pub struct Material<'a> {
    site: Site<'a>,
    shared: Fragments,
}

/// A site as the page that is made sees it.
#[derive(Debug)]
pub(crate) struct PageBuilder<'a> {
    config: &'a Config,
    chronicle: Tracked<'a>,
    inputs: &'a Inputs,
    plan: &'a Plan,
    words: &'a Messages,
    shared: &'a Fragments,
    worker: &'a Worker,
    /// Whether other pages that are made soon list the same statements.
    shares_rows: bool,
    /// The first failure of a fragment; the page cannot be made then.
    failed: RefCell<Option<tera::Error>>,
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
    pub fn new(site: Site<'a>, worker: &Worker) -> Result<Material<'a>, ViewError> {
        let shared = Fragments::with_room_for(site.chronicle.statements().len());
        let mut material = Material { site, shared };
        let made = material.views(worker).site_wide();
        made.map(|wide| material.shared.set(wide))?;
        Ok(material)
    }

    fn views<'b>(&'b self, worker: &'b Worker) -> PageBuilder<'b> {
        let Site { config, chronicle, proofs, inputs, plan, messages, theme: _ } = self.site;
        PageBuilder {
            config,
            chronicle: Tracked::of(chronicle, proofs, inputs),
            inputs,
            plan,
            words: messages,
            shared: &self.shared,
            worker,
            shares_rows: true,
            failed: RefCell::default(),
        }
    }

    /// The bytes of a page, and what it was made from.
    ///
    /// # Errors
    /// [`ViewError`] where a file cannot be read again, or has changed, or a template fails.
    pub fn page(&self, page: &Page, worker: &Worker) -> Result<Rendered, ViewError> {
        let shares_rows = page.kind.turn() != Turn::ScatteredList || self.shared.has_room_for_all();
        let views = PageBuilder { shares_rows, ..self.views(worker) };
        let content = page.kind.view(&views, page)?;
        if let Some(error) = views.failed.take() {
            return Err(ViewError::Template(error));
        }
        let bytes = match content {
            Content::Bytes(bytes) => bytes,
            Content::Template(name, context) => {
                views.chronicle.note(Dependency::template(name));
                worker.renderer.page(name, &context).map_err(ViewError::Template)?
            }
        };
        Ok((bytes, views.chronicle.noted()))
    }
}

/// The bytes of a page, and what it was made from.
pub type Rendered = (Vec<u8>, Box<[Dependency]>);

impl Material<'_> {
    /// A number that stays the same as long as what is on every page does, and the names of static files, of which any
    /// template can use any.
    pub fn fingerprint(&self) -> u64 {
        let mut hash = xxhash_rust::xxh3::Xxh3::new();
        self.shared.fingerprint().hash(&mut hash);
        self.site.plan.assets().iter().for_each(|(name, address)| (name, address.as_str()).hash(&mut hash));
        hash.finish()
    }

    /// A number for what a page is, without what it says.
    pub fn kind(&self, page: &Page) -> u64 {
        page.kind.fingerprint(&self.site)
    }

    /// Lets what was made of statements for several pages go, which takes much memory; where pages with `lists` follow, their
    /// rows only if there are many. It is needed again mostly by pages that are made soon, and made again if another asks
    /// for it.
    pub fn forget(&self, lists: bool) {
        self.shared.forget(lists);
    }
}
