//! Pages that would stand on one address.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::page::{Kind, Page, address_hash};
use super::plan::Positions;
use crate::chronicle::Chronicle;
use crate::diagnostic::{Code, Diagnostic};
use crate::input::{Inputs, Span};

/// Pages that a host or a file system takes for one: their addresses differ only in spelling ([`Address::folded`]), or one
/// is a file where the other needs a folder (`/a/b/` beside a file `/a`).
pub(super) fn clashes<'a>(pages: &'a [Page], positions: &Positions) -> Vec<(&'a Page, &'a Page)> {
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

pub(super) fn clash(page: &Page, first: &Page, chronicle: &Chronicle, inputs: &Inputs) -> Diagnostic {
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
