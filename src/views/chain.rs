//! The pages of chains of reiterations.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Brief, Chain, Href, SharedValue};

/// The longest chains: `chains-page.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ChainsPage {
    /// The longest 200.
    pub(crate) rows: Vec<ChainRow>,
    pub(crate) total: usize,
}

/// A chain in a list.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "chain_row")]
pub(crate) struct ChainRow {
    /// The first of it.
    pub(crate) statement: SharedValue<Brief<'static>>,
    /// Of the chain.
    pub(crate) address: Option<Href>,
    pub(crate) count: usize,
}

/// A chain, or a part of it: `chain-page.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ChainPage {
    /// From 1 on.
    pub(crate) part: usize,
    pub(crate) parts: usize,
    /// 200 of its statements on each page.
    pub(crate) chain: Chain,
}
