//! The plan: all pages with their addresses, of which no two are the same. The kinds of pages and their content are known to
//! `pages` alone; here a kind is a [`PageKind`].

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::hash_map::Entry;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::address::Address;
use crate::chronicle::{Chronicle, StatementId};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::entry::date::ListedYear;
use crate::input::{InputId, Inputs, Span};
use crate::name::{Name, name};
use crate::theme::Asset;

mod shard;

pub use shard::Shard;

/// One output, of a kind `K`.
#[derive(Clone, Debug)]
pub struct Page<K> {
    /// Its address.
    pub address: Address,
    /// The name of the address, which identifies the page in the next run.
    pub(crate) key: Name,
    /// Its kind, with the records it is about.
    pub(crate) kind: K,
}

/// The properties of a kind of page that a plan needs.
pub trait PageKind {
    /// Whether a search engine should list the page; exactly these are in the sitemap.
    fn is_indexable(&self) -> bool;
    /// When the page is rendered.
    fn turn(&self) -> Turn;
    /// The file that a page is made from, where there is one.
    fn input(&self, chronicle: &Chronicle) -> Option<InputId>;
    /// Whether it is a static file: if it clashes with another page, it is the one to rename.
    fn is_static_file(&self) -> bool;
    /// A number that it has in common with the pages around it that are made from the same, if there are such: one run should
    /// write them all.
    fn made_together(&self) -> Option<usize>;
}

/// When a page is rendered, in this order: slow pages come first, and lists that share rows of statements come one after the
/// other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// Lists of statements by the year of which they all are, if it is one; before them what there is only one of in a site.
    List(Option<ListedYear>),
    /// Lists that share few statements with lists that are rendered soon after them.
    ScatteredList,
    /// Pages that take much memory, and use no cached rows.
    Large,
    /// Other pages that are not about a single statement.
    Single,
    /// The outputs of one statement, rendered one after the other, since they share its text.
    Statement(StatementId),
    /// Pages that say what the bytes of others are.
    Last,
}

/// Positions of pages by the names of their addresses.
type Positions = FxHashMap<Name, usize>;

/// All pages of a site; no two have the same address.
#[derive(Debug)]
pub struct Plan<K> {
    pages: Vec<Page<K>>,
    /// The position of each page in the list, by the name of its address.
    positions: Positions,
    assets: BTreeMap<String, Asset>,
    is_partial: bool,
}

impl<K> Page<K> {
    pub(crate) fn new(address: Address, kind: impl Into<K>) -> Page<K> {
        Page { key: name(address.as_str()), address, kind: kind.into() }
    }
}

impl<K> Plan<K> {
    /// The pages; those that list statements first, in the order of the years.
    pub fn pages(&self) -> &[Page<K>] {
        &self.pages
    }

    /// The position of the page that is written to this path of the output.
    pub fn position(&self, path: &str) -> Option<usize> {
        let address = Address::of_output(path);
        let position = self.positions.get(&name(address.as_str())).copied();
        position.filter(|position| self.pages[*position].address == address)
    }

    /// The page at an address.
    pub(crate) fn page(&self, address: &Address) -> Option<&Page<K>> {
        let page = &self.pages[*self.positions.get(&name(address.as_str()))?];
        Some(page).filter(|page| page.address == *address)
    }

    /// Whether there is a page or file at an address.
    pub(crate) fn has(&self, address: &Address) -> bool {
        self.has_name(name(address.as_str()))
    }

    /// Whether kinds of pages are turned off. Then the target of each link has to be looked up.
    pub(crate) fn is_partial(&self) -> bool {
        self.is_partial
    }

    /// Whether there is a page or file at the address of this name.
    pub(crate) fn has_name(&self, address: Name) -> bool {
        self.positions.contains_key(&address)
    }

    /// Each static file, by its name below `static/`.
    pub fn assets(&self) -> &BTreeMap<String, Asset> {
        &self.assets
    }
}

impl<K: PageKind> Plan<K> {
    /// Sorts pages into the order in which they are rendered; two with the same address are findings. `is_partial` says
    /// whether kinds are turned off.
    pub(crate) fn of(
        mut planned: Vec<Page<K>>,
        assets: BTreeMap<String, Asset>,
        is_partial: bool,
        chronicle: &Chronicle,
        inputs: &Inputs,
    ) -> Checked<Plan<K>> {
        let mut findings = Vec::new();
        planned.sort_by_key(|page| page.kind.turn());
        let mut positions = Positions::with_capacity_and_hasher(planned.len(), FxBuildHasher);
        let mut pages: Vec<Page<K>> = Vec::with_capacity(planned.len());
        for page in planned {
            match positions.entry(page.key) {
                Entry::Vacant(free) => {
                    free.insert(pages.len());
                    pages.push(page);
                }
                Entry::Occupied(first) => findings.push(clash(&page, &pages[*first.get()], chronicle, inputs)),
            }
        }
        let alike = clashes(&pages, &positions);
        findings.extend(alike.into_iter().map(|(page, first)| clash(page, first, chronicle, inputs)));
        Checked { value: Plan { pages, positions, assets, is_partial }, findings }
    }

    /// The pages that a search engine should list, in the order of their addresses.
    pub(crate) fn indexable(&self) -> Vec<&Page<K>> {
        let mut pages: Vec<&Page<K>> = self.pages.iter().filter(|page| page.kind.is_indexable()).collect();
        pages.sort_unstable_by(|a, b| a.address.cmp(&b.address));
        pages
    }
}

/// Pairs of pages that some host or file system does not distinguish: their addresses differ only in spelling ([`Address::folded`]), or one
/// is a file where the other needs a folder (`/a/b/` beside a file `/a`), or a static file that a server would send in the
/// place of a page ([`Address::replaced`]).
fn clashes<'a, K: PageKind>(pages: &'a [Page<K>], positions: &Positions) -> Vec<(&'a Page<K>, &'a Page<K>)> {
    let mut found = Vec::new();
    // Folding changes few addresses; only those need an index of their own.
    let mut folded: Positions = FxHashMap::default();
    for (position, page) in pages.iter().enumerate() {
        let Cow::Owned(other) = page.address.folded() else { continue };
        let hash = name(&other);
        match positions.get(&hash).or_else(|| folded.get(&hash)) {
            Some(first) => found.push((page, &pages[*first])),
            None => drop(folded.insert(hash, position)),
        }
    }
    let file = |hash: u64| positions.get(&hash).or_else(|| folded.get(&hash)).map(|position| &pages[*position]);
    for page in pages.iter().filter(|page| page.kind.is_static_file()) {
        // A static file may have a compressed copy beside it.
        let other = page.address.replaced().and_then(|address| file(name(&address)));
        found.extend(other.filter(|other| !other.kind.is_static_file()).map(|other| (page, other)));
    }
    let mut folder = "";
    for page in pages {
        let path = page.address.as_str();
        // Pages of one folder come one after the other.
        let before = std::mem::replace(&mut folder, &path[..path.rfind('/').unwrap_or_default()]);
        if before == folder {
            continue;
        }
        let path = page.address.folded();
        // A folder called `index.html` clashes with the file of a page.
        let file_at = |end: usize| {
            let page = path[..end].strip_suffix("index.html").filter(|page| page.ends_with('/'));
            file(name(page.unwrap_or(&path[..end])))
        };
        let files = path.match_indices('/').skip(1).filter_map(|(end, _)| file_at(end));
        // Folding changes the address `/a.html` to that of the page `/a/`, which is not a file.
        found.extend(files.map(|file| (page, file)));
    }
    found
}

fn clash<K: PageKind>(page: &Page<K>, first: &Page<K>, chronicle: &Chronicle, inputs: &Inputs) -> Diagnostic {
    // If one of them is a static file, it is the one to rename.
    let is_static = |page: &Page<K>| page.kind.is_static_file();
    let (page, first) = if is_static(first) && !is_static(page) { (first, page) } else { (page, first) };
    let origin = |page: &Page<K>| page.kind.input(chronicle).map(Span::file);
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
