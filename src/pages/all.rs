//! Every page of the site: what each kind of output plans, in one list.

use std::collections::hash_map::Entry;

use rustc_hash::FxBuildHasher;

use super::clash::{clash, clashes};
use super::page::{Page, Turn};
use super::plan::{Plan, Positions};
use super::{
    asset, calendar, chain_page, corrections, coverage, feed, home, prose, redirect, sitemap, sources, statement,
    subject, years,
};
use crate::chronicle::Chronicle;
use crate::config::Config;
use crate::diagnostic::Checked;
use crate::input::{Inputs, ReadError};

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
