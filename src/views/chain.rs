//! The pages of chains of reiterations.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Brief, Chain, ChainLink, Href, Link, Merged, SharedValue};

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
pub(crate) struct ChainPage<'a> {
    /// From 1 on.
    pub(crate) part: usize,
    pub(crate) parts: usize,
    /// 200 of its statements on each page.
    pub(crate) chain: Merged<Chain, ComparedLinks<'a>>,
}

/// What a chain has on its page beside what it has on others.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "compared_chain")]
pub(crate) struct ComparedLinks<'a> {
    pub(crate) links: Vec<Merged<ChainLink, Wordings<'a>>>,
}

/// The words of a statement of a chain beside those of the statement that it reiterates.
#[derive(Debug, Default, Serialize, JsonSchema)]
#[schemars(rename = "compared_link")]
pub(crate) struct Wordings<'a> {
    /// Of the statement that it reiterates, the quotation that is nearest to `later`.
    pub(crate) earlier: Option<Wording<'a>>,
    /// Its own; absent where it has no quotation, or where that stands beside one below.
    pub(crate) later: Option<Wording<'a>>,
    /// `different`, where what differs is marked; `same`; or why nothing is compared: `unlike`, `too_long`, `languages`,
    /// `nothing_before` (the earlier statement has no quotation), `no_quotation`, `withdrawn`. Absent where it reiterates
    /// none.
    pub(crate) compared: Option<&'static str>,
    /// How many more quotations it has.
    pub(crate) more: usize,
}

/// A quotation beside another.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "wording")]
pub(crate) struct Wording<'a> {
    pub(crate) statement: SharedValue<Brief<'static>>,
    /// Of the quotation on the page of the statement.
    pub(crate) address: Href,
    /// Whose words it has.
    pub(crate) speakers: Vec<SharedValue<Link<'static>>>,
    /// How the words came to the record, as the statement says: `verbatim`, `translation` and so on.
    pub(crate) fidelity: &'static str,
    pub(crate) language: &'a str,
    /// `ltr` or `rtl`.
    pub(crate) dir: &'static str,
    pub(crate) paragraphs: Vec<Paragraph>,
    /// Whether it is longer than 2,000 characters, of which these are the first.
    pub(crate) cut: bool,
}

/// A paragraph of a quotation.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "paragraph")]
pub(crate) struct Paragraph {
    /// Whether it is of a quotation within the quotation.
    pub(crate) inner: bool,
    pub(crate) parts: Vec<Span>,
}

/// A part of a paragraph.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "span")]
pub(crate) struct Span {
    pub(crate) text: String,
    /// Whether the wording beside it has this otherwise.
    pub(crate) changed: bool,
}
